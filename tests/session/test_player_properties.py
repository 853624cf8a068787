"""What holds of every session, whatever the ticks, the pauses and the commands."""

from __future__ import annotations

from datetime import timedelta
from itertools import chain, cycle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from recovery_coach.session.events import (
    CueDue,
    Event,
    Moved,
    Preparing,
    RepDone,
    SegmentEntered,
    SegmentLeft,
    StateChanged,
)
from recovery_coach.session.player import STALE, Player
from recovery_coach.session.states import ENDED, TRANSITIONS, State
from recovery_coach.session.view import view_of
from recovery_coach.timeline.model import Timeline
from tests.factories import timeline as timeline_of
from tests.fakes import ManualClock
from tests.session.driving import Driven, of
from tests.strategies import KINDS, any_timelines, easings, timelines

ALLOWED = {(old, new) for (old, _), new in TRANSITIONS.items()}
TICKS = st.floats(0, 2, exclude_max=True) | st.sampled_from((0.0, 0.016, 0.25, 1.0, 1.999))
TIMED = tuple(kind for kind in KINDS if kind != "until_done")


def patterns() -> st.SearchStrategy[list[float]]:
    """Seconds between ticks, to be repeated until the session is over."""
    some_progress = [0.75, 1.5, 1.999]
    return st.lists(TICKS, max_size=8).map(lambda ticks: [*ticks, *some_progress])


def play_through(driven: Driven, ticks: list[float], pauses: set[int]) -> float:
    """Play to the end, with a pause before the given ticks; seconds that the session ran."""
    ran = 0.0
    driven.do("start")
    for number, tick in zip(range(20_000), cycle(ticks), strict=False):
        if number in pauses:
            driven.do("pause")
            driven.clock.advance(tick * 100)
            driven.do("resume")
            for _ in range(3):
                driven.after(1.0)
        if driven.player.state is State.WAITING:
            driven.do("done")
        if driven.player.ended:
            return ran
        driven.after(tick)
        ran += tick
    raise AssertionError("never over")


playthroughs = given(any_timelines(), patterns(), st.sets(st.integers(0, 60), max_size=4))


@playthroughs
def test_played_through_every_cue_is_told_once_and_in_order(
    timeline: Timeline, ticks: list[float], pauses: set[int]
):
    driven = Driven(timeline)
    play_through(driven, ticks, pauses)
    told = [event.cue for event in driven.told(CueDue)]
    assert told == list(chain.from_iterable(segment.cues for segment in timeline.segments))


@playthroughs
def test_played_through_every_segment_is_entered_and_done_once(
    timeline: Timeline, ticks: list[float], pauses: set[int]
):
    driven = Driven(timeline)
    play_through(driven, ticks, pauses)
    indexes = [segment.index for segment in timeline.segments]
    assert [event.segment.index for event in driven.told(SegmentEntered)] == indexes
    left = driven.told(SegmentLeft)
    assert [event.segment.index for event in left] == indexes
    assert {event.outcome for event in left} == {"done"}
    assert [event.reps for event in left] == [len(s.reps) for s in timeline.segments]
    reps = [(event.segment.index, event.rep.number) for event in driven.told(RepDone)]
    assert reps == [(s.index, rep.number) for s in timeline.segments for rep in s.reps]


@playthroughs
def test_played_through_what_was_played_is_what_was_planned(
    timeline: Timeline, ticks: list[float], pauses: set[int]
):
    driven = Driven(timeline)
    play_through(driven, ticks, pauses)
    timed = [event for event in driven.told(SegmentLeft) if event.segment.kind != "until_done"]
    for event in timed:
        assert event.played == pytest.approx(event.segment.seconds, abs=1e-6)
    assert driven.player.position == timeline.total


@playthroughs
def test_a_sound_is_stale_when_it_is_too_late(
    timeline: Timeline, ticks: list[float], pauses: set[int]
):
    driven = Driven(timeline)
    play_through(driven, ticks, pauses)
    for event in driven.told(CueDue):
        assert event.stale == (event.late > STALE)
        assert 0 <= event.late < 2


@given(timelines(TIMED), patterns(), st.sets(st.integers(0, 60), max_size=4))
def test_a_session_takes_as_long_as_its_timeline_whatever_the_ticks_and_pauses(
    timeline: Timeline, ticks: list[float], pauses: set[int]
):
    ran = play_through(Driven(timeline), ticks, pauses)
    assert timeline.total - 1e-5 <= ran < timeline.total + max(ticks) + 1e-5


@given(timelines(TIMED), st.lists(TICKS, min_size=1), st.sampled_from((0.5, 1.0, 3.0, 60.0)))
def test_the_position_is_the_time_that_ran(timeline: Timeline, ticks: list[float], speed: float):
    driven = Driven(timeline, speed)
    driven.do("start")
    ran = 0.0
    for tick in ticks:
        driven.after(tick)
        ran += tick * speed
        assert driven.player.position == pytest.approx(min(ran, timeline.total), abs=1e-5)


@given(timelines(TIMED), st.integers(2, 200))
def test_many_small_ticks_come_to_the_same_as_one(timeline: Timeline, parts: int):
    once, often = Driven(timeline), Driven(timeline)
    for driven, ticks in ((once, 1), (often, parts)):
        driven.do("start")
        for _ in range(ticks):
            driven.after(1.75 / ticks)
    assert often.player.position == pytest.approx(once.player.position, abs=1e-9)
    assert [e.cue for e in often.told(CueDue)] == [e.cue for e in once.told(CueDue)]


@given(any_timelines(), st.sampled_from((0.0, 0.1, 2_592_000.7)), st.sampled_from((1.0, 4.0)))
def test_whoever_sleeps_exactly_until_the_next_thing_is_due_is_never_late(
    timeline: Timeline, uptime: float, speed: float
):
    driven = Driven(timeline, speed)
    driven.clock.advance(uptime)
    driven.do("start")
    marks = sum(len(s.cues) + len(s.reps) + 2 for s in timeline.segments)
    for _ in range(marks + round(timeline.total / speed)):  # as many as are worth waking up for
        due = driven.player.next_due()
        if due is not None:
            driven.after(due)
        elif driven.player.state is State.WAITING:
            driven.do("done")
    assert driven.player.state is State.FINISHED
    assert all(event.late < 1e-5 for event in driven.told(CueDue))
    assert all(event.late < 1e-5 for event in driven.told(SegmentEntered))


def test_whoever_sleeps_until_due_hears_three_two_one_to_the_second():
    driven = Driven(timeline_of_plank())
    driven.do("start")
    driven.after(0.3)
    driven.do("pause")
    driven.clock.advance(77.7)
    driven.do("resume")
    began, heard = driven.clock.monotonic(), [(0.0, 3)]
    while driven.player.state is State.RESUMING:
        events = driven.after(driven.player.next_due() or 0.0)
        since = round(driven.clock.monotonic() - began, 6)
        heard += [(since, event.seconds) for event in of(Preparing, events)]
    assert heard == [(0, 3), (1, 2), (2, 1)]
    assert driven.clock.monotonic() - began == pytest.approx(3)


def timeline_of_plank() -> Timeline:
    from recovery_coach.library.models import Step

    return timeline_of(Step(exercise="plank"))


class Session(RuleBasedStateMachine):
    """A person, a machine and a clock, doing to a session whatever they like."""

    @initialize(timeline=timelines(), speed=st.sampled_from((1.0, 1.0, 8.0)))
    def begin(self, timeline: Timeline, speed: float) -> None:
        self.clock = ManualClock()
        self.player = Player(timeline, self.clock, speed)
        self.state = State.READY
        self.entered: int | None = None
        self.planned = timeline.total
        self.last_cue = 0.0
        self.heard("start", self.player.start())

    # -- what may happen ---------------------------------------------------------------------

    @rule(seconds=TICKS)
    def tick(self, seconds: float) -> None:
        self.clock.advance(seconds)
        self.heard("tick", self.player.tick())

    @rule(seconds=st.floats(0.1, 2, exclude_max=True), times=st.integers(2, 30))
    def ticks(self, seconds: float, times: int) -> None:
        for _ in range(times):
            self.tick(seconds)

    @rule(
        command=st.sampled_from(
            (
                "pause",
                "resume",
                "resume",
                "skip",
                "skip_exercise",
                "back",
                "restart",
                "done",
                "extend",
            )
        ),
        seconds=st.sampled_from((0.0, 0.3, 1.5)),
    )
    def command(self, command: str, seconds: float) -> None:
        self.clock.advance(seconds)
        events = getattr(self.player, command)()
        if command == "extend":
            self.planned += 10 * len(of(Moved, events))
        self.heard(command, events)

    @rule(data=st.data())
    def ease(self, data: st.DataObject) -> None:
        before = self.player.timeline
        _, exercise = data.draw(easings(before))
        events = self.player.ease(exercise)
        assert bool(events) == (self.state is State.PAUSED)
        self.planned += self.player.timeline.total - before.total
        self.heard("ease", events)

    @rule(seconds=st.sampled_from((10.0, -10.0, 0.0)) | st.floats(-120, 120))
    def seek(self, seconds: float) -> None:
        self.heard("seek", self.player.seek(seconds))

    @rule(seconds=st.floats(2.001, 9000), asleep=st.booleans())
    def vanish(self, seconds: float, asleep: bool) -> None:
        """The machine sleeps, or the process is frozen."""
        position, state = self.player.position, self.player.state
        (self.clock.suspend if asleep else self.clock.advance)(seconds)
        events = self.player.tick()
        self.heard("tick", events)
        assert self.player.position == position
        if state in (State.RUNNING, State.RESUMING):
            assert events == (StateChanged(state, State.PAUSED, pytest.approx(seconds)),)
        else:
            assert events == ()

    @rule(days=st.integers(-4000, 4000))
    def set_the_wall_clock(self, days: int) -> None:
        self.clock.set_wall(self.clock.now() + timedelta(days=days))
        assert self.player.tick() == ()

    @rule(really=st.integers(0, 9))
    def stop(self, really: int) -> None:
        if not really:
            self.heard("stop", self.player.stop())

    # -- what must then be true --------------------------------------------------------------

    def heard(self, command: str, events: tuple[Event, ...]) -> None:
        assert not (self.state in ENDED and events)
        for event in events:
            match event:
                case StateChanged():
                    assert event.old is self.state
                    assert (event.old, event.new) in ALLOWED
                    self.state = event.new
                case SegmentEntered():
                    assert self.entered is None
                    self.entered = event.segment.index
                    self.last_cue = event.segment.start
                case SegmentLeft():
                    self.leave(command, event)
                case CueDue():
                    assert event.cue.at >= self.last_cue
                    self.last_cue = event.cue.at
                case RepDone():
                    assert event.rep in event.segment.reps
                case Moved():
                    self.last_cue = 0.0
        assert self.player.state is self.state
        assert self.player.tick() == ()

    def leave(self, command: str, event: SegmentLeft) -> None:
        assert event.segment.index == self.entered
        self.entered = None
        assert event.played >= 0
        assert 0 <= event.reps <= len(event.segment.reps)
        if event.outcome == "done" and event.segment.kind != "until_done":
            assert event.played >= event.segment.seconds - 1e-5
            assert event.reps == len(event.segment.reps)
        if event.segment.kind == "until_done":
            assert command != "tick"
            assert event.outcome != "done" or command == "done"

    @invariant()
    def the_position_lies_in_the_segment(self) -> None:
        player = self.player
        assert 0 <= player.position <= player.timeline.total
        if not player.ended:
            assert player.segment.start <= player.position <= player.segment.end
            assert self.entered == player.segment.index

    @invariant()
    def a_session_that_is_over_left_its_last_segment(self) -> None:
        if self.player.ended:
            assert self.entered is None

    @invariant()
    def a_tick_is_due_only_while_time_matters(self) -> None:
        due = self.player.next_due()
        assert (due is not None) == (self.player.state in (State.RUNNING, State.RESUMING))
        assert due is None or 0 < due <= 1

    @invariant()
    def waiting_is_for_until_done_alone(self) -> None:
        kind, state = self.player.segment.kind, self.player.state
        assert state is not State.WAITING or kind == "until_done"
        assert not (state is State.RUNNING and kind == "until_done")

    @invariant()
    def the_total_grows_by_what_was_asked_for(self) -> None:
        assert self.player.timeline.total == pytest.approx(self.planned)

    @precondition(lambda self: not self.player.ended)
    @invariant()
    def repetitions_done_end_before_the_position(self) -> None:
        over = [r for r in self.player.segment.reps if r.end <= self.player.position + 1e-5]
        assert self.player.reps_done <= len(over)

    @invariant()
    def it_can_be_shown(self) -> None:
        view = view_of(self.player)
        assert 0 <= view.fraction <= 1
        assert 0 <= view.left <= self.player.timeline.total
        assert view.phase_left >= 0
        assert 0 <= view.parts[0] <= view.parts[1]


TestSession = Session.TestCase
TestSession.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)


@given(any_timelines(), st.data())
def test_a_wait_is_never_jumped_over_by_seeking_on(timeline: Timeline, data: st.DataObject):
    driven = Driven(timeline)
    driven.do("start")
    undone = [s.index for s in timeline.segments if s.kind == "until_done"]
    for seconds in data.draw(st.lists(st.floats(0, 300), max_size=6)):
        driven.do("seek", seconds)
        driven.after(0.5)
    assert all(driven.player.segment.index <= index for index in undone[:1])
