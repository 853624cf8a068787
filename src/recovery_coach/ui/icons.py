"""Lucide icons (ISC licence, resources/icons/LICENSE), tinted by the theme, crisp at any scale.

And the program's own icon, which is ours and has its own colours.
"""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QPainter, QPixmap

from recovery_coach.base.paths import find_resources

APP, APP_SMALL = "app", "app-small"
SMALL = 24
"""Up to this size, in pixels, the program's icon is the simpler drawing."""
WINDOW_SIZES = (16, 24, 32, 64)
"""What window lists and task bars ask a window for; a desktop that knows the app has its own."""


@cache
def icon(name: str, colour: str, size: int = 20) -> QIcon:
    """The icon ``name`` in ``colour``; an empty one where the file is missing."""
    result = QIcon()
    svg = _svg(name)
    if svg is None:
        return result
    sharpest = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    for ratio in range(1, math.ceil(sharpest) + 1):
        result.addPixmap(_render(svg.replace(b"currentColor", colour.encode()), size, ratio))
    return result


def app_icon() -> QIcon:
    """The program's own icon, for its windows."""
    result = QIcon()
    for size in WINDOW_SIZES:
        result.addPixmap(app_pixmap(size))
    return result


def app_pixmap(size: int) -> QPixmap:
    """The program's own icon at one size, in pixels; an empty one where the file is missing."""
    svg = _svg(APP_SMALL if size <= SMALL else APP)
    return QPixmap() if svg is None else _render(svg, size, 1)


def _svg(name: str) -> bytes | None:
    path: Path = find_resources() / "icons" / f"{name}.svg"
    try:
        return path.read_bytes()
    except OSError:
        return None


def _render(svg: bytes, size: int, ratio: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(QSize(size, size) * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
