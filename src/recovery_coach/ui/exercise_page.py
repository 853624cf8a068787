"""One exercise: its figure to look at from all sides, all that is to be known of it, and a start.

Wide enough, the figure stands beside the words and stays in view; else it stands above them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from recovery_coach.base.i18n import duration, minutes, number, tr
from recovery_coach.coach.adapted import Adapted, Change
from recovery_coach.coach.advice import why_gentle
from recovery_coach.coach.finding import is_gentle, routines_with
from recovery_coach.coach.overview import Overview
from recovery_coach.coach.single import routine_of
from recovery_coach.figure.store import Figures
from recovery_coach.library.models import Exercise, Variant
from recovery_coach.library.naming import EQUIPMENT_CHECK, caution_words, position_name, rule_words
from recovery_coach.library.words import dose_words
from recovery_coach.ui.figure_panel import FigurePanel
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.icons import icon
from recovery_coach.ui.parts import PAGE_TOP, ScrollPage, button, card, column, row, words
from recovery_coach.ui.sticky import Sticky
from recovery_coach.ui.theme import Look

BESIDE_FROM = 56
"""Width, in body sizes, from which figure and words stand side by side."""
GAP = 20


class ExercisePage(ScrollPage):
    """Shows one exercise; the window goes where its links lead."""

    begins = True
    started = Signal()
    left = Signal()
    exercise_opened = Signal(str)
    routine_opened = Signal(str)
    background_wanted = Signal()
    """What the person set to be left out."""

    def __init__(
        self, exercise: Exercise, overview: Overview, figures: Figures, look: Look
    ) -> None:
        super().__init__(tr(exercise.name))
        self.exercise = exercise
        self.overview = overview
        self._look = look
        self.panel = FigurePanel(exercise, figures, look)
        self._head()
        parts = QWidget()
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom, parts)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(GAP)
        self._parts.addWidget(Sticky(self.panel, self, PAGE_TOP), 1)
        self._parts.addWidget(self._words(), 1)
        self.body.addWidget(parts)
        self.body.addStretch(1)
        look.changed.connect(self._arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may ask for the figure beside the words, or above them."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside = self.viewport().width() >= self._look.size(BESIDE_FROM)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._parts.direction() != direction:
            self._parts.setDirection(direction)
            self.panel.stand_beside(beside)

    # -- above both ------------------------------------------------------------------------

    def _head(self) -> None:
        exercise = self.exercise
        self.body.addWidget(button(tr("Back"), self.left.emit), 0, Qt.AlignmentFlag.AlignLeft)
        line = row(spacing=24)
        texts = column(spacing=6)
        texts.addWidget(words(tr(exercise.name), "title"))
        adapted = self.overview.adapted(routine_of(exercise))
        facts = [dose_words(exercise.dose)]
        if not adapted.nothing_left:
            facts.append(minutes(self.overview.seconds(routine_of(exercise))))
        texts.addWidget(words(" · ".join(facts), "teal"))
        texts.addWidget(words(" · ".join(self._facts()), "muted"))
        if self.overview.standing().only_gentle and not is_gentle(exercise):
            texts.addWidget(words(why_gentle(self.overview.standing())))
        for change in adapted.changes:
            texts.addWidget(words(_changed(change)))
        line.addLayout(texts, 1)
        start = self._start(adapted)
        if start is not None:
            line.addWidget(start, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)

    def _start(self, adapted: Adapted) -> QPushButton | None:
        """To begin it; where it is left out, the way to what the person set, if they did."""
        if not adapted.nothing_left:
            return button(tr("Do this one now"), self.started.emit, "primary")
        if any(why != "check" for why in adapted.changes[0].codes.values()):
            return button(tr("Health background"), self.background_wanted.emit)
        return None

    def _facts(self) -> list[str]:
        exercise = self.exercise
        found = [position_name(exercise.position), *map(tr, exercise.equipment)]
        if not exercise.equipment:
            found.append(tr("without equipment"))
        if exercise.optional_equipment:
            items = tr(", ").join(map(tr, exercise.optional_equipment))
            found.append(tr("good to have: {items}").format(items=items))
        return found

    # -- beside the figure -----------------------------------------------------------------

    def _words(self) -> QWidget:
        made = QWidget()
        inner = column(made, spacing=16)
        for part in (
            self._how(),
            self._faults(),
            self._dose(),
            self._variants(),
            self._cautions(),
            self._routines(),
        ):
            if part is not None:
                inner.addWidget(part)
        source = tr("Source: {source}").format(source=self.exercise.source)
        inner.addWidget(words(source, "small"))
        inner.addStretch(1)
        return made

    def _how(self) -> QFrame:
        exercise = self.exercise
        frame, inner = _titled(tr("How it goes"))
        _kicked(inner, tr("Start"), tr(exercise.start))
        inner.addLayout(self._numbered([tr(step) for step in exercise.steps]))
        _kicked(inner, tr("Breathing"), tr(exercise.breathing))
        if exercise.note:
            _kicked(inner, tr("Good to know"), tr(exercise.note))
        return frame

    def _numbered(self, texts: Sequence[str]) -> QGridLayout:
        table = _table()
        for index, text in enumerate(texts):
            number = words(str(index + 1), "teal", wrap=False)
            table.addWidget(number, index, 0, Qt.AlignmentFlag.AlignTop)
            table.addWidget(words(text), index, 1)
        return table

    def _marked(self, texts: Sequence[str], sign: str, colour: str) -> QGridLayout:
        table = _table()
        size = self._look.size(1.1)
        for index, text in enumerate(texts):
            mark = QLabel()
            mark.setPixmap(icon(sign, getattr(self._look.palette, colour), size).pixmap(size, size))
            table.addWidget(mark, index, 0, Qt.AlignmentFlag.AlignTop)
            table.addWidget(words(text), index, 1)
        return table

    def _faults(self) -> QFrame | None:
        if not self.exercise.faults:
            return None
        frame, inner = _titled(tr("What goes wrong"))
        faults = [tr(fault) for fault in self.exercise.faults]
        inner.addLayout(self._marked(faults, "x", "red_text"))
        return frame

    def _dose(self) -> QFrame:
        exercise = self.exercise
        frame, inner = _titled(tr("How much"))
        inner.addWidget(words(dose_words(exercise.dose)))
        for text in dose_details(exercise):
            inner.addWidget(words(text, "muted"))
        return frame

    def _variants(self) -> QFrame | None:
        easier, harder = self.exercise.easier, self.exercise.harder
        if easier is None and harder is None:
            return None
        frame, inner = _titled(tr("Easier and harder"))
        self._variant(inner, tr("Easier"), easier)
        self._variant(inner, tr("Harder"), harder)
        return frame

    def _variant(self, inner: QVBoxLayout, title: str, variant: Variant | None) -> None:
        if variant is None:
            return
        _kicked(inner, title, tr(variant.text))
        other = self.overview.library.exercises.get(variant.exercise or "")
        if other is not None:
            link = button(tr(other.name), lambda: self.exercise_opened.emit(other.id), "chip")
            link.setAccessibleDescription(tr("Opens this exercise"))
            inner.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _cautions(self) -> QFrame:
        frame, inner = _titled(tr("Take care"))
        codes = [code for code in self.exercise.cautions if code != EQUIPMENT_CHECK]
        if codes:
            inner.addWidget(words(tr("Leave it out, or change it, if"), "muted"))
            texts = [caution_words(code) for code in codes]
            inner.addLayout(self._marked(texts, "triangle-alert", "amber_text"))
        if EQUIPMENT_CHECK in self.exercise.cautions:
            inner.addWidget(words(caution_words(EQUIPMENT_CHECK)))
        inner.addWidget(words(rule_words(), "muted"))
        return frame

    def _routines(self) -> QFrame | None:
        routines = routines_with(self.overview.library.routines.values(), self.exercise.id)
        if not routines:
            return None
        frame, inner = _titled(tr("In these routines"))
        links = Flow()
        links.show_items(
            [button(tr(r.name), partial(self.routine_opened.emit, r.id), "chip") for r in routines]
        )
        inner.addWidget(links)
        return frame


def dose_details(exercise: Exercise) -> list[str]:
    """What the dose's line leaves out: tempo, rest, sets that differ, what the sides mean."""
    dose = exercise.dose
    found = []
    if dose.tempo:
        parts = [
            tr("{phase} {seconds}").format(
                phase=tr(one.phase.capitalize()), seconds=seconds_words(one.seconds)
            )
            for one in dose.tempo
        ]
        one = tr("One breath: {parts}") if dose.kind == "breaths" else tr("One rep: {parts}")
        found.append(one.format(parts=" · ".join(parts)))
    if dose.set_cues:
        found.append(tr("The sets: {cues}").format(cues=" · ".join(map(tr, dose.set_cues))))
    if dose.rest:
        found.append(tr("{time} of rest between sets").format(time=duration(dose.rest)))
    if exercise.side_means:
        found.append(tr("Left and right name {what}.").format(what=tr(exercise.side_means)))
    return found


def seconds_words(seconds: float) -> str:
    """A phase's length: ``3 s``, ``1.5 s``."""
    return tr("{s} s").format(s=number(seconds, 0 if seconds == round(seconds) else 1))


def _changed(change: Change) -> str:
    """That it is left out, or what of it is done; and why."""
    from recovery_coach.coach.leaving_out import what_words, why_words

    return tr("{what}, {why}.").format(what=what_words(change).rstrip("."), why=why_words(change))


def _titled(title: str) -> tuple[QFrame, QVBoxLayout]:
    frame, inner = card(margin=20)
    inner.addWidget(words(title, "heading"))
    return frame, inner


def _kicked(inner: QVBoxLayout, title: str, text: str) -> None:
    part = column(spacing=2)
    part.addWidget(words(title, "kicker"))
    part.addWidget(words(text))
    inner.addLayout(part)


def _table() -> QGridLayout:
    table = QGridLayout()
    table.setHorizontalSpacing(12)
    table.setVerticalSpacing(8)
    table.setColumnStretch(1, 1)
    return table
