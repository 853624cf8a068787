"""Draws every figure in every key pose from two sides: `python -m tools.contact_sheet [DIR]`.

Writes ``figures-1.png``, ``figures-2.png`` … into DIR (``docs/pictures`` where left out). With
``--no-names`` for a blind viewing: numbers instead of names, in an order that gives nothing away;
which is which is printed. ``--only ID,ID`` draws some of them.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter, QPainterPath

from recovery_coach.app import App
from recovery_coach.figure.models import Figure
from recovery_coach.figure.motion import Motion
from recovery_coach.figure.projection import FINE_RAYS
from recovery_coach.figure.showing import Showing
from recovery_coach.ui.figure_still import paint_pose
from recovery_coach.ui.palette import LIGHT

ROOT = Path(__file__).resolve().parent.parent
WIDTH, HEIGHT = 1800, 2400
EDGE, GAP, PAD = 30, 18, 10
CELL_WIDTH, CELL_HEIGHT = 196, 168
HEAD, NAME = 30, 20
BLOCK_HEIGHT = HEAD + 2 * CELL_HEIGHT + NAME + PAD
ROUND = 65.0
LOW = 0.2
"""Body heights: a pelvis below this sits or lies, and from the front shows little."""
FROM_THE_SIDE = 30.0
"""Degrees: a camera nearer than this to yaw 0 or 180 sees the side."""


@dataclass(frozen=True, slots=True)
class Block:
    """One exercise: its key poses beside each other, the two cameras one below the other."""

    title: str
    showing: Showing
    poses: tuple[str, ...]
    names: bool

    def width(self, cell: int = CELL_WIDTH) -> int:
        """In pixels, with cells as wide."""
        return len(self.poses) * cell + 2 * PAD


def key_poses(figure: Figure) -> tuple[str, ...]:
    """Each pose a repetition begins, ends or turns in, in the order they are come to."""
    ready = [figure.ready] if figure.ready else []
    on_the_way = [name for move in figure.cycle for name in (*move.via, move.to)]
    return tuple(dict.fromkeys([*ready, figure.start, *on_the_way, figure.telling]))


def second_camera(yaw: float, pitch: float, low: bool) -> tuple[float, float]:
    """From the front where the first sees the side; else, or low down, a good part round."""
    side = min(abs(yaw), 180 - abs(yaw)) <= FROM_THE_SIDE
    if side and not low:
        return -90.0, max(pitch, 8.0)
    return yaw - ROUND if yaw > 0 else yaw + ROUND, max(pitch, 14.0)


def rows_of(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Filled from the left, in their order."""
    row: list[Block] = []
    for block in blocks:
        needed = sum(one.width() + GAP for one in row) + block.width()
        if row and needed > WIDTH - 2 * EDGE:
            yield row
            row = []
        row.append(block)
    if row:
        yield row


def pages_of(blocks: Sequence[Block]) -> list[list[list[Block]]]:
    """Rows on pages, about as many on each."""
    rows = list(rows_of(blocks))
    most = (HEIGHT - 2 * EDGE + GAP) // (BLOCK_HEIGHT + GAP)
    count = -(-len(rows) // most)
    each = -(-len(rows) // max(1, count))
    return [rows[at : at + each] for at in range(0, len(rows), each)]


def cell_width(row: Sequence[Block]) -> int:
    """So wide that the row fills the page; a short row, at its end, is not torn apart."""
    free = WIDTH - 2 * EDGE - GAP * (len(row) - 1) - 2 * PAD * len(row)
    return min(round(1.4 * CELL_WIDTH), free // sum(len(block.poses) for block in row))


def paint_block(painter: QPainter, block: Block, x: int, y: int, wide: int) -> None:
    """Paint one exercise on a card."""
    card = QPainterPath()
    card.addRoundedRect(QRectF(x, y, block.width(wide), BLOCK_HEIGHT), 10, 10)
    painter.fillPath(card, QColor(LIGHT.ground))
    _words(painter, QRectF(x + PAD + 4, y, block.width(wide), HEAD), block.title, 17, bold=True)
    showing = block.showing
    first = showing.camera
    low = showing.pose(showing.figure.telling).pelvis[1] < LOW
    second = second_camera(*first, low)
    for row, camera in enumerate((first, second)):
        for column, pose in enumerate(block.poses):
            left, top = x + PAD + column * wide, y + HEAD + row * CELL_HEIGHT
            cell = QRectF(left, top, wide, CELL_HEIGHT)
            painter.save()
            painter.setClipRect(cell)
            free = cell.adjusted(8, 6, -8, -6)
            paint_pose(painter, free, showing, pose, LIGHT, camera, rays=FINE_RAYS)
            painter.restore()
    if block.names:
        for column, pose in enumerate(block.poses):
            place = QRectF(x + PAD + column * wide, y + HEAD + 2 * CELL_HEIGHT, wide, NAME)
            _words(painter, place, pose, 12, middle=True)


def _words(
    painter: QPainter, place: QRectF, text: str, size: int, bold: bool = False, middle: bool = False
) -> None:
    font = QFont(painter.font())
    font.setPixelSize(size)
    font.setBold(bold)
    painter.setFont(font)
    painter.setPen(QColor(LIGHT.text if bold else LIGHT.muted))
    across = Qt.AlignmentFlag.AlignHCenter if middle else Qt.AlignmentFlag.AlignLeft
    painter.drawText(place, across | Qt.AlignmentFlag.AlignVCenter, text)


def blocks_of(app: App, only: Sequence[str], names: bool) -> Iterator[Block]:
    """Every exercise that has a figure, by name; shuffled where the names are hidden."""
    found: list[tuple[str, Motion]] = []
    for identifier, exercise in app.library.exercises.items():
        motion = app.figures.motion(identifier) if not only or identifier in only else None
        if motion is not None:
            found.append((exercise.name, motion))
    found.sort(key=lambda one: one[0])
    if not names:
        random.Random(len(found)).shuffle(found)  # the same every time
    for number, (name, motion) in enumerate(found, start=1):
        if not names:
            print(f"{number}: {motion.figure.exercise}")
        title = name if names else str(number)
        yield Block(title, Showing(motion), key_poses(motion.figure), names)


def draw(app: App, folder: Path, only: Sequence[str] = (), names: bool = True) -> list[Path]:
    """Write the pages, and take away those of an earlier run that are one too many."""
    written = []
    for number, rows in enumerate(pages_of(list(blocks_of(app, only, names))), start=1):
        height = 2 * EDGE + len(rows) * (BLOCK_HEIGHT + GAP) - GAP
        image = QImage(WIDTH, height, QImage.Format.Format_RGB32)
        image.fill(QColor(LIGHT.line))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, row in enumerate(rows):
            x, wide = EDGE, cell_width(row)
            for block in row:
                paint_block(painter, block, x, EDGE + index * (BLOCK_HEIGHT + GAP), wide)
                x += block.width(wide) + GAP
        painter.end()
        path = folder / f"figures-{number}.png"
        if not image.save(str(path)):
            raise OSError(f"{path} could not be written")
        written.append(path)
    for old in set(folder.glob("figures-*.png")) - set(written):
        old.unlink()
    return written


def main(arguments: Sequence[str]) -> int:
    """Draw what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tools.contact_sheet", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs" / "pictures")
    parser.add_argument("--no-names", action="store_true")
    parser.add_argument("--only", default="", metavar="ID,ID")
    chosen = parser.parse_args(arguments)
    chosen.folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    only = [name for name in chosen.only.split(",") if name]
    with tempfile.TemporaryDirectory() as home:  # nobody's own exercises
        app = App(Path(home))
        for path in draw(app, chosen.folder, only, names=not chosen.no_names):
            print(path.name, file=sys.stderr)
        for problem in app.figures.problems:
            print(problem, file=sys.stderr)
        broken = bool(app.figures.problems)
        app.close()
    del application
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
