"""In the parent: starts a window in a child and follows it to its first picture."""

from __future__ import annotations

import contextlib
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.display import Display
from benchmarks.processes import Child, ChildError, running

STAGES = ("imported", "application", "window", "painted")


@dataclass(frozen=True, slots=True)
class Shown:
    """A child whose window is painted, and the milliseconds after which it reached each stage."""

    child: Child
    reached: dict[str, float]


@contextlib.contextmanager
def shown(call: str, display: Display, home: Path, session: bool = False) -> Iterator[Shown]:
    """The window that ``call`` of :mod:`benchmarks.windows` opens, from its first picture on.

    A ``session`` gets a copy of ``home``: killed, it would be offered again instead of Today.
    """
    code = f"from benchmarks import windows; windows.{call}"
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copytree(home, Path(folder) / "home") if session else home
        # A killed window leaves its name in the folder for temporary files, where the next one
        # would look who is there.
        env = {**display.env, "RECOVERY_COACH_HOME": str(copy), "TMPDIR": folder}
        with running([sys.executable, "-c", code], env) as child:
            yield Shown(child, _follow(child))


def _follow(child: Child) -> dict[str, float]:
    reached: dict[str, float] = {}
    while "painted" not in reached:
        name, _, at = child.line().partition(" ")
        if name not in STAGES:
            raise ChildError(f"unexpected: {name}")
        reached[name] = (float(at) - child.started) * 1000
    return reached
