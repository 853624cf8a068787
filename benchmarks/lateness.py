"""How late cues are, in the window and in the terminal, quiet and beside a busy process."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.children import shown
from benchmarks.display import Display
from benchmarks.figures import Aim, Part, Row, middle, percentile
from benchmarks.processes import busy, running
from benchmarks.windows import ROUTINE

COMMAND = Path(sys.executable).with_name("recovery-coach")
ENDS = 3
"""Cues at either end whose middle is compared for drift."""


def measure(seconds: float, display: Display, home: Path) -> Part:
    """The window, a bare timer, the terminal; ``seconds`` of a session each, quiet, then busy."""
    part = Part(
        f"3. Lateness of cues over {seconds:g} s of {ROUTINE}; beside it a bare 100 ms timer"
    )
    for name, limit in (("quiet", 5.0), ("beside a busy process", 10.0)):
        with busy(name != "quiet"):
            window = _in_window(f"coach('cues', {seconds})", seconds, display, home)
            bare = _in_window(f"bare({seconds})", seconds, display, home)
            terminal = _in_terminal(seconds, home)
        part.rows += _rows(f"window, {name}", window, bare, limit)
        part.rows += _rows(f"terminal, {name}", terminal, bare, limit)
    return part


def _rows(name: str, late: Sequence[float], bare: Sequence[float], limit: float) -> list[Row]:
    if not late:
        return []
    rows = [
        Row(f"{name}: p50 of {len(late)}", "ms", (middle(late),), (middle(bare),), "timer"),
        Row(
            f"{name}: p99",
            "ms",
            (percentile(late, 99),),
            (percentile(bare, 99),),
            f"timer, of {len(bare)},",
            (Aim(limit),),
        ),
        Row(f"{name}: max", "ms", (max(late),), (max(bare),), "timer"),
    ]
    if len(late) >= 2 * ENDS:
        drift = middle(late[-ENDS:]) - middle(late[:ENDS])
        rows.append(Row(f"{name}: drift, last {ENDS} cues - first", "ms", (drift,)))
    return rows


def _in_window(call: str, seconds: float, display: Display, home: Path) -> list[float]:
    with shown(call, display, home, session="cues" in call) as window:
        late = json.loads(window.child.line(timeout=seconds + 30))
        return [one * 1000 for one in late]


def _in_terminal(seconds: float, home: Path) -> list[float]:
    """As the events file tells it; empty where the terminal's program is not installed."""
    if not COMMAND.exists():
        return []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "events.jsonl"
        play = [str(COMMAND), "--basedir", str(home), "play", ROUTINE, "--no-record"]
        # A shell keeps the output out of our pipe, which nobody would empty.
        quiet = ["sh", "-c", 'exec "$@" >/dev/null', "sh", *play, "--events", str(file)]
        with running(quiet, stderr=subprocess.DEVNULL):
            time.sleep(seconds + 1.0)
        events = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return [(e["measured"] - e["at"]) * 1000 for e in events if e["event"] == "cue"]
