"""A record is named by the beginning of its id."""

from __future__ import annotations

from recovery_coach.journal import Journal
from tests.journal.make import one_set, pain, session


def test_all_that_begin_so_deleted_ones_too(journal: Journal) -> None:
    for name in ("abc1", "abc2", "b"):
        journal.append(pain(), record_id=name)
    journal.delete("abc2")
    assert journal.ids_beginning("abc", 9) == ["abc1", "abc2"]
    assert journal.ids_beginning("abc", 1) == ["abc1"]
    assert journal.ids_beginning("", 9) == ["abc1", "abc2", "b"]
    assert journal.ids_beginning("%", 9) == journal.ids_beginning("_", 9) == []


def test_a_session_is_meant_and_not_its_sets(journal: Journal) -> None:
    journal.append(session(), record_id="abc")
    journal.append(one_set("abc"), record_id="abc:0")
    assert journal.ids_beginning("ab", 9) == ["abc"]
    assert journal.ids_beginning("abc:", 9) == ["abc:0"]
