"""``play`` at a terminal: its keys, its questions, and how it leaves the terminal behind.

The sets of the routine last half an hour, so nothing moves but what a key moves.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from recovery_coach.journal import HurtRecord, Journal, SessionRecord
from tests.cli.screen import Screen, screen

Play = Callable[..., AbstractContextManager[Screen]]

ROUTINE = """
id = "long_holds"
name = "Long holds"
summary = "Nothing moves by itself."

[[steps]]
exercise = "side_plank"
hold = 1800
sides = "each"

[[steps]]
exercise = "front_plank"
hold = 1800

[[steps]]
exercise = "bodyweight_squat"
until_done = true
"""
# Segments: 0 get ready, 1 left, 2 switch, 3 right, 4 transition, 5 front plank, 6 transition,
# 7 squat. What prepares lasts ten minutes as well.
LONG = ("--get-ready", "600", "--switch", "600", "--transition", "600")
RIGHT, LEFT, PAGE_DOWN, PAGE_UP = "\x1b[C", "\x1bOD", "\x1b[6~", "\x1b[5~"


@pytest.fixture
def program(home: Path) -> list[str]:
    return [sys.executable, "-m", "recovery_coach", "--basedir", str(home)]


@pytest.fixture
def play(program: list[str], tmp_path: Path) -> Play:
    file = tmp_path / "long.toml"
    file.write_text(ROUTINE)

    def start(*options: str, **environment: str) -> AbstractContextManager[Screen]:
        return screen([*program, "play", str(file), *LONG, *options], **environment)

    return start


@pytest.fixture
def playing(play: Play) -> Iterator[Screen]:
    """In the first half hour, on the left side; a pain of 2 was given."""
    with play() as shown:
        shown.expect("Pain now?")
        shown.press("2")
        shown.expect("pain at the start: 2")
        shown.press(RIGHT)
        shown.expect("Hold")
        yield shown


def the_session(journal: Journal) -> SessionRecord:
    (entry,) = journal.latest(SessionRecord, 2)
    return entry.record


def sets(journal: Journal) -> list[tuple[int, str]]:
    (entry,) = journal.latest(SessionRecord, 2)
    return sorted((s.record.segment, s.record.outcome) for s in journal.sets_of(entry.record_id))


def the_hurt(journal: Journal) -> HurtRecord:
    (hurt,) = journal.hurts_of(journal.latest(SessionRecord, 1)[0].record_id)
    return hurt.record


def stop(shown: Screen) -> None:
    """Stop, and leave the questions out."""
    shown.press("q")
    shown.expect("Stop here?")
    shown.press("y")
    for question in ("Pain now, 0-10:", "Effort, 0-10:", "Note:"):
        shown.expect(question)
        shown.press("\n")
    assert shown.end() == 0


def test_it_shows_where_one_is(playing: Screen):
    playing.expect("Long holds")
    playing.expect("step 1 of 3")
    playing.expect("Side plank · Left side")
    playing.expect("seconds")
    playing.expect("Then: Side plank · Right side")
    playing.expect("Space pause")
    stop(playing)


def test_space_pauses_and_goes_on(playing: Screen):
    playing.press(" ")
    playing.expect("Paused")
    playing.press(" ")
    playing.expect("and on")
    playing.expect("Hold")
    stop(playing)


def test_skip_and_back(playing: Screen, journal: Journal):
    playing.press(RIGHT)
    playing.expect("Switch sides: ")
    playing.press(PAGE_DOWN)
    playing.expect("Right side")
    playing.press(LEFT)
    playing.expect("Switch sides: ")
    playing.press(PAGE_UP)
    playing.expect("Left side")
    stop(playing)
    assert sets(journal) == [(1, "partial"), (3, "partial")]


def test_ten_seconds_longer_and_back_and_on(playing: Screen, journal: Journal):
    playing.press("e")
    playing.press("+")
    playing.press("-")
    stop(playing)
    assert journal.sets_of(journal.latest(SessionRecord, 1)[0].record_id)[
        0
    ].record.extended_seconds == pytest.approx(10)


def test_enter_says_done_where_it_waits(playing: Screen, journal: Journal):
    for words in ("Switch sides: ", "Right side", "Next exercise: ", "Hold", "Next exercise: "):
        playing.press(RIGHT)
        playing.expect(words)
    playing.press(RIGHT)
    playing.expect("Enter done")
    playing.press("\r")
    playing.expect("Finished: 1 of 4 sets")
    playing.expect("Pain now, 0-10:")
    playing.press("11\n")
    playing.expect("from 0 to 10")
    playing.expect("Pain now, 0-10:")
    playing.press("1\n")
    playing.expect("Effort, 0-10:")
    playing.press("7\n")
    playing.expect("Note:")
    playing.press("good\n")
    assert playing.end() == 0
    record = the_session(journal)
    assert (record.pain_before, record.pain_after, record.effort) == (2, 1, 7)
    assert (record.note, record.state) == ("good", "finished")
    assert sets(journal) == [(1, "skipped"), (3, "skipped"), (5, "skipped"), (7, "done")]


def test_stopping_asks_and_no_goes_on(playing: Screen, journal: Journal):
    playing.press("q")
    playing.expect("Stop here?")
    playing.press("n")
    playing.expect("Hold")
    stop(playing)
    assert the_session(journal).state == "stopped"
    assert sets(journal) == [(1, "partial")]


def test_questions_may_be_cut_short(playing: Screen, journal: Journal):
    playing.press("qy")
    playing.expect("Pain now, 0-10:")
    playing.press("3\n")
    playing.expect("Effort, 0-10:")
    playing.press("\x04")
    assert playing.end() == 0
    assert the_session(journal).pain_after == 3


# -- it hurts --------------------------------------------------------------------------------


def test_a_low_number_may_go_on(playing: Screen, journal: Journal):
    playing.press("h")
    playing.expect("How much does it hurt?")
    playing.press("4")
    playing.expect("None of these")
    playing.press("6")
    playing.expect("Where is it?")
    playing.press("\r")
    playing.expect("Get help at once for")
    playing.expect("C  carry on")
    playing.press("c")
    playing.expect("and on")
    stop(playing)
    assert sets(journal) == [(1, "partial")]
    assert the_hurt(journal).regions == ()


def test_where_it_hurts_is_two_keys(playing: Screen, journal: Journal, program: list[str]):
    playing.press("h")
    playing.expect("How much does it hurt?")
    playing.press("4")
    playing.expect("None of these")
    playing.press("6")
    playing.expect("1  Low back")
    playing.press("1")
    playing.expect("Your own left and right")
    playing.expect("1  Low back beside the spine, left")
    playing.press("1")
    playing.expect("> Low back beside the spine, left")
    playing.expect("S  leave this exercise out")
    playing.press("s")
    playing.expect("Next exercise: Front plank")
    stop(playing)
    assert the_hurt(journal).regions == ("lowback_L",)
    told = subprocess.run(
        [*program, "sessions", journal.latest(SessionRecord, 1)[0].record_id],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "4 of 10 · None of these · Low back beside the spine, left" in told.stdout


def test_an_area_that_is_one_place_is_one_key(playing: Screen, journal: Journal):
    playing.press("h")
    playing.expect("How much does it hurt?")
    playing.press("\r")
    playing.expect("None of these")
    playing.press("\r")
    playing.expect("5  Neck")
    playing.press("5")
    playing.expect("> Neck")
    playing.expect("Q  end here")
    playing.press("s")
    playing.expect("Next exercise: Front plank")
    stop(playing)
    assert the_hurt(journal).regions == ("neck_back",)


def test_the_rest_of_it_may_be_done_the_easier_way(playing: Screen, journal: Journal):
    playing.press("h")
    playing.expect("How much does it hurt?")
    playing.press("4")
    playing.expect("None of these")
    playing.press("6")
    playing.expect("Where is it?")
    playing.press("\r")
    playing.expect("E  easier: Side plank from the knees")
    playing.press("e")
    playing.expect("Next exercise: Side plank from the knees · Left side")
    playing.press(RIGHT)
    playing.expect("Hold")
    stop(playing)
    assert sets(journal) == [(1, "hurt"), (9, "partial")]
    assert the_hurt(journal).action == "easier"


def test_an_exercise_without_an_easier_one_offers_none(playing: Screen, journal: Journal):
    for words in ("Switch sides: ", "Right side", "Next exercise: ", "Hold", "Next exercise: "):
        playing.press(RIGHT)
        playing.expect(words)
    playing.press(RIGHT)
    playing.expect("Enter done")
    playing.press("h")
    playing.expect("How much does it hurt?")
    playing.press("4")
    playing.expect("None of these")
    playing.press("6")
    playing.expect("Where is it?")
    playing.press("\r")
    assert "easier" not in playing.expect("Q  end here")
    playing.press("q")
    assert playing.end() == 0


def test_sharp_pain_ends_the_exercise(playing: Screen, journal: Journal):
    playing.press("h")
    playing.expect("How much does it hurt?")
    playing.press("4")
    playing.expect("Sharp")
    playing.press("1")
    playing.expect("Where is it?")
    playing.press("\r")
    said = playing.expect("Q  end here")
    assert "carry on" not in said
    assert "easier" not in said
    playing.press("c")
    playing.press("s")
    playing.expect("Next exercise: Front plank")
    stop(playing)
    assert sets(journal) == [(1, "hurt")]
    (entry,) = journal.latest(SessionRecord, 1)
    (hurt,) = journal.hurts_of(entry.record_id)
    assert (hurt.record.score, hurt.record.words, hurt.record.action) == (4, ("sharp",), "skip")


def test_a_warning_sign_ends_the_session_with_advice(playing: Screen, journal: Journal):
    playing.press("h")
    playing.expect("How much does it hurt?")
    playing.press("\r")
    playing.expect("Chest or breath")
    playing.press("4")
    playing.expect("Get emergency help now.")
    playing.expect("The session is over.")
    assert playing.end() == 0
    assert "Effort" not in playing.text
    assert "Where is it?" not in playing.text
    assert (the_session(journal).state, the_session(journal).stop_reason) == ("stopped", "hurt")


def test_a_gentle_routine_instead(playing: Screen, journal: Journal):
    playing.press("h")
    playing.expect("How much does it hurt?")
    playing.press("9")
    playing.expect("None of these")
    playing.press("6")
    playing.expect("Where is it?")
    playing.press("\r")
    playing.expect("G  end here")
    playing.press("g")
    playing.expect("Sore-day gentle session")
    playing.press("q")
    playing.expect("Stop here?")
    playing.press("y")
    playing.expect("Pain now, 0-10:")
    playing.press("\x04")
    assert playing.end() == 0
    routines = [entry.record.routine for entry in journal.latest(SessionRecord, 5)]
    assert routines == ["sore_day_gentle", "long_holds"]


# -- how it ends -----------------------------------------------------------------------------


def test_it_leaves_the_terminal_as_it_was(playing: Screen):
    during = termios.tcgetattr(playing.slave)
    assert not during[3] & (termios.ICANON | termios.ECHO)
    stop(playing)
    assert termios.tcgetattr(playing.slave) == playing.before


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
    ids=lambda value: str(value),
)
def test_a_signal_ends_it_and_keeps_what_was_done(
    playing: Screen, journal: Journal, number: signal.Signals, code: int
):
    playing.send(number)
    playing.expect("Stopped. What you did is kept.")
    assert playing.end() == code
    assert termios.tcgetattr(playing.slave) == playing.before
    assert "Traceback" not in playing.text
    assert the_session(journal).state == "stopped"
    assert sets(journal) == [(1, "partial")]


def test_ctrl_c_in_a_question_ends_it_as_well(playing: Screen, journal: Journal):
    playing.press("h")
    playing.expect("How much does it hurt?")
    playing.press("\x03")
    assert playing.end() == 130
    assert sets(journal) == [(1, "hurt")]
    assert the_session(journal).state == "stopped"


def test_a_terminal_that_goes_away_keeps_what_was_done(playing: Screen, journal: Journal):
    playing.hang_up()
    assert playing.process.wait(timeout=60) in (1, 129)
    assert the_session(journal).state == "stopped"
    assert sets(journal) == [(1, "partial")]


def test_ctrl_z_puts_it_to_sleep_in_a_tidy_state(program: list[str]):
    command = " ".join([*program, "play", "express_3", *LONG])
    # A shell with job control must be there to be stopped into.
    shell = [
        "bash",
        "--norc",
        "-c",
        f'set -m; {command}; echo "asleep $?"; read; fg; echo "end $?"',
    ]
    with screen(shell) as shown:
        shown.expect("Pain now?")
        shown.press("\x1a")
        shown.expect("asleep 148")
        asleep = termios.tcgetattr(shown.slave)
        assert asleep[3] & (termios.ICANON | termios.ECHO)
        shown.press("\n")
        shown.expect("Three-minute express")
        shown.press("\x03")
        shown.expect("end 130")
        shown.end()


# -- an interrupted session ------------------------------------------------------------------


@pytest.fixture
def killed(playing: Screen) -> Screen:
    """Killed on the left side."""
    playing.send(signal.SIGKILL)
    playing.end()
    return playing


def test_an_interrupted_session_can_be_gone_on_with(killed: Screen, play: Play, journal: Journal):
    with play() as shown:
        shown.expect("A session was interrupted: Long holds")
        shown.press("g")
        shown.expect("pain at the start: 2")
        shown.press(RIGHT)
        shown.expect("Hold")
        stop(shown)
    assert the_session(journal).state == "stopped"
    assert the_session(journal).pain_before == 2


def test_it_can_be_kept(killed: Screen, play: Play, journal: Journal):
    with play() as shown:
        shown.expect("K  keep what was done")
        shown.press("k")
        shown.expect("kept with what was done")
        shown.expect("Get ready: ")
        stop(shown)
    states = {entry.record.state for entry in journal.latest(SessionRecord, 5)}
    assert states == {"kept", "stopped"}


def test_it_can_be_discarded(killed: Screen, play: Play, journal: Journal):
    with play() as shown:
        shown.expect("D  discard it")
        shown.press("d")
        shown.expect("Discarded.")
        stop(shown)
    assert the_session(journal).state == "stopped"
    assert journal.checkpoints() == []


# -- other terminals -------------------------------------------------------------------------


def test_a_dumb_terminal_gets_lines_and_keys(play: Play):
    with play(TERM="dumb") as shown:
        shown.expect("Get ready: Side plank")
        shown.press(RIGHT)
        shown.expect("Side plank, left side")
        stop(shown)
        assert b"\x1b" not in shown.raw


def test_without_a_display_there_is_a_menu(program: list[str]):
    with screen(program) as shown:
        shown.expect("No window can open here")
        shown.expect("Three-minute express")
        shown.expect("Its number, or q to leave.")
        shown.press("99\n")
        shown.expect("Its number, or q to leave.")
        shown.press("3\n")
        shown.expect("Get ready: ")
        stop(shown)


def test_the_menu_can_be_left(program: list[str]):
    with screen(program) as shown:
        shown.expect("Its number, or q to leave.")
        shown.press("q\n")
        assert shown.end() == 0
