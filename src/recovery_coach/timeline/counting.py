"""Repetitions and breaths as a coach counts them: the number as each begins, and what to do.

The phases of a movement are named while one gets into it, in the first two repetitions; after that
only where somebody would wait for the word, before and after a hold. Too much talk is as wrong as
too little.
"""

from __future__ import annotations

from collections.abc import Iterator

from recovery_coach.base.i18n import noted, tr, trn
from recovery_coach.library.words import breath_words, side_name
from recovery_coach.timeline.model import CountAloud, Cue, Rep, Segment, Span

TAUGHT = 2
"""Repetitions (of each side, where they alternate) in which every phase is named."""
SHORTEST = 1.0
"""Seconds: a shorter phase is over before its name is."""
AWAITED = 3.0
"""Seconds: a hold at least this long is named, and what follows it, in every repetition."""
LAST = 3
"""How many repetitions are counted where only the last are."""


def counts(segment: Segment, aloud: CountAloud) -> Iterator[Cue]:
    """Each repetition is counted as it begins; the last says so."""
    taught = TAUGHT * (2 if segment.side == "alternate" else 1)
    for rep in segment.reps:
        learning = rep.number <= taught
        number = _number(rep, len(segment.reps), aloud)
        first = _first_word(segment, rep) if learning else ""
        both = ", ".join(part for part in (number, first) if part)
        if both:
            shorter = (number,) if number and first else ()
            yield Cue(rep.start, "say", "rep", both, shorter, slack=0.3)
        yield from _phases(rep, learning)


def _number(rep: Rep, reps: int, aloud: CountAloud) -> str:
    """What is counted at ``rep``: its number, how many are left, that it is the last."""
    left = reps - rep.number + 1
    if aloud == "none" or (aloud == "last_three" and left > LAST):
        return ""
    if left == 1 and reps > 2:
        return tr("Last one")
    if aloud == "last_three":
        return trn("{n} more", "{n} more", left)
    return str(rep.number)


def _first_word(segment: Segment, rep: Rep) -> str:
    """What a repetition begins with: its side where they alternate, else its first phase."""
    if segment.side == "alternate":
        return side_name(rep.side)
    first = rep.phases[0] if len(rep.phases) > 1 else None
    return tr(first.name) if first is not None and _seconds(first) >= SHORTEST else ""


def _phases(rep: Rep, learning: bool) -> Iterator[Cue]:
    """The names of the phases after the first, where they are worth it."""
    before: Span | None = None
    for phase in rep.phases:
        awaited = any(
            span is not None and span.name == "hold" and _seconds(span) >= AWAITED
            for span in (before, phase)
        )
        long = _seconds(phase) >= SHORTEST
        if before is not None and long and (learning or awaited):
            slack = max(0.45, min(1.0, _seconds(phase) / 3))
            yield Cue(phase.start, "say", "phase", tr(phase.name), slack=slack)
        before = phase


def breaths(segment: Segment) -> Iterator[Cue]:
    """Each phase of a breath; in few words once the pace is known."""
    short = {"inhale": noted("In"), "exhale": noted("Out"), "hold": noted("Pause")}
    last = len(segment.reps)
    for rep in segment.reps:
        for number, phase in enumerate(rep.phases):
            brief = tr(short.get(phase.name, phase.name))
            text = breath_words(phase.name) if rep.number <= TAUGHT else brief
            shorter = (brief,)
            if rep.number == last > TAUGHT and number == 0:
                shorter = (text,)
                text = tr("Last one. {text}").format(text=text)
            less = tuple(one for one in shorter if one != text)
            yield Cue(phase.start, "breathe", phase.name, text, less, slack=0.3)


def _seconds(span: Span) -> float:
    return span.end - span.start
