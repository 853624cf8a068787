"""From right to left the window mirrors; the body's sides and the player's keys do not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTranslator
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from recovery_coach import gui
from recovery_coach.ui.desk_face import LTR_FROM, LTR_TO
from recovery_coach.ui.pain_strip import NumberStrip
from tests.i18n.conftest import Opened, Speak
from tests.ui.test_layout import faults

WAYS = [("xx", False), ("xy", True)]


def left_of(widget: QWidget) -> int:
    return widget.mapTo(widget.window(), QPoint(0, 0)).x()


@pytest.mark.parametrize(("code", "mirrored"), WAYS)
def test_the_sidebar_stands_where_reading_begins(
    opened: Opened, speak: Speak, code: str, mirrored: bool
):
    speak(code)
    window = opened("today")
    assert (left_of(window.sidebar) > left_of(window.pages)) is mirrored


@pytest.mark.parametrize(("code", "mirrored"), WAYS)
def test_zero_stands_where_reading_begins(opened: Opened, speak: Speak, code: str, mirrored: bool):
    speak(code)
    tiles = opened("today").today.strip.buttons
    places = [left_of(tile) for tile in tiles]
    assert places == sorted(places, reverse=mirrored)


@pytest.mark.parametrize(("code", "mirrored"), WAYS)
@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Right])
def test_an_arrow_goes_where_it_points(
    opened: Opened, speak: Speak, code: str, mirrored: bool, key: Qt.Key
):
    speak(code)
    strip: NumberStrip = opened("today").today.strip
    before = strip.buttons[5]
    before.setFocus()
    QApplication.sendEvent(
        before, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    )
    after = next(tile for tile in strip.buttons if tile.hasFocus())
    assert abs(after.number - before.number) == 1
    assert (left_of(after) < left_of(before)) is (key == Qt.Key.Key_Left)


@pytest.mark.parametrize("code", ["xx", "xy"])
def test_back_stays_left_of_skip_as_on_every_player(opened: Opened, speak: Speak, code: str):
    speak(code)
    transport = opened("stage-reps").stage.desk.transport
    assert left_of(transport.back) < left_of(transport.pause) < left_of(transport.skip)


def test_the_left_side_keeps_its_arrow_on_the_left(opened: Opened, speak: Speak):
    speak("xx")
    plain = opened("stage-reps").stage.desk.side.text()
    assert plain.startswith("◀  [")
    speak("xy")
    text = opened("stage-alternate").stage.desk.side.text()
    assert text.startswith(f"{LTR_FROM}◀  ")
    assert text.endswith(LTR_TO)


@pytest.mark.parametrize("code", ["xx", "xy"])
def test_on_the_floor_too_the_left_side_is_on_the_left(opened: Opened, speak: Speak, code: str):
    speak(code)
    side = opened("floor-reps").stage.face.side
    assert side.arrows == (True, False)
    assert side.plate.left() == 0
    assert side.room.left() > side.width() - side.room.right(), "beside the arrow"


@pytest.mark.parametrize(
    "name",
    ["today", "routine", "stage-reps", "floor-reps", "hurt", "finish", "settings", "journal-diary"],
)
def test_nothing_is_cut_off_from_right_to_left(opened: Opened, speak: Speak, name: str):
    speak("xy")
    assert list(faults(opened(name))) == []


@pytest.fixture
def own_translators(qapp: QApplication) -> Iterator[None]:
    """Takes out again what was installed."""
    before = set(qapp.findChildren(QTranslator))
    yield
    for translator in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(translator)


@pytest.mark.usefixtures("own_translators")
@pytest.mark.parametrize(("code", "word"), [("en", "Select All"), ("de", "Alles auswählen")])
def test_the_menu_of_a_text_field_is_translated_as_well(
    qapp: QApplication, speak: Speak, code: str, word: str
):
    speak(code)
    gui._have_qt_speak(qapp)
    assert QCoreApplication.translate("QWidgetTextControl", "Select All") == word
