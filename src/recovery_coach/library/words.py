"""Doses and sides in words, for every place that says them: cards, stage, voice, terminal."""

from __future__ import annotations

from recovery_coach.base.i18n import duration, noted, spoken_duration, tr, trn
from recovery_coach.library.dose import Dose, Side


def side_name(side: Side | str | None) -> str:
    """``Left side``, ``Right side``, ``Sides in turn``; empty without sides."""
    names = {
        "left": tr("Left side"),
        "right": tr("Right side"),
        "alternate": tr("Sides in turn"),
    }
    return names.get(side or "", "")


def side_words(side: Side | str | None) -> str:
    """The same within a line: ``left side``, ``right side``, ``sides in turn``."""
    names = {
        "left": tr("left side"),
        "right": tr("right side"),
        "alternate": tr("sides in turn"),
    }
    return names.get(side or "", "")


BREATHS = {
    "inhale": noted("Breathe in"),
    "exhale": noted("Breathe out"),
    "hold": noted("Pause"),
}


def breath_words(phase: str) -> str:
    """What to do in a phase of a breath: ``Breathe in``; any other phase by its own name."""
    return tr(BREATHS.get(phase, phase))


def amount(dose: Dose) -> str:
    """What one set counts: ``20 s``, ``8 reps``, ``5, 3, 1 reps``, ``6 breaths``."""
    match dose.kind:
        case "hold" if dose.shapes:
            return tr("{seconds} in {shapes}").format(
                seconds=duration(dose.hold or 0), shapes=", ".join(tr(s) for s in dose.shapes)
            )
        case "hold":
            return tr("{seconds} hold").format(seconds=duration(dose.hold or 0))
        case "timed":
            return duration(dose.timed or 0)
        case "descending" if isinstance(dose.reps, tuple):
            return tr("{counts} reps").format(counts=", ".join(map(str, dose.reps)))
        case "breaths":
            return trn("{n} breath", "{n} breaths", dose.breaths or 0)
        case "until_done":
            return tr("until you are done")
        case _:
            return trn("{n} rep", "{n} reps", dose.reps_in(0))


def dose_words(dose: Dose) -> str:
    """The whole dose: ``2 sets of 8 reps a side``."""
    text = amount(dose)
    if dose.sides == "each":
        text = tr("{amount} a side").format(amount=text)
    elif dose.sides == "alternate":
        text = tr("{amount}, sides in turn").format(amount=text)
    return _in_sets(text, dose.sets)


def _in_sets(text: str, sets: int) -> str:
    if sets == 1:
        return text
    return trn("{n} set of {{amount}}", "{n} sets of {{amount}}", sets).format(amount=text)


def spoken_dose(dose: Dose) -> str:
    """The whole dose as a coach says it: ``2 sets of 6 a side``, ``2 holds of 45 seconds``."""
    text = _spoken_amount(dose)
    if dose.sides in ("each", "alternate"):
        text = tr("{amount} a side").format(amount=text)
    if dose.sets > 1 and dose.kind == "hold":
        holds = trn("{n} hold of {{amount}}", "{n} holds of {{amount}}", dose.sets)
        return holds.format(amount=text)
    return _in_sets(text, dose.sets)


def _spoken_amount(dose: Dose) -> str:
    match dose.kind:
        case "hold" if dose.shapes:
            return tr("{time} each").format(time=spoken_duration(dose.hold or 0))
        case "hold":
            return spoken_duration(dose.hold or 0)
        case "timed":
            return spoken_duration(dose.timed or 0)
        case "descending" if isinstance(dose.reps, tuple):
            # Translators: the repetitions of one set after the other: "5, then 3, then 1".
            return tr(", then ").join(map(str, dose.reps))
        case "breaths":
            return trn("{n} breath", "{n} breaths", dose.breaths or 0)
        case "until_done":
            return tr("until you are done")
        case _:
            count = dose.reps_in(0)
            if dose.sides == "alternate":
                return str(count // 2)
            bare = dose.sets > 1 or dose.sides == "each"  # "2 sets of 8", "8 a side"
            return str(count) if bare else trn("{n} rep", "{n} reps", count)
