"""One routine before it starts: what it needs, its moves with doses and minutes, and Start."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QLabel,
    QStackedWidget,
    QWidget,
)

from recovery_coach.base.i18n import duration, minutes, tr, trn
from recovery_coach.coach.adapted import Adapted
from recovery_coach.library.models import Exercise, Routine
from recovery_coach.library.resolve import equipment_of
from recovery_coach.library.words import dose_words
from recovery_coach.timeline.compiler import compile as compile_timeline
from recovery_coach.timeline.model import PlannedStep, Timeline
from recovery_coach.ui.captions import CaptionLine
from recovery_coach.ui.parts import LivePage, button, card, clear, column, row, words
from recovery_coach.ui.stills import StillButton, Stills
from recovery_coach.ui.timing_row import Pace, TimingRow

if TYPE_CHECKING:
    from recovery_coach.ui.preview import Preview

THUMB = (5.6, 3.7)
"""How large the figure of a move is, in body sizes."""
CAPTION = 3.1
"""How tall the place of captions is, in body sizes: one large line, or three small ones."""


class RoutinePage(LivePage):
    """Shows one routine; ``started`` when it is to begin, ``sheet_wanted`` for it on paper."""

    begins = True
    started = Signal()
    left = Signal()
    background_wanted = Signal()
    """What the person set to be left out."""
    exercise_opened = Signal(str)
    added = Signal()
    sheet_wanted = Signal()
    preview_wanted = Signal()
    """Its beginning is to be heard; or no more."""

    def __init__(
        self,
        adapted: Callable[[], Adapted],
        exercises: dict[str, Exercise],
        pace: Callable[[], Pace],
        stills: Stills,
        foreign: bool = False,
    ) -> None:
        """``adapted`` and ``pace``: what would be done, and how, if it were begun now."""
        self._adapted = adapted
        self._shown = adapted()
        routine = self._shown.routine
        super().__init__(tr(routine.name))
        self._exercises = exercises
        self._stills = stills
        self.preview: Preview | None = None
        self._pace = pace
        self._times: list[QLabel] = []
        self._facts = words("", "teal")
        self._head(routine, foreign)
        self._place = QWidget()
        self._parts = column(self._place, spacing=16)
        self.body.addWidget(self._place)
        self.timing = TimingRow(stills.look)
        self.body.addWidget(self.timing)
        self.timing.setVisible(not foreign)
        self.body.addStretch(1)
        self._show()

    @property
    def routine(self) -> Routine:
        """What would be done now."""
        return self._shown.routine

    def show_preview(self, caption: str, sound: bool = False) -> None:
        """What of the preview is said just now; the button stops it meanwhile."""
        self.preview_button.setText(tr("Stop"))
        self.caption.show_caption(caption, sound)
        self._about.setCurrentWidget(self.caption)

    def end_preview(self) -> None:
        """It is over."""
        self.preview = None
        self.preview_button.setText(tr("Preview"))
        self._about.setCurrentIndex(0)
        self.caption.show_caption("", sound=False)

    def refresh(self) -> None:
        """Show what would be done now, and its times."""
        before, self._shown = self._shown, self._adapted()
        if self._shown != before:
            self._show()
        elif not self._shown.nothing_left:
            self._show_times(self._timeline())

    def _put_in_order(self) -> None:
        """Tab comes to the parts after what is above them, also where they were made later."""
        before: QWidget = self.sheet_button
        for one in self._place.findChildren(QAbstractButton):
            QWidget.setTabOrder(before, one)
            before = one

    def _timeline(self) -> Timeline:
        return compile_timeline(self.routine, self._exercises, self._pace().options)

    def _show(self) -> None:
        """What was changed, what it needs, its moves; nothing to begin where no move is left."""
        clear(self._parts)
        self._times = []
        if self._shown.changes:
            from recovery_coach.ui.changed_card import changed_card

            self._parts.addWidget(changed_card(self._shown, self.background_wanted.emit))
        for part in (self.start_button, self.preview_button, self.sheet_button, self._facts):
            part.setVisible(not self._shown.nothing_left)
        if self._shown.nothing_left:
            self.timing.hide()
            return
        timeline = self._timeline()
        self._needs(self.routine, self._exercises)
        self._moves(timeline)
        self._show_times(timeline)
        self._put_in_order()

    def _show_times(self, timeline: Timeline) -> None:
        moves = trn("{n} move", "{n} moves", len(timeline.steps))
        self._facts.setText(f"{moves} · {duration(timeline.total)}")
        for index, label in enumerate(self._times):
            seconds = sum(
                segment.seconds
                for segment in timeline.segments
                if segment.step == index and segment.kind not in ("get_ready", "transition")
            )
            label.setText(minutes_or_seconds(seconds))
        self.timing.show_pace(self._pace(), timeline.total)

    def _head(self, routine: Routine, foreign: bool) -> None:
        back = button(tr("Back"), self.left.emit)
        top = row()
        top.addWidget(back)
        top.addStretch(1)
        self.body.addLayout(top)
        line = row(spacing=24)
        texts = column(spacing=6)
        texts.addWidget(words(tr(routine.name), "title"))
        texts.addWidget(self._facts)
        texts.addWidget(self._about_it(routine))
        texts.addStretch(1)
        line.addLayout(texts, 1)
        buttons = column()
        self.start_button = button(tr("Start"), self.started.emit, "primary")
        buttons.addWidget(self.start_button)
        if foreign:
            buttons.addWidget(button(tr("Add to my routines"), self.added.emit))
        hint = tr("Hear the first 20 seconds; nothing is recorded.")
        self.preview_button = button(tr("Preview"), self.preview_wanted.emit, hint=hint)
        buttons.addWidget(self.preview_button)
        self.sheet_button = button(tr("Print a sheet…"), self.sheet_wanted.emit)
        buttons.addWidget(self.sheet_button)
        buttons.addStretch(1)
        line.addLayout(buttons)
        self.body.addLayout(line)

    def _about_it(self, routine: Routine) -> QStackedWidget:
        """What it is for; and in its place, while it is previewed, what is said."""
        read = QWidget()
        texts = column(read, spacing=6)
        texts.addWidget(words(tr(routine.summary)))
        if routine.when:
            texts.addWidget(words(tr(routine.when), "muted"))
        texts.addStretch(1)
        look = self._stills.look
        self.caption = CaptionLine(look, lines=3, align=Qt.AlignmentFlag.AlignLeading)
        self.caption.show_size(look.size(1.2))
        self.caption.setFixedHeight(look.size(CAPTION))
        self._about = QStackedWidget()
        self._about.addWidget(read)
        self._about.addWidget(self.caption)
        return self._about

    def _needs(self, routine: Routine, exercises: dict[str, Exercise]) -> None:
        needed, helps = equipment_of(routine, exercises)
        frame, inner = card(margin=20)
        title = tr("What you need") if needed else tr("You need nothing but the floor")
        inner.addWidget(words(title, "heading"))
        chips = row(spacing=8)
        for item in needed:
            chips.addWidget(words(tr(item), "chip", wrap=False))
        chips.addStretch(1)
        if needed:
            inner.addLayout(chips)
        if helps:
            text = tr("Good to have: {items}").format(items=", ".join(tr(i) for i in helps))
            inner.addWidget(words(text, "muted"))
        self._parts.addWidget(frame)

    def _moves(self, timeline: Timeline) -> None:
        frame, inner = card(margin=20)
        inner.addWidget(words(tr("The moves"), "heading"))
        table = QGridLayout()
        table.setHorizontalSpacing(20)
        table.setVerticalSpacing(10)
        table.setColumnStretch(2, 3)
        table.setColumnStretch(3, 2)
        for index, step in enumerate(timeline.steps):
            line = index * 2
            top = Qt.AlignmentFlag.AlignVCenter
            table.addWidget(words(str(index + 1), "muted", wrap=False), line, 0, top)
            if not step.easier:  # no figure shows that
                table.addWidget(self._still(step), line, 1, top)
            names = column(spacing=2)
            names.addStretch(1)
            names.addWidget(_bold(tr(step.exercise.name)))
            if step.easier:
                names.addWidget(words(tr(step.exercise.start), "small"))
            elif step.note:
                names.addWidget(words(tr(step.note), "small"))
            names.addStretch(1)
            table.addLayout(names, line, 2)
            table.addWidget(words(dose_words(step.dose)), line, 3, top)
            self._times.append(words("", "muted", wrap=False))
            table.addWidget(self._times[-1], line, 4, top)
            if index + 1 < len(timeline.steps):
                table.addWidget(_rule(), line + 1, 0, 1, 5)
        inner.addLayout(table)
        self._parts.addWidget(frame)

    def _still(self, step: PlannedStep) -> StillButton:
        look = StillButton(self._stills, step.exercise.id, THUMB)
        look.setAccessibleName(tr("How it goes: {name}").format(name=tr(step.exercise.name)))
        look.setToolTip(tr("See how it goes"))
        look.opened.connect(self.exercise_opened)
        return look


def _bold(text: str) -> QLabel:
    label = words(text, "body")
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label


def _rule() -> QFrame:
    line = QFrame()
    line.setProperty("role", "line")
    line.setFixedHeight(1)
    return line


def minutes_or_seconds(seconds: float) -> str:
    """A step's length: seconds below a minute and a half, else whole minutes."""
    if not seconds:
        return tr("your time")
    return duration(seconds) if seconds < 90 else minutes(seconds)
