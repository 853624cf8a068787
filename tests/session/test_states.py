"""The one table of what may follow what, and the picture of it."""

from __future__ import annotations

import re

import pytest

from recovery_coach.library.models import Step
from recovery_coach.session import states
from recovery_coach.session.events import StateChanged
from recovery_coach.session.states import ENDED, TRANSITIONS, Action, State
from tests.session.driving import Driven, playing

EDGE = re.compile(r"^\s*(\w+) --> (\w+): (.+?)(?: \(.*\))?$", re.MULTILINE)


def drawn_edges() -> list[tuple[State, Action, State]]:
    """The edges of the mermaid graph in the module's docstring."""
    return [
        (State(old), Action(action), State(new))
        for old, new, actions in EDGE.findall(states.__doc__ or "")
        for action in actions.split(", ")
    ]


def test_the_graph_and_the_table_have_the_same_edges():
    drawn = [(old, action.value, new) for old, action, new in drawn_edges()]
    tabled = [(old, action.value, new) for (old, action), new in TRANSITIONS.items()]
    assert sorted(drawn) == sorted(tabled)


def test_the_graph_begins_ready_and_ends_where_the_session_does():
    text = states.__doc__ or ""
    assert re.findall(r"\[\*\] --> (\w+)", text) == [State.READY]
    assert set(re.findall(r"(\w+) --> \[\*\]", text)) == ENDED


def test_nothing_follows_the_end():
    assert not [old for old, _ in TRANSITIONS if old in ENDED]


def test_every_state_can_be_reached():
    reached = {State.READY}
    for _ in State:
        reached |= {new for (old, _), new in TRANSITIONS.items() if old in reached}
    assert reached == set(State)


def in_state(state: State) -> Driven:
    """A session in ``state``, with something before and after."""
    if state is State.READY:
        return Driven(playing(Step(exercise="plank")).player.timeline)
    if state is State.WAITING:
        driven = playing(Step(exercise="pack_up"), Step(exercise="plank"))
        driven.run(6)
        return driven
    driven = playing(Step(exercise="plank"), Step(exercise="march"))
    driven.run(8)
    for command in {
        State.RUNNING: (),
        State.PAUSED: ("pause",),
        State.RESUMING: ("pause", "resume"),
        State.FINISHED: ("skip_exercise", "skip_exercise"),
        State.STOPPED: ("stop",),
    }[state]:
        driven.do(command)
    return driven


COMMANDS = {
    "start": Action.START,
    "pause": Action.PAUSE,
    "resume": Action.RESUME,
    "skip": Action.SKIP,
    "skip_exercise": Action.SKIP,
    "back": Action.BACK,
    "extend": Action.EXTEND,
    "done": Action.DONE,
    "stop": Action.STOP,
}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_does_what_the_table_says_or_nothing(state: State, command: str):
    driven = in_state(state)
    assert driven.player.state is state
    wanted = TRANSITIONS.get((state, COMMANDS[command]))
    allowed = driven.player.allows(COMMANDS[command])
    events = driven.do(command)
    assert bool(events) == allowed == (wanted is not None)
    if wanted is not None and events:
        changes = [event for event in events if isinstance(event, StateChanged)]
        assert driven.player.state is wanted
        assert bool(changes) == (wanted is not state)


def test_what_has_repetitions_and_what_waits_cannot_be_made_longer():
    squat = playing(Step(exercise="squat"))
    squat.run(6)
    assert not squat.player.allows(Action.EXTEND)
    assert squat.do("extend") == ()
