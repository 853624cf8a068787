"""What was set to be left out holds in the terminal as in the window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recovery_coach.app import App
from recovery_coach.coach.background import set_code
from tests.cli.conftest import Run

NOTHING = ("BAL", "EXT", "HIP", "KNE", "PRE", "SHO")


@pytest.fixture
def app(home: Path) -> App:
    return App(home)


def leave_out(app: App, *codes: str) -> None:
    for code in codes:
        set_code(app.journal, code, True, app.clock.now())
    app.close()


def test_show_says_what_was_changed_and_why(run: Run, app: App):
    leave_out(app, "KNE")
    shown = run("show", "core_stability").stdout
    assert "Changed for you:" in shown
    assert "Left out: Bird dog, because you set: a painful knee or no kneeling." in shown
    assert "4 steps" in shown


def test_show_as_json_has_the_changes(run: Run, app: App):
    leave_out(app, "KNE")
    shown = json.loads(run("show", "core_stability", "--json").stdout)
    assert {segment["step"] for segment in shown["segments"]} == {0, 1, 2, 3}
    assert shown["changes"][1] == {
        "step": 3,
        "name": "Bird dog",
        "instead": None,
        "easier": False,
        "codes": {"KNE": "set"},
    }


def test_nothing_was_changed_and_no_journal_is_made_by_looking(run: Run, app: App):
    assert json.loads(run("show", "core_stability", "--json").stdout)["changes"] == []
    assert "Changed for you" not in run("show", "core_stability").stdout
    assert not app.paths.journal.exists()


def test_a_list_has_the_lengths_that_are_left(run: Run, app: App):
    leave_out(app, "KNE")
    listed = {one["id"]: one for one in json.loads(run("routines", "--json").stdout)}
    assert listed["core_stability"]["steps"] == 4


def test_play_plays_what_is_left(run: Run, app: App):
    leave_out(app, "KNE")
    done = run("play", "express_3", "--speed", "1000", "--no-record")
    assert done.exit_code == 0
    assert "Changed for you:" in done.stdout
    assert "Left out: Bodyweight squat" in done.stdout


def test_where_nothing_is_left_nothing_is_played(run: Run, app: App):
    leave_out(app, *NOTHING)
    for command in (("show",), ("play", "--no-record"), ("sheet",)):
        words = [*command, "core_stability"]
        if command == ("sheet",):
            words.append(str(app.paths.data / "out.pdf"))
        done = run(*words)
        assert "Nothing of this routine is left today." in done.output, command
        assert done.exit_code == (0 if command == ("show",) else 1)
    shown = json.loads(run("show", "core_stability", "--json").stdout)
    assert (shown["total_seconds"], shown["segments"]) == (0.0, [])
    assert len(shown["changes"]) == 6


def test_a_journal_that_cannot_be_read_is_told_and_stops_no_look(run: Run, app: App):
    leave_out(app, "KNE")
    app.paths.journal.write_bytes(b"no journal at all" * 99)
    done = run("show", "core_stability")
    assert done.exit_code == 0
    assert "what you set to be left out, cannot be read." in done.stderr
    assert "6 steps" in done.stdout
