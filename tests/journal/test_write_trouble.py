"""What can happen to an open journal: it is told in plain words and the journal stays usable."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import get_args

import pytest

from recovery_coach.journal import (
    Change,
    Checkpoint,
    Journal,
    JournalTrouble,
    PainEntry,
    Reason,
    SessionRecord,
    Write,
)
from recovery_coach.journal.trouble import reporting
from tests.fakes import ManualClock
from tests.journal.make import child, one_set, pain, session


def test_a_full_disk_loses_nothing_that_was_written(journal: Journal) -> None:
    before = journal.append(pain(4))
    heard: list[Change] = []
    journal.on_change(heard.append)
    # SQLite reports a full disk just so when the file may not grow.
    (pages,) = journal._connection.execute("PRAGMA page_count").fetchone()
    journal._connection.execute(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(JournalTrouble) as caught:
        journal.write(
            [Write(record=session(), record_id="s1"), Write(record=pain(5, note="x" * 100_000))],
            Checkpoint("s1", {}),
        )

    assert caught.value.reason == "full"
    assert heard == []
    assert journal.get("s1") is None
    assert journal.checkpoints() == []
    assert journal.latest(PainEntry, 9) == [before]

    journal._connection.execute("PRAGMA max_page_count = 1000000")
    after = journal.append(pain(6))
    assert journal.latest(PainEntry, 9) == [after, before]


def test_a_journal_made_read_only_meanwhile_says_so(journal: Journal) -> None:
    before = journal.append(pain(4))
    journal._connection.execute("PRAGMA query_only = ON")

    with pytest.raises(JournalTrouble) as caught:
        journal.append(pain(5))

    assert caught.value.reason == "read_only"
    journal._connection.execute("PRAGMA query_only = OFF")
    assert journal.append(pain(6)) in journal.latest(PainEntry, 1)
    assert journal.get(before.record_id) == before


def test_a_write_while_another_process_writes_says_so(path: Path, clock: ManualClock) -> None:
    with Journal.open(path, clock, patience=0) as journal:
        with child("lock", str(path)) as other:
            assert other.stdout is not None
            assert other.stdout.readline() == "held\n"
            with pytest.raises(JournalTrouble) as caught:
                journal.append(pain(4))
            assert caught.value.reason == "locked"
            assert journal.latest_pain() is None
            other.communicate("let go\n")
        assert journal.append(pain(5)) == journal.latest_pain()


def test_a_writer_waits_for_its_turn(path: Path, clock: ManualClock) -> None:
    with Journal.open(path, clock) as journal, child("write", str(path), "20") as other:
        for _ in range(20):
            journal.append(pain(4))
        other.communicate()
        assert other.returncode == 0
        assert len(journal.latest(PainEntry, 99)) == 20
        assert len(journal.sets_of("s")) == 20


@pytest.mark.parametrize("replaced", [False, True])
def test_nothing_is_written_to_a_file_that_was_taken_away(
    journal: Journal, path: Path, replaced: bool
) -> None:
    journal.append(pain(4))
    aside = path.with_name("aside.sqlite3")
    path.rename(aside)
    if replaced:
        path.write_bytes(b"")

    with pytest.raises(JournalTrouble) as caught:
        journal.append(pain(5))

    assert caught.value.reason == "gone"
    path.unlink(missing_ok=True)
    aside.rename(path)
    assert journal.append(pain(6)) == journal.latest_pain()


@pytest.mark.parametrize(("free", "reason"), [(4096, "full"), (10**9, "unreadable")])
def test_a_failing_disk_is_told_from_a_full_one(
    path: Path, monkeypatch: pytest.MonkeyPatch, free: int, reason: str
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=free))
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    error.sqlite_errorname = "SQLITE_IOERR_SHMSIZE"

    with pytest.raises(JournalTrouble) as caught, reporting(path):
        raise error

    assert caught.value.reason == reason


def test_a_mistake_of_ours_is_no_trouble(journal: Journal) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        journal._rows("SELECT * FROM weather", ())
    journal.close()
    with pytest.raises(sqlite3.ProgrammingError):
        journal.append(pain(4))


@pytest.mark.parametrize("reason", get_args(Reason))
def test_every_trouble_says_what_is_wrong_what_is_safe_and_what_to_do(
    reason: Reason, tmp_path: Path
) -> None:
    trouble = JournalTrouble(reason, tmp_path / "journal.sqlite3", "disk I/O error")

    for words in (trouble.title, trouble.safe, trouble.advice):
        assert words
        assert "{" not in words
        assert "SQL" not in words
    assert str(tmp_path) in str(trouble)
    assert "disk I/O error" in str(trouble)


class TestDamagedBodies:
    """A version whose body cannot be read, put in behind the journal's back."""

    def spoil(self, path: Path, kind: str, body: str | bytes, record_id: str = "bad") -> None:
        moment = "2026-05-04T16:05:00.000000+00:00"
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute(
                "INSERT INTO version SELECT :id, :id, NULL, :kind, 'd', 1 + max(counter), :at, 0,"
                " '2026-05-04', 0, CAST(:body AS TEXT) FROM version",
                {"id": record_id, "kind": kind, "at": moment, "body": body},
            )
            connection.execute(
                "INSERT INTO current VALUES (:id, :id, :kind, '2026-05-04', :at, 's1', 'core', 0)",
                {"id": record_id, "kind": kind, "at": moment},
            )

    @pytest.mark.parametrize("body", ["", "{}", "{", "[1]", '{"nrs": 99}', b"\xff\xfe"])
    def test_one_does_not_break_a_list_and_is_counted_once(
        self, journal: Journal, path: Path, body: str | bytes
    ) -> None:
        good = journal.append(pain(4))
        self.spoil(path, "pain", body)

        for _ in range(2):
            assert journal.latest(PainEntry, 1) == [good]
            assert journal.latest(PainEntry, 9) == [good]
            assert journal.on_day(PainEntry, good.day) == [good]
        assert journal.get("bad") is None
        assert journal.history("bad") == []
        assert journal.damaged == 1

    def test_one_session_does_not_spoil_when_routines_were_used(
        self, journal: Journal, path: Path
    ) -> None:
        good = journal.append(session("warmup"))
        self.spoil(path, "session", "{")  # of the routine "core"

        assert journal.last_used() == {"warmup": good.record.started_at}
        assert journal.latest(SessionRecord, 9) == [good]

    def test_one_bad_byte_costs_a_letter_not_the_note(self, journal: Journal, path: Path) -> None:
        journal.append(pain(4))
        body = json.dumps(pain(5, note="stiff ? side").to_body()).encode().replace(b"?", b"\xff")
        self.spoil(path, "pain", body)

        found = journal.get("bad")

        assert found is not None
        assert found.record == pain(5, note="stiff � side")
        assert journal.damaged == 0

    def test_it_can_be_replaced_but_not_undone_to(self, journal: Journal, path: Path) -> None:
        journal.append(pain(4))
        self.spoil(path, "pain", "{")

        with pytest.raises(KeyError):
            journal.delete("bad")
        mended = journal.revise("bad", pain(5))
        assert journal.get("bad") == mended
        assert journal.undo(mended.version_id) is None
        assert journal.get("bad") == mended

    def test_a_damaged_checkpoint_is_left_out(self, journal: Journal, path: Path) -> None:
        journal.append(one_set("s1"))
        journal.save_checkpoint("s1", {"segment": 1})
        journal.save_checkpoint("s2", {"segment": 2})
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("UPDATE checkpoint SET body = '[' WHERE session = 's1'")

        assert journal.checkpoints() == [("s2", {"segment": 2})]
        assert journal.damaged == 1
