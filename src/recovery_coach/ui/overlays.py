"""What lies over the page and waits for an answer: a question, or the list of keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from recovery_coach.ui.theme import Look

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from recovery_coach.ui.later import Answer, Ask, Practice, ShortcutsOverlay, StagePage


class Overlays:
    """Covers ``window``, whose pages are ``pages``: by one overlay at a time."""

    def __init__(self, window: QWidget, pages: QStackedWidget, look: Look) -> None:
        self._window = window
        self._pages = pages
        self._look = look
        self.question: Ask | None = None
        self._keys: ShortcutsOverlay | None = None

    @property
    def asking(self) -> bool:
        """Whether a question waits for its answer."""
        return self.question is not None and self.question.isVisible()

    def ask(
        self,
        question: str,
        text: str,
        answers: Sequence[Answer],
        keys: Mapping[Qt.Key, Callable[[], object]],
    ) -> None:
        """Put a question; Escape gives its first answer, each of ``keys`` does something else."""
        from recovery_coach.ui.later import Ask

        self._put(Ask(self._window, self._look, question, text, answers, keys=keys))

    def welcome_back(self, practice: Practice, seconds: float, then: Callable[[], object]) -> None:
        """Ask how to go on after ``seconds`` in which nobody was there; Escape leaves it open."""
        from recovery_coach.ui.later import WelcomeBack

        self.lift_keys()
        self._put(WelcomeBack(self._window, self._look, practice, seconds, then))

    def _put(self, question: Ask) -> None:
        # Else Space would work the page behind the question, and Tab would lead out of it.
        self._pages.setEnabled(False)
        self.question = question
        question.lifted.connect(self._on_question_lifted)

    def _on_question_lifted(self) -> None:
        self.question = None
        self._pages.setEnabled(True)
        self._focus_page()

    def show_keys(self, stage: StagePage | None) -> None:
        """The list of keys; a session stands still meanwhile, and H still stops it."""
        from recovery_coach.ui.later import ShortcutsOverlay

        if self._keys is not None or self.asking:
            return
        shown = self._pages.currentWidget() is stage
        if stage is not None and shown and not stage.practice.player.ended:
            stage.pause()
        self._keys = ShortcutsOverlay(self._window, self._look)
        self._keys.lifted.connect(self._on_keys_lifted)
        if stage is not None:
            stage.driver.state_changed.connect(self._keys.lift)

    def lift_keys(self) -> None:
        """The list of keys goes, if it is there."""
        if self._keys is not None:
            self._keys.lift()

    def _on_keys_lifted(self) -> None:
        self._keys = None
        self._focus_page()

    def _focus_page(self) -> None:
        page = self._pages.currentWidget()
        if page is not None:
            page.setFocus()

    def escape(self) -> bool:
        """Out of what lies over the page, a question in its own way; False if nothing does."""
        if self._keys is not None:
            self._keys.lift()
        elif self.question is not None and self.asking:
            self.question.escape()
        else:
            return False
        return True
