"""The mini window: a session in the corner, and never a person without a window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from recovery_coach.session.states import State
from recovery_coach.ui.finish import FinishPage
from recovery_coach.ui.floor_face import FloorFace
from recovery_coach.ui.hurt import HurtPage
from recovery_coach.ui.mini_window import MiniWindow
from recovery_coach.ui.shapes import Shape
from tests import pictures, places
from tests.ui.seat import Seat, close_window, steps
from tests.ui.test_layout import faults
from tests.ui.test_pictures_a_second import pass_pictures
from tests.ui.test_shortcuts import listed

Key = Qt.Key
GET_READY = 5


def mini(seat: Seat) -> MiniWindow:
    """Open it with its key."""
    seat.press(Key.Key_N)
    assert seat.stage.faces.mini is not None
    with seat.qtbot.waitActive(seat.stage.faces.mini, timeout=5000):
        pass
    return seat.stage.faces.mini


def state(seat: Seat) -> State:
    return seat.stage.practice.player.state


def windows() -> list[object]:
    return [w for w in QApplication.topLevelWidgets() if w.isVisible()]


@pytest.fixture(autouse=True)
def always_a_window(seat: Seat) -> Iterator[None]:
    """After each of these there is one window, the mini or the large one."""
    yield
    if seat._window is not None:
        assert len(windows()) == 1


# -- coming and going --------------------------------------------------------------------------


def test_n_opens_it_and_puts_the_large_window_away(seat: Seat):
    stage = seat.practise(*steps("plank"))
    opened = mini(seat)
    assert opened.isVisible()
    assert not seat.window.isVisible()
    assert opened.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert stage.face is opened.face
    assert state(seat) is State.RUNNING


def test_the_button_does_the_same(seat: Seat):
    seat.practise(*steps("plank"))
    seat.click("Mini window")
    assert seat.stage.faces.mini is not None


@pytest.mark.parametrize("key", [Key.Key_N, Key.Key_Escape])
def test_a_key_leads_back(seat: Seat, key: Qt.Key):
    stage = seat.practise(*steps("plank"))
    mini(seat)
    seat.press(key)
    assert stage.faces.mini is None
    assert seat.window.isVisible()
    assert stage.face is stage.desk
    assert state(seat) is State.RUNNING
    assert not seat.sees("End this session?")


def test_so_does_its_button(seat: Seat):
    seat.practise(*steps("plank"))
    seat.click(mini(seat).face.large)
    assert seat.window.isVisible()


def test_closing_it_leads_back_and_ends_nothing(seat: Seat):
    stage = seat.practise(*steps("plank"))
    mini(seat).close()
    assert seat.window.isVisible()
    assert stage.face is stage.desk
    assert state(seat) is State.RUNNING


def test_closing_it_is_not_taken_for_the_end_of_the_program(seat: Seat):
    ended: list[bool] = []
    seat.application.lastWindowClosed.connect(lambda: ended.append(True))
    seat.practise(*steps("plank"))
    mini(seat).close()
    seat.application.processEvents()
    assert not ended


def test_another_start_of_the_program_brings_the_large_window_back(seat: Seat):
    stage = seat.practise(*steps("plank"))
    mini(seat)
    seat.window.open_files([])
    assert seat.window.isVisible()
    assert stage.faces.mini is None


def test_it_can_be_opened_again_and_again(seat: Seat):
    stage = seat.practise(*steps("plank"))
    for _ in range(3):
        mini(seat)
        seat.press(Key.Key_N)
    assert stage.faces.mini is None
    seat.pass_time(GET_READY + 1)
    assert stage.desk.ring._view.count == "19"


def test_f_leads_from_it_to_the_floor(seat: Seat):
    stage = seat.practise(*steps("plank"))
    mini(seat)
    seat.press(Key.Key_F)
    assert seat.window.isFullScreen()
    assert isinstance(stage.face, FloorFace)


def test_from_the_floor_and_back_to_the_floor(seat: Seat):
    stage = seat.practise(*steps("plank"))
    seat.press(Key.Key_F)
    mini(seat)
    seat.press(Key.Key_N)
    assert seat.window.isFullScreen()
    assert isinstance(stage.face, FloorFace)


# -- what it shows -----------------------------------------------------------------------------


def test_it_shows_exercise_side_phase_and_what_comes_next(seat: Seat):
    seat.practise(*steps("side_plank", "squat"))
    seat.pass_time(GET_READY + 2)
    opened = mini(seat)
    assert opened.face.name.text == "Side plank"
    assert opened.face.side.text() == "◀  Left side"
    assert (opened.face.phase.shape, opened.face.phase.text) == (Shape.HOLD, "Hold")
    assert opened.face.next.text == "Then: Side plank · Right side · 12 s"
    assert opened.face.ring._view.count == "10"
    seat.pass_time(1)
    assert opened.face.ring._view.count == "9"


def test_it_moves_and_so_do_captions(seat: Seat):
    seat.practise(*steps("squat"))
    opened = mini(seat)
    pass_pictures(seat, GET_READY + 0.2)
    assert opened.face.caption.text == "Start"
    assert seat.stage.driver.frame_seconds is not None
    seat.stage.show_sound_state("No voice: captions only")
    assert not opened.face.sound_state.isVisible(), "the room is the caption's"
    seat.stage.show_caption("")
    assert opened.face.sound_state.isVisible()
    assert opened.face.sound_state.text() == "No voice: captions only"


def test_what_was_said_goes_with_the_person_from_window_to_window(seat: Seat):
    stage = seat.practise(*steps("plank"))
    stage.show_sound_state("No voice")
    stage.show_caption("Get ready")
    opened = mini(seat)
    assert opened.face.caption.text == "Get ready"
    assert opened.face.sound_state.text() == "No voice"


@pytest.mark.parametrize("body", [15, 22])
@pytest.mark.parametrize("name", list(places.MINI_MAKERS))
def test_it_is_whole(qapp, tmp_path, name: str, body: int):
    font = qapp.font()
    font.setPixelSize(body)
    qapp.setFont(font)
    window, clock, app = pictures.make(qapp, "dark", tmp_path, name)
    window.clock = clock
    try:
        opened = places.MINI_MAKERS[name](window)
        window.stage.show_sound_state("No voice: captions only")
        window.stage.show_caption("Halfway", sound=True)
        for _ in range(4):
            qapp.processEvents()
        assert list(faults(opened)) == []
        assert opened.width() <= opened.face._look.size(24)
        assert opened.height() <= opened.face._look.size(16)
    finally:
        close_window(window)
        app.close()


def test_minimised_it_is_not_painted_and_the_session_goes_on(seat: Seat):
    stage = seat.practise(*steps("plank"))
    opened = mini(seat)
    opened.showMinimized()
    seat.application.processEvents()
    seat.pass_time(GET_READY + 2)
    assert stage.driver.frame_seconds is None
    assert stage.practice.player.position == GET_READY + 2
    opened.showNormal()
    seat.qtbot.waitUntil(lambda: stage.driver.frame_seconds is not None, timeout=3000)


# -- what it does ------------------------------------------------------------------------------


def test_all_keys_of_a_session_work_in_it(seat: Seat):
    stage = seat.practise(*steps("plank", "march"))
    seat.pass_time(GET_READY + 3)
    mini(seat)
    player = stage.practice.player
    seat.press(Key.Key_Plus)
    assert player.position == GET_READY + 13
    seat.press(Key.Key_Minus)
    assert player.position == GET_READY + 3
    seat.press(Key.Key_E)
    assert player.segment.seconds == 30
    seat.press(Key.Key_Left)
    assert player.position == GET_READY
    seat.press(Key.Key_Right)
    assert player.segment.index == 2
    seat.press(Key.Key_Space)
    assert state(seat) is State.PAUSED
    seat.press(Key.Key_Space)
    assert state(seat) is State.RESUMING


def test_every_key_of_it_is_in_the_list(seat: Seat):
    seat.practise(*steps("plank"))
    assert {key.key().toString() for key in mini(seat).findChildren(QShortcut)} <= listed()


def test_its_buttons_pause_and_go_on(seat: Seat):
    seat.practise(*steps("plank"))
    opened = mini(seat)
    seat.click(opened.face.pause)
    assert state(seat) is State.PAUSED
    assert opened.face.pause.text() == "Go on"
    seat.click(opened.face.pause)
    assert state(seat) is State.RESUMING


def test_where_a_step_waits_there_is_done(seat: Seat):
    stage = seat.practise(*steps("pack_up", "plank"))
    opened = mini(seat)
    seat.pass_time(GET_READY + 1)
    assert opened.face.done.isVisible()
    assert not opened.face.pause.isVisible()
    seat.press(Key.Key_Return)
    assert stage.practice.player.segment.exercise == "plank"


@pytest.mark.parametrize("by_key", [True, False])
def test_it_hurts_stops_at_once_and_asks_in_the_large_window(seat: Seat, by_key: bool):
    seat.practise(*steps("plank"))
    seat.pass_time(GET_READY + 3)
    opened = mini(seat)
    if by_key:
        seat.press(Key.Key_H)
    else:
        seat.click(opened.face.hurts)
    assert state(seat) is State.PAUSED
    assert seat.window.isVisible()
    assert isinstance(seat.page, HurtPage)
    assert seat.stage.faces.mini is None


def test_media_stop_asks_in_the_large_window(seat: Seat):
    seat.practise(*steps("plank"))
    mini(seat)
    seat.press(Key.Key_MediaStop)
    assert seat.window.isVisible()
    assert seat.sees("End this session?")


def test_at_the_end_the_large_window_is_back(seat: Seat):
    seat.practise(*steps("plank"))
    mini(seat)
    seat.pass_time(GET_READY + 21)
    assert seat.window.isVisible()
    assert isinstance(seat.page, FinishPage)
    assert seat.stage.faces.mini is None


def test_enter_presses_the_button_that_is_marked(seat: Seat):
    seat.practise(*steps("plank"))
    opened = mini(seat)
    opened.face.large.setFocus()
    seat.press(Key.Key_Return)
    assert seat.window.isVisible()


def test_tab_reaches_each_button_and_each_has_a_name(seat: Seat):
    seat.practise(*steps("plank"))
    opened = mini(seat)
    reached = set()
    for _ in range(6):
        seat.press(Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    shown = {part for part in opened.findChildren(QPushButton) if part.isVisible()}
    assert shown <= reached
    for part in (opened, opened.face.ring, opened.face.name, opened.face.phase, *shown):
        name = QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
        assert name, part


def test_it_is_dragged_by_any_part_of_it(seat: Seat, monkeypatch: pytest.MonkeyPatch):
    seat.practise(*steps("plank"))
    opened = mini(seat)
    before = opened.pos()
    handle = opened.windowHandle()
    assert handle is not None
    # Where the desktop does not move windows itself, as here.
    QTest.mousePress(opened, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    QTest.mouseMove(opened, QPoint(60, 45))
    QTest.mouseRelease(opened, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert opened.pos() - before == QPoint(40, 25)
