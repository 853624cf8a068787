"""The stage: what is seen of a session from the floor, while the clock moves by hand.

The routines are of small exercises: 5 s to get ready, then a plank of 20 s, five squats of 4 s
(lower 2, hold 1, lift 1), a side plank of 12 s a side, breaths of 4 s in and 6 s out.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTimer

from recovery_coach.journal import PainEntry, SessionRecord, SetRecord
from recovery_coach.library.models import Step
from recovery_coach.session.states import State
from recovery_coach.session.view import view_of
from recovery_coach.ui.bridge import FRAMES
from recovery_coach.ui.check_page import CheckPage
from recovery_coach.ui.finish import FinishPage
from recovery_coach.ui.level_page import LevelPage
from tests.factories import routine
from tests.fakes import ManualClock
from tests.ui.seat import Seat, steps

GET_READY = 5


def shown(seat: Seat) -> dict[str, str]:
    """The words of the stage that are visible, by what they are."""
    stage = seat.stage
    labels = {
        "kicker": stage.desk.kicker,
        "title": stage.desk.title,
        "side": stage.desk.side,
        "set": stage.desk.set,
        "cue": stage.desk.cue,
        "phase": stage.desk.phase,
        "next": stage.desk.next_name,
        "left": stage.desk.left,
        "notice": stage.desk.notice,
    }
    return {name: label.text() for name, label in labels.items() if label.isVisible()}


def count(seat: Seat) -> tuple[str, str]:
    """The ring's number and its unit, as it was last told to paint them."""
    view = seat.stage.desk.ring._view
    assert view is not None
    return view.count, view.unit


def timers(seat: Seat) -> list[QTimer]:
    """Every timer of the window that would wake the machine."""
    return [timer for timer in seat.window.findChildren(QTimer) if timer.isActive()]


# -- what is shown -----------------------------------------------------------------------------


def test_getting_ready_says_what_comes_and_counts_down(seat: Seat):
    seat.practise(*steps("plank"))
    assert shown(seat)["title"] == "Plank"
    assert shown(seat)["kicker"] == "Get ready · 1 of 1"
    assert shown(seat)["set"] == "20 s hold"
    assert shown(seat)["cue"] == "Stand tall."
    assert count(seat) == ("5", "seconds")
    seat.pass_time(3)
    assert count(seat) == ("2", "seconds")


def test_only_the_session_is_shown(seat: Seat):
    seat.practise(*steps("plank"))
    assert not seat.window.sidebar.isVisible()
    assert seat.page is seat.stage


def test_a_hold_counts_its_seconds_down_to_one_and_then_it_is_over(seat: Seat):
    seat.practise(*steps("plank", "march"))
    seat.pass_time(GET_READY)
    counted = [count(seat)[0]]
    for _ in range(19):
        seat.pass_time(1)
        counted.append(count(seat)[0])
    assert counted == [str(number) for number in range(20, 0, -1)]
    assert shown(seat)["phase"] == "Hold"
    seat.pass_time(1)
    assert shown(seat)["kicker"] == "Next · 2 of 2"
    assert shown(seat)["title"] == "March"


def test_repetitions_count_up_with_the_phase_and_its_seconds(seat: Seat):
    seat.practise(*steps("squat"))
    seat.pass_time(GET_READY)
    seen = []
    for _ in range(5):
        seen.append((*count(seat), shown(seat)["phase"]))
        seat.pass_time(1)
    assert seen == [
        ("1", "of 5", "Lower · 2"),
        ("1", "of 5", "Lower · 1"),
        ("1", "of 5", "Hold · 1"),
        ("1", "of 5", "Lift · 1"),
        ("2", "of 5", "Lower · 2"),
    ]


def test_breaths_are_counted_as_breaths(seat: Seat):
    seat.practise(*steps("breathing"))
    seat.pass_time(GET_READY)
    assert (*count(seat), shown(seat)["phase"]) == ("1", "of 3 breaths", "Breathe in · 4")
    seat.pass_time(4)
    assert shown(seat)["phase"] == "Breathe out · 6"
    seat.pass_time(6)
    assert count(seat)[0] == "2"


def test_the_side_is_a_word_and_an_arrow_that_points_there(seat: Seat):
    seat.practise(*steps("side_plank"))
    seat.pass_time(GET_READY)
    assert shown(seat)["side"] == "◀  Left side"
    seat.pass_time(12)
    assert shown(seat)["kicker"] == "Switch sides · 1 of 1"
    seat.pass_time(5)
    assert shown(seat)["side"] == "Right side  ▶"


def test_sides_in_turn_change_with_each_repetition(seat: Seat):
    seat.practise(*steps("dead_bug"))
    seat.pass_time(GET_READY)
    sides = []
    for _ in range(4):
        sides.append(shown(seat)["side"])
        seat.pass_time(4)
    assert sides == ["◀  Left side", "Right side  ▶"] * 2


def test_without_sides_and_sets_there_are_no_empty_chips(seat: Seat):
    seat.practise(*steps("plank"))
    seat.pass_time(GET_READY + 1)
    assert "side" not in shown(seat)
    assert "set" not in shown(seat)


def test_the_set_is_said_and_the_rest_between(seat: Seat):
    seat.practise(Step(exercise="squat", reps=2, sets=3, rest=10))
    seat.pass_time(GET_READY)
    assert shown(seat)["set"] == "Set 1 of 3"
    assert shown(seat)["next"] == "Squat"
    seat.pass_time(8)
    assert shown(seat)["kicker"] == "Rest · 1 of 1"
    assert count(seat) == ("10", "seconds")
    seat.pass_time(10)
    assert shown(seat)["set"] == "Set 2 of 3"


def test_one_cue_at_a_time_and_each_of_them_in_turn(seat: Seat):
    seat.practise(Step(exercise="squat", note="Build slowly."))
    seat.pass_time(GET_READY)
    cues = []
    for _ in range(4):
        cues.append(shown(seat)["cue"])
        seat.pass_time(4)
    assert cues == ["Build slowly.", "Sit down.", "Stand up.", "Breathe: out on the way up"]


def test_what_comes_next_is_named_while_there_is_time_to_get_ready(seat: Seat):
    seat.practise(*steps("plank", "march"))
    seat.pass_time(GET_READY + 5)
    assert shown(seat)["next"] == "March"
    assert seat.stage.desk.next_words.text() == "30 s"
    seat.pass_time(20)
    seat.pass_time(8)
    assert shown(seat)["next"] == "Finish"


def test_the_time_left_runs_down_to_nothing(seat: Seat):
    seat.practise(*steps("plank"))
    assert shown(seat)["left"] == "0:25 left"
    seat.pass_time(10)
    assert shown(seat)["left"] == "0:15 left"
    seat.pass_time(14)
    assert shown(seat)["left"] == "0:01 left"


def test_progress_is_one_piece_a_step_and_says_its_place(seat: Seat):
    stage = seat.practise(*steps("plank", "march"))
    assert stage.desk.progress.accessibleName() == "Step 1 of 2"
    before = stage.desk.progress.grab().toImage()
    seat.pass_time(20)
    assert stage.desk.progress.grab().toImage() != before
    seat.pass_time(6)
    assert stage.desk.progress.accessibleName() == "Step 2 of 2"


def test_the_ring_paints_every_kind_of_moment(seat: Seat):
    stage = seat.practise(*steps("plank", "squat", "breathing", "pack_up"))
    pictures = set()
    for _ in stage.practice.player.timeline.segments:
        picture = stage.desk.ring.grab().toImage()
        pictures.add(bytes(picture.constBits()))
        seat.press(Qt.Key.Key_Right)
    assert len(pictures) >= 5, "waiting, holding, counting, breathing and resting differ"


def test_the_clock_is_followed_however_late_the_timer_is(seat: Seat):
    """Time is computed, never counted."""
    even, late = seat.practise(*steps("plank")), 0.0
    for wait in (0.1, 1.9, 0.033, 1.7, 1.267):
        seat.clock.advance(wait)
        late += wait
        fire_once(seat)
        assert even.practice.player.position == pytest.approx(late)


def fire_once(seat: Seat) -> None:
    (timer,) = seat.stage.driver.findChildren(QTimer)
    timer.timeout.emit()


def test_the_windows_own_timer_moves_it(seat: Seat, qtbot):
    stage = seat.practise(*steps("plank"))
    seat.clock.advance(1)
    qtbot.waitUntil(lambda: stage.practice.player.position == 1, timeout=3000)
    assert count(seat) == ("4", "seconds")


def test_at_the_end_comes_the_finish_page_and_it_is_on_record(seat: Seat):
    seat.practise(*steps("plank"))
    seat.pass_time(26)
    assert isinstance(seat.page, FinishPage)
    assert seat.sees("Done.")
    assert seat.records(SessionRecord)[0].state == "finished"
    assert seat.records(SetRecord)[0].outcome == "done"


# -- the number before -------------------------------------------------------------------------


def test_getting_ready_asks_for_the_number_and_runs_on(seat: Seat, clock: ManualClock):
    stage = seat.practise(*steps("plank"))
    assert stage.desk.before.isVisible()
    assert stage.desk.before.value is None
    seat.pass_time(2)
    seat.click(stage.desk.before.buttons[2])
    assert not stage.desk.before.isVisible()
    assert stage.practice.player.state is State.RUNNING
    (entry,) = seat.records(PainEntry)
    assert (entry.nrs, entry.source, entry.session) == (2, "before", stage.practice.session_id)
    assert seat.records(SessionRecord)[0].pain_before == 2


@pytest.mark.parametrize("number", [3, 7])
def test_a_higher_number_stands_still_for_the_questions_and_takes_the_session_up_again(
    seat: Seat, number: int
):
    seat.window_of_today()
    stage = seat.start(*steps("plank"), gentle=True)
    seat.pass_time(2)
    seat.click(stage.desk.before.buttons[number])
    assert isinstance(seat.page, CheckPage)
    assert stage.practice.player.state is State.PAUSED
    seat.click("Not now")
    assert seat.page is stage
    assert stage.practice.player.state is State.PAUSED
    assert stage.practice.player.position == 2


def test_what_is_not_gentle_ends_where_the_questions_are_left(seat: Seat):
    stage = seat.practise(*steps("plank"))
    seat.click(stage.desk.before.buttons[4])
    seat.click("Not now")
    assert seat.page is seat.window.today
    assert seat.sees("Answer the open questions first.")
    assert seat.records(SessionRecord)[0].state == "stopped"


def test_a_low_number_at_the_start_lowers_nothing_that_stood(seat: Seat):
    seat.window_of_today()
    seat.checked(2, onset_time=(seat.clock.now() - timedelta(days=13)).isoformat())
    seat.clock.advance(25 * 3600)  # it has lasted for two weeks now
    overview = seat.window.overview
    assert overview.standing().level == "book"
    seat.window.start(replace(routine(*steps("plank")), access=("book",)))
    seat.click(seat.stage.desk.before.buttons[0])
    assert seat.page is seat.stage
    assert overview.standing().level == "book"


def test_a_number_of_8_ends_it_with_the_screen_of_its_level(seat: Seat):
    stage = seat.practise(*steps("plank"))
    seat.click(stage.desk.before.buttons[8])
    assert isinstance(seat.page, LevelPage)
    assert seat.window.stage is None
    assert not seat.can_start()
    assert seat.records(SessionRecord)[0].state == "stopped"


def test_nobody_has_to_answer(seat: Seat):
    stage = seat.practise(*steps("plank"))
    seat.pass_time(GET_READY + 1)
    assert not stage.desk.before.isVisible()
    assert shown(seat)["next"] == "Finish"
    assert seat.records(PainEntry) == []


@pytest.mark.parametrize(("minutes", "asked"), [(59, False), (61, True)])
def test_a_number_less_than_an_hour_old_is_not_asked_for_again(
    seat: Seat, clock: ManualClock, minutes: int, asked: bool
):
    at = clock.now() - timedelta(minutes=minutes)
    seat.prepare().journal.append(PainEntry(nrs=2, at=at, source="today"))
    seat.get_up()
    stage = seat.practise(*steps("plank"))
    assert stage.desk.before.isVisible() == asked
    assert stage.practice.pain_before == (None if asked else 2)


def test_by_keyboard_a_digit_answers_once_the_strip_is_reached(seat: Seat):
    stage = seat.practise(*steps("plank"))
    while not stage.desk.before.isAncestorOf(seat.application.focusWidget()):
        seat.press(Qt.Key.Key_Tab)
    seat.press(Qt.Key.Key_2)
    assert seat.records(PainEntry)[0].nrs == 2
    assert stage.practice.player.segment.kind == "get_ready"


# -- standing still ----------------------------------------------------------------------------


def test_a_pause_says_so_and_nothing_moves(seat: Seat):
    stage = seat.practise(*steps("plank"))
    seat.pass_time(10)
    seat.click("Pause")
    assert shown(seat)["phase"] == "Paused"
    seat.pass_time(30)
    assert stage.practice.player.position == 10


def test_going_on_counts_3_2_1_and_then_from_the_exact_instant(seat: Seat):
    stage = seat.practise(*steps("plank"))
    seat.pass_time(10.25)
    seat.click("Pause")
    seat.pass_time(60)
    seat.click("Go on")
    counted = []
    for _ in range(3):
        counted.append(count(seat)[0])
        assert shown(seat)["phase"] == "Get ready"
        assert stage.practice.player.position == 10.25
        seat.pass_time(1)
    assert counted == ["3", "2", "1"]
    assert stage.practice.player.state is State.RUNNING
    assert stage.practice.player.position == 10.25
    seat.pass_time(1)
    assert stage.practice.player.position == pytest.approx(11.25)


@pytest.mark.parametrize("slept", [True, False], ids=["suspended", "frozen"])
def test_after_a_gap_it_stands_where_it_was_seen_last_and_says_why(seat: Seat, slept: bool):
    stage = seat.practise(*steps("plank"))
    seat.pass_time(10)
    (seat.clock.suspend if slept else seat.clock.advance)(10)
    fire_once(seat)
    assert stage.practice.player.state is State.PAUSED
    assert stage.practice.player.position == 10
    assert shown(seat)["notice"] == "Paused: nothing was seen for 10 s. Go on when you are ready."
    seat.press(Qt.Key.Key_Space)
    assert "notice" not in shown(seat)


def test_an_until_done_step_waits_for_the_person(seat: Seat):
    stage = seat.practise(*steps("pack_up", "plank"))
    seat.pass_time(GET_READY + 1)
    assert shown(seat)["phase"] == "Until you are done"
    assert count(seat) == ("", "take your time")
    seat.pass_time(300)
    assert stage.practice.player.state is State.WAITING
    seat.click("Done")
    assert shown(seat)["title"] == "Plank"


# -- the driver --------------------------------------------------------------------------------


def test_the_next_tick_is_never_later_than_the_next_cue(seat: Seat):
    stage = seat.practise(*steps("plank", "squat", "breathing", "side_plank"))
    (timer,) = stage.driver.findChildren(QTimer)
    player = stage.practice.player
    while not player.ended:
        due = player.next_due()
        assert due is not None
        assert timer.isActive()
        assert timer.isSingleShot()
        assert timer.timerType() is Qt.TimerType.PreciseTimer
        assert timer.interval() <= due * 1000 + 1
        assert timer.interval() <= FRAMES[0] * 1000 + 1
        seat.pass_time(0.37, step=0.37)


def test_a_cue_is_given_the_moment_it_is_due(seat: Seat):
    stage = seat.practise(*steps("plank"))
    late: list[float] = []
    stage.driver.cue_due.connect(lambda event: late.append(event.late))
    (timer,) = stage.driver.findChildren(QTimer)
    while not stage.practice.player.ended:
        seat.clock.advance(max(timer.interval(), 1) / 1000)
        fire_once(seat)
    assert len(late) > 5
    assert max(late) <= 0.001


def test_while_nothing_can_happen_nothing_wakes_the_machine(seat: Seat):
    window = seat.window_of_today()
    assert timers(seat) == []
    seat.start(*steps("pack_up", "plank"))
    assert len(timers(seat)) == 1
    seat.press(Qt.Key.Key_Space)
    assert timers(seat) == [], "paused"
    seat.press(Qt.Key.Key_Space)
    seat.pass_time(3)
    seat.pass_time(GET_READY)
    assert seat.stage.practice.player.state is State.WAITING
    assert timers(seat) == [], "waiting"
    seat.press(Qt.Key.Key_Return)
    assert len(timers(seat)) == 1
    seat.press(Qt.Key.Key_H)
    assert timers(seat) == [], "on the page of what hurts"
    seat.click("Stop here")
    assert timers(seat) == [], "on the finish page"
    seat.click("Skip")
    seat.click("Close")
    assert seat.page is window.today
    assert timers(seat) == [], "on Today again"


# -- leaving -----------------------------------------------------------------------------------


def test_closing_the_window_in_mid_session_asks_first(seat: Seat):
    stage = seat.practise(*steps("plank"))
    seat.pass_time(10)
    assert not seat.window.close()
    assert seat.window.isVisible()
    assert seat.sees("End this session?")
    assert stage.practice.player.state is State.PAUSED


def test_ending_keeps_what_was_done_and_then_closes(seat: Seat):
    seat.practise(*steps("plank"))
    seat.pass_time(GET_READY + 8)
    window = seat.window
    window.close()
    seat.click("End and keep it")
    assert not window.isVisible()
    (record,) = seat.records(SessionRecord)
    assert (record.state, record.stop_reason) == ("stopped", "asked")
    assert record.active_seconds == pytest.approx(8)
    (one,) = seat.records(SetRecord)
    assert (one.outcome, one.seconds) == ("partial", pytest.approx(8))
    assert seat.journal.checkpoints() == []


def test_staying_goes_on_where_it_was(seat: Seat):
    stage = seat.practise(*steps("plank"))
    seat.pass_time(10)
    seat.window.close()
    seat.click(seat.window.overlays.question.buttons[0])
    seat.pass_time(3)
    seat.pass_time(1)
    assert stage.practice.player.position == pytest.approx(11)
    assert not seat.sees("End this session?")


def test_closing_twice_asks_once(seat: Seat):
    seat.practise(*steps("plank"))
    for _ in range(3):
        assert not seat.window.close()
    assert len([text for text in seat.texts if text == "End this session?"]) == 1


def test_outside_a_session_it_closes_at_once(seat: Seat):
    assert seat.sit_down().close()


def test_what_is_seen_is_what_the_terminal_would_say(seat: Seat):
    """Window and terminal read one description."""
    stage = seat.practise(*steps("squat", "side_plank"))
    for _ in range(20):
        seat.pass_time(1)
        view = view_of(stage.practice.player)
        assert shown(seat)["title"] == view.title
        assert count(seat) == (view.count, view.unit)
