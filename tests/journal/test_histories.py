"""The union of journals: in whatever order, however often, however incomplete they arrive."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import permutations
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.journal import Journal
from recovery_coach.journal.brought import read_brought
from recovery_coach.journal.exchange import export_bytes
from recovery_coach.journal.versions import Version
from tests.fakes import ManualClock
from tests.journal.histories import (
    Picture,
    Step,
    World,
    brought,
    histories,
    picture,
    unite,
)

Parts = list[list[Version]]


MEMORY = Path("/dev/shm")
"""Hundreds of journals are made and thrown away: where there is such a place, in memory."""


@contextmanager
def a_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        yield Path(folder)


@contextmanager
def world(devices: int, history: Sequence[Step] = ()) -> Iterator[World]:
    with a_folder() as folder:
        made = World(folder, devices)
        try:
            made.play(history)
            yield made
        finally:
            made.close()


def united(*parts: Sequence[Version]) -> Picture:
    """A new journal that takes these in, one after the other."""
    with world(1) as one:
        (journal,) = one.journals
        for part in parts:
            unite(journal, part)
        return picture(journal)


def parts_of(history: Sequence[Step], devices: int) -> Parts:
    """What each device holds in the end."""
    with world(devices, history) as made:
        return [journal.versions() for journal in made.journals]


class TestGeneratedHistories:
    @given(histories(2))
    def test_exported_into_an_empty_journal_it_is_the_same_journal(
        self, history: list[Step]
    ) -> None:
        with world(2, history) as made, a_folder() as folder:
            journal = made.journals[0]
            unite(journal, made.journals[1].versions())
            file = folder / "journal.json"
            file.write_bytes(export_bytes(journal))
            with Journal.open(folder / "new" / "journal.sqlite3", ManualClock()) as new:
                new.unite(read_brought(file))
                assert sorted(new.versions(), key=str) == sorted(journal.versions(), key=str)
                assert picture(new) == picture(journal)
                assert new.count() == journal.count()
                assert new.forks() == journal.forks()

    @given(histories(2))
    def test_it_does_not_matter_which_comes_first(self, history: list[Step]) -> None:
        one, other = parts_of(history, 2)
        assert united(one, other) == united(other, one)

    @given(histories(3))
    def test_it_does_not_matter_what_is_united_with_what_before(self, history: list[Step]) -> None:
        parts = parts_of(history, 3)
        pictures = [united(*order) for order in permutations(parts)]
        # Two of them united elsewhere first, and then brought here together.
        with world(1) as elsewhere:
            for part in parts[1:]:
                unite(elsewhere.journals[0], part)
            pictures.append(united(parts[0], elsewhere.journals[0].versions()))
        assert all(each == pictures[0] for each in pictures)

    @given(histories(2))
    def test_once_more_changes_nothing(self, history: list[Step]) -> None:
        with world(2, history) as made:
            here, other = made.journals
            unite(here, other.versions())
            before = picture(here)
            for again in (other.versions(), here.versions(), other.versions()[::-1]):
                told = here.unite(brought(again))
                assert (told.new, told.changed, told.removed, told.forks) == (0, 0, 0, 0)
                assert picture(here) == before

    @given(histories(3, most=40))
    def test_once_everything_has_arrived_all_devices_show_the_same(
        self, history: list[Step]
    ) -> None:
        with world(3, history) as made:
            everything = made.everything()
            for journal in made.journals:
                for other in made.journals:
                    unite(journal, other.versions())
            for journal in made.journals:  # once more: the first did not see what came later
                for other in made.journals:
                    unite(journal, other.versions())
            pictures = [picture(journal) for journal in made.journals]
            assert pictures[0] == pictures[1] == pictures[2]
            for journal in made.journals:
                assert {one.version_id: one for one in journal.versions()} == everything

    @given(histories(2), st.randoms(use_true_random=False))
    def test_one_by_one_in_any_order_is_the_same_as_all_at_once(
        self, history: list[Step], chance: object
    ) -> None:
        one, other = parts_of(history, 2)
        everything = [*one, *other]
        mixed = list(everything)
        chance.shuffle(mixed)  # type: ignore[attr-defined]
        assert united(*([version] for version in mixed)) == united(everything)

    @given(histories(2))
    def test_the_preview_is_what_comes(self, history: list[Step]) -> None:
        with world(2, history) as made:
            here, other = made.journals
            before, forks = picture(here), len(here.forks())
            theirs = brought(other.versions())

            told = here.preview(theirs)

            assert picture(here) == before
            assert here.unite(theirs) == told
            assert told.new + told.known == len(theirs.versions)
            assert told.before == sum(dict(before[-1]).values())
            assert told.after == sum(here.count().records.values())
            assert len(here.forks()) <= forks + told.forks

    @given(histories(2))
    def test_a_settled_fork_is_settled_everywhere(self, history: list[Step]) -> None:
        with world(2, history) as made:
            here, other = made.journals
            unite(here, other.versions())
            for fork in here.forks():
                kept = fork.others[0]
                here.settle(fork, kept.version_id)
                shown = here.history(fork.record_id)[-1]
                assert (shown.record, shown.deleted) == (kept.record, kept.deleted)
            assert here.forks() == []

            unite(other, here.versions())

            assert picture(other) == picture(here)


# -- versions such as no program of ours would write ---------------------------------------------

NAMES = st.sampled_from("abcdef")


def strange_versions() -> st.SearchStrategy[list[Version]]:
    """Parents that are missing, are younger, or each other's; counters that are equal."""
    one = st.builds(
        Version,
        version_id=st.uuids().map(lambda made: made.hex),
        record_id=NAMES,
        parent=st.none() | NAMES,
        kind=st.just("pain"),
        device=st.sampled_from(("one", "two")),
        counter=st.integers(1, 4),
        written_at=st.just("2026-03-04T06:30:00.000000+00:00"),
        offset_minutes=st.sampled_from((0, 60)),
        day=st.sampled_from(("2026-03-04", "2026-03-05")),
        deleted=st.sampled_from((0, 0, 1)),
        body=st.integers(0, 10).map(
            lambda nrs: f'{{"nrs":{nrs},"at":"2026-03-04T07:30:00+01:00","source":"today"}}'
        ),
    )
    return st.lists(one, max_size=12).flatmap(_with_parents)


def _with_parents(versions: list[Version]) -> st.SearchStrategy[list[Version]]:
    """Let some of them follow another of the same record, in whatever direction."""
    if not versions:
        return st.just(versions)

    def joined(picks: list[int]) -> list[Version]:
        found = []
        for version, pick in zip(versions, picks, strict=True):
            parent = versions[pick % len(versions)]
            follows = parent.record_id == version.record_id and parent is not version
            found.append(replace(version, parent=parent.version_id) if follows else version)
        return found

    picks = st.lists(st.integers(0, 50), min_size=len(versions), max_size=len(versions))
    return picks.map(joined)


class TestStrangeVersions:
    @given(strange_versions(), st.integers(0, 12))
    def test_the_order_does_not_matter(self, versions: list[Version], cut: int) -> None:
        one, other = versions[:cut], versions[cut:]
        assert united(one, other) == united(other, one) == united([*other, *one], one)

    @given(strange_versions())
    def test_each_record_shows_the_greatest(self, versions: list[Version]) -> None:
        with a_folder() as folder:
            path = folder / "journal.sqlite3"
            with Journal.open(path, ManualClock()) as journal:
                unite(journal, versions)
                for name in {version.record_id for version in versions}:
                    own = [version for version in versions if version.record_id == name]
                    newest = max(own, key=lambda v: (v.counter, v.device, v.version_id))
                    found = journal.get(name)
                    assert (found is None) == bool(newest.deleted)
                    assert found is None or found.version_id == newest.version_id
