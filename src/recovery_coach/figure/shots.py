"""What is to be seen in one picture of a figure, and from where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recovery_coach.figure.showing import Showing

Ground = Literal["dark", "light", "contrast", "paper"]
"""The themes, and white paper."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture. ``size`` is the longer edge in pixels, the figure decides on the other."""

    showing: Showing
    pose: str
    yaw: float
    pitch: float
    ground: Ground = "light"
    size: int = 640
    muscles: bool = True
