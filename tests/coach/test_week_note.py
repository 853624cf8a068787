"""The note of the week: at most three true sentences, once a week, silent beside a warning sign."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.coach.week_note import Done, WeekFacts, note_due, week_note
from recovery_coach.insight.load import Jump, Loaded, Return
from recovery_coach.insight.phases import compare
from recovery_coach.insight.trends import headline
from recovery_coach.redflags.model import LEVELS, Level, rank
from tests.coach.wording import check
from tests.insight.make import daily, day, span

TODAY = day(13)
"""A Sunday; the week before it begins on a Sunday, too."""
Scores = list[float | None]


def facts(before: Scores, week: Scores, **said: object) -> WeekFacts:
    days = daily(before, first=-1) + daily(week, first=6)
    given_facts: dict[str, object] = {
        "today": TODAY,
        "pain": headline(days, span(6, 12)),
        "written": 7,
        "written_before": 7,
        "flexibility": Done(0, 0),
        "core": Done(0, 0),
        **said,
    }
    return WeekFacts(**given_facts)  # type: ignore[arg-type]


def jump(load: float | None, usual: float | None, uncounted: int = 0) -> Jump:
    percent = 100 * (load - usual) / usual if load is not None and usual else None
    return Jump(Loaded(span(6, 12), load, 3, uncounted), usual, 4, percent)


def said(told: WeekFacts, level: Level = "none") -> tuple[str, ...]:
    return week_note(told, level).sentences


# -- pain ----------------------------------------------------------------------------------


def test_the_week_beside_the_one_before_with_what_is_missing():
    told = facts([4, 4, 5, None, None, 4, 4], [3, 3, 2, None, 3, 4, 3])
    assert said(told) == (
        "The last 7 days: median 3 (6 of 7 days); the 7 before: median 4 (5 of 7 days).",
    )


def test_a_week_with_too_little_before_it():
    told = facts([4, None, None, None, None, None, None], [3] * 7)
    assert said(told) == (
        "The last 7 days: median 3 (7 of 7 days); too few numbers before to compare with.",
    )


@pytest.mark.parametrize(
    ("week", "sentence"),
    [
        ([3], "1 of the last 7 days has a number for the back, too few for a median."),
        ([3, 3], "2 of the last 7 days have a number for the back, too few for a median."),
        ([], "No number for the back was written in the last 7 days."),
    ],
)
def test_a_week_with_too_few_numbers(week, sentence):
    assert said(facts([4] * 7, week)) == (sentence,)


# -- a week without any entry --------------------------------------------------------------


def test_a_week_without_any_entry_says_so_and_nothing_else():
    told = facts([4] * 7, [], written=0, flexibility=Done(0, 3), core=Done(0, 2))
    assert said(told) == ("Nothing was written in the last 7 days.",)


def test_two_of_them_are_silent():
    note = week_note(facts([], [], written=0, written_before=0), "none")
    assert not note
    assert note.title == "This week"


# -- sessions ------------------------------------------------------------------------------


def test_sessions_stand_beside_the_persons_own_aims():
    told = facts([4] * 7, [3] * 7, flexibility=Done(2, 3), core=Done(1, 2))
    assert said(told)[1] == (
        "Sessions: flexibility on 2 days (your aim: 3), core on 1 day (your aim: 2)."
    )


def test_none_are_said_as_plainly():
    told = facts([4] * 7, [3] * 7, flexibility=Done(0, 3))
    assert said(told)[1] == "Sessions: flexibility on 0 days (your aim: 3)."


def test_without_an_aim_the_days_are_told_alone():
    assert said(facts([4] * 7, [3] * 7, core=Done(2, 0)))[1] == "Sessions: core on 2 days."


# -- one thing noticed ---------------------------------------------------------------------

MORE = jump(480, 300)
BACK = Return(day(-10), day(8), 17)
ENDED = ("no deadlifts", compare(daily([6] * 14 + [3] * 14, first=-15), day(-1), day(-1), TODAY))


def test_much_more_load_than_usual():
    assert said(facts([4] * 7, [3] * 7, jump=MORE))[-1] == (
        "Training load of the last 7 days: 60% more than your recent weeks."
    )


@pytest.mark.parametrize("load", [300, 380, 100])
def test_less_than_thirty_percent_more_is_not_worth_a_word(load):
    assert len(said(facts([4] * 7, [3] * 7, jump=jump(load, 300)))) == 1


def test_a_return():
    assert said(facts([4] * 7, [3] * 7, returned=BACK))[-1].startswith(
        "Training again since 10 March, after 17 days without."
    )


def test_a_comparison_that_ended():
    assert said(facts([4] * 7, [3] * 7, ended=ENDED))[-1] == (
        "The 14 days of “no deadlifts” are over: possible improvement. Trends has both phases."
    )


def test_a_long_name_is_cut_at_a_word():
    told = facts([4] * 7, [3] * 7, ended=("mobility " * 20, ENDED[1]))
    assert "mobility…” are over" in said(told)[-1]


def test_what_could_not_be_counted():
    told = facts([4] * 7, [3] * 7, jump=jump(300, 300, uncounted=2))
    assert said(told)[-1] == (
        "2 trainings have no effort or minutes, so the load of the week is not complete."
    )


def test_of_several_things_the_rarest_is_told():
    told = facts([4] * 7, [3] * 7, jump=MORE, returned=BACK, ended=ENDED)
    assert "are over" in said(told)[-1]
    assert "60%" in said(replace(told, ended=None))[-1]
    assert len(said(told)) == 2


# -- whatever there is ---------------------------------------------------------------------

DONE = st.builds(Done, st.integers(0, 7), st.integers(0, 7))
WEEK = st.lists(st.none() | st.integers(0, 10), max_size=7)


@given(
    st.builds(
        facts,
        WEEK,
        WEEK,
        written=st.integers(0, 7),
        written_before=st.integers(0, 7),
        flexibility=DONE,
        core=DONE,
        jump=st.sampled_from((None, MORE, jump(None, 300, 3), jump(100, None))),
        returned=st.sampled_from((None, BACK)),
        ended=st.sampled_from((None, ENDED)),
    ),
    st.sampled_from(LEVELS),
)
def test_at_most_three_sentences_without_praise_or_blame(told, level):
    note = week_note(told, level)
    for sentence in note.sentences:
        check(sentence)
    assert len(note.sentences) <= 3
    if rank(level) >= rank("book"):
        assert not note
    elif told.written:
        assert note


# -- once a week ---------------------------------------------------------------------------


def test_it_is_offered_from_sunday_on_until_it_is_put_away():
    assert TODAY.weekday() == 6
    saturday = TODAY - timedelta(days=1)
    assert note_due(saturday, TODAY)
    assert note_due(saturday, TODAY + timedelta(days=6))
    assert not note_due(TODAY, TODAY)
    assert not note_due(TODAY, TODAY + timedelta(days=6))
    assert note_due(TODAY, TODAY + timedelta(days=7))


def test_one_that_was_never_put_away_is_offered():
    assert note_due(None, TODAY)


def test_a_clock_that_ran_ahead_does_not_put_it_away_for_good():
    assert note_due(TODAY + timedelta(days=400), TODAY)


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(1, 120))
def test_put_away_each_time_it_is_offered_once_a_week(first, days):
    shown: list[date] = []
    for number in range(days):
        today = first + timedelta(days=number)
        if note_due(shown[-1] if shown else None, today):
            shown.append(today)
    assert all(one.weekday() == 6 for one in shown[1:])
    assert len(shown) == 1 + sum(
        (first + timedelta(days=number)).weekday() == 6 for number in range(1, days)
    )
