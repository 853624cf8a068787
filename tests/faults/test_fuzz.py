"""Whatever a file that somebody hands us holds: it is read or its problems are told; no traceback.

Each is a sound file that was harmed: words put in, cut out, doubled, values exchanged, bytes turned
over. What is read of it is used as the program would use it. Some of each in the usual run,
ten thousand in the long one.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recovery_coach.app import App
from recovery_coach.base.paths import find_resources
from recovery_coach.base.problems import Problem
from recovery_coach.figure.store import read_motion
from recovery_coach.journal import Journal, PainEntry
from recovery_coach.journal.brought import BroughtError, read_brought
from recovery_coach.journal.exchange import export_bytes
from recovery_coach.journal.records import KINDS
from recovery_coach.library.loader import Library, load_library, read_routine
from recovery_coach.library.models import Exercise
from recovery_coach.library.reading import read_file
from recovery_coach.redflags.answers_file import read_file as read_answers
from recovery_coach.settings.store import load_settings, save_settings
from recovery_coach.timeline.compiler import compile as compile_timeline
from tests.fakes import ManualClock
from tests.faults.program import run
from tests.journal.make import hurt, one_set, pain, session
from tests.library.test_reading_fuzz import PIECES, VALUES

RESOURCES = find_resources()
OFTEN = [
    pytest.param(150, id="usual"),
    pytest.param(10_000, id="ten thousand", marks=[pytest.mark.long, pytest.mark.timeout(3600)]),
]
often = pytest.mark.parametrize("examples", OFTEN)

JSON_VALUES = (
    "null", "true", "-1", "0", "1.5", "1e999", "-0.0", "NaN", "Infinity", "9" * 30, "9" * 5000,
    str(2**53), str(2**63), '""', '"\\u0000"', '"\\ud800"', '"\U0010ffff"', '"x' + "x" * 300 + '"',
    "[]", "{}", "[" * 2000, '{"a":' * 2000, '[["x"]]', '{"nrs": 99}', '"2026-02-30"',
    '"0001-01-01T00:00:00+23:59"', '"9999-12-31T23:59:59-23:59"', '"2026-03-04"', '"pain"', '"set"',
)  # fmt: skip
JSON_PIECES = (
    *JSON_VALUES,
    ",",
    ":",
    "{",
    "}",
    "]",
    '"',
    "\\",
    "\n",
    "\x00",
    "\ufeff",
    '"deleted": true,',
)


def exchanged(text: str, which: int, value: str, pattern: str) -> str:
    """One value of many in its place exchanged for another."""
    places = list(re.finditer(pattern, text))
    if not places:
        return text
    place = places[which % len(places)]
    return text[: place.start(1)] + value + text[place.end(1) :]


@st.composite
def with_other_values(draw: st.DrawFn, text: str, values: tuple[str, ...], pattern: str) -> str:
    """``pattern`` finds a value, as its first group."""
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        text = exchanged(text, at, draw(st.sampled_from(values)), pattern)
    return text


@st.composite
def torn(draw: st.DrawFn, text: str, pieces: tuple[str, ...]) -> bytes:
    """What is no more a file of its kind."""
    for _ in range(draw(st.integers(0, 3))):
        at, length = draw(st.integers(0, len(text))), draw(st.integers(1, 60))
        how = draw(st.sampled_from(("put in", "cut out", "double", "swap")))
        if how == "put in":
            text = text[:at] + draw(st.sampled_from(pieces)) + text[at:]
        elif how == "cut out":
            text = text[:at] + text[at + length :]
        elif how == "double":
            text = text[:at] + text[at : at + length * 5] + text[at:]
        else:
            lines = text.split("\n")
            one, two = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
            lines[one], lines[two] = lines[two], lines[one]
            text = "\n".join(lines)
    content = bytearray(text.encode("utf-8", "surrogatepass"))
    for at in draw(st.lists(st.integers(0, 1 << 20), max_size=2)):
        if content:
            content[at % len(content)] ^= 1 << at % 8
    return bytes(content)


def harmed(
    sound: bytes, pieces: tuple[str, ...], values: tuple[str, ...], pattern: str
) -> st.SearchStrategy[bytes]:
    """Other values, half of the time torn as well; now and then anything at all."""
    other = with_other_values(sound.decode("utf-8"), values, pattern)
    return (
        other.map(lambda text: text.encode("utf-8", "surrogatepass"))
        | other.flatmap(lambda text: torn(text, pieces))
        | st.binary(max_size=200)
    )


def in_toml(sound: bytes) -> st.SearchStrategy[bytes]:
    return harmed(sound, PIECES, VALUES, r"= *([^\n,}]+)")


def in_json(sound: bytes) -> st.SearchStrategy[bytes]:
    return harmed(sound, JSON_PIECES, JSON_VALUES, r":[ ]*(\"[^\"\n]*\"|[^\",{}\n]+)")


def every(examples: int, made: st.SearchStrategy[bytes], check: Callable[[bytes], None]) -> None:
    """Check so many of what can be made."""

    @settings(max_examples=examples, suppress_health_check=list(HealthCheck), deadline=None)
    @given(made)
    def one(content: bytes) -> None:
        check(content)

    one()


def told(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        assert len(str(problem).splitlines()) == 1
        assert str(problem).isprintable()


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(RESOURCES, None)


@often
@pytest.mark.parametrize("name", ["express_3", "pre_deadlift"])
def test_a_routine(tmp_path: Path, library: Library, name: str, examples: int):
    file = tmp_path / "mine.toml"

    def check(content: bytes) -> None:
        file.write_bytes(content)
        routine, problems = read_routine(file, library.exercises)
        told(problems)
        assert (routine is None) == bool(problems)
        if routine is not None:
            assert compile_timeline(routine, library.exercises).segments

    every(examples, in_toml((RESOURCES / "routines" / f"{name}.toml").read_bytes()), check)


@often
def test_an_exercise(tmp_path: Path, examples: int):
    file = tmp_path / "mine.toml"

    def check(content: bytes) -> None:
        file.write_bytes(content)
        exercise, problems = read_file(file, Exercise)
        told(problems)
        assert (exercise is None) == bool(problems)

    every(examples, in_toml((RESOURCES / "exercises" / "dead_bug.toml").read_bytes()), check)


@often
def test_a_figure(tmp_path: Path, examples: int):
    file = tmp_path / "dead_bug.toml"

    def check(content: bytes) -> None:
        file.write_bytes(content)
        motion, problems = read_motion(file)
        told(problems)
        assert (motion is None) == bool(problems)
        if motion is not None:
            for move in range(len(motion.leaps)):
                motion.at(move, 0.5)

    every(examples, in_toml((RESOURCES / "figures" / "dead_bug.toml").read_bytes()), check)


SETTINGS = b"""\
# mine
theme = "dark"
text_size = 150
get_ready = 5.5
count = "up"
voice_volume = 40
language = "de"
week_start = "monday"
country = "GB"
own_advice = "116 117"
backup_folder = "/media/stick"
window = [1, 2, 900, 600, 0]

[timing.express_3]
switch = 9
count_aloud = "all"
"""


@often
def test_settings(tmp_path: Path, examples: int):
    file = tmp_path / "config" / "settings.toml"
    file.parent.mkdir()

    def check(content: bytes) -> None:
        file.write_bytes(content)
        found, problems = load_settings(file)
        told(problems)
        app = App(tmp_path)
        app.options_for("express_3")
        app.mix()
        app.numbers()
        assert app.backups.all() == []
        app.close()
        save_settings(file, found)
        assert load_settings(file)[0] == found

    every(examples, in_toml(SETTINGS), check)


@often
def test_answers(tmp_path: Path, examples: int):
    file = tmp_path / "answers.json"
    sound = b'{\n"fever": "no",\n"age": 40,\n"pain_days": 3,\n"night_pain": "unknown"\n}\n'

    def check(content: bytes) -> None:
        file.write_bytes(content)
        told(read_answers(file)[1])

    every(examples, in_json(sound), check)


@pytest.fixture
def journal_file(tmp_path: Path) -> Path:
    path = tmp_path / "sound" / "journal.sqlite3"
    with Journal.open(path, ManualClock()) as journal:
        begun = journal.append(session())
        journal.append(one_set(begun.record_id))
        journal.append(hurt(begun.record_id))
        entry = journal.append(pain(4, note="stiff", regions=("low_back_left=4",)))
        journal.revise(entry.record_id, pain(5))
        journal.delete(journal.append(pain(6)).record_id)
    return path


@often
def test_an_export_of_a_journal(tmp_path: Path, journal_file: Path, examples: int):
    with Journal.open(journal_file, ManualClock()) as journal:
        sound = export_bytes(journal)
    file, ours = tmp_path / "export.json", tmp_path / "ours.sqlite3"
    said: list[str] = []

    def check(content: bytes) -> None:
        file.write_bytes(content)
        try:
            brought = read_brought(file)
        except BroughtError as error:
            said.append(str(error))
            return
        shutil.copy(journal_file, ours)
        with Journal.open(ours, ManualClock()) as journal:
            before = journal.count()
            foretold = journal.preview(brought)
            assert journal.count() == before
            assert journal.unite(brought) == foretold
            assert journal.count().versions == before.versions + foretold.new
            assert all(one.where and one.why for one in foretold.refused)
            use(journal)
            journal.verify()
            again = read_brought_bytes(tmp_path, export_bytes(journal))
            assert again.whole
            assert again.refused == ()
            assert set(again.versions) == set(journal.versions())

    every(examples, in_json(sound), check)
    assert all(text.isprintable() for text in said)


def read_brought_bytes(folder: Path, content: bytes) -> Any:
    (folder / "again.json").write_bytes(content)
    return read_brought(folder / "again.json")


def use(journal: Journal) -> None:
    """As the pages do, and an entry on top."""
    for kind in KINDS.values():
        for entry in journal.latest(kind, 99):
            journal.history(entry.record_id)
        journal.by_day(kind, 99)
    for fork in journal.forks():
        journal.settle(fork, fork.others[0].version_id)
    journal.last_used()
    journal.first_day()
    entry = journal.append(pain(1))
    assert journal.undo(entry.version_id) is not None
    journal.latest(PainEntry, 99)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[" * 100_000, b"\x00" * 50, b"id = '"])
def test_the_terminal_with_a_file_of_nonsense(tmp_path: Path, content: bytes):
    home = tmp_path / "home"
    file = tmp_path / "nonsense.toml"
    file.write_bytes(content)
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.toml").write_bytes(content)
    for folder in ("routines", "exercises", "figures"):
        (home / "data" / "library" / folder).mkdir(parents=True)
        (home / "data" / "library" / folder / "nonsense.toml").write_bytes(content)
    for line in (["validate", file], ["show", file], ["routines", "add", file], ["routines"]):
        done = run(home, *line)
        assert done.code in (0, 1, 2), done
        assert "Traceback" not in done.err, done
