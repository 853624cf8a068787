"""The calendar of the journal: what a day shows and says, how one gets about in it, and a gap."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QApplication

from recovery_coach.base.i18n import use_language
from recovery_coach.base.paths import find_resources
from recovery_coach.journal import CheckRecord, Journal, JournalTrouble
from recovery_coach.ui.calendar import Calendar
from recovery_coach.ui.day_button import DayButton
from recovery_coach.ui.journal_page import JournalPage
from recovery_coach.ui.theme import pain_colour
from tests.journal.make import pain, session
from tests.ui.seat import Seat

Key = Qt.Key
TODAY = date(2026, 3, 4)
"""A Wednesday."""


def give(seat: Seat, nrs: int | None, day: date, **changes: Any) -> str:
    at = seat.clock.now() + (day - TODAY)
    return seat.prepare().journal.append(pain(nrs, at=at, **changes)).record_id


def calendar(seat: Seat, width: int = 1280) -> Calendar:
    """Go to the journal, in a window of some width."""
    seat.sit_down()
    seat.window.resize(width, 800)
    seat.click("Journal")
    seat.application.processEvents()
    page = seat.page
    assert isinstance(page, JournalPage)
    return page.calendar


def day(seat: Seat, wanted: date) -> DayButton:
    made = seat.page.calendar.grid.button_of(wanted)
    assert made is not None, f"{wanted} is not shown"
    return made


def focused(seat: Seat) -> date:
    made = seat.application.focusWidget()
    assert isinstance(made, DayButton)
    return made.day


def begin(seat: Seat) -> None:
    """The keyboard comes to the chosen day."""
    seat.page.calendar.grid.take_focus()


# -- what a day shows --------------------------------------------------------------------------


def test_each_day_of_the_month_says_what_it_has(seat: Seat):
    give(seat, 4, date(2026, 3, 1))
    give(seat, 7, date(2026, 3, 1), source="flare")
    started = seat.clock.now() - timedelta(days=1)
    seat.prepare().journal.append(session(started_at=started, state="finished"))
    shown = calendar(seat).grid.shown
    said = [made.accessibleName() for made in shown]
    assert len(said) == 31
    assert said[:5] == [
        "Sunday 1 March: pain 7 of 10, a flare",
        "Monday 2 March: no entries",
        "Yesterday, Tuesday 3 March: 1 session",
        "Today, Wednesday 4 March: no entries",
        "Thursday 5 March: still to come",
    ]
    assert seat.sees("March 2026")


def test_each_day_is_a_button_for_a_screen_reader(seat: Seat):
    give(seat, 4, TODAY)
    calendar(seat)
    told = QAccessible.queryAccessibleInterface(day(seat, TODAY))
    assert told.role() == QAccessible.Role.Button
    assert told.text(QAccessible.Text.Name) == "Today, Wednesday 4 March: pain 4 of 10"


def test_shapes_tell_a_session_a_flare_and_a_check_apart(seat: Seat):
    give(seat, 7, date(2026, 3, 1), source="flare")
    now = seat.clock.now()
    journal = seat.prepare().journal
    journal.append(session(started_at=now, state="finished"))
    journal.append(CheckRecord(at=now, full=True, level="book", rules=1))
    give(seat, None, date(2026, 3, 2))
    calendar(seat)
    assert day(seat, date(2026, 3, 1)).signs == ["diamond"]
    assert day(seat, TODAY).signs == ["triangle", "ring"]
    assert day(seat, date(2026, 3, 2)).signs == ["square"]
    assert day(seat, date(2026, 3, 3)).signs == []


def colours_of(made: DayButton) -> set[str]:
    image: QImage = made.grab().toImage()
    points = (QPoint(x, y) for x in range(image.width()) for y in range(image.height()))
    return {QColor(image.pixel(point)).name() for point in points}


def test_a_number_has_its_colour_and_a_gap_has_neither_colour_nor_ground(seat: Seat):
    give(seat, 7, date(2026, 3, 1))
    calendar(seat)
    palette = seat.window.look.palette
    full, gap = (colours_of(day(seat, date(2026, 3, n))) for n in (1, 2))
    assert {pain_colour(palette, 7).name(), palette.raised.lower()} <= full
    assert palette.raised.lower() not in gap
    assert not any(pain_colour(palette, number).name() in gap for number in range(11))


def test_what_is_still_to_come_cannot_be_opened(seat: Seat):
    calendar(seat)
    tomorrow = day(seat, TODAY + timedelta(days=1))
    assert not tomorrow.isEnabled()
    seat.qtbot.mouseClick(tomorrow, Qt.MouseButton.LeftButton)
    assert seat.page.calendar.day == TODAY
    assert not seat.page.calendar.later.isEnabled()


@pytest.mark.parametrize(
    ("start", "first"), [("monday", "Mon"), ("sunday", "Sun"), ("saturday", "Sat")]
)
def test_the_week_begins_as_the_settings_say(seat: Seat, start: str, first: str):
    seat.prepare(week_start=start)
    calendar(seat)
    grid = seat.page.calendar.grid
    edge = min(made.x() for made in grid.shown)
    in_front = {f"{made.day:%a}" for made in grid.shown if made.x() == edge}
    assert in_front == {first}


def test_another_week_start_is_followed(seat: Seat):
    calendar(seat)
    before = day(seat, date(2026, 3, 1)).x()
    seat.window.keeper.choose("", week_start="sunday")
    seat.click("Journal")
    assert day(seat, date(2026, 3, 1)).x() < before


# -- getting about -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        (Key.Key_Left, date(2026, 3, 3)),
        (Key.Key_Up, date(2026, 2, 25)),
        (Key.Key_PageUp, date(2026, 2, 4)),
        (Key.Key_Right, TODAY),
        (Key.Key_Down, TODAY),
        (Key.Key_PageDown, TODAY),
    ],
)
def test_keys_move_by_a_day_a_week_a_month_and_never_past_today(
    seat: Seat, key: Qt.Key, wanted: date
):
    shown = calendar(seat)
    begin(seat)
    seat.press(key)
    assert (shown.day, focused(seat)) == (wanted, wanted)


def test_over_the_edge_of_a_month_and_of_a_year(seat: Seat):
    shown = calendar(seat)
    begin(seat)
    seat.press(*[Key.Key_Left] * 4)
    assert focused(seat) == date(2026, 2, 28)
    assert seat.sees("February 2026")
    seat.press(Key.Key_PageUp, Key.Key_PageUp)
    assert focused(seat) == date(2025, 12, 28)
    assert shown.title.text() == "December 2025"
    assert len(shown.grid.shown) == 31
    assert all(made.isVisible() for made in shown.grid.shown)


def test_a_short_month_has_no_days_of_another(seat: Seat):
    shown = calendar(seat)
    shown.go(date(2026, 2, 10))
    visible = [made for made in seat.all(DayButton) if made.isVisible()]
    assert [made.day for made in visible] == [date(2026, 2, n) for n in range(1, 29)]


def test_month_by_month_with_buttons(seat: Seat):
    shown = calendar(seat)
    seat.click(shown.earlier)
    assert shown.day == date(2026, 2, 4)
    seat.click(shown.later)
    assert shown.day == TODAY
    seat.click(shown.earlier)
    seat.click(shown.earlier)
    seat.click("Show today")
    assert shown.day == TODAY
    assert shown.title.text() == "March 2026"


def test_the_days_are_one_stop_for_tab(seat: Seat):
    calendar(seat)
    begin(seat)
    seat.press(Key.Key_Left, Key.Key_Tab)
    assert seat.application.focusWidget() is seat.page.calendar.add_button
    seat.press(Key.Key_Backtab)
    assert focused(seat) == date(2026, 3, 3)


def test_a_calendar_at_today_goes_on_with_the_days_and_another_stays(seat: Seat):
    shown = calendar(seat)
    seat.clock.advance(86_400)
    seat.click("Journal")
    assert shown.day == TODAY + timedelta(days=1)
    shown.go(TODAY)
    seat.clock.advance(86_400)
    seat.click("Journal")
    assert shown.day == TODAY


def test_it_follows_what_is_written(seat: Seat):
    shown = calendar(seat)
    give(seat, 6, TODAY)
    seat.application.processEvents()
    assert day(seat, TODAY).accessibleName() == "Today, Wednesday 4 March: pain 6 of 10"
    assert seat.sees("Pain 6 of 10")
    seat.click(shown.earlier)
    assert seat.sees("Wednesday 4 February")


# -- opening a day -----------------------------------------------------------------------------


@pytest.mark.parametrize("how", [Key.Key_Return, Key.Key_Space, "click"])
def test_a_day_is_opened_at_its_entries(seat: Seat, how: Qt.Key | str):
    for number in range(1, 5):
        give(seat, number, date(2026, 3, number))
    calendar(seat)
    wanted = date(2026, 3, 2)
    if isinstance(how, str):
        seat.click(day(seat, wanted))
    else:
        begin(seat)
        seat.press(Key.Key_Left, Key.Key_Left, how)
    seat.application.processEvents()
    line = seat.application.focusWidget()
    assert line.accessibleName() == "07:30, Pain 2 of 10"


def test_the_list_scrolls_to_a_day_that_is_shown(seat: Seat):
    for days in range(30):
        give(seat, days % 11, TODAY - timedelta(days=days))
    calendar(seat)
    seat.click(day(seat, date(2026, 3, 1)))
    seat.application.processEvents()
    block = seat.page.days.block_of(date(2026, 3, 1))
    assert 0 <= block.mapTo(seat.page, QPoint(0, 0)).y() <= 60
    assert len(seat.page.lines) == 30


def test_the_list_begins_with_a_day_of_long_ago_and_leads_back(seat: Seat):
    for days in range(0, 400, 2):
        give(seat, days % 11, TODAY - timedelta(days=days))
    shown = calendar(seat)
    wanted = TODAY - timedelta(days=300)
    shown.go(wanted)
    seat.click(day(seat, wanted))
    seat.application.processEvents()
    assert seat.page.lines[0].entry.day == wanted
    assert seat.application.focusWidget() is seat.page.lines[0]
    seat.click("Back to the newest")
    assert seat.page.lines[0].entry.day == TODAY
    assert not seat.buttons("Back to the newest")


def test_an_empty_day_offers_to_be_written(seat: Seat):
    give(seat, 3, TODAY)
    shown = calendar(seat)
    wanted: list[date] = []
    seat.page.add_wanted.connect(wanted.append)
    seat.click(day(seat, date(2026, 3, 2)))
    assert seat.sees("Monday 2 March")
    assert seat.sees("No entries")
    assert focused(seat) == date(2026, 3, 2)
    assert shown.add_button.accessibleName() == "Add an entry for this day"
    seat.click(shown.add_button)
    assert wanted == [date(2026, 3, 2)]


def test_a_journal_that_fails_in_the_calendar_shows_what_is_wrong(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
):
    shown = calendar(seat)

    def fail(self: Journal, *_: object) -> None:
        raise JournalTrouble("damaged", self.path, "malformed")

    monkeypatch.setattr(Journal, "between", fail)
    seat.click(shown.earlier)
    assert type(seat.page).__name__ == "TroublePage"


# -- beside and above --------------------------------------------------------------------------


def test_wide_it_stands_beside_the_entries_and_stays_in_view(seat: Seat):
    for days in range(40):
        give(seat, 3, TODAY - timedelta(days=days))
    shown = calendar(seat)
    seat.window.resize(1280, 800)
    seat.application.processEvents()
    page = seat.page
    assert shown.mapTo(page, QPoint(shown.width(), 0)).x() < page.lines[0].mapTo(page, QPoint()).x()
    page.verticalScrollBar().setValue(700)
    seat.application.processEvents()
    assert shown.mapTo(page, QPoint(0, 0)).y() > 0


def test_narrow_it_is_one_week_above_the_entries_and_the_month_on_demand(seat: Seat):
    give(seat, 3, date(2026, 2, 20))
    shown = calendar(seat, width=900)
    assert len(shown.grid.shown) == 7
    seat.click(shown.earlier)
    assert shown.day == date(2026, 2, 25)
    assert shown.earlier.accessibleName() == "The week before"
    seat.click(shown.month_button)
    assert len(shown.grid.shown) == 28
    assert shown.earlier.accessibleName() == "The month before"
    seat.click(shown.month_button)
    assert [made.day.day for made in seat.all(DayButton)] == [23, 24, 25, 26, 27, 28, 1]


def test_by_keyboard_from_week_to_week(seat: Seat):
    calendar(seat, width=900)
    begin(seat)
    seat.press(Key.Key_Up)
    assert focused(seat) == date(2026, 2, 25)
    seat.press(Key.Key_Down)
    assert focused(seat) == TODAY


@pytest.fixture
def from_the_right(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Everything is written from right to left."""
    monkeypatch.setenv("LANGUAGE", "xy")
    use_language(find_resources() / "locale")
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(before)
    use_language(find_resources() / "locale", ["en"])


@pytest.mark.usefixtures("from_the_right")
def test_from_right_to_left_an_arrow_goes_where_it_points(seat: Seat):
    seat.sit_down()
    seat.window.resize(1280, 800)
    seat.window.go("journal")
    seat.application.processEvents()
    assert day(seat, date(2026, 3, 2)).x() > day(seat, date(2026, 3, 3)).x()
    begin(seat)
    seat.press(Key.Key_Right)
    assert focused(seat) == date(2026, 3, 3)
