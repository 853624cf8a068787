from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from recovery_coach.base.i18n import use_language
from recovery_coach.base.paths import find_resources
from recovery_coach.gui import make_application
from recovery_coach.ui.window import MainWindow
from tests import pictures
from tests.ui.seat import BODY, close_window

LOCALE = find_resources() / "locale"
Speak = Callable[[str], None]
Opened = Callable[[str], MainWindow]


@pytest.fixture
def speak(monkeypatch: pytest.MonkeyPatch) -> Iterator[Speak]:
    """Has everything in a language, as if the system were set to it; in English again after."""

    def in_language(code: str) -> None:
        monkeypatch.setenv("LANGUAGE", code)
        use_language(LOCALE)

    yield in_language
    use_language(LOCALE, ["en"])


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return make_application()


@pytest.fixture
def opened(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    """Opens a page of ``tests.pictures`` at 900x600."""
    todo = []

    def open_page(name: str) -> MainWindow:
        font = qapp.font()
        font.setPixelSize(BODY)
        qapp.setFont(font)
        window, app = pictures.open_page(qapp, "dark", tmp_path / name, name)
        todo.append((window, app))
        window.resize(900, 600)
        window.show()
        for _ in range(4):
            qapp.processEvents()
        return window

    yield open_page
    for window, app in todo:
        close_window(window)
        app.close()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
