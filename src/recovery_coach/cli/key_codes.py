"""From what a terminal sends to the names of keys: pure."""

from __future__ import annotations

import re

_SEQUENCES = {
    b"\x1b[D": "left", b"\x1bOD": "left", b"\x1b[C": "right", b"\x1bOC": "right",
    b"\x1b[5~": "page_up", b"\x1b[6~": "page_down",
}  # fmt: skip
_NAMES = {b"\r": "enter", b"\n": "enter", b" ": "space", b"\x1b": "escape", b"=": "+"}
# An escape sequence, whole: CSI, SS3, or Alt with a key; else one letter.
_PIECE = re.compile(rb"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1bO.|\x1b[^\[O\x1b]|.", re.DOTALL)
_UNFINISHED = re.compile(rb"\x1b(\[[0-9;?]*[ -/]*|O)?$")

WINDOWS_KEYS = {"K": "left", "M": "right", "I": "page_up", "Q": "page_down"}
"""What follows ``\\x00`` or ``\\xe0`` on Windows."""


def is_unfinished(data: bytes) -> bool:
    """Whether ``data`` may be the beginning of an escape sequence: the rest may be on its way."""
    return _UNFINISHED.search(data) is not None


def names_of(data: bytes) -> list[str]:
    """The keys in ``data``: letters as they are (in lower case), others by name.

    What is no key of ours (function keys, letters beyond ASCII) is left out.
    """
    keys = []
    for piece in _PIECE.findall(data):
        if piece in _SEQUENCES:
            keys.append(_SEQUENCES[piece])
        elif len(piece) == 1:
            name = name_of(piece)
            if name:
                keys.append(name)
    return keys


def name_of(letter: bytes) -> str:
    """The name of a single key; empty where it is none of ours."""
    if letter in _NAMES:
        return _NAMES[letter]
    return letter.decode("ascii").lower() if b"!" <= letter <= b"~" else ""
