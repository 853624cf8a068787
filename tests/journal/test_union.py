"""Merging: what it foretells, what it does, what it refuses. (Its laws: test_union_laws.py.)"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from recovery_coach.journal import Change, Journal, PainEntry
from recovery_coach.journal.brought import Brought, read_brought
from recovery_coach.journal.exchange import export_bytes
from tests.fakes import ManualClock
from tests.journal.make import pain, session


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Journal]:
    with Journal.open(tmp_path / "other" / "journal.sqlite3", ManualClock()) as opened:
        yield opened


def all_of(journal: Journal) -> Brought:
    return Brought(journal.path, tuple(journal.versions()))


def test_a_preview_changes_nothing_and_foretells_all(journal: Journal, other: Journal) -> None:
    kept = journal.append(pain(4))
    other.unite(all_of(journal))
    journal.revise(kept.record_id, pain(6))
    other.append(pain(2))
    before = other.versions()
    foretold = other.preview(all_of(journal))
    assert other.versions() == before
    assert foretold == other.unite(all_of(journal))
    assert (foretold.new, foretold.known) == (1, 1)
    assert (foretold.added, foretold.changed, foretold.removed) == ({}, 1, 0)
    assert foretold.before == foretold.after == 2


def test_a_preview_is_no_writing(journal: Journal, other: Journal) -> None:
    journal.append(pain(4))
    other.preview(all_of(journal))
    assert not other.wrote
    other.unite(all_of(journal))
    assert other.wrote


def test_it_is_told_once_and_only_where_something_came(journal: Journal, other: Journal) -> None:
    journal.append(pain(4))
    heard: list[Change] = []
    other.on_change(heard.append)
    other.unite(all_of(journal))
    other.unite(all_of(journal))
    (change,) = heard
    assert "pain" in change.kinds


def test_a_deletion_comes_over(journal: Journal, other: Journal) -> None:
    entry = journal.append(pain(4))
    other.unite(all_of(journal))
    journal.delete(entry.record_id)
    done = other.unite(all_of(journal))
    assert (done.removed, done.after) == (1, 0)
    assert other.get(entry.record_id) is None
    assert len(other.history(entry.record_id)) == 2


def test_a_body_only_a_newer_program_reads_is_kept(journal: Journal, other: Journal) -> None:
    entry = journal.append(pain(4))
    (version,) = journal.versions()
    odd = replace(version, body='{"nrs":"a lot"}')
    done = other.unite(Brought(journal.path, (odd,)))
    assert done.unreadable == 1
    assert other.versions() == [odd]
    assert other.get(entry.record_id) is None


def test_what_contradicts_ours_is_refused_and_named(journal: Journal, other: Journal) -> None:
    journal.append(pain(4))
    other.unite(all_of(journal))
    (version,) = journal.versions()
    changed = replace(version, body='{"nrs":9}')
    of_another_kind = replace(version, version_id="v2", kind="session")
    done = other.unite(Brought(journal.path, (changed, of_another_kind)))
    assert (done.new, done.known) == (0, 0)
    assert [refusal.where for refusal in done.refused] == [version.version_id, "v2"]
    assert other.versions() == [version]


def test_the_next_entry_is_newer_than_all_that_came(journal: Journal, other: Journal) -> None:
    entry = journal.append(pain(4))
    for score in range(5):
        journal.revise(entry.record_id, pain(score))
    other.unite(all_of(journal))
    other.revise(entry.record_id, pain(9))
    journal.unite(all_of(other))
    assert journal.latest(PainEntry, 1)[0].record.nrs == 9
    assert journal.forks() == []


def test_a_fork_is_listed_until_the_person_has_chosen(journal: Journal, other: Journal) -> None:
    entry = journal.append(pain(4))
    other.unite(all_of(journal))
    journal.revise(entry.record_id, pain(6, note="on the laptop"))
    other.revise(entry.record_id, pain(2, note="in the garage"))
    done = journal.unite(all_of(other))
    other.unite(all_of(journal))
    assert done.forks == 1
    (fork,) = journal.forks()
    assert other.forks() == [fork]
    assert {fork.shown.record, fork.others[0].record} == {
        pain(6, note="on the laptop"),
        pain(2, note="in the garage"),
    }
    journal.settle(fork, fork.others[0].version_id)
    assert journal.forks() == []
    assert journal.get(entry.record_id).record == fork.others[0].record  # type: ignore[union-attr]
    other.unite(all_of(journal))
    assert other.forks() == []
    assert other.get(entry.record_id) == journal.get(entry.record_id)
    assert len(journal.history(entry.record_id)) == 4


def test_what_is_shown_may_be_chosen_and_the_same_on_both_is_no_fork(
    journal: Journal, other: Journal
) -> None:
    entry = journal.append(pain(4))
    gone = journal.append(session())
    other.unite(all_of(journal))
    for one in (journal, other):
        one.revise(entry.record_id, pain(6))
        one.delete(gone.record_id)
    journal.unite(all_of(other))
    assert journal.forks() == []
    journal.revise(entry.record_id, pain(7))
    other.delete(entry.record_id)
    journal.unite(all_of(other))
    (fork,) = journal.forks()
    assert {fork.shown.deleted, fork.others[0].deleted} == {True, False}
    journal.settle(fork, fork.shown.version_id)
    assert journal.forks() == []
    with pytest.raises(KeyError):
        journal.settle(fork, fork.shown.version_id)


def test_a_damaged_file_still_gives_what_can_be_read(path: Path, tmp_path: Path) -> None:
    with Journal.open(path, ManualClock()) as journal:
        for number in range(200):
            journal.append(pain(number % 11, note="x" * 300))
    data = bytearray(path.read_bytes())
    middle = len(data) // 4096 // 2 * 4096
    data[middle : middle + 4096] = bytes(4096)
    file = tmp_path / "damaged.sqlite3"
    file.write_bytes(data)
    brought = read_brought(file)
    assert not brought.whole
    assert "damaged" in brought.refused[0].why
    assert 100 < len(brought.versions) <= 200
    assert file.read_bytes() == data


def test_an_export_of_a_journal_with_forks_is_whole(
    journal: Journal, other: Journal, tmp_path: Path
) -> None:
    entry = journal.append(pain(4))
    other.unite(all_of(journal))
    journal.revise(entry.record_id, pain(6))
    other.delete(entry.record_id)
    journal.unite(all_of(other))
    file = tmp_path / "out.json"
    file.write_bytes(export_bytes(journal))
    with Journal.open(tmp_path / "third" / "journal.sqlite3", ManualClock()) as third:
        third.unite(read_brought(file))
        assert third.forks() == journal.forks()
