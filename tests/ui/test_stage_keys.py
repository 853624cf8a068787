"""By keyboard alone, and by a presenter's remote: each key does what its button does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton

from recovery_coach.journal import PainEntry, SessionRecord
from recovery_coach.library.models import Step
from recovery_coach.session.states import State
from recovery_coach.ui.finish import FinishPage
from recovery_coach.ui.hurt import HurtPage
from tests.ui.seat import Seat, steps

Key = Qt.Key
GET_READY = 5
UNKNOWN_TO_TEST = pytest.mark.qt_log_ignore("keyToAscii Unhandled key code Qt::Key_Media")
"""Qt's own test library has no letter for these, and says so; no letter is what they have."""


def state(seat: Seat) -> State:
    return seat.stage.practice.player.state


def position(seat: Seat) -> float:
    return seat.stage.practice.player.position


def segment(seat: Seat) -> int:
    return seat.stage.practice.player.segment.index


# -- pause -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "key",
    [
        Key.Key_Space,
        Key.Key_B,
        Key.Key_Period,
        Key.Key_MediaPlay,
        Key.Key_MediaPause,
        Key.Key_MediaTogglePlayPause,
    ],
)
@UNKNOWN_TO_TEST
def test_it_pauses_and_goes_on(seat: Seat, key: Qt.Key):
    seat.practise(*steps("plank"))
    seat.press(key)
    assert state(seat) is State.PAUSED
    seat.press(key)
    assert state(seat) is State.RESUMING
    seat.press(key)
    assert state(seat) is State.PAUSED


def test_space_pauses_and_never_presses_the_focused_button(seat: Seat):
    stage = seat.practise(*steps("plank", "march"))
    seat.pass_time(GET_READY + 3)
    for part in (stage.desk.transport.skip, stage.desk.transport.hurts, stage.desk.transport.plus):
        part.setFocus()
        before = position(seat)
        seat.press(Key.Key_Space)
        assert state(seat) is State.PAUSED
        assert position(seat) == before
        assert seat.page is stage
        seat.press(Key.Key_Space)
        seat.pass_time(3)
        assert state(seat) is State.RUNNING


def test_enter_presses_the_focused_button(seat: Seat):
    stage = seat.practise(*steps("plank", "march"))
    stage.desk.transport.skip.setFocus()
    seat.press(Key.Key_Return)
    assert segment(seat) == 1


def test_a_key_held_down_counts_once(seat: Seat):
    seat.practise(*steps("plank"))
    seat.press(Key.Key_Space)
    none = Qt.KeyboardModifier.NoModifier
    for _ in range(5):
        repeated = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Space, none, " ", True)
        QApplication.sendEvent(QApplication.focusWidget(), repeated)
    assert state(seat) is State.PAUSED


# -- moving ------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [Key.Key_Right, Key.Key_PageDown, Key.Key_MediaNext])
def test_it_skips_to_the_next(seat: Seat, key: Qt.Key):
    seat.practise(*steps("plank", "march"))
    seat.press(key)
    assert segment(seat) == 1
    seat.press(key)
    assert segment(seat) == 2


@pytest.mark.parametrize("key", [Key.Key_Left, Key.Key_PageUp, Key.Key_MediaPrevious])
def test_it_goes_back_to_the_start_and_from_there_to_the_one_before(seat: Seat, key: Qt.Key):
    seat.practise(*steps("plank", "march"))
    seat.pass_time(GET_READY + 10)
    seat.press(key)
    assert (segment(seat), position(seat)) == (1, GET_READY)
    seat.press(key)
    assert (segment(seat), position(seat)) == (0, 0)


@pytest.mark.parametrize(
    ("key", "moved"),
    [(Key.Key_Plus, 10), (Key.Key_Equal, 10), (Key.Key_Minus, -10), (Key.Key_Underscore, -10)],
)
def test_it_moves_ten_seconds(seat: Seat, key: Qt.Key, moved: int):
    seat.practise(*steps("plank", "march"))
    seat.pass_time(GET_READY + 10)
    seat.press(key)
    assert position(seat) == GET_READY + 10 + moved if moved < 0 else GET_READY + 19.999


def test_e_gives_ten_more_seconds_of_this(seat: Seat):
    stage = seat.practise(*steps("plank"))
    seat.pass_time(GET_READY + 1)
    seat.press(Key.Key_E)
    assert stage.practice.player.timeline.total == 35
    assert seat.sees("0:29 left")


def test_e_does_nothing_where_nothing_can_last_longer(seat: Seat):
    stage = seat.practise(*steps("squat"))
    seat.pass_time(GET_READY + 1)
    total = stage.practice.player.timeline.total
    assert not stage.desk.transport.longer.isEnabled()
    seat.press(Key.Key_E)
    assert stage.practice.player.timeline.total == total


def test_buttons_do_the_same_as_keys(seat: Seat):
    seat.practise(*steps("plank", "march"))
    seat.pass_time(GET_READY + 8)
    seat.click("−10 s")
    assert position(seat) == 3
    seat.click("Skip")
    seat.click("+10 s")
    assert position(seat) == GET_READY + 10
    seat.click("Hold longer")
    assert seat.stage.practice.player.segment.seconds == 30
    seat.click("Back")
    assert position(seat) == GET_READY


# -- done --------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_says_done_where_a_step_waits_for_it(seat: Seat, key: Qt.Key):
    stage = seat.practise(*steps("pack_up", "plank"))
    seat.pass_time(GET_READY + 1)
    stage.desk.transport.hurts.setFocus()
    seat.press(key)
    assert seat.page is stage
    assert seat.sees("Plank")


def test_enter_elsewhere_ends_nothing(seat: Seat):
    seat.practise(*steps("plank"))
    seat.pass_time(GET_READY + 1)
    seat.press(Key.Key_Return)
    assert segment(seat) == 1
    assert state(seat) is State.RUNNING


# -- it hurts ----------------------------------------------------------------------------------


def test_h_stops_at_once_and_only_then_asks(seat: Seat):
    seat.practise(*steps("plank"))
    seat.pass_time(GET_READY + 3)
    seat.press(Key.Key_H)
    assert state(seat) is State.PAUSED
    assert position(seat) == GET_READY + 3
    assert isinstance(seat.page, HurtPage)


def test_h_stops_at_once_at_the_question_too(seat: Seat):
    stage = seat.practise(*steps("plank"))
    seat.pass_time(GET_READY + 3)
    seat.press(Key.Key_Escape)
    assert seat.sees("End this session?")
    seat.press(Key.Key_H)
    assert isinstance(seat.page, HurtPage)
    assert not seat.window.overlays.asking
    assert seat.page.isEnabled()
    assert stage.practice.player.state is State.PAUSED


def test_h_where_closing_was_asked_closes_nothing(seat: Seat):
    seat.practise(*steps("plank"))
    seat.window.close()
    seat.press(Key.Key_H)
    assert seat.window.isVisible()
    assert isinstance(seat.page, HurtPage)


def test_h_at_the_question_changes_nothing_where_it_has_stopped_already(seat: Seat):
    seat.practise(*steps("plank"))
    seat.press(Key.Key_H, Key.Key_Escape)
    assert seat.window.overlays.asking
    seat.press(Key.Key_H)
    assert seat.window.overlays.asking


# -- full screen and the way out ---------------------------------------------------------------


@pytest.mark.parametrize("key", [Key.Key_F, Key.Key_F11])
def test_f_fills_the_screen_and_leaves_it(seat: Seat, key: Qt.Key):
    seat.practise(*steps("plank"))
    seat.press(key)
    assert seat.window.isFullScreen()
    seat.press(key)
    assert not seat.window.isFullScreen()
    assert state(seat) is State.RUNNING


def test_escape_leaves_full_screen_first_then_asks_then_goes_on(seat: Seat):
    seat.practise(*steps("plank"))
    seat.press(Key.Key_F, Key.Key_Escape)
    assert not seat.window.isFullScreen()
    assert state(seat) is State.RUNNING
    seat.press(Key.Key_Escape)
    assert seat.sees("End this session?")
    assert state(seat) is State.PAUSED
    seat.press(Key.Key_Escape)
    assert not seat.sees("End this session?")
    assert state(seat) is State.RESUMING


@UNKNOWN_TO_TEST
def test_media_stop_asks_whether_to_end(seat: Seat):
    seat.practise(*steps("plank"))
    seat.press(Key.Key_MediaStop)
    assert seat.sees("End this session?")
    assert state(seat) is State.PAUSED


@pytest.mark.parametrize("shift", [False, True])
def test_the_start_of_a_presentation_fills_the_screen_and_never_leaves_it(seat: Seat, shift: bool):
    seat.practise(*steps("plank"))
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    for _ in range(2):
        seat.press(Key.Key_F5, modifier=held)
        assert seat.window.isFullScreen()
    seat.press(Key.Key_Escape)
    assert not seat.window.isFullScreen()
    assert state(seat) is State.RUNNING


def test_enter_at_the_question_stays(seat: Seat):
    seat.practise(*steps("plank"))
    seat.press(Key.Key_Escape, Key.Key_Return)
    assert not seat.sees("End this session?")
    assert state(seat) is State.RESUMING


def test_tab_and_enter_at_the_question_end_it_and_keep_what_was_done(seat: Seat):
    seat.practise(*steps("plank"))
    seat.pass_time(GET_READY + 2)
    seat.press(Key.Key_Escape, Key.Key_Tab, Key.Key_Return)
    assert isinstance(seat.page, FinishPage)
    assert seat.sees("Stopped here.")
    (record,) = seat.records(SessionRecord)
    assert (record.state, record.active_seconds) == ("stopped", 2)


def test_the_question_covers_the_keys_of_the_stage(seat: Seat):
    """Space must not start the session again behind it, nor an arrow move it."""
    stage = seat.practise(*steps("plank", "march"))
    seat.pass_time(GET_READY)
    seat.press(Key.Key_Escape)
    seat.window.overlays.question.buttons[1].setFocus()
    seat.press(Key.Key_Right, Key.Key_E, Key.Key_Plus, Key.Key_B, Key.Key_N, Key.Key_F5)
    assert seat.page is stage
    assert not seat.window.isFullScreen()
    assert (state(seat), position(seat)) == (State.PAUSED, GET_READY)
    assert seat.sees("End this session?")


def test_space_at_the_question_presses_its_button(seat: Seat):
    seat.practise(*steps("plank"))
    seat.press(Key.Key_Escape, Key.Key_Space)
    assert not seat.sees("End this session?")
    assert state(seat) is State.RESUMING


def test_tab_does_not_lead_out_of_the_question(seat: Seat):
    seat.practise(*steps("plank"))
    seat.press(Key.Key_Escape)
    for _ in range(12):
        seat.press(Key.Key_Tab)
        assert seat.window.overlays.question.isAncestorOf(QApplication.focusWidget())


# -- the number before -----------------------------------------------------------------------


def test_a_digit_answers_wherever_the_focus_is(seat: Seat):
    stage = seat.practise(*steps("plank"))
    assert not stage.desk.before.isAncestorOf(QApplication.focusWidget())
    seat.press(Key.Key_3)
    assert seat.records(PainEntry)[0].nrs == 3


def test_a_digit_later_on_is_no_answer(seat: Seat):
    seat.practise(*steps("plank"))
    seat.pass_time(GET_READY + 1)
    seat.press(Key.Key_3)
    assert seat.records(PainEntry) == []


# -- where letters are letters -----------------------------------------------------------------


def test_in_the_note_every_key_is_written(seat: Seat):
    seat.practise(*steps("plank"))
    seat.pass_time(GET_READY + 21)
    seat.click(seat.page.note)
    text = "He felt fine - 20 + 5 = easy, H F E"
    seat.type(text)
    assert seat.page.note.toPlainText() == text
    assert not seat.window.isFullScreen()
    seat.press(Key.Key_Return)
    seat.type("f")
    assert seat.page.note.toPlainText() == text + "\nf"
    assert isinstance(seat.page, FinishPage)


def test_undo_in_the_note_takes_back_what_was_written_there(seat: Seat):
    seat.practise(*steps("plank"))
    seat.click(seat.stage.desk.before.buttons[2])
    seat.pass_time(GET_READY + 21)
    seat.click(seat.page.note)
    seat.type("no")
    seat.undo()
    assert seat.page.note.toPlainText() == ""
    assert len(seat.records(PainEntry)) == 1


def test_a_session_takes_back_nothing_from_before_it(seat: Seat):
    """Ctrl+Z on the stage must not remove the number that the rules go by."""
    seat.window_of_today()
    seat.click(seat.page.strip.buttons[2])
    seat.start(*steps("plank"))
    seat.undo()
    assert len(seat.records(PainEntry)) == 1


def test_after_the_session_its_keys_are_gone(seat: Seat):
    seat.practise(*steps("plank"))
    seat.pass_time(GET_READY + 21)
    seat.click("Skip")
    before = seat.texts
    seat.press(Key.Key_Space, Key.Key_Right, Key.Key_H, Key.Key_E)
    assert seat.page is seat.window.today
    assert seat.texts == before


# -- hints -------------------------------------------------------------------------------------


def test_each_button_says_its_key(seat: Seat):
    stage = seat.practise(*steps("plank"))
    parts = stage.desk.transport
    for part in (parts.back, parts.minus, parts.pause, parts.plus, parts.skip, parts.longer):
        assert part.toolTip()
        assert part.accessibleDescription() == part.toolTip()
    assert "H" in parts.hurts.toolTip()


def test_each_button_is_large_enough_for_a_finger(seat: Seat):
    stage = seat.practise(*steps("plank"))
    for part in stage.desk.transport.findChildren(QPushButton):
        if part.isVisible():
            assert part.height() >= 44


def test_a_button_of_no_use_now_is_grey(seat: Seat):
    stage = seat.practise(*steps("pack_up", "plank"))
    seat.pass_time(GET_READY + 1)
    assert not stage.desk.transport.longer.isEnabled()
    assert stage.desk.transport.done.isVisible()
    assert not stage.desk.transport.pause.isVisible()


def test_a_rest_is_called_a_rest(seat: Seat):
    stage = seat.practise(Step(exercise="squat", reps=1, sets=2, rest=10))
    seat.pass_time(GET_READY + 5)
    assert stage.desk.transport.longer.text() == "More time"
