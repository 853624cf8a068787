"""Words as espeak-ng has to read them to say them right. Captions keep the true spelling.

Found by its own phonemes for every name and cue that is shipped; add what sounds wrong.
"""

from __future__ import annotations

import hashlib
import re

RESPELT: dict[str, dict[str, str]] = {
    "en": {
        "90/90": "90 90",  # else: ninety slash ninety
    },
    "de": {
        "Bird Dog": "Börd Dogg",
        "Curl-up": "Körl-app",
        "Dead Bug": "Dedd Bagg",
        "Hip Hinge": "Hipp Hindsch",
        "Kniehebelauf": "Knie-Hebelauf",
        "Schulterblätter": "Schulter-Blätter",
        "Split Squat": "Splitt Skwodd",
    },
}


def respelt(text: str, language: str) -> str:
    """``text`` as the voice of that language is to read it; whole words only."""
    for written, read in RESPELT.get(language, {}).items():
        text = re.sub(rf"(?<!\w){re.escape(written)}(?!\w)", read, text)
    return text


def edition(language: str) -> str:
    """Changes with the table, so that what was recorded with another one is recorded anew."""
    table = repr(sorted(RESPELT.get(language, {}).items()))
    return hashlib.sha256(table.encode()).hexdigest()[:8]
