"""The check-in: nothing filled in, nothing demanded, nothing lost."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt, QTime

from recovery_coach.journal import PainEntry
from recovery_coach.ui.checkin_page import CheckinPage
from recovery_coach.ui.pain_strip import NumberStrip
from tests import places
from tests.ui.seat import Seat

NOT_ASKED = {"at", "source", "session", "note"}


@pytest.fixture
def page(seat: Seat) -> CheckinPage:
    """The check-in in the window, and what is saved goes into the journal."""
    return sit_down(seat)


def sit_down(seat: Seat, flare: bool = False) -> CheckinPage:
    seat.sit_down()
    seat.window.clock = seat.clock  # type: ignore[attr-defined]
    page = places.checkin(seat.window, flare=flare)
    assert isinstance(page, CheckinPage)

    def write(entry: PainEntry) -> None:
        seat.journal.append(entry)
        page.clear()

    page.saved.connect(write)
    seat.application.processEvents()
    return page


def saved(seat: Seat) -> PainEntry:
    """What is written when Save is pressed."""
    before = len(seat.records(PainEntry))
    seat.click("Save")
    found = seat.records(PainEntry)
    assert len(found) == before + 1
    return found[0]


def answered(entry: PainEntry) -> set[str]:
    names = {field.name for field in fields(PainEntry)} - NOT_ASKED
    return {name for name in names if getattr(entry, name) not in (None, ())}


def choose(seat: Seat, strip: NumberStrip, number: int) -> None:
    seat.click(strip.buttons[number])


# -- answering ---------------------------------------------------------------------------------


def test_nothing_is_filled_in(seat: Seat, page: CheckinPage):
    entry = page.form.entry(PainEntry(at=seat.clock.now(), source="checkin"))
    assert answered(entry) == set()
    assert not page.given
    assert seat.sees("Now")


def test_a_number_alone_is_an_entry_and_all_else_is_missing(seat: Seat, page: CheckinPage):
    choose(seat, page.form.much.back.strip, 0)
    entry = saved(seat)
    assert (entry.nrs, entry.source, entry.at) == (0, "checkin", seat.clock.now())
    assert answered(entry) == {"nrs"}


def test_everything_can_be_answered(seat: Seat, page: CheckinPage):
    form = page.form
    choose(seat, form.much.back.strip, 6)
    choose(seat, form.much.leg.strip, 2)
    form.places.show_scores({"lowback_L": 6})
    for word in ("Dull", "Sharp", "Numb"):
        seat.click(word)
    choose(seat, form.does.worst.strip, 7)
    seat.click(form.does.stiff.plus)
    seat.click(form.does.woke.chips["yes"])
    seat.click("To the thigh")
    seat.click("Your left")
    seat.click("What may matter")
    day, doing = form.matter.day, form.matter.doing
    seat.click(day.hours.plus)
    choose(seat, day.quality.strip, 4)
    choose(seat, day.stress.strip, 3)
    choose(seat, day.mood.strip, 5)
    seat.click(day.water.plus)
    seat.click("Trained")
    seat.click("Deadlift")
    seat.click("Row")
    seat.click(doing.minutes.plus)
    choose(seat, doing.effort.strip, 8)
    seat.click("Heat")
    seat.click("Add a note")
    seat.type("PR attempt")
    entry = saved(seat)
    assert answered(entry) == {field.name for field in fields(PainEntry)} - NOT_ASKED
    assert entry.qualities == ("dull", "sharp", "numb")
    assert (entry.runs_down, entry.runs_side, entry.woke) == ("thigh", "left", True)
    assert (entry.sleep_hours, entry.water, entry.stiff_minutes) == (7.0, 0.5, 10)
    assert (entry.training, entry.lifts) == ("trained", ("deadlift", "row"))
    assert (entry.training_minutes, entry.effort) == (45, 8)
    assert entry.regions == ("lowback_L=6",)
    assert entry.note == "PR attempt"


def test_an_answer_is_taken_out_again(seat: Seat, page: CheckinPage):
    form = page.form
    choose(seat, form.much.back.strip, 6)
    seat.click(form.much.back.clear_button)
    seat.click("Dull")
    seat.click("Dull")
    seat.click("To the thigh")
    seat.click("To the thigh")
    seat.click(form.does.stiff.plus)
    for _ in range(3):
        seat.click(form.does.stiff.minus)
    assert not page.given
    assert form.does.stiff.value is None


def test_zero_minutes_are_an_answer(seat: Seat, page: CheckinPage):
    stiff = page.form.does.stiff
    seat.click(stiff.plus)
    for _ in range(2):
        seat.click(stiff.minus)
    assert saved(seat).stiff_minutes == 0


def test_a_fourth_word_is_refused_calmly(seat: Seat, page: CheckinPage):
    for word in ("Dull", "Achy", "Sharp", "Numb"):
        seat.click(word)
    assert seat.sees("Three words are enough. Take one out to choose another.")
    assert page.form.kind.chosen == ("dull", "achy", "sharp")
    seat.click("Achy")
    seat.click("Numb")
    assert page.form.kind.chosen == ("dull", "sharp", "numb")


def test_a_side_is_asked_only_where_it_runs_down(seat: Seat, page: CheckinPage):
    assert not seat.sees("Your left")
    seat.click("To below the knee")
    seat.click("Your left")
    seat.click(page.form.does.runs.chips["no"])
    assert not seat.sees("Your left")
    entry = saved(seat)
    assert (entry.runs_down, entry.runs_side) == ("no", None)


def test_lifts_are_asked_only_on_a_day_with_training(seat: Seat, page: CheckinPage):
    seat.click("What may matter")
    assert not seat.sees("Deadlift")
    seat.click("Trained")
    seat.click("Deadlift")
    seat.click("Rest day")
    assert not seat.sees("Deadlift")
    entry = saved(seat)
    assert (entry.training, entry.lifts) == ("rest", ())


def test_what_may_matter_lies_folded_and_says_what_is_in_it(seat: Seat, page: CheckinPage):
    assert seat.sees("Sleep, stress, mood, water, training, what you took")
    assert not page.form.matter.isVisible()
    seat.click("What may matter")
    choose(seat, page.form.matter.day.stress.strip, 3)
    seat.click("What may matter")
    assert seat.sees("Stress 3")
    seat.click("What may matter")
    seat.click("Cold")
    seat.click("What may matter")
    assert seat.sees("Stress 3 · cold")
    assert saved(seat).stress == 3


def test_water_in_fluid_ounces_is_kept_in_litres(seat: Seat):
    seat.prepare(units="imperial")
    page = sit_down(seat)
    seat.click("What may matter")
    seat.click(page.form.matter.day.water.plus)
    assert page.form.matter.day.water.box.text() == "16 fl oz"
    assert saved(seat).water == pytest.approx(0.473, abs=0.001)


def test_nothing_given_is_no_error(seat: Seat, page: CheckinPage):
    seat.click("Save")
    assert seat.records(PainEntry) == []
    assert seat.sees("Nothing is given yet. A number alone is enough.")
    choose(seat, page.form.much.back.strip, 2)
    assert not seat.sees("Nothing is given yet")


def test_the_page_asks_for_the_full_check_and_for_the_way_back(seat: Seat, page: CheckinPage):
    heard: list[str] = []
    page.worry.connect(lambda: heard.append("worry"))
    page.left.connect(lambda: heard.append("left"))
    seat.click("Something new or worrying?")
    seat.click("Back")
    assert heard == ["worry", "left"]


# -- a bad day ---------------------------------------------------------------------------------


def test_on_a_bad_day_a_number_and_a_place_are_all(seat: Seat):
    page = sit_down(seat, flare=True)
    assert seat.sees("A bad day")
    for hidden in ("What is it like?", "Leg pain right now", "What may matter"):
        assert not seat.sees(hidden)
    choose(seat, page.form.much.back.strip, 8)
    page.form.places.show_scores({"lowback_mid": 8})
    entry = saved(seat)
    assert (entry.source, entry.nrs, entry.regions) == ("flare", 8, ("lowback_mid=8",))


def test_more_opens_the_rest_and_loses_nothing(seat: Seat):
    page = sit_down(seat, flare=True)
    choose(seat, page.form.much.back.strip, 8)
    seat.click("More")
    assert not seat.buttons("More")
    seat.click("Sharp")
    entry = saved(seat)
    assert (entry.source, entry.nrs, entry.qualities) == ("flare", 8, ("sharp",))


def test_what_was_answered_before_is_seen_on_a_bad_day_too(seat: Seat, page: CheckinPage):
    seat.click("Sharp")
    page.open(flare=True)
    assert seat.sees("What is it like?")
    assert page.form.kind.chosen == ("sharp",)


# -- when --------------------------------------------------------------------------------------


def test_it_was_another_day(seat: Seat, page: CheckinPage):
    choose(seat, page.form.much.back.strip, 5)
    seat.click("It was another day")
    yesterday = next(d for d in page.when.days.days if d.day == date(2026, 3, 3) and d.isVisible())
    seat.click(yesterday)
    page.when.time.setTime(QTime(18, 5))
    assert seat.sees("Tuesday 3 March, 18:05")
    entry = saved(seat)
    assert entry.at == seat.clock.now().replace(day=3, hour=18, minute=5)
    assert [e.record_id for e in seat.journal.on_day(PainEntry, date(2026, 3, 3))]
    assert seat.sees("Now")


def test_a_day_that_is_still_to_come_cannot_be_chosen(seat: Seat, page: CheckinPage):
    seat.click("It was another day")
    shown = [made for made in page.when.days.days if made.isVisible()]
    assert {made.day.day for made in shown if made.isEnabled()} == {1, 2, 3, 4}
    assert not page.when.days.later.isEnabled()


def test_a_time_that_is_still_to_come_is_said_and_not_saved(seat: Seat, page: CheckinPage):
    choose(seat, page.form.much.back.strip, 5)
    seat.click("It was another day")
    page.when.time.setTime(QTime(23, 0))
    assert seat.sees("That is still to come. Choose a moment up to now.")
    seat.click("Save")
    assert seat.records(PainEntry) == []
    assert seat.sees("That day and time are still to come.")
    seat.click("It is now after all")
    assert not seat.sees("still to come")
    assert saved(seat).at == seat.clock.now()


@pytest.mark.parametrize(
    ("start", "first"), [("monday", "Mon"), ("sunday", "Sun"), ("saturday", "Sat")]
)
def test_the_week_begins_where_the_person_says(seat: Seat, start: str, first: str):
    seat.prepare(week_start=start)
    page = sit_down(seat)
    seat.click("It was another day")
    place = seat.texts.index("March 2026")
    assert seat.texts[place + 1] == first or seat.texts[place + 2] == first
    weekdays = {d.day.weekday() for d in page.when.days.days[::7]}
    assert weekdays == {{"monday": 0, "sunday": 6, "saturday": 5}[start]}


def test_the_calendar_by_keyboard(seat: Seat, page: CheckinPage):
    seat.click("It was another day")
    page.when.days.days[9].setFocus()  # today
    seat.press(Qt.Key.Key_Left, Qt.Key.Key_Up)
    focused = seat.application.focusWidget()
    assert focused.day == date(2026, 2, 24)
    assert seat.sees("February 2026")
    seat.press(Qt.Key.Key_PageUp)
    assert seat.sees("January 2026")
    seat.press(Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    assert seat.application.focusWidget().day == date(2026, 3, 1)
    seat.press(Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert page.when.moment == seat.clock.now().replace(day=2)
    seat.press(*[Qt.Key.Key_Right] * 9)
    assert seat.application.focusWidget().day == date(2026, 3, 4)


# -- leaving -----------------------------------------------------------------------------------


def test_what_was_given_is_there_when_one_comes_back(seat: Seat, page: CheckinPage):
    choose(seat, page.form.much.back.strip, 5)
    seat.click("Dull")
    page.hide()
    page.open()
    page.show()
    assert page.given
    assert page.form.much.back.value == 5
    assert saved(seat).qualities == ("dull",)


def test_what_was_begun_yesterday_belongs_to_yesterday(seat: Seat, page: CheckinPage):
    begun = seat.clock.now()
    choose(seat, page.form.much.back.strip, 5)
    seat.clock.advance(24 * 3600)
    page.open()
    assert seat.sees("Wednesday 4 March, 07:30")
    assert saved(seat).at == begun


def test_what_was_begun_and_taken_out_again_belongs_to_no_day(seat: Seat, page: CheckinPage):
    choose(seat, page.form.much.back.strip, 5)
    seat.click(page.form.much.back.clear_button)
    seat.clock.advance(24 * 3600)
    page.open()
    assert seat.sees("Now")


def test_saving_clears_it(seat: Seat, page: CheckinPage):
    choose(seat, page.form.much.back.strip, 5)
    seat.click("Dull")
    saved(seat)
    assert not page.given
    assert seat.sees("Now")
    seat.clock.advance(3600)
    choose(seat, page.form.much.back.strip, 3)
    entry = saved(seat)
    assert (entry.nrs, entry.qualities, entry.at) == (3, (), seat.clock.now())


def test_where_it_cannot_be_written_everything_is_still_there(seat: Seat, page: CheckinPage):
    page.saved.disconnect()
    choose(seat, page.form.much.back.strip, 5)
    seat.click("Save")
    assert page.given
    assert page.form.much.back.value == 5


# -- keyboard, and the other way round ---------------------------------------------------------


def test_by_keyboard_alone(seat: Seat, page: CheckinPage):
    """A digit is the number; then Tab goes on to the words."""
    seat.press(Qt.Key.Key_7)
    assert page.form.much.back.value == 7
    dull = page.form.kind.families[0].chips["dull"]
    for _ in range(80):
        seat.press(Qt.Key.Key_Tab)
        if seat.application.focusWidget() is dull:
            break
    seat.press(Qt.Key.Key_Space)
    for _ in range(60):
        seat.press(Qt.Key.Key_Tab)
        if seat.application.focusWidget() is page.save_button:
            break
    seat.press(Qt.Key.Key_Space)
    (entry,) = seat.records(PainEntry)
    assert (entry.nrs, entry.qualities) == (7, ("dull",))


def test_delete_takes_a_number_out(seat: Seat, page: CheckinPage):
    choose(seat, page.form.much.leg.strip, 4)
    seat.press(Qt.Key.Key_Delete)
    assert page.form.much.leg.value is None
    assert not page.form.much.leg.clear_button.isVisible()


def test_an_amount_is_typed_and_deleted(seat: Seat, page: CheckinPage):
    box = page.form.does.stiff.box
    box.setFocus(Qt.FocusReason.TabFocusReason)
    box.selectAll()
    seat.type("25")
    seat.press(Qt.Key.Key_Return)
    assert page.form.does.stiff.value == 25
    box.selectAll()
    seat.press(Qt.Key.Key_Delete, Qt.Key.Key_Return)
    assert page.form.does.stiff.value is None
    assert box.text() == "–"
    box.lineEdit().deselect()
    box.lineEdit().setCursorPosition(1)  # as a click behind the dash does
    seat.type("5")
    seat.press(Qt.Key.Key_Return)
    assert (page.form.does.stiff.value, box.text()) == (5, "5 min")
    assert seat.records(PainEntry) == []


def test_an_amount_beyond_all_sense_cannot_be_typed(seat: Seat, page: CheckinPage):
    seat.click("What may matter")
    box = page.form.matter.day.hours.box
    box.setFocus(Qt.FocusReason.TabFocusReason)
    box.selectAll()
    seat.type("-3")
    seat.type("x99")
    seat.press(Qt.Key.Key_Return)
    assert (page.form.matter.day.hours.value or 0) <= 24


def test_from_right_to_left(seat: Seat):
    page = sit_down(seat)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    seat.application.processEvents()
    form = page.form
    assert form.places.mapTo(page, form.places.rect().center()).x() > page.width() / 2
    assert form.kind.mapTo(page, form.kind.rect().center()).x() < page.width() / 2
    seat.click("It was another day")
    assert page.when.time.layoutDirection() == Qt.LayoutDirection.LeftToRight
    page.when.days.days[9].setFocus()
    seat.press(Qt.Key.Key_Right)
    assert seat.application.focusWidget().day == date(2026, 3, 3)


# -- what is seen ------------------------------------------------------------------------------


@pytest.mark.parametrize(("size", "beside"), [((1280, 800), True), ((900, 600), False)])
def test_map_and_questions_side_by_side_where_there_is_room(
    seat: Seat, size: tuple[int, int], beside: bool
):
    page = sit_down(seat)
    seat.window.resize(*size)
    seat.application.processEvents()
    form = page.form
    where = form.places.mapTo(form, form.places.rect().topLeft())
    kind = form.kind.mapTo(form, form.kind.rect().topLeft())
    assert (kind.x() > where.x() + form.places.width()) is beside


@pytest.mark.parametrize("text_size", [100, 200])
def test_the_bar_stays_in_view_and_covers_nothing(seat: Seat, text_size: int):
    page = sit_down(seat)
    seat.window.look.choose(text_size=text_size)
    seat.window.resize(900, 600)
    seat.click("What may matter")
    bar = page.verticalScrollBar()

    def at_the_end() -> None:
        bar.setValue(bar.maximum())
        end = page.form.matter.mapTo(page.viewport(), page.form.matter.rect().bottomLeft())
        assert end.y() <= page.viewport().height()

    seat.qtbot.waitUntil(at_the_end, timeout=3000)
    for value in (0, bar.maximum()):
        bar.setValue(value)
        seat.application.processEvents()
        assert page.bar.geometry().bottom() == page.height() - 1
        assert page.viewport().height() + page.bar.height() == page.height()
    assert page.horizontalScrollBar().maximum() == 0


def test_amounts_are_written_as_the_language_does(seat: Seat, page: CheckinPage):
    box = page.form.matter.day.hours.box
    box.setLocale(QLocale("de"))
    page.form.matter.day.hours.show_value(6.5)
    assert box.text() == "6,5 h"


def test_a_day_is_one_stop_for_tab_and_has_its_whole_name(seat: Seat, page: CheckinPage):
    seat.click("It was another day")
    stops = [d for d in page.when.days.days if d.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert [stop.accessibleName() for stop in stops] == ["Wednesday 4 March"]
