"""The calendar of the journal: a month to look over, a day to go to or to add to.

It reads what is shown, and no more. Where it stands above the entries it is one week, so that they
are still seen, and the whole month on demand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from recovery_coach.base.i18n import capital, month_and_year, tr
from recovery_coach.coach.diary import day_heading
from recovery_coach.coach.months import (
    DAYS,
    FIRST,
    NOTHING,
    Mark,
    Week,
    mark_words,
    moved,
    week_of,
    weeks_of,
)
from recovery_coach.settings.model import WeekStart
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.icons import icon
from recovery_coach.ui.month import MonthGrid
from recovery_coach.ui.parts import button, card, column, row, set_name, words
from recovery_coach.ui.theme import Look

Read = Callable[[Sequence[Week]], Mapping[date, Mark]]
"""The marks of some weeks; it may raise JournalTrouble."""


class Calendar(QWidget):
    """Shows a month and the chosen day; call :meth:`refresh` when the journal changed.

    ``opened``: a day that has entries. ``add_wanted``: an entry of that day is to be written.
    ``asked`` carries what reads the journal, for somebody who can say that it failed.
    """

    opened = Signal(object)
    add_wanted = Signal(object)
    asked = Signal(object)

    def __init__(self, look: Look, read: Read, today: Callable[[], date]) -> None:
        super().__init__()
        self._look = look
        self._read = read
        self._today = today
        self._start: WeekStart = "monday"
        self._marks: Mapping[date, Mark] = {}
        self._above = False
        self._follows = True
        self.day = today()
        self.grid = MonthGrid(look)
        self.grid.chosen.connect(self.go)
        self.grid.opened.connect(self._open)
        self.title = words("", "heading", wrap=False)
        self.earlier = button("", lambda: self.go(self._next(-1)))
        self.later = button("", lambda: self.go(self._next(1)))
        for made in (self.earlier, self.later):
            made.setProperty("kind", "step")
        self.month_button = button(tr("Whole month"), self._on_month, "filter")
        self.month_button.setCheckable(True)
        self.add_button = button(tr("Add an entry"), self._add, "chip")
        set_name(self.add_button, tr("Add an entry for this day"))
        self.today_button = button(tr("Show today"), self._to_today, "chip")
        self._lay_out()
        look.changed.connect(self._on_look)
        self._on_look()

    def _lay_out(self) -> None:
        frame, inner = card(margin=16)
        column(self).addWidget(frame)
        head = row(spacing=8)
        for part in (self.earlier, self.title, self.later):
            head.addWidget(part)
        head.insertStretch(1, 1)
        head.insertStretch(3, 1)
        head.addWidget(self.month_button)
        inner.addLayout(head)
        inner.addWidget(self.grid)
        line = QFrame()
        line.setProperty("role", "line")
        line.setFixedHeight(1)
        inner.addWidget(line)
        inner.addLayout(self._make_foot())

    def _make_foot(self) -> QBoxLayout:
        """The chosen day: what it has, and the way to add to it."""
        self._foot = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._foot.setSpacing(10)
        self._day_name = words("")
        self._day_facts = words("", "small")
        texts = column(spacing=2)
        texts.addWidget(self._day_name)
        texts.addWidget(self._day_facts)
        buttons = Flow()
        buttons.show_items([self.add_button, self.today_button])
        self._foot.addLayout(texts, 1)
        self._foot.addWidget(buttons)
        return self._foot

    # -- what is shown -------------------------------------------------------------------------

    def refresh(self, start: WeekStart) -> None:
        """Show what is true now; a calendar that stood at today goes on with the days."""
        self._start = start
        self.grid.begin_weeks(start)
        self._show(self._today() if self._follows else min(self.day, self._today()))

    def go(self, day: date) -> None:
        """Choose a day; what is read is what comes into view by it."""
        self.asked.emit(lambda: self._show(min(max(FIRST, day), self._today())))

    @property
    def _weekly(self) -> bool:
        """Whether only a week is shown: where the month would push the entries out of sight."""
        return self._above and not self.month_button.isChecked()

    def _next(self, step: int) -> date:
        return self.day + timedelta(days=step * DAYS) if self._weekly else moved(self.day, step)

    def _show(self, day: date) -> None:
        today, start = self._today(), self._start
        had_focus = any(made.hasFocus() for made in self.grid.shown)
        weeks = (week_of(day, start),) if self._weekly else weeks_of(day, start)
        self._marks = self._read(weeks)
        self.day, self._follows = day, day == today
        there = len(self.grid.days)
        self.grid.show_weeks(weeks, day, self._marks, today)
        if len(self.grid.days) > there:  # for Tab what is made later would come last
            for before, behind in pairwise([self.month_button, *self.grid.days]):
                QWidget.setTabOrder(before, behind)
        if had_focus:
            self.grid.take_focus()
        self.title.setText(month_and_year(day))
        last = max(one for week in weeks for one in week if one is not None)
        self.later.setEnabled(last < today)
        self._day_name.setText(day_heading(day, today))
        self._day_facts.setText(capital(mark_words(self._marks.get(day, NOTHING))))

    def _open(self, day: date) -> None:
        if self._marks.get(day):
            self.opened.emit(day)

    def _add(self) -> None:
        self.add_wanted.emit(self.day)

    def _to_today(self) -> None:
        self.go(self._today())
        self.opened.emit(self._today())

    # -- beside the entries, or above them -----------------------------------------------------

    def stand_above(self, above: bool) -> None:
        """Above the entries it is low; beside them it is narrow, and always the whole month."""
        changed, self._above = self._above != above, above
        self.grid.stand_above(above)
        way = QBoxLayout.Direction.LeftToRight if above else QBoxLayout.Direction.TopToBottom
        self._foot.setDirection(way)
        self.month_button.setVisible(above)
        self._name_steps()
        if changed:
            self.go(self.day)

    def _on_month(self) -> None:
        self._name_steps()
        self.go(self.day)

    def _name_steps(self) -> None:
        week = self._weekly
        set_name(self.earlier, tr("The week before") if week else tr("The month before"))
        set_name(self.later, tr("The week after") if week else tr("The month after"))

    def _on_look(self) -> None:
        size = self._look.size(1.0)
        before, after = "arrow-left", "arrow-right"
        if self.isRightToLeft():
            before, after = after, before
        for made, sign in (
            (self.earlier, before),
            (self.later, after),
            (self.add_button, "plus"),
            (self.month_button, "chevron-down"),
        ):
            made.setIcon(icon(sign, self._look.palette.text, size))
            made.setIconSize(QSize(size, size))
