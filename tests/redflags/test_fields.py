"""Answers as they are given: every field of the fact sheet, and what is wrong in plain words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.library.regions import body_regions
from recovery_coach.redflags import deriving
from recovery_coach.redflags.fields import (
    AGGRAVATING,
    FIELDS,
    answers_from_texts,
    onset,
    read_answers,
)
from tests.redflags.answering import HARMLESS, NOW

NAMES = """
saddle_change bladder_change bowel_change sexual_change both_legs runs_from_back leg_weakness
leg_numb_side below_knee_side arm_numb_weak gait_or_coordination trained_region_72h
face_speech_vision_headache chest_breath collapse sudden_severe lift_provoked ripping_or_spreading
shock_or_pulsing vessel_risk trauma fever very_unwell confusion stiff_neck_or_rash dark_urine
self_harm
weight_loss cancer_history steroid_tablets osteoporosis infection_3m vein_drugs_3m any_injecting
immune_suppression spinal_procedure_3m older_history_item night_rest_pain deformity
cough_strain_pain upper_back_unexplained band_like sharp_at_rest cannot_do_basics flank_urinary
calf_swelling pregnancy pregnancy_warning swelling_beyond_session
age_band onset_time trend current_nrs worst_nrs interference reduced_range_days episodes_6m
episodes_12m first_episode sharp_in_lift_sessions painful_sessions_in_a_row extension_pain_one_side
morning_stiff_min back_pain_began_before_45 inflammatory_items low_mood worried
qualities sides after_session onset_after_session_h movement_provoked eases_with_movement
settled_by_morning chest_tender_only midline_severe pregnancy_emergency previous_worst_nrs regions
"""
"""Facts 5.4."""


def wrong(**data: Any) -> list[str]:
    return [f"{p.where}: {p.allowed}" for p in read_answers(data)[1]]


def test_the_fields_are_those_of_the_fact_sheet():
    assert list(FIELDS) == NAMES.split()


def test_what_may_lower_a_level_is_not_aggravating():
    rest = [name for name in FIELDS if name not in AGGRAVATING]
    assert rest == [
        "trained_region_72h", "lift_provoked", "age_band", "onset_time", "qualities", "sides",
        "after_session", "onset_after_session_h", "movement_provoked", "eases_with_movement",
        "settled_by_morning", "chest_tender_only", "previous_worst_nrs", "regions",
    ]  # fmt: skip


def test_every_place_that_counts_is_on_the_map():
    places = {region.id.removesuffix("_L").removesuffix("_R") for region in body_regions().regions}
    known = {"saddle", "arm", "chest", "abdomen", "flank", "midback"}
    for group in (
        *(deriving.BELOW_KNEE, deriving.LEG, deriving.BUTTOCK_OR_LOWER),
        *(deriving.UPPER_BACK, deriving.NEAR_SADDLE, deriving.NECK_OR_ARM),
    ):
        known |= set(group)
    assert known <= places


def test_sound_answers_are_taken_as_they_are():
    data = {name: list(v) if isinstance(v, tuple) else v for name, v in HARMLESS.items()}
    answers, problems = read_answers(data)
    assert problems == ()
    assert answers == HARMLESS


@pytest.mark.parametrize("value", ["unknown", None])
@pytest.mark.parametrize("name", FIELDS)
def test_unknown_is_the_same_as_left_out(name: str, value: object):
    assert read_answers({name: value}) == ({}, ())


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"fevr": "yes"}, "'fevr': there is no such field; did you mean fever?"),
        ({"fever": "maybe"}, "fever: must be one of no, yes, unknown"),
        ({"fever": True}, "fever: must be one of no, yes, unknown"),
        ({"fever": 1}, "fever: must be one of no, yes, unknown"),
        ({"fever": ["yes"]}, "fever: must be one of no, yes, unknown"),
        ({"trauma": "yes"}, "trauma: must be one of none, minor, serious, unknown"),
        ({"current_nrs": 11}, "current_nrs: must be a whole number from 0 to 10, or unknown"),
        ({"current_nrs": -1}, "current_nrs: must be a whole number from 0 to 10, or unknown"),
        ({"current_nrs": 2.5}, "current_nrs: must be a whole number from 0 to 10, or unknown"),
        ({"current_nrs": "4"}, "current_nrs: must be a whole number from 0 to 10, or unknown"),
        ({"current_nrs": False}, "current_nrs: must be a whole number from 0 to 10, or unknown"),
        ({"current_nrs": float("nan")}, "current_nrs: must be a whole number from 0 to 10, or"),
        ({"current_nrs": 10**400}, "current_nrs: must be a whole number from 0 to 10, or"),
        ({"reduced_range_days": float("inf")}, "reduced_range_days: must be 0 to 1000000, or"),
        ({"interference": 11}, "interference: must be one of no, yes, unknown, or a number, 0 to"),
        ({"onset_time": "yesterday"}, "onset_time: must be a time such as 2026-03-04T07:30, or"),
        ({"onset_time": 24}, "onset_time: must be a time such as 2026-03-04T07:30, or"),
        ({"onset_time": "-3h"}, "onset_time: must be a time such as 2026-03-04T07:30, or"),
        ({"regions": ["elbow"]}, "regions: must be a list of any of "),
        ({"regions": "saddle"}, "regions: must be a list of any of "),
        ({"qualities": ["mild"]}, "qualities: must be a list of any of dull, achy"),
        ({"qualities": [["dull"]]}, "qualities: must be a list of any of dull, achy"),
    ],
)
def test_what_is_wrong_is_told_with_what_may_stand_there(data: dict[str, Any], told: str):
    assert [text[: len(told)] for text in wrong(**data)] == [told]
    assert read_answers(data)[0] == {}


def test_all_that_is_wrong_is_told_at_once():
    assert len(wrong(fevr="yes", fever="perhaps", current_nrs=99, trend="up")) == 4


@pytest.mark.parametrize("data", [None, [], "fever", 3, [{"fever": "yes"}]])
def test_only_an_object_has_fields(data: object):
    assert [problem.where for problem in read_answers(data)[1]] == [""]


@given(
    st.dictionaries(
        st.text(max_size=20) | st.sampled_from(sorted(FIELDS)),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(st.text(max_size=3), inner, max_size=2)
            ),
            max_leaves=5,
        ),
        max_size=5,
    )
)
def test_nonsense_never_raises(data: dict[str, Any]):
    answers, problems = read_answers(data)
    assert all(name in FIELDS for name in answers)
    assert all(str(problem) for problem in problems)


# -- when it began -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("24h", 24),
        ("24 H", 24),
        ("0.5h", 0.5),
        ("0h", 0),
        ("2026-03-03T12:00:00+00:00", 24),
        ("2026-03-03T13:00+01:00", 24),
        ("2026-03-03T12:00:00Z", 24),
        ("2026-03-03T12:00", 24),
        ("2026-03-04", 12),
    ],
)
def test_a_beginning_is_a_time_or_hours_before_now(text: str, hours: float):
    assert read_answers({"onset_time": text})[0] == {"onset_time": text}
    assert onset(text, NOW) == NOW - timedelta(hours=hours)


def test_a_time_without_an_offset_is_the_person_s_own():
    here = timezone(timedelta(hours=5))
    now = datetime(2026, 3, 4, 12, 0, tzinfo=here)
    assert onset("2026-03-04T11:00", now) == now - timedelta(hours=1)


def test_a_beginning_that_cannot_be_is_not_known():
    assert onset("2026-03-04T12:01:00+00:00", NOW) is None
    assert onset("9999999h", datetime(1, 1, 2, tzinfo=UTC)) is None


# -- from the journal ----------------------------------------------------------------------------


def test_answers_come_back_from_the_texts_of_the_journal():
    texts = {
        "fever": "no",
        "current_nrs": "4",
        "interference": "6",
        "reduced_range_days": "2.5",
        "regions": "calf_L|saddle",
        "qualities": "dull",
        "onset_time": "2026-03-03T12:00:00+00:00",
        "woke": "yes",
        "mood": "2",
        "trend": "sideways",
        "of_a_newer_program": "yes",
    }
    assert answers_from_texts(texts) == {
        "fever": "no",
        "current_nrs": 4,
        "interference": 6,
        "reduced_range_days": 2.5,
        "regions": ("calf_L", "saddle"),
        "qualities": ("dull",),
        "onset_time": "2026-03-03T12:00:00+00:00",
        "woke": "yes",
        "mood": 2,
    }
