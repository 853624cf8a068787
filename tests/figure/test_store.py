"""Figures are read when they are asked for, kept, and never crash on what is in a file."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import recovery_coach.library.reading as reading
from recovery_coach.figure.store import Figures, read_motion, revive
from tests.figure.bodies import FOLDER, IDS, shipped


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "figures.json"


def no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("the file was read again")

    monkeypatch.setattr(reading, "read_file", fail)


@pytest.mark.parametrize("identifier", IDS)
def test_what_is_kept_is_what_was_read(identifier: str, cache: Path) -> None:
    figures = Figures([FOLDER], cache)
    figure = figures.get(identifier)
    figures.keep()
    kept = json.loads(cache.read_text())["figures"][identifier]["figure"]
    assert figure is not None
    assert revive(kept) == figure == shipped(identifier).figure


def test_the_second_start_reads_no_file(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Figures([FOLDER], cache)
    before = first.get("dead_bug")
    first.keep()
    no_reading(monkeypatch)
    again = Figures([FOLDER], cache)
    assert again.get("dead_bug") == before
    assert again.get("dead_bug") is again.get("dead_bug")


def test_a_file_that_changed_is_read_again(tmp_path: Path, cache: Path) -> None:
    file = tmp_path / "cat_cow.toml"
    text = (FOLDER / "cat_cow.toml").read_text()
    file.write_text(text)
    first = Figures([tmp_path], cache)
    first.get("cat_cow")
    first.keep()
    file.write_text("# changed\n" + text.replace('exercise = "cat_cow"', 'exercise = "dog_cow"'))
    again = Figures([tmp_path], cache)
    assert again.get("cat_cow") is None
    assert "cat_cow.toml" in str(again.problems[0])
    assert "dog_cow" in str(again.problems[0])


def test_ones_own_figure_comes_before_the_shipped_one(tmp_path: Path, cache: Path) -> None:
    own = tmp_path / "cat_cow.toml"
    own.write_text((FOLDER / "cat_cow.toml").read_text().replace("yaw = -", "yaw = "))
    figures = Figures([tmp_path, FOLDER], cache)
    mine, shipped_one = figures.get("cat_cow"), shipped("cat_cow").figure
    assert mine is not None
    assert mine.camera != shipped_one.camera


def test_a_broken_one_of_ones_own_gives_way_to_the_shipped_one(tmp_path: Path, cache: Path) -> None:
    (tmp_path / "cat_cow.toml").write_text("poses = 3")
    figures = Figures([tmp_path, FOLDER], cache)
    assert figures.get("cat_cow") == shipped("cat_cow").figure
    assert figures.problems


@pytest.mark.parametrize("asked", ["", "no_such", "../routines/express_3", "a" * 99, "CAT_COW"])
def test_there_is_none_of_what_there_is_none(asked: str, cache: Path) -> None:
    assert Figures([FOLDER], cache).motion(asked) is None


@given(st.binary(max_size=60) | st.just(b'{"version": "0", "figures": 3}') | st.just(b"[]"))
def test_a_damaged_cache_is_as_good_as_none(damaged: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder) / "figures.json"
        cache.write_bytes(damaged)
        assert Figures([FOLDER], cache).get("cat_cow") == shipped("cat_cow").figure


@pytest.mark.parametrize("broken", [None, 3, {}, {"figure": 1}, {"stamp": 0, "figure": {}}])
def test_a_damaged_entry_is_read_anew(broken: object, cache: Path) -> None:
    first = Figures([FOLDER], cache)
    first.get("cat_cow")
    first.keep()
    kept = json.loads(cache.read_text())
    stamp = kept["figures"]["cat_cow"]["stamp"]
    kept["figures"]["cat_cow"] = (
        {"stamp": stamp, "figure": broken.get("figure", {})} if isinstance(broken, dict) else broken
    )
    cache.write_text(json.dumps(kept))
    assert Figures([FOLDER], cache).get("cat_cow") == shipped("cat_cow").figure


def test_what_a_pose_leaves_open_is_a_located_problem(tmp_path: Path) -> None:
    file = tmp_path / "bow.toml"
    file.write_text(
        'exercise = "bow"\nstart = "a"\ntelling = "a"\ncamera = { yaw = 0, pitch = 0 }\n'
        "[poses.a]\npelvis = [0, 0.5, 0]\n"
    )
    motion, problems = read_motion(file)
    assert motion is None
    assert "turn" in str(problems[0])


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        (('to = "round"', 'to = "square"'), "no pose of this name"),
        (('like = "all fours"', 'like = "round"'), "in a circle"),
        (('start = "arch"', 'start = "round"'), "must end in the pose of `start`"),
        (("pitch = ", "pitch = 9"), "must be 80 or less"),
        (('kind = "mat"', 'kind = "carpet"'), "must be one of"),
    ],
)
def test_every_rule_of_the_format_is_told_in_words(
    change: tuple[str, str], wanted: str, tmp_path: Path
) -> None:
    file = tmp_path / "cat_cow.toml"
    text = (FOLDER / "cat_cow.toml").read_text()
    assert change[0] in text
    file.write_text(text.replace(*change))
    motion, problems = read_motion(file)
    assert motion is None
    assert any(wanted in str(problem) for problem in problems), problems


LINES = (FOLDER / "worlds_greatest_stretch.toml").read_text(encoding="utf-8").split("\n")
JUNK = st.sampled_from(
    ["", "[", "pelvis = []", "turn = [1e308, 0, 0]", "via = ['x']", "poses = 3", "arms = {}",
     "neck = [nan, 0, 0]", 'like = "long lunge"', "seconds = -1", "x = 1979-05-27"]
)  # fmt: skip


@given(st.data())
def test_whatever_stands_in_a_file_it_is_read_or_told(data: st.DataObject) -> None:
    lines = list(LINES)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(lines) - 1))
        if data.draw(st.booleans()):
            lines[place] = data.draw(JUNK)
        else:
            old = data.draw(st.sampled_from('0123456789,=[]"'))
            new = data.draw(st.sampled_from('9.-"['))
            lines[place] = lines[place].replace(old, new, 1)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "worlds_greatest_stretch.toml"
        file.write_text("\n".join(lines), encoding="utf-8")
        motion, problems = read_motion(file)
        assert (motion is None) == bool(problems)
        if motion is not None:  # what is read can be shown, however odd it looks
            for move in range(len(motion.leaps)):
                motion.at(move, 0.5)
