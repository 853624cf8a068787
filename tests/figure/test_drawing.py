"""From a body to outlines: what lies in front, what is culled, what props do."""

from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.figure.checking import nearest
from recovery_coach.figure.drawing import UNMARKED, Marked, draw
from recovery_coach.figure.flesh import ball, parts_of
from recovery_coach.figure.motion import Motion
from recovery_coach.figure.muscles import STRIPS, Surface
from recovery_coach.figure.order import Item, closest, in_order
from recovery_coach.figure.poses import Pose
from recovery_coach.figure.projection import RAYS, Flat, Shape, rod, support, view_from, wrapped
from recovery_coach.figure.props import Solid, other_side, solids_of
from recovery_coach.figure.showing import Showing
from recovery_coach.figure.skeleton import Body, body_of, points_of
from recovery_coach.figure.vectors import WORLD, Vec, cross, distance, dot, length, sub
from tests.figure.bodies import IDS, figure, poses, shipped

STOOD = Motion(figure()).pose("standing")
yaws = st.floats(-180, 180)
pitches = st.floats(-80, 80)


def solids(identifier: str, move: int, part: float) -> list[tuple[str, tuple[Vec, ...]]]:
    showing = Showing(shipped(identifier))
    body = showing.at(move, part)
    found = showing._solids(body, view_from(0, 0))
    return [(solid.kind, solid.points) for solid in found]


def the(kind: str, showing: Showing, body: Body) -> Solid:
    """The first solid of a kind."""
    return next(s for s in showing._solids(body, view_from(0, 0)) if s.kind == kind)


def way(points: list[tuple[str, tuple[Vec, ...]]], kind: str) -> float:
    return sum(distance(p[0], p[-1]) for name, p in points if name == kind)


# -- seeing ----------------------------------------------------------------------------------


@given(yaws, pitches)
def test_a_camera_has_axes_at_right_angles(yaw: float, pitch: float) -> None:
    view = view_from(yaw, pitch)
    assert [length(view.right), length(view.up), length(view.near)] == pytest.approx([1, 1, 1])
    assert cross(view.right, view.up) == pytest.approx(view.near, abs=1e-9)


@pytest.mark.parametrize(
    ("yaw", "nearest"), [(0, "shoulder_r"), (180, "shoulder_l"), (-90, "chest"), (90, "upper_back")]
)
def test_a_camera_sees_the_side_it_is_named_after(yaw: float, nearest: str) -> None:
    view = view_from(yaw, 0)
    points = points_of(STOOD)
    sides = ("shoulder_r", "shoulder_l", "chest", "upper_back")
    assert max(sides, key=lambda name: view.nearness(points[name])) == nearest


@given(yaws, pitches, st.floats(0.01, 0.1), st.floats(0.01, 0.1), st.floats(0.01, 0.1))
def test_an_outline_reaches_as_far_as_its_blob_in_every_direction(
    yaw: float, pitch: float, a: float, b: float, c: float
) -> None:
    view = view_from(yaw, pitch)
    blob = ((0.1, 0.2, 0.3), WORLD, (a, b, c))
    x0, y0 = view.flat(blob[0])
    for (far, x, y), (u, v) in zip(support(blob, view, RAYS), RAYS, strict=True):
        assert x * u + y * v == pytest.approx(far)
        assert min(a, b, c) - 1e-9 <= hypot(x - x0, y - y0) <= max(a, b, c) + 1e-9


def test_two_round_blobs_are_a_rod_and_their_outline_is_the_same() -> None:
    view = view_from(30, 20)
    one, other = ball((0, 0, 0), 0.1), ball((0.5, 0.2, 0.1), 0.05)
    x0, y0, r0, x1, y1, r1 = rod(one, other, view)
    outline = wrapped(support(one, view, RAYS), support(other, view, RAYS))
    for x, y in outline:
        near = min(abs(hypot(x - x0, y - y0) - r0), abs(hypot(x - x1, y - y1) - r1))
        assert near < 1e-9


# -- in front and behind ---------------------------------------------------------------------


def line(name: str, near: float, x: float = 0.0, host: str = "") -> Item:
    return Item(name, ((x - 0.2, 0.0, near, 0.05), (x + 0.2, 0.0, near, 0.05)), host)


def test_what_is_nearer_is_painted_later() -> None:
    order, over = in_order([line("near", 0.3), line("far", -0.3), line("middle", 0.0)])
    assert order == [1, 2, 0]
    assert over == [True, False, True]


def test_what_crosses_is_told_where_it_crosses() -> None:
    slanting = Item("slanting", ((-0.3, 0.0, -0.5, 0.02), (0.3, 0.0, 0.5, 0.02)))
    left = Item("left", ((-0.2, -0.2, 0.0, 0.02), (-0.2, 0.2, 0.0, 0.02)))
    right = Item("right", ((0.2, -0.2, 0.0, 0.02), (0.2, 0.2, 0.0, 0.02)))
    order, _ = in_order([slanting, left, right])
    assert order.index(2) < order.index(0) < order.index(1)


def test_three_that_go_round_in_a_circle_are_painted_all_the_same() -> None:
    def bar(angle: float) -> Item:
        from math import cos, radians, sin

        c, s = cos(radians(angle)), sin(radians(angle))
        ends = [(t * c - 0.1 * s, t * s + 0.1 * c, t) for t in (-0.4, 0.4)]
        return Item(f"bar {angle}", tuple((x, y, n, 0.03) for x, y, n in ends))

    order, _ = in_order([bar(0), bar(120), bar(240)])
    assert sorted(order) == [0, 1, 2]


def test_side_by_side_nothing_lies_over_anything() -> None:
    assert in_order([line("one", 0.1), line("other", 0.2, x=2.0)])[1] == [False, False]


def test_how_near_a_point_comes_to_a_piece() -> None:
    a, b, c = (0.0, 0.0, 0.0, 0.1), (1.0, 0.0, 0.0, 0.1), (0.5, 0.3, 0.0, 0.1)
    assert closest(a, b, c, c)[2] == pytest.approx(0.3)
    assert closest(c, c, a, b)[2] == pytest.approx(0.3)


@pytest.mark.parametrize("yaw", [-60, -30, 0, 30, 60])
def test_the_near_arm_is_over_the_trunk_and_the_far_one_under_it(yaw: float) -> None:
    layers = [layer.name for layer in draw(STOOD, view_from(yaw, 5)).layers]
    assert layers.index("upper_arm_l") < layers.index("torso") < layers.index("upper_arm_r")


@given(st.sampled_from(IDS), yaws, st.floats(-20, 80))
def test_from_every_side_every_part_is_painted_once(name: str, yaw: float, pitch: float) -> None:
    showing = Showing(shipped(name))
    body = showing.pose(showing.figure.telling)
    drawing = showing.draw(
        body, view_from(yaw, pitch), marked=showing.marked(showing.figure.telling)
    )
    painted = [layer.name for layer in drawing.layers if layer.solid is None]
    assert sorted(painted) == sorted(part.name for part in parts_of(body))


@given(poses, yaws, pitches, st.floats(0, 1))
def test_any_pose_at_all_can_be_drawn(pose: Pose, yaw: float, pitch: float, breath: float) -> None:
    """What a file says may be nonsense: it is drawn as nonsense."""
    marked = Marked(tuple(STRIPS), ("calves",))
    drawing = draw(body_of(pose), view_from(yaw, pitch), marked=marked, breath=breath)
    for layer in drawing.layers:
        for shape in layer.skin:
            numbers = shape if isinstance(shape, tuple) else [n for point in shape for n in point]
            assert all(abs(number) < 20 for number in numbers)


# -- muscles ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("muscle", "seen", "hidden"),
    [
        ("lumbar_extensors", 90, -90),
        ("rectus_abdominis", -90, 90),
        ("quadriceps", -90, 90),
        ("calves", 90, -90),
        ("gluteus_maximus", 90, -90),
    ],
)
def test_a_muscle_is_seen_from_its_side_and_culled_from_the_other(
    muscle: str, seen: float, hidden: float
) -> None:
    assert Surface(STOOD, view_from(seen, 0)).marks(muscle)
    assert not Surface(STOOD, view_from(hidden, 0)).marks(muscle)


def inside(point: Flat, shape: Shape, slack: float) -> bool:
    """Whether a point is within a rod or a convex outline, but for ``slack``."""
    x, y = point
    if isinstance(shape, tuple):
        x0, y0, r0, x1, y1, r1 = shape
        a, b, p = (x0, y0, 0.0, r0), (x1, y1, 0.0, r1), (x, y, 0.0, 0.0)
        share, _, far = closest(a, b, p, p)
        return far <= r0 + (r1 - r0) * share + slack
    return all(
        (x - px) * (qy - py) - (y - py) * (qx - px) <= slack * hypot(qx - px, qy - py)
        for (px, py), (qx, qy) in zip(shape, [*shape[1:], shape[0]], strict=True)
        if hypot(qx - px, qy - py) > 1e-9
    )


@given(st.sampled_from(sorted(STRIPS)), yaws, pitches)
def test_a_mark_lies_within_its_outline(muscle: str, yaw: float, pitch: float) -> None:
    view = view_from(yaw, pitch)
    for layer in draw(STOOD, view, marked=Marked((muscle,))).layers:
        for mark in layer.working:
            for point in mark.outline:
                assert any(inside(point, shape, 0.008) for shape in layer.skin), (layer.name, point)


def test_one_side_alone_can_be_marked() -> None:
    surface = Surface(STOOD, view_from(-90, 0))
    assert {mark.part for mark in surface.marks("quadriceps:l")} == {"thigh_l"}
    assert {mark.part for mark in surface.marks("quadriceps")} == {"thigh_l", "thigh_r"}
    assert surface.marks("no_such_muscle") == []


def test_what_stretches_has_lines_along_it_and_what_works_has_none() -> None:
    drawing = draw(STOOD, view_from(-90, 0), marked=Marked(("quadriceps",), ("pectorals",)))
    layers = {layer.name: layer for layer in drawing.layers}
    assert all(not mark.fibres for mark in layers["thigh_l"].working)
    assert all(len(mark.fibres) == 3 for mark in layers["torso"].stretching)


def test_muscles_come_up_as_they_work() -> None:
    showing = Showing(shipped("glute_bridge"))
    glows = [showing.marked_at(0, part / 10).glow for part in range(11)]
    assert glows == sorted(glows)
    assert glows[0] == pytest.approx(0.3)
    assert glows[-1] == pytest.approx(1.0)


def test_what_a_pose_works_can_be_another_muscle() -> None:
    showing = Showing(shipped("cat_cow"))
    assert showing.marked("round").working != showing.marked("arch").working
    assert "lumbar_extensors" in showing.marked("round").stretching
    assert "lumbar_extensors" in showing.marked("arch").working


def test_the_other_side_has_its_muscles_on_the_other_side() -> None:
    own, other = (Showing(shipped("supine_spinal_twist"), side) for side in ("left", "right"))
    assert [name.replace(":r", ":l") for name in own.marked(own.figure.telling).stretching] == list(
        other.marked(other.figure.telling).stretching
    )


def test_without_muscles_none_is_marked() -> None:
    assert UNMARKED.working == ()
    for layer in draw(STOOD, view_from(-90, 0)).layers:
        assert not layer.working
        assert not layer.stretching


# -- props -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["pallof_standing", "pallof_half_kneeling", "band_pull_aparts"])
def test_a_band_lengthens_as_it_is_pressed(name: str) -> None:
    assert way(solids(name, 0, 1.0), "band") > way(solids(name, 0, 0.0), "band") + 0.03


def test_a_towel_goes_from_hand_to_hand_round_the_sole() -> None:
    motion = shipped("towel_hamstring_stretch")
    points = points_of(motion.pose(motion.figure.telling))
    showing = Showing(motion)
    towel = [
        s
        for s in showing._solids(motion.pose(motion.figure.telling), view_from(0, 0))
        if s.kind == "towel"
    ]
    places = [place for solid in towel for place in solid.points]
    for hand in ("hand_l", "hand_r"):
        at = points[hand]
        assert min(nearest(at, at, *solid.points) for solid in towel) < 1e-6
    assert min(distance(place, points["ball_r"]) for place in places) < 0.04


@pytest.mark.parametrize(
    "name", ["thoracic_extension_roller", "foam_roll_upper_back", "foam_roll_lats"]
)
def test_a_roller_lies_on_the_floor_and_carries_the_body(name: str) -> None:
    motion = shipped(name)
    for move, leap in enumerate(motion.leaps):
        for part in (0.0, 0.5, 1.0):
            body = motion.at(move, part)
            solid = the("roller", Showing(motion), body)
            for place in solid.points:
                assert place[1] == pytest.approx(solid.radius, abs=0.005)
            (x0, y0, z0), (x1, y1, z1) = solid.points
            axis = (x1 - x0, y1 - y0, z1 - z0)
            gaps = []
            for blob in parts_of(body)[0].blobs[:9]:
                centre, _, size = blob
                t = dot((centre[0] - x0, centre[1] - y0, centre[2] - z0), axis) / dot(axis, axis)
                on = (x0 + axis[0] * t, y0 + axis[1] * t, z0 + axis[2] * t)
                gaps.append(distance(centre, on) - solid.radius - min(size[0], size[2]))
            assert min(gaps) < 0.03, (leap.move.phase, part, min(gaps))


@pytest.mark.parametrize("name", ["legs_up_wall", "breathing_90_90"])
def test_feet_touch_the_wall_they_are_on(name: str) -> None:
    motion = shipped(name)
    body = motion.pose(motion.figure.telling)
    wall = the("wall", Showing(motion), body)
    x = wall.points[0][0]
    assert wall.points[1][0] == pytest.approx(x, abs=0.02), "a wall across the way of the body"
    points = points_of(body)
    for side in "lr":
        soles = [points[f"{place}_{side}"][0] for place in ("heel", "sole", "ball")]
        assert min(abs(place - x) for place in soles) < 0.03


@pytest.mark.parametrize(
    "name", ["front_plank", "front_plank_knees", "side_plank", "side_plank_knees"]
)
def test_forearms_lie_on_the_floor(name: str) -> None:
    motion = shipped(name)
    lower = {"side_plank": "l", "side_plank_knees": "l"}.get(name, "lr")
    for pose in (motion.figure.start, motion.figure.telling):
        points = points_of(motion.pose(pose))
        for side in lower if motion.figure.side in (None, "left") else "r":
            assert points[f"elbow_{side}"][1] < 0.04
            assert points[f"wrist_{side}"][1] < 0.04


def test_a_dowel_goes_on_beyond_and_stays_straight() -> None:
    showing = Showing(shipped("hip_hinge_dowel"))
    body = showing.pose("hinged")
    dowel = the("dowel", showing, body)
    points = points_of(body)
    assert distance(*dowel.points) > distance(points["sacrum"], points["head_back"]) + 0.1


def test_props_are_mirrored_with_the_body() -> None:
    motion = shipped("pallof_standing")
    own, other = Showing(motion, "left"), Showing(motion, "right")
    here = own._solids(own.pose("pressed out"), view_from(0, 0))
    there = other._solids(other.pose("pressed out"), view_from(0, 0))
    for one, mirrored in zip(here, there, strict=True):
        if one.kind != "box":
            for (x, y, z), other_place in zip(one.points, mirrored.points, strict=True):
                assert (x, y, -z) == pytest.approx(other_place)


def test_names_of_the_other_side() -> None:
    assert [other_side(name) for name in ("hand_l", "edge_in_r", "sacrum", "chest")] == [
        "hand_r",
        "edge_in_l",
        "sacrum",
        "chest",
    ]


def test_a_wall_before_the_body_is_told_from_one_behind_it() -> None:
    from recovery_coach.figure.models import Prop

    wall = Prop(kind="wall", points=((-0.5, 0, -0.3), (0.5, 1, -0.3)))
    points = points_of(STOOD)
    behind = solids_of([wall], points, view_from(0, 0))[0]
    before = solids_of([wall], points, view_from(180, 0))[0]
    assert (behind.flat, behind.in_front) == (True, False)
    assert (before.flat, before.in_front) == (False, True)


def test_an_arrow_points_the_way_the_hand_goes_also_backwards() -> None:
    motion = shipped("arm_circles")
    body = motion.pose("down")
    heads = []
    for backwards in (False, True):
        showing = Showing(motion, backwards=backwards)
        trails = [s for s in showing._solids(body, view_from(0, 0)) if s.kind == "trail"]
        heads.append([s.points for s in trails if len(s.points) == 2])
        path = next(s for s in trails if len(s.points) > 2).points
        wing, tip = heads[-1][0]
        after = path[path.index(tip) + 1]
        assert dot(sub(tip, wing), sub(after, tip)) > 0
    assert heads[0] != heads[1]
