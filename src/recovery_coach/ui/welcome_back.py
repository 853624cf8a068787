"""Welcome back: what was going on when nobody was watching any more, and three ways to go on.

The session stands still behind it. Escape goes there: from the pause it goes on at the exact
second, as from any other.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.coach.practise import Practice
from recovery_coach.coach.returning import again_words, still_words, where_words
from recovery_coach.ui.ask import Ask
from recovery_coach.ui.theme import Look

Key = Qt.Key


class WelcomeBack(Ask):
    """Asks how to go on; ``then`` is called after each answer."""

    def __init__(
        self,
        parent: QWidget,
        look: Look,
        practice: Practice,
        seconds: float,
        then: Callable[[], object],
    ) -> None:
        def doing(action: Callable[[], object]) -> Callable[[], None]:
            def act() -> None:
                action()
                then()

            return act

        super().__init__(
            parent,
            look,
            tr("Welcome back"),
            f"{where_words(practice)}\n{still_words(seconds)}",
            (
                (again_words(practice), doing(practice.begin_again)),
                (tr("Skip it"), doing(practice.leave_out)),
                (tr("Finish here"), doing(lambda: practice.stop("asked"))),
            ),
            stacked=True,
        )
        hints = (tr("Enter, Space"), tr("Right arrow, Page Down"), tr("What you did is kept."))
        for made, hint in zip(self.buttons, hints, strict=True):
            made.setToolTip(hint)
            made.setAccessibleDescription(hint)
        # The keys of a session, as far as they mean something here; Space is the button's own.
        self._key(0, Key.Key_MediaTogglePlayPause, Key.Key_MediaPlay)
        self._key(1, Key.Key_Right, Key.Key_PageDown, Key.Key_MediaNext)

    def _key(self, answer: int, *keys: Key) -> None:
        for key in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda: self.answer(answer))

    def escape(self) -> None:
        """To the session as it stands still; nothing is answered."""
        self.lift()
