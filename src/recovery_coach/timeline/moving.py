"""A segment at another time: the same, with everything in it moved along."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from recovery_coach.timeline.model import Rep, Segment, Span

Move = Callable[[float], float]
"""From an instant to where it lies now; equal instants stay equal, so that no gap can open."""


def moved(segment: Segment, to: Move) -> Segment:
    """``segment`` with its times, repetitions, shapes and cues moved."""
    return replace(
        segment,
        start=to(segment.start),
        end=to(segment.end),
        reps=tuple(_rep(rep, to) for rep in segment.reps),
        shapes=tuple(_span(span, to) for span in segment.shapes),
        cues=tuple(replace(cue, at=to(cue.at)) for cue in segment.cues),
    )


def _rep(rep: Rep, to: Move) -> Rep:
    phases = tuple(_span(span, to) for span in rep.phases)
    return Rep(rep.number, rep.side, to(rep.start), to(rep.end), phases)


def _span(span: Span, to: Move) -> Span:
    return Span(span.name, to(span.start), to(span.end))
