"""The app's icon as a PNG of any size, and in every size that a Linux desktop asks for."""

from __future__ import annotations

import os
import shutil
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from recovery_coach.base.paths import APP_ID, find_resources

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def draw(size: int) -> bytes:
    """The icon as a PNG of ``size`` pixels, from the drawings of the window's icon."""
    from PySide6.QtCore import QBuffer, QIODevice

    from recovery_coach.ui.icons import app_pixmap

    _begin_qt()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    app_pixmap(size).save(buffer, "PNG")
    return bytes(buffer.data().data())


@cache
def _begin_qt() -> QCoreApplication:
    """Qt without a screen, begun once and kept for every size; or what is there."""
    from PySide6.QtGui import QGuiApplication

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication.instance() or QGuiApplication(sys.argv[:1])


def write_icons(folder: Path) -> None:
    """Write them below ``folder``, as the icon theme that every other falls back on has them."""
    theme = folder / "icons" / "hicolor"
    for size in SIZES:
        path = theme / f"{size}x{size}" / "apps" / f"{APP_ID}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(draw(size))
    drawing = theme / "scalable" / "apps" / f"{APP_ID}.svg"
    drawing.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(find_resources() / "icons" / "app.svg", drawing)
