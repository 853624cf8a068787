"""The stage: a session as it is followed from the floor, three metres away.

The count is the largest thing; exercise, side and set are words and shapes as well as colours; one
cue line, the next move, and buttons that keys do as well. The figure shows what is to be done, at
the pace of the count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from recovery_coach.base.i18n import clock_time, text_direction, tr
from recovery_coach.coach.practise import Practice
from recovery_coach.coach.returning import ASK_AFTER
from recovery_coach.figure.store import Figures
from recovery_coach.journal import Reason
from recovery_coach.session.events import SegmentEntered, StateChanged
from recovery_coach.session.states import State
from recovery_coach.session.view import CountStyle, View, moment_of, view_of
from recovery_coach.ui.bridge import SessionDriver
from recovery_coach.ui.figure_still import still
from recovery_coach.ui.pain_strip import pain_strip
from recovery_coach.ui.parts import announce, card, column, row, set_name, set_text, words
from recovery_coach.ui.progress import Progress
from recovery_coach.ui.ring import Ring
from recovery_coach.ui.seen import Seen
from recovery_coach.ui.stage_figure import StageFigure
from recovery_coach.ui.theme import Look
from recovery_coach.ui.transport import Transport

if TYPE_CHECKING:
    from recovery_coach.ui.sounding import SessionSound

MARGIN = 40
LEFT_SHARE, RIGHT_SHARE = 20, 13
"""How words with the figure, and the ring with what comes next, share the width."""
BETWEEN = 32
TITLE, LONG_TITLE = 3.4, 2.4
"""Sizes of the name, in body sizes; the second where it is long and the window small."""
SMALL = 45
"""Below this height, in body sizes, there is no room for a long name in full size."""
ARROWS = {"left": "◀", "right": "▶"}
LTR_FROM, LTR_TO = "\u2066", "\u2069"
"""Between these a text is laid out from left to right, whatever stands around it."""


class StagePage(QWidget):
    """Shows and moves one practised session."""

    over = Signal()
    hurts = Signal()
    trouble = Signal(str)

    def __init__(
        self, practice: Practice, figures: Figures, look: Look, count_style: CountStyle = "down"
    ) -> None:
        super().__init__()
        self._count_style = count_style
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Session"))
        self.practice = practice
        self.sound: SessionSound | None = None
        """Set by who made it be heard; what a voice says is not announced as well."""
        self._look = look
        self._fitted: tuple[object, ...] = ()
        self._told: Reason | None = None
        self._seen = Seen(self)
        self._shown: tuple[object, ...] = ()
        self._lasts_until = 0.0
        self.driver = SessionDriver(practice, self)
        self.progress = Progress(look)
        self._routine = words(tr(practice.routine.name), "muted", wrap=False)
        self._left = words("", "muted", wrap=False)
        self._kicker = words("", "stage-kicker")
        self.title = words("", "stage-title")
        self.side = words("", "side-chip", wrap=False)
        self.set = words("", "set-chip", wrap=False)
        self.cue = words("", "stage-cue")
        self.notice = words("", "teal")
        self.ring = Ring(look)
        self.figure = StageFigure(figures, look)
        self._figures = figures
        self._is_seen = True
        self.phase = words("", "stage-cue", wrap=False)
        self.next_name = words("", "heading")
        self.next_words = words("", "muted")
        self._next_picture = QLabel()
        self._next_key: tuple[object, ...] = ()
        self._before = self._before_card(look)
        self.transport = Transport(practice, look, self.wake, self._on_hurt)
        self._lay_out(look)
        self.driver.ticked.connect(self._show)
        self._seen.changed.connect(self._on_seen)
        practice.follow(self._forget)
        look.changed.connect(self._forget)
        self.driver.segment_entered.connect(self._on_segment)
        self.driver.state_changed.connect(self._on_state)

    # -- layout ----------------------------------------------------------------------------

    def _lay_out(self, look: Look) -> None:
        outer = column(self, margin=MARGIN, spacing=12)
        outer.setContentsMargins(MARGIN, 28, MARGIN, 28)
        outer.addWidget(self.progress)
        top = row()
        top.addWidget(self._routine)
        top.addStretch(1)
        top.addWidget(self._left)
        outer.addLayout(top)
        middle = row(spacing=BETWEEN)
        middle.addLayout(self._words_column(), LEFT_SHARE)
        middle.addLayout(self._count_column(look), RIGHT_SHARE)
        outer.addLayout(middle, 1)
        outer.addWidget(self.transport)

    def _words_column(self) -> QVBoxLayout:
        left = column(spacing=12)
        left.addWidget(self._kicker)
        left.addWidget(self.title)
        chips = row(spacing=12)
        chips.addWidget(self.side)
        chips.addWidget(self.set)
        chips.addStretch(1)
        left.addLayout(chips)
        left.addWidget(self.cue)
        left.addWidget(self.notice)
        left.addWidget(self.figure, 1)
        left.addWidget(self._before)
        return left

    def _count_column(self, look: Look) -> QVBoxLayout:
        right = column(spacing=4)
        right.addWidget(self.ring, 1)
        self.phase.setAlignment(Qt.AlignmentFlag.AlignCenter)
        right.addWidget(self.phase)
        right.addSpacing(12)
        self._then, inner = card(margin=16)
        across = row(spacing=12)
        text = column(spacing=2)
        text.addWidget(words(tr("Then"), "kicker"))
        text.addWidget(self.next_name)
        text.addWidget(self.next_words)
        text.addStretch(1)
        across.addLayout(text, 1)
        across.addWidget(self._next_picture)
        inner.addLayout(across)
        right.addWidget(self._then)
        return right

    def _before_card(self, look: Look) -> QWidget:
        """The number at the start, asked while getting ready; nobody has to answer."""
        frame, inner = card(margin=16)
        inner.addWidget(words(tr("How is your back right now?"), "heading"))
        self.before = pain_strip(look)
        self.before.chosen.connect(self._on_before)
        inner.addWidget(self.before)
        return frame

    # -- doing -----------------------------------------------------------------------------

    def begin(self, at_segment: int = 0) -> None:
        """Start the session, or go on with it from ``at_segment``."""
        self.practice.start(at_segment)
        self.setFocus()
        self.wake()

    def wake(self) -> None:
        """After any command: show, and set the timer."""
        self.driver.wake()

    def pause(self) -> None:
        """Stand still, whatever it was doing."""
        self.practice.handle(self.practice.player.pause())
        self.wake()

    def _on_hurt(self) -> None:
        self.practice.hurt()
        self.wake()
        self.hurts.emit()

    def _on_before(self, number: int) -> None:
        self.practice.give_before(number)
        self._forget()
        self._show()

    def show_sound_state(self, text: str) -> None:
        """What cannot be heard, and why."""

    # -- showing ---------------------------------------------------------------------------

    def _on_segment(self, event: SegmentEntered) -> None:
        self._announce(moment_words(view_of(self.practice.player)))

    def _announce(self, text: str) -> None:
        """Have a screen reader say it, unless the voice says the same."""
        if self.sound is None or not self.sound.speaks:
            announce(self, text)

    def _on_state(self, event: StateChanged) -> None:
        text = ""
        if 0 < event.gap <= ASK_AFTER:  # after more, it is asked how to go on
            text = tr("Paused: nothing was seen for {seconds} s. Go on when you are ready.")
            text = text.format(seconds=round(event.gap))
        set_text(self.notice, text)
        if text:
            announce(self, text)
        elif spoken := change_words(event, view_of(self.practice.player)):
            self._announce(spoken)
        self.transport.refresh()
        if event.new in (State.FINISHED, State.STOPPED):
            self.driver.stop()
            self.over.emit()

    def _show(self) -> None:
        """At every picture: what moves. Words are looked after only when they can be others."""
        position = self.practice.player.position
        if position < self._lasts_until:
            self.ring.move_to(position)
            self.progress.move_to(position)
        else:
            self._show_anew()
        if self._is_seen:
            self._show_figure()
        else:
            self.driver.frame_seconds = None

    def _show_figure(self) -> None:
        self.figure.follow(self.practice.player)
        self.driver.frame_seconds = min(self.figure.frame_seconds, self.ring.frame_seconds)

    def _forget(self, *_events: object) -> None:
        """Something happened: have everything looked after at the next picture."""
        self._lasts_until = 0.0

    def _on_seen(self) -> None:
        """Seen again, or no more: so many pictures, or none."""
        self._forget()
        if self.driver.ticks:
            self.wake()
        else:
            self._show()

    def _show_anew(self) -> None:
        self._tell_trouble()
        player = self.practice.player
        moment = moment_of(player, self._count_style)
        shown = (moment, self.practice.asks_before, self._look.px)
        if shown != self._shown:
            self._shown = shown
            view = view_of(player, self._count_style)
            self.ring.show_view(view, moment.stretch, player.position)
            self._show_words(view)
        self.ring.move_to(player.position)
        self.progress.show_position(player.timeline, player.position, moment.segment.step)
        self._is_seen = self._seen()
        self._lasts_until = moment.lasts_until(player.position)

    def _show_words(self, view: View) -> None:
        set_text(self._left, tr("{time} left").format(time=clock_time(view.left)))
        set_text(self._kicker, view.kicker)
        set_text(self.title, view.title)
        set_text(self.side, self._side_words(view))
        set_name(self.side, view.side)  # without the arrow
        set_text(self.set, view.set)
        set_text(self.cue, view.cue)
        set_text(self.phase, self._phase_words(view))
        set_text(self.next_name, view.next_name)
        set_text(self.next_words, view.next_words)
        self._show_next(view)
        asks = self.practice.asks_before and view.segment.kind == "get_ready"
        if self._before.isHidden() == asks or self._then.isHidden() != asks:
            self._before.setVisible(asks)
            self._then.setVisible(not asks)  # in a small window there is room for one of them
        self._fit_title()
        self.transport.refresh()

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
        self._next_picture.setVisible(picture is not None)
        if picture is not None:
            self._next_picture.setFixedSize(wide, tall)
            self._next_picture.setPixmap(picture)

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

    def _tell_trouble(self) -> None:
        """Say once, not at every picture, that nothing can be written; and again if it changes."""
        trouble = self.practice.trouble
        reason = trouble.reason if trouble is not None else None
        if trouble is not None and reason != self._told:
            text = tr(
                "{trouble}. Go on: what you do is remembered, and written as soon as that works."
            )
            self.trouble.emit(text.format(trouble=trouble.title))
        self._told = reason

    def _side_words(self, view: View) -> str:
        """The side as a word and an arrow: never by colour alone.

        Left is the body's left in every language: the arrow keeps its way and its end of the chip,
        also where the words run from right to left.
        """
        rep = view.segment.rep_at(self.practice.player.position)
        side = rep.side if rep is not None and rep.side else view.segment.side
        if side not in ARROWS:
            return view.side
        text = (
            f"{ARROWS['left']}  {view.side}"
            if side == "left"
            else f"{view.side}  {ARROWS['right']}"
        )
        return text if text_direction() == "ltr" else f"{LTR_FROM}{text}{LTR_TO}"

    def _phase_words(self, view: View) -> str:
        if view.phase_left > 0 and view.segment.reps:
            seconds = -int(-(view.phase_left - 1e-6) // 1)
            return tr("{phase} · {seconds}").format(phase=view.phase, seconds=max(1, seconds))
        return view.phase


def moment_words(view: View) -> str:
    """Where the session is, as a screen reader says it."""
    return ", ".join(part for part in (view.kicker, view.title, view.side, view.set) if part)


def change_words(event: StateChanged, view: View) -> str:
    """What a screen reader says of a change that no new segment tells; nothing of the others."""
    if event.new in (State.PAUSED, State.RESUMING, State.FINISHED, State.STOPPED):
        return view.phase
    return moment_words(view) if event.old in (State.PAUSED, State.RESUMING) else ""
