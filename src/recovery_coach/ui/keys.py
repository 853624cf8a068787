"""What the keys do that work everywhere in the window; those of the stage are its own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from recovery_coach.session.states import Action
from recovery_coach.ui.host import Host
from recovery_coach.ui.parts import on_keys


class Keys:
    """Installs them in ``window``."""

    def __init__(self, window: QWidget, host: Host) -> None:
        self._window = window
        self._host = host
        on_keys(window, self._on_escape, Qt.Key.Key_Escape)
        on_keys(window, self._on_enter, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        on_keys(window, self._on_full_screen, Qt.Key.Key_F, Qt.Key.Key_F11)
        on_keys(window, host.messages.undo, QKeySequence(QKeySequence.StandardKey.Undo))
        on_keys(window, self._on_question_mark, Qt.Key.Key_Question)

    def _on_escape(self) -> None:
        """One step out, of the outermost that there is to leave."""
        host = self._host
        over = (host.leave_full_screen, host.overlays.escape, self._leave_page)
        any(leave() for leave in (*over, host.ask_to_end, host.step_back))

    def _leave_page(self) -> bool:
        """By the page's own way out, such as *not now*; False where it has none."""
        escape: Callable[[], None] | None = getattr(self._host.page, "escape", None)
        if escape is None:
            return False
        escape()
        return True

    def _on_enter(self) -> None:
        """Done, where a step waits for it; else the focused button, as people expect."""
        stage = self._host.stage
        shown = self._host.page is stage and not self._host.overlays.asking
        if stage is not None and shown and stage.practice.player.allows(Action.DONE):
            stage.commands.done()
            return
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton) and focused.isEnabled():
            focused.click()

    def _on_full_screen(self) -> None:
        if not self._host.leave_full_screen():
            self._window.showFullScreen()

    def _on_question_mark(self) -> None:
        self._host.overlays.show_keys(self._host.stage)
