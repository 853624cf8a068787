"""Health background: answered in clicks, written at once, taken back, asked again in time."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtTest import QTest

from recovery_coach.coach.background import (
    SETTABLE,
    VALUES,
    Background,
    answer,
    read_background,
    set_code,
)
from recovery_coach.journal import BackgroundRecord
from recovery_coach.ui.background_page import BackgroundPage
from recovery_coach.ui.controls import ChoiceBox, Segments, Switch
from recovery_coach.ui.routine_page import RoutinePage
from recovery_coach.ui.settings_page import SettingsPage
from tests.ui.seat import Seat


def opened(seat: Seat) -> BackgroundPage:
    seat.window.open_background(seat.window.go_back)
    seat.application.processEvents()
    assert isinstance(seat.page, BackgroundPage)
    return seat.page


@pytest.fixture
def page(seat: Seat) -> BackgroundPage:
    seat.sit_down()
    return opened(seat)


def kept(seat: Seat) -> Background:
    return read_background(seat.journal, seat.clock.now())


def chosen(control: Any) -> str:
    """What a control shows as chosen."""
    if isinstance(control, ChoiceBox):
        return control.currentText()
    return next((one.text() for one in control.buttons if one.isChecked()), "")


def choose(seat: Seat, page: BackgroundPage, name: str, label: str) -> None:
    control: Any = page.controls[name]
    if isinstance(control, ChoiceBox):
        control.setFocus()
        QTest.keyClicks(control, label[:2])
        return
    page.ensureWidgetVisible(control)
    seat.application.processEvents()
    seat.click(next(one for one in control.buttons if one.text() == label))


def turn(seat: Seat, page: BackgroundPage, code: str) -> None:
    control: Any = page.controls[code]
    page.ensureWidgetVisible(control)
    seat.application.processEvents()
    seat.click(control)


def test_it_asks_all_that_may_matter_and_nothing_is_answered_before(page: BackgroundPage):
    assert set(page.controls) == {*VALUES, *SETTABLE}
    for name in VALUES:
        assert isinstance(page.controls[name], Segments | ChoiceBox)
        assert chosen(page.controls[name]) == ""
    for code in SETTABLE:
        control = page.controls[code]
        assert isinstance(control, Switch)
        assert not control.isChecked()


def test_it_is_optional_and_stays_here(seat: Seat, page: BackgroundPage):
    assert seat.sees("Everything here is optional, and it stays on this computer.")
    assert seat.records(BackgroundRecord) == []


def test_an_answer_is_written_at_once_with_its_day(seat: Seat, page: BackgroundPage):
    choose(seat, page, "cancer_history", "Yes")
    assert kept(seat).answers == {"cancer_history": "yes"}
    assert seat.sees("Kept: Yes")
    assert page.lines["cancer_history"].text() == "You said so on Wednesday 4 March 2026."


def test_from_many_answers_one_is_found_by_typing(seat: Seat, page: BackgroundPage):
    choose(seat, page, "age_band", "50 to 59")
    assert chosen(page.controls["age_band"]) == "50 to 59"
    assert kept(seat).answers == {"age_band": "50-59"}


def test_undo_takes_it_back_and_the_page_shows_it(seat: Seat, page: BackgroundPage):
    choose(seat, page, "osteoporosis", "Yes")
    choose(seat, page, "osteoporosis", "No")
    seat.undo()
    assert chosen(page.controls["osteoporosis"]) == "Yes"
    assert kept(seat).answers == {"osteoporosis": "yes"}


def test_an_answer_is_taken_out_again(seat: Seat, page: BackgroundPage):
    choose(seat, page, "osteoporosis", "Yes")
    choose(seat, page, "osteoporosis", "Rather not say")
    assert kept(seat).answers == {}
    assert chosen(page.controls["osteoporosis"]) == "Rather not say"
    assert page.lines["osteoporosis"].text() == ""
    assert chosen(opened(seat).controls["osteoporosis"]) == ""  # nothing of it was stored


def test_a_code_says_how_many_moves_it_concerns_and_is_set(seat: Seat, page: BackgroundPage):
    exercises = seat.app.library.exercises.values()
    kneeling = sum("KNE" in exercise.cautions for exercise in exercises)
    assert seat.sees(f"Leaves out or changes {kneeling} of 45 moves.")
    turn(seat, page, "KNE")
    assert kept(seat).codes == {"KNE": "set"}
    assert seat.sees("Left out from now on: a painful knee or no kneeling")
    turn(seat, page, "KNE")
    assert kept(seat).codes == {}


def test_what_follows_from_an_answer_is_on_and_says_so(seat: Seat, page: BackgroundPage):
    choose(seat, page, "pregnancy", "Yes")
    control = page.controls["PRE"]
    assert isinstance(control, Switch)
    assert control.isChecked()
    assert not control.isEnabled()
    assert page.lines["PRE"].text() == "On, because of your answer above."
    assert control.accessibleDescription().endswith("On, because of your answer above.")
    choose(seat, page, "pregnancy", "No")
    assert not control.isChecked()
    assert control.isEnabled()


def test_what_the_last_check_switched_on_is_said(seat: Seat, page: BackgroundPage):
    seat.checked(3, runs_from_back="yes")
    page.refresh()
    assert page.lines["LEG"].text() == "On for now, because of your last check."


def test_an_answer_that_grew_old_is_asked_for_again(seat: Seat):
    seat.sit_down()
    answer(seat.journal, "infection_3m", "yes", seat.clock.now())
    seat.clock.advance(100 * 86400)
    page = opened(seat)
    assert chosen(page.controls["infection_3m"]) == ""
    assert page.lines["infection_3m"].text() == (
        "On Wednesday 4 March 2026 you said: Yes. How is it now?"
    )
    choose(seat, page, "infection_3m", "No")
    assert kept(seat).answers == {"infection_3m": "no"}


def test_settings_lead_there_and_back(seat: Seat):
    seat.sit_down().go("settings")
    seat.application.processEvents()
    seat.qtbot.waitUntil(lambda: seat.sees("Health background"))
    page = seat.page
    opener = next(b for b in seat.buttons("Open") if "health" in b.accessibleName())
    page.ensureWidgetVisible(opener)
    seat.application.processEvents()
    seat.click(opener)
    assert isinstance(seat.page, BackgroundPage)
    seat.click("Back")
    assert isinstance(seat.page, SettingsPage)


def test_a_routine_leads_there_and_back_to_itself(seat: Seat):
    window = seat.sit_down()
    set_code(seat.journal, "FLEX", True, seat.clock.now())
    window.open_routine("pre_deadlift")
    seat.application.processEvents()
    seat.click("Health background")
    page = seat.page
    assert isinstance(page, BackgroundPage)
    turn(seat, page, "FLEX")
    page.verticalScrollBar().setValue(0)
    seat.application.processEvents()
    seat.click("Back")
    assert isinstance(seat.page, RoutinePage)
    assert not seat.sees("Changed for you")


def test_without_a_journal_it_says_so(seat: Seat, page: BackgroundPage):
    seat.window.overview.journal = None
    choose(seat, page, "osteoporosis", "Yes")
    assert seat.sees("Nothing is written down until the journal works again.")
    assert chosen(page.controls["osteoporosis"]) == ""
