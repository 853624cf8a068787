"""How loud a sound is to an ear, in LUFS: ITU-R BS.1770-4, the loudest 400 ms of it.

The two filters are given in the recommendation for 48 kHz; here they are worked out for our rate
from the analogue forms behind them (De Man, "Evaluation of implementations of the EBU R128
loudness measurement", AES 2018). A short tone is measured as what it is within 400 ms: an ear adds
up about as long, so that a tick of a tenth of a second is softer than a tone of four at one level.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from recovery_coach.sound.pcm import FULL, RATE, Samples

WINDOW = 0.4
"""Seconds over which loudness is added up: BS.1770's momentary loudness."""
STEP = 0.1
"""Seconds between two windows."""
SILENCE = -70.0
"""LUFS: below this nothing is heard; also what silence is given."""


def loudness(samples: Samples, rate: int = RATE) -> float:
    """The loudest 400 ms of a mono sound, in LUFS; silence is added to what is shorter."""
    power = [value * value for value in _weighted((s / (FULL + 1) for s in samples), rate)]
    window, step = round(WINDOW * rate), round(STEP * rate)
    loudest = 0.0
    for start in range(0, max(1, len(power) - window + step), step):
        loudest = max(loudest, math.fsum(power[start : start + window]) / window)
    return -0.691 + 10 * math.log10(loudest) if loudest > 1e-8 else SILENCE


def _weighted(samples: Iterable[float], rate: int) -> Iterator[float]:
    """As the head and the ear colour it: a shelf above 1.7 kHz, and less below 60 Hz."""
    shelved = _filtered(samples, *_shelf(rate))
    return _filtered(shelved, *_high_pass(rate))


Three = tuple[float, float, float]


def _filtered(samples: Iterable[float], ahead: Three, back: Three) -> Iterator[float]:
    """One second-order filter, in the transposed direct form."""
    b0, b1, b2 = ahead
    _, a1, a2 = back
    first = second = 0.0
    for x in samples:
        y = b0 * x + first
        first = b1 * x - a1 * y + second
        second = b2 * x - a2 * y
        yield y


def _shelf(rate: int) -> tuple[Three, Three]:
    gain, quality, frequency = 3.999843853973347, 0.7071752369554196, 1681.974450955533
    k = math.tan(math.pi * frequency / rate)
    high = 10 ** (gain / 20)
    band = high**0.4996667741545416
    a0 = 1 + k / quality + k * k
    ahead = (
        (high + band * k / quality + k * k) / a0,
        2 * (k * k - high) / a0,
        (high - band * k / quality + k * k) / a0,
    )
    return ahead, (1.0, 2 * (k * k - 1) / a0, (1 - k / quality + k * k) / a0)


def _high_pass(rate: int) -> tuple[Three, Three]:
    quality, frequency = 0.5003270373238773, 38.13547087602444
    k = math.tan(math.pi * frequency / rate)
    a0 = 1 + k / quality + k * k
    return (1.0, -2.0, 1.0), (1.0, 2 * (k * k - 1) / a0, (1 - k / quality + k * k) / a0)
