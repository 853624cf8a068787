"""A computer to be heard with in tests: a voice that takes no time, a loudspeaker on paper."""

from __future__ import annotations

import threading
from array import array
from collections.abc import Callable, Iterable
from pathlib import Path

from recovery_coach.sound.espeak import NoVoiceError
from recovery_coach.sound.pcm import RATE, Samples


class Paper:
    """A loudspeaker that writes down what it is asked to play, by the file's name."""

    def __init__(self, on_change: Callable[[], None]) -> None:
        self.works = True
        self.loaded: set[Path] = set()
        self.played: list[Path] = []
        self.hushed = 0
        self.closed = False
        self._on_change = on_change

    def load(self, files: Iterable[Path]) -> None:
        self.loaded = set(files)

    def play(
        self, file: Path, volume: float, speech: bool = False, after: Path | None = None
    ) -> None:
        assert file in self.loaded
        self.played.append(file)

    def hush(self) -> None:
        self.hushed += 1

    def close(self) -> None:
        self.closed = True

    def unplug(self) -> None:
        """The device is gone."""
        self.works = False
        self._on_change()


class Reader:
    """A voice that reads at twenty letters a second."""

    name = "reader"

    def speak(self, text: str) -> Samples:
        return array("h", [1] * (len(text) * RATE // 20))


class FakeSound:
    """See ``recovery_coach.ui.sounding.Sound``."""

    def __init__(self, voice: bool = True, device: bool = True) -> None:
        self.has_voice = voice
        self.has_device = device
        self.go = threading.Event()
        """Until it is set, recording takes its time."""
        self.go.set()
        self.papers: list[Paper] = []

    @property
    def paper(self) -> Paper:
        """The loudspeaker in use."""
        return self.papers[-1]

    def ready_to_load(self) -> None:
        self.go.wait(30)

    def loudspeaker(self, on_change: Callable[[], None]) -> Paper:
        if not self.has_device:
            raise OSError("no device")
        self.papers.append(Paper(on_change))
        return self.paper

    def voice(self) -> Reader:
        if not self.has_voice:
            raise NoVoiceError("nobody can speak")
        return Reader()
