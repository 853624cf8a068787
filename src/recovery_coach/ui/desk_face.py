"""The desk's face of a session: all there is to know, read from a chair or the near end of a mat.

The count is the largest thing; exercise, side and set are words and shapes as well as colours; one
cue line, the next move, and buttons that keys do as well.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from recovery_coach.base.i18n import clock_time, text_direction, tr
from recovery_coach.figure.store import Figures
from recovery_coach.session.view import Moment, View, side_of
from recovery_coach.ui.big_words import BigWords
from recovery_coach.ui.captions import CaptionLine
from recovery_coach.ui.commands import Commands
from recovery_coach.ui.face import Face
from recovery_coach.ui.figure_still import still
from recovery_coach.ui.fitting import ENDLESS, Fitted
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.pain_strip import NumberStrip, pain_strip
from recovery_coach.ui.parts import button, card, column, row, set_name, set_text, words
from recovery_coach.ui.progress import Progress
from recovery_coach.ui.ring import Ring
from recovery_coach.ui.stage_figure import StageFigure
from recovery_coach.ui.theme import Look
from recovery_coach.ui.transport import Transport

MARGIN, TOP = 40, 20
LEFT_SHARE, RIGHT_SHARE = 20, 13
"""How words with the figure, and the ring with what comes next, share the width."""
BETWEEN, TOP_BETWEEN = 32, 12
TITLE = (3.4, 2.4)
"""Sizes of the name, in body sizes; the second where it is long and the window small."""
SMALL = 45
"""Below this height, in body sizes, there is no room for a long name in full size."""
CUE = (2.0, 1.7, 1.4, 1.2, 1.0)
CUE_SHARE, ASKED_SHARE = 0.18, 0.15
"""So much of the height a cue may take, and is written smaller where it is long; the second while
the number is asked for."""
STATE = (0.87, 0.75)
CHIP = (1.6, 1.3, 1.1, 0.9)
CHIP_SIDES = 2.5
"""The padding of a chip, in its own body sizes."""
CAPTION, CAPTION_ROOM = 1.2, 2.0
"""The size of captions, and of their place, in body sizes: one large line, or two small ones."""
NEXT = (7.0, 5.0)
"""How large the picture of what comes next is, in body sizes."""
THEN_MARGIN, THEN_BETWEEN = 16, 12
THEN_TALL = 6.7
"""How tall the words beside that picture may be, in body sizes: the ring pays for more."""
ARROWS = {"left": "◀", "right": "▶"}
LTR_FROM, LTR_TO = "\u2066", "\u2069"
"""Between these a text is laid out from left to right, whatever stands around it."""


class DeskFace(Face):
    """All of it, with the figure on the left and the count on the right."""

    progress: Progress
    figure: StageFigure
    before: NumberStrip

    def __init__(self, routine: str, commands: Commands, figures: Figures, look: Look) -> None:
        super().__init__()
        self._look = look
        self._figures = figures
        self._next_key: tuple[object, ...] = ()
        self.progress = Progress(look)
        self.routine = BigWords(look, bold=False, colour="muted", shrinks=False)
        self.routine.show_text(routine)
        self.sound_state = words("", "state-chip", wrap=False)
        self.left = words("", "muted", wrap=False)
        self.kicker = words("", "stage-kicker")
        self.title = words("", "stage-title")
        self.side = words("", "side-chip", wrap=False)
        self.set = words("", "set-chip", wrap=False)
        self.cue = words("", "stage-cue")
        self.notice = words("", "teal")
        self.ring = Ring(look)
        self.figure = StageFigure(figures, look)
        self.phase = words("", "stage-cue", wrap=False)
        self.next_name = words("", "heading")
        self.next_words = words("", "muted")
        self.next_picture = QLabel()
        self.caption = CaptionLine(look, lines=2)
        self.transport = Transport(commands, look)
        ways = commands.ways
        self.to_mini = button(tr("Mini window"), ways.mini, "top", hint=tr("N: stays on top"))
        self.to_floor = button(tr("Floor view"), ways.floor, "top", hint=tr("F: full screen"))
        self.worry = button(
            tr("Something new or worrying?"),
            ways.worry,
            "top",
            hint=tr("W: stops at once, and asks"),
        )
        self._question = self._question_card(look)
        self._lay_out()
        self._fits_title = Fitted(self.title, look, TITLE, bold=True)
        self._fits_cue = Fitted(self.cue, look, CUE, bold=False)
        self._fits_side = Fitted(self.side, look, CHIP, bold=True, chip=True)
        self._fits_set = Fitted(self.set, look, CHIP, bold=True, chip=True)
        self._fits_state = Fitted(self.sound_state, look, STATE, bold=False, chip=True)
        look.changed.connect(self._size_words)
        self._size_words()
        for unsaid in (self.sound_state, self.notice):
            set_text(unsaid, "")

    # -- layout ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        outer = column(self, spacing=8)
        outer.setContentsMargins(MARGIN, TOP, MARGIN, TOP)
        outer.addWidget(self.progress)
        outer.addLayout(self._top_line())
        middle = row(spacing=BETWEEN)
        middle.addLayout(self._words_column(), LEFT_SHARE)
        middle.addLayout(self._count_column(), RIGHT_SHARE)
        outer.addLayout(middle, 1)
        said = row(spacing=TOP_BETWEEN)
        said.addWidget(self.caption, 1)
        said.addWidget(self.worry)
        outer.addLayout(said)
        outer.addWidget(self.transport)

    def _top_line(self) -> QHBoxLayout:
        top = row(spacing=TOP_BETWEEN)
        top.addWidget(self.routine, 1)
        top.addWidget(self.sound_state, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.left)
        top.addWidget(self.to_mini)
        top.addWidget(self.to_floor)
        return top

    def _words_column(self) -> QVBoxLayout:
        left = column(spacing=8)
        left.addWidget(self.kicker)
        left.addWidget(self.title)
        chips = Flow()
        chips.show_items([self.side, self.set])
        left.addWidget(chips)
        left.addWidget(self.cue)
        left.addWidget(self.notice)
        left.addWidget(self.figure, 1)
        left.addWidget(self._question)
        return left

    def _count_column(self) -> QVBoxLayout:
        right = column(spacing=4)
        right.addWidget(self.ring, 1)
        self.phase.setAlignment(Qt.AlignmentFlag.AlignCenter)
        right.addWidget(self.phase)
        right.addSpacing(8)
        self._then, inner = card(margin=THEN_MARGIN)
        across = row(spacing=THEN_BETWEEN)
        text = column(spacing=2)
        text.addWidget(words(tr("Then"), "kicker"))
        text.addWidget(self.next_name)
        text.addWidget(self.next_words)
        text.addStretch(1)
        across.addLayout(text, 1)
        across.addWidget(self.next_picture)
        inner.addLayout(across)
        right.addWidget(self._then)
        return right

    def _question_card(self, look: Look) -> QWidget:
        """The number at the start, asked while getting ready; nobody has to answer."""
        frame, inner = card(margin=14)
        inner.addWidget(words(tr("How is your back right now?"), "heading"))
        self.before = pain_strip(look)
        self.before.chosen.connect(self.answered)
        inner.addWidget(self.before)
        return frame

    def _size_words(self) -> None:
        self.routine.show_size(self._look.px)
        self.caption.show_size(self._look.size(CAPTION))
        self.caption.setFixedHeight(self._look.size(CAPTION_ROOM))
        self._fit_words()

    # -- showing ---------------------------------------------------------------------------

    def show_words(self, view: View, moment: Moment, asks: bool) -> None:
        """All that is no picture."""
        set_text(self.left, tr("{time} left").format(time=clock_time(view.left)))
        set_text(self.kicker, view.kicker)
        set_text(self.title, view.title)
        set_text(self.side, side_words(side_of(moment), view.side))
        set_name(self.side, view.side)  # without the arrow
        set_text(self.set, view.set)
        set_text(self.cue, view.cue)
        set_text(self.phase, phase_words(view))
        set_text(self.next_name, view.next_name)
        set_text(self.next_words, view.next_words)
        self._show_next(view)
        if self._question.isHidden() == asks or self._then.isHidden() != asks:
            self._question.setVisible(asks)
            self._then.setVisible(not asks)  # in a small window there is room for one of them
        self._fit_words()
        self.refresh()

    def show_sound_state(self, text: str) -> None:
        """Beside the time left."""
        set_text(self.sound_state, text)
        self._fit_words()

    def show_notice(self, text: str) -> None:
        """Below the cue."""
        set_text(self.notice, text)

    def _show_next(self, view: View) -> None:
        """The next move's picture; the words beside it say the same."""
        following = view.following
        side = following.side if following is not None else None
        shown = side if side in ("left", "right") else None
        name = following.exercise if following is not None and view.pictured else ""
        key = (name, shown, self._look.palette.name, self._look.px, self.devicePixelRatioF())
        if key == self._next_key:
            return
        self._next_key = key
        wide, tall = (self._look.size(factor) for factor in NEXT)
        picture = still(
            self._figures, self._look, name, wide, tall, self.devicePixelRatioF(), side=shown
        )
        self.next_picture.setFixedSize(wide, tall)
        self.next_picture.setPixmap(picture if picture is not None else QPixmap())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another size the words may fit."""
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        """What is long is written smaller in a small window: the figure keeps its room."""
        size = self._look.size
        both = self.width() - 2 * MARGIN - BETWEEN
        wide = both * LEFT_SHARE // (LEFT_SHARE + RIGHT_SHARE)
        small = self.height() < size(SMALL)
        one_line = size(TITLE[0]) * 1.5
        self._fits_title.fit(wide, one_line if small else ENDLESS)
        share = CUE_SHARE if self._question.isHidden() else ASKED_SHARE
        self._fits_cue.fit(wide, self.height() * share)
        for chip in (self._fits_side, self._fits_set):
            chip.fit(wide - size(CHIP_SIDES))
        beside = (self.left, self.to_mini, self.to_floor)
        taken = sum(part.sizeHint().width() + TOP_BETWEEN for part in beside)
        self._fits_state.fit(self.width() - 2 * MARGIN - taken - size(CHIP_SIDES))
        self._fit_next(both - wide)

    def _fit_next(self, wide: int) -> None:
        """The picture of what comes next gives way to words that have no room beside it."""
        there = not self.next_picture.pixmap().isNull()
        room = wide - 2 * THEN_MARGIN - THEN_BETWEEN - self._look.size(NEXT[0])
        metrics = self.next_name.fontMetrics()
        longest = max(map(metrics.horizontalAdvance, self.next_name.text().split()), default=0)
        tall = self.next_name.heightForWidth(room) + self.next_words.heightForWidth(room)
        fits = longest <= room and tall <= self._look.size(THEN_TALL)
        self.next_picture.setVisible(there and fits)


def side_words(side: str | None, name: str) -> str:
    """The side as a word and an arrow: never by colour alone.

    Left is the body's left in every language: the arrow keeps its way and its end of the chip,
    also where the words run from right to left.
    """
    if side not in ARROWS:
        return name
    text = f"{ARROWS['left']}  {name}" if side == "left" else f"{name}  {ARROWS['right']}"
    return text if text_direction() == "ltr" else f"{LTR_FROM}{text}{LTR_TO}"


def phase_words(view: View) -> str:
    """The word of the phase, with the seconds left of it where repetitions have phases."""
    if view.phase_left > 0 and view.segment.reps:
        seconds = -int(-(view.phase_left - 1e-6) // 1)
        return tr("{phase} · {seconds}").format(phase=view.phase, seconds=max(1, seconds))
    return view.phase
