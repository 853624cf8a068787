"""A chart in the window: read by mouse, finger or keyboard, and spoken; opened, and looked into.

One stop for Tab. A mouse reads what it is over, a click opens it, dragging marks days to look into.
A finger reads with its first touch and opens with the second.
"""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputDevice, QKeyEvent, QMouseEvent

from recovery_coach.coach.charts import EVERY_POINT
from recovery_coach.insight.plain import Span
from recovery_coach.ui.body_keys import BY_KEYBOARD, COMES_BACK, step_in
from recovery_coach.ui.chart_surface import ChartSurface
from recovery_coach.ui.own_keys import ENTER, OwnKeys

Key = Qt.Key
STILL = 6
"""Pixels a click may move."""
FEWEST = 7
"""Days that are looked into, at the least."""
PAGES = {Key.Key_PageUp: -1, Key.Key_PageDown: 1}


class ChartView(OwnKeys, ChartSurface):
    """Shows any chart.

    ``day_opened`` carries a day; of a chart of weeks, their first. ``zoomed`` carries the Span that
    is wanted, None for the whole: who listens gathers the numbers and calls :meth:`show_chart`.
    """

    day_opened = Signal(object)
    zoomed = Signal(object)
    _pressed: QPointF | None = None

    # -- by mouse and finger ---------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """It may become a click, or mark days."""
        if event.button() != Qt.MouseButton.LeftButton or self.plot is None:
            super().mousePressEvent(event)
            return
        self._by_keys = False
        self._pressed = event.position()
        self.unmark()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read what is there; held down, mark."""
        plot, at = self.plot, event.position()
        if plot is None:
            return
        self._hovered = plot.index_at(at)
        begun = self._pressed
        if begun is not None and self.zoomable and self._is_drag(at):
            first, last = plot.index_at(begun), self._hovered
            if first is not None and last is not None:
                self.mark(first, last)
        hand = begun is None and self._hovered is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Look into what was marked, or open what was clicked."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        still = not self._is_drag(event.position())
        self._pressed = None
        if self._marked is not None:
            self._look_into_marked()
        elif still:
            self._click(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        self._hovered = None
        self.update()

    def _is_drag(self, at: QPointF) -> bool:
        return self._pressed is not None and abs(at.x() - self._pressed.x()) > STILL

    def _click(self, event: QMouseEvent) -> None:
        plot = self.plot
        index = plot.index_at(event.position()) if plot is not None else None
        if plot is None or index is None:
            return
        read_before = self.chosen == index
        self._day = plot.span(index).first
        self._hovered = index
        if read_before or event.device().type() != QInputDevice.DeviceType.TouchScreen:
            self._open(index)
        self.update()

    # -- by keyboard -----------------------------------------------------------------------

    def takes(self, event: QKeyEvent) -> bool | None:
        """Enter opens, and Escape leaves what was marked or looked into; else the window's."""
        leaves = event.key() == Key.Key_Escape and (self._marked is not None or self.is_part)
        return True if leaves or (event.key() in ENTER and self.plot is not None) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go on, with Shift they mark; Enter opens, plus and minus look closer or not."""
        plot, key = self.plot, Key(event.key())
        if plot is None:
            super().keyPressEvent(event)
            return
        here = plot.count - 1 if self.chosen is None else self.chosen
        there = self._place_by(key, here)
        if there is not None:
            self._go(here, there, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif not self._key(event, here):
            super().keyPressEvent(event)

    def _place_by(self, key: Qt.Key, here: int) -> int | None:
        plot = self.plot
        assert plot is not None
        if key in plot.arrows:
            return here + plot.arrows[key]
        if key in PAGES:
            return here + PAGES[key] * plot.page
        return {Key.Key_Home: 0, Key.Key_End: plot.count - 1}.get(key)

    def _go(self, here: int, there: int, marking: bool) -> None:
        plot = self.plot
        assert plot is not None
        there = min(max(0, there), plot.count - 1)
        first = here if self._marked is None else self._marked[0]
        self.unmark()
        self.choose(there)
        if marking and self.zoomable:
            self.mark(first, there)

    def _key(self, event: QKeyEvent, here: int) -> bool:
        """Whether the key meant anything here."""
        step = step_in(event)
        if event.key() in ENTER:
            if self._marked is not None:
                self._look_into_marked()
            else:
                self._open(here)
        elif event.key() == Key.Key_Escape and self._marked is not None:
            self.unmark()
        elif event.key() == Key.Key_Escape and self.is_part:
            self.zoomed.emit(None)
        elif step and self.zoomable:
            self._look_closer(here, step)
        else:
            return False
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is, and say it: the latest to begin with."""
        super().focusInEvent(event)
        if event.reason() not in COMES_BACK:
            self._by_keys = event.reason() in BY_KEYBOARD
        plot = self.plot
        if self._by_keys and plot is not None:
            self.choose(plot.count - 1 if self.chosen is None else self.chosen)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing is read any more."""
        super().focusOutEvent(event)
        self.update()

    # -- what comes of it ------------------------------------------------------------------

    def _open(self, index: int) -> None:
        plot = self.plot
        assert plot is not None
        span = plot.span(index)
        if self.zoomable and span.days > 1:
            self._look_into(span, EVERY_POINT)
        else:
            self.day_opened.emit(span.first)

    def _look_into_marked(self) -> None:
        plot, marked = self.plot, self._marked
        self.unmark()
        if plot is None or marked is None:
            return
        first, last = sorted(marked)
        if first != last:
            self._look_into(Span(plot.span(first).first, plot.span(last).last), FEWEST)

    def _look_closer(self, here: int, step: int) -> None:
        """Half as many days around the chosen one, or twice as many."""
        plot, shown = self.plot, self.shown
        assert plot is not None
        assert shown is not None
        if step > 0 and shown.days > FEWEST:
            self._look_into(plot.span(here), max(FEWEST, shown.days // 2))
        elif step < 0 and self.is_part:
            self._look_into(shown, shown.days * 2)

    def _look_into(self, span: Span, least: int) -> None:
        """At ``span``, and as much around it as makes ``least`` days; never beyond the whole."""
        whole = self._whole or self.shown
        assert whole is not None
        missing = max(0, least - span.days)
        first = max(whole.first, span.first - timedelta(days=missing // 2))
        last = min(whole.last, first + timedelta(days=max(least, span.days) - 1))
        first = max(whole.first, min(first, last - timedelta(days=max(least, span.days) - 1)))
        self.zoomed.emit(None if Span(first, last) == whole else Span(first, last))
