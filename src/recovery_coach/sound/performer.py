"""Performs a session: plays what is due the moment it is due, and is quiet when it should be.

It follows the events of a session as stage and record do. Voice, tones and silence are switched
by the person at any time, and asked for at every sound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from recovery_coach.base.i18n import tr
from recovery_coach.session.events import CueDue, Event, Moved, Preparing, StateChanged
from recovery_coach.session.states import State
from recovery_coach.sound.studio import Recording
from recovery_coach.timeline.model import Cue

LOUDEST = 100


class Loudspeaker(Protocol):
    """Whatever plays files. No call ever waits, or raises."""

    @property
    def works(self) -> bool:
        """Whether there is anything that sound comes out of."""

    def load(self, files: Iterable[Path]) -> None:
        """Have these files ready, so that each can begin at once."""

    def play(
        self, file: Path, volume: float, speech: bool = False, after: Path | None = None
    ) -> None:
        """Play a file that is loaded; ``volume`` from 0 to 1, as an ear takes it.

        If ``after`` is being played, it is let ring out first.
        """

    def hush(self) -> None:
        """Stop whatever is being spoken; tones die away by themselves."""

    def close(self) -> None:
        """No more sounds: leave the device to others."""


@dataclass(frozen=True, slots=True)
class Mix:
    """What is to be heard, and how loud: volumes from 0 to 100."""

    voice: bool = True
    voice_volume: int = 80
    tones: bool = True
    tone_volume: int = 80
    finish_volume: int = 100
    silent: bool = False


def own_phrases() -> tuple[str, ...]:
    """What is said in a session besides its cues."""
    return (tr("Paused"), *(str(number) for number in (3, 2, 1)))


class Performer:
    """Plays one session's sounds on ``loudspeaker``."""

    def __init__(self, loudspeaker: Loudspeaker, mix: Callable[[], Mix]) -> None:
        self._loudspeaker = loudspeaker
        self._mix = mix
        self.recording = Recording()

    def learn(self, recording: Recording) -> None:
        """Play from this recording from now on."""
        self.recording = recording
        files = (*recording.tones.values(), *recording.phrases.values())
        self._loudspeaker.load(files)

    def perform(self, events: Sequence[Event]) -> None:
        """Play what the events ask for."""
        for event in events:
            match event:
                case CueDue(cue=cue, stale=False):
                    self.perform_cue(cue)
                case Preparing(seconds=seconds):
                    self._sound("count")
                    self._say(str(seconds))
                case StateChanged(new=State.PAUSED):
                    self._loudspeaker.hush()
                    self._say(tr("Paused"))
                case StateChanged(new=State.STOPPED | State.RESUMING) | Moved():
                    self._loudspeaker.hush()
                case _:
                    pass

    @property
    def speaks(self) -> bool:
        """Whether a voice can be heard."""
        mix = self._mix()
        wanted = mix.voice and mix.voice_volume > 0 and not mix.silent
        return wanted and self._loudspeaker.works and self.recording.has_voice

    def perform_cue(self, cue: Cue) -> None:
        """Play one cue, now."""
        if cue.kind == "tone":
            self._sound(cue.name)
        else:
            # At the very end no time is left to plan the words after their tone.
            closing = self.recording.tones.get("finished") if cue.name == "finished" else None
            self._say(cue.text, after=closing)

    def _sound(self, name: str) -> None:
        mix, file = self._mix(), self.recording.tones.get(name)
        if file is not None and mix.tones and not mix.silent:
            volume = mix.finish_volume if name == "finished" else mix.tone_volume
            self._loudspeaker.play(file, volume / LOUDEST)

    def _say(self, text: str, after: Path | None = None) -> None:
        mix, file = self._mix(), self.recording.phrases.get(text)
        if file is not None and mix.voice and not mix.silent:
            self._loudspeaker.play(file, mix.voice_volume / LOUDEST, speech=True, after=after)
