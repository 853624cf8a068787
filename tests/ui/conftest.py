from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from recovery_coach.gui import make_application
from recovery_coach.ui.theme import Look
from tests.fakes import ManualClock
from tests.ui.seat import BODY, Seat


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The program's own application, in the style it is shipped with."""
    application = make_application()
    application.setStyle("Fusion")
    return application


@pytest.fixture
def clock() -> ManualClock:
    """Wednesday 4 March 2026, 07:30."""
    return ManualClock()


@pytest.fixture
def seat(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: ManualClock) -> Iterator[Seat]:
    here = Seat(qtbot, qapp, tmp_path / "home", clock)
    yield here
    here.get_up()


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    font = qapp.font()
    font.setPixelSize(BODY)
    qapp.setFont(font)
    made = Look(qapp, "dark")
    yield made
    made.deleteLater()
