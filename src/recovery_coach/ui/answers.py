"""How one question of a check is answered: a choice, a number, or when it was."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.redflags.model import Choice, Question
from recovery_coach.ui.controls import Segment, pass_focus
from recovery_coach.ui.day_field import DayField
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.pain_strip import NumberStrip
from recovery_coach.ui.parts import column
from recovery_coach.ui.stepper import SecondsBox, Stepper
from recovery_coach.ui.theme import Look

MOST = 999
"""The highest number that a question is asked for."""
DATE = "date"
"""The choice that asks for a date."""


class Choices(Flow):
    """A few choices, none of them taken at first: one tab stop; arrows move, Space chooses.

    Chosen once more, an answer is taken back.
    """

    told = Signal(str)

    def __init__(self, name: str, choices: tuple[Choice, ...]) -> None:
        super().__init__()
        self.setProperty("role", "choices")
        self.setAccessibleName(name)
        self._values = [choice.value for choice in choices]
        self._group = QButtonGroup(self)
        self._value = ""
        self.buttons: list[Segment] = []
        for choice in choices:
            text = tr("{question} {choice}").format(question=name, choice=choice.label)
            made = Segment(choice.label, text)
            made.clicked.connect(lambda _=False, value=choice.value: self._on_choice(value))
            self._group.addButton(made)
            self.buttons.append(made)
        self.show_items(self.buttons)

    def show_answer(self, value: str) -> None:
        """Show an answer; none, where it is empty."""
        self._value = value
        self._group.setExclusive(False)
        for made, own in zip(self.buttons, self._values, strict=True):
            made.setChecked(own == value)
            made.setToolTip(tr("Press again to take it back") if own == value else "")
        self._group.setExclusive(True)

    def _on_choice(self, value: str) -> None:
        """What is chosen; chosen once more, it is taken back."""
        self.show_answer("" if value == self._value else value)
        self.told.emit(self._value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow moves to the neighbour, as it is seen."""
        if not pass_focus(self, self.buttons, event):
            super().keyPressEvent(event)


class CountBox(SecondsBox):
    """A whole number, or nothing yet: that stands below zero."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "", MOST)
        self.setDecimals(0)
        self.setRange(-1, MOST)
        self.setPrefix("")
        self.setSuffix("")
        self.setSpecialValueText("–")
        self.setValue(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What is typed comes in the place of what stands there."""
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self.selectAll)


class Count(Stepper):
    """How many, between a minus and a plus."""

    told = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(name, "", MOST, CountBox(name))
        self.chosen.connect(lambda value: self.told.emit(_whole(value)))
        self.show_answer("")

    def show_answer(self, text: str) -> None:
        """Show a number, or that there is none."""
        self.show_value(int(text) if text.isdecimal() else -1)


class Strip(NumberStrip):
    """0 to 10, its ends named by the choices."""

    told = Signal(str)

    def __init__(self, question: Question, look: Look) -> None:
        ends = question.choices or (Choice("0", "0"), Choice("10", "10"))
        super().__init__(look, question.text, ends[0].label, ends[-1].label)
        self._number: int | None = None
        self.chosen.connect(self._on_chosen)

    def show_answer(self, text: str) -> None:
        """Show a number, or that there is none."""
        self._number = int(text) if text.isdecimal() else None
        self.show_value(self._number)

    def _on_chosen(self, number: int) -> None:
        """A number; chosen once more, it is taken back."""
        self.show_answer("" if number == self._number else str(number))
        self.told.emit("" if self._number is None else str(number))


class When(QWidget):
    """When it began: a few spans back from now, or a date.

    A day is told by its beginning: what counts the hours since then rather counts too many.
    """

    told = Signal(str)

    def __init__(self, name: str, look: Look, now: datetime) -> None:
        super().__init__()
        self._now = now
        spans = [*((str(days), text) for days, text in spans_back()), (DATE, tr("On a date…"))]
        self.choices = Choices(name, tuple(Choice(value, text) for value, text in spans))
        self.day = DayField(name, now.date(), look)
        self.day.hide()
        self.choices.told.connect(self._on_choice)
        self.day.chosen.connect(lambda _: self._tell_day())
        layout = column(self, spacing=8)
        layout.addWidget(self.choices)
        layout.addWidget(self.day, 0, Qt.AlignmentFlag.AlignLeft)

    def show_answer(self, text: str) -> None:
        """Show a time; where no span fits, its date."""
        felt = time_of(text, self._now)
        if felt is None:
            self.choices.show_answer("")
            self.day.hide()
            return
        days = (self._now.date() - felt.date()).days
        known = {span for span, _ in spans_back()}
        self.choices.show_answer(str(days) if days in known else DATE)
        self.day.setVisible(days not in known)
        self.day.show_day(felt.date())

    def _on_choice(self, value: str) -> None:
        self.day.setVisible(value == DATE)
        if not value:
            self.told.emit("")
            return
        if value == DATE:
            self.day.setFocus(Qt.FocusReason.TabFocusReason)
            self._tell_day()
            return
        self.day.show_day(self._now.date() - timedelta(days=int(value)))
        self._tell_day()

    def _tell_day(self) -> None:
        at = datetime.combine(self.day.day, datetime.min.time(), self._now.tzinfo)
        self.told.emit(at.isoformat())


Answer = Choices | Count | Strip | When


def spans_back() -> tuple[tuple[int, str], ...]:
    """Days back, and how people say it."""
    return (
        (0, tr("Today")),
        (1, tr("Yesterday")),
        (2, tr("2 days ago")),
        (3, tr("3 days ago")),
        (7, tr("About a week ago")),
        (14, tr("2 weeks ago")),
        (30, tr("A month ago")),
        (91, tr("3 months ago or more")),
    )


def time_of(text: str, now: datetime) -> datetime | None:
    """A time as facts 5.4 has it, ISO or hours before now (``24h``); None where it is neither."""
    try:
        if text.endswith("h"):
            return now - timedelta(hours=float(text[:-1]))
        felt = datetime.fromisoformat(text)
    except (ValueError, OverflowError):
        return None
    return felt.astimezone(now.tzinfo) if felt.tzinfo else felt.replace(tzinfo=now.tzinfo)


def answer_for(question: Question, look: Look, now: datetime) -> Answer:
    """What answers a question."""
    if question.asks == "when":
        return When(question.text, look, now)
    if question.asks == "number":
        scale = question.field.endswith("_nrs") or question.field == "interference"
        return Strip(question, look) if scale else Count(question.text)
    return Choices(question.text, question.choices)


def _whole(value: object) -> str:
    return str(round(value)) if isinstance(value, float) and value >= 0 else ""
