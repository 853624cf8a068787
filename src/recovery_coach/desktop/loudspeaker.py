"""Plays short sounds through the computer's loudspeaker, each the moment it is asked for.

SDL's mixer does it, in a thread of its own and in C: no call here waits for the sound server, a
window that is busy delays nothing that has begun, and a tick may sound under a word. A server that
dies is survived in silence; devices that come and go are noticed by their list.
(docs/performance.md has what was measured.)
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from recovery_coach.sound.pcm import RATE

# Read when pygame and SDL are loaded: no greeting on the terminal, and signals stay Python's.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
os.environ.setdefault("SDL_NO_SIGNAL_HANDLERS", "1")

import pygame
from pygame import mixer
from pygame._sdl2 import audio

PERIOD = 256
"""Samples that are mixed at once: a hundredth of a second. Twice as many are 20 ms later."""
CHANNELS = 8
QUIETEST = 40.0
"""Decibels between full volume and the lowest step above silence."""


class Loudspeaker:
    """See :class:`recovery_coach.sound.performer.Loudspeaker`; ``on_change``: ``works`` changed."""

    def __init__(self, on_change: Callable[[], None] = lambda: None) -> None:
        self._on_change = on_change
        self._sounds: dict[Path, mixer.Sound] = {}
        self._devices: list[str] = []
        self._spoken: mixer.Channel | None = None
        self._open()

    def _open(self) -> None:
        """Open the usual device, anew if it is open; without one there is silence."""
        mixer.quit()
        try:
            mixer.init(RATE, -16, 1, PERIOD, allowedchanges=0)
            mixer.set_num_channels(CHANNELS)
            self._devices = audio.get_audio_device_names(False)
        except pygame.error:
            self._devices = []

    @property
    def works(self) -> bool:
        """Whether there is a device."""
        return bool(self._devices)

    def load(self, files: Iterable[Path]) -> None:
        """Read the files. One that cannot be read is not heard."""
        wanted = dict.fromkeys(files)
        self._sounds = {file: sound for file, sound in self._sounds.items() if file in wanted}
        if mixer.get_init() is None:
            return
        for file in wanted:
            if file not in self._sounds:
                try:
                    self._sounds[file] = mixer.Sound(file)
                except (pygame.error, OSError):
                    continue

    def play(self, file: Path, volume: float, speech: bool = False) -> None:
        """Play it from its beginning."""
        self._look_at_devices()
        sound = self._sounds.get(file)
        if sound is None or not self.works:
            return
        if speech:
            self.hush()
        sound.set_volume(gain(volume))
        channel = sound.play()
        if speech:
            self._spoken = channel

    def hush(self) -> None:
        """Stop what is spoken."""
        if self._spoken is not None and mixer.get_init() is not None:
            self._spoken.stop()
        self._spoken = None

    def close(self) -> None:
        """Leave the device to others."""
        self._spoken = None
        self._sounds = {}
        mixer.quit()

    def _look_at_devices(self) -> None:
        """Whatever was unplugged or plugged in since the last sound."""
        if mixer.get_init() is None:
            return
        devices = audio.get_audio_device_names(False)
        if devices == self._devices:
            return
        before, self._devices = self.works, devices
        if devices:
            self._open()  # the stream of a device that went does not come back by itself
        if self.works != before:
            self._on_change()


def gain(volume: float) -> float:
    """The factor for ``volume``, 0 to 1, as an ear takes it: each step as much softer again."""
    return 10 ** (QUIETEST * (volume - 1) / 20) if volume > 0 else 0.0
