"""The journal only grows, its counter never repeats, and every device sees the same newest."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.journal import Journal
from recovery_coach.journal.migrations import migrate
from recovery_coach.journal.versions import Version, add
from tests.fakes import ManualClock
from tests.journal.make import child, pain


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE version SET body = '{}'",
        "UPDATE version SET deleted = 1",
        "DELETE FROM version",
        "INSERT OR REPLACE INTO version SELECT * FROM version",
        "REPLACE INTO version SELECT * FROM version",
        "INSERT INTO version SELECT * FROM version WHERE 1 ON CONFLICT DO UPDATE SET body = ''",
    ],
)
def test_nothing_changes_or_removes_a_version(
    path: Path, clock: ManualClock, statement: str
) -> None:
    with Journal.open(path, clock) as journal:
        entry = journal.append(pain(4))
        with (
            closing(sqlite3.connect(path, isolation_level=None)) as connection,
            pytest.raises(sqlite3.IntegrityError, match="only grows"),
        ):
            connection.execute(statement)
        assert journal.history(entry.record_id) == [entry]


def test_two_open_connections_share_one_counter(path: Path, clock: ManualClock) -> None:
    with Journal.open(path, clock) as window, Journal.open(path, clock) as terminal:
        entries = [journal.append(pain(4)) for journal in (window, terminal) * 3]
        revised = terminal.revise(entries[0].record_id, pain(5))
        assert window.get(entries[0].record_id) == revised

    assert rows(path, "SELECT counter FROM version ORDER BY counter") == [(n,) for n in range(1, 8)]


def test_two_processes_writing_at_once_share_one_counter(path: Path, clock: ManualClock) -> None:
    Journal.open(path, clock).close()
    with child("write", str(path), "20") as one, child("write", str(path), "20") as two:
        one.communicate()
        two.communicate()
    assert (one.returncode, two.returncode) == (0, 0)

    # Two records in each of 20 transactions of each of two processes.
    assert rows(path, "SELECT count(*), count(DISTINCT counter), max(counter) FROM version") == [
        (80, 80, 80)
    ]


versions_of_two_devices = st.lists(
    st.builds(
        Version,
        version_id=st.uuids(version=4).map(lambda found: found.hex),
        record_id=st.sampled_from(["r1", "r2", "r3"]),
        parent=st.none(),
        kind=st.sampled_from(["pain", "session"]),
        device=st.sampled_from(["desk", "laptop"]),
        counter=st.integers(1, 4),
        written_at=st.just("2026-05-04T16:05:00.000000+00:00"),
        offset_minutes=st.just(120),
        day=st.sampled_from(["2026-05-04", "2026-05-05"]),
        deleted=st.sampled_from([0, 1]),
        body=st.sampled_from(
            [
                '{"at": "2026-05-04T18:05:00+02:00", "session": "s1", "exercise": "bird_dog"}',
                '{"started_at": "2026-05-04T07:00:00+02:00", "routine": "warmup"}',
                "damaged",
            ]
        ),
    ),
    max_size=10,
    unique_by=lambda version: version.version_id,
)


def current_after(versions: list[Version]) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection, ManualClock().now())
        for version in versions:
            add(connection, version)
        return connection.execute("SELECT * FROM current ORDER BY record_id").fetchall()


@given(st.data(), versions_of_two_devices)
def test_any_order_of_arrival_shows_the_same_newest_versions(
    data: st.DataObject, versions: list[Version]
) -> None:
    shuffled = data.draw(st.permutations(versions))
    twice = data.draw(st.lists(st.sampled_from(versions), max_size=4)) if versions else []

    shown = current_after(versions)

    assert current_after([*shuffled, *twice]) == shown
    newest: dict[str, Version] = {}
    for version in sorted(versions, key=lambda v: (v.counter, v.device, v.version_id)):
        newest[version.record_id] = version
    assert [(row[0], row[1]) for row in shown] == sorted(
        (record_id, version.version_id) for record_id, version in newest.items()
    )
