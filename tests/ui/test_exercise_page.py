"""One exercise: its figure, its words, where they lead, and a session of it alone."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from recovery_coach.base.i18n import tr
from recovery_coach.coach.finding import routines_with
from recovery_coach.journal import HurtRecord, SessionRecord
from recovery_coach.library.dose import Dose
from recovery_coach.library.loader import Library
from recovery_coach.library.models import Exercise, Variant
from recovery_coach.library.naming import EQUIPMENT_CHECK, caution_words
from recovery_coach.library.words import dose_words
from recovery_coach.ui.exercise_page import ExercisePage, dose_details
from recovery_coach.ui.exercises_page import ExercisesPage
from recovery_coach.ui.finish import FinishPage
from recovery_coach.ui.level_page import LevelPage
from recovery_coach.ui.routine_page import RoutinePage
from recovery_coach.ui.stage import StagePage
from tests import factories
from tests.journal.make import hurt
from tests.ui.seat import Seat

Key = Qt.Key


def opened(seat: Seat, exercise: str = "bird_dog") -> ExercisePage:
    """Open the page of an exercise from the exercises."""
    seat.click("Exercises")
    seat.page.opened.emit(exercise)
    seat.application.processEvents()
    page = seat.page
    assert isinstance(page, ExercisePage)
    return page


def finish(seat: Seat) -> None:
    practice = seat.stage.practice
    while not practice.player.ended:
        practice.handle(practice.player.skip())
    seat.application.processEvents()


# -- the words ---------------------------------------------------------------------------------


def test_every_exercise_shows_all_that_is_known_of_it(seat: Seat):
    seat.sit_down()
    for exercise in seat.app.library.exercises.values():
        opened(seat, exercise.id)
        texts = seat.texts
        assert exercise.name in texts
        assert any(text.startswith(dose_words(exercise.dose)) for text in texts)
        wanted = [exercise.start, *exercise.steps, exercise.breathing, *exercise.faults]
        wanted += [exercise.note] if exercise.note else []
        wanted += [v.text for v in (exercise.easier, exercise.harder) if v is not None]
        wanted += [caution_words(code) for code in exercise.cautions]
        missing = [text for text in wanted if text not in texts]
        assert not missing, exercise.id
        assert seat.sees(exercise.source)
        assert seat.sees("Always: stop at sharp pain")


def test_steps_are_numbered(seat: Seat):
    seat.sit_down()
    exercise = opened(seat).exercise
    texts = seat.texts
    for number, step in enumerate(exercise.steps, 1):
        assert texts.index(str(number)) < texts.index(step)


def test_a_check_of_the_equipment_concerns_everybody(seat: Seat):
    seat.sit_down()
    opened(seat, "band_pull_aparts")
    check = caution_words(EQUIPMENT_CHECK)
    assert seat.texts.index(check) > seat.texts.index(caution_words("SHO"))


def test_what_the_dose_leaves_out():
    exercise = factories.exercise(
        dose=Dose(reps=4, sets=2, rest=10, sides="each", tempo=factories.TEMPO),
        side_means="the front leg",
    )
    assert dose_details(exercise) == [
        "One rep: Lower 2 s · Hold 1 s · Lift 1 s",
        "10 s of rest between sets",
        "Left and right name the front leg.",
    ]
    assert dose_details(factories.EXERCISES["march"]) == []
    (breath,) = dose_details(factories.EXERCISES["breathing"])
    assert breath.startswith("One breath: ")


def test_a_number_above_five_is_said_unless_it_is_a_gentle_one(seat: Seat):
    seat.sit_down()
    seat.window.today.strip.buttons[7].click()
    opened(seat, "bird_dog")
    assert seat.sees("Your number is 7. Above 5, gentle moves are open.")
    opened(seat, "cat_cow")
    assert not seat.sees("Your number is 7.")


# -- the figure --------------------------------------------------------------------------------


def test_what_works_and_what_stretches_is_said_in_words(seat: Seat):
    seat.sit_down()
    for exercise in seat.app.library.exercises.values():
        opened(seat, exercise.id)
        figure = seat.app.figures.get(exercise.id)
        assert figure is not None
        assert seat.sees("Works: ") == bool(figure.working)
        assert seat.sees("Stretches: ") == bool(figure.stretching)


def test_it_is_stepped_through_phase_by_phase(seat: Seat, monkeypatch: pytest.MonkeyPatch):
    seat.sit_down()
    panel = opened(seat).panel
    seat.click(panel.on_button)
    assert not panel.view.playing
    count = len(panel.view.phases)
    first = panel.view.phase
    said: list[str] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: said.append(event.message())
    )
    for step in range(1, count + 1):
        seat.click(panel.on_button)
        at = panel.view.phase
        assert at == (first + step) % count
        name = tr(panel.view.phases[at].capitalize())
        assert panel.phase_words.text() == f"{at + 1} of {count}: {name}"
        assert said[-1] == panel.phase_words.text()
    seat.click(panel.back_button)
    assert panel.view.phase == (first - 1) % count


def test_it_plays_and_pauses(seat: Seat):
    seat.sit_down()
    panel = opened(seat).panel
    before = panel.view.playing
    seat.click(panel.play_button)
    assert panel.view.playing != before
    assert panel.play_button.text() == ("Pause" if panel.view.playing else "Play")
    seat.click(panel.play_button)
    assert panel.view.playing == before


def test_it_is_turned_by_buttons_and_back_again(seat: Seat):
    seat.sit_down()
    view = opened(seat).panel.view
    view.pause()
    first = view.grab().toImage()
    seen = [first]
    for name in ("Side", "Front", "Above"):
        seat.click(name)
        seen.append(view.grab().toImage())
    assert all(one != other for one, other in combinations(seen, 2))
    seat.click("As at first")
    assert view.grab().toImage() == first


def test_who_lies_is_seen_along_the_mat(seat: Seat):
    seat.sit_down()
    opened(seat, "dead_bug")
    assert seat.buttons("Lengthwise")
    assert not seat.buttons("Front")


def test_the_other_side_is_shown_where_there_is_one(seat: Seat):
    seat.sit_down()
    panel = opened(seat, "clam_shell").panel
    first = panel.view.side
    assert seat.sees("Left side" if first == "left" else "Right side")
    seat.click("Show the other side")
    assert {first, panel.view.side} == {"left", "right"}
    assert seat.sees("Right side" if first == "left" else "Left side")
    seat.click("Show the other side")
    assert panel.view.side == first
    panel = opened(seat, "cat_cow").panel
    assert not panel.view.sided
    assert not seat.buttons("Show the other side")


@pytest.fixture
def own(seat: Seat) -> Exercise:
    """An exercise of one's own, which has no figure."""
    exercise = factories.exercise("my_own_move", name="My own move")
    seat.prepare(Library({**factories.EXERCISES, exercise.id: exercise}, {}))
    return exercise


def test_without_a_figure_the_words_are_there(seat: Seat, own: Exercise):
    seat.sit_down()
    panel = opened(seat, own.id).panel
    assert not panel.there
    assert not panel.view.isVisible()
    assert seat.sees("There is no figure of this one yet.")
    assert seat.sees("Works or stretches: front of the thighs")
    assert seat.sees("Stand tall.")
    assert not seat.buttons("Side")


# -- where it leads ----------------------------------------------------------------------------


def test_easier_and_harder_lead_on_and_back_leads_back_again(seat: Seat):
    seat.sit_down()
    opened(seat, "dead_bug")
    easier = seat.app.library.exercises["dead_bug_heel_tap"].name
    seat.click(easier)
    assert isinstance(seat.page, ExercisePage)
    assert seat.page.exercise.id == "dead_bug_heel_tap"
    seat.click("Back")
    assert seat.page.exercise.id == "dead_bug"
    seat.click("Back")
    assert isinstance(seat.page, ExercisesPage)


def test_escape_leads_to_all_exercises(seat: Seat):
    seat.sit_down()
    opened(seat, "dead_bug")
    seat.click(seat.app.library.exercises["dead_bug_heel_tap"].name)
    seat.press(Key.Key_Escape)
    assert isinstance(seat.page, ExercisesPage)


def test_a_variant_that_is_not_there_is_only_words(seat: Seat):
    gone = Variant(text="Half as deep.", exercise="not_there")
    there = Variant(text="On your toes.", exercise="plank")
    move = factories.exercise("move", easier=gone, harder=there)
    seat.prepare(Library({**factories.EXERCISES, "move": move}, {}))
    seat.sit_down()
    opened(seat, "move")
    assert seat.sees("Half as deep.")
    assert seat.buttons("Plank")
    assert not seat.sees("not_there")


def test_the_routines_that_use_it_are_a_click_away(seat: Seat):
    seat.sit_down()
    opened(seat, "bird_dog")
    using = routines_with(seat.app.library.routines.values(), "bird_dog")
    assert len(using) > 1
    assert all(seat.buttons(routine.name) for routine in using)
    seat.click(using[0].name)
    assert isinstance(seat.page, RoutinePage)
    assert seat.page.routine.id == using[0].id


# -- doing it ----------------------------------------------------------------------------------


def test_it_is_done_now_and_recorded_like_any_session(seat: Seat):
    seat.sit_down()
    opened(seat, "cat_cow")
    seat.click("Do this one now")
    assert isinstance(seat.page, StagePage)
    assert {s.exercise for s in seat.stage.practice.player.timeline.segments} == {"cat_cow"}
    finish(seat)
    assert isinstance(seat.page, FinishPage)
    (entry,) = seat.journal.latest(SessionRecord, 5)
    assert entry.record.routine_name == "Cat-cow"
    assert entry.record.routine == "exercise:cat_cow"
    assert entry.record.state == "finished"


def test_it_does_not_count_as_a_routine_that_was_used(seat: Seat):
    seat.sit_down()
    opened(seat, "cat_cow")
    seat.click("Do this one now")
    finish(seat)
    assert not set(seat.journal.last_used()) & set(seat.app.library.routines)


def test_it_hurts_in_the_one_exercise(seat: Seat):
    seat.sit_down()
    opened(seat, "cat_cow")
    seat.click("Do this one now")
    seat.press(Key.Key_H)
    (entry,) = seat.journal.latest(HurtRecord, 5)
    assert entry.record.exercise == "cat_cow"


def test_while_a_warning_stands_neither_page_nor_start_is_there(seat: Seat):
    seat.sit_down()
    opened(seat, "cat_cow")
    seat.journal.append(hurt("s", words=("limb",), action="stop", at=seat.clock.now()))
    seat.application.processEvents()  # the page gives way, before anything on it can be pressed
    assert isinstance(seat.page, LevelPage)
    assert not seat.journal.latest(SessionRecord, 5)
    seat.window.exercises.open("cat_cow")
    seat.application.processEvents()
    assert isinstance(seat.page, LevelPage)
    assert seat.sees("Talk to a health service today.")
    assert not seat.can_start()


# -- the layout --------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (900, False)])
def test_the_figure_is_beside_the_words_or_above_them(seat: Seat, width: int, beside: bool):
    seat.sit_down()
    seat.window.resize(width, 800)
    panel = opened(seat).panel
    seat.application.processEvents()
    (heading,) = [label for label in seat.all(QLabel) if label.text() == "How it goes"]
    left = heading.mapTo(seat.window, heading.rect().topLeft())
    edge = panel.mapTo(seat.window, panel.rect().bottomRight())
    assert (left.x() > edge.x()) == beside
    assert (left.y() > edge.y()) == (not beside)


def test_beside_the_words_the_figure_stays_in_view(seat: Seat):
    seat.sit_down()
    seat.window.resize(1280, 800)
    page = opened(seat)
    seat.application.processEvents()
    bar = page.verticalScrollBar()
    assert bar.maximum() > 300
    for value in range(0, bar.maximum() + 1, 50):
        bar.setValue(value)
        top = page.panel.mapTo(page.viewport(), page.panel.rect().topLeft()).y()
        bottom = page.panel.mapTo(page.viewport(), page.panel.rect().bottomLeft()).y()
        assert top >= 0
        assert bottom <= page.viewport().height() or value == 0
