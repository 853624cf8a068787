"""``mark``: a day in the journal, or a comparison that begins today."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from recovery_coach.coach.checks import answer, note
from recovery_coach.journal import Journal, MarkRecord, PainEntry
from tests.checks import all_none
from tests.cli.conftest import Run


def today(journal: Journal) -> date:
    return journal.clock.now().date()


def the_mark(journal: Journal) -> MarkRecord:
    (entry,) = journal.latest(MarkRecord, 5)
    return entry.record


def test_today_is_marked(run: Run, journal: Journal):
    done = run("mark", " Deadlift\n PR 🏋️ ")
    assert done.exit_code == 0, done.output
    record = the_mark(journal)
    assert (record.words, record.compares) == ("Deadlift PR 🏋️", False)
    assert record.at.date() == today(journal)
    assert "Marked: Deadlift PR" in done.stdout


def test_the_first_thing_in_a_journal_may_be_a_comparison(run: Run):
    done = run("mark", "A walk", "--compare")
    assert done.exit_code == 0, done.output
    assert "Before today, 0 of 14 have one. That is too few" in " ".join(done.stdout.split())


def test_a_past_day(run: Run, journal: Journal):
    assert run("mark", "Week off", "--day", "2026-02-20").exit_code == 0
    (entry,) = journal.latest(MarkRecord, 5)
    assert entry.day == date(2026, 2, 20)


@pytest.mark.parametrize("words", ["", "  ", "\n"])
def test_without_words_nothing_is_marked(run: Run, journal: Journal, words: str):
    assert run("mark", words).exit_code == 2
    assert journal.latest(MarkRecord, 1) == []


@pytest.mark.parametrize("day", ["yesterday", "2026-02-30", "9999-12-31"])
def test_what_is_no_day_or_still_to_come_is_refused(run: Run, journal: Journal, day: str):
    assert run("mark", "PR", "--day", day).exit_code == 2
    assert journal.latest(MarkRecord, 1) == []


def test_a_comparison_says_what_is_compared(run: Run, journal: Journal):
    for days in range(1, 11):
        at = journal.clock.now() - timedelta(days=days)
        journal.append(PainEntry(nrs=2, at=at, source="today"))
    done = run("mark", "A walk every day", "--compare")
    assert done.exit_code == 0, done.output
    assert the_mark(journal).compares
    said = " ".join(done.stdout.split())
    assert "Before today, 10 of 14 have one." in said
    assert "not before." in said


def test_a_comparison_begins_today(run: Run, journal: Journal):
    yesterday = today(journal) - timedelta(days=1)
    done = run("mark", "A walk", "--compare", "--day", yesterday)
    assert done.exit_code == 2
    assert "begins today" in done.stderr
    assert journal.latest(MarkRecord, 1) == []
    assert run("mark", "A walk", "--compare", "--day", today(journal)).exit_code == 0


def test_nothing_is_compared_while_a_warning_sign_stands(run: Run, journal: Journal):
    now = journal.clock.now()
    note(journal, PainEntry(nrs=4, at=now, source="today"), now)
    began = (now - timedelta(hours=80)).isoformat()
    answer(journal, all_none(onset_time=began, trend="same", movement_provoked="yes"), now)
    done = run("mark", "A walk", "--compare")
    assert done.exit_code == 3
    assert "Nothing is compared while a warning sign stands" in " ".join(done.stderr.split())
    assert journal.latest(MarkRecord, 1) == []
    assert run("mark", "PR").exit_code == 0


def test_it_is_listed_by_its_day_deleted_and_put_back(run: Run, journal: Journal):
    made = json.loads(run("mark", "Week off", "--day", "2020-02-20", "--json").stdout)
    assert made["fields"]["words"] == "Week off"
    (listed,) = json.loads(run("journal", "list", "--kind", "mark", "--json").stdout)
    assert listed == made
    said = run("journal", "list").stdout
    assert "20 February 2020" in said
    assert "12:00" not in said  # it is about a day
    assert "Week off" in said
    assert run("journal", "delete", made["id"]).exit_code == 0
    assert journal.latest(MarkRecord, 1) == []
    assert run("journal", "undo", made["id"]).exit_code == 0
    assert the_mark(journal).words == "Week off"
