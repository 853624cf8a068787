"""Proof that something was painted: letters, icons, figures and pages are looked at as pictures.

For ``self-test``, which runs without a screen: a page that is not there, a font that has no letters
and a picture that is blank make no error by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QFontDatabase,
    QFontInfo,
    QGuiApplication,
    QIcon,
    QImage,
    QPainter,
    QTextLayout,
)
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from recovery_coach.ui.window import MainWindow

SAMPLE = QSize(200, 150)
"""Pixels of a picture that are looked at."""
LETTER = QSize(40, 40)
"""Pixels that a letter is painted in."""
TURNS = 30
"""Times that the window is given to do what it put off."""
STAGE = "session"
"""What the page of a session is called here, beside those of the sidebar."""


def colours(image: QImage) -> int:
    """How many colours there are in a picture, as far as a sample tells: 1 is blank."""
    if image.isNull():
        return 0
    small = image.scaled(SAMPLE.boundedTo(image.size()))
    data = small.convertToFormat(QImage.Format.Format_ARGB32)
    return len(set(memoryview(data.constBits()).cast("I")))


def colours_of_file(content: bytes) -> int:
    """The same for the content of a PNG."""
    return colours(QImage.fromData(content))


def icon_colours(name: str) -> int:
    """The same for one of our icons."""
    from recovery_coach.ui.icons import icon

    found: QIcon = icon(name, "#808080")
    return colours(found.pixmap(QSize(20, 20)).toImage())


def font_families() -> int:
    """How many fonts there are; a few names stand there without any."""
    return len(QFontDatabase.families())


def font_in_use() -> str:
    """The one that texts are set in, unless it lacks a letter."""
    return QFontInfo(QGuiApplication.font()).family()


def letters_are_boxes() -> bool:
    """Whether all letters look the same: so Qt paints them where there is no font at all."""
    return len({_painted(letter) for letter in "aeW"}) < 3


def _painted(letter: str) -> bytes:
    image = QImage(LETTER, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setPen(Qt.GlobalColor.black)
    painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, letter)
    painter.end()
    return bytes(image.constBits())


def without_glyph(letters: Iterable[str]) -> str:
    """Those of ``letters`` that no font has: a box stands for them."""
    return "".join(letter for letter in letters if not _has_glyph(letter))


def _has_glyph(letter: str) -> bool:
    layout = QTextLayout(letter, QGuiApplication.font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    glyphs = [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
    return bool(glyphs) and 0 not in glyphs


def walk(window: MainWindow, routine: str) -> Iterator[tuple[str, QImage | None]]:
    """Each page of the sidebar, then a session, as it is painted; None where it did not come."""
    from recovery_coach.ui.window import places

    window.show()
    for place in places():
        before = window.page
        window.go(place.name)
        came = window.page is not before or place.name == "today"
        yield place.name, _grabbed(window.page) if came else None
    window.sessions.start_by_id(routine)
    _settle()
    yield STAGE, _grabbed(window.stage) if window.stage is not None else None
    window.sessions.end()
    window.close()
    _settle()


def _grabbed(page: QWidget | None) -> QImage | None:
    _settle()
    return page.grab().toImage() if page is not None else None


def _settle() -> None:
    for _ in range(TURNS):
        QApplication.processEvents()
