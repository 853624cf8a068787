"""Today: one number with one click, one routine with one Start, and what stands in its way."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout

from recovery_coach.coach.hurts import STOPPING
from recovery_coach.journal import (
    HurtRecord,
    Journal,
    JournalTrouble,
    PainEntry,
    SeenRecord,
    SessionRecord,
    answer_texts,
    read_answer_texts,
)
from recovery_coach.redflags.model import Value
from recovery_coach.ui.check_page import CheckPage
from recovery_coach.ui.level_card import LevelCard
from recovery_coach.ui.level_page import LevelPage
from recovery_coach.ui.routine_card import RoutineCard
from tests.checks import all_none
from tests.fakes import ManualClock
from tests.ui.seat import SMALL, Seat

GENTLE = "Sore-day gentle moves"


def names(seat: Seat) -> list[str]:
    """The other routines, in order."""
    cards = sorted(seat.all(RoutineCard), key=lambda card: (card.y(), card.x()))
    return [card.accessibleName().split(",")[0] for card in cards]


def starts(seat: Seat) -> list[str]:
    """Everything by which a session could be begun from here."""
    cards = [card.accessibleName() for card in seat.all(RoutineCard)]
    return cards + [b.text() for b in (*seat.buttons("Start"), *seat.buttons("See the moves"))]


def answers_of(answers: dict[str, Value]) -> dict[str, str]:
    """As the page of the check tells them."""
    return read_answer_texts(answer_texts(answers))


def hurt(clock: ManualClock, word: str, hours: float) -> HurtRecord:
    return HurtRecord(
        session="s",
        segment=3,
        exercise="bird_dog",
        set=1,
        words=(word,),
        action="stop",
        at=clock.now() - timedelta(hours=hours),
    )


# -- the first evening -------------------------------------------------------------------------


def test_the_first_time_it_asks_offers_one_routine_and_explains_the_empty_place(seat: Seat):
    seat.sit_down()
    assert seat.page is seat.window.today
    assert seat.sees("How is your back right now?")
    assert seat.sees("Wednesday 4 March")
    assert seat.page.strip.value is None
    assert len(seat.buttons("Start")) == 1
    assert seat.sees("What you practise will stand here")
    assert not seat.sees("could not be read")


def test_all_other_routines_are_offered_as_cards(seat: Seat):
    seat.sit_down()
    assert len(names(seat)) == len(seat.app.library.routines) - 1


def test_in_the_morning_it_suggests_the_morning_reset_and_says_why(seat: Seat):
    seat.sit_down()
    assert seat.sees("Morning and desk reset")
    assert seat.sees("Mornings are stiff")


def test_start_begins_the_suggested_routine_at_once(seat: Seat):
    seat.sit_down()
    seat.click("Start")
    assert seat.page is seat.stage
    assert seat.stage.practice.routine.id == "morning_desk_reset"


def test_the_moves_can_be_seen_first(seat: Seat):
    seat.sit_down()
    seat.click("See the moves")
    assert seat.page.routine.id == "morning_desk_reset"
    seat.click("Back")
    assert seat.page is seat.window.today


def test_a_card_opens_its_routine(seat: Seat):
    seat.sit_down()
    card = next(c for c in seat.all(RoutineCard) if "Pre-squat" in c.accessibleName())
    seat.click(card)
    assert seat.page.routine.id == "pre_squat"


def test_without_any_routine_it_stays_usable(seat: Seat):
    seat.sit_down(SMALL)
    assert starts(seat) == []
    seat.click(seat.page.strip.buttons[2])
    assert seat.page.strip.value == 2


# -- the number --------------------------------------------------------------------------------


def test_one_click_stores_the_number_and_says_so(seat: Seat, clock: ManualClock):
    seat.sit_down()
    seat.click(seat.page.strip.buttons[4])
    assert seat.records(PainEntry) == [PainEntry(nrs=4, at=clock.now(), source="today")]
    assert seat.page.strip.value == 4
    assert seat.window.toast.text == "Noted: 4 of 10."


def test_undo_takes_it_back(seat: Seat):
    seat.sit_down()
    seat.click(seat.page.strip.buttons[4])
    seat.click("Undo")
    assert seat.records(PainEntry) == []
    assert seat.page.strip.value is None
    assert seat.sees("Taken back.")


def test_control_z_takes_it_back_too_even_after_the_message_is_gone(seat: Seat):
    seat.sit_down()
    seat.click(seat.page.strip.buttons[4])
    seat.click("Close")
    seat.undo()
    assert seat.records(PainEntry) == []
    assert seat.page.strip.value is None


def test_undo_shows_the_number_before(seat: Seat, clock: ManualClock):
    seat.sit_down()
    seat.click(seat.page.strip.buttons[2])
    clock.advance(60)
    seat.click(seat.page.strip.buttons[5])
    seat.undo()
    assert seat.page.strip.value == 2


def test_control_z_undoes_once_and_then_nothing(seat: Seat):
    seat.sit_down()
    seat.undo()
    seat.click(seat.page.strip.buttons[4])
    seat.undo()
    seat.undo()
    assert seat.records(PainEntry) == []


def test_the_undo_button_and_control_z_do_not_undo_twice(seat: Seat):
    seat.sit_down()
    seat.click(seat.page.strip.buttons[4])
    seat.click("Undo")
    seat.undo()
    assert seat.records(PainEntry) == []


def test_the_message_goes_by_itself_but_a_problem_stays(seat: Seat):
    toast = seat.sit_down().toast
    toast.say("Done.")
    assert toast._timer.isActive()
    toast._timer.timeout.emit()
    assert not toast.isVisible()
    toast.say("Trouble.", stays=True)
    assert not toast._timer.isActive()


def test_yesterdays_number_is_not_todays(seat: Seat, clock: ManualClock):
    seat.prepare().journal.append(
        PainEntry(nrs=6, at=clock.now() - timedelta(hours=10), source="today")
    )
    seat.sit_down()
    assert seat.page.strip.value is None


def test_a_number_that_cannot_be_written_is_said_and_not_shown_as_given(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
):
    seat.sit_down()

    def full(*_: object, **__: object) -> None:
        raise JournalTrouble("full", seat.journal.path)

    monkeypatch.setattr(Journal, "write", full)
    seat.click(seat.page.strip.buttons[4])
    assert seat.window.toast.text.startswith("The disk is full.")
    assert seat.page.strip.value is None


# -- a sore day --------------------------------------------------------------------------------


def test_a_number_of_3_asks_before_any_session_and_says_so(seat: Seat):
    seat.sit_down()
    seat.click(seat.page.strip.buttons[3])
    assert seat.sees("Answer the open questions first.")
    seat.click("Start")
    assert isinstance(seat.page, CheckPage)
    assert seat.window.stage is None
    assert seat.records(SessionRecord) == []


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_low_number_changes_nothing(seat: Seat, number: int):
    seat.sit_down()
    before = names(seat)
    seat.click(seat.page.strip.buttons[number])
    assert names(seat) == before
    assert list(seat.all(LevelCard)) == []
    seat.click("Start")
    assert seat.page is seat.stage


@pytest.mark.parametrize("number", [6, 7])
def test_above_5_the_gentle_routine_comes_first_with_the_watch_list(seat: Seat, number: int):
    seat.sit_down()
    seat.checked(number)
    assert seat.sees("Your number is above 5, so the gentle routines come first.")
    assert seat.sees("trouble with bladder or bowels")
    seat.click("Start")
    assert seat.stage.practice.routine.gentle


def test_the_other_gentle_ones_follow(seat: Seat):
    seat.sit_down()
    seat.click(seat.page.strip.buttons[7])
    gentle = [card for card in seat.all(RoutineCard) if "gentle" in card.accessibleName()]
    expected = sum(r.gentle for r in seat.app.library.routines.values()) - 1
    assert len(gentle) == expected
    assert {c.accessibleName().split(",")[0] for c in gentle} == set(names(seat)[:expected])


def test_up_to_5_the_order_is_the_usual_one(seat: Seat):
    seat.sit_down()
    before = names(seat)
    seat.click(seat.page.strip.buttons[5])
    assert names(seat) == before
    assert seat.sees("Mornings are stiff")


def test_8_is_the_screen_of_its_level_alone(seat: Seat):
    seat.sit_down()
    seat.click(seat.page.strip.buttons[8])
    assert isinstance(seat.page, LevelPage)
    assert not seat.window.sidebar.isVisible()
    assert not seat.can_start()


def test_a_mistaken_number_is_taken_back_and_its_screen_with_it(seat: Seat):
    seat.sit_down()
    seat.click(seat.page.strip.buttons[9])
    assert isinstance(seat.page, LevelPage)
    seat.click("Undo")
    assert seat.page is seat.window.today
    assert seat.page.strip.value is None
    assert seat.can_start()


# -- a warning sign ----------------------------------------------------------------------------


@pytest.mark.parametrize("word", sorted(STOPPING))
@pytest.mark.parametrize("hours", [1, 24.1, 24 * 365])
def test_a_warning_sign_holds_and_there_is_no_start_but_what_to_do(
    seat: Seat, clock: ManualClock, word: str, hours: float
):
    seat.prepare().journal.append(hurt(clock, word, hours))
    seat.sit_down()
    assert isinstance(seat.page, LevelPage)
    assert not seat.window.sidebar.isVisible()
    assert not seat.can_start()
    assert seat.sees("trouble with bladder or bowels")
    assert seat.sees("your local emergency number")


def test_on_today_too_there_is_no_start_while_it_holds(seat: Seat, clock: ManualClock):
    seat.prepare().journal.append(hurt(clock, "limb", 1))
    seat.sit_down()
    seat.click("See the journal")
    seat.click("Today")
    assert seat.page is seat.window.today
    assert starts(seat) == []
    assert not seat.can_start()
    assert not seat.sees("Pick a routine")
    assert seat.sees("Get help at once for:")


def test_sharp_pain_alone_takes_no_routine_away(seat: Seat, clock: ManualClock):
    seat.prepare().journal.append(hurt(clock, "sharp", 1))
    seat.sit_down()
    assert starts(seat)


def test_a_full_check_in_which_nothing_is_found_gives_the_routines_back(
    seat: Seat, clock: ManualClock
):
    seat.prepare().journal.append(hurt(clock, "numb", 1))
    seat.sit_down()
    seat.click("Answer the check again")
    assert isinstance(seat.page, CheckPage)
    seat.page.answered.emit(answers_of(all_none()))
    assert seat.page is seat.window.today
    assert seat.can_start()


def test_a_full_check_that_is_left_gives_nothing_back(seat: Seat, clock: ManualClock):
    seat.prepare().journal.append(hurt(clock, "numb", 1))
    seat.sit_down()
    seat.click("Answer the check again")
    seat.click("Not now")
    assert isinstance(seat.page, LevelPage)


def test_once_a_professional_has_looked_at_it_the_routines_are_back(seat: Seat, clock: ManualClock):
    seat.prepare().journal.append(hurt(clock, "numb", 1))
    seat.sit_down()
    seat.see_a_professional()
    assert seat.page is seat.window.today
    assert starts(seat)
    assert seat.records(HurtRecord)[0].action == "stop"
    seat.undo()
    assert starts(seat) == []
    assert seat.records(SeenRecord) == []


def test_no_way_round_it_leads_to_a_start(seat: Seat, clock: ManualClock, tmp_path: Path):
    """A file, an open page of a routine, a name from elsewhere: each ends at what to do."""
    window = seat.sit_down()
    window.open_routine("pre_squat")
    seat.journal.append(hurt(clock, "limb", 1))
    assert isinstance(seat.page, LevelPage)  # the page with the Start has given way to it
    window.open_files([Path("resources/routines/pre_squat.toml").absolute()])
    assert isinstance(seat.page, LevelPage)
    window.sessions.start_by_id("sore_day_gentle")
    assert isinstance(seat.page, LevelPage)
    assert not seat.can_start()
    assert seat.records(SessionRecord) == []


# -- what changes beside it --------------------------------------------------------------------


@pytest.mark.parametrize("existed", [False, True])
def test_what_the_terminal_writes_is_shown(seat: Seat, clock: ManualClock, existed: bool):
    if existed:
        path = seat.prepare().paths.journal
        with Journal.open(path, clock) as before:
            before.append(PainEntry(nrs=1, at=clock.now(), source="today"))
    seat.sit_down()
    clock.advance(60)
    with Journal.open(seat.app.paths.journal, clock) as other:
        for number in (7, 3):
            clock.advance(1)
            other.append(PainEntry(nrs=number, at=clock.now(), source="terminal"))
            seat.qtbot.waitUntil(lambda n=number: seat.page.strip.value == n, timeout=3000)


def test_the_watcher_is_asked_nothing_for_our_own_writes(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
):
    """Its reading has shown it already."""
    window = seat.sit_down()
    seat.click(seat.page.strip.buttons[4])
    shown: list[int] = []
    monkeypatch.setattr(type(window.today), "refresh", lambda page: shown.append(1))
    window._watch.touched.emit()
    assert shown == []


def test_it_lists_the_last_sessions_with_how_they_ended(seat: Seat, clock: ManualClock):
    journal = seat.prepare().journal
    for days, state in ((3, "stopped"), (2, "kept"), (1, "finished")):
        journal.append(
            SessionRecord(
                routine="pre_squat",
                routine_name="Pre-squat warm-up",
                started_at=clock.now() - timedelta(days=days),
                state=state,
                planned_seconds=600,
                active_seconds=480,
                steps_total=8,
                segments_total=30,
                pain_before=4,
                pain_after=3,
            )
        )
    seat.sit_down()
    lines = [text for text in seat.texts if "pain 4 → 3" in text]
    assert lines == [
        "yesterday 07:30 · 8 min · pain 4 → 3",
        "Monday 2 March, 07:30 · interrupted, kept · pain 4 → 3",
        "Sunday 1 March, 07:30 · stopped early · pain 4 → 3",
    ]


def test_what_a_person_wrote_is_never_taken_for_markup(seat: Seat, clock: ManualClock):
    seat.prepare().journal.append(
        SessionRecord(
            routine="own",
            routine_name="<b>Mine</b> & <i>yours</i>",
            started_at=clock.now(),
            state="finished",
            planned_seconds=60,
            steps_total=1,
            segments_total=1,
        )
    )
    seat.sit_down()
    assert "<b>Mine</b> & <i>yours</i>" in seat.texts


# -- files that could not be read --------------------------------------------------------------


def test_a_file_of_the_users_own_that_cannot_be_read_is_a_quiet_line(seat: Seat):
    folder = seat.prepare().paths.library / "routines"
    folder.mkdir(parents=True)
    (folder / "broken.toml").write_text('id = "broken\n', encoding="utf-8")
    seat.app.reload_library()
    seat.sit_down()
    seat.click("1 file could not be read. See what to mend.")
    assert seat.sees("broken.toml")


# -- the window --------------------------------------------------------------------------------


def test_cards_stand_side_by_side_where_there_is_room(seat: Seat):
    window = seat.sit_down()
    wide, narrow = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
    for width, direction in ((1280, wide), (900, narrow), (1280, wide)):
        window.resize(QSize(width, 700))
        seat.qtbot.waitUntil(lambda d=direction: window.today._main.direction() == d)


def test_escape_on_today_does_nothing(seat: Seat):
    window = seat.sit_down()
    seat.press(Qt.Key.Key_Escape)
    assert seat.page is window.today


def test_escape_leads_back_to_today(seat: Seat):
    window = seat.sit_down()
    window.open_routine("pre_squat")
    seat.press(Qt.Key.Key_Escape)
    assert seat.page is window.today


def test_f_is_the_whole_screen_and_escape_ends_it(seat: Seat):
    window = seat.sit_down()
    seat.press(Qt.Key.Key_F)
    assert window.isFullScreen()
    seat.press(Qt.Key.Key_Escape)
    assert not window.isFullScreen()
