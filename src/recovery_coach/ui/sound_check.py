"""Hearing beforehand what a session sounds like: the voice, each of the tones, the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from recovery_coach.base.i18n import tr
from recovery_coach.sound.performer import Loudspeaker, Mix, Performer
from recovery_coach.sound.studio import Recording
from recovery_coach.timeline.model import Cue
from recovery_coach.ui.sounding import Recorder, Sound, loudspeaker_of

What = Literal["voice", "tones", "end"]

BETWEEN_MS = 900
"""From one tone to the next."""


def sample(what: What) -> tuple[Cue, ...]:
    """What is played, as the cues of a session."""
    if what == "voice":
        return (Cue(0, "say", "next", tr("Switch. Right side. Three, two, one.")),)
    if what == "end":
        return (Cue(0, "tone", "finished", tr("Finished")),)
    tones = (
        ("get_ready", tr("Get ready")),
        ("count", tr("Counting down")),
        ("start", tr("Start")),
        ("halfway", tr("Halfway")),
        ("change", tr("Next shape")),
        ("switch", tr("Switch sides")),
        ("end", tr("Done, rest")),
    )
    return tuple(Cue(0, "tone", name, text) for name, text in tones)


class SoundCheck(QObject):
    """Plays a sample at a time; ``told`` says in words what is heard, or why nothing is."""

    told = Signal(str)

    def __init__(
        self,
        sound: Callable[[], Sound | None],
        mix: Callable[[], Mix],
        folder: Path,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._sound = sound
        self._mix = mix
        self._folder = folder
        self._left: list[Cue] = []
        self._performer: Performer | None = None
        self._loudspeaker: Loudspeaker | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(BETWEEN_MS)
        self._timer.timeout.connect(self._play_next)

    def play(self, what: What) -> None:
        """Play it as loud as it is set, though it may be switched off or silenced."""
        sound = self._sound()
        if sound is None:
            self.told.emit(tr("No sound here: captions only"))
            return
        self.stop()
        cues = sample(what)
        recorder = Recorder(sound, self._folder, self)
        recorder.recorded.connect(lambda recording: self._begin(sound, recording, cues))
        recorder.record([cue.text for cue in cues if cue.kind == "say"], with_voice=True)

    def stop(self) -> None:
        """Silence."""
        self._timer.stop()
        if self._loudspeaker is not None:
            self._loudspeaker.close()
        self._loudspeaker = self._performer = None

    def _begin(self, sound: Sound, recording: Recording, cues: tuple[Cue, ...]) -> None:
        self.stop()
        self._loudspeaker = loudspeaker_of(sound, lambda: None)
        if self._loudspeaker is None or not self._loudspeaker.works:
            self.told.emit(tr("No sound here: captions only"))
            return
        if cues[0].kind == "say" and not recording.has_voice:
            self.told.emit(tr("No voice: captions only"))
            return
        self._performer = Performer(
            self._loudspeaker, lambda: replace(self._mix(), voice=True, tones=True, silent=False)
        )
        self._performer.learn(recording)
        self._left = list(cues)
        self._play_next()
        self._timer.start()

    def _play_next(self) -> None:
        if not self._left or self._performer is None:
            self._timer.stop()
            self.told.emit("")
            return
        cue = self._left.pop(0)
        self.told.emit(cue.text)
        self._performer.perform_cue(cue)
