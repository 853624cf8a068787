"""Stand-ins that a test holds in its hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone


class ManualClock:
    """A clock that moves only when told to."""

    def __init__(self, now: datetime | None = None) -> None:
        self._mono = 1000.0
        self._boot = 5000.0
        self._now = now or datetime(2026, 3, 4, 7, 30, tzinfo=timezone(timedelta(hours=1)))

    def monotonic(self) -> float:
        return self._mono

    def boottime(self) -> float:
        return self._boot

    def now(self) -> datetime:
        return self._now

    def advance(self, seconds: float) -> None:
        """Let time pass for a running machine."""
        self._mono += seconds
        self._boot += seconds
        self._now += timedelta(seconds=seconds)

    def suspend(self, seconds: float) -> None:
        """Let the machine sleep: the monotonic clock stands still."""
        self._boot += seconds
        self._now += timedelta(seconds=seconds)

    def set_wall(self, now: datetime) -> None:
        """Somebody sets the wall clock."""
        self._now = now


UTC_NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
