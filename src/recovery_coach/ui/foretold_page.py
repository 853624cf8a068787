"""A page on which something is looked at, foretold, agreed to, done: what all such pages do."""

from __future__ import annotations

from PySide6.QtCore import Signal

from recovery_coach.base.i18n import tr
from recovery_coach.ui.keeping_parts import add_part, line_of
from recovery_coach.ui.parts import ScrollPage, announce, button, card, clear, words


class ForetoldPage(ScrollPage):
    """``wanted``: what was foretold is to be done. ``left``: leave everything as it is."""

    wanted = Signal()
    left = Signal()

    def __init__(self, name: str, refused: str) -> None:
        """``name``: what is to be done; ``refused``: the heading where it cannot be."""
        super().__init__(name, widest=860)
        self._name = name
        self._refused = refused
        self.busy = False

    def escape(self) -> None:
        """What the Escape key does: nothing while it is being done."""
        if not self.busy:
            self.left.emit()

    def show_busy(self, text: str, busy: bool = False) -> None:
        """Something is under way; ``busy``: it cannot be left."""
        self.busy = busy
        self._begin(self._name)
        self.body.addWidget(words(text, "lead"))
        if not busy:
            self.body.addWidget(line_of(button(tr("Leave it"), self.left.emit)))
        self.body.addStretch(1)
        announce(self, text)

    def show_refused(self, why: str, advice: str) -> None:
        """It cannot be done."""
        self.busy = False
        self._begin(self._refused)
        frame, inner = card(margin=24)
        inner.setSpacing(20)
        add_part(inner, tr("Why"), why)
        add_part(inner, tr("What to do"), advice)
        self.body.addWidget(frame)
        self.body.addWidget(words(tr("Your journal is as it was."), "muted"))
        self.body.addWidget(line_of(button(tr("Back"), self.left.emit, "primary")))
        self.body.addStretch(1)
        announce(self, self._refused)

    def _begin(self, title: str) -> None:
        """An empty page with that heading."""
        clear(self.body)
        self.body.addWidget(words(title, "title"))
        self.setFocus()
