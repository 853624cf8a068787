"""Going back to a backup: what would change is shown first, in days; what was there is kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from recovery_coach.journal import Journal, PainEntry
from recovery_coach.ui.errand import Errand
from recovery_coach.ui.restoring_page import RestoringPage
from tests.fakes import ManualClock
from tests.keeping_places import damage
from tests.ui.keeping import choose, click, sit_down_at_keeping, versions, wait, write
from tests.ui.seat import Seat


def gone_on(seat: Seat) -> None:
    """Three entries, a backup, four days more; at the page of the journal as a file."""
    seat.prepare()
    write(seat, 4, 2, 3)
    seat.app.backups.make("day")
    write(seat, 5, 6, 5, 4)
    sit_down_at_keeping(seat)


# -- what is shown before ------------------------------------------------------------------------


def test_what_would_be_missing_is_told_in_days_first(seat: Seat):
    gone_on(seat)
    click(seat, "Restore…")
    assert isinstance(seat.page, RestoringPage)
    assert seat.sees("4 days would be missing")
    assert seat.sees("8 to 11 March 2026")
    assert seat.sees("4 pain entries")
    assert seat.sees("3 entries, unchanged.")
    assert seat.sees("What is there now is kept first, so you can come back to it.")


def test_what_would_come_back_and_what_would_change_is_told(seat: Seat):
    seat.prepare()
    write(seat, 4, 2, 3)
    seat.app.backups.make("day")
    third, second, _ = seat.journal.latest(PainEntry, 3)
    seat.journal.delete(third.record_id)
    seat.journal.revise(second.record_id, PainEntry(nrs=9, at=second.record.at, source="today"))
    sit_down_at_keeping(seat)
    click(seat, "Restore…")
    assert seat.sees("Nothing would be missing")
    assert seat.sees("What would come back")
    assert seat.sees("1 entry would be as it was then.")
    assert seat.sees("1 entry, unchanged.")


def test_a_backup_of_the_same_offers_nothing_to_restore(seat: Seat):
    seat.prepare()
    write(seat, 4)
    seat.app.backups.make("day")
    sit_down_at_keeping(seat)
    click(seat, "Restore…")
    assert seat.sees("It holds exactly what your journal holds.")
    assert not seat.buttons("Restore this one")


def test_a_backup_that_is_damaged_cannot_be_restored_and_says_why(seat: Seat):
    seat.prepare()
    write(seat, 4, 2)
    damage(seat.app.backups.make("day").path)
    sit_down_at_keeping(seat)
    click(seat, "Restore…")
    assert seat.sees("Nothing was restored")
    assert seat.sees("Your journal is as it was.")
    assert not seat.buttons("Restore this one")


def test_leaving_it_changes_nothing(seat: Seat):
    gone_on(seat)
    before = versions(seat)
    click(seat, "Restore…")
    seat.press(Qt.Key.Key_Escape)
    wait(seat)
    assert seat.sees("What is in it, and who can read it")
    assert versions(seat) == before
    assert len(seat.app.backups.all()) == 1


def test_what_a_shared_folder_would_bring_back_is_said(seat: Seat, tmp_path: Path):
    seat.prepare(sync_folder=str(tmp_path))
    gone_on(seat)
    click(seat, "Restore…")
    assert seat.sees("What your other computers hold comes back with the shared folder.")


# -- going back ----------------------------------------------------------------------------------


def test_it_is_restored_and_what_was_there_is_kept(seat: Seat):
    gone_on(seat)
    before = versions(seat)
    click(seat, "Restore…")
    click(seat, "Restore this one")
    assert seat.page is seat.window.today
    assert len(seat.records(PainEntry)) == 3
    assert seat.window.toast.text.startswith("Restored: 3 entries. What was there before is kept")
    kept = next(one for one in seat.app.backups.all() if one.why == "restore")
    with Journal.open(kept.path, ManualClock()) as journal:
        assert set(journal.versions()) == before


def test_what_was_restored_can_be_written_to_and_restored_from_again(seat: Seat):
    gone_on(seat)
    click(seat, "Restore…")
    click(seat, "Restore this one")
    seat.click(seat.page.strip.buttons[4])
    assert len(seat.records(PainEntry)) == 4
    kept = next(one for one in seat.app.backups.all() if one.why == "restore")
    seat.window.keeping.replacing.show_restoring(kept.path)
    wait(seat)
    click(seat, "Restore this one")
    assert len(seat.records(PainEntry)) == 7, "all that was there before the first restore"


def test_what_was_undone_last_belongs_to_the_journal_of_before(seat: Seat):
    gone_on(seat)
    seat.window.show_today()
    seat.click(seat.page.strip.buttons[4])
    seat.window.open_keeping()
    wait(seat)
    click(seat, "Restore…")
    click(seat, "Restore this one")
    seat.undo()
    assert len(seat.records(PainEntry)) == 3


def test_a_file_from_elsewhere_can_be_restored_too(
    seat: Seat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    gone_on(seat)
    with Journal.open(tmp_path / "stick.sqlite3", seat.clock) as other:
        other.append(PainEntry(nrs=1, at=seat.clock.now(), source="today"))
    choose(monkeypatch, tmp_path / "stick.sqlite3")
    click(seat, "Restore from a file…")
    assert seat.sees("1 pain entry")
    click(seat, "Restore this one")
    assert [entry.nrs for entry in seat.records(PainEntry)] == [1]


def test_while_it_is_restored_the_window_shows_nothing_else(seat: Seat):
    gone_on(seat)
    page = click(seat, "Restore…")
    seat.click("Restore this one")
    assert page.busy
    assert not seat.window.sidebar.isVisible()
    seat.press(Qt.Key.Key_Escape)
    assert seat.page is page
    page.wanted.emit()
    assert len(seat.window.findChildren(Errand)) == 1
    wait(seat)
    assert seat.window.sidebar.isVisible()


def test_a_window_that_is_closed_meanwhile_waits_for_its_end(seat: Seat):
    gone_on(seat)
    click(seat, "Restore…")
    seat.click("Restore this one")
    window = seat.window
    assert not window.close()
    assert window.isVisible()
    seat.qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)
    with Journal.open(seat.app.paths.journal, seat.clock) as journal:
        assert len(journal.latest(PainEntry, 99)) < 7


def test_a_journal_that_another_program_uses_is_left_and_that_is_said(seat: Seat):
    gone_on(seat)
    click(seat, "Restore…")
    with Journal.open(seat.app.paths.journal, seat.clock):
        click(seat, "Restore this one")
    assert seat.window.toast.text.startswith("The journal is in use by another program.")
    assert seat.page is seat.window.today
    assert len(seat.records(PainEntry)) == 7


# -- a damaged file at the start -------------------------------------------------------------------


def damaged(seat: Seat, backup: bool = True) -> bytes:
    """The window at its start over a damaged journal; its bytes."""
    seat.prepare()
    write(seat, 4, 2, 3)
    if backup:
        seat.app.backups.make("day")
    write(seat, 5)
    path = seat.app.paths.journal
    seat.app.close()
    damage(path)
    content = path.read_bytes()
    seat.sit_down()
    wait(seat)
    return content


def aside(seat: Seat) -> Path:
    (found,) = seat.app.paths.data.glob("journal-damaged-*.sqlite3")
    return found


def test_the_newest_sound_backup_is_offered_with_what_it_lacks(seat: Seat):
    content = damaged(seat)
    assert seat.sees("The journal’s file is damaged")
    assert seat.sees(
        "Of yesterday 07:30, with 3 entries. What was written after that is missing from it: 1 day."
    )
    click(seat, "Restore it")
    assert seat.page is seat.window.today
    assert len(seat.records(PainEntry)) == 3
    assert aside(seat).read_bytes() == content
    assert str(aside(seat)) in seat.window.toast.text


def test_what_the_damaged_file_still_holds_can_be_brought_in(seat: Seat):
    seat.prepare()
    write(seat, 4, 2, 3)
    seat.app.backups.make("day")
    write(seat, *range(10))
    path = seat.app.paths.journal
    seat.app.close()
    with closing(sqlite3.connect(path)) as connection:  # an index is hit, as a bad sector does
        sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'version_counter'"
        (page,) = connection.execute(sql).fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = bytes(4096)
    path.write_bytes(content)
    seat.sit_down()
    wait(seat)
    click(seat, "Restore it")
    assert len(seat.records(PainEntry)) == 3
    click(seat, "See what it still holds")
    assert seat.sees("This is what would come in")
    assert seat.sees("10 pain entries")
    click(seat, "Bring it in")
    assert len(seat.records(PainEntry)) == 13
    assert aside(seat).read_bytes() == content


def test_a_backup_that_is_damaged_too_is_passed_over(seat: Seat):
    seat.prepare()
    write(seat, 4, 2)
    seat.app.backups.make("day")
    write(seat, 3)
    worse = seat.app.backups.make("day")
    path = seat.app.paths.journal
    seat.app.close()
    damage(worse.path)
    damage(path)
    seat.sit_down()
    wait(seat)
    assert seat.sees("with 2 entries")


def test_without_a_backup_a_new_journal_can_be_begun_and_the_old_one_is_kept(seat: Seat):
    content = damaged(seat, backup=False)
    assert seat.sees("There is none that can be read.")
    click(seat, "Begin a new journal")
    assert seat.page is seat.window.today
    assert not seat.records(PainEntry)
    assert aside(seat).read_bytes() == content
    seat.click(seat.page.strip.buttons[4])
    assert len(seat.records(PainEntry)) == 1


def test_another_backup_can_be_chosen_without_a_record(seat: Seat):
    content = damaged(seat)
    seat.click("Practise without a record")
    seat.window.open_keeping()
    wait(seat)
    click(seat, "Restore…")
    assert seat.sees("Restore this backup?")
    assert seat.sees("The journal cannot be read, so nobody can say")
    click(seat, "Restore this one")
    assert len(seat.records(PainEntry)) == 3
    assert aside(seat).read_bytes() == content


def test_nothing_is_touched_until_somebody_says_so(seat: Seat):
    content = damaged(seat)
    click(seat, "Try again")
    assert seat.sees("The journal’s file is damaged")
    seat.click("Practise without a record")
    assert seat.app.paths.journal.read_bytes() == content
    assert not list(seat.app.paths.data.glob("journal-damaged-*"))


def test_damage_that_is_found_later_has_the_same_way_out(seat: Seat):
    seat.prepare()
    write(seat, 4, 2, 3)
    seat.app.backups.make("day")
    seat.get_up()
    seat.prepare_as_it_is()
    window = seat.sit_down()
    damage(seat.app.paths.journal)
    window.look_after()
    seat.qtbot.waitUntil(lambda: not window.upkeep.is_busy, timeout=20_000)
    wait(seat)
    click(seat, "Restore it")
    assert len(seat.records(PainEntry)) == 3


def test_damage_that_is_told_while_it_is_mended_disturbs_nothing(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
):
    seat.prepare()
    write(seat, 4, 2, 3)
    backup = seat.app.backups.make("day")
    seat.get_up()
    seat.prepare_as_it_is()
    window = seat.sit_down()
    damage(seat.app.paths.journal)
    told: list[object] = []
    monkeypatch.setattr(window.beginning, "show_trouble", told.append)
    window.look_after()
    window.keeping.replacing.restore(RestoringPage("yesterday"), backup.path)
    wait(seat)
    assert not told
    assert seat.page is window.today
    assert len(seat.records(PainEntry)) == 3
