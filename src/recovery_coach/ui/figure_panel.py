"""The figure of an exercise with what one can do to it, and what works in it, in words.

Dragging turns it; every turn that matters is a button as well. What the colours on the body mean
stands below it, each with the sign that the figure uses.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.figure.store import Figures
from recovery_coach.library.dose import opposite
from recovery_coach.library.models import Exercise
from recovery_coach.library.naming import muscle_name
from recovery_coach.library.words import side_name
from recovery_coach.ui.figure_view import FigureView
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.icons import icon
from recovery_coach.ui.parts import announce, button, card, column, row, set_name, words
from recovery_coach.ui.theme import Look

LYING = ("supine", "prone", "side-lying")
VIEWS = {"side": (0.0, 8.0), "front": (-90.0, 8.0), "above": (0.0, 78.0)}
"""Yaw and pitch of the camera, in degrees."""
BESIDE, ABOVE = 21, 17
"""The figure's height, in body sizes: beside the words, and above them."""


class FigurePanel(QWidget):
    """Shows one exercise moving."""

    def __init__(self, exercise: Exercise, figures: Figures, look: Look) -> None:
        super().__init__()
        self._look = look
        self._exercise = exercise
        self._tall = ABOVE
        self.view = PanelFigure(figures, look)
        self.there = self.view.show_exercise(exercise.id)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        frame, inner = card(margin=12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.phase_words = words("", "heading", wrap=False)
        self.play_button = self._button(tr("Pause"), self._toggle, "pause")
        self.back_button = self._button("", lambda: self._step(-1), "arrow-left")
        self.on_button = self._button("", lambda: self._step(1), "arrow-right")
        set_name(self.back_button, tr("Previous phase"))
        set_name(self.on_button, tr("Next phase"))
        self.side_words = words("", "muted", wrap=False)
        self.side_button = button(tr("Show the other side"), self._other_side, "chip")
        if self.there:
            self._fill(inner)
        else:
            inner.addWidget(words(tr("There is no figure of this one yet."), "muted"))
        self._legend(inner, figures)
        look.changed.connect(self._on_look)
        self._on_look()

    # -- building ----------------------------------------------------------------------------

    def _fill(self, inner: QVBoxLayout) -> None:
        self.view.setAccessibleName(tr("The figure: {name}").format(name=tr(self._exercise.name)))
        self.view.setToolTip(tr("Drag it round, or use the arrow keys."))
        well = Well(self._look)
        column(well).addWidget(self.view)
        inner.addWidget(well)
        line = row(spacing=8)
        several = len(self.view.phases) > 1
        for made in (self.back_button, self.phase_words, self.on_button):
            if several:
                line.addWidget(made)
        line.addStretch(1)
        line.addWidget(self.play_button)
        inner.addLayout(line)
        turns = Flow()
        turns.show_items(self._views())
        inner.addWidget(turns)
        if self.view.sided:
            sides = Flow(spacing=12)
            sides.show_items([self.side_words, self.side_button])
            inner.addWidget(sides)
        self.view.phase_changed.connect(lambda _: self._show_phase())
        self._show_phase()
        if not self._look.reduced_motion:
            self.view.play()

    def _views(self) -> list[QPushButton]:
        lying = self._exercise.position in LYING
        front = (
            (tr("Lengthwise"), tr("Along the mat"))
            if lying
            else (tr("Front"), tr("From the front"))
        )
        names = {
            "side": (tr("Side"), tr("From the side")),
            "front": front,
            "above": (tr("Above"), tr("From above")),
        }
        made = []
        for name, (text, meant) in names.items():
            made.append(button(text, partial(self.view.turn, *VIEWS[name]), "chip", meant))
        first = button(
            tr("As at first"), self.view.turn_back, "chip", tr("From where it is seen best")
        )
        return [*made, first]

    def _legend(self, inner: QVBoxLayout, figures: Figures) -> None:
        figure = figures.get(self._exercise.id)
        if figure is None:
            both = tr("Works or stretches")
            inner.addWidget(words(_muscles(both, self._exercise.muscles), "muted"))
            return
        lines = QGridLayout()
        lines.setHorizontalSpacing(10)
        lines.setColumnStretch(1, 1)
        for title, muscles, solid in (
            (tr("Works"), figure.working, True),
            (tr("Stretches"), figure.stretching, False),
        ):
            if muscles:
                at = lines.rowCount()
                lines.addWidget(Swatch(self._look, solid), at, 0, Qt.AlignmentFlag.AlignTop)
                lines.addWidget(words(_muscles(title, muscles)), at, 1)
        inner.addLayout(lines)

    def _button(self, text: str, does: Callable[[], object], name: str) -> QPushButton:
        made = button(text, does, "chip")
        made.setProperty("sign", name)
        return made

    # -- what is done ------------------------------------------------------------------------

    def _toggle(self) -> None:
        if self.view.playing:
            self.view.pause()
        else:
            self.view.play()
        self._on_look()

    def _step(self, by: int) -> None:
        self.view.step(by)
        self._on_look()
        self._show_phase()
        announce(self.view, self.phase_words.text())

    def _other_side(self) -> None:
        self.view.show_exercise(self._exercise.id, opposite(self.view.side))
        self._on_look()  # it stands still now
        self._show_phase()
        announce(self.view, self.side_words.text())

    def _show_phase(self) -> None:
        self.side_words.setText(side_name(self.view.side))
        phases = self.view.phases
        if len(phases) > 1:
            name = tr(phases[self.view.phase].capitalize())
            text = tr("{n} of {all}: {phase}")
            self.phase_words.setText(
                text.format(n=self.view.phase + 1, all=len(phases), phase=name)
            )

    def stand_beside(self, beside: bool) -> None:
        """Be tall beside the words; above them, leave them some of the page."""
        self._tall = BESIDE if beside else ABOVE
        self._on_look()

    def _on_look(self) -> None:
        self.view.setFixedHeight(self._look.size(self._tall))
        self.play_button.setText(tr("Pause") if self.view.playing else tr("Play"))
        self.play_button.setProperty("sign", "pause" if self.view.playing else "play")
        size = self._look.size(1.1)
        for made in (self.play_button, self.back_button, self.on_button):
            made.setIcon(icon(str(made.property("sign")), self._look.palette.text, size))
            made.setIconSize(QSize(size, size))


class PanelFigure(FigureView):
    """The figure, with a ring round it while the keys turn it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring lies over the figure."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._look.palette.text), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
            painter.end()


class Well(QWidget):
    """The ground that the figure stands on, as on the cards."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A rounded field in the colour of the page."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.palette.ground))
        painter.drawRoundedRect(QRectF(self.rect()), 12, 12)
        painter.end()


class Swatch(QWidget):
    """A patch as the figure has it: filled where a muscle works, lined where it stretches."""

    def __init__(self, look: Look, solid: bool) -> None:
        super().__init__()
        self._look = look
        self._solid = solid
        look.changed.connect(self._on_look)
        self._on_look()

    def _on_look(self) -> None:
        self.setFixedSize(self._look.size(1.6), self._look.size(1.2))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A rounded patch in the height of the line."""
        colours = self._look.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(1, 2, -1, -1)
        if self._solid:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(place, 5, 5)
        else:
            pale = QColor(colours.teal)
            pale.setAlphaF(0.45)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(pale)
            painter.drawRoundedRect(place, 5, 5)
            painter.setPen(QPen(QColor(colours.teal), 1.5))
            for part in (0.3, 0.5, 0.7):
                y = place.top() + place.height() * part
                painter.drawLine(QPointF(place.left() + 4, y), QPointF(place.right() - 4, y))
        painter.end()


def _muscles(title: str, muscles: Sequence[str]) -> str:
    named = tr(", ").join(muscle_name(muscle) for muscle in muscles)
    return tr("{title}: {value}").format(title=title, value=named)
