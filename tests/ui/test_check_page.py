"""The check of warning signs: calm, by keyboard, and what is not answered stays unknown."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from recovery_coach.base.i18n import tr, use_language
from recovery_coach.base.paths import find_resources
from recovery_coach.coach.numbers import Numbers
from recovery_coach.redflags.model import Answers, Group
from recovery_coach.ui.answers import Choices, Count, Strip, When, time_of
from recovery_coach.ui.check_group import GroupCard
from recovery_coach.ui.check_page import CheckPage
from recovery_coach.ui.controls import Segment
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
    counting: Collection[str] = (),
) -> tuple[CheckPage, Heard]:
    window = seat.sit_down()
    page = CheckPage(
        window.look,
        groups,
        known or {},
        full,
        starting,
        counting=counting,
        numbers=Numbers("999"),
        now=seat.clock.now(),
    )
    heard = Heard(page)
    window.show_page(page, alone=True)
    seat.application.processEvents()
    return page, heard


def card_of(page: CheckPage, group: Group) -> GroupCard:
    return next(card for card in page.cards if card.group.id == group.id)


def control(page: CheckPage, field: str) -> Any:
    """What answers a question that is shown."""
    return next(card.controls[field] for card in page.cards if field in card.controls)


def unfold(seat: Seat, page: CheckPage, group: Group) -> None:
    """By *One of these…*, or by *Change*."""
    opener = card_of(page, group).opener
    assert opener is not None
    seat.click(opener)


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
    assert not any(isinstance(made, Segment) for made in seat.all(QPushButton))
    assert page.answers == {}
    assert seat.sees("0 of 2 answered")
    assert not list(seat.all(Sidebar))


def test_a_hint_stands_in_the_line_of_its_question(seat: Seat):
    open_check(seat, (checks.SADDLE,))
    (question, *_) = checks.SADDLE.questions
    assert seat.sees(f"{question.text} Also when wiping.")


def test_at_the_top_stands_whom_to_call(seat: Seat):
    page, _ = open_check(seat)
    assert page.help_line.text() == "If you need help now: call 999"
    assert page.help_line.isVisible()


def test_answers_that_are_known_are_shown(seat: Seat):
    page, heard = open_check(seat, known={"fever": "yes", "leg_numb_side": "left", "age": "60-64"})
    assert seat.sees("New numbness or tingling in a leg or foot? Left")
    assert seat.sees("Fever of 38 °C or more, or shivering? Yes")
    unfold(seat, page, checks.CHEST)
    assert shown(page, "fever") == "Yes"
    assert seat.sees("0 of 2 answered")
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


def test_none_of_these_is_a_no_to_all_of_them_and_leaves_one_line(seat: Seat):
    page, heard = open_check(seat)
    seat.click(none_of(page, checks.LEGS))
    assert heard.changes == [ALL_NO]
    assert seat.sees("Legs: None of these")
    assert not seat.sees(checks.LEGS.questions[0].text)
    assert seat.sees("1 of 2 answered")


def test_one_of_these_unfolds_them_with_nothing_answered(seat: Seat):
    page, heard = open_check(seat)
    unfold(seat, page, checks.LEGS)
    assert [shown(page, field) for field in ALL_NO] == ["", "", ""]
    assert card_of(page, checks.CHEST).shape == "brief"
    assert heard.changes == []


def test_every_answer_is_told_at_once(seat: Seat):
    page, heard = open_check(seat)
    unfold(seat, page, checks.CHEST)
    choose(seat, page, "chest_breath", "Yes")
    assert heard.changes == [{"chest_breath": "yes"}]
    choose(seat, page, "chest_breath", "No")
    assert heard.changes[-1] == {"chest_breath": "no"}
    assert heard.answers == []
    assert seat.sees("0 of 2 answered")


def test_chosen_once_more_an_answer_is_taken_back(seat: Seat):
    page, heard = open_check(seat)
    unfold(seat, page, checks.CHEST)
    choose(seat, page, "chest_breath", "Yes")
    choose(seat, page, "chest_breath", "Yes")
    assert shown(page, "chest_breath") == ""
    assert heard.changes[-1] == {}
    choose(seat, page, "chest_breath", "Yes")
    assert heard.changes[-1] == {"chest_breath": "yes"}


def test_after_none_of_these_each_can_be_changed(seat: Seat):
    page, heard = open_check(seat)
    seat.click(none_of(page, checks.LEGS))
    unfold(seat, page, checks.LEGS)
    assert [shown(page, field) for field in ALL_NO] == ["No", "No", "No"]
    choose(seat, page, "leg_weakness", "A little")
    assert heard.changes[-1] == {**ALL_NO, "leg_weakness": "mild"}
    seat.click("Next")
    assert seat.sees("Legs: Has a leg become weak? A little")


def test_what_was_said_is_not_wiped_out_by_none_of_the_others(seat: Seat):
    page, heard = open_check(seat)
    unfold(seat, page, checks.LEGS)
    choose(seat, page, "leg_numb_side", "Both")
    assert none_of(page, checks.LEGS).text() == "None of the others"
    seat.click(none_of(page, checks.LEGS))
    assert heard.changes[-1] == {**ALL_NO, "leg_numb_side": "both"}
    assert seat.sees("New numbness or tingling in a leg or foot? Both")


def test_one_by_one_they_come_to_none_of_these(seat: Seat):
    page, _ = open_check(seat)
    unfold(seat, page, checks.LEGS)
    for field in ALL_NO:
        choose(seat, page, field, "No")
    seat.click("Next")
    assert seat.sees("Legs: None of these")


def test_a_yes_does_not_move_anything_away(seat: Seat):
    page, _ = open_check(seat)
    unfold(seat, page, checks.CHEST)
    for question in checks.CHEST.questions:
        choose(seat, page, question.field, "Yes")
    assert card_of(page, checks.CHEST).shape == "open"


def test_what_is_left_open_is_as_small_as_before_with_what_was_said(seat: Seat):
    page, _ = open_check(seat)
    unfold(seat, page, checks.LEGS)
    choose(seat, page, "leg_numb_side", "Left")
    seat.click("Next")
    assert card_of(page, checks.LEGS).shape == "brief"
    assert none_of(page, checks.LEGS).text() == "None of the others"
    assert seat.sees("New numbness or tingling in a leg or foot? Left")


ONE = Group("fever", "Feeling ill", (checks.CHEST.questions[2],), "None of these")
SIDE = Group("numb", "Legs", (checks.LEGS.questions[0],), "None of these")


def test_one_question_alone_is_answered_by_no_and_yes(seat: Seat):
    page, heard = open_check(seat, (ONE,))
    assert none_of(page, ONE).text() == "No"
    seat.click("Yes")
    assert heard.changes == [{"fever": "yes"}]
    assert seat.sees("Feeling ill: Yes")


def test_one_question_with_more_than_a_yes_unfolds(seat: Seat):
    page, heard = open_check(seat, (SIDE,))
    seat.click("Yes…")
    assert heard.changes == []
    choose(seat, page, "leg_numb_side", "Right")
    assert heard.changes == [{"leg_numb_side": "right"}]
    assert seat.sees("Legs: Right")


def test_what_has_no_such_button_stands_there_with_its_answers(seat: Seat):
    page, _ = open_check(seat, (checks.SELF_HARM, checks.COURSE))
    assert [card.shape for card in page.cards] == ["open", "open"]
    choose(seat, page, "self_harm", "No")
    assert seat.sees("How you are: No")
    seat.click("Next")
    assert [card.shape for card in page.cards] == ["line", "open"]


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
    assert seat.sees("2 of 2 answered")
    assert not seat.sees("we cannot give advice")
    seat.click("Done")
    assert len(heard.answers[0]) == 6


def test_it_can_be_left(seat: Seat):
    _, heard = open_check(seat)
    seat.click("Not now")
    assert (heard.left, heard.answers) == (1, [])


def test_escape_is_not_now(seat: Seat):
    page, heard = open_check(seat)
    seat.press(Key.Key_Escape)
    assert (heard.left, heard.answers) == (1, [])
    unfold(seat, page, checks.LEGS)
    seat.press(Key.Key_Escape)
    assert heard.left == 2


def test_what_lies_over_it_goes_first(seat: Seat):
    _, heard = open_check(seat)
    seat.press(Key.Key_Question)
    seat.press(Key.Key_Escape)
    assert heard.left == 0


# -- from group to group -------------------------------------------------------------------------


def test_none_of_these_leads_to_that_of_the_next_group(seat: Seat):
    page, _ = open_check(seat, (checks.SADDLE, checks.LEGS, checks.CHEST))
    seat.click(none_of(page, checks.LEGS))
    assert none_of(page, checks.CHEST).hasFocus()
    seat.press(Key.Key_Space)
    assert none_of(page, checks.SADDLE).hasFocus()
    seat.press(Key.Key_Space)
    assert page.done.hasFocus()


def test_after_the_last_done_is_the_one_thing_to_do(seat: Seat):
    page, _ = open_check(seat)
    assert page.done.property("kind") == "plain"
    for group in checks.TRIGGERED:
        seat.click(none_of(page, group))
    assert page.done.property("kind") == "primary"
    assert page.done.hasFocus()


def test_what_has_no_such_button_is_entered_without_an_answer_under_the_finger(seat: Seat):
    page, heard = open_check(seat, (checks.LEGS, checks.SELF_HARM))
    seat.click(none_of(page, checks.LEGS))
    assert card_of(page, checks.SELF_HARM).hasFocus()
    seat.press(Key.Key_Space)
    assert heard.changes == [ALL_NO]
    seat.press(Key.Key_Tab, Key.Key_Right, Key.Key_Space)
    assert heard.changes[-1] == {**ALL_NO, "self_harm": "no"}


def test_the_card_that_is_next_comes_into_sight(seat: Seat):
    page, _ = open_check(seat, (checks.SADDLE, checks.COURSE, checks.LEGS, checks.CHEST))
    seat.window.resize(900, 600)
    for _ in range(3):
        seat.application.processEvents()
    assert not none_of(page, checks.CHEST).visibleRegion().boundingRect().height()
    seat.click(none_of(page, checks.LEGS))
    for _ in range(3):
        seat.application.processEvents()
    made = none_of(page, checks.CHEST)
    assert made.visibleRegion().boundingRect().height() == made.height()


# -- what is optional ----------------------------------------------------------------------------

COUNTS = {question.field for group in checks.TRIGGERED for question in group.questions}
WITH_MORE = (checks.COURSE, *checks.TRIGGERED)


def test_what_does_not_count_comes_last_and_is_folded_away(seat: Seat):
    page, _ = open_check(seat, WITH_MORE, counting=COUNTS)
    assert [card.group.id for card in page.cards] == ["legs", "chest", "course"]
    assert seat.sees("More about it (optional)")
    assert not seat.sees(checks.COURSE.questions[0].text)
    assert seat.sees("0 of 2 answered")


def test_it_can_be_answered_at_any_time(seat: Seat):
    page, heard = open_check(seat, WITH_MORE, counting=COUNTS)
    seat.click("Answer")
    assert card_of(page, checks.COURSE).hasFocus()
    seat.click("Yesterday")
    assert set(heard.changes[-1]) == {"onset_time"}
    assert seat.sees("0 of 2 answered")


def test_with_all_that_counts_answered_it_is_offered_and_done_is_next(seat: Seat):
    page, _ = open_check(seat, WITH_MORE, counting=COUNTS)
    for group in checks.TRIGGERED:
        seat.click(none_of(page, group))
    assert seat.sees(checks.COURSE.questions[0].text)
    assert seat.sees("2 of 2 answered")
    assert seat.sees("The rest is optional.")
    assert page.done.hasFocus()
    assert page.done.property("kind") == "primary"


def test_where_nothing_counts_nothing_is_optional(seat: Seat):
    page, _ = open_check(seat, (checks.COURSE,), counting={"fever"})
    assert page.more is None
    assert seat.sees("0 of 1 answered")


# -- the shipped questions -----------------------------------------------------------------------


def due(seat: Seat) -> CheckPage:
    """Before a warm-up with a number of 4, the health background unknown."""
    window = seat.sit_down()
    window.today.strip.buttons[4].click()
    window.toast.hide()
    window.sessions.start_by_id("pre_deadlift")
    for _ in range(3):
        seat.application.processEvents()
    assert isinstance(window.page, CheckPage)
    return window.page


def test_what_is_due_before_a_session_fits_on_one_screen(seat: Seat):
    page = due(seat)
    assert seat.sees("0 of 9 answered")
    for card in page.cards[:9]:
        assert card.visibleRegion().boundingRect().size() == card.size(), card.group.title
    assert [card.group.id for card in page.cards[9:]] == ["course", "daily"]


def test_who_has_none_of_it_is_through_in_a_press_for_each_group(seat: Seat):
    page = due(seat)
    seat.press(Key.Key_Tab)
    presses = 0
    while not page.done.hasFocus():
        if seat.application.focusWidget() is page.cards[6]:  # the age, asked once
            seat.press(Key.Key_Tab, Key.Key_Right, Key.Key_Right)
        seat.press(Key.Key_Space)
        presses += 1
    assert presses == 9
    assert seat.sees("9 of 9 answered")
    assert page.answers["age_band"] == "26-49"
    assert set(page.answers.values()) == {"no", "none", "26-49"}


def test_tab_goes_down_the_columns_and_then_on(seat: Seat):
    page = due(seat)
    met: list[QWidget] = []
    while not page.done.hasFocus():
        seat.press(Key.Key_Tab)
        met.append(seat.application.focusWidget())
    first = [next(c for c in page.cards if c is w or c.isAncestorOf(w)) for w in met[:-3]]
    assert list(dict.fromkeys(first)) == page.cards[:9]
    assert met[-3:] == [page.more.button, page.leave, page.done]  # type: ignore[union-attr]


def test_the_way_of_the_keyboard_stays_when_cards_have_turned(seat: Seat):
    page = due(seat)
    first, second = page.cards[:2]
    seat.click(first.opener)  # type: ignore[arg-type]
    seat.press(Key.Key_Tab)
    assert first.controls["saddle_change"].isAncestorOf(seat.application.focusWidget())
    seat.press(Key.Key_Tab, Key.Key_Tab, Key.Key_Tab, Key.Key_Tab)
    assert first.none is not None
    assert first.none.hasFocus()
    seat.press(Key.Key_Tab, Key.Key_Tab)
    assert second.none is not None
    assert second.none.hasFocus()


def test_in_a_small_window_there_is_one_column(seat: Seat):
    page = due(seat)
    assert len({card.x() for card in page.cards[:9]}) == 2
    seat.window.resize(900, 600)
    for _ in range(3):
        seat.application.processEvents()
    assert len({card.x() for card in page.cards[:9]}) == 1


def test_nothing_moves_across_when_a_card_folds(seat: Seat):
    page = due(seat)
    before = [card.x() for card in page.cards[:9]]
    for card in page.cards[:5]:
        seat.click(card.none)  # type: ignore[arg-type]
    assert [card.x() for card in page.cards[:9]] == before


def test_the_full_check_is_the_same_with_every_group(seat: Seat):
    seat.sit_down()
    seat.click("Something new or worrying?")
    page = seat.page
    assert isinstance(page, CheckPage)
    assert seat.sees("A full check")
    assert seat.sees("0 of 11 answered")
    assert {card.shape for card in page.cards[:11]} == {"brief"}


def test_escape_leads_back_to_today(seat: Seat):
    due(seat)
    seat.press(Key.Key_Escape)
    assert seat.page is seat.window.today


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
    seat.press(Key.Key_Tab, Key.Key_Tab, Key.Key_Space)  # one of these
    seat.press(Key.Key_Tab, Key.Key_Right, Key.Key_Space)  # Left, on to Right, chosen
    assert heard.changes == [{"leg_numb_side": "right"}]
    seat.press(Key.Key_Tab, Key.Key_Tab, Key.Key_Tab, Key.Key_Space)  # none of the others
    assert heard.changes[-1] == {**ALL_NO, "leg_numb_side": "right"}
    assert page.done.hasFocus()
    seat.press(Key.Key_Return)
    assert heard.answers == [{**ALL_NO, "leg_numb_side": "right"}]


def test_an_arrow_only_moves(seat: Seat):
    page, heard = open_check(seat, (checks.LEGS,))
    unfold(seat, page, checks.LEGS)
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
    unfold(seat, page, checks.LEGS)
    names = [made.accessibleName() for made in control(page, "leg_numb_side").buttons]
    assert names[0] == "New numbness or tingling in a leg or foot? Left"


def test_none_of_these_says_of_what(seat: Seat):
    page, _ = open_check(seat, (checks.LEGS,))
    made = none_of(page, checks.LEGS)
    assert made.accessibleName() == "Legs: None of these"
    assert all(q.text in made.accessibleDescription() for q in checks.LEGS.questions)


def test_the_next_group_and_how_far_it_is_are_said(seat: Seat, monkeypatch: pytest.MonkeyPatch):
    page, _ = open_check(seat, (checks.SADDLE, checks.LEGS))
    said: list[str] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: said.append(event.message())
    )
    seat.click(none_of(page, checks.SADDLE))
    seat.click(none_of(page, checks.LEGS))
    assert said == ["Legs. 1 of 2 answered", "2 of 2 answered."]


def test_it_speaks_the_language_of_this_moment(seat: Seat):
    window = seat.sit_down()
    locale = find_resources() / "locale"
    use_language(locale, ["xx"])
    try:
        numbers, now = Numbers("999"), seat.clock.now()
        page = CheckPage(window.look, (checks.LEGS,), {}, False, numbers=numbers, now=now)
        assert tr(checks.LEGS.title) != checks.LEGS.title
        assert tr(checks.LEGS.title) in [label.text() for label in page.findChildren(QLabel)]
    finally:
        use_language(locale, ["en"])
