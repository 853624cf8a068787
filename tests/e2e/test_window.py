"""The real program as a process of its own in a real X window, and what becomes of it."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess

import pytest

from recovery_coach.coach.unfinished import find_unfinished
from recovery_coach.journal import PainEntry, SessionRecord, SetRecord
from tests.e2e.home import Home, wait_until

pytestmark = [
    pytest.mark.display,
    pytest.mark.skipif(shutil.which("Xvfb") is None, reason="the program Xvfb is not installed"),
]

ROUTINE = """\
id = "short"
name = "Short"
summary = "A few quick repetitions."

[[steps]]
exercise = "cat_cow"
reps = 20
tempo = [{ phase = "lower", seconds = 0.2 }, { phase = "lift", seconds = 0.2 }]

[[steps]]
exercise = "front_plank"
hold = 3
sets = 5
"""


@pytest.fixture
def routine(home: Home) -> str:
    path = home.folder / "short.toml"
    path.write_text(ROUTINE, encoding="utf-8")
    return str(path)


# -- starting ----------------------------------------------------------------------------------


def test_it_opens_a_window_and_complains_of_nothing(home: Home):
    process = home.start()
    home.listens()
    if shutil.which("xwininfo"):
        command = ["xwininfo", "-root", "-tree", "-display", home.environment["DISPLAY"]]

        def there() -> bool:
            tree = subprocess.run(command, capture_output=True, text=True, check=False).stdout
            return '"Recovery Coach"' in tree

        wait_until(there, "a window of that name")
    assert process.poll() is None
    assert home.paths.journal.exists()
    assert home.errors.read_text(encoding="utf-8") == ""


def test_a_second_start_raises_it_and_ends_well(home: Home):
    first = home.start()
    home.listens()
    assert home.ends(home.start()) == 0
    assert first.poll() is None


def test_a_second_start_hands_over_its_file(home: Home, routine: str):
    home.sit_down()
    home.shows("TodayPage")
    home.listens()
    assert home.ends(home.start(routine)) == 0
    home.shows("RoutinePage")


def test_of_two_started_at_once_one_stays(home: Home):
    both = [home.start(), home.start()]
    wait_until(lambda: any(p.poll() is not None for p in both), "one of them to give way")
    (gone,) = (p for p in both if p.poll() is not None)
    assert gone.returncode == 0
    home.listens()
    assert home.ends(home.start()) == 0
    assert [p for p in both if p.poll() is None]


def test_after_it_was_killed_it_starts_again(home: Home):
    first = home.start()
    home.listens()
    first.kill()
    home.ends(first)
    home.sit_down()
    home.shows("TodayPage")


# -- beside the terminal -----------------------------------------------------------------------


def test_a_number_from_the_terminal_is_shown_in_the_open_window(home: Home):
    home.sit_down()
    home.shows("TodayPage number=None")
    assert home.ends(home.start("pain", "4")) == 0
    home.shows("TodayPage number=4")
    with home.journal() as journal:
        (entry,) = journal.latest(PainEntry, 9)
        assert (entry.record.nrs, entry.record.source) == (4, "terminal")


# -- the power fails ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "seed", [1, 2, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(3, 20))]
)
def test_killed_in_mid_session_it_offers_to_go_on_and_nothing_done_is_lost(
    home: Home, routine: str, seed: int
):
    process = home.sit_down(routine)
    home.shows("RoutinePage")
    home.click("Start")
    home.shows("running segment")
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(random.Random(seed).uniform(0.05, 4))
    os.kill(process.pid, signal.SIGKILL)
    home.ends(process)

    with home.journal() as journal:
        journal.verify()
        (entry,) = journal.latest(SessionRecord, 9)
        assert entry.record.state == "running"
        unfinished = find_unfinished(journal, home.exercises)
        assert unfinished is not None
        assert unfinished.session_id == entry.record_id
        before = journal.sets_of(entry.record_id)
        assert {str(one.record.segment): one.record.outcome for one in before} == dict(
            unfinished.where["done"]
        )

    process = home.sit_down()
    home.shows("ResumePage")
    home.click("Keep what I did")
    home.shows("TodayPage")
    process.kill()
    home.ends(process)
    with home.journal() as journal:
        (entry,) = journal.latest(SessionRecord, 9)
        assert entry.record.state == "kept"
        after = {one.record_id: one.record for one in journal.latest(SetRecord, 99)}
        assert all(after[one.record_id] == one.record for one in before)


def test_gone_on_with_after_a_kill_it_is_the_same_session(home: Home, routine: str):
    process = home.sit_down(routine)
    home.click("Start")
    home.shows("running segment")
    process.kill()
    home.ends(process)
    home.sit_down()
    home.shows("ResumePage")
    home.click("Go on")
    home.shows("running segment")
    with home.journal() as journal:
        assert len(journal.latest(SessionRecord, 9)) == 1
        assert find_unfinished(journal, home.exercises) is None, "its window holds the lock"
