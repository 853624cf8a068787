"""The first screen, shown once: what this is, what it is not, and that nothing leaves the computer.

The limits are those of facts 5.3, point 13.
"""

from __future__ import annotations

from PySide6.QtCore import Signal

from recovery_coach.base.i18n import tr
from recovery_coach.ui.parts import ScrollPage, button, card, row, words


class WelcomePage(ScrollPage):
    """One button; ``accepted`` when it is pressed."""

    accepted = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Welcome"), widest=860)
        self.body.addStretch(1)
        self.body.addWidget(words(tr("A coach for your back"), "hero"))
        self.body.addWidget(
            words(
                tr(
                    "Warm-ups, stretches and core work, timed and counted for you, and a diary of"
                    " how your back is doing."
                ),
                "lead",
            )
        )
        frame, inner = card()
        for heading, text in (
            (
                tr("A coach and a diary, not a doctor"),
                tr(
                    "It cannot say what is wrong with a back. It is not for emergencies. If"
                    " something worries you, ask a health professional; the app will say so, too."
                ),
            ),
            (
                tr("For adults"),
                tr(
                    "It is not made for anyone under 16. When pregnant, use it only with"
                    " professional advice."
                ),
            ),
            (
                tr("Stop when it hurts"),
                tr(
                    "Sharp pain, new feelings in a leg or arm, numbness or light-headedness: stop."
                    " The key H stops everything at once."
                ),
            ),
            (
                tr("Yours alone"),
                tr(
                    "Everything stays on this computer. There is no account and no network. The"
                    " diary is a plain file that only you can read; encrypt your disk if others"
                    " use this machine."
                ),
            ),
        ):
            inner.addWidget(words(heading, "heading"))
            inner.addWidget(words(text, "muted"))
            inner.addSpacing(4)
        self.body.addWidget(frame)
        self.go = button(tr("I understand, let us begin"), self.accepted.emit, "primary")
        line = row()
        line.addWidget(self.go)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addStretch(1)
