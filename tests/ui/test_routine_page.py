"""One routine before it starts: its needs, its moves; and a file that somebody else made."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from recovery_coach.journal import PainEntry
from recovery_coach.library.resolve import resolve_dose
from recovery_coach.library.words import dose_words
from recovery_coach.ui.exercise_page import ExercisePage
from recovery_coach.ui.problems import ProblemsPage
from recovery_coach.ui.routine_card import RoutineCard
from recovery_coach.ui.routine_page import RoutinePage
from recovery_coach.ui.stills import StillButton
from tests import factories
from tests.ui.seat import Seat, small_library, steps

FOREIGN = """\
id = "evening"
name = "Evening"
summary = "Slow."

[[steps]]
exercise = "cat_cow"
reps = 4
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "from a friend.toml"
    path.write_text(FOREIGN, encoding="utf-8")
    return path


def cards(seat: Seat) -> list[str]:
    return [card.accessibleName().split(",")[0] for card in seat.all(RoutineCard)]


# -- of the library ----------------------------------------------------------------------------


def test_it_says_what_is_needed_before_it_starts(seat: Seat):
    seat.sit_down().open_routine("pre_deadlift")
    assert seat.sees("What you need")
    needed = {item for e in seat.app.library.routines["pre_deadlift"].steps
              for item in seat.app.library.exercises[e.exercise].equipment}  # fmt: skip
    assert needed
    assert needed <= set(seat.texts)


def test_it_says_where_nothing_is_needed(seat: Seat):
    plank = factories.routine(*steps("plank"), identifier="plank")
    seat.sit_down(small_library(plank)).open_routine("plank")
    seat.application.processEvents()
    assert seat.sees("You need nothing but the floor")


def test_each_move_stands_there_with_its_dose(seat: Seat):
    window = seat.sit_down()
    for routine in seat.app.library.routines.values():
        window.open_routine(routine.id)
        seat.application.processEvents()
        for step in routine.steps:
            exercise = seat.app.library.exercises[step.exercise]
            assert exercise.name in seat.texts
            assert dose_words(resolve_dose(step, exercise)) in seat.texts


def test_a_moves_picture_leads_to_its_exercise_and_back_again(seat: Seat):
    seat.sit_down()
    seat.window.open_routine("pre_deadlift")
    look = next(one for one in seat.all(StillButton) if one.exercise == "glute_bridge")
    assert look.accessibleName() == "How it goes: Glute bridge"
    seat.click(look)
    assert isinstance(seat.page, ExercisePage)
    assert seat.page.exercise.id == "glute_bridge"
    seat.click("Back")
    assert isinstance(seat.page, RoutinePage)
    assert seat.page.routine.id == "pre_deadlift"


def test_also_in_a_file_that_somebody_else_made(seat: Seat, file: Path):
    seat.sit_down()
    seat.window.open_files([file])
    seat.click(next(seat.all(StillButton)))
    assert isinstance(seat.page, ExercisePage)
    seat.click("Back")
    assert isinstance(seat.page, RoutinePage)
    assert seat.sees("Evening")


def test_start_begins_it_and_nothing_asks_in_between(seat: Seat):
    seat.sit_down().open_routine("pre_squat")
    seat.click("Start")
    assert seat.page is seat.stage
    assert seat.stage.practice.routine.id == "pre_squat"


def test_an_unknown_one_opens_nothing(seat: Seat):
    window = seat.sit_down()
    window.open_routine("nothing_of_this_name")
    assert seat.page is window.today


# -- from elsewhere ----------------------------------------------------------------------------


def test_a_file_opens_as_a_page_that_can_be_started_without_adding_it(seat: Seat, file: Path):
    window = seat.sit_down()
    window.open_files([file])
    assert isinstance(seat.page, RoutinePage)
    assert seat.sees("Evening")
    seat.click("Start")
    assert seat.stage.practice.routine.id == "evening"
    assert "evening" not in seat.app.library.routines


def test_added_it_stands_on_today_as_ones_own(seat: Seat, file: Path):
    window = seat.sit_down()
    window.open_files([file])
    seat.click("Add to my routines")
    assert seat.page is window.today
    assert "Evening" in cards(seat)
    (own,) = (c.accessibleName() for c in seat.all(RoutineCard) if "Evening" in c.accessibleName())
    assert own.endswith("yours")
    kept = seat.app.paths.library / "routines" / "evening.toml"
    assert kept.read_text(encoding="utf-8") == FOREIGN


@pytest.mark.parametrize("by", ["button", "key"])
def test_adding_can_be_undone(seat: Seat, file: Path, by: str):
    window = seat.sit_down()
    seat.click(seat.page.strip.buttons[3])
    window.open_files([file])
    seat.click("Add to my routines")
    if by == "button":
        seat.click("Undo")
    else:
        seat.undo()
    assert "Evening" not in cards(seat)
    assert not (seat.app.paths.library / "routines" / "evening.toml").exists()
    assert file.exists()
    assert len(seat.records(PainEntry)) == 1, "only the last thing is taken back"


def test_one_that_cannot_be_removed_again_says_so_and_stays(
    seat: Seat, file: Path, monkeypatch: pytest.MonkeyPatch
):
    window = seat.sit_down()
    window.open_files([file])
    seat.click("Add to my routines")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    seat.click("Undo")
    assert "could not be removed: Permission denied" in window.toast.text
    assert "Evening" in cards(seat)


def test_one_of_a_taken_id_says_so(seat: Seat, file: Path):
    window = seat.sit_down()
    for _ in range(2):
        window.open_files([file])
        seat.click("Add to my routines")
    assert isinstance(seat.page, ProblemsPage)
    assert seat.sees("you have a routine of this id already")


def test_a_file_that_cannot_be_read_says_what_is_wrong_and_is_read_again_once_mended(
    seat: Seat, file: Path
):
    file.write_text(FOREIGN.replace("cat_cow", "cat_caw"), encoding="utf-8")
    seat.sit_down().open_files([file])
    assert isinstance(seat.page, ProblemsPage)
    assert seat.sees("Line 6")
    assert seat.sees("cat_caw")
    file.write_text(FOREIGN, encoding="utf-8")
    seat.click("Read them again")
    assert isinstance(seat.page, RoutinePage)


@pytest.mark.parametrize("name", ["gone.toml", ""])
def test_a_file_that_is_not_there_is_a_message(seat: Seat, tmp_path: Path, name: str):
    seat.sit_down().open_files([tmp_path / name])
    assert isinstance(seat.page, ProblemsPage)


def test_no_files_only_bring_it_forward(seat: Seat):
    window = seat.sit_down()
    window.open_files([])
    assert seat.page is window.today


def test_in_mid_session_no_file_takes_the_stage_away(seat: Seat, file: Path):
    stage = seat.practise(*steps("plank"))
    seat.window.open_files([file])
    assert seat.page is stage


# -- dropped -----------------------------------------------------------------------------------


def drop(seat: Seat, path: Path) -> bool:
    """Whether the window took it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    rest = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, *rest)
    enter.ignore()
    seat.application.sendEvent(seat.window, enter)
    if enter.isAccepted():
        event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, *rest)
        seat.application.sendEvent(seat.window, event)
    return enter.isAccepted()


def test_a_routine_can_be_dropped_on_the_window(seat: Seat, file: Path):
    seat.sit_down()
    assert drop(seat, file)
    assert isinstance(seat.page, RoutinePage)


def test_nothing_else_can(seat: Seat, tmp_path: Path):
    window = seat.sit_down()
    assert not drop(seat, tmp_path / "holiday.jpg")
    assert seat.page is window.today


def test_nor_in_mid_session(seat: Seat, file: Path):
    stage = seat.practise(*steps("plank"))
    assert not drop(seat, file)
    assert seat.page is stage


# -- pace ----------------------------------------------------------------------------------------


def whole(seat: Seat) -> float:
    return seat.window.overview.seconds(seat.page.routine)


def test_on_a_sore_day_there_is_more_time_between_moves_and_it_is_said(seat: Seat):
    window = seat.sit_down()
    window.open_routine("express_3")
    before = whole(seat)
    assert not seat.page.timing.sore.isVisible()
    seat.checked(3)
    window.open_routine("express_3")
    longer = seat.page.timing
    assert longer.sore.text() == "Today counts as a sore day: 4 s more between moves and sides."
    # Five moves are four ways from one to the next; two of them are done side by side.
    assert whole(seat) == before + 4 * 4 + 2 * 4
    assert longer.steppers["transition"].box.value() == 8  # what was chosen stays what it was
    seat.click("Start")
    assert seat.stage.practice.player.timeline.options.transition == 12


def test_below_three_nothing_is_longer(seat: Seat):
    window = seat.sit_down()
    window.open_routine("express_3")
    before = whole(seat)
    window.overview.log_pain(2)
    assert whole(seat) == before


def test_how_much_more_and_what_is_counted_aloud_are_chosen_for_a_routine(seat: Seat):
    window = seat.sit_down()
    seat.checked(5)
    window.open_routine("express_3")
    timing = seat.page.timing
    for _ in range(4):
        seat.click(timing.steppers["sore_extra"].minus)
    seat.click(next(b for b in timing.aloud.buttons if b.text() == "Last three"))
    assert not timing.sore.isVisible()
    own = seat.app.settings.timing["express_3"]
    assert own == {"sore_extra": 0.0, "count_aloud": "last_three"}
    seat.click("Start")
    options = seat.stage.practice.player.timeline.options
    assert (options.transition, options.count_aloud) == (8, "last_three")
    other = seat.window.overview.options_for("pre_squat")
    assert (other.transition, other.count_aloud) == (12, "all")
