"""It hurts: stopped already. What is asked, what is offered for each answer, what is on record."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from recovery_coach.coach.advice import word_label
from recovery_coach.coach.hurts import EMERGENCY, STOPPING, WORDS, Word
from recovery_coach.journal import HurtRecord, PainEntry, SessionRecord, SetRecord
from recovery_coach.library.models import Step
from recovery_coach.session.states import State
from recovery_coach.ui.finish import FinishPage
from recovery_coach.ui.hurt import HurtPage
from recovery_coach.ui.level_page import LevelPage
from recovery_coach.ui.routine_page import RoutinePage
from tests.ui.seat import Seat, steps

GET_READY = 5
GO_ON, SKIP, STOP, GENTLE = "Go on", "Skip this exercise", "Stop here", "Gentle moves instead"


def hurting(seat: Seat, start: int | None = None, gentle: bool = False) -> HurtPage:
    """In the third squat, after ``start`` before the session; H was pressed."""
    seat.window_of_today()
    if start is not None:
        seat.checked(start)
    seat.start(*steps("squat", "plank"), gentle=gentle)
    seat.pass_time(GET_READY + 9)
    seat.press(Qt.Key.Key_H)
    page = seat.page
    assert isinstance(page, HurtPage)
    return page


def answer(seat: Seat, score: int | None, word: Word | None) -> None:
    """Answer; what was answered before is asked again with the button that the answer became."""
    page = seat.page
    if score is not None:
        if not page.strip.isVisible():
            seat.click(f"{page.strip.value} of 10")
        seat.click(page.strip.buttons[score])
    if word is not None:
        if not page.word_buttons[word].isVisible():
            seat.click(word_label(page._word))
        seat.click(page.word_buttons[word])


def offered(seat: Seat) -> list[str]:
    return [b.text() for b in seat.page.offers.values() if b.isVisible() and b.isEnabled()]


def record(seat: Seat) -> HurtRecord:
    (one,) = seat.records(HurtRecord)
    return one


# -- what is asked -----------------------------------------------------------------------------


def test_nothing_is_filled_in_and_it_stands_still_from_the_start(seat: Seat):
    page = hurting(seat)
    assert page.strip.value is None
    assert not any(button.isChecked() for button in page.word_buttons.values())
    assert seat.stage.practice.player.state is State.PAUSED
    assert seat.sees("Stopped. How strong is it?")
    assert not seat.window.sidebar.isVisible()


def test_every_word_has_its_button(seat: Seat):
    page = hurting(seat)
    assert [button.text() for button in page.word_buttons.values()] == [
        "Sharp",
        "Into a leg or arm",
        "Numb or tingling",
        "Chest or breath",
        "Faint or dizzy",
        "None of these",
    ]


def test_where_it_was_is_on_record_before_anything_is_answered(seat: Seat):
    hurting(seat)
    one = record(seat)
    assert (one.exercise, one.set, one.rep, one.score, one.words) == ("squat", 1, 3, None, ())


def test_the_side_is_on_record(seat: Seat):
    seat.practise(Step(exercise="side_plank", hold=10, sets=2, rest=5))
    seat.pass_time(GET_READY + 10 + 5 + 2)
    seat.press(Qt.Key.Key_H)
    assert (record(seat).side, record(seat).set) == ("right", 1)


def test_the_side_of_the_repetition_is_on_record_where_sides_alternate(seat: Seat):
    seat.practise(*steps("dead_bug"))
    seat.pass_time(GET_READY + 5)
    seat.click("This hurts")
    assert (record(seat).side, record(seat).rep) == ("right", 2)


# -- what is offered ---------------------------------------------------------------------------


def test_before_both_are_answered_only_skipping_and_stopping_are_offered(seat: Seat):
    hurting(seat, start=3)
    assert offered(seat) == [SKIP, STOP]
    answer(seat, 3, None)
    assert offered(seat) == [SKIP, STOP]


def test_a_word_alone_does_not_let_anyone_go_on(seat: Seat):
    hurting(seat, start=3)
    answer(seat, None, "none")
    assert offered(seat) == [SKIP, STOP]


@pytest.mark.parametrize(("start", "highest"), [(None, 3), (0, 2), (1, 3), (3, 5), (5, 5), (7, 7)])
def test_going_on_is_offered_up_to_the_limit_and_never_above(
    seat: Seat, start: int | None, highest: int
):
    hurting(seat, start, gentle=start == 7)  # nothing else is open above 5
    answer(seat, None, "none")
    for score in range(11):
        answer(seat, score, None)
        expected = [GO_ON, SKIP, STOP] if score <= highest else [STOP, GENTLE]
        assert offered(seat) == expected, f"{score} after {start}"


@pytest.mark.parametrize("score", [0, 5, 10])
def test_sharp_pain_ends_the_exercise_at_any_number(seat: Seat, score: int):
    hurting(seat, start=5)
    answer(seat, score, "sharp")
    assert offered(seat) == [STOP, GENTLE]
    assert seat.sees("That exercise is over for today.")
    assert seat.sees("trouble with bladder or bowels")


def test_another_answer_changes_what_is_offered(seat: Seat):
    hurting(seat, start=2)
    answer(seat, 2, "sharp")
    answer(seat, None, "none")
    assert offered(seat) == [GO_ON, SKIP, STOP]
    assert not seat.sees("That exercise is over for today.")


def test_every_word_at_every_number_keeps_to_the_rules(seat: Seat):
    page = hurting(seat, start=3)
    for word in (w for w in WORDS if w not in STOPPING):
        for score in range(11):
            answer(seat, score, word)
            may = word == "none" and score <= 5
            assert (GO_ON in offered(seat)) == may
            assert STOP in offered(seat)
    assert page is seat.page


# -- warning signs -----------------------------------------------------------------------------


@pytest.mark.parametrize("word", sorted(STOPPING))
@pytest.mark.parametrize("score", [None, 0])
def test_a_warning_sign_ends_the_session_at_once_whatever_the_number(
    seat: Seat, word: Word, score: int | None
):
    hurting(seat, start=3)
    answer(seat, score, word)
    assert seat.stage.practice.player.state is State.STOPPED
    assert offered(seat) == ["Close"]
    assert not seat.page.strip.isVisible()
    assert not any(button.isVisible() for button in seat.page.word_buttons.values())
    one = record(seat)
    assert (one.words, one.score, one.action) == ((word,), score, "stop")
    (session,) = seat.records(SessionRecord)
    assert (session.state, session.stop_reason) == ("stopped", "hurt")
    assert seat.journal.checkpoints() == []


@pytest.mark.parametrize("word", sorted(STOPPING))
def test_it_says_what_to_do_first_and_whom_to_call(seat: Seat, word: Word):
    hurting(seat)
    answer(seat, None, word)
    first = next(text for text in seat.texts)
    expected = {"chest": "Get emergency help now.", "faint": "Stop. Sit or lie down now."}
    assert first == expected.get(word, "Stop here. Talk to a health service today.")
    assert seat.sees("your local emergency number")
    if word in EMERGENCY:
        assert seat.page._advice.itemAt(0).widget().property("role") == "alarm-card"


def test_closing_it_leads_to_the_screen_of_its_level_alone_and_no_start(seat: Seat):
    hurting(seat)
    answer(seat, None, "limb")
    seat.click("Close")
    assert isinstance(seat.page, LevelPage)
    assert not seat.window.sidebar.isVisible()
    assert not seat.can_start()
    assert seat.sees("You said in a session: it runs into a leg or arm.")
    assert seat.buttons("I have been seen by a professional")
    assert seat.window.stage is None


def test_escape_on_the_advice_does_not_take_it_away(seat: Seat):
    page = hurting(seat)
    answer(seat, None, "numb")
    seat.press(Qt.Key.Key_Escape)
    assert seat.page is page
    assert not seat.sees("End this session?")


# -- what follows ------------------------------------------------------------------------------


def test_going_on_counts_three_and_takes_up_the_very_instant(seat: Seat):
    hurting(seat, start=3)
    answer(seat, 4, "none")
    seat.click(seat.page.offers["go_on"])
    stage = seat.stage
    assert seat.page is stage
    assert stage.practice.player.state is State.RESUMING
    seat.pass_time(3)
    assert stage.practice.player.position == GET_READY + 9
    one = record(seat)
    assert (one.score, one.words, one.action) == (4, ("none",), "go_on")


def test_skipping_lands_on_the_next_exercise_and_says_why_the_set_was_left(seat: Seat):
    hurting(seat)
    seat.click(SKIP)
    assert seat.page is seat.stage
    assert seat.sees("Plank")
    assert seat.stage.practice.player.segment.kind == "transition"
    assert record(seat).action == "skip"
    (one,) = seat.records(SetRecord)
    assert (one.exercise, one.outcome, one.reps_done) == ("squat", "hurt", 2)


def test_skipping_the_last_exercise_is_the_finish(seat: Seat):
    seat.practise(*steps("squat"))
    seat.pass_time(GET_READY + 1)
    seat.press(Qt.Key.Key_H)
    seat.click(SKIP)
    assert isinstance(seat.page, FinishPage)


def test_a_later_set_is_not_put_down_to_the_pain_that_passed(seat: Seat):
    hurting(seat)
    seat.click(SKIP)
    seat.press(Qt.Key.Key_Right, Qt.Key.Key_Right)
    outcomes = {one.exercise: one.outcome for one in seat.records(SetRecord)}
    assert outcomes == {"squat": "hurt", "plank": "skipped"}


def test_stopping_asks_the_closing_questions(seat: Seat):
    hurting(seat)
    answer(seat, 7, "sharp")
    seat.click(STOP)
    assert isinstance(seat.page, FinishPage)
    assert seat.sees("Stopped here.")
    assert record(seat).action == "stop"
    (session,) = seat.records(SessionRecord)
    assert (session.state, session.stop_reason) == ("stopped", "hurt")


def test_gentle_moves_end_the_session_and_open_the_gentle_routine(seat: Seat):
    window = seat.sit_down()
    window.open_routine("pre_squat")
    seat.click("Start")
    seat.pass_time(GET_READY + 3)
    seat.press(Qt.Key.Key_H)
    answer(seat, 8, "sharp")
    seat.click(GENTLE)
    assert isinstance(seat.page, RoutinePage)
    assert seat.page.routine.id == "sore_day_gentle"
    assert record(seat).action == "gentle"
    assert seat.records(SessionRecord)[0].state == "stopped"
    assert window.stage is None


def test_escape_asks_whether_to_end_and_staying_leaves_the_questions_there(seat: Seat):
    page = hurting(seat)
    seat.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert seat.page is page
    assert seat.stage.practice.player.state is State.PAUSED


def test_closing_the_window_on_it_asks_and_keeps_the_record(seat: Seat):
    hurting(seat)
    assert not seat.window.close()
    seat.click("End and keep it")
    assert not seat.window.isVisible()
    assert seat.records(SetRecord)[0].outcome == "hurt"
    assert record(seat).rep == 3


def test_by_keyboard_alone_a_digit_and_a_word(seat: Seat):
    page = hurting(seat, start=3)
    while not page.strip.isAncestorOf(seat.application.focusWidget()):
        seat.press(Qt.Key.Key_Tab)
    seat.press(Qt.Key.Key_2)
    while seat.application.focusWidget() is not page.word_buttons["none"]:
        seat.press(Qt.Key.Key_Tab)
    seat.press(Qt.Key.Key_Space)
    assert offered(seat) == [GO_ON, SKIP, STOP]
    assert (record(seat).score, record(seat).words) == (2, ("none",))


def test_an_arrow_on_the_way_to_a_word_gives_no_answer(seat: Seat):
    """From None of these the arrow passes Faint: that must not end the session."""
    page = hurting(seat, start=3)
    seat.click(page.word_buttons["none"])
    seat.press(Qt.Key.Key_Left)
    assert seat.stage.practice.player.state is State.PAUSED
    assert record(seat).words == ("none",)


def test_a_second_click_on_a_word_does_not_take_it_back(seat: Seat):
    page = hurting(seat, start=3)
    answer(seat, 2, "none")
    seat.click("None of these")
    seat.click(page.word_buttons["none"])
    assert page.word_buttons["none"].isChecked()
    answer(seat, None, "sharp")
    assert [w for w, made in page.word_buttons.items() if made.isChecked()] == ["sharp"]


def test_the_number_given_here_is_no_entry_of_its_own(seat: Seat):
    hurting(seat, start=3)
    answer(seat, 6, None)
    assert [entry.nrs for entry in seat.records(PainEntry)] == [3]
