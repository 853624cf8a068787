"""Each kind of moment has a shape of its own, that can be told without its colour."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from recovery_coach.session.player import Player
from recovery_coach.session.states import State
from recovery_coach.session.view import moment_of
from recovery_coach.timeline.compiler import compile as compile_timeline
from recovery_coach.ui.palette import CONTRAST, DARK, LIGHT, contrast
from recovery_coach.ui.shapes import Shape, colour_of, paint_arrow, paint_shape, shape_of
from tests import factories
from tests.fakes import ManualClock
from tests.ui.seat import steps

SIZE = 60


def painted(shape: Shape) -> QImage:
    image = QImage(SIZE, SIZE, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    paint_shape(painter, shape, QRectF(0, 0, SIZE, SIZE), "#FFFFFF")
    painter.end()
    return image


def unlike(one: QImage, other: QImage) -> float:
    """The share of the place in which two shapes differ."""
    bits = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return sum(abs(a - b) > 128 for a, b in bits) / SIZE**2


@pytest.mark.parametrize(("one", "other"), list(combinations(Shape, 2)))
def test_no_two_are_alike_without_their_colour(qapp, one: Shape, other: Shape):
    assert unlike(painted(one), painted(other)) > 0.1


@pytest.mark.parametrize("shape", list(Shape))
@pytest.mark.parametrize("palette", [DARK, LIGHT, CONTRAST], ids=lambda p: p.name)
def test_each_stands_out_from_the_ground(shape: Shape, palette):
    assert contrast(colour_of(shape, palette), palette.ground) >= 3


def test_an_arrow_points_where_it_should(qapp):
    image = QImage(SIZE, SIZE, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    painter.setBrush(Qt.GlobalColor.white)
    paint_arrow(painter, QRectF(0, 0, SIZE, SIZE), leftwards=True)
    painter.end()
    tall = [sum(image.pixelColor(x, y).value() > 128 for y in range(SIZE)) for x in (4, 26, 50)]
    assert tall[0] < tall[2] < tall[1], "a point on the left, a shaft on the right"


def session(*exercises: str) -> tuple[Player, ManualClock]:
    clock = ManualClock()
    timeline = compile_timeline(factories.routine(*steps(*exercises)), factories.EXERCISES)
    player = Player(timeline, clock)
    player.start()
    return player, clock


def shapes(player: Player, clock: ManualClock) -> list[Shape]:
    """In their order, each once for as long as it lasts."""
    seen = [shape_of(moment_of(player))]
    for _ in range(4000):
        if player.ended or player.state is State.WAITING:
            break
        clock.advance(0.5)
        player.tick()
        found = shape_of(moment_of(player))
        if found is not seen[-1]:
            seen.append(found)
    return seen


@pytest.mark.parametrize(
    ("exercise", "wanted"),
    [
        ("plank", [Shape.GET_READY, Shape.HOLD, Shape.OVER]),
        ("march", [Shape.GET_READY, Shape.MOVE, Shape.OVER]),
        ("pack_up", [Shape.GET_READY, Shape.YOUR_TIME]),
        ("side_plank", [Shape.GET_READY, Shape.HOLD, Shape.SWITCH, Shape.HOLD, Shape.OVER]),
        ("squat", [Shape.GET_READY, *[Shape.DOWN, Shape.HOLD, Shape.UP] * 5, Shape.OVER]),
        ("breathing", [Shape.GET_READY, *[Shape.BREATHE_IN, Shape.BREATHE_OUT] * 3, Shape.OVER]),
    ],
)
def test_the_shape_is_that_of_the_moment(exercise: str, wanted: list[Shape]):
    assert shapes(*session(exercise)) == wanted


def test_paused_and_going_on():
    player, _ = session("plank")
    player.pause()
    assert shape_of(moment_of(player)) is Shape.PAUSED
    player.resume()
    assert shape_of(moment_of(player)) is Shape.GET_READY
