"""What a report is to be about: its days, its parts, the name on it, and the notes in full."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.coach.report import (
    LONGEST_NAME,
    SECTIONS,
    WEEKS,
    SectionId,
    Wish,
    section_names,
)
from recovery_coach.insight.plain import Span, last_days
from recovery_coach.ui.chips import Chips
from recovery_coach.ui.day_field import DayField
from recovery_coach.ui.line_field import OwnLine
from recovery_coach.ui.parts import button, card, column, words
from recovery_coach.ui.theme import Look

OWN = "own"
DAYS = {"14": 14, "six": WEEKS * 7, "91": 91, "365": 365}
MARGIN = 20


class NameField(OwnLine):
    """A name, which is kept nowhere."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Name on the report"))
        self.setPlaceholderText(tr("None"))
        self.setMaxLength(LONGEST_NAME)


class ReportChoices(QWidget):
    """Emits ``changed`` with every choice; ``wish`` is what is chosen."""

    changed = Signal()

    def __init__(self, look: Look, today: date) -> None:
        super().__init__()
        self._today = today
        self.days = Chips(tr("Which days"), _spans(), one=True)
        self.first = DayField(tr("From"), today, look)
        self.last = DayField(tr("To"), today, look)
        names = section_names()
        self.parts = Chips(tr("What stands in it"), [(one, names[one]) for one in SECTIONS])
        self.opener = button(
            "", self._on_opened, "filter", tr("Shows or hides the parts to choose from")
        )
        self.opener.setCheckable(True)
        self.notes = Chips(tr("Notes"), [("notes", tr("All notes in full, on pages of their own"))])
        self.name = NameField()
        self._lay_out()
        self._show_usual()
        for part in (self.days, self.parts, self.notes):
            part.changed.connect(self._on_changed)
        for field in (self.first, self.last):
            field.chosen.connect(lambda _: self.changed.emit())
        self.name.editingFinished.connect(self._on_named)
        self._named = ""

    def _lay_out(self) -> None:
        frame, inner = card(margin=MARGIN)
        layout = column(self)
        layout.addWidget(frame)
        inner.addWidget(words(tr("Which days"), "kicker"))
        inner.addWidget(self.days)
        self._own = QWidget()
        own = column(self._own, spacing=6)
        for text, field in ((tr("From"), self.first), (tr("To"), self.last)):
            own.addWidget(words(text, "small"))
            own.addWidget(field, 0, Qt.AlignmentFlag.AlignLeading)
        inner.addWidget(self._own)
        inner.addWidget(words(tr("What stands in it"), "kicker"))
        inner.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignLeading)
        inner.addWidget(self.parts)
        inner.addWidget(self.notes)
        inner.addWidget(words(tr("Name on the report, if you want one"), "kicker"))
        inner.addWidget(self.name)
        inner.addWidget(words(tr("It stands on the paper alone and is kept nowhere."), "small"))

    def _show_usual(self) -> None:
        self.days.show_values(["six"])
        self.parts.show_values(SECTIONS)
        self.first.show_day(last_days(self._today, DAYS["six"]).first)
        self._own.hide()
        self.parts.hide()
        self._tell_parts()

    def _on_opened(self) -> None:
        self.parts.setVisible(self.opener.isChecked())

    def _tell_parts(self) -> None:
        chosen = len(self.parts.values)
        text = tr("{n} of {all} parts").format(n=chosen, all=len(SECTIONS))
        self.opener.setText(tr("All parts") if chosen == len(SECTIONS) else text)

    def _on_changed(self) -> None:
        if self.days.value is None:  # a second click took it out, and some days there must be
            self.days.show_values(["six"])
        self._own.setVisible(self.days.value == OWN)
        self._tell_parts()
        self.changed.emit()

    def _on_named(self) -> None:
        if self.name.text().strip() != self._named:
            self._named = self.name.text().strip()
            self.changed.emit()

    @property
    def wish(self) -> Wish:
        """What is chosen."""
        chosen = self.days.value or "six"
        if chosen == OWN:
            first, last = sorted((self.first.day, self.last.day))
            span = Span(first, last)
        else:
            span = last_days(self._today, DAYS[chosen])
        sections: list[SectionId] = [one for one in SECTIONS if one in self.parts.values]
        return Wish(
            span=span,
            sections=frozenset(sections),
            name=self.name.text(),
            notes=bool(self.notes.values),
        )


def _spans() -> list[tuple[str, str]]:
    return [
        ("14", tr("Two weeks")),
        ("six", tr("Six weeks")),
        ("91", tr("Three months")),
        ("365", tr("A year")),
        (OWN, tr("From … to …")),
    ]
