"""One file of each machine in a folder that somebody else carries."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from recovery_coach.base.lock import ProcessLock
from recovery_coach.journal import Journal
from recovery_coach.journal.backups import Backups
from recovery_coach.journal.brought import read_brought
from recovery_coach.journal.exchange import export_bytes
from recovery_coach.journal.sharing import Exchanged, SharedFolder
from tests.fakes import ManualClock
from tests.journal.histories import picture
from tests.journal.make import pain


@dataclass
class Machine:
    """A computer with a journal of its own; ``folder`` is the same for all: a perfect carrier."""

    home: Path
    folder: Path
    clock: ManualClock
    journal: Journal

    @property
    def notes(self) -> Path:
        return self.home / "cache" / "shared.json"

    @property
    def shared(self) -> SharedFolder:
        return SharedFolder(self.folder, self.notes, self.clock)

    @property
    def own(self) -> Path:
        return self.shared.own_file(self.journal)

    @property
    def backups(self) -> Backups:
        return Backups(self.journal.path, self.clock)

    def exchange(self) -> Exchanged:
        return self.shared.exchange(self.journal, self.backups)


class Made:
    def __init__(self, tmp_path: Path) -> None:
        self._tmp_path = tmp_path
        self.folder = tmp_path / "shared"
        self.folder.mkdir()
        self.all: list[Machine] = []

    def machine(self) -> Machine:
        home = self._tmp_path / f"home{len(self.all)}"
        clock = ManualClock()
        journal = Journal.open(home / "data" / "journal.sqlite3", clock)
        made = Machine(home, self.folder, clock, journal)
        self.all.append(made)
        return made


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Made]:
    here = Made(tmp_path)
    yield here
    for machine in here.all:
        machine.journal.close()


@pytest.fixture
def here(made: Made) -> Machine:
    return made.machine()


@pytest.fixture
def there(made: Made) -> Machine:
    return made.machine()


class TestTheOwnFile:
    def test_it_holds_the_whole_journal_and_its_name_says_whose_it_is(self, here: Machine) -> None:
        here.journal.append(pain(4))

        done = here.exchange()

        assert done.written
        assert not done.trouble
        assert here.own.name == f"recovery-coach-{here.journal.device}.journal.json"
        assert read_brought(here.own).versions == tuple(here.journal.versions())
        assert [path.name for path in here.folder.iterdir()] == [here.own.name]

    @pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
    def test_only_its_owner_may_read_it(self, here: Machine) -> None:
        old = os.umask(0)
        try:
            here.exchange()
        finally:
            os.umask(old)
        assert stat.S_IMODE(here.own.stat().st_mode) == 0o600

    def test_it_is_written_only_when_the_journal_has_changed(self, here: Machine) -> None:
        here.journal.append(pain(4))
        here.exchange()
        before = here.own.stat()
        here.clock.advance(3600)

        assert not here.exchange().written
        assert here.own.stat() == before

        here.journal.append(pain(5))
        assert here.exchange().written

    def test_it_is_written_again_where_it_was_taken_away(self, here: Machine) -> None:
        here.exchange()
        here.own.unlink()
        assert here.exchange().written

    def test_it_is_written_again_where_it_was_spoilt(self, here: Machine) -> None:
        here.journal.append(pain(4))
        here.exchange()
        here.own.write_bytes(here.own.read_bytes()[:-20])

        done = here.exchange()

        assert done.written
        assert not done.waiting
        assert read_brought(here.own).whole

    def test_a_carrier_that_brings_an_older_one_back_does_no_harm(self, here: Machine) -> None:
        here.journal.append(pain(4))
        here.exchange()
        old = here.own.read_bytes()
        here.journal.append(pain(5))
        here.exchange()
        here.own.write_bytes(old)

        done = here.exchange()

        assert done.written
        assert done.brought == 0
        assert read_brought(here.own).versions == tuple(here.journal.versions())

    def test_what_a_killed_process_left_half_written_is_no_file_and_goes(
        self, here: Machine
    ) -> None:
        here.exchange()
        part = here.folder / f".~{here.own.stem}.tmp"
        part.write_bytes(b"{")
        here.journal.append(pain(4))

        done = here.exchange()

        assert done.written
        assert not done.waiting
        assert not part.exists()

    def test_closing_writes_it_and_takes_nothing_in(self, here: Machine, there: Machine) -> None:
        there.journal.append(pain(7))
        there.exchange()
        here.journal.append(pain(4))

        done = here.shared.write(here.journal)

        assert done.written
        assert not done.taken
        assert len(here.journal.versions()) == 1

    def test_closing_leaves_alone_what_somebody_else_made_of_it(self, here: Machine) -> None:
        here.exchange()
        here.journal.append(pain(4))
        here.own.write_bytes(b"not ours")

        assert not here.shared.write(here.journal).written
        assert here.own.read_bytes() == b"not ours"


class TestTheOthers:
    def test_each_takes_in_what_the_other_wrote(self, here: Machine, there: Machine) -> None:
        here.journal.append(pain(4))
        there.journal.append(pain(7))
        here.exchange()

        done = there.exchange()
        (taken,) = done.taken
        assert taken.path == here.own
        assert taken.preview.added == {"pain": 1}
        assert done.brought == 1
        here.exchange()

        assert picture(here.journal) == picture(there.journal)

    def test_it_comes_to_rest(self, here: Machine, there: Machine) -> None:
        here.journal.append(pain(4))
        there.journal.append(pain(7))
        for _ in range(2):
            here.exchange()
            there.exchange()
        for machine in (here, there, here, there):
            done = machine.exchange()
            assert not done.written
            assert not done.taken

    @pytest.mark.parametrize(
        "name",
        [
            "{stem}.sync-conflict-20261122-101010-ABCDEFG.json",
            "{stem} (conflicted copy 2026-11-22 101010).json",
            "{stem} (Ann's conflicted copy 2026-11-22).json",
            "{stem}-LAPTOP.json",
            "{stem} (1).json",
        ],
    )
    @pytest.mark.parametrize("own", [False, True])
    def test_a_conflict_copy_is_taken_in_as_well(
        self, here: Machine, there: Machine, name: str, own: bool
    ) -> None:
        there.journal.append(pain(7))
        of = here.own if own else there.own
        copy = here.folder / name.format(stem=of.stem)
        copy.write_bytes(export_bytes(there.journal))

        assert here.exchange().brought == 1
        assert copy.exists()

    @pytest.mark.parametrize(
        "name",
        [
            ".syncthing.{name}.tmp",
            "~syncthing~{name}.tmp",
            ".{name}.part",
            ".{name}.~1a2b",
            ".~{name}",
            "{name}.part",
            "notes.json",
            "recovery-coach-2026-11-22.json.txt",
        ],
    )
    def test_what_a_carrier_is_still_writing_and_other_files_are_left_alone(
        self, here: Machine, there: Machine, name: str
    ) -> None:
        there.journal.append(pain(7))
        file = here.folder / name.format(name=there.own.name)
        file.write_bytes(export_bytes(there.journal))

        done = here.exchange()

        assert not done.taken
        assert not done.waiting
        assert file.exists()

    def test_no_file_of_another_machine_is_changed(self, here: Machine, there: Machine) -> None:
        there.journal.append(pain(7))
        there.exchange()
        before = (there.own.read_bytes(), there.own.stat())
        here.exchange()
        here.shared.write(here.journal)
        assert (there.own.read_bytes(), there.own.stat()) == before

    def test_what_was_taken_in_is_not_read_again(
        self, here: Machine, there: Machine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        there.journal.append(pain(7))
        there.exchange()
        here.exchange()
        monkeypatch.setattr("recovery_coach.journal.sharing.read_brought", _not_wanted)
        monkeypatch.setattr("recovery_coach.journal.sharing.digest_of", _not_wanted)

        done = here.exchange()

        assert not done.taken
        assert not done.trouble

    def test_a_copy_of_what_was_taken_in_is_known_by_its_content(
        self, here: Machine, there: Machine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        there.journal.append(pain(7))
        there.exchange()
        here.exchange()
        (here.folder / f"{there.own.stem} (1).json").write_bytes(there.own.read_bytes())
        monkeypatch.setattr("recovery_coach.journal.sharing.read_brought", _not_wanted)

        assert not here.exchange().waiting

    @pytest.mark.parametrize("content", [None, b"", b"{}", b"[1]", b'{"form": 1, "seen": 3}'])
    def test_a_lost_or_spoilt_cache_costs_only_time(
        self, here: Machine, there: Machine, content: bytes | None
    ) -> None:
        there.journal.append(pain(7))
        there.exchange()
        here.exchange()
        if content is None:
            here.notes.unlink()
        else:
            here.notes.write_bytes(content)

        done = here.exchange()

        assert (done.brought, done.written, done.trouble) == (0, False, "")

    def test_another_journal_in_the_place_of_this_one_takes_everything_in_again(
        self, here: Machine, there: Machine
    ) -> None:
        there.journal.append(pain(7))
        there.exchange()
        here.exchange()
        here.journal.close()
        here.journal.path.unlink()
        here.journal = Journal.open(here.journal.path, here.clock)

        assert here.exchange().brought == 1
        here.journal.close()

    def test_a_fork_is_told_once(self, here: Machine, there: Machine) -> None:
        entry = here.journal.append(pain(4))
        here.exchange()
        there.exchange()
        here.journal.revise(entry.record_id, pain(5))
        there.journal.revise(entry.record_id, pain(6))
        here.exchange()

        assert there.exchange().forks == 1
        assert there.exchange().forks == 0
        assert here.exchange().forks == 1
        assert len(here.journal.forks()) == len(there.journal.forks()) == 1


class TestWhatIsNotWhole:
    @pytest.mark.parametrize("spoil", ["cut", "empty", "zeros", "changed", "other"])
    def test_nothing_of_it_is_taken_in_until_it_is(
        self, here: Machine, there: Machine, spoil: str
    ) -> None:
        there.journal.append(pain(7, note="pain"))
        there.journal.append(pain(6))
        whole = export_bytes(there.journal)
        there.own.write_bytes(
            {
                "cut": whole[: len(whole) // 2],
                "empty": b"",
                "zeros": bytes(len(whole)),
                "changed": whole.replace(b'"nrs":7', b'"nrs":2'),
                "other": b'{"format": "something else"}',
            }[spoil]
        )

        (waiting,) = here.exchange().waiting

        assert waiting.path == there.own
        assert "not complete yet, or damaged" in waiting.why
        assert "looked at again" in waiting.why
        assert here.journal.versions() == []
        assert here.shared.state(here.journal).waiting == (waiting,)

        there.own.write_bytes(whole)
        done = here.exchange()
        assert not done.waiting
        assert done.brought == 2
        assert here.shared.state(here.journal).waiting == ()

    def test_a_file_of_a_newer_program_says_so(self, here: Machine, there: Machine) -> None:
        whole = export_bytes(there.journal)
        there.own.write_bytes(whole.replace(b'"version": 1', b'"version": 2'))

        (waiting,) = here.exchange().waiting

        assert "newer Recovery Coach" in waiting.why

    def test_the_others_are_taken_in_all_the_same(
        self, here: Machine, there: Machine, made: Made
    ) -> None:
        third = made.machine()
        third.journal.append(pain(3))
        third.exchange()
        there.own.write_bytes(b"{")

        done = here.exchange()

        assert [waiting.path for waiting in done.waiting] == [there.own]
        assert done.brought == 1
        assert done.written

    @pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
    def test_a_file_that_may_not_be_read_waits(self, here: Machine, there: Machine) -> None:
        there.exchange()
        there.own.chmod(0)
        (waiting,) = here.exchange().waiting
        assert waiting.why == "you may not read it"

    def test_a_folder_or_a_pipe_of_that_name_is_no_file(self, here: Machine) -> None:
        (here.folder / "recovery-coach-x.json").mkdir()
        if hasattr(os, "mkfifo"):
            os.mkfifo(here.folder / "recovery-coach-y.json")

        done = here.exchange()

        assert not done.waiting
        assert done.written


class TestBackups:
    def test_one_is_made_before_something_new_comes_in(self, here: Machine, there: Machine) -> None:
        here.journal.append(pain(4))
        there.journal.append(pain(7))
        there.exchange()

        here.exchange()

        (backup,) = here.backups.all()
        assert backup.why == "merge"
        looked = here.backups.look(backup)
        assert looked.counts is not None
        assert looked.counts.versions == 1

    def test_one_for_all_that_comes_at_once(
        self, here: Machine, there: Machine, made: Made
    ) -> None:
        here.journal.append(pain(4))
        for machine in (there, made.machine()):
            machine.journal.append(pain(7))
            machine.shared.write(machine.journal)
        assert len(here.exchange().taken) == 2
        assert len(here.backups.all()) == 1

    def test_none_of_an_empty_journal(self, here: Machine, there: Machine) -> None:
        there.journal.append(pain(7))
        there.exchange()
        assert here.exchange().brought == 1
        assert here.backups.all() == []

    def test_none_where_nothing_is_new(self, here: Machine, there: Machine) -> None:
        here.journal.append(pain(4))
        here.exchange()
        there.exchange()
        there.exchange()
        here.exchange()
        assert here.backups.all() == []

    def test_without_one_nothing_is_taken_in(self, here: Machine, there: Machine) -> None:
        here.journal.append(pain(4))
        there.journal.append(pain(7))
        there.exchange()
        (here.journal.path.parent / "backups").write_text("in the way")

        done = here.exchange()

        assert done.trouble
        assert len(here.journal.versions()) == 1

        (here.journal.path.parent / "backups").unlink()
        assert here.exchange().brought == 1


class TestTheFolder:
    def test_one_that_is_gone_is_told_and_not_made(self, here: Machine) -> None:
        here.folder.rmdir()

        done = here.exchange()

        assert "there is no such folder" in done.trouble
        assert str(here.folder) in done.trouble
        assert not here.folder.exists()
        assert here.shared.state(here.journal).trouble == done.trouble

        here.folder.mkdir()
        assert here.exchange().written
        assert here.shared.state(here.journal).trouble == ""

    @pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
    def test_one_that_is_read_only_is_told_and_what_is_in_it_is_taken_in(
        self, here: Machine, there: Machine
    ) -> None:
        there.journal.append(pain(7))
        there.exchange()
        here.folder.chmod(0o500)
        try:
            done = here.exchange()
        finally:
            here.folder.chmod(0o700)
        assert "cannot be written to" in done.trouble
        assert done.brought == 1

    def test_a_full_disk_is_told_and_leaves_nothing_half_written(
        self, here: Machine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        here.exchange()
        before = here.own.read_bytes()
        here.journal.append(pain(4))

        def full(_: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("recovery_coach.journal.shared_files.os.fsync", full)
        done = here.exchange()
        monkeypatch.undo()

        assert "the disk is full" in done.trouble
        assert here.own.read_bytes() == before
        assert [path.name for path in here.folder.iterdir()] == [here.own.name]
        assert here.exchange().written

    def test_two_at_once_do_it_once(self, here: Machine) -> None:
        other = ProcessLock(here.notes.with_suffix(".lock"))
        assert other.acquire()
        assert here.exchange() == Exchanged(busy=True)
        other.release()
        assert here.exchange().written


class TestHowItStands:
    def test_nothing_yet(self, here: Machine) -> None:
        state = here.shared.state(here.journal)
        assert (state.at, state.others, state.waiting, state.trouble) == (None, (), (), "")

    def test_the_other_machines_are_known_by_their_files(
        self, here: Machine, there: Machine
    ) -> None:
        here.journal.append(pain(4))
        there.exchange()
        here.clock.advance(3600)
        here.exchange()

        state = here.shared.state(here.journal)
        (other,) = state.others
        assert state.at == here.clock.now()
        assert (other.path, other.made, other.same) == (there.own, there.clock.now(), False)

        there.exchange()
        here.exchange()
        (other,) = here.shared.state(here.journal).others
        assert other.same

        here.journal.append(pain(5))
        (other,) = here.shared.state(here.journal).others
        assert not other.same

    def test_copies_of_a_file_are_no_other_machines(self, here: Machine, there: Machine) -> None:
        here.journal.append(pain(4))
        there.exchange()
        here.exchange()
        there.exchange()
        for own in (here.own, there.own):
            (here.folder / f"{own.stem}.sync-conflict-1.json").write_bytes(own.read_bytes())
        here.exchange()

        (other,) = here.shared.state(here.journal).others
        assert other.device == there.journal.device


def _not_wanted(*_: object) -> None:
    raise AssertionError("this file was read again")
