"""The sound of a session in the window: recorded before it starts, performed while it runs.

What is said is recorded in a thread of its own; until that is done the session has not begun, and
if it takes too long it begins without a voice. Where there is no sound at all, all of it is read
as captions: nothing here can delay a session, stop it, or raise.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from recovery_coach.base.i18n import tr
from recovery_coach.coach.practise import Practice
from recovery_coach.session.events import Event
from recovery_coach.sound.performer import Loudspeaker, Mix, Performer, own_phrases
from recovery_coach.sound.studio import Recording, Studio, Voice
from recovery_coach.timeline.cues import add_cues
from recovery_coach.timeline.fitting import texts_of
from recovery_coach.timeline.model import Timeline

LOOK_MS = 15
"""Between two looks at how far the recording is."""
SHOWN_AFTER_MS = 300
"""Sooner than this, nobody has to be told that something is being prepared."""
PATIENCE_MS = 4000
"""After this time the session begins, without what has not been recorded."""


class Sound(Protocol):
    """What the computer has to be heard with. Whatever it raises means that there is nothing."""

    def ready_to_load(self) -> None:
        """Load what takes its time; called in a thread."""

    def loudspeaker(self, on_change: Callable[[], None]) -> Loudspeaker:
        """What plays; ``on_change`` tells that it works now, or no more."""

    def voice(self) -> Voice:
        """What speaks, in the language in use; called in a thread."""


def loudspeaker_of(sound: Sound, on_change: Callable[[], None]) -> Loudspeaker | None:
    """The loudspeaker, if there is any: no sound is no reason to have no session."""
    with suppress(Exception):  # sound systems fail in their own ways
        return sound.loudspeaker(on_change)
    return None


class Recorder(QObject):
    """Records once, in a thread; tells of it in the window's own, and goes."""

    progressed = Signal(int, int)
    recorded = Signal(Recording)

    def __init__(self, sound: Sound, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._sound = sound
        self._folder = folder
        self._told: queue.SimpleQueue[Recording | tuple[int, int]] = queue.SimpleQueue()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)

    def record(self, texts: Sequence[str], with_voice: bool) -> None:
        """Begin; ``recorded`` tells the end."""
        threading.Thread(target=self._work, args=(tuple(texts), with_voice), daemon=True).start()
        self._timer.start()

    def _work(self, texts: tuple[str, ...], with_voice: bool) -> None:
        recording = Recording()
        try:
            self._sound.ready_to_load()
            voice = self._sound.voice if with_voice else None
            studio = Studio(self._folder)
            recording = studio.record(texts, voice, lambda *done: self._told.put(done))
        except Exception as error:  # noqa: BLE001 - whatever sound systems do, the session begins
            recording.trouble = repr(error)
        self._told.put(recording)

    def _look(self) -> None:
        while not self._told.empty():
            told = self._told.get()
            if isinstance(told, Recording):
                self._timer.stop()
                self.recorded.emit(told)
                self.deleteLater()
            else:
                self.progressed.emit(*told)


class SessionSound(QObject):
    """The sound of one session. ``state_changed`` carries in words what cannot be heard, and why.

    ``ready`` once: the session can begin.
    """

    ready = Signal()
    state_changed = Signal(str)

    def __init__(
        self,
        practice: Practice,
        sound: Sound | None,
        mix: Callable[[], Mix],
        folder: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._practice = practice
        self._sound = sound
        self._mix = mix
        self._folder = folder
        self.performer: Performer | None = None
        self._loudspeaker: Loudspeaker | None = None
        self._is_ready = self._is_closed = False
        self._learnt: set[str] = set()
        self._known: Timeline | None = None
        self._state = ""
        self._preparing = ""

    def prepare(self) -> None:
        """Record what will be said; ``ready`` follows, at once where nothing can be."""
        practice = self._practice
        if self._sound is None:
            practice.player.fit({})
            self._get_ready()
            return
        practice.perform(self._on_events)
        practice.follow(self._learn_more)
        self._record(self._sound, self._texts())
        QTimer.singleShot(SHOWN_AFTER_MS, self, lambda: self._show_state(waited=True))
        QTimer.singleShot(PATIENCE_MS, self, self._get_ready)

    @property
    def speaks(self) -> bool:
        """Whether what happens is said aloud."""
        return self.performer is not None and self.performer.speaks

    def refresh(self) -> None:
        """What is to be heard was chosen anew."""
        if self._loudspeaker is not None and self._mix().silent:
            self._loudspeaker.hush()
        self._show_state()

    def close(self) -> None:
        """It is over: leave the loudspeaker to others."""
        self._is_closed = True
        if self._loudspeaker is not None:
            self._loudspeaker.close()

    # -- recording -------------------------------------------------------------------------

    def _texts(self) -> list[str]:
        """All that may be said, whether or not there is room for it in a voice not yet known."""
        wished = add_cues(replace(self._practice.player.timeline, lengths=None))
        cues = (cue for segment in wished for cue in segment.cues)
        return [*texts_of(cues), *own_phrases()]

    def _record(self, sound: Sound, texts: Sequence[str]) -> None:
        self._learnt.update(texts)
        recorder = Recorder(sound, self._folder, self)
        recorder.progressed.connect(self._on_progress)
        recorder.recorded.connect(lambda recording: self._on_recorded(sound, recording))
        recorder.record(texts, with_voice=self._mix().voice)

    def _on_progress(self, done: int, of: int) -> None:
        text = tr("Preparing the voice: {done} of {all}")
        self._preparing = text.format(done=done, all=of)

    def _on_recorded(self, sound: Sound, recording: Recording) -> None:
        if self._is_closed:
            return
        if self._loudspeaker is None:
            self._loudspeaker = loudspeaker_of(sound, self._show_state)
        self._preparing = ""
        if self._loudspeaker is not None:
            self.performer = self.performer or Performer(self._loudspeaker, self._mix)
            self.performer.learn(self.performer.recording.with_more(recording))
        lengths = self.performer.recording.lengths if self.performer is not None else {}
        self._practice.player.fit(lengths)
        self._known = self._practice.player.timeline
        self._show_state()  # first: what is told of the beginning comes after it
        self._get_ready()

    def _learn_more(self, _events: Sequence[Event]) -> None:
        """A session that was changed in mid-way may have something new to say."""
        timeline = self._practice.player.timeline
        if self._sound is None or not self._is_ready or timeline is self._known:
            return
        self._known = timeline
        fresh = [text for text in self._texts() if text not in self._learnt]
        if fresh:
            self._record(self._sound, fresh)

    def _get_ready(self) -> None:
        if not self._is_ready and not self._is_closed:
            self._is_ready = True
            self.ready.emit()

    # -- performing ------------------------------------------------------------------------

    def _on_events(self, events: Sequence[Event]) -> None:
        if self.performer is not None:
            self.performer.perform(events)

    def _show_state(self, waited: bool = False) -> None:
        state = self._preparing if waited else self._state_words()
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)

    def _state_words(self) -> str:
        """What cannot be heard, and why; empty where all is as it should be."""
        mix = self._mix()
        if mix.silent:
            return tr("Silence: captions only")
        if not mix.voice and not mix.tones:
            return tr("Sound off: captions only")
        if self._sound is None or self._loudspeaker is None or not self._loudspeaker.works:
            return tr("No sound here: captions only")
        if mix.voice and not self.speaks:
            return tr("No voice: captions only") if not mix.tones else tr("No voice: tones only")
        return ""
