"""What may follow when it hurts, at the foot of the page: always in sight, whatever is asked."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.coach.hurts import Verdict
from recovery_coach.coach.practise import HurtAction, Practice
from recovery_coach.figure.store import Figures
from recovery_coach.library.models import Exercise
from recovery_coach.ui.figure_still import still
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.parts import PAGE_MARGIN, PAGE_TOP, button, clear, column, row
from recovery_coach.ui.theme import Look

PICTURE = (10.0, 6.6)
"""Of the easier exercise, in body sizes."""
Offer = tuple[HurtAction, str]


class HurtOffers(QWidget):
    """Buttons for what ``coach.hurts`` allows, the first of them the one to take."""

    decided = Signal(str)

    def __init__(self, practice: Practice, look: Look, figures: Figures, widest: int) -> None:
        """``widest`` in pixels where the text has 15, as of a page."""
        super().__init__()
        self._practice = practice
        self._look = look
        self._figures = figures
        self._widest = widest
        self.verdict = Verdict("unsure")
        self.buttons: dict[HurtAction, QPushButton] = {}
        self._inner = QWidget()
        self._inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        around = row(self, spacing=0)
        around.addStretch(1)
        around.addWidget(self._inner, 1000)
        around.addStretch(1)
        self._line = row(self._inner, spacing=20)
        self._line.setContentsMargins(PAGE_MARGIN, 12, PAGE_MARGIN, PAGE_TOP)
        look.changed.connect(self._dress)
        self._dress()

    def offer(self, verdict: Verdict) -> None:
        """Offer what may follow ``verdict``, and nothing else."""
        self.verdict = verdict
        clear(self._line)
        self.buttons = {}
        easier = self._practice.easier if verdict.may_ease else None
        for action, text in offers_after(verdict, easier):
            self.buttons[action] = self._button(action, text)
        if easier is not None:
            picture = self._picture(easier)
            if picture is not None:
                self._line.addWidget(picture)
        self._line.addWidget(self._lines(), 1)

    def _lines(self) -> QWidget:
        """The easier exercise has a line of its own."""
        holder = QWidget()
        lines = column(holder, spacing=12)
        rest = dict(self.buttons)
        easier = rest.pop("easier", None)
        if easier is not None:
            first = Flow()
            first.show_items([easier])
            lines.addWidget(first)
        others = Flow(spacing=12)
        others.show_items(list(rest.values()))
        lines.addWidget(others)
        return holder

    def _button(self, action: HurtAction, text: str) -> QPushButton:
        main = not self.buttons and self.verdict.level in ("may_go_on", "end_exercise")
        return button(text, lambda: self.decided.emit(action), "primary" if main else "plain")

    def _picture(self, easier: Exercise) -> QLabel | None:
        """The easier exercise, on the side that comes."""
        side = self._practice.player.segment.side
        wide, tall = (self._look.size(factor) for factor in PICTURE)
        ratio = self.devicePixelRatioF()
        shown = side if side == "left" or side == "right" else None
        picture = still(self._figures, self._look, easier.id, wide, tall, ratio, side=shown)
        if picture is None:
            return None
        made = QLabel()
        made.setProperty("role", "plate")
        made.setPixmap(picture)
        made.setFixedSize(wide, tall)
        made.setAccessibleName(tr("Figure: {name}").format(name=tr(easier.name)))
        return made

    def _dress(self) -> None:
        """Other sizes, other colours."""
        self._inner.setMaximumWidth(self._look.size(self._widest / 15))
        if self.buttons:
            self.offer(self.verdict)


def offers_after(verdict: Verdict, easier: Exercise | None) -> Iterator[Offer]:
    """What may follow, in its order, in words."""
    if verdict.level == "stop_session":
        yield "stop", tr("Close")
        return
    if verdict.level == "end_exercise":
        yield "stop", tr("Stop here")
        yield "gentle", tr("Gentle moves instead")
        return
    if easier is not None:
        yield "easier", tr("Easier: {name}").format(name=tr(easier.name))
    if verdict.may_go_on:
        yield "go_on", tr("Go on")
    yield "skip", tr("Skip this exercise")
    yield "stop", tr("Stop here")
