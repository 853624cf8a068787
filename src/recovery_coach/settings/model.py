"""The settings there are so far, with what each may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Theme = Literal["system", "dark", "light"]
THEMES: tuple[Theme, ...] = get_args(Theme)

WELCOME = 1
"""Version of the first screen. A higher one is shown again, once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings; each has a default, so that a missing file or field is never an error."""

    welcome_seen: int = 0
    theme: Theme = "system"
    get_ready: float = 5.0
    switch: float = 5.0
    transition: float = 8.0
