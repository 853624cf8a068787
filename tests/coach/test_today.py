"""Which routine is suggested: each rule, and which comes before which."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.coach.today import suggest
from recovery_coach.library.models import Access, Routine, Step

ZONE = timezone(timedelta(hours=1))
NOON = datetime(2026, 3, 4, 12, 0, tzinfo=ZONE)
MORNING = NOON.replace(hour=7)
EVENING = NOON.replace(hour=21)


def routine(identifier: str, *tags: str, gentle: bool = False) -> Routine:
    access: tuple[Access, ...] = ("none", "self-care", "book") if gentle else ("none",)
    return Routine(
        id=identifier,
        name=identifier,
        summary="For a test.",
        tags=tags,
        access=access,
        steps=(Step(exercise="squat"),),
    )


PRE_SQUAT = routine("pre_squat", "warm-up")
PRE_DEADLIFT = routine("pre_deadlift", "warm-up")
COOL_DOWN = routine("cool_down", "cool-down")
ROLLING = routine("rolling", "recovery")
RESET = routine("reset", "desk-reset")
GENTLE = routine("gentle", "recovery", gentle=True)
CORE = routine("core", "core")
ALL = (PRE_SQUAT, CORE, COOL_DOWN, ROLLING, RESET, GENTLE, PRE_DEADLIFT)


def ago(now: datetime, **used: float) -> dict[str, datetime]:
    """``last_used``, in hours before ``now``."""
    return {name: now - timedelta(hours=hours) for name, hours in used.items()}


def suggested(now: datetime, number: int | None = None, **used: float) -> str:
    suggestion = suggest(ALL, now, ago(now, **used), number)
    assert suggestion is not None
    return suggestion.routine.id


def test_without_routines_there_is_nothing_to_suggest():
    assert suggest((), NOON, {}, None) is None


@pytest.mark.parametrize(("number", "expected"), [(None, "pre_deadlift"), (5, "pre_deadlift")])
def test_up_to_five_nothing_changes(number: int | None, expected: str):
    assert suggested(NOON, number) == expected


@pytest.mark.parametrize("now", [MORNING, NOON, EVENING])
def test_above_five_a_gentle_one_comes_first_at_any_hour(now: datetime):
    suggestion = suggest(ALL, now, ago(now, pre_squat=1), 6)
    assert suggestion is not None
    assert suggestion.routine is GENTLE
    assert "above 5" in suggestion.reason


def test_above_five_gentle_ones_lead_the_others_too():
    second = routine("second", gentle=True)
    suggestion = suggest((*ALL, second), NOON, {}, 8)
    assert suggestion is not None
    assert suggestion.others[0] is second


def test_above_five_without_a_gentle_one_it_still_suggests():
    suggestion = suggest((PRE_SQUAT, CORE), NOON, {}, 9)
    assert suggestion is not None
    assert suggestion.routine is PRE_SQUAT


@pytest.mark.parametrize(
    ("hours", "expected"), [(0.2, "cool_down"), (3.0, "cool_down"), (3.1, "pre_deadlift")]
)
def test_for_three_hours_after_a_warm_up_a_cool_down(hours: float, expected: str):
    assert suggested(NOON, pre_squat=hours) == expected


def test_after_the_cool_down_was_done_as_well_it_is_not_repeated():
    assert suggested(NOON, pre_squat=2, cool_down=1) != "cool_down"


def test_the_cool_down_used_last():
    other = routine("other_cool_down", "cool-down")
    now = NOON
    suggestion = suggest((*ALL, other), now, ago(now, pre_squat=1, other_cool_down=100), None)
    assert suggestion is not None
    assert suggestion.routine is other


@pytest.mark.parametrize(("hour", "expected"), [(9, "reset"), (10, "pre_deadlift")])
def test_before_ten_the_morning_reset(hour: int, expected: str):
    assert suggested(NOON.replace(hour=hour)) == expected


def test_a_warm_up_this_morning_comes_before_the_reset():
    assert suggested(MORNING, pre_squat=1) == "cool_down"


@pytest.mark.parametrize(("hour", "expected"), [(19, "pre_deadlift"), (20, "cool_down")])
def test_from_eight_in_the_evening_something_slow(hour: int, expected: str):
    assert suggested(NOON.replace(hour=hour)) == expected


def test_in_the_evening_without_a_cool_down_a_recovery_routine():
    now = EVENING
    suggestion = suggest((PRE_SQUAT, ROLLING), now, {}, None)
    assert suggestion is not None
    assert suggestion.routine is ROLLING


def test_otherwise_the_warm_up_used_last():
    assert suggested(NOON, pre_squat=48, pre_deadlift=72) == "pre_squat"
    assert suggested(NOON, pre_squat=72, pre_deadlift=48) == "pre_deadlift"


def test_a_routine_done_within_four_hours_is_passed_over():
    assert suggested(NOON, pre_squat=3.5, pre_deadlift=72) == "pre_deadlift"
    assert suggested(NOON, pre_squat=4.5, pre_deadlift=72) == "pre_squat"


def test_if_everything_was_just_done_it_still_suggests():
    now = NOON
    used = ago(now, **{r.id: 3.5 for r in ALL})
    assert suggest(ALL, now, used, None) is not None


@given(
    hour=st.integers(0, 23),
    number=st.none() | st.integers(0, 10),
    used=st.dictionaries(st.sampled_from([r.id for r in ALL]), st.floats(0, 500)),
)
def test_every_routine_is_offered_exactly_once_with_a_reason(
    hour: int, number: int | None, used: dict[str, float]
):
    now = NOON.replace(hour=hour)
    suggestion = suggest(ALL, now, ago(now, **used), number)
    assert suggestion is not None
    assert suggestion.reason
    offered = [suggestion.routine, *suggestion.others]
    assert sorted(r.id for r in offered) == sorted(r.id for r in ALL)
    if number is not None and number > 5:
        assert suggestion.routine.gentle


def test_one_that_a_wrong_clock_dated_ahead_is_not_just_done():
    assert suggested(NOON, pre_squat=-48) == "pre_squat"
    assert suggested(NOON, pre_squat=-1) != "pre_squat", "a clock that was set back an hour"
