"""Exercises: all of them, found by words and filters, and what a bad day changes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from recovery_coach.base.i18n import tr, use_language
from recovery_coach.base.paths import find_resources
from recovery_coach.library.loader import Library
from recovery_coach.ui.exercise_card import ExerciseCard
from recovery_coach.ui.exercise_page import ExercisePage
from recovery_coach.ui.exercises_page import ExercisesPage
from tests import factories
from tests.journal.make import hurt
from tests.ui.seat import SMALL, Seat

Key = Qt.Key


def exercises(seat: Seat) -> ExercisesPage:
    """Go to the exercises."""
    seat.click("Exercises")
    page = seat.page
    assert isinstance(page, ExercisesPage)
    return page


def names(seat: Seat) -> list[str]:
    """The cards in the order a person reads them."""
    page = seat.page
    assert isinstance(page, ExercisesPage)
    cards = [card for grid in (page.grid, page.lower_grid) for card in grid.cards]
    return [tr(c.exercise.name) for c in cards if isinstance(c, ExerciseCard) and c.isVisible()]


def card(seat: Seat, name: str) -> ExerciseCard:
    (found,) = [c for c in seat.all(ExerciseCard) if c.exercise.name == name]
    return found


# -- the cards ---------------------------------------------------------------------------------


def test_all_exercises_stand_there_by_name_and_it_says_how_many(seat: Seat):
    seat.sit_down()
    exercises(seat)
    shown = names(seat)
    assert len(shown) == len(seat.app.library.exercises) == 45
    assert shown == sorted(shown, key=str.casefold)
    assert seat.sees("45 exercises")
    assert not seat.buttons("Show all exercises")


def test_it_stands_between_routines_and_journal(seat: Seat):
    seat.sit_down()
    exercises(seat)
    buttons = seat.window.sidebar.buttons
    assert list(buttons) == ["today", "routines", "exercises", "journal", "trends", "settings"]
    assert [name for name, b in buttons.items() if b.isChecked()] == ["exercises"]


def test_a_card_tells_name_dose_and_position(seat: Seat):
    seat.sit_down()
    exercises(seat)
    found = card(seat, "Bird dog")
    assert found.accessibleName() == "Bird dog, 2 sets of 5 reps a side"
    assert found.accessibleDescription() == "hands and knees"


def test_the_figures_are_painted_after_the_page_and_only_those_that_are_seen(seat: Seat):
    seat.sit_down()
    page = exercises(seat)
    page.grab()
    while page.stills.busy:
        page.stills.make_some()
    made = {wish[0] for wish in page.stills._made}
    seen = {c.exercise.id for c in seat.all(ExerciseCard) if not c.visibleRegion().isEmpty()}
    assert seen <= made
    assert len(made) < 45


def test_the_first_picture_waits_for_no_figure(seat: Seat, monkeypatch: pytest.MonkeyPatch):
    painted: list[str] = []
    seat.sit_down()
    page = exercises(seat)
    page.stills._made.clear()
    monkeypatch.setattr(page.stills, "_paint", lambda wish: painted.append(wish[0]))
    page.grab()
    assert not painted
    assert page.stills.busy


def test_a_card_opens_its_exercise_and_back_comes_to_the_card_again(seat: Seat):
    seat.sit_down()
    page = exercises(seat)
    seat.click(card(seat, "Cat-cow"))
    assert isinstance(seat.page, ExercisePage)
    seat.click("Back")
    assert seat.page is page
    assert card(seat, "Cat-cow").hasFocus()
    seat.press(Key.Key_Return)
    seat.press(Key.Key_Escape)
    assert seat.page is page
    seat.press(Key.Key_Escape)
    assert seat.page is seat.window.today


def test_without_exercises_there_is_nothing_to_search(seat: Seat):
    seat.sit_down(Library({}, {}))
    page = exercises(seat)
    assert names(seat) == []
    assert not page.field.isVisible()
    assert not page.bar.isVisible()
    assert not seat.sees("No exercise")


def test_one_of_my_own_has_no_figure_and_is_there_all_the_same(seat: Seat):
    seat.sit_down(SMALL)
    page = exercises(seat)
    page.grab()
    while page.stills.busy:
        page.stills.make_some()
    page.grab()
    assert len(names(seat)) == len(factories.EXERCISES)


# -- the search --------------------------------------------------------------------------------


def test_it_finds_as_one_types(seat: Seat):
    seat.sit_down()
    exercises(seat)
    seat.press(Key.Key_Slash)
    seat.type("Bird")
    assert names(seat) == ["Bird dog"]
    assert seat.sees("1 of 45")
    for _ in range(3):
        seat.press(Key.Key_Backspace)
    assert len(names(seat)) > 1


def test_slash_and_ctrl_f_come_to_the_field_and_mark_what_is_there(seat: Seat):
    seat.sit_down()
    page = exercises(seat)
    seat.press(Key.Key_Slash)
    assert page.field.hasFocus()
    seat.type("cat/")
    assert page.field.text() == "cat/"
    page.setFocus()
    seat.press(Key.Key_F, modifier=Qt.KeyboardModifier.ControlModifier)
    assert page.field.hasFocus()
    seat.type("bird")
    assert page.field.text() == "bird"


def test_escape_empties_the_field_before_it_leaves_the_page(seat: Seat):
    seat.sit_down()
    page = exercises(seat)
    seat.press(Key.Key_Slash)
    seat.type("bird")
    seat.press(Key.Key_Escape)
    assert (seat.page, page.field.text(), len(names(seat))) == (page, "", 45)
    seat.press(Key.Key_Escape)
    assert seat.page is seat.window.today


def test_down_goes_on_to_what_was_found_and_enter_opens_it(seat: Seat):
    seat.sit_down()
    exercises(seat)
    seat.press(Key.Key_Slash)
    seat.type("dowel")
    seat.press(Key.Key_Down)
    assert card(seat, "Hip hinge with dowel").hasFocus()
    seat.press(Key.Key_Return)
    assert isinstance(seat.page, ExercisePage)


def test_down_with_nothing_found_stays(seat: Seat):
    seat.sit_down()
    page = exercises(seat)
    seat.press(Key.Key_Slash)
    seat.type("kettlebell")
    seat.press(Key.Key_Down)
    assert page.field.hasFocus()


def test_where_nothing_is_found_it_says_so_and_leads_back(seat: Seat):
    seat.sit_down()
    page = exercises(seat)
    seat.press(Key.Key_Slash)
    seat.type("kettlebell")
    assert names(seat) == []
    assert seat.sees("No exercise has “kettlebell”.")
    seat.click("Show all exercises")
    assert len(names(seat)) == 45
    assert page.field.text() == ""
    assert not seat.sees("No exercise has")


def test_umlauts_may_be_left_out(seat: Seat, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LANGUAGE", "de")
    try:
        use_language(find_resources() / "locale", ["de"])
        seat.sit_down()
        seat.click("Übungen")
        seat.press(Key.Key_Slash)
        seat.type("huftbeuger")
        found = names(seat)
        assert found
        assert len(found) < 45
    finally:
        use_language(find_resources() / "locale", ["en"])


# -- the filters -------------------------------------------------------------------------------


def test_filters_combine_with_each_other_and_with_words(seat: Seat):
    seat.sit_down()
    exercises(seat)
    seat.click("Kind")
    seat.click("core")
    core = set(names(seat))
    assert seat.buttons("Kind: core")
    seat.click("gentle")
    assert set(names(seat)) < core
    seat.click("gentle")
    seat.click("Position")
    seat.click("on the back")
    lying = set(names(seat))
    assert lying < core
    seat.press(Key.Key_Slash)
    seat.type("dead")
    assert set(names(seat)) == {"Dead bug", "Dead bug heel tap"}
    seat.click("Show all exercises")
    assert len(names(seat)) == 45
    assert seat.buttons("Kind")
    assert not seat.buttons("core")


def test_one_of_several_positions(seat: Seat):
    seat.sit_down()
    exercises(seat)
    seat.click("Position")
    seat.click("kneeling")
    seat.click("lunge")
    library = seat.app.library.exercises.values()
    expected = {e.name for e in library if e.position in ("kneeling", "lunge")}
    assert set(names(seat)) == expected
    assert seat.buttons("Position: kneeling, lunge")


def test_a_part_of_the_body(seat: Seat):
    seat.sit_down()
    exercises(seat)
    seat.click("Part of the body")
    seat.click("legs")
    library = seat.app.library.exercises.values()
    legs = {"quadriceps", "hamstrings", "calves"}
    assert set(names(seat)) == {e.name for e in library if legs & set(e.muscles)}


def test_without_what_one_does_not_have(seat: Seat):
    seat.sit_down()
    exercises(seat)
    seat.click("Equipment")
    seat.click("mat")
    assert seat.buttons("Equipment: without mat")
    library = seat.app.library.exercises.values()
    assert set(names(seat)) == {e.name for e in library if "mat" not in e.equipment}


def test_filters_that_leave_nothing_say_so(seat: Seat):
    seat.sit_down()
    exercises(seat)
    seat.click("Kind")
    seat.click("pulse-raiser")
    seat.click("foam-roll")
    assert seat.sees("No exercise fits all of that.")
    seat.click("Show all exercises")
    assert len(names(seat)) == 45


def test_a_filter_goes_with_the_last_exercise_that_has_it(seat: Seat):
    seat.sit_down()
    page = exercises(seat)
    seat.click("Equipment")
    seat.click("dowel")
    fewer = {k: e for k, e in seat.app.library.exercises.items() if "dowel" not in e.equipment}
    page.overview.library = Library(fewer, {})
    page.refresh()
    seat.application.processEvents()
    assert not seat.buttons("dowel")
    assert len(names(seat)) == len(fewer)


# -- a bad day ---------------------------------------------------------------------------------


def test_above_five_the_gentle_ones_come_first_and_it_says_why(seat: Seat):
    seat.sit_down()
    seat.window.today.strip.buttons[7].click()
    exercises(seat)
    gentle = {e.name for e in seat.app.library.exercises.values() if "gentle" in e.tags}
    shown = names(seat)
    assert set(shown[: len(gentle)]) == gentle
    assert len(shown) == 45
    assert seat.sees("For a better day")
    assert seat.sees("Your number is 7. Above 5, gentle moves are open.")


def test_while_a_warning_stands_only_the_advice_is_here(seat: Seat):
    seat.sit_down()
    seat.journal.append(hurt("s", words=("limb",), action="stop", at=seat.clock.now()))
    page = exercises(seat)
    assert names(seat) == []
    assert not page.field.isVisible()
    assert not page.bar.isVisible()
    assert seat.sees("Talk to a health service today.")
    assert not seat.can_start()
    seat.see_a_professional()
    exercises(seat)
    assert len(names(seat)) == 45


def test_every_card_is_reached_by_keyboard_in_the_order_it_is_read(seat: Seat):
    seat.sit_down()
    page = exercises(seat)
    page.clear_button.setFocus()
    page.bar.openers["without"].setFocus()
    reached = []
    for _ in range(46):
        seat.press(Key.Key_Tab)
        focused = seat.application.focusWidget()
        if isinstance(focused, ExerciseCard):
            reached.append(focused.exercise.name)
    assert reached == names(seat)


def test_chips_tell_what_is_chosen_to_a_screen_reader(seat: Seat):
    seat.sit_down()
    exercises(seat)
    seat.click("Kind")
    seat.click("core")
    (chip,) = [b for b in seat.all(QPushButton) if b.text() == "core"]
    assert chip.isCheckable()
    assert chip.isChecked()
