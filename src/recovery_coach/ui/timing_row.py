"""The time in between for one routine: three times of seconds, and back to the usual."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from recovery_coach.base.i18n import duration, tr
from recovery_coach.settings.described import Described, timing_section
from recovery_coach.settings.model import LONGEST
from recovery_coach.timeline.model import Options
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.parts import button, card, column, row, words
from recovery_coach.ui.stepper import Stepper


class TimingRow(QWidget):
    """``changed`` carries which time, its seconds, and both in words."""

    changed = Signal(str, float, str)
    reset = Signal()

    def __init__(self) -> None:
        super().__init__()
        section = timing_section()
        self.steppers: dict[str, Stepper] = {}
        frame, inner = card(margin=20)
        head = row()
        self.whole = words("", "teal")
        head.addWidget(words(section.title, "heading", wrap=False))
        head.addWidget(self.whole, 1)
        self.usual_button = button(
            tr("As usual"), self.reset.emit, "chip", tr("The times of the settings, again")
        )
        head.addWidget(self.usual_button)
        inner.addLayout(head)
        line = Flow(spacing=24)
        line.show_items([self._time(described) for described in section.settings])
        inner.addWidget(line)
        column(self).addWidget(frame)

    def _time(self, described: Described) -> QWidget:
        made = QFrame()
        inner = column(made, spacing=4)
        inner.addWidget(words(described.title, "small", wrap=False))
        stepper = Stepper(described.title, described.help, LONGEST)
        stepper.chosen.connect(lambda seconds: self._on_chosen(described, seconds))
        inner.addWidget(stepper)
        self.steppers[described.name] = stepper
        return made

    def _on_chosen(self, described: Described, seconds: float) -> None:
        text = tr("{setting}: {choice}")
        text = text.format(setting=described.title, choice=duration(seconds))
        self.changed.emit(described.name, seconds, text)

    def show_options(self, options: Options, own: bool, whole: float) -> None:
        """Show these seconds, and the ``whole`` of the routine; ``own`` for what is not usual."""
        self.whole.setText(tr("{time} in all").format(time=duration(whole)))
        for name, stepper in self.steppers.items():
            stepper.show_value(getattr(options, name))
        self.usual_button.setEnabled(own)
