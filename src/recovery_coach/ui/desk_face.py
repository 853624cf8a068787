"""The desk's face of a session: all there is to know, read from a chair or the near end of a mat.

The count is the largest thing; exercise, side and set are words and shapes as well as colours; one
cue line, the next move, and buttons that keys do as well.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from recovery_coach.base.i18n import clock_time, text_direction, tr
from recovery_coach.figure.store import Figures
from recovery_coach.session.view import Moment, View, side_of
from recovery_coach.ui.big_words import BigWords
from recovery_coach.ui.captions import CaptionLine
from recovery_coach.ui.commands import Commands
from recovery_coach.ui.face import Face
from recovery_coach.ui.figure_still import still
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
BETWEEN = 32
TITLE, LONG_TITLE = 3.4, 2.4
"""Sizes of the name, in body sizes; the second where it is long and the window small."""
SMALL = 45
"""Below this height, in body sizes, there is no room for a long name in full size."""
CAPTION = 1.2
"""The size of captions, in body sizes."""
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
        self._fitted: tuple[object, ...] = ()
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
        self.caption = CaptionLine(look)
        self.transport = Transport(commands, look)
        ways = commands.ways
        self.to_mini = button(tr("Mini window"), ways.mini, "top", hint=tr("N: stays on top"))
        self.to_floor = button(tr("Floor view"), ways.floor, "top", hint=tr("F: full screen"))
        self._question = self._question_card(look)
        self._lay_out()
        look.changed.connect(self._size_words)
        self._size_words()
        set_text(self.sound_state, "")

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
        outer.addWidget(self.caption)
        outer.addWidget(self.transport)

    def _top_line(self) -> QHBoxLayout:
        top = row(spacing=12)
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
        chips = row(spacing=12)
        chips.addWidget(self.side)
        chips.addWidget(self.set)
        chips.addStretch(1)
        left.addLayout(chips)
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
        self._then, inner = card(margin=16)
        across = row(spacing=12)
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
        frame, inner = card(margin=16)
        inner.addWidget(words(tr("How is your back right now?"), "heading"))
        self.before = pain_strip(look)
        self.before.chosen.connect(self.answered)
        inner.addWidget(self.before)
        return frame

    def _size_words(self) -> None:
        self.routine.show_size(self._look.px)
        self.caption.show_size(self._look.size(CAPTION))

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
        self._fit_title()
        self.refresh()

    def refresh(self) -> None:
        """Enable the buttons that do something now."""
        self.transport.refresh()

    def show_caption(self, text: str, sound: bool = False) -> None:
        """What is being said, above the buttons."""
        self.caption.show_caption(text, sound)

    def show_sound_state(self, text: str) -> None:
        """Beside the time left."""
        set_text(self.sound_state, text)

    def show_notice(self, text: str) -> None:
        """Below the cue."""
        set_text(self.notice, text)

    def _show_next(self, view: View) -> None:
        """The next move's picture; the words beside it say the same."""
        following = view.following
        side = following.side if following is not None else None
        shown = side if side in ("left", "right") else None
        name = following.exercise if following is not None else ""
        key = (name, shown, self._look.palette.name, self._look.px, self.devicePixelRatioF())
        if key == self._next_key:
            return
        self._next_key = key
        wide, tall = self._look.size(7), self._look.size(5)
        picture = still(
            self._figures, self._look, name, wide, tall, self.devicePixelRatioF(), side=shown
        )
        self.next_picture.setVisible(picture is not None)
        if picture is not None:
            self.next_picture.setFixedSize(wide, tall)
            self.next_picture.setPixmap(picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another size the name may fit."""
        super().resizeEvent(event)
        self._fit_title()

    def _fit_title(self) -> None:
        """A long name in a small window is written smaller: the figure keeps its room."""
        shape = (self.title.text(), self.size(), self._look.px)
        if shape == self._fitted:
            return
        self._fitted = shape
        font = QFont(self.font())
        font.setPixelSize(self._look.size(TITLE))
        font.setBold(True)
        metrics = QFontMetrics(font)
        share = LEFT_SHARE / (LEFT_SHARE + RIGHT_SHARE)
        wide = int((self.width() - 2 * MARGIN - BETWEEN) * share)
        room = QRect(0, 0, wide, self.height())
        tall = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self.title.text()).height()
        wraps = round(tall / metrics.lineSpacing()) > 1
        long = wraps and self.height() < self._look.size(SMALL)
        self.title.setStyleSheet(f"font-size: {self._look.size(LONG_TITLE)}px" if long else "")


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
