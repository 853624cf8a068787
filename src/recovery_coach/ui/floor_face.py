"""The floor's face of a session: to be read from the mat, three metres from the screen.

On a laptop panel of 13.3 inches (286 by 179 mm, 16:10) that fills with it, at three metres:

- the digits are 40 minutes of arc tall or more, and the largest thing there is;
- a capital letter of the phase, the side and the exercise's name is 12 or more.

Sight of 20/20 needs 5 minutes of arc, 20/40 needs 10. A test measures this on the fonts that are
really used. Sizes are shares of the height, so a larger screen shows all of it larger.

There is nothing else but what comes next, the captions, and one row of large buttons; a tap on the
figure or on the number pauses and goes on.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFont, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_coach.base.i18n import clock_time, tr
from recovery_coach.figure.store import Figures
from recovery_coach.session.view import Moment, View, side_of
from recovery_coach.ui.big_words import BigWords, pixels_for_cap
from recovery_coach.ui.captions import CaptionLine
from recovery_coach.ui.commands import Commands
from recovery_coach.ui.desk_face import phase_words
from recovery_coach.ui.face import Face
from recovery_coach.ui.pain_strip import NumberStrip, pain_strip
from recovery_coach.ui.parts import button, column, row, set_text, words
from recovery_coach.ui.progress import Progress
from recovery_coach.ui.ring import Ring
from recovery_coach.ui.shapes import Shape, shape_of
from recovery_coach.ui.signs import PhaseSign, SideSign
from recovery_coach.ui.stage_figure import StageFigure
from recovery_coach.ui.theme import Look
from recovery_coach.ui.transport import Transport

CAP = 0.059
"""Height of a capital letter of the large words, as a share of the height: 12.1 minutes of arc."""
FOOT = 0.03
"""The same of the captions and of what comes next: 6 minutes of arc."""
WAY, WAY_LINES = 0.04, 5
"""The same of the words in the place of a figure, and on how many lines: 8 minutes of arc."""
MARGIN, TOP = 28, 12
SPACING = 6
BETWEEN = 16


class FloorFace(Face):
    """Few things, as large as they get."""

    progress: Progress
    figure: StageFigure
    before: NumberStrip

    def __init__(self, commands: Commands, figures: Figures, look: Look) -> None:
        super().__init__()
        self._look = look
        self._commands = commands
        self.progress = Progress(look)
        self.name = BigWords(look)
        self.place = words("", "muted", wrap=False)
        self.left = words("", "muted", wrap=False)
        self.sound_state = words("", "state-chip", wrap=False)
        self.leave = button(
            tr("Desk view"), commands.ways.large, "top", hint=tr("F, Esc: leaves full screen")
        )
        self.side = SideSign(look)
        self.figure = StageFigure(figures, look)
        self.way = BigWords(look, lines=WAY_LINES, bold=False)
        self.ring = Ring(look, large=True)
        self.phase = PhaseSign(look)
        self.caption = CaptionLine(look, lines=2, align=Qt.AlignmentFlag.AlignLeading)
        self.next = BigWords(look, lines=2, align=Qt.AlignmentFlag.AlignTrailing, bold=False)
        self.transport = Transport(commands, look, tall=True)
        for part in (self.figure, self.ring):  # a tap on them is the face's
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._question = self._question_line(look)
        self._lay_out()
        set_text(self.sound_state, "")

    # -- layout ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        outer = column(self, spacing=SPACING)
        outer.setContentsMargins(MARGIN, TOP, MARGIN, TOP)
        outer.addWidget(self.progress)
        head = row(spacing=BETWEEN)
        head.addWidget(self.name, 1)
        head.addLayout(self._facts())
        outer.addLayout(head)
        middle = row(spacing=BETWEEN)
        middle.addLayout(self._left_column(), 1)
        middle.addLayout(self._right_column(), 1)
        outer.addLayout(middle, 1)
        foot = row(spacing=BETWEEN)
        foot.addWidget(self.caption, 3)
        foot.addWidget(self.next, 2)
        outer.addLayout(foot)
        outer.addWidget(self.transport)

    def _facts(self) -> QVBoxLayout:
        """What nobody needs to read from the mat."""
        stacked = column(spacing=4)
        for parts in ((self.left, self.leave), (self.sound_state, self.place)):
            line = row()
            line.addStretch(1)
            for part in parts:
                line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
            stacked.addLayout(line)
        stacked.addStretch(1)
        return stacked

    def _left_column(self) -> QVBoxLayout:
        left = column(spacing=SPACING)
        left.addWidget(self.side)
        left.addWidget(self.way)
        left.addWidget(self.figure, 1)
        left.addWidget(self._question)
        return left

    def _right_column(self) -> QVBoxLayout:
        right = column(spacing=SPACING)
        right.addWidget(self.ring, 1)
        right.addWidget(self.phase)
        return right

    def _question_line(self, look: Look) -> QWidget:
        """The number before the session, while getting ready; a digit answers as well."""
        line = QWidget()
        stacked = column(line, spacing=4)
        stacked.addWidget(words(tr("How is your back right now?"), "heading"))
        self.before = pain_strip(look)
        self.before.chosen.connect(self.answered)
        stacked.addWidget(self.before)
        return line

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words are shares of the height."""
        super().resizeEvent(event)
        self._size_words()

    def changeEvent(self, event: QEvent) -> None:
        """Another font: its capitals have another share of it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.isVisible():
            self._size_words()

    def _size_words(self) -> None:
        bold = QFont(self.font())
        bold.setBold(True)
        large = pixels_for_cap(bold, self.height() * CAP)
        for sign in (self.name, self.side, self.phase):
            sign.show_size(large)
        self.way.show_size(pixels_for_cap(self.font(), self.height() * WAY))
        foot = pixels_for_cap(self.font(), self.height() * FOOT)
        for line in (self.caption, self.next):
            line.show_size(foot)
            line.setFixedHeight(round(foot * 1.35))
        self._fit_name()

    def _fit_name(self) -> None:
        """A name too long for one line takes two, not smaller letters."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.name.write_on(self.name.lines_needed())
        self.way.write_on(self.way.lines_needed(WAY_LINES))

    # -- showing ---------------------------------------------------------------------------

    def show_words(self, view: View, moment: Moment, asks: bool) -> None:
        """All that is no picture."""
        self.name.show_text(view.title)
        self.way.show_text(view.way)
        self.way.setVisible(bool(view.way))
        set_text(self.place, place_words(view))
        set_text(self.left, tr("{time} left").format(time=clock_time(view.left)))
        self.side.show_side(side_of(moment), view.side)
        shape = shape_of(moment)
        if shape is Shape.YOUR_TIME:
            self.phase.show_phase(shape, tr("Your time"))
        else:
            self.phase.show_phase(shape, view.phase, phase_words(view))
        then = " · ".join(part for part in (view.next_name, view.next_words) if part)
        self.next.show_text(tr("Then: {next}").format(next=then))
        if self._question.isHidden() == asks:
            self._question.setVisible(asks)
        self._fit_name()
        self.refresh()

    def show_sound_state(self, text: str) -> None:
        """Beside the time left."""
        set_text(self.sound_state, text)

    def show_notice(self, text: str) -> None:
        """Where captions are, as long as there is none."""
        self.caption.show_notice(text)

    # -- a tap -----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """On the figure or the number: pause, go on, or done where a step waits."""
        if event.button() == Qt.MouseButton.LeftButton and self._is_target(event.position()):
            self._commands.tap()
        else:
            super().mousePressEvent(event)

    def _is_target(self, at: QPointF) -> bool:
        point = at.toPoint()
        return any(part.geometry().contains(point) for part in (self.figure, self.ring))


def place_words(view: View) -> str:
    """Which step it is, and which of its sets."""
    place = tr("{step} of {steps}").format(step=view.step + 1, steps=view.steps)
    performed = view.set if view.segment.performed else ""
    return " · ".join(part for part in (place, performed) if part)
