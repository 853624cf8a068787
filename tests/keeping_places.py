"""How to come to the pages of the journal as a file, for pictures and measuring. All is real."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from recovery_coach.coach.amending import amend_entry
from recovery_coach.journal import Journal, PainEntry
from recovery_coach.journal.backups import Backups
from recovery_coach.journal.brought import read_brought
from recovery_coach.journal.exchange import export_bytes
from recovery_coach.ui.errand import Errand
from tests.fakes import ManualClock


def settle(window: Any) -> Any:
    """Wait for what is done aside, and for what is shown then; the page."""
    while window.findChildren(Errand):
        QApplication.processEvents()
    QApplication.processEvents()
    return window.page


def fill(window: Any) -> None:
    """Months of entries, of every kind."""
    from tests import places

    places._months(window)
    places.every_kind(window)
    places.practised(window)


def back_up(window: Any, *days: int, why: Any = "day") -> None:
    """A backup as it was made so many days ago, each."""
    app = window.app
    for ago in days:
        clock = ManualClock(window.clock.now() - timedelta(days=ago, minutes=45))
        Backups(app.paths.journal, clock, app.backups.second).make(why)


def opened(window: Any) -> Any:
    window.go("settings")
    window.open_keeping()
    return settle(window)


def _keeping(window: Any) -> None:
    fill(window)
    back_up(window, 34, 20, 9, 3, 2, 1)
    back_up(window, 2, why="hand")
    back_up(window, 0, why="merge")
    opened(window)


def _keeping_end(window: Any) -> None:
    _keeping(window)
    window.page.at_end = True


def _keeping_all(window: Any) -> None:
    _keeping(window)
    window.page.backups.more.click()
    window.page.look_at = window.page.backups


def _keeping_second(window: Any) -> None:
    """The stick is not there."""
    fill(window)
    back_up(window, 1)
    window.app.change_settings(backup_folder="/run/media/ada/STICK/recovery-coach")
    page = opened(window)
    page.backups.now_button.click()
    settle(window)
    window.toast.hide()
    page.look_at = page.backups


def _damaged_backup(window: Any) -> None:
    fill(window)
    back_up(window, 1)
    (backup,) = window.app.backups.all()
    damage(backup.path)
    page = opened(window)
    page.look_at = page.backups


def damage(path: Path) -> None:
    """Flip some bytes at the beginning of every page but the first."""
    content = bytearray(path.read_bytes())
    for at in range(4096, len(content), 4096):
        content[at : at + 40] = bytes(byte ^ 0x55 for byte in content[at : at + 40])
    path.write_bytes(content)


# -- another journal -------------------------------------------------------------------------------


def export(journal: Journal, path: Path) -> Path:
    path.write_bytes(export_bytes(journal))
    return path


def of_other(window: Any, name: str = "Laptop, 4 March.json") -> Path:
    """The export of another computer, where this journal was taken to and went on."""
    home = window.app.paths.data.parent
    clock = ManualClock(window.clock.now() - timedelta(hours=20))
    mine = read_brought(export(window.journal, home / "mine.json"))
    with Journal.open(home / "other.sqlite3", clock) as other:
        other.unite(mine)
        for days in range(1, 30, 3):
            at = clock.now() - timedelta(days=days, hours=2)
            other.append(PainEntry(nrs=days % 7, at=at, source="checkin"))
        pains = other.latest(PainEntry, 6)
        amend_entry(other, pains[3].record_id, replace(pains[3].record, note="At the laptop."))
        amend_entry(other, pains[4].record_id, replace(pains[4].record, note="There, too."))
        other.delete(pains[5].record_id)
        fork = replace(pains[4].record, note="At home.")
        amend_entry(window.journal, pains[4].record_id, fork)
        return export(other, home / name)


def spoil(path: Path, *places: int) -> Path:
    """Entries of an export that somebody has edited by hand."""
    import json

    data = json.loads(path.read_text(encoding="utf-8"))
    for place in places:
        data["versions"][place]["day"] = "yesterday"
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def bringing(window: Any, path: Path) -> Any:
    window.go("journal")
    window.keeping.replacing.show_bringing(path)
    return settle(window)


def _bringing(window: Any) -> None:
    fill(window)
    bringing(window, of_other(window))


def _bringing_refused(window: Any) -> None:
    fill(window)
    bringing(window, spoil(of_other(window), *range(3, 20)))
    window.page.at_end = True


def _bringing_nothing(window: Any) -> None:
    fill(window)
    bringing(window, export(window.journal, window.app.paths.data.parent / "same.json"))


def _bringing_unreadable(window: Any) -> None:
    path = window.app.paths.data.parent / "holiday.json"
    path.write_text("Dear diary,", encoding="utf-8")
    bringing(window, path)


def _brought(window: Any) -> None:
    fill(window)
    bringing(window, of_other(window)).wanted.emit()
    settle(window)


def restoring(window: Any, path: Path) -> Any:
    window.go("journal")
    window.keeping.replacing.show_restoring(path)
    return settle(window)


def _restoring(window: Any) -> None:
    """A backup, and four days after it; one entry was deleted since then, one changed."""
    fill(window)
    back_up(window, 0)
    first, second, *_ = window.journal.latest(PainEntry, 9)[4:]
    window.journal.delete(first.record_id)
    amend_entry(window.journal, second.record_id, replace(second.record, note="After the stairs."))
    for number in (3, 2, 4, 1):
        window.clock.advance(86_400)
        at = window.clock.now()
        window.journal.append(PainEntry(nrs=number, at=at, source="today"))
        window.journal.append(PainEntry(nrs=number, at=at, source="checkin"))
    restoring(window, window.app.backups.all()[0].path)


def _restoring_same(window: Any) -> None:
    fill(window)
    back_up(window, 0)
    restoring(window, window.app.backups.all()[0].path)


def _erasing(window: Any) -> None:
    fill(window)
    back_up(window, 2, 1, 0)
    window.go("settings")
    window.keeping.replacing.ask_to_erase()


# -- a damaged file ----------------------------------------------------------------------------


def damaged(window: Any, *backups: int) -> Any:
    """The window at its start, over a file that cannot be read; backups are so many days old."""
    fill(window)
    back_up(window, *backups)
    path = window.app.paths.journal
    window.overview.journal = None
    window.app.close()
    damage(path)
    window.begin_again()
    return settle(window)


MAKERS: dict[str, Callable[[Any], Any]] = {
    "keeping": _keeping,
    "keeping-end": _keeping_end,
    "keeping-all": _keeping_all,
    "keeping-none": opened,
    "keeping-second": _keeping_second,
    "keeping-unsound": _damaged_backup,
    "bringing": _bringing,
    "bringing-refused": _bringing_refused,
    "bringing-nothing": _bringing_nothing,
    "bringing-unreadable": _bringing_unreadable,
    "bringing-done": _brought,
    "restoring": _restoring,
    "restoring-same": _restoring_same,
    "erasing": _erasing,
    "trouble-backup": lambda w: damaged(w, 3, 1),
    "trouble-none": damaged,
}
