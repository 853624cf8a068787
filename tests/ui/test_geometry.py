"""The window comes back where it was, as far as there still is a screen for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from pytestqt.qtbot import QtBot

from recovery_coach.ui.geometry import fitted, keep, place_of, put_back, restored
from tests.ui.seat import Seat

DESK = QRect(0, 0, 1920, 1040)
RIGHT = QRect(1920, -200, 2560, 1400)
SMALL = QRect(0, 0, 1024, 768)


# -- which place -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "screens", "found"),
    [
        ((100, 80, 1280, 800, 0), [DESK], (100, 80, 1280, 800)),
        ((2500, 0, 1280, 800, 1), [DESK, RIGHT], (2500, 0, 1280, 800)),
        ((1800, 900, 1280, 800, 0), [DESK], (640, 240, 1280, 800)),
        ((-300, -50, 1280, 800, 0), [DESK], (0, 0, 1280, 800)),
        ((10, 10, 3000, 2000, 0), [DESK], (0, 0, 1920, 1040)),
        ((0, 0, 1280, 800, 0), [SMALL], (0, 0, 1024, 768)),
        ((1500, 0, 1280, 800, 0), [DESK, RIGHT], (1920, 0, 1280, 800)),
    ],
    ids=["as-it-was", "second", "half-out", "left-out", "too-large", "smaller", "most-of-it"],
)
def test_it_is_whole_on_the_screen_it_was_on(
    place: tuple[int, ...], screens: list[QRect], found: tuple[int, int, int, int]
):
    assert restored(place, screens) == QRect(*found)


@pytest.mark.parametrize(
    "place",
    [
        (),
        (1, 2, 3),
        (2500, 0, 1280, 800, 0),
        (0, 5000, 1280, 800, 0),
        (0, 0, -5, 800, 0),
        (0, 0, 0, 0, 0),
        (10**12, 0, 1280, 800, 0),
        (0, 0, 10**12, 800, 0),
    ],
)
def test_on_no_screen_it_is_not_put_back(place: tuple[int, ...]):
    assert restored(place, [DESK]) is None


def test_the_first_time_it_is_no_larger_than_the_screen():
    assert fitted(QSize(1280, 800), [SMALL, DESK]) == SMALL.size()
    assert fitted(QSize(1280, 800), [DESK]) == QSize(1280, 800)
    assert fitted(QSize(1280, 800), []) == QSize(1280, 800)


# -- the window --------------------------------------------------------------------------------


def test_where_it_is_when_it_closes_is_kept_and_it_opens_there_again(seat: Seat):
    window = seat.sit_down()
    window.closing.connect(lambda: keep(window, seat.app))
    screen = window.screen().availableGeometry()
    window.resize(min(920, screen.width()), 610)
    window.move(screen.left(), screen.top() + 20)
    seat.application.processEvents()
    place = place_of(window)
    window.close()
    assert seat.app.settings.window == place
    assert place[2:] == (window.width(), 610, 0)

    seat.get_up()
    again = seat.sit_down()
    put_back(again, seat.app.settings.window)
    seat.application.processEvents()
    # The screen without a display is narrower than the smallest window.
    assert place_of(again)[1] == place[1]
    assert again.height() == 610


def test_maximised_it_opens_maximised_and_keeps_its_own_size_for_later(seat: Seat):
    window = seat.sit_down()
    window.hide()
    put_back(window, (0, 0, 900, 620, 1))
    window.show()
    seat.qtbot.waitUntil(window.isMaximized)
    *_, height, maximised = place_of(window)
    assert (height, maximised) == (620, 1)
    window.setWindowState(Qt.WindowState.WindowNoState)


def test_nothing_is_written_where_nothing_changed(seat: Seat, qtbot: QtBot):
    window = seat.sit_down()
    keep(window, seat.app)
    before = seat.app.paths.settings.stat()
    keep(window, seat.app)
    assert seat.app.paths.settings.stat() == before


def test_a_file_with_a_mistake_in_it_is_left_for_its_owner_to_see(seat: Seat):
    path = seat.prepare().paths.settings
    path.write_text('welcome_seen = 1\ntheme = "drak"\n', encoding="utf-8")
    seat.prepare_as_it_is()
    window = seat.sit_down()
    keep(window, seat.app)
    assert "drak" in path.read_text(encoding="utf-8")


def test_a_place_that_cannot_be_written_stops_nobody_from_leaving(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
):
    window = seat.sit_down()
    window.closing.connect(lambda: keep(window, seat.app))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("recovery_coach.app.save_settings", full)
    assert window.close()
