"""The gate: every entrance to a session at every level, as a person comes to it (facts 5.2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractButton

from recovery_coach.coach.checks import answer, close, note, standing
from recovery_coach.journal import (
    CheckRecord,
    HurtRecord,
    PainEntry,
    SeenRecord,
    SessionRecord,
)
from recovery_coach.redflags.model import Value
from recovery_coach.session.states import State
from recovery_coach.ui.check_page import CheckPage
from recovery_coach.ui.finish import FinishPage
from recovery_coach.ui.level_page import LevelPage
from recovery_coach.ui.level_parts import AlarmSign
from recovery_coach.ui.resume import ResumePage
from recovery_coach.ui.routine_page import RoutinePage
from recovery_coach.ui.seen_page import SeenPage
from recovery_coach.ui.sidebar import Sidebar
from recovery_coach.ui.stage import StagePage
from tests.checks import all_none
from tests.places import full_entry
from tests.ui.seat import Seat

Key = Qt.Key
PLAIN, GENTLE = "core_stability", "sore_day_gentle"
ONLY_GENTLE = "Only the gentle routines for now"
FILE = """\
id = "mine"
name = "Mine"
summary = "Two minutes."
access = {access}

[[steps]]
exercise = "{exercise}"
"""


# -- what a person has said before


def enter(seat: Seat, nrs: int | None = None, **fields: Any) -> None:
    entry = PainEntry(nrs=nrs, at=seat.clock.now(), source="checkin", **fields)
    note(seat.prepare().journal, entry, seat.clock.now())


def check(seat: Seat, asked_all: bool = False, **answers: Value) -> None:
    felt = seat.clock.now() - timedelta(hours=60)
    began = {"onset_time": felt.isoformat(), "movement_provoked": "yes"}
    given = all_none(**{**began, "trend": "better", **answers})
    answer(seat.prepare().journal, given, seat.clock.now(), asked_all)


def nothing(seat: Seat) -> None:
    """Nothing is in the journal."""


def low(seat: Seat) -> None:
    enter(seat, 2)


def unchecked(seat: Seat) -> None:
    enter(seat, 3)


def checked(seat: Seat) -> None:
    enter(seat, 3)
    check(seat)


def above_five(seat: Seat) -> None:
    enter(seat, 6)
    check(seat)


def book(seat: Seat) -> None:
    enter(seat, 3)
    began = (seat.clock.now() - timedelta(days=4)).isoformat()
    check(seat, onset_time=began, trend="same")


def urgent(seat: Seat) -> None:
    enter(seat, 8)


def emergency(seat: Seat) -> None:
    enter(seat, 4)
    check(seat, saddle_change="new_or_worse")


ALARMS = (urgent, emergency)
BEGINS, ASKS, ONLY, LEVEL = "begins", "asks", "only the gentle ones", "the level's screen"
Said = Callable[[Seat], None]
LEVELS: tuple[tuple[Said, str, str], ...] = (
    (nothing, BEGINS, BEGINS),
    (low, BEGINS, BEGINS),
    (checked, BEGINS, BEGINS),
    (unchecked, ASKS, ASKS),
    (above_five, ONLY, BEGINS),
    (book, ONLY, BEGINS),
    (urgent, LEVEL, LEVEL),
    (emergency, LEVEL, LEVEL),
)
"""What was said; what a routine does then, and what a gentle one does."""


# -- the ways in


def by_its_page(seat: Seat, gentle: bool) -> None:
    seat.sit_down().open_routine(GENTLE if gentle else PLAIN)
    press_start(seat, "Start")


def by_an_exercise(seat: Seat, gentle: bool) -> None:
    seat.sit_down().exercises.open("cat_cow" if gentle else "front_plank")
    press_start(seat, "Do this one now")


def by_a_file(seat: Seat, gentle: bool) -> None:
    seat.prepare()
    file = seat.home / "mine.toml"
    access = '["none", "self-care", "book", "not-checked"]' if gentle else '["none"]'
    file.write_text(FILE.format(access=access, exercise="cat_cow"), encoding="utf-8")
    seat.sit_down().open_files([file])
    press_start(seat, "Start")


def press_start(seat: Seat, text: str) -> None:
    seat.application.processEvents()
    if not isinstance(seat.page, LevelPage):
        seat.click(text)


def outcome(seat: Seat) -> str:
    """What came of it."""
    page = seat.page
    if isinstance(page, StagePage):
        return BEGINS
    if isinstance(page, CheckPage):
        return ASKS
    if isinstance(page, LevelPage):
        assert seat.window.stage is None
        return LEVEL
    return ONLY if page is seat.window.today and seat.sees(ONLY_GENTLE) else type(page).__name__


@pytest.mark.parametrize("gentle", [False, True], ids=["a routine", "a gentle one"])
@pytest.mark.parametrize("way", [by_its_page, by_an_exercise, by_a_file])
@pytest.mark.parametrize(("said", "plain", "gentle_one"), LEVELS)
def test_every_way_in_at_every_level(
    seat: Seat, said: Said, plain: str, gentle_one: str, way: Any, gentle: bool
):
    said(seat)
    way(seat, gentle)
    assert outcome(seat) == (gentle_one if gentle else plain)


@pytest.mark.parametrize("gentle", [False, True], ids=["a routine", "a gentle one"])
@pytest.mark.parametrize(("said", "plain", "gentle_one"), LEVELS)
def test_what_was_interrupted_keeps_to_it_too(
    seat: Seat, said: Said, plain: str, gentle_one: str, gentle: bool
):
    leave_in_the_middle(seat, gentle)
    seat.clock.advance(60)
    said(seat)
    seat.sit_down()
    if plain == LEVEL:
        assert outcome(seat) == LEVEL
        return
    assert isinstance(seat.page, ResumePage)
    seat.click("Go on")
    assert outcome(seat) == (gentle_one if gentle else plain)


def leave_in_the_middle(seat: Seat, gentle: bool) -> None:
    """The power fails half a minute into a session."""
    window = seat.sit_down()
    window.start(window.app.library.routines[GENTLE if gentle else PLAIN])
    seat.application.processEvents()
    seat.pass_time(30)
    seat.crash()


@pytest.mark.parametrize("said", ALARMS)
def test_what_was_interrupted_waits_until_the_level_is_closed(seat: Seat, said: Said):
    leave_in_the_middle(seat, gentle=True)
    said(seat)
    seat.sit_down()
    assert isinstance(seat.page, LevelPage)
    seat.get_up()

    seat.clock.advance(600)
    seat.prepare()
    close(seat.journal, seat.clock.now().date(), "yes", seat.clock.now())
    seat.sit_down()

    assert isinstance(seat.page, ResumePage)


@pytest.mark.parametrize(("said", "plain", "gentle_one"), LEVELS)
def test_start_on_today(seat: Seat, said: Said, plain: str, gentle_one: str):
    """What is suggested is open, or opens by an answer; where nothing is, there is no Start."""
    said(seat)
    seat.sit_down()
    if plain == LEVEL:
        assert outcome(seat) == LEVEL
        seat.window.show_today()
        assert seat.buttons("Start") == []
        return
    seat.click("Start")
    assert outcome(seat) == (ASKS if plain == ASKS else BEGINS)


# -- while a grave level stands

STARTS = ("Start", "Do this one now", "Go on", "Preview")


def ways_to_start(seat: Seat) -> list[str]:
    """Every button that is there by which something could begin."""
    found = []
    for made in seat.window.findChildren(QAbstractButton):
        if made.isVisibleTo(seat.window):
            words = (made.text(), made.accessibleName())
            found += [text for text in words if text.startswith(STARTS)]
    return found


@pytest.mark.parametrize("said", ALARMS)
def test_nothing_can_be_started_from_any_page(seat: Seat, said: Said):
    window = seat.sit_down()
    said(seat)
    window.show_level()
    assert ways_to_start(seat) == []
    window.show_today()
    (sidebar,) = window.findChildren(Sidebar)
    for place in ("Today", "Routines", "Exercises", "Journal", "Settings"):
        seat.click(next(b for b in sidebar.findChildren(QAbstractButton) if b.text() == place))
        assert ways_to_start(seat) == [], place
    for opens in (
        lambda: window.open_routine(PLAIN),
        lambda: window.open_routine(GENTLE),
        lambda: window.exercises.open("cat_cow"),
        lambda: window.check_in(),
        lambda: window.check_in(flare=True),
        lambda: window.entries.ask_impact(),
        lambda: window.open_background(window.show_today),
        lambda: window.check_full(),
        lambda: window.ask_seen(),
    ):
        opens()
        seat.application.processEvents()
        assert ways_to_start(seat) == []
    window.start(window.app.library.routines[GENTLE])
    assert outcome(seat) == LEVEL


@pytest.mark.parametrize("said", ALARMS)
@pytest.mark.parametrize(
    "opens",
    [
        lambda window: window.open_routine(PLAIN),
        lambda window: window.exercises.open("front_plank"),
    ],
    ids=["a routine", "an exercise"],
)
def test_a_page_that_was_open_before_gives_way(seat: Seat, said: Said, opens: Any):
    """As where the terminal wrote it down meanwhile."""
    opens(seat.sit_down())
    said(seat)
    seat.application.processEvents()
    assert outcome(seat) == LEVEL


@pytest.mark.parametrize("said", ALARMS)
def test_a_new_window_shows_it_first_until_it_is_closed(seat: Seat, said: Said):
    said(seat)
    for _ in range(2):
        seat.sit_down()
        assert outcome(seat) == LEVEL
        assert not seat.window.sidebar.isVisible()
        assert seat.window.close()
        seat.get_up()
        seat.clock.advance(24 * 3600)
    seat.prepare()
    close(seat.journal, seat.clock.now().date(), "yes", seat.clock.now())
    seat.sit_down()
    assert seat.page is seat.window.today


def test_the_journal_can_be_read_and_one_comes_back(seat: Seat):
    urgent(seat)
    seat.sit_down()
    seat.click("See the journal")
    assert seat.page.accessibleName() == "Journal"
    seat.click("Today")
    assert seat.sees("Talk to a health service today.")
    assert seat.buttons("Start") == []
    assert seat.buttons("I have been seen by a professional")


def test_deleting_the_entry_does_not_lower_the_level(seat: Seat):
    urgent(seat)
    seat.sit_down()
    seat.click("See the journal")
    (entry,) = seat.journal.latest(PainEntry, 9)
    seat.window.entries.open(entry.record_id)
    seat.application.processEvents()
    seat.click("Delete")
    assert seat.records(PainEntry) == []
    assert level(seat) == "urgent"
    seat.window.show_today()
    assert seat.buttons("Start") == []


def level(seat: Seat) -> str:
    return standing(seat.journal, seat.clock.now()).level


# -- how it is closed


@pytest.mark.parametrize(
    ("told", "plain"), [("Yes", BEGINS), ("No", ONLY), ("Not sure", ONLY), (None, ONLY)]
)
def test_seen_by_a_professional(seat: Seat, told: str | None, plain: str):
    into_the_leg(seat)
    assert level(seat) == "urgent"
    seat.sit_down()
    seat.click("I have been seen by a professional")
    assert isinstance(seat.page, SeenPage)
    if told is not None:
        seat.click(told)
    seat.click("Save")
    assert seat.page is seat.window.today
    assert not standing(seat.journal, seat.clock.now()).alarmed

    seat.clock.advance(3600)
    into_the_leg(seat)
    assert level(seat) == "self-care", "what was seen, unchanged, does not raise it again"
    seat.window.open_routine(PLAIN)
    seat.application.processEvents()
    seat.click("Start")
    assert outcome(seat) == plain


def into_the_leg(seat: Seat) -> None:
    enter(seat, 4, runs_down="below_knee", runs_side="left")
    check(seat, runs_from_back="yes", below_knee_side="left")


def test_undo_of_it_brings_the_level_back(seat: Seat):
    urgent(seat)
    seat.sit_down()
    seat.click("I have been seen by a professional")
    seat.click("Save")
    seat.undo()
    assert seat.records(SeenRecord) == []
    assert seat.buttons("Start") == []
    seat.window.open_routine(GENTLE)
    assert outcome(seat) == LEVEL


def test_deleting_it_brings_the_level_back(seat: Seat):
    urgent(seat)
    seat.prepare()
    close(seat.journal, seat.clock.now().date(), "yes", seat.clock.now())
    seat.sit_down()
    seat.click("Journal")
    (entry,) = seat.journal.latest(SeenRecord, 9)
    seat.window.entries.open(entry.record_id)
    seat.application.processEvents()
    seat.click("Delete")
    assert outcome(seat) == LEVEL
    seat.click("Undo")
    assert seat.page.accessibleName() == "Journal"


def test_leaving_the_question_comes_back_to_the_level(seat: Seat):
    urgent(seat)
    seat.sit_down()
    seat.click("I have been seen by a professional")
    seat.click("Back")
    assert outcome(seat) == LEVEL


def test_a_full_check_with_nothing_in_it_drops_the_level(seat: Seat):
    urgent(seat)
    seat.clock.advance(3600)
    enter(seat, 1)
    seat.sit_down()
    seat.click("Answer the check again")
    seat.page.answered.emit(texts(all_none(trend="better")))
    seat.application.processEvents()
    assert seat.page is seat.window.today
    assert len(seat.buttons("Start")) == 1


def test_a_full_check_with_a_question_left_open_does_not(seat: Seat):
    urgent(seat)
    seat.clock.advance(3600)
    enter(seat, 1)
    seat.sit_down()
    seat.click("Answer the check again")
    given = all_none(trend="better")
    del given["saddle_change"]
    seat.page.answered.emit(texts(given))
    seat.application.processEvents()
    assert outcome(seat) == LEVEL


def texts(given: dict[str, Value]) -> dict[str, str]:
    return {name: str(value) for name, value in given.items()}


# -- the questions before a session


@pytest.fixture
def asked(seat: Seat) -> Callable[[str], CheckPage]:
    """Before the questions that come before a routine."""

    def before(routine: str) -> CheckPage:
        unchecked(seat)
        seat.sit_down().open_routine(routine)
        seat.application.processEvents()
        seat.click("Start")
        assert isinstance(seat.page, CheckPage)
        return seat.page

    return before


def test_answered_it_begins(seat: Seat, asked: Callable[[str], CheckPage]):
    page = asked(PLAIN)
    wanted = {one.field for card in page.cards for one in card.group.questions}
    given = all_none(
        onset_time=seat.clock.now().isoformat(), trend="better", movement_provoked="yes"
    )
    page.answered.emit({name: text for name, text in texts(given).items() if name in wanted})
    assert outcome(seat) == BEGINS


@pytest.mark.parametrize("leave", ["Not now", "done"])
def test_left_open_a_gentle_one_begins(seat: Seat, asked: Callable[[str], CheckPage], leave: str):
    page = asked(GENTLE)
    seat.click(page.done if leave == "done" else leave)
    assert outcome(seat) == BEGINS


@pytest.mark.parametrize(("leave", "comes"), [("Not now", "TodayPage"), ("done", ONLY)])
def test_left_open_another_one_does_not(
    seat: Seat, asked: Callable[[str], CheckPage], leave: str, comes: str
):
    page = asked(PLAIN)
    seat.click(page.done if leave == "done" else leave)
    assert outcome(seat) == comes
    assert seat.window.stage is None


def test_the_gentle_ones_are_offered_instead(seat: Seat, asked: Callable[[str], CheckPage]):
    seat.click(asked(PLAIN).done)
    seat.click("A gentle routine")
    assert isinstance(seat.page, RoutinePage)
    assert seat.page.routine.id == GENTLE


def test_an_emergency_is_not_left_waiting_for_the_rest(
    seat: Seat, asked: Callable[[str], CheckPage]
):
    page = asked(PLAIN)
    page.changed.emit({"saddle_change": "new_or_worse"})
    seat.application.processEvents()
    assert outcome(seat) == LEVEL
    assert seat.sees("Get emergency help now.")


@pytest.mark.parametrize("by", ["the message", "Ctrl+Z"])
def test_a_slip_is_taken_back(seat: Seat, asked: Callable[[str], CheckPage], by: str):
    asked(PLAIN).changed.emit({"saddle_change": "new_or_worse"})
    seat.application.processEvents()
    seat.click("Undo") if by == "the message" else seat.undo()
    seat.application.processEvents()
    assert seat.records(CheckRecord) == []
    assert level(seat) == "not fully checked"
    assert not isinstance(seat.page, LevelPage), "the screen goes with its level"


def test_a_number_that_was_a_slip_is_taken_back(seat: Seat):
    seat.sit_down()
    seat.click(seat.window.today.strip.buttons[9])
    assert outcome(seat) == LEVEL
    assert seat.sees("Noted: 9 of 10.")
    seat.click("Undo")
    assert seat.page is seat.window.today
    assert seat.window.today.strip.value is None
    assert len(seat.buttons("Start")) == 1
    assert level(seat) == "none"


# -- in a session


@pytest.fixture
def stage(seat: Seat) -> StagePage:
    """At the beginning of a routine, where the number is asked."""
    window = seat.sit_down()
    window.start(window.app.library.routines[PLAIN])
    seat.application.processEvents()
    return seat.stage


@pytest.mark.parametrize("number", [0, 2])
def test_a_low_number_at_the_start_goes_on(seat: Seat, stage: StagePage, number: int):
    seat.click(stage.desk.before.buttons[number])
    assert seat.page is stage
    assert stage.practice.player.state is State.RUNNING


def test_a_3_asks_first_and_then_goes_on_where_it_was(seat: Seat, stage: StagePage):
    seat.click(stage.desk.before.buttons[3])
    page = seat.page
    assert isinstance(page, CheckPage)
    assert stage.practice.player.state is State.PAUSED
    given = all_none(onset_time=seat.clock.now().isoformat(), movement_provoked="yes")
    page.answered.emit(texts(given))
    assert seat.page is stage
    assert not stage.practice.player.ended
    assert len(seat.records(SessionRecord)) == 1


def test_a_3_whose_questions_are_left_open_ends_it(seat: Seat, stage: StagePage):
    seat.click(stage.desk.before.buttons[3])
    seat.click("Not now")
    assert seat.page is seat.window.today
    assert seat.window.stage is None
    assert stage.practice.player.ended


def test_a_6_leaves_the_gentle_ones(seat: Seat, stage: StagePage):
    seat.click(stage.desk.before.buttons[6])
    given = all_none(onset_time=seat.clock.now().isoformat(), movement_provoked="yes")
    seat.page.answered.emit(texts(given))
    seat.application.processEvents()
    assert outcome(seat) == ONLY
    assert stage.practice.player.ended


def test_an_8_ends_it_and_shows_its_screen(seat: Seat, stage: StagePage):
    seat.click(stage.desk.before.buttons[8])
    assert outcome(seat) == LEVEL
    assert stage.practice.player.ended
    (session,) = seat.records(SessionRecord)
    assert session.pain_before == 8


def worry(seat: Seat) -> CheckPage:
    seat.pass_time(10)
    seat.press(Key.Key_W)
    page = seat.page
    assert isinstance(page, CheckPage)
    return page


def test_worries_that_come_to_nothing_lead_back(seat: Seat, stage: StagePage):
    page = worry(seat)
    page.answered.emit(texts(all_none(trend="better")))
    assert seat.page is stage
    assert stage.practice.player.state is State.PAUSED
    seat.press(Key.Key_Space)
    assert stage.practice.player.state is State.RESUMING


def test_worries_that_are_left_lead_back(seat: Seat, stage: StagePage):
    worry(seat)
    seat.click("Not now")
    assert seat.page is stage
    assert stage.practice.player.state is State.PAUSED


@pytest.mark.parametrize("how", ["at once", "when it is done"])
def test_worries_that_are_grave_end_it(seat: Seat, stage: StagePage, how: str):
    page = worry(seat)
    if how == "at once":
        page.changed.emit({"chest_breath": "yes"})
    else:
        page.answered.emit(texts(all_none(fever="yes")))
    seat.application.processEvents()
    assert outcome(seat) == LEVEL
    (session,) = seat.records(SessionRecord)
    assert (session.state, session.stop_reason) == ("stopped", "check")
    (one,) = seat.records(CheckRecord)
    assert one.session is not None


def test_a_stop_in_a_session_stands_on_today(seat: Seat, stage: StagePage):
    seat.pass_time(10)
    seat.press(Key.Key_H)
    seat.click(seat.page.strip.buttons[4])
    seat.click(seat.page.word_buttons["limb"])
    seat.click(seat.page.offers["stop"])
    assert outcome(seat) == LEVEL
    (one,) = seat.records(HurtRecord)
    assert one.words == ("limb",)
    seat.window.show_today()
    assert seat.buttons("Start") == []


def test_the_number_after_a_session_counts(seat: Seat, stage: StagePage):
    seat.pass_time(10)
    stage.practice.stop("asked")
    seat.application.processEvents()
    page = seat.page
    assert isinstance(page, FinishPage)
    seat.click(page.after.buttons[8])
    seat.click("Save")
    assert outcome(seat) == LEVEL
    assert [one.asked for one in seat.records(CheckRecord)] == [False]
    seat.undo()
    assert seat.records(SessionRecord)[0].pain_after is None


def test_a_number_that_is_changed_counts(seat: Seat):
    low(seat)
    seat.sit_down()
    seat.click("Journal")
    (entry,) = seat.journal.latest(PainEntry, 9)
    seat.window.entries.open(entry.record_id)
    seat.application.processEvents()
    seat.click(seat.page.form.much.back.strip.buttons[9])
    seat.click("Save")
    seat.application.processEvents()
    assert outcome(seat) == LEVEL
    seat.undo()
    assert level(seat) == "self-care"
    assert not isinstance(seat.page, LevelPage)


@pytest.mark.parametrize("leave", ["Today", "the next page"])
def test_a_number_that_is_changed_and_kept_on_leaving_counts(seat: Seat, leave: str):
    low(seat)
    seat.sit_down()
    seat.click("Journal")
    (entry,) = seat.journal.latest(PainEntry, 9)
    seat.window.entries.open(entry.record_id)
    seat.application.processEvents()
    seat.click(seat.page.form.much.back.strip.buttons[9])
    if leave == "Today":
        seat.click("Today")
    else:
        seat.window.open_routine(PLAIN)
    seat.application.processEvents()
    assert outcome(seat) == LEVEL


# -- the check-in


def test_a_check_in_that_is_grave_shows_its_screen(seat: Seat):
    seat.sit_down()
    seat.click("A bad day")
    seat.click(seat.page.form.much.back.strip.buttons[9])
    seat.click("Save")
    assert outcome(seat) == LEVEL


def test_a_check_in_that_presses_asks_at_once(seat: Seat):
    seat.sit_down()
    seat.click("Check in")
    page = seat.page
    seat.click(page.form.much.back.strip.buttons[3])
    seat.click(page.form.kind.families[2].chips["numb"])
    seat.click("Save")
    assert outcome(seat) == ASKS


def test_a_whole_check_in_that_presses_asks_as_well(seat: Seat):
    """What only an entry can tell (mood, training, a night) is no answer to a question."""
    enter(seat, 3)
    seat.sit_down()
    seat.click("Check in")
    form = seat.page.form
    form.show_entry(full_entry(seat.clock.now(), nrs=4, leg_nrs=2))
    seat.click("Save")
    assert outcome(seat) == ASKS


def test_a_message_makes_room_for_a_check_in_and_can_be_taken_back_all_the_same(seat: Seat):
    seat.sit_down()
    seat.click(seat.window.today.strip.buttons[2])
    assert seat.window.toast.isVisible()
    seat.click("A bad day")
    assert not seat.window.toast.isVisible()
    seat.undo()
    assert seat.records(PainEntry) == []


@pytest.mark.parametrize("size", [(1280, 800), (900, 600)])
def test_a_message_covers_neither_how_soon_nor_whom_to_call(seat: Seat, size: tuple[int, int]):
    window = seat.sit_down()
    window.resize(*size)
    seat.click(window.today.strip.buttons[9])
    toast = window.toast.geometry()
    assert window.toast.isVisible()
    for part in (*window.page.findChildren(AlarmSign), window.page.do, window.page.whom):
        words = part.mapTo(window, part.rect().topLeft())
        wide = part.sizeHint().width() if isinstance(part, AlarmSign) else part.width()
        assert not toast.intersects(QRect(words, QSize(wide, part.height())))


def test_a_message_stands_above_the_buttons_of_a_page(seat: Seat):
    seat.sit_down()
    seat.click("A bad day")
    seat.window.messages.say("Something is wrong.", stays=True)
    save = seat.page.save_button
    below = seat.window.toast.geometry().bottom()
    assert below < save.mapTo(seat.window, save.rect().topLeft()).y()


def test_a_check_in_that_does_not_leads_back(seat: Seat):
    seat.sit_down()
    seat.click("Check in")
    seat.click(seat.page.form.much.back.strip.buttons[3])
    seat.click("Save")
    assert seat.page is seat.window.today


def test_an_entry_for_a_past_day_is_of_that_day(seat: Seat, journal_day: date):
    page = seat.page
    assert page.when.moment.date() == journal_day
    seat.click(page.form.much.back.strip.buttons[2])
    seat.click("Save")
    (entry,) = seat.journal.latest(PainEntry, 9)
    assert entry.day == journal_day
    assert entry.record.at.date() == journal_day
    assert seat.page.accessibleName() == "Journal"
    assert [line.entry.record_id for line in seat.page.lines] == [entry.record_id]


def test_a_past_day_that_was_left_is_not_meant_any_more(seat: Seat, journal_day: date):
    seat.click("Back")
    assert seat.page.accessibleName() == "Journal"
    seat.click("Today")
    seat.click("Check in")
    assert seat.page.when.is_now
    assert seat.sees("Now")


def test_what_was_begun_for_a_past_day_stays_of_that_day(seat: Seat, journal_day: date):
    seat.click(seat.page.form.much.back.strip.buttons[2])
    seat.click("Back")
    seat.click("Today")
    seat.click("Check in")
    assert seat.page.when.moment.date() == journal_day


@pytest.fixture
def journal_day(seat: Seat) -> date:
    """Two days ago, chosen in the calendar, and an entry asked for."""
    enter(seat, 1)
    (entry,) = seat.journal.latest(PainEntry, 9)
    seat.journal.delete(entry.record_id)  # so that the journal has begun
    day = seat.clock.now().date() - timedelta(days=2)
    seat.sit_down()
    seat.click("Journal")
    seat.page.calendar.go(day)
    seat.application.processEvents()
    seat.click("Add an entry")
    return day
