"""One question in the middle of the window, with its answers as buttons. No dialog box."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from recovery_coach.ui.parts import button, card, column, on_keys, row, words
from recovery_coach.ui.theme import Look
from recovery_coach.ui.veil import Veil

WIDEST, WIDEST_STACK = 36, 48
"""In body sizes."""

Answer = tuple[str, Callable[[], object]]


class Ask(Veil):
    """Covers its parent, dims it, and asks. The first answer is the main one.

    The answers stand in a row; ``stacked``, one below the other, they can be read from the floor.
    Each of ``keys`` makes the question pointless: it goes, and that is done instead.
    """

    def __init__(
        self,
        parent: QWidget,
        look: Look,
        question: str,
        text: str,
        answers: Sequence[Answer],
        stacked: bool = False,
        keys: Mapping[Qt.Key, Callable[[], object]] = MappingProxyType({}),
    ) -> None:
        super().__init__(parent, look, question)
        frame, inner = card(margin=32)
        frame.setMaximumWidth(look.size(WIDEST_STACK if stacked else WIDEST))
        inner.addWidget(words(question, "title"))
        inner.addWidget(words(text, "lead"))
        answering = QWidget()
        line = column(answering) if stacked else row(answering)
        self.buttons: list[QPushButton] = []
        for index, (label, action) in enumerate(answers):
            made = button(label, self._closing(action), "plain" if index else "primary")
            self.buttons.append(made)
            line.addWidget(made)
        if stacked:
            answering.setProperty("role", "stack")
        else:
            line.addStretch(1)
        for key, action in keys.items():
            on_keys(self, self._closing(action), key)
        inner.addSpacing(8)
        inner.addWidget(answering)
        outer = column(self, margin=32)
        outer.addStretch(1)
        across = row(spacing=0)  # an alignment instead would not ask how tall the words get
        across.addStretch(1)
        across.addWidget(frame, 1000)
        across.addStretch(1)
        outer.addLayout(across)
        outer.addStretch(1)
        self.show()
        self.raise_()
        self.buttons[0].setFocus()

    def answer(self, index: int) -> None:
        """Answer as if the button were pressed."""
        self.buttons[index].click()

    def escape(self) -> None:
        """What the Escape key does: the first answer is the one that changes least."""
        self.answer(0)

    def _closing(self, action: Callable[[], object]) -> Callable[[], object]:
        def act() -> None:
            self.lift()
            action()

        return act
