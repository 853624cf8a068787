"""The only place that reads a clock.

Three clocks are told apart, because they fail in different ways: ``monotonic`` drives a session,
``boottime`` goes on counting while the machine sleeps (so their difference reveals a suspend),
and ``now`` only stamps records, since a person or a time server may set it at any moment.
"""

from __future__ import annotations

import sys
import time
from datetime import date, datetime
from typing import Protocol

_COUNTS_SLEEP = {
    "linux": "CLOCK_BOOTTIME",
    # Darwin's CLOCK_MONOTONIC counts through sleep; time.monotonic() there does not. On Windows
    # time.monotonic() is GetTickCount64, which does.
    "darwin": "CLOCK_MONOTONIC",
}


EARLIEST = date(1900, 1, 1)
"""Nobody looks further back than this: what lies before it is a mistake of a clock or of a file."""


class Clock(Protocol):
    """What the house may ask about time."""

    def monotonic(self) -> float:
        """Seconds on a clock that never goes back and may stand still in a suspend."""

    def boottime(self) -> float:
        """Seconds on a clock that never goes back and counts through a suspend."""

    def now(self) -> datetime:
        """The wall clock, aware, in local time."""


class SystemClock:
    """The machine's own clocks."""

    def monotonic(self) -> float:
        """See :class:`Clock`."""
        return time.monotonic()

    def boottime(self) -> float:
        """See :class:`Clock`; where the system has no such clock, the same as ``monotonic``."""
        name = _COUNTS_SLEEP.get(sys.platform)
        return time.clock_gettime(getattr(time, name)) if name else time.monotonic()

    def now(self) -> datetime:
        """See :class:`Clock`."""
        return datetime.now().astimezone()
