"""Writing to the journal, and asking it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from recovery_coach.journal import (
    Change,
    Checkpoint,
    Journal,
    PainEntry,
    SessionRecord,
    SetRecord,
    Write,
)
from tests.fakes import ManualClock
from tests.journal.make import AT, BERLIN, hurt, one_set, pain, session


class TestOneRecord:
    def test_what_was_appended_is_there(self, journal: Journal, clock: ManualClock) -> None:
        entry = journal.append(pain(4))

        assert journal.get(entry.record_id) == entry
        assert entry.record == pain(4)
        assert entry.written_at == clock.now()
        assert entry.written_at.utcoffset() == clock.now().utcoffset()
        assert not entry.deleted

    def test_it_is_there_after_closing_and_opening(self, path: Path, clock: ManualClock) -> None:
        with Journal.open(path, clock) as journal:
            entry = journal.append(pain(4))
        with Journal.open(path, clock) as journal:
            assert journal.get(entry.record_id) == entry

    def test_an_id_may_be_given_once(self, journal: Journal) -> None:
        assert journal.append(session(), record_id="s1").record_id == "s1"
        with pytest.raises(ValueError, match="already"):
            journal.append(session(), record_id="s1")

    def test_a_revision_replaces_what_is_seen(self, journal: Journal) -> None:
        first = journal.append(pain(4))
        second = journal.revise(first.record_id, pain(6, note="after sitting"))

        assert second.record_id == first.record_id
        assert journal.get(first.record_id) == second
        assert journal.latest(PainEntry, 10) == [second]

    def test_a_revision_needs_a_record_of_the_same_kind(self, journal: Journal) -> None:
        first = journal.append(pain(4))
        with pytest.raises(KeyError):
            journal.revise("nobody", pain(4))
        with pytest.raises(ValueError, match="is a pain"):
            journal.revise(first.record_id, session())
        assert journal.history(first.record_id) == [first]

    def test_a_deleted_record_is_not_seen_but_kept(self, journal: Journal) -> None:
        first = journal.append(pain(4))
        gone = journal.delete(first.record_id)

        assert gone.deleted
        assert gone.record == first.record
        assert journal.get(first.record_id) is None
        assert journal.latest(PainEntry, 10) == []
        assert journal.on_day(PainEntry, first.day) == []
        assert journal.history(first.record_id) == [first, gone]

    def test_deleting_what_is_not_there_is_a_key_error(self, journal: Journal) -> None:
        with pytest.raises(KeyError):
            journal.delete("nobody")

    def test_history_has_every_version_in_order(self, journal: Journal) -> None:
        first = journal.append(pain(4))
        versions = [first, *(journal.revise(first.record_id, pain(n)) for n in (5, 6, 7))]

        assert journal.history(first.record_id) == versions
        assert journal.history("nobody") == []


class TestUndo:
    def test_undoing_a_revision_puts_the_earlier_record_back(self, journal: Journal) -> None:
        first = journal.append(pain(4), day=date(2026, 5, 1))
        second = journal.revise(first.record_id, pain(6))

        undone = journal.undo(second.version_id)

        assert undone is not None
        assert (undone.record, undone.day) == (first.record, first.day)
        assert journal.get(first.record_id) == undone
        assert len(journal.history(first.record_id)) == 3

    def test_undoing_the_first_version_deletes(self, journal: Journal) -> None:
        first = journal.append(pain(4))

        undone = journal.undo(first.version_id)

        assert undone is not None
        assert undone.deleted
        assert journal.get(first.record_id) is None

    def test_undoing_a_deletion_brings_the_record_back(self, journal: Journal) -> None:
        first = journal.append(pain(4))

        undone = journal.undo(journal.delete(first.record_id).version_id)

        assert undone is not None
        assert not undone.deleted
        assert journal.latest(PainEntry, 1) == [undone]

    def test_undoing_an_undo_does_it_again(self, journal: Journal) -> None:
        first = journal.append(pain(4))
        second = journal.revise(first.record_id, pain(6))
        undone = journal.undo(second.version_id)
        assert undone is not None

        again = journal.undo(undone.version_id)

        assert again is not None
        assert again.record == second.record

    def test_only_the_newest_version_can_be_undone(self, journal: Journal) -> None:
        first = journal.append(pain(4))
        journal.revise(first.record_id, pain(6))

        assert journal.undo(first.version_id) is None
        assert journal.undo("nothing") is None
        assert len(journal.history(first.record_id)) == 2


class TestDays:
    def test_a_late_evening_stays_on_its_own_day(self, journal: Journal) -> None:
        late = datetime(2026, 5, 4, 23, 30, tzinfo=BERLIN)
        after_midnight = datetime(2026, 5, 5, 0, 30, tzinfo=BERLIN)

        first = journal.append(pain(4, at=late))
        second = journal.append(pain(5, at=after_midnight))

        assert late.astimezone(UTC).date() == after_midnight.astimezone(UTC).date()
        assert journal.on_day(PainEntry, date(2026, 5, 4)) == [first]
        assert journal.on_day(PainEntry, date(2026, 5, 5)) == [second]

    def test_a_day_may_be_given(self, journal: Journal) -> None:
        entry = journal.append(pain(4), day=date(2026, 5, 1))

        assert journal.on_day(PainEntry, date(2026, 5, 1)) == [entry]

    def test_a_given_day_stays_unless_the_moment_is_changed(self, journal: Journal) -> None:
        entry = journal.append(pain(4), day=date(2026, 5, 1))

        assert journal.revise(entry.record_id, pain(5)).day == date(2026, 5, 1)
        moved = journal.revise(entry.record_id, pain(5, at=AT + timedelta(days=1)))
        assert moved.day == date(2026, 5, 5)
        chosen = journal.revise(entry.record_id, pain(5), day=date(2026, 5, 2))
        assert chosen.day == date(2026, 5, 2)

    def test_between_has_both_its_ends_and_the_order_of_time(self, journal: Journal) -> None:
        entries = [journal.append(pain(4, at=AT + timedelta(days=n))) for n in (3, 0, 1, 2)]

        found = journal.between(PainEntry, date(2026, 5, 5), date(2026, 5, 7))

        assert found == [entries[2], entries[3], entries[0]]


class TestQuestions:
    def test_latest_goes_by_the_moment_not_by_the_writing(self, journal: Journal) -> None:
        newer = journal.append(pain(4, at=AT))
        older = journal.append(pain(5, at=AT - timedelta(days=1)))

        assert journal.latest(PainEntry, 2) == [newer, older]
        assert journal.latest(PainEntry, 1) == [newer]
        assert journal.latest_pain() == newer

    def test_latest_compares_moments_across_offsets(self, journal: Journal) -> None:
        first = journal.append(pain(1, at=datetime(2026, 5, 4, 12, 30, tzinfo=BERLIN)))
        second = journal.append(pain(2, at=datetime(2026, 5, 4, 11, 0, tzinfo=UTC)))

        assert journal.latest(PainEntry, 2) == [second, first]

    def test_of_one_moment_the_one_written_last_comes_first(self, journal: Journal) -> None:
        entries = [journal.append(pain(n)) for n in range(4)]

        assert journal.latest(PainEntry, 4) == entries[::-1]

    def test_when_it_hurt_is_told_by_any_number_above_0_and_any_place(
        self, journal: Journal
    ) -> None:
        told = (
            {"nrs": 0},
            {"nrs": None, "regions": ("si_L",)},
            {"nrs": None, "leg_nrs": 1},
            {"nrs": 0, "worst_nrs": 2},
            {"nrs": None, "stress": 9},
            {"nrs": 3},
        )
        for hours, fields in enumerate(told):
            journal.append(pain(at=AT + timedelta(hours=hours), **fields))

        found = journal.when_it_hurt(AT, timedelta(0))
        assert found == [AT + timedelta(hours=hours) for hours in (1, 2, 3, 5)]
        assert journal.when_it_hurt(AT + timedelta(hours=2), timedelta(0)) == found[2:]

    def test_of_when_it_hurt_only_the_gaps_are_told(self, journal: Journal) -> None:
        days = (1, 2, 3, 4, 6, 20, 21, 22)
        for day in days:
            journal.append(pain(at=AT + timedelta(days=day)))

        found = journal.when_it_hurt(AT, timedelta(days=3))
        assert found == [AT + timedelta(days=day) for day in (3, 6, 20, 22)]

    def test_a_damaged_body_does_not_say_that_it_hurt(self, journal: Journal) -> None:
        journal.append(pain(4))
        with closing(sqlite3.connect(journal.path)) as connection, connection:
            connection.execute("DROP TRIGGER version_is_not_changed")
            connection.execute("UPDATE version SET body = '{'")

        assert journal.when_it_hurt(AT - timedelta(days=1), timedelta(days=30)) == []

    def test_latest_pages_back(self, journal: Journal) -> None:
        entries = [journal.append(pain(4, at=AT + timedelta(hours=n))) for n in range(5)]

        first = journal.latest(PainEntry, 2)
        second = journal.latest(PainEntry, 2, before=first[-1].record.at)

        assert first == [entries[4], entries[3]]
        assert second == [entries[2], entries[1]]

    def test_an_empty_journal_answers(self, journal: Journal) -> None:
        assert journal.is_empty()
        assert journal.latest_pain() is None
        assert journal.latest(SessionRecord, 5) == []
        assert journal.last_used() == {}
        assert journal.checkpoints() == []
        assert journal.get("nobody") is None

    def test_the_sets_and_hurts_of_a_session(self, journal: Journal) -> None:
        third = journal.append(one_set("s1", 2))
        first = journal.append(one_set("s1", 0))
        journal.append(one_set("s2", 1))
        pinch = journal.append(hurt("s1", 2))
        removed = journal.append(one_set("s1", 1))
        journal.delete(removed.record_id)

        assert journal.sets_of("s1") == [first, third]
        assert journal.hurts_of("s1") == [pinch]
        assert journal.hurts_of("s2") == []

    def test_the_numbers_of_a_session(self, journal: Journal) -> None:
        journal.append(pain(9))
        after = journal.append(pain(2, source="after", session="s", at=AT + timedelta(hours=1)))
        before = journal.append(pain(4, source="before", session="s"))
        gone = journal.append(pain(5, source="before", session="s"))
        journal.delete(gone.record_id)
        journal.append(one_set("s"))
        assert journal.numbers_of("s") == [before, after]

    def test_when_each_routine_was_last_begun(self, journal: Journal) -> None:
        journal.append(session("warmup", started_at=AT))
        journal.append(session("warmup", started_at=AT - timedelta(days=3)))
        journal.append(session("core", started_at=AT + timedelta(days=1)))
        mistaken = journal.append(session("core", started_at=AT + timedelta(days=2)))
        journal.delete(mistaken.record_id)

        assert journal.last_used() == {"warmup": AT, "core": AT + timedelta(days=1)}
        assert journal.last_used()["warmup"].utcoffset() == timedelta(hours=2)


class TestWriteTogether:
    def test_records_and_checkpoint_go_in_together(self, journal: Journal) -> None:
        entries = journal.write(
            [
                Write(record=session(), record_id="s1"),
                Write(record=one_set("s1"), day=date(2026, 5, 1)),
            ],
            Checkpoint("s1", {"segment": 1}),
        )

        assert journal.get("s1") == entries[0]
        assert journal.sets_of("s1") == entries[1:]
        assert entries[1].day == date(2026, 5, 1)
        assert journal.checkpoints() == [("s1", {"segment": 1})]

    def test_a_known_id_gets_a_new_version(self, journal: Journal) -> None:
        first = journal.append(session(), record_id="s1")
        (second,) = journal.write(
            [Write(record=session(state="finished"), record_id="s1")], Checkpoint("s1", None)
        )

        assert journal.history("s1") == [first, second]
        assert journal.undo(second.version_id) is not None

    def test_all_or_nothing(self, journal: Journal) -> None:
        bad = one_set("s1", seconds=float("inf"))
        with pytest.raises(ValueError, match="JSON"):
            journal.write(
                [Write(record=session(), record_id="s1"), Write(record=bad)],
                Checkpoint("s1", {"segment": 1}),
            )

        assert journal.get("s1") is None
        assert journal.checkpoints() == []
        assert journal.append(session(), record_id="s1").record_id == "s1"


class TestTogether:
    def test_all_writes_of_a_block_are_told_at_its_end(self, journal: Journal) -> None:
        told: list[Change] = []
        journal.on_change(told.append)
        with journal.together():
            first = journal.append(pain(4))
            second = journal.write([Write(record=pain(5))])[0]
            journal.delete(first.record_id)
            assert told == []
        (change,) = told
        assert change.record_ids == (first.record_id, second.record_id)
        assert journal.latest(PainEntry, 9) == [second]

    def test_an_error_takes_all_of_it_back(self, path: Path, clock: ManualClock) -> None:
        with Journal.open(path, clock) as journal:
            told: list[Change] = []
            journal.on_change(told.append)
            with pytest.raises(KeyError), journal.together():
                journal.delete(journal.append(pain(4)).record_id + "?")
            assert told == []
            assert journal.is_empty()
            journal.append(pain(5))
        with Journal.open(path, clock) as journal:
            assert [one.record.nrs for one in journal.latest(PainEntry, 9)] == [5]

    def test_other_ids_may_be_given(self, path: Path, clock: ManualClock) -> None:
        numbers = iter(range(99))
        with Journal.open(path, clock, ids=lambda: f"id-{next(numbers)}") as journal:
            entry = journal.append(pain(4))
        assert (entry.record_id, entry.version_id) == ("id-1", "id-2")  # the first is the device's


class TestCheckpoints:
    def test_a_checkpoint_is_overwritten_and_forgotten(self, journal: Journal) -> None:
        journal.save_checkpoint("s1", {"segment": 1, "rep": 3})
        journal.save_checkpoint("s1", {"segment": 1, "rep": 4})
        assert journal.checkpoints() == [("s1", {"segment": 1, "rep": 4})]

        journal.clear_checkpoint("s1")
        assert journal.checkpoints() == []
        journal.clear_checkpoint("s1")

    def test_the_one_written_last_comes_first(self, journal: Journal, clock: ManualClock) -> None:
        for name in ("b", "a", "c"):
            journal.save_checkpoint(name, {})
            clock.advance(1)

        assert [name for name, _ in journal.checkpoints()] == ["c", "a", "b"]

    def test_checkpoints_are_no_history(self, journal: Journal, path: Path) -> None:
        heard: list[Change] = []
        journal.on_change(heard.append)
        journal.save_checkpoint("s1", {"segment": 1})

        assert heard == []
        assert journal.history("s1") == []


class TestChanges:
    def test_every_write_says_what_it_changed(self, journal: Journal) -> None:
        heard: list[Change] = []
        journal.on_change(heard.append)

        first = journal.append(pain(4))
        second = journal.revise(first.record_id, pain(5))
        journal.undo(second.version_id)
        journal.delete(first.record_id)
        sets = journal.write([Write(record=session(), record_id="s1"), Write(record=one_set("s1"))])

        assert heard[:4] == [Change(frozenset({"pain"}), (first.record_id,))] * 4
        assert heard[4:] == [Change(frozenset({"session", "set"}), ("s1", sets[1].record_id))]

    def test_a_write_that_failed_says_nothing(self, journal: Journal) -> None:
        heard: list[Change] = []
        journal.on_change(heard.append)
        with pytest.raises(KeyError):
            journal.delete("nobody")
        journal.undo("nothing")

        assert heard == []

    def test_a_listener_hears_of_what_can_be_read_already(self, journal: Journal) -> None:
        seen: list[object] = []
        journal.on_change(lambda change: seen.append(journal.get(change.record_ids[0])))

        assert [journal.append(pain(4))] == seen

    def test_a_listener_may_leave_even_while_it_is_told(self, journal: Journal) -> None:
        heard: list[str] = []

        def once(change: Change) -> None:
            heard.append("once")
            stop()
            stop()

        stop = journal.on_change(once)
        journal.on_change(lambda change: heard.append("always"))
        journal.append(pain(4))
        journal.append(pain(5))

        assert heard == ["once", "always", "always"]

    def test_a_write_of_another_connection_is_noticed_once(
        self, journal: Journal, path: Path, clock: ManualClock
    ) -> None:
        with Journal.open(path, clock) as other:
            assert not journal.changed_elsewhere()
            journal.append(pain(4))
            assert not journal.changed_elsewhere()

            entry = other.append(pain(5))

            assert journal.changed_elsewhere()
            assert not journal.changed_elsewhere()
            assert journal.get(entry.record_id) == entry


def test_a_record_is_flat_data_to_copy_and_change(journal: Journal) -> None:
    entry = journal.append(one_set("s1"))

    journal.revise(entry.record_id, replace(entry.record, outcome="hurt"))

    (found,) = journal.sets_of("s1")
    assert found.record.outcome == "hurt"
    assert isinstance(found.record, SetRecord)
