"""A power cut in the middle of a session: what was shown as done is on record, and it is offered.

``play`` runs as a person runs it, with its events going to a pipe; it is killed without warning
after as many of them as the dice say, often between an event and its place in the journal.
"""

from __future__ import annotations

import json
import os
import random
import select
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from recovery_coach.app import App
from recovery_coach.coach import unfinished
from recovery_coach.journal import Journal, SessionRecord
from recovery_coach.library.models import Exercise
from recovery_coach.timeline.compiler import compile as compile_timeline
from tests.cli.conftest import clean_environment

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills with SIGKILL, through a pipe")

ROUTINE = "express_3"
SPEED = 60
PERFORMED = {"work", "hold", "until_done"}


def play_and_kill(home: Path, pipe: Path, lines: int, delay: float) -> list[dict[str, Any]]:
    """Play until that many lines of events came, and ``delay`` seconds more at most; then kill.

    Every event that the process told before it died.
    """
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "recovery_coach", "--basedir", str(home), "play", ROUTINE]
    process = subprocess.Popen(
        [*command, "--speed", str(SPEED), "--events", str(pipe)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        env=clean_environment(),
    )
    with pipe.open(encoding="utf-8") as events:
        told = [line for line, _ in zip(events, range(lines), strict=False)]
        select.select([events], [], [], delay)
        process.kill()
        process.wait(timeout=60)
        told.extend(events)
    # The last line may have been cut off.
    return [json.loads(line) for line in told if line.endswith("\n")]


def check(home: Path, told: Sequence[dict[str, Any]]) -> None:
    """Nothing that was told is lost."""
    app = App(home)
    exercises = app.library.exercises
    try:
        journal = app.journal
        journal.verify()
        if not journal.latest(SessionRecord, 1):
            # It died with the first event, before anything could be done.
            assert {event.get("segment") for event in told} <= {0}
            return
        (entry,) = journal.latest(SessionRecord, 2)
        on_record = {s.record.segment: s.record.outcome for s in journal.sets_of(entry.record_id)}

        for event in told:
            if event["event"] == "left" and event["kind"] in PERFORMED:
                assert on_record[event["segment"]] == event["outcome"]

        found = unfinished.find_unfinished(journal, exercises)
        if found is None:
            assert entry.record.state == "finished"
            return
        entered = [event for event in told if event["event"] == "segment"]
        for event in entered[:-1]:
            # Left behind: on record, or about to be when it died, and then it is gone on with.
            if event["kind"] in PERFORMED:
                assert event["segment"] in on_record or event["segment"] == found.segment
        assert entry.record.state == "running"
        check_going_on(app, journal, found, exercises, on_record)
    finally:
        app.close()


def check_going_on(
    app: App,
    journal: Journal,
    found: unfinished.Unfinished,
    exercises: dict[str, Exercise] | Any,
    on_record: dict[int, str],
) -> None:
    """It goes on before the first set that is not on record, and what was done stays done."""
    practice, at = unfinished.go_on(found, exercises, app.clock, journal)
    timeline = compile_timeline(app.library.routines[ROUTINE], exercises)
    skipped = [s.index for s in timeline.segments[:at] if s.performed]
    assert set(skipped) <= set(on_record)
    practice.start(at)
    practice.stop()
    after = {s.record.segment: s.record.outcome for s in journal.sets_of(practice.session_id)}
    assert {index: after[index] for index in on_record} == on_record


def kill_at_random(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    home = tmp_path / "home"
    told = play_and_kill(home, tmp_path / "events", dice.randint(1, 95), dice.uniform(0, 0.05))
    check(home, told)


@pytest.mark.parametrize("seed", range(6))
def test_a_power_cut_loses_nothing_that_was_shown_as_done(tmp_path: Path, seed: int):
    kill_at_random(tmp_path, seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 160))
def test_many_power_cuts_lose_nothing_that_was_shown_as_done(tmp_path: Path, seed: int):
    kill_at_random(tmp_path, seed)


def test_the_next_start_keeps_what_was_done(tmp_path: Path):
    home = tmp_path / "home"
    told = play_and_kill(home, tmp_path / "events", 45, 0)
    done = {e["segment"] for e in told if e["event"] == "left" and e["kind"] in PERFORMED}
    assert done
    command = [sys.executable, "-m", "recovery_coach", "--basedir", str(home), "play", ROUTINE]
    again = subprocess.run(
        [*command, "--speed", "1000"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        env=clean_environment(),
        timeout=100,
        check=False,
    )
    assert again.returncode == 0, again.stderr
    assert "An interrupted session was kept with what was done" in again.stdout
    app = App(home)
    try:
        second, first = app.journal.latest(SessionRecord, 5)
        assert (first.record.state, second.record.state) == ("kept", "finished")
        kept = {s.record.segment: s.record.outcome for s in app.journal.sets_of(first.record_id)}
        assert {index: kept[index] for index in done} == dict.fromkeys(done, "done")
        assert app.journal.checkpoints() == []
    finally:
        app.close()
