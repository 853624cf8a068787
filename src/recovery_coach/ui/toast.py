"""The one place in the window where it says what just happened, with Undo where there is one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.ui.parts import announce, button, row, words

STAYS_MS = 12_000
"""Long enough to read and reach from a mat; Ctrl+Z undoes later, too."""
WIDEST = 720
"""Pixels."""
FROM_BOTTOM, FROM_TOP = 24, 10
GAP = 12


class Toast(QFrame):
    """A message over the bottom of its parent, or its top. A new one replaces the old: no stack."""

    def __init__(self, parent: QWidget, foot: Callable[[], int] = lambda: 0) -> None:
        """``foot``: how many pixels at the bottom of the parent are never to be covered."""
        super().__init__(parent)
        self._foot = foot
        self.setProperty("role", "toast")
        self._parent = parent
        self._undo: Callable[[], object] | None = None
        self._at_top = self._aside = False
        self._text = words("", wrap=True)
        self._undo_button = button(tr("Undo"), self.undo)
        self._way: Callable[[], object] | None = None
        self._way_button = button("", self._go)
        self._close = button(tr("Close"), self.hide, kind="quiet")
        layout = row(self, margin=GAP, spacing=GAP)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._undo_button)
        layout.addWidget(self._way_button)
        layout.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS_MS)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now."""
        return self._text.text()

    @property
    def offers_undo(self) -> bool:
        """Whether what it says now can be taken back by its button."""
        return self._undo is not None and not self.isHidden()

    @property
    def passes(self) -> bool:
        """Whether it is there, and goes by itself or by the way it shows."""
        return (self._timer.isActive() or self._way is not None) and not self.isHidden()

    def say(
        self,
        text: str,
        undo: Callable[[], object] | None = None,
        stays: bool = False,
        way: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Show ``text``; a problem ``stays`` until it is closed.

        ``way``: the words of a button, and where it leads.
        """
        self._text.setText(text)
        self._undo = undo
        self._undo_button.setVisible(undo is not None)
        self._way_button.setText(way[0] if way else "")
        self._way_button.setVisible(way is not None)
        self._way = way[1] if way else None
        self.setAccessibleName(text)
        self.show()
        self.raise_()
        self._place()
        announce(self, text)
        self._timer.stop() if stays else self._timer.start()

    def keep_to_top(self, wanted: bool, aside: bool = False) -> None:
        """Where the bottom is wanted for something that must never be covered.

        ``aside``: at the end of a line there, where what begins the page must not be, either.
        """
        self._at_top, self._aside = wanted, aside
        self.keep_up()

    def keep_up(self) -> None:
        """There may be another foot to keep clear of."""
        if not self.isHidden():
            self._place()

    def undo(self) -> None:
        """Take back what was said, once."""
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()

    def _go(self) -> None:
        way, self._way = self._way, None
        self.hide()
        if way is not None:
            way()

    def hideEvent(self, event: QHideEvent) -> None:
        """Closed by hand it needs no timer any more; in a minimized window it still does."""
        if not event.spontaneous():
            self._timer.stop()

    def event(self, event: QEvent) -> bool:
        """Other words, or larger ones, ask for another height."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and not self.isHidden():
            self._place()
        return handled

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to its place when the parent changes its size."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def _place(self) -> None:
        parent = self._parent
        width = min(parent.width() - 48, WIDEST, self._one_line())
        height = max(self.sizeHint().height(), self.heightForWidth(width))
        bottom = parent.height() - (self._foot() or FROM_BOTTOM - FROM_TOP) - FROM_TOP
        top = FROM_TOP if self._at_top else bottom - height
        left = (parent.width() - width) // 2
        if self._at_top and self._aside:
            left = FROM_BOTTOM if self.isRightToLeft() else parent.width() - width - FROM_BOTTOM
        self.setGeometry(left, top, width, height)

    def _one_line(self) -> int:
        """As wide as it is with its words in one line."""
        buttons = [
            one for one in (self._undo_button, self._way_button, self._close) if not one.isHidden()
        ]
        wide = sum(one.sizeHint().width() + GAP for one in buttons)
        return self._text.fontMetrics().horizontalAdvance(self._text.text()) + wide + 4 * GAP
