"""``red-flags`` and its schema, through the real program: answers in, level and reasons out."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from recovery_coach.redflags.fields import FIELDS
from tests.cli.conftest import Run, Start, clean_environment
from tests.redflags.answering import HARMLESS
from tests.redflags.test_rows import EXAMPLES, Example

LEVELS = {"none", "self-care", "not fully checked", "book", "urgent", "emergency"}


@pytest.fixture
def answers(tmp_path: Path):
    def write(data: Any) -> Path:
        path = tmp_path / "answers.json"
        text = data if isinstance(data, str) else json.dumps(data)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_what_it_prints(start: Start, answers):
    done = start("red-flags", answers({"saddle_change": "new_or_worse", "current_nrs": 2}))
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert list(found) == ["level", "reasons"]
    assert found["level"] == "emergency"
    assert [list(reason) for reason in found["reasons"]] == [["id", "text"]] * 2
    assert [reason["id"] for reason in found["reasons"]] == ["E-01", "X-02"]
    assert found["reasons"][0]["text"].startswith("You said: ")
    assert done.stdout.isascii()


def test_nothing_entered(run: Run, answers):
    assert json.loads(run("red-flags", answers({})).stdout) == {"level": "none", "reasons": []}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.id}-{e.level}")
def test_every_row(run: Run, answers, example: Example):
    changed = {**HARMLESS, **example.at[0]}
    if isinstance(changed["onset_time"], str) and "T" in changed["onset_time"]:
        from datetime import datetime

        from tests.redflags.answering import NOW

        ago = NOW - datetime.fromisoformat(changed["onset_time"])
        changed["onset_time"] = f"{ago.total_seconds() / 3600:g}h"
    done = run("red-flags", answers(changed))
    assert done.exit_code == 0
    found = json.loads(done.stdout)
    assert found["level"] in LEVELS
    assert example.id in {reason["id"] for reason in found["reasons"]}


def test_from_a_pipe(home: Path):
    done = pipe(home, b'{"current_nrs": 3}')
    assert json.loads(done.stdout)["level"] == "not fully checked"


def pipe(home: Path, data: bytes) -> subprocess.CompletedProcess[bytes]:
    environment: Mapping[str, str] = {**clean_environment(), "RECOVERY_COACH_HOME": str(home)}
    return subprocess.run(
        [sys.executable, "-m", "recovery_coach", "red-flags", "-"],
        input=data,
        capture_output=True,
        env=environment,
        timeout=100,
        check=False,
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "line 1: this is not JSON"),
        (
            '{"fever": "yes",\n "fevr": "no"}',
            "line 2, 'fevr': there is no such field; did you mean",
        ),
        ('{\n"fever":\n true}', "line 2, fever: must be one of no, yes, unknown (found: True)"),
        ('{"current_nrs": 11}', "current_nrs: must be a whole number from 0 to 10"),
        ('{"current_nrs": NaN}', "current_nrs: must be a whole number from 0 to 10"),
        ('{"fever": "yes", "fever": "no"}', "fever: stands here twice; once is meant"),
        ("[]", "must be an object of fields"),
        ('"fever"', "must be an object of fields"),
        ("", "this is not JSON"),
        ("[" * 100_000, "nested too deeply"),
        ('{"a":' * 100_000, "nested too deeply"),
        ('{"current_nrs": ' + "9" * 5000 + "}", "a number has too many digits"),
        (" " * 1_000_001, "the file is too large"),
    ],
)
def test_what_is_wrong_is_told_on_standard_error(run: Run, answers, text: str, told: str):
    done = run("red-flags", answers(text))
    assert done.exit_code == 1
    assert told in done.stderr
    assert "answers.json" in done.stderr
    assert done.stdout == ""


def test_every_problem_is_told_at_once(run: Run, answers):
    done = run("red-flags", answers({"fevr": "yes", "trauma": "big", "regions": ["elbow"]}))
    assert len(done.stderr.strip().splitlines()) == 3


def test_bytes_that_are_no_text(home: Path):
    done = pipe(home, b'{"fever": "\xff"}')
    assert done.returncode == 1
    assert b"must be text in UTF-8" in done.stderr
    assert pipe(home, b"\xef\xbb\xbf{}").returncode == 0


def test_what_is_no_file(run: Run, tmp_path: Path):
    assert run("red-flags", tmp_path / "none.json").exit_code == 2
    folder = run("red-flags", tmp_path)
    assert folder.exit_code == 1
    assert "cannot be read" in folder.stderr


def test_nothing_is_written(run: Run, answers, home: Path):
    run("red-flags", answers({"self_harm": "yes"}))
    assert not list(home.rglob("*.sqlite3"))


# -- the schema ----------------------------------------------------------------------------------


def test_the_schema_has_every_field(run: Run):
    schema = json.loads(run("schema", "red-flags").stdout)
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert schema["additionalProperties"] is False
    assert list(schema["properties"]) == list(FIELDS)
    assert schema["properties"]["trauma"]["enum"][:3] == ["none", "minor", "serious"]
    assert schema["properties"]["current_nrs"]["anyOf"][0] == {
        "type": "integer",
        "minimum": 0,
        "maximum": 10,
    }
    assert "required" not in schema
