"""The shipped files with the user's own over them; one bad file never hides another."""

from __future__ import annotations

from pathlib import Path

import pytest

from recovery_coach.library.loader import (
    Library,
    check_routine,
    files_in,
    load_library,
    read_routine,
)
from recovery_coach.library.models import Step
from tests.factories import EXERCISES, exercise, routine
from tests.library.writing import EXERCISE, ROUTINE

HINGE = EXERCISE.replace('"squat"', '"hinge"').replace("Squat", "Hinge")
PLANK = EXERCISE[: EXERCISE.index("[dose]")].replace('"squat"', '"plank"') + "[dose]\nhold = 20\n"


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    return folder(tmp_path / "shipped", {"squat": EXERCISE, "plank": PLANK}, {"mine": ROUTINE})


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return folder(tmp_path / "own", {}, {})


def folder(base: Path, exercises: dict[str, str], routines: dict[str, str]) -> Path:
    for kind, files in (("exercises", exercises), ("routines", routines)):
        (base / kind).mkdir(parents=True)
        for name, text in files.items():
            put(base, kind, name, text)
    return base


def put(base: Path, kind: str, name: str, text: str) -> Path:
    path = base / kind / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def told(library: Library) -> list[str]:
    return [f"{p.file.name}:{p.line or ''} {p.where}: {p.allowed}" for p in library.problems]


def test_the_shipped_files_are_loaded(shipped: Path):
    library = load_library(shipped, None)
    assert library.problems == ()
    assert set(library.exercises) == {"squat", "plank"}
    assert set(library.routines) == {"mine"}
    assert library.own == frozenset()


def test_no_folder_of_ones_own_is_no_problem(shipped: Path, tmp_path: Path):
    assert load_library(shipped, tmp_path / "nowhere") == load_library(shipped, None)


def test_ones_own_lie_over_the_shipped_by_id(shipped: Path, own: Path):
    put(own, "routines", "other_name", ROUTINE.replace('"Mine"', '"My own"'))
    put(own, "exercises", "squat", EXERCISE.replace('"Squat"', '"Low squat"'))
    put(own, "exercises", "hinge", HINGE)
    library = load_library(shipped, own)
    assert library.problems == ()
    assert library.routines["mine"].name == "My own"
    assert library.exercises["squat"].name == "Low squat"
    assert set(library.exercises) == {"squat", "plank", "hinge"}
    assert library.own == {"mine"}


def test_a_bad_file_of_ones_own_hides_neither_the_shipped_one_nor_any_other(
    shipped: Path, own: Path
):
    put(own, "routines", "a", ROUTINE.replace("reps = 8", "reps = 800"))
    put(own, "routines", "b", ROUTINE.replace('"mine"', '"second"'))
    put(own, "routines", "c", "not toml")
    put(own, "exercises", "squat", "")
    library = load_library(shipped, own)
    assert set(library.routines) == {"mine", "second"}
    assert library.own == {"second"}
    assert set(library.exercises) == {"squat", "plank"}
    assert {line.split(":")[0] for line in told(library)} == {"a.toml", "c.toml", "squat.toml"}


def test_a_routine_of_ones_own_that_cannot_be_practised_does_not_hide_the_shipped_one(
    shipped: Path, own: Path
):
    put(own, "routines", "mine", ROUTINE.replace('exercise = "squat"', 'exercise = "sqat"', 1))
    library = load_library(shipped, own)
    assert library.routines["mine"].steps[0].exercise == "squat"
    assert library.own == frozenset()
    (line,) = told(library)
    assert line.startswith("mine.toml:7 steps[0].exercise: there is no exercise of this id")


def test_an_id_given_twice_in_a_folder_belongs_to_the_first_file(shipped: Path, own: Path):
    put(own, "routines", "a", ROUTINE.replace('"Mine"', '"First"'))
    put(own, "routines", "b", "\n" + ROUTINE.replace('"Mine"', '"Second"'))
    library = load_library(shipped, own)
    assert library.routines["mine"].name == "First"
    assert told(library) == ["b.toml:2 id: this id is taken by a.toml; choose another"]


def test_repetitions_of_an_exercise_without_a_tempo_need_one(shipped: Path, own: Path):
    put(own, "routines", "a", ROUTINE.replace("squat", "plank", 1).replace("mine", "other"))
    library = load_library(shipped, own)
    assert told(library) == [
        "a.toml:6 steps[0].tempo: reps and breaths need a tempo: Squat has none of its own"
    ]


def test_a_step_that_does_not_fit_its_exercise_is_told_at_its_field(tmp_path: Path):
    exercises = {"squat": exercise("squat")}
    alternating = {"squat": exercise("squat", dose=EXERCISES["dead_bug"].dose)}
    path = put(folder(tmp_path, {}, {}), "routines", "a", ROUTINE.replace("= 8", "= 7"))
    assert read_routine(path, exercises)[1] == ()
    found, (problem,) = read_routine(path, alternating)
    assert found is None
    assert (problem.where, problem.line) == ("steps[0].reps", 8)


def test_a_single_routine_is_read_from_anywhere(tmp_path: Path):
    path = tmp_path / "from a friend.toml"
    path.write_text(ROUTINE)
    found, problems = read_routine(path, {"squat": exercise("squat")})
    assert found is not None
    assert (found.id, problems) == ("mine", ())
    path.write_text("id = 5")
    assert read_routine(path, {})[0] is None


def test_every_unknown_exercise_is_told():
    asked = routine(Step(exercise="a1"), Step(exercise="squat"), Step(exercise="b1"))
    problems = check_routine(asked, {"squat": exercise("squat")}, Path("nowhere.toml"))
    assert [(p.where, p.found, p.line) for p in problems] == [
        ("steps[0].exercise", "a1", None),
        ("steps[2].exercise", "b1", None),
    ]


def test_only_toml_files_are_looked_at_by_name(tmp_path: Path):
    for name in ("b.toml", "a.toml", "a.toml~", ".toml", "notes.txt", "c.json"):
        (tmp_path / name).touch()
    assert [path.name for path in files_in(tmp_path)] == ["a.toml", "b.toml"]
    assert files_in(tmp_path / "nowhere") == []
    assert files_in(tmp_path / "a.toml") == []


def test_what_is_called_toml_but_is_no_file_is_told(shipped: Path, own: Path):
    (own / "routines" / "x.toml").mkdir()
    library = load_library(shipped, own)
    assert set(library.routines) == {"mine"}
    assert told(library) == ["x.toml: : must be a file"]


def test_a_link_to_nowhere_is_told(shipped: Path, own: Path):
    (own / "routines" / "x.toml").symlink_to(own / "gone.toml")
    assert told(load_library(shipped, own)) == ["x.toml: : cannot be read"]


def test_a_file_in_place_of_a_folder_is_told(shipped: Path, tmp_path: Path):
    (tmp_path / "strange").mkdir()
    (tmp_path / "strange" / "routines").touch()
    library = load_library(shipped, tmp_path / "strange")
    assert set(library.routines) == {"mine"}
    assert told(library) == ["routines: : the folder cannot be read"]


def test_a_step_done_the_easier_way_needs_one():
    steps = (Step(exercise="side_plank", easier=True), Step(exercise="plank", easier=True))
    (problem,) = check_routine(routine(*steps), EXERCISES, Path("mine.toml"))
    assert (problem.where, problem.allowed) == (
        "steps[1].easier",
        "leave it out: Plank has no easier way",
    )
