"""The 0-10 strip: one click answers, nothing is pre-filled, both ends are named."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from recovery_coach.ui.pain_strip import NumberStrip, effort_strip, pain_strip
from recovery_coach.ui.theme import Look


@pytest.fixture
def strip(qtbot: QtBot, look: Look) -> NumberStrip:
    """A strip between two buttons, so that there is somewhere to come from and to go to."""
    frame = QWidget()
    layout = QVBoxLayout(frame)
    made = pain_strip(look)
    for widget in (QPushButton("before"), made, QPushButton("after")):
        layout.addWidget(widget)
    qtbot.addWidget(frame)
    frame.show()
    qtbot.waitExposed(frame)
    layout.itemAt(0).widget().setFocus()
    made.frame = frame  # type: ignore[attr-defined]  # else Python lets go of it
    return made


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def answers_of(strip: NumberStrip) -> list[int]:
    answers: list[int] = []
    strip.chosen.connect(answers.append)
    return answers


def test_nothing_is_filled_in(strip: NumberStrip):
    assert strip.value is None
    assert not any(tile.isChecked() for tile in strip.buttons)


def test_there_are_the_numbers_from_0_to_10(strip: NumberStrip):
    assert [tile.text() for tile in strip.buttons] == [str(number) for number in range(11)]


@pytest.mark.parametrize("number", [0, 4, 10])
def test_one_click_answers(strip: NumberStrip, qtbot: QtBot, number: int):
    answers = answers_of(strip)
    qtbot.mouseClick(strip.buttons[number], Qt.MouseButton.LeftButton)
    assert answers == [number]
    assert strip.value == number


def test_another_click_changes_the_answer_and_the_same_one_repeats_it(
    strip: NumberStrip, qtbot: QtBot
):
    answers = answers_of(strip)
    for number in (3, 6, 6):
        qtbot.mouseClick(strip.buttons[number], Qt.MouseButton.LeftButton)
    assert answers == [3, 6, 6]
    assert [tile.number for tile in strip.buttons if tile.isChecked()] == [6]


def test_both_ends_are_named(strip: NumberStrip):
    shown = [label.text() for label in strip.findChildren(QLabel) if label.isVisible()]
    assert shown == ["0 · no pain", "10 · worst pain you can imagine"]


def test_effort_has_ends_of_its_own(qtbot: QtBot, look: Look):
    strip = effort_strip(look)
    qtbot.addWidget(strip)
    assert [label.text() for label in strip.findChildren(QLabel)] == [
        "0 · rest",
        "10 · all you had",
    ]


def test_showing_a_number_is_no_answer(strip: NumberStrip):
    answers = answers_of(strip)
    strip.show_value(7)
    assert strip.value == 7
    strip.show_value(2)
    assert strip.value == 2
    strip.show_value(None)
    assert strip.value is None
    assert answers == []


def test_each_number_has_a_name_for_a_screen_reader(strip: NumberStrip):
    names = [
        QAccessible.queryAccessibleInterface(tile).text(QAccessible.Text.Name)
        for tile in strip.buttons
    ]
    assert names == [f"Pain: {number} of 10" for number in range(11)]


# -- by keyboard -------------------------------------------------------------------------------


def test_a_digit_answers_where_the_strip_has_the_focus(strip: NumberStrip, qtbot: QtBot):
    answers = answers_of(strip)
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_7)
    assert answers == [7]


def test_tab_comes_in_and_goes_on(strip: NumberStrip, qtbot: QtBot):
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is strip.buttons[0]
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget().text() == "after"


def test_arrows_reach_every_number_and_space_answers(strip: NumberStrip, qtbot: QtBot):
    answers = answers_of(strip)
    press(qtbot, Qt.Key.Key_Tab)
    for number in range(1, 11):
        press(qtbot, Qt.Key.Key_Right)
        assert QApplication.focusWidget() is strip.buttons[number]
    assert answers == []
    press(qtbot, Qt.Key.Key_Left, Qt.Key.Key_Space)
    assert answers == [9]


def test_arrows_only_move_also_once_a_number_is_chosen(strip: NumberStrip, qtbot: QtBot):
    """Else every step on the way to another number would be stored as an answer."""
    answers = answers_of(strip)
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_4, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is strip.buttons[4]
    press(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is strip.buttons[6]
    assert answers == [4]
    assert strip.value == 4
    press(qtbot, Qt.Key.Key_Space)
    assert answers == [4, 6]


def test_other_letters_do_nothing(strip: NumberStrip, qtbot: QtBot):
    answers = answers_of(strip)
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_A, Qt.Key.Key_Period)
    assert answers == []


def test_it_paints_every_tile_in_every_state(strip: NumberStrip, qtbot: QtBot):
    for tile in strip.buttons:
        plain = tile.grab().toImage()
        qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
        assert tile.grab().toImage() != plain
