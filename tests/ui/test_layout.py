"""Nothing is cut off, nothing overlaps, nothing scrolls inside something that scrolls.

Every page is opened with sample data and measured: at the smallest window and at the usual one,
with the system's text at its usual size and half as large again.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)

from recovery_coach.ui.exercise_card import ExerciseCard
from recovery_coach.ui.pain_strip import NumberButton
from recovery_coach.ui.parts import ScrollPage
from recovery_coach.ui.routine_card import RoutineCard
from recovery_coach.ui.toast import Toast
from recovery_coach.ui.veil import Veil
from recovery_coach.ui.window import MainWindow, places
from tests import pictures
from tests.ui.seat import close_window

SIZES = ((900, 600), (1280, 800))
SLACK = 1
"""Pixels lost to rounding."""


@pytest.mark.parametrize("body", [15, 22], ids=lambda body: f"{body}px")
@pytest.mark.parametrize("name", list(pictures.MAKERS))
def test_a_page_is_whole(qapp: QApplication, tmp_path: Path, name: str, body: int):
    assert_whole(qapp, tmp_path, name, body, "dark")


@pytest.mark.parametrize("percent", [85, 150, 200])
@pytest.mark.parametrize("place", [place.name for place in places()])
def test_a_page_that_is_there_stays_whole_when_the_text_changes(
    qapp: QApplication, tmp_path: Path, place: str, percent: int
):
    font = qapp.font()
    font.setPixelSize(15)
    qapp.setFont(font)
    window, app = pictures.open_page(qapp, "dark", tmp_path, "today")
    try:
        window.resize(1920, 1200)
        window.show()
        window.go(place)
        qapp.processEvents()
        window.keeper.choose("", text_size=percent)
        window.toast.hide()
        while getattr(window.page, "busy", False):
            qapp.processEvents()
        for _ in range(4):
            qapp.processEvents()
        assert window.look.px == round(15 * percent / 100)
        found = list(faults(window))
        assert not found, "\n".join(found)
    finally:
        close_window(window)
        app.close()


@pytest.mark.long
@pytest.mark.parametrize("body", [15, 22, 30], ids=lambda body: f"{body}px")
@pytest.mark.parametrize("name", list(pictures.MAKERS))
def test_a_light_page_is_whole_too_and_with_huge_text(
    qapp: QApplication, tmp_path: Path, name: str, body: int
):
    assert_whole(qapp, tmp_path, name, body, "light")


def assert_whole(application: QApplication, home: Path, name: str, body: int, theme: str) -> None:
    font = application.font()
    font.setPixelSize(body)
    application.setFont(font)
    window, app = pictures.open_page(application, theme, home, name)
    try:
        found = []
        for width, height in SIZES:
            window.resize(width, height)
            window.show()
            for _ in range(4):
                application.processEvents()
            found += [f"{width}x{height}: {fault}" for fault in faults(window)]
        assert not found, "\n".join(found)
    finally:
        close_window(window)
        app.close()


def faults(window: MainWindow) -> Iterator[str]:
    visible = [w for w in window.findChildren(QWidget) if w.isVisible()]
    for widget in visible:
        if isinstance(widget, QLabel) and widget.text():
            yield from label_faults(widget)
        elif isinstance(widget, QAbstractButton):
            yield from button_faults(widget)
        if not isinstance(widget, ScrollPage) and widget.parentWidget() is not None:
            yield from place_faults(widget)
        if isinstance(widget, QScrollArea) and inside_scroll_area(widget):
            yield f"{named(widget)} scrolls inside something that scrolls"
    yield from overlaps([window, *visible])


def label_faults(label: QLabel) -> Iterator[str]:
    wanted = label.sizeHint()
    if not label.wordWrap():
        if label.width() < wanted.width() - SLACK or label.height() < wanted.height() - SLACK:
            yield f"{named(label)} needs {wanted.toTuple()}, has {label.size().toTuple()}"
        return
    tall = label.heightForWidth(label.width())
    if label.height() < tall - SLACK:
        yield f"{named(label)} needs a height of {tall}, has {label.height()}"
    metrics = QFontMetrics(label.font())
    broken = label.text().replace("\u200b", " ").split()  # where a line may end as well
    longest = max((metrics.horizontalAdvance(word) for word in broken), default=0)
    if longest > label.contentsRect().width() + SLACK and "/" not in label.text():
        yield f"{named(label)} has a word of {longest}, is {label.width()} wide"


def button_faults(button: QAbstractButton) -> Iterator[str]:
    own = (ExerciseCard, NumberButton, RoutineCard)
    wanted = button.minimumSizeHint() if isinstance(button, own) else button.sizeHint()
    if button.width() < wanted.width() - SLACK or button.height() < wanted.height() - SLACK:
        yield f"{named(button)} needs {wanted.toTuple()}, has {button.size().toTuple()}"
    if isinstance(button, NumberButton):
        font = button.font()
        font.setPixelSize(button._look.size(1.4))
        font.setBold(True)
        if QFontMetrics(font).horizontalAdvance(button.text()) > button.width() - 4:
            yield f"{named(button)} is narrower than its number"


def place_faults(widget: QWidget) -> Iterator[str]:
    """A part that reaches out of what it lies in is cut off there."""
    parent = widget.parentWidget()
    grand = parent.parentWidget()
    if isinstance(grand, QScrollArea) and grand.widget() is widget:
        if widget.width() > parent.width():
            yield f"{named(widget)} is wider than its page: {widget.width()} > {parent.width()}"
        return
    if not parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(widget.geometry()):
        yield f"{named(widget)} at {rect(widget)} reaches out of {named(parent)} {rect(parent)}"


def overlaps(parents: list[QWidget]) -> Iterator[str]:
    for parent in parents:
        children = [
            child
            for child in parent.findChildren(
                QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
            )
            if child.isVisible() and not isinstance(child, Toast | Veil)
        ]
        for first, second in combinations(children, 2):
            common = first.geometry().intersected(second.geometry())
            if common.width() > SLACK and common.height() > SLACK:
                yield f"{named(first)} {rect(first)} overlaps {named(second)} {rect(second)}"


def inside_scroll_area(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def named(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QLabel | QPushButton) else widget.accessibleName()
    return f"{type(widget).__name__} {words[:40]!r}"


def rect(widget: QWidget) -> tuple[int, int, int, int]:
    return QRect(widget.geometry().topLeft() + QPoint(), widget.size()).getRect()


@pytest.mark.parametrize("name", ["finish", "finish-hurt"])
def test_the_finish_is_seen_at_once(qapp: QApplication, tmp_path: Path, name: str):
    font = qapp.font()
    font.setPixelSize(15)
    qapp.setFont(font)
    window, app = pictures.open_page(qapp, "dark", tmp_path, name)
    try:
        window.resize(*SIZES[0])
        window.show()
        for _ in range(4):
            qapp.processEvents()
        assert isinstance(window.page, ScrollPage)
        assert window.page.verticalScrollBar().maximum() == 0
    finally:
        close_window(window)
        app.close()
