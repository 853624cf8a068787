"""Plays short sounds through the computer's loudspeaker, each the moment it is asked for.

SDL's mixer does it, in a thread of its own and in C: no call here waits for the sound server, a
window that is busy delays nothing that has begun, and a tick may sound under a word. A server that
dies is survived in silence; devices that come and go are noticed by their list.
(docs/performance.md has what was measured.)
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from recovery_coach.sound.pcm import RATE

# Read when pygame and SDL are loaded: no greeting on the terminal, signals stay Python's, and the
# desktop's mixer shows who is heard.
os.environ.setdefault("SDL_AUDIO_DEVICE_APP_NAME", "Recovery Coach")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
os.environ.setdefault("SDL_NO_SIGNAL_HANDLERS", "1")
if sys.platform == "linux" and not any(Path("/proc/asound").glob("card[0-9]*")):
    # Else ALSA is asked after the sound servers, and tells the terminal at length that it has none.
    os.environ.setdefault("SDL_AUDIODRIVER", "pulseaudio")

import pygame
from pygame import mixer
from pygame._sdl2 import audio

PERIOD = 512
"""Samples that are mixed at once, 23 ms. Half as many are 20 ms earlier, and break off now and then
beside a busy process."""
CHANNELS = 8
SPEECH = 0
"""The channel that only speech is played on: a new word ends the one before, and no tone."""
QUIETEST = 40.0
"""Decibels between full volume and the lowest step above silence."""


class Loudspeaker:
    """See :class:`recovery_coach.sound.performer.Loudspeaker`; ``on_change``: ``works`` changed."""

    def __init__(self, on_change: Callable[[], None] = lambda: None) -> None:
        self._on_change = on_change
        self._sounds: dict[Path, mixer.Sound] = {}
        self._devices: list[str] = []
        self._last: tuple[Path, mixer.Channel, mixer.Sound] | None = None
        """The tone that was played last, and where."""
        self._open()

    def _open(self) -> None:
        """Open the usual device, anew if it is open; without one there is silence."""
        mixer.quit()
        try:
            mixer.init(RATE, -16, 1, PERIOD, allowedchanges=0)
            mixer.set_num_channels(CHANNELS)
            mixer.set_reserved(1)
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

    def play(
        self, file: Path, volume: float, speech: bool = False, after: Path | None = None
    ) -> None:
        """Play it from its beginning; once ``after`` has rung out, if that is playing."""
        self._look_at_devices()
        sound = self._sounds.get(file)
        if sound is None or not self.works:
            return
        sound.set_volume(gain(volume))
        ringing = self._ringing(after)
        if ringing is not None:
            ringing.queue(sound)
        elif speech:
            mixer.Channel(SPEECH).play(sound)
        else:
            channel = sound.play()
            self._last = None if channel is None else (file, channel, sound)

    def _ringing(self, file: Path | None) -> mixer.Channel | None:
        """Where ``file`` is being played, if it was the last one."""
        if file is None or self._last is None or self._last[0] != file:
            return None
        _, channel, sound = self._last
        return channel if channel.get_sound() is sound else None

    def hush(self) -> None:
        """Stop what is spoken."""
        if mixer.get_init() is not None:
            mixer.Channel(SPEECH).stop()

    def close(self) -> None:
        """Leave the device to others."""
        self._last = None
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
