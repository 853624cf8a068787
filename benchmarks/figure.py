"""What the figure's pictures cost: a frame of its motion, a card's still, beside a bare ring."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPen, QPixmap

from benchmarks.figures import Aim, Part, Row, middle, percentile
from recovery_coach.base.paths import find_resources
from recovery_coach.figure.motion import Motion
from recovery_coach.figure.projection import RAYS, view_from
from recovery_coach.figure.showing import Showing
from recovery_coach.figure.store import Figures, read_motion
from recovery_coach.ui.figure_painter import FigurePainter, fitted
from recovery_coach.ui.palette import DARK

SIDE = 400
STILL = (280, 120)
"""Width and height of the picture on a card."""
FRAME_MS, STILL_MS = 2.0, 5.0


def measure(rounds: int, home: Path) -> Part:
    """Every exercise, ``rounds`` frames each; a bare ring after each frame."""
    application = _application()
    folder = find_resources() / "figures"
    motions = [motion for path in sorted(folder.glob("*.toml")) if (motion := read_motion(path)[0])]
    frames: dict[str, list[float]] = {}
    rings: list[float] = []
    for motion in motions:
        frames[motion.figure.exercise] = _frames(motion, rounds, rings)
    part = Part(f"9. The figure: {SIDE} x {SIDE} pixels, {len(motions)} exercises, {rounds} each")
    every = [value for values in frames.values() for value in values]
    bare = (middle(rings),)
    aims = (Aim(FRAME_MS),)
    part.rows.append(Row("a frame, p50", "ms", (middle(every),), bare, "bare ring", aims))
    part.rows.append(Row("a frame, p99", "ms", (percentile(every, 99),)))
    slowest = max(frames, key=lambda name: middle(frames[name]))
    part.rows.append(Row(f"the slowest, {slowest}", "ms", (middle(frames[slowest]),), (), "", aims))
    cold, warm = _stills([m.figure.exercise for m in motions], folder, home)
    aims = (Aim(STILL_MS),)
    part.rows.append(Row("a card's still, its file kept", "ms", (middle(warm),), (), "", aims))
    part.rows.append(Row("a card's still, its file read", "ms", (middle(cold),)))
    part.notes.append("interpolation, kinematics, order, outlines and painting into an image")
    del application
    return part


def _application() -> QGuiApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found = QGuiApplication.instance()
    return found if isinstance(found, QGuiApplication) else QGuiApplication([])


def _frames(motion: Motion, rounds: int, rings: list[float]) -> list[float]:
    showing = Showing(motion)
    yaw, pitch = showing.camera
    view = view_from(yaw, pitch)
    b = showing.bounds(yaw, pitch)
    room = QRectF(b.left, b.top, b.right - b.left, b.bottom - b.top)
    place = fitted(room, QRectF(0, 0, SIDE, SIDE))
    painter_of = FigurePainter(DARK)
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    found = []
    for move, part in _instants(motion, rounds):
        begun = time.perf_counter()
        marked = showing.marked_at(move, part)
        drawing = showing.draw(showing.at(move, part), view, marked=marked)
        painter_of.paint(painter, drawing, view, place, RAYS, quick=True)
        found.append((time.perf_counter() - begun) * 1000)
        rings.append(_timed(lambda: _ring(painter)))
    painter.end()
    return found


def _instants(motion: Motion, count: int) -> Iterator[tuple[int, float]]:
    """Instants of moves in which something moves."""
    moving = [index for index, leap in enumerate(motion.leaps) if not leap.still]
    for number in range(count):
        yield moving[number % len(moving)], (number + 0.5) / count


def _ring(painter: QPainter) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor("teal"), 22))
    painter.drawEllipse(QRectF(15, 15, SIDE - 30, SIDE - 30))
    painter.setPen(Qt.PenStyle.NoPen)


def _stills(names: list[str], folder: Path, home: Path) -> tuple[list[float], list[float]]:
    """Milliseconds of each exercise's first picture: its file read, and from what was kept."""
    found = []
    for _ in range(2):
        figures = Figures([folder], home / "cache" / "figures.json")
        figures.get(names[0])  # whoever reads the first file loads what reads files
        found.append([_timed(partial(_still, figures, name)) for name in names[1:]])
        figures.keep()
    return found[0], found[1]


def _still(figures: Figures, name: str) -> None:
    from recovery_coach.ui.figure_still import paint_pose

    motion = figures.motion(name)
    assert motion is not None
    picture = QPixmap(*STILL)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    showing = Showing(motion)
    paint_pose(painter, QRectF(0, 0, *STILL), showing, motion.figure.telling, DARK)
    painter.end()


def _timed(act: Callable[[], None]) -> float:
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000
