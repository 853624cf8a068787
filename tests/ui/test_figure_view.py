"""A figure on its own: played, paused, stepped, turned; painted only when something changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from recovery_coach.figure.skeleton import points_of
from recovery_coach.figure.store import Figures
from recovery_coach.ui.figure_still import still
from recovery_coach.ui.figure_view import FigureView
from recovery_coach.ui.theme import Look
from tests.fakes import ManualClock
from tests.figure.bodies import FOLDER


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


class Shown:
    """A view in a window of its own, and the clock it asks."""

    def __init__(self, qtbot: QtBot, application: QApplication, folder: Path) -> None:
        self.clock = ManualClock()
        self.look = Look(application, "dark")
        self.figures = Figures([FOLDER], folder / "figures.json")
        self.view = FigureView(self.figures, self.look, self.clock)
        self.view.resize(400, 300)
        qtbot.addWidget(self.view)
        self.view.show()
        qtbot.waitExposed(self.view)

    def pass_time(self, seconds: float) -> None:
        """Time goes by, and the timer of the next picture fires."""
        self.clock.advance(seconds)
        self.view._on_timeout()

    def crown(self) -> tuple[float, float, float]:
        body = self.view._body
        assert body is not None
        return points_of(body)["crown"]


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Shown]:
    made = Shown(qtbot, qapp, tmp_path)
    yield made
    made.view.pause()


def test_it_opens_still_in_its_telling_pose(shown: Shown):
    assert shown.view.show_exercise("glute_bridge")
    motion = shown.figures.motion("glute_bridge")
    assert motion is not None
    assert shown.view._body == motion.pose(motion.figure.telling)
    assert not shown.view.playing
    assert shown.view.phases == ("raise", "hold", "lower")


def test_of_an_exercise_without_a_figure_it_says_so_and_shows_nothing(shown: Shown):
    shown.view.show_exercise("glute_bridge")
    assert not shown.view.show_exercise("no_such_thing")
    assert shown.view.phases == ()
    shown.view.play()
    shown.view.step(1)
    assert not shown.view.playing
    assert not shown.view.grab().isNull()


def test_it_plays_in_the_seconds_of_the_file_and_goes_round(shown: Shown):
    shown.view.show_exercise("glute_bridge")
    shown.view.play()
    phases = [shown.view.phase]
    shown.view.phase_changed.connect(phases.append)
    motion = shown.figures.motion("glute_bridge")
    assert motion is not None
    for _ in range(2):
        for leap in motion.leaps:
            shown.pass_time(leap.move.seconds)
    assert phases[1:7] == [(phases[0] + n) % 3 for n in range(1, 7)]


def test_a_late_picture_shows_the_present(shown: Shown):
    shown.view.show_exercise("glute_bridge")
    shown.view.play()
    first = shown.view.phase
    shown.pass_time(0.0)
    whole = sum(leap.move.seconds for leap in shown.figures.motion("glute_bridge").leaps)  # type: ignore[union-attr]
    shown.pass_time(3 * whole)
    assert shown.view.phase == first


def test_paused_it_stands_still_and_goes_on_from_there(shown: Shown):
    shown.view.show_exercise("bodyweight_squat")
    shown.view.play()
    shown.pass_time(1.0)
    shown.view.pause()
    before = shown.crown()
    shown.clock.advance(60)
    shown.view.play()
    shown.pass_time(0.0)
    assert shown.crown() == pytest.approx(before, abs=1e-6)


def test_stepping_goes_to_the_end_of_each_phase_and_round(shown: Shown):
    shown.view.show_exercise("glute_bridge")
    shown.view.play()
    start = shown.view.phase
    shown.view.step(1)
    assert not shown.view.playing
    assert shown.view.phase == (start + 1) % 3
    shown.view.step(-1)
    shown.view.step(-1)
    assert shown.view.phase == (start - 1) % 3


def test_every_second_repetition_is_the_mirror_where_they_alternate(shown: Shown):
    shown.view.show_exercise("easy_march")
    shown.view.play()
    angle = shown.view.angle
    sides = []
    for _ in range(4):
        sides.append(shown.view.side)
        shown.pass_time(0.6)
    assert sides[0] != sides[1]
    assert sides[:2] == sides[2:]
    assert shown.view.angle == angle


def test_reduced_motion_shows_stills_that_change_with_the_phase(shown: Shown):
    shown.look.reduced_motion = True
    shown.view.show_exercise("glute_bridge")
    shown.view.play()
    seen = set()
    for _ in range(60):
        shown.pass_time(0.1)
        seen.add(shown.crown())
        motion = shown.figures.motion("glute_bridge")
        assert motion is not None
        assert shown.view._body == motion.at(shown.view.phase, 1.0)
    assert len(seen) <= 3
    assert shown.view._timer.remainingTime() > 100, "no picture before the next phase"


def test_nothing_is_painted_while_nothing_moves(shown: Shown, qtbot: QtBot):
    shown.view.show_exercise("glute_bridge")
    QApplication.processEvents()
    paints = Paints(shown.view)
    for _ in range(5):
        QApplication.processEvents()
    assert paints.count == 0
    assert not shown.view._timer.isActive()


def test_hidden_it_stops_and_shown_again_it_goes_on(shown: Shown):
    shown.view.show_exercise("glute_bridge")
    shown.view.play()
    assert shown.view._timer.isActive()
    shown.view.hide()
    assert not shown.view._timer.isActive()
    assert shown.view.playing
    shown.clock.advance(100)
    shown.view.show()
    assert shown.view._timer.isActive()


def test_a_hold_stands_no_longer_than_one_looks(shown: Shown):
    shown.view.show_exercise("legs_up_wall")
    shown.view.play()
    seen = {shown.view.phases[shown.view.phase]}
    for _ in range(160):
        shown.pass_time(0.1)
        seen.add(shown.view.phases[shown.view.phase])
    assert len(seen) == len(set(shown.view.phases)), "the whole of it within 16 seconds"


def test_it_is_dragged_round(shown: Shown, qtbot: QtBot):
    shown.view.show_exercise("dead_bug")
    yaw, pitch = shown.view.angle
    turned = []
    shown.view.turned.connect(lambda: turned.append(shown.view.angle))
    qtbot.mousePress(shown.view, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    qtbot.mouseMove(shown.view, QPoint(160, 120))
    qtbot.mouseRelease(shown.view, Qt.MouseButton.LeftButton, pos=QPoint(160, 120))
    assert turned
    assert shown.view.angle != (yaw, pitch)
    after = shown.view.angle
    qtbot.mouseMove(shown.view, QPoint(10, 10))
    assert shown.view.angle == after


def test_the_arrow_keys_turn_it_and_home_turns_it_back(shown: Shown, qtbot: QtBot):
    shown.view.show_exercise("dead_bug")
    begun = shown.view.angle
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Up):
        qtbot.keyClick(shown.view, key)
    yaw, pitch = shown.view.angle
    assert yaw == pytest.approx((begun[0] - 15 + 180) % 360 - 180)
    assert pitch > begun[1]
    qtbot.keyClick(shown.view, Qt.Key.Key_Home)
    assert shown.view.angle == begun


def test_it_cannot_be_turned_under_the_floor(shown: Shown):
    shown.view.show_exercise("dead_bug")
    shown.view.turn(0, -90)
    assert shown.view.angle[1] == -20
    shown.view.turn(0, 200)
    assert shown.view.angle[1] == 80


def test_the_marks_of_muscles_can_be_left_out(shown: Shown):
    shown.view.show_exercise("glute_bridge")
    on = shown.view.grab().toImage()
    shown.view.show_muscles(False)
    assert shown.view.grab().toImage() != on


def test_another_theme_paints_it_anew(shown: Shown):
    shown.view.show_exercise("glute_bridge")
    dark = shown.view.grab().toImage()
    shown.look.choose(theme="light")
    assert shown.view.grab().toImage() != dark


def test_a_still_is_painted_once_for_each_theme_size_and_side(shown: Shown):
    def ask(**changes: object) -> object:
        return still(shown.figures, shown.look, "bird_dog", 120, 80, 1.0, **changes)  # type: ignore[arg-type]

    first = ask()
    assert ask() is first
    assert ask(side="right") is not first
    assert ask(phase=0) is not first
    shown.look.choose(theme="light")
    assert ask() is not first
    assert still(shown.figures, shown.look, "no_such_thing", 120, 80, 1.0) is None
