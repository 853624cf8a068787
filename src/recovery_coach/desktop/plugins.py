"""The parts of Qt that it finds by itself: nobody imports them, so that they are easily left out.

A plugin is only loaded here, never begun: that needs a screen, and this needs none.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPluginLoader

WITHOUT_SCREEN = "platforms/*offscreen*"
SCREENS: dict[str, tuple[str, ...]] = {
    "linux": ("platforms/*qxcb*", "platforms/*qwayland*"),
    "win32": ("platforms/qwindows*",),
    "darwin": ("platforms/*cocoa*",),
}
"""What shows windows, the first of them on most computers."""
BESIDE: dict[str, tuple[str, ...]] = {
    "linux": ("wayland-shell-integration/*xdg-shell*", "platforminputcontexts/*compose*"),
    "win32": (),
    "darwin": (),
}
"""What a window needs besides: a frame under Wayland, letters of several keys."""
ENDINGS = (".so", ".dll", ".dylib")


def find_plugin(pattern: str) -> Path | None:
    """The file of a plugin, where it is."""
    for folder in QCoreApplication.libraryPaths():
        for path in sorted(Path(folder).glob(pattern)):
            if path.suffix in ENDINGS:
                return path
    return None


def wanted(platform: str = sys.platform) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The patterns of what shows windows on this system, and of what these need besides."""
    return SCREENS.get(platform, SCREENS["linux"]), BESIDE.get(platform, BESIDE["linux"])


def trouble_with(pattern: str) -> str:
    """Why a plugin cannot be used; empty where it can."""
    path = find_plugin(pattern)
    if path is None:
        return f"{pattern.strip('*')}: not found"
    loader = QPluginLoader(str(path))
    return "" if loader.load() else loader.errorString()
