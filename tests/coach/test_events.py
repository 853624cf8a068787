"""Marked days: what may be marked, what stays as it is, what is said before a comparison begins."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from recovery_coach.coach.events import (
    LONGEST,
    Before,
    amend_mark,
    amended,
    ideas,
    known_on,
    look_before,
    mark_of,
    marked_on,
    one_line,
    plan_words,
    read_events,
    state_words,
)
from recovery_coach.insight.plain import Event, Span
from recovery_coach.journal import Entry, Journal, MarkRecord
from recovery_coach.journal.brought import read_brought
from recovery_coach.journal.exchange import export_bytes
from recovery_coach.redflags.model import LEVELS, Level, rank
from tests.fakes import ManualClock
from tests.journal.make import pain

ZONE = timezone(timedelta(hours=1))
NOW = datetime(2026, 3, 4, 7, 30, tzinfo=ZONE)
TODAY = NOW.date()
YESTERDAY = TODAY - timedelta(days=1)
EVER = Span(date(1900, 1, 1), date(2200, 1, 1))

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=2000)
HARD = (
    "👩🏽‍🚒 Deadlift PR 🏋️‍♂️",
    "שבוע חופש",
    "أسبوع راحة, 2×5",
    "=1+1",
    '"quoted", with; all\tsorts\nof it',
    "Rücken-\u200bfrei",
    "x" * 2000,
)


def walk(journal: Journal, at: datetime = NOW, compares: bool = True) -> Entry[MarkRecord]:
    return journal.append(mark_of("A walk every day", at.date(), compares, at))


# -- marking ------------------------------------------------------------------------------------


def test_today_is_marked_with_its_moment_and_another_day_in_its_middle():
    assert mark_of("PR", TODAY, False, NOW) == MarkRecord(at=NOW, words="PR")
    past = mark_of("PR", YESTERDAY, False, NOW)
    assert (past.at.date(), past.at.hour) == (YESTERDAY, 12)


@pytest.mark.parametrize(
    ("words", "day", "compares"),
    [
        ("", TODAY, False),
        (" \n", TODAY, True),
        ("PR", TODAY + timedelta(days=1), False),
        ("A walk", YESTERDAY, True),
        ("A walk", TODAY + timedelta(days=1), True),
    ],
)
def test_what_cannot_be_marked(words: str, day: date, compares: bool):
    with pytest.raises(ValueError, match="no mark"):
        mark_of(words, day, compares, NOW)


def test_the_words_stand_in_one_line():
    assert mark_of(" Deadlift\n  PR ", TODAY, False, NOW).words == "Deadlift PR"


@given(WORDS, st.booleans())
@example(HARD[0], True)
def test_any_words_come_back_from_the_journal_and_from_an_export(words: str, compares: bool):
    record = MarkRecord(at=NOW, words=words, compares=compares)
    with TemporaryDirectory() as folder:
        home, file = Path(folder), Path(folder) / "export.json"
        with Journal.open(home / "a" / "journal.sqlite3", ManualClock()) as journal:
            entry = journal.append(record)
            assert journal.get(entry.record_id) == entry
            file.write_bytes(export_bytes(journal))
        with Journal.open(home / "b" / "journal.sqlite3", ManualClock()) as other:
            other.unite(read_brought(file))
            assert other.get(entry.record_id) == entry


@pytest.mark.parametrize("words", HARD)
def test_what_is_hard_on_a_file_is_read_as_an_event(journal: Journal, words: str):
    entry = journal.append(MarkRecord(at=NOW, words=words))
    (event,) = read_events(journal, EVER)
    assert event == Event(entry.record_id, TODAY, one_line(words), False, TODAY)


def test_ideas_fit_where_they_are_written():
    for compares in (False, True):
        assert all(len(idea) <= LONGEST and one_line(idea) == idea for idea in ideas(compares))
    assert not set(ideas(True)) & set(ideas(False))


# -- changing -----------------------------------------------------------------------------------


def test_words_and_day_of_a_mark_are_changed():
    mark = mark_of("PR", TODAY, False, NOW)
    assert amended(mark, " Deadlift PR", TODAY, NOW) == replace(mark, words="Deadlift PR")
    assert amended(mark, "PR", YESTERDAY, NOW).at.date() == YESTERDAY
    assert amended(mark, "  ", TODAY, NOW) == mark
    assert amended(mark, "PR", TODAY + timedelta(days=1), NOW) == mark


def test_words_that_were_not_touched_stay_as_they_are():
    mark = MarkRecord(at=NOW, words="of another\nprogram")
    assert amended(mark, one_line(mark.words), TODAY, NOW) == mark


@given(st.dates(date(2020, 1, 1), TODAY), st.text(max_size=40))
def test_the_day_of_a_comparison_is_never_moved(day: date, words: str):
    begun = mark_of("A walk every day", TODAY, True, NOW)
    later = amended(begun, words, day, NOW + timedelta(days=9))
    assert (later.at, later.compares) == (begun.at, True)
    assert later.words == (one_line(words) or begun.words)


def test_a_change_can_be_undone_and_none_is_not_written(journal: Journal):
    entry = walk(journal)
    assert amend_mark(journal, entry.record_id, entry.record) == []
    (version,) = amend_mark(journal, entry.record_id, replace(entry.record, words="A run"))
    journal.undo(version)
    (event,) = read_events(journal, EVER)
    assert event.words == "A walk every day"


# -- the day it was written down ----------------------------------------------------------------


def test_other_words_leave_the_first_day_of_writing(journal: Journal, clock: ManualClock):
    entry = walk(journal, clock.now())
    clock.advance(86400 * 20)
    changed = replace(entry.record, words="A long walk every day")
    amend_mark(journal, entry.record_id, changed)
    (event,) = read_events(journal, EVER)
    assert event.words == "A long walk every day"
    assert event.marked_on == event.day == entry.day


def test_deleting_and_bringing_back_leaves_it_too(journal: Journal, clock: ManualClock):
    entry = walk(journal, clock.now())
    clock.advance(86400 * 20)
    journal.undo(journal.delete(entry.record_id).version_id)
    (event,) = read_events(journal, EVER)
    assert event.marked_on == entry.day


def test_what_became_a_comparison_later_was_written_down_later(
    journal: Journal, clock: ManualClock
):
    """No way leads there in this program; another one may have written it."""
    entry = walk(journal, clock.now(), compares=False)
    clock.advance(86400 * 20)
    journal.revise(entry.record_id, replace(entry.record, compares=True))
    (event,) = read_events(journal, EVER)
    assert event.marked_on == entry.day + timedelta(days=20)


def test_so_was_a_comparison_that_was_moved(journal: Journal, clock: ManualClock):
    entry = walk(journal, clock.now())
    clock.advance(86400 * 20)
    moved = replace(entry.record, at=entry.record.at - timedelta(days=30))
    after = journal.revise(entry.record_id, moved)
    assert marked_on(journal, after) == entry.day + timedelta(days=20)


def test_only_the_days_of_the_span_in_their_order(journal: Journal):
    for days in (0, 30, 3):
        journal.append(mark_of(f"{days} ago", TODAY - timedelta(days=days), False, NOW))
    found = read_events(journal, Span(TODAY - timedelta(days=7), TODAY))
    assert [event.words for event in found] == ["3 ago", "0 ago"]


# -- before a comparison ------------------------------------------------------------------------


@pytest.mark.parametrize("level", LEVELS)
def test_nothing_is_compared_while_a_warning_sign_stands(journal: Journal, level: Level):
    before = look_before(journal, level, TODAY)
    assert bool(before.barred) == (rank(level) >= rank("book"))
    assert "warning sign" in (before.barred or "warning sign")


def test_the_days_before_are_counted_once_each_and_without_today(journal: Journal):
    for days in (0, 1, 1, 5, 14, 15):
        journal.append(pain(4, at=NOW - timedelta(days=days)))
    journal.append(replace(pain(4, at=NOW - timedelta(days=3)), nrs=None, mood=5))
    assert look_before(journal, "none", TODAY) == Before(rated=3)


def test_without_a_journal_nothing_is_known():
    assert look_before(None, "none", TODAY) == Before()


@pytest.mark.parametrize(("days", "runs"), [(0, True), (13, True), (14, False)])
def test_a_comparison_runs_for_its_fourteen_days(journal: Journal, days: int, runs: bool):
    walk(journal, NOW - timedelta(days=days))
    walk(journal, NOW - timedelta(days=days), compares=False)
    running = look_before(journal, "none", TODAY).running
    assert (running is not None) == runs


def test_it_is_said_what_is_compared_and_when_it_can_be_read():
    text = " ".join(plan_words(Before(rated=12), date(2026, 3, 4)))
    assert "on the 14 days before today" in text
    assert "a number on 9 of its days or more. Before today, 12 of 14 have one." in text
    assert "from 18 March 2026 on, not before" in text
    assert known_on(date(2026, 3, 4)) == date(2026, 3, 18)


@pytest.mark.parametrize(("rated", "few"), [(8, True), (9, False)])
def test_that_there_are_too_few_days_is_said_before(rated: int, few: bool):
    text = " ".join(plan_words(Before(rated=rated), TODAY))
    assert ("That is too few" in text) == few


def test_another_comparison_in_the_same_days_is_told():
    other = Event("m", date(2026, 2, 26), "A walk " + "x" * 2000, True, date(2026, 2, 26))
    *_, running = plan_words(Before(rated=12, running=other), TODAY)
    assert running.startswith("“A walk xxx")
    assert "xx…” is compared until 11 March 2026:" in running
    assert len(running) < 200


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 3, 17), "in Trends from 18 March 2026 on, not before."),
        (date(2026, 3, 18), "are compared, in Trends."),
    ],
)
def test_what_is_said_of_one_that_has_begun(today: date, words: str):
    said, fixed = state_words(date(2026, 3, 4), date(2026, 3, 4), today)
    assert said.endswith(words)
    assert "The day stays as it is" in fixed


def test_one_that_was_written_down_afterwards_says_so():
    (said,) = state_words(date(2026, 3, 4), date(2026, 3, 9), date(2026, 4, 1))
    assert "written down on 9 March 2026, after its first day" in said


@pytest.mark.parametrize("word", ["works", "caused", "significant", "normal", "just", "only"])
def test_no_word_that_claims_or_judges(word: str):
    other = Event("m", TODAY, "", True, TODAY)
    barred = look_before(None, "urgent", TODAY).barred
    said = [barred, *plan_words(Before(3, other), TODAY), *state_words(TODAY, TODAY, TODAY)]
    said += [*ideas(True), *ideas(False)]
    assert word not in " ".join(said).lower().replace(",", " ").split()
