"""What the window does for the journal once a day: nobody waits, and only trouble is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from recovery_coach.journal import Journal, PainEntry
from recovery_coach.journal.opening import WHOLE_CHECK_BYTES
from recovery_coach.ui.trouble import TroublePage
from recovery_coach.ui.window import MainWindow
from tests.ui.seat import Seat

DAY = 24 * 3600


def look_after(seat: Seat) -> None:
    window = seat.window
    window.look_after()
    seat.qtbot.waitUntil(lambda: not window.upkeep.is_busy, timeout=10_000)


def backups(window: MainWindow) -> list[str]:
    return [backup.why for backup in window.app.backups.all()]


def test_a_backup_comes_once_a_day(seat: Seat) -> None:
    window = seat.sit_down()
    look_after(seat)
    assert backups(window) == []  # nothing was ever written
    seat.clock.advance(DAY)
    window.entries.log_number(5)
    look_after(seat)
    assert backups(window) == ["day"]
    seat.clock.advance(DAY)
    look_after(seat)
    assert backups(window) == ["day"]  # nothing was written
    window.entries.log_number(3)
    seat.clock.advance(DAY)
    look_after(seat)
    assert backups(window) == ["day", "day"]
    assert seat.page is window.today


def test_an_entry_of_a_later_day_begins_it(seat: Seat) -> None:
    window = seat.sit_down()
    window.entries.log_number(5)
    look_after(seat)
    seat.clock.advance(DAY)
    window.entries.log_number(3)
    window._watch.touched.emit()  # as the system tells of our own writes, sooner or later
    seat.qtbot.waitUntil(lambda: not window.upkeep.is_busy, timeout=10_000)
    assert backups(window) == ["day", "day"]


def test_a_second_folder_that_is_away_is_told(seat: Seat, tmp_path: Path) -> None:
    window = seat.sit_down()
    window.entries.log_number(5)
    window.app.change_settings(backup_folder=str(tmp_path / "stick"))
    look_after(seat)
    assert seat.sees("second folder")
    assert backups(window) == ["day"]


def test_a_large_journal_that_is_damaged_is_noticed_after_the_start(seat: Seat) -> None:
    window = seat.sit_down()
    path = window.app.paths.journal
    with Journal.open(path, seat.clock) as journal:
        while path.stat().st_size <= WHOLE_CHECK_BYTES:
            entry = PainEntry(nrs=3, at=seat.clock.now(), source="today", note="x" * 500_000)
            journal.append(entry)
            journal._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2 // 4096 * 4096)
        file.write(b"\xff" * 8192)
    look_after(seat)
    assert isinstance(seat.page, TroublePage)
    assert seat.sees("damaged")
    assert backups(window) == []


@pytest.mark.parametrize("closes", [True, False])
def test_what_has_begun_is_finished_before_the_window_closes(seat: Seat, closes: bool) -> None:
    window = seat.sit_down()
    window.entries.log_number(5)
    window.look_after()
    if closes:
        window.close()
    else:
        seat.qtbot.waitUntil(lambda: not window.upkeep.is_busy, timeout=10_000)
    assert backups(window) == ["day"]
