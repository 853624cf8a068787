"""The settings there are, with what each may be. Plain data: ``described`` draws the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, get_args

Theme = Literal["system", "dark", "light", "contrast"]
CountStyle = Literal["down", "up"]
WeekStart = Literal["monday", "sunday", "saturday"]
Units = Literal["metric", "imperial"]

THEMES: tuple[Theme, ...] = get_args(Theme)
COUNT_STYLES: tuple[CountStyle, ...] = get_args(CountStyle)
WEEK_STARTS: tuple[WeekStart, ...] = get_args(WeekStart)
UNITS: tuple[Units, ...] = get_args(Units)
TEXT_SIZES = (85, 100, 115, 130, 150, 175, 200)
"""Percent of the system's own size."""

TIMING = ("get_ready", "switch", "transition")
LONGEST = 600
"""Seconds: the longest that any of the timings may be."""

WELCOME = 1
"""Version of the first screen. A higher one is shown again, once."""

Timing = Mapping[str, float]
"""Some of ``TIMING``, in seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings; each has a default, so that a missing file or field is never an error."""

    welcome_seen: int = 0
    theme: Theme = "system"
    text_size: int = 100
    reduced_motion: bool = False
    get_ready: float = 5.0
    switch: float = 5.0
    transition: float = 8.0
    count: CountStyle = "down"
    flash: bool = False
    language: str = ""
    week_start: WeekStart = "monday"
    units: Units = "metric"
    country: str = ""
    window: tuple[int, ...] = ()
    """Left, top, width, height of the window, and 1 where it was maximised."""
    timing: Mapping[str, Timing] = field(default_factory=lambda: MappingProxyType({}))
    """For a routine's id, the seconds that differ from those above."""

    def timing_of(self, routine: str) -> tuple[float, float, float]:
        """Get-ready, switch and transition seconds for one routine."""
        own = self.timing.get(routine, {})
        return (
            own.get("get_ready", self.get_ready),
            own.get("switch", self.switch),
            own.get("transition", self.transition),
        )
