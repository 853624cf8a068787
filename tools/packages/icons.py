"""The icon in every size a desktop asks for, from the drawings of the window's icon."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from recovery_coach.base.paths import APP_ID, find_resources
from recovery_coach.ui.icons import APP, app_pixmap

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def write_icons(folder: Path) -> None:
    """Write them below ``folder``, as the icon theme that every other falls back on has them."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    theme = folder / "icons" / "hicolor"
    for size in SIZES:
        path = theme / f"{size}x{size}" / "apps" / f"{APP_ID}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        if not app_pixmap(size).save(str(path)):
            raise OSError(f"{path} could not be written")
    drawing = theme / "scalable" / "apps" / f"{APP_ID}.svg"
    drawing.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(find_resources() / "icons" / f"{APP}.svg", drawing)
    del application
