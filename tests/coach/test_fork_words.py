"""What two computers made of one entry, in words."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from recovery_coach.coach.fork_words import Question, question_of, where_words
from recovery_coach.journal import Entry, Record
from recovery_coach.journal.forks import Fork
from tests.journal.make import AT, pain, session


def head(name: str, record: Record, device: str = "here", **changes: object) -> Entry[Record]:
    values: dict[str, object] = {"day": AT.date(), "written_at": AT + timedelta(hours=1), **changes}
    return Entry(record_id="r", version_id=name, record=record, device=device, **values)  # type: ignore[arg-type]


def asked(shown: Entry[Record], *others: Entry[Record]) -> Question:
    return question_of(Fork("r", shown, others), "here")


def test_what_differs_is_set_against_each_other() -> None:
    question = asked(
        head("a", pain(5, leg_nrs=2, stress=3)),
        head("b", pain(7, leg_nrs=2, regions=("knee_L=4",)), "there"),
    )
    first, second = question.sides
    assert first.title == "Pain 5 of 10"
    assert second.title == "Pain 7 of 10"
    assert first.differs == (("Number", "5"), ("Knee, left", "–"), ("Stress", "3"))
    assert second.differs == (("Number", "7"), ("Knee, left", "4"), ("Stress", "–"))


def test_of_three_each_has_a_line_for_all_that_differs_anywhere() -> None:
    question = asked(head("a", pain(5)), head("b", pain(5, stress=3), "b"), head("c", pain(6), "c"))
    assert [dict(side.differs) for side in question.sides] == [
        {"Stress": "–", "Number": "5"},
        {"Stress": "3", "Number": "5"},
        {"Stress": "–", "Number": "6"},
    ]


def test_a_note_is_told_in_full_and_once() -> None:
    question = asked(head("a", pain(5, note="After\nlunch")), head("b", pain(5), "there"))
    assert [side.note for side in question.sides] == ["After lunch", ""]
    assert all(side.differs == () for side in question.sides)


def test_another_day_is_told() -> None:
    question = asked(head("a", pain(5)), head("b", pain(5), "there", day=date(2026, 5, 2)))
    assert [dict(side.differs) for side in question.sides] == [
        {"Day": "Monday 4 May"},
        {"Day": "Saturday 2 May"},
    ]


def test_one_that_was_deleted_is_not_compared() -> None:
    question = asked(head("a", pain(4), "there", deleted=True), head("b", pain(5)))
    gone, kept = question.sides
    assert gone.deleted
    assert gone.title == "Pain 4 of 10"
    assert (gone.differs, kept.differs) == ((), ())


def test_a_session_is_told_by_what_a_person_gave() -> None:
    question = asked(
        head("a", session(state="finished", effort=4)),
        head("b", session(state="finished", effort=7), "there"),
    )
    assert [dict(side.differs) for side in question.sides] == [{"Effort": "4"}, {"Effort": "7"}]
    assert question.moment == datetime.fromisoformat("2026-05-04T18:05:00+02:00")


@pytest.mark.parametrize(
    ("shown", "device", "words"),
    [
        (True, "here", "Shown now · from this computer"),
        (True, "there", "Shown now · from another"),
        (False, "here", "From this computer"),
        (False, "there", "From another computer"),
    ],
)
def test_where_it_comes_from(shown: bool, device: str, words: str) -> None:
    one, other = head("a", pain(1), device), head("b", pain(2), "elsewhere")
    sides = asked(one, other).sides if shown else asked(other, one).sides
    assert where_words(sides[0 if shown else 1]) == words
