"""Adds Qt to the app: one application, one window, one instance."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from recovery_coach.app import App
from recovery_coach.desktop.single_instance import SingleInstance, raise_other
from recovery_coach.ui.theme import Look
from recovery_coach.ui.window import MainWindow


def run(basedir: Path | None, files: list[Path]) -> int:
    """Show the window until it is closed; or raise the one that is there. The exit code."""
    application = make_application()
    app = App(basedir)
    if raise_other(app.paths.journal, files):
        app.close()
        return 0
    instance = SingleInstance(app.paths.journal, application)
    if not instance.listen() and raise_other(app.paths.journal, files):
        app.close()
        return 0
    window = make_window(application, app)
    instance.raised.connect(window.open_files)
    window.show()
    if files:
        window.open_files(files)
    try:
        return application.exec()
    finally:
        app.close()


def make_application() -> QApplication:
    """The one QApplication, made or found."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    application = QApplication(sys.argv[:1])
    application.setApplicationName("recovery-coach")
    application.setApplicationDisplayName("Recovery Coach")
    application.setDesktopFileName("recovery-coach")
    application.setStyle("Fusion")
    return application


def make_window(application: QApplication, app: App) -> MainWindow:
    """The window over an app; tests and pictures build it here, too."""
    look = Look(application, app.settings.theme)
    return MainWindow(app, look)
