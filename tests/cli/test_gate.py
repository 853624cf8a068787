"""The gate in the terminal: what may not be begun is not, and says so by its exit code."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from recovery_coach.cli.gate import NOT_NOW
from recovery_coach.coach.checks import answer, note, standing
from recovery_coach.journal import CheckRecord, Journal, PainEntry, SessionRecord
from recovery_coach.redflags.model import Group, Value
from tests.checks import all_none
from tests.cli.conftest import Run, Start
from tests.cli.screen import Screen, screen

PLAIN, GENTLE = "express_3", "sore_day_gentle"
FAST = ("--speed", 1000)
LONG = ("--get-ready", "600")
URGENT = "Talk to a health service today."
EMERGENCY = "Get emergency help now."
BOOK = "Arrange to see a clinician or physiotherapist in the next few days."


def now() -> datetime:
    return datetime.now().astimezone()


def enter(journal: Journal, nrs: int, **fields: Any) -> None:
    note(journal, PainEntry(nrs=nrs, at=now(), source="terminal", **fields), now())


def check(journal: Journal, days: float = 2.5, **answers: Value) -> None:
    """Nothing but what is given, of a pain that began some days ago."""
    began = {"onset_time": (now() - timedelta(days=days)).isoformat(), "movement_provoked": "yes"}
    answer(journal, all_none(**{**began, "trend": "better", **answers}), now())


def urgent(journal: Journal) -> None:
    enter(journal, 8)


def emergency(journal: Journal) -> None:
    enter(journal, 4)
    check(journal, saddle_change="new_or_worse")


def book(journal: Journal) -> None:
    enter(journal, 3)
    check(journal, days=4, trend="same")


def unchecked(journal: Journal) -> None:
    enter(journal, 3)


def above_five(journal: Journal) -> None:
    enter(journal, 6)
    check(journal)


def checked(journal: Journal) -> None:
    enter(journal, 3)
    check(journal)


# -- where nobody sits


@pytest.mark.parametrize("options", [(), ("--no-record",)], ids=["recorded", "not recorded"])
@pytest.mark.parametrize("routine", [PLAIN, GENTLE])
@pytest.mark.parametrize(("said", "screen_says"), [(urgent, URGENT), (emergency, EMERGENCY)])
def test_a_grave_level_is_printed_and_nothing_plays(
    run: Run,
    journal: Journal,
    said: Callable[[Journal], None],
    screen_says: str,
    routine: str,
    options: tuple[str, ...],
):
    said(journal)
    done = run("play", routine, *FAST, *options)
    assert done.exit_code == NOT_NOW == 3
    assert done.stdout.splitlines()[0] == screen_says
    assert "Call " in done.stdout.splitlines()[-1]
    assert journal.latest(SessionRecord, 1) == []


@pytest.mark.parametrize("options", [(), ("--no-record",)], ids=["recorded", "not recorded"])
@pytest.mark.parametrize("said", [book, unchecked, above_five])
def test_where_only_the_gentle_ones_are_open_another_does_not_play(
    run: Run, journal: Journal, said: Callable[[Journal], None], options: tuple[str, ...]
):
    said(journal)
    done = run("play", PLAIN, *FAST, *options)
    assert done.exit_code == NOT_NOW
    assert "gentle moves are open" in done.stdout
    assert journal.latest(SessionRecord, 1) == []
    assert run("play", GENTLE, *FAST, *options).exit_code == 0


@pytest.mark.parametrize("said", [checked, lambda journal: enter(journal, 2)])
def test_where_all_are_open_it_plays(run: Run, journal: Journal, said: Callable[[Journal], None]):
    said(journal)
    assert run("play", PLAIN, *FAST).exit_code == 0


def test_a_file_of_ones_own_keeps_to_it(run: Run, journal: Journal, tmp_path: Path):
    file = tmp_path / "mine.toml"
    file.write_text(
        'id = "mine"\nname = "Mine"\nsummary = "Mine."\n[[steps]]\nexercise = "easy_march"\n'
    )
    urgent(journal)
    assert run("play", file, *FAST).exit_code == NOT_NOW


@pytest.mark.parametrize("number", [8, 10])
def test_a_grave_number_prints_its_screen(run: Run, number: int):
    done = run("pain", number)
    assert done.exit_code == 0
    assert f"Noted: {number} of 10" in done.stdout
    assert URGENT in done.stdout
    assert run("play", GENTLE, *FAST).exit_code == NOT_NOW


def test_a_low_number_says_nothing_of_it(run: Run):
    assert run("pain", 2).stdout.count("\n") == 1


def test_a_lower_number_after_it_opens_nothing(run: Run, journal: Journal):
    run("pain", 8)
    run("pain", 0)
    assert standing(journal, now()).level == "urgent"
    assert run("play", PLAIN, *FAST).exit_code == NOT_NOW


# -- without a display


def test_without_a_display_the_screen_is_printed(start: Start, journal: Journal):
    urgent(journal)
    done = start()
    assert done.returncode == NOT_NOW
    assert done.stdout.splitlines()[0] == URGENT
    assert "Three-minute express" not in done.stdout


def test_without_a_display_a_file_is_not_shown_either(
    start: Start, journal: Journal, tmp_path: Path
):
    file = tmp_path / "mine.toml"
    file.write_text(
        'id = "mine"\nname = "Mine"\nsummary = "Mine."\n[[steps]]\nexercise = "easy_march"\n'
    )
    urgent(journal)
    done = start(file)
    assert done.returncode == NOT_NOW
    assert URGENT in done.stdout


# -- at a terminal

Play = Callable[..., AbstractContextManager[Screen]]


@pytest.fixture
def program(home: Path) -> list[str]:
    return [sys.executable, "-m", "recovery_coach", "--basedir", str(home)]


@pytest.fixture
def play(program: list[str]) -> Play:
    def begin(routine: str = PLAIN, *options: str) -> AbstractContextManager[Screen]:
        return screen([*program, "play", routine, *LONG, *options])

    return begin


def answer_questions(shown: Screen, groups: Sequence[Group], **told: str) -> None:
    """Enter at every question but those of ``told``, which are fields."""
    for group in groups:
        shown.expect(group.title)
        if group.none:
            shown.expect("to leave it open:")
            shown.press(
                next((told[q.field] for q in group.questions if q.field in told), "") + "\n"
            )
            continue
        for question in group.questions:
            shown.expect(question.text)
            shown.expect("leaves it open:")
            shown.press(told.get(question.field, "") + "\n")


def leave_session(shown: Screen) -> None:
    """End it, and leave its questions out."""
    shown.press("qy")
    for question in ("Pain now, 0-10:", "Effort, 0-10:", "Note:"):
        shown.expect(question)
        shown.press("\n")
    assert shown.end() == 0


SINCE = {"onset_time": "24h", "trend": "1", "movement_provoked": "1", "age_band": "3"}


def test_the_questions_answered_lead_into_the_session(play: Play, journal: Journal):
    unchecked(journal)
    groups = standing(journal, now()).groups
    with play() as shown:
        answer_questions(shown, groups, **SINCE)
        shown.expect("Get ready")
        leave_session(shown)
    (one,) = journal.latest(CheckRecord, 9)
    assert one.record.asked
    assert "onset_time" in "".join(one.record.answers)


def test_enter_at_every_question_leads_into_a_gentle_one(play: Play, journal: Journal):
    unchecked(journal)
    groups = standing(journal, now()).groups
    with play(GENTLE) as shown:
        answer_questions(shown, groups)
        shown.expect("Get ready")
        leave_session(shown)


def test_questions_left_open_leave_the_gentle_ones(play: Play, journal: Journal):
    unchecked(journal)
    with play() as shown:
        shown.expect("to leave it open:")
        shown.press("?\n")
        shown.expect("to leave it open:")
        shown.press("\x04")
        shown.expect("gentle moves are open")
        assert shown.end() == NOT_NOW
    assert journal.latest(SessionRecord, 1) == []


def test_an_emergency_among_the_answers_prints_its_screen(play: Play, journal: Journal):
    unchecked(journal)
    groups = standing(journal, now()).groups
    assert groups[0].questions[0].field == "saddle_change"
    with play(GENTLE) as shown:
        shown.expect("to leave it open:")
        shown.press("1\n")
        shown.expect(groups[0].questions[0].text)
        shown.expect("leaves it open:")
        shown.press("1\n")
        shown.expect(EMERGENCY)
        assert shown.end() == NOT_NOW
    assert standing(journal, now()).level == "emergency"


def test_the_number_at_the_start_may_end_it(play: Play, journal: Journal):
    with play() as shown:
        shown.expect("Pain now?")
        shown.press("8")
        shown.expect(URGENT)
        assert shown.end() == NOT_NOW
    (one,) = journal.latest(SessionRecord, 9)
    assert (one.record.pain_before, one.record.stop_reason) == (8, "check")


def test_a_3_at_the_start_asks_and_begins_anew(play: Play, journal: Journal):
    with play() as shown:
        shown.expect("Pain now?")
        shown.press("3")
        shown.expect("Between the legs")
        groups = standing(journal, now()).groups
        shown.expect("to leave it open:")
        shown.press("\n")
        answer_questions(shown, groups[1:], **SINCE)
        shown.expect("Get ready")
        leave_session(shown)


# -- an interrupted session


@pytest.fixture(params=[PLAIN, GENTLE])
def interrupted(request: pytest.FixtureRequest, play: Play) -> str:
    """A session that was killed; its routine."""
    with play(request.param) as shown:
        shown.expect("Pain now?")
        shown.send(signal.SIGKILL)
        shown.end()
    return str(request.param)


def test_it_is_not_offered_while_nothing_may_be_begun(
    interrupted: str, play: Play, journal: Journal
):
    urgent(journal)
    with play(interrupted) as shown:
        shown.expect(URGENT)
        assert shown.end() == NOT_NOW
        assert "was interrupted" not in shown.text
    assert len(journal.checkpoints()) == 1, "it waits"


def test_it_is_offered_only_where_it_is_open(interrupted: str, play: Play, journal: Journal):
    book(journal)
    with play(GENTLE) as shown:
        shown.expect("A session was interrupted")
        shown.expect("D  discard it")
        assert ("G  go on from there" in shown.text) == (interrupted == GENTLE)
        shown.press("d")
        shown.expect("Get ready")
        leave_session(shown)
