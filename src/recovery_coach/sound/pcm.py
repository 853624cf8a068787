"""Sound as numbers: one format for all of it, so that one stream of the sound server plays all.

Mono, 16 bits, 22,050 Hz: what the voice is made in. No tone here has anything above 4 kHz.
"""

from __future__ import annotations

import io
import sys
import wave
from array import array
from typing import TypeAlias

RATE = 22_050
"""Samples a second."""
FULL = 32_767
"""The largest sample."""

Samples: TypeAlias = "array[int]"
"""Signed 16-bit samples, typecode ``h``."""


def seconds(samples: Samples) -> float:
    """How long it lasts."""
    return len(samples) / RATE


def peak(samples: Samples) -> float:
    """The largest sample, as a share of the largest there can be: 1.0 is full scale."""
    return max((abs(sample) for sample in samples), default=0) / FULL


def scaled(samples: Samples, factor: float) -> Samples:
    """Louder or softer; what would be above full scale is held there."""
    return array("h", (max(-FULL, min(FULL, round(sample * factor))) for sample in samples))


def to_wav(samples: Samples) -> bytes:
    """A WAV file with these samples."""
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(RATE)
        writer.writeframes(_little_endian(samples))
    return file.getvalue()


def from_wav(data: bytes) -> Samples:
    """The samples of a WAV file in this format; ValueError for any other, or a damaged one."""
    try:
        with wave.open(io.BytesIO(data), "rb") as reader:
            if reader.getparams()[:3] != (1, 2, RATE):
                raise ValueError("not mono, 16 bits, 22,050 Hz")
            frames = reader.readframes(reader.getnframes())
            if len(frames) != 2 * reader.getnframes():
                raise ValueError("it breaks off")
    except (wave.Error, EOFError) as error:
        raise ValueError(f"not a WAV file: {error!r}") from error
    samples = array("h")
    samples.frombytes(frames)
    return _swapped(samples)


def _little_endian(samples: Samples) -> bytes:
    return _swapped(samples).tobytes()


def _swapped(samples: Samples) -> Samples:
    if sys.byteorder == "little":
        return samples
    swapped = array("h", samples)
    swapped.byteswap()
    return swapped
