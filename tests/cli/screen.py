"""A program at a terminal of its own: what it shows, the keys it gets, how it ends."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Iterator, Sequence

from tests.cli.conftest import clean_environment

PATIENCE = 60.0
"""Seconds to wait for what must come: a limit for a hang, no measurement."""
_STEERING = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|\r")


class Screen:
    """A process at a pseudo-terminal of 30 lines and 120 columns."""

    def __init__(self, command: Sequence[str], **environment: str) -> None:
        self._master, self.slave = pty.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 120, 0, 0))
        self.before = termios.tcgetattr(self.slave)
        self.process = subprocess.Popen(
            command,
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            env={**clean_environment(), "TERM": "xterm", **environment},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        self.text = ""
        """All that was shown, without what steers the terminal."""
        self.raw = b""
        """All that was shown, as it came."""
        self._seen = 0

    def expect(self, words: str) -> str:
        """Wait until ``words`` are shown after what was expected last; the text up to there."""
        deadline = time.monotonic() + PATIENCE
        while (found := self.text.find(words, self._seen)) < 0:
            if not self._read(deadline):
                raise AssertionError(
                    f"{words!r} was not shown, but:\n{self.text[self._seen :][-1500:]}"
                )
        start, self._seen = self._seen, found + len(words)
        return self.text[start : self._seen]

    def press(self, keys: str | bytes) -> None:
        """Press keys."""
        os.write(self._master, keys.encode() if isinstance(keys, str) else keys)

    def end(self) -> int:
        """Wait for the end; the exit code."""
        deadline = time.monotonic() + PATIENCE
        while self.process.poll() is None and self._read(deadline):
            pass
        code = self.process.wait(timeout=PATIENCE)
        while self._ready(0) and self._read(deadline):
            pass
        return code

    def hang_up(self) -> None:
        """Close the terminal, as when its window is closed."""
        os.close(self.slave)
        os.close(self._master)
        self._master = self.slave = -1

    def send(self, number: signal.Signals) -> None:
        """Send a signal."""
        self.process.send_signal(number)

    def close(self) -> None:
        """End whatever is left of it."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for end in (self._master, self.slave):
            with contextlib.suppress(OSError):
                os.close(end)

    def _ready(self, seconds: float) -> bool:
        return bool(select.select([self._master], [], [], seconds)[0])

    def _read(self, deadline: float) -> bool:
        """Read a little; False at the end of the patience."""
        if not self._ready(0.1):
            return time.monotonic() < deadline
        self.raw += os.read(self._master, 65536)
        self.text = _STEERING.sub("", self.raw.decode("utf-8", "ignore"))
        return time.monotonic() < deadline


@contextlib.contextmanager
def screen(command: Sequence[str], **environment: str) -> Iterator[Screen]:
    """A program at a terminal until the end of the block."""
    shown = Screen(command, **environment)
    try:
        yield shown
    finally:
        shown.close()
