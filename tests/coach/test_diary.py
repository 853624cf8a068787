"""The journal as a diary: days, gaps, what stands alone, and reading it in parts."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.coach.diary import (
    GAP,
    SHOWN,
    Day,
    Shown,
    day_heading,
    days_of,
    facts,
    gap_words,
    note_of,
    read_part,
    stands_alone,
    state_words,
    title,
)
from recovery_coach.journal import (
    BackgroundRecord,
    CheckRecord,
    Entry,
    ImpactRecord,
    Journal,
    MarkRecord,
    Record,
    SeenRecord,
)
from recovery_coach.redflags.model import LEVELS
from tests.journal.make import hurt, one_set, pain, session

ZONE = timezone(timedelta(hours=1))
NOON = datetime(2026, 3, 4, 12, 0, tzinfo=ZONE)
TODAY = NOON.date()


def entry(days: float = 0, hours: float = 0, day: date | None = None) -> Entry[Record]:
    at = NOON - timedelta(days=days, hours=hours)
    return Entry(
        record_id=f"{days}-{hours}",
        version_id="v",
        day=day or at.date(),
        record=pain(at=at),
        written_at=at,
    )


def pain_at(journal: Journal, days: float, **changes: object) -> Entry[Record]:
    return journal.append(pain(at=NOON - timedelta(days=days), **changes))


def shown(days: Sequence[Day]) -> list[str]:
    return [one.record_id for day in days for one in day.entries]


# -- days and gaps -----------------------------------------------------------------------------


def test_days_and_entries_come_newest_first():
    first, second, older = entry(hours=1), entry(hours=3), entry(days=1)
    days = days_of([older, second, first])
    assert [day.day for day in days] == [TODAY, TODAY - timedelta(days=1)]
    assert days[0].entries == (first, second)


@pytest.mark.parametrize(("days", "gap"), [(1, 0), (3, 0), (4, 3), (6, 5), (400, 399)])
def test_a_gap_counts_the_days_between(days: int, gap: int):
    newer, older = days_of([entry(), entry(days=days)])
    assert (newer.gap, older.gap) == (0, gap)


def test_the_first_day_has_a_gap_only_below_another():
    assert days_of([entry(days=9)])[0].gap == 0
    assert days_of([entry(days=9)], above=TODAY)[0].gap == 8


def test_an_entry_stands_on_the_day_it_belongs_to():
    moved = entry(day=TODAY - timedelta(days=2))
    days = days_of([moved, entry(days=1)])
    assert [day.day for day in days] == [TODAY - timedelta(days=1), TODAY - timedelta(days=2)]


@given(st.lists(st.integers(0, 60), max_size=30))
def test_no_entry_is_lost_and_gaps_add_up(ages: list[int]):
    entries = [entry(days=age, hours=index / 100) for index, age in enumerate(ages)]
    days = days_of(entries)
    assert sorted(shown(days)) == sorted(one.record_id for one in entries)
    assert [day.day for day in days] == sorted({one.day for one in entries}, reverse=True)
    for above, below in itertools.pairwise(days):
        between = (above.day - below.day).days - 1
        assert below.gap == (between if between >= GAP else 0)


# -- what has a line of its own ----------------------------------------------------------------


def test_a_number_of_a_session_that_is_there_is_told_with_it():
    assert not stands_alone(pain(session="s"), lambda name: name == "s")
    assert stands_alone(pain(session="s"), lambda name: False)
    assert stands_alone(pain(), lambda name: True)
    assert stands_alone(session(), lambda name: True)


def test_the_numbers_of_a_deleted_session_stand_alone(journal: Journal):
    journal.append(session(started_at=NOON), record_id="s")
    number = pain_at(journal, 0, source="before", session="s")
    assert shown(read_part(journal).days) == ["s"]
    deleted = journal.delete("s")
    assert shown(read_part(journal).days) == [number.record_id]
    journal.undo(deleted.version_id)
    assert shown(read_part(journal).days) == ["s"]


def test_a_session_of_an_evening_has_its_number_of_after_midnight(journal: Journal):
    journal.append(session(started_at=NOON.replace(hour=23)), record_id="s")
    pain_at(journal, -0.51, source="after", session="s")
    part = read_part(journal)
    assert shown(part.days) == ["s"]
    assert not part.more


def test_the_number_is_told_with_its_session_though_that_is_read_later(journal: Journal):
    journal.append(session(started_at=NOON - timedelta(days=1)), record_id="s")
    pain_at(journal, 0, source="after", session="s")
    assert shown(read_part(journal, step=1).days) == ["s"]


def test_the_morning_after_is_an_entry_of_its_own_day(journal: Journal):
    journal.append(session(started_at=NOON - timedelta(days=1)), record_id="s")
    morning = pain_at(journal, 0, source="morning", session="s")
    assert shown(read_part(journal).days) == [morning.record_id, "s"]


def test_every_kind_has_its_place_but_sets_and_hurts_which_belong_to_sessions(journal: Journal):
    one_of_each(journal)
    journal.append(one_set("s", at=NOON))
    journal.append(hurt("s", at=NOON))
    kinds = {one.record.kind for day in read_part(journal).days for one in day.entries}
    assert kinds == {"pain", "session", "check", "seen", "impact", "background", "mark"}


def one_of_each(journal: Journal) -> None:
    pain_at(journal, 0)
    journal.append(session(started_at=NOON - timedelta(days=9)))
    journal.append(CheckRecord(at=NOON, full=True, level="none", rules=1))
    journal.append(SeenRecord(at=NOON, seen_on="2026-03-04", exercise_fine="yes"))
    journal.append(ImpactRecord(at=NOON))
    journal.append(BackgroundRecord(at=NOON))
    journal.append(MarkRecord(at=NOON, words="Week off"))


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("sessions", {"session"}),
        ("pain", {"pain", "impact"}),
        ("checks", {"check", "seen", "background"}),
        ("marks", {"mark"}),
    ],
)
def test_some_kinds_by_themselves_and_then_no_gap_is_claimed(
    journal: Journal, name: Shown, kinds: set[str]
):
    one_of_each(journal)
    pain_at(journal, 30)
    part = read_part(journal, kinds=SHOWN[name])
    assert {one.record.kind for day in part.days for one in day.entries} == kinds
    assert all(day.gap == 0 for day in part.days)


# -- in parts ----------------------------------------------------------------------------------


def test_an_empty_journal_has_no_days(journal: Journal):
    part = read_part(journal)
    assert part.days == ()
    assert not part.more
    assert part.lines == 0


@pytest.mark.parametrize("step", [1, 2, 3, 7, 100])
def test_the_parts_together_are_the_whole(journal: Journal, step: int):
    for index in range(20):
        pain_at(journal, index // 3 * 5, note=str(index))
        if index % 4 == 0:
            journal.append(session(started_at=NOON - timedelta(days=index, hours=2)))
    whole = read_part(journal, step=1000)
    days: list[Day] = []
    more = True
    while more:
        last = days[-1].day if days else None
        part = read_part(journal, last, last, step)
        assert part.lines >= step or not part.more
        days += part.days
        more = part.more
    assert tuple(days) == whole.days
    assert not whole.more


def test_a_day_is_never_torn_apart(journal: Journal):
    for index in range(9):
        pain_at(journal, index / 100)
    pain_at(journal, 3)
    part = read_part(journal, step=2)
    assert part.lines == 9
    assert part.more


def test_what_is_damaged_is_passed_over_and_counted(journal: Journal):
    kept = pain_at(journal, 0)
    journal._connection.execute("DROP TRIGGER version_is_not_changed")
    broken = pain_at(journal, 1)
    journal._connection.execute(
        "UPDATE version SET body = '{' WHERE record_id = ?", (broken.record_id,)
    )
    assert shown(read_part(journal).days) == [kept.record_id]
    assert journal.damaged == 1


# -- in words ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 3, 4), "Today, Wednesday 4 March"),
        (date(2026, 3, 3), "Yesterday, Tuesday 3 March"),
        (date(2026, 3, 2), "Monday 2 March"),
        (date(2025, 12, 31), "Wednesday 31 December 2025"),
        (date(2026, 3, 5), "Thursday 5 March"),
    ],
)
def test_a_heading_has_the_year_where_it_is_another(day: date, text: str):
    assert day_heading(day, TODAY) == text


def test_yesterday_may_be_of_another_year():
    heading = day_heading(date(2025, 12, 31), date(2026, 1, 1))
    assert heading == "Yesterday, Wednesday 31 December 2025"


def test_a_gap_is_said_and_no_more():
    assert gap_words(5) == "5 days without entries"


@pytest.mark.parametrize(
    ("record", "line"),
    [
        (pain(3), ("Pain 3 of 10", "")),
        (pain(3, source="terminal"), ("Pain 3 of 10", "from the terminal")),
        (
            session(state="finished", active_seconds=500, pain_before=4, pain_after=0, effort=0),
            ("Warmup", "8 min · pain 4 → 0 · effort 0"),
        ),
        (
            session(state="stopped", active_seconds=100, pain_before=4),
            ("Warmup", "2 min · stopped early · pain 4 before"),
        ),
        (session(state="kept", pain_after=2), ("Warmup", "interrupted, kept · pain 2 after")),
        (session(), ("Warmup", "under way")),
    ],
)
def test_an_entry_in_two_lines(record: Record, line: tuple[str, str]):
    assert (title(record), facts(record)) == line


@pytest.mark.parametrize(
    ("record", "line"),
    [
        (pain(None, at=NOON), ("Check-in", "")),
        (pain(None, at=NOON, leg_nrs=3), ("Leg pain 3 of 10", "")),
        (pain(0, at=NOON, leg_nrs=3, worst_nrs=7), ("Pain 0 of 10", "leg 3 · worst 7")),
        (
            pain(
                6,
                at=NOON,
                source="flare",
                regions=("lowback_mid=6", "knee_L"),
                qualities=("stiff",),
            ),
            ("Pain 6 of 10", "a bad day · Low back, centre 6 · Knee, left · stiff"),
        ),
        (pain(2, at=NOON, source="morning", session="s"), ("Pain 2 of 10", "the morning after")),
        (
            CheckRecord(at=NOON, full=True, answers=("fever=no",), level="urgent", rules=1),
            ("Check: see a professional today", "1 answer"),
        ),
        (
            CheckRecord(
                at=NOON,
                full=False,
                answers=("current_nrs=8",),
                level="urgent",
                rules=1,
                asked=False,
            ),
            ("Check: see a professional today", "from what was entered"),
        ),
        (
            CheckRecord(at=NOON, full=True, level="beyond", rules=9),
            ("Check: beyond", "0 answers"),
        ),
        (
            SeenRecord(at=NOON, seen_on="2026-03-02", exercise_fine="yes"),
            ("Seen by a professional", "on Monday 2 March · told that exercise is fine"),
        ),
        (
            SeenRecord(at=NOON, seen_on="2026-03-04", exercise_fine="no"),
            ("Seen by a professional", "not told that exercise is fine"),
        ),
        (
            SeenRecord(at=NOON, seen_on="last week", exercise_fine="unsure"),
            ("Seen by a professional", "unsure about exercise"),
        ),
        (
            ImpactRecord(at=NOON, pain=3, enjoyment=2, activity=5),
            ("Week: 3.3 of 10", "pain 3 · enjoyment 2 · activity 5"),
        ),
        (ImpactRecord(at=NOON, pain=0), ("Week: not all answered", "pain 0")),
        (
            BackgroundRecord(at=NOON, answers=("age_band=26-49",), codes=("FLEX",)),
            ("Health background changed", "1 answer · 1 caution"),
        ),
        (MarkRecord(at=NOON, words="Deadlift\n PR"), ("Deadlift PR", "a day to remember")),
        (
            MarkRecord(at=NOON, words="A walk every day", compares=True),
            (
                "A walk every day",
                "from this day on · the two weeks before and after are compared",
            ),
        ),
        (MarkRecord(at=NOON, words=" "), ("A marked day", "a day to remember")),
    ],
)
def test_every_kind_in_two_lines(record: Record, line: tuple[str, str]):
    assert (title(record), facts(record)) == line


@pytest.mark.parametrize("level", LEVELS)
def test_no_check_is_named_by_a_word_that_reassures(level: str):
    said = title(CheckRecord(at=NOON, full=True, level=level, rules=1)).lower()
    assert not any(word in said for word in ("fine", "just", "worry", "normal", "safe"))
    assert level in ("emergency", "urgent", "book", "none") or "professional" not in said


def test_a_note_is_one_line_and_only_where_a_kind_has_one():
    assert note_of(pain(note="one\n two ")) == "one two"
    assert note_of(SeenRecord(at=NOON, seen_on="", exercise_fine="no", note="Dr. W")) == "Dr. W"
    assert note_of(ImpactRecord(at=NOON)) == ""


def test_a_state_of_a_later_program_is_shown_as_it_is():
    assert state_words("dreamt") == "dreamt"
