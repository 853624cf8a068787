"""The cues of a timeline: what is said, sounded and breathed, and when.

Cues are data: voice, tones, captions, stage and terminal each perform the same list. The rules are
those people expect of an interval timer (get ready, 3-2-1, halfway from 10 s, the next move named
about 9 s before it begins) and of a coach whom one follows with closed eyes: which side, how many,
what the body does now. They are all in this file and in :mod:`~recovery_coach.timeline.counting`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from recovery_coach.base.i18n import spoken_duration, tr, trn
from recovery_coach.library.words import side_name, side_words, spoken_dose
from recovery_coach.timeline.counting import breaths, counts
from recovery_coach.timeline.fitting import fitted
from recovery_coach.timeline.model import Cue, PlannedStep, Segment, Span, Timeline

HALFWAY_FROM = 10.0
"""Seconds: a hold at least this long gets a halfway cue."""
NEXT_NAMED_BEFORE = 9.0
"""Seconds before its start that the next move or set is named, where there is room for it."""
COUNT_FROM = 4.0
"""Seconds: a stretch at least this long is counted out with 3-2-1."""
TICK = 0.1
"""Seconds from a tick to the number it is counted with: one is heard after the other."""
ROUNDED_FROM = 120.0
"""Seconds: a whole session at least this long is named in whole minutes."""


def add_cues(timeline: Timeline) -> tuple[Segment, ...]:
    """The segments with their cues, sorted by time within each, and fitted where that is asked."""
    last = len(timeline.segments) - 1
    return tuple(
        replace(segment, cues=segment_cues(timeline, segment, closing=segment.index == last))
        for segment in timeline.segments
    )


def segment_cues(timeline: Timeline, segment: Segment, closing: bool) -> tuple[Cue, ...]:
    """The cues of one segment; ``closing`` adds those of the end of the session."""
    makers = {
        "get_ready": _get_ready,
        "transition": _transition,
        "rest": _rest,
        "switch": _switch,
        "until_done": _until_done,
        "hold": _hold,
        "work": _work,
    }
    cues = list(makers[segment.kind](timeline, segment))
    if segment.kind != "until_done":
        # Where repetitions are counted, seconds in between would be taken for some of them.
        aloud = timeline.options.count_aloud != "none" and not segment.reps
        for stretch in segment.shapes or (Span("", segment.start, segment.end),):
            cues.extend(countdown(stretch.start, stretch.end, aloud))
    if closing:
        cues.extend(finished(timeline))
    # sorted() is stable: at the same instant the tone comes before the words, as written.
    ordered = tuple(sorted(cues, key=lambda cue: cue.at))
    if timeline.lengths is None:
        return ordered
    return fitted(replace(segment, cues=ordered), timeline.lengths)


def countdown(start: float, end: float, aloud: bool = True) -> Iterator[Cue]:
    """3-2-1 before ``end``, where there is room for all of it."""
    if end - start >= COUNT_FROM:
        for number in (3, 2, 1):
            yield Cue(end - number, "tone", "count", str(number))
            if aloud:
                yield Cue(end - number + TICK, "say", "count", str(number), slack=0.1)


def halfway(start: float, end: float) -> Iterator[Cue]:
    """The middle of a hold, where it is long enough to be worth saying."""
    if end - start >= HALFWAY_FROM:
        middle = (start + end) / 2
        yield Cue(middle, "tone", "halfway", tr("Halfway"))
        yield Cue(middle, "say", "halfway", tr("Halfway"), slack=0.5)


# -- what prepares -------------------------------------------------------------------------


def _coming(timeline: Timeline, segment: Segment) -> tuple[str, ...]:
    """What comes after a preparing segment: name, side, dose, what to fetch; then ever less."""
    step = timeline.step_of(segment)
    name = tr(step.exercise.name)
    if segment.side in ("left", "right"):
        name = ", ".join((name, side_words(segment.side)))
    dose = tr("{move}. {dose}.").format(move=name, dose=spoken_dose(step.dose))
    fetched = _to_fetch(timeline, segment)
    texts = [dose, tr("{move}.").format(move=name)]
    if fetched:
        items = ", ".join(tr(item) for item in fetched)
        texts.insert(0, tr("{coming} You need: {items}.").format(coming=dose, items=items))
    return tuple(texts)


def _to_fetch(timeline: Timeline, segment: Segment) -> list[str]:
    """What the move needs that the one before it did not."""
    at_hand = set(_before(timeline, segment).exercise.equipment) if segment.step else set()
    at_hand.add("mat")  # asked for before the start, and under one all the time
    needed = timeline.step_of(segment).exercise.equipment
    return [item for item in needed if item not in at_hand]


def _before(timeline: Timeline, segment: Segment) -> PlannedStep:
    return timeline.steps[segment.step - 1]


def _position(timeline: Timeline, segment: Segment, at: float) -> Iterator[Cue]:
    """How to get there, where it is another position than before: in full, or how it begins.

    Where sets differ, it is how the first one goes.
    """
    step = timeline.step_of(segment)
    if step.dose.set_cues:
        text = tr(step.dose.set_cues[segment.set - 1])
        yield Cue(at, "say", "position", f"{text}.", slack=max(0.0, segment.end - at))
        return
    if segment.step and _same_position(step, _before(timeline, segment)):
        return
    text = tr(step.exercise.start)
    shorter = (re.split(r"(?<=[.;])\s", text)[0], re.split(r"[,.;:]", text)[0] + ".")
    less = tuple(dict.fromkeys(one for one in shorter if one != text))
    yield Cue(at, "say", "position", text, less, slack=max(0.0, segment.end - at))


def _same_position(step: PlannedStep, before: PlannedStep) -> bool:
    """Nobody has to be told how to get there; the easier way may well be elsewhere."""
    ways = step.easier or before.easier
    return not ways and step.exercise.position == before.exercise.position


def _named_at(segment: Segment) -> float:
    return max(segment.start, segment.end - NEXT_NAMED_BEFORE)


def _get_ready(timeline: Timeline, segment: Segment) -> Iterator[Cue]:
    yield Cue(segment.start, "tone", "get_ready", tr("Get ready"))
    coming = _coming(timeline, segment)
    full = tuple(tr("Get ready. {coming}").format(coming=text) for text in coming)
    yield Cue(segment.start, "say", "next", full[0], (*coming, full[-1]), slack=1.0)
    yield from _position(timeline, segment, segment.start)


def _transition(timeline: Timeline, segment: Segment) -> Iterator[Cue]:
    yield Cue(segment.start, "tone", "end", tr("Done"))
    coming = _coming(timeline, segment)
    full = tuple(tr("Next: {coming}").format(coming=text) for text in coming)
    at = _named_at(segment)
    yield Cue(at, "say", "next", full[0], (*full[1:], coming[-1]), slack=1.0)
    yield from _position(timeline, segment, at)


def _rest(timeline: Timeline, segment: Segment) -> Iterator[Cue]:
    yield Cue(segment.start, "tone", "end", tr("Rest"))
    if segment.seconds > NEXT_NAMED_BEFORE + 2:
        words = tr("Rest {time}.").format(time=spoken_duration(segment.seconds))
        yield Cue(segment.start, "say", "rest", words, (tr("Rest."),))
    texts = _set_words(timeline, segment)
    yield Cue(_named_at(segment), "say", "next", texts[0], texts[1:], slack=1.0)


def _set_words(timeline: Timeline, segment: Segment) -> tuple[str, ...]:
    """The set to come: which, how many where that changes, its cue, its side; then less."""
    dose = timeline.step_of(segment).dose
    first = tr("Set {set} of {sets}").format(set=segment.set, sets=segment.sets)
    parts = [first]
    if dose.kind == "descending":
        reps = dose.reps_in(segment.set - 1)
        parts.append(trn("{n} rep", "{n} reps", reps))
    if segment.side in ("left", "right"):
        parts.append(side_words(segment.side))
    texts = [", ".join(parts)]
    if dose.set_cues:
        cue = tr(dose.set_cues[segment.set - 1])
        texts.insert(0, tr("{set}. {cue}").format(set=texts[0], cue=cue))
        texts.insert(1, cue)
    if segment.side in ("left", "right"):
        texts.append(side_name(segment.side))
    texts.append(first)
    return tuple(f"{text}." for text in dict.fromkeys(texts))


def _switch(_: Timeline, segment: Segment) -> Iterator[Cue]:
    yield Cue(segment.start, "tone", "switch", tr("Switch"))
    side = side_name(segment.side)
    words = tr("Switch. {side}.").format(side=side)
    yield Cue(segment.start, "say", "switch", words, (f"{side}.",), slack=0.5)


def _until_done(timeline: Timeline, segment: Segment) -> Iterator[Cue]:
    yield Cue(segment.start, "tone", "start", tr("Start"))
    name = tr(timeline.step_of(segment).exercise.name)
    words = tr("{name}. Take your time, then press Enter.").format(name=name)
    yield Cue(segment.start, "say", "until_done", words)


# -- what is done --------------------------------------------------------------------------


def _set_at_once(timeline: Timeline, segment: Segment) -> Iterator[Cue]:
    """The set, where it follows the one before without a rest in which it could be named."""
    before = timeline.segments[segment.index - 1] if segment.index else None
    if before is not None and before.performed and before.step == segment.step:
        cues = timeline.step_of(segment).dose.set_cues
        # It is under way already: where sets differ, how this one goes is all there is time for.
        own = (f"{tr(cues[segment.set - 1])}.",) if cues else ()
        texts = own or _set_words(timeline, segment)
        yield Cue(segment.start, "say", "set", texts[0], texts[1:], slack=0.5)


def _hold(timeline: Timeline, segment: Segment) -> Iterator[Cue]:
    yield Cue(segment.start, "tone", "start", tr("Start"))
    yield from _set_at_once(timeline, segment)
    if not segment.shapes:
        words = tr("Hold. {time}.").format(time=spoken_duration(segment.seconds))
        yield Cue(segment.start, "say", "hold", words, (tr("Hold."),), slack=0.5)
        yield from halfway(segment.start, segment.end)
    for number, shape in enumerate(segment.shapes):
        if number:
            yield Cue(shape.start, "tone", "change", tr("Next shape"))
        yield Cue(shape.start, "say", "shape", tr(shape.name), slack=0.5)
        yield from halfway(shape.start, shape.end)


def _work(timeline: Timeline, segment: Segment) -> Iterator[Cue]:
    yield Cue(segment.start, "tone", "start", tr("Start"))
    yield from _set_at_once(timeline, segment)
    if segment.counts == "breaths":
        yield from breaths(segment)
    elif segment.counts == "timed":
        yield Cue(segment.start, "say", "start", tr("Go"), slack=0.5)
        yield from halfway(segment.start, segment.end)
    else:
        yield from counts(segment, timeline.options.count_aloud)
        for rep in segment.reps:
            for phase in rep.phases:
                if phase.name == "hold":
                    yield from halfway(phase.start, phase.end)


def finished(timeline: Timeline) -> Iterator[Cue]:
    """The closing cues, at the very end: they name the whole time."""
    end = timeline.total
    yield Cue(end, "tone", "finished", tr("Finished"))
    rounded = round(end / 60) * 60 if end >= ROUNDED_FROM else end
    words = tr("Done: {time}.").format(time=spoken_duration(rounded)) if end >= 1 else tr("Done.")
    yield Cue(end, "say", "finished", words, (tr("Done."),))
