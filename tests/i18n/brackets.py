"""What of a pseudo-translated text stands outside its brackets, and so was never translated."""

from __future__ import annotations

import re

NOT_WORDS = re.compile(
    r"Recovery Coach"  # the brand
    r"|recovery-coach[\w.…-]*"
    r"|[\w.~-]*/[\w./~-]*"  # places
    r"|\b\w+\.\w+\b"  # files
    r"|\bF\d{1,2}\b|\b[A-Z]\b|Ctrl\+\w"  # keys
)


def outside(text: str) -> str:
    """The words of ``text`` that no bracket holds; empty where all were translated."""
    depth = 0
    text = text.translate(dict.fromkeys(map(ord, "\u200b\u200f\u2066\u2069")))  # unseen
    kept = []
    for letter in text:
        depth += letter == "["
        if depth == 0:
            kept.append(letter)
        depth -= letter == "]" and depth > 0
    return " ".join(re.findall(r"[^\W\d_][\w-]*", NOT_WORDS.sub(" ", "".join(kept))))
