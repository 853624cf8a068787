"""The flash: once at each change, soft, never more than three in a second, and only by choice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from recovery_coach.settings.model import Settings
from recovery_coach.ui.flash import BORDER, FADE_MS, Flash
from recovery_coach.ui.floor_face import FloorFace
from recovery_coach.ui.stage import StagePage
from tests.ui.seat import SMALL, Seat, steps

GET_READY = 5


def flashing(seat: Seat, *exercises: str, **settings: object) -> tuple[StagePage, Flash]:
    seat.prepare(SMALL, **{"flash": True, **settings})
    stage = seat.practise(*steps(*exercises))
    assert stage.flash is not None
    return stage, stage.flash


def test_by_itself_nothing_flashes(seat: Seat):
    assert not Settings().flash
    assert seat.practise(*steps("plank")).flash is None


def test_it_is_chosen_on_the_page_of_settings(seat: Seat):
    window = seat.sit_down()
    window.go("settings")
    seat.click(window.page.controls["flash"])
    assert seat.app.settings.flash


def count(flash: Flash) -> list[float]:
    """Filled with the instants at which it lights up, from now on."""
    at: list[float] = []
    running = QAbstractAnimation.State.Running

    def on_state(new: QAbstractAnimation.State, _: QAbstractAnimation.State) -> None:
        if new == running:
            at.append(flash._clock.monotonic())

    flash.fade.stateChanged.connect(on_state)
    return at


def test_once_when_a_set_begins_ends_or_sides_switch(seat: Seat):
    _, flash = flashing(seat, "side_plank", "plank")
    at = count(flash)
    counted = [len(at)]
    for seconds in (4, 2, 11, 5, 12, 9):
        seat.pass_time(seconds)
        counted.append(len(at))
    # getting ready, the first side, the switch, the second, the way to the next, the next
    assert counted == [0, 0, 1, 2, 3, 4, 5]


def test_it_fades_and_is_gone(seat: Seat):
    _, flash = flashing(seat, "plank")
    seat.pass_time(GET_READY + 0.25)
    assert flash.isVisible()
    assert flash.fade.duration() == FADE_MS == 400
    strengths = []
    for at in (0, 100, 200, 300):
        flash.fade.setCurrentTime(at)
        strengths.append(flash.fade.currentValue())
    assert strengths == sorted(strengths, reverse=True)
    assert 0.2 < strengths[0] <= 0.5, "soft"
    flash.fade.setCurrentTime(FADE_MS)
    assert not flash.isVisible()


def test_the_whole_of_the_page_lights_up_in_a_colour_of_the_palette(seat: Seat):
    stage, flash = flashing(seat, "plank", "march")
    before = QColor(stage.grab().toImage().pixel(3, 3))
    seat.pass_time(GET_READY + 0.25)
    flash.fade.setCurrentTime(0)
    assert flash.geometry() == stage.desk.rect()
    lit = QColor(stage.grab().toImage().pixel(3, 3))
    assert lit.red() > before.red() + 60
    assert flash._colour.name().upper() == stage._look.palette.accent, "a set begins"
    seat.pass_time(20)
    assert flash._colour.name().upper() == stage._look.palette.teal, "it is over"


def test_never_more_than_three_in_a_second_however_fast_one_skips(seat: Seat):
    stage, flash = flashing(seat, *["side_plank"] * 12)
    at = count(flash)
    for _ in range(40):
        seat.press(Qt.Key.Key_Right)
        seat.clock.advance(0.06)
        if stage.practice.player.ended:
            break
    assert len(at) >= 2
    for start in at:
        assert sum(start <= other < start + 1 for other in at) <= 3


def test_with_reduced_motion_it_is_a_border_that_stands_still(seat: Seat):
    stage, flash = flashing(seat, "plank", reduced_motion=True)
    seat.pass_time(GET_READY + 0.25)
    assert flash.isVisible()
    assert flash.border.isActive()
    assert flash.border.interval() == 1000
    assert flash.fade.state() == flash.fade.State.Stopped
    picture = stage.grab().toImage()
    assert QColor(picture.pixel(2, 300)).name().upper() == stage._look.palette.accent
    inside = QColor(picture.pixel(BORDER + 4, 300))
    assert inside.name().upper() == stage._look.palette.ground
    flash.border.timeout.emit()
    assert not flash.isVisible()


def test_it_takes_no_clicks(seat: Seat):
    stage, flash = flashing(seat, "plank")
    seat.pass_time(GET_READY + 0.25)
    assert flash.isVisible()
    at = stage.desk.transport.pause.mapTo(seat.window, stage.desk.transport.pause.rect().center())
    QTest.mouseClick(seat.window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
    assert stage.practice.player.state.name == "PAUSED"


def test_it_covers_the_face_that_is_shown(seat: Seat):
    stage, flash = flashing(seat, "plank", "plank")
    seat.press(Qt.Key.Key_F)
    assert isinstance(stage.face, FloorFace)
    seat.pass_time(GET_READY + 0.25)
    assert flash.parentWidget() is stage.face
    assert flash.geometry() == stage.face.rect()
    seat.window.resize(1000, 700)
    seat.application.processEvents()
    assert flash.geometry() == stage.face.rect()
    seat.press(Qt.Key.Key_N)
    assert stage.faces.mini is not None
    assert flash.parentWidget() is stage.faces.mini.face
    seat.press(Qt.Key.Key_N)
    seat.application.processEvents()
    assert flash.parentWidget() is stage.face


@pytest.mark.parametrize("theme", ["dark", "light", "contrast"])
def test_in_every_theme_it_differs_from_the_ground(seat: Seat, theme: str):
    stage, flash = flashing(seat, "plank", theme=theme)
    before = QColor(stage.grab().toImage().pixel(3, 3))
    seat.pass_time(GET_READY + 0.25)
    flash.fade.setCurrentTime(0)
    lit = QColor(stage.grab().toImage().pixel(3, 3))
    parts = ((lit.red(), before.red()), (lit.green(), before.green()), (lit.blue(), before.blue()))
    assert max(abs(a - b) for a, b in parts) > 60
