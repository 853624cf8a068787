"""The power failed in mid-hold. Start again: go on, keep what you did, or discard?"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from recovery_coach.journal import HurtRecord, SessionRecord, SetRecord
from recovery_coach.library.loader import Library
from recovery_coach.session.states import State
from recovery_coach.ui.level_page import LevelPage
from recovery_coach.ui.resume import ResumePage
from tests import factories
from tests.journal.make import hurt
from tests.ui.seat import SMALL, Seat, steps

GET_READY, SWITCH = 5, 5


def interrupted(seat: Seat, paused: bool = False) -> ResumePage:
    """4 s into the side plank on the right when the power failed; later, a new start."""
    seat.practise(*steps("side_plank", "plank"))
    seat.pass_time(GET_READY + 12 + SWITCH + 4)
    if paused:
        seat.press(Qt.Key.Key_Space)
    seat.crash()
    seat.clock.advance(600)
    seat.sit_down(SMALL)
    page = seat.page
    assert isinstance(page, ResumePage)
    return page


def session(seat: Seat) -> SessionRecord:
    (record,) = seat.records(SessionRecord)
    return record


def outcomes(seat: Seat) -> dict[int, str]:
    return {one.segment: one.outcome for one in seat.records(SetRecord)}


def test_it_says_where_you_were_and_that_nothing_is_lost(seat: Seat):
    interrupted(seat)
    assert seat.sees("You were in Side plank, right side.")
    assert seat.sees("Begun today 07:30")
    assert seat.sees("Everything you finished before that is in the journal.")
    assert outcomes(seat) == {1: "done"}
    assert not seat.window.sidebar.isVisible()


def test_going_on_begins_with_getting_ready_for_what_was_under_way(seat: Seat):
    interrupted(seat)
    seat.click("Go on")
    player = seat.stage.practice.player
    assert (player.segment.kind, player.segment.side) == ("switch", "right")
    assert player.state is State.RUNNING
    assert seat.sees("Side plank")


def test_gone_on_with_it_is_one_session_and_what_was_done_stays_done(seat: Seat):
    interrupted(seat)
    seat.click("Go on")
    seat.pass_time(SWITCH + 12 + 8 + 20 + 1)
    assert seat.sees("Done.")
    seat.click("Skip")
    assert session(seat).state == "finished"
    assert set(outcomes(seat).values()) == {"done"}
    assert len(outcomes(seat)) == 3
    seat.get_up()
    assert seat.sit_down(SMALL).page is seat.window.today


def test_keeping_it_closes_it_with_what_was_done(seat: Seat):
    interrupted(seat, paused=True)
    seat.click("Keep what I did")
    assert seat.page is seat.window.today
    assert seat.sees("Kept what you did.")
    assert session(seat).state == "kept"
    assert outcomes(seat) == {1: "done", 3: "partial"}
    assert seat.sees("interrupted, kept")


def test_discarding_it_takes_it_away_and_undo_brings_it_back(seat: Seat):
    interrupted(seat)
    seat.click("Discard")
    assert seat.page is seat.window.today
    assert seat.records(SessionRecord) == []
    assert seat.sees("What you practise will stand here")
    seat.undo()
    assert session(seat).state == "kept"
    assert seat.sees("interrupted, kept")


def test_the_question_comes_once(seat: Seat):
    interrupted(seat)
    seat.click("Keep what I did")
    seat.get_up()
    assert seat.sit_down(SMALL).page is seat.window.today


def test_whoever_closes_the_window_is_asked_again(seat: Seat):
    interrupted(seat)
    assert seat.window.close()
    seat.get_up()
    seat.sit_down(SMALL)
    assert isinstance(seat.page, ResumePage)


def test_escape_decides_nothing(seat: Seat):
    page = interrupted(seat)
    seat.press(Qt.Key.Key_Escape)
    assert seat.page is page


def test_by_keyboard_alone(seat: Seat):
    interrupted(seat)
    seat.press(Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert seat.page is seat.stage


def test_it_can_be_interrupted_again(seat: Seat):
    interrupted(seat)
    seat.click("Go on")
    seat.pass_time(SWITCH + 12 + 2)
    seat.crash()
    seat.sit_down(SMALL)
    assert seat.sees("You were in Plank.")
    assert outcomes(seat) == {1: "done", 3: "done"}


def test_where_an_exercise_is_gone_it_can_be_kept_but_not_gone_on_with(seat: Seat):
    seat.practise(*steps("plank"))
    seat.pass_time(GET_READY + 4)
    seat.crash()
    rest = {k: v for k, v in factories.EXERCISES.items() if k != "plank"}
    seat.sit_down(Library(rest, {}))
    assert isinstance(seat.page, ResumePage)
    assert seat.buttons("Go on") == []
    seat.click("Keep what I did")
    assert session(seat).state == "kept"


def test_a_session_under_way_in_another_process_is_not_offered(seat: Seat):
    seat.practise(*steps("plank"))
    seat.pass_time(GET_READY + 4)
    lock = seat.stage.practice._lock
    seat.crash()
    code = (
        "import sys; from pathlib import Path; from recovery_coach.base.lock import ProcessLock;"
        "print(ProcessLock(Path(sys.argv[1])).acquire(), flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(lock.path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"True\n"
        seat.sit_down(SMALL)
        assert seat.page is seat.window.today
        assert seat.sees("under way")
        other.communicate()
    seat.get_up()
    seat.sit_down(SMALL)
    assert isinstance(seat.page, ResumePage)


def test_a_warning_sign_comes_before_going_on(seat: Seat):
    seat.practise(*steps("plank"))
    seat.pass_time(GET_READY + 4)
    seat.press(Qt.Key.Key_H)
    (one,) = seat.journal.latest(HurtRecord, 1)
    seat.journal.revise(one.record_id, replace(one.record, words=("chest",)))
    seat.crash()
    seat.sit_down(SMALL)
    seat.click("Go on")
    assert isinstance(seat.page, LevelPage)
    assert seat.sees("Get emergency help now.")
    assert not seat.can_start()


@pytest.mark.parametrize("way", ["Keep what I did", "Discard"])
def test_a_warning_sign_comes_after_keeping_and_discarding_too(seat: Seat, way: str):
    seat.practise(*steps("plank"))
    seat.pass_time(GET_READY + 4)
    seat.crash()
    seat.prepare().journal.append(hurt("s", words=("limb",), action="stop", at=seat.clock.now()))
    seat.get_up()
    seat.sit_down(SMALL)
    seat.click(way)
    assert isinstance(seat.page, LevelPage)
    assert seat.window.stage is None
