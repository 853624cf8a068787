"""Fits what is said into the time there is: no phrase runs into another, or into a tone.

A cue says what a coach would say if there were room. Here each is given its place: what matters
most first; said in full where that fits, shorter where it does not, a moment later where that is
still in time, and else left out. Pure: it knows of a voice only how long each text takes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from recovery_coach.timeline.model import Cue, Segment

BREATH = 0.08
"""Seconds of silence between a phrase and what comes next."""
TONE_SECONDS = {
    "get_ready": 0.35,
    "start": 0.3,
    "end": 0.35,
    "switch": 0.4,
    "change": 0.3,
    "halfway": 0.3,
    "finished": 0.9,
}
"""The longest that each tone may be. ``count`` is missing: its soft tick may sound under a word."""
IMPORTANCE = (
    frozenset(
        {"finished", "switch", "next", "shape", "set", "until_done", "hold", "start", "rest"}
    ),
    frozenset({"rep"}),
    frozenset({"phase"}),
    frozenset({"halfway"}),
    frozenset({"count"}),
    frozenset({"position"}),
)
"""What goes before what, where there is no room for both."""

Lengths = Mapping[str, float]
Interval = tuple[float, float]


def seconds_of(text: str, lengths: Lengths) -> float:
    """How long ``text`` takes to be said; where that is not known, guessed from its letters."""
    return lengths.get(text) or 0.15 + 0.09 * len(text)


def fitted(segment: Segment, lengths: Lengths) -> tuple[Cue, ...]:
    """The cues of ``segment`` that can be given, with the words there is room for.

    Every segment begins with a tone, so what is said in one ends before the next. A wait has all
    the time there is. The closing words stay with their tone at the very end, where no time is
    left to move them in: whoever performs them lets the tone ring out first.
    """
    cues = segment.cues
    kept = {index: cue for index, cue in enumerate(cues) if cue.kind == "tone"}
    busy: list[Interval] = [
        (cue.at, cue.at + TONE_SECONDS[cue.name])
        for cue in kept.values()
        if cue.name in TONE_SECONDS
    ]
    spoken = [index for index, cue in enumerate(cues) if cue.kind != "tone"]
    for index in sorted(spoken, key=lambda index: (_rank(cues[index]), index)):
        if cues[index].name == "finished":
            kept[index] = replace(cues[index], text=_texts(cues[index], lengths)[0], shorter=())
            continue
        endless = segment.kind == "until_done"
        placed = _place(cues[index], busy, float("inf") if endless else segment.end, lengths)
        if placed is not None:
            kept[index] = placed
            busy.append((placed.at, placed.at + seconds_of(placed.text, lengths)))
    return tuple(sorted(_sensible(kept), key=lambda cue: cue.at))


def texts_of(cues: Iterable[Cue]) -> tuple[str, ...]:
    """Every text that may be said, each once: what a voice is to learn before it starts."""
    texts = (text for cue in cues if cue.kind != "tone" for text in (cue.text, *cue.shorter))
    return tuple(dict.fromkeys(texts))


def _rank(cue: Cue) -> int:
    ranks = (rank for rank, names in enumerate(IMPORTANCE) if cue.name in names)
    # A pause between two breaths is named like the hold of a repetition.
    return 1 if cue.kind == "breathe" else next(ranks, len(IMPORTANCE))


def _place(cue: Cue, busy: list[Interval], limit: float, lengths: Lengths) -> Cue | None:
    """Where ``cue`` has room, in as many words as possible; None where it has none."""
    # The tone that a phrase belongs to goes before it: the phrase is not late after that.
    own = max((end - start for start, end in busy if start == cue.at), default=0.0)
    latest = cue.at + cue.slack + own + BREATH
    starts = [cue.at, *(end + BREATH for _, end in busy)]
    inside = sorted(start for start in starts if cue.at <= start <= latest)
    for text in _texts(cue, lengths):
        seconds = seconds_of(text, lengths)
        for start in inside:
            if start + seconds + BREATH <= limit and _is_free(start, start + seconds, busy):
                return replace(cue, at=start, text=text, shorter=(), slack=0.0)
    return None


def _texts(cue: Cue, lengths: Lengths) -> tuple[str, ...]:
    """What may be said: of that only what the voice has learnt, if it has learnt any of it.

    What it has not is, for example, a total that has just changed.
    """
    texts = (cue.text, *cue.shorter)
    return tuple(text for text in texts if text in lengths) or texts


def _is_free(start: float, end: float, busy: list[Interval]) -> bool:
    return all(end + BREATH <= other or start >= till for other, till in busy)


def _sensible(kept: dict[int, Cue]) -> list[Cue]:
    """Without a count that would break off: "Three. Two." promises a one."""
    result: list[Cue] = []
    following: Cue | None = None
    for index in sorted(kept, reverse=True):
        cue = kept[index]
        if cue.kind == "say" and cue.name == "count":
            if cue.text != "1" and not _counts_on(cue, following):
                continue
            following = cue
        result.append(cue)
    return result[::-1]


def _counts_on(cue: Cue, following: Cue | None) -> bool:
    """Whether ``following`` is the next lower number, about a second later."""
    if following is None or following.at - cue.at >= 2.0:
        return False
    return int(following.text) == int(cue.text) - 1
