"""Which questions are asked: of an ordinary day none, of a warning all that belong to it."""

from __future__ import annotations

from typing import Any

import pytest

from recovery_coach.base.i18n import tr, use_language
from recovery_coach.base.paths import find_resources
from recovery_coach.redflags.fields import FIELDS, SIGNS
from recovery_coach.redflags.model import Group
from recovery_coach.redflags.questions import (
    counting,
    full_check,
    groups,
    noticed,
    open_fields,
    shipped_questions,
    spoken,
    triggered,
)
from tests.redflags.answering import NOW, having

SADDLE = {"saddle_change", "bladder_change", "bowel_change", "sexual_change"}
BACKGROUND = {
    "age_band", "cancer_history", "steroid_tablets", "osteoporosis", "vessel_risk", "pregnancy",
    "infection_3m", "spinal_procedure_3m", "vein_drugs_3m", "any_injecting", "immune_suppression",
    "older_history_item",
}  # fmt: skip
NOT_ASKED = {"current_nrs", "worst_nrs", "previous_worst_nrs", "qualities", "regions"}
"""They come from the check-in."""


def asked(**answers: Any) -> set[str]:
    return {one.field for group in triggered(answers, NOW) for one in group.questions}


def opened(**answers: Any) -> set[str]:
    return set(open_fields(answers, NOW))


# -- the questions themselves --------------------------------------------------------------------


def test_every_field_that_is_not_of_the_check_in_has_one_question():
    found = [one.field for group in groups() for one in group.questions]
    assert sorted(found) == sorted(set(FIELDS) - NOT_ASKED)


def test_a_group_fits_on_a_card():
    assert max(len(group.questions) for group in groups()) <= 6


@pytest.mark.parametrize("group", groups(), ids=lambda group: group.id)
def test_none_of_these_answers_a_whole_group(group: Group):
    for question in group.questions:
        assert bool(question.none) is bool(group.none)
        if question.none:
            assert question.none == FIELDS[question.field].values[0]


def test_questions_are_short_and_end_in_a_question_mark():
    for group in groups():
        for one in group.questions:
            assert one.text.endswith("?")
            assert len(one.text.split()) <= 28, one.text


def test_what_excuses_is_never_answered_by_none_of_these():
    easing = {f.name for f in FIELDS.values() if f.effect == "mitigating"}
    of_groups = {one.field for group in groups() if group.none for one in group.questions}
    assert not easing & of_groups


# -- when they are asked -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"current_nrs": 0},
        {"current_nrs": 1},
        {"current_nrs": 2, "worst_nrs": 2},
        {"current_nrs": 2, "onset_time": "400h", "trend": "same"},
        {"current_nrs": 2, "qualities": ("dull", "tight", "stiff")},
        {"current_nrs": 2, "morning_stiff_min": 30},
        {"current_nrs": 2, "cancer_history": "yes", "age_band": "65+"},
        {"current_nrs": 1, "fever": "no"},
    ],
)
def test_an_ordinary_day_with_a_low_number_sees_none(answers: dict[str, Any]):
    assert asked(**answers) == set()


@pytest.mark.parametrize(
    "answers",
    [{"current_nrs": 3}, {"worst_nrs": 3}, {"current_nrs": 1, "regions": ("lowback_L",)}],
)
def test_a_number_of_three_or_any_mark_asks_the_general_set(answers: dict[str, Any]):
    found = opened(**answers)
    assert found >= SADDLE | BACKGROUND
    assert found >= {
        *("leg_weakness", "leg_numb_side", "gait_or_coordination", "runs_from_back"),
        *("fever", "very_unwell", "weight_loss", "trauma", "sudden_severe"),
        *("night_rest_pain", "cough_strain_pain", "deformity", "cannot_do_basics"),
    }
    assert "onset_time" in asked(**answers) - found


def test_the_background_is_asked_once_and_kept():
    known = {name: value for name, value in having().items() if name in BACKGROUND}
    assert not asked(current_nrs=5, **known) & BACKGROUND
    known.pop("pregnancy")
    assert asked(current_nrs=5, **known) & BACKGROUND == {"pregnancy"}


def test_what_is_answered_stays_on_its_card():
    answers = having(current_nrs=3)
    assert open_fields(answers, NOW) == ()
    assert asked(**answers) >= SADDLE


@pytest.mark.parametrize(
    ("answers", "fields"),
    [
        ({"qualities": ("numb",)}, SADDLE | {"leg_numb_side"}),
        ({"qualities": ("tingling",), "current_nrs": 1}, SADDLE | {"leg_numb_side"}),
        ({"qualities": ("electric",)}, {"runs_from_back"}),
        ({"qualities": ("shooting",)}, {"runs_from_back"}),
        ({"qualities": ("tearing",)}, {"sudden_severe", "ripping_or_spreading", "chest_breath"}),
        ({"regions": ("saddle",), "current_nrs": 1}, SADDLE),
        ({"regions": ("calf_L",)}, {"calf_swelling", "runs_from_back"}),
        ({"regions": ("shin_L",)}, {"runs_from_back"}),
        ({"regions": ("thigh_back_L", "thigh_back_R")}, {"trained_region_72h", "both_legs"}),
        ({"regions": ("scapula_L",)}, {"trained_region_72h", "band_like"}),
        ({"regions": ("flank_L",)}, {"flank_urinary"}),
        ({"regions": ("chest",)}, {"chest_breath", "collapse"}),
        ({"regions": ("abdomen",)}, {"shock_or_pulsing"}),
        ({"regions": ("neck_back",)}, {"arm_numb_weak", "gait_or_coordination"}),
        ({"regions": ("arm_L",)}, {"arm_numb_weak"}),
        ({"regions": ("lowback_L",)}, {"current_nrs"}),
        ({"current_nrs": 7}, {"sharp_at_rest", "cannot_do_basics"}),
        ({"current_nrs": 8}, {"chest_breath", "shock_or_pulsing"}),
        ({"qualities": ("sharp",), "current_nrs": 3}, {"sharp_at_rest"}),
        ({"sharp_at_rest": "yes"}, {"current_nrs"}),
        ({"saddle_change": "old_unchanged"}, SADDLE - {"saddle_change"}),
        ({"bladder_change": "effort_only_old"}, SADDLE - {"bladder_change"}),
        ({"leg_weakness": "mild"}, SADDLE | {"leg_numb_side", "both_legs"}),
        ({"runs_from_back": "yes"}, {"below_knee_side", "leg_numb_side"}),
        ({"below_knee_side": "left"}, {"runs_from_back"}),
        ({"sudden_severe": "yes"}, {"lift_provoked", "vessel_risk", "age_band", "chest_breath"}),
        ({"chest_breath": "yes"}, {"chest_tender_only", "collapse"}),
        ({"trauma": "minor"}, {"midline_severe", "leg_weakness", "osteoporosis"}),
        ({"fever": "yes"}, {"very_unwell", "stiff_neck_or_rash", "any_injecting", "confusion"}),
        ({"calf_swelling": "yes"}, {"trained_region_72h"}),
        ({"pregnancy": "yes", "current_nrs": 1}, {"pregnancy_warning", "pregnancy_emergency"}),
        ({"low_mood": "yes"}, {"self_harm"}),
        ({"onset_time": "48h", "current_nrs": 3}, {"trend"}),
        ({"trained": "yes", "qualities": ("heavy",), "current_nrs": 3}, {"dark_urine"}),
        (
            {"after_session": "yes", "qualities": ("cramping",), "current_nrs": 3},
            {"dark_urine", "swelling_beyond_session"},
        ),
    ],
)
def test_what_asks_for_what(answers: dict[str, Any], fields: set[str]):
    assert opened(**answers) >= fields


@pytest.mark.parametrize(
    ("answers", "fields"),
    [
        ({"woke": "yes"}, {"night_rest_pain"}),
        ({"mood": 2}, {"self_harm", "low_mood"}),
        ({"trained": "yes", "qualities": ("heavy",), "current_nrs": 2}, set()),
        ({"mood": 3}, set()),
        ({"leg_nrs": 0}, set()),
        ({"trained": "yes", "qualities": ("tight",), "current_nrs": 2}, set()),
    ],
)
def test_signs_of_the_check_in_ask_as_well(answers: dict[str, Any], fields: set[str]):
    assert set(answers) - {"qualities", "current_nrs"} <= set(SIGNS)
    assert opened(**answers) == fields


def test_a_number_for_the_leg_and_words_of_a_note_ask_too():
    assert {"leg_numb_side", "runs_from_back"} <= opened(current_nrs=1, leg_nrs=1)
    assert opened(current_nrs=1, asked_again=("ill",)) >= {"fever", "weight_loss"}


def test_plain_ache_in_the_buttock_is_not_between_the_legs():
    low = {"current_nrs": 1, "regions": ("buttock_L",)}
    assert opened(**low) >= SADDLE  # by any mark
    shipped = shipped_questions().triggers
    near = [t for t in shipped if any("near_saddle" in c.field for a in t.any for c in a)]
    assert [len(tests) for trigger in near for tests in trigger.any] == [2]


def test_stiff_mornings_and_the_course_help_and_do_not_count():
    answers = {"current_nrs": 1, "morning_stiff_min": 31}
    assert {"back_pain_began_before_45", "inflammatory_items", "onset_time"} <= asked(**answers)
    assert opened(**answers) == set()


def test_what_counts_is_what_may_not_be_left_open():
    answers = {"current_nrs": 4}
    assert counting(answers, NOW) == opened(**answers)
    assert counting(having(current_nrs=4), NOW) >= opened(**answers) - BACKGROUND
    assert not {"onset_time", "worried"} & counting(answers, NOW)
    assert "trend" in counting({**answers, "onset_time": "48h"}, NOW)


def test_of_a_full_check_all_that_lets_a_level_drop_counts():
    assert counting({}, NOW) == set()
    assert counting({}, NOW, full=True) >= SADDLE | {"self_harm", "worried", "dark_urine"}
    assert not {"onset_time", "age_band"} & counting({}, NOW, full=True)


def test_the_questions_in_another_language():
    use_language(find_resources() / "locale", ["xx"])
    try:
        for asked, said in zip(groups(), spoken(groups()), strict=True):
            assert said.title == tr(asked.title) != asked.title
            assert said.none == tr(asked.none)
            for question, one in zip(asked.questions, said.questions, strict=True):
                assert (one.field, one.none, one.asks) == (
                    question.field,
                    question.none,
                    question.asks,
                )
                assert (one.text, one.hint) == (tr(question.text), tr(question.hint))
                assert [c.label for c in one.choices] == [tr(c.label) for c in question.choices]
    finally:
        use_language(find_resources() / "locale", ["en"])


# -- the full check ------------------------------------------------------------------------------


def full(**answers: Any) -> list[str]:
    return [group.id for group in full_check(answers, NOW)]


def test_the_full_check_asks_all_that_stands_by_itself():
    assert full() == [
        "now", "saddle", "legs", "down", "beginning", "ill", "muscles", "kind", "upper", "mood",
        "course", "daily", "age", "history", "infection",
    ]  # fmt: skip


def test_what_follows_on_an_answer_comes_with_it():
    assert "chest" in full(chest_breath="yes")
    assert "lift" in full(sudden_severe="yes")
    assert "expecting" in full(pregnancy="yes", current_nrs=1)
    assert "pattern" in full(onset_time="72h", current_nrs=3)
    assert "trained" in full(calf_swelling="yes")


def test_of_a_known_background_the_full_check_asks_the_rest():
    known = {name: value for name, value in having().items() if name in BACKGROUND}
    assert not {"age", "history", "infection"} & set(full(**known))
    known.pop("infection_3m")
    assert "infection" in full(**known)


# -- words of a note -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("My left foot went numb", "en", {"saddle", "legs"}),
        ("I can’t feel it", "en", {"saddle", "legs"}),
        ("wet myself", "en", {"saddle"}),
        ("had a FEVER last night", "en", {"ill"}),
        ("what a number!", "en", set()),
        ("squats felt easy", "en", set()),
        ("", "en", set()),
        ("Mein Fuß ist taub", "de", {"saddle", "legs"}),
        ("Fieber und Schüttelfrost", "de_AT", {"ill"}),
        ("numb, schreibe ich auf Englisch", "de", {"saddle", "legs"}),
        ("I want to die", "en", {"mood"}),
        ("ich will nicht mehr leben", "de", {"mood"}),
        ("fever", "fr", {"ill"}),
    ],
)
def test_words_of_a_note_ask_again(text: str, language: str, found: set[str]):
    assert set(noticed(text, language)) == found


def test_every_flag_word_names_a_group():
    import tomllib

    from recovery_coach.base.paths import find_resources

    data = tomllib.loads((find_resources() / "rules" / "words.toml").read_text("utf-8"))
    known = {group.id for group in groups()}
    for entry in data.values():
        assert set(entry["flags"]) <= known
        assert entry["banned"]
