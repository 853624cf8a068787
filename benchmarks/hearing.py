"""How far from its plan each sound is heard, quiet and beside a busy process; how it drifts."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np

from benchmarks.ear import missing_programs, sound_server
from benchmarks.figures import Aim, Part, Row
from benchmarks.performances import Performance, perform
from benchmarks.processes import busy

ROUTINE = "core_stability"
BUSY_FOR = 90.0
AIM, DRIFT = 30.0, 5.0
"""Milliseconds: from the plan, and in ten minutes."""
LONG_ENOUGH = 300.0
"""Seconds: in less, a drift cannot be told from the scatter."""
BROKEN = 0.05
"""A sound whose loudness is so much another than usual was broken off somewhere."""


def measure(seconds: float) -> Part:
    """``seconds`` of a session quiet, then a minute and a half beside a busy process."""
    part = Part(f"10. Sounds of {seconds:g} s of {ROUTINE}, as heard through a sound server")
    missing = missing_programs()
    if missing:
        part.notes.append(f"not measured: {', '.join(missing)} cannot be had here")
        return part
    with tempfile.TemporaryDirectory() as folder, sound_server(Path(folder) / "server") as server:
        for name, length in (("quiet", seconds), ("beside a busy process", BUSY_FOR)):
            with busy(name != "quiet"):
                home = Path(folder) / "home"
                done = perform(server, home, ROUTINE, length, longest=length + 60)
            part.rows += _rows(name, done)
    part.notes.append(
        "Offsets are from the middle of the run: the null sink renders ahead of its clock by a"
        " constant that cannot be told from the loudspeaker's own delay."
    )
    return part


def _rows(name: str, done: Performance) -> list[Row]:
    pairs = list(zip(done.cues, done.found, strict=True))[:-2]  # the last may be cut off
    sounds = [(str(cue["kind"]), one) for cue, one in pairs if one.gain > 0]
    late = np.array([one.late for _, one in sounds]) * 1000
    at = np.array([cue["at"] for cue, one in pairs if one.gain > 0])
    given = [cue["given_late"] * 1000 for cue, _ in pairs]
    usual = float(np.median(late))
    offsets = np.abs(late - usual)
    slope = float(np.polyfit(at, late, 1)[0]) * 600 if len(at) > 2 else 0.0
    loud = {kind: np.median([one.gain for k, one in sounds if k == kind]) for kind, _ in sounds}
    broken = sum(abs(one.gain / loud[kind] - 1) > BROKEN for kind, one in sounds)
    rows = [
        _row(f"{name}: offset from plan, p50 of {len(late)}", np.median(offsets)),
        _row(f"{name}: p99", np.percentile(offsets, 99), AIM),
        _row(f"{name}: max", offsets.max()),
        _row(f"{name}: the constant part", usual),
        _row(f"{name}: handed to the loudspeaker late, p99", np.percentile(given, 99)),
        Row(f"{name}: broken off, of {len(late)}", "", (float(broken),)),
    ]
    if at[-1] - at[0] > LONG_ENOUGH:
        rows.append(_row(f"{name}: drift in ten minutes", slope, DRIFT))
    return rows


def _row(name: str, value: float, aim: float | None = None) -> Row:
    return Row(name, "ms", (float(value),), aims=() if aim is None else (Aim(aim),))
