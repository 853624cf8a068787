"""For people who write routines as text: ``validate``, ``schema`` and ``routines add``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recovery_coach.base.paths import find_resources
from recovery_coach.cli.check import Kind, kind_of
from recovery_coach.cli.format_doc import EXAMPLE
from tests.cli.conftest import Run

MINE = 'id = "mine"\nname = "Mine"\nsummary = "One."\n[[steps]]\nexercise = "easy_march"\n'
EXERCISE = """\
id = "hop"
name = "Hop"
position = "standing"
start = "Stand."
steps = ["Hop."]
breathing = "freely"
muscles = ["calves"]
source = "made for a test"
[dose]
timed = 10
"""


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


# -- validate --------------------------------------------------------------------------------


def test_all_that_is_shipped_is_sound(run: Run):
    kinds = ("routines", "exercises", "figures")
    files = [file for kind in kinds for file in find_resources().glob(f"{kind}/*.toml")]
    assert len(files) == 10 + 45 + 45
    done = run("validate", *files)
    assert done.exit_code == 0, done.stdout
    assert f"{len(files)} files checked: no problems" in done.stdout


def test_every_problem_of_every_file_is_printed(run: Run, tmp_path: Path):
    one = write(tmp_path / "one.toml", MINE.replace('"Mine"', "7") + "hold = 5\ntimed = 5\n")
    two = write(tmp_path / "two.toml", "not toml at all")
    done = run("validate", one, two, tmp_path / "missing.toml")
    assert done.exit_code == 1
    for name in ("one.toml, line 2", "two.toml, line 1", "missing.toml"):
        assert name in done.stdout
    assert "3 files checked" in done.stdout


def test_a_routine_may_use_an_exercise_checked_with_it(run: Run, tmp_path: Path):
    routine = write(tmp_path / "mine.toml", MINE.replace("easy_march", "hop"))
    exercise = write(tmp_path / "hop.toml", EXERCISE)
    assert run("validate", routine).exit_code == 1
    assert run("validate", routine, exercise).exit_code == 0


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("routines/a.toml", EXERCISE, Kind.ROUTINE),
        ("exercises/a.toml", MINE, Kind.EXERCISE),
        ("a.toml", MINE, Kind.ROUTINE),
        ("a.toml", EXERCISE, Kind.EXERCISE),
        ("a.toml", 'dose = "wrong"', Kind.EXERCISE),
        ("a.toml", "", Kind.ROUTINE),
        ("a.toml", "[", Kind.ROUTINE),
    ],
)
def test_exercises_and_routines_are_told_apart(tmp_path: Path, name: str, text: str, kind: Kind):
    assert kind_of(write(tmp_path / name, text)) is kind


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('phase = "hold"', 'phase = "stay"'), "the phases must be those of the tempo, in order"),
        (('exercise = "glute_bridge"', 'exercise = "dead_bug"'), "must be called dead_bug.toml"),
        (('"hamstrings"', '"hamstring"'), "there is no such muscle"),
        (("lumbar = [", "lumbar = [9"), "a body cannot do that: joint beyond its range, lumbar"),
        (('kind = "mat"', 'kind = "mat"\nradius = "wide"'), "must be a number"),
        (("[[props]]", 'touching = [["head", "sofa"]]\n[[props]]'), None),
        (('exercise = "glute_bridge"', 'exercise = "glute_bridge"\nside = "left"'), "no sides"),
    ],
)
def test_a_figure_is_held_against_its_exercise_and_a_human_body(
    run: Run, tmp_path: Path, change: tuple[str, str], told: str | None
):
    text = (find_resources() / "figures" / "glute_bridge.toml").read_text(encoding="utf-8")
    assert change[0] in text
    file = write(tmp_path / "figures" / "glute_bridge.toml", text.replace(*change, 1))
    done = run("validate", file)
    assert done.exit_code == 1
    assert "glute_bridge.toml" in done.stdout
    if told is not None:
        assert told in " ".join(done.stdout.split())


def test_bytes_that_are_no_text_are_a_problem(run: Run, tmp_path: Path):
    file = tmp_path / "mine.toml"
    file.write_bytes(b'name = "\xff"')
    done = run("validate", file)
    assert done.exit_code == 1
    assert "UTF-8" in done.stdout


def test_a_folder_is_a_problem(run: Run, tmp_path: Path):
    assert run("validate", tmp_path).exit_code == 1


def test_the_documented_example_is_sound(run: Run, tmp_path: Path):
    file = write(tmp_path / "monday_squat.toml", EXAMPLE)
    assert run("validate", file).exit_code == 0
    shown = json.loads(run("show", file, "--json").stdout)
    kinds = {segment["kind"] for segment in shown["segments"]}
    assert kinds == {"get_ready", "work", "hold", "rest", "switch", "transition", "until_done"}


# -- schema ----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["exercise", "routine"])
def test_a_schema_names_every_field(run: Run, kind: str):
    schema = json.loads(run("schema", kind).stdout)
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert {"id", "name", "steps"} <= set(schema["properties"])
    assert schema["additionalProperties"] is False


# -- routines add ----------------------------------------------------------------------------


def test_a_routine_is_added_under_its_id(run: Run, home: Path, tmp_path: Path):
    file = write(tmp_path / "some name.toml", MINE)
    done = run("routines", "add", file)
    assert done.exit_code == 0, done.output
    added = home / "data" / "library" / "routines" / "mine.toml"
    assert added.read_text() == MINE
    listed = json.loads(run("routines", "--json").stdout)
    assert [one["own"] for one in listed if one["id"] == "mine"] == [True]
    assert run("show", "mine").exit_code == 0


def test_adding_the_same_again_is_no_trouble(run: Run, tmp_path: Path):
    file = write(tmp_path / "mine.toml", MINE)
    run("routines", "add", file)
    assert run("routines", "add", file).exit_code == 0


def test_ones_own_is_not_overwritten_unasked(run: Run, home: Path, tmp_path: Path):
    file = write(tmp_path / "mine.toml", MINE)
    run("routines", "add", file)
    write(file, MINE.replace("One.", "Two."))
    done = run("routines", "add", file)
    assert done.exit_code == 1
    assert "--replace" in done.stderr
    added = home / "data" / "library" / "routines" / "mine.toml"
    assert added.read_text() == MINE
    assert run("routines", "add", "--replace", file).exit_code == 0
    assert "Two." in added.read_text()


def test_ones_own_is_replaced_where_it_stands(run: Run, home: Path, tmp_path: Path):
    other = write(home / "data" / "library" / "routines" / "other name.toml", MINE)
    file = write(tmp_path / "mine.toml", MINE.replace("One.", "Two."))
    assert run("routines", "add", "--replace", file).exit_code == 0
    assert "Two." in other.read_text()
    assert not other.with_name("mine.toml").exists()


def test_taking_the_place_of_a_shipped_one_is_said(run: Run, tmp_path: Path):
    text = MINE.replace('"mine"', '"express_3"')
    done = run("routines", "add", write(tmp_path / "mine.toml", text))
    assert done.exit_code == 0
    assert "takes the place" in done.stdout
    assert json.loads(run("show", "express_3", "--json").stdout)["name"] == "Mine"


def test_a_routine_with_a_mistake_is_not_added(run: Run, home: Path, tmp_path: Path):
    file = write(tmp_path / "mine.toml", MINE.replace("easy_march", "nothing"))
    done = run("routines", "add", file)
    assert done.exit_code == 1
    assert "line 5" in done.stderr
    assert not (home / "data").exists()


def test_a_folder_that_cannot_be_written_is_said(run: Run, home: Path, tmp_path: Path):
    write(home / "data", "a file where a folder should be")
    done = run("routines", "add", write(tmp_path / "mine.toml", MINE))
    assert isinstance(done.exception, OSError)
    assert done.exception.filename is not None
