"""The first screen: what this is and is not, one click, never again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from recovery_coach.settings.model import WELCOME
from recovery_coach.ui.welcome import WelcomePage
from tests.ui.seat import Seat


def test_it_says_what_this_is_what_it_is_not_and_that_nothing_leaves_the_computer(seat: Seat):
    seat.prepare(welcome_seen=0)
    window = seat.sit_down()
    assert isinstance(seat.page, WelcomePage)
    assert seat.sees("not a doctor")
    assert seat.sees("not for emergencies")
    assert seat.sees("under 16")
    assert seat.sees("pregnant")
    assert seat.sees("Everything stays on this computer.")
    assert not window.sidebar.isVisible()


def test_one_click_leads_to_today_and_it_never_comes_again(seat: Seat):
    seat.prepare(welcome_seen=0)
    window = seat.sit_down()
    seat.click("I understand, let us begin")
    assert seat.page is window.today
    assert f"welcome_seen = {WELCOME}" in seat.app.paths.settings.read_text(encoding="utf-8")
    seat.get_up()
    seat.prepare(welcome_seen=WELCOME)
    assert seat.sit_down().page is seat.window.today


def test_by_keyboard_it_is_tab_and_enter(seat: Seat):
    seat.prepare(welcome_seen=0)
    window = seat.sit_down()
    seat.press(Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert seat.page is window.today


def test_escape_does_not_lead_past_it(seat: Seat):
    seat.prepare(welcome_seen=0)
    seat.sit_down()
    seat.press(Qt.Key.Key_Escape)
    assert isinstance(seat.page, WelcomePage)
    assert seat.app.settings.welcome_seen == 0


def test_a_newer_first_screen_is_shown_once_more(seat: Seat):
    seat.prepare(welcome_seen=WELCOME - 1)
    seat.sit_down()
    assert isinstance(seat.page, WelcomePage)


def test_where_the_settings_cannot_be_written_it_says_so_and_goes_on(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
):
    seat.prepare(welcome_seen=0)
    window = seat.sit_down()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("recovery_coach.app.save_settings", full)
    seat.click("I understand, let us begin")
    assert seat.page is window.today
    assert seat.sees("The settings could not be saved: No space left on device")


def test_settings_that_cannot_be_read_are_said_on_today(seat: Seat):
    path = seat.prepare().paths.settings
    seat.get_up()
    path.write_text("welcome_seen = 1\ntheme = 'mauve'\n", encoding="utf-8")
    app = seat.prepare_as_it_is()
    assert app.settings.theme == "system"
    window = seat.sit_down()
    assert seat.page is window.today
    assert window.toast.isVisible()
    assert not window.toast._timer.isActive(), "it stays until it is closed"
