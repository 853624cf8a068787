"""The cues of a timeline: what is said, sounded and breathed, and when.

Cues are data: voice, tones, stage and terminal each perform the same list. The rules are those
people expect of an interval timer (get ready, 3-2-1, halfway from 10 s, the next move named about
9 s before it begins), and they are all in this file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from recovery_coach.base.i18n import duration, tr
from recovery_coach.library.words import dose_words, side_name, side_words
from recovery_coach.timeline.model import Cue, Segment, Span, Timeline

HALFWAY_FROM = 10.0
"""Seconds: a hold at least this long gets a halfway cue."""
NEXT_NAMED_BEFORE = 9.0
"""Seconds before its start that the next move or set is named, where there is room for it."""
COUNT_FROM = 4.0
"""Seconds: a stretch at least this long is counted out with 3-2-1."""


def add_cues(timeline: Timeline) -> tuple[Segment, ...]:
    """The segments with their cues, sorted by time within each."""
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
        for stretch in segment.shapes or (Span("", segment.start, segment.end),):
            cues.extend(countdown(stretch.start, stretch.end))
    if closing:
        cues.extend(finished(timeline))
    # sorted() is stable: at the same instant the tone comes before the words, as written.
    return tuple(sorted(cues, key=lambda cue: cue.at))


def countdown(start: float, end: float) -> Iterator[Cue]:
    """3-2-1 before ``end``, where there is room for all of it."""
    if end - start >= COUNT_FROM:
        for number in (3, 2, 1):
            yield Cue(end - number, "tone", "count", str(number))


def halfway(start: float, end: float) -> Iterator[Cue]:
    """The middle of a hold, where it is long enough to be worth saying."""
    if end - start >= HALFWAY_FROM:
        middle = (start + end) / 2
        yield Cue(middle, "tone", "halfway", tr("Halfway"))
        yield Cue(middle, "say", "halfway", tr("Halfway"))


def _coming(timeline: Timeline, segment: Segment) -> str:
    """What comes after a preparing segment, in words: name, side first, dose."""
    step = timeline.steps[segment.step]
    parts = [tr(step.exercise.name)]
    if segment.side in ("left", "right"):
        parts.append(side_words(segment.side))
    return tr("{move}. {dose}.").format(move=", ".join(parts), dose=dose_words(step.dose))


def _set_words(timeline: Timeline, segment: Segment) -> str:
    dose = timeline.steps[segment.step].dose
    words = tr("Set {set} of {sets}").format(set=segment.set, sets=segment.sets)
    if dose.set_cues:
        words = tr("{set}. {cue}").format(set=words, cue=tr(dose.set_cues[segment.set - 1]))
    if segment.side in ("left", "right"):
        words = tr("{set}, {side}").format(set=words, side=side_words(segment.side))
    return words


def _named_at(segment: Segment) -> float:
    return max(segment.start, segment.end - NEXT_NAMED_BEFORE)


def _get_ready(timeline: Timeline, segment: Segment) -> Iterator[Cue]:
    yield Cue(segment.start, "tone", "get_ready", tr("Get ready"))
    coming = tr("Get ready. {coming}").format(coming=_coming(timeline, segment))
    yield Cue(segment.start, "say", "next", coming)


def _transition(timeline: Timeline, segment: Segment) -> Iterator[Cue]:
    yield Cue(segment.start, "tone", "end", tr("Done"))
    coming = tr("Next: {coming}").format(coming=_coming(timeline, segment))
    yield Cue(_named_at(segment), "say", "next", coming)


def _rest(timeline: Timeline, segment: Segment) -> Iterator[Cue]:
    yield Cue(segment.start, "tone", "end", tr("Rest"))
    if segment.seconds > NEXT_NAMED_BEFORE + 2:
        yield Cue(segment.start, "say", "rest", tr("Rest"))
    yield Cue(_named_at(segment), "say", "next", _set_words(timeline, segment))


def _switch(_: Timeline, segment: Segment) -> Iterator[Cue]:
    yield Cue(segment.start, "tone", "switch", tr("Switch"))
    words = tr("Switch. {side}.").format(side=side_name(segment.side))
    yield Cue(segment.start, "say", "switch", words)


def _until_done(timeline: Timeline, segment: Segment) -> Iterator[Cue]:
    yield Cue(segment.start, "tone", "start", tr("Start"))
    name = tr(timeline.steps[segment.step].exercise.name)
    words = tr("{name}. Take your time; say when you are done.").format(name=name)
    yield Cue(segment.start, "say", "until_done", words)


def _hold(_: Timeline, segment: Segment) -> Iterator[Cue]:
    yield Cue(segment.start, "tone", "start", tr("Start"))
    if not segment.shapes:
        yield Cue(segment.start, "say", "hold", tr("Hold"))
        yield from halfway(segment.start, segment.end)
    for number, shape in enumerate(segment.shapes):
        if number:
            yield Cue(shape.start, "tone", "change", tr("Next shape"))
        yield Cue(shape.start, "say", "shape", tr(shape.name))
        yield from halfway(shape.start, shape.end)


def _work(_: Timeline, segment: Segment) -> Iterator[Cue]:
    yield Cue(segment.start, "tone", "start", tr("Start"))
    if segment.counts == "breaths":
        yield from _breaths(segment)
    elif segment.counts == "timed":
        yield Cue(segment.start, "say", "start", tr("Go"))
        yield from halfway(segment.start, segment.end)
    else:
        yield from _counts(segment)


def _counts(segment: Segment) -> Iterator[Cue]:
    """Each repetition is counted as it begins; the last says so. Long holds inside get a half."""
    for rep in segment.reps:
        last = rep.number == len(segment.reps) and rep.number > 2
        yield Cue(rep.start, "say", "rep", tr("Last one") if last else str(rep.number))
        for phase in rep.phases:
            if phase.name == "hold":
                yield from halfway(phase.start, phase.end)


def _breaths(segment: Segment) -> Iterator[Cue]:
    words = {
        "inhale": tr("Breathe in"),
        "exhale": tr("Breathe out"),
        "hold": tr("Pause"),
    }
    for rep in segment.reps:
        for phase in rep.phases:
            yield Cue(phase.start, "breathe", phase.name, words.get(phase.name, tr(phase.name)))


def finished(timeline: Timeline) -> Iterator[Cue]:
    """The closing cues, at the very end: they name the whole time."""
    end = timeline.total
    yield Cue(end, "tone", "finished", tr("Finished"))
    words = tr("Done: {time}.").format(time=duration(end)) if end >= 1 else tr("Done.")
    yield Cue(end, "say", "finished", words)
