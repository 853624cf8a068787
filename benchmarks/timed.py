"""How long a call takes, each time of several."""

from __future__ import annotations

import time
from collections.abc import Callable

from benchmarks.figures import Aim, Row


def timed_row(name: str, rounds: int, act: Callable[[], object], *aims: Aim) -> Row:
    """The milliseconds of each of ``rounds`` calls, as a row by itself."""
    return Row(name, "ms", times(rounds, act), aims=aims)


def times(rounds: int, act: Callable[[], object]) -> tuple[float, ...]:
    """The same without the row."""
    found = []
    for _ in range(rounds):
        start = time.perf_counter()
        act()
        found.append((time.perf_counter() - start) * 1000)
    return tuple(found)
