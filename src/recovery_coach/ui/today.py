"""Today: one number with one click, one routine with one big Start, the others, what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from recovery_coach.base.i18n import long_date, minutes, tr, trn, when
from recovery_coach.coach.overview import Overview, state_words
from recovery_coach.coach.today import Suggestion
from recovery_coach.journal import SessionRecord
from recovery_coach.library.resolve import equipment_of
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.grid import CardGrid
from recovery_coach.ui.pain_strip import pain_strip
from recovery_coach.ui.parts import ScrollPage, button, card, clear, column, row, words
from recovery_coach.ui.routine_card import RoutineCard
from recovery_coach.ui.stills import StillPicture, Stills
from recovery_coach.ui.theme import Look

if TYPE_CHECKING:
    from recovery_coach.coach.gate import Standing
    from recovery_coach.redflags.model import Verdict

SIDE_BY_SIDE_FROM = 56
"""Width, in body sizes, from which the suggestion and the sessions stand side by side."""


class TodayPage(ScrollPage):
    """Shows an :class:`Overview`; call :meth:`refresh` when the journal changed."""

    number_given = Signal(int)
    started = Signal(str)
    opened = Signal(str)
    problems_opened = Signal()
    check_in_wanted = Signal()
    flare_wanted = Signal()
    worry = Signal()
    """Something is new or worrying."""
    check_wanted = Signal()
    """The questions that are still open."""
    seen = Signal()
    """A professional has looked at what stands."""
    impact_wanted = Signal()
    impact_put_off = Signal()

    def __init__(self, overview: Overview, look: Look, stills: Stills) -> None:
        super().__init__(tr("Today"))
        self.overview = overview
        self._look = look
        self._stills = stills
        self._said: Verdict | None = None
        self._date = words("", "muted")
        self.strip = pain_strip(look)
        self.strip.chosen.connect(self.number_given)
        self._question = words("", "title")
        self._level = column(spacing=16)
        self._week = column()
        self._note = column()
        self._main = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._main.setSpacing(16)
        self._grid_heading = words(tr("Pick a routine"), "heading")
        self.grid = CardGrid(lambda: look.size(14))
        self._problems = button("", self.problems_opened.emit, kind="quiet")
        self.body.addWidget(self._date)
        self.body.addWidget(self._question)
        self.body.addWidget(self.strip)
        self.body.addWidget(self._ways())
        self.body.addLayout(self._level)
        self.body.addLayout(self._main)
        self.body.addLayout(self._note)
        self.body.addLayout(self._week)
        self.body.addSpacing(4)
        self.body.addWidget(self._grid_heading)
        self.body.addWidget(self.grid)
        self.body.addWidget(self._problems)
        self.body.addStretch(1)

    def _ways(self) -> Flow:
        """What more there is to say than a number."""
        self.check_in_button = button(tr("Check in"), self.check_in_wanted.emit, "chip")
        self.check_in_button.setToolTip(tr("Where, what kind, and what may matter"))
        self.flare_button = button(tr("A bad day"), self.flare_wanted.emit, "chip")
        self.flare_button.setToolTip(tr("A number and a place, in a few seconds"))
        self.worry_button = button(tr("Something new or worrying?"), self.worry.emit, "chip")
        ways = Flow()
        ways.show_items([self.check_in_button, self.flare_button, self.worry_button])
        return ways

    def refresh(self) -> None:
        """Show what is true now."""
        overview = self.overview
        standing = overview.standing()
        self._date.setText(long_date(overview.now.date()))
        asked = overview.morning()
        self._question.setText(asked.words if asked else tr("How is your back right now?"))
        self.strip.show_value(overview.number())
        clear(self._level)
        clear(self._main)
        if standing.alarmed:
            self.show_note(None)
        if standing.speaks:
            self._show_level(standing)
            if standing.verdict != self._said:  # what is new is to be seen
                self.verticalScrollBar().setValue(0)
        self._said = standing.verdict
        suggestion = overview.suggestion(standing)
        if suggestion is not None:
            self._main.addWidget(self._suggestion_card(suggestion), 5)
        self._main.addWidget(self._sessions_card(), 3)
        self._show_week(standing)
        self._show_others(suggestion)
        self._show_problems()

    def _show_level(self, standing: Standing) -> None:
        """What stands, and what may be done about it."""
        from recovery_coach.ui.level_card import put_level

        put_level(self._level, self, standing, self._look)

    def _show_week(self, standing: Standing) -> None:
        """Once a week, if it is due; never beside something graver."""
        clear(self._week)
        if standing.alarmed or not self.overview.impact_due():
            return
        frame, inner = card(margin=20)
        line = row(spacing=16)
        text = tr("Once a week: how were the last seven days? Three questions.")
        line.addWidget(words(text), 1)
        line.addWidget(button(tr("Answer"), self.impact_wanted.emit))
        line.addWidget(button(tr("Not this week"), self.impact_put_off.emit, "chip"))
        inner.addLayout(line)
        self._week.addWidget(frame)

    def show_note(self, note: QWidget | None) -> None:
        """The note of the week, read when the page was there already; None for none."""
        clear(self._note)
        if note is not None:
            self._note.addWidget(note)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room, else one above the other."""
        super().resizeEvent(event)
        # The event is the viewport's. Asking for viewport() itself would cost some 20 ms at start:
        # PySide6 loads every class that it might be.
        wide = event.size().width() >= self._look.size(SIDE_BY_SIDE_FROM)
        directions = QBoxLayout.Direction
        self._main.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def _suggestion_card(self, suggestion: Suggestion) -> QFrame:
        adapted = self.overview.adapted(suggestion.routine)
        routine = adapted.routine
        frame, outer = card()
        across = row(spacing=20)
        outer.addLayout(across)
        inner = column()
        across.addLayout(inner, 5)
        shows = self.overview.telling(suggestion.routine)
        across.addWidget(StillPicture(self._stills, shows, (13, 9)), 4)
        inner.addWidget(words(suggestion.reason, "kicker"))
        inner.addWidget(words(tr(routine.name), "title"))
        facts = [
            trn("{n} move", "{n} moves", len(routine.steps)),
            minutes(self.overview.seconds(suggestion.routine)),
        ]
        needed, _ = equipment_of(routine, self.overview.library.exercises)
        if needed:
            facts.append(", ".join(tr(item) for item in needed))
        inner.addWidget(words(" · ".join(facts), "muted"))
        inner.addWidget(words(tr(routine.summary)))
        if adapted.changes:
            from recovery_coach.coach.leaving_out import changed_words

            inner.addWidget(words(changed_words(len(adapted.changes)), "teal"))
        inner.addStretch(1)
        self.start_button = button(tr("Start"), lambda: self.started.emit(routine.id), "primary")
        self.start_button.setAccessibleName(tr("Start {name}").format(name=tr(routine.name)))
        line = row()
        line.addWidget(self.start_button)
        line.addWidget(button(tr("See the moves"), lambda: self.opened.emit(routine.id)))
        line.addStretch(1)
        inner.addLayout(line)
        return frame

    def _sessions_card(self) -> QFrame:
        frame, inner = card(margin=24)
        inner.addWidget(words(tr("Last sessions"), "heading"))
        sessions = self.overview.last_sessions(4)
        for entry in sessions:
            self._session_line(inner, entry.record)
        if not sessions:
            text = tr("What you practise will stand here, with the numbers before and after.")
            inner.addWidget(words(text, "muted"))
        inner.addStretch(1)
        return frame

    def _session_line(self, inner: QVBoxLayout, record: SessionRecord) -> None:
        line = column(spacing=2)
        line.addWidget(words(tr(record.routine_name)))
        now = self.overview.now
        finished = record.state == "finished"
        ended = minutes(record.active_seconds) if finished else state_words(record.state)
        parts = [when(record.started_at.astimezone(now.tzinfo), now), ended]
        if record.pain_before is not None and record.pain_after is not None:
            pain = tr("pain {before} → {after}").format(
                before=record.pain_before, after=record.pain_after
            )
            parts.append(pain.replace(" ", "\N{NO-BREAK SPACE}"))
        line.addWidget(words(" · ".join(part for part in parts if part), "small"))
        inner.addLayout(line)

    def _show_others(self, suggestion: Suggestion | None) -> None:
        others = suggestion.others if suggestion else ()
        library = self.overview.library
        cards = []
        for routine in others:
            mark = tr("yours") if routine.id in library.own else ""
            made = RoutineCard(
                self.overview.as_done(routine),
                self.overview.seconds(routine),
                self._look,
                self._stills,
                self.overview.telling(routine),
                mark,
            )
            made.opened.connect(self.opened)
            cards.append(made)
        self.grid.show_cards(cards)
        self.grid.setVisible(bool(cards))
        self._grid_heading.setVisible(bool(cards))

    def _show_problems(self) -> None:
        files = {problem.file for problem in self.overview.library.problems}
        self._problems.setVisible(bool(files))
        self._problems.setText(
            trn(
                "{n} file could not be read. See what to mend.",
                "{n} files could not be read. See what to mend.",
                len(files),
            )
        )
