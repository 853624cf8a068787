"""What there is to practise: ``routines``, ``exercises``, ``show`` and ``paths``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recovery_coach.app import App
from recovery_coach.base.paths import find_resources
from recovery_coach.timeline.compiler import compile as compile_timeline
from recovery_coach.timeline.model import Options
from tests.cli.conftest import Run, Start

SEGMENT_KINDS = {"get_ready", "work", "hold", "rest", "switch", "transition", "until_done"}


@pytest.fixture
def app(home: Path) -> App:
    return App(home)


def test_every_routine_is_listed(run: Run, app: App):
    output = run("routines").stdout
    for routine in app.library.routines.values():
        assert routine.id in output
        assert routine.name in output


def test_routines_as_json(run: Run, app: App):
    listed = json.loads(run("routines", "--json").stdout)
    assert [one["id"] for one in listed] == list(app.library.routines)
    express = next(one for one in listed if one["id"] == "express_3")
    assert express["name"] == "Three-minute express"
    assert express["steps"] == 5
    assert express["own"] is False
    routine = app.library.routines["express_3"]
    assert express["total_seconds"] == compile_timeline(routine, app.library.exercises).total


def test_every_exercise_is_listed(run: Run, app: App):
    output = run("exercises").stdout
    for exercise in app.library.exercises.values():
        assert exercise.id in output


def test_exercises_as_json(run: Run, app: App):
    listed = json.loads(run("exercises", "--json").stdout)
    assert {one["id"] for one in listed} == set(app.library.exercises)
    assert all(one["dose"] and one["steps"] for one in listed)


def test_a_broken_file_of_ones_own_is_named_beside_the_rest(run: Run, app: App):
    folder = app.paths.library / "routines"
    folder.mkdir(parents=True)
    (folder / "broken.toml").write_text('id = "broken"\n')
    done = run("routines")
    assert done.exit_code == 0
    assert "express_3" in done.stdout
    assert "broken.toml" in done.stderr
    shown = run("show", "broken")
    assert shown.exit_code == 2
    assert "broken.toml" in shown.stderr


def test_show_is_the_compiled_plan(run: Run, app: App):
    shown = json.loads(run("show", "core_stability", "--json").stdout)
    timeline = compile_timeline(app.library.routines["core_stability"], app.library.exercises)
    assert shown["routine"] == "core_stability"
    assert shown["total_seconds"] == pytest.approx(timeline.total)
    assert len(shown["segments"]) == len(timeline.segments)
    for data, segment in zip(shown["segments"], timeline.segments, strict=True):
        assert data["start"] == pytest.approx(segment.start)
        assert data["end"] == pytest.approx(segment.end)
        assert data["kind"] == segment.kind
        assert data["kind"] in SEGMENT_KINDS
        assert data["exercise"] == segment.exercise
        assert data["side"] == segment.side
        assert data["side"] in ("left", "right", "alternate", None)
        assert data["set"] == segment.set
        assert data["reps"] == len(segment.reps)
        assert [(c["at"], c["kind"], c["text"]) for c in data["cues"]] == [
            (pytest.approx(cue.at), cue.kind, cue.text) for cue in segment.cues
        ]


@pytest.mark.parametrize(
    "routine", sorted(p.stem for p in Path(find_resources()).glob("routines/*.toml"))
)
def test_shown_segments_leave_no_gap(run: Run, routine: str):
    shown = json.loads(run("show", routine, "--json").stdout)
    ends = [0.0, *(segment["end"] for segment in shown["segments"])]
    assert [segment["start"] for segment in shown["segments"]] == ends[:-1]
    assert ends[-1] == shown["total_seconds"]


def test_the_time_between_is_chosen(run: Run, app: App):
    asked = ("--get-ready", 0, "--switch", 2.5, "--transition", 1)
    shown = json.loads(run("show", "express_3", "--json", *asked).stdout)
    options = Options(get_ready=0, switch=2.5, transition=1)
    routine = app.library.routines["express_3"]
    timeline = compile_timeline(routine, app.library.exercises, options)
    assert shown["total_seconds"] == pytest.approx(timeline.total)
    assert shown["segments"][0]["kind"] == "work"


def test_a_routine_with_its_own_times_has_them_here_too(run: Run, app: App):
    app.change_settings(get_ready=30.0, timing={"express_3": {"get_ready": 12.0}})
    shown = json.loads(run("show", "express_3", "--json").stdout)
    assert shown["segments"][0]["end"] == 12
    other = json.loads(run("show", "pre_squat", "--json").stdout)
    assert other["segments"][0]["end"] == 30
    asked = json.loads(run("show", "express_3", "--json", "--get-ready", 3).stdout)
    assert asked["segments"][0]["end"] == 3


def test_what_is_not_given_comes_from_the_settings(run: Run, app: App):
    app.change_settings(get_ready=30.0)
    shown = json.loads(run("show", "express_3", "--json", "--switch", 1).stdout)
    assert shown["segments"][0]["end"] == 30
    switches = [s for s in shown["segments"] if s["kind"] == "switch"]
    assert switches
    assert all(s["end"] - s["start"] == 1 for s in switches)


def test_show_as_a_table_is_plain_text(start: Start):
    done = start("show", "express_3")
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    for words in ("Get ready", "Bird dog", "Left side", "Switch sides", "2 min 57 s", "5 steps"):
        assert words in done.stdout


def test_a_file_is_shown(run: Run, tmp_path: Path):
    file = tmp_path / "mine.toml"
    file.write_text(
        'id = "mine"\nname = "Mine"\nsummary = "One."\n'
        '[[steps]]\nexercise = "bodyweight_squat"\nuntil_done = true\n'
    )
    shown = json.loads(run("show", file, "--json").stdout)
    assert [s["kind"] for s in shown["segments"]] == ["get_ready", "until_done"]


def test_a_file_with_a_mistake_is_told_with_its_line(run: Run, tmp_path: Path):
    file = tmp_path / "mine.toml"
    file.write_text(
        'id = "mine"\nname = "Mine"\nsummary = "One."\n[[steps]]\nexercise = "nothing"\nhold = -5\n'
    )
    done = run("show", file)
    assert done.exit_code == 1
    assert "mine.toml" in done.stderr
    assert "line 6" in done.stderr


def test_paths_lie_below_the_basedir(run: Run, home: Path):
    found = json.loads(run("paths", "--json").stdout)
    assert set(found) == {"journal", "library", "settings", "cache", "error_log", "resources"}
    for name, path in found.items():
        assert Path(path).is_relative_to(home) is (name != "resources")
    assert str(home) in run("paths").stdout


def test_looking_leaves_no_journal(run: Run, home: Path):
    for command in ("routines", "exercises", "paths", "sessions"):
        assert run(command).exit_code == 0
    assert not (home / "data").exists()


def test_the_version(run: Run):
    assert run("--version").stdout.startswith("recovery-coach ")
