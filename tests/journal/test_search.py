"""What a search asks the journal: what was written after a mark, each record as it is now."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from recovery_coach.journal import Entry, Journal, PainEntry, Record, SessionRecord
from tests.journal.make import AT, one_set, pain, session

KINDS = (PainEntry, SessionRecord)


def written(journal: Journal, mark: int = 0, limit: int = 100) -> tuple[list[str], int]:
    entries, mark = journal.written_after(mark, KINDS, limit)
    return [told(entry) for entry in entries], mark


def told(entry: Entry[Record]) -> str:
    note = entry.record.note if isinstance(entry.record, PainEntry | SessionRecord) else ""
    return f"-{note}" if entry.deleted else note


def test_in_the_order_of_writing_and_other_kinds_left_out(journal: Journal):
    journal.append(pain(note="second", at=AT))
    journal.append(session(note="first", started_at=AT - timedelta(days=9)))
    journal.append(one_set("s"))
    assert written(journal)[0] == ["second", "first"]


def test_part_by_part_until_nothing_is_left(journal: Journal):
    for number in range(5):
        journal.append(pain(note=str(number)))
    found, mark = [], 0
    while True:
        some, after = written(journal, mark, limit=2)
        found += some
        if after == mark:
            break
        mark = after
    assert found == ["0", "1", "2", "3", "4"]


def test_a_record_stands_there_once_as_it_is_now(journal: Journal):
    identifier = journal.append(pain(note="was")).record_id
    _, mark = written(journal)
    journal.append(pain(note="other"))
    journal.revise(identifier, pain(note="is"))
    assert written(journal)[0] == ["other", "is"]
    assert written(journal, mark)[0] == ["other", "is"]
    journal.delete(identifier)
    assert written(journal)[0] == ["other", "-is"]


def test_a_damaged_one_is_passed_over_and_not_asked_for_again(journal: Journal):
    journal.append(pain(note="good"))
    broken = journal.append(pain(note="bad")).record_id
    journal._connection.execute("DROP TRIGGER version_is_not_changed")
    journal._connection.execute("UPDATE version SET body = '{' WHERE record_id = ?", (broken,))
    found, mark = written(journal)
    assert found == ["good"]
    assert written(journal, mark) == ([], mark)
    assert journal.damaged == 1


# -- the days there are ------------------------------------------------------------------------


def test_days_of_some_kinds_the_newest_first_one_for_each_record(journal: Journal):
    for days in (0, 0, 3):
        journal.append(pain(at=AT - timedelta(days=days)))
    journal.append(session(started_at=AT - timedelta(days=1)))
    journal.append(one_set("s", at=AT + timedelta(days=1)))
    today = AT.date()
    both = [today, today, today - timedelta(days=1), today - timedelta(days=3)]
    assert journal.days(KINDS, 9) == both
    assert journal.days(KINDS, 3) == both[:3]
    assert journal.days((SessionRecord,), 9) == both[2:3]
    assert journal.days(KINDS, 9, before=today) == both[2:]


def test_a_day_is_the_one_a_record_was_put_on_and_deleted_ones_have_none(journal: Journal):
    journal.append(pain(), day=date(2026, 1, 1))
    journal.delete(journal.append(pain()).record_id)
    assert journal.days(KINDS, 9) == [date(2026, 1, 1)]


@pytest.mark.parametrize("day", ["someday", ""])
def test_a_day_that_cannot_be_read_is_left_out(journal: Journal, day: str):
    journal.append(pain(), day=date(2026, 1, 1))
    journal.append(pain(), day=date(2026, 1, 2))
    journal._connection.execute("UPDATE current SET day = ? WHERE day = '2026-01-02'", (day,))
    assert journal.days(KINDS, 9) == [date(2026, 1, 1)]
