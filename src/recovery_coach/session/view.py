"""What a person sees of a session at this instant, in words and numbers: window and terminal alike.

Pure: a function of the player, without a clock of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recovery_coach.base.i18n import duration, tr, within
from recovery_coach.library.words import dose_words, side_name
from recovery_coach.session.player import Player
from recovery_coach.session.states import State
from recovery_coach.timeline.model import PlannedStep, Segment, Timeline, span_at

CountStyle = Literal["down", "up"]
"""How seconds count: what is left of them, or what is done."""
CUE_SECONDS = 6.0
"""How long one cue line stays, at least, where nothing counts."""
COUNTED = ("hold", "work", "rest")
"""What may count up; what prepares counts down to the moment it begins."""


@dataclass(frozen=True, slots=True)
class View:
    """One instant of a session.

    ``count`` is the largest thing on the stage: seconds left or done, or the repetition (up).
    ``fraction`` is how much of it is over, 0 to 1; ``parts`` the repetitions done and planned,
    (0, 0) where none are counted. ``phase`` is the word of the moment, ``phase_left`` its seconds.
    """

    state: State
    segment: Segment
    kicker: str
    title: str
    side: str
    set: str
    cue: str
    count: str
    unit: str
    phase: str
    phase_left: float
    fraction: float
    parts: tuple[int, int]
    next_name: str
    next_words: str
    left: float
    step: int
    steps: int


def view_of(player: Player, count_style: CountStyle = "down") -> View:
    """The view at the player's position; what prepares counts down in either style."""
    timeline, segment, t = player.timeline, player.segment, player.position
    step = timeline.steps[segment.step]
    count, unit = _count(player, segment, t, count_style)
    phase, phase_left = _phase(player, segment, t)
    next_name, next_words = _next(timeline, segment)
    return View(
        state=player.state,
        segment=segment,
        kicker=_kicker(segment, len(timeline.steps)),
        title=tr(step.exercise.name),
        side=side_name(_side(segment, t)),
        set=_set_words(segment, step),
        cue=_cue(segment, step, t),
        count=count,
        unit=unit,
        phase=phase,
        phase_left=phase_left,
        fraction=_fraction(player, segment, t),
        parts=(player.reps_done, len(segment.reps)),
        next_name=next_name,
        next_words=next_words,
        left=max(0.0, timeline.total - t),
        step=segment.step,
        steps=len(timeline.steps),
    )


def _kicker(segment: Segment, steps: int) -> str:
    """The small word above the name: what kind of moment this is."""
    words = {
        "get_ready": tr("Get ready"),
        "transition": tr("Next"),
        "rest": tr("Rest"),
        "switch": tr("Switch sides"),
    }
    place = tr("{step} of {steps}").format(step=segment.step + 1, steps=steps)
    word = words.get(segment.kind)
    return f"{word} · {place}" if word else place


def _side(segment: Segment, t: float) -> str | None:
    rep = segment.rep_at(t)
    if segment.side == "alternate":
        return rep.side if rep else "alternate"
    return segment.side


def _set_words(segment: Segment, step: PlannedStep) -> str:
    if segment.kind in ("get_ready", "transition"):
        return dose_words(step.dose)
    parts = []
    if segment.sets > 1:
        parts.append(tr("Set {set} of {sets}").format(set=segment.set, sets=segment.sets))
    if step.dose.set_cues:
        parts.append(tr(step.dose.set_cues[segment.set - 1]))
    return " · ".join(parts)


def _cue(segment: Segment, step: PlannedStep, t: float) -> str:
    """One line: how to get there before it begins, then the steps one after the other."""
    if not segment.performed:
        if segment.kind in ("get_ready", "transition"):
            return tr(step.exercise.start)
        return step.note and tr(step.note)
    how = tr(step.exercise.breathing)
    breathing = tr("Breathe: {how}").format(how=within(how))
    lines = [*(tr(line) for line in step.exercise.steps), breathing]
    if step.note:
        lines.insert(0, tr(step.note))
    rep = segment.rep_at(t)
    if rep is not None:
        return lines[(rep.number - 1) % len(lines)]
    each = max(CUE_SECONDS, segment.seconds / len(lines))
    return lines[int(max(0.0, t - segment.start) / each) % len(lines)]


def _count(player: Player, segment: Segment, t: float, style: CountStyle) -> tuple[str, str]:
    if player.state is State.RESUMING:
        return str(_up(player.preparing)), tr("and on")
    if segment.kind == "until_done":
        return "", tr("take your time")
    rep = segment.rep_at(t)
    if rep is not None:
        of = tr("of {reps} breaths") if segment.counts == "breaths" else tr("of {reps}")
        return str(rep.number), of.format(reps=len(segment.reps))
    shape = segment.shape_at(t)
    start, end = (shape.start, shape.end) if shape else (segment.start, segment.end)
    if style == "up" and segment.kind in COUNTED:
        return str(_down(t - start)), tr("of {s} s").format(s=_up(end - start))
    return str(_up(end - t)), tr("seconds")


def _up(seconds: float) -> int:
    """Seconds left as people count them: 3, 2, 1, and 0 only when it is over."""
    # A hair's breadth is taken off, so that a whole number does not show the next one up.
    return max(0, -int(-(seconds - 1e-6) // 1))


def _down(seconds: float) -> int:
    """Seconds done as people count them: 0 until the first is over, the whole only at the end."""
    return max(0, int(seconds + 1e-6))


def _phase(player: Player, segment: Segment, t: float) -> tuple[str, float]:
    words = {
        State.PAUSED: tr("Paused"),
        State.RESUMING: tr("Get ready"),
        State.FINISHED: tr("Finished"),
        State.STOPPED: tr("Stopped"),
    }
    if player.state in words:
        return words[player.state], 0.0
    rep = segment.rep_at(t)
    span = span_at(rep.phases, t) if rep else segment.shape_at(t)
    if span is not None:
        return phase_word(span.name, segment), max(0.0, span.end - t)
    kinds = {
        "hold": tr("Hold"),
        "work": tr("Keep going"),
        "rest": tr("Rest"),
        "switch": tr("Switch"),
        "until_done": tr("Until you are done"),
    }
    return kinds.get(segment.kind, tr("Get ready")), 0.0


def phase_word(name: str, segment: Segment) -> str:
    """A phase as it is shown: ``Lower``, ``Hold``; breaths as ``Breathe in``, ``Breathe out``."""
    if segment.counts == "breaths":
        breaths = {
            "inhale": tr("Breathe in"),
            "exhale": tr("Breathe out"),
            "hold": tr("Pause"),
        }
        return breaths.get(name, tr(name.capitalize()))
    return tr(name[:1].upper() + name[1:])


def _fraction(player: Player, segment: Segment, t: float) -> float:
    if player.state is State.RESUMING:
        return 0.0
    rep = segment.rep_at(t)
    shape = segment.shape_at(t)
    start, end = segment.start, segment.end
    if rep is not None:
        start, end = rep.start, rep.end
    elif shape is not None:
        start, end = shape.start, shape.end
    return min(1.0, max(0.0, (t - start) / (end - start))) if end > start else 0.0


def _next(timeline: Timeline, segment: Segment) -> tuple[str, str]:
    """What is performed after this; while preparing, what comes after the thing prepared."""
    later = [s for s in timeline.segments[segment.index + 1 :] if s.performed]
    if not segment.performed:
        later = later[1:]
    if not later:
        return tr("Finish"), ""
    coming = later[0]
    step = timeline.steps[coming.step]
    name = tr(step.exercise.name)
    if coming.step != segment.step:
        return name, dose_words(step.dose)
    parts = [side_name(coming.side)] if coming.side in ("left", "right") else []
    if coming.sets > 1:
        parts.append(tr("set {set} of {sets}").format(set=coming.set, sets=coming.sets))
    if not coming.reps and coming.seconds:
        parts.append(duration(coming.seconds))
    return name, " · ".join(parts)
