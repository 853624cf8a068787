"""How often a session is painted, and how much of it: only what moved, and nothing unseen.

A plank counts 20 s down in one arc, squats are pieces of 4 s; both after 5 s to get ready.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QWidget

from recovery_coach.library.models import Step
from recovery_coach.session.states import State
from recovery_coach.ui.bridge import FRAMES
from recovery_coach.ui.ring import SMOOTH
from tests.ui.seat import Seat, fire, steps

SLOWEST, _, FASTEST = FRAMES
CURVES = 96
"""Of 255, by less than which pixels may differ: Qt ends a short arc up to a third of a pixel from
where it ends a long one. What was not painted, or was wiped out, differs by 200."""


class Painted(QObject):
    """What was painted of a widget and of all in it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.asked: list[QRect] = []
        for part in (widget, *widget.findChildren(QWidget)):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.asked.append(event.rect())
        return False


def pass_pictures(seat: Seat, seconds: float, every: float = 1 / 60) -> None:
    """Let time pass picture by picture, each of them painted."""
    for _ in range(round(seconds / every)):
        seat.clock.advance(every)
        fire(seat.stage)
        seat.application.processEvents()


def area(rect: QRect) -> int:
    return rect.width() * rect.height()


# -- what is painted -------------------------------------------------------------------------


def test_between_two_seconds_only_the_end_of_the_arc_is_painted(seat: Seat):
    stage = seat.practise(*steps("plank"))
    pass_pictures(seat, 7.5)
    ring, labels = Painted(stage.desk.ring), Painted(stage.desk.cue)
    pass_pictures(seat, 0.4)
    assert ring.asked
    assert max(map(area, ring.asked)) < area(stage.desk.ring.rect()) / 40
    assert labels.asked == []


def test_what_has_not_moved_by_a_pixel_is_not_painted(seat: Seat):
    stage = seat.practise(*steps("plank"))
    pass_pictures(seat, 7.5)
    painted = Painted(stage)
    pass_pictures(seat, 0.012, every=0.001)
    assert len(painted.asked) <= 1, "0.6 pixels of the ring, less of the progress"


def test_the_number_changes_at_its_second_and_all_of_the_ring_with_it(seat: Seat):
    stage = seat.practise(*steps("plank"))
    pass_pictures(seat, 7.5)
    painted = Painted(stage.desk.ring)
    pass_pictures(seat, 1)
    assert painted.asked.count(stage.desk.ring.rect()) == 1


@pytest.mark.parametrize("step", [Step(exercise="plank"), Step(exercise="squat")])
def test_a_picture_made_of_patches_is_the_same_as_one_made_at_once(seat: Seat, step: Step):
    stage = seat.practise(step)
    for _ in range(12):
        pass_pictures(seat, 1.9)
        for part in (stage.desk.ring, stage.desk.progress):
            assert is_as_it_should_be(part)


def on_screen(widget: QWidget) -> QImage:
    """As it was painted bit by bit; ``grab`` would paint it anew."""
    window = widget.window()
    at = widget.mapTo(window, widget.rect().topLeft())
    size = widget.size()
    picture = window.screen().grabWindow(
        window.winId(), at.x(), at.y(), size.width(), size.height()
    )
    return picture.toImage()


def is_as_it_should_be(widget: QWidget) -> bool:
    return difference(on_screen(widget), widget.grab().toImage()) <= CURVES


def difference(one: QImage, other: QImage) -> int:
    """The largest difference of any colour of any pixel, of 255."""
    assert one.size() == other.size()
    first, second = (
        bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits())
        for image in (one, other)
    )
    return max(abs(a - b) for a, b in zip(first, second, strict=True))


def test_a_long_unit_that_lies_across_the_ring_is_not_wiped_out(seat: Seat):
    stage = seat.practise(*steps("plank"))
    pass_pictures(seat, 7.5)
    stage.desk.ring.resize(180, 180)
    stage.desk.ring._look.px = 60  # a very large text in the smallest ring
    stage.desk.ring.update()
    seat.application.processEvents()
    pass_pictures(seat, 0.4)
    assert stage.desk.ring._crossed
    assert is_as_it_should_be(stage.desk.ring)


# -- how often -------------------------------------------------------------------------------


@pytest.mark.parametrize("seconds", [2, 5, 12, 30, 60, 300, 900])
def test_the_arc_flows_or_the_pictures_are_as_many_as_can_be(seat: Seat, seconds: int):
    stage = seat.practise(Step(exercise="plank", hold=seconds))
    pass_pictures(seat, 5.5)
    way = 3.1416 * stage.desk.ring._circle.width()
    frame = stage.driver.frame_seconds
    assert frame == FASTEST or frame * way / seconds <= SMOOTH + 0.01
    assert frame == SLOWEST or FRAMES[FRAMES.index(frame) - 1] * way / seconds > SMOOTH


def test_a_short_stretch_has_sixty_pictures_a_second_and_a_long_one_twenty(seat: Seat):
    stage = seat.practise(Step(exercise="plank", hold=900))
    assert stage.driver.frame_seconds == FASTEST, "getting ready, 5 s"
    pass_pictures(seat, 5.5)
    assert stage.driver.frame_seconds == SLOWEST


def test_pictures_keep_to_an_even_grid_though_some_are_late(seat: Seat):
    at = [when for when, _ in ticks(seat, late=(0.0, 0.004, 0.001, 0.009))]
    assert len(at) / (at[-1] - at[0]) == pytest.approx(60, rel=0.03)
    assert max(b - a for a, b in pairwise(at)) <= 0.0167 + 0.009 + 0.001


def test_after_a_stall_pictures_are_left_out_not_made_up_for(seat: Seat):
    stage = seat.practise(*steps("plank"))
    pass_pictures(seat, 1.1)
    seat.clock.advance(0.5)
    fire(stage)
    (timer,) = stage.driver.findChildren(QTimer)
    assert timer.interval() >= 16


def ticks(seat: Seat, late: tuple[float, ...]) -> Iterator[tuple[float, State]]:
    """When the driver's timer ticked in two seconds, each tick later than it asked for."""
    stage = seat.practise(*steps("plank"))
    (timer,) = stage.driver.findChildren(QTimer)
    begun = seat.clock.monotonic()
    number = 0
    while (now := seat.clock.monotonic()) < begun + 2:
        seat.clock.advance(timer.interval() / 1000 + late[number % len(late)])
        number += 1
        fire(stage)
        yield now, stage.practice.player.state


# -- unseen ----------------------------------------------------------------------------------


def hide(seat: Seat) -> None:
    seat.window.hide()


def minimise(seat: Seat) -> None:
    seat.window.showMinimized()


@pytest.mark.parametrize("vanish", [hide, minimise])
def test_unseen_nothing_is_painted_and_every_cue_is_given_in_its_moment(seat: Seat, vanish):
    stage = seat.practise(*steps("plank", "squat"))
    pass_pictures(seat, 7.5)
    vanish(seat)
    seat.application.processEvents()
    late: list[float] = []
    stage.driver.cue_due.connect(lambda event: late.append(event.late))
    (timer,) = stage.driver.findChildren(QTimer)
    painted = Painted(stage)
    number = 0
    while stage.practice.player.position < 28:
        due = stage.practice.player.next_due()
        assert due is not None
        assert timer.interval() >= due * 1000 - 1, "nothing but what is due wakes the machine"
        seat.clock.advance(max(timer.interval(), 1) / 1000)
        fire(stage)
        seat.application.processEvents()
        number += 1
    assert painted.asked == []
    assert len(late) >= 4
    assert max(late) <= 0.001
    assert number < 60


@pytest.mark.parametrize("vanish", [hide, minimise])
def test_seen_again_it_shows_the_present_and_moves(seat: Seat, vanish):
    stage = seat.practise(*steps("plank"))
    pass_pictures(seat, 7.5)
    vanish(seat)
    seat.application.processEvents()
    seat.pass_time(3)
    assert stage.driver.frame_seconds is None
    painted = Painted(stage)
    seat.window.showNormal()
    seat.qtbot.waitUntil(lambda: stage.driver.frame_seconds is not None, timeout=3000)
    pass_pictures(seat, 0.2)
    assert stage.desk.ring._view is not None
    assert stage.desk.ring._view.count == "15"
    assert len(painted.asked) > 3
    assert is_as_it_should_be(stage.desk.ring)


@pytest.mark.parametrize("vanish", [hide, minimise])
def test_a_pause_that_was_unseen_is_shown_as_soon_as_it_can_be(seat: Seat, vanish):
    stage = seat.practise(*steps("plank"))
    pass_pictures(seat, 7.5)
    vanish(seat)
    seat.application.processEvents()
    stage.pause()
    assert stage.desk.phase.text() == "Paused"
    seat.window.showNormal()
    seat.qtbot.waitUntil(lambda: is_as_it_should_be(stage.desk.ring), timeout=3000)
    assert not [t for t in seat.window.findChildren(QTimer) if t.isActive()]


def test_paused_nothing_is_painted(seat: Seat):
    stage = seat.practise(*steps("plank"))
    pass_pictures(seat, 7.5)
    seat.press(Qt.Key.Key_Space)
    seat.application.processEvents()
    painted = Painted(stage)
    seat.clock.advance(60)
    seat.application.processEvents()
    assert painted.asked == []
