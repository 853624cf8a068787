"""The journal as the rest of the house sees it: opened, written to, told about, closed."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

from recovery_coach.base.clock import Clock
from recovery_coach.base.ids import Ids, new_id
from recovery_coach.journal.entries import Change, Checkpoint, Entry, Write
from recovery_coach.journal.migrations import migrate, roll_back
from recovery_coach.journal.opening import PATIENCE, check_pages, in_use, open_file, refuse_newer
from recovery_coach.journal.reading import Reading
from recovery_coach.journal.records import KINDS, Record
from recovery_coach.journal.trouble import JournalTrouble, reporting
from recovery_coach.journal.writing import Writer

if TYPE_CHECKING:  # what a start does not need is loaded when it is asked for
    from recovery_coach.journal.forks import Fork
    from recovery_coach.journal.union import Preview
    from recovery_coach.journal.version_rows import Brought

R = TypeVar("R", bound=Record)


class Journal(Reading):
    """One open journal. Every write is durable on disk when it returns, or raises JournalTrouble.

    After a JournalTrouble the journal is as it was before the write, and can be used further.
    To be used from the thread that opened it.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: Path, clock: Clock, ids: Ids = new_id
    ) -> None:
        super().__init__(connection, path)
        self.clock = clock
        self.wrote = False
        """Whether anything was written through this very connection, and kept."""
        self._listeners: list[Callable[[Change], None]] = []
        self._together: list[Entry[Record]] | None = None
        self._writer = Writer(connection, clock, ids)
        self._identity = _identity(path)
        self._data_version = self._read_data_version()

    @classmethod
    def open(cls, path: Path, clock: Clock, patience: float = PATIENCE, ids: Ids = new_id) -> Self:
        """The journal at ``path``, made if there is none. Raises JournalTrouble.

        ``ids`` gives the ids of what is written, for a sample that can be made again.
        """
        connection = open_file(path, patience)
        try:
            with reporting(path):
                migrate(connection, clock.now(), copy_first=lambda: _back_up(path, clock), ids=ids)
            return cls(connection, path, clock, ids)
        except BaseException:
            connection.close()
            raise

    def close(self) -> None:
        """Close the file, with everything in it and nothing beside it if nobody else has it open.

        Never fails: what is committed is safe in the write-ahead log as well.
        """
        with contextlib.suppress(sqlite3.Error):
            self._connection.execute("PRAGMA busy_timeout = 0")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._connection.close()

    def verify(self) -> None:
        """Look at every page, for a quiet moment or a doctor: half a second for ten years.

        An index of numbers that does not say what the records say is made anew: nothing is in it
        that is not in them. Raises JournalTrouble where the file is damaged.
        """
        from recovery_coach.journal import numbers

        with reporting(self.path):
            check_pages(self._connection, self.path)
            agree = numbers.agree(self._connection)
        if not agree:
            with self._writing():
                numbers.rebuild(self._connection)

    @property
    def device(self) -> str:
        """The id that this file writes under, a new one where it was copied."""
        if not self._writer.device:
            with self._writing():
                pass
        return self._writer.device

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Writing

    def append(self, record: R, day: date | None = None, record_id: str | None = None) -> Entry[R]:
        """Write a new record, under a new id unless one is given. ValueError for a taken id.

        ``day`` is the local date it belongs to: by default that of its own moment, where it was.
        """
        with self._writing():
            entry = self._writer.begin(record, record_id, day)
        self._tell([entry])
        return entry

    def revise(self, record_id: str, record: R, day: date | None = None) -> Entry[R]:
        """Write a new version of a record (also of a deleted one). KeyError where it is unknown.

        Its day stays unless ``day`` is given or its own moment is changed.
        """
        with self._writing():
            entry = self._writer.revise(record, record_id, day)
        self._tell([entry])
        return entry

    def write(
        self, writes: Sequence[Write], checkpoint: Checkpoint | None = None
    ) -> list[Entry[Record]]:
        """Write all of it, and the checkpoint with it if one is given, or nothing."""
        with self._writing():
            entries = [self._writer.put(one) for one in writes]
            if checkpoint is not None:
                self._writer.put_checkpoint(checkpoint)
        self._tell(entries)
        return entries

    def delete(self, record_id: str) -> Entry[Record]:
        """Write a version that hides the record. KeyError where it is unknown or unreadable."""
        with self._writing():
            entry = self._writer.delete(record_id)
        self._tell([entry])
        return entry

    def undo(self, version_id: str) -> Entry[Record] | None:
        """Put the record back to what it was before that version: a first version is deleted.

        None where something newer was written since, or nothing readable came before it. Undoing
        the version that this writes does the change again.
        """
        with self._writing():
            entry = self._writer.undo(version_id)
        if entry is not None:
            self._tell([entry])
        return entry

    @contextlib.contextmanager
    def together(self) -> Iterator[None]:
        """All writes in this block are one: on disk when it is left, or none of them."""
        entries: list[Entry[Record]] = []
        with self._writing():
            self._together = entries
            try:
                yield
            finally:
                self._together = None
        self._tell(entries)

    # Joining it with others

    def preview(self, brought: Brought) -> Preview:
        """What bringing this in would change, found by doing it and taking it back."""
        from recovery_coach.journal.union import unite

        with self._writing(keep=False):
            return unite(self._connection, brought)

    def unite(self, brought: Brought) -> Preview:
        """Bring in every version that is not here, or nothing; what that changed."""
        from recovery_coach.journal.union import unite

        with self._writing():
            done = unite(self._connection, brought)
        if done.new:
            self._tell_all()
        return done

    def forks(self) -> list[Fork]:
        """The records that two computers changed without knowing of each other."""
        from recovery_coach.journal.forks import read_forks

        with in_use(self._connection, self.path):
            return read_forks(self._connection)

    def settle(self, fork: Fork, version_id: str) -> list[Entry[Record]]:
        """One of a fork's versions is the one to be seen. KeyError where it is no head any more."""
        from recovery_coach.journal.forks import heads_of

        with self._writing():
            heads = heads_of(self._connection).get(fork.record_id, ())
            written = self._writer.settle(heads, version_id)
        self._tell(written)
        return written

    # Where a session under way stands

    def save_checkpoint(self, session: str, body: Mapping[str, Any]) -> None:
        """Overwrite where the session stands."""
        self.write((), Checkpoint(session, body))

    def clear_checkpoint(self, session: str) -> None:
        """Forget where the session stands."""
        self.write((), Checkpoint(session, None))

    def checkpoints(self) -> list[tuple[str, dict[str, Any]]]:
        """The sessions under way, or left behind by a crash; the one written last comes first."""
        found: list[tuple[str, dict[str, Any]]] = []
        sql = "SELECT session, body FROM checkpoint ORDER BY written_at DESC, session"
        for session, text in self._rows(sql, ()):
            try:
                body = json.loads(text)
            except (ValueError, RecursionError):
                body = None
            if isinstance(body, dict):
                found.append((session, body))
            else:
                self._damaged.add(f"checkpoint {session}")
        return found

    # Telling what changed

    def on_change(self, callback: Callable[[Change], None]) -> Callable[[], None]:
        """Call ``callback`` after each write of records; returns what ends that.

        It must not raise: the write is on disk by then.
        """
        self._listeners.append(callback)

        def stop() -> None:
            with contextlib.suppress(ValueError):
                self._listeners.remove(callback)

        return stop

    def changed_elsewhere(self) -> bool:
        """Whether another connection has written since this was last asked (or the opening).

        Raises JournalTrouble where that was a newer program, which brought the file up to date.
        """
        before, self._data_version = self._data_version, self._read_data_version()
        if self._data_version == before:
            return False
        with reporting(self.path):
            refuse_newer(self._connection, self.path)
        return True

    def _tell(self, entries: Sequence[Entry[Record]]) -> None:
        if self._together is not None:
            self._together += entries
            return
        if not entries:
            return
        change = Change(
            kinds=frozenset(entry.record.kind for entry in entries),
            record_ids=tuple(dict.fromkeys(entry.record_id for entry in entries)),
        )
        for listener in tuple(self._listeners):
            listener(change)

    def _tell_all(self) -> None:
        """So much has changed that whoever shows anything should look again."""
        for listener in tuple(self._listeners):
            listener(Change(kinds=frozenset(KINDS), record_ids=()))

    def _read_data_version(self) -> int:
        return int(self._rows("PRAGMA data_version", ())[0][0])

    # One transaction

    @contextlib.contextmanager
    def _writing(self, keep: bool = True) -> Iterator[None]:
        if self._together is not None:
            assert keep, "part of a block cannot be taken back"
            yield
            return
        with reporting(self.path):
            if _identity(self.path) != self._identity:
                # SQLite would go on writing to the removed file, and all of it would be lost.
                raise JournalTrouble("gone", self.path, "another file, or none, is in its place")
            self._connection.execute("BEGIN IMMEDIATE")
            known, before = self._writer.device, self._connection.total_changes
            try:
                # A newer program may have brought the file up to date while we had it open.
                refuse_newer(self._connection, self.path)
                self._writer.device = known or _claim(self._connection, self.path)
                yield
                self._connection.execute("COMMIT" if keep else "ROLLBACK")
            except BaseException:
                self._writer.device = known
                roll_back(self._connection)
                raise
            if not keep:
                self._writer.device = known
            elif self._connection.total_changes != before:
                self.wrote = True


def _claim(connection: sqlite3.Connection, path: Path) -> str:
    from recovery_coach.journal.device import claim  # most starts write nothing

    return claim(connection, path)


def _back_up(path: Path, clock: Clock) -> None:
    from recovery_coach.journal.backups import Backups  # seldom needed

    Backups(path, clock).make("migration")


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file this is, whatever its name; None where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
