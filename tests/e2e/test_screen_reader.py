"""The real program as a screen reader meets it: through the real AT-SPI tree, in a real X window.

The reader is a process of its own on the system's Python, which has pyatspi; see reader.py.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from recovery_coach.journal import PainEntry, SessionRecord
from tests.e2e.home import PATIENCE, ROOT, Home, wait_until

SYSTEM_PYTHON = "/usr/bin/python3"
NEEDED = ("Xvfb", "dbus-daemon")
ROUTINE = """\
id = "short"
name = "Short"
summary = "Two short planks on each side."

[[steps]]
exercise = "side_plank"
hold = 3
sets = 2
rest = 1
"""
ROLES = {"check box", "combo box", "push button", "radio button", "spin button", "text"}
PAGES = {"Today", "Routines", "Settings", "Short", "Finish"}
"""A page is something to scroll by keyboard, and says which page it is."""

DARK = "Your screen may go dark: this computer does not let the app keep it on."
"""Said once, whenever it is found out; there is no desktop here that could keep it on."""

Thing = dict[str, Any]


def has_pyatspi() -> bool:
    try:
        done = subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True)
    except OSError:
        return False
    return done.returncode == 0


pytestmark = [
    pytest.mark.display,
    *(pytest.mark.skipif(not shutil.which(name), reason=f"no {name} here") for name in NEEDED),
    pytest.mark.skipif(not has_pyatspi(), reason=f"{SYSTEM_PYTHON} cannot import pyatspi"),
]


class Reader:
    """A screen reader, as a process."""

    def __init__(self, environment: dict[str, str], errors: Path) -> None:
        self._errors = errors
        with errors.open("ab") as sink:
            self.process = subprocess.Popen(
                [SYSTEM_PYTHON, str(ROOT / "tests/e2e/reader.py")],
                env={k: v for k, v in environment.items() if not k.startswith("PYTHON")},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=sink,
            )
        assert self._line() == "ready"

    def _line(self) -> Any:
        assert self.process.stdout is not None
        ready, _, _ = select.select([self.process.stdout], [], [], PATIENCE)
        line = self.process.stdout.readline() if ready else b""
        assert line, f"the reader says nothing: {self._errors.read_text(encoding='utf-8')}"
        return json.loads(line)

    def ask(self, do: str, **order: str) -> Any:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"do": do, **order}).encode() + b"\n")
        self.process.stdin.flush()
        return self._line()

    def tree(self) -> list[Thing]:
        """All that is shown. While a page changes parts of it are gone: then look again."""
        found: list[Thing] = []

        def look() -> bool:
            answer = self.ask("tree")
            found[:] = answer if isinstance(answer, list) else []
            return bool(found)

        wait_until(look, "a window")
        return found

    def names(self, *roles: str) -> list[str]:
        return [thing["name"] for thing in self.tree() if not roles or thing["role"] in roles]

    def sees(self, *names: str) -> None:
        """Wait until all of them are shown at once."""
        wait_until(lambda: not {*names} - {*self.names()}, f"{names} among {self.names()}")

    def press(self, name: str) -> None:
        """Press the button of this name by its own action, as soon as it is there."""
        wait_until(lambda: self.ask("press", name=name) == "", f"{name!r} among {self.names()}")

    def thing(self, name: str) -> Thing:
        (found,) = (thing for thing in self.tree() if thing["name"] == name)
        return found

    def words(self, kind: str) -> list[str]:
        """What was told by events of a kind, in order."""
        return [event["words"] for event in self.ask("events") if event["type"] == kind]

    @property
    def announced(self) -> list[str]:
        return self.words("object:announcement")

    @property
    def renamed(self) -> list[str]:
        return self.words("object:property-change:accessible-name")

    def close(self) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.fixture(scope="module")
def bus(display: str) -> Iterator[dict[str, str]]:
    """A session bus of our own; it starts the accessibility bus when it is asked for it."""
    reader, writer = os.pipe()
    # Short: the path of a socket has room for a hundred letters only.
    with tempfile.TemporaryDirectory(prefix="rc-") as runtime:
        environment = {**os.environ, "DISPLAY": display, "XDG_RUNTIME_DIR": runtime}
        command = ["dbus-daemon", "--session", "--nofork", f"--print-address={writer}"]
        with subprocess.Popen(
            command, env=environment, pass_fds=[writer], stderr=subprocess.DEVNULL
        ) as daemon:
            os.close(writer)
            with os.fdopen(reader, encoding="ascii") as pipe:
                address = pipe.readline().strip()
            assert address, "dbus-daemon did not start"
            yield {
                "DBUS_SESSION_BUS_ADDRESS": address,
                "XDG_RUNTIME_DIR": runtime,
                "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            }
            daemon.terminate()


@pytest.fixture
def reader(home: Home, bus: dict[str, str]) -> Iterator[Reader]:
    """Somebody listening before the program starts, and the program started."""
    home.environment.update(bus)
    home.own(ROUTINE, "short")
    made = Reader(home.environment, home.folder / "reader-errors")
    home.start()
    yield made
    made.close()


def unfit(things: list[Thing]) -> list[Thing]:
    """What takes the focus without a name, or without a role that says what can be done."""
    return [
        thing
        for thing in things
        if "focusable" in thing["states"]
        and not (
            thing["name"]
            and (thing["role"] in ROLES or (thing["role"] == "filler" and thing["name"] in PAGES))
        )
    ]


def test_every_control_of_the_pages_says_what_it_is(reader: Reader):
    for place, sign in (
        ("Today", "How is your back right now?"),
        ("Routines", "Core stability"),
        ("Settings", "Text size"),
    ):
        reader.press(place)
        wait_until(lambda sign=sign: any(sign in name for name in reader.names()), sign)
        things = reader.tree()
        assert len([thing for thing in things if "focusable" in thing["states"]]) > 10
        assert unfit(things) == []


def test_a_number_pressed_is_checked_noted_and_said(reader: Reader, home: Home):
    reader.sees("Pain: 3 of 10")
    assert reader.thing("Pain: 3 of 10")["role"] == "radio button"
    assert "checked" not in reader.thing("Pain: 3 of 10")["states"]
    reader.press("Pain: 3 of 10")
    wait_until(lambda: "checked" in reader.thing("Pain: 3 of 10")["states"], "a check")
    checked = [t["name"] for t in reader.tree() if {"checkable", "checked"} <= {*t["states"]}]
    assert [name for name in checked if name.startswith("Pain")] == ["Pain: 3 of 10"]
    wait_until(lambda: "Noted: 3 of 10." in reader.announced, "an announcement")
    reader.sees("Noted: 3 of 10.", "Undo")
    with home.journal() as journal:
        (entry,) = journal.latest(PainEntry, 9)
        assert entry.record.nrs == 3


def test_a_session_is_followed_by_ear(reader: Reader, home: Home):
    reader.press("Short, 1 min · 1 move · yours")
    reader.sees("What you need")
    assert unfit(reader.tree()) == []
    reader.press("Start")
    reader.sees("Side plank", "Left side", "Set 1 of 2", "Hold")
    assert unfit(reader.tree()) == []
    reader.sees("Right side")
    reader.sees("Set 2 of 2")
    moments = [
        "Get ready · 1 of 1, Side plank, Left side, 2 sets of 3 s hold a side",
        "1 of 1, Side plank, Left side, Set 1 of 2",
        "Switch sides · 1 of 1, Side plank, Right side, Set 1 of 2",
        "1 of 1, Side plank, Right side, Set 1 of 2",
    ]
    told = [words for words in reader.announced if words != DARK]
    assert told[:4] == moments
    # Each word that stands on the stage was told as it changed; the count may change every second.
    assert {"Side plank", "Right side", "Set 1 of 2", "Set 2 of 2", "Hold", "Rest"} <= {
        *reader.renamed
    }
    reader.press("Pause")
    reader.sees("Paused", "Go on")
    reader.press("Go on")
    wait_until(lambda: "Get ready" in reader.announced[-2:], "getting ready again")

    def is_over() -> bool:
        if "And now?" in reader.names():
            return True
        # The one of the stage: the page that follows has another.
        reader.ask("press", name="Skip", description="Right arrow, Page Down")
        return False

    wait_until(is_over, "the end")
    assert unfit(reader.tree()) == []
    after = [words for words in reader.announced if words != DARK][4:]
    paused = after.index("Paused")
    assert after[paused + 1] == "Get ready"
    assert after[-1] == "Finished"
    # Nothing but new moments, and what was pressed: more than ten seconds, and not one a second.
    assert {*after[:paused], *after[paused + 2 : -1]} <= {
        "Rest · 1 of 1, Side plank, Left side, Set 2 of 2",
        "1 of 1, Side plank, Left side, Set 2 of 2",
        "Switch sides · 1 of 1, Side plank, Right side, Set 2 of 2",
        "1 of 1, Side plank, Right side, Set 2 of 2",
    }
    assert len(after) <= 4 + 3 + 1  # and the moment once more that it goes on from
    reader.press("Save")
    reader.sees("How is your back right now?")
    with home.journal() as journal:
        (entry,) = journal.latest(SessionRecord, 9)
        assert entry.record.state == "finished"
