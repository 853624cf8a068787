"""One case for every row of the table: at its threshold, just under it, and with nothing known."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from recovery_coach.redflags.model import Level, rank
from recovery_coach.redflags.rules import shipped_rules
from tests.redflags.answering import NOW, having, hours, ids, verdict

Changes = dict[str, Any]


@dataclass(frozen=True)
class Example:
    """``at``: answers on top of harmless ones that bring the row up; ``under``: that do not yet.

    ``unknown``: fields that, left open, neither bring it up nor leave anything reassuring.
    """

    id: str
    level: Level
    at: list[Changes]
    under: list[Changes] = field(default_factory=list)
    unknown: tuple[str, ...] = ()


THIGHS = ("thigh_front_L", "thigh_front_R")
SORE: Changes = {
    "qualities": ("dull", "tender"),
    "sides": "both",
    "after_session": "yes",
    "onset_after_session_h": 24,
    "eases_with_movement": "yes",
    "onset_time": hours(71.9),
}
MOVES: Changes = {"movement_provoked": "yes"}

EXAMPLES = [
    Example(
        "E-01",
        "emergency",
        [{"saddle_change": "new_or_worse"}],
        [{"saddle_change": "old_unchanged"}, {"regions": ("saddle",)}, {"qualities": ("numb",)}],
        ("saddle_change",),
    ),
    Example(
        "E-02",
        "emergency",
        [{"bladder_change": "new_or_worse"}],
        [{"bladder_change": "old_unchanged"}, {"bladder_change": "effort_only_old"}],
        ("bladder_change",),
    ),
    Example(
        "E-03",
        "emergency",
        [{"bowel_change": "new_or_worse"}],
        [{"bowel_change": "old_unchanged"}],
        ("bowel_change",),
    ),
    Example(
        "E-04",
        "emergency",
        [
            {"sexual_change": "new_or_worse"},
            {"sexual_change": "new_or_worse", "current_nrs": 0, "worst_nrs": 1},
            {
                "sexual_change": "new_or_worse",
                "current_nrs": 0,
                "worst_nrs": 0,
                "leg_numb_side": "left",
            },
        ],
        [
            {"sexual_change": "old_unchanged"},
            {"sexual_change": "new_or_worse", "current_nrs": 0, "worst_nrs": 0},
        ],
        ("sexual_change",),
    ),
    Example(
        "E-05",
        "emergency",
        [
            {"both_legs": "yes", "runs_from_back": "yes"},
            {"both_legs": "yes", "leg_weakness": "mild"},
            {"both_legs": "yes", "leg_numb_side": "left"},
            {"both_legs": "yes", "qualities": ("shooting",)},
            {"regions": THIGHS, "qualities": ("electric",)},
            {"regions": ("calf_L", "buttock_R"), "runs_from_back": "yes"},
            {"leg_numb_side": "both"},
            {"below_knee_side": "both", "runs_from_back": "yes"},
        ],
        [
            {"both_legs": "yes", "trained_region_72h": "yes"},
            {"regions": THIGHS, "qualities": ("tender",), "trained_region_72h": "yes"},
            {"regions": ("thigh_front_L",), "qualities": ("electric",)},
            {"below_knee_side": "both"},
            {"regions": ("lowback_L", "lowback_R"), "qualities": ("numb",)},
        ],
    ),
    Example(
        "E-06",
        "emergency",
        [{"leg_weakness": "severe"}, {"gait_or_coordination": "yes"}],
        [{"leg_weakness": "mild"}],
        ("leg_weakness",),
    ),
    Example(
        "E-07",
        "emergency",
        [{"face_speech_vision_headache": "yes"}],
        [{"leg_weakness": "mild"}],
    ),
    Example(
        "E-08",
        "emergency",
        [
            {"chest_breath": "yes"},
            {"collapse": "yes"},
            {"chest_breath": "yes", "chest_tender_only": "yes", "shock_or_pulsing": "yes"},
            {"chest_breath": "yes", "chest_tender_only": "yes", "collapse": "yes"},
            {"chest_breath": "yes", "chest_tender_only": "yes", "arm_numb_weak": "yes"},
        ],
        [{"chest_breath": "yes", "chest_tender_only": "yes"}, {"regions": ("chest",)}],
    ),
    Example(
        "E-09",
        "emergency",
        [
            {"sudden_severe": "yes"},
            {"sudden_severe": "yes", "lift_provoked": "yes", "ripping_or_spreading": "yes"},
            {"sudden_severe": "yes", "lift_provoked": "yes", "shock_or_pulsing": "yes"},
            {"sudden_severe": "yes", "lift_provoked": "yes", "collapse": "yes"},
            {"sudden_severe": "yes", "lift_provoked": "yes", "chest_breath": "yes"},
            {"sudden_severe": "yes", "lift_provoked": "yes", "vessel_risk": "yes"},
            {"sudden_severe": "yes", "lift_provoked": "yes", "age_band": "60-64"},
            {"sudden_severe": "yes", "lift_provoked": "yes", "age_band": "65+"},
        ],
        [
            {"sudden_severe": "yes", "lift_provoked": "yes"},
            {"sudden_severe": "yes", "lift_provoked": "yes", "age_band": "50-59"},
            {"ripping_or_spreading": "yes"},
        ],
        ("sudden_severe",),
    ),
    Example(
        "E-10",
        "emergency",
        [
            {"trauma": "serious"},
            {"trauma": "minor", "midline_severe": "yes"},
            {"trauma": "minor", "leg_numb_side": "right"},
            {"trauma": "minor", "bladder_change": "new_or_worse"},
        ],
        [{"trauma": "minor"}, {"midline_severe": "yes"}],
        ("trauma",),
    ),
    Example(
        "E-11",
        "emergency",
        [
            {"confusion": "yes"},
            *(
                {"fever": "yes", name: "yes"}
                for name in (
                    *("very_unwell", "stiff_neck_or_rash", "vein_drugs_3m", "any_injecting"),
                    *("infection_3m", "immune_suppression", "spinal_procedure_3m"),
                )
            ),
            {"fever": "yes", "steroid_tablets": "present_long_term"},
        ],
        [{"fever": "yes"}, {"very_unwell": "yes"}, {"fever": "yes", "steroid_tablets": "past"}],
    ),
    Example("E-12", "emergency", [{"dark_urine": "yes"}], [{"swelling_beyond_session": "yes"}]),
    Example("E-13", "emergency", [{"self_harm": "yes"}], [{"low_mood": "yes"}]),
    Example(
        "U-01",
        "urgent",
        [{"fever": "yes"}, {"very_unwell": "yes"}, {"fever": "yes", "current_nrs": 1}],
        [{"fever": "yes", "current_nrs": 0, "worst_nrs": 0}],
        ("fever",),
    ),
    Example(
        "U-02",
        "urgent",
        [{"weight_loss": "yes"}],
        [{"weight_loss": "yes", "current_nrs": 0, "worst_nrs": 0}],
        ("weight_loss",),
    ),
    Example(
        "U-03",
        "urgent",
        [{"cancer_history": "yes"}],
        [{"cancer_history": "yes", "current_nrs": 0, "worst_nrs": 0}],
        ("cancer_history",),
    ),
    Example("U-04", "urgent", [{"night_rest_pain": "yes"}], unknown=("night_rest_pain",)),
    Example("U-05", "urgent", [{"deformity": "yes"}], unknown=("deformity",)),
    Example("U-06", "urgent", [{"cough_strain_pain": "yes"}], unknown=("cough_strain_pain",)),
    Example(
        "U-07",
        "urgent",
        [
            {"runs_from_back": "yes", "below_knee_side": "left"},
            {"runs_from_back": "yes", "below_knee_side": "right"},
            {"runs_from_back": "yes", "regions": ("shin_L",)},
        ],
        [
            {"below_knee_side": "left"},
            {"regions": ("calf_L",)},
            {"runs_from_back": "yes", "regions": ("knee_L",)},
            {"runs_from_back": "yes"},
        ],
        ("runs_from_back",),
    ),
    Example(
        "U-08",
        "urgent",
        [
            {"leg_numb_side": "left"},
            {"leg_numb_side": "right"},
            {"leg_weakness": "mild"},
            {"arm_numb_weak": "yes"},
        ],
        [
            {"arm_numb_weak": "yes", "current_nrs": 0, "worst_nrs": 0},
            {"regions": ("calf_L",), "qualities": ("tingling",)},
        ],
        ("leg_numb_side",),
    ),
    Example(
        "U-09",
        "urgent",
        [
            {"trauma": "minor", "age_band": "65+"},
            {"trauma": "minor", "osteoporosis": "yes"},
            {"trauma": "minor", "steroid_tablets": "past"},
            {"trauma": "minor", "steroid_tablets": "present_long_term", "current_nrs": 7},
        ],
        [{"trauma": "minor"}, {"trauma": "minor", "age_band": "60-64"}, {"osteoporosis": "yes"}],
    ),
    Example(
        "U-09",
        "emergency",
        [
            {"trauma": "minor", "osteoporosis": "yes", "current_nrs": 8},
            {"trauma": "minor", "osteoporosis": "yes", "cannot_do_basics": "yes"},
            {"trauma": "minor", "osteoporosis": "yes", "sudden_severe": "yes"},
            {"sudden_severe": "yes", "lift_provoked": "yes", "osteoporosis": "yes"},
        ],
    ),
    Example(
        "U-10",
        "urgent",
        [
            {"infection_3m": "yes"},
            {"spinal_procedure_3m": "yes"},
            {"vein_drugs_3m": "yes"},
            {"immune_suppression": "yes"},
            {"steroid_tablets": "present_long_term"},
        ],
        [
            {"older_history_item": "yes"},
            {"steroid_tablets": "past"},
            {"infection_3m": "yes", "current_nrs": 0, "worst_nrs": 0},
        ],
        ("infection_3m",),
    ),
    Example(
        "U-11",
        "urgent",
        [
            {"upper_back_unexplained": "yes"},
            {"band_like": "yes"},
            {"regions": ("thoracic_mid",)},
            {"regions": ("scapula_L",)},
            {"regions": ("midback_mid",)},
        ],
        [
            {"regions": ("scapula_L",), "trained_region_72h": "yes"},
            {"regions": ("trap_L", "trap_R")},
        ],
    ),
    Example(
        "U-12",
        "urgent",
        [
            {"current_nrs": 8},
            {"sharp_at_rest": "yes", "current_nrs": 7},
            {"cannot_do_basics": "yes"},
            {"sudden_severe": "yes", "lift_provoked": "yes"},
        ],
        [{"current_nrs": 7}, {"sharp_at_rest": "yes", "current_nrs": 6}],
        ("cannot_do_basics",),
    ),
    Example(
        "U-13",
        "urgent",
        [{"flank_urinary": "yes"}, {"regions": ("flank_L",), "fever": "yes"}],
        [{"regions": ("flank_L",)}],
    ),
    Example(
        "U-14",
        "urgent",
        [{"calf_swelling": "yes"}],
        [{"calf_swelling": "yes", "trained_region_72h": "yes"}, {"regions": ("calf_L",)}],
    ),
    Example(
        "U-15",
        "urgent",
        [
            {"pregnancy": "yes", "pregnancy_warning": "yes"},
            {"pregnancy": "yes", "fever": "yes"},
            {"pregnancy": "yes", "flank_urinary": "yes"},
        ],
        [{"pregnancy_warning": "yes"}],
    ),
    Example("U-15", "emergency", [{"pregnancy": "yes", "pregnancy_emergency": "yes"}]),
    Example(
        "U-15",
        "book",
        [{"pregnancy": "yes"}],
        [{"pregnancy": "yes", "current_nrs": 0, "worst_nrs": 0}],
        ("pregnancy",),
    ),
    Example("U-16", "urgent", [{"swelling_beyond_session": "yes"}]),
    Example(
        "U-17",
        "urgent",
        [
            {"saddle_change": "old_unchanged"},
            {"bladder_change": "old_unchanged"},
            {"bowel_change": "old_unchanged"},
            {"sexual_change": "old_unchanged"},
        ],
        [{"bladder_change": "effort_only_old"}, {"saddle_change": "new_or_worse"}],
    ),
    Example(
        "B-01",
        "book",
        [
            {"onset_time": hours(72), "trend": "same"},
            {"onset_time": "72h", "trend": "worse"},
        ],
        [
            {"onset_time": hours(71.99), "trend": "same"},
            {"onset_time": hours(72), "trend": "better"},
        ],
        ("onset_time",),
    ),
    Example(
        "B-02",
        "book",
        [
            {"onset_time": hours(48), "trend": "worse"},
            {"onset_time": hours(48), "worst_nrs": 6},
        ],
        [
            {"onset_time": hours(47.99), "trend": "worse"},
            {"onset_time": hours(48), "trend": "same"},
            {"onset_time": hours(48), "worst_nrs": 5},
        ],
    ),
    Example(
        "B-03",
        "book",
        [
            {"onset_time": hours(336)},
            {"onset_time": hours(336), "current_nrs": 1},
            {"onset_time": hours(336), "current_nrs": 0, "regions": ("lowback_L",)},
        ],
        [
            {"onset_time": hours(335.99)},
            {"onset_time": hours(336), "current_nrs": 0, "worst_nrs": 0},
        ],
    ),
    Example(
        "B-04",
        "book",
        [{"episodes_6m": 2}, {"episodes_12m": 3}],
        [{"episodes_6m": 1, "episodes_12m": 2}],
    ),
    Example(
        "B-05",
        "book",
        [{"sharp_in_lift_sessions": 2}, {"painful_sessions_in_a_row": 3}],
        [{"sharp_in_lift_sessions": 1, "painful_sessions_in_a_row": 2}],
    ),
    Example(
        "B-06",
        "book",
        [{"interference": "yes"}, {"interference": 5}, {"reduced_range_days": 8}],
        [{"interference": 4}, {"reduced_range_days": 7}],
    ),
    Example(
        "B-07",
        "book",
        [{"runs_from_back": "yes"}, {"runs_from_back": "yes", "regions": ("thigh_back_L",)}],
        [
            {"regions": ("buttock_L", "thigh_back_L")},
            {"runs_from_back": "yes", "below_knee_side": "left"},
            {"runs_from_back": "yes", "leg_numb_side": "left"},
            {"runs_from_back": "yes", "leg_weakness": "mild"},
        ],
        ("runs_from_back",),
    ),
    Example(
        "B-08",
        "book",
        [
            {
                "back_pain_began_before_45": "yes",
                "onset_time": hours(90 * 24),
                "inflammatory_items": 4,
            }
        ],
        [
            {
                "back_pain_began_before_45": "yes",
                "onset_time": hours(90 * 24),
                "inflammatory_items": 3,
            },
            {
                "back_pain_began_before_45": "yes",
                "onset_time": hours(89.9 * 24),
                "inflammatory_items": 4,
            },
            {"onset_time": hours(90 * 24), "inflammatory_items": 9},
        ],
    ),
    Example(
        "B-09",
        "book",
        [
            {"age_band": "under16"},
            {
                "age_band": "16-25",
                "extension_pain_one_side": "yes",
                "onset_time": hours(21 * 24 + 0.1),
            },
        ],
        [
            {"age_band": "16-25"},
            {"age_band": "16-25", "extension_pain_one_side": "yes", "onset_time": hours(21 * 24)},
            {"age_band": "26-49", "extension_pain_one_side": "yes", "onset_time": hours(999)},
        ],
        ("age_band",),
    ),
    Example(
        "B-10",
        "book",
        [
            {"first_episode": "yes", "age_band": "50-59"},
            {"first_episode": "yes", "age_band": "60-64"},
            {"first_episode": "yes", "age_band": "65+"},
        ],
        [{"first_episode": "yes", "age_band": "26-49"}, {"age_band": "50-59"}],
    ),
    Example("B-11", "book", [{"low_mood": "yes"}]),
    Example(
        "B-12",
        "book",
        [
            {"regions": ("saddle",)},
            {"regions": ("saddle",), "bladder_change": "effort_only_old"},
        ],
        [
            {"regions": ("groin_L", "thigh_inner_L")},
            {"regions": ("saddle",), "saddle_change": "old_unchanged"},
        ],
        ("saddle_change",),
    ),
    Example("B-13", "book", [{"worried": "yes"}]),
    Example(
        "B-14",
        "book",
        [{"older_history_item": "yes"}, {"steroid_tablets": "past"}, {"any_injecting": "yes"}],
        [
            {"steroid_tablets": "present_long_term"},
            {"older_history_item": "yes", "current_nrs": 0, "worst_nrs": 0},
        ],
        ("older_history_item",),
    ),
    Example(
        "N-01",
        "self-care",
        [SORE, {**SORE, "onset_time": hours(100), "trend": "better"}, {**SORE, "trend": "same"}],
        [
            {**SORE, "onset_after_session_h": 24.1},
            {**SORE, "sides": "one"},
            {**SORE, "qualities": ("dull", "sharp")},
            {**SORE, "qualities": ("stiff",)},
            {**SORE, "eases_with_movement": "no"},
            {**SORE, "after_session": "no"},
            {**SORE, "onset_time": hours(72), "trend": "same"},
        ],
    ),
    Example(
        "N-02",
        "self-care",
        [
            {"current_nrs": 3, "worst_nrs": 3, "settled_by_morning": "yes"},
            {"current_nrs": 0, "worst_nrs": 3, "settled_by_morning": "yes"},
        ],
        [
            {"current_nrs": 4, "settled_by_morning": "yes"},
            {"current_nrs": 3, "worst_nrs": 4, "settled_by_morning": "yes"},
            {"current_nrs": 3, "worst_nrs": 3},
        ],
    ),
    Example(
        "N-03",
        "self-care",
        [
            {**MOVES, "current_nrs": 1, "worst_nrs": 1},
            {**MOVES, "current_nrs": 7},
            {**MOVES, "onset_time": hours(71.99), "trend": "same"},
            {**MOVES, "onset_time": hours(335.9), "trend": "better"},
        ],
        [
            {**MOVES, "current_nrs": 8},
            {**MOVES, "current_nrs": 0, "worst_nrs": 0},
            {**MOVES, "onset_time": hours(72), "trend": "same"},
            {**MOVES, "onset_time": hours(336), "trend": "better"},
            {**MOVES, **SORE},
            {**MOVES, "regions": ("arm_L",)},
            {**MOVES, "runs_from_back": "yes"},
            {},
        ],
    ),
    Example(
        "N-04",
        "self-care",
        [{"current_nrs": 1, "worst_nrs": 1}, {"current_nrs": 2}],
        [{"current_nrs": 3}, {"current_nrs": 0}, {"current_nrs": 2, "regions": ("lowback_L",)}],
    ),
    Example(
        "X-01",
        "book",
        [{"current_nrs": 3}, {"current_nrs": 2, "regions": ("lowback_L",)}],
        [{"current_nrs": 2}, {"worried": "yes"}, MOVES, SORE],
    ),
    Example(
        "X-03",
        "none",
        [{"current_nrs": 0, "worst_nrs": 0}],
        [{"current_nrs": 1}, {"current_nrs": 0, "regions": ("lowback_L",)}],
    ),
]
OF_ROWS = [
    pytest.param(example, changes, id=f"{example.id}-{number}")
    for example in EXAMPLES
    for number, changes in enumerate(example.at)
]
UNDER = [
    pytest.param(example, changes, id=f"{example.id}-{number}")
    for example in EXAMPLES
    for number, changes in enumerate(example.under)
]
UNKNOWN = [
    pytest.param(example.id, name, id=f"{example.id}-{name}")
    for example in EXAMPLES
    for name in example.unknown
]


def test_every_row_has_an_example():
    assert {e.id for e in EXAMPLES} == {r.id for r in shipped_rules().rows} - {"X-02"}


@pytest.mark.parametrize(("example", "changes"), OF_ROWS)
def test_at_its_threshold_a_row_is_a_reason_at_its_level(example: Example, changes: Changes):
    found = verdict(having(**changes))
    of_row = [reason for reason in found.reasons if reason.id == example.id]
    assert [reason.level for reason in of_row] == [example.level]
    assert rank(found.level) >= rank(example.level)


@pytest.mark.parametrize(("example", "changes"), UNDER)
def test_just_under_its_threshold_it_is_not(example: Example, changes: Changes):
    of_row = [r for r in verdict(having(**changes)).reasons if r.id == example.id]
    assert example.level not in {reason.level for reason in of_row}


@pytest.mark.parametrize(("row", "name"), UNKNOWN)
def test_an_unknown_answer_is_no_yes_and_nothing_reassuring(row: str, name: str):
    found = verdict(having(name))
    assert row not in {reason.id for reason in found.reasons}
    assert rank(found.level) >= rank("not fully checked")


@pytest.mark.parametrize(("example", "changes"), OF_ROWS)
def test_a_row_of_warning_stands_where_all_the_rest_is_unknown(example: Example, changes: Changes):
    """A positive answer needs no other questions answered; these are shown beside it."""
    if example.id.startswith(("N", "X")) or example.id == "B-12":
        return
    needs = ("worst_nrs", "current_nrs", "trend", "onset_time", "previous_worst_nrs", "age_band")
    kept = {name: value for name, value in having().items() if name in needs}
    alone = {**kept, **changes}
    if "trained_region_72h" not in alone and example.id == "U-11":
        alone["trained_region_72h"] = "no"
    found = verdict(alone)
    assert example.id in {reason.id for reason in found.reasons}
    assert rank(found.level) >= rank(example.level)


# -- X-02, and nothing at all --------------------------------------------------------------------


@pytest.mark.parametrize(
    "answers",
    [
        {"current_nrs": 3},
        {"current_nrs": 0, "regions": ("lowback_L",)},
        {"qualities": ("tingling",)},
        {"regions": ("calf_L",), "current_nrs": 1},
        {"below_knee_side": "left"},
        having("current_nrs", "worst_nrs", regions=("lowback_L",)),
        having("fever"),
        having("trained_region_72h", "upper_back_unexplained", regions=("scapula_L",)),
        having("trained_region_72h", both_legs="yes"),
        having("calf_swelling", regions=("calf_R",)),
        having("trend", onset_time="48h", movement_provoked="yes"),
        having("age_band"),
    ],
)
def test_what_was_triggered_and_left_open_is_not_fully_checked(answers: Changes):
    found = verdict(answers)
    assert "X-02" in {reason.id for reason in found.reasons}
    assert rank(found.level) >= rank("not fully checked")
    assert not {"N-01", "N-02", "N-03", "N-04", "X-03"} & {r.id for r in found.reasons}


def test_a_number_alone_of_three_waits_for_its_questions():
    assert verdict({"current_nrs": 3}).level == "not fully checked"
    assert verdict({"current_nrs": 2}).level == "self-care"
    assert verdict({"current_nrs": 0}).level == "none"


def test_an_open_question_is_shown_beside_what_is_graver():
    found = verdict(having("weight_loss", fever="yes"))
    assert found.level == "urgent"
    assert [reason.id for reason in found.reasons] == ["U-01", "X-02"]
    assert found.open == ("weight_loss",)


def test_nothing_entered_is_none_without_a_reason():
    assert verdict({}).level == "none"
    assert verdict({}).reasons == ()


def test_a_word_of_muscles_with_a_low_number_asks_nothing():
    found = verdict({"current_nrs": 2, "qualities": ("tight", "achy")})
    assert (found.level, found.open) == ("self-care", ())


def test_a_moment_to_come_is_no_beginning():
    from datetime import timedelta

    later = (NOW + timedelta(hours=1)).isoformat()
    assert ids(having(onset_time=later, movement_provoked="yes")) == ["X-01"]
    assert ids(having(onset_time="1h", movement_provoked="yes")) == ["N-03"]


def test_reasons_come_the_gravest_first():
    found = ids(having(worried="yes", fever="yes", dark_urine="yes", cough_strain_pain="yes"))
    assert found == ["E-12", "U-01", "U-06", "B-13"]


def test_every_answer_that_matches_is_named():
    found = verdict(having(current_nrs=9, cannot_do_basics="yes"))
    assert found.reasons[0].text == (
        "You said: pain of 8 or more. You said: it stops you from basic things."
    )
    assert found.reasons[0].said == ("cannot_do_basics=yes", "current_nrs=9")
