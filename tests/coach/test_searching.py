"""Searching the journal: what can be read in a line can be found, however it is typed."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.coach.diary import SHOWN
from recovery_coach.coach.searching import (
    Search,
    cut_to,
    places_of,
    read_found,
    words_of,
)
from recovery_coach.journal import CheckRecord, ImpactRecord, Journal, MarkRecord, SeenRecord
from tests.journal.make import pain, session

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=timezone(timedelta(hours=1)))


def give(journal: Journal, note: str = "", days: int = 0, **changes: Any) -> str:
    record = pain(at=NOON - timedelta(days=days), **{"note": note, **changes})
    return journal.append(record).record_id


def found(journal: Journal, typed: str, **options: Any) -> list[str]:
    search = Search(journal)
    while search.read_on(3):
        pass
    return search.find(typed, **options)


# -- what is found -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("note", "typed"),
    [
        ("After a long drive.", "long"),
        ("After a long drive.", "LONG DRIVE"),
        ("After a long drive.", "drive after"),
        ("After a long drive.", "ong"),
        ("Rücken müde", "rücken"),
        ("Rücken müde", "rucken"),
        ("Rücken müde", "RUECKEN muede"),
        ("Rücken müde", "ruecken"),
        ("Straße", "strasse"),
        ("café", "cafe"),
        ("first line\nsecond", "line second"),
        ("痛い", "痛"),
    ],
)
def test_a_note_is_found_however_it_is_typed(journal: Journal, note: str, typed: str):
    identifier = give(journal, note)
    give(journal, "something else")
    assert found(journal, typed) == [identifier]


@pytest.mark.parametrize("typed", ["lonk", "drive kettlebell", "%", "_", "'"])
def test_what_is_not_there_is_not_found(journal: Journal, typed: str):
    give(journal, "After a long drive.")
    assert found(journal, typed) == []


def test_every_kind_is_found_by_the_words_of_its_line(journal: Journal):
    journal.append(session(started_at=NOON, routine_name="Core stability"), record_id="session")
    journal.append(CheckRecord(at=NOON, full=True, level="urgent", rules=1), record_id="check")
    seen = SeenRecord(at=NOON, seen_on="2026-03-02", exercise_fine="yes", note="Dr. Weber")
    journal.append(seen, record_id="seen")
    journal.append(ImpactRecord(at=NOON, pain=3, enjoyment=3, activity=3), record_id="week")
    journal.append(MarkRecord(at=NOON, words="Deadlift PR"), record_id="mark")
    marked = give(journal, regions=("lowback_L=6",), qualities=("burning",))
    assert found(journal, "core stab") == ["session"]
    assert found(journal, "professional today") == ["check"]
    assert found(journal, "weber") == ["seen"]
    assert found(journal, "week 3.0") == ["week"]
    assert found(journal, "deadlift pr") == ["mark"]
    assert found(journal, "low back left") == [marked]
    assert found(journal, "burning") == [marked]


def test_the_newest_stands_first_over_all_the_years(journal: Journal):
    ages = [give(journal, "tight", days) for days in (400, 0, 3000, 30)]
    assert found(journal, "tight") == [ages[1], ages[3], ages[0], ages[2]]


def test_it_can_be_asked_of_some_kinds_only(journal: Journal):
    journal.append(session(started_at=NOON, note="tight"), record_id="session")
    number = give(journal, "tight")
    assert found(journal, "tight", kinds=SHOWN["sessions"]) == ["session"]
    assert found(journal, "tight", kinds=SHOWN["pain"]) == [number]
    assert found(journal, "tight", kinds=SHOWN["checks"]) == []


def test_a_number_is_told_with_its_session_as_long_as_that_is_there(journal: Journal):
    journal.append(session(started_at=NOON), record_id="s")
    number = give(journal, source="before", session="s")
    assert found(journal, "pain") == []
    journal.delete("s")
    assert found(journal, "pain") == [number]


# -- following the journal ---------------------------------------------------------------------


def test_what_was_written_since_is_found_and_nothing_is_read_twice(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
):
    first = give(journal, "tight", days=1)
    search = Search(journal)
    while search.read_on():
        pass
    read = []
    entry = Journal._entry
    monkeypatch.setattr(Journal, "_entry", lambda *given: read.append(1) or entry(*given))
    second = give(journal, "tight too")
    assert search.read_on()
    assert not search.read_on()
    assert len(read) == 1
    assert search.find("tight") == [second, first]


def test_changes_deletions_and_undo_are_followed(journal: Journal):
    identifier = give(journal, "tight")
    search = Search(journal)

    def after_reading(typed: str) -> list[str]:
        while search.read_on():
            pass
        return search.find(typed)

    assert after_reading("tight") == [identifier]
    journal.revise(identifier, pain(at=NOON, note="loose"))
    assert (after_reading("tight"), search.find("loose")) == ([], [identifier])
    deleted = journal.delete(identifier)
    assert after_reading("loose") == []
    journal.undo(deleted.version_id)
    assert after_reading("loose") == [identifier]


def test_found_entries_are_shown_by_their_days_without_gaps(journal: Journal):
    ages = [give(journal, "tight", days) for days in (0, 40, 80)]
    part = read_found(journal, found(journal, "tight"), 2)
    assert [[one.record_id for one in day.entries] for day in part.days] == [[ages[0]], [ages[1]]]
    assert [day.gap for day in part.days] == [0, 0]
    assert part.more
    assert not read_found(journal, ages, 3).more


# -- where it stands ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("After a long drive", "long", ["long"]),
        ("long, Long, LONG", "long", ["long", "Long", "LONG"]),
        ("After a long drive", "drive after", ["After", "drive"]),
        ("Der Rücken ist müde", "ruecken mud", ["Rücken", "müd"]),
        ("Straße", "ss", ["ß"]),
        ("aaa", "aa", ["aaa"]),
        ("nothing", "left", []),
        ("", "left", []),
    ],
)
def test_what_was_found_is_marked(text: str, typed: str, marked: list[str]):
    assert [text[a:b] for a, b in places_of(text, words_of(typed))] == marked


@given(st.text(max_size=40), st.text(max_size=6))
def test_marks_are_in_the_text_in_order_and_apart(text: str, typed: str):
    ends = 0
    for start, end in places_of(text, words_of(typed)):
        assert ends <= start < end <= len(text)
        ends = end + 1


def test_a_long_text_is_cut_so_that_the_word_is_seen():
    text = "Deadlifts moved from Tuesday to today. Slept five hours, the left side felt tight"
    assert cut_to(text, ["left"], 24) == "…Slept five hours, the left side felt tight"
    assert cut_to(text, ["deadlifts"], 24) == text
    assert cut_to(text, ["squat"], 24) == text
    assert cut_to("a" * 50 + "left", ["left"], 24) == "…left"
