"""Adds Qt to the app: one application, one window, one instance."""

from __future__ import annotations

import gc
import linecache
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

# The rooms below Qt come first: from its import on, PySide6 reads the source of every module that
# is imported.
import recovery_coach.coach.overview  # noqa: F401
from recovery_coach.app import App
from recovery_coach.base.i18n import SOURCE, language, text_direction
from recovery_coach.base.paths import APP_ID

# isort: split
from PySide6.QtCore import QLibraryInfo, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from recovery_coach.desktop.single_instance import SingleInstance, raise_other
from recovery_coach.ui.geometry import keep, put_back
from recovery_coach.ui.icons import app_icon
from recovery_coach.ui.theme import Look
from recovery_coach.ui.window import MainWindow

if TYPE_CHECKING:
    from recovery_coach.coach.paper import PaperName
    from recovery_coach.coach.report import Report
    from recovery_coach.coach.sheet import Sheet
    from recovery_coach.figure.shots import Shot
    from recovery_coach.ui.around import Presence, Screen
    from recovery_coach.ui.sounding import Sound

SETTLED_MS = 300
"""After this time the window is painted, and what can wait is done."""


def run(basedir: Path | None, files: list[Path]) -> int:
    """Show the window until it is closed; or raise the one that is there. The exit code."""
    application = make_application()
    app = App(basedir)
    _have_qt_speak(application)
    if raise_other(app.paths.journal, files):
        app.close()
        return 0
    application.setWindowIcon(app_icon())
    window = make_window(application, app)
    window.around = Desktop(window)
    put_back(window, app.settings.window)
    window.closing.connect(lambda: keep(window, app))
    window.show()
    if files:
        window.open_files(files)
    QTimer.singleShot(SETTLED_MS, window, lambda: _settle(window, app.paths.journal, files))
    try:
        return application.exec()
    finally:
        app.close()


def _settle(window: MainWindow, journal: Path, files: list[Path]) -> None:
    """Do what the first picture did not wait for."""
    from recovery_coach.desktop.garbage import collect_when_idle

    linecache.clearcache()  # the sources that PySide6 has read
    gc.collect()
    gc.freeze()  # what the start made stays until the end: it need not be looked at again
    collect_when_idle()
    instance = SingleInstance(journal, window)
    instance.raised.connect(window.open_files)
    instance.other_version.connect(window.messages.say_other_version)
    if not instance.listen():  # another start was quicker by a moment
        raise_other(journal, files)
        window.close()
        return
    window.look_after()
    window.share()
    window.offer_note()


class Desktop:
    """What this computer's desktop does for a session; loaded when there is one."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @cached_property
    def screen(self) -> Screen | None:
        """See :class:`~recovery_coach.ui.around.Around`."""
        from recovery_coach.desktop.awake import AwakeScreen

        screen = AwakeScreen(self._window)
        make_application().aboutToQuit.connect(screen.close)
        return screen

    @cached_property
    def presence(self) -> Presence | None:
        """See :class:`~recovery_coach.ui.around.Around`."""
        from recovery_coach.desktop.seat import LoginSeat

        return LoginSeat(self._window)

    @cached_property
    def sound(self) -> Sound | None:
        """See :class:`~recovery_coach.ui.around.Around`."""
        from recovery_coach.desktop.sound import DesktopSound

        return DesktopSound()


def make_application() -> QApplication:
    """The one QApplication, made or found."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    application = QApplication(sys.argv[:1])
    application.setApplicationName("recovery-coach")
    application.setApplicationDisplayName("Recovery Coach")
    application.setDesktopFileName(APP_ID)
    application.setStyle("Fusion")
    return application


def _have_qt_speak(application: QApplication) -> None:
    """Qt's own words, such as the menu of a text field, in the language in use."""
    if language() == SOURCE:
        return
    translator = qt_words(language())
    if translator is not None:
        translator.setParent(application)
        application.installTranslator(translator)


def qt_words(code: str) -> QTranslator | None:
    """What Qt says in a language; None where it has no words in it."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator = QTranslator()
    return translator if translator.load(f"qtbase_{code}", folder) else None


def sheet_file(app: App, sheet: Sheet, paper: PaperName | None) -> tuple[bytes, int]:
    """A routine on paper as a PDF, and its number of pages; no window is opened."""
    from recovery_coach.ui.sheet_file import make_pdf

    make_application()
    return make_pdf(sheet, app.figures, app.settings, paper)


def report_file(app: App, report: Report, paper: PaperName | None) -> tuple[bytes, int]:
    """A report as a PDF, and its number of pages; no window is opened."""
    from recovery_coach.ui.pdf_file import chosen_paper
    from recovery_coach.ui.report_file import report_pdf

    make_application()
    return report_pdf(report, chosen_paper(app.settings, paper))


def figure_file(shot: Shot, title: str, vector: bool) -> bytes:
    """One picture of a figure: SVG where it is to be ``vector``, else PNG; no window is opened."""
    from recovery_coach.ui.figure_file import png_of, svg_of

    make_application()
    return svg_of(shot, title) if vector else png_of(shot)


def make_window(application: QApplication, app: App) -> MainWindow:
    """The window over an app; tests and pictures build it here, too."""
    mirrored = text_direction() == "rtl"
    direction = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
    application.setLayoutDirection(direction)
    chosen = app.settings
    look = Look(application, chosen.theme, chosen.text_size, chosen.reduced_motion)
    return MainWindow(app, look)
