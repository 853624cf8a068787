"""What a person says of their health: kept with its day, taken out again, asked again in time."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import get_args

import pytest

from recovery_coach.coach.background import (
    HOLDS_FOR,
    SETTABLE,
    VALUES,
    Background,
    answer,
    background_of,
    read_background,
    set_code,
)
from recovery_coach.journal import BackgroundRecord, Journal
from recovery_coach.library.models import Caution
from tests.fakes import ManualClock


def test_nothing_is_known_before_anything_is_said(journal: Journal, clock: ManualClock):
    assert read_background(journal, clock.now()) == Background()
    assert read_background(None, clock.now()) == Background()


def test_an_answer_is_kept_with_its_day(journal: Journal, clock: ManualClock):
    answer(journal, "cancer_history", "yes", clock.now())
    clock.advance(3 * 86400)
    answer(journal, "age_band", "26-49", clock.now())
    found = read_background(journal, clock.now())
    assert found.answers == {"cancer_history": "yes", "age_band": "26-49"}
    assert found.since == {"cancer_history": date(2026, 3, 4), "age_band": date(2026, 3, 7)}


def test_it_is_one_record_in_versions(journal: Journal, clock: ManualClock):
    answer(journal, "cancer_history", "yes", clock.now())
    answer(journal, "cancer_history", "no", clock.now())
    set_code(journal, "KNE", True, clock.now())
    (entry,) = journal.latest(BackgroundRecord, 9)
    assert len(journal.history(entry.record_id)) == 3
    assert entry.record.answers == ("cancer_history=no@2026-03-04",)
    assert entry.record.codes == ("KNE",)


def test_an_answer_is_taken_out_again(journal: Journal, clock: ManualClock):
    answer(journal, "pregnancy", "yes", clock.now())
    answer(journal, "osteoporosis", "no", clock.now())
    answer(journal, "pregnancy", None, clock.now())
    assert read_background(journal, clock.now()).answers == {"osteoporosis": "no"}


def test_a_change_is_taken_back(journal: Journal, clock: ManualClock):
    answer(journal, "pregnancy", "yes", clock.now())
    then = set_code(journal, "ROT", True, clock.now())
    journal.undo(then)
    assert read_background(journal, clock.now()).codes == {"PRE": "background"}


def test_the_record_of_another_device_counts_where_it_is_newer(
    journal: Journal, clock: ManualClock
):
    answer(journal, "osteoporosis", "yes", clock.now())
    clock.advance(60)
    journal.append(BackgroundRecord(at=clock.now(), answers=("osteoporosis=no",), codes=("ROT",)))
    assert read_background(journal, clock.now()).answers == {"osteoporosis": "no"}
    clock.advance(60)
    set_code(journal, "EXT", True, clock.now())  # goes on with the newer one
    assert read_background(journal, clock.now()).chosen == ("EXT", "ROT")


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("infection_3m", 92),
        ("vein_drugs_3m", 92),
        ("spinal_procedure_3m", 92),
        ("pregnancy", 304),
    ],
)
@pytest.mark.parametrize("value", ["yes", "no"])
def test_what_grows_old_holds_no_more_and_is_asked_again(
    journal: Journal, clock: ManualClock, name: str, days: int, value: str
):
    answer(journal, name, value, clock.now())
    last = clock.now() + timedelta(days=days)
    assert read_background(journal, last).answers == {name: value}
    found = read_background(journal, last + timedelta(days=1))
    assert (found.answers, found.outdated) == ({}, {name: value})
    assert found.since == {name: date(2026, 3, 4)}
    assert found.codes == {}


def test_everything_else_stays(journal: Journal, clock: ManualClock):
    for name, values in VALUES.items():
        answer(journal, name, values[0], clock.now())
    later = clock.now() + timedelta(days=4000)
    assert read_background(journal, later).answers.keys() == VALUES.keys() - HOLDS_FOR.keys()


def test_answered_anew_it_holds_again(journal: Journal, clock: ManualClock):
    answer(journal, "infection_3m", "yes", clock.now())
    clock.advance(100 * 86400)
    answer(journal, "infection_3m", "yes", clock.now())
    assert read_background(journal, clock.now()).answers == {"infection_3m": "yes"}


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("osteoporosis", "yes", "BON"),
        ("steroid_tablets", "present_long_term", "BON"),
        ("steroid_tablets", "past", "BON"),
        ("pregnancy", "yes", "PRE"),
    ],
)
def test_some_codes_follow_from_an_answer(
    journal: Journal, clock: ManualClock, name: str, value: str, code: str
):
    answer(journal, name, "no", clock.now())
    assert read_background(journal, clock.now()).codes == {}
    answer(journal, name, value, clock.now())
    assert read_background(journal, clock.now()).codes == {code: "background"}
    set_code(journal, code, True, clock.now())
    assert read_background(journal, clock.now()).codes == {code: "set"}


def test_a_person_sets_all_codes_but_two():
    assert set(SETTABLE) == {*get_args(Caution)} - {"ACU", "EQP"}


NOW = datetime.fromisoformat("2026-11-22T10:00:00+01:00")


def test_what_cannot_be_read_is_unknown():
    record = BackgroundRecord(
        at=NOW,
        answers=("osteoporosis=perhaps", "shoe_size=43", "pregnancy=yes@soon", "=", "fever"),
        codes=("ROT", "EQP", "NEW"),
    )
    found = background_of(record, NOW)
    assert found.answers == {"pregnancy": "yes"}
    assert found.since == {"pregnancy": NOW.date()}
    assert found.chosen == ("ROT",)


def test_what_a_newer_program_wrote_is_kept(journal: Journal, clock: ManualClock):
    journal.append(BackgroundRecord(at=clock.now(), answers=("shoe_size=43",), codes=("NEW",)))
    answer(journal, "osteoporosis", "no", clock.now())
    set_code(journal, "ROT", True, clock.now())
    (entry,) = journal.latest(BackgroundRecord, 9)
    assert "shoe_size=43" in entry.record.answers
    assert entry.record.codes == ("NEW", "ROT")
