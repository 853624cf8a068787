"""What is installed: how large it is, and how its start compares with that of the checkout."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tools.packages.__main__ import size_of
from tools.packages.bundle import what_was_left_out
from tools.packages.places import BUNDLE, DIST

from benchmarks.display import Display
from benchmarks.figures import Aim, Part, Row
from benchmarks.processes import ChildError, running, time_of
from recovery_coach.base.paths import APP

DOWNLOAD = Aim(55.0)
"""Megabytes that the .deb may have."""
FIRST_PICTURE = "Flushing"
"""What Qt itself logs when it hands a picture to the display: the bundle holds nothing of ours
that could tell."""


def measure(rounds: int, display: Display, home: Path) -> Part:
    """Sizes as they lie in dist/; then ``rounds`` starts of either, A B A B."""
    program = BUNDLE / APP
    if not program.is_file():
        raise ChildError("there is no bundle yet: python3 dev.py package")
    part = Part(f"16. What is installed; its start, {display.words}; {rounds} rounds, A B A B")
    for path in sorted(DIST.iterdir()):
        if path.suffix in (".deb", ".rpm", ".whl"):
            aims = (DOWNLOAD,) if path.suffix == ".deb" else ()
            part.rows.append(Row(path.name, "MB", (size_of(path) / 1e6,), aims=aims))
    part.rows.append(Row("the bundle, installed", "MB", (size_of(BUNDLE) / 1e6,)))
    left_out = sum(saved.bytes for saved in what_was_left_out())
    part.rows.append(Row("  left out of it", "MB", (left_out / 1e6,)))
    checkout = Path(sys.executable).with_name(APP)
    part.rows.append(_first_pictures(rounds, program, checkout, display, home))
    part.rows.append(_versions(rounds, program, checkout, home))
    return part


def _first_pictures(
    rounds: int, program: Path, checkout: Path, display: Display, home: Path
) -> Row:
    took: dict[Path, list[float]] = {program: [], checkout: []}
    for number in range(rounds + 1):
        for path, into in took.items():
            value = _until_painted(path, display, home)
            if number:
                into.append(value)
    return Row("Today painted", "ms", tuple(took[program]), tuple(took[checkout]), "checkout")


def _until_painted(program: Path, display: Display, home: Path) -> float:
    """Milliseconds from the start of the process to its first picture."""
    with tempfile.TemporaryDirectory() as folder:
        env = {
            **display.env,
            "RECOVERY_COACH_HOME": str(home),
            "TMPDIR": folder,  # a killed window leaves its name there
            "QT_LOGGING_RULES": "qt.widgets.painting.info=true",
        }
        with running([str(program)], env, stderr=subprocess.STDOUT) as child:
            while FIRST_PICTURE not in child.line():
                pass
            return (time.monotonic() - child.started) * 1000


def _versions(rounds: int, program: Path, checkout: Path, home: Path) -> Row:
    took: dict[Path, list[float]] = {program: [], checkout: []}
    for number in range(rounds + 1):
        for path, into in took.items():
            value = time_of([str(path), "--version"], {"RECOVERY_COACH_HOME": str(home)})
            if number:
                into.append(value)
    return Row("--version", "ms", tuple(took[program]), tuple(took[checkout]), "checkout")
