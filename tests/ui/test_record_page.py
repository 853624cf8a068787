"""Checks, visits, weeks and backgrounds: opened from their line, read, and what may be deleted."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from recovery_coach.journal import ImpactRecord
from recovery_coach.ui.record_page import RecordPage
from tests import places
from tests.ui.seat import Seat


@pytest.fixture
def found(seat: Seat) -> dict[str, str]:
    """One of every kind; their record ids."""
    window: Any = seat.sit_down()
    window.clock = seat.clock
    return places.every_kind(window)


def open_it(seat: Seat, title: str) -> RecordPage:
    seat.click("Journal")
    (line,) = [one for one in seat.page.lines if title in one.accessibleName()]
    seat.click(line)
    page = seat.page
    assert isinstance(page, RecordPage)
    return page


@pytest.mark.usefixtures("found")
@pytest.mark.parametrize(
    ("title", "told"),
    [
        (
            "Check: see a professional today",
            ["Monday 2 March, 05:30", "A weak leg or foot?", "A little", "No"],
        ),
        (
            "Seen by a professional",
            ["Seen on", "Monday 2 March", "Exercise", "Told that exercise is fine"],
        ),
        ("Week: 3.3 of 10", ["Pain", "3 of 10", "In the way of doing things", "5 of 10"]),
        (
            "Health background changed",
            ["How old are you?", "26–49", "Cautions", "Bending forward brings it on"],
        ),
    ],
)
def test_what_was_answered_is_read(seat: Seat, title: str, told: list[str]):
    open_it(seat, title)
    assert title in seat.texts
    assert [text for text in told if text not in seat.texts] == []


@pytest.mark.usefixtures("found")
@pytest.mark.parametrize(
    ("title", "why"),
    [
        ("Check: see a professional today", "never be a way around a warning sign"),
        ("Health background changed", "It is changed on the page of your health background."),
    ],
)
def test_a_check_and_a_background_cannot_be_deleted(seat: Seat, title: str, why: str):
    open_it(seat, title)
    assert not seat.buttons("Delete")
    assert seat.sees(why)


@pytest.mark.parametrize(
    ("name", "title", "said"),
    [
        ("impact", "Week: 3.3 of 10", "Deleted."),
        ("seen", "Seen by a professional", "Deleted. What it had closed stands again."),
    ],
)
def test_a_week_and_a_visit_are_deleted_and_brought_back(
    seat: Seat, found: dict[str, str], name: str, title: str, said: str
):
    open_it(seat, title)
    seat.click("Delete")
    assert seat.journal.get(found[name]) is None
    assert seat.window.toast.text == said
    if name == "seen":  # what it had closed comes first again
        seat.click("See the journal")
    assert not any(title in line.accessibleName() for line in seat.page.lines)
    seat.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert seat.journal.get(found[name]) is not None
    seat.window.go("journal")
    assert any(title in line.accessibleName() for line in seat.page.lines)


def test_its_older_versions_are_readable(seat: Seat, found: dict[str, str]):
    entry = seat.journal.get(found["impact"])
    assert entry is not None
    seat.clock.advance(7200)
    changed = ImpactRecord(at=entry.record.moment, pain=3, enjoyment=2, activity=8)
    seat.journal.revise(found["impact"], changed)
    open_it(seat, "Week: 4.3 of 10")
    seat.click("Edited 1 time")
    assert seat.sees("In the way of doing things: 5 → 8")
