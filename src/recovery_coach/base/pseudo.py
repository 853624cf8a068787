"""A language made at run time, to see without a translator what was missed and what breaks.

Every text becomes accented, bracketed and some 40 % longer: a text without brackets was not passed
through ``tr``; a bracket that cannot be seen was cut off. ``LANGUAGE=xx`` shows it.
"""

from __future__ import annotations

import re

LONGER = 0.4
_WORD = 6
"""Letters in a word of the padding: it must break into lines as words do."""
PLACEHOLDER = re.compile(r"(\{\{.*?\}\}|\{.*?\})")
_ACCENTS = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWYZabcdefghijklmnopqrstuvwyz",
    "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵýž",
)


RIGHT_TO_LEFT = "\u200f"
"""Before a text, this mark lays it out as Arabic or Hebrew would be."""


class Pseudo:
    """Stands where gettext's translations would; ``mark`` comes before every text."""

    def __init__(self, mark: str = "") -> None:
        self._mark = mark

    def gettext(self, message: str, /) -> str:
        """``message``, changed; one without a letter, such as ``{a}: {b}``, as it is."""
        changed = pseudo(message)
        return changed if changed == message else self._mark + changed

    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str:
        """The English form for ``n``, changed."""
        return self.gettext(msgid1 if n == 1 else msgid2)


def pseudo(text: str) -> str:
    """``text`` in brackets, with accents and padding; placeholders are kept."""
    parts = PLACEHOLDER.split(text)
    letters = sum(len(part) for part in parts[::2])
    if not any(letter.isalpha() for part in parts[::2] for letter in part):
        return text
    parts[::2] = [part.translate(_ACCENTS) for part in parts[::2]]
    left = max(1, round(letters * LONGER) - 3)  # the brackets and a space are longer, too
    padding = " ".join("~" * min(_WORD, left - done) for done in range(0, left, _WORD + 1))
    return f"[{''.join(parts)} {padding}]"
