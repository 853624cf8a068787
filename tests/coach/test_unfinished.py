"""A session that ended without its end: going on, keeping, discarding."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from recovery_coach.coach import unfinished
from recovery_coach.coach.practise import session_lock
from recovery_coach.coach.unfinished import Unfinished, find_unfinished
from recovery_coach.journal import Checkpoint, Journal, SessionRecord
from recovery_coach.session.states import State
from tests.coach.practising import SIDES, SQUAT, Practised
from tests.factories import EXERCISES
from tests.fakes import ManualClock


def interrupt(clock: ManualClock, journal: Journal, seconds: float) -> Practised:
    """A session of two exercises that died after ``seconds``.

    Segments: 0 get ready (5 s), 1 left (12 s), 2 switch (5 s), 3 right (12 s), 4 transition (8 s),
    5 five squats of 4 s.
    """
    done = Practised(clock, journal, SIDES, SQUAT)
    done.practice.start()
    done.practice.give_before(3)
    done.pass_time(seconds)
    return done


def found(journal: Journal, clock: ManualClock) -> Unfinished:
    result = find_unfinished(journal, EXERCISES)
    assert result is not None
    return result


def session(journal: Journal, identifier: str) -> SessionRecord:
    entry = journal.get(identifier)
    assert entry is not None
    assert isinstance(entry.record, SessionRecord)
    return entry.record


# -- finding ---------------------------------------------------------------------------------


def test_there_is_none_in_a_new_journal(clock: ManualClock, journal: Journal):
    assert find_unfinished(journal, EXERCISES) is None


def test_a_finished_or_stopped_session_is_not_offered(clock: ManualClock, journal: Journal):
    interrupt(clock, journal, 70)
    interrupt(clock, journal, 10).practice.stop()
    assert find_unfinished(journal, EXERCISES) is None


def test_an_interrupted_one_is_found_with_its_place(clock: ManualClock, journal: Journal):
    done = interrupt(clock, journal, 5 + 12 + 5 + 7)
    result = found(journal, clock)
    assert result.session_id == done.practice.session_id
    assert result.segment == 3
    assert result.place == "Side plank, right side"
    assert result.record.pain_before == 3


def test_the_latest_of_several_is_offered_first(clock: ManualClock, journal: Journal):
    older = interrupt(clock, journal, 10)
    clock.advance(3600)
    newer = interrupt(clock, journal, 10)
    first = found(journal, clock)
    assert first.session_id == newer.practice.session_id
    unfinished.keep(first, journal, clock)
    assert found(journal, clock).session_id == older.practice.session_id


def put_checkpoint(journal: Journal, session_id: str, **changes: object) -> None:
    where = dict(journal.checkpoints())[session_id]
    journal.save_checkpoint(session_id, {**where, **changes})


HOLDER = """
import sys
from pathlib import Path
from recovery_coach.base.lock import ProcessLock
lock = ProcessLock(Path(sys.argv[1]))
print(lock.acquire(), flush=True)
sys.stdin.read()
"""


@contextmanager
def another_process_practises(path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that holds a session's lock until it is told to end, or killed."""
    path.unlink(missing_ok=True)  # what this process held itself: as if it had ended
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "True\n"
        yield process


def test_one_that_another_process_practises_is_not_offered(clock: ManualClock, journal: Journal):
    done = interrupt(clock, journal, 10)
    lock = session_lock(journal, done.practice.session_id)
    with another_process_practises(lock.path):
        assert find_unfinished(journal, EXERCISES) is None
    assert found(journal, clock).session_id == done.practice.session_id


def test_one_whose_process_was_killed_is_offered_at_once(clock: ManualClock, journal: Journal):
    # Also while nobody has fetched the dead process, whose number still answers.
    done = interrupt(clock, journal, 10)
    lock = session_lock(journal, done.practice.session_id)
    with another_process_practises(lock.path) as process:
        os.kill(process.pid, signal.SIGKILL)
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        assert found(journal, clock).session_id == done.practice.session_id


def test_a_session_that_ended_leaves_no_lock_behind(clock: ManualClock, journal: Journal):
    done = interrupt(clock, journal, 10)
    lock = session_lock(journal, done.practice.session_id)
    assert lock.path.exists()
    done.practice.stop()
    assert not lock.path.exists()


def test_a_checkpoint_without_a_session_is_left_alone(clock: ManualClock, journal: Journal):
    journal.write((), Checkpoint("nobody", {"segment": 1}))
    assert find_unfinished(journal, EXERCISES) is None


# -- going on --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seconds", "segment"),
    [(2, 0), (10, 0), (19, 2), (5 + 12 + 5 + 7, 2), (36, 4), (50, 4)],
    ids=["get ready", "left", "switch", "right", "transition", "squats"],
)
def test_it_goes_on_with_the_preparation_of_what_was_under_way(
    clock: ManualClock, journal: Journal, seconds: float, segment: int
):
    interrupt(clock, journal, seconds)
    _, at = unfinished.go_on(found(journal, clock), EXERCISES, clock, journal)
    assert at == segment


def test_gone_on_with_it_is_the_same_session(clock: ManualClock, journal: Journal):
    done = interrupt(clock, journal, 5 + 12 + 5 + 7)
    clock.advance(600)
    practice, at = unfinished.go_on(found(journal, clock), EXERCISES, clock, journal)
    assert practice.session_id == done.practice.session_id
    assert practice.pain_before == 3
    practice.start(at)
    done.practice = practice
    done.pass_time(5 + 12 + 8 + 20)
    assert practice.player.state is State.FINISHED
    assert done.sets == [(1, "done"), (3, "done"), (5, "done")]
    record = session(journal, practice.session_id)
    assert record.state == "finished"
    assert record.active_seconds == pytest.approx(12 + 12 + 20)
    assert find_unfinished(journal, EXERCISES) is None


def test_done_before_stays_done_after(clock: ManualClock, journal: Journal):
    done = interrupt(clock, journal, 19)
    practice, _ = unfinished.go_on(found(journal, clock), EXERCISES, clock, journal)
    practice.start(0)
    done.practice = practice
    done.pass_time(7)
    practice.stop()
    assert done.sets == [(1, "done")]
    assert practice.sets_done == 1


def test_it_may_be_interrupted_again(clock: ManualClock, journal: Journal):
    done = interrupt(clock, journal, 19)
    practice, at = unfinished.go_on(found(journal, clock), EXERCISES, clock, journal)
    practice.start(at)
    done.practice = practice
    done.pass_time(5 + 12 + 8 + 9)
    again = found(journal, clock)
    assert again.session_id == practice.session_id
    assert again.segment == 5
    unfinished.keep(again, journal, clock)
    assert done.sets == [(1, "done"), (3, "done"), (5, "partial")]


def test_it_goes_on_faster_if_asked(clock: ManualClock, journal: Journal):
    done = interrupt(clock, journal, 2)
    practice, at = unfinished.go_on(found(journal, clock), EXERCISES, clock, journal, speed=4)
    practice.start(at)
    done.practice = practice
    done.pass_time(2)
    assert practice.player.position == pytest.approx(8)


def test_a_routine_whose_exercise_is_gone_can_be_kept_but_not_gone_on_with(
    clock: ManualClock, journal: Journal
):
    interrupt(clock, journal, 10)
    rest = {name: e for name, e in EXERCISES.items() if name != "squat"}
    result = find_unfinished(journal, rest)
    assert result is not None
    assert result.timeline is None
    assert result.place == "Test routine"
    with pytest.raises(ValueError, match="cannot be gone on"):
        unfinished.go_on(result, rest, clock, journal)
    unfinished.keep(result, journal, clock)
    assert session(journal, result.session_id).state == "kept"


@pytest.mark.parametrize(
    "damage",
    [
        {"segment": 999},
        {"segment": -4},
        {"segment": "three"},
        {"segment": True},
        {"done": "nonsense"},
        {"done": {"one": "done", "1": "done"}},
        {"active": "much", "played": None, "reps": -2},
        {"position": None},
        {"eased": "nonsense"},
        {"eased": [3, ["three", "plank"], [1], [1, 2, 3], None]},
    ],
    ids=str,
)
def test_a_damaged_checkpoint_is_still_offered(
    clock: ManualClock, journal: Journal, damage: dict[str, object]
):
    done = interrupt(clock, journal, 10)
    put_checkpoint(journal, done.practice.session_id, **damage)
    result = found(journal, clock)
    practice, at = unfinished.go_on(result, EXERCISES, clock, journal)
    practice.start(at)
    practice.stop()
    assert session(journal, result.session_id).state == "stopped"


# -- after something was made easier ---------------------------------------------------------


def ease(clock: ManualClock, journal: Journal, seconds: float) -> Practised:
    """On the second side of the side plank it hurt; ``seconds`` after that the session died.

    Segments: 3 the side plank that was broken off, 4 transition (8 s), 5 on the knees (6 s),
    6 transition, 7 squats.
    """
    done = interrupt(clock, journal, 5 + 12 + 5 + 4)
    done.practice.hurt()
    done.practice.answer_hurt(3, "none", ("lowback_L",))
    done.practice.leave_hurt("easier")
    done.pass_time(seconds)
    return done


@pytest.mark.parametrize(
    ("seconds", "segment", "begins"),
    [(0, 4, 4), (3 + 9, 5, 4), (3 + 8 + 6 + 2, 6, 6), (3 + 8 + 6 + 8 + 3, 7, 6)],
    ids=["at once", "easier", "transition", "squats"],
)
def test_the_easier_session_comes_back(
    clock: ManualClock, journal: Journal, seconds: float, segment: int, begins: int
):
    done = ease(clock, journal, seconds)
    result = found(journal, clock)
    assert result.timeline == done.practice.player.timeline
    assert result.segment == segment
    practice, at = unfinished.go_on(result, EXERCISES, clock, journal)
    assert at == begins
    assert practice.player.timeline == done.practice.player.timeline


def test_its_place_is_told_with_the_easier_name(clock: ManualClock, journal: Journal):
    ease(clock, journal, 3 + 8 + 2)
    assert found(journal, clock).place == "Side plank knees, right side"


def test_gone_on_with_it_is_the_same_session_and_knows_what_hurt(
    clock: ManualClock, journal: Journal
):
    done = ease(clock, journal, 3 + 8 + 2)
    practice, at = unfinished.go_on(found(journal, clock), EXERCISES, clock, journal)
    assert [hurt.regions for hurt in practice.hurts] == [("lowback_L",)]
    practice.start(at)
    done.practice = practice
    done.pass_time(8 + 6 + 8 + 20)
    assert practice.player.state is State.FINISHED
    assert done.sets == [(1, "done"), (3, "hurt"), (7, "done"), (5, "done")]
    assert (practice.sets_done, practice.sets_planned) == (3, 3)


def test_it_may_be_interrupted_and_gone_on_with_again(clock: ManualClock, journal: Journal):
    done = ease(clock, journal, 3 + 8 + 2)
    practice, at = unfinished.go_on(found(journal, clock), EXERCISES, clock, journal)
    practice.start(at)
    done.practice = practice
    done.pass_time(4)
    assert found(journal, clock).timeline == practice.player.timeline


def test_kept_the_easier_set_under_way_is_on_record_as_what_it_was(
    clock: ManualClock, journal: Journal
):
    done = ease(clock, journal, 3 + 8 + 4)
    done.practice.toggle_pause()  # a hold this short has no other moment that is written
    unfinished.keep(found(journal, clock), journal, clock)
    assert done.sets == [(1, "done"), (3, "hurt"), (7, "partial")]
    partial = journal.sets_of(done.practice.session_id)[-1].record
    assert (partial.exercise, partial.exercise_name) == ("side_plank_knees", "Side plank knees")
    assert (partial.side, partial.set, partial.step) == ("right", 1, 0)


def test_without_the_easier_exercise_it_can_only_be_kept(clock: ManualClock, journal: Journal):
    ease(clock, journal, 0)
    rest = {name: e for name, e in EXERCISES.items() if name != "side_plank_knees"}
    result = find_unfinished(journal, rest)
    assert result is not None
    assert result.timeline is None


# -- keeping ---------------------------------------------------------------------------------


def test_keeping_closes_it_with_the_set_under_way(clock: ManualClock, journal: Journal):
    done = interrupt(clock, journal, 5 + 12 + 5 + 12 + 8 + 9)
    unfinished.keep(found(journal, clock), journal, clock)
    assert done.sets == [(1, "done"), (3, "done"), (5, "partial")]
    record = session(journal, done.practice.session_id)
    assert record.state == "kept"
    assert record.ended_at == clock.now()
    # The checkpoint was written with the second squat, eight seconds into the set.
    assert record.active_seconds == pytest.approx(12 + 12 + 8)
    partial = journal.sets_of(done.practice.session_id)[-1].record
    assert (partial.reps_done, partial.reps_planned) == (2, 5)
    assert find_unfinished(journal, EXERCISES) is None


def test_a_pause_before_the_next_set_is_no_activity(clock: ManualClock, journal: Journal):
    done = interrupt(clock, journal, 19)
    done.practice.toggle_pause()
    unfinished.keep(found(journal, clock), journal, clock)
    assert session(journal, done.practice.session_id).active_seconds == pytest.approx(12)
    assert done.sets == [(1, "done")]


def test_keeping_when_nothing_was_done_leaves_no_set(clock: ManualClock, journal: Journal):
    done = interrupt(clock, journal, 2)
    unfinished.keep(found(journal, clock), journal, clock)
    assert done.sets == []
    assert session(journal, done.practice.session_id).state == "kept"


# -- discarding ------------------------------------------------------------------------------


def test_discarding_can_be_undone(clock: ManualClock, journal: Journal):
    done = interrupt(clock, journal, 19)
    version = unfinished.discard(found(journal, clock), journal, clock)
    assert journal.get(done.practice.session_id) is None
    assert find_unfinished(journal, EXERCISES) is None
    assert journal.undo(version) is not None
    assert session(journal, done.practice.session_id).pain_before == 3
    assert session(journal, done.practice.session_id).state == "kept"
    assert done.sets[0] == (1, "done")


def test_our_own_process_counts_as_interrupted(clock: ManualClock, journal: Journal):
    done = interrupt(clock, journal, 10)
    assert (
        session_lock(journal, done.practice.session_id)
        .path.read_text()
        .startswith(f"{os.getpid()} ")
    )
    assert found(journal, clock).session_id == done.practice.session_id
