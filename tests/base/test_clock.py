"""The machine's clocks: what can be said of them without waiting."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta

import pytest

from recovery_coach.base.clock import Clock, SystemClock
from tests.fakes import ManualClock


@pytest.mark.parametrize("name", ["monotonic", "boottime"])
def test_it_never_goes_back(name: str):
    read = getattr(SystemClock(), name)
    readings = [read() for _ in range(1000)]
    assert readings == sorted(readings)
    assert readings[-1] > 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere zeros differ")
def test_the_clock_that_counts_sleep_is_never_behind():
    clock = SystemClock()
    earlier = clock.monotonic()
    assert clock.boottime() >= earlier


def test_the_wall_clock_knows_its_offset():
    now = SystemClock().now()
    assert now.utcoffset() is not None
    assert abs(now - datetime.now(UTC)) < timedelta(minutes=1)


def test_the_clock_of_the_tests_moves_only_when_told():
    clock: Clock = ManualClock()
    before = (clock.monotonic(), clock.boottime(), clock.now())
    assert (clock.monotonic(), clock.boottime(), clock.now()) == before
    assert isinstance(clock, ManualClock)
    clock.advance(2)
    clock.suspend(5)
    after = (clock.monotonic(), clock.boottime(), clock.now())
    assert after == (before[0] + 2, before[1] + 7, before[2] + timedelta(seconds=7))
