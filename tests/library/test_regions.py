"""The places on the body: the shipped ones, how they lie, and what a damaged file says."""

from __future__ import annotations

from pathlib import Path

import pytest

from recovery_coach.base.paths import find_resources
from recovery_coach.library.regions import Area, Regions, body_regions, read_regions

VOCABULARY = [
    "neck_back", "trap_L", "trap_R", "scapula_L", "scapula_R", "thoracic_mid", "midback_L",
    "midback_R", "midback_mid", "lowback_L", "lowback_mid", "lowback_R", "si_L", "si_R",
    "sacrum_mid", "buttock_L", "buttock_R", "saddle", "thigh_back_L", "thigh_back_R", "calf_L",
    "calf_R", "sole_heel_L", "sole_heel_R", "flank_L", "flank_R", "shoulder_L", "shoulder_R",
    "chest", "abdomen", "groin_L", "groin_R", "hip_outer_L", "hip_outer_R", "thigh_front_L",
    "thigh_front_R", "thigh_inner_L", "thigh_inner_R", "knee_L", "knee_R", "shin_L", "shin_R",
    "foot_top_L", "foot_top_R", "arm_L", "arm_R",
]  # fmt: skip
"""The ids of the fact sheet, 4.8: journals hold them, so none is ever renamed."""
ONE = """\
[[areas]]
id = "low_back"
label = "Low back"
groups = ["low"]

[[regions]]
id = "lowback_L"
label = "Low back beside the spine"
side = "left"
view = "back"
group = "low"
"""


def read(path: Path, text: str) -> Regions:
    file = path / "regions.toml"
    file.write_text(text, encoding="utf-8")
    return read_regions(file)


def area(identifier: str) -> Area:
    return next(one for one in body_regions().areas if one.id == identifier)


# -- the shipped ones --------------------------------------------------------------------------


def test_every_region_of_the_vocabulary_is_there_once():
    assert len(VOCABULARY) == 46
    assert sorted(region.id for region in body_regions().regions) == sorted(VOCABULARY)
    assert body_regions().problems == ()


def test_every_region_is_found_by_exactly_one_area():
    known = body_regions()
    found = [region.id for one in known.areas for region in known.of(one)]
    assert sorted(found) == sorted(VOCABULARY)
    assert all(known.of(one) for one in known.areas)


def test_two_keys_are_enough_at_a_terminal():
    known = body_regions()
    assert len(known.areas) <= 9
    assert all(len(known.of(one)) <= 9 for one in known.areas)


def test_what_has_a_side_has_both_in_the_same_words():
    known = {region.id: region for region in body_regions().regions}
    for region in known.values():
        if region.side == "left":
            other = known[region.id.removesuffix("L") + "R"]
            assert (other.side, other.label, other.group, other.view) == (
                "right",
                region.label,
                region.group,
                region.view,
            )


def test_it_is_read_as_a_person_says_it():
    known = body_regions()
    assert known.words("lowback_L") == "Low back beside the spine, left"
    assert known.words("si_R") == "Dimple above the buttock, right"
    assert known.words("lowback_mid") == "Low back, centre"
    assert known.words("of_a_newer_program") == "of a newer program"
    assert len({region.words for region in known.regions}) == len(known.regions)


def test_it_lies_in_rows_as_on_the_body():
    rows = [[one and one.id for one in row] for row in body_regions().rows(area("low_back"))]
    assert rows == [["lowback_L", "lowback_mid", "lowback_R"], ["si_L", "sacrum_mid", "si_R"]]
    assert [row[1] and row[1].id for row in body_regions().rows(area("lower_leg"))] == [None] * 4


def test_the_lower_back_comes_first_and_the_saddle_is_not_hidden():
    assert body_regions().areas[0].id == "low_back"
    assert "saddle" in {region.id for region in body_regions().of(area("hip"))}


# -- a damaged file ----------------------------------------------------------------------------


def test_a_sound_file_has_no_problems(tmp_path: Path):
    found = read(tmp_path, ONE)
    assert (len(found.areas), len(found.regions), found.problems) == (1, 1, ())


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('side = "left"', 'side = "up"', "line 9, regions[0].side: must be one of left, middle,"),
        ('view = "back"', "view = 3", "line 10, regions[0].view: must be one of"),
        ('id = "lowback_L"', 'id = "lowback_R"', "line 7, regions[0].id: must end in _L"),
        ('id = "lowback_L"', 'id = "lowback"', "line 7, regions[0].id: must end in _L"),
        ('label = "Low back beside the spine"', "", "line 6, regions[0].label: must be text"),
        ('group = "low"', 'group = ""', "line 11, regions[0].group: must be text in quotes"),
        ('group = "low"', 'group = "low"\nsize = 2', "line 12, regions[0].size: there is no such"),
        ('groups = ["low"]', 'groups = "low"', "line 4, areas[0].groups: must be a list of groups"),
        (ONE, "areas = 3\nregions = [1]\n", "line 2, regions[0]: must be a table (found: 1)"),
        (ONE, "", "areas: must be a list of tables"),
        ('id = "low_back"', 'id = "low_back', "this is not TOML"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, old: str, new: str, told: str):
    problems = [str(problem) for problem in read(tmp_path, ONE.replace(old, new)).problems]
    assert any(told in problem for problem in problems), problems


def test_one_bad_entry_never_hides_the_others(tmp_path: Path):
    text = (find_resources() / "regions.toml").read_text(encoding="utf-8")
    found = read(tmp_path, text.replace('view = "front"', 'view = "side"', 1))
    assert (len(found.regions), len(found.problems)) == (45, 1)


def test_an_id_is_given_once(tmp_path: Path):
    found = read(tmp_path, ONE + ONE[ONE.index("[[regions]]") :])
    assert [problem.where for problem in found.problems] == ["regions[1].id"]
    assert len(found.regions) == 1


def test_a_file_that_is_not_there_is_a_problem_too(tmp_path: Path):
    found = read_regions(tmp_path / "regions.toml")
    assert len(found.problems) == 1
    assert found.areas == ()
