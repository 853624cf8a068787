"""The figure on the stage: wherever the player is, and never beside it."""

from __future__ import annotations

import pytest

from recovery_coach.base.paths import find_resources
from recovery_coach.figure.skeleton import points_of
from recovery_coach.library.loader import Library, load_library
from recovery_coach.library.models import Step
from recovery_coach.session.posture import body_in, posture_at
from recovery_coach.ui.bridge import FRAMES
from recovery_coach.ui.stage import StagePage
from tests import factories
from tests.ui.seat import Seat, fire, steps

SHIPPED: list[Library] = []


def shipped() -> Library:
    if not SHIPPED:
        SHIPPED.append(load_library(find_resources(), None))
    return SHIPPED[0]


def begin(seat: Seat, routine: str = "pre_deadlift", **settings: object) -> StagePage:
    seat.prepare(shipped(), **settings)
    window = seat.sit_down(shipped())
    window.sessions.start_by_id(routine)
    return seat.stage


def follows(stage: StagePage) -> bool:
    """Whether the body that is shown is the one of the player's position."""
    player, figure = stage.practice.player, stage.desk.figure
    motion = figure._figures.motion(player.segment.exercise)
    assert motion is not None
    assert figure.showing is not None
    posture = posture_at(player.timeline, player.segment, player.position, motion)
    return points_of(body_in(figure.showing, posture)) == points_of(figure._body)  # type: ignore[arg-type]


def test_it_shows_the_exercise_and_side_of_the_moment(seat: Seat):
    stage = begin(seat)
    for _ in range(len(stage.practice.player.timeline.segments) - 1):
        fire(stage)
        segment = stage.practice.player.segment
        assert stage.desk.figure.showing is not None
        assert stage.desk.figure.showing.figure.exercise == segment.exercise
        if segment.side in ("left", "right"):
            assert stage.desk.figure.showing.side == segment.side
        assert follows(stage)
        stage.practice.handle(stage.practice.player.skip())
        stage.wake()


def test_it_follows_pause_skip_and_seek(seat: Seat):
    stage = begin(seat)
    seat.pass_time(9)
    assert follows(stage)
    stage.pause()
    before = stage.desk.figure._body
    seat.clock.advance(30)
    stage.wake()
    assert stage.desk.figure._body == before
    assert stage.desk.figure.frame_seconds == FRAMES[0], "nothing moves"
    stage.commands.toggle()
    seat.pass_time(5)
    assert follows(stage)
    stage.practice.handle(stage.practice.player.seek(stage.practice.player.position + 10))
    stage.wake()
    assert follows(stage)


def test_what_moves_fast_has_more_pictures_than_what_is_held(seat: Seat):
    stage = begin(seat, "pre_deadlift")
    while stage.practice.player.segment.exercise != "leg_swing_front":
        stage.practice.handle(stage.practice.player.skip())
    while not stage.practice.player.segment.performed:
        stage.practice.handle(stage.practice.player.skip())
    stage.wake()
    seat.pass_time(0.3, step=1 / 60)
    assert stage.desk.figure.frame_seconds < FRAMES[0]
    stage.desk.figure.resize(2400, 2400)  # the same way is more pixels
    seat.pass_time(1 / 30, step=1 / 60)
    assert stage.desk.figure.frame_seconds == FRAMES[-1]
    stage.pause()
    assert stage.desk.figure.frame_seconds == FRAMES[0]


def test_with_reduced_motion_there_is_one_still_for_each_phase(seat: Seat):
    stage = begin(seat, "core_stability", reduced_motion=True)
    player = stage.practice.player
    while player.segment.exercise != "bird_dog" or not player.segment.performed:
        stage.practice.handle(player.skip())
    stage.wake()
    seen = set()
    for _ in range(100):
        seat.pass_time(0.1, step=0.1)
        if player.segment.performed and player.segment.exercise == "bird_dog":
            seen.add(
                (stage.desk.figure.showing.side, points_of(stage.desk.figure._body)["wrist_l"])
            )  # type: ignore[union-attr, arg-type]
    assert 1 < len(seen) <= 3


def test_an_exercise_without_a_figure_leaves_the_words(seat: Seat):
    stage = seat.practise(*steps("march"))
    assert stage.desk.figure.showing is None
    assert stage.desk.title.text() == "March"
    assert stage.desk.figure.frame_seconds == FRAMES[0]


def test_the_easier_way_of_an_exercise_is_told_and_not_shown(seat: Seat):
    seat.prepare(shipped())
    window = seat.sit_down(shipped())
    steps = (Step(exercise="clam_shell"), Step(exercise="cat_cow", easier=True))
    window.start(factories.routine(*steps))
    stage = seat.stage
    assert stage.desk.figure.showing is not None
    player = stage.practice.player
    while player.segment.step == 0:
        last = player.timeline.segments[player.segment.index + 1].step == 1
        if last:
            seat.pass_time(1)
            assert stage.desk.next_picture.pixmap().isNull()
        stage.practice.handle(player.skip())
    seat.pass_time(1)
    assert stage.desk.figure.showing is None
    assert stage.desk.title.text() == "Cat-cow"
    way = "Sit on a chair, hands on your thighs, and round and arch there."
    assert stage.desk.cue.text() == way
    assert stage.desk.kicker.text().endswith("2 of 2 · the easier way")
    stage.faces.show_floor(True)
    seat.pass_time(1)
    assert stage.face.way.isVisible()
    assert stage.face.way.text == way


def test_the_next_move_has_its_picture(seat: Seat):
    stage = begin(seat)
    seat.pass_time(6)
    assert not stage.desk.next_picture.pixmap().isNull()


LONG = [pytest.param(name, marks=pytest.mark.long) for name in ("cool_down_seed", "core_stability")]


@pytest.mark.parametrize("routine", ["express_3", *LONG])
def test_a_whole_session_is_painted(seat: Seat, routine: str):
    stage = begin(seat, routine)
    while not stage.practice.player.ended:
        seat.pass_time(7, step=7)
        if not stage.practice.player.ended:
            assert follows(stage)
            assert not stage.desk.figure.grab().isNull()
            if stage.practice.player.state.name == "PAUSED":
                stage.commands.toggle()
                seat.pass_time(4)
