"""One session heard: the real window plays it aloud, an ear records it, and both are compared."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import wave
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.ear import Ear, Found, Heard, Planned, Signal, listen_for, rest_of
from benchmarks.processes import ROOT

SPOKEN = ("say", "breathe")


@dataclass(frozen=True, slots=True)
class Performance:
    """What was planned of a session, cue by cue, and where each was heard."""

    cues: list[dict[str, Any]]
    """Each as ``benchmarks.singing`` tells it: ``at``, ``kind``, ``name``, ``text`` …"""
    found: list[Found]
    heard: Heard

    @property
    def late(self) -> list[float]:
        """Seconds from when each sound was due to when it was heard, in the order of the plan."""
        return [one.late for one in self.found]

    @property
    def unexplained(self) -> float:
        """The share of all energy heard that no planned sound explains."""
        return rest_of(self.heard, self.found)

    def lines(self) -> Iterator[str]:
        """The session as it was heard, a line for each sound."""
        usual = float(np.median(self.late))
        for cue, one in zip(self.cues, self.found, strict=True):
            mark = "♪ " if cue["kind"] == "tone" else ""
            late = (one.late - usual) * 1000
            yield f"{cue['at']:7.2f} {late:+6.1f} ms  {mark}{cue['text']}"


def perform(
    server: Mapping[str, str], home: Path, routine: str, seconds: float, longest: float
) -> Performance:
    """Play ``routine`` for ``seconds`` before an ear; it must be over after ``longest`` seconds.

    RuntimeError where the window did not end in time, or said something on standard error.
    """
    environment = {**os.environ, **server, "QT_QPA_PLATFORM": "offscreen"}
    ear = Ear(environment)
    command = [sys.executable, "-m", "benchmarks.singing", str(home), routine, str(seconds)]
    try:
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=longest,
            check=False,
        )  # fmt: skip
    finally:
        heard = ear.stop()
    if done.returncode or done.stderr.strip():
        raise RuntimeError(f"exit code {done.returncode}: {done.stderr[-2000:]}")
    cues = [json.loads(line) for line in done.stdout.splitlines()]
    cues = [cue for cue in cues if cue["file"] is not None]
    planned = [Planned(cue["text"], _samples(Path(cue["file"])), cue["due"]) for cue in cues]
    return Performance(cues, listen_for(heard, planned), heard)


def _samples(file: Path) -> Signal:
    with wave.open(str(file)) as reader:
        frames = reader.readframes(reader.getnframes())
    return np.frombuffer(frames, dtype="<i2") / 32768.0
