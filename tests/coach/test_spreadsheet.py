"""The journal as CSV: every entry, in cells that no spreadsheet computes."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from recovery_coach.coach.demo_words import SPECIAL
from recovery_coach.coach.spreadsheet import ENTRIES, MARKS, REGIONS, SESSIONS, safe, spreadsheets
from recovery_coach.journal import Journal, MarkRecord, PainEntry
from tests.fakes import ManualClock
from tests.journal.make import AT, hurt, one_set, pain, session
from tests.places import full_entry

Rows = list[dict[str, str]]


def read(data: bytes) -> Rows:
    """As any program reads it that knows RFC 4180."""
    text = data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def tables(journal: Journal) -> Mapping[str, Rows]:
    return {name: read(data) for name, data in spreadsheets(journal).items()}


# -- the form of the files ------------------------------------------------------------------------


def test_four_files_that_excel_takes_for_utf_8(journal: Journal):
    journal.append(pain(4, note="Rücken müde"))
    files = spreadsheets(journal)
    assert list(files) == ["entries", "regions", "sessions", "marks"]
    assert all(data.startswith(b"\xef\xbb\xbf") for data in files.values())
    assert "Rücken müde".encode() in files["entries"]
    assert files["entries"].count(b"\r\n") == files["entries"].count(b"\n") == 2


def test_an_empty_journal_gives_the_heads_alone(journal: Journal):
    heads = {"entries": ENTRIES, "regions": REGIONS, "sessions": SESSIONS, "marks": MARKS}
    for name, data in spreadsheets(journal).items():
        assert data.decode("utf-8-sig") == ",".join(heads[name]) + "\r\n"


# -- entries --------------------------------------------------------------------------------------


def test_a_full_entry(journal: Journal):
    entry = journal.append(full_entry(AT))
    (row,) = tables(journal)["entries"]
    assert row == {
        "entry_id": entry.record_id,
        "day": "2026-05-04",
        "at": "2026-05-04T18:05:00+02:00",
        "written_at": "2026-03-04T07:30:00+01:00",
        "source": "checkin",
        "session_id": "",
        "pain": "6",
        "leg_pain": "2",
        "worst_24h": "7",
        "regions": "lowback_L; buttock_R",
        "qualities": "dull; achy; sharp",
        "stiff_minutes": "20",
        "woke": "yes",
        "runs_down": "thigh",
        "runs_side": "left",
        "sleep_hours": "6.5",
        "sleep_quality": "4",
        "stress": "3",
        "mood": "6",
        "water_litres": "1.75",
        "training": "trained",
        "lifts": "deadlift; row",
        "training_minutes": "60",
        "effort": "8",
        "taken": "heat",
        "note": "PR attempt, slept badly after it.",
    }


def test_what_was_not_answered_is_empty_and_never_0(journal: Journal):
    journal.append(PainEntry(at=AT, source="checkin", mood=0))
    (row,) = tables(journal)["entries"]
    said = {name for name, cell in row.items() if cell}
    assert said == {"entry_id", "day", "at", "written_at", "source", "mood"}
    assert row["mood"] == "0"


def test_the_newest_version_stands_there_and_nothing_deleted(journal: Journal):
    entry = journal.append(pain(4, regions=("lowback_L=4",)))
    gone = journal.append(pain(5, regions=("lowback_R=4",)))
    journal.revise(entry.record_id, replace(entry.record, nrs=6))
    journal.delete(gone.record_id)
    found = tables(journal)
    assert [row["pain"] for row in found["entries"]] == ["6"]
    assert [row["region_id"] for row in found["regions"]] == ["lowback_L"]


def test_the_oldest_comes_first_in_local_time_with_its_offset(journal: Journal):
    journal.append(pain(1, at=AT + timedelta(hours=7)))
    journal.append(pain(2))
    days = [(row["day"], row["at"]) for row in tables(journal)["entries"]]
    assert days == [
        ("2026-05-04", "2026-05-04T18:05:00+02:00"),
        ("2026-05-05", "2026-05-05T01:05:00+02:00"),
    ]


# -- regions --------------------------------------------------------------------------------------


def test_a_row_for_every_place(journal: Journal):
    entry = journal.append(pain(4, regions=("lowback_L=6", "thoracic_mid", "of_a_newer_one=2")))
    rows = tables(journal)["regions"]
    assert {(row["entry_id"], row["day"]) for row in rows} == {(entry.record_id, "2026-05-04")}
    assert [(r["region_id"], r["region"], r["side"], r["score"]) for r in rows] == [
        ("lowback_L", "Low back beside the spine, left", "left", "6"),
        ("thoracic_mid", "Between the shoulder blades", "middle", ""),
        ("of_a_newer_one", "of a newer one", "", "2"),
    ]


# -- sessions -------------------------------------------------------------------------------------


def test_a_session_with_what_belongs_to_it(journal: Journal):
    record = session(
        "core",
        state="finished",
        ended_at=AT + timedelta(minutes=9),
        active_seconds=440.5,
        pain_before=4,
        pain_after=2,
        effort=6,
        note="-easy",
    )
    journal.append(record, record_id="s1")
    for segment, outcome in enumerate(("done", "done", "skipped")):
        journal.append(one_set("s1", segment, outcome=outcome))
    journal.append(hurt("s1"))
    journal.append(pain(3, source="before", session="s1"))
    journal.append(pain(1, source="morning", session="s1", at=AT + timedelta(days=1)))
    (row,) = tables(journal)["sessions"]
    assert row == {
        "session_id": "s1",
        "day": "2026-05-04",
        "started_at": "2026-05-04T18:05:00+02:00",
        "ended_at": "2026-05-04T18:14:00+02:00",
        "state": "finished",
        "routine_id": "core",
        "routine": "Core",
        "planned_seconds": "600.0",
        "active_seconds": "440.5",
        "pain_before": "4",
        "pain_after": "2",
        "pain_morning_after": "1",
        "effort": "6",
        "sets_done": "2",
        "sets": "3",
        "hurts": "1",
        "stop_reason": "",
        "note": "'-easy",
    }


def test_a_deleted_set_and_one_that_cannot_be_read_are_not_done(journal: Journal):
    journal.append(session(), record_id="s1")
    gone = journal.append(one_set("s1", 0))
    journal.append(one_set("s1", 1))
    journal.delete(gone.record_id)
    (row,) = tables(journal)["sessions"]
    assert (row["sets_done"], row["sets"], row["hurts"]) == ("1", "1", "0")


# -- marks ----------------------------------------------------------------------------------------


def test_a_marked_day_and_a_comparison_with_the_day_it_was_written_down(
    journal: Journal, clock: ManualClock
):
    past = journal.append(MarkRecord(at=AT - timedelta(days=90), words="=Deadlift\nPR"))
    now = clock.now()
    begun = journal.append(MarkRecord(at=now, words="A walk every day", compares=True))
    clock.advance(86400 * 20)
    journal.revise(begun.record_id, replace(begun.record, words="A walk"))
    assert tables(journal)["marks"] == [
        {
            "mark_id": past.record_id,
            "day": "2026-02-03",
            "marked_on": "2026-03-04",
            "words": "'=Deadlift PR",
            "compares": "no",
        },
        {
            "mark_id": begun.record_id,
            "day": "2026-03-04",
            "marked_on": "2026-03-04",
            "words": "A walk",
            "compares": "yes",
        },
    ]


# -- what a person wrote --------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["=1+1", "+49 30", "-2 kg", "@Anna", "\tx", "\rx", "="])
def test_what_begins_like_a_formula_gets_an_apostrophe(text: str):
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "4 - 2", "'=1", " =1", "a\n=1", "1+1"])
def test_nothing_else_does(text: str):
    assert safe(text) == text


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(SPECIAL)))
@example(list(SPECIAL))
@example(['"', '""', ",", "\r\n", "\n", "\r", '"\n"', "\x00", "a\r", "\ufeff"])
def test_a_reader_of_csv_gives_every_note_back(notes: list[str]):
    with (
        TemporaryDirectory() as folder,
        Journal.open(Path(folder) / "journal.sqlite3", ManualClock()) as journal,
    ):
        for number, note in enumerate(notes):
            at = AT + timedelta(minutes=number)
            journal.append(pain(4, at=at, note=note))
            journal.append(session(started_at=at, note=note))
            journal.append(MarkRecord(at=at, words=note))
        found = tables(journal)
        wanted = [safe(note) for note in notes]
        assert [row["note"] for row in found["entries"]] == wanted
        assert [row["note"] for row in found["sessions"]] == wanted
        assert not any(
            cell.startswith(("=", "+", "-", "@", "\t", "\r"))
            for rows in found.values()
            for row in rows
            for cell in row.values()
        )


def test_half_a_letter_does_not_stop_it(journal: Journal):
    journal.append(pain(4, note="half \ud83d of it"))
    (row,) = tables(journal)["entries"]
    assert row["note"] == "half ? of it"
