"""When the journal cannot be used: what is wrong, what is safe, what to do. Never a crash."""

from __future__ import annotations

from PySide6.QtCore import Signal

from recovery_coach.base.i18n import tr
from recovery_coach.journal import JournalTrouble
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.parts import ScrollPage, button, card, words


class TroublePage(ScrollPage):
    """Offers to try again, to go on without a record, or to open the folder."""

    again = Signal()
    without = Signal()
    folder = Signal()

    def __init__(self, trouble: JournalTrouble) -> None:
        super().__init__(tr("Journal trouble"), widest=860)
        self.body.addStretch(1)
        self.body.addWidget(words(trouble.title, "title"))
        frame, inner = card()
        for heading, text in (
            (tr("What is safe"), trouble.safe),
            (tr("What to do"), trouble.advice),
            (tr("Where"), str(trouble.path)),
        ):
            inner.addWidget(words(heading, "heading"))
            inner.addWidget(words(text, "muted"))
            inner.addSpacing(4)
        self.body.addWidget(frame)
        self.retry = button(tr("Try again"), self.again.emit, "primary")
        without = button(
            tr("Practise without a record"),
            self.without.emit,
            hint=tr("Routines work; nothing is written down until this is mended."),
        )
        line = Flow(spacing=12)
        line.show_items([self.retry, without, button(tr("Open the folder"), self.folder.emit)])
        self.body.addWidget(line)
        self.body.addStretch(1)
