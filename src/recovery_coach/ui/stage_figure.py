"""The figure on the stage: at every instant exactly where the player is."""

from __future__ import annotations

import math

from PySide6.QtCore import QEasingCurve, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap

from recovery_coach.base.i18n import tr
from recovery_coach.figure.showing import Showing, ends
from recovery_coach.figure.skeleton import Body
from recovery_coach.figure.store import Figures
from recovery_coach.figure.vectors import distance
from recovery_coach.session.player import Player
from recovery_coach.session.posture import Posture, body_in, marked_in, posture_at
from recovery_coach.session.states import State
from recovery_coach.ui.bridge import FRAMES
from recovery_coach.ui.figure_canvas import FigureCanvas
from recovery_coach.ui.parts import set_name
from recovery_coach.ui.theme import Look

LEAP = 24.0
"""Pixels: what goes no further between two of 30 pictures a second is seen to glide, at half the
cost of 60."""
NOT_LONG_AGO = 0.5
"""Seconds; a step of the player before that says nothing of a pace."""
FADE_MS = 220
"""How long one figure takes to give way to the next."""
RUNNING = (State.RUNNING, State.RESUMING)


class StageFigure(FigureCanvas):
    """Follows a player; ``frame_seconds`` is how soon its next picture should come."""

    def __init__(self, figures: Figures, look: Look) -> None:
        super().__init__(look, ground=True)
        self.setMinimumSize(0, 0)  # it takes what the words leave
        self._figures = figures
        self._shown: tuple[str, str | None, bool] | None = None
        self._posture: Posture | None = None
        self._moving = False
        self._last: tuple[float, Body] | None = None
        self._pace = 0.0
        self._before: QPixmap | None = None
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.setDuration(FADE_MS)
        self._fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._fade.valueChanged.connect(lambda _: self.update())
        self._fade.finished.connect(self._on_faded)

    @property
    def frame_seconds(self) -> float:
        """One of ``FRAMES``: few for a breath, more for a motion, most for a fast one."""
        breath, motion, fast = FRAMES
        if not self._moving:
            return breath
        return motion if self._pace * motion <= LEAP else fast

    @property
    def quick(self) -> bool:
        """While it moves; a picture that stays is perfect."""
        return self._moving

    def _measure(self, at: float, body: Body) -> None:
        """How many pixels a second the fastest of hands, feet, knees and head goes."""
        if self._last is not None and 0 < at - self._last[0] < NOT_LONG_AGO:
            way = max(map(distance, ends(body), ends(self._last[1])))
            self._pace = way * self.scale / (at - self._last[0])
        else:
            self._pace = math.inf  # from a standstill: look at it closely
        self._last = (at, body)

    def follow(self, player: Player) -> None:
        """Show what the player's exercise looks like at its position."""
        segment = player.segment
        # What it is shown doing must be what they are told to do.
        easier = player.timeline.step_of(segment).easier
        motion = None if easier else self._figures.motion(segment.exercise)
        if motion is None:
            self._moving = False
            if self.showing is not None:
                self._shown = self._posture = None
                self.show_figure(None, None)
            return
        posture = posture_at(player.timeline, segment, player.position, motion)
        if self._look.reduced_motion:
            posture = posture.still
        moving = posture.moving and player.state in RUNNING
        if self._moving and not moving:
            self.update()  # what stays is painted once more, perfect
        self._moving = moving
        backwards = segment.set in motion.figure.backwards
        shown = (segment.exercise, posture.side, backwards)
        if shown != self._shown:
            # Where repetitions alternate, it stays where it is, seen from the same place.
            alternates = motion.figure.alternates or segment.side == "alternate"
            goes_on = alternates and self._shown is not None and shown[0] == self._shown[0]
            if not goes_on:
                self._begin_fade()
            self._shown = shown
            showing = Showing(motion, posture.side, backwards)
            camera = Showing(motion).camera if alternates else showing.camera
            self._last = None
            body, marked = body_in(showing, posture), marked_in(showing, posture)
            self.show_figure(showing, body, marked, camera)
            set_name(self, tr("Figure: {name}").format(name=self._name(player)))
        elif posture != self._posture and self.showing is not None:
            body = body_in(self.showing, posture)
            self._measure(player.position, body)
            self.show_body(body, marked_in(self.showing, posture), posture.breath)
        self._posture = posture

    @staticmethod
    def _name(player: Player) -> str:
        step = player.timeline.step_of(player.segment)
        return tr(step.exercise.name)

    # -- from one figure to the next -------------------------------------------------------

    def _begin_fade(self) -> None:
        if self.showing is None or self._look.reduced_motion or not self.isVisible():
            return
        ratio = self.devicePixelRatioF()
        before = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        before.setDevicePixelRatio(ratio)
        before.fill(Qt.GlobalColor.transparent)
        painter = QPainter(before)
        self.paint_figure(painter)
        painter.end()
        self._before = before
        self._fade.stop()
        self._fade.start()

    def _on_faded(self) -> None:
        self._before = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The figure; over it for a moment, paler and paler, the one before."""
        if self._before is None:
            super().paintEvent(event)
            return
        share = float(self._fade.currentValue())
        painter = QPainter(self)
        self.paint_ground(painter, event.rect())
        painter.setOpacity(1.0 - share)
        self.paint_figure(painter)
        painter.setOpacity(share)
        painter.drawPixmap(0, 0, self._before)
        painter.end()
