"""Somebody at the keyboard: keys sent to the real window by the X server, as a keyboard does."""

from __future__ import annotations

import subprocess

from tests.e2e.home import Home, wait_until

NEEDED = ("Xvfb", "xdotool")
MOST_TABS = 60
WINDOW = ("search", "--sync", "--onlyvisible", "--name", "^Recovery Coach$")


class Keyboard:
    """A keyboard, and somebody who sees what it does."""

    def __init__(self, home: Home, *files: str) -> None:
        self.home = home
        self.process = home.sit_down(*files)
        home.shows("Page")
        # There is no window manager: nobody else gives the focus to a new window.
        self._xdotool(*WINDOW, "windowfocus", "--sync")
        home.shows(" active")

    def _xdotool(self, *arguments: str) -> None:
        command = ["xdotool", *arguments]
        done = subprocess.run(
            command, env=self.home.environment, capture_output=True, text=True, timeout=60
        )
        assert done.returncode == 0, (command, done.stderr)

    def press(self, *keys: str) -> None:
        self._xdotool("key", "--clearmodifiers", *keys)

    def answer(self, digit: str, name: str) -> None:
        """Answer by a digit, and wait until it is taken: it moves the focus, too."""
        self.press(digit)
        self.shows(f"focus={name}: {digit} of 10")

    def type(self, text: str) -> None:
        self._xdotool("type", text)

    def said(self) -> list[str]:
        return self.home.said.read_text(encoding="utf-8").splitlines()

    def focused(self) -> str:
        return self.said()[-1].partition(" focus=")[2]

    def tab_to(self, name: str, key: str = "Tab") -> None:
        """Go on by Tab until what begins with ``name`` has the focus."""
        for _ in range(MOST_TABS):
            if self.focused().startswith(name):
                return
            before = len(self.said())
            self.press(key)
            wait_until(lambda before=before: len(self.said()) > before, f"{key} to move the focus")
        raise AssertionError(f"no {name!r} within {MOST_TABS} tabs: {self.said()}")

    def shows(self, words: str) -> None:
        self.home.shows(words)
