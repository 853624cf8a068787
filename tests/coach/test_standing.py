"""What stands now, from what was entered, answered, stopped and seen: facts 5.2 read as a story."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from recovery_coach.coach.advice import why_gentle
from recovery_coach.coach.checks import (
    answer,
    close,
    note,
    standing,
)
from recovery_coach.coach.gate import Standing
from recovery_coach.coach.standing import CLOCKS
from recovery_coach.journal import (
    CheckRecord,
    ExerciseFine,
    HurtRecord,
    Journal,
    PainEntry,
    SessionRecord,
)
from recovery_coach.redflags.model import Value
from tests.checks import all_none
from tests.fakes import ManualClock


class Diary:
    """A journal and a clock, and what a person does with both."""

    def __init__(self, journal: Journal, clock: ManualClock) -> None:
        self.journal = journal
        self.clock = clock

    @property
    def now(self) -> datetime:
        return self.clock.now()

    def later(self, **spans: float) -> None:
        self.clock.advance(timedelta(**spans).total_seconds())

    def enter(self, nrs: int | None = None, **fields: object) -> list[str]:
        entry = PainEntry(nrs=nrs, at=self.now, source="checkin", **fields)  # type: ignore[arg-type]
        return note(self.journal, entry, self.now)

    def check(self, asked_all: bool = False, **answers: Value) -> None:
        answer(self.journal, all_none(**answers), self.now, asked_all)

    @property
    def standing(self) -> Standing:
        return standing(self.journal, self.now)

    @property
    def level(self) -> str:
        return self.standing.level


@pytest.fixture
def diary(journal: Journal, clock: ManualClock) -> Diary:
    return Diary(journal, clock)


# -- an ordinary day ------------------------------------------------------------------------


def test_nothing_entered_is_nothing(diary: Diary) -> None:
    assert diary.level == "none"
    assert diary.standing.may_begin(gentle=False) == "begin"


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_low_number_asks_nothing_and_starts(diary: Diary, number: int) -> None:
    diary.enter(number)

    assert not diary.standing.groups
    assert diary.standing.may_begin(gentle=False) == "begin"
    assert diary.level == ("self-care" if number else "none")


def test_a_number_of_3_asks_first_and_the_gentle_ones_stay_open(diary: Diary) -> None:
    diary.enter(3)

    assert diary.level == "not fully checked"
    assert diary.standing.may_begin(gentle=False) == "ask"
    assert diary.standing.access == "gentle"


def test_a_steady_low_ache_is_asked_about_once_and_then_by_the_clocks(diary: Diary) -> None:
    diary.enter(2, regions=("lowback_mid=2",))
    began = diary.now
    assert diary.standing.may_begin(gentle=False) == "ask"
    diary.check(onset_time=began.isoformat(), trend="better", movement_provoked="yes")
    asked = []

    for day in range(1, 12):
        diary.later(hours=24)
        diary.enter(2, regions=("lowback_mid=2",))
        if diary.standing.verdict.open:
            asked.append(day)
            diary.check(onset_time=began.isoformat(), trend="better", movement_provoked="yes")

    assert asked == [1, 2, 3, 7]


# -- what is held -------------------------------------------------------------------------


def test_a_high_number_is_held_when_the_next_is_low(diary: Diary) -> None:
    diary.enter(8)
    assert diary.level == "urgent"

    diary.later(days=1)
    diary.enter(0)

    assert diary.level == "urgent"
    assert diary.standing.may_begin(gentle=True) == "no"
    assert [reason.id for reason in diary.standing.verdict.reasons] == ["U-12"]


def test_taking_a_mistaken_number_back_takes_its_level_back(diary: Diary) -> None:
    versions = diary.enter(9)

    for version in versions:
        diary.journal.undo(version)

    assert diary.level == "none"


def test_only_a_full_check_drops_a_level(diary: Diary) -> None:
    diary.enter(8)
    diary.later(hours=2)
    diary.enter(1)
    diary.check()
    assert diary.level == "urgent"

    diary.check(asked_all=True)

    assert diary.level == "self-care"
    assert diary.standing.may_begin(gentle=False) == "begin"


def test_a_full_check_with_an_open_question_drops_nothing(diary: Diary) -> None:
    diary.enter(8)
    diary.enter(0)
    answers = all_none()
    del answers["fever"]

    answer(diary.journal, answers, diary.now, asked_all=True)

    assert diary.level == "urgent"


def test_a_level_that_time_brought_is_held_too(diary: Diary) -> None:
    diary.enter(3)
    diary.check(onset_time=diary.now.isoformat(), trend="same", movement_provoked="yes")
    assert diary.level == "self-care"

    diary.later(hours=73)
    assert diary.level == "book"
    diary.enter(0)

    assert diary.level == "book"
    assert "B-01" in {reason.id for reason in diary.standing.verdict.reasons}


def test_however_many_checks_come_after_it_a_level_is_held(diary: Diary) -> None:
    diary.enter(4)
    diary.check(cough_strain_pain="yes")
    for _ in range(120):
        diary.later(minutes=1)
        answer(diary.journal, {"cough_strain_pain": "no"}, diary.now)

    assert diary.level == "urgent"


def test_an_emergency_of_a_year_ago_still_stands(diary: Diary) -> None:
    diary.enter(4)
    diary.check(saddle_change="new_or_worse")

    diary.later(days=365)

    assert diary.level == "emergency"
    assert diary.standing.alarmed


# -- closed by a professional --------------------------------------------------------------


@pytest.mark.parametrize(
    ("fine", "access"), [("yes", "amber"), ("no", "gentle"), ("unsure", "gentle")]
)
def test_what_a_professional_has_seen_is_not_raised_again(
    diary: Diary, fine: str, access: str
) -> None:
    diary.enter(4, runs_down="below_knee", runs_side="left")
    diary.check(runs_from_back="yes", below_knee_side="left")
    assert diary.level == "urgent"

    close(diary.journal, diary.now.date(), fine, diary.now)  # type: ignore[arg-type]
    diary.later(days=1)
    diary.enter(4, runs_down="below_knee", runs_side="left")
    diary.check(runs_from_back="yes", below_knee_side="left")

    assert diary.level == "self-care"
    assert diary.standing.access == access


@pytest.mark.parametrize(("fine", "may"), [("yes", "begin"), ("no", "gentle_only")])
def test_what_they_said_of_exercise_holds_when_the_number_is_lower(
    diary: Diary, fine: ExerciseFine, may: str
) -> None:
    diary.enter(8)
    close(diary.journal, diary.now.date(), fine, diary.now)
    diary.later(days=1)

    diary.enter(2)
    assert diary.standing.may_begin(gentle=False) == may
    assert diary.standing.may_begin(gentle=True) == "begin"

    diary.check(asked_all=True)
    assert diary.standing.may_begin(gentle=False) == "begin"


def test_what_is_new_after_that_raises_it_again(diary: Diary) -> None:
    diary.enter(4, runs_down="below_knee", runs_side="left")
    diary.check(runs_from_back="yes", below_knee_side="left")
    close(diary.journal, diary.now.date(), "yes", diary.now)
    diary.later(days=1)

    diary.enter(4, runs_down="below_knee", runs_side="right")
    diary.check(runs_from_back="yes", below_knee_side="right")

    assert diary.level == "urgent"


def test_an_event_that_was_seen_is_over_and_another_one_is_new(diary: Diary) -> None:
    diary.enter(2)
    diary.check(self_harm="yes")
    assert diary.standing.verdict.crisis
    close(diary.journal, diary.now.date(), "yes", diary.now)
    diary.later(hours=1)
    diary.check(fever="yes")
    assert not diary.standing.verdict.crisis

    diary.check(self_harm="yes")

    assert diary.standing.verdict.crisis


def test_with_several_entries_a_day_what_was_seen_stays_closed_for_months(diary: Diary) -> None:
    """Long-standing pain that was looked at never locks its owner out again (rule 4)."""
    diary.enter(4, runs_down="below_knee", runs_side="left")
    diary.check(runs_from_back="yes", below_knee_side="left")
    close(diary.journal, diary.now.date(), "yes", diary.now)
    for _ in range(100):
        diary.later(hours=8)
        diary.enter(2)
        diary.later(hours=8)
        diary.enter(3)
        diary.later(hours=8)
        diary.enter(2)

    diary.enter(4, runs_down="below_knee", runs_side="left")
    diary.check(runs_from_back="yes", below_knee_side="left")

    assert diary.level == "self-care"


def test_another_episode_is_raised_again(diary: Diary) -> None:
    diary.enter(8)
    close(diary.journal, diary.now.date(), "yes", diary.now)
    assert diary.level != "urgent"
    diary.later(days=31)

    diary.enter(8)

    assert diary.level == "urgent"


# -- asked again -----------------------------------------------------------------------------


@pytest.mark.parametrize("span", CLOCKS, ids=str)
def test_each_clock_asks_again_at_its_hour_and_not_before(diary: Diary, span: timedelta) -> None:
    diary.enter(2, regions=("lowback_L=2",))
    began = diary.now
    diary.later(seconds=(span - timedelta(minutes=2)).total_seconds())
    diary.enter(2, regions=("lowback_L=2",))
    diary.check(onset_time=began.isoformat(), trend="better", movement_provoked="yes")
    diary.later(minutes=1)
    assert not diary.standing.verdict.open

    diary.later(minutes=1)

    assert diary.standing.verdict.open


@pytest.mark.parametrize(
    "change",
    [
        {"nrs": 4, "regions": ("lowback_L=4",)},
        {"nrs": 2, "regions": ("lowback_L=2", "calf_R=2")},
        {"nrs": 2, "regions": ("lowback_L=2",), "qualities": ("numb",)},
        {"nrs": 2, "regions": ("lowback_L=2",), "runs_down": "thigh"},
        {"nrs": 2, "regions": ("lowback_L=2",), "note": "my leg feels numb"},
    ],
    ids=["two points more", "a new place", "a new word", "runs down", "a word in the note"],
)
def test_what_is_new_asks_again(diary: Diary, change: dict[str, object]) -> None:
    diary.enter(2, regions=("lowback_L=2",), qualities=("dull",))
    diary.check(onset_time=diary.now.isoformat(), trend="better", movement_provoked="yes")
    assert not diary.standing.verdict.open
    diary.later(hours=2)

    diary.enter(**change)  # type: ignore[arg-type]

    assert diary.standing.verdict.open


def test_what_is_left_open_then_stays_open_whatever_was_answered_before(diary: Diary) -> None:
    diary.enter(2, regions=("lowback_L=2",))
    diary.check(onset_time=diary.now.isoformat(), trend="better", movement_provoked="yes")
    diary.later(hours=2)
    diary.enter(4, regions=("lowback_L=4", "calf_R=4"))
    was_open = set(diary.standing.verdict.open)

    answer(diary.journal, {"fever": "no"}, diary.now)

    assert "fever" in was_open
    assert set(diary.standing.verdict.open) == was_open - {"fever"}


def test_a_word_like_a_muscle_asks_nothing_again(diary: Diary) -> None:
    diary.enter(2, regions=("lowback_L=2",), qualities=("dull",))
    diary.check(onset_time=diary.now.isoformat(), trend="better", movement_provoked="yes")
    diary.later(hours=2)

    diary.enter(3, regions=("lowback_L=3",), qualities=("stiff", "tight"))

    assert not diary.standing.verdict.open


def test_above_2_each_session_has_its_own_check(diary: Diary) -> None:
    diary.enter(3)
    began = diary.now.isoformat()
    diary.check(onset_time=began, movement_provoked="yes")
    assert diary.standing.may_begin(gentle=False) == "begin"

    diary.later(minutes=5)
    diary.journal.append(_session(diary.now))
    assert diary.standing.may_begin(gentle=False) == "ask"

    diary.check(onset_time=began, movement_provoked="yes")
    assert diary.standing.may_begin(gentle=False) == "begin"


def test_above_5_the_gentle_set_alone(diary: Diary) -> None:
    diary.enter(6)
    diary.check(onset_time=diary.now.isoformat(), movement_provoked="yes")

    assert diary.level == "self-care"
    assert diary.standing.may_begin(gentle=False) == "gentle_only"
    assert diary.standing.may_begin(gentle=True) == "begin"


def test_above_5_no_answer_opens_more_than_the_gentle_set(diary: Diary) -> None:
    diary.enter(6)

    assert diary.standing.asks
    assert diary.standing.only_gentle
    assert "6" in why_gentle(diary.standing)


def test_what_an_entry_alone_says_is_there_when_a_check_is_due_again(diary: Diary) -> None:
    diary.enter(3, leg_nrs=2, mood=4, woke=True, training="trained")
    diary.check(onset_time=diary.now.isoformat(), movement_provoked="yes")
    diary.later(hours=5)

    assert diary.standing.may_begin(gentle=False) == "ask"
    assert diary.standing.prefill["leg_nrs"] == 2
    assert "movement_provoked" not in diary.standing.prefill
    assert "fever" not in diary.standing.prefill


# -- stops in a session ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "level"),
    [("chest", "emergency"), ("faint", "urgent"), ("numb", "urgent"), ("limb", "urgent")],
)
def test_a_stop_stands_until_a_full_check(diary: Diary, word: str, level: str) -> None:
    diary.journal.append(_hurt(diary.now, word))
    assert diary.level == level

    diary.later(days=3)
    assert diary.level == level
    diary.check(asked_all=True)

    assert diary.level == "none"


def test_a_stop_that_was_seen_does_not_stand(diary: Diary) -> None:
    diary.journal.append(_hurt(diary.now, "limb"))

    close(diary.journal, diary.now.date(), "yes", diary.now)

    assert diary.level == "none"


def test_sharp_pain_asks_again(diary: Diary) -> None:
    diary.enter(2, regions=("lowback_L=2",))
    diary.check(onset_time=diary.now.isoformat(), trend="better", movement_provoked="yes")
    diary.later(minutes=10)

    diary.journal.append(_hurt(diary.now, "sharp"))

    assert diary.standing.verdict.open


# -- whatever is in the journal -------------------------------------------------------------------


def test_a_check_of_a_newer_program_counts_as_grave(diary: Diary) -> None:
    record = CheckRecord(
        at=diary.now, full=True, answers=("x=y",), level="dire", reasons=("Z-1",), rules=99
    )

    diary.journal.append(record)

    assert diary.level == "urgent"


def test_the_health_background_of_today_counts_and_not_that_of_the_check(diary: Diary) -> None:
    diary.enter(3)
    diary.check(cancer_history="yes", onset_time=diary.now.isoformat())

    assert diary.level == "urgent"
    assert diary.standing.answers["cancer_history"] == "yes"


def _session(at: datetime) -> SessionRecord:
    return SessionRecord(
        routine="r",
        routine_name="R",
        started_at=at,
        state="finished",
        planned_seconds=60,
        steps_total=1,
        segments_total=1,
    )


def _hurt(at: datetime, word: str) -> HurtRecord:
    return HurtRecord(
        session="s", segment=0, exercise="squat", set=1, words=(word,), action="stop", at=at
    )
