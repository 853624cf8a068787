"""From the mat: full screen, few things, large enough to be read three metres away."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from recovery_coach.base.paths import find_resources
from recovery_coach.journal import PainEntry
from recovery_coach.library.loader import load_library
from recovery_coach.library.models import Step
from recovery_coach.session.states import State
from recovery_coach.ui.big_words import BigWords
from recovery_coach.ui.floor_face import FloorFace
from recovery_coach.ui.hurt import HurtPage
from recovery_coach.ui.shapes import Shape
from tests.ui.seat import Seat, steps
from tests.ui.test_pictures_a_second import Painted, area, is_as_it_should_be, pass_pictures

Key = Qt.Key
GET_READY = 5
TALL, AWAY = 179.0, 3000.0
"""Millimetres: the height of a 13.3 inch panel of 16:10, and how far away it is."""
DIGITS, WORDS = 40.0, 12.0
"""Minutes of arc."""


def floor(seat: Seat, width: int = 1280, height: int = 800) -> FloorFace:
    """The floor's face where the screen is so large; that of the tests is another."""
    seat.stage.faces.show_floor(True)
    seat.window.resize(width, height)
    return shown(seat)


def fill(seat: Seat) -> FloorFace:
    """The floor's face, as a person comes to it."""
    seat.press(Key.Key_F)
    return shown(seat)


def shown(seat: Seat) -> FloorFace:
    for _ in range(3):
        seat.application.processEvents()
    face = seat.stage.face
    assert isinstance(face, FloorFace)
    return face


def arc(pixels: float, face: FloorFace) -> float:
    """Minutes of arc of what is so tall on a face that fills the panel."""
    return math.degrees(math.atan(pixels / face.height() * TALL / AWAY)) * 60


def capital(words: BigWords) -> float:
    """Height of a capital letter, in the font the words are painted in."""
    return QFontMetricsF(words.words_font()).tightBoundingRect("H").height()


def digits(face: FloorFace, count: str) -> float:
    """Height of the digits, in the font the ring paints them in."""
    return QFontMetricsF(face.ring.large_digits(count)[0]).tightBoundingRect("1").height()


# -- how large it is ---------------------------------------------------------------------------


def test_at_three_metres_the_digits_take_forty_minutes_of_arc(seat: Seat):
    seat.practise(*steps("side_plank"))
    face = floor(seat)
    for count in ("7", "48", "120"):
        assert arc(digits(face, count), face) >= DIGITS


def test_the_words_take_twelve(seat: Seat):
    seat.practise(*steps("side_plank"))
    face = floor(seat)
    seat.pass_time(GET_READY + 1)
    for words in (face.name, face.side, face.phase):
        assert words.isVisible()
        assert arc(capital(words), face) >= WORDS


def test_the_digits_are_the_largest_thing(seat: Seat):
    seat.practise(*steps("side_plank"))
    face = floor(seat)
    seat.pass_time(GET_READY + 1)
    assert digits(face, "12") > 3 * max(capital(part) for part in face.findChildren(BigWords))


def test_what_is_painted_is_as_tall_as_it_was_measured(seat: Seat):
    seat.practise(*steps("side_plank"))
    face = floor(seat)
    seat.pass_time(GET_READY + 1)
    picture = face.ring.grab().toImage()
    colour = QColor(face._look.palette.text).rgb()
    rows = [y for y in range(picture.height()) if _has(picture, y, colour)]
    assert max(rows) - min(rows) + 1 == pytest.approx(digits(face, "11"), rel=0.04)
    assert arc(max(rows) - min(rows) + 1, face) >= DIGITS


def _has(picture, y: int, colour: int) -> bool:
    return any(picture.pixel(x, y) == colour for x in range(0, picture.width(), 3))


@pytest.mark.parametrize("size", [(1280, 800), (1440, 900), (1920, 1200)])
def test_every_exercise_has_its_name_that_large_and_still_the_digits(
    seat: Seat, size: tuple[int, int]
):
    library = load_library(find_resources(), None)
    seat.practise(*steps("side_plank"))
    face = floor(seat, *size)
    assert len(library.exercises) > 40
    for exercise in library.exercises.values():
        face.name.show_text(exercise.name)
        face._fit_name()
        face.layout().activate()
        assert arc(capital(face.name), face) >= WORDS, exercise.name
        assert arc(digits(face, "48"), face) >= DIGITS, exercise.name


@pytest.mark.parametrize(
    "word", ["Hold", "Lower", "Breathe in", "Breathe out", "Get ready", "Keep going", "Your time"]
)
def test_every_phase_has_its_word_that_large(seat: Seat, word: str):
    seat.practise(*steps("plank"))
    face = floor(seat)
    face.phase.show_phase(Shape.HOLD, word)
    assert arc(capital(face.phase), face) >= WORDS


def test_with_the_text_twice_as_large_it_is_no_smaller(seat: Seat):
    seat.prepare(text_size=200)
    seat.practise(*steps("side_plank"))
    face = floor(seat)
    seat.pass_time(GET_READY + 1)
    assert seat.window.look.px > 15
    assert arc(digits(face, "48"), face) >= DIGITS
    assert all(arc(capital(w), face) >= WORDS for w in (face.name, face.side, face.phase))


def test_a_word_too_long_for_its_place_is_written_smaller_not_cut_off(seat: Seat):
    seat.practise(*steps("plank"))
    face = floor(seat, 900, 600)
    face.phase.show_phase(Shape.GET_READY, "Mach dich in aller Ruhe bereit")
    assert face.phase.word_width <= face.phase.room.width()
    assert face.phase.fits(face.phase.text, face.phase.fitting_pixels())


def test_the_buttons_are_as_tall_as_a_foot_needs(seat: Seat):
    seat.practise(*steps("plank"))
    face = floor(seat)
    shown = [part for part in face.transport.findChildren(QPushButton) if part.isVisible()]
    assert len(shown) == 7
    assert all(part.height() >= 64 for part in shown)
    assert len({part.y() for part in shown}) == 1, "one row"


# -- what there is -----------------------------------------------------------------------------


def test_the_phase_is_a_shape_and_a_word(seat: Seat):
    seat.practise(*steps("squat"))
    face = floor(seat)
    seen = [(face.phase.shape, face.phase.text)]
    seat.pass_time(GET_READY)
    for _ in range(4):
        seen.append((face.phase.shape, face.phase.text))
        seat.pass_time(1)
    assert seen == [
        (Shape.GET_READY, "Get ready"),
        (Shape.DOWN, "Lower · 2"),
        (Shape.DOWN, "Lower · 1"),
        (Shape.HOLD, "Hold · 1"),
        (Shape.UP, "Lift · 1"),
    ]


def test_a_long_word_goes_without_its_seconds(seat: Seat):
    seat.practise(*steps("breathing"))
    face = floor(seat)
    seat.pass_time(GET_READY + 5)
    assert (face.phase.shape, face.phase.text) == (Shape.BREATHE_OUT, "Breathe out")


def test_paused_and_waiting_have_their_own_sign(seat: Seat):
    seat.practise(*steps("pack_up", "plank"))
    face = floor(seat)
    seat.press(Key.Key_Space)
    assert (face.phase.shape, face.phase.text) == (Shape.PAUSED, "Paused")
    seat.press(Key.Key_Space)
    seat.pass_time(GET_READY + 4)
    assert (face.phase.shape, face.phase.text) == (Shape.YOUR_TIME, "Your time")


def test_the_side_is_a_word_and_an_arrow_that_points_there(seat: Seat):
    seat.practise(*steps("side_plank"))
    face = floor(seat)
    seat.pass_time(GET_READY + 1)
    assert (face.side.text, face.side.arrows) == ("Left side", (True, False))
    assert face.side.plate.left() == 0
    seat.pass_time(12)
    assert (face.side.text, face.side.arrows) == ("Right side", (False, True))
    assert face.side.plate.right() == pytest.approx(face.side.width())


def test_without_sides_the_figure_has_their_place(seat: Seat):
    seat.practise(*steps("plank"))
    face = floor(seat)
    assert not face.side.isVisible()
    assert face.figure.height() > 0.55 * face.height() - 100


def test_what_comes_next_stands_at_the_bottom(seat: Seat):
    seat.practise(*steps("plank", "march"))
    face = floor(seat)
    seat.pass_time(GET_READY + 1)
    assert face.next.text == "Then: March · 30 s"
    assert face.next.geometry().top() > face.ring.geometry().bottom()


def test_the_session_goes_on_from_face_to_face(seat: Seat):
    stage = seat.practise(*steps("plank"))
    seat.pass_time(GET_READY + 3)
    face = fill(seat)
    assert face.ring._view is not None
    assert face.ring._view.count == "17"
    seat.pass_time(2)
    assert face.ring._view.count == "15"
    seat.press(Key.Key_F)
    assert stage.face is stage.desk
    assert stage.desk.ring._view.count == "15"
    assert stage.practice.player.state is State.RUNNING


# -- coming and going --------------------------------------------------------------------------


@pytest.mark.parametrize("key", [Key.Key_F, Key.Key_F11, Key.Key_Escape])
def test_what_leaves_full_screen_leaves_the_floor(seat: Seat, key: Qt.Key):
    stage = seat.practise(*steps("plank"))
    fill(seat)
    seat.press(key)
    assert not seat.window.isFullScreen()
    assert stage.face is stage.desk
    assert stage.desk.isVisible()
    assert not seat.sees("End this session?")


def test_the_buttons_do_the_same(seat: Seat):
    stage = seat.practise(*steps("plank"))
    seat.click("Floor view")
    assert seat.window.isFullScreen()
    assert isinstance(stage.face, FloorFace)
    seat.click("Desk view")
    assert not seat.window.isFullScreen()
    assert stage.face is stage.desk


def test_outside_a_session_f_is_only_full_screen(seat: Seat):
    window = seat.window_of_today()
    seat.press(Key.Key_F)
    assert window.isFullScreen()
    assert seat.page is window.today


def test_a_session_that_begins_in_full_screen_begins_on_the_floor(seat: Seat):
    seat.window_of_today()
    seat.press(Key.Key_F)
    assert isinstance(seat.start(*steps("plank")).face, FloorFace)


def test_after_it_hurt_the_floor_is_still_there(seat: Seat):
    stage = seat.practise(*steps("plank"))
    seat.pass_time(GET_READY + 3)
    face = fill(seat)
    seat.press(Key.Key_H)
    assert isinstance(seat.page, HurtPage)
    seat.window.sessions.decide("go_on")
    assert seat.page is stage
    assert stage.face is face
    assert face.isVisible()


# -- hands busy --------------------------------------------------------------------------------


def middle_of(face: FloorFace, part: str) -> QPoint:
    return getattr(face, part).geometry().center()


@pytest.mark.parametrize("part", ["figure", "ring"])
def test_a_tap_on_the_figure_or_the_number_pauses_and_goes_on(seat: Seat, part: str):
    stage = seat.practise(*steps("plank"))
    face = floor(seat)
    seat.click(face, at=middle_of(face, part))
    assert stage.practice.player.state is State.PAUSED
    seat.click(face, at=middle_of(face, part))
    assert stage.practice.player.state is State.RESUMING


def test_a_real_finger_reaches_it_too(seat: Seat):
    """What lies on top at that place is asked, as the system asks."""
    stage = seat.practise(*steps("plank"))
    face = floor(seat)
    at = face.mapTo(seat.window, middle_of(face, "ring"))
    assert seat.window.childAt(at) is face
    QTest.mouseClick(seat.window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
    assert stage.practice.player.state is State.PAUSED


def test_a_tap_elsewhere_does_nothing(seat: Seat):
    stage = seat.practise(*steps("plank"))
    face = floor(seat)
    seat.click(face, at=QPoint(4, 4))
    assert stage.practice.player.state is State.RUNNING


def test_where_a_step_waits_a_tap_is_done(seat: Seat):
    stage = seat.practise(*steps("pack_up", "plank"))
    face = floor(seat)
    seat.pass_time(GET_READY + 1)
    seat.click(face, at=middle_of(face, "ring"))
    assert stage.practice.player.segment.exercise == "plank"


def test_the_number_before_can_be_given_with_a_digit_or_a_tap(seat: Seat):
    stage = seat.practise(*steps("plank"))
    face = floor(seat)
    assert face.before.isVisible()
    seat.press(Key.Key_2)
    assert not face.before.isVisible()
    assert stage.practice.player.state is State.RUNNING
    assert seat.records(PainEntry)[0].nrs == 2


def test_tapping_the_number_before_works_as_well(seat: Seat):
    seat.practise(*steps("plank"))
    face = floor(seat)
    seat.click(face.before.buttons[7])
    assert seat.records(PainEntry)[0].nrs == 7


# -- what it costs -----------------------------------------------------------------------------


def test_between_two_seconds_only_the_end_of_the_arc_is_painted(seat: Seat):
    seat.practise(*steps("plank"))
    face = floor(seat)
    pass_pictures(seat, 7.5)
    ring = Painted(face.ring)
    words = [Painted(part) for part in face.findChildren(BigWords)]
    buttons = Painted(face.transport)
    desk = Painted(seat.stage.desk)
    pass_pictures(seat, 0.4)
    assert ring.asked
    assert max(map(area, ring.asked)) < area(face.ring.rect()) / 40
    assert not any(part.asked for part in (*words, buttons, desk))


def test_words_that_stay_are_not_painted_at_a_new_second(seat: Seat):
    seat.practise(*steps("plank", "march"))
    face = floor(seat)
    pass_pictures(seat, 8.5)
    words = [Painted(part) for part in (face.name, face.phase, face.next)]
    pass_pictures(seat, 1.0)
    assert not any(part.asked for part in words)


def test_the_ring_made_of_patches_is_the_same_as_made_at_once(seat: Seat):
    seat.practise(Step(exercise="squat"))
    seat.window.setMinimumSize(0, 0)  # the screen of the tests is a small one
    face = floor(seat, 780, 600)
    for _ in range(6):
        pass_pictures(seat, 1.9)
        assert is_as_it_should_be(face.ring)


def test_paused_nothing_is_painted_on_the_floor(seat: Seat):
    seat.practise(*steps("plank"))
    face = floor(seat)
    pass_pictures(seat, 7.5)
    seat.press(Key.Key_Space)
    seat.application.processEvents()
    painted = Painted(face)
    seat.clock.advance(60)
    QApplication.processEvents()
    assert painted.asked == []
