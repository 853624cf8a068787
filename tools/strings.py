"""Brings the translations up to date: `python3 dev.py strings [LANGUAGE...]`.

Writes ``resources/locale/<language>/LC_MESSAGES/recovery_coach.po``, which a translator fills in,
and the ``.mo`` beside it, which the app reads; then tells what is untranslated. A language that is
named and has no file yet is begun. There is no template: every run makes it anew.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from recovery_coach.base.i18n import DOMAIN
from tools.extraction import find_all

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "resources" / "locale"
HEADER = """\
# Recovery Coach in another language. Made by `python3 dev.py strings`, filled in by translators.
#"""
CHURN = (
    "Project-Id-Version", "Report-Msgid-Bugs-To", "POT-Creation-Date", "PO-Revision-Date",
    "Last-Translator", "Language-Team", "Generated-By",
)  # fmt: skip
"""Headers that would change a file in which nothing changed, or that nobody fills in."""


class Steady(Catalog):
    """A catalogue that is written the same as long as it is the same."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The headers, without those that churn."""
        kept = [header for header in self._get_mime_headers() if header[0] not in CHURN]
        return [*kept[:-1], (kept[-1][0], kept[-1][1] + "\n")]


def main(arguments: list[str]) -> int:
    """Update every language there is, and begin those named."""
    template = make_template()
    there = (path.parent.parent.name for path in LOCALE.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))
    for language in sorted({*there, *arguments}):
        folder = LOCALE / language / "LC_MESSAGES"
        folder.mkdir(parents=True, exist_ok=True)
        catalogue = update(folder / f"{DOMAIN}.po", language, template)
        write_if_changed(folder / f"{DOMAIN}.po", as_po(catalogue))
        write_if_changed(folder / f"{DOMAIN}.mo", as_mo(catalogue))
        tell(language, catalogue)
    return 0


def make_template(root: Path = ROOT) -> Catalog:
    """Every text there is, untranslated."""
    template = Steady(header_comment=HEADER)
    for found in find_all(root):
        template.add(
            (found.text, found.plural) if found.plural else found.text,
            locations=[(found.file, 0)],
            auto_comments=[found.comment] if found.comment else [],
        )
    return template


def read(path: Path, language: str) -> Catalog:
    """The translations in a file; none where there is no file yet."""
    catalogue = Steady(locale=language, header_comment=HEADER, fuzzy=False)
    if path.exists():
        with path.open("rb") as file:
            old = read_po(file, locale=language)
        for message in old:
            if message.id:
                catalogue[message.id] = message
        catalogue.obsolete = old.obsolete
    return catalogue


def update(path: Path, language: str, template: Catalog) -> Catalog:
    """The translations in a file, for the texts of today. Those of other days come last."""
    catalogue = read(path, language)
    catalogue.update(template, no_fuzzy_matching=True)
    return catalogue


def as_po(catalogue: Catalog) -> bytes:
    """For translators. Without line numbers, which every edit of the source would change."""
    file = BytesIO()
    write_po(file, catalogue, width=100, include_lineno=False)
    return file.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """For the app; without what is fuzzy."""
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def write_if_changed(path: Path, content: bytes) -> None:
    """Leave a file alone that is as it should be."""
    if not path.exists() or path.read_bytes() != content:
        path.write_bytes(content)


def untranslated(catalogue: Catalog) -> Iterator[Message]:
    """What a translator has still to do: not translated, or marked as not sure."""
    for message in catalogue:
        done = all(message.string) if isinstance(message.string, tuple) else message.string
        if message.id and (message.fuzzy or not done):
            yield message


def tell(language: str, catalogue: Catalog) -> None:
    """Say how far a language is, and what is left to do."""
    left = list(untranslated(catalogue))
    print(f"{language}: {len(catalogue)} texts, {len(left)} to translate")
    for message in left:
        text = message.id if isinstance(message.id, str) else message.id[0]
        print(f"  {'fuzzy ' if message.fuzzy else ''}{text}  ({message.locations[0][0]})")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
