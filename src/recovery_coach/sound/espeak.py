"""Speech out of espeak-ng, as samples: the library and its voices come in a Python wheel.

A phrase of three seconds takes three milliseconds and needs no sound server. espeak-ng keeps one
voice for a whole process, so that everything here holds one lock.
"""

from __future__ import annotations

import ctypes
import threading
from array import array
from pathlib import Path

from recovery_coach.sound.pcm import RATE, Samples
from recovery_coach.sound.respelling import edition, respelt

WORDS_A_MINUTE = 168
"""Slower than in conversation: it is heard from a mat, over one's own breath."""
PITCH = 42
"""0 to 99; a little lower than usual, which carries further."""
VOLUME = 60
"""Of 100: makes a phrase about as loud as a tone, -23 LUFS; a test measures it."""

_SYNCHRONOUS, _DONT_EXIT = 2, 0x8000
_RATE, _VOLUME, _PITCH = 1, 2, 3
_UTF8, _CHARACTERS = 1, 1
_CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)

_lock = threading.Lock()
_library: ctypes.CDLL | None = None


class NoVoiceError(Exception):
    """Nothing can be spoken; the text says why."""


class Espeak:
    """One voice. NoVoiceError where the library, or a voice of that language, is not there."""

    def __init__(self, language: str) -> None:
        self._voice = language
        self.name = f"espeak-ng {self._voice} {WORDS_A_MINUTE} {PITCH} {VOLUME} {edition(language)}"
        """Changes with everything that makes it sound otherwise: what is kept is kept by it."""
        with _lock:
            self._use(_load())

    def speak(self, text: str) -> Samples:
        """``text`` as samples. Raises NoVoiceError where it cannot be spoken."""
        with _lock:
            library = _load()
            self._use(library)
            spoken = array("h")
            collect = _collector(spoken)
            library.espeak_SetSynthCallback(collect)
            data = respelt(text, self._voice).encode("utf-8", "replace")
            failed = library.espeak_Synth(data, len(data) + 1, 0, _CHARACTERS, 0, _UTF8, None, None)
            if failed or not spoken:
                raise NoVoiceError(f"espeak-ng cannot speak: {text}")
        return spoken

    def _use(self, library: ctypes.CDLL) -> None:
        if library.espeak_SetVoiceByName(self._voice.encode("ascii", "ignore")):
            raise NoVoiceError(f"espeak-ng has no voice for {self._voice}")
        library.espeak_SetParameter(_RATE, WORDS_A_MINUTE, 0)
        library.espeak_SetParameter(_PITCH, PITCH, 0)
        library.espeak_SetParameter(_VOLUME, VOLUME, 0)


def version() -> str:
    """The edition of the library. Raises NoVoiceError."""
    with _lock:
        ask = _load().espeak_Info
        ask.restype = ctypes.c_char_p
        return str(ask(None).decode("ascii", "replace"))


def _collector(spoken: Samples) -> ctypes._FuncPointer:
    def on_sound(data: int | None, count: int, _events: int | None) -> int:
        if data and count > 0:
            spoken.frombytes(ctypes.string_at(data, count * spoken.itemsize))
        return 0

    return _CALLBACK(on_sound)


def _load() -> ctypes.CDLL:
    """The library, made ready once. Raises NoVoiceError."""
    global _library
    if _library is not None:
        return _library
    try:
        import espeakng_loader

        data = Path(espeakng_loader.get_data_path())
        library = ctypes.CDLL(str(espeakng_loader.get_library_path()))
        rate = library.espeak_Initialize(_SYNCHRONOUS, 0, str(data).encode(), _DONT_EXIT)
    except (ImportError, OSError, RuntimeError, AttributeError) as error:
        raise NoVoiceError(f"espeak-ng could not be loaded: {error}") from error
    if rate != RATE:
        raise NoVoiceError(f"espeak-ng speaks at {rate} Hz, not {RATE}")
    _library = library
    return library
