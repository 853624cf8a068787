"""A face: one way to show a session, at the desk, from the floor or in the mini window.

A face is a plain widget that shows what it is told and asks nobody. The page that drives the
session (``stage``) has one of them shown at a time and tells the others nothing.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from recovery_coach.session.player import Player
from recovery_coach.session.view import Moment, View
from recovery_coach.ui.bridge import FRAMES
from recovery_coach.ui.captions import CaptionLine
from recovery_coach.ui.pain_strip import NumberStrip
from recovery_coach.ui.progress import Progress
from recovery_coach.ui.ring import Ring
from recovery_coach.ui.seen import Seen
from recovery_coach.ui.stage_figure import StageFigure
from recovery_coach.ui.transport import Transport


class Face(QWidget):
    """What all of them have. Words change once a second, what moves up to sixty times."""

    answered = Signal(int)
    """The number before the session was given."""

    ring: Ring
    caption: CaptionLine
    transport: Transport
    """Where a face has other buttons, it refreshes those."""
    progress: Progress | None = None
    figure: StageFigure | None = None
    before: NumberStrip | None = None
    """The number before the session, asked while getting ready."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.seen = Seen(self)

    # -- the session -----------------------------------------------------------------------

    def show_view(self, view: View, moment: Moment, position: float, asks: bool) -> None:
        """Another moment; ``asks`` where the number before the session is still wanted."""
        self.ring.show_view(view, moment.stretch, position)
        self.show_words(view, moment, asks)

    def show_words(self, view: View, moment: Moment, asks: bool) -> None:
        """All that is no picture."""
        raise NotImplementedError

    def stand_at(self, player: Player, step: int) -> None:
        """Where the session is, after anything may have happened."""
        self.ring.move_to(player.position)
        if self.progress is not None:
            self.progress.show_position(player.timeline, player.position, step)

    def move_to(self, position: float) -> None:
        """Only time went on."""
        self.ring.move_to(position)
        if self.progress is not None:
            self.progress.move_to(position)

    def follow(self, player: Player) -> None:
        """The figure, if there is one, does what the player does."""
        if self.figure is not None:
            self.figure.follow(player)

    @property
    def frame_seconds(self) -> float:
        """How soon the next picture should come: one of ``FRAMES``."""
        figure = self.figure.frame_seconds if self.figure is not None else FRAMES[0]
        return min(figure, self.ring.frame_seconds)

    def refresh(self) -> None:
        """Enable the buttons that do something now."""
        self.transport.refresh()

    # -- what is beside it -----------------------------------------------------------------

    def show_caption(self, text: str, sound: bool = False) -> None:
        """What is being said; or, with ``sound``, what a sound means. Empty where it is quiet."""
        self.caption.show_caption(text, sound)

    def show_sound_state(self, text: str) -> None:
        """What of the sound the person should know; empty where all is as it should be."""
        raise NotImplementedError

    def show_notice(self, text: str) -> None:
        """Why it stands still, where nobody asked it to."""
        raise NotImplementedError
