"""The tones: soft, equally loud, unlike each other, and never longer than they are planned."""

from __future__ import annotations

import math
from array import array
from itertools import combinations

import numpy as np
import pytest

from recovery_coach.library.models import Step
from recovery_coach.sound.loudness import SILENCE, loudness
from recovery_coach.sound.pcm import FULL, RATE, Samples, from_wav, peak, scaled, seconds, to_wav
from recovery_coach.sound.tones import LOUDNESS, TICK, TONES, tone
from recovery_coach.timeline import cues
from recovery_coach.timeline.fitting import TONE_SECONDS
from tests.factories import timeline

NAMES = sorted(TONES)


def sine(frequency: float, level: float, length: float, rate: int = RATE) -> Samples:
    steps = range(round(length * rate))
    wave = (level * FULL * math.sin(2 * math.pi * frequency * n / rate) for n in steps)
    return array("h", (round(value) for value in wave))


def test_a_full_scale_sine_of_1_khz_has_the_loudness_the_recommendation_gives():
    # ITU-R BS.1770-4: 0 dBFS, 997 Hz, one front channel reads -3.01 LUFS.
    assert loudness(sine(997, 1.0, 1.0, 48_000), 48_000) == pytest.approx(-3.01, abs=0.02)
    assert loudness(sine(997, 1.0, 1.0)) == pytest.approx(-3.01, abs=0.05)


def test_ten_times_less_is_twenty_softer_and_silence_is_silence():
    assert loudness(sine(997, 0.1, 1.0)) == pytest.approx(-23.01, abs=0.05)
    assert loudness(array("h", [0] * RATE)) == SILENCE
    assert loudness(array("h")) == SILENCE


@pytest.mark.parametrize("name", NAMES)
def test_every_tone_is_equally_loud_and_far_from_clipping(name: str):
    made = tone(name)
    assert loudness(made) == pytest.approx(LOUDNESS, abs=0.1)
    assert peak(made) < 0.5


@pytest.mark.parametrize("name", NAMES)
def test_every_tone_comes_in_softly_and_dies_away(name: str):
    made = np.abs(np.array(tone(name), dtype=float)) / FULL
    assert made[: RATE // 1000].max() < 0.03  # no click in the first millisecond
    assert made[-RATE // 1000 :].max() < 0.02


@pytest.mark.parametrize("name", NAMES)
def test_no_tone_is_longer_than_it_was_planned(name: str):
    assert seconds(tone(name)) <= TONE_SECONDS.get(name, TICK) + 1 / RATE
    assert cues.TICK >= TICK  # a number is said after its tick


def test_no_tone_can_be_taken_for_another():
    made = {name: np.array(tone(name), dtype=float) for name in TONES}
    for one, other in combinations(made.values(), 2):
        size = max(len(one), len(other))
        products = np.correlate(np.pad(one, (0, size - len(one))), other, "full")
        alike = np.abs(products).max() / np.sqrt(np.sum(one**2) * np.sum(other**2))
        assert alike < 0.8


def test_there_is_a_tone_for_every_cue_that_asks_for_one():
    long = Step(exercise="plank", hold=12, shapes=("Round", "Arch"), sets=2, rest=20)
    steps = (long, Step(exercise="side_plank", hold=12), Step(exercise="pack_up"))
    asked = {
        cue.name
        for segment in timeline(*steps).segments
        for cue in segment.cues
        if cue.kind == "tone"
    }
    assert asked == set(TONES)


def test_a_wav_file_gives_back_what_was_put_into_it():
    made = tone("count")
    assert from_wav(to_wav(made)) == made
    assert list(scaled(array("h", [FULL, -FULL, 100]), 2)) == [FULL, -FULL, 200]


@pytest.mark.parametrize(
    "damage",
    [lambda data: b"", lambda data: data[:20], lambda data: data[:-10], lambda data: b"x" * 300],
)
def test_a_damaged_wav_file_is_refused(damage):
    with pytest.raises(ValueError, match=r"WAV|breaks off"):
        from_wav(damage(to_wav(tone("count"))))
