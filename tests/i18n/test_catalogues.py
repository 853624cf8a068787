"""The shipped translations: whole, up to date, and safe to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from tools import strings

from recovery_coach.base.pseudo import PLACEHOLDER
from tests.i18n.conftest import LOCALE

LANGUAGES = sorted(path.name for path in LOCALE.iterdir())


def of(language: str, ending: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / f"recovery_coach.{ending}"


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def template() -> Catalog:
    return strings.make_template()


@pytest.fixture(scope="module")
def catalogue(language: str) -> Catalog:
    return strings.read(of(language, "po"), language)


def test_there_is_german():
    assert "de" in LANGUAGES


def test_every_text_is_there(catalogue: Catalog, template: Catalog):
    missing = [m.id for m in template if m.id and m.id not in catalogue]
    assert not missing, "run `python3 dev.py strings` and translate what it lists"


def test_every_text_is_translated_and_none_is_doubtful(catalogue: Catalog):
    assert [message.id for message in strings.untranslated(catalogue)] == []


def test_the_app_reads_what_the_translator_wrote(language: str, catalogue: Catalog):
    assert of(language, "mo").read_bytes() == strings.as_mo(catalogue), "run `dev.py strings`"


def pairs(catalogue: Catalog) -> Iterator[tuple[str, str]]:
    """Each English form with its translation; of more than two the second stands for the others."""
    for message in catalogue:
        if message.id and isinstance(message.id, str):
            yield message.id, str(message.string)
        elif message.id:
            yield from ((message.id[min(i, 1)], text) for i, text in enumerate(message.string))


def test_every_placeholder_of_the_english_stands_in_the_translation(catalogue: Catalog):
    for_one = forms_for_one(catalogue)
    wrong = []
    for english, translated in pairs(catalogue):
        in_a_word = english in for_one and "{n}" not in translated
        wanted = english.replace("{n}", "") if in_a_word else english
        if translated and sorted(PLACEHOLDER.findall(wanted)) != sorted(
            PLACEHOLDER.findall(translated)
        ):
            wrong.append((english, translated))
    assert wrong == []


def forms_for_one(catalogue: Catalog) -> set[str]:
    """The English forms whose translation is for 1 only, and may say it in a word.

    German has to, where it is spoken: of "1 Minute" the voice makes "eins Minute".
    """
    if catalogue.plural_expr != "(n != 1)":
        return set()
    return {message.id[0] for message in catalogue if isinstance(message.id, tuple)}


def test_spaces_around_a_text_are_kept(catalogue: Catalog):
    around = re.compile(r"^\s*|\s*$")
    wrong = [
        (english, translated)
        for english, translated in pairs(catalogue)
        if translated and around.findall(english) != around.findall(translated)
    ]
    assert wrong == []


def test_nothing_is_exclaimed(catalogue: Catalog):
    loud = [english for english, translated in pairs(catalogue) if "!" in translated]
    assert [english for english in loud if "!" not in english] == []


def test_a_text_without_a_translation_is_listed(template: Catalog, tmp_path: Path):
    begun = strings.update(tmp_path / "recovery_coach.po", "fr", template)
    assert len(list(strings.untranslated(begun))) == len(template)


def test_what_was_translated_is_kept_and_what_is_gone_comes_last(tmp_path: Path):
    path = tmp_path / "recovery_coach.po"
    old = Catalog(locale="fr")
    old.add("Rest", "Repos")
    old.add("Gone", "Parti")
    path.write_bytes(strings.as_po(old))
    template = Catalog()
    template.add("Rest")
    template.add("Restless")
    new = strings.update(path, "fr", template)
    assert [(m.id, m.string) for m in new if m.id] == [("Rest", "Repos"), ("Restless", None)]
    assert [m.id for m in new.obsolete.values()] == ["Gone"]
    path.write_bytes(strings.as_po(new))
    assert strings.as_po(strings.update(path, "fr", template)) == path.read_bytes()
