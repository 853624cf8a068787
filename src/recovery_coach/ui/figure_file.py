"""One picture of a figure as a file: PNG on the theme's ground, or SVG without one."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from recovery_coach.figure.projection import FINE_RAYS
from recovery_coach.figure.shots import Ground, Shot
from recovery_coach.ui.figure_still import paint_pose
from recovery_coach.ui.palette import CONTRAST, DARK, LIGHT, PAPER, Palette

PALETTES: dict[Ground, Palette] = {
    "dark": DARK,
    "light": LIGHT,
    "contrast": CONTRAST,
    "paper": PAPER,
}
PIXELS_PER_INCH = 96
"""As style sheets count them."""
MARGIN = 0.04
"""Of the longer edge, left free all round."""


def size_of(shot: Shot) -> QSize:
    """As high or as wide as is asked; the other edge as the exercise needs it."""
    b = shot.showing.bounds(shot.yaw, shot.pitch)
    wide, high = b.right - b.left, b.bottom - b.top
    scale = shot.size * (1 - 2 * MARGIN) / max(wide, high)
    free = 2 * MARGIN * shot.size
    return QSize(max(1, round(wide * scale + free)), max(1, round(high * scale + free)))


def png_of(shot: Shot) -> bytes:
    """The picture on the ground of its theme."""
    image = QImage(size_of(shot), QImage.Format.Format_RGB32)
    image.fill(QColor(PALETTES[shot.ground].ground))
    painter = QPainter(image)
    _paint(painter, shot, image.size())
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    buffer.close()
    return bytes(content.data())


def svg_of(shot: Shot, title: str) -> bytes:
    """The picture as shapes; what is behind it shows through."""
    size = size_of(shot)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setTitle(title)
    generator.setDescription("Recovery Coach")
    generator.setResolution(PIXELS_PER_INCH)  # the size in the file is then that asked for
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    painter = QPainter(generator)
    _paint(painter, shot, size)
    painter.end()
    buffer.close()
    return bytes(content.data())


def _paint(painter: QPainter, shot: Shot, size: QSize) -> None:
    free = MARGIN * shot.size
    paper = QRectF(0, 0, size.width(), size.height()).adjusted(free, free, -free, -free)
    paint_pose(
        painter,
        paper,
        shot.showing,
        shot.pose,
        PALETTES[shot.ground],
        (shot.yaw, shot.pitch),
        shot.muscles,
        FINE_RAYS,
    )
