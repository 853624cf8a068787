"""The weekly impact check: three questions about the last seven days, and their mean.

The questions and their ends are our own: inspired by the PEG, and not scored against it
(facts 4.2). The mean is there only once all three are answered.
"""

from __future__ import annotations

from PySide6.QtCore import Signal

from recovery_coach.base.i18n import number, tr
from recovery_coach.journal import ImpactRecord
from recovery_coach.ui.bottom_bar import BottomBar
from recovery_coach.ui.pain_strip import NumberStrip
from recovery_coach.ui.parts import ScrollPage, button, row, words
from recovery_coach.ui.scale import Scale
from recovery_coach.ui.theme import Look
from recovery_coach.ui.when_field import Now

WIDEST = 900


class ImpactPage(ScrollPage):
    """Asks; ``saved`` carries the record. What is skipped is missing in it."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, look: Look, now: Now) -> None:
        super().__init__(tr("Your last seven days"), widest=WIDEST)
        self._now = now
        self._look = look
        self.pain = self._scale(
            tr("Pain of the week"),
            tr("How strong was your pain on most of these days?"),
            tr("0 · no pain"),
            tr("10 · worst pain you can imagine"),
        )
        self.enjoyment = self._scale(
            tr("Joy of the week"),
            tr("How much did it take from what you like to do?"),
            tr("0 · nothing"),
            tr("10 · all of it"),
        )
        self.activity = self._scale(
            tr("Duties of the week"),
            tr("How much did it hold you back from what you had to do?"),
            tr("0 · not at all"),
            tr("10 · from everything"),
        )
        self._mean = words("", "lead")
        self._lay_out()
        save = button(tr("Save"), self._save, "primary")
        self.bar = BottomBar(self, (save, button(tr("Not now"), self.left.emit, "chip")), WIDEST)
        for scale in (self.pain, self.enjoyment, self.activity):
            scale.changed.connect(self._show)
        self._show()

    def _scale(self, name: str, question: str, low: str, high: str) -> Scale:
        return Scale(question, NumberStrip(self._look, name, low, high))

    def _lay_out(self) -> None:
        head = row()
        head.addWidget(words(tr("Your last seven days"), "title"), 1)
        head.addWidget(button(tr("Back"), self.left.emit, "top"))
        self.body.setSpacing(20)
        self.body.addLayout(head)
        for scale in (self.pain, self.enjoyment, self.activity):
            self.body.addWidget(scale)
        self.body.addWidget(self._mean)
        about = tr(
            "Once a week, so that you can see where it goes. The three questions are our own,"
            " inspired by the PEG scale and not scored against it."
        )
        self.body.addWidget(words(about, "small"))
        self.body.addStretch(1)

    @property
    def record(self) -> ImpactRecord:
        """What is answered."""
        return ImpactRecord(
            at=self._now(),
            pain=self.pain.value,
            enjoyment=self.enjoyment.value,
            activity=self.activity.value,
        )

    def _show(self) -> None:
        self.bar.say("")
        mean = self.record.mean
        known = tr("Together: {number} of 10")
        text = tr("Together: after all three")
        self._mean.setText(text if mean is None else known.format(number=number(mean, 1)))

    def _save(self) -> None:
        record = self.record
        if (record.pain, record.enjoyment, record.activity) == (None, None, None):
            self.bar.say(tr("Nothing is given yet. Each of the three may be left out."))
        else:
            self.saved.emit(record)
