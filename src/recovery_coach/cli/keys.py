"""Waiting: for a key, a signal, or until something is due. Nothing here sleeps or spins.

The terminal is put into cbreak mode for as long as keys are read, and always put back.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any

from recovery_coach.cli.key_codes import WINDOWS_KEYS, is_unfinished, name_of, names_of
from recovery_coach.cli.signals import Interrupted, Signals

if sys.platform == "win32":
    import msvcrt
else:
    import termios
    import tty

REST_OF_KEY = 0.05
"""Seconds within which the rest of an escape sequence must come."""
LOOK = 0.05
"""Seconds between two looks for a key on Windows, which cannot wait for one."""


def _nothing() -> None:
    pass


class Keys:
    """Keys of the terminal ``fd``; None where nobody sits at one: then only time passes."""

    def __init__(self, fd: int | None) -> None:
        self.fd = fd
        self.before_sleep: Callable[[], None] = _nothing
        """Called before Ctrl-Z stops the program: the screen is to be put in order."""
        self.after_sleep: Callable[[], None] = _nothing
        self._signals = Signals()
        self._queue: deque[str] = deque()
        self._usual: list[Any] | None = None

    @property
    def there(self) -> bool:
        """Whether somebody can press keys."""
        return self.fd is not None

    @contextlib.contextmanager
    def open(self) -> Iterator[None]:
        """Read keys, and note signals, until the end of the block."""
        with self._signals.noting():
            self._to_keys()
            try:
                yield
            finally:
                self._to_lines()

    def wait(self, seconds: float) -> str | None:
        """The next key, or None when ``seconds`` are over; a signal ends the wait at once.

        Raises Interrupted when the session is to end.
        """
        self._act_on_signals()
        if not self._queue:
            self._listen(max(0.0, seconds))
            self._act_on_signals()
        return self._queue.popleft() if self._queue else None

    def choose(self, *choices: str) -> str:
        """Wait until one of these keys is pressed. Raises Interrupted."""
        while True:
            key = self.wait(60.0)
            if key in choices:
                return str(key)

    if sys.platform == "win32":

        def _listen(self, seconds: float) -> None:
            waiter = threading.Event()
            looks = max(1, round(seconds / LOOK))
            for _ in range(looks):
                if self.there and msvcrt.kbhit():
                    letter = msvcrt.getwch()
                    if letter in "\x00\xe0":
                        name = WINDOWS_KEYS.get(msvcrt.getwch(), "")
                    else:
                        name = name_of(letter.encode("ascii", "replace"))
                    if name:
                        self._queue.append(name)
                    return
                waiter.wait(seconds / looks)

        def _to_keys(self) -> None:
            pass

        def _to_lines(self) -> None:
            pass

        def _act_on_signals(self) -> None:
            self._signals.take()

    else:

        def _listen(self, seconds: float) -> None:
            watched = [fd for fd in (self.fd, self._signals.fd) if fd is not None]
            ready, _, _ = select.select(watched, [], [], seconds)
            if self.fd is not None and self.fd in ready:
                self._queue.extend(names_of(self._read(self.fd)))

        def _read(self, fd: int) -> bytes:
            data = self._read_some(fd)
            while is_unfinished(data) and select.select([fd], [], [], REST_OF_KEY)[0]:
                data += self._read_some(fd)
            return data

        def _read_some(self, fd: int) -> bytes:
            try:
                data = os.read(fd, 1024)
            except OSError:
                data = b""
            if not data:  # the terminal is gone
                raise Interrupted(signal.SIGHUP)
            return data

        def _to_keys(self) -> None:
            if self.fd is not None:
                with contextlib.suppress(termios.error):
                    self._usual = termios.tcgetattr(self.fd)
                    # Keys pressed in the last moment count: do not flush them.
                    tty.setcbreak(self.fd, termios.TCSADRAIN)

        def _to_lines(self) -> None:
            if self.fd is not None and self._usual is not None:
                with contextlib.suppress(termios.error):
                    # A key meant for the session is no answer to what is asked after it.
                    termios.tcsetattr(self.fd, termios.TCSAFLUSH, self._usual)

        def _act_on_signals(self) -> None:
            noted = self._signals.take()
            if signal.SIGTSTP in noted:
                self._sleep()
            elif signal.SIGCONT in noted and self.there:
                # Stopped by something else than Ctrl-Z: the shell may have changed the terminal.
                with contextlib.suppress(termios.error):
                    tty.setcbreak(self.fd or 0, termios.TCSADRAIN)
                self.after_sleep()

        def _sleep(self) -> None:
            """Stop as the terminal asked, in a tidy state, and come back when told to."""
            self.before_sleep()
            self._to_lines()
            noting = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
            os.kill(os.getpid(), signal.SIGTSTP)
            signal.signal(signal.SIGTSTP, noting)
            self._to_keys()
            self.after_sleep()
