"""What a person wrote, in letters that can be printed as outlines.

No computer has letters for everything. A sign without one, or with one that is a coloured picture,
stands as its name: 😭 may be ``[loudly crying face]``. So paper stays sharp and can be searched,
and nothing that was written is a blank.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from PySide6.QtGui import QFont, QRawFont, QTextLayout

NO_LETTER = "□"
ALONE = "\N{ZERO WIDTH JOINER}\N{VARIATION SELECTOR-15}\N{VARIATION SELECTOR-16}"
"""Joins signs or says how they look: nothing by itself."""
COLOURED = ("CBDT", "sbix", "COLR", "SVG ")
"""Tables of a font whose letters are pictures."""
TONES = range(0x1F3FB, 0x1F400)
"""Colours of skin."""


def printable(text: str, font: QFont) -> str:
    """``text`` with names for what ``font``, and all that help it out, cannot draw in outlines."""
    if text.isascii() or _is_drawn(text, font.toString()):
        return text
    return "".join(_letter(one, font.toString()) for one in text)


@lru_cache(maxsize=4096)
def _letter(one: str, font: str) -> str:
    if one.isascii() or _is_drawn(one, font):
        return one
    if one in ALONE or ord(one) in TONES or unicodedata.category(one) == "Me":
        return ""
    if unicodedata.category(one)[0] != "S":
        return NO_LETTER
    return f"[{unicodedata.name(one, NO_LETTER).lower()}]"


@lru_cache(maxsize=4096)
def _is_drawn(text: str, font: str) -> bool:
    wanted = QFont()
    wanted.fromString(font)
    layout = QTextLayout(text, wanted)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(1e9)
    layout.endLayout()
    return all(
        0 not in run.glyphIndexes() and _has_outlines(run.rawFont()) for run in layout.glyphRuns()
    )


def _has_outlines(font: QRawFont) -> bool:
    # Where Qt has nothing but boxes, it says so by a font without a size.
    return font.pixelSize() > 0 and all(font.fontTable(name).isEmpty() for name in COLOURED)
