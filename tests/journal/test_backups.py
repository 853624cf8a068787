"""Backups: made, read again, grown old; and put in the journal's place."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.journal import Journal, JournalTrouble, PainEntry, restoring
from recovery_coach.journal.backups import DAYS, MONTHS, OTHERS, WEEKS, Backup, Backups, to_keep
from recovery_coach.journal.brought import BroughtError
from recovery_coach.journal.erasing import erase, what_goes
from recovery_coach.journal.restoring import compare, restore
from tests.fakes import ManualClock
from tests.journal.make import child, pain

DAY = 24 * 3600


@pytest.fixture
def backups(path: Path, clock: ManualClock) -> Backups:
    return Backups(path, clock)


def write(path: Path, clock: ManualClock, *scores: int) -> None:
    with Journal.open(path, clock) as journal:
        for score in scores:
            journal.append(pain(score, at=clock.now()))


def scores(path: Path) -> list[int | None]:
    with Journal.open(path, ManualClock()) as journal:
        return [entry.record.nrs for entry in journal.latest(PainEntry, 99)]


def damage(path: Path) -> bytes:
    data = bytearray(path.read_bytes())
    data[4096 : 4096 * 3] = bytes(4096 * 2)
    path.write_bytes(data)
    return bytes(data)


# -- making them ---------------------------------------------------------------------------------


def test_a_backup_is_one_private_file_with_all_of_it(
    path: Path, clock: ManualClock, backups: Backups
) -> None:
    with Journal.open(path, clock) as journal:  # some of it is in the log beside the file
        journal.append(pain(4))
        made = backups.make("hand")
        assert backups.look(made).counts == journal.count()
    assert [made.path] == list(backups.folder.iterdir())
    assert (made.why, made.made_at) == ("hand", clock.now().astimezone(UTC))
    if os.name == "posix":
        assert stat.S_IMODE(made.path.stat().st_mode) == 0o600


def test_one_a_day_is_due_where_something_was_written(
    path: Path, clock: ManualClock, backups: Backups
) -> None:
    assert not backups.is_due()
    write(path, clock, 4)
    assert backups.is_due()
    backups.make("day")
    write(path, clock, 5)
    assert not backups.is_due()
    clock.advance(DAY)
    assert backups.is_due()
    backups.make("day")
    clock.advance(DAY)
    assert not backups.is_due()


def test_of_one_second_the_last_one_is_the_newest(
    path: Path, clock: ManualClock, backups: Backups
) -> None:
    write(path, clock, 3)
    made = [backups.make("hand") for _ in range(4)]
    assert backups.all() == made[::-1]


def test_a_damaged_journal_pushes_out_no_backup(
    path: Path, clock: ManualClock, backups: Backups
) -> None:
    write(path, clock, *range(9), *range(9))
    backups.make("day")
    damage(path)
    before = backups.all()
    clock.advance(DAY)
    with pytest.raises(JournalTrouble) as caught:
        backups.make("day")
    assert caught.value.reason == "damaged"
    assert backups.all() == before
    assert backups.newest_sound() is not None
    assert list(backups.folder.glob(".*")) == []


def test_the_newest_sound_one_is_found_behind_damaged_ones(
    path: Path, clock: ManualClock, backups: Backups
) -> None:
    write(path, clock, *range(9), *range(9))
    first = backups.make("day")
    clock.advance(DAY)
    second = backups.make("hand")
    damage(second.path)
    third = backups.folder / second.path.name.replace("hand", "import")
    third.write_bytes(b"nothing")
    found = backups.newest_sound()
    assert found is not None
    assert found.backup == first
    assert not backups.look(second).sound


def test_the_second_folder_has_them_too_and_its_trouble_is_told(
    path: Path, clock: ManualClock, tmp_path: Path
) -> None:
    second = tmp_path / "stick"
    write(path, clock, 4)
    backups = Backups(path, clock, second)
    made = backups.make("day")
    assert made.path.exists()
    assert "no such folder" in backups.second_trouble
    second.mkdir()
    clock.advance(60)
    again = backups.make("hand")
    assert backups.second_trouble == ""
    assert (second / again.path.name).read_bytes() == again.path.read_bytes()
    assert [one.path.parent for one in backups.all()].count(second) == 1


def test_files_of_others_are_left_alone(path: Path, clock: ManualClock, backups: Backups) -> None:
    write(path, clock, 4)
    made = backups.make("hand")
    others = [
        backups.folder / "notes.txt",
        backups.folder / made.path.name.replace("hand", "mine"),
        *(
            backups.folder / f"journal-ffffffff-2020-01-0{day}T000000Z-hand.sqlite3"
            for day in range(1, 9)
        ),
    ]
    for other in others:
        other.write_bytes(b"")
    for _ in range(9):
        clock.advance(60)
        backups.make("hand")
    assert all(other.exists() for other in others)
    assert not made.path.exists()


def at(day: date) -> Backup:
    moment = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return Backup(Path(f"{moment:%Y%m%d}"), moment, "day", 0, "")


def day_of(backup: Backup) -> date:
    return backup.made_at.date()


@given(st.sets(st.dates(date(2020, 1, 1), date(2029, 12, 31)), max_size=200))
def test_what_is_kept_covers_days_weeks_and_months(days: set[date]) -> None:
    kept = {day_of(one) for one in to_keep([at(day) for day in days], day_of)}
    newest_first = sorted(days, reverse=True)
    assert kept <= days
    assert len(kept) <= DAYS + WEEKS + MONTHS
    assert set(newest_first[:DAYS]) <= kept
    months = list(dict.fromkeys((day.year, day.month) for day in newest_first))
    for month in months[:MONTHS]:
        assert max(day for day in days if (day.year, day.month) == month) in kept


def test_a_year_of_days_leaves_at_most_a_week_a_month_and_a_year(
    path: Path, clock: ManualClock, backups: Backups
) -> None:
    write(path, clock, 4)
    source = backups.make("day")
    first = clock.now().astimezone(UTC)
    for days in range(1, 400):
        moment = first + timedelta(days=days)
        name = source.path.name.replace(f"{first:%Y-%m-%d}", f"{moment:%Y-%m-%d}")
        shutil.copy(source.path, source.path.with_name(name))
    clock.advance(400 * DAY)
    backups.make("day")
    kept = [one.made_at for one in backups.all()]
    assert len(kept) <= DAYS + WEEKS + MONTHS
    assert (kept[0] - kept[DAYS - 1]).days == DAYS - 1
    assert 11 * 28 <= (kept[0] - kept[-1]).days <= 366  # this month is one of the twelve


# -- putting one back ----------------------------------------------------------------------------


def test_a_restore_is_foretold_and_keeps_what_was_there(
    path: Path, clock: ManualClock, backups: Backups
) -> None:
    write(path, clock, 4)
    made = backups.make("day")
    clock.advance(2 * DAY)
    write(path, clock, 5, 6)
    with Journal.open(path, clock) as journal:
        journal.delete(journal.latest(PainEntry, 9)[-1].record_id)
        device = journal.device
    difference = compare(path, made.path)
    assert (difference.lost, difference.back) == ({"pain": 2}, {"pain": 1})
    assert difference.lost_days == (clock.now().date(),)
    done = restore(path, made.path, clock, backups)
    assert done.before is not None
    assert done.aside is None
    assert scores(path) == [4]
    with Journal.open(path, clock) as journal:
        assert journal.count() == done.counts
        assert journal.device != device
    restore(path, done.before.path, clock, backups)
    assert scores(path) == [6, 5]


def test_the_oldest_backup_of_a_restore_can_be_restored(
    path: Path, clock: ManualClock, backups: Backups
) -> None:
    """Though the one that is made of the journal first is one too many."""
    for number in range(OTHERS):
        write(path, clock, number)
        clock.advance(1)
        backups.make("restore")
    (*_, oldest) = backups.all()
    restore(path, oldest.path, clock, backups)
    assert scores(path) == [0]


def test_a_damaged_journal_stays_in_its_place_where_there_is_no_room_for_another(
    path: Path, clock: ManualClock, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(path, clock, *range(9), *range(9))
    made = backups.make("day")
    was = damage(path)

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(restoring, "_fill", fail)
    with pytest.raises(JournalTrouble) as caught:
        restore(path, made.path, clock, backups)
    assert caught.value.reason == "full"
    assert path.read_bytes() == was


def test_a_damaged_journal_is_set_aside_untouched(
    path: Path, clock: ManualClock, backups: Backups
) -> None:
    write(path, clock, *range(9), *range(9))
    made = backups.make("day")
    was = damage(path)
    assert not compare(path, made.path).readable
    done = restore(path, made.path, clock, backups)
    assert done.before is None
    assert done.aside is not None
    assert done.aside.read_bytes() == was
    assert len(scores(path)) == 18


def test_a_journal_that_is_gone_is_restored(
    path: Path, clock: ManualClock, backups: Backups
) -> None:
    write(path, clock, 4)
    made = backups.make("day")
    path.unlink()
    restore(path, made.path, clock, backups)
    assert scores(path) == [4]


def test_nothing_is_restored_over_a_journal_in_use(
    path: Path, clock: ManualClock, backups: Backups
) -> None:
    write(path, clock, 4)
    made = backups.make("day")
    write(path, clock, 5)
    for others in (1, 2):
        with Journal.open(path, clock) as journal:
            with pytest.raises(JournalTrouble) as caught:
                restore(path, made.path, clock, backups)
            assert caught.value.reason == "locked"
            assert len(journal.latest(PainEntry, 9)) == 1 + others
            journal.append(pain(6))
    assert len(scores(path)) == 4


def test_nothing_is_restored_while_another_process_writes(
    path: Path, clock: ManualClock, backups: Backups
) -> None:
    write(path, clock, 4)
    made = backups.make("day")
    with child("lock", str(path)) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(JournalTrouble) as caught:
            restore(path, made.path, clock, backups)
        assert caught.value.reason == "locked"
        other.communicate("let go\n")
    assert scores(path) == [4]


@pytest.mark.parametrize("content", [b"", b"nothing", b"SQLite format 3\x00" + bytes(5000)])
def test_what_is_no_backup_is_not_restored(
    path: Path, clock: ManualClock, backups: Backups, content: bytes, tmp_path: Path
) -> None:
    write(path, clock, 4)
    source = tmp_path / "file.sqlite3"
    source.write_bytes(content)
    with pytest.raises(BroughtError, match="cannot be used"):
        restore(path, source, clock, backups)
    assert scores(path) == [4]


# -- a copy is a device of its own ---------------------------------------------------------------


def test_a_copied_journal_writes_under_an_id_of_its_own(
    path: Path, clock: ManualClock, tmp_path: Path
) -> None:
    with Journal.open(path, clock) as journal:
        mine = journal.device
    copy = tmp_path / "copy.sqlite3"
    shutil.copy(path, copy)
    with Journal.open(copy, clock) as journal:
        assert journal.device != mine
        theirs = journal.device
    moved = copy.rename(tmp_path / "moved.sqlite3")
    with Journal.open(moved, clock) as journal:
        assert journal.device == theirs
    with Journal.open(path, clock) as journal:
        assert journal.device == mine


def test_a_preview_takes_no_id(path: Path, clock: ManualClock, tmp_path: Path) -> None:
    from recovery_coach.journal.version_rows import Brought

    with Journal.open(path, clock) as journal:
        journal.append(pain(1))
    copy = tmp_path / "copy.sqlite3"
    shutil.copy(path, copy)
    with Journal.open(copy, clock) as journal:
        journal.preview(Brought(path, ()))
        entry = journal.append(pain(2))
        assert {v.device for v in journal.versions() if v.version_id == entry.version_id} == {
            journal.device
        }


# -- taking all of it away -----------------------------------------------------------------------


def test_an_erasure_names_every_file_and_removes_no_other(
    path: Path, clock: ManualClock, tmp_path: Path
) -> None:
    second = tmp_path / "stick"
    second.mkdir()
    backups = Backups(path, clock, second)
    write(path, clock, *range(9), *range(9))
    backups.make("day")
    damage(path)
    restore(path, backups.all()[0].path, clock, backups)
    mine = path.parent / "library" / "routines" / "mine.toml"
    mine.parent.mkdir(parents=True)
    mine.touch()
    (second / "photo.jpg").touch()
    shared = tmp_path / "shared.json"
    shared.touch()
    goes = what_goes(path, backups, [shared, tmp_path / "none.json"])
    assert goes[-1] == path
    assert shared in goes
    assert len(goes) == 5
    with Journal.open(path, clock), pytest.raises(JournalTrouble) as caught:
        erase(path, goes)
    assert caught.value.reason == "locked"
    assert all(file.exists() for file in goes)
    erase(path, what_goes(path, backups, [shared]))
    left = sorted(str(f.relative_to(tmp_path)) for f in tmp_path.rglob("*") if f.is_file())
    assert left == ["data/library/routines/mine.toml", "stick/photo.jpg"]
    assert what_goes(path, backups, [shared]) == ()


def test_what_a_kill_left_unfinished_is_swept_away_after_a_day(
    path: Path, clock: ManualClock, backups: Backups
) -> None:
    write(path, clock, 4)
    made = backups.make("hand")
    old = made.path.with_name(f".{made.path.name}.0a1b2c3d.part")
    old.touch()
    backups.make("hand")
    assert old.exists()
    clock.advance(2 * DAY)
    other = backups.folder / ".somebody-else.part"
    other.touch()
    backups.make("hand")
    assert not old.exists()
    assert other.exists()
