"""What the person set to be left out: shown with its reason before Start, and really left out."""

from __future__ import annotations

from recovery_coach.coach.background import set_code
from recovery_coach.ui.exercise_page import ExercisePage
from recovery_coach.ui.routine_card import RoutineCard
from recovery_coach.ui.routine_page import RoutinePage
from recovery_coach.ui.stills import StillButton
from recovery_coach.ui.today import TodayPage
from tests.places import CODES
from tests.ui.seat import Seat


def sit_down(seat: Seat, *codes: str) -> None:
    seat.sit_down()
    for code in codes:
        set_code(seat.journal, code, True, seat.clock.now())


def moves(seat: Seat) -> list[str]:
    """The exercises of the session under way."""
    return [step.exercise.id for step in seat.stage.practice.player.timeline.steps]


def test_a_routine_says_what_was_changed_and_why(seat: Seat):
    sit_down(seat, "FLEX", "KNE")
    seat.window.open_routine("cool_down_seed")
    seat.application.processEvents()
    assert seat.sees("Changed for you")
    assert seat.sees(
        "Half-kneeling hip-flexor stretch, the easier way: Stand with one foot behind you and tuck"
        " in the same way."
    )
    assert seat.sees("Because you set: a painful knee or no kneeling")
    assert seat.sees("Because you set: bending forward brings it on")


def test_what_is_shown_is_what_is_played(seat: Seat):
    sit_down(seat, "KNE")
    seat.window.open_routine("core_stability")
    seat.application.processEvents()
    page = seat.page
    assert isinstance(page, RoutinePage)
    shown = [step.exercise for step in page.routine.steps]
    assert len(shown) == 4
    assert seat.sees("4 moves")
    seat.click("Start")
    assert moves(seat) == shown
    assert len(seat.app.library.routines["core_stability"].steps) == 6


def test_no_figure_shows_another_way_than_the_words(seat: Seat):
    sit_down(seat, "KNE")
    seat.window.open_routine("cool_down_seed")
    seat.application.processEvents()
    shown = {still.exercise for still in seat.all(StillButton)}
    assert "cat_cow" not in shown
    assert "seated_spinal_twist" in shown
    assert seat.sees("Sit on a chair, hands on your thighs, and round and arch there.")


def test_today_counts_the_changes_and_starts_what_it_shows(seat: Seat):
    sit_down(seat, "KNE")
    seat.window.show_today()
    page = seat.page
    assert isinstance(page, TodayPage)
    seat.application.processEvents()
    assert seat.sees("2 moves changed for you")
    seat.click("Start")
    steps = seat.stage.practice.player.timeline.steps
    assert [step.exercise.id for step in steps if step.easier] == [
        "cat_cow",
        "half_kneeling_hip_flexor",
    ]


def test_a_card_has_the_minutes_and_moves_that_are_left(seat: Seat):
    sit_down(seat, "KNE")
    overview = seat.window.overview
    routine = seat.app.library.routines["core_stability"]
    assert overview.seconds(routine) < 600
    seat.window.go("routines")
    seat.application.processEvents()
    names = [card.accessibleName() for card in seat.all(RoutineCard)]
    assert "Core stability, 10 min · 4 moves" in names


def test_a_routine_of_which_nothing_is_left_cannot_be_started(seat: Seat):
    sit_down(seat, *CODES)
    seat.window.open_routine("core_stability")
    seat.application.processEvents()
    assert seat.sees("Nothing of this routine is left today. Another one may suit you better.")
    assert not seat.buttons("Start")
    assert not seat.buttons("Preview")
    seat.window.sessions.start_by_id("core_stability")
    assert seat.window.stage is None
    seat.window.go("routines")
    seat.application.processEvents()
    names = [card.accessibleName() for card in seat.all(RoutineCard)]
    assert "Core stability, nothing left of it today" in names


def test_today_never_suggests_a_routine_of_which_nothing_is_left(seat: Seat):
    sit_down(seat, *CODES)
    overview = seat.window.overview
    suggestion = overview.suggestion(overview.standing())
    assert suggestion is not None
    for routine in (suggestion.routine, *suggestion.others):
        assert not overview.adapted(routine).nothing_left


def test_an_exercise_that_is_left_out_says_so_in_the_place_of_its_button(seat: Seat):
    sit_down(seat, "FLEX")
    seat.window.go("exercises")
    seat.window.exercises.open("childs_pose")
    seat.application.processEvents()
    assert isinstance(seat.page, ExercisePage)
    assert seat.sees("Left out: Child's pose, because you set: bending forward brings it on.")
    assert not seat.buttons("Do this one now")
    seat.click("Health background")
    seat.click("Back")
    assert isinstance(seat.page, ExercisePage)


def test_an_exercise_is_done_the_easier_way_where_that_helps(seat: Seat):
    sit_down(seat, "KNE")
    seat.window.exercises.open("cat_cow")
    seat.application.processEvents()
    seat.click("Do this one now")
    (step,) = seat.stage.practice.player.timeline.steps
    assert step.easier
    assert step.exercise.start.startswith("Sit on a chair")


def test_what_a_check_switched_on_is_no_setting_of_theirs(seat: Seat):
    seat.sit_down()
    seat.checked(3, onset_time=seat.clock.now().isoformat())
    seat.window.open_routine("pre_deadlift")
    seat.application.processEvents()
    assert seat.sees("Because of your last check: a strain less than 48 hours ago")
    assert not seat.buttons("Health background")
    seat.window.exercises.open("jumping_jacks")
    seat.application.processEvents()
    assert not seat.buttons("Do this one now")
    assert not seat.buttons("Health background")


def test_another_timing_is_shown_in_the_moves_as_well(seat: Seat):
    """A filler keeps the seconds of its step, and those hold the time to switch sides."""
    sit_down(seat, "EXT")
    seat.window.open_routine("hip_strength")
    seat.application.processEvents()
    before = seat.page.routine
    seat.window.keeper.choose_pace("hip_strength", "switch", 20.0, "20 s")
    seat.application.processEvents()
    assert seat.page.routine != before
    assert seat.page.routine == seat.window.overview.as_done(
        seat.app.library.routines["hip_strength"]
    )


def test_what_is_taken_back_meanwhile_is_shown(seat: Seat):
    """Undo of what was set, on the page of a routine that was opened since."""
    sit_down(seat, "KNE")
    seat.window.open_routine("core_stability")
    seat.application.processEvents()
    assert seat.sees("Changed for you")
    set_code(seat.journal, "KNE", False, seat.clock.now())
    seat.application.processEvents()
    assert not seat.sees("Changed for you")
    assert len(seat.page.routine.steps) == 6


def test_it_is_read_only_where_something_is_set(seat: Seat):
    import subprocess
    import sys

    code = (
        "import sys; import recovery_coach.ui.window, recovery_coach.coach.overview;"
        "print([m for m in sys.modules if 'leaving_out' in m or 'coach.background' in m])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"
