"""The journal: a calendar, what was done and how it felt day by day, and a search in all of it.

Years of entries open as fast as a week of them, for only the newest are read; more on demand, and
from any day that is chosen in the calendar. Wide enough, the calendar stands beside the days and
stays in view; else it stands above them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from recovery_coach.base.i18n import tr, trn
from recovery_coach.coach.diary import STEP, Part, read_part
from recovery_coach.coach.months import Mark, Week, read_marks
from recovery_coach.coach.overview import Overview
from recovery_coach.coach.searching import read_found, words_of
from recovery_coach.settings.model import WeekStart
from recovery_coach.ui.calendar import Calendar
from recovery_coach.ui.day_list import DayList
from recovery_coach.ui.entry_line import EntryLine
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.forks_notice import ForksNotice
from recovery_coach.ui.journal_tools import JournalTools
from recovery_coach.ui.parts import (
    PAGE_TOP,
    UNBOUNDED,
    ScrollPage,
    announce,
    button,
    card,
    column,
    set_text,
    words,
)
from recovery_coach.ui.sticky import Sticky
from recovery_coach.ui.theme import Look

BESIDE_FROM = 56
"""Width, in body sizes, from which calendar and days stand side by side."""
CALENDAR_WIDE = 23
"""Width of the calendar beside the days, in body sizes."""
GAP = 24
EMPTY = Part((), False)


class JournalPage(ScrollPage):
    """Shows the journal of an :class:`Overview`; call :meth:`refresh` when it changed."""

    opened = Signal(str)
    add_wanted = Signal(object)
    """An entry of a day, a ``date``, is to be written."""
    asked = Signal(object)
    """Carries what reads the journal, for somebody who can say that it failed."""
    today_wanted = Signal()
    forks_wanted = Signal()
    """What was changed on two computers is to be chosen about."""
    keeping_wanted = Signal()
    """The page of the journal as a file."""
    mark_wanted = Signal()
    """A day is to be marked."""
    report_wanted = Signal()

    def __init__(self, overview: Overview, look: Look, week_start: Callable[[], WeekStart]) -> None:
        super().__init__(tr("Journal"))
        self.overview = overview
        self._look = look
        self._week_start = week_start
        self._top: date | None = None
        self._wanted = STEP
        self._found: list[str] | None = None
        self._last_opened = ""
        self._part = EMPTY
        self.calendar = Calendar(look, self._read_marks, lambda: overview.now.date())
        self.tools = JournalTools(look, lambda: overview.journal)
        self.field, self.chips = self.tools.field, self.tools.chips
        self.days = DayList(look)
        self.forks = ForksNotice(look)
        self._forks_of: tuple[int, int] | None = None
        self.newest_button = button(tr("Back to the newest"), self._to_newest, "chip")
        self.older_button = button(tr("Show older"), lambda: self.asked.emit(self.show_older))
        self._status = words("", "small")
        self._damaged = words("", "small")
        self._nothing_text = words("", "heading")
        self._nothing = self._nothing_card()
        self._empty = self._empty_card()
        self._without = words(
            tr("The journal cannot be used right now, so there is nothing to show."), "muted"
        )
        self._lay_out()
        self._connect()

    # -- building ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        top = Flow()
        top.show_items(
            [
                button(tr("Mark a day"), self.mark_wanted.emit, "filter"),
                button(tr("Report for a clinician"), self.report_wanted.emit, "filter"),
                button(tr("Backups and export"), self.keeping_wanted.emit, "filter"),
            ]
        )
        self.body.addWidget(words(tr("Journal"), "title"))
        self.body.addWidget(top)
        self.body.addWidget(self._without)
        self.body.addWidget(self.forks)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setSpacing(GAP)
        self._beside = Sticky(self.calendar, self, PAGE_TOP)
        self._parts.addWidget(self._beside)
        right = QWidget()
        inner = column(right, spacing=16)
        inner.addWidget(self.tools)
        for part in (self._status, self._nothing, self._empty):
            inner.addWidget(part)
        inner.addWidget(self.newest_button, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(self.days)
        inner.addWidget(self.older_button, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(self._damaged)
        inner.addStretch(1)
        self._parts.addWidget(right, 1)
        self.body.addLayout(self._parts)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.calendar.opened.connect(lambda day: self.asked.emit(lambda: self.show_day(day)))
        self.calendar.add_wanted.connect(self.add_wanted)
        self.calendar.asked.connect(self.asked)
        self.days.opened.connect(self._open)
        self.forks.wanted.connect(self.forks_wanted)
        self.field.went_on.connect(self._to_first)
        self.tools.asked.connect(self.asked)
        self.tools.found.connect(lambda: self.asked.emit(self.show_found))
        self.tools.emptied.connect(self._on_emptied)
        self.tools.chosen.connect(self._on_chosen)
        for keys in (QKeySequence(Qt.Key.Key_Slash), QKeySequence(QKeySequence.StandardKey.Find)):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._to_field)
        self._look.changed.connect(self._arrange)

    def _empty_card(self) -> QFrame:
        frame, inner = card(margin=24)
        inner.addWidget(words(tr("Nothing here yet"), "heading"))
        text = tr(
            "Your sessions and the numbers you give stand here, day by day, to be opened, changed"
            " or taken out again. It begins with a number or a routine on Today."
        )
        inner.addWidget(words(text, "muted"))
        today = button(tr("Go to Today"), self.today_wanted.emit, "primary")
        inner.addWidget(today, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _nothing_card(self) -> QFrame:
        frame, inner = card(margin=24)
        inner.addWidget(self._nothing_text)
        everything = button(tr("Show everything"), self.show_everything)
        inner.addWidget(everything, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    # -- beside or above -----------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may ask for the calendar beside the days, or above them."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside = self.width() >= self._look.size(BESIDE_FROM)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._parts.setDirection(way)
        wide = self._look.size(CALENDAR_WIDE)
        self._beside.setMinimumWidth(wide if beside else 0)
        self._beside.setMaximumWidth(wide if beside else UNBOUNDED)
        self.calendar.stand_above(not beside)

    # -- what is shown ---------------------------------------------------------------------

    @property
    def lines(self) -> list[EntryLine]:
        """The entries that are shown, in their order."""
        return self.days.lines

    @property
    def busy(self) -> bool:
        """Whether a search is still to be answered."""
        return self.tools.search.busy

    def refresh(self) -> None:
        """Show what is true now, as far back as it was shown before."""
        # The entries first: the calendar is there a moment later, and a click waits for less.
        QTimer.singleShot(0, self, lambda: self.asked.emit(self._refresh_calendar))
        QTimer.singleShot(0, self, lambda: self.asked.emit(self._refresh_forks))
        if self._found is not None:
            self._found = self.tools.answer()
        self._show_part(self._read())

    def _refresh_calendar(self) -> None:
        self.calendar.refresh(self._week_start())

    def _refresh_forks(self) -> None:
        journal = self.overview.journal
        state = journal.state if journal is not None else None
        if journal is None or state != self._forks_of:
            self.forks.show_forks(len(journal.forks()) if journal is not None else 0)
            self._forks_of = state

    def _read(self) -> Part:
        journal = self.overview.journal
        if journal is None:
            return EMPTY
        if self._found is not None:
            return read_found(journal, self._found, self._wanted)
        before = self._top + timedelta(days=1) if self._top else None
        return read_part(journal, before, step=self._wanted, kinds=self.tools.kinds)

    def _read_marks(self, weeks: Sequence[Week]) -> Mapping[date, Mark]:
        journal = self.overview.journal
        return read_marks(journal, weeks) if journal is not None else {}

    def show_older(self) -> None:
        """Read further back; the keyboard goes on with the first of them."""
        journal, there = self.overview.journal, len(self.lines)
        if journal is None:
            return
        if self._found is not None:
            self._wanted += STEP
            self._show_part(self._read())
        else:
            oldest = self._part.days[-1].day if self._part.days else None
            older = read_part(journal, oldest, oldest, kinds=self.tools.kinds)
            self._show_part(Part((*self._part.days, *older.days), older.more))
            self._wanted = max(STEP, len(self.lines))
        if len(self.lines) > there:
            self.lines[there].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_part(self, part: Part) -> None:
        self._part = part
        sought = words_of(self.field.text()) if self._found is not None else ()
        self.days.show_days(part.days, self.overview.now.date(), self.older_button, sought)
        there = self.overview.journal is not None
        plain = self._found is None and self.tools.shown == "all" and self._top is None
        self._without.setVisible(not there)
        self._empty.setVisible(there and plain and not part.days)
        self._show_nothing(there and not plain and not part.days)
        self.tools.setVisible(there and not (plain and not part.days))
        self.calendar.setVisible(there)
        self._beside.setVisible(there)
        self.older_button.setVisible(part.more)
        self.newest_button.setVisible(self._top is not None and self._found is None)
        self._show_status()
        self._show_damaged()

    def _show_nothing(self, nothing: bool) -> None:
        typed = self.field.text().strip()
        text = tr("Nothing in the journal has “{words}”.").format(words=typed)
        self._nothing_text.setText(text if self._found is not None else tr("Nothing of this yet"))
        self._nothing.setVisible(nothing)

    def _show_status(self) -> None:
        found = len(self._found) if self._found is not None else 0
        text = trn("{n} entry found, of all years", "{n} entries found, of all years", found)
        set_text(self._status, text if found else "")

    def _show_damaged(self) -> None:
        journal = self.overview.journal
        damaged = journal.damaged if journal is not None else 0
        text = trn(
            "{n} damaged entry could not be read. It was left in the file as it is.",
            "{n} damaged entries could not be read. They were left in the file as they are.",
            damaged,
        )
        set_text(self._damaged, text if damaged else "")

    # -- from a day on -------------------------------------------------------------------------

    def show_day(self, day: date) -> None:
        """Go to a day; where it is not among those that are shown, the list begins with it."""
        if self.days.block_of(day) is None:
            self._found = None
            self.tools.clear()
            self.tools.show_kinds("all")
            newest = day >= self.overview.now.date()
            self._top, self._wanted = None if newest else day, STEP
            self._show_part(self._read())
        # What is new has its place once its layout was done.
        QTimer.singleShot(0, self, partial(self._reveal, day))

    def _reveal(self, day: date) -> None:
        block = self.days.block_of(day)
        if block is None:
            self.verticalScrollBar().setValue(0)
            return
        block.lines[0].setFocus(Qt.FocusReason.OtherFocusReason)
        inside = self.widget()
        if inside is not None:
            self.verticalScrollBar().setValue(block.mapTo(inside, QPoint(0, 0)).y() - PAGE_TOP)

    def _to_newest(self) -> None:
        self._top, self._wanted = None, STEP
        self.asked.emit(lambda: self._show_part(self._read()))
        self._to_first()

    # -- what is searched for, and what is shown of it -----------------------------------------

    def show_found(self) -> None:
        """Show what was found by what is typed now."""
        self._found, self._wanted = self.tools.answer(), STEP
        self._show_part(self._read())
        announce(self.field, self._status.text() or self._nothing_text.text())

    def _on_emptied(self) -> None:
        if self._found is not None:
            self._found, self._wanted = None, STEP
            self.asked.emit(lambda: self._show_part(self._read()))

    def _on_chosen(self) -> None:
        self._top, self._wanted = None, STEP
        self.asked.emit(self.refresh)

    def show_everything(self) -> None:
        """Nothing is searched for or left out any more."""
        self._found = None
        self.tools.clear()
        self.tools.show_kinds("all")
        self._on_chosen()
        self.setFocus()

    # -- by keyboard ---------------------------------------------------------------------------

    def come_back(self) -> None:
        """From an entry that was opened: its line has the focus again."""
        opened, self._last_opened = self._last_opened, ""
        for line in self.lines:
            if line.entry.record_id == opened:
                line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, record_id: str) -> None:
        self._last_opened = record_id
        self.opened.emit(record_id)

    def _to_field(self) -> None:
        self.ensureWidgetVisible(self.field)
        self.field.seize()

    def _to_first(self) -> None:
        if self.lines:
            self.lines[0].setFocus(Qt.FocusReason.TabFocusReason)
