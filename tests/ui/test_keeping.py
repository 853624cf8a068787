"""The page of the journal as a file: what is in it, its backups, the second folder, exports."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from recovery_coach.journal import Journal, JournalTrouble
from recovery_coach.journal.backups import Backups
from recovery_coach.journal.brought import read_brought
from recovery_coach.ui.keeping_page import KeepingPage
from tests.fakes import ManualClock
from tests.keeping_places import damage
from tests.ui.keeping import choose_folder, click, save_as, sit_down_at_keeping, wait, write
from tests.ui.seat import Seat


def filled(seat: Seat) -> KeepingPage:
    seat.prepare()
    write(seat, 4, 2, 3)
    page = sit_down_at_keeping(seat)
    assert isinstance(page, KeepingPage)
    return page


# -- what it says ------------------------------------------------------------------------------


def test_it_counts_what_is_in_the_journal_and_says_where_that_is(seat: Seat):
    page = filled(seat)
    assert seat.sees("3 entries · 5 to 7 March 2026")
    assert seat.sees("3 pain entries")
    assert page.path.text() == str(seat.app.paths.journal)


def test_what_it_says_of_who_can_read_it_is_so(seat: Seat):
    filled(seat)
    assert seat.sees("Only you can read it")
    if os.name != "nt":
        click(seat, "Back up now")
        (backup,) = seat.app.backups.all()
        for path in (seat.app.paths.journal, backup.path):
            assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_mark_is_that_of_the_journal(seat: Seat):
    page = filled(seat)
    mark = seat.journal.count().mark
    assert page.mark.text().replace("\N{NO-BREAK SPACE}", "").endswith(mark)


def test_it_is_up_to_date_while_it_is_shown(seat: Seat):
    filled(seat)
    write(seat, 5)
    assert seat.sees("4 entries")


def test_the_path_can_be_copied_and_the_folder_opened(seat: Seat, monkeypatch: pytest.MonkeyPatch):
    filled(seat)
    seat.click("Copy the path")
    assert QGuiApplication.clipboard().text() == str(seat.app.paths.journal)
    opened: list[Path] = []
    monkeypatch.setattr(type(seat.window), "open_folder", lambda _, path: opened.append(path))
    seat.click("Open the folder")
    assert opened == [seat.app.paths.data]


def test_the_journal_leads_to_it_too(seat: Seat):
    seat.sit_down().go("journal")
    click(seat, "Backups and export")
    assert isinstance(seat.page, KeepingPage)
    seat.click("Back")
    assert seat.page is seat.window._kept["journal"]


def test_back_leads_to_where_it_was_opened_from(seat: Seat):
    filled(seat)
    seat.click("Back")
    assert seat.page is seat.window._kept["settings"]


def test_without_a_journal_it_says_so_and_the_backups_are_there(seat: Seat):
    seat.prepare()
    write(seat, 4)
    seat.app.backups.make("day")
    path = seat.app.paths.journal
    seat.app.close()
    damage(path)
    window = seat.sit_down()
    wait(seat)
    seat.click("Practise without a record")
    window.open_keeping()
    wait(seat)
    assert seat.sees("The journal cannot be used right now.")
    assert seat.sees("sound · 1 entry")


# -- backups -----------------------------------------------------------------------------------


def test_where_there_is_no_backup_it_says_so(seat: Seat):
    filled(seat)
    assert seat.sees("There is none yet.")
    assert not seat.buttons("Restore…")


def test_back_up_now_makes_one_that_is_sound_and_says_so(seat: Seat):
    page = filled(seat)
    click(seat, "Back up now")
    (backup,) = seat.app.backups.all()
    assert backup.why == "hand"
    assert seat.app.backups.look(backup).sound
    assert page.backups.newest.text == "Today 07:30 · sound · 3 entries"
    assert seat.sees("A backup was made and read again: it is sound.")
    assert seat.sees("made by you · ")
    (opener,) = seat.buttons("Restore…")
    assert opener.accessibleName().startswith("Restore the backup: Today 07:30")


def test_a_backup_that_comes_meanwhile_is_listed_and_looked_at(seat: Seat):
    page = filled(seat)
    seat.app.backups.make("day")
    seat.window.refresh()
    wait(seat)
    assert page.backups.newest.text == "Today 07:30 · sound · 3 entries"
    assert seat.sees("the day’s own · ")


def test_a_backup_that_is_damaged_is_told_as_one(seat: Seat):
    seat.prepare()
    write(seat, 4, 2)
    damage(seat.app.backups.make("day").path)
    page = sit_down_at_keeping(seat)
    assert "not sound" in page.backups.newest.text


def test_many_backups_are_listed_few_at_first(seat: Seat):
    seat.prepare()
    for number in range(7):
        write(seat, number)
        seat.app.backups.make("day")
    sit_down_at_keeping(seat)
    assert len(seat.buttons("Restore…")) == 4
    seat.click("Show 3 more")
    assert len(seat.buttons("Restore…")) == 7


def test_a_backup_that_cannot_be_made_is_said_and_the_button_is_there_again(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
):
    page = filled(seat)

    def full(backups: Backups, why: str) -> None:
        raise JournalTrouble("full", backups.folder)

    monkeypatch.setattr(Backups, "make", full)
    click(seat, "Back up now")
    assert seat.window.toast.text.startswith("The disk is full")
    assert page.backups.now_button.isEnabled()


# -- the second folder -------------------------------------------------------------------------


def test_a_second_folder_gets_a_copy_at_once_and_of_each_later_one(
    seat: Seat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    page = filled(seat)
    stick = tmp_path / "stick"
    stick.mkdir()
    choose_folder(monkeypatch, stick)
    click(seat, "Choose a folder…")
    assert seat.app.settings.backup_folder == str(stick)
    assert page.backups.second.text() == str(stick)
    assert len(list(stick.glob("*.sqlite3"))) == 1
    assert len(seat.buttons("Restore…")) == 1, "one backup, though it lies in two places"
    seat.clock.advance(60)
    click(seat, "Back up now")
    assert len(list(stick.glob("*.sqlite3"))) == 2


def test_a_stick_that_is_not_there_is_told_and_the_backup_is_made_all_the_same(
    seat: Seat, tmp_path: Path
):
    seat.prepare(backup_folder=str(tmp_path / "gone"))
    write(seat, 3)
    sit_down_at_keeping(seat)
    assert seat.sees("Copies do not get there: there is no such folder.")
    click(seat, "Back up now")
    assert seat.sees("Copies do not get there: there is no such folder.")
    assert len(seat.app.backups.all()) == 1


def test_no_second_folder_any_more_can_be_taken_back(seat: Seat, tmp_path: Path):
    seat.prepare(backup_folder=str(tmp_path))
    sit_down_at_keeping(seat)
    seat.click("No second folder")
    assert seat.app.settings.backup_folder == ""
    seat.undo()
    assert seat.app.settings.backup_folder == str(tmp_path)
    assert seat.sees(str(tmp_path))


# -- exports -----------------------------------------------------------------------------------


def test_an_export_holds_everything_and_says_how_much(
    seat: Seat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    filled(seat)
    out = tmp_path / "out.json"
    save_as(monkeypatch, out)
    click(seat, "Export everything…")
    assert set(read_brought(out).versions) == set(seat.journal.versions())
    assert seat.window.toast.text == (
        f"Written and read back: {out} (3 entries · 5 to 7 March 2026). Whoever has it can read it."
    )


def test_an_export_that_has_no_room_says_so(
    seat: Seat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    filled(seat)
    save_as(monkeypatch, tmp_path / "no such folder" / "out.json")
    click(seat, "Export everything…")
    assert "could not be written: there is no such folder." in seat.window.toast.text


def test_without_a_file_nothing_is_exported(seat: Seat, monkeypatch: pytest.MonkeyPatch):
    filled(seat)
    save_as(monkeypatch, None)
    seat.click("Export everything…")
    assert not seat.window.toast.isVisible()


def test_tables_lie_beside_each_other(seat: Seat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    filled(seat)
    save_as(monkeypatch, tmp_path / "march.csv")
    click(seat, "For a spreadsheet…")
    written = sorted(path.name for path in tmp_path.glob("*.csv"))
    assert "march.csv" in written
    assert len(written) > 1
    assert all(name in seat.window.toast.text for name in written)


# -- in a session ------------------------------------------------------------------------------


def test_a_session_has_the_journal_to_itself(seat: Seat, tmp_path: Path):
    seat.prepare()
    write(seat, 2)
    seat.sit_down()
    seat.click("Start")
    stage = seat.page
    keeping = seat.window.keeping
    other = tmp_path / "other.sqlite3"
    Journal.open(other, ManualClock()).close()
    for open_it in (
        keeping.open,
        keeping.replacing.ask_to_erase,
        lambda: keeping.replacing.show_restoring(other),
        lambda: keeping.replacing.show_bringing(other),
    ):
        open_it()
        assert seat.page is stage
