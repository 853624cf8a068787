"""Two journeys by keyboard alone: keys sent to the real window by the X server, as a keyboard does.

What has the focus and which page is shown is reported by the program itself (see child.py); every
wait is for such a report, and what counts in the end is the journal.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from recovery_coach.journal import PainEntry, SessionRecord, SetRecord
from tests.e2e.home import QUICK, Home
from tests.e2e.keyboard import NEEDED, Keyboard

pytestmark = [
    pytest.mark.display,
    *(pytest.mark.skipif(not shutil.which(name), reason=f"no {name} here") for name in NEEDED),
]

WARM_UP = """\
id = "my_warm_up"
name = "My warm-up"
summary = "A plank before the bar."
tags = ["warm-up"]

[[steps]]
exercise = "front_plank"
hold = 60

[[steps]]
exercise = "childs_pose"
hold = 1
"""
LONG = """\
id = "my_slow_evening"
name = "My slow evening"
summary = "Long enough to be ended early."

[[steps]]
exercise = "childs_pose"
hold = 60
"""
COOL_DOWN = """\
id = "my_cool_down"
name = "My cool-down"
summary = "A moment on the floor after the bar."
tags = ["cool-down"]

[[steps]]
exercise = "childs_pose"
hold = 2
"""


@pytest.fixture
def fresh_home(tmp_path: Path, display: str) -> Iterator[Home]:
    """Nothing yet but a routine of one's own, and time enough to press keys before it begins."""
    made = Home(tmp_path, display, get_ready=60)
    made.own(WARM_UP, "my_warm_up")
    yield made
    made.tidy_up()


@pytest.fixture
def known_home(tmp_path: Path, display: str) -> Iterator[Home]:
    """Somebody who has been here before."""
    made = Home(tmp_path, display, **QUICK)
    made.own(COOL_DOWN, "my_cool_down")
    made.own(LONG, "my_slow_evening")
    yield made
    made.tidy_up()


def test_a_first_warm_up_from_the_first_screen_to_save(fresh_home: Home):
    keyboard = Keyboard(fresh_home)
    keyboard.shows("WelcomePage")
    keyboard.tab_to("I understand")
    keyboard.press("Return")
    keyboard.shows("TodayPage")
    keyboard.tab_to("My warm-up")
    keyboard.press("space")
    keyboard.shows("RoutinePage")
    keyboard.tab_to("Start")
    keyboard.press("Return")

    keyboard.shows("StagePage number=None running segment=0 before=None")
    keyboard.press("space")
    keyboard.shows("paused segment=0")
    keyboard.tab_to("Pain: 0 of 10")
    keyboard.press("2")
    keyboard.shows("before=2")
    keyboard.press("space")
    keyboard.shows("running segment=0")
    # As a presenter's remote sends them: on, and back.
    keyboard.press("Next")
    keyboard.shows("running segment=1")
    keyboard.press("space")
    keyboard.shows("paused segment=1")
    keyboard.press("Prior")
    keyboard.shows("paused segment=0")
    for segment in (1, 2, 3):
        keyboard.press("Next")
        keyboard.shows(f"paused segment={segment}")
    keyboard.press("space")

    keyboard.shows("FinishPage")
    keyboard.tab_to("Pain: 0 of 10")
    keyboard.answer("3", "Pain")
    keyboard.tab_to("Effort: 0 of 10")
    keyboard.press("Right", "Right", "space")
    keyboard.shows("focus=Effort: 2 of 10")
    keyboard.tab_to("Note")
    keyboard.type("felt fine, space is h")
    keyboard.tab_to("Save")
    keyboard.press("Return")
    keyboard.shows("TodayPage")

    with fresh_home.journal() as journal:
        (entry,) = journal.latest(SessionRecord, 9)
        session = entry.record
        assert (session.routine, session.state) == ("my_warm_up", "finished")
        assert (session.pain_before, session.pain_after, session.effort) == (2, 3, 2)
        assert session.note == "felt fine, space is h"
        sets = [one.record for one in journal.latest(SetRecord, 9)]
        assert {one.exercise: one.outcome for one in sets}["childs_pose"] == "done"
        assert {e.record.source for e in journal.latest(PainEntry, 9)} <= {"before", "after"}


def test_a_cool_down_to_save(known_home: Home):
    keyboard = Keyboard(known_home)
    keyboard.shows("TodayPage")
    keyboard.tab_to("My cool-down")
    keyboard.press("Return")
    keyboard.shows("RoutinePage")
    keyboard.tab_to("Start")
    keyboard.press("space")
    keyboard.shows("FinishPage")
    keyboard.tab_to("Pain: 0 of 10, And now?")
    keyboard.answer("2", "Pain")
    keyboard.tab_to("Pain: 0 of 10, How was your back before?", "shift+Tab")
    keyboard.answer("5", "Pain")
    keyboard.tab_to("Pain: 2 of 10, And now?")
    keyboard.tab_to("Effort: 0 of 10")
    keyboard.answer("6", "Effort")
    keyboard.tab_to("Save")
    keyboard.press("space")
    keyboard.shows("TodayPage")
    with known_home.journal() as journal:
        (entry,) = journal.latest(SessionRecord, 9)
        session = entry.record
        assert (session.routine, session.state) == ("my_cool_down", "finished")
        assert (session.pain_before, session.pain_after, session.effort) == (5, 2, 6)


def test_a_session_ended_early_is_asked_about_and_kept(known_home: Home):
    keyboard = Keyboard(known_home)
    keyboard.tab_to("My slow evening")
    keyboard.press("Return")
    keyboard.tab_to("Start")
    keyboard.press("space")
    keyboard.shows("running segment")
    keyboard.press("Escape")
    keyboard.shows("focus=Go on")
    keyboard.tab_to("End and keep it")
    keyboard.press("Return")
    keyboard.shows("FinishPage")
    keyboard.tab_to("Skip")
    keyboard.press("Return")
    keyboard.shows("TodayPage")
    with known_home.journal() as journal:
        (entry,) = journal.latest(SessionRecord, 9)
        assert (entry.record.state, entry.record.pain_after) == ("stopped", None)
