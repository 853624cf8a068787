"""Doses and sides in words, for every place that says them: cards, stage, voice, terminal."""

from __future__ import annotations

from recovery_coach.base.i18n import duration, tr, trn
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
    if dose.sets > 1:
        text = trn("{n} set of {{amount}}", "{n} sets of {{amount}}", dose.sets).format(amount=text)
    return text
