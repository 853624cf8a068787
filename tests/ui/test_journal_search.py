"""Searching the journal as one types, over all its years; and its kinds by themselves."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from recovery_coach.coach.diary import STEP
from recovery_coach.journal import Journal, JournalTrouble
from recovery_coach.ui.journal_page import JournalPage
from tests import places
from tests.journal.make import pain, session
from tests.ui.seat import Seat

Key = Qt.Key


def give(seat: Seat, note: str, days: int = 0, **changes: Any) -> str:
    at = seat.clock.now() - timedelta(days=days)
    return seat.prepare().journal.append(pain(3, at=at, note=note, **changes)).record_id


def journal_page(seat: Seat) -> JournalPage:
    seat.sit_down()
    seat.click("Journal")
    page = seat.page
    assert isinstance(page, JournalPage)
    return page


def look_for(seat: Seat, text: str) -> None:
    """Type it, and wait for the answer."""
    seat.page.field.setFocus()
    seat.page.field.selectAll()
    seat.type(text)
    wait(seat)


def wait(seat: Seat) -> None:
    seat.qtbot.waitUntil(lambda: not seat.page.busy, timeout=5000)
    seat.application.processEvents()


def notes(seat: Seat) -> list[str]:
    return [line.entry.record.note for line in seat.page.lines]


# -- searching ---------------------------------------------------------------------------------


def test_it_finds_as_one_types_in_all_the_years_the_newest_first(seat: Seat):
    for days in (0, 1, 2000):
        give(seat, f"Tight {days}", days)
    for days in range(100):
        give(seat, "", days)
    page = journal_page(seat)
    look_for(seat, "tigh")
    assert notes(seat) == ["Tight 0", "Tight 1", "Tight 2000"]
    assert seat.sees("3 entries found, of all years")
    assert not seat.sees("days without entries")
    assert not page.older_button.isVisible()


def test_nothing_is_searched_before_the_last_letter(seat: Seat, monkeypatch: pytest.MonkeyPatch):
    give(seat, "tight")
    page = journal_page(seat)
    asked = []
    find = page.tools.search.find
    monkeypatch.setattr(
        page.tools.search, "find", lambda *what: asked.append(what[0]) or find(*what)
    )
    look_for(seat, "tight")
    assert asked == ["tight"]


def test_no_match_says_so_and_leads_back(seat: Seat):
    give(seat, "tight")
    page = journal_page(seat)
    look_for(seat, "kettlebell")
    assert page.lines == []
    assert seat.sees("Nothing in the journal has “kettlebell”.")
    assert not seat.sees("Nothing here yet")
    seat.click("Show everything")
    assert notes(seat) == ["tight"]
    assert page.field.text() == ""


def test_escape_empties_the_search_and_only_then_leaves_the_page(seat: Seat):
    give(seat, "tight")
    give(seat, "loose", days=1)
    page = journal_page(seat)
    look_for(seat, "tight")
    assert notes(seat) == ["tight"]
    seat.press(Key.Key_Escape)
    assert notes(seat) == ["tight", "loose"]
    assert seat.page is page
    seat.press(Key.Key_Escape)
    assert seat.page is seat.window.today


@pytest.mark.parametrize("key", ["/", "find"])
def test_by_keyboard_into_the_field_to_what_was_found_and_open(seat: Seat, key: str):
    give(seat, "tight")
    page = journal_page(seat)
    if key == "/":
        seat.press(Key.Key_Slash)
    else:
        seat.press(Key.Key_F, modifier=Qt.KeyboardModifier.ControlModifier)
    seat.type("tight")
    wait(seat)
    seat.press(Key.Key_Down)
    assert seat.application.focusWidget() is page.lines[0]
    seat.press(Key.Key_Return)
    assert seat.page is not page
    seat.press(Key.Key_Escape)
    assert seat.page is page
    assert seat.application.focusWidget() is page.lines[0]
    assert page.field.text() == "tight"


def test_more_than_a_pageful_is_shown_in_steps(seat: Seat):
    for days in range(STEP + 4):
        give(seat, "tight", days)
    page = journal_page(seat)
    look_for(seat, "tight")
    assert len(page.lines) == STEP
    assert seat.sees(f"{STEP + 4} entries found, of all years")
    seat.click("Show older")
    assert len(page.lines) == STEP + 4
    assert seat.application.focusWidget() is page.lines[STEP]


def test_what_is_written_and_deleted_meanwhile_is_followed(seat: Seat):
    first = give(seat, "tight", days=1)
    journal_page(seat)
    look_for(seat, "tight")
    give(seat, "tight again")
    seat.application.processEvents()
    assert notes(seat) == ["tight again", "tight"]
    seat.click(seat.page.lines[1])
    seat.window.entries.delete(first)
    assert notes(seat) == ["tight again"]
    seat.undo()
    assert notes(seat) == ["tight again", "tight"]


def test_the_word_that_was_found_is_marked_in_its_line(seat: Seat):
    give(seat, "Slept badly, tight on the left side.")
    page = journal_page(seat)
    look_for(seat, "left")
    found = painted(page.lines[0])
    look_for(seat, "slept left")
    assert painted(page.lines[0]) > found > 0
    seat.press(Key.Key_Escape)
    assert painted(page.lines[0]) == 0


def painted(line: Any) -> int:
    """How many pixels the marks have."""
    image: QImage = line.grab().toImage()
    wanted = QColor(line._look.palette.amber).rgb()
    return sum(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )


def test_a_search_leaves_the_calendar_and_a_chosen_day_ends_it(seat: Seat):
    give(seat, "tight", days=2)
    give(seat, "loose", days=1)
    page = journal_page(seat)
    look_for(seat, "tight")
    yesterday = seat.clock.now().date() - timedelta(days=1)
    seat.click(page.calendar.grid.button_of(yesterday))
    seat.application.processEvents()
    assert page.field.text() == ""
    assert notes(seat) == ["loose", "tight"]


def test_a_journal_that_fails_while_it_is_searched_shows_what_is_wrong(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
):
    give(seat, "tight")
    page = journal_page(seat)

    def fail(self: Journal, *_: object) -> None:
        raise JournalTrouble("damaged", self.path, "malformed")

    monkeypatch.setattr(Journal, "written_after", fail)
    page.field.setFocus()
    seat.type("tight")
    seat.qtbot.waitUntil(lambda: seat.page is not page, timeout=5000)
    assert type(seat.page).__name__ == "TroublePage"


# -- kinds by themselves -----------------------------------------------------------------------


def kinds(seat: Seat) -> set[str]:
    return {line.entry.record.kind for line in seat.page.lines}


def test_each_kind_by_itself(seat: Seat):
    give(seat, "")
    journal = seat.prepare().journal
    journal.append(session(started_at=seat.clock.now(), state="finished"))
    seat.sit_down()
    places.every_kind(seated(seat))
    seat.click("Journal")
    page = seat.page
    for chip, wanted in (
        ("sessions", {"session"}),
        ("pain", {"pain", "impact"}),
        ("checks", {"check", "seen", "background"}),
        ("marks", {"mark"}),
        ("all", {"session", "pain", "impact", "check", "seen", "background", "mark"}),
    ):
        seat.click(page.chips[chip])
        assert kinds(seat) == wanted
        assert [name for name, made in page.chips.items() if made.isChecked()] == [chip]


def seated(seat: Seat) -> Any:
    seat.window.clock = seat.clock  # type: ignore[attr-defined]
    return seat.window


def test_a_search_is_of_the_kind_that_is_shown(seat: Seat):
    give(seat, "tight")
    journal = seat.prepare().journal
    journal.append(session(started_at=seat.clock.now(), state="finished", note="tight"))
    page = journal_page(seat)
    look_for(seat, "tight")
    assert kinds(seat) == {"pain", "session"}
    seat.click(page.chips["sessions"])
    assert kinds(seat) == {"session"}
    seat.click(page.chips["checks"])
    assert seat.sees("Nothing in the journal has “tight”.")


def test_a_kind_of_which_there_is_nothing_says_so(seat: Seat):
    give(seat, "tight")
    page = journal_page(seat)
    seat.click(page.chips["checks"])
    assert seat.sees("Nothing of this yet")
    seat.click("Show everything")
    assert notes(seat) == ["tight"]
