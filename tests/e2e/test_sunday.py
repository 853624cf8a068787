"""Sunday: the week in some sentences, days dragged across, a spike opened, the own words read.

The real program in a real X window, with a mouse that moves as a hand moves it.
"""

from __future__ import annotations

import shutil
import subprocess
from datetime import date, datetime, timedelta

import pytest

from recovery_coach.app import App
from recovery_coach.journal import PainEntry
from tests.e2e.home import Home, wait_until
from tests.e2e.keyboard import NEEDED, WINDOW

pytestmark = [
    pytest.mark.display,
    pytest.mark.skipif(
        not all(map(shutil.which, NEEDED)), reason="the programs Xvfb and xdotool are not installed"
    ),
]

SPIKE = 40
WORDS = "PR attempt, slept 5 h"


class Mouse:
    """A mouse, sent to the real window by the X server."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._do(*WINDOW, "windowfocus", "--sync")

    def _do(self, *arguments: str) -> None:
        command = ["xdotool", *arguments]
        subprocess.run(command, env=self._home.environment, check=True, timeout=60)

    def drag(self, first: date, last: date) -> None:
        """Press on a day of the chart, and let go on another: these days alone are shown then."""
        begin, end = self._home.where_is(first), self._home.where_is(last)
        between = str((int(begin[0]) + int(end[0])) // 2)
        self._do("mousemove", "--sync", *begin, "mousedown", "1")
        self._do("mousemove", "--sync", between, end[1], "mousemove", "--sync", *end)
        self._do("mouseup", "1")
        wait_until(lambda: self._home.where_is(first) != begin, "a closer look")

    def click(self, day: date) -> None:
        """Click on a day of the chart."""
        self._do("mousemove", "--sync", *self._home.where_is(day), "click", "1")


def fill(home: Home) -> date:
    """Twelve weeks up to now; the day of the spike."""
    now = datetime.now().astimezone()
    with home.journal() as journal:
        for ago in range(84):
            at = now - timedelta(days=ago, hours=1)
            spike = ago == SPIKE
            number, note = (8, WORDS) if spike else (2 + ago % 3, "")
            journal.append(PainEntry(nrs=number, at=at, source="checkin", note=note))
    return (now - timedelta(days=SPIKE, hours=1)).date()


def test_from_the_note_of_the_week_to_the_own_words_of_a_spike(home: Home):
    spike = fill(home)
    home.sit_down()
    home.shows("TodayPage")
    home.click("Open trends")
    home.shows("TrendsPage")
    mouse = Mouse(home)
    mouse.drag(spike - timedelta(days=15), spike + timedelta(days=15))
    home.click("Whole time")
    mouse.drag(spike - timedelta(days=15), spike + timedelta(days=15))
    mouse.click(spike)
    home.shows("JournalPage")
    home.shows(WORDS)
    assert home.errors.read_text(encoding="utf-8") == ""


def test_the_note_is_put_away(home: Home):
    fill(home)
    home.sit_down()
    home.shows("TodayPage")
    home.click("Put away")
    wait_until(lambda: bool(App(home.folder).settings.week_note_put_off), "a note put away")
