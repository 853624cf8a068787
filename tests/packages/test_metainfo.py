"""The entry in a desktop's menu and the page in a shop: valid, true, in every language."""

from __future__ import annotations

import struct
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest
from tools.packages import metainfo as made
from tools.packages.about import About, Release
from tools.packages.places import ROOT

from recovery_coach.base.paths import APP_ID, find_resources
from recovery_coach.library.loader import load_library
from recovery_coach.ui.palette import contrast
from tests.packages.programs import ask

FACTS = About(
    "https://somewhere.example/",
    (Release("1.1.0", date(2026, 5, 28), final=False), Release("1.0.0", date(2026, 3, 1))),
)
GERMAN = {
    "Back care coach": "Trainer für den Rücken",
    "Today: one number, one routine to start": "Heute: eine Zahl, eine Routine",
    "What it does:": "Was sie tut:",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made.write_metainfo(tmp_path, FACTS)
    return tmp_path


@pytest.fixture
def german(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(made, "translations", lambda: ["de"])
    monkeypatch.setattr(made, "tr", lambda text: GERMAN.get(text, text))


def entry() -> dict[str, str]:
    lines = made.desktop_entry().splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line)


def shop() -> ET.Element:
    return ET.fromstring(made.metainfo(FACTS))


class TestValid:
    def test_the_entry(self, folder: Path):
        path = folder / "applications" / f"{APP_ID}.desktop"
        assert ask("desktop-file-validate", "--warn-kde", str(path)) == (0, "")

    def test_the_page(self, folder: Path):
        """Pedantic: nothing but a hint that an id should be in small letters. Ours follows the
        advice of Flathub for ids, whose last part is the program's own name.
        """
        path = folder / "metainfo" / f"{APP_ID}.metainfo.xml"
        code, said = ask(
            "appstreamcli", "validate", "--no-net", "--strict", "--pedantic", str(path)
        )
        assert code == 0, said
        found = [line for line in said.splitlines() if line[:2] in ("E:", "W:", "I:", "P:")]
        assert [line.split()[-1] for line in found] == ["cid-contains-uppercase-letter"]

    def test_translated_they_stay_so(self, german, folder: Path):
        self.test_the_entry(folder)
        self.test_the_page(folder)


class TestTrue:
    def test_the_entry_has_the_name_that_a_window_gives_on_wayland(self):
        """That on X is told apart in ``tests/e2e/test_desktop_entry.py``."""
        assert f"{APP_ID}.desktop" == made.DESKTOP
        assert entry()["Icon"] == APP_ID

    def test_the_page_leads_to_the_entry(self):
        assert shop().findtext("id") == APP_ID
        assert shop().findtext("launchable") == made.DESKTOP
        assert shop().findtext("provides/binary") == entry()["Exec"]

    def test_one_home_page_for_all_addresses(self):
        page = shop()
        addresses = [page.findtext("url"), *(one.text for one in page.iter("image"))]
        assert len(addresses) > 4
        assert all(str(one).startswith(FACTS.homepage) for one in addresses)

    def test_every_picture_is_one_of_the_documentation_in_its_true_size(self):
        for image in shop().iter("image"):
            path = ROOT / "docs" / "pictures" / Path(str(image.text)).name
            size = struct.unpack(">II", path.read_bytes()[16:24])  # as a PNG begins
            assert (image.get("width"), image.get("height")) == tuple(map(str, size))

    def test_every_release_is_there_the_newest_first(self):
        found = [
            (one.get("version"), one.get("date"), one.get("type")) for one in shop().iter("release")
        ]
        assert found == [("1.1.0", "2026-05-28", "development"), ("1.0.0", "2026-03-01", "stable")]

    def test_it_counts_the_exercises_that_there_are(self):
        count = len(load_library(find_resources(), None).exercises)
        assert any(f" {count} exercises" in str(one.text) for one in shop().iter("li"))

    def test_its_colours_carry_words(self):
        """Shops write on them: dark on the light one, light on the dark one."""
        for colour in shop().iter("color"):
            ink = {"light": "#000000", "dark": "#FFFFFF"}[str(colour.get("scheme_preference"))]
            assert contrast(str(colour.text), ink) >= 7


class TestInEveryLanguage:
    def test_a_line_of_the_entry_is_followed_by_its_translation(self, german):
        assert entry()["GenericName[de]"] == "Trainer für den Rücken"

    def test_a_text_that_has_none_stays_alone(self, german):
        assert "Comment" in entry()
        assert "Comment[de]" not in entry()

    def test_so_is_a_text_of_the_page(self, german):
        page = made.metainfo(FACTS)
        assert '<p xml:lang="de">Was sie tut:</p>' in page
        lines = [line.strip() for line in page.splitlines()]
        caption = lines.index('<caption xml:lang="de">Heute: eine Zahl, eine Routine</caption>')
        assert lines[caption - 1] == "<caption>Today: one number, one routine to start</caption>"
