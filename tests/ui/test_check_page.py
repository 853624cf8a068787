"""The check of warning signs: calm, by keyboard, and what is not answered stays unknown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton

from recovery_coach.coach.numbers import Numbers
from recovery_coach.redflags.model import Answers, Group
from recovery_coach.ui.answers import Choices, Count, Strip, When, time_of
from recovery_coach.ui.check_group import GroupCard
from recovery_coach.ui.check_page import CheckPage
from recovery_coach.ui.sidebar import Sidebar
from tests import checks
from tests.fakes import ManualClock
from tests.ui.seat import Seat

Key = Qt.Key
ALL_NO = {"leg_numb_side": "none", "leg_weakness": "no", "gait_or_coordination": "no"}


class Heard:
    """What a page told, in order."""

    def __init__(self, page: CheckPage) -> None:
        self.changes: list[dict[str, str]] = []
        self.answers: list[dict[str, str]] = []
        self.left = 0
        page.changed.connect(self.changes.append)
        page.answered.connect(self.answers.append)
        page.left.connect(self._leave)

    def _leave(self) -> None:
        self.left += 1


def open_check(
    seat: Seat,
    groups: Sequence[Group] = checks.TRIGGERED,
    known: Answers | None = None,
    full: bool = False,
    starting: str = "",
) -> tuple[CheckPage, Heard]:
    window = seat.sit_down()
    page = CheckPage(
        window.look,
        groups,
        known or {},
        full,
        starting,
        numbers=Numbers("999"),
        now=seat.clock.now(),
    )
    heard = Heard(page)
    window.show_page(page, alone=True)
    seat.application.processEvents()
    return page, heard


def card_of(page: CheckPage, group: Group) -> GroupCard:
    return next(card for card in page.cards if card.group is group)


def control(page: CheckPage, field: str) -> Any:
    """What answers a question that is shown."""
    return next(card.controls[field] for card in page.cards if field in card.controls)


def choose(seat: Seat, page: CheckPage, field: str, label: str) -> None:
    choices = control(page, field)
    assert isinstance(choices, Choices)
    seat.click(next(made for made in choices.buttons if made.text() == label))


def shown(page: CheckPage, field: str) -> str:
    """The label of the choice that is shown as taken; empty where there is none."""
    return next((made.text() for made in control(page, field).buttons if made.isChecked()), "")


def none_of(page: CheckPage, group: Group) -> QPushButton:
    made = card_of(page, group).none
    assert made is not None
    return made


# -- what is there -----------------------------------------------------------------------------


def test_what_was_triggered_stands_on_one_screen_with_nothing_filled_in(seat: Seat):
    page, _ = open_check(seat)
    for group in checks.TRIGGERED:
        assert seat.sees(group.title)
        for question in group.questions:
            assert seat.sees(question.text)
            assert shown(page, question.field) == ""
    assert page.answers == {}
    assert seat.sees("0 of 6 answered")
    assert not list(seat.all(Sidebar))


def test_at_the_top_stands_whom_to_call(seat: Seat):
    page, _ = open_check(seat)
    assert page.help_line.text() == "If you need help now: call 999"
    assert page.help_line.isVisible()


def test_answers_that_are_known_are_shown(seat: Seat):
    page, heard = open_check(seat, known={"fever": "yes", "leg_numb_side": "left", "age": "60-64"})
    assert shown(page, "fever") == "Yes"
    assert shown(page, "leg_numb_side") == "Left"
    assert seat.sees("2 of 6 answered")
    seat.click("Done")
    assert heard.answers == [{"fever": "yes", "leg_numb_side": "left"}]


def test_a_check_before_a_session_says_what_comes_after_it(seat: Seat):
    page, _ = open_check(seat, starting="Core stability")
    assert page.done.text() == "Done, go on to Core stability"


def test_a_long_name_is_left_to_the_screen_reader(seat: Seat):
    name = "Evening wind-down after a long day at the desk, slow and easy"
    page, _ = open_check(seat, starting=name)
    assert page.done.text() == "Done, go on"
    assert page.done.accessibleName() == f"Done, go on to {name}"


# -- answering ---------------------------------------------------------------------------------


def test_every_answer_is_told_at_once(seat: Seat):
    page, heard = open_check(seat)
    choose(seat, page, "chest_breath", "Yes")
    assert heard.changes == [{"chest_breath": "yes"}]
    choose(seat, page, "chest_breath", "No")
    assert heard.changes[-1] == {"chest_breath": "no"}
    assert heard.answers == []
    assert seat.sees("1 of 6 answered")


def test_none_of_these_is_a_no_to_all_of_them(seat: Seat):
    page, heard = open_check(seat)
    seat.click(none_of(page, checks.LEGS))
    assert heard.changes == [ALL_NO]
    assert [shown(page, field) for field in ALL_NO] == ["No", "No", "No"]
    assert none_of(page, checks.LEGS).isChecked()
    assert seat.sees("3 of 6 answered")


def test_after_none_of_these_each_can_be_changed(seat: Seat):
    page, heard = open_check(seat)
    seat.click(none_of(page, checks.LEGS))
    choose(seat, page, "leg_weakness", "A little")
    assert heard.changes[-1] == {**ALL_NO, "leg_weakness": "mild"}
    assert not none_of(page, checks.LEGS).isChecked()


def test_what_was_said_is_not_wiped_out_by_none_of_the_others(seat: Seat):
    page, heard = open_check(seat)
    choose(seat, page, "leg_numb_side", "Both")
    assert none_of(page, checks.LEGS).text() == "None of the others"
    seat.click(none_of(page, checks.LEGS))
    assert heard.changes[-1] == {**ALL_NO, "leg_numb_side": "both"}


def test_one_by_one_they_come_to_none_of_these(seat: Seat):
    page, _ = open_check(seat)
    for field in ALL_NO:
        choose(seat, page, field, "No")
    assert none_of(page, checks.LEGS).isChecked()


def test_pressed_again_none_of_these_stays(seat: Seat):
    page, heard = open_check(seat)
    seat.click(none_of(page, checks.LEGS))
    seat.click(none_of(page, checks.LEGS))
    assert none_of(page, checks.LEGS).isChecked()
    assert heard.changes[-1] == ALL_NO


# -- leaving -----------------------------------------------------------------------------------


def test_nobody_has_to_answer_and_it_is_said_what_that_means(seat: Seat):
    page, heard = open_check(seat)
    assert seat.sees("You can leave questions open.")
    assert seat.sees("we cannot give advice")
    assert page.done.isEnabled()
    seat.click("Done")
    assert heard.answers == [{}]


def test_with_all_answered_nothing_more_is_said_of_it(seat: Seat):
    page, heard = open_check(seat)
    for group in checks.TRIGGERED:
        seat.click(none_of(page, group))
    assert seat.sees("6 of 6 answered")
    assert not seat.sees("we cannot give advice")
    seat.click("Done")
    assert len(heard.answers[0]) == 6


def test_it_can_be_left(seat: Seat):
    _, heard = open_check(seat)
    seat.click("Not now")
    assert (heard.left, heard.answers) == (1, [])


# -- the full check ----------------------------------------------------------------------------


def test_the_full_check_asks_one_group_at_a_time(seat: Seat):
    page, _ = open_check(seat, checks.GROUPS, full=True)
    assert [card.is_open for card in page.cards] == [True, False, False, False, False]
    assert seat.sees(checks.SADDLE.questions[0].text)
    assert not seat.sees(checks.LEGS.questions[0].text)
    assert all(seat.sees(group.title) for group in checks.GROUPS)
    assert seat.sees("0 of 5 answered")


def test_none_of_these_goes_on_to_the_next_group(seat: Seat):
    page, _ = open_check(seat, checks.GROUPS, full=True)
    seat.click(none_of(page, checks.SADDLE))
    assert card_of(page, checks.LEGS).is_open
    assert not card_of(page, checks.SADDLE).is_open
    assert seat.sees("None of these")
    assert seat.sees("1 of 5 answered")


def test_a_yes_does_not_move_anything_away(seat: Seat):
    page, _ = open_check(seat, checks.GROUPS, full=True)
    for question in checks.SADDLE.questions:
        choose(seat, page, question.field, "New or worse")
    assert card_of(page, checks.SADDLE).is_open
    seat.click("Next")
    assert card_of(page, checks.LEGS).is_open
    assert seat.sees("Trouble holding stool, or not feeling it? New or worse")


def test_what_is_left_open_is_said_on_its_card(seat: Seat):
    page, _ = open_check(seat, checks.GROUPS, full=True)
    choose(seat, page, "saddle_change", "No")
    seat.click("Next")
    assert seat.sees("2 still open")
    assert seat.sees("0 of 5 answered")


def test_a_card_is_unfolded_again_with_its_answers(seat: Seat):
    page, _ = open_check(seat, checks.GROUPS, full=True)
    seat.click(none_of(page, checks.SADDLE))
    seat.click("Change")
    assert card_of(page, checks.SADDLE).is_open
    assert shown(page, "bladder_change") == "No"


def test_the_card_that_is_unfolded_comes_into_sight(seat: Seat):
    page, _ = open_check(seat, checks.GROUPS, full=True)
    seat.window.resize(900, 600)
    card = card_of(page, checks.COURSE)
    assert card.opener is not None
    card.opener.click()
    for _ in range(3):
        seat.application.processEvents()
    top = card.mapTo(page.scrolled.viewport(), card.rect().topLeft()).y()
    assert 0 <= top <= 40


def test_after_the_last_group_all_are_folded_and_done_is_next(seat: Seat):
    page, _ = open_check(seat, (checks.LEGS, checks.CHEST), full=True)
    seat.click(none_of(page, checks.LEGS))
    seat.click(none_of(page, checks.CHEST))
    assert not any(card.is_open for card in page.cards)
    assert page.done.hasFocus()
    assert seat.sees("2 of 2 answered")


def test_with_answers_known_it_begins_where_one_is_missing(seat: Seat):
    known = {question.field: "no" for question in checks.SADDLE.questions}
    page, _ = open_check(seat, checks.GROUPS, known, full=True)
    assert card_of(page, checks.LEGS).is_open


# -- numbers and times -------------------------------------------------------------------------


def test_a_number_has_nothing_filled_in(seat: Seat):
    page, heard = open_check(seat, (checks.COURSE,))
    strip, count = control(page, "current_nrs"), control(page, "episodes_6m")
    assert isinstance(strip, Strip)
    assert strip.value is None
    assert isinstance(count, Count)
    assert count.box.text() == "–"
    seat.click(strip.buttons[0])
    seat.click(count.plus)
    assert heard.changes[-1] == {"current_nrs": "0", "episodes_6m": "0"}
    seat.click(count.plus)
    assert heard.changes[-1]["episodes_6m"] == "1"


def test_a_number_can_be_typed_and_taken_back(seat: Seat):
    page, heard = open_check(seat, (checks.COURSE,))
    count = control(page, "episodes_6m")
    count.box.setFocus()
    seat.application.processEvents()
    seat.type("12")
    seat.press(Key.Key_Return)
    assert heard.changes[-1] == {"episodes_6m": "12"}
    count.show_answer("0")
    seat.click(count.minus)
    assert heard.changes[-1] == {}


@pytest.mark.parametrize(
    ("label", "day"),
    [
        ("Today", "2026-03-04"),
        ("Yesterday", "2026-03-03"),
        ("3 days ago", "2026-03-01"),
        ("2 weeks ago", "2026-02-18"),
        ("3 months ago or more", "2025-12-03"),
    ],
)
def test_when_it_began_is_the_beginning_of_a_day(seat: Seat, label: str, day: str):
    page, heard = open_check(seat, (checks.COURSE,))
    when = control(page, "onset_time")
    assert isinstance(when, When)
    seat.click(next(made for made in when.choices.buttons if made.text() == label))
    assert heard.changes == [{"onset_time": f"{day}T00:00:00+01:00"}]


def test_when_it_began_may_be_a_date(seat: Seat):
    page, heard = open_check(seat, (checks.COURSE,))
    when = control(page, "onset_time")
    assert not when.day.isVisible()
    seat.click("On a date…")
    assert when.day.isVisible()
    for _ in range(5):
        seat.click(when.day.minus)
    assert heard.changes[-1] == {"onset_time": "2026-02-27T00:00:00+01:00"}


@pytest.mark.parametrize(
    ("known", "label"),
    [
        ("2026-03-03T22:00:00+01:00", "Yesterday"),
        ("48h", "2 days ago"),
        ("2026-02-21T08:00:00+01:00", "On a date…"),
        ("some time", ""),
    ],
)
def test_a_time_that_is_known_is_shown(seat: Seat, known: str, label: str):
    page, heard = open_check(seat, (checks.COURSE,), {"onset_time": known})
    when = control(page, "onset_time")
    taken = [made.text() for made in when.choices.buttons if made.isChecked()]
    assert taken == ([label] if label else [])
    assert when.day.isVisible() == (label == "On a date…")
    assert heard.changes == []


@pytest.mark.parametrize("text", ["", "h", "nanh", "1e400h", "-", "2026-13-01"])
def test_nonsense_is_no_time(text: str, clock: ManualClock):
    assert time_of(text, clock.now()) is None


def test_a_time_without_an_offset_is_here(clock: ManualClock):
    now = clock.now()
    assert time_of("2026-03-04T07:00", now) == datetime(2026, 3, 4, 7, tzinfo=now.tzinfo)


# -- by keyboard, and for a screen reader --------------------------------------------------------


def test_by_keyboard_alone(seat: Seat):
    page, heard = open_check(seat, (checks.LEGS,))
    seat.press(Key.Key_Tab, Key.Key_Right, Key.Key_Space)  # Left, on to Right, chosen
    assert heard.changes == [{"leg_numb_side": "right"}]
    seat.press(Key.Key_Tab, Key.Key_Tab, Key.Key_Tab, Key.Key_Space)
    assert heard.changes[-1] == {**ALL_NO, "leg_numb_side": "right"}
    seat.press(Key.Key_Tab, Key.Key_Tab, Key.Key_Return)
    assert heard.answers == [{**ALL_NO, "leg_numb_side": "right"}]
    assert page.done.hasFocus()


def test_an_arrow_only_moves(seat: Seat):
    page, heard = open_check(seat, (checks.LEGS,))
    seat.press(Key.Key_Tab, Key.Key_Right, Key.Key_Right, Key.Key_Left)
    assert heard.changes == []
    assert control(page, "leg_numb_side").buttons[1].hasFocus()


def test_page_down_scrolls(seat: Seat):
    page, _ = open_check(seat, checks.GROUPS)
    seat.window.resize(900, 600)
    seat.application.processEvents()
    seat.press(Key.Key_PageDown)
    assert page.scrolled.verticalScrollBar().value() > 0


def test_every_choice_is_named_with_its_question(seat: Seat):
    page, _ = open_check(seat, (checks.LEGS,))
    names = [made.accessibleName() for made in control(page, "leg_numb_side").buttons]
    assert names[0] == "New numbness or tingling in a leg or foot? Left"
    assert none_of(page, checks.LEGS).accessibleName() == "Legs: None of these"


def test_the_next_group_and_how_far_it_is_are_said(seat: Seat, monkeypatch: pytest.MonkeyPatch):
    page, _ = open_check(seat, checks.GROUPS, full=True)
    said: list[str] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: said.append(event.message())
    )
    seat.click(none_of(page, checks.SADDLE))
    assert said == ["Legs. 1 of 5 answered"]
    assert QApplication.focusWidget() is card_of(page, checks.LEGS)
