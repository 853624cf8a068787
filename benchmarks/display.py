"""A display of our own: Xvfb where it is installed, else Qt's offscreen platform."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.processes import running


@dataclass(frozen=True, slots=True)
class Display:
    """Where windows are shown: the environment for children, words for the table."""

    env: dict[str, str]
    words: str
    server: int | None = None
    """The process id of the display server, where it is ours."""


@contextlib.contextmanager
def display() -> Iterator[Display]:
    """The display, gone when the block is left."""
    if not shutil.which("Xvfb"):
        yield Display({"QT_QPA_PLATFORM": "offscreen"}, "Qt offscreen (Xvfb is not installed)")
        return
    # With -displayfd the server chooses a free number itself, and tells it when it is ready.
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    with running([*command, "-noreset"], stderr=subprocess.DEVNULL) as server:
        number = server.line(timeout=20)
        env = {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": ""}
        # No desktop's theme plugin, which would be measured along.
        env |= {
            name: ""
            for name in ("QT_QPA_PLATFORMTHEME", "XDG_CURRENT_DESKTOP")
            if name in os.environ
        }
        yield Display(env, "Xvfb, 1600x1000", server.pid)
