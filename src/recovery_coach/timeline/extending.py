"""Ten more seconds of this hold: a longer timeline from a running one."""

from __future__ import annotations

from dataclasses import replace

from recovery_coach.timeline.cues import finished, segment_cues
from recovery_coach.timeline.fitting import fitted, seconds_of
from recovery_coach.timeline.model import Cue, Segment, Span, Timeline
from recovery_coach.timeline.moving import moved


def can_extend(segment: Segment) -> bool:
    """Holds, timed work and everything that prepares can last longer; counted work cannot."""
    return segment.kind != "until_done" and not segment.reps


def extended(timeline: Timeline, index: int, now: float, seconds: float) -> Timeline:
    """The timeline with segment ``index`` lasting ``seconds`` longer from ``now`` on.

    What lies up to ``now`` stays as it was, so cues already given are not given again, but for
    the 3-2-1, which counts the new end. Raises ValueError for a segment that cannot be extended,
    for a ``now`` outside of it, and where ``seconds`` make it no longer.
    """
    segment = timeline.segments[index]
    if not can_extend(segment):
        raise ValueError(f"a {segment.kind} segment with repetitions cannot be extended")
    if not segment.start <= now <= segment.end or seconds <= 0:
        raise ValueError("more seconds can be given only to what is under way")
    later = (moved(after, lambda t: t + seconds) for after in timeline.segments[index + 1 :])
    longer = _lengthen(segment, now, seconds)
    result = replace(timeline, segments=(*timeline.segments[:index], longer, *later))
    longer = replace(longer, cues=_cues_of(result, segment, longer, now))
    return _reclose(replace(result, segments=_with(result.segments, longer)))


def _lengthen(segment: Segment, now: float, seconds: float) -> Segment:
    """The segment with its new end; the shape held now is the one that lasts longer."""

    def later(time: float) -> float:
        return time + seconds if time > now else time

    shapes = tuple(Span(s.name, later(s.start), later(s.end)) for s in segment.shapes)
    return replace(segment, end=segment.end + seconds, shapes=shapes)


def _cues_of(timeline: Timeline, before: Segment, longer: Segment, now: float) -> tuple[Cue, ...]:
    """The cues up to ``now`` as they were, then those that the new length asks for.

    What was said once of the stretch that is under way (its halfway, what comes next) is not said
    again; it is only counted out anew.
    """
    kept = tuple(cue for cue in before.cues if cue.at <= now)
    stretch = longer.shape_at(now) or Span("", longer.start, longer.end)
    said = {(c.kind, c.name) for c in kept if c.at >= stretch.start and c.name != "count"}
    lengths = timeline.lengths or {}
    ends = (cue.at + seconds_of(cue.text, lengths) for cue in kept if cue.kind != "tone")
    silent_from = max(ends, default=now) if timeline.lengths is not None else now
    fresh = (
        cue
        for cue in segment_cues(timeline, longer, closing=False)
        if cue.at > now
        and (cue.kind == "tone" or cue.at >= silent_from)
        and (cue.at >= stretch.end or (cue.kind, cue.name) not in said)
    )
    return (*kept, *fresh)


def _reclose(timeline: Timeline) -> Timeline:
    """The closing words name the whole time: say the new one."""
    last = timeline.segments[-1]
    kept = (cue for cue in last.cues if cue.name != "finished")
    closing = replace(last, cues=tuple(finished(timeline)))
    if timeline.lengths is not None:
        closing = replace(closing, cues=fitted(closing, timeline.lengths))
    last = replace(last, cues=(*kept, *closing.cues))
    return replace(timeline, segments=_with(timeline.segments, last))


def _with(segments: tuple[Segment, ...], changed: Segment) -> tuple[Segment, ...]:
    return (*segments[: changed.index], changed, *segments[changed.index + 1 :])
