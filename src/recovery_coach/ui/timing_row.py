"""The pace of one routine: seconds in between, what is counted aloud, and back to the usual."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from recovery_coach.base.i18n import duration, tr
from recovery_coach.settings.described import Described, count_aloud, in_words, timing_section
from recovery_coach.settings.model import LONGEST
from recovery_coach.timeline.model import Options
from recovery_coach.ui.controls import control_for
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.parts import button, card, column, row, set_text, words
from recovery_coach.ui.stepper import Stepper
from recovery_coach.ui.theme import Look


@dataclass(frozen=True, slots=True)
class Pace:
    """How a routine would go if it were begun now."""

    options: Options
    """What it is compiled with: longer pauses on a sore day."""
    chosen: Mapping[str, float | str]
    """What was chosen, by the setting's name; today's soreness left aside."""
    own: bool
    """Whether some of it is this routine's own."""
    sore: bool


class TimingRow(QWidget):
    """``changed`` carries which of them, its new value, and both in words."""

    changed = Signal(str, object, str)
    reset = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        section = timing_section()
        self._aloud = count_aloud()
        self.aloud = control_for(self._aloud, look)
        self.aloud.chosen.connect(self._on_aloud)
        self.steppers: dict[str, Stepper] = {}
        frame, inner = card(margin=20)
        head = row()
        self.whole = words("", "teal")
        head.addWidget(words(tr("Pace"), "heading", wrap=False))
        head.addWidget(self.whole, 1)
        self.usual_button = button(
            tr("As usual"), self.reset.emit, "chip", tr("The times of the settings, again")
        )
        head.addWidget(self.usual_button)
        inner.addLayout(head)
        line = Flow(spacing=24)
        counted = self._titled(self._aloud.title, self.aloud)
        line.show_items([*(self._time(described) for described in section.settings), counted])
        inner.addWidget(line)
        self.sore = words("", "small")
        inner.addWidget(self.sore)
        column(self).addWidget(frame)

    def _time(self, described: Described) -> QWidget:
        stepper = Stepper(described.title, described.help, LONGEST)
        stepper.chosen.connect(lambda seconds: self._on_chosen(described, seconds))
        self.steppers[described.name] = stepper
        return self._titled(described.title, stepper)

    @staticmethod
    def _titled(title: str, control: QWidget) -> QWidget:
        made = QFrame()
        inner = column(made, spacing=4)
        inner.addWidget(words(title, "small", wrap=False))
        inner.addWidget(control)
        return made

    def _on_aloud(self, value: object) -> None:
        self.changed.emit(self._aloud.name, value, in_words(self._aloud, value))

    def _on_chosen(self, described: Described, seconds: float) -> None:
        text = tr("{setting}: {choice}")
        text = text.format(setting=described.title, choice=duration(seconds))
        self.changed.emit(described.name, seconds, text)

    def show_pace(self, pace: Pace, whole: float) -> None:
        """Show how it goes, and the ``whole`` of the routine at that pace."""
        self.whole.setText(tr("{time} in all").format(time=duration(whole)))
        for name, stepper in self.steppers.items():
            stepper.show_value(pace.chosen[name])
        self.aloud.show_value(pace.chosen["count_aloud"])
        text = tr("Today counts as a sore day: {s} s more between moves and sides.")
        extra = int(float(str(pace.chosen["sore_extra"])))
        set_text(self.sore, text.format(s=extra) if pace.sore and extra else "")
        self.usual_button.setEnabled(pace.own)
