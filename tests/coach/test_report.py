"""What a report for a clinician says, held against the records it is made from."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from statistics import median

import pytest

from recovery_coach.base.paths import find_resources
from recovery_coach.coach.own_words import excerpt, isolated, tidy
from recovery_coach.coach.report import (
    SECTIONS,
    Report,
    SectionId,
    Wish,
    as_json,
    file_name,
    lines_of,
    usual_wish,
)
from recovery_coach.coach.reporting import make_report
from recovery_coach.insight.plain import Span
from recovery_coach.journal import (
    CheckRecord,
    HurtRecord,
    ImpactRecord,
    Journal,
    MarkRecord,
    PainEntry,
    Record,
    SeenRecord,
    SessionRecord,
    answer_texts,
)
from recovery_coach.library.cache import load_cached
from recovery_coach.library.loader import Library
from tests.checks import all_none
from tests.fakes import ManualClock

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=timezone(timedelta(hours=1)))
TODAY = NOW.date()


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("library")
    return load_cached(find_resources(), folder / "own", folder / "cache")


@pytest.fixture
def journal(tmp_path: Path):
    with Journal.open(tmp_path / "journal.sqlite3", ManualClock(NOW)) as opened:
        yield opened


def at(days_ago: int, hour: int = 8) -> datetime:
    return NOW.replace(hour=hour) - timedelta(days=days_ago)


def pain(days_ago: int, nrs: int | None = None, hour: int = 8, **fields) -> PainEntry:
    return PainEntry(nrs=nrs, at=at(days_ago, hour), source="checkin", **fields)


def session(days_ago: int, **fields) -> SessionRecord:
    values = {
        "routine": "core_stability",
        "routine_name": "Core stability",
        "started_at": at(days_ago, 17),
        "ended_at": at(days_ago, 18),
        "state": "finished",
        "planned_seconds": 1020,
        "active_seconds": 900,
        "steps_total": 6,
        "segments_total": 40,
    }
    return SessionRecord(**{**values, **fields})


def report(journal: Journal, library: Library, *records: Record, **wish) -> Report:
    for record in records:
        journal.append(record)
    usual = usual_wish(TODAY)
    chosen = {"span": usual.span, **wish}
    return make_report(journal, library, Wish(**chosen), NOW)


def part(made: Report, name: SectionId) -> dict[str, str]:
    (found,) = (one for one in made.parts if one.id == name)
    return {line.label: line.text for line in found.lines}


# -- days and numbers --------------------------------------------------------------------------


def test_without_anybody_saying_it_is_about_six_weeks(journal: Journal, library: Library):
    made = report(journal, library)
    assert made.title == "Pain diary, 13 October to 23 November 2026"
    assert made.span.days == 42


def test_days_missing_are_admitted(journal: Journal, library: Library):
    there = [pain(days, 3) for days in range(42) if days not in (5, 20, 21, 22)]
    made = report(journal, library, *there)
    assert made.coverage == ("38 of 42 days have a number. Missing: 1 to 3 November, 18 November.")


def test_of_many_gaps_the_longest_is_told(journal: Journal, library: Library):
    there = [pain(days, 3) for days in range(0, 42, 2) if days not in (10, 12)]
    there.append(pain(41, 3))
    made = report(journal, library, *there)
    assert made.coverage == (
        "20 of 42 days have a number. 22 days missing in 18 gaps,"
        " the longest from 10 to 14 November."
    )


def test_days_before_the_diary_are_not_missing(journal: Journal, library: Library):
    made = report(journal, library, *(pain(days, 3) for days in range(10)))
    assert made.coverage == "The diary begins on 14 November. 10 of 10 days have a number."


def test_the_numbers_that_are_seen_first(journal: Journal, library: Library):
    scores = [4, 6, 3, 5, 2, 4, 4, 7, 1, 3]
    entries = [pain(days, score) for days, score in enumerate(scores)]
    made = report(journal, library, *entries, pain(0, 2, hour=7), pain(4, None, worst_nrs=9))
    last, middle, worst = made.numbers
    assert (last.value, last.note) == ("4", "23 November, 08:00")
    # The first day has two numbers, and counts by their median, 3.
    days = sorted([3, 6, 3, 5, 2, 4, 4, 7, 1, 3])
    assert middle.value == f"{median(days):g}"
    assert middle.note == f"interval {days[1]} to {days[-2]}, 10 days"
    assert (worst.value, worst.note) == ("9", "19 November")


def test_under_six_days_there_is_no_interval(journal: Journal, library: Library):
    made = report(journal, library, *(pain(days, 3) for days in range(5)))
    assert made.numbers[1].note == "5 days, too few for an interval"


def test_what_was_not_answered_is_said_to_be(journal: Journal, library: Library):
    made = report(journal, library, pain(1, 3))
    assert part(made, "pain") == dict.fromkeys(
        ("Leg", "Stiff in the morning", "Woken at night", "Sleep"), "not answered"
    )


def test_leg_mornings_and_nights(journal: Journal, library: Library):
    made = report(
        journal,
        library,
        pain(1, 3, leg_nrs=2, runs_down="below_knee", stiff_minutes=20, woke=True, sleep_hours=5.5),
        pain(2, 3, leg_nrs=5, runs_down="thigh", stiff_minutes=40, woke=False, sleep_hours=7.5),
        pain(3, 3, leg_nrs=3, runs_down="below_knee", woke=False),
    )
    assert part(made, "pain") == {
        "Leg": "median 3 of 10, highest 5 (3 days); runs down below the knee on 2 days;"
        " runs down to the thigh on 1 day",
        "Stiff in the morning": "median 30 min, longest 40 min (2 days)",
        "Woken at night": "1 of 3 nights that were answered",
        "Sleep": "median 6.5 h (2 nights)",
    }


def test_where_it_was_marked_and_the_words_for_it(journal: Journal, library: Library):
    made = report(
        journal,
        library,
        pain(1, 3, regions=("lowback_L=4", "buttock_L"), qualities=("tight", "stiff")),
        pain(1, 3, hour=20, regions=("lowback_L=2",), qualities=("tight",)),
        pain(2, 3, regions=("lowback_L",), qualities=("tight",)),
    )
    assert made.body == {"lowback_L": 2, "buttock_L": 1}
    assert part(made, "body") == {
        "Marked, in days": "Low back beside the spine, left 2, Buttock, left 1",
        "Words for it, in days": "Tight 2, Stiff 1",
    }


# -- warning signs -------------------------------------------------------------------------------


def test_that_nobody_asked_is_admitted(journal: Journal, library: Library):
    lines = [str(line) for one in report(journal, library).parts for line in one.lines]
    assert "No check of warning signs was answered in these days." in lines
    assert "Seen by a professional: no visit written down in these days" in lines


def test_signs_stand_in_full_and_the_rest_is_counted(journal: Journal, library: Library):
    answers = {**all_none(), "fever": "yes"}
    answers.pop("collapse")
    check = CheckRecord(
        at=at(2),
        full=True,
        answers=answer_texts(answers),
        level="urgent",
        reasons=("U-01",),
        rules=1,
    )
    seen = SeenRecord(at=at(1), seen_on="2026-11-22", exercise_fine="no")
    found = part(report(journal, library, check, seen), "flags")
    assert found["Check, 21 November 08:00"].startswith("See a professional today.")
    assert found["Check, 21 November 08:00"].endswith("Full check, rules version 1.")
    assert "Yes" in found.values()
    (harmless,) = (text for label, text in found.items() if label.startswith("Answered with"))
    assert "Right now, or in the last day (3 of 4)" in harmless
    assert "Right now, or in the last day (1 of 4)" in found["Not asked or not answered"]
    assert found["Seen by a professional"] == "22 November: not told that exercise is fine"


def test_a_level_that_an_entry_brought_about_is_told(journal: Journal, library: Library):
    held = CheckRecord(at=at(3), full=False, level="urgent", rules=1, asked=False)
    lines = [line.text for line in report(journal, library, held).parts[2].lines]
    assert "1 entry brought about a level by itself, last on 20 November" in lines


# -- what was done -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ([(4, 3), (5, 3), (4, 4)], "3 sessions, after 0, −2, −1 (n=3)"),
        ([(5, 3)] * 5 + [(4, 5)] * 2, "7 sessions, after −2 (−2 to +1, very few, n=7)"),
        ([(5, 3)] * 5 + [(4, 4)] * 5, "10 sessions, after −1 (−2 to 0, n=10)"),
    ],
)
def test_what_followed_is_told_with_its_n(
    journal: Journal, library: Library, changes: list[tuple[int, int]], told: str
):
    sessions = [
        session(days, pain_before=before, pain_after=after)
        for days, (before, after) in enumerate(changes, start=2)
    ]
    hurt = HurtRecord(
        session="s", segment=1, exercise="bird_dog", set=1, score=4, action="skip", at=at(2)
    )
    found = part(report(journal, library, *sessions, hurt), "response")
    assert found["Core stability"] == told
    assert found["It hurt in"] == "Bird dog 1 time, up to 4"


def test_sessions_trainings_and_load(journal: Journal, library: Library):
    made = report(
        journal,
        library,
        session(2, effort=4),
        session(3, state="stopped"),
        *(
            pain(days, 3, training="trained", lifts=("deadlift",), training_minutes=60, effort=7)
            for days in (1, 8, 15, 22, 29)
        ),
    )
    found = part(made, "sessions")
    assert found["Guided sessions"] == "2 on 2 days: Core stability 2; 1 ended early"
    assert found["Other training"] == "on 5 days: deadlift 5"
    load = 60 * 7 + 15 * 4
    assert found["Load"].startswith(f"last 7 full days {load} (effort × minutes)")


def test_what_was_taken_stands_by_its_days(journal: Journal, library: Library):
    entries = [pain(days, 3, taken=("medicine",)) for days in (1, 2, 3, 9)]
    found = part(report(journal, library, *entries, pain(4, 3, taken=("heat",))), "taken")
    assert found == {
        "Medicine": "on 4 days (14 November, 20 to 22 November)",
        "Heat": "on 1 day (19 November)",
    }


def test_marked_days_and_what_they_are_compared_with(journal: Journal, library: Library):
    marks = (
        MarkRecord(at=at(20), words="Week off"),
        MarkRecord(at=at(5), words="Daily walks", compares=True),
    )
    found = part(report(journal, library, *marks, pain(1, 3)), "events")
    assert found["3 November"] == "“Week off”"
    assert found["18 November"].startswith("“Daily walks” 14 days before: ")
    assert found["18 November"].endswith("when numbers could already be seen.")
    assert found[""].startswith("Bad spells tend to get better by themselves.")


def test_what_else_changed_stands_beside_a_verdict(tmp_path: Path, library: Library):
    begins = NOW - timedelta(days=20)
    with Journal.open(tmp_path / "journal.sqlite3", ManualClock(begins)) as journal:
        mark = MarkRecord(at=begins, words="Daily walks", compares=True)
        nights = [pain(days, 3, sleep_hours=8.0 if days > 20 else 6.0) for days in range(1, 35)]
        found = part(report(journal, library, mark, *nights), "events")["3 November"]
    assert "Other things changed, too: sleep a night 8 h (14 nights) before, 6 h" in found


def test_weeks_with_and_without_all_their_answers(journal: Journal, library: Library):
    weeks = (
        ImpactRecord(at=at(9), pain=3, enjoyment=2, activity=5),
        ImpactRecord(at=at(2), pain=4),
    )
    assert part(report(journal, library, *weeks), "week") == {
        "14 November": "pain 3, enjoyment 2, activity 5, mean 3.3",
        "21 November": "pain 4, not all answered",
    }


def test_of_many_weeks_those_left_out_are_counted_where_they_are_missing(
    journal: Journal, library: Library
):
    weeks = [ImpactRecord(at=at(7 * n), pain=n) for n in range(6)]
    made = report(journal, library, *weeks)
    (found,) = (one for one in made.parts if one.id == "week")
    assert [line.label or line.text for line in found.lines] == [
        "19 October", "2 weeks between", "9 November", "16 November", "23 November",
    ]  # fmt: skip


def test_what_lies_ahead_does_not_count(journal: Journal, library: Library):
    ahead = Span(TODAY, TODAY + timedelta(days=9))
    made = report(journal, library, pain(-1, 9), pain(0, 2), span=ahead)
    assert made.span == Span(TODAY, TODAY)
    assert [number.value for number in made.numbers] == ["2", "2", "2"]


# -- what is wanted ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SECTIONS)
def test_each_part_can_be_left_out(journal: Journal, library: Library, name: SectionId):
    rest = frozenset(SECTIONS) - {name}
    made = report(journal, library, pain(1, 3, note="Long drive."), sections=rest)
    assert name not in {one.id for one in made.parts}
    assert (made.numbers == ()) is (name == "pain")
    assert (made.chart is None) is (name == "pain")
    assert (made.body is None) is (name == "body")
    assert (made.quotes == ()) is (name == "words")


def test_empty_parts_stand_in_one_line(journal: Journal, library: Library):
    made = report(journal, library)
    assert made.nothing == (
        "Before and after sessions; Sessions and load; Medicine and other means;"
        " Marked days; Weekly questions"
    )
    assert f"Nothing written down: {made.nothing}" in list(lines_of(made))


def test_excerpts_are_by_turns_the_latest_and_those_of_the_highest_numbers(
    journal: Journal, library: Library
):
    scores = {1: 2, 2: 1, 3: 3, 10: 9, 11: 8, 12: 1}
    entries = [pain(days, score, note=f"Note {days}") for days, score in scores.items()]
    made = report(journal, library, *entries)
    assert [one.text for one in made.quotes[:4]] == ["Note 1", "Note 10", "Note 2", "Note 11"]
    assert made.written == 6
    assert made.notes is None


def test_every_note_stands_whole_in_the_appendix_if_wanted(journal: Journal, library: Library):
    long = "word " * 400
    made = report(
        journal,
        library,
        pain(1, 3, note=long),
        session(2, note="Shaky.\n\nBetter later."),
        SeenRecord(at=at(3), seen_on="2026-11-20", exercise_fine="yes", note="All fine."),
        notes=True,
    )
    assert made.notes is not None
    assert [(one.about, one.text) for one in made.notes] == [
        ("20 November, seen by a professional", "All fine."),
        ("21 November, Core stability", "Shaky.\nBetter later."),
        ("22 November, pain 3", long.strip()),
    ]


def test_a_name_stands_in_it_and_is_kept_nowhere(journal: Journal, library: Library):
    before = journal.version_count()
    assert report(journal, library, name="  Ada \n Lovelace ").name == "Ada Lovelace"
    assert journal.version_count() == before


def test_json_has_the_same_keys_whatever_is_in_it(journal: Journal, library: Library):
    empty = as_json(report(journal, library))
    full = as_json(report(journal, library, pain(1, 3, note="Long drive."), notes=True))
    assert empty.keys() == full.keys()
    assert (full["first"], full["last"]) == ("2026-10-13", "2026-11-23")
    assert full["notes"] == [
        {"day": "2026-11-22", "about": "22 November, pain 3", "text": "Long drive."}
    ]


def test_its_file_is_named_by_the_day():
    assert file_name(date(2026, 11, 23)) == "recovery-coach-report-2026-11-23.pdf"


# -- own words -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("short", "short"),
        ("one two three", "one two…"),
        ("onetwothreefour", "onetwothr…"),
        ("a  b\nc", "a b c"),
        ("exactly te", "exactly te"),
    ],
)
def test_an_excerpt_ends_at_a_word(text: str, cut: str):
    assert excerpt(text, 10) == cut


def test_what_cannot_be_printed_is_left_out():
    assert tidy("a\x00b\tc\n\n\u202ed\ud800") == "a b c\nd\N{REPLACEMENT CHARACTER}"


def test_words_from_the_right_stand_by_themselves():
    assert isolated("plain") == "plain"
    assert isolated("שלום") == "\u2068שלום\u2069"
