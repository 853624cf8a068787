"""An export holds all of it, and says when something is missing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.journal import Journal, PainEntry
from recovery_coach.journal.brought import BroughtError, read_brought
from recovery_coach.journal.exchange import FORMAT, export_bytes, schema
from recovery_coach.journal.versions import COLUMNS
from tests.fakes import ManualClock
from tests.journal.make import one_set, pain, session


@pytest.fixture
def other(tmp_path: Path) -> Path:
    return tmp_path / "other" / "journal.sqlite3"


def fill(journal: Journal) -> None:
    first = journal.append(pain(4, note="Stiff – “left”, =1+1\nsecond line"))
    journal.revise(first.record_id, pain(5, leg_nrs=2, regions=("si_L=4",)))
    journal.delete(journal.append(pain(9)).record_id)
    journal.append(session(), record_id="s1")
    journal.append(one_set("s1"))


def exported(journal: Journal, tmp_path: Path) -> Path:
    file = tmp_path / "out.json"
    file.write_bytes(export_bytes(journal))
    return file


def test_what_goes_out_comes_in_again(journal: Journal, other: Path, tmp_path: Path) -> None:
    fill(journal)
    brought = read_brought(exported(journal, tmp_path))
    assert brought.whole
    assert brought.refused == ()
    with Journal.open(other, ManualClock()) as there:
        done = there.unite(brought)
        assert there.count() == journal.count()
        assert sorted(map(str, there.versions())) == sorted(map(str, journal.versions()))
        assert there.latest(PainEntry, 9) == journal.latest(PainEntry, 9)
    assert done.added == {"pain": 1, "session": 1, "set": 1}
    assert (done.new, done.known, done.before, done.after) == (6, 0, 0, 3)


bodies = st.text() | st.dictionaries(
    st.text(max_size=5),
    st.none() | st.booleans() | st.floats() | st.integers() | st.text() | st.lists(st.text()),
).map(json.dumps)


@given(st.lists(bodies, max_size=6))
def test_bodies_that_nobody_can_read_are_kept_letter_by_letter(bodies: list[str]) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path, file = Path(folder) / "a" / "journal.sqlite3", Path(folder) / "out.json"
        with Journal.open(path, ManualClock()) as journal:
            for number, body in enumerate(bodies):
                entry = journal.append(pain(3))
                row = dict(zip(COLUMNS.split(", "), _row(journal, entry.version_id), strict=True))
                row |= {"version_id": f"v{number}", "counter": 1000 + number, "body": body}
                marks = ", ".join("?" for _ in row)
                journal._connection.execute(
                    f"INSERT INTO version ({COLUMNS}) VALUES ({marks})", tuple(row.values())
                )
            file.write_bytes(export_bytes(journal))
            brought = read_brought(file)
            assert brought.whole
            assert {v.version_id: v for v in brought.versions} == {
                v.version_id: v for v in journal.versions()
            }


def _row(journal: Journal, version_id: str) -> tuple[object, ...]:
    sql = f"SELECT {COLUMNS} FROM version WHERE version_id = ?"
    row: tuple[object, ...] = journal._connection.execute(sql, (version_id,)).fetchone()
    return row


def test_the_same_journal_is_the_same_file(journal: Journal, other: Path, tmp_path: Path) -> None:
    fill(journal)
    with Journal.open(other, ManualClock()) as there:
        there.unite(read_brought(exported(journal, tmp_path)))
        mine, theirs = (json.loads(export_bytes(one)) for one in (journal, there))
    assert mine["versions"] == theirs["versions"]
    assert mine["sha256"] == theirs["sha256"]
    assert mine["device"] != theirs["device"]


def test_a_change_on_the_way_is_noticed(journal: Journal, tmp_path: Path) -> None:
    fill(journal)
    file = exported(journal, tmp_path)
    file.write_bytes(file.read_bytes().replace(b'"nrs":5', b'"nrs":3'))
    assert not read_brought(file).whole


def test_a_file_cut_short_anywhere_brings_nothing(journal: Journal, tmp_path: Path) -> None:
    fill(journal)
    file = exported(journal, tmp_path)
    data = file.read_bytes()
    for end in range(0, len(data.rstrip()), 97):
        file.write_bytes(data[:end])
        with pytest.raises(BroughtError):
            read_brought(file)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no whole export"),
        (b"Dear diary", "no whole export"),
        (b"[" * 100_000, "no whole export"),
        (b"[1]", "no journal"),
        (b'{"format": "x"}', "no journal"),
        (f'{{"format": "{FORMAT}", "version": 2}}'.encode(), "newer"),
        (f'{{"format": "{FORMAT}", "version": true}}'.encode(), "newer"),
        (f'{{"format": "{FORMAT}", "version": 1}}'.encode(), "no list"),
        (b"SQLite format 3\x00" + b"\x00" * 200, "no journal"),
    ],
)
def test_what_is_no_export_is_said(tmp_path: Path, content: bytes, says: str) -> None:
    file = tmp_path / "file.json"
    file.write_bytes(content)
    with pytest.raises(BroughtError, match=says):
        read_brought(file)


def test_a_file_that_is_not_there_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(BroughtError, match="cannot be read"):
            read_brought(path)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("version_id", ""),
        ("version_id", "a\x00b"),
        ("record_id", "\ud800"),
        ("record_id", 7),
        ("parent", 7),
        ("kind", None),
        ("device", "x" * 201),
        ("counter", -1),
        ("counter", 2**63),
        ("counter", True),
        ("written_at", "yesterday"),
        ("written_at", "2026-03-04T10:00:00"),
        ("written_at", "0001-01-01T00:00:00+23:00"),
        ("offset_minutes", 1440),
        ("day", "2026-02-30"),
        ("deleted", "no"),
        ("body", []),
        ("body", None),
    ],
)
def test_a_version_that_cannot_be_meant_is_named(
    journal: Journal, tmp_path: Path, field: str, value: object
) -> None:
    fill(journal)
    data = json.loads(export_bytes(journal))
    data["versions"][2][field] = value
    file = tmp_path / "out.json"
    file.write_text(json.dumps(data))
    brought = read_brought(file)
    assert len(brought.versions) == 5
    (refusal,) = brought.refused
    assert refusal.where == "version 3"
    assert field in refusal.why
    assert not brought.whole


def test_two_versions_of_one_id_and_a_record_of_two_kinds(journal: Journal, tmp_path: Path) -> None:
    fill(journal)
    data = json.loads(export_bytes(journal))
    twin = data["versions"][0] | {"body": {"nrs": 1}}
    kind = data["versions"][0] | {"version_id": "v9", "kind": "session"}
    data["versions"] += [twin, kind, data["versions"][0]]
    file = tmp_path / "out.json"
    file.write_text(json.dumps(data))
    brought = read_brought(file)
    assert len(brought.versions) == 6
    assert [refusal.where for refusal in brought.refused] == ["version 7", "version 8"]


def test_the_schema_knows_every_field(journal: Journal) -> None:
    fill(journal)
    data = json.loads(export_bytes(journal))
    described = schema()["properties"]
    assert data.keys() == described.keys()
    known = described["versions"]["items"]["properties"].keys()
    assert all(version.keys() <= known for version in data["versions"])
