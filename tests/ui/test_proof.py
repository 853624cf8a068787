"""What is blank is told from what is painted, and a letter from the box that stands for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from recovery_coach import gui
from recovery_coach.ui import proof
from recovery_coach.ui.window import places
from tests.ui.seat import Seat


def picture(*colours: str) -> QImage:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    for index, colour in enumerate(colours):
        painter.fillRect(index * 40, 0, 40, 300, QColor(colour))
    painter.end()
    return image


def test_colours_are_counted():
    assert proof.colours(QImage()) == 0
    assert proof.colours(picture()) == 1
    assert proof.colours(picture("red", "blue")) == 3
    assert proof.colours_of_file(b"no picture") == 0


def test_an_icon_that_is_there_is_painted(qapp: QApplication):
    assert proof.icon_colours("play") > 1
    assert proof.icon_colours("there_is_none") < 2


@pytest.mark.parametrize("letter", ["a", "ß", "…", "−"])
def test_letters_have_glyphs(qapp: QApplication, letter: str):
    assert proof.without_glyph(letter) == ""


def test_a_letter_that_no_font_has_is_told(qapp: QApplication):
    assert proof.without_glyph("a\ue123b") == "\ue123"


def test_letters_are_no_boxes(qapp: QApplication):
    assert not proof.letters_are_boxes()
    assert proof.font_in_use()
    assert proof.font_families() > 0


def test_qt_speaks_what_it_is_translated_to(qapp: QApplication):
    assert gui.qt_words("de") is not None
    assert gui.qt_words("xx") is None


def test_every_page_is_walked_through_and_painted(seat: Seat):
    window = seat.sit_down()
    images = dict(proof.walk(window, "express_3"))
    assert list(images) == [*(place.name for place in places()), proof.STAGE]
    for name, image in images.items():
        assert image is not None, name
        assert proof.colours(image) > 100, name
    assert window.stage is None
    assert not window.isVisible()


def test_a_page_that_does_not_come_is_told(seat: Seat, monkeypatch: pytest.MonkeyPatch):
    window = seat.sit_down()
    go = window.go
    monkeypatch.setattr(window, "go", lambda name: None if name == "trends" else go(name))
    images = dict(proof.walk(window, "there_is_none"))
    assert [name for name, image in images.items() if image is None] == ["trends", proof.STAGE]
