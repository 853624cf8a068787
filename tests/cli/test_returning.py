"""Nobody was at the terminal for long: it asks how to go on, and a key answers.

What happens is a list, one thing a turn of the loop; the clock is in the test's hand, the keys come
through a pipe.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import pytest

from recovery_coach.cli.keys import Keys
from recovery_coach.cli.playing import Playing
from recovery_coach.cli.terminal import Terminal
from recovery_coach.coach.practise import Practice
from recovery_coach.coach.returning import ASK_AFTER
from recovery_coach.journal import Journal, SessionRecord
from recovery_coach.session.events import Event
from recovery_coach.session.states import State
from tests import factories
from tests.coach.practising import PLANK, SIDES
from tests.fakes import ManualClock

ENTER, SPACE, RIGHT, ESCAPE = b"\n", b" ", b"\x1b[C", b"\x1b"
CHOICES = (
    "Enter go on from the start of this hold · → skip it · Q finish here · Esc stay in the pause"
)


class Evening:
    """A session at a terminal, as ``happens`` has it; then it is stopped.

    ``answer`` is pressed when it says welcome back. It is the session's stage and its terminal.
    """

    gone = False

    def __init__(self, journal: Journal, clock: ManualClock, answer: bytes) -> None:
        self.clock = clock
        self.journal = journal
        self.said: list[str] = []
        self.happens: list[Callable[[], object]] = []
        self._answer = answer
        self._keys, self._fingers = os.pipe()

    def play(
        self, *happens: Callable[[], object], keys: bool = True, step: Any = PLANK
    ) -> Practice:
        self.happens = list(happens)
        routine = factories.routine(step)
        self.practice = Practice(routine, factories.EXERCISES, self.clock, self.journal)
        read = Keys(self._keys if keys else None)
        Playing(self.practice, read, self, cast("Terminal", self), self.clock).run()
        return self.practice

    def passes(self, seconds: float) -> Callable[[], object]:
        return lambda: self.clock.advance(seconds)

    def press(self, key: bytes) -> Callable[[], object]:
        return lambda: os.write(self._fingers, key)

    def close(self) -> None:
        os.close(self._keys)
        os.close(self._fingers)

    # -- the terminal --------------------------------------------------------------------------

    def say(self, text: str = "", style: str = "") -> None:
        self.said.append(text)
        if text.startswith("Welcome back"):
            self.press(self._answer)()
        if text.startswith("Stop here?"):
            self.press(b"y")()

    # -- the stage -----------------------------------------------------------------------------

    def draw(self) -> None:
        (self.happens.pop(0) if self.happens else self.press(b"q"))()

    def clear(self) -> None:
        pass

    def follow(self, events: Sequence[Event]) -> None:
        pass


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def evening(tmp_path: Path, clock: ManualClock) -> Iterator[Callable[[bytes], Evening]]:
    made: list[Evening] = []
    with Journal.open(tmp_path / "journal.sqlite3", clock) as journal:

        def make(answer: bytes = ENTER) -> Evening:
            made.append(Evening(journal, clock, answer))
            return made[-1]

        yield make
    for one in made:
        one.close()


def sets(evening: Evening) -> list[tuple[int, str]]:
    entries = evening.journal.sets_of(evening.practice.session_id)
    return [(entry.record.segment, entry.record.outcome) for entry in entries]


def the_minutes(evening: Evening) -> list[Callable[[], object]]:
    """Into the hold, seven seconds of it, and away."""
    return [evening.passes(1.5)] * 8 + [lambda: evening.clock.suspend(720)]


def test_it_says_where_they_were_and_the_three_choices_in_one_line(evening: Any):
    here = evening()
    here.play(*the_minutes(here))
    assert here.said[:2] == [
        "Welcome back. You were in Plank. The session stood still for 12 minutes.",
        CHOICES,
    ]


@pytest.mark.parametrize("key", [ENTER, SPACE])
def test_enter_and_space_get_ready_for_the_whole_hold(evening: Any, key: bytes):
    here = evening(key)
    practice = here.play(*the_minutes(here), *[here.passes(1.5)] * 16)
    assert practice.player.state is State.FINISHED
    assert sets(here) == [(1, "done")]


def test_right_skips_it(evening: Any):
    here = evening(RIGHT)
    practice = here.play(*the_minutes(here), step=SIDES)
    assert sets(here) == [(1, "skipped")]
    assert practice.player.segment.kind == "switch"


def test_q_finishes_here(evening: Any):
    here = evening(b"q")
    here.play(*the_minutes(here))
    assert sets(here) == [(1, "partial")]
    (entry,) = here.journal.latest(SessionRecord, 2)
    assert (entry.record.state, entry.record.active_seconds) == ("stopped", pytest.approx(7))


def test_escape_stays_in_the_pause_and_space_goes_on_at_the_exact_second(evening: Any):
    here = evening(ESCAPE)
    back = [here.press(SPACE), *[here.passes(1.5)] * 2]
    practice = here.play(*the_minutes(here), *back)
    assert practice.player.position == pytest.approx(12)


def test_a_key_pressed_before_the_question_is_no_answer_to_it(evening: Any):
    here = evening(ESCAPE)

    def vanish() -> None:
        here.clock.suspend(720)
        here.press(b" ")()

    practice = here.play(*the_minutes(here)[:-1], vanish)
    assert here.said[0].startswith("Welcome back")
    assert practice.player.position == pytest.approx(12)


def test_a_hiccup_is_a_pause_and_no_question(evening: Any):
    here = evening()
    here.play(*the_minutes(here)[:-1], here.passes(ASK_AFTER))
    assert not any(said.startswith("Welcome back") for said in here.said)


def test_where_nobody_can_press_a_key_it_goes_on_by_itself(evening: Any):
    here = evening()
    practice = here.play(*the_minutes(here), *[here.passes(1.5)] * 12, keys=False)
    assert practice.player.state is State.FINISHED
    assert here.said == []
