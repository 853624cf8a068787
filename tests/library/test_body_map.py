"""The drawn body: every region where it belongs, both sides alike; what a damaged file says."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from recovery_coach.base.paths import find_resources
from recovery_coach.library.body_map import (
    BodyDrawing,
    Facing,
    Figure,
    Shape,
    body_drawing,
    read_drawing,
)
from recovery_coach.library.outlines import Outline, contains, distance
from recovery_coach.library.regions import body_regions

SMALLEST = 14.0
"""Across the roomiest place of a region, where the drawing is 448 tall: room for a number."""
ONE = """\
width = 20
height = 30

[front.lines]
top = "a 0 0, 5 1, b 8 8"
low = "b, 5 14, c 0 15"
arm = "b, 9 8, d 10 10, 9 14, e 8 12"
back = "e, b"

[front.still]
head = "a b c"

[front.regions]
chest = { outline = "a b c", number = [0, 8] }
arm = { outline = "b d e", number = [9, 10] }

[front.details]
navel = "0 9, 0 10"
rib = "2 7, 4 8"

[back.lines]
[back.still]
[back.regions]
[back.details]
"""


def read(path: Path, text: str) -> BodyDrawing:
    file = path / "body_map.toml"
    file.write_text(text, encoding="utf-8")
    return read_drawing(file)


def figure(facing: Facing) -> Figure:
    return next(one for one in body_drawing().figures if one.facing == facing)


def every_shape() -> list[Shape]:
    return [shape for one in body_drawing().figures for shape in one.shapes]


def named(shape: Shape) -> str:
    return f"{shape.region}-{shape.facing}"


def middle(outline: Outline) -> float:
    return sum(x for x, _ in outline) / len(outline)


def box(outline: Outline) -> tuple[float, float, float, float]:
    xs, ys = zip(*outline, strict=True)
    return min(xs), max(xs), min(ys), max(ys)


# -- the shipped drawing -----------------------------------------------------------------------


def test_nothing_is_wrong_with_it():
    assert body_drawing().problems == ()


def test_every_region_is_on_the_map_in_the_views_it_belongs_to():
    wanted = {
        (region.id, facing)
        for region in body_regions().regions
        for facing in ("front", "back")
        if region.view in (facing, "both")
    }
    assert sorted((shape.region, shape.facing) for shape in every_shape()) == sorted(wanted)
    assert len({shape.region for shape in every_shape()}) == 46


def test_left_is_the_persons_own():
    """Seen from the front it is on the viewer's right, from the back on the viewer's left."""
    sides = {region.id: region.side for region in body_regions().regions}
    for shape in every_shape():
        x = middle(shape.outline)
        if sides[shape.region] == "middle":
            assert x == pytest.approx(0)
        else:
            on_viewers_right = (sides[shape.region] == "left") == (shape.facing == "front")
            assert (x > 0) == on_viewers_right, named(shape)


def test_both_sides_are_alike():
    for one in body_drawing().figures:
        shapes = {shape.region: shape for shape in one.shapes}
        for shape in one.shapes:
            if shape.region.endswith("_R"):
                continue
            other = shapes[shape.region.replace("_L", "_R")]
            flipped = {(round(-x, 6), round(y, 6)) for x, y in shape.outline}
            assert flipped == {(round(x, 6), round(y, 6)) for x, y in other.outline}
            assert shape.number[0] == -other.number[0]


@pytest.mark.parametrize("shape", every_shape(), ids=named)
def test_its_number_stands_inside_and_has_room(shape: Shape):
    assert contains(shape.outline, *shape.number)
    assert 2 * distance(shape.outline, *shape.number) >= SMALLEST


@pytest.mark.parametrize("facing", ["front", "back"])
def test_no_region_lies_upon_another(facing: Facing):
    """Sampled everywhere, a little off the whole numbers where edges like to be."""
    here, drawing = figure(facing), body_drawing()
    parts = [(shape.region, shape.outline) for shape in here.shapes]
    parts += [("no region", outline) for outline in here.still]
    boxed = [(name, outline, box(outline)) for name, outline in parts]
    half = int(drawing.width / 2)
    for x, y in product(range(-half, half, 2), range(0, int(drawing.height), 2)):
        at = (x + 0.37, y + 0.41)
        found = [
            name
            for name, outline, (left, right, top, bottom) in boxed
            if left <= at[0] <= right and top <= at[1] <= bottom and contains(outline, *at)
        ]
        assert len(found) <= 1, (at, found)


def test_the_body_lies_within_its_bounds_with_a_margin():
    drawing = body_drawing()
    for one in drawing.figures:
        outlines = [*(shape.outline for shape in one.shapes), *one.still, *one.details]
        points = [point for outline in outlines for point in outline]
        assert max(abs(x) for x, _ in points) <= drawing.width / 2 - 3
        assert min(y for _, y in points) >= 2
        assert max(y for _, y in points) <= drawing.height - 2


# -- pointing at it ----------------------------------------------------------------------------


@pytest.mark.parametrize("shape", every_shape(), ids=named)
def test_a_region_is_found_by_pointing_at_its_number(shape: Shape):
    assert figure(shape.facing).at(*shape.number) is shape


def test_beside_the_body_the_nearest_region_within_reach_is_meant():
    back = figure("back")
    assert back.at(52.0, 186.0) is None
    found = back.at(52.0, 186.0, reach=6)
    assert found is not None
    assert found.region == "flank_R"
    assert back.at(62.0, 186.0, reach=6) is None


def test_what_is_no_region_is_none_however_near_the_next():
    assert figure("back").at(0.0, 58.0, reach=6) is None
    assert figure("front").at(0.0, 80.0, reach=20) is None


def test_a_region_seen_from_both_sides_has_two_shapes():
    drawing = body_drawing()
    assert [shape.facing for shape in drawing.shapes("knee_L")] == ["front", "back"]
    assert [shape.facing for shape in drawing.shapes("calf_L")] == ["back"]
    assert drawing.shapes("of_a_newer_program") == ()


# -- a damaged file ----------------------------------------------------------------------------


def test_a_sound_file_has_no_problems(tmp_path: Path):
    found = read(tmp_path, ONE)
    assert found.problems == ()
    assert [shape.region for shape in found.figures[0].shapes] == ["chest", "arm_L", "arm_R"]
    assert (len(found.figures[0].still), len(found.figures[0].details)) == (1, 3)
    assert (found.width, found.height) == (20, 30)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("width = 20", "width = -1", "line 1, width: must be a number above 0 (found: -1)"),
        ('"a 0 0, 5 1, b 8 8"', '"a 0 0"', "line 5, front.lines.top: must have two points or more"),
        ('"a 0 0, 5 1, b 8 8"', "3", "line 5, front.lines.top: must be text in quotes"),
        ("5 1,", "5 x,", "line 5, front.lines.top: must be x and y"),
        ("5 1,", "5 nan,", "line 5, front.lines.top: must be x and y"),
        ('"e, b"', '"e, f"', "line 8, front.lines.back: must be x and y"),
        ('head = "a b c"', 'head = "a"', "line 11, front.still.head: must be the names of two"),
        ('head = "a b c"', 'head = "a d c"', "front.still.head: must be two points of one line"),
        ("number = [0, 8]", "number = 8", "line 14, front.regions.chest: must be two numbers"),
        ('{ outline = "b d e", number = [9, 10] }', "7", "front.regions.arm: must be a table"),
        ("[back.lines]", "", "line 22, back.lines: must be a table"),
        (ONE, "", "width: must be a number above 0"),
        ("width = 20", "width = true", "width: must be a number above 0 (found: True)"),
        ("width = 20", "width = 1e999", "width: must be a number above 0 (found: inf)"),
        ("[0, 8]", "[0, 1" + "0" * 400 + "]", "front.regions.chest: must be two numbers"),
        ('"b d e"', '"b b"', "line 15, front.regions.arm: must go round something"),
        ("width = 20", "width =", "this is not TOML"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, old: str, new: str, told: str):
    problems = [str(problem) for problem in read(tmp_path, ONE.replace(old, new)).problems]
    assert any(told in problem for problem in problems), problems


def test_one_bad_region_never_hides_the_others(tmp_path: Path):
    text = (find_resources() / "body_map.toml").read_text(encoding="utf-8")
    found = read(tmp_path, text.replace('"sternum ribs_in', '"sternum rib_in'))
    assert len(found.problems) == 1
    assert len([s for one in found.figures for s in one.shapes]) == len(every_shape()) - 1


def test_a_file_that_is_not_there_is_a_problem_too(tmp_path: Path):
    found = read_drawing(tmp_path / "body_map.toml")
    assert len(found.problems) == 1
    assert found.figures == ()
