"""Erasing everything: said first, a word typed, and then it is as on the first evening."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from recovery_coach.journal import Journal, PainEntry
from recovery_coach.journal import erasing as files
from recovery_coach.ui.erasing_page import ErasingPage
from recovery_coach.ui.welcome import WelcomePage
from tests.ui.keeping import click, sit_down_at_keeping, wait, write
from tests.ui.seat import Seat


def asked(seat: Seat) -> ErasingPage:
    seat.prepare(theme="light")
    write(seat, 4, 2, 3)
    seat.app.backups.make("day")
    sit_down_at_keeping(seat)
    seat.click("Erase everything…")
    assert isinstance(seat.page, ErasingPage)
    return seat.page


def confirm(seat: Seat, word: str = "erase") -> None:
    seat.page.field.setFocus()
    seat.type(word)


def left(seat: Seat) -> list[Path]:
    """The files of the person that are still there."""
    paths = seat.app.paths
    kept = (paths.data.rglob("*"), paths.config.rglob("*"))
    return [path for folder in kept for path in folder if path.is_file()]


def test_it_says_what_goes_and_what_it_cannot_reach(seat: Seat):
    asked(seat)
    assert seat.sees("3 entries · 5 to 7 March 2026")
    (backup,) = seat.app.backups.all()
    for path in (seat.app.paths.journal, seat.app.paths.settings, backup.path):
        assert seat.sees(str(path))
    assert seat.sees("Copies that other programs made")


def test_many_backups_are_told_by_their_folder(seat: Seat):
    seat.prepare()
    for number in range(5):
        write(seat, number)
        seat.app.backups.make("day")
    seat.sit_down()
    seat.window.keeping.replacing.ask_to_erase()
    assert seat.sees(f"5 files in {seat.app.backups.folder}")


def test_folders_out_of_reach_are_named(seat: Seat, tmp_path: Path):
    seat.prepare(backup_folder=str(tmp_path / "stick"), sync_folder=str(tmp_path / "shared"))
    seat.sit_down()
    seat.window.keeping.replacing.ask_to_erase()
    assert seat.sees(f"Backups in {tmp_path / 'stick'}, which is not connected now.")
    assert seat.sees(str(tmp_path / "shared"))


def test_nothing_goes_before_the_word_is_typed(seat: Seat):
    page = asked(seat)
    assert not page.erase.isEnabled()
    confirm(seat, "eras")
    assert not page.erase.isEnabled()
    seat.type("e")
    assert page.erase.isEnabled()
    seat.press(Qt.Key.Key_Backspace)
    assert not page.erase.isEnabled()
    page.erase.clicked.emit()
    wait(seat)
    assert len(seat.records(PainEntry)) == 3


def test_capital_letters_are_as_good(seat: Seat):
    page = asked(seat)
    confirm(seat, "Erase ")
    assert page.erase.isEnabled()


@pytest.mark.parametrize("way", ["Keep my journal", "Escape"])
def test_it_can_be_left_and_all_stays(seat: Seat, way: str):
    asked(seat)
    before = left(seat)
    confirm(seat)
    if way == "Escape":
        seat.press(Qt.Key.Key_Escape)
    else:
        seat.click(way)
    wait(seat)
    assert seat.sees("What is in it, and who can read it")
    assert left(seat) == before


def test_afterwards_it_is_as_on_the_first_evening(seat: Seat):
    asked(seat)
    confirm(seat)
    click(seat, "Erase everything")
    assert isinstance(seat.page, WelcomePage)
    assert not seat.window.sidebar.isVisible()
    assert seat.app.settings.theme == "system"
    assert not seat.records(PainEntry)
    assert not seat.app.backups.all()
    names = {path.name.removesuffix("-wal").removesuffix("-shm") for path in left(seat)}
    assert names <= {"journal.sqlite3"}, "a new journal alone"
    seat.click("I understand, let us begin")
    assert seat.page is seat.window.today
    seat.window.go("journal")
    assert seat.sees("Nothing here yet")


def test_a_backup_that_comes_while_it_is_asked_goes_too(seat: Seat):
    asked(seat)
    confirm(seat)
    seat.app.backups.make("day")
    click(seat, "Erase everything")
    assert not seat.app.backups.all()


def test_what_was_typed_and_not_yet_saved_goes_too(seat: Seat):
    asked(seat)
    seat.window.check_in()
    seat.page.form.note.setPlainText("Between us.")
    seat.window.keeping.replacing.ask_to_erase()
    confirm(seat)
    click(seat, "Erase everything")
    seat.click("I understand, let us begin")
    seat.window.check_in()
    assert seat.page.form.note.toPlainText() == ""


def test_their_own_routines_stay_and_that_is_said(seat: Seat):
    seat.prepare()
    own = seat.app.paths.library / "routines" / "mine.toml"
    own.parent.mkdir(parents=True)
    own.write_text("", encoding="utf-8")
    seat.sit_down()
    seat.window.keeping.replacing.ask_to_erase()
    assert seat.sees(f"Routines of your own: {seat.app.paths.library}")
    confirm(seat)
    click(seat, "Erase everything")
    assert own.exists()


def test_where_another_program_has_it_open_nothing_goes(seat: Seat):
    asked(seat)
    confirm(seat)
    with Journal.open(seat.app.paths.journal, seat.clock):
        click(seat, "Erase everything")
    assert seat.window.toast.text.startswith("The journal is in use by another program.")
    assert len(seat.records(PainEntry)) == 3
    assert seat.app.settings.theme == "light"


def test_what_cannot_be_removed_is_said(seat: Seat, monkeypatch: pytest.MonkeyPatch):
    asked(seat)
    confirm(seat)
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path.parent.name == "backups":
            raise PermissionError(13, "Permission denied", str(path))
        unlink(path, missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(files.Path, "unlink", refuse)
        click(seat, "Erase everything")
    assert seat.sees("cannot be reached")
    assert len(seat.records(PainEntry)) == 3
