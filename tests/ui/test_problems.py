"""Files to mend: for each, which line, what is allowed, what was found. Nothing else is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from recovery_coach.ui.problems import ProblemsPage
from tests.ui.seat import Seat

LATE = """\
id = "evening"
name = "Evening"
summary = "Slow."

[[steps]]
exercise = "cat_cow"
hold = -20

[[steps]]
exercise = "bird_dig"
reps = 5
"""
GOOD = LATE.replace("hold = -20", "reps = 4").replace("bird_dig", "bird_dog")


@pytest.fixture
def folder(seat: Seat) -> Path:
    made = seat.prepare().paths.library / "routines"
    made.mkdir(parents=True)
    (made / "evening.toml").write_text(LATE, encoding="utf-8")
    (made / "broken.toml").write_text('id = "broken\n', encoding="utf-8")
    seat.app.reload_library()
    return made


def open_page(seat: Seat) -> ProblemsPage:
    seat.sit_down()
    seat.click("2 files could not be read. See what to mend.")
    page = seat.page
    assert isinstance(page, ProblemsPage)
    return page


def test_each_file_stands_there_with_its_path(seat: Seat, folder: Path):
    open_page(seat)
    for name in ("evening.toml", "broken.toml"):
        assert name in seat.texts
        assert str(folder / name) in seat.texts


def test_it_says_the_line_the_field_what_is_allowed_and_what_was_found(seat: Seat, folder: Path):
    open_page(seat)
    assert "Line 7 · steps[0].hold" in seat.texts
    place = seat.texts.index("Line 7 · steps[0].hold")
    allowed, found = seat.texts[place + 1 : place + 3]
    assert allowed == "must be 1 or more"
    assert found == "Found: -20"


def test_everything_else_is_loaded(seat: Seat, folder: Path):
    open_page(seat)
    assert "pre_deadlift" in seat.app.library.routines
    seat.click("Back")
    assert seat.page is seat.window.today
    assert len(seat.buttons("Start")) == 1


def test_read_again_after_one_was_mended_it_is_gone_from_the_list(seat: Seat, folder: Path):
    open_page(seat)
    (folder / "evening.toml").write_text(GOOD, encoding="utf-8")
    seat.click("Read them again")
    assert isinstance(seat.page, ProblemsPage)
    assert "evening.toml" not in seat.texts
    assert "broken.toml" in seat.texts
    assert "evening" in seat.app.library.routines


def test_read_again_after_all_are_mended_it_is_today(seat: Seat, folder: Path):
    open_page(seat)
    (folder / "evening.toml").write_text(GOOD, encoding="utf-8")
    (folder / "broken.toml").unlink()
    seat.click("Read them again")
    assert seat.page is seat.window.today
    assert not seat.sees("could not be read")
    assert seat.app.library.own == {"evening"}


def test_the_files_are_left_as_they_are(seat: Seat, folder: Path):
    open_page(seat)
    seat.click("Read them again")
    assert (folder / "evening.toml").read_text(encoding="utf-8") == LATE


def test_a_file_can_be_opened_from_here(seat: Seat, folder: Path, monkeypatch: pytest.MonkeyPatch):
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    open_page(seat)
    seat.click(seat.buttons("Open the file")[0])
    assert [Path(url.toLocalFile()).parent for url in opened] == [folder]
