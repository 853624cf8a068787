"""Nobody was there: a frozen process, a locked screen, a crash; with the real program.

And the screen that it keeps on meanwhile, on a bus of the tests' own.
"""

from __future__ import annotations

import os
import shutil
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from benchmarks.ear import Ear, Planned, listen_for, missing_programs, sound_server

from recovery_coach.coach.returning import ASK_AFTER
from recovery_coach.journal import SessionRecord, SetRecord
from recovery_coach.sound.pcm import FULL
from recovery_coach.sound.tones import tone
from tests.desktop.bus import SCREEN_SAVER, OwnBus, heard
from tests.e2e.home import Home, wait_until
from tests.e2e.keyboard import NEEDED, Keyboard

pytestmark = [
    pytest.mark.display,
    *(pytest.mark.skipif(not shutil.which(name), reason=f"no {name} here") for name in NEEDED),
]

ROUTINE = """\
id = "one_plank"
name = "One plank"
summary = "A plank and a moment on the floor."

[[steps]]
exercise = "front_plank"
hold = 5

[[steps]]
exercise = "childs_pose"
hold = 1
"""
# Segments: 0 get ready, 1 the plank, 2 transition, 3 the moment on the floor.
LONG = ROUTINE.replace("hold = 5", "hold = 600")
AGAIN = "focus=Go on from the start of this hold"


def routine(home: Home, text: str) -> str:
    path = home.folder / "one_plank.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def in_the_plank(home: Home, text: str) -> Keyboard:
    keyboard = Keyboard(home, routine(home, text))
    keyboard.tab_to("Start")
    keyboard.press("Return")
    keyboard.shows("running segment=1")
    return keyboard


def sets(home: Home) -> dict[int, tuple[str, int]]:
    """Segments on record: how they went, in whole seconds."""
    with home.journal() as journal:
        records = [entry.record for entry in journal.latest(SetRecord, 9)]
    return {record.segment: (record.outcome, round(record.seconds)) for record in records}


def session(home: Home) -> SessionRecord:
    with home.journal() as journal:
        (entry,) = journal.latest(SessionRecord, 9)
    return entry.record


# -- frozen and killed -------------------------------------------------------------------------


def test_frozen_in_mid_hold_it_asks_and_the_whole_hold_is_done(home: Home):
    keyboard = in_the_plank(home, ROUTINE)
    process = keyboard.process
    process.send_signal(signal.SIGSTOP)
    threading.Event().wait(ASK_AFTER + 1)  # its own clock must see that long a gap
    process.send_signal(signal.SIGCONT)
    keyboard.shows(AGAIN)
    keyboard.shows("paused segment=1")
    assert sets(home) == {}
    keyboard.press("Return")
    keyboard.shows("FinishPage")
    assert sets(home) == {1: ("done", 5), 3: ("done", 1)}
    assert session(home).state == "finished"
    assert session(home).active_seconds < 5 + 5 + 1.5, "no second of standing still counts"


def test_killed_in_mid_hold_it_says_where_goes_on_and_is_finished_as_one_session(home: Home):
    keyboard = in_the_plank(home, ROUTINE)
    keyboard.process.kill()
    home.ends(keyboard.process)
    again = Keyboard(home)
    again.shows("ResumePage")
    again.tab_to("Go on")
    again.press("Return")
    again.shows("FinishPage")
    assert sets(home) == {1: ("done", 5), 3: ("done", 1)}
    assert session(home).state == "finished"
    with home.journal() as journal:
        assert journal.checkpoints() == []
        journal.verify()


@pytest.mark.skipif(bool(missing_programs()), reason="no sound server to listen to")
def test_killed_with_its_voice_it_speaks_again_where_it_goes_on(home: Home, tmp_path: Path):
    finished = np.array(tone("finished")) / FULL
    with sound_server(tmp_path / "server") as server:
        home.environment |= server
        keyboard = in_the_plank(home, ROUTINE)
        keyboard.process.kill()
        home.ends(keyboard.process)
        ear = Ear({**os.environ, **server})
        again = Keyboard(home)
        again.shows("ResumePage")
        again.tab_to("Go on")
        again.press("Return")
        again.shows("FinishPage")
        ended = time.monotonic()
        wait_until(lambda: time.monotonic() > ended + 3, "the end to be heard")
        heard_again = ear.stop()
    (end,) = listen_for(heard_again, [Planned("finished", finished, ended)], within=5)
    assert end.alike > 0.7
    assert sets(home) == {1: ("done", 5), 3: ("done", 1)}


# -- the desktop around it ---------------------------------------------------------------------


@pytest.fixture
def bus(tmp_path: Path, home: Home) -> Iterator[OwnBus]:
    if shutil.which("dbus-daemon") is None:
        pytest.skip("no dbus-daemon here")
    folder = tmp_path / "bus"
    folder.mkdir()
    made = OwnBus(folder)
    home.environment["DBUS_SESSION_BUS_ADDRESS"] = made.address
    home.environment["DBUS_SYSTEM_BUS_ADDRESS"] = made.address
    yield made
    made.close()


def test_the_screen_is_kept_on_while_it_runs_and_let_go_when_it_does_not(home: Home, bus: OwnBus):
    told = bus.serve("answers", SCREEN_SAVER)

    def hears(*calls: str) -> None:
        wait_until(lambda: heard(told) == list(calls), f"{calls}: {heard(told)}")

    once = ("Inhibit", "UnInhibit", "gone")
    keyboard = in_the_plank(home, LONG)
    hears("Inhibit")
    keyboard.press("space")
    hears(*once)
    keyboard.press("space")
    hears(*once, "Inhibit")
    keyboard.press("Escape")
    keyboard.shows("focus=Go on")
    hears(*once, *once)
    keyboard.press("Return")
    hears(*once, *once, "Inhibit")
    keyboard.press("Next", "Next", "Next")
    keyboard.shows("FinishPage")
    hears(*once, *once, *once)
    assert home.errors.read_text(encoding="utf-8") == ""


def test_killed_it_keeps_nothing_on(home: Home, bus: OwnBus):
    told = bus.serve("answers", SCREEN_SAVER)
    keyboard = in_the_plank(home, LONG)
    wait_until(lambda: heard(told) == ["Inhibit"], "the screen to be kept on")
    keyboard.process.kill()
    wait_until(lambda: heard(told) == ["Inhibit", "gone"], "it to be let go")


def test_closed_while_a_service_hangs_it_ends_all_the_same(home: Home, bus: OwnBus):
    told = bus.serve("hangs", SCREEN_SAVER)
    keyboard = in_the_plank(home, LONG)
    wait_until(lambda: heard(told) == ["Inhibit"], "the screen to be asked for")
    home.close_window()
    keyboard.shows("focus=Go on")
    keyboard.press("Tab", "Return")
    assert home.ends(keyboard.process) == 0
    assert session(home).state == "stopped"
    assert home.errors.read_text(encoding="utf-8") == ""


def test_a_locked_screen_pauses_it_and_who_comes_back_is_asked(home: Home, bus: OwnBus):
    logind = bus.serve("answers", "org.freedesktop.login1", module="tests.desktop.fake_logind")
    keyboard = in_the_plank(home, LONG)
    wait_until(lambda: "GetAll" in heard(logind), "logind to be asked")
    bus.tell("LockedHint true")
    keyboard.shows("paused segment=1")
    bus.tell("LockedHint false")
    keyboard.shows(AGAIN)
    keyboard.press("Escape")
    keyboard.shows("paused segment=1")
    keyboard.press("space")
    keyboard.shows("running segment=1")
