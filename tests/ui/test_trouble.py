"""A journal that cannot be used: said plainly, never a crash, and the routines still work."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtWidgets import QLabel

from recovery_coach.base.clock import Clock
from recovery_coach.journal import Journal, JournalTrouble, PainEntry, Reason, SessionRecord
from recovery_coach.ui.trouble import TroublePage
from recovery_coach.ui.welcome import WelcomePage
from tests.fakes import ManualClock
from tests.ui.seat import Seat

GARBAGE = b"this is not a journal" * 100


def spoil(seat: Seat) -> Path:
    """Put something else in the journal's place."""
    path = seat.prepare().paths.journal
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(GARBAGE)
    return path


@pytest.mark.parametrize("reason", get_args(Reason))
def test_each_trouble_says_what_is_wrong_what_is_safe_and_what_to_do(
    seat: Seat, monkeypatch: pytest.MonkeyPatch, reason: Reason
):
    path = seat.prepare().paths.journal
    trouble = JournalTrouble(reason, path, "detail for a report")

    def fail(path: Path, clock: Clock) -> Journal:
        raise trouble

    monkeypatch.setattr(Journal, "open", fail)
    window = seat.sit_down()
    assert isinstance(seat.page, TroublePage)
    assert not window.sidebar.isVisible()
    for words in (trouble.title, trouble.safe, trouble.advice, str(path)):
        assert words in seat.texts
    assert not seat.sees("detail for a report")


def test_a_damaged_file_is_left_as_it_is(seat: Seat):
    path = spoil(seat)
    seat.sit_down()
    assert seat.sees("The journal’s file is damaged")
    seat.click("Practise without a record")
    seat.get_up()
    assert path.read_bytes() == GARBAGE


def test_without_a_record_the_routines_work_and_it_is_said(seat: Seat):
    spoil(seat)
    window = seat.sit_down()
    seat.click("Practise without a record")
    assert seat.page is window.today
    assert seat.sees("Nothing is written down until the journal works again.")
    seat.click("Start")
    seat.pass_time(8)
    assert seat.stage.practice.player.position > 7
    seat.stage.practice.stop()
    seat.click("Save")
    assert seat.page is window.today


def test_without_a_record_a_number_is_not_shown_as_noted(seat: Seat):
    spoil(seat)
    seat.sit_down()
    seat.click("Practise without a record")
    seat.click(seat.page.strip.buttons[4])
    assert seat.page.strip.value is None
    assert not seat.sees("Noted: 4 of 10.")


def test_without_a_record_the_first_screen_is_not_left_out(seat: Seat):
    seat.prepare(welcome_seen=0)
    spoil(seat)
    window = seat.sit_down()
    seat.click("Practise without a record")
    assert isinstance(seat.page, WelcomePage)
    seat.click("I understand, let us begin")
    assert seat.page is window.today


def test_try_again_stays_while_it_is_not_mended(seat: Seat):
    spoil(seat)
    seat.sit_down()
    for _ in range(3):
        seat.click("Try again")
        assert isinstance(seat.page, TroublePage)
    assert window_pages(seat) == 2, "Today and one page of trouble"


def test_try_again_opens_today_once_the_file_is_mended(seat: Seat):
    path = spoil(seat)
    window = seat.sit_down()
    path.unlink()
    seat.click("Try again")
    assert seat.page is window.today
    assert window.sidebar.isVisible()
    seat.click(seat.page.strip.buttons[4])
    assert len(seat.records(PainEntry)) == 1


def test_a_journal_of_a_newer_program_is_not_touched(seat: Seat):
    journal = seat.prepare().journal
    path = journal.path
    seat.app.close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 999")
    connection.commit()
    connection.close()
    seat.sit_down()
    assert seat.sees("This journal was written by a newer Recovery Coach")


@pytest.mark.parametrize("first", ["look", "entry"])
def test_a_newer_program_that_opens_the_same_journal_is_noticed(seat: Seat, first: str):
    window = seat.sit_down()
    path = window.app.paths.journal
    with closing(sqlite3.connect(path)) as newer, newer:
        newer.execute("ALTER TABLE number RENAME TO measure")
        newer.execute("PRAGMA user_version = 999")

    if first == "look":
        window._watch.touched.emit()  # as the system tells of its writes, sooner or later
    else:
        seat.click(seat.page.strip.buttons[4])

    assert seat.sees("This journal was written by a newer Recovery Coach")
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM version").fetchone() == (0,)


# -- in the middle of things -------------------------------------------------------------------


def fail_reading(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    def damaged(*_: object, **__: object) -> None:
        raise JournalTrouble("damaged", path)

    for name in ("latest", "latest_pain", "last_used"):
        monkeypatch.setattr(Journal, name, damaged)


def test_trouble_that_comes_later_is_a_page_too_and_leads_out_again(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
):
    window = seat.sit_down()
    window.open_routine("pre_squat")
    with monkeypatch.context() as patch:
        fail_reading(patch, seat.journal.path)
        seat.click("Back")
        assert isinstance(seat.page, TroublePage)
        seat.click("Practise without a record")
        assert seat.page is window.today
        window.open_routine("pre_squat")
        seat.click("Start")
        assert seat.page is seat.stage


def test_after_later_trouble_try_again_tells_of_each_change_once(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
):
    window = seat.sit_down()
    window.open_routine("pre_squat")
    with monkeypatch.context() as patch:
        fail_reading(patch, seat.journal.path)
        seat.click("Back")
        seat.click("Try again")
        assert isinstance(seat.page, TroublePage)
    seat.click("Try again")
    assert seat.page is window.today
    shown: list[int] = []
    monkeypatch.setattr(type(window.today), "refresh", lambda page: shown.append(1))
    seat.click(seat.page.strip.buttons[4])
    assert len(shown) == 1


def test_opening_a_routine_while_the_journal_fails_is_no_crash(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
):
    window = seat.sit_down()
    fail_reading(monkeypatch, seat.journal.path)
    seat.clock.advance(120)  # what was read for Today holds for a minute
    window.open_routine("pre_squat")
    assert isinstance(seat.page, TroublePage)


def test_a_session_goes_on_though_nothing_can_be_written_and_says_so(
    seat: Seat, monkeypatch: pytest.MonkeyPatch, clock: ManualClock
):
    window = seat.sit_down()
    seat.click("Start")

    def full(*_: object, **__: object) -> None:
        raise JournalTrouble("full", seat.journal.path)

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "write", full)
        seat.pass_time(10)
        assert seat.stage.practice.player.position > 9
        assert window.toast.text.startswith("The disk is full")
        seat.click("Close")
        seat.pass_time(0.5)
        assert not window.toast.isVisible(), "said once, not at every picture"
        seat.stage.practice.stop()
        seat.click("Save")
        assert not seat.sees("Saved.")
        assert seat.sees("The disk is full")


def test_what_could_not_be_written_is_written_as_soon_as_it_can_be(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
):
    seat.sit_down()
    seat.click("Start")

    def full(*_: object, **__: object) -> None:
        raise JournalTrouble("full", seat.journal.path)

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "write", full)
        seat.pass_time(10)
    seat.stage.practice.stop()
    seat.click("Save")
    (record,) = seat.records(SessionRecord)
    assert record.state == "stopped"
    assert seat.sees("Saved.")


def window_pages(seat: Seat) -> int:
    pages = seat.window.pages
    seat.application.sendPostedEvents(None, 0)
    assert all(pages.widget(i).findChildren(QLabel) for i in range(pages.count()))
    return pages.count()
