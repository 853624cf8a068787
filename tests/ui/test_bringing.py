"""Importing and merging in the window: shown first, brought in whole, and the counts are compared.

Journey 9: a new laptop; then two computers, the file of each brought to the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from recovery_coach.coach.amending import amend_entry
from recovery_coach.coach.checks import answer
from recovery_coach.journal import Journal, JournalTrouble, PainEntry
from recovery_coach.journal.backups import Backups
from recovery_coach.journal.brought import read_brought
from recovery_coach.ui.bringing_page import BringingPage
from recovery_coach.ui.errand import Errand
from recovery_coach.ui.forks_page import ForksPage
from recovery_coach.ui.level_page import LevelPage
from tests.checks import all_none
from tests.fakes import ManualClock
from tests.keeping_places import export, spoil
from tests.ui.keeping import choose, click, save_as, sit_down_at_keeping, versions, wait, write
from tests.ui.seat import Seat


@pytest.fixture
def laptop(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: ManualClock) -> Iterator[Seat]:
    """The other computer."""
    here = Seat(qtbot, qapp, tmp_path / "laptop", clock)
    yield here
    here.get_up()


def of_other(seat: Seat, *numbers: int) -> Path:
    """The export of another journal."""
    path = seat.home.parent / "other.json"
    with Journal.open(seat.home.parent / "other.sqlite3", seat.clock) as other:
        for number in numbers:
            other.append(PainEntry(nrs=number, at=seat.clock.now(), source="today"))
        return export(other, path)


def bring(seat: Seat, path: Path) -> Any:
    """Come to what ``path`` would bring."""
    if seat._window is None:
        seat.sit_down()
    seat.window.keeping.replacing.show_bringing(path)
    return wait(seat)


# -- journey 9 -----------------------------------------------------------------------------------


def test_a_new_laptop_gets_all_of_it_and_says_that_the_counts_match(
    seat: Seat, laptop: Seat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    seat.prepare()
    write(seat, 4, 2, 3)
    amend_entry(seat.journal, seat.journal.latest(PainEntry, 1)[0].record_id, note(seat, "Stairs."))
    everything = versions(seat)
    sit_down_at_keeping(seat)
    file = tmp_path / "journal.json"
    save_as(monkeypatch, file)
    click(seat, "Export everything…")
    assert seat.sees("(3 entries · 5 to 7 March 2026)")
    seat.get_up()

    sit_down_at_keeping(laptop)
    choose(monkeypatch, file)
    click(laptop, "Import or merge…")
    assert laptop.sees("3 entries · 5 to 7 March 2026")
    assert laptop.sees("Nothing that is here changes.")
    assert not versions(laptop), "nothing is written before that is agreed to"
    click(laptop, "Bring it in")
    assert laptop.sees("The counts match: 3 entries, as shown before. Both hold the same.")
    assert versions(laptop) == everything
    laptop.click("Look at the journal")
    assert laptop.page is laptop.window._kept["journal"]
    assert laptop.sees("Stairs.")


def test_two_computers_that_bring_each_other_their_files_hold_the_same(
    seat: Seat, laptop: Seat, tmp_path: Path, clock: ManualClock
):
    for home in (seat, laptop):
        home.prepare()
        write(home, 4, 2)
        export(home.journal, tmp_path / f"{home.home.name}.json")
        home.get_up()
    for home, other in ((seat, laptop), (laptop, seat)):
        bring(home, tmp_path / f"{other.home.name}.json")
        click(home, "Bring it in")
        assert home.sees("The counts match: 4 entries")
        home.get_up()
    marks = set()
    for home in (seat, laptop):
        marks.add(home.prepare().journal.count().mark)
        home.get_up()
    assert len(marks) == 1


def note(seat: Seat, text: str) -> PainEntry:
    return replace(seat.journal.latest(PainEntry, 1)[0].record, note=text)


# -- what is shown before ------------------------------------------------------------------------


def test_what_changes_is_told_by_kind_and_nothing_is_hidden(seat: Seat):
    seat.prepare()
    write(seat, 4, 2, 3)
    (third, second, first) = seat.journal.latest(PainEntry, 3)
    mine = export(seat.journal, seat.home.parent / "mine.json")
    with Journal.open(seat.home.parent / "other.sqlite3", seat.clock) as other:
        other.unite(read_brought(mine))
        amend_entry(other, first.record_id, replace(first.record, note="There."))
        other.delete(second.record_id)
        amend_entry(other, third.record_id, replace(third.record, note="There, too."))
        file = export(other, seat.home.parent / "other.json")
    amend_entry(seat.journal, third.record_id, replace(third.record, note="Here."))
    bring(seat, file)
    assert seat.sees("No entry that is not here yet.")
    assert seat.sees("1 entry that is here goes: it was deleted there.")
    assert seat.sees("1 entry was changed here and there. Both ways are kept, and you choose.")
    click(seat, "Bring it in")
    assert seat.sees("The counts match: 2 entries, as shown before. All of the file is in it.")
    assert len(seat.journal.forks()) == 1
    click(seat, "Choose between them")
    assert isinstance(seat.page, ForksPage)
    assert seat.sees("There, too.")


def test_what_is_here_already_brings_nothing_and_there_is_nothing_to_agree_to(seat: Seat):
    seat.prepare()
    write(seat, 4)
    bring(seat, export(seat.journal, seat.home.parent / "mine.json"))
    assert seat.sees("All of it is here already")
    assert not seat.buttons("Bring it in")


def test_what_is_refused_is_named_and_the_rest_comes_in(seat: Seat):
    path = spoil(of_other(seat, 1, 2, 3, 4, 5, 6, 7, 8), *range(7))
    bring(seat, path)
    assert sum("must be a date" in text for text in seat.texts) == 5
    assert seat.sees("and 2 more")
    click(seat, "Bring it in")
    assert seat.sees("The counts match: 1 entry, as shown before.")
    assert not seat.sees("All of the file is in it.")


@pytest.mark.parametrize(
    "content", [b"", b"Dear diary,", b"SQLite format 3\x00 and then nothing", b'{"format": 1}']
)
def test_a_file_that_is_no_journal_is_told_with_what_to_do(seat: Seat, content: bytes):
    path = seat.home.parent / "file.json"
    path.write_bytes(content)
    page = bring(seat, path)
    assert isinstance(page, BringingPage)
    assert seat.sees("Nothing was brought in")
    assert seat.sees("What to do")
    assert seat.sees("Your journal is as it was.")
    seat.click("Back")
    assert seat.sees("Your journal")


def test_leaving_it_changes_nothing(seat: Seat):
    bring(seat, of_other(seat, 5))
    seat.press(Qt.Key.Key_Escape)
    wait(seat)
    assert seat.sees("What is in it, and who can read it")
    assert not versions(seat)
    assert not seat.app.backups.all()


# -- bringing it in ------------------------------------------------------------------------------


def test_a_backup_is_made_first_and_the_rest_of_the_window_waits(seat: Seat):
    seat.prepare()
    write(seat, 4)
    page = bring(seat, of_other(seat, 5, 6))
    before = versions(seat)
    seat.click("Bring it in")
    assert page.busy
    assert not seat.window.sidebar.isVisible()
    seat.press(Qt.Key.Key_Escape)
    assert seat.page is page, "it is not left while it is written"
    wait(seat)
    assert seat.window.sidebar.isVisible()
    (backup,) = seat.app.backups.all()
    assert backup.why == "merge"
    with Journal.open(backup.path, seat.clock) as kept:
        assert set(kept.versions()) == before


def test_pressed_twice_it_is_brought_in_once(seat: Seat):
    page = bring(seat, of_other(seat, 5, 6))
    page.wanted.emit()
    page.wanted.emit()
    assert len(seat.window.findChildren(Errand)) == 1
    wait(seat)
    assert len(seat.records(PainEntry)) == 2


def test_where_no_backup_can_be_made_nothing_is_brought_in(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
):
    seat.prepare()
    write(seat, 4)
    bring(seat, of_other(seat, 5, 6))

    def full(backups: Backups, why: str) -> None:
        raise JournalTrouble("full", backups.folder)

    monkeypatch.setattr(Backups, "make", full)
    click(seat, "Bring it in")
    assert seat.sees("The disk is full")
    assert len(seat.records(PainEntry)) == 1
    assert seat.window.sidebar.isVisible()


def test_what_was_written_meanwhile_is_told_and_not_taken_for_a_fault(seat: Seat):
    bring(seat, of_other(seat, 5))
    with Journal.open(seat.app.paths.journal, seat.clock) as terminal:
        terminal.append(PainEntry(nrs=1, at=seat.clock.now(), source="terminal"))
    click(seat, "Bring it in")
    assert seat.sees("2 entries are there now, not 1 entry. Something was written meanwhile")


def test_what_comes_in_and_is_grave_is_shown_before_anything_else(seat: Seat):
    with Journal.open(seat.home.parent / "other.sqlite3", seat.clock) as other:
        answer(other, all_none(saddle_change="new_or_worse"), seat.clock.now(), True)
        path = export(other, seat.home.parent / "other.json")
    bring(seat, path)
    click(seat, "Bring it in")
    seat.click("Look at the journal")
    assert isinstance(seat.page, LevelPage)


def test_while_a_file_is_read_the_window_says_so_and_can_be_left(seat: Seat):
    path = of_other(seat, *(number % 11 for number in range(400)))
    seat.sit_down()
    seat.window.keeping.replacing.show_bringing(path)
    assert seat.sees("Reading the file…")
    assert seat.buttons("Leave it")
    wait(seat)
    assert seat.sees("400 entries")
