"""Makes everything a session will sound like before it starts, and keeps it for the next time.

Kept files are named by what they say and by the voice that says it: another language, another
voice or other words are other files. Any of them may be deleted at any time. Nothing here ever
fails a session: what cannot be spoken is missing, and is shown as a caption all the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from recovery_coach.base.files import write_atomically
from recovery_coach.sound import tones
from recovery_coach.sound.espeak import NoVoiceError
from recovery_coach.sound.pcm import Samples, from_wav, seconds, to_wav

KEPT_BYTES = 64 * 2**20
"""What is kept at most: some thirty routines in one voice. The oldest go first."""


class Voice(Protocol):
    """What turns words into samples; ``name`` tells it from every other voice."""

    name: str

    def speak(self, text: str) -> Samples:
        """``text`` as samples. Raises NoVoiceError where it cannot be spoken."""


@dataclass(slots=True)
class Recording:
    """What a session sounds like: files to play, by text and by the tone's name."""

    phrases: dict[str, Path] = field(default_factory=dict)
    tones: dict[str, Path] = field(default_factory=dict)
    lengths: dict[str, float] = field(default_factory=dict)
    """Seconds of each phrase that can be spoken."""
    trouble: str = ""
    """Why there is no voice, or not all of it; for a log, not for a person."""

    def with_more(self, other: Recording) -> Recording:
        """Both together; ``other`` goes first where both have something."""
        return Recording(
            self.phrases | other.phrases,
            self.tones | other.tones,
            self.lengths | other.lengths,
            other.trouble,
        )

    @property
    def has_voice(self) -> bool:
        """Whether anything can be said."""
        return bool(self.phrases)


class Studio:
    """Records into ``folder``. One recording at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def record(
        self,
        texts: Sequence[str],
        voice: Callable[[], Voice] | None,
        progress: Callable[[int, int], object] | None = None,
    ) -> Recording:
        """All tones, and ``texts`` in a voice, which is made only when it is needed.

        ``progress`` is told how many of how many texts are done. Never raises for a voice or a
        disk that fails.
        """
        made = Recording()
        for name in tones.TONES:
            self._record_tone(name, made)
        if voice is not None:
            try:
                self._record_phrases(texts, voice(), made, progress)
            except NoVoiceError as error:
                made.trouble = str(error)
        self._throw_away_old(set(made.phrases.values()) | set(made.tones.values()))
        return made

    def _record_tone(self, name: str, made: Recording) -> None:
        path = self._path(f"tone {name} {tones.MADE_BY}")
        if self._kept(path) is None:
            try:
                write_atomically(path, to_wav(tones.tone(name)))
            except OSError as error:
                made.trouble = str(error)
                return
        made.tones[name] = path

    def _record_phrases(
        self,
        texts: Sequence[str],
        voice: Voice,
        made: Recording,
        progress: Callable[[int, int], object] | None,
    ) -> None:
        for done, text in enumerate(texts):
            if progress is not None:
                progress(done, len(texts))
            path = self._path(f"{voice.name}\0{text}")
            samples = self._kept(path)
            if samples is None:
                try:
                    samples = voice.speak(text)
                    write_atomically(path, to_wav(samples))
                except (NoVoiceError, OSError) as error:
                    made.trouble = str(error)
                    continue
            made.phrases[text] = path
            made.lengths[text] = seconds(samples)

    def _path(self, what: str) -> Path:
        digest = hashlib.sha256(what.encode("utf-8", "replace")).hexdigest()
        return self._folder / f"{digest[:32]}.wav"

    def _kept(self, path: Path) -> Samples | None:
        """What was recorded before; None where it was not, or is damaged."""
        try:
            samples = from_wav(path.read_bytes())
        except (OSError, ValueError):
            return None
        with suppress(OSError):
            path.touch()  # used now: not among the oldest
        return samples or None

    def _throw_away_old(self, used: set[Path]) -> None:
        with suppress(OSError):
            found = [(path.stat(), path) for path in self._folder.glob("*.wav")]
            found.sort(key=lambda pair: pair[0].st_mtime)
            surplus = sum(stat.st_size for stat, _ in found) - KEPT_BYTES
            for stat, path in found:
                if surplus <= 0:
                    return
                if path not in used:
                    path.unlink(missing_ok=True)
                    surplus -= stat.st_size
