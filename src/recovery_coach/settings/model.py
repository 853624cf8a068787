"""The settings there are, with what each may be. Plain data: ``described`` draws the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, get_args

Theme = Literal["system", "dark", "light", "contrast"]
CountStyle = Literal["down", "up"]
CountAloud = Literal["all", "last_three", "none"]
WeekStart = Literal["monday", "sunday", "saturday"]
Units = Literal["metric", "imperial"]

THEMES: tuple[Theme, ...] = get_args(Theme)
COUNT_STYLES: tuple[CountStyle, ...] = get_args(CountStyle)
COUNT_ALOUD: tuple[CountAloud, ...] = get_args(CountAloud)
WEEK_STARTS: tuple[WeekStart, ...] = get_args(WeekStart)
UNITS: tuple[Units, ...] = get_args(Units)
FIRST_DAYS: Mapping[WeekStart, int] = {"monday": 0, "saturday": 5, "sunday": 6}
"""The day a week begins with, as Python counts them."""
TEXT_SIZES = (85, 100, 115, 130, 150, 175, 200)
"""Percent of the system's own size."""

VOLUMES = (20, 40, 60, 80, 100)
"""Of a hundred, as an ear takes it."""

OWN_NUMBERS = ("own_emergency", "own_advice", "own_crisis")
"""Numbers to call that the person entered."""

FOLDERS = ("backup_folder", "sync_folder")
"""Folders that the person named, each empty for none."""

TIMING = ("get_ready", "switch", "transition", "sore_extra")
LONGEST = 600
"""Seconds: the longest that any of the timings may be."""

AIMS = ("aim_flexibility", "aim_core")
MOST_A_WEEK = 7
"""Sessions a week: the highest aim there is; 0 is none."""

WELCOME = 1
"""Version of the first screen. A higher one is shown again, once."""

Timing = Mapping[str, float | str]
"""Some of ``TIMING``, in seconds, and ``count_aloud``."""


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
    sore_extra: float = 4.0
    """Seconds more between moves and to switch sides on a sore day."""
    count: CountStyle = "down"
    count_aloud: CountAloud = "all"
    voice: bool = True
    voice_volume: int = 80
    tones: bool = True
    tone_volume: int = 80
    finish_volume: int = 100
    """Of the tone at the very end, which is to be heard from the next room."""
    silent: bool = False
    flash: bool = False
    language: str = ""
    week_start: WeekStart = "monday"
    units: Units = "metric"
    impact_put_off: str = ""
    """The ISO date on which the check of the week was put off."""
    week_note_put_off: str = ""
    """The ISO date on which the note of the week was put away."""
    aim_flexibility: int = 3
    """Sessions a week, as the person wants it. Three is where to start (facts S1-02, D12: Marques
    2009, 31 people, hamstrings and calves; not a study of backs)."""
    aim_core: int = 2
    """Sessions a week. Two to three is where to start (facts 3.5; the number is editorial)."""
    country: str = ""
    own_emergency: str = ""
    """To call in the place of the country's number; so are the two below, empty where it holds."""
    own_advice: str = ""
    own_crisis: str = ""
    backup_folder: str = ""
    """A second folder for backups, such as one on another disk; empty for none."""
    sync_folder: str = ""
    """A folder that another program carries to the person's other computers; empty for none."""
    window: tuple[int, ...] = ()
    """Left, top, width, height of the window, and 1 where it was maximised."""
    timing: Mapping[str, Timing] = field(default_factory=lambda: MappingProxyType({}))
    """For a routine's id, what differs from the seconds above and from ``count_aloud``."""

    def of_routine(self, routine: str, name: str) -> float | str:
        """One of ``TIMING``, or ``count_aloud``, as it is for one routine."""
        own = self.timing.get(routine, {})
        value: float | str = own.get(name, getattr(self, name))
        return value
