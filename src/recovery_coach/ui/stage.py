"""The stage: it moves one practised session, and shows it through one of its faces.

Which one depends on where the person is: at the desk, on the floor (the window fills the screen),
or beside the desk with a mini window that stays on top. All the faces show the same view.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.coach.practise import Practice
from recovery_coach.coach.returning import ASK_AFTER
from recovery_coach.figure.store import Figures
from recovery_coach.journal import Reason
from recovery_coach.session.events import SegmentEntered, StateChanged
from recovery_coach.session.states import State
from recovery_coach.session.view import CountStyle, View, moment_of, view_of
from recovery_coach.ui.bridge import SessionDriver
from recovery_coach.ui.captions import Captions
from recovery_coach.ui.commands import Commands, Ways
from recovery_coach.ui.desk_face import DeskFace
from recovery_coach.ui.face import Face
from recovery_coach.ui.faces import Faces
from recovery_coach.ui.flash import Flash
from recovery_coach.ui.parts import announce
from recovery_coach.ui.session_keys import install_keys
from recovery_coach.ui.theme import Look

if TYPE_CHECKING:
    from recovery_coach.ui.sounding import SessionSound


class StagePage(QWidget):
    """Shows and moves one practised session; ``flash`` lights the screen up at changes."""

    over = Signal()
    hurts = Signal()
    worry = Signal()
    """It stands still for a full check: then :meth:`come_back`, or :meth:`end_after_check`."""
    numbered = Signal()
    """The number at the start was given, and is written down."""
    ending = Signal()
    """It is asked to end."""
    silenced = Signal()
    """It is asked to be silent, or to be heard again."""
    trouble = Signal(str)

    def __init__(
        self,
        practice: Practice,
        figures: Figures,
        look: Look,
        count_style: CountStyle = "down",
        flash: bool = False,
    ) -> None:
        super().__init__()
        self._count_style = count_style
        self.setAccessibleName(tr("Session"))
        self.practice = practice
        self.sound: SessionSound | None = None
        """Set by who made it be heard; what a voice says is not announced as well."""
        self._look = look
        self._told: Reason | None = None
        self._shown: tuple[object, ...] = ()
        self._lasts_until = 0.0
        self._is_seen = True
        self._notice = ""
        self._sound_state = ""
        self._is_away = False
        self._ends_quietly = False
        self._begins_at: int | None = None
        self.driver = SessionDriver(practice, self)
        self.captions = Captions(practice.clock, self)
        self.commands = Commands(practice, self.wake, self.stop_it_hurts, self._ways())
        self.faces = Faces(self, self.commands, figures, look)
        self.flash = Flash(look, practice.clock, self.face) if flash else None
        install_keys(self, self.commands)
        self._connect()

    def _ways(self) -> Ways:
        return Ways(
            floor=lambda: self.faces.go_to_floor(),
            large=lambda: self.faces.go_large(),
            mini=lambda: self.faces.turn_mini(),
            worry=self.stop_to_check,
            silence=self.silenced.emit,
            end=self.ending.emit,
        )

    def _connect(self) -> None:
        self.faces.turned.connect(self._on_turned)
        self.faces.seen_changed.connect(self._on_seen)
        self.faces.answered.connect(self._on_before)
        self.driver.ticked.connect(self._show)
        self.driver.cue_due.connect(self.captions.tell)
        self.driver.segment_entered.connect(self._on_segment)
        self.driver.state_changed.connect(self._on_state)
        self.captions.changed.connect(lambda text, sound: self.face.show_caption(text, sound))
        self.practice.follow(self._forget)
        self._look.changed.connect(self._forget)

    # -- doing -----------------------------------------------------------------------------

    def begin(self, at_segment: int = 0) -> None:
        """Start the session, or go on with it from ``at_segment``; once somebody is here again."""
        if self._is_away:
            self._begins_at = at_segment
            return
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

    def stop_it_hurts(self) -> None:
        """Stand still at once; what is asked then is asked in the large window."""
        self.practice.hurt()
        self.wake()
        self.faces.leave_mini()
        self.hurts.emit()

    def stop_to_check(self) -> None:
        """Stand still at once; what is new or worrying is asked about in the large window."""
        self._is_away = True
        self.pause()
        self.faces.leave_mini()
        self.worry.emit()

    def come_back(self) -> None:
        """Nothing stands against it: as it stood, paused; or it begins, if it had not."""
        self._is_away = False
        if self._begins_at is not None:
            self.begin(self._begins_at)
        else:
            self.wake()

    def end_after_check(self) -> None:
        """What was answered ends it. What was done is kept; no finish is asked for."""
        self._ends_quietly = True
        self.practice.stop("check")

    def _on_before(self, number: int) -> None:
        self.practice.give_before(number)
        self._forget()
        self._show()
        self.numbered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit answers the number before the session, wherever the focus is."""
        strip = self.face.before
        if strip is not None and strip.isVisible() and event.text().isdecimal():
            strip.keyPressEvent(event)
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """The large window is here again, whoever brought it back: one window is enough."""
        super().showEvent(event)
        self.faces.leave_mini()

    @property
    def face(self) -> Face:
        """The one that is shown."""
        return self.faces.shown

    @property
    def desk(self) -> DeskFace:
        """The one that is always there."""
        return self.faces.desk

    # -- beside the session ----------------------------------------------------------------

    def show_caption(self, text: str, sound: bool = False) -> None:
        """What is said, or with ``sound`` what a sound means, for as long as it takes to read."""
        self.captions.show(text, sound)

    def show_sound_state(self, text: str) -> None:
        """What of the sound the person should know; empty where all is as it should be."""
        self._sound_state = text
        self.face.show_sound_state(text)

    # -- showing ---------------------------------------------------------------------------

    def _on_turned(self) -> None:
        """Another face: it is told all there is."""
        if self.flash is not None:
            self.flash.cover(self.face)
        self.face.show_caption(self.captions.text, self.captions.sound)
        self.face.show_sound_state(self._sound_state)
        self.face.show_notice(self._notice)
        self._shown = ()
        self._forget()
        self.wake()

    def _on_segment(self, event: SegmentEntered) -> None:
        self._announce(moment_words(view_of(self.practice.player)))
        if self.flash is not None:
            self.flash.at(event)

    def _announce(self, text: str) -> None:
        """Have a screen reader say it, unless the voice says the same."""
        if self.sound is None or not self.sound.speaks:
            announce(self.face, text)

    def _on_state(self, event: StateChanged) -> None:
        self._notice = ""
        if 0 < event.gap <= ASK_AFTER:  # after more, it is asked how to go on
            text = tr("Paused: nothing was seen for {seconds} s. Go on when you are ready.")
            self._notice = text.format(seconds=round(event.gap))
        self.face.show_notice(self._notice)
        if self._notice:
            announce(self.face, self._notice)
        elif spoken := change_words(event, view_of(self.practice.player)):
            self._announce(spoken)
        if event.new is State.PAUSED:
            self.captions.show("")  # whoever speaks is silent now
        self.face.refresh()
        if event.new in (State.FINISHED, State.STOPPED):
            self.driver.stop()
            self.faces.leave_mini()
            if not self._ends_quietly:
                self.over.emit()

    def _show(self) -> None:
        """At every picture: what moves. Words are looked after only when they can be others."""
        self.captions.look_at_clock()
        position = self.practice.player.position
        if position < self._lasts_until:
            self.face.move_to(position)
        else:
            self._show_anew()
        if self._is_seen:
            self.face.follow(self.practice.player)
            self.driver.frame_seconds = self.face.frame_seconds
        else:
            self.driver.frame_seconds = None

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
        player, face = self.practice.player, self.face
        moment = moment_of(player, self._count_style)
        asks = self.practice.asks_before and moment.segment.kind == "get_ready"
        shown = (moment, asks, self._look.px)
        if shown != self._shown:
            self._shown = shown
            face.show_view(view_of(player, self._count_style), moment, player.position, asks)
        face.stand_at(player, moment.segment.step)
        self._is_seen = face.seen()
        self._lasts_until = moment.lasts_until(player.position)

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


def moment_words(view: View) -> str:
    """Where the session is, as a screen reader says it."""
    return ", ".join(part for part in (view.kicker, view.title, view.side, view.set) if part)


def change_words(event: StateChanged, view: View) -> str:
    """What a screen reader says of a change that no new segment tells; nothing of the others."""
    if event.new in (State.PAUSED, State.RESUMING, State.FINISHED, State.STOPPED):
        return view.phase
    return moment_words(view) if event.old in (State.PAUSED, State.RESUMING) else ""
