"""From one schema to the next: copied first, whole or not at all, and old files stay readable."""

from __future__ import annotations

import re
import shutil
import sqlite3
import stat
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from recovery_coach.journal import Journal, PainEntry, SessionRecord
from recovery_coach.journal.backups import Backups
from recovery_coach.journal.migrations import MIGRATIONS, SCHEMA, Migration, migrate, schema_of
from tests.fakes import ManualClock
from tests.journal.frozen import FROZEN, FROZEN_2, NOTE, STARTED
from tests.journal.make import AT, pain

NEXT: Migration = ("CREATE TABLE place (name TEXT) STRICT", "INSERT INTO place VALUES ('here')")
BROKEN: Migration = ("CREATE TABLE place (name TEXT) STRICT", "INSERT INTO nowhere VALUES (1)")


def copy_of(path: Path) -> Callable[[], object]:
    return lambda: Backups(path, ManualClock()).make("migration")


def schema(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()


@pytest.fixture
def filled(path: Path) -> Path:
    with Journal.open(path, ManualClock()) as journal:
        journal.append(pain(4))
    return path


def test_the_file_is_copied_before_it_is_changed(filled: Path) -> None:
    before = schema(filled)
    with closing(sqlite3.connect(filled, isolation_level=None)) as connection:
        migrate(connection, ManualClock().now(), [*MIGRATIONS, NEXT], copy_of(filled))
        assert schema_of(connection) == SCHEMA + 1
        assert connection.execute("SELECT * FROM place").fetchall() == [("here",)]

    (copy,) = (filled.parent / "backups").iterdir()
    assert re.fullmatch(r"journal-[0-9a-f]{8}-2026-03-04T\d{6}Z-migration.sqlite3", copy.name)
    assert schema(copy) == before
    if sys.platform != "win32":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
        assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    with Journal.open(copy, ManualClock()) as journal:
        assert len(journal.latest(PainEntry, 9)) == 1


def test_a_copy_never_replaces_another(filled: Path) -> None:
    for _ in range(2):
        with (
            closing(sqlite3.connect(filled, isolation_level=None)) as connection,
            pytest.raises(sqlite3.OperationalError, match="nowhere"),
        ):
            migrate(connection, ManualClock().now(), [*MIGRATIONS, BROKEN], copy_of(filled))

    first, second = sorted(found.stem for found in (filled.parent / "backups").iterdir())
    assert second == f"{first}-2" or first == f"{second}-2"


def test_a_step_that_fails_leaves_the_file_as_it_was(filled: Path) -> None:
    before = schema(filled)
    with (
        closing(sqlite3.connect(filled, isolation_level=None)) as connection,
        pytest.raises(sqlite3.OperationalError, match="nowhere"),
    ):
        migrate(connection, ManualClock().now(), [*MIGRATIONS, BROKEN], copy_of(filled))

    assert schema(filled) == before
    with Journal.open(filled, ManualClock()) as journal:
        assert journal.append(pain(5)) == journal.latest_pain()


def test_a_new_or_current_file_is_not_copied(filled: Path) -> None:
    Journal.open(filled, ManualClock()).close()

    assert not (filled.parent / "backups").exists()


@pytest.mark.parametrize("frozen", [FROZEN, FROZEN_2], ids=["schema 1", "schema 2"])
def test_a_journal_of_an_earlier_schema_opens_and_holds_what_it_held(
    tmp_path: Path, frozen: Path
) -> None:
    path = tmp_path / frozen.name
    shutil.copy(frozen, path)

    with Journal.open(path, ManualClock()) as journal:
        (pain_now,) = journal.latest(PainEntry, 9)
        assert (pain_now.record.nrs, pain_now.record.note) == (5, NOTE)
        first, _ = journal.history(pain_now.record_id)
        assert first.record == pain(4)
        (finished,) = journal.latest(SessionRecord, 9)
        assert (finished.record.state, finished.record.started_at) == ("finished", STARTED)
        assert len(journal.sets_of("s1")) == 3
        assert journal.hurts_of("s1")[0].record.words == ("sharp", "left side")
        assert journal.checkpoints() == [("s2", {"segment": 3, "rep": 2})]
        assert journal.last_used() == {"warmup": STARTED}
        assert journal.damaged == 0
        journal.append(pain(6))


@pytest.mark.parametrize(("frozen", "steps"), [(FROZEN, 1), (FROZEN_2, 2)])
def test_a_step_is_never_edited_only_followed(tmp_path: Path, frozen: Path, steps: int) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection, ManualClock().now(), MIGRATIONS[:steps])
        fresh = connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()

    copy = tmp_path / frozen.name
    shutil.copy(frozen, copy)
    assert fresh == schema(copy)


def test_a_journal_of_schema_1_gets_its_index_of_numbers(tmp_path: Path) -> None:
    path = tmp_path / FROZEN.name
    shutil.copy(FROZEN, path)

    with Journal.open(path, ManualClock()) as journal:
        ever = (date.min, date.max)
        assert journal.sums.by_day("pain.nrs", *ever) == [(AT.date(), (5.0,))]
        assert journal.sums.by_record("session.effort", *ever) == {"s1": (STARTED.date(), 6.0)}
        assert journal.sums.with_sessions("hurt.score", *ever) == {"s1": 6.0}
