"""What the tests of the journal as a file share: answering dialogs, waiting for what runs aside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog

from recovery_coach.journal import PainEntry
from recovery_coach.journal.version_rows import Version
from recovery_coach.ui.errand import Errand
from tests.ui.seat import Seat


def wait(seat: Seat) -> Any:
    """Until nothing is done aside any more; the page that is shown then."""
    seat.qtbot.waitUntil(lambda: not seat.window.findChildren(Errand), timeout=20_000)
    seat.application.processEvents()
    return seat.page


def write(seat: Seat, *numbers: int) -> None:
    """An entry a day, the last one now."""
    for number in numbers:
        seat.clock.advance(86_400)
        seat.journal.append(PainEntry(nrs=number, at=seat.clock.now(), source="today"))


def sit_down_at_keeping(seat: Seat) -> Any:
    """At the page of the journal as a file, as a person comes to it."""
    seat.sit_down().go("settings")
    seat.qtbot.waitUntil(lambda: bool(seat.buttons("Your journal")))
    seat.click("Your journal")
    return wait(seat)


def click(seat: Seat, text: str) -> Any:
    """Click, and wait for what comes of it."""
    seat.click(text)
    return wait(seat)


def versions(seat: Seat) -> set[Version]:
    """Everything that the journal of this home holds."""
    return set(seat.journal.versions())


def save_as(monkeypatch: pytest.MonkeyPatch, file: Path | None) -> None:
    """Wherever a new file is to be named, it is this one."""
    monkeypatch.setattr(QFileDialog, "exec", lambda _: 0 if file is None else 1)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(file)])


def choose(monkeypatch: pytest.MonkeyPatch, file: Path | None) -> None:
    """Wherever a file is to be chosen, it is this one."""
    chosen = ("" if file is None else str(file), "")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: chosen)


def choose_folder(monkeypatch: pytest.MonkeyPatch, folder: Path | None) -> None:
    """Wherever a folder is to be chosen, it is this one."""
    chosen = "" if folder is None else str(folder)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: chosen)
