"""One exercise's figure on its own: played, paused, stepped phase by phase, turned round."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from recovery_coach.base.clock import Clock, SystemClock
from recovery_coach.base.i18n import tr
from recovery_coach.figure.showing import Showing
from recovery_coach.figure.store import Figures
from recovery_coach.library.dose import Side, opposite
from recovery_coach.ui.figure_canvas import FigureCanvas
from recovery_coach.ui.theme import Look

FRAME_MS = 16
LONGEST_HOLD = 3.0
"""Seconds: a demonstration does not stand still for longer."""


class FigureView(FigureCanvas):
    """Shows an exercise in motion or still; the clock is asked only while it plays."""

    phase_changed = Signal(int)

    def __init__(self, figures: Figures, look: Look, clock: Clock | None = None) -> None:
        super().__init__(look, turnable=True)
        self._figures = figures
        self._clock = clock or SystemClock()
        self._phase = 0
        self._part = 1.0
        self._playing = False
        self._since = 0.0
        self._round = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timeout)
        self.setAccessibleName(tr("Figure"))
        self.setAccessibleDescription(tr("The arrow keys turn it round."))

    # -- which -----------------------------------------------------------------------------

    def show_exercise(self, exercise_id: str, side: Side | None = None) -> bool:
        """The figure of an exercise, still, in its most telling phase; whether there is one."""
        self.pause()
        motion = self._figures.motion(exercise_id)
        if motion is None:
            self.show_figure(None, None)
            return False
        showing = Showing(motion, side)
        self._round = 0
        self._phase, self._part = self._telling(showing), 1.0
        telling = motion.figure.telling
        self.show_figure(showing, showing.pose(telling), showing.marked(telling))
        self.phase_changed.emit(self._phase)
        return True

    @staticmethod
    def _telling(showing: Showing) -> int:
        leaps = showing.motion.leaps
        found = [i for i, leap in enumerate(leaps) if leap.move.to == showing.figure.telling]
        return found[0] if found else 0

    @property
    def phases(self) -> tuple[str, ...]:
        """The phases of one repetition, by name."""
        showing = self.showing
        return tuple(leap.move.phase for leap in showing.motion.leaps) if showing else ()

    @property
    def phase(self) -> int:
        """Which of them is shown."""
        return self._phase

    @property
    def sided(self) -> bool:
        """Whether there is another side to show."""
        return self.showing is not None and self.showing.figure.side is not None

    @property
    def side(self) -> Side | None:
        """The side that is shown."""
        return self.showing.side if self.showing is not None else None

    # -- playing ---------------------------------------------------------------------------

    @property
    def playing(self) -> bool:
        """Whether it moves, or would if it could be seen."""
        return self._playing

    @property
    def quick(self) -> bool:
        """While it moves; a picture that stays is perfect."""
        return self._playing and not self._look.reduced_motion

    def play(self) -> None:
        """Play from the beginning of a phase on; with reduced motion, still after still."""
        if self._playing or self.showing is None or not self.phases:
            return
        self._playing = True
        if self._part >= 1.0:
            self._next_phase()
        self._since = self._clock.monotonic() - self._part * self._seconds()
        self._wake()

    def pause(self) -> None:
        """Stand still as it is."""
        if self._playing:
            self._playing = False
            self.update()  # once more, perfect
        self._timer.stop()

    def step(self, by: int) -> None:
        """Stand still at the end of the next phase, or of the one before."""
        self.pause()
        if self.phases:
            self._phase = (self._phase + by) % len(self.phases)
            self._part = 1.0
            self._pose()
            self.phase_changed.emit(self._phase)

    def _seconds(self) -> float:
        assert self.showing is not None  # asked only with a figure
        leap = self.showing.motion.leaps[self._phase]
        return min(leap.move.seconds, LONGEST_HOLD) if leap.still else leap.move.seconds

    def _next_phase(self) -> None:
        self._phase += 1
        self._part = 0.0
        if self._phase >= len(self.phases):
            self._phase = 0
            self._round += 1
            showing = self.showing
            if showing is not None and showing.figure.alternates:
                yaw, pitch = self.angle
                other = Showing(showing.motion, opposite(showing.side))
                self.show_figure(other, None, camera=(yaw, pitch))
        self.phase_changed.emit(self._phase)

    def _on_timeout(self) -> None:
        gone = self._clock.monotonic() - self._since
        while gone >= self._seconds():
            gone -= self._seconds()
            self._since += self._seconds()
            self._next_phase()
        self._part = gone / self._seconds()
        self._wake()

    def _wake(self) -> None:
        """Show the present, and set the timer for the next picture; none where nobody sees it."""
        self._pose()
        if not self._playing or not self.isVisible():
            return
        if self._look.reduced_motion:
            left = self._seconds() * (1 - self._part)
            self._timer.start(max(1, round(left * 1000)))
        else:
            self._timer.start(FRAME_MS)

    def _pose(self) -> None:
        showing = self.showing
        if showing is None:
            return
        part = 1.0 if self._look.reduced_motion else self._part
        self.show_body(showing.at(self._phase, part), showing.marked_at(self._phase, part))

    def showEvent(self, event: QShowEvent) -> None:
        """Go on where it was hidden."""
        super().showEvent(event)
        if self._playing:
            self._since = self._clock.monotonic() - self._part * self._seconds()
            self._wake()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing moves that nobody sees."""
        super().hideEvent(event)
        self._timer.stop()
