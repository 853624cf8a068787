"""Ten more seconds of this hold: a longer timeline from a running one."""

from __future__ import annotations

from dataclasses import replace

from recovery_coach.timeline.cues import countdown, segment_cues
from recovery_coach.timeline.model import Cue, Rep, Segment, Span, Timeline


def can_extend(segment: Segment) -> bool:
    """Holds, timed work and everything that prepares can last longer; counted work cannot."""
    return segment.kind != "until_done" and not segment.reps


def extended(timeline: Timeline, index: int, now: float, seconds: float) -> Timeline:
    """The timeline with segment ``index`` lasting ``seconds`` longer from ``now`` on.

    What lies before ``now`` stays as it was, so cues already given are not given again, but for
    the 3-2-1, which counts the new end. Raises ValueError for a segment that cannot be extended.
    """
    segment = timeline.segments[index]
    if not can_extend(segment):
        raise ValueError(f"a {segment.kind} segment with repetitions cannot be extended")
    longer = _lengthen(segment, now, seconds)
    rest = tuple(_shift(later, seconds) for later in timeline.segments[index + 1 :])
    result = replace(timeline, segments=(*timeline.segments[:index], longer, *rest))
    if index < len(timeline.segments) - 1:
        return result
    return replace(result, segments=(*result.segments[:-1], _reclose(result, longer, now)))


def _lengthen(segment: Segment, now: float, seconds: float) -> Segment:
    def moved(time: float) -> float:
        return time + seconds if time > now else time

    shapes = tuple(Span(s.name, moved(s.start), moved(s.end)) for s in segment.shapes)
    end = segment.end + seconds
    kept = [
        replace(cue, at=moved(cue.at))
        for cue in segment.cues
        if cue.name != "count" or cue.at <= now
    ]
    stretches = shapes or (Span("", segment.start, end),)
    counts = [c for s in stretches for c in countdown(s.start, s.end) if c.at > now]
    cues = tuple(sorted([*kept, *counts], key=lambda cue: cue.at))
    return replace(segment, end=end, shapes=shapes, cues=cues)


def _reclose(timeline: Timeline, segment: Segment, now: float) -> Segment:
    """The closing words name the total: say the new one."""
    closing = [c for c in segment_cues(timeline, segment, closing=True) if c.name == "finished"]
    kept: list[Cue] = [c for c in segment.cues if c.name != "finished" or c.at <= now]
    return replace(segment, cues=(*kept, *closing))


def _shift(segment: Segment, seconds: float) -> Segment:
    return replace(
        segment,
        start=segment.start + seconds,
        end=segment.end + seconds,
        reps=tuple(_shift_rep(rep, seconds) for rep in segment.reps),
        shapes=tuple(_shift_span(span, seconds) for span in segment.shapes),
        cues=tuple(replace(cue, at=cue.at + seconds) for cue in segment.cues),
    )


def _shift_rep(rep: Rep, seconds: float) -> Rep:
    return Rep(
        rep.number,
        rep.side,
        rep.start + seconds,
        rep.end + seconds,
        tuple(_shift_span(span, seconds) for span in rep.phases),
    )


def _shift_span(span: Span, seconds: float) -> Span:
    return Span(span.name, span.start + seconds, span.end + seconds)
