"""The sample journal: the same for the same seed, like a person's, and safe to begin from."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import pytest

from recovery_coach.base.paths import find_resources
from recovery_coach.coach import demo
from recovery_coach.coach.checks import standing
from recovery_coach.coach.demo import NotEmptyError, Wish, write_demo
from recovery_coach.coach.demo_marks import WORDS
from recovery_coach.coach.demo_words import FLARES, LATER, NOTES, SESSIONS, SPECIAL
from recovery_coach.coach.events import known_on, read_events
from recovery_coach.insight.phases import LENGTH, NEEDED
from recovery_coach.insight.plain import Span
from recovery_coach.journal import (
    BackgroundRecord,
    CheckRecord,
    Entry,
    HurtRecord,
    ImpactRecord,
    Journal,
    MarkRecord,
    PainEntry,
    Record,
    SeenRecord,
    SessionRecord,
    SetRecord,
)
from recovery_coach.library.loader import Library, load_library
from recovery_coach.library.regions import body_regions
from recovery_coach.redflags.questions import noticed
from tests.fakes import ManualClock

R = TypeVar("R", bound=Record)

ZONE = timezone(timedelta(hours=1))
LAST = date(2026, 3, 3)
TWO_YEARS = Wish(last=LAST, zone=ZONE, years=2, per_day=5, seed=1)
KINDS = (
    PainEntry,
    SessionRecord,
    SetRecord,
    HurtRecord,
    CheckRecord,
    SeenRecord,
    BackgroundRecord,
    ImpactRecord,
    MarkRecord,
)


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(find_resources(), find_resources() / "nothing of my own")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Path:
    path = tmp_path_factory.mktemp("demo") / "data" / "journal.sqlite3"
    write_demo(path, library, TWO_YEARS)
    return path


@pytest.fixture(scope="module")
def sample(written: Path) -> Iterator[Journal]:
    with Journal.open(written, ManualClock()) as journal:
        yield journal


def of(journal: Journal, kind: type[R]) -> list[Entry[R]]:
    return journal.between(kind, date(1970, 1, 1), date(2100, 1, 1))


def rows(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        versions = connection.execute("SELECT * FROM version ORDER BY rowid").fetchall()
        # ``home`` says which file it is, so it differs from file to file.
        return versions + connection.execute("SELECT * FROM meta WHERE key <> 'home'").fetchall()


# -- the same each time -------------------------------------------------------------------------


def test_the_same_seed_gives_the_same_journal_to_the_last_id(tmp_path: Path, library: Library):
    wish = Wish(last=LAST, zone=ZONE, years=1, per_day=1, seed=3)
    other = Wish(last=LAST, zone=ZONE, years=1, per_day=1, seed=4)
    first, second, third = (tmp_path / name / "journal.sqlite3" for name in "abc")
    assert write_demo(first, library, wish) == write_demo(second, library, wish)
    write_demo(third, library, other)
    assert rows(first) == rows(second)
    assert rows(first) != rows(third)


def test_it_tells_what_is_shown(tmp_path: Path, library: Library):
    path = tmp_path / "journal.sqlite3"
    told = write_demo(path, library, Wish(last=LAST, zone=ZONE, years=1, seed=1))
    with Journal.open(path, ManualClock()) as journal:
        for kind in KINDS:
            assert len(of(journal, kind)) == told.get(kind.kind, 0)


def test_a_journal_with_anything_in_it_is_left_alone(tmp_path: Path, library: Library):
    path = tmp_path / "journal.sqlite3"
    with Journal.open(path, ManualClock()) as journal:
        entry = journal.append(PainEntry(nrs=1, at=ManualClock().now(), source="today"))
        journal.delete(entry.record_id)  # a deleted one is an entry as well
    before = rows(path)
    with pytest.raises(NotEmptyError):
        write_demo(path, library, TWO_YEARS)
    assert rows(path) == before


# -- like a person's ----------------------------------------------------------------------------


def test_every_kind_of_record_is_in_it(sample: Journal):
    assert all(of(sample, kind) for kind in KINDS)
    sources = Counter(e.record.source for e in of(sample, PainEntry))
    assert set(sources) == {"today", "before", "after", "terminal", "checkin", "flare", "morning"}
    states = Counter(e.record.state for e in of(sample, SessionRecord))
    assert set(states) == {"finished", "stopped"}
    outcomes = {e.record.outcome for e in of(sample, SetRecord)}
    assert outcomes == {"done", "skipped", "hurt"}
    levels = {e.record.level for e in of(sample, CheckRecord)}
    assert levels == {"none", "self-care", "book"}


def test_about_as_many_entries_a_day_as_were_asked_for(sample: Journal):
    numbers = of(sample, PainEntry)
    days = {entry.day for entry in numbers}
    assert 4.5 < len(numbers) / len(days) < 5.5
    assert min(days) < TWO_YEARS.first + timedelta(days=7)
    assert max(days) == LAST


def test_there_are_gaps_and_days_put_in_later(sample: Journal):
    numbers = of(sample, PainEntry)
    days = sorted({entry.day for entry in numbers})
    assert max(b - a for a, b in pairwise(days)) > timedelta(days=6)
    assert any(entry.written_at.date() > entry.day for entry in numbers)
    assert all(entry.written_at >= entry.record.moment for entry in numbers)


def test_some_were_changed_deleted_and_put_back(written: Path):
    with closing(sqlite3.connect(written)) as connection:
        question = (
            "SELECT group_concat(deleted, '') FROM"
            " (SELECT * FROM version WHERE kind = 'pain' ORDER BY counter) GROUP BY record_id"
        )
        lives = Counter(life for (life,) in connection.execute(question))
    assert lives["00"] > 10
    assert lives["01"] > 3
    assert lives["010"] > 0


def test_the_clock_of_every_write_goes_on(written: Path):
    with closing(sqlite3.connect(written)) as connection:
        found = connection.execute("SELECT written_at, day FROM version ORDER BY counter")
        moments = [at for at, _ in found]
    assert moments == sorted(moments)
    assert moments[-1] < f"{LAST + timedelta(days=1)}"


def test_the_person_moved_to_another_time_zone_once(sample: Journal):
    offsets = [entry.record.moment.utcoffset() for entry in of(sample, PainEntry)]
    changes = [b for a, b in pairwise(offsets) if a != b]
    assert offsets[0] == timedelta(0)
    assert changes == [timedelta(hours=1)]


def test_every_place_and_exercise_is_one_that_there_is(sample: Journal, library: Library):
    known = {region.id for region in body_regions().regions}
    for entry in of(sample, PainEntry):
        marked = {text.partition("=")[0] for text in entry.record.regions}
        assert marked <= known
    assert {e.record.exercise for e in of(sample, SetRecord)} <= set(library.exercises)


def test_the_sets_of_a_session_are_those_of_its_routine(sample: Journal, library: Library):
    sessions = of(sample, SessionRecord)
    assert {one.record.routine for one in sessions} <= set(library.routines)
    for session in sessions[:20]:
        sets = sample.sets_of(session.record_id)
        steps = library.routines[session.record.routine].steps
        assert sets
        assert all(steps[one.record.step].exercise == one.record.exercise for one in sets)
        first, *_ = sample.history(session.record_id)
        assert first.record.routine_text


def test_what_is_hard_on_a_file_is_among_the_notes(sample: Journal):
    notes = {e.record.note for e in of(sample, PainEntry)}
    assert set(SPECIAL) <= notes
    everything = "".join(SPECIAL)
    assert all(mark in everything for mark in ('"', ",", ";", "\n", "\t", "ü", "👍"))
    assert {"=", "+", "-", "@"} <= {note[0] for note in SPECIAL}


def test_a_day_is_marked_about_every_two_months(sample: Journal):
    days = [entry.day for entry in of(sample, MarkRecord) if not entry.record.compares]
    assert 9 <= len(days) <= 12
    assert all(20 < (b - a).days < 130 for a, b in pairwise(days))


@pytest.mark.parametrize("seed", range(4))
def test_a_comparison_can_be_read_at_the_end(tmp_path: Path, library: Library, seed: int):
    path = tmp_path / "journal.sqlite3"
    write_demo(path, library, Wish(last=LAST, zone=ZONE, years=1, per_day=1, seed=seed))
    with Journal.open(path, ManualClock()) as journal:
        events = read_events(journal, Span(date(1970, 1, 1), LAST))
        (begun,) = (event for event in events if event.compares)
        rated = {entry.day for entry in of(journal, PainEntry) if entry.record.nrs is not None}
    assert begun.marked_on == begun.day
    assert known_on(begun.day) <= LAST
    for first in (begun.day - timedelta(days=LENGTH), begun.day):
        phase = {first + timedelta(days=days) for days in range(LENGTH)}
        assert len(phase & rated) >= NEEDED


def test_marks_leave_everything_else_as_it_was(
    sample: Journal, tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(demo, "marks_of", lambda *_: ())
    path = tmp_path / "journal.sqlite3"
    write_demo(path, library, TWO_YEARS)
    with Journal.open(path, ManualClock()) as without:
        for kind in KINDS[:-1]:
            assert bodies(without, kind) == bodies(sample, kind)


def bodies(journal: Journal, kind: type[Record]) -> list[Record]:
    return [entry.record for entry in of(journal, kind)]


@pytest.mark.parametrize("note", [*NOTES, *SPECIAL, *FLARES, *SESSIONS, *LATER, *WORDS])
def test_no_note_has_a_word_that_asks_for_a_check(note: str):
    assert noticed(note, "en") == noticed(note, "de") == ()


# -- safe to begin from -------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("per_day", [1, 5])
def test_a_routine_can_be_begun_after_it(tmp_path: Path, library: Library, seed: int, per_day: int):
    path = tmp_path / "journal.sqlite3"
    write_demo(path, library, Wish(last=LAST, zone=ZONE, years=1, per_day=per_day, seed=seed))
    midnight = datetime(2026, 3, 4, tzinfo=ZONE)
    with Journal.open(path, ManualClock()) as journal:
        for hours in (1, 7, 18, 24 * 3, 24 * 40):
            stands = standing(journal, midnight + timedelta(hours=hours))
            assert stands.level in ("none", "self-care")
            assert stands.may_begin(gentle=False) == "begin"
            assert not stands.held
