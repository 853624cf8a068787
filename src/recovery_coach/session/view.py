"""What a person sees of a session at this instant, in words and numbers: window and terminal alike.

Pure: a function of the player, without a clock of its own. Words change once a second or less,
pictures sixty times: who paints asks for the :class:`Moment` first, which is cheap, and for the
:class:`View` only where it is another one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from recovery_coach.base.i18n import capital, duration, tr, within
from recovery_coach.library.words import breath_words, dose_words, side_name
from recovery_coach.session.player import Player
from recovery_coach.session.states import State
from recovery_coach.timeline.model import PlannedStep, Rep, Segment, Span, Timeline, span_at

CountStyle = Literal["down", "up"]
"""How seconds count: what is left of them, or what is done."""
CUE_SECONDS = 6.0
"""How long one cue line stays, at least, where nothing counts."""
A_HAIR = 0.001
"""Seconds that are no part second more: as :func:`clock_time` rounds what is left."""
COUNTED = ("hold", "work", "rest")
"""What may count up; what prepares counts down to the moment it begins."""


class Moment(NamedTuple):
    """What decides the words: as long as two moments are equal, so are the words of their views.

    ``span`` is the phase of the repetition, or the shape, at this instant; ``number`` the one on
    the stage, if any; ``line`` the place of the cue line. Seconds are whole, as they are counted.
    """

    state: State
    timeline: Timeline
    segment: Segment
    rep: Rep | None
    span: Span | None
    number: int | None
    line: int
    phase_seconds: int
    left_seconds: int
    reps_done: int

    @property
    def stretch(self) -> tuple[float, float]:
        """Start and end of what the ring shows: the repetition, the shape, or the segment."""
        shown = self.rep or self.span or self.segment
        return shown.start, shown.end

    def lasts_until(self, t: float) -> float:
        """The position up to which this moment of ``t`` lasts, if only time passes meanwhile.

        Whatever else changes it (a repetition done, a command) is told as an event.
        """
        if self.state is not State.RUNNING:
            return t
        counted = [*self.stretch, self.timeline.total]
        if self.span is not None:
            counted.append(self.span.end)
        second = min((mark - t) % 1.0 for mark in counted)
        each = _line_seconds(self.segment, self.timeline.step_of(self.segment))
        line = each - (t - self.segment.start) % each
        return t + min(second, line) - 2 * A_HAIR

    def fraction(self, t: float) -> float:
        """How much of the stretch is over at ``t``, 0 to 1."""
        if self.state is State.RESUMING:
            return 0.0
        start, end = self.stretch
        return min(1.0, max(0.0, (t - start) / (end - start))) if end > start else 0.0


@dataclass(frozen=True, slots=True)
class View:
    """One instant of a session.

    ``count`` is the largest thing on the stage: seconds left or done, or the repetition (up).
    ``fraction`` is how much of it is over, 0 to 1; ``parts`` the repetitions done and planned,
    (0, 0) where none are counted. ``phase`` is the word of the moment, ``phase_left`` its seconds.
    ``following`` is what is performed after this, if anything.
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
    following: Segment | None
    pictured: bool
    """Whether the next move goes as its figure shows it: the easier way does not."""
    way: str
    """How this move is done, where it is the easier way and no figure shows it; else empty."""
    left: float
    step: int
    steps: int


def moment_of(player: Player, count_style: CountStyle = "down") -> Moment:
    """The moment at the player's position."""
    timeline, segment, t = player.timeline, player.segment, player.position
    rep = segment.rep_at(t)
    span = span_at(rep.phases, t) if rep is not None else segment.shape_at(t)
    return Moment(
        state=player.state,
        timeline=timeline,
        segment=segment,
        rep=rep,
        span=span,
        number=_number(player, segment, rep, span, count_style),
        line=_line(segment, timeline.step_of(segment), rep, t),
        phase_seconds=_up(span.end - t) if span is not None else 0,
        left_seconds=math.ceil(timeline.total - t - A_HAIR),
        reps_done=player.reps_done,
    )


def view_of(player: Player, count_style: CountStyle = "down") -> View:
    """The view at the player's position; what prepares counts down in either style."""
    moment, t = moment_of(player, count_style), player.position
    timeline, segment = moment.timeline, moment.segment
    step = timeline.step_of(segment)
    following = coming(timeline, segment)
    next_name, next_words = _next(timeline, segment, following)
    phase, phase_left = _phase(moment, t)
    return View(
        state=moment.state,
        segment=segment,
        kicker=_kicker(segment, len(timeline.steps), step.easier),
        title=tr(step.exercise.name),
        side=side_name(side_of(moment)),
        set=_set_words(segment, step),
        cue=_cue(moment, step),
        count="" if moment.number is None else str(moment.number),
        unit=_unit(moment, count_style),
        phase=phase,
        phase_left=phase_left,
        fraction=moment.fraction(t),
        parts=(moment.reps_done, len(segment.reps)),
        next_name=next_name,
        next_words=next_words,
        following=following,
        pictured=following is not None and not timeline.step_of(following).easier,
        way=tr(step.exercise.start) if step.easier else "",
        left=max(0.0, timeline.total - t),
        step=segment.step,
        steps=len(timeline.steps),
    )


def _kicker(segment: Segment, steps: int, easier: bool) -> str:
    """The small word above the name: what kind of moment this is."""
    words = {
        "get_ready": tr("Get ready"),
        "transition": tr("Next"),
        "rest": tr("Rest"),
        "switch": tr("Switch sides"),
    }
    place = tr("{step} of {steps}").format(step=segment.step + 1, steps=steps)
    parts = (words.get(segment.kind), place, tr("the easier way") if easier else "")
    return " · ".join(part for part in parts if part)


def side_of(moment: Moment) -> str | None:
    """``left``, ``right``, ``alternate`` before sides in turn begin, or none."""
    if moment.segment.side == "alternate":
        return moment.rep.side if moment.rep else "alternate"
    return moment.segment.side


def _set_words(segment: Segment, step: PlannedStep) -> str:
    if segment.kind in ("get_ready", "transition"):
        # That its sides come in turn stands beside it: see View.side.
        in_turn = segment.side == "alternate"
        return dose_words(replace(step.dose, sides="none", tempo=()) if in_turn else step.dose)
    parts = []
    if segment.sets > 1:
        parts.append(tr("Set {set} of {sets}").format(set=segment.set, sets=segment.sets))
    if step.dose.set_cues:
        parts.append(tr(step.dose.set_cues[segment.set - 1]))
    return " · ".join(parts)


def _cue(moment: Moment, step: PlannedStep) -> str:
    """One line: how to get there before it begins, then the steps one after the other."""
    if not moment.segment.performed:
        if moment.segment.kind in ("get_ready", "transition"):
            return tr(step.exercise.start)
        return step.note and tr(step.note)
    how = tr(step.exercise.breathing)
    breathing = tr("Breathe: {how}").format(how=within(how))
    lines = [*(tr(line) for line in step.exercise.steps), breathing]
    if step.note:
        lines.insert(0, tr(step.note))
    return lines[moment.line]


def _line(segment: Segment, step: PlannedStep, rep: Rep | None, t: float) -> int:
    """Which of the lines of :func:`_cue` it is at ``t``."""
    if not segment.performed:
        return 0
    if rep is not None:
        return (rep.number - 1) % _lines(step)
    return int(max(0.0, t - segment.start) / _line_seconds(segment, step)) % _lines(step)


def _lines(step: PlannedStep) -> int:
    return len(step.exercise.steps) + (2 if step.note else 1)


def _line_seconds(segment: Segment, step: PlannedStep) -> float:
    """How long each line is shown where no repetitions are counted."""
    return max(CUE_SECONDS, segment.seconds / _lines(step))


def _number(
    player: Player, segment: Segment, rep: Rep | None, span: Span | None, style: CountStyle
) -> int | None:
    if player.state is State.RESUMING:
        return _up(player.preparing)
    if segment.kind == "until_done":
        return None
    if rep is not None:
        return rep.number
    shown = span or segment
    if style == "up" and segment.kind in COUNTED:
        return _down(player.position - shown.start)
    return _up(shown.end - player.position)


def _unit(moment: Moment, style: CountStyle) -> str:
    segment = moment.segment
    if moment.state is State.RESUMING:
        return tr("and on")
    if segment.kind == "until_done":
        return tr("take your time")
    if moment.rep is not None:
        of = tr("of {reps} breaths") if segment.counts == "breaths" else tr("of {reps}")
        return of.format(reps=len(segment.reps))
    if style == "up" and segment.kind in COUNTED:
        start, end = moment.stretch
        return tr("of {s} s").format(s=_up(end - start))
    return tr("seconds")


def _up(seconds: float) -> int:
    """Seconds left as people count them: 3, 2, 1, and 0 only when it is over."""
    # A hair's breadth is taken off, so that a whole number does not show the next one up.
    return max(0, -int(-(seconds - 1e-6) // 1))


def _down(seconds: float) -> int:
    """Seconds done as people count them: 0 until the first is over, the whole only at the end."""
    return max(0, int(seconds + 1e-6))


def _phase(moment: Moment, t: float) -> tuple[str, float]:
    words = {
        State.PAUSED: tr("Paused"),
        State.RESUMING: tr("Get ready"),
        State.FINISHED: tr("Finished"),
        State.STOPPED: tr("Stopped"),
    }
    if moment.state in words:
        return words[moment.state], 0.0
    segment, span = moment.segment, moment.span
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
        return capital(breath_words(name))
    return capital(tr(name))


def coming(timeline: Timeline, segment: Segment) -> Segment | None:
    """What is performed after this; while preparing, what comes after the thing prepared."""
    later = [s for s in timeline.segments[segment.index + 1 :] if s.performed]
    if not segment.performed:
        later = later[1:]
    return later[0] if later else None


def _next(timeline: Timeline, segment: Segment, following: Segment | None) -> tuple[str, str]:
    """Its name, and what of it is to be known."""
    if following is None:
        return tr("Finish"), ""
    step = timeline.step_of(following)
    name = tr(step.exercise.name)
    if following.step != segment.step:
        return name, dose_words(step.dose)
    parts = [side_name(following.side)] if following.side in ("left", "right") else []
    if following.sets > 1:
        parts.append(tr("set {set} of {sets}").format(set=following.set, sets=following.sets))
    if not following.reps and following.seconds:
        parts.append(duration(following.seconds))
    return name, " · ".join(parts)
