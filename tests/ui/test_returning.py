"""Welcome back: after long enough unseen it is asked how to go on, and nothing goes on by itself.

A plank of 20 s after 5 s to get ready, unless it says otherwise.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from recovery_coach.coach.returning import ASK_AFTER
from recovery_coach.journal import SessionRecord, SetRecord
from recovery_coach.library.models import Step
from recovery_coach.session.states import State
from recovery_coach.ui.around import NothingAround
from recovery_coach.ui.finish import FinishPage
from recovery_coach.ui.hurt import HurtPage
from recovery_coach.ui.shortcuts import ShortcutsOverlay
from tests.ui.seat import Seat, fire, steps

Key = Qt.Key
GET_READY = 5
AGAIN = "Go on from the start of this hold"


def vanish(seat: Seat, seconds: float = 720, slept: bool = True) -> None:
    """The machine sleeps, or the process is frozen; then the timer fires."""
    (seat.clock.suspend if slept else seat.clock.advance)(seconds)
    fire(seat.stage)
    seat.application.processEvents()


def in_a_hold(seat: Seat, *others: str) -> None:
    seat.practise(*steps("plank", *others))
    seat.pass_time(GET_READY + 7)


def asked(seat: Seat) -> bool:
    return seat.sees("Welcome back")


def state(seat: Seat) -> State:
    return seat.stage.practice.player.state


def position(seat: Seat) -> float:
    return seat.stage.practice.player.position


# -- when it is asked --------------------------------------------------------------------------


@pytest.mark.parametrize("slept", [True, False], ids=["suspended", "frozen"])
def test_after_a_long_gap_it_says_where_they_were_and_asks(seat: Seat, slept: bool):
    in_a_hold(seat)
    vanish(seat, slept=slept)
    assert asked(seat)
    assert seat.sees("You were in Plank.\nThe session stood still for 12 minutes.")
    for text in (AGAIN, "Skip it", "Finish here"):
        assert seat.button(text).accessibleDescription()
    assert seat.button(AGAIN).hasFocus()
    assert (state(seat), position(seat)) == (State.PAUSED, GET_READY + 7)


def test_a_hiccup_is_a_pause_with_a_word_and_no_question(seat: Seat):
    in_a_hold(seat)
    vanish(seat, ASK_AFTER)
    assert not asked(seat)
    assert seat.sees("nothing was seen for 10 s")
    assert state(seat) is State.PAUSED


def test_in_a_pause_nobody_is_missed(seat: Seat):
    in_a_hold(seat)
    seat.press(Key.Key_Space)
    seat.clock.suspend(720)
    seat.press(Key.Key_Space)
    assert not asked(seat)
    assert state(seat) is State.RESUMING


def test_while_getting_ready_again_they_may_be_gone_as_well(seat: Seat):
    in_a_hold(seat)
    seat.press(Key.Key_Space, Key.Key_Space)
    seat.pass_time(1)
    vanish(seat)
    assert asked(seat)
    assert position(seat) == GET_READY + 7


def test_the_key_that_finds_the_gap_does_no_more_than_ask(seat: Seat):
    in_a_hold(seat)
    seat.clock.suspend(720)
    seat.press(Key.Key_Space)
    seat.application.processEvents()
    assert asked(seat)
    assert state(seat) is State.PAUSED


def test_it_hurts_comes_first(seat: Seat):
    in_a_hold(seat)
    seat.clock.suspend(720)
    seat.press(Key.Key_H)
    seat.application.processEvents()
    assert isinstance(seat.page, HurtPage)
    assert not asked(seat)
    seat.click("Skip this exercise")
    assert not asked(seat), "it goes on, so nobody is missed"


def test_whether_to_end_is_asked_alone(seat: Seat):
    in_a_hold(seat)
    seat.clock.suspend(720)
    seat.press(Key.Key_Escape)
    seat.application.processEvents()
    assert seat.sees("End this session?")
    assert not asked(seat)


def test_the_list_of_keys_gives_way_to_it(seat: Seat):
    in_a_hold(seat)
    seat.clock.suspend(720)
    seat.press(Key.Key_Question)
    seat.application.processEvents()
    assert asked(seat)
    assert not list(seat.all(ShortcutsOverlay))


# -- the answers -------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Space, Key.Key_MediaPlay])
def test_enter_and_space_get_ready_for_the_whole_hold(seat: Seat, key: Key):
    in_a_hold(seat)
    vanish(seat)
    seat.press(key)
    assert not asked(seat)
    assert (state(seat), position(seat)) == (State.RESUMING, GET_READY)
    seat.pass_time(3 + 20.5)
    (one,) = seat.records(SetRecord)
    assert (one.outcome, one.seconds) == ("done", pytest.approx(20))


@pytest.mark.parametrize("key", [Key.Key_Right, Key.Key_PageDown, Key.Key_MediaNext])
def test_the_keys_that_skip_skip_it(seat: Seat, key: Key):
    in_a_hold(seat, "march")
    vanish(seat)
    seat.press(key)
    assert not asked(seat)
    assert state(seat) is State.RESUMING
    assert seat.sees("March")
    (one,) = seat.records(SetRecord)
    assert (one.outcome, one.seconds) == ("skipped", pytest.approx(7))


def test_the_last_one_skipped_is_the_finish(seat: Seat):
    in_a_hold(seat)
    vanish(seat)
    seat.click("Skip it")
    assert isinstance(seat.page, FinishPage)
    assert seat.page.isEnabled()


def test_finish_here_keeps_what_was_done(seat: Seat):
    in_a_hold(seat)
    vanish(seat)
    seat.click("Finish here")
    assert isinstance(seat.page, FinishPage)
    assert seat.page.hasFocus()
    (record,) = seat.records(SessionRecord)
    assert (record.state, record.active_seconds) == ("stopped", 7)
    assert [one.outcome for one in seat.records(SetRecord)] == ["partial"]


def test_escape_leads_to_the_pause_and_from_there_it_goes_on_at_the_exact_second(seat: Seat):
    in_a_hold(seat)
    vanish(seat)
    seat.press(Key.Key_Escape)
    assert not asked(seat)
    assert seat.page is seat.stage
    assert (state(seat), position(seat)) == (State.PAUSED, GET_READY + 7)
    seat.press(Key.Key_Space)
    seat.pass_time(3)
    assert (state(seat), position(seat)) == (State.RUNNING, GET_READY + 7)


def test_tab_reaches_every_answer_and_nothing_else(seat: Seat):
    in_a_hold(seat)
    vanish(seat)
    reached = set()
    for _ in range(6):
        focused = QApplication.focusWidget()
        assert seat.window.overlays.question.isAncestorOf(focused)
        reached.add(focused.text())
        seat.press(Key.Key_Tab)
    assert reached == {AGAIN, "Skip it", "Finish here"}


def test_space_on_another_answer_is_that_answer(seat: Seat):
    in_a_hold(seat)
    vanish(seat)
    seat.press(Key.Key_Tab, Key.Key_Tab, Key.Key_Space)
    assert isinstance(seat.page, FinishPage)


def test_gone_again_it_asks_again(seat: Seat):
    in_a_hold(seat)
    vanish(seat)
    seat.press(Key.Key_Return)
    seat.pass_time(3 + 2)
    vanish(seat, 3600)
    assert seat.sees("The session stood still for 1 hour.")


# -- another user, or a locked screen ----------------------------------------------------------


class Desk(QObject):
    """Who has the screen, as the test says."""

    changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.watched = 0

    def watch(self) -> None:
        self.watched += 1


@pytest.fixture
def desk(seat: Seat) -> Desk:
    return Desk()


def practise_at(desk: Desk, seat: Seat, *exercises: str) -> None:
    seat.window_of_today().around = around = NothingAround()
    around.presence = desk
    seat.start(*steps(*exercises))
    assert desk.watched == 1


def test_it_is_looked_for_only_once_there_is_a_session(seat: Seat, desk: Desk):
    seat.window_of_today().around = around = NothingAround()
    around.presence = desk
    assert desk.watched == 0


def test_when_the_screen_is_given_away_it_pauses_at_once_and_asks_on_return(seat: Seat, desk: Desk):
    practise_at(desk, seat, "plank")
    seat.pass_time(GET_READY + 7)
    desk.changed.emit(False)
    assert state(seat) is State.PAUSED
    assert not asked(seat), "nobody is there to answer"
    seat.clock.advance(90)
    desk.changed.emit(True)
    assert seat.sees("The session stood still for 2 minutes.")
    seat.press(Key.Key_Return)
    assert (state(seat), position(seat)) == (State.RESUMING, GET_READY)


def test_however_short_it_was(seat: Seat, desk: Desk):
    """Another user was there: the person has turned to something else."""
    practise_at(desk, seat, "plank")
    desk.changed.emit(False)
    seat.clock.advance(4)
    desk.changed.emit(True)
    assert seat.sees("The session stood still for 4 seconds.")


def test_a_wait_pauses_too_and_then_simply_goes_on(seat: Seat, desk: Desk):
    practise_at(desk, seat, "pack_up", "plank")
    seat.pass_time(GET_READY + 1)
    desk.changed.emit(False)
    assert state(seat) is State.PAUSED
    seat.clock.advance(60)
    desk.changed.emit(True)
    assert asked(seat)
    seat.click(seat.window.overlays.question.buttons[0])
    assert state(seat) is State.WAITING


def test_whoever_paused_before_is_not_asked(seat: Seat, desk: Desk):
    practise_at(desk, seat, "plank")
    seat.press(Key.Key_Space)
    desk.changed.emit(False)
    seat.clock.advance(60)
    desk.changed.emit(True)
    assert not asked(seat)


def test_asleep_and_locked_it_asks_once_and_only_when_they_are_back(seat: Seat, desk: Desk):
    practise_at(desk, seat, "plank")
    seat.pass_time(GET_READY + 7)
    seat.clock.suspend(600)
    desk.changed.emit(False)
    seat.application.processEvents()
    assert not asked(seat)
    seat.clock.advance(120)
    desk.changed.emit(True)
    assert seat.sees("The session stood still for 12 minutes.")
    seat.press(Key.Key_Escape)
    desk.changed.emit(True)
    assert not asked(seat)


def test_after_the_session_nobody_is_missed(seat: Seat, desk: Desk):
    practise_at(desk, seat, "plank")
    seat.pass_time(GET_READY + 21)
    desk.changed.emit(False)
    desk.changed.emit(True)
    assert isinstance(seat.page, FinishPage)
    assert not asked(seat)
    seat.click("Skip")
    desk.changed.emit(False)
    desk.changed.emit(True)
    assert not asked(seat)


def test_the_words_are_of_what_it_was(seat: Seat):
    seat.practise(Step(exercise="squat", reps=2, sets=3, rest=10))
    seat.pass_time(GET_READY + 8 + 2)
    vanish(seat)
    assert seat.sees("You were resting before Squat, set 2 of 3.")
    seat.click("Go on from the start of this rest")
    assert position(seat) == GET_READY + 8
