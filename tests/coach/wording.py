"""What may never be said of numbers: facts 4.11, 4 and 5.3, and the house's own words."""

from __future__ import annotations

import re

NEVER = (
    *("works", "worked", "cause", "caused", "causes", "because", "proves", "proof", "p-value"),
    *("significant", "significantly", "normal", "just", "only", "probably", "fine", "worry"),
    *("great", "well done", "good", "bad week", "streak", "failed", "should", "must"),
    *("risk", "danger", "safe"),
)


def check(text: str) -> None:
    """A finished sentence or two, without any word that claims, praises, blames or reassures."""
    words = f" {re.sub(r'[^a-z0-9%-]+', ' ', text.lower())} "
    assert [word for word in NEVER if f" {word} " in words] == [], text
    assert "!" not in text
    assert "{" not in text
    assert "None" not in text.replace("None of the", "")
    assert text == text.strip()
    assert text.endswith(".")
    assert "  " not in text
    assert ".." not in text
