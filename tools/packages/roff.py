"""Text as the programs read it that set man pages: the ``man`` macros and nothing beyond them."""

from __future__ import annotations

import re
import textwrap

WIDTH = 79
_SIGNS = {"\\": r"\e", "~": r"\(ti", "^": r"\(ha", "'": r"\(aq", "`": r"\(ga", '"': r"\(dq"}


def prose(text: str) -> str:
    """Words; what stands in backticks is typed as it is, so it is bold."""
    parts = text.split("`")
    whole = "".join(bold(one) if at % 2 else _plain(one) for at, one in enumerate(parts))
    lines = textwrap.wrap(whole, WIDTH, break_long_words=False, break_on_hyphens=False)
    return "\n".join(map(_line, lines))


def bold(text: str) -> str:
    """What is typed as it is; its hyphens stay the sign that is typed."""
    return rf"\fB{typed(text)}\fR" if text else ""


def italic(text: str) -> str:
    """What something else is put for."""
    return rf"\fI{typed(text)}\fR" if text else ""


def typed(text: str) -> str:
    """As it is typed, in the font that is in use."""
    return "".join(_SIGNS.get(sign, sign) for sign in text).replace("-", r"\-")


def quoted(text: str) -> str:
    """One argument of a macro."""
    return '"' + text.replace('"', r"\(dq") + '"'


def _plain(text: str) -> str:
    """A hyphen stays one; before a number, or by itself, it is the sign that is typed."""
    return re.sub(r"(?<!\w)-", r"\-", text.replace("\\", r"\e"))


def _line(text: str) -> str:
    """A dot or an apostrophe at the start of a line would be a request."""
    return rf"\&{text}" if text[:1] in (".", "'") else text
