"""What a person wrote, on paper: whole, or as an excerpt that ends at a word."""

from __future__ import annotations

import unicodedata

from recovery_coach.base.i18n import text_direction

ENDS = "…"
CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""They turn the writing round, and what stands behind a note as well."""
LEAST = 0.6
"""A word is cut where the last space before the end lies before this share of the excerpt."""


def tidy(text: str) -> str:
    """The text in its lines, each without what cannot be seen or printed, empty ones left out."""
    lines = (" ".join(_seen(line).split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def excerpt(text: str, most: int) -> str:
    """At most so many letters of a text, in one line; a longer one ends at a word, with dots."""
    line = " ".join(tidy(text).split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    space = cut.rfind(" ")
    if line[most - 1] != " " and space >= LEAST * most:
        cut = cut[:space]
    return cut.rstrip(" ,;:.–-") + ENDS


def _seen(line: str) -> str:
    return "".join(map(_letter, line))


def _letter(one: str) -> str:
    kind = unicodedata.category(one)
    if kind == "Cc":
        return " "
    if one in CONTROLS:
        return ""
    # Half a pair, what Unicode does not know, and what means something to one font alone.
    return "\N{REPLACEMENT CHARACTER}" if kind in ("Cs", "Cn", "Co") else one


def isolated(text: str) -> str:
    """``text``, so that one in a script from the right leaves the words about it in their order."""
    turned = any(unicodedata.bidirectional(one) in ("R", "AL", "AN") for one in text)
    if turned or text_direction() == "rtl":
        return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"
    return text
