"""What the sections of Trends are made of: a card that is filled when its turn has come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from recovery_coach.coach.insights import Insights
from recovery_coach.coach.trend_words import days_words
from recovery_coach.coach.trends import Frame
from recovery_coach.library.loader import Library
from recovery_coach.ui.parts import clear, column, words

NARROWEST = 26
"""In body sizes: as narrow as a card may be before the next one stands below it."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is looked at. ``grave``: a level stands that leaves no word on training."""

    insights: Insights
    frame: Frame
    library: Library
    aims: tuple[int, int]
    grave: bool

    @property
    def days(self) -> str:
        """The days that are looked back on, in words."""
        return days_words(self.frame.wide, self.frame.today)


class Section(QWidget):
    """A section of the page; it is hidden while it has nothing to say."""

    day_opened = Signal(object)
    asked = Signal(object)
    """Carries what reads the journal, for somebody who can say that it failed."""
    has_anything = False

    def show_scene(self, scene: Scene) -> None:
        """Read what it shows, and show it; it may raise JournalTrouble."""
        self.has_anything = self.fill(scene)
        self.setVisible(self.has_anything)

    def fill(self, scene: Scene) -> bool:
        """Whether there is anything."""
        raise NotImplementedError


class CardSection(Section):
    """A card with a heading and a sentence below it; ``inner`` takes what comes next."""

    def __init__(self, heading: str, lead: str = "") -> None:
        super().__init__()
        self.frame = QFrame()
        self.frame.setProperty("role", "card")
        column(self).addWidget(self.frame)
        self.inner: QVBoxLayout = column(self.frame, margin=24)
        self.lead = words(lead, "muted")
        self.inner.addWidget(words(heading, "heading"))
        self.inner.addWidget(self.lead)
        self.lead.setVisible(bool(lead))


class Lines(QWidget):
    """Lines of words that are replaced as a whole."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = column(self, spacing=6)
        self._told: tuple[str, ...] = ()

    def show_lines(self, lines: Sequence[str]) -> None:
        """A line each; nothing moves where they are the same."""
        if self._told != tuple(lines):
            self._told = tuple(lines)
            clear(self._lines)
            for line in lines:
                self._lines.addWidget(words(line))
        self.setVisible(bool(lines))
