"""Putting a backup in the place of the journal: foretold first, and nothing is thrown away.

What stood there is a backup of its own afterwards; a damaged file is set aside as it is. The new
file takes its place in one step, so that a crash leaves the one or the other.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date
from pathlib import Path

from recovery_coach.base.clock import Clock
from recovery_coach.base.files import make_private_folder, sync_folder_of
from recovery_coach.base.i18n import tr
from recovery_coach.journal.backups import Backup, Backups
from recovery_coach.journal.copying import new_file
from recovery_coach.journal.counting import Counts, count
from recovery_coach.journal.device import leave_home
from recovery_coach.journal.opening import PATIENCE, check_pages, open_file, open_unchanged
from recovery_coach.journal.records import PainEntry, SessionRecord
from recovery_coach.journal.trouble import JournalTrouble, reporting
from recovery_coach.journal.version_rows import BroughtError

BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite may keep beside a file."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What a restore would change. By kind: records seen now and not then, and the other way round.

    ``changed`` would show another version, ``same`` the same one; ``lost_days`` have an entry or a
    session now and would have none. ``readable``: the journal as it is could be read at all.
    ``counts`` is what the backup holds.
    """

    lost: Mapping[str, int]
    back: Mapping[str, int]
    changed: int
    same: int
    lost_days: tuple[date, ...]
    counts: Counts
    readable: bool


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of what was there: a backup, or a damaged file set aside."""

    before: Backup | None
    aside: Path | None
    counts: Counts


Shown = dict[str, tuple[str, str, str]]
"""For a record that is shown: its kind, its version and its day."""


def compare(journal: Path, source: Path) -> Difference:
    """What restoring ``source`` would change. Raises BroughtError where it is not sound."""
    then, counts = _read_source(source)
    now, readable = _read_now(journal)
    lost = {record: found for record, found in now.items() if record not in then}
    both = now.keys() & then.keys()
    changed = sum(now[record][1] != then[record][1] for record in both)
    return Difference(
        lost=_by_kind(lost),
        back=_by_kind({r: found for r, found in then.items() if r not in now}),
        changed=changed,
        same=len(both) - changed,
        lost_days=tuple(sorted(_days(now) - _days(then))),
        counts=counts,
        readable=readable,
    )


def restore(journal: Path, source: Path, clock: Clock, backups: Backups) -> Restored:
    """Put ``source`` in the journal's place. This process must not have the journal open.

    Raises BroughtError where ``source`` is not sound, JournalTrouble where the journal is in use
    or cannot be written: then nothing has changed, but for a backup that was made.
    """
    _, counts = _read_source(source)
    with reporting(journal):
        make_private_folder(journal.parent)
        with new_file(journal) as part:
            # Told while the part is still there: see copy_journal.
            with reporting(journal), contextlib.closing(open_unchanged(source)) as found:
                _fill(part, found)
            # Only now: the backup that is made here may be one too many, and ``source`` goes.
            before, aside = _keep_what_is_there(journal, clock, backups)
            _make_way(journal, aside)
    return Restored(before, aside, counts)


def set_aside(journal: Path, clock: Clock) -> Path:
    """Give a damaged journal another name, untouched, so that a new one can begin in its place.

    It has both names before it loses the first. Raises JournalTrouble.
    """
    with reporting(journal):
        aside = _set_aside(journal, clock)
        for part in ("", *BESIDE):
            _beside(journal, part).unlink(missing_ok=True)
        sync_folder_of(aside)
    return aside


def _set_aside(journal: Path, clock: Clock) -> Path:
    """Have a damaged journal, with all that belongs to it, under a name beside it as well.

    It keeps its own name until another file takes it: no crash leaves a place where the next start
    would begin an empty journal. Raises OSError.
    """
    at = clock.now().astimezone(UTC)
    target, number = journal.with_name(f"{journal.stem}-damaged-{at:%Y-%m-%dT%H%M%SZ}.sqlite3"), 2
    while target.exists():
        target, number = target.with_name(f"{target.stem}-{number}.sqlite3"), number + 1
    parts = [part for part in ("", *BESIDE) if _beside(journal, part).exists()]
    for part in reversed(parts):
        _link(_beside(journal, part), _beside(target, part))
    sync_folder_of(target)
    return target


def _read_source(source: Path) -> tuple[Shown, Counts]:
    try:
        with reporting(source), contextlib.closing(open_unchanged(source)) as connection:
            check_pages(connection, source)
            return _shown(connection), count(connection)
    except JournalTrouble as trouble:
        raise BroughtError(
            source,
            tr("This backup cannot be used: {why}.").format(why=trouble.detail or trouble.title),
            tr("Choose another one; nothing was changed."),
        ) from trouble


def _read_now(journal: Path) -> tuple[Shown, bool]:
    if not journal.exists():
        return {}, False
    try:
        with reporting(journal), contextlib.closing(open_file(journal, PATIENCE)) as connection:
            return _shown(connection), True
    except JournalTrouble as trouble:
        if trouble.reason == "damaged":
            return {}, False
        raise


def _shown(connection: sqlite3.Connection) -> Shown:
    rows = connection.execute(
        "SELECT record_id, kind, version_id, day FROM current WHERE deleted = 0"
    )
    return {record: (kind, version, day) for record, kind, version, day in rows}


def _by_kind(shown: Shown) -> dict[str, int]:
    return dict(sorted(Counter(kind for kind, _, _ in shown.values()).items()))


def _days(shown: Shown) -> set[date]:
    found = set()
    for kind, _, day in shown.values():
        with contextlib.suppress(ValueError):
            if kind in (PainEntry.kind, SessionRecord.kind):
                found.add(date.fromisoformat(day))
    return found


def _keep_what_is_there(
    journal: Path, clock: Clock, backups: Backups
) -> tuple[Backup | None, Path | None]:
    if not journal.exists():
        return None, None
    try:
        with reporting(journal), contextlib.closing(open_file(journal, PATIENCE)) as connection:
            check_pages(connection, journal)
        return backups.make("restore"), None
    except JournalTrouble as trouble:
        if trouble.reason != "damaged" or trouble.path != journal:
            raise
    with reporting(journal):
        return None, _set_aside(journal, clock)


def _fill(part: Path, found: sqlite3.Connection) -> None:
    with contextlib.closing(sqlite3.connect(part, isolation_level=None)) as fresh:
        found.backup(fresh)
        fresh.execute("PRAGMA journal_mode = DELETE")
        leave_home(fresh)


def _make_way(journal: Path, aside: Path | None) -> None:
    """Leave nothing beside the file that SQLite would lay over the one that takes its place."""
    if aside is None:
        _free(journal)
        return
    for part in BESIDE:
        _beside(journal, part).unlink(missing_ok=True)


def _free(journal: Path) -> None:
    """See that nobody has the file open, and leave nothing beside it. JournalTrouble: "locked"."""
    if not journal.exists():
        return
    with contextlib.closing(sqlite3.connect(journal, isolation_level=None, timeout=0)) as there:
        (mode,) = there.execute("PRAGMA journal_mode = DELETE").fetchone()
    if mode != "delete":
        raise JournalTrouble("locked", journal, "another program has it open")


def _beside(path: Path, part: str) -> Path:
    return path.with_name(path.name + part)


def _link(path: Path, target: Path) -> None:
    try:
        os.link(path, target)
    except OSError:  # not every file system can
        shutil.copy2(path, target)
