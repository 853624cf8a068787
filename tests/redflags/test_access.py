"""The session gate: which routines a level leaves open, and which cautions it switches on."""

from __future__ import annotations

from typing import Any

import pytest

from tests.redflags.answering import having, hours, verdict

LASTING: dict[str, Any] = {"onset_time": hours(400), "trend": "same"}
MILD: dict[str, Any] = {"current_nrs": 2, "worst_nrs": 2}


@pytest.mark.parametrize(
    ("changes", "access"),
    [
        ({"dark_urine": "yes"}, "none"),
        ({"cough_strain_pain": "yes"}, "none"),
        ({"worried": "yes"}, "gentle"),
        ({"movement_provoked": "yes", "current_nrs": 5}, "amber"),
        ({"movement_provoked": "yes", "current_nrs": 6}, "gentle"),
        ({"current_nrs": 0, "worst_nrs": 0}, "all"),
        ({"current_nrs": 2}, "amber"),
        ({"low_mood": "yes"}, "amber"),
        ({"low_mood": "yes", "worried": "yes"}, "gentle"),
        ({"low_mood": "yes", "current_nrs": 6}, "gentle"),
        ({**LASTING, **MILD}, "amber"),
        ({**MILD, "episodes_6m": 2}, "amber"),
        ({**LASTING, **MILD, "worst_nrs": 3}, "gentle"),
        ({**LASTING, **MILD, "current_nrs": 3}, "gentle"),
        ({**LASTING, **MILD, "regions": ("thigh_back_L",)}, "gentle"),
        ({**LASTING, **MILD, "regions": ("arm_L",)}, "gentle"),
        ({**LASTING, **MILD, "worried": "yes"}, "gentle"),
    ],
)
def test_access(changes: dict[str, Any], access: str):
    assert verdict(having(**changes)).access == access


def test_a_worst_that_is_not_known_is_not_mild():
    assert verdict(having("worst_nrs", **LASTING, current_nrs=2)).access == "gentle"


def test_an_open_question_takes_the_exceptions_away():
    assert verdict(having("fever", low_mood="yes")).access == "gentle"
    assert verdict(having("fever")).access == "gentle"


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, set()),
        ({"runs_from_back": "yes"}, {"LEG"}),
        ({"age_band": "under16"}, {"EXT"}),
        ({"movement_provoked": "yes", "onset_time": hours(47.9)}, {"ACU"}),
        ({"movement_provoked": "yes", "onset_time": hours(48)}, set()),
        ({"steroid_tablets": "past"}, {"BON"}),
        ({"steroid_tablets": "present_long_term"}, {"BON"}),
        ({"osteoporosis": "yes", "trauma": "minor"}, {"BON"}),
        ({"age_band": "65+", "trauma": "minor"}, set()),
        ({"pregnancy": "yes"}, {"PRE"}),
    ],
)
def test_codes(changes: dict[str, Any], codes: set[str]):
    assert verdict(having(**changes)).codes == codes


def test_what_the_screens_need_to_know():
    assert verdict({"chest_breath": "yes"}).call
    assert not verdict({"dark_urine": "yes"}).call
    assert verdict({"self_harm": "yes"}).crisis
