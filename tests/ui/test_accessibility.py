"""For a screen reader and by keyboard alone: everything has a name, and Tab reaches it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QWidget
from pytestqt.qtbot import QtBot

from recovery_coach.ui.controls import Segment
from recovery_coach.ui.day_button import DayButton
from recovery_coach.ui.day_picker import DateButton
from recovery_coach.ui.pain_strip import NumberButton
from recovery_coach.ui.stepper import StepButton
from recovery_coach.ui.veil import Veil
from recovery_coach.ui.window import MainWindow
from tests import pictures
from tests.ui.seat import BODY, Seat, close_window, steps

MOST_TABS = 200
INSIDE = NumberButton | Segment | StepButton | DateButton | DayButton
"""Part of something that is one stop for Tab."""


@pytest.fixture(params=list(pictures.MAKERS))
def window(
    request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> Iterator[MainWindow]:
    """A window with each page in turn."""
    font = qapp.font()
    font.setPixelSize(BODY)
    qapp.setFont(font)
    made, app = pictures.open_page(qapp, "dark", tmp_path, request.param)
    made.show()
    with qtbot.waitActive(made, timeout=5000):
        pass
    qapp.processEvents()
    yield made
    close_window(made)
    app.close()


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Name)


def reachable(window: MainWindow) -> list[QWidget]:
    """What Tab comes to, from where the page begins, until it comes round."""
    found: list[QWidget] = []
    for _ in range(MOST_TABS):
        window.focusNextChild()
        focused = QApplication.focusWidget()
        if focused is None or focused in found:
            return found
        found.append(focused)
    raise AssertionError(f"no end after {MOST_TABS} of {found}")


def test_everything_that_takes_the_focus_has_a_name(window: MainWindow):
    focusable = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None  # the field inside a spin box: the box has the name
    ]
    assert focusable
    nameless = [widget for widget in focusable if not name_of(widget)]
    assert not nameless


def test_tab_reaches_every_button_in_the_order_it_is_read(window: MainWindow):
    asking = next((veil for veil in window.findChildren(Veil) if veil.isVisible()), None)
    within: QWidget = asking or window
    wanted = {
        widget
        for widget in within.findChildren(QAbstractButton)
        if widget.isVisible() and widget.isEnabled() and not isinstance(widget, INSIDE)
    }
    tabbed = reachable(window)
    missing = [widget.text() or widget.accessibleName() for widget in wanted - set(tabbed)]
    assert not missing
    # A strip of numbers is one stop: arrows move inside it.
    strips = {tile.parentWidget() for tile in within.findChildren(NumberButton) if tile.isVisible()}
    met = {tile.parentWidget() for tile in tabbed if isinstance(tile, NumberButton)}
    if asking is None:
        assert strips == met


def test_tab_goes_down_the_page_and_never_back_up(window: MainWindow):
    """Of two things in one place, one below the other, the upper one comes first."""
    stops = [
        widget
        for widget in reachable(window)
        if window.pages.isAncestorOf(widget) and not isinstance(widget, QAbstractScrollArea)
    ]
    places = [(stop.mapTo(window.pages, stop.rect().topLeft()), stop) for stop in stops]
    start = min(range(len(places)), key=lambda i: places[i][0].y(), default=0)
    turned = places[start:] + places[:start]
    for (before, upper), (after, lower) in pairwise(turned):
        elsewhere = upper.parentWidget() is not lower.parentWidget()
        side_by_side = after.x() > before.x() + upper.width() // 2
        assert elsewhere or side_by_side or after.y() + lower.height() > before.y(), (upper, lower)


def test_what_has_the_focus_can_be_seen_to_have_it(window: MainWindow, qapp: QApplication):
    for widget in reachable(window)[:12]:
        if isinstance(widget, QAbstractScrollArea):
            continue
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        with_focus = widget.grab().toImage()
        widget.clearFocus()
        assert widget.grab().toImage() != with_focus, widget.accessibleName() or widget


# -- what is said ------------------------------------------------------------------------------


def test_the_stage_announces_each_moment(seat: Seat, monkeypatch: pytest.MonkeyPatch):
    said: list[str] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: said.append(event.message())
    )
    seat.practise(*steps("side_plank"))
    seat.pass_time(5 + 12 + 5 + 1)
    assert said == [
        "Get ready · 1 of 1, Side plank, Left side, 12 s hold a side",
        "1 of 1, Side plank, Left side",
        "Switch sides · 1 of 1, Side plank, Right side",
        "1 of 1, Side plank, Right side",
    ]


def test_the_stage_announces_pausing_going_on_and_the_end(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
):
    seat.practise(*steps("side_plank"))
    seat.pass_time(6)
    said: list[str] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: said.append(event.message())
    )
    seat.press(Qt.Key.Key_Space)
    seat.pass_time(30)
    seat.press(Qt.Key.Key_Space)
    seat.pass_time(4)
    assert said == ["Paused", "Get ready", "1 of 1, Side plank, Left side"]
    seat.press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert said[3:] == [
        "Switch sides · 1 of 1, Side plank, Right side",
        "1 of 1, Side plank, Right side",
        "Finished",
    ]


def test_the_count_and_the_side_can_be_read_as_they_are_now(seat: Seat):
    stage = seat.practise(*steps("side_plank"))
    seat.pass_time(5)
    assert (name_of(stage.desk.ring), name_of(stage.desk.side)) == ("12 seconds", "Left side")
    seat.pass_time(1)
    assert name_of(stage.desk.ring) == "11 seconds"
    seat.press(Qt.Key.Key_Space)
    assert name_of(stage.desk.ring) == "Paused"
    seat.press(Qt.Key.Key_Right)
    assert name_of(stage.desk.side) == "Right side"


def test_start_says_what_it_starts(seat: Seat):
    seat.sit_down()
    assert name_of(seat.button("Start")) == "Start Morning and desk reset"


def test_a_message_is_its_own_name(seat: Seat):
    seat.sit_down()
    seat.click(seat.page.strip.buttons[4])
    assert name_of(seat.window.toast) == "Noted: 4 of 10."


def test_a_message_is_announced(seat: Seat, monkeypatch: pytest.MonkeyPatch):
    seat.sit_down()
    said: list[str] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: said.append(event.message())
    )
    seat.click(seat.page.strip.buttons[4])
    assert said == ["Noted: 4 of 10."]


def test_one_of_several_is_told_from_a_box_to_tick(seat: Seat):
    seat.sit_down()
    tile = QAccessible.queryAccessibleInterface(seat.page.strip.buttons[4])
    assert tile.role() == QAccessible.Role.RadioButton


def test_what_a_screen_reader_toggles_is_done_as_if_it_were_clicked(seat: Seat):
    seat.sit_down()
    tile = QAccessible.queryAccessibleInterface(seat.page.strip.buttons[4])
    tile.actionInterface().doAction("Toggle")
    assert seat.sees("Noted: 4 of 10.")
    place = QAccessible.queryAccessibleInterface(seat.window.sidebar.buttons["settings"])
    place.actionInterface().doAction("Toggle")
    assert seat.page is not seat.window.today
    theme = seat.page.controls["theme"].buttons[2]
    QAccessible.queryAccessibleInterface(theme).actionInterface().doAction("Toggle")
    assert seat.app.settings.theme == "light"
    still = QAccessible.queryAccessibleInterface(seat.page.controls["reduced_motion"])
    still.actionInterface().doAction("Toggle")
    assert seat.app.settings.reduced_motion
