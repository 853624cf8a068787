"""What the desktop around the window does for a session. ``gui`` hands it in; ui never asks for it.

Nothing of it makes anybody wait, and nothing of it fails: where the desktop cannot, it is silent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from recovery_coach.ui.sounding import Sound


class Screen(Protocol):
    """Keeps the screen on."""

    @property
    def refused(self) -> SignalInstance:
        """Emitted once at most: nothing on this computer keeps the screen on."""

    def keep_on(self, on: bool) -> None:
        """Keep it on from now on, or no more."""


class Presence(Protocol):
    """Tells whether this user has the screen."""

    @property
    def changed(self) -> SignalInstance:
        """Emitted with False when the screen was locked or given away, with True on return."""

    def watch(self) -> None:
        """Begin to look; asked for again, it goes on looking."""


class Around(Protocol):
    """All of it; None does nothing."""

    @property
    def screen(self) -> Screen | None:
        """Asked for by every session when it begins."""

    @property
    def presence(self) -> Presence | None:
        """Asked for by every session when it begins."""

    @property
    def sound(self) -> Sound | None:
        """What a session is heard with, if anything."""


class NothingAround:
    """For tests and pictures, and until there is more."""

    sound: Sound | None = None
    screen: Screen | None = None
    presence: Presence | None = None
