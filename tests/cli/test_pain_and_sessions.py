"""The journal from the terminal: ``pain`` puts in, ``sessions`` takes out."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest

from recovery_coach.cli.pain import read_time
from recovery_coach.journal import Journal, PainEntry
from tests.cli.conftest import Run

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


def the_entry(journal: Journal) -> PainEntry:
    entry = journal.latest_pain()
    assert entry is not None
    return entry.record


# -- pain ------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [0, 5, 10])
def test_a_number_is_stored(run: Run, journal: Journal, number: int):
    before = datetime.now(UTC)
    assert run("pain", number, "--note", "after the drive – müde").exit_code == 0
    entry = the_entry(journal)
    assert (entry.nrs, entry.source, entry.note) == (number, "terminal", "after the drive – müde")
    assert before <= entry.at <= datetime.now(UTC)
    assert entry.at.utcoffset() is not None


@pytest.mark.parametrize("number", ["11", "-1", "3.5", "three", ""])
def test_other_numbers_are_refused(run: Run, journal: Journal, number: str):
    assert run("pain", number).exit_code == 2
    assert journal.latest_pain() is None


def test_a_time_in_iso_form(run: Run, journal: Journal):
    assert run("pain", 2, "--at", "2026-03-01T07:30+02:00").exit_code == 0
    assert the_entry(journal).at == datetime(2026, 3, 1, 7, 30, tzinfo=timezone(timedelta(hours=2)))


def test_midnight_of_today(run: Run, journal: Journal):
    assert run("pain", 2, "--at", "00:00").exit_code == 0
    at = the_entry(journal).at
    assert (at.hour, at.minute) == (0, 0)


@pytest.mark.parametrize(
    "time",
    ["25:00", "7", "0730", "yesterday", "", "2026-03-01", "2026-02-30T10:00", "9999-12-31T24"],
)
def test_what_is_no_time_is_refused(run: Run, journal: Journal, time: str):
    done = run("pain", 2, "--at", time)
    assert done.exit_code == 2
    assert isinstance(done.exception, SystemExit)
    assert journal.latest_pain() is None


def test_the_future_is_refused(run: Run, journal: Journal):
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    done = run("pain", 2, "--at", tomorrow)
    assert done.exit_code == 2
    assert "still to come" in done.stderr
    assert journal.latest_pain() is None


@pytest.mark.parametrize(
    ("text", "day"), [("07:30", 4), ("2026-03-01T07:30", 1), ("2026-03-01 07:30", 1)]
)
def test_without_an_offset_a_time_is_local(text: str, day: int):
    naive = datetime(2026, 3, day, 7, 30)  # noqa: DTZ001 - that is the case
    assert read_time(text, NOW) == naive.astimezone()


def test_an_offset_is_kept():
    assert read_time("2026-03-01T07:30-05:00", NOW).utcoffset() == timedelta(hours=-5)


# -- sessions --------------------------------------------------------------------------------


def test_a_practised_routine_is_listed(run: Run):
    assert run("play", "express_3", "--speed", 1000).exit_code == 0
    (session,) = json.loads(run("sessions", "--json").stdout)
    assert session["routine"] == "express_3"
    assert session["state"] == "finished"
    assert session["sets_done"] == 7
    assert session["active_seconds"] > 0
    assert session["pain_before"] is None
    listed = run("sessions").stdout
    assert session["id"][:8] in listed
    assert "Three-minute express" in listed


def test_one_session_with_its_sets(run: Run):
    run("play", "express_3", "--speed", 1000)
    (session,) = json.loads(run("sessions", "--json").stdout)
    one = json.loads(run("sessions", session["id"][:6], "--json").stdout)
    assert one["id"] == session["id"]
    assert [s["exercise"] for s in one["sets"]].count("bird_dog") == 2
    assert {s["outcome"] for s in one["sets"]} == {"done"}
    assert one["hurts"] == []
    assert "Bird dog" in run("sessions", session["id"]).stdout


def test_the_newest_comes_first_and_the_list_may_be_short(run: Run):
    for routine in ("express_3", "sore_day_gentle"):
        run("play", routine, "--speed", 1000)
    listed = json.loads(run("sessions", "--json", "--limit", 1).stdout)
    assert [one["routine"] for one in listed] == ["sore_day_gentle"]


def test_before_the_first_session_it_says_so(run: Run):
    assert "no sessions yet" in run("sessions").stdout
    assert json.loads(run("sessions", "--json").stdout) == []


def test_a_session_that_is_not_there(run: Run):
    run("play", "express_3", "--speed", 1000)
    assert run("sessions", "zzzz").exit_code == 2


def test_an_id_that_fits_several(run: Run):
    for _ in range(2):
        run("play", "express_3", "--speed", 1000)
    done = run("sessions", "")
    assert done.exit_code == 2
    assert "more than one" in done.stderr
