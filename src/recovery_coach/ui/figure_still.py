"""Pictures of a figure in one pose, for cards; each is painted once."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from recovery_coach.figure.projection import RAYS, Rays, view_from
from recovery_coach.figure.showing import Showing
from recovery_coach.figure.store import Figures
from recovery_coach.library.dose import Side
from recovery_coach.ui.figure_painter import FigurePainter, fitted
from recovery_coach.ui.palette import Palette
from recovery_coach.ui.theme import Look

MOST = 200
"""Pictures that are remembered; at 300 by 200 pixels about 50 MB."""

_painted: dict[tuple[object, ...], QPixmap] = {}


def still(
    figures: Figures,
    look: Look,
    exercise_id: str,
    width: int,
    height: int,
    ratio: float,
    phase: int | None = None,
    side: Side | None = None,
) -> QPixmap | None:
    """The most telling pose of an exercise, or the end of a phase; None where there is no figure.

    ``width`` and ``height`` in device-independent pixels, ``ratio`` of the screen.
    """
    motion = figures.motion(exercise_id)
    if motion is None:
        return None
    key = (motion, look.palette.name, width, height, ratio, phase, side)
    found = _painted.get(key)
    if found is None:
        showing = Showing(motion, side)
        pose = motion.figure.telling if phase is None else motion.figure.cycle[phase].to
        found = QPixmap(round(width * ratio), round(height * ratio))
        found.setDevicePixelRatio(ratio)
        found.fill(Qt.GlobalColor.transparent)
        painter = QPainter(found)
        pad = max(2, min(width, height) // 20)
        paper = QRectF(pad, pad, width - 2 * pad, height - 2 * pad)
        paint_pose(painter, paper, showing, pose, look.palette)
        painter.end()
        if len(_painted) >= MOST:
            _painted.clear()
        _painted[key] = found
    return found


def paint_pose(
    painter: QPainter,
    paper: QRectF,
    showing: Showing,
    pose: str,
    palette: Palette,
    camera: tuple[float, float] | None = None,
    muscles: bool = True,
    rays: Rays = RAYS,
) -> None:
    """Paint a key pose into ``paper``, as large as all of them fit, seen from ``camera``."""
    yaw, pitch = camera or showing.camera
    view = view_from(yaw, pitch)
    b = showing.bounds(yaw, pitch)
    place = fitted(QRectF(b.left, b.top, b.right - b.left, b.bottom - b.top), paper)
    marked = showing.marked(pose) if muscles else None
    drawing = showing.draw(showing.pose(pose), view, marked=marked, rays=rays)
    FigurePainter(palette).paint(painter, drawing, view, place, rays)
