"""What is installed: how large it is, and how its start compares with that of the checkout."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
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
    if not (BUNDLE / APP).is_file():
        raise ChildError("there is no bundle yet: python3 dev.py package")
    part = Part(f"16. What is installed; its start, {display.words}; {rounds} rounds, A B A B")
    for path in sorted(DIST.iterdir()):
        if path.suffix in (".deb", ".rpm", ".whl"):
            aims = (DOWNLOAD,) if path.suffix == ".deb" else ()
            part.rows.append(Row(path.name, "MB", (size_of(path) / 1e6,), aims=aims))
    part.rows.append(Row("the bundle, installed", "MB", (size_of(BUNDLE) / 1e6,)))
    left_out = sum(saved.bytes for saved in what_was_left_out())
    part.rows.append(Row("  left out of it", "MB", (left_out / 1e6,)))
    painted = partial(_until_painted, display=display, home=home)
    part.rows.append(_beside_checkout("Today painted", rounds, painted))
    part.rows.append(_beside_checkout("--version", rounds, partial(_until_version, home=home)))
    return part


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


def _until_version(program: Path, home: Path) -> float:
    return time_of([str(program), "--version"], {"RECOVERY_COACH_HOME": str(home)})


def _beside_checkout(name: str, rounds: int, take: Callable[[Path], float]) -> Row:
    """What ``take`` measures of the bundle's program and of the checkout's, A B A B."""
    bundle, checkout = BUNDLE / APP, Path(sys.executable).with_name(APP)
    took: dict[Path, list[float]] = {bundle: [], checkout: []}
    for number in range(rounds + 1):
        for program, into in took.items():
            value = take(program)
            if number:  # the first of each only warms the machine's own caches
                into.append(value)
    return Row(name, "ms", tuple(took[bundle]), tuple(took[checkout]), "checkout")
