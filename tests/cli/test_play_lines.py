"""``play`` where nobody sits: lines, the events file, and what is on record."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from recovery_coach.app import App
from recovery_coach.base.paths import find_paths
from recovery_coach.journal import Checkpoint, Journal, SessionRecord
from recovery_coach.timeline.compiler import compile as compile_timeline
from tests.cli.conftest import Run, Start, clean_environment

FAST = ("--speed", 1000)


def lines_of(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("routine", ["express_3", "core_stability", "cool_down_seed"])
def test_the_events_are_the_plan_in_order(run: Run, home: Path, tmp_path: Path, routine: str):
    file = tmp_path / "events.jsonl"
    assert run("play", routine, *FAST, "--events", file).exit_code == 0
    app = App(home)
    timeline = compile_timeline(app.library.routines[routine], app.library.exercises)
    planned: list[tuple[object, ...]] = []
    for segment in timeline.segments:
        place = (segment.index, segment.exercise, segment.side, segment.set)
        planned.append(("segment", segment.start, segment.kind, "", *place))
        planned.extend(("cue", cue.at, cue.kind, cue.text, *place) for cue in segment.cues)
    written = [
        tuple(e[k] for k in ("event", "at", "kind", "text", "segment", "exercise", "side", "set"))
        for e in lines_of(file)
        if e["event"] in ("segment", "cue")
    ]
    assert written == [(p[0], pytest.approx(p[1]), *p[2:]) for p in planned]


def test_events_happen_in_time_and_not_before(run: Run, tmp_path: Path):
    file = tmp_path / "events.jsonl"
    run("play", "express_3", "--speed", 200, "--events", file)
    cues = [event for event in lines_of(file) if event["event"] == "cue"]
    assert all(event["measured"] * 200 >= event["at"] - 0.01 for event in cues)
    measured = [event["measured"] for event in lines_of(file)]
    assert measured == sorted(measured)


def test_what_is_left_and_how_it_ends_is_told(run: Run, tmp_path: Path):
    file = tmp_path / "events.jsonl"
    run("play", "express_3", *FAST, "--events", file)
    events = lines_of(file)
    left = [event for event in events if event["event"] == "left"]
    assert [event["segment"] for event in left] == list(range(14))
    assert {event["outcome"] for event in left} == {"done"}
    states = [event["kind"] for event in events if event["event"] == "state"]
    assert states == ["running", "finished"]


def test_events_are_there_as_they_happen(home: Path, tmp_path: Path):
    file = tmp_path / "events.jsonl"
    file.touch()
    command = [sys.executable, "-m", "recovery_coach", "--basedir", str(home), "play", "express_3"]
    with subprocess.Popen(
        [*command, "--events", str(file)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        env=clean_environment(),
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()  # the first segment is shown
        first = lines_of(file)[0]
        process.terminate()
        assert process.wait(timeout=60) == 143
    assert (first["event"], first["kind"], first["segment"]) == ("segment", "get_ready", 0)


def test_an_events_file_that_cannot_be_made_is_said(start: Start, tmp_path: Path):
    done = start("play", "express_3", "--events", tmp_path / "nowhere" / "events.jsonl")
    assert done.returncode == 1
    assert "nowhere" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_ends_the_events_not_the_session(start: Start):
    done = start("play", "express_3", *FAST, "--events", "/dev/full")
    assert "Finished: 7 of 7 sets" in done.stdout
    assert "could not be written" in done.stderr
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_a_line_for_each_segment_and_cue_and_nothing_else(start: Start, home: Path):
    done = start("play", "express_3", *FAST)
    assert done.returncode == 0
    assert done.stderr == ""
    assert all(letter.isprintable() or letter == "\n" for letter in done.stdout)
    app = App(home)
    timeline = compile_timeline(app.library.routines["express_3"], app.library.exercises)
    doubled = {("tone", "count"), ("tone", "halfway")}  # beside words that say the same
    cues = [cue for segment in timeline.segments for cue in segment.cues]
    lines = [cue for cue in cues if (cue.kind, cue.name) not in doubled]
    count = len(timeline.segments) + len(lines)
    *happened, last = done.stdout.splitlines()
    assert len(happened) == count
    assert last == "Finished: 7 of 7 sets, 2 min 10 s active."


def test_a_step_that_waits_is_done_at_once(run: Run, tmp_path: Path):
    file = tmp_path / "mine.toml"
    file.write_text(
        'id = "mine"\nname = "Mine"\nsummary = "One."\n'
        '[[steps]]\nexercise = "bodyweight_squat"\nuntil_done = true\n'
        '[[steps]]\nexercise = "front_plank"\nhold = 5\n'
        '[[steps]]\nexercise = "cat_cow"\nuntil_done = true\n'
    )
    done = run("play", file, *FAST)
    assert done.exit_code == 0
    assert "Finished: 3 of 3 sets" in done.stdout


def test_nothing_is_recorded_if_asked(run: Run, home: Path):
    assert run("play", "express_3", *FAST, "--no-record").exit_code == 0
    assert not find_paths(home).journal.exists()


def test_the_chosen_times_are_on_record(run: Run, journal: Journal):
    run("play", "express_3", *FAST, "--get-ready", 0, "--switch", 1, "--transition", 2)
    (entry,) = journal.latest(SessionRecord, 1)
    assert json.loads(entry.record.options) == {
        "get_ready": 0.0,
        "switch": 1.0,
        "transition": 2.0,
        "count_aloud": "all",
    }


def test_an_interrupted_session_is_kept_and_said(run: Run, journal: Journal):
    run("play", "express_3", *FAST)
    (entry,) = journal.latest(SessionRecord, 1)
    journal.write((), Checkpoint(entry.record_id, {"segment": 3, "done": {}, "active": 30.0}))
    done = run("play", "express_3", *FAST)
    assert "An interrupted session was kept with what was done: Three-minute" in done.stdout
    older = journal.get(entry.record_id)
    assert older is not None
    assert isinstance(older.record, SessionRecord)
    assert older.record.state == "kept"
    assert journal.checkpoints() == []


def test_a_reader_that_goes_away_ends_it_quietly_and_keeps_what_was_done(
    home: Path, journal: Journal
):
    command = [sys.executable, "-m", "recovery_coach", "--basedir", str(home), "play", "express_3"]
    with subprocess.Popen(
        [*command, "--speed", "20"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=clean_environment(),
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 1
    (entry,) = journal.latest(SessionRecord, 1)
    assert entry.record.state == "stopped"


def test_a_closed_standard_input_is_no_trouble(home: Path):
    done = subprocess.run(
        f'"{sys.executable}" -m recovery_coach --basedir "{home}" play express_3 --speed 1000 <&-',
        shell=True,
        capture_output=True,
        env=clean_environment(),
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert b"Finished" in done.stdout


def test_a_journal_that_fails_on_the_way_is_told_at_the_end(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
):
    path = find_paths(home).journal
    write = Journal.write

    def fail_after_the_first(self: Journal, *arguments: Any, **named: Any) -> Any:
        if self.latest(SessionRecord, 1):
            path.rename(path.with_suffix(".moved")) if path.exists() else None
        return write(self, *arguments, **named)

    monkeypatch.setattr(Journal, "write", fail_after_the_first)
    done = run("play", "express_3", *FAST)
    assert done.exit_code == 1
    assert "Finished: 7 of 7 sets" in done.stdout
    assert "moved or removed" in done.stderr
