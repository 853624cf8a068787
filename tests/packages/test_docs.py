"""The two pages about installing and releasing name what is there, under the names it has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tools.packages.places import PACKAGING, ROOT

from recovery_coach import __version__
from recovery_coach.base.paths import APP, APP_ID
from recovery_coach.journal.trouble import JournalTrouble

INSTALL = (ROOT / "docs" / "install.md").read_text(encoding="utf-8")
RELEASE = (ROOT / "docs" / "release.md").read_text(encoding="utf-8")
FILES = (
    "recovery_coach-{}-py3-none-any.whl",
    "recovery-coach_{}_amd64.deb",
    "recovery-coach-{}.x86_64.rpm",
    "recovery-coach-{}-x86_64.flatpak",
    "recovery-coach-{}-x86_64.AppImage",
    "recovery-coach-{}-setup.exe",
    "recovery-coach-{}-arm64.dmg",
)
RECIPES = {
    "flatpak/build.sh": "-$version-$arch.flatpak",
    "appimage/build.sh": "-$version-$ARCH.AppImage",
    "macos/build.sh": "-$version-$(uname -m).dmg",
    "windows/recovery-coach.iss": "-{#AppVersion}-setup",
}


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_told_how_to_install_and_to_publish(name: str) -> None:
    assert name.format(__version__) in INSTALL
    assert name.format("0.2.0") in RELEASE


def test_the_page_is_about_this_version() -> None:
    names = re.findall(rf"{APP}[-_](\d+\.\d+\.\d+)", INSTALL)
    assert set(names) == {__version__}


@pytest.mark.parametrize("recipe", RECIPES)
def test_every_recipe_makes_its_file_under_that_name(recipe: str) -> None:
    text = (PACKAGING / recipe).read_text(encoding="utf-8-sig")
    assert f"{APP}{RECIPES[recipe]}" in text


def test_the_checklist_names_every_recipe() -> None:
    told = set(re.findall(r"packaging[/\\](\w+)[/\\]build\.\w+", RELEASE))
    assert told == {path.parent.name for path in PACKAGING.glob("*/build.*")}


def test_an_older_program_is_quoted_as_it_speaks() -> None:
    said = JournalTrouble("newer", Path("journal.sqlite3"))
    quoted = " ".join(INSTALL.replace("\n> ", " ").split())
    assert f"**{said.title}.** {said.safe} {said.advice}" in quoted


def test_the_id_is_the_apps() -> None:
    ids = re.findall(r"io\.github\.[\w.]+\w", INSTALL + RELEASE)
    assert set(ids) == {APP_ID}


def test_links_lead_somewhere() -> None:
    for text in (INSTALL, RELEASE):
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
            assert (ROOT / "docs" / target).is_file(), target
        headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
        anchors = {
            re.sub(r"[^\w\- ]", "", line).strip().lower().replace(" ", "-") for line in headings
        }
        for anchor in re.findall(r"\]\(#([^)]+)\)", text):
            assert anchor in anchors


@pytest.mark.parametrize("system", ["appimage", "flatpak", "macos", "windows"])
def test_no_recipe_names_an_address_or_a_machine(system: str) -> None:
    for path in (PACKAGING / system).iterdir():
        text = path.read_text(encoding="utf-8-sig")
        assert set(re.findall(r"https?://([\w.-]+)", text)) <= {"www.apple.com"}, path
        assert not re.search(r"/(?:work|home|Users|root)/", text), path
