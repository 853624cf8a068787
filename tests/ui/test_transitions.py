"""Pages come in softly and in no time; a session and what is said about pain come in at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractAnimation, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor

from recovery_coach.settings.model import Theme
from recovery_coach.ui.fade import MILLISECONDS
from recovery_coach.ui.palette import CONTRAST, DARK, LIGHT, Palette
from recovery_coach.ui.window import MainWindow
from tests.ui.seat import Seat, steps


def fading(seat: Seat) -> bool:
    fade = seat.window.fade
    runs = fade.animation.state() == QAbstractAnimation.State.Running
    assert fade.isVisible() == runs
    return runs


def pixel(seat: Seat) -> QColor:
    """A pixel of the settings page where it is not just ground."""
    page = seat.page
    theme = page.controls["theme"]
    at = theme.mapTo(seat.window, theme.rect().center())
    return seat.window.grab().toImage().pixelColor(at)


@pytest.fixture
def window(seat: Seat) -> Seat:
    seat.prepare(reduced_motion=False)
    seat.sit_down()
    return seat


def test_the_first_page_is_there_at_once(window: Seat):
    assert not fading(window)


def test_a_page_comes_in_over_150_to_200_ms_and_nothing_stays_behind(window: Seat):
    assert 150 <= MILLISECONDS <= 200
    window.window.go("settings")
    fade = window.window.fade
    assert fading(window)
    assert fade.animation.duration() == MILLISECONDS
    seen = []
    fade.animation.pause()
    for moment in (0, MILLISECONDS // 3, MILLISECONDS - 1):
        fade.animation.setCurrentTime(moment)
        seen.append(pixel(window))
    assert seen[0] == QColor(DARK.ground), "it begins with the ground alone"
    assert len({colour.name() for colour in seen}) == 3
    fade.animation.resume()
    with window.qtbot.waitSignal(fade.animation.finished, timeout=2000):
        fade.animation.setCurrentTime(MILLISECONDS)
    assert not fading(window)


def test_while_it_comes_in_the_page_can_be_used(window: Seat):
    window.window.go("settings")
    switch = window.page.controls["reduced_motion"]
    window.application.processEvents()
    assert fading(window)
    window.click(switch)
    assert window.app.settings.reduced_motion


def test_the_next_page_takes_over(window: Seat):
    window.window.go("settings")
    window.window.open_routine("pre_squat")
    assert fading(window)
    window.window.resize(1000, 640)
    window.application.processEvents()
    assert window.window.fade.rect().contains(window.page.rect())


def test_with_reduced_motion_it_is_there_at_once(seat: Seat):
    seat.prepare(reduced_motion=True)
    seat.sit_down().go("settings")
    assert not fading(seat)


def test_motion_reduced_just_now_counts(window: Seat):
    window.window.go("settings")
    window.click(window.page.controls["reduced_motion"])
    window.window.show_today()
    assert not fading(window)


def test_a_session_is_never_waited_for(window: Seat):
    window.window.go("settings")
    window.start(*steps("cat_cow"))
    assert not fading(window)
    window.press(Qt.Key.Key_H)
    assert not fading(window)


def test_advice_is_there_at_once(window: Seat):
    window.click(window.page.strip.buttons[8])
    window.window.go("settings")
    window.window.show_today()
    assert window.window.today.findChild(QObject, "advice") is not None
    assert not fading(window)


def test_closed_in_mid_air_it_leaves_nothing_running(window: Seat):
    window.window.go("settings")
    assert fading(window)
    window.get_up()


# -- the first picture -------------------------------------------------------------------------


class FirstPicture(QObject):
    """Looks at the screen once the window was painted for the first time."""

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self.colours: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, MainWindow):
            self._seat.application.removeEventFilter(self)
            QTimer.singleShot(0, watched, lambda: self._look_at(watched))
        return False

    def _look_at(self, window: MainWindow) -> None:
        picture = window.screen().grabWindow(window.winId()).toImage()
        # Beside the sidebar, above all that a page begins with.
        self.colours = {picture.pixelColor(x, 3).name().upper() for x in (300, 500, 700)}


@pytest.mark.parametrize(
    ("theme", "palette"), [("dark", DARK), ("light", LIGHT), ("contrast", CONTRAST)]
)
def test_the_first_picture_has_the_colours_of_the_theme(seat: Seat, theme: Theme, palette: Palette):
    seat.prepare(theme=theme)
    first = FirstPicture(seat)
    seat.application.installEventFilter(first)
    window = seat.sit_down()
    seat.qtbot.waitUntil(lambda: bool(first.colours))
    assert first.colours == {palette.ground}
    # And it is what Qt fills a window with before anything is painted.
    assert window.palette().window().color().name().upper() == palette.ground
