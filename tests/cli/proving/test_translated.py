"""A catalogue that cannot be opened, or a text that cannot be filled in, is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from recovery_coach.cli.proving.check import FaultError
from recovery_coach.cli.proving.translated import (
    catalogue,
    check_translations,
    shipped_languages,
    texts_of,
)
from recovery_coach.cli.proving.trial import Trial

GERMAN = catalogue("de")


def write(file: Path, *texts: tuple[str | tuple[str, str], str | tuple[str, ...]]) -> None:
    made = Catalog(locale="de")
    for english, german in texts:
        made.add(english, german)
    with file.open("wb") as out:
        write_mo(out, made)


def test_every_language_is_counted(trial: Trial):
    assert shipped_languages(trial.resources) == ["de"]
    assert "de: " in check_translations(trial).found


def test_each_form_of_a_text_is_read(tmp_path: Path):
    file = tmp_path / "it.mo"
    write(file, ("One", "Eins"), (("{n} day", "{n} days"), ("{n} Tag", "{n} Tage")))
    assert sorted(texts_of(file)) == [
        ("One", "Eins"), ("{n} days", "{n} Tag"), ("{n} days", "{n} Tage"),
    ]  # fmt: skip


@pytest.mark.parametrize("content", [b"", b"no catalogue", None], ids=["empty", "other", "gone"])
def test_one_that_cannot_be_opened_is_named(trial: Trial, shipped: Path, content: bytes | None):
    if content is None:
        (shipped / GERMAN).unlink()
    else:
        (shipped / GERMAN).write_bytes(content)
    with pytest.raises(FaultError, match=GERMAN):
        check_translations(trial)


def test_one_that_breaks_off_is_named(trial: Trial, shipped: Path):
    file = shipped / GERMAN
    file.write_bytes(file.read_bytes()[:-2000])
    with pytest.raises(FaultError, match="de"):
        check_translations(trial)


@pytest.mark.parametrize("german", ["Bis {end}", "Bis {"])
def test_a_text_that_cannot_be_filled_in_is_told(trial: Trial, shipped: Path, german: str):
    write(shipped / GERMAN, ("Until {day}", german))
    with pytest.raises(FaultError, match=r"Until \{day\}"):
        check_translations(trial)
