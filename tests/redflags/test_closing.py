"""Seen by a professional: the same answer no longer raises its row; new or worse does (5.2, 4)."""

from __future__ import annotations

from typing import Any

import pytest

from recovery_coach.redflags.access import Fine
from recovery_coach.redflags.evaluate import evaluate
from recovery_coach.redflags.model import Value, Verdict
from recovery_coach.redflags.rules import happening
from tests.redflags.answering import NOW, having, hours

SCIATICA: dict[str, Any] = {"runs_from_back": "yes", "below_knee_side": "left"}


def close(answers: dict[str, Value]) -> dict[str, tuple[str, ...]]:
    """What a closing of today notes: every row, with the answers it rested on."""
    return {reason.id: reason.said for reason in evaluate(answers, NOW).reasons}


def after(seen: dict[str, Value], now: dict[str, Value], fine: Fine = "unsure") -> Verdict:
    return evaluate(now, NOW, close(seen), fine)


def test_the_same_answers_are_self_care_from_then_on():
    found = after(having(**SCIATICA), having(**SCIATICA))
    assert found.level == "self-care"
    assert [reason.id for reason in found.reasons] == ["N-04"]
    assert found.seen == ("U-07",)


@pytest.mark.parametrize(
    ("fine", "access"), [("yes", "amber"), ("no", "gentle"), ("unsure", "gentle")]
)
def test_what_was_said_of_exercise_decides_on_routines(fine: Fine, access: str):
    assert after(having(**SCIATICA), having(**SCIATICA), fine).access == access
    strong = having(**SCIATICA, current_nrs=6)
    assert after(strong, strong, fine).access == "gentle"


@pytest.mark.parametrize(
    ("seen", "now"),
    [
        ({"cancer_history": "yes"}, {"cancer_history": "yes"}),
        ({"cancer_history": "yes"}, {"cancer_history": "yes", "current_nrs": 6}),
        ({"current_nrs": 9}, {"current_nrs": 8}),
        ({"leg_numb_side": "left"}, {"leg_numb_side": "left"}),
        ({"saddle_change": "old_unchanged"}, {"saddle_change": "old_unchanged"}),
        (
            {"onset_time": hours(400), "trend": "same"},
            {"onset_time": hours(390), "trend": "same"},
        ),
        ({"regions": ("thoracic_mid", "scapula_L")}, {"regions": ("scapula_L",)}),
        ({"interference": "yes"}, {"interference": "yes"}),
        ({}, {}),
        ({"current_nrs": 5}, {"current_nrs": 3}),
    ],
)
def test_no_worse_is_unchanged(seen: dict[str, Any], now: dict[str, Any]):
    assert after(having(**seen), having(**now)).level == "self-care"


@pytest.mark.parametrize(
    ("seen", "now", "row"),
    [
        ({"current_nrs": 8}, {"current_nrs": 9}, "U-12"),
        ({"current_nrs": 8}, {"current_nrs": 8, "cannot_do_basics": "yes"}, "U-12"),
        ({"leg_numb_side": "left"}, {"leg_numb_side": "right"}, "U-08"),
        ({"leg_numb_side": "left"}, {"leg_numb_side": "both"}, "E-05"),
        ({"saddle_change": "old_unchanged"}, {"saddle_change": "new_or_worse"}, "E-01"),
        (SCIATICA, {**SCIATICA, "below_knee_side": "right"}, "U-07"),
        (SCIATICA, {**SCIATICA, "leg_weakness": "mild"}, "U-08"),
        (
            {"onset_time": hours(400), "trend": "same"},
            {"onset_time": hours(400), "trend": "worse"},
            "B-01",
        ),
        (
            {"onset_time": hours(400), "trend": "same"},
            {"onset_time": hours(340), "trend": "same"},
            "B-03",
        ),
        ({"regions": ("scapula_L",)}, {"regions": ("scapula_L", "thoracic_mid")}, "U-11"),
        ({"pregnancy": "yes"}, {"pregnancy": "yes", "pregnancy_warning": "yes"}, "U-15"),
        ({"episodes_6m": 2}, {"episodes_6m": 3}, "B-04"),
        ({}, {"current_nrs": 5}, "X-01"),
    ],
)
def test_new_or_worse_raises_it_again(seen: dict[str, Any], now: dict[str, Any], row: str):
    assert row in {reason.id for reason in after(having(**seen), having(**now)).reasons}


def test_nothing_is_reassuring_while_a_question_is_open_after_it_as_well():
    found = after(having(**SCIATICA), having("fever", **SCIATICA))
    assert (found.level, found.open) == ("not fully checked", ("fever",))


def test_hours_before_now_stand_for_the_same_moment_a_day_later():
    from datetime import timedelta

    answers = having(onset_time="80h", trend="same")
    closed = {r.id: r.said for r in evaluate(answers, NOW).reasons}
    later = having(onset_time="104h", trend="same")
    assert evaluate(later, NOW + timedelta(days=1), closed).level == "self-care"


def test_what_is_damaged_in_a_closing_closes_nothing():
    for closed in ({"U-07": ("",)}, {"U-07": ("runs_from_back",)}, {"U-07": ()}, {"?": ("a=b",)}):
        assert evaluate(having(**SCIATICA), NOW, closed).level == "urgent"


def test_rows_about_an_event_are_known():
    """A new yes to one of these is a new event: who closes must not close it for good."""
    assert happening() == {f"E-{n:02}" for n in (7, 8, 9, 10, 11, 12, 13)}


def test_codes_stay_on():
    answers = having(runs_from_back="yes", osteoporosis="yes")
    assert after(answers, answers).codes == {"LEG", "BON"}
