"""The tones of a session, made by arithmetic: soft, each unlike the others, all equally loud.

They are marimba-like: a note with a little of its fourth partial, struck softly and dying away.
What rises begins something, what falls ends it, a repeated note is on the way: they can be told
apart without a trained ear, and by somebody who hears no high notes (all are below 1,200 Hz).
"""

from __future__ import annotations

import math
from array import array
from dataclasses import dataclass

from recovery_coach.sound.loudness import loudness
from recovery_coach.sound.pcm import FULL, RATE, Samples, scaled
from recovery_coach.timeline.fitting import TONE_SECONDS

LOUDNESS = -23.0
"""LUFS of every tone: that of the voice (:mod:`recovery_coach.sound.espeak`), within 1 LU."""
ATTACK = 0.012
"""Seconds in which a note comes in: quicker it would click."""
RELEASE = 0.03
"""Seconds in which it is gone at the end."""
MADE_BY = "1"
"""Raise it when any tone changes: kept files are made anew."""

G4, A4, C5, D5, E5, G5, A5, C6 = 392.0, 440.0, 523.25, 587.33, 659.26, 783.99, 880.0, 1046.5


@dataclass(frozen=True, slots=True)
class Note:
    """One struck note: Hz, seconds from the tone's start, and how loud beside the others."""

    frequency: float
    at: float = 0.0
    level: float = 1.0


TONES: dict[str, tuple[Note, ...]] = {
    "get_ready": (Note(G4), Note(G4, 0.14)),
    "count": (Note(A5),),
    "start": (Note(C5), Note(G5, 0.09)),
    "end": (Note(G5), Note(C5, 0.11)),
    "switch": (Note(E5), Note(A5, 0.1), Note(E5, 0.2)),
    "change": (Note(D5), Note(E5, 0.1)),
    "halfway": (Note(D5), Note(D5, 0.11)),
    "finished": (Note(C5), Note(E5, 0.14), Note(G5, 0.28), Note(C6, 0.42, 1.2)),
}
"""The notes of every tone there is. How long each is stands in the timeline's ``TONE_SECONDS``."""
TICK = 0.09
"""Seconds of the tone that a number is counted with."""


def tone(name: str) -> Samples:
    """The tone ``name``. Raises KeyError where there is none."""
    length = TONE_SECONDS.get(name, TICK)
    count = round(length * RATE)
    raw = [0.0] * count
    for note in TONES[name]:
        _strike(raw, note)
    top = max(map(abs, raw))
    release = round(RELEASE * RATE)
    shaped = (
        value / top * 0.5 * min(1.0, (count - index) / release) for index, value in enumerate(raw)
    )
    samples = array("h", (round(value * FULL) for value in shaped))
    return scaled(samples, 10 ** ((LOUDNESS - loudness(samples)) / 20))


def _strike(raw: list[float], note: Note) -> None:
    """Add ``note`` to ``raw``."""
    first = round(note.at * RATE)
    for index in range(first, len(raw)):
        t = (index - first) / RATE
        swing = math.sin(2 * math.pi * note.frequency * t)
        partial = 0.18 * math.sin(8 * math.pi * note.frequency * t) * math.exp(-t / 0.05)
        envelope = min(1.0, t / ATTACK) * math.exp(-t / 0.22)
        raw[index] += note.level * envelope * (swing + partial)
