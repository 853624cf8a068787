"""The translations: every catalogue opens, and each of its texts can be filled in."""

from __future__ import annotations

import string
import struct
from collections.abc import Iterator
from pathlib import Path

from recovery_coach.base.i18n import DOMAIN, SOURCE, languages, tr
from recovery_coach.cli.proving.check import FaultError, Finding, some
from recovery_coach.cli.proving.shipped import manifest
from recovery_coach.cli.proving.trial import Trial

_HEAD = "5I"
"""Of a file of gettext's: its mark, its edition, how many texts, and where their two tables are."""
_LITTLE = b"\xde\x12\x04\x95"


def check_translations(trial: Trial) -> Finding:
    """Each language of the list can be used, and its texts have the places that are filled in."""
    folder = trial.resources / "locale"
    there = dict(languages(folder))
    counts = [f"{SOURCE}: {tr('the source')}"]
    for code in shipped_languages(trial.resources):
        if code not in there:
            raise FaultError(tr("{name} cannot be opened").format(name=catalogue(code)))
        pairs = list(texts_of(folder.parent / catalogue(code)))
        wrong = [english for english, translated in pairs if not _fits(english, translated)]
        if wrong:
            raise FaultError(tr("{code} cannot be filled in: {texts}").format(
                code=code, texts=some(wrong)
            ))  # fmt: skip
        counts.append(tr("{code}: {n} texts").format(code=code, n=len(pairs)))
    return Finding("; ".join(counts))


def shipped_languages(resources: Path) -> list[str]:
    """The codes of the languages on the list, but for the source's."""
    return [one.parts[1] for one in manifest(resources) if one.parts[0] == "locale"]


def catalogue(code: str) -> str:
    """Where the catalogue of a language is, below the shipped data."""
    return f"locale/{code}/LC_MESSAGES/{DOMAIN}.mo"


def texts_of(path: Path) -> Iterator[tuple[str, str]]:
    """The texts of a catalogue with their translations, each form by itself. Raises FaultError."""
    data = path.read_bytes()
    order = "<" if data[:4] == _LITTLE else ">"
    try:
        _, _, count, english, translated = struct.unpack_from(f"{order}{_HEAD}", data)
        for index in range(count):
            of = _text(data, order, english + 8 * index).split("\0")
            forms = _text(data, order, translated + 8 * index).split("\0")
            for form in forms if of[0] else []:  # the first has no text: it is about the file
                yield of[-1], form
    except (struct.error, UnicodeDecodeError) as error:
        raise FaultError(f"{path}: {error}") from error


def _text(data: bytes, order: str, at: int) -> str:
    length, begin = struct.unpack_from(f"{order}2I", data, at)
    return data[begin : begin + length].decode("utf-8")


def _fits(english: str, translated: str) -> bool:
    """Whether nothing is filled into the translation that the English does not have."""
    try:
        places = _places(english)
    except ValueError:
        return True  # it is no text that anything is filled into
    try:
        return bool(translated) and _places(translated) <= places
    except ValueError:
        return False


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
