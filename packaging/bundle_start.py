"""The first thing that the bundle does, before any module of the program is loaded."""

import os
import sys
from pathlib import Path


def _give_the_variable_back() -> None:
    """Programs that we start keep their own libraries.

    PyInstaller's loader finds ours by a variable that each of them would inherit: the file manager
    that opens a folder must not get our libraries in place of its own.
    """
    os.environ.pop("LD_LIBRARY_PATH", None)
    if "LD_LIBRARY_PATH_ORIG" in os.environ:
        os.environ["LD_LIBRARY_PATH"] = os.environ.pop("LD_LIBRARY_PATH_ORIG")


def _hold_the_modules() -> None:
    """An upgrade or a removal while a session runs does not take its modules away.

    Most are loaded when they are first used, each time out of the program's file by its name, and
    that would be another file by then, or none. A file that is held open stays as it was.
    """
    import pyimod02_importers  # PyInstaller's own

    archive = pyimod02_importers.pyz_archive
    held = os.open(archive._filename, os.O_RDONLY)
    name = f"/proc/self/fd/{held}"
    if Path(name).exists():
        archive._filename = name


if sys.platform == "linux":
    _give_the_variable_back()
    if hasattr(sys, "_MEIPASS"):
        _hold_the_modules()
