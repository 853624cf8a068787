"""The page of a report: from the journal to a file in three clicks, and what can be chosen."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt

from recovery_coach.base import disk
from recovery_coach.journal import PainEntry
from recovery_coach.ui.report_page import ReportPage
from tests.ui.printed import text_of
from tests.ui.seat import Seat
from tests.ui.test_sheet_saving import answer

REPORT = "Report for a clinician"
SAVE = "Save as PDF…"


def fill(seat: Seat, days: int = 30) -> None:
    journal = seat.prepare().journal
    for ago in range(days):
        at = seat.clock.now() - timedelta(days=ago)
        entry = PainEntry(nrs=ago % 6, at=at, source="today", note=f"Note {ago}." * 9)
        journal.append(entry)


def opened(seat: Seat) -> ReportPage:
    seat.sit_down()
    seat.window.go("journal")
    seat.click(REPORT)
    assert isinstance(seat.page, ReportPage)
    return seat.page


def read(page: ReportPage, number: int = 0) -> str:
    """What a screen reader says of a page."""
    return page.views[number].accessibleDescription()


def test_three_clicks_lead_to_a_file(seat: Seat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    asked = answer(monkeypatch, tmp_path / "mine.pdf")
    fill(seat)
    window = seat.sit_down()
    journal = next(
        b
        for b in window.sidebar.findChildren(type(seat.button("Journal")))
        if b.text() == "Journal"
    )
    seat.click(journal)
    seat.click(REPORT)
    seat.click(SAVE)
    assert asked == ["recovery-coach-report-2026-03-04.pdf"]
    text = " ".join(text_of((tmp_path / "mine.pdf").read_bytes()).split())
    assert "Pain diary, 22 January to 4 March 2026" in text
    assert "30 of 30 days have a number." in text
    assert window.toast.text.startswith(f"Written: {tmp_path / 'mine.pdf'} (1 page).")


def test_what_is_shown_is_what_a_screen_reader_says(seat: Seat):
    fill(seat)
    page = opened(seat)
    (view,) = page.views
    assert view.accessibleName() == "Page 1 of 1"
    assert "30 of 30 days have a number." in read(page)
    assert "Median of the days: 2.5" in read(page)
    assert "A diary, not a diagnosis" in read(page)


@pytest.mark.parametrize(
    ("chip", "days"), [("Two weeks", 14), ("Six weeks", 42), ("Three months", 91), ("A year", 365)]
)
def test_days_are_chosen_with_a_click(seat: Seat, chip: str, days: int):
    page = opened(seat)
    seat.click(chip)
    assert page.wish.span.days == days
    assert page.wish.span.last == seat.clock.now().date()
    assert f"None of {days} days has a number." in read(page)


def test_days_of_ones_own_are_two_fields(seat: Seat):
    fill(seat)
    page = opened(seat)
    assert not page.choices.first.isVisible()
    seat.click("From … to …")
    page.choices.first.box.setDate(QDate(2026, 2, 20))
    page.choices.last.box.setDate(QDate(2026, 2, 28))
    assert "Pain diary, 20 to 28 February 2026" in read(page).replace("20 February", "20")
    assert "9 of 9 days have a number." in read(page)
    page.choices.last.box.setDate(QDate(2026, 2, 18))
    assert page.wish.span.first == date(2026, 2, 18)


def test_some_days_are_always_chosen(seat: Seat):
    page = opened(seat)
    seat.click("Two weeks")
    seat.click("Two weeks")
    assert page.wish.span.days == 42
    assert page.choices.days.value == "six"


def test_parts_are_left_out_with_a_click(seat: Seat):
    fill(seat)
    page = opened(seat)
    assert "Stands now" in read(page)
    assert not page.choices.parts.isVisible()
    seat.click("All parts")
    seat.click("Warning signs")
    assert "Stands now" not in read(page)
    assert page.choices.opener.text() == "8 of 9 parts"


def test_notes_in_full_come_on_more_pages(seat: Seat):
    fill(seat)
    page = opened(seat)
    seat.click("All notes in full, on pages of their own")
    assert len(page.views) >= 2
    assert "Note 29.Note 29." in "\n".join(read(page, n) for n in range(1, len(page.views)))


def test_a_name_is_on_the_page_and_kept_nowhere(seat: Seat):
    fill(seat)
    page = opened(seat)
    page.choices.name.setFocus()
    seat.type("Ada Lovelace")
    seat.press(Qt.Key.Key_Return)
    assert "Ada Lovelace" in read(page)
    seat.click("Back")
    seat.click(REPORT)
    page = seat.page
    assert "Ada Lovelace" not in read(page)
    assert page.choices.name.text() == ""


def test_what_is_written_meanwhile_is_on_it(seat: Seat):
    page = opened(seat)
    fill(seat, 2)
    seat.window.refresh()
    assert "2 of 2 days have a number." in read(page)


def test_back_leads_to_the_journal(seat: Seat):
    opened(seat)
    seat.click("Back")
    assert seat.sees("Backups and export")


def test_a_grave_level_keeps_it_in_reach(seat: Seat):
    seat.checked(8, saddle_change="new_or_worse")
    seat.sit_down()
    assert seat.sees("Get emergency help now.")
    seat.click("A report")
    assert isinstance(seat.page, ReportPage)
    assert "between the legs" in read(seat.page)
    assert not seat.can_start()
    seat.click("Back")
    assert seat.sees("Get emergency help now.")


def test_what_stands_in_the_way_of_the_file_is_said(
    seat: Seat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def refuse(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk, "write_atomically", refuse)
    answer(monkeypatch, tmp_path / "a.pdf")
    opened(seat)
    seat.click(SAVE)
    assert "the disk is full" in seat.window.toast.text


def test_without_an_answer_nothing_is_written(seat: Seat, monkeypatch: pytest.MonkeyPatch):
    answer(monkeypatch, None)
    opened(seat)
    seat.click(SAVE)
    assert not seat.window.toast.isVisible()


def test_the_paper_is_beside_the_choices_or_below_them(seat: Seat):
    page = opened(seat)
    seat.window.resize(1280, 800)
    seat.application.processEvents()
    assert page.views[0].mapTo(page, page.views[0].rect().topLeft()).x() > page.choices.width()
    small = page.views[0].width()
    seat.click("Larger")
    seat.application.processEvents()
    assert page.views[0].width() > small
