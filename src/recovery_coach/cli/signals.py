"""Signals, noted instead of obeyed at once, so that nothing is cut off in the middle of a write.

Who waits (see ``keys``) looks here and acts at a moment of its own choosing: Ctrl-C, a closed
terminal and a polite kill end the session with what was done kept; Ctrl-Z puts it to sleep.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Iterator
from types import FrameType

ENDING = ("SIGINT", "SIGTERM", "SIGHUP")
SLEEPING = ("SIGTSTP", "SIGCONT")


class Interrupted(Exception):  # noqa: N818 - it is an event, not an error
    """The session is to end because of the signal ``number``."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number

    @property
    def exit_code(self) -> int:
        """As shells tell it: 130 for Ctrl-C, 143 for SIGTERM, 129 for SIGHUP."""
        return 128 + self.number


class Signals:
    """The signals that came while this was entered; ``fd`` becomes readable with each."""

    def __init__(self) -> None:
        self.fd: int | None = None
        self._noted: list[int] = []

    @contextlib.contextmanager
    def noting(self) -> Iterator[None]:
        """Note signals until the end of the block, then put everything back as it was."""
        with contextlib.ExitStack() as after:
            if sys.platform != "win32":
                self._open_pipe(after)
            for name in (*ENDING, *SLEEPING):
                number = getattr(signal, name, None)
                # Whoever started us with nohup wants a hang-up ignored.
                if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                    after.callback(signal.signal, number, signal.signal(number, self._note))
            yield

    def _open_pipe(self, after: contextlib.ExitStack) -> None:
        reading, writing = os.pipe()
        after.callback(os.close, reading)
        after.callback(os.close, writing)
        os.set_blocking(reading, False)
        os.set_blocking(writing, False)
        before = signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        after.callback(signal.set_wakeup_fd, before)
        self.fd = reading
        after.callback(setattr, self, "fd", None)

    def _note(self, number: int, _: FrameType | None) -> None:
        if number == signal.SIGINT and number in self._noted:
            # Nobody looked since the first one: something hangs, and the person insists.
            raise KeyboardInterrupt
        self._noted.append(number)

    def take(self) -> list[int]:
        """The signals since this was last asked; raises Interrupted for one that ends."""
        if self.fd is not None:
            with contextlib.suppress(BlockingIOError):
                os.read(self.fd, 4096)
        noted, self._noted = self._noted, []
        ending = {getattr(signal, name, None) for name in ENDING}
        for number in noted:
            if number in ending:
                raise Interrupted(number)
        return noted
