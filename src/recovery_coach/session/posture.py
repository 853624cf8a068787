"""What the figure does at an instant of a session: which move, how far through it, on which side.

A pure function of the timeline and a time, so the figure follows pause, skip and seek by itself.
A repetition's phases take the seconds of the dose; a hold is still but for the breath. While a
person prepares, the figure shows once what comes, and ends where it begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, pi

from recovery_coach.figure.drawing import Marked
from recovery_coach.figure.keyposes import pose_of_phase
from recovery_coach.figure.motion import Leap, Motion
from recovery_coach.figure.showing import Showing
from recovery_coach.figure.skeleton import Body
from recovery_coach.library.dose import Side, opposite
from recovery_coach.timeline.model import Rep, Segment, Span, Timeline

BREATH = 4.6
"""Seconds of one quiet breath in a hold."""
QUIET = 0.45
"""Of a full breath, how deep it is."""
FINE = 40
"""Steps of a full breath: what moves by less than a tenth of a pixel is no new picture."""
SETTLE = 1.5
"""Seconds for a change of shape in a hold, and before a repetition begins."""
QUICKEST = 0.5
"""A demonstration takes at least this share of its own time, or is left out."""
LOOK = 0.8
"""Seconds the figure stands still before a demonstration."""


@dataclass(frozen=True, slots=True)
class Posture:
    """One instant: ``part`` (0 to 1) of move ``move``, or on the way from one pose to another.

    ``moving`` is whether the next picture differs visibly.
    """

    side: Side | None
    move: int | None = None
    part: float = 0.0
    pose: str = ""
    before: str = ""
    breath: float = 0.0
    moving: bool = False

    @property
    def still(self) -> Posture:
        """The same without motion: the end of the move it is in."""
        if self.move is not None:
            return replace(self, part=1.0, breath=0.0, moving=False)
        return replace(self, before="", part=0.0, breath=0.0, moving=False)


def posture_at(timeline: Timeline, segment: Segment, t: float, motion: Motion) -> Posture:
    """The posture at ``t`` of ``segment``, shown by the ``motion`` of its exercise."""
    side = _side(segment, segment.rep_at(t), motion)
    if not segment.performed:
        return _preparing(timeline, segment, t, motion, side)
    rep = segment.rep_at(t)
    if rep is not None:
        return _in_rep(segment, rep, t, motion, side)
    if segment.kind == "work":
        return _in_loop(t - segment.start, motion, side)
    return _in_hold(segment, t, motion, side)


def body_in(showing: Showing, posture: Posture) -> Body:
    """The body in a posture, on the side that is shown."""
    if posture.move is not None:
        return showing.at(posture.move, posture.part)
    if posture.before:
        return showing.between(posture.before, posture.pose, posture.part)
    return showing.pose(posture.pose)


def marked_in(showing: Showing, posture: Posture) -> Marked:
    """The muscles that are marked in a posture."""
    if posture.move is not None:
        return showing.marked_at(posture.move, posture.part)
    if posture.before:
        return showing.marked_between(posture.before, posture.pose, posture.part)
    return showing.marked(posture.pose)


def _side(segment: Segment, rep: Rep | None, motion: Motion) -> Side | None:
    if rep is not None and rep.side is not None:
        return rep.side
    if segment.side == "alternate":
        return "left"
    return segment.side or motion.figure.side


def moves_of(phases: Sequence[str], motion: Motion) -> list[int | None]:
    """The move of each phase of a repetition, by name and in order; None of one that has none."""
    names = [leap.move.phase for leap in motion.leaps]
    found: list[int | None] = []
    after = 0
    for phase in phases:
        order = [*range(after, len(names)), *range(after)]
        index = next((i for i in order if names[i] == phase), None)
        found.append(index)
        if index is not None:
            after = index + 1
    return found


def _in_rep(segment: Segment, rep: Rep, t: float, motion: Motion, side: Side | None) -> Posture:
    index = max((i for i, span in enumerate(rep.phases) if span.start <= t), default=0)
    span = rep.phases[index]
    part = min(1.0, max(0.0, (t - span.start) / (span.end - span.start)))
    moves = moves_of([one.name for one in rep.phases], motion)
    move = moves[index]
    if move is None:
        return Posture(side, pose=motion.figure.telling)
    if segment.set in motion.figure.backwards:
        # The phases keep their names and their time: what they are made of runs the other way.
        last = [one for one in moves if one is not None][::-1]
        move, part = last[min(index, len(last) - 1)], 1.0 - part
    if span.name in ("inhale", "exhale"):
        breath = _eased(part if span.name == "inhale" else 1.0 - part)
        return Posture(side, move, part, breath=breath, moving=True)
    still = motion.leaps[move].still
    breath = _breath(t - span.start) if still and segment.counts != "breaths" else 0.0
    return Posture(side, move, part, breath=breath, moving=not still)


def _in_loop(elapsed: float, motion: Motion, side: Side | None) -> Posture:
    """Steady work: the cycle over and over, in its own time."""
    rounds, move, part = _lap(elapsed, motion.leaps)
    if move is None:
        return Posture(side, pose=motion.figure.telling, breath=_breath(elapsed))
    if motion.figure.alternates and rounds % 2:
        side = opposite(side)
    return Posture(side, move, part, moving=not motion.leaps[move].still)


def _lap(elapsed: float, leaps: Sequence[Leap]) -> tuple[int, int | None, float]:
    """Which round of the moves it is, which move, and how far through it."""
    whole = sum(leap.move.seconds for leap in leaps)
    if not whole:
        return 0, None, 0.0
    rounds, rest = divmod(max(0.0, elapsed), whole)
    return int(rounds), *_through(rest, leaps)


def _through(elapsed: float, leaps: Sequence[Leap]) -> tuple[int, float]:
    """Which of the moves it is, once through, and how far; the end of the last one after them."""
    for index, leap in enumerate(leaps):
        if elapsed < leap.move.seconds:
            return index, elapsed / leap.move.seconds
        elapsed -= leap.move.seconds
    return len(leaps) - 1, 1.0


def _in_hold(segment: Segment, t: float, motion: Motion, side: Side | None) -> Posture:
    shape = segment.shape_at(t)
    held = _held(shape, motion)
    breath = _breath(t - segment.start)
    if shape is not None and shape.start > segment.start and t - shape.start < SETTLE:
        before = _held(segment.shape_at(shape.start - 1e-3), motion)
        part = (t - shape.start) / SETTLE
        return Posture(side, part=part, pose=held, before=before, moving=True)
    return Posture(side, pose=held, breath=breath)


def _held(shape: Span | None, motion: Motion) -> str:
    """The pose that is held: that of the shape's name, else the telling one."""
    named = pose_of_phase(motion.figure.cycle, shape.name) if shape is not None else None
    return named or motion.figure.telling


def _preparing(
    timeline: Timeline, segment: Segment, t: float, motion: Motion, side: Side | None
) -> Posture:
    coming = next((s for s in timeline.segments[segment.index + 1 :] if s.performed), None)
    figure = motion.figure
    begin = figure.ready or figure.start
    left = segment.end - t
    if coming is not None and coming.kind in ("hold", "until_done"):
        held = _held(coming.shape_at(coming.start), motion)
        left_before = _left_before(timeline, segment, motion)
        return _into_hold(segment, left, motion, begin, held, side, left_before)
    shown = _demonstration(segment, t, motion, side)
    if shown is not None:
        return shown
    if begin != figure.start and left < SETTLE:
        part = 1.0 - left / SETTLE
        return Posture(side, part=part, pose=figure.start, before=begin, moving=True)
    # After a demonstration the figure is where the repetition begins.
    started = segment.kind in ("rest", "switch") or begin == figure.start
    pose = figure.start if started else begin
    return Posture(side, pose=pose, breath=_breath(t - segment.start))


def _left_before(timeline: Timeline, segment: Segment, motion: Motion) -> str:
    """The pose of the hold that a rest comes after, on the same side; nothing else is left so."""
    if segment.kind != "rest" or not segment.index or segment.seconds < 3 * SETTLE:
        return ""
    before = timeline.segments[segment.index - 1]
    same = (before.exercise, before.side) == (segment.exercise, segment.side)
    if not same or before.kind != "hold":
        return ""
    return _held(before.shape_at(before.end), motion)


def _into_hold(
    segment: Segment,
    left: float,
    motion: Motion,
    begin: str,
    held: str,
    side: Side | None,
    left_before: str,
) -> Posture:
    """Still, then the moves that lead into the hold, so that it is reached as the hold begins.

    At first, where there is one, out of the hold before.
    """
    gone_by = segment.seconds - left
    if left_before and left_before != begin and gone_by < SETTLE:
        part = gone_by / SETTLE
        return Posture(side, part=part, pose=begin, before=left_before, moving=True)
    last = next((i for i, leap in enumerate(motion.leaps) if leap.move.to == held), -1)
    lead = motion.leaps[: last + 1]
    if begin != motion.figure.start or not lead:
        part = 1.0 - left / SETTLE
        if part <= 0.0 or begin == held:
            return Posture(side, pose=begin, breath=_breath(segment.seconds - left))
        return Posture(side, part=part, pose=held, before=begin, moving=True)
    own = sum(leap.move.seconds for leap in lead)
    room = segment.seconds - (SETTLE if left_before else LOOK)
    scale = min(1.0, max(0.1, room) / own)
    gone = own * scale - left
    if gone <= 0.0:
        return Posture(side, pose=begin, breath=_breath(segment.seconds - left))
    return Posture(side, *_through(gone / scale, lead), moving=True)


def _demonstration(segment: Segment, t: float, motion: Motion, side: Side | None) -> Posture | None:
    """One repetition, shown before the first; none where there is no time for it."""
    if segment.kind not in ("get_ready", "transition"):
        return None
    figure = motion.figure
    if figure.ready not in (None, figure.start) or motion.still:
        return None
    own = sum(leap.move.seconds for leap in motion.leaps)
    room = segment.seconds - 2 * LOOK
    if room < own * QUICKEST:
        return None
    scale = min(1.0, room / own)
    gone = t - (segment.end - LOOK - own * scale)
    if not 0.0 <= gone < own * scale:
        return None
    _, move, part = _lap(gone / scale, motion.leaps)
    return Posture(side, move, part, moving=move is not None and not motion.leaps[move].still)


def _breath(seconds: float) -> float:
    """A quiet breath, in and out."""
    depth = _eased((seconds / BREATH * 2) % 2.0) * QUIET
    return round(depth * FINE) / FINE


def _eased(part: float) -> float:
    return (1 - cos(pi * part)) / 2
