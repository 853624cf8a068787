"""Plays short files through the computer's sound, each the moment it is asked for.

Every file is a QSoundEffect, decoded beforehand; all of them share one stream of the sound server,
and none of the calls waits (docs/performance.md has what was measured). A device that is
unplugged, or a server that goes away, is noticed by Qt's list of devices; what is plugged in later
is used from then on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QLoggingCategory, QObject, QUrl
from PySide6.QtMultimedia import QAudio, QMediaDevices, QSoundEffect


class QtLoudspeaker(QObject):
    """See :class:`recovery_coach.sound.performer.Loudspeaker`."""

    def __init__(self, on_change: Callable[[], None] = lambda: None) -> None:
        super().__init__()
        # What Qt says there about missing servers is shown to the person in our own words.
        QLoggingCategory.setFilterRules("qt.multimedia.*=false")
        self._on_change = on_change
        self._effects: dict[Path, QSoundEffect] = {}
        self._spoken: QSoundEffect | None = None
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._on_devices)
        self._device = QMediaDevices.defaultAudioOutput()

    @property
    def works(self) -> bool:
        """Whether there is a device."""
        return not self._device.isNull()

    def load(self, files: Iterable[Path]) -> None:
        """Decode the files; without a device they wait for one."""
        wanted = dict.fromkeys(files)
        for gone in self._effects.keys() - wanted.keys():
            self._effects.pop(gone).deleteLater()
        for file in wanted:
            if file not in self._effects:
                self._effects[file] = QSoundEffect(self._device, self)
        if self.works:
            self._decode()

    def _decode(self) -> None:
        for file, effect in self._effects.items():
            if effect.source().isEmpty():
                effect.setSource(QUrl.fromLocalFile(str(file)))
        self._wake_up()

    def _wake_up(self) -> None:
        """Play something that cannot be heard: the first sound of a stream comes late."""
        first = next(iter(self._effects.values()), None)
        if first is not None:
            first.setVolume(0.0)
            first.play()

    def play(self, file: Path, volume: float, speech: bool = False) -> None:
        """Play it from its beginning."""
        effect = self._effects.get(file)
        if effect is None or not self.works:
            return
        scale = QAudio.VolumeScale
        linear = QAudio.convertVolume(volume, scale.LogarithmicVolumeScale, scale.LinearVolumeScale)
        effect.setVolume(linear)
        if speech:
            self.hush()
            self._spoken = effect
        effect.play()

    def hush(self) -> None:
        """Stop what is spoken."""
        if self._spoken is not None and self._spoken.isPlaying():
            self._spoken.stop()
        self._spoken = None

    def _on_devices(self) -> None:
        """Another device is the usual one now, or there is none any more."""
        device = QMediaDevices.defaultAudioOutput()
        if device == self._device:
            return
        self._device = device
        for effect in self._effects.values():
            effect.setAudioDevice(device)
        if self.works:
            self._decode()
        self._on_change()
