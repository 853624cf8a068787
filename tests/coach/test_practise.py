"""A practised session: what is on record after each thing that happens."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from recovery_coach.coach.practise import Practice, place_in_words
from recovery_coach.journal import Journal, PainEntry, SessionRecord
from recovery_coach.session.events import CueDue, Event, SegmentEntered, SegmentLeft
from recovery_coach.session.states import State
from recovery_coach.timeline.model import Options
from tests import factories
from tests.coach.practising import AT_ONCE, PACK_UP, PLANK, SIDES, SQUAT, Failing, Practised
from tests.fakes import ManualClock

# -- the beginning ---------------------------------------------------------------------------


def test_nothing_is_on_record_before_it_begins(clock: ManualClock, journal: Journal):
    Practised(clock, journal, PLANK)
    assert journal.latest(SessionRecord, 1) == []


def test_the_session_is_on_record_as_soon_as_it_begins(clock: ManualClock, journal: Journal):
    done = Practised(clock, journal, PLANK, SQUAT)
    began = clock.now()
    done.practice.start()
    record = done.record
    assert record.state == "running"
    assert record.started_at == began
    assert record.ended_at is None
    assert (record.routine, record.routine_name) == ("test_routine", "Test routine")
    assert (record.steps_total, record.segments_total) == (2, 4)
    assert record.planned_seconds == 5 + 20 + 8 + 20
    assert json.loads(record.options) == {
        "get_ready": 5.0,
        "switch": 5.0,
        "transition": 8.0,
        "count_aloud": "all",
    }


def test_from_its_first_write_on_it_can_be_taken_up_again(
    clock: ManualClock, journal: Journal, monkeypatch: pytest.MonkeyPatch
):
    done = Practised(clock, journal, PLANK)
    write = journal.write

    def look_after_each(*arguments: Any, **named: Any) -> Any:
        result = write(*arguments, **named)
        assert done.record.state == "running"
        assert done.checkpoint is not None
        return result

    monkeypatch.setattr(journal, "write", look_after_each)
    done.practice.start()


def test_without_a_journal_it_plays_all_the_same(clock: ManualClock):
    done = Practised(clock, None, PLANK)
    done.practice.start()
    done.practice.give_before(3)
    done.pass_time(30)
    assert done.practice.player.state is State.FINISHED
    assert done.practice.sets_done == 1


# -- what was done ---------------------------------------------------------------------------


def test_a_set_is_on_record_when_it_is_over(clock: ManualClock, journal: Journal):
    done = Practised(clock, journal, SIDES)
    done.practice.start()
    done.pass_time(5 + 12)
    (entry,) = journal.sets_of(done.practice.session_id)
    record = entry.record
    assert (record.segment, record.side, record.outcome) == (1, "left", "done")
    assert record.seconds == pytest.approx(12)
    assert record.reps_done is None
    assert record.exercise_name == "Side plank"


def test_repetitions_are_counted(clock: ManualClock, journal: Journal):
    done = Practised(clock, journal, SQUAT)
    done.practice.start()
    done.pass_time(5 + 9)
    done.practice.stop("had enough")
    (entry,) = journal.sets_of(done.practice.session_id)
    assert (entry.record.reps_done, entry.record.reps_planned) == (2, 5)
    assert entry.record.outcome == "partial"
    assert done.record.stop_reason == "had enough"


def test_a_finished_session_is_closed(clock: ManualClock, journal: Journal):
    done = Practised(clock, journal, SIDES)
    done.practice.start()
    done.pass_time(40)
    assert done.record.state == "finished"
    assert done.record.ended_at is not None
    assert done.record.active_seconds == pytest.approx(24)
    assert done.sets == [(1, "done"), (3, "done")]
    assert done.checkpoint is None


def test_a_stopped_session_keeps_what_was_done(clock: ManualClock, journal: Journal):
    done = Practised(clock, journal, SIDES)
    done.practice.start()
    done.pass_time(5 + 12 + 5 + 4)
    done.practice.stop()
    assert done.record.state == "stopped"
    assert done.sets == [(1, "done"), (3, "partial")]
    assert done.record.active_seconds == pytest.approx(16)
    assert done.checkpoint is None


def test_a_skipped_set_says_so(clock: ManualClock, journal: Journal):
    done = Practised(clock, journal, PLANK, SQUAT)
    done.practice.start()
    done.pass_time(10)
    done.practice.handle(done.practice.player.skip())
    assert done.sets == [(1, "skipped")]


def test_done_once_stays_done_though_one_goes_back(clock: ManualClock, journal: Journal):
    done = Practised(clock, journal, PLANK, SQUAT)
    done.practice.start()
    done.pass_time(26)
    done.practice.handle(done.practice.player.back())
    assert done.practice.player.segment.index == 1
    done.pass_time(3)
    done.practice.stop()
    assert done.sets == [(1, "done")]
    assert done.practice.sets_done == 1


def test_what_was_skipped_and_then_done_is_done(clock: ManualClock, journal: Journal):
    done = Practised(clock, journal, PLANK, SQUAT)
    done.practice.start()
    done.pass_time(6)
    done.practice.handle(done.practice.player.skip())
    done.practice.handle(done.practice.player.back())
    assert done.practice.player.segment.index == 1
    done.pass_time(20)
    assert done.sets == [(1, "done")]


def test_an_extended_hold_keeps_its_plan(clock: ManualClock, journal: Journal):
    done = Practised(clock, journal, PLANK)
    done.practice.start()
    done.pass_time(10)
    done.practice.handle(done.practice.player.extend(10))
    done.pass_time(30)
    (entry,) = journal.sets_of(done.practice.session_id)
    assert entry.record.planned_seconds == pytest.approx(20)
    assert entry.record.extended_seconds == pytest.approx(10)
    assert entry.record.seconds == pytest.approx(30)


def test_a_wait_is_done_when_the_person_says_so(clock: ManualClock, journal: Journal):
    done = Practised(clock, journal, PACK_UP, options=AT_ONCE)
    done.practice.start()
    done.pass_time(30)
    assert done.practice.player.state is State.WAITING
    done.practice.handle(done.practice.player.done())
    assert done.sets == [(0, "done")]
    assert done.record.state == "finished"
    assert done.record.active_seconds == pytest.approx(30)


def test_a_pause_is_a_checkpoint_and_counts_for_nothing(clock: ManualClock, journal: Journal):
    done = Practised(clock, journal, PLANK)
    done.practice.start()
    done.pass_time(10)
    done.practice.toggle_pause()
    checkpoint = done.checkpoint
    assert checkpoint is not None
    assert (checkpoint["segment"], checkpoint["position"]) == (1, pytest.approx(10))
    clock.advance(300)
    done.practice.toggle_pause()
    done.pass_time(3 + 15)
    assert done.record.state == "finished"
    assert done.record.active_seconds == pytest.approx(20)


def test_after_a_gap_the_key_to_pause_only_shows_the_pause(clock: ManualClock, journal: Journal):
    done = Practised(clock, journal, PLANK)
    done.practice.start()
    done.pass_time(6)
    clock.suspend(600)
    done.practice.toggle_pause()
    assert done.practice.player.state is State.PAUSED
    assert done.practice.player.position == pytest.approx(6)


def test_repetitions_and_halves_are_checkpoints(clock: ManualClock, journal: Journal):
    done = Practised(clock, journal, SQUAT, PLANK, options=AT_ONCE)
    done.practice.start()
    done.pass_time(8.5)
    assert done.checkpoint is not None
    assert done.checkpoint["reps"] == 2
    done.pass_time(22)
    assert done.checkpoint["segment"] == 1
    assert done.checkpoint["position"] == pytest.approx(30)


# -- the order of things ---------------------------------------------------------------------


def test_cues_come_before_the_record_and_what_is_shown_after_it(
    clock: ManualClock, journal: Journal
):
    done = Practised(clock, journal, PLANK, SQUAT)
    performed: list[tuple[Event, list[tuple[int, str]]]] = []
    shown: list[tuple[Event, list[tuple[int, str]]]] = []
    done.practice.perform(lambda events: performed.extend((e, done.sets) for e in events))
    done.practice.follow(lambda events: shown.extend((e, done.sets) for e in events))
    done.practice.start()
    done.pass_time(26)

    assert [event for event, _ in performed] == [event for event, _ in shown]
    (before,) = [sets for event, sets in performed if _is_end_of_plank(event)]
    (after,) = [sets for event, sets in shown if _is_end_of_plank(event)]
    assert before == []
    assert after == [(1, "done")]


def _is_end_of_plank(event: Event) -> bool:
    return isinstance(event, SegmentLeft) and event.segment.index == 1


def test_at_no_moment_is_the_place_ahead_of_what_is_on_record(
    clock: ManualClock, journal: Journal, monkeypatch: pytest.MonkeyPatch
):
    """A power cut between two writes must not lose the set that ended in between."""
    done = Practised(clock, journal, SQUAT, SIDES, SQUAT, options=AT_ONCE)
    performed = [s.index for s in done.practice.player.timeline.segments if s.performed]
    write = journal.write

    def look_after_each(*arguments: Any, **named: Any) -> Any:
        result = write(*arguments, **named)
        if done.checkpoint is not None:
            behind = [index for index in performed if index < done.checkpoint["segment"]]
            assert [index for index, _ in done.sets] == behind
        return result

    monkeypatch.setattr(journal, "write", look_after_each)
    done.practice.start()
    while not done.practice.player.ended:
        clock.advance(1.7)
        done.practice.tick()
    assert len(done.sets) == 4


def test_a_tick_in_which_nothing_happens_tells_nobody(clock: ManualClock, journal: Journal):
    done = Practised(clock, journal, PLANK)
    told: list[Sequence[Event]] = []
    done.practice.start()
    done.practice.follow(told.append)
    clock.advance(0.1)
    done.practice.tick()
    assert told == []


def test_every_cue_of_the_plan_is_performed_in_order(clock: ManualClock):
    done = Practised(clock, None, SIDES, SQUAT)
    told: list[Event] = []
    done.practice.perform(told.extend)
    done.practice.start()
    done.pass_time(80)
    planned = done.practice.player.timeline.segments
    assert [e.segment for e in told if isinstance(e, SegmentEntered)] == list(planned)
    assert [e.cue for e in told if isinstance(e, CueDue)] == [c for s in planned for c in s.cues]


# -- pain before and after -------------------------------------------------------------------


def test_the_number_at_the_start_is_an_entry_and_part_of_the_session(
    clock: ManualClock, journal: Journal
):
    done = Practised(clock, journal, PLANK)
    assert done.practice.asks_before
    done.practice.start()
    done.practice.give_before(4)
    assert not done.practice.asks_before
    assert done.record.pain_before == 4
    entry = journal.latest_pain()
    assert entry is not None
    assert (entry.record.nrs, entry.record.source) == (4, "before")
    assert entry.record.session == done.practice.session_id


@pytest.mark.parametrize(
    ("age", "asks"),
    [
        (timedelta(0), False),
        (timedelta(minutes=59), False),
        (timedelta(hours=1), True),
        (timedelta(minutes=-1), True),
    ],
    ids=["now", "under an hour", "an hour", "from a clock that was set back"],
)
def test_a_number_of_the_last_hour_is_not_asked_again(
    clock: ManualClock, journal: Journal, age: timedelta, asks: bool
):
    journal.append(PainEntry(nrs=2, at=clock.now() - age, source="today"))
    done = Practised(clock, journal, PLANK)
    assert done.practice.asks_before is asks
    done.practice.start()
    assert done.record.pain_before == (None if asks else 2)


def test_what_the_finish_page_knows_is_put_down(clock: ManualClock, journal: Journal):
    done = Practised(clock, journal, PLANK)
    done.practice.start()
    done.pass_time(30)
    done.practice.save_finish(1, 6, "easy")
    record = done.record
    assert (record.pain_after, record.effort, record.note) == (1, 6, "easy")
    assert record.state == "finished"
    entry = journal.latest_pain()
    assert entry is not None
    assert (entry.record.nrs, entry.record.source) == (1, "after")


def test_nothing_is_filled_in_that_was_not_given(clock: ManualClock, journal: Journal):
    done = Practised(clock, journal, PLANK)
    done.practice.start()
    done.pass_time(30)
    done.practice.save_finish(None, None, "only a word")
    assert (done.record.pain_before, done.record.pain_after, done.record.effort) == (None,) * 3
    assert journal.latest_pain() is None


# -- a journal that fails --------------------------------------------------------------------


def test_a_full_disk_does_not_stop_the_session_and_is_made_up_for(
    clock: ManualClock, journal: Journal
):
    failing = Failing(journal)
    done = Practised(clock, journal, SIDES, SQUAT)
    done.practice.start()
    failing.broken = True
    done.pass_time(5 + 12 + 5)
    assert done.practice.trouble is not None
    assert done.practice.trouble.reason == "full"
    assert done.practice.player.segment.index == 3
    assert done.practice.sets_done == 1
    assert done.sets == []

    failing.broken = False
    done.pass_time(12)
    assert done.practice.trouble is None
    assert done.sets == [(1, "done"), (3, "done")]


def test_an_end_that_could_not_be_written_is_written_with_the_finish_page(
    clock: ManualClock, journal: Journal
):
    failing = Failing(journal)
    done = Practised(clock, journal, PLANK)
    done.practice.start()
    failing.broken = True
    done.pass_time(30)
    assert done.practice.player.state is State.FINISHED
    assert done.record.state == "running"
    failing.broken = False
    done.practice.save_finish(2, None, "")
    assert done.record.state == "finished"
    assert done.sets == [(1, "done")]
    assert done.checkpoint is None


def test_a_journal_that_fails_from_the_start_gets_everything_later(
    clock: ManualClock, journal: Journal
):
    failing = Failing(journal)
    failing.broken = True
    done = Practised(clock, journal, PLANK, SQUAT)
    done.practice.start()
    done.practice.give_before(3)
    done.pass_time(20)
    failing.broken = False
    done.pass_time(6)
    assert done.record.pain_before == 3
    assert done.sets == [(1, "done")]


# -- words -----------------------------------------------------------------------------------


def test_a_place_in_words():
    timeline = factories.timeline(SIDES, options=Options(get_ready=0))
    assert place_in_words(timeline.segments[0], "Side plank") == "Side plank, left side"


def test_two_practices_are_two_sessions(clock: ManualClock, journal: Journal):
    first, second = (
        Practice(factories.routine(PLANK), factories.EXERCISES, clock, journal) for _ in range(2)
    )
    assert first.session_id != second.session_id
