"""The languages that what a package tells is written in: those of the program itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from recovery_coach.base.i18n import SOURCE, language, languages, use_language
from recovery_coach.base.paths import find_resources


def translations() -> list[str]:
    """The codes of the languages there is a catalogue of: all but English, the source."""
    return [code for code, _ in languages(find_resources() / "locale") if code != SOURCE]


@contextmanager
def speaking(code: str = SOURCE) -> Iterator[None]:
    """Have all words in one language, whatever that of the system is."""
    folder, before = find_resources() / "locale", language()
    use_language(folder, [code])
    try:
        yield
    finally:
        use_language(folder, [before])
