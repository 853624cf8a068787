"""The button on a routine's page that saves its sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from recovery_coach.base import disk
from tests.ui.pdf import Pdf
from tests.ui.seat import Seat

PRINT = "Print a sheet…"


def answer(monkeypatch: pytest.MonkeyPatch, file: Path | None) -> list[str]:
    """The dialog is answered with ``file``; the names it would have suggested."""
    asked: list[str] = []

    def execute(dialog: QFileDialog) -> int:
        asked.extend(Path(name).name for name in dialog.selectedFiles())
        return 0 if file is None else 1

    monkeypatch.setattr(QFileDialog, "exec", execute)
    chosen = QFileDialog.selectedFiles
    monkeypatch.setattr(
        QFileDialog, "selectedFiles", lambda one: [str(file)] if asked and file else chosen(one)
    )
    return asked


def test_it_is_written_where_the_person_says_and_told(
    seat: Seat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    asked = answer(monkeypatch, tmp_path / "mine.pdf")
    window = seat.sit_down()
    window.open_routine("express_3")
    seat.click(PRINT)
    assert asked == ["Three-minute express.pdf"]
    assert Pdf((tmp_path / "mine.pdf").read_bytes()).title == "Three-minute express"
    assert window.toast.text == f"Written: {tmp_path / 'mine.pdf'} (2 pages)"


def test_the_country_in_the_settings_decides_on_the_paper(
    seat: Seat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    answer(monkeypatch, tmp_path / "a.pdf")
    seat.prepare(country="US")
    seat.sit_down().open_routine("express_3")
    seat.click(PRINT)
    assert Pdf((tmp_path / "a.pdf").read_bytes()).pages[0].width == 612


def test_without_an_answer_nothing_happens(
    seat: Seat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    answer(monkeypatch, None)
    window = seat.sit_down()
    window.open_routine("express_3")
    seat.click(PRINT)
    assert not window.toast.isVisible()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(13, "Permission denied"), "this folder cannot be written to"),
        (OSError(28, "No space left on device"), "the disk is full"),
    ],
)
def test_what_stands_in_the_way_is_said_and_stays_to_be_read(
    seat: Seat,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: OSError,
    words: str,
):
    def refuse(path: Path, content: bytes) -> None:
        raise error

    monkeypatch.setattr(disk, "write_atomically", refuse)
    answer(monkeypatch, tmp_path / "a.pdf")
    window = seat.sit_down()
    window.open_routine("express_3")
    seat.click(PRINT)
    assert words in window.toast.text
    assert "Choose another place for it." in window.toast.text


def test_a_folder_that_is_gone_is_said(seat: Seat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    answer(monkeypatch, tmp_path / "gone" / "a.pdf")
    window = seat.sit_down()
    window.open_routine("express_3")
    seat.click(PRINT)
    assert "there is no such folder" in window.toast.text
