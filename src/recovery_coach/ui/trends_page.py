"""Trends: what the numbers did over some days, and what went with it. One calm column.

The headline and the pain chart are read and shown first. Everything below follows in later turns of
the event loop, part by part, so that the page is there at once however long the journal is.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.coach.insights import Insights
from recovery_coach.coach.months import weekdays
from recovery_coach.coach.overview import Overview
from recovery_coach.coach.trends import Choice, Frame, Head, frame_of, head_of, places_of
from recovery_coach.insight.plain import Span
from recovery_coach.redflags.model import rank
from recovery_coach.settings.model import Settings
from recovery_coach.ui.chart_card import ChartCard
from recovery_coach.ui.parts import ScrollPage, button, card, column, row, set_text, words
from recovery_coach.ui.side_by_side import SideBySide
from recovery_coach.ui.theme import Look
from recovery_coach.ui.trends_bar import TrendsBar
from recovery_coach.ui.trends_parts import Scene, Section

Key = tuple[object, ...]


class TrendsPage(ScrollPage):
    """Shows the trends of an :class:`Overview`; call :meth:`refresh` when the journal changed."""

    asked = Signal(object)
    """Carries what reads the journal, for somebody who can say that it failed."""
    day_opened = Signal(object)
    """A day of the diary is to be seen, a ``date``."""
    mark_wanted = Signal(bool)
    """A day is to be marked; True: to be compared from it on."""
    report_wanted = Signal()
    level_wanted = Signal()
    today_wanted = Signal()

    def __init__(self, overview: Overview, look: Look, settings: Callable[[], Settings]) -> None:
        super().__init__(tr("Trends"))
        self.overview = overview
        self._look = look
        self._settings = settings
        self._shown: Key = ()
        self._waiting: deque[Callable[[], None]] = deque()
        self._turn = 0
        self._kicker = words("", "muted")
        self._headline = words("", "title")
        self.bar = TrendsBar(look)
        self.bar.changed.connect(lambda: self.asked.emit(self.refresh))
        self.pain = ChartCard(look)
        self.pain.day_opened.connect(self.day_opened)
        self.pain.zoomed.connect(self._on_zoomed)
        self.mark_button = button(
            tr("Mark a day"), lambda: self.mark_wanted.emit(False), "chip",
            tr("Such as “deadlift PR” or “week off”: it stands in the chart"),
        )  # fmt: skip
        self.report_button = button(
            tr("Report for a clinician"), self.report_wanted.emit, "filter",
            tr("One page, to be saved as a PDF or printed"),
        )  # fmt: skip
        self._level = self._level_card()
        self._empty = self._empty_card()
        self._without = words(
            tr("The journal cannot be used right now, so there is nothing to show."), "muted"
        )
        self.sections: tuple[Section, ...] = ()
        """What stands below: made when the first picture of the page is there."""
        self._below = column(spacing=16)
        self._lay_out()

    # -- building ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        texts = QWidget()
        lines = column(texts, spacing=4)
        lines.addWidget(self._kicker)
        lines.addWidget(self._headline)
        self._top = SideBySide(texts, self.report_button, self._look, words_from=24)
        inside = self.pain.layout()
        if inside is not None:
            inside.addWidget(self.mark_button)
            inside.setAlignment(self.mark_button, Qt.AlignmentFlag.AlignLeft)
        for part in (self._without, self._level, self._top, self._empty, self.bar, self.pain):
            self.body.addWidget(part)
        self.body.addLayout(self._below)
        self.body.addStretch(1)

    def _level_card(self) -> QFrame:
        frame, inner = card(margin=20)
        frame.setObjectName("advice")
        text = tr(
            "Your answers asked for a professional. Here is your diary, without a word on training."
        )
        line = row(spacing=16)
        line.addWidget(words(text), 1)
        line.addWidget(button(tr("What to do"), self.level_wanted.emit))
        inner.addLayout(line)
        return frame

    def _empty_card(self) -> QFrame:
        frame, inner = card(margin=24)
        text = tr(
            "Numbers, sessions and days you mark stand here over time, with the days that are"
            " missing. A few weeks make a picture."
        )
        inner.addWidget(words(text, "muted"))
        today = button(tr("Go to Today"), self.today_wanted.emit, "primary")
        inner.addWidget(today, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    # -- what is shown -------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether parts of the page are still to come."""
        return bool(self._waiting)

    @property
    def choice(self) -> Choice:
        """What is looked at."""
        return self.bar.choice

    def refresh(self) -> None:
        """Show what is true now; nothing is read where nothing has changed."""
        journal, settings = self.overview.journal, self._settings()
        if journal is None:
            self._show_nothing()
            return
        grave = rank(self.overview.standing().level) >= rank("book")
        today = self.overview.now.date()
        # An aim would ask for more while a level asks for a professional.
        aims = (0, 0) if grave else (settings.aim_flexibility, settings.aim_core)
        key = (id(journal), journal.state, today, self.choice, settings.week_start, aims, grave)
        if key == self._shown:
            return
        self._shown = key
        insights = Insights(journal, self.overview.library.routines)
        weekday = weekdays(settings.week_start)[0]
        frame = frame_of(self.choice, insights.first_day(), today, weekday)
        head = head_of(insights, frame)
        self._show_head(head, frame, insights, grave)
        scene = Scene(insights, frame, self.overview.library, aims, grave)
        self._begin([] if head.empty else [partial(self._go_below, scene)])

    def _show_nothing(self) -> None:
        self._shown = ()
        self._waiting.clear()
        for part in (self._top, self._level, self._empty, self.bar, self.pain):
            part.hide()
        for section in self.sections:
            section.hide()
        self._without.show()

    def _show_head(self, head: Head, frame: Frame, insights: Insights, grave: bool) -> None:
        self._without.hide()
        self._top.show()
        set_text(self._kicker, "" if head.empty else head.kicker)
        set_text(self._headline, head.headline)
        self._level.setVisible(grave)
        self._empty.setVisible(head.empty)
        self.report_button.setVisible(not head.empty)
        for part in (self.bar, self.pain):
            part.setVisible(not head.empty)
        for section in self.sections:
            section.setVisible(not head.empty and section.has_anything)
        if not head.empty:
            self.pain.show_chart(head.pain, whole=self._whole(insights, frame))
            self.bar.offer_places(places_of(insights, frame))

    def _whole(self, insights: Insights, frame: Frame) -> Span | None:
        """What was looked into, where somebody does."""
        if self.choice.zoom is None:
            return None
        whole = replace(self.choice, zoom=None)
        return frame_of(whole, insights.first_day(), frame.today, frame.first_weekday).span

    # -- one part after another ----------------------------------------------------------------

    def _go_below(self, scene: Scene) -> None:
        """Then the sections, each in its turn."""
        if not self.sections:
            self.sections = self._make_sections()
        self._waiting.extend(partial(one.show_scene, scene) for one in self.sections)

    def _make_sections(self) -> tuple[Section, ...]:
        from recovery_coach.ui.trends_sections import make_sections

        made = make_sections(self._look, lambda: self.mark_wanted.emit(True))
        for section in made:
            section.day_opened.connect(self.day_opened)
            section.asked.connect(self.asked)
            section.hide()
            self._below.addWidget(section)
        return made

    def _begin(self, steps: list[Callable[[], None]]) -> None:
        self._turn += 1
        self._waiting = deque(steps)
        self._later()

    def _later(self) -> None:
        turn = self._turn
        QTimer.singleShot(0, self, lambda: self._next(turn))

    def _next(self, turn: int) -> None:
        if turn != self._turn or not self._waiting:
            return  # something else is looked at by now
        step = self._waiting.popleft()
        if self.overview.journal is not None:
            self.asked.emit(step)
        if self._waiting:
            self._later()

    # -- looking into it -----------------------------------------------------------------------

    def _on_zoomed(self, span: Span | None) -> None:
        self.bar.zoom(span, self.overview.now.date())
