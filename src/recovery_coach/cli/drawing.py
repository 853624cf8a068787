"""What the commands share that draw: the window's toolkit without a window, and their files."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import ModuleType

from recovery_coach.base.disk import why_not, write_there
from recovery_coach.base.i18n import tr
from recovery_coach.cli.guard import FAILED, WRONG_USE
from recovery_coach.cli.terminal import Terminal


def toolkit(terminal: Terminal) -> ModuleType:
    """The module ``gui``; leaves where PySide6 is not there. It needs no display."""
    if os.name == "posix" and sys.platform != "darwin":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        from recovery_coach import gui
    except ImportError as error:
        # A part of our own that is missing is a mistake of ours, and is reported as one.
        if (error.name or "").startswith("recovery_coach"):
            raise
        terminal.fail(tr("This cannot be drawn here: {why}").format(why=error))
    return gui


def check_ending(terminal: Terminal, file: Path, *endings: str) -> str:
    """The ending of ``file``; leaves where it is none of ``endings``."""
    found = file.suffix.lower()
    if found not in endings:
        wanted = tr("give a file whose name ends in {endings}, not {name}")
        text = wanted.format(endings=tr(" or ").join(endings), name=file.name)
        terminal.fail(text, WRONG_USE)
    return found


def put(terminal: Terminal, file: Path, content: bytes) -> None:
    """Write a file; leaves where that does not work."""
    try:
        write_there(file, content)
    except OSError as error:
        text = tr("{file} could not be written: {why}")
        terminal.fail(text.format(file=file, why=why_not(error)), FAILED)
