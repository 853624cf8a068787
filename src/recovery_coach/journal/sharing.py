"""Two machines: a folder that another program carries from one to the other.

Each machine writes one file there, its own: all that its journal holds, never the live database.
What the others wrote is taken in as :mod:`.union` does it, so it does not matter in which order
files arrive, how often, how late, or under which name. A file that is not whole is looked at again
when it is; nothing of it is taken in before. No file of another machine is ever changed or removed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from recovery_coach.base.clock import Clock
from recovery_coach.base.disk import why_not, why_not_read
from recovery_coach.base.i18n import tr
from recovery_coach.base.lock import ProcessLock
from recovery_coach.journal import shared_notes
from recovery_coach.journal.backups import Backups
from recovery_coach.journal.brought import Brought, BroughtError, read_brought
from recovery_coach.journal.counting import mark_of
from recovery_coach.journal.exchange import export_bytes
from recovery_coach.journal.shared_files import (
    ENDING,
    Found,
    digest_of,
    files_of,
    found_at,
    own_name,
    put,
)
from recovery_coach.journal.shared_notes import Notes, Seen
from recovery_coach.journal.store import Journal
from recovery_coach.journal.trouble import JournalTrouble
from recovery_coach.journal.union import Preview


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that brought something new, and what."""

    path: Path
    preview: Preview


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that could not be taken in yet, and why; it is looked at again each time."""

    path: Path
    why: str


@dataclass(frozen=True, slots=True)
class Exchanged:
    """What came of one exchange. ``trouble``: why it could not be, or not all of it.

    ``busy``: another window or command exchanges at this very moment, so this one did nothing.
    """

    written: bool = False
    taken: tuple[Taken, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    trouble: str = ""
    busy: bool = False

    @property
    def brought(self) -> int:
        """How many versions came in."""
        return sum(taken.preview.new for taken in self.taken)

    @property
    def forks(self) -> int:
        """How many records turned out to have been changed on two machines."""
        return sum(taken.preview.forks for taken in self.taken)


@dataclass(frozen=True, slots=True)
class Other:
    """Another machine, by the file of its that was taken in last; ``made``: when it wrote it.

    ``same``: that file holds everything that the journal here holds.
    """

    path: Path
    device: str
    made: datetime | None
    same: bool


@dataclass(frozen=True, slots=True)
class State:
    """How it stands, as it was found the last time; ``at`` None where there was none."""

    at: datetime | None
    others: tuple[Other, ...]
    waiting: tuple[Waiting, ...]
    trouble: str


class SharedFolder:
    """One folder. ``cache_file`` is where it is remembered what was taken in; it may be lost."""

    def __init__(self, folder: Path, cache_file: Path, clock: Clock) -> None:
        self.folder = folder
        self._cache_file = cache_file
        self._clock = clock

    def own_file(self, journal: Journal) -> Path:
        """What this machine writes."""
        return self.folder / own_name(journal.device)

    def own_files(self, journal: Journal) -> tuple[Path, ...]:
        """What there is of this machine's, with the copies that a carrier made of it."""
        stem = own_name(journal.device).removesuffix(ENDING)
        with suppress(OSError):
            return tuple(f.path for f in files_of(self.folder) if f.path.name.startswith(stem))
        return ()

    def exchange(self, journal: Journal, backups: Backups) -> Exchanged:
        """Take in what the others brought, then write our own file, where that is behind.

        Never raises for a folder, a file or a disk: that is told, and costs nothing else.
        """
        return self._run(journal, backups)

    def write(self, journal: Journal) -> Exchanged:
        """Write our own file alone, such as when the window is closed."""
        return self._run(journal, None)

    def state(self, journal: Journal) -> State:
        """How it stands. Raises JournalTrouble."""
        counts = journal.count()
        notes = self._recall(journal, counts.versions)
        waiting = (Waiting(self.folder / name, why) for name, why in notes.waiting.items())
        return State(
            shared_notes.read_moment(notes.at),
            tuple(self._others(notes, journal.device, counts.mark)),
            tuple(waiting),
            notes.trouble,
        )

    def _others(self, notes: Notes, device: str, mark: str) -> Iterator[Other]:
        """Each machine once, whatever copies there are of its file: by the fullest."""
        fullest: dict[str, tuple[str, Seen]] = {}
        for name, seen in notes.seen.items():
            known = fullest.get(seen.device)
            if seen.device != device and (known is None or known[1].versions < seen.versions):
                fullest[seen.device] = name, seen
        for name, seen in fullest.values():
            yield Other(self.folder / name, seen.device, seen.made, seen.mark == mark)

    def _recall(self, journal: Journal, versions: int) -> Notes:
        notes = shared_notes.load(self._cache_file)
        if notes.holds_for(self.folder, journal.device, versions):
            return notes
        return Notes(str(self.folder), journal.device)

    def _run(self, journal: Journal, backups: Backups | None) -> Exchanged:
        with self._alone() as alone:
            if not alone:
                return Exchanged(busy=True)
            try:
                notes = self._recall(journal, journal.version_count())
            except JournalTrouble as trouble:
                return Exchanged(trouble=_in_a_line(trouble))
            run = _Run(self.folder, journal, notes, backups)
            done = run.run()
            notes.trouble = done.trouble
            if not done.trouble:
                notes.at = self._clock.now().isoformat()
            shared_notes.save(self._cache_file, notes)
            return done

    @contextmanager
    def _alone(self) -> Iterator[bool]:
        """Whether nobody else exchanges for this journal, window or command."""
        lock = ProcessLock(self._cache_file.with_suffix(".lock"))
        alone = True
        with suppress(OSError):  # without a cache folder there is no lock, and none is needed
            alone = lock.acquire()
        try:
            yield alone
        finally:
            lock.release()


class _Run:
    """One exchange; without ``backups`` nothing is taken in."""

    def __init__(
        self, folder: Path, journal: Journal, notes: Notes, backups: Backups | None
    ) -> None:
        self._folder = folder
        self._journal = journal
        self._notes = notes
        self._backups = backups
        self._own = own_name(journal.device)
        self._kept = False
        self._taken: list[Taken] = []

    def run(self) -> Exchanged:
        """See :meth:`SharedFolder.exchange`."""
        written, trouble = False, ""
        if self._backups is not None:
            self._notes.waiting = {}
        try:
            files = files_of(self._folder)
            if self._backups is not None:
                self._take_all(files, self._backups)
            written = self._write(files)
        except OSError as error:
            trouble = tr("{folder}: {why}").format(folder=self._folder, why=why_not(error))
        except JournalTrouble as failed:
            trouble = _in_a_line(failed)
        waiting = (Waiting(self._folder / name, why) for name, why in self._notes.waiting.items())
        return Exchanged(written, tuple(self._taken), tuple(waiting), trouble)

    # -- taking in -----------------------------------------------------------------------------

    def _take_all(self, files: list[Found], backups: Backups) -> None:
        notes = self._notes
        names = {file.path.name for file in files}
        notes.seen = {name: seen for name, seen in notes.seen.items() if name in names}
        for file in files:
            name, known = file.path.name, notes.seen.get(file.path.name)
            if known is not None and _same(known, file):
                continue
            notes.seen.pop(name, None)
            try:
                notes.seen[name] = self._look(file, backups)
            except _NotYetError as why:
                notes.waiting[name] = str(why)

    def _look(self, file: Found, backups: Backups) -> Seen:
        """Take one file in, unless the very same was taken in before, under whatever name."""
        try:
            digest = digest_of(file.path)
            for known in self._notes.seen.values():
                if known.sha256 == digest:
                    return replace(known, size=file.size, mtime_ns=file.mtime_ns)
            brought = read_brought(file.path)
        except BroughtError as error:
            why = f"{error.title} {error.advice}" if error.newer else _not_yet()
            raise _NotYetError(why) from error
        except OSError as error:
            raise _NotYetError(why_not_read(error)) from error
        if not brought.whole:
            raise _NotYetError(_not_yet())
        self._unite(brought, backups)
        made = brought.made_at.isoformat() if brought.made_at else ""
        versions = brought.versions
        mark = mark_of(version.version_id for version in versions)
        count = len(versions)
        return Seen(file.size, file.mtime_ns, digest, brought.device, made, count, mark)

    def _unite(self, brought: Brought, backups: Backups) -> None:
        if self._journal.holds_all(brought.versions):
            return
        if not self._kept and not self._journal.is_empty():
            backups.make("merge")
        self._kept = True
        self._taken.append(Taken(brought.path, self._journal.unite(brought)))

    # -- writing -------------------------------------------------------------------------------

    def _write(self, files: list[Found]) -> bool:
        """Write our file where it is not there, is another's doing, or holds less than we do."""
        notes, journal = self._notes, self._journal
        notes.versions = journal.version_count()
        path = self._folder / self._own
        there = next((file for file in files if file.path == path), None)
        known = notes.seen.get(self._own)
        as_known = known is not None and there is not None and _same(known, there)
        if as_known and known is not None and known.versions >= notes.versions:
            return False
        if self._backups is None and there is not None and not as_known:
            return False  # somebody else's doing: it is taken in first, the next time
        put(path, export_bytes(journal))
        now = found_at(path)
        notes.seen[self._own] = Seen(
            now.size, now.mtime_ns, digest_of(path), journal.device, "", notes.versions, ""
        )
        notes.waiting.pop(self._own, None)
        return True


def _same(seen: Seen, file: Found) -> bool:
    """Whether a file looks as it did, so that it need not be read again."""
    return (seen.size, seen.mtime_ns) == (file.size, file.mtime_ns)


class _NotYetError(Exception):
    """A file cannot be taken in as it is; says why."""


def _not_yet() -> str:
    return tr("not complete yet, or damaged; it will be looked at again")


def _in_a_line(trouble: JournalTrouble) -> str:
    return f"{trouble.title}. {trouble.advice}"
