"""A person in front of the window: what they see, press and click. The clock is in their hand."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from recovery_coach.app import App
from recovery_coach.base.files import write_atomically
from recovery_coach.coach.checks import answer, note
from recovery_coach.gui import make_window
from recovery_coach.journal import Entry, Journal, PainEntry, Record
from recovery_coach.library.loader import Library
from recovery_coach.library.models import Routine, Step
from recovery_coach.redflags.model import Value
from recovery_coach.ui.big_words import BigWords
from recovery_coach.ui.stage import StagePage
from recovery_coach.ui.window import MainWindow
from tests import factories
from tests.checks import all_none
from tests.fakes import ManualClock

R = TypeVar("R", bound=Record)
W = TypeVar("W", bound=QWidget)

BODY = 15
"""The font size the design is drawn at."""
SMALL = Library(factories.EXERCISES, {})
"""A catalogue of a handful of exercises with round seconds."""

_catalogue: list[bytes] = []


class Seat:
    """One home folder, one clock, one window at a time."""

    def __init__(
        self, qtbot: QtBot, application: QApplication, home: Path, clock: ManualClock
    ) -> None:
        self.qtbot = qtbot
        self.application = application
        self.home = home
        self.clock = clock
        self._app: App | None = None
        self._window: MainWindow | None = None

    # -- sitting down and getting up ---------------------------------------------------------

    def prepare(self, library: Library | None = None, **settings: Any) -> App:
        """The app of this home, welcome seen unless ``settings`` says otherwise."""
        if self._app is None:
            self._app = App(self.home, self.clock)
            if library is not None:
                self._app.__dict__["library"] = library
            elif _catalogue:
                write_atomically(self._app.paths.catalogue_cache, _catalogue[0])
            elif self._app.library:
                _catalogue.append(self._app.paths.catalogue_cache.read_bytes())
            self._app.change_settings(**{"welcome_seen": 1, "theme": "dark", **settings})
        return self._app

    def prepare_as_it_is(self) -> App:
        """The app of this home, its settings as they stand in the file."""
        self._app = App(self.home, self.clock)
        return self._app

    def sit_down(self, library: Library | None = None, body: int = BODY) -> MainWindow:
        """Open the window and wait until it is there."""
        app = self.prepare(library)
        font = self.application.font()
        font.setPixelSize(body)
        self.application.setFont(font)
        self._window = make_window(self.application, app)
        self._window.show()
        with self.qtbot.waitActive(self._window, timeout=5000):
            pass
        return self._window

    def practise(self, *steps: Step, identifier: str = "test_routine") -> StagePage:
        """Sit down and start a routine of the small catalogue."""
        self.window_of_today()
        return self.start(*steps, identifier=identifier)

    def window_of_today(self) -> MainWindow:
        """Sit down before the small catalogue."""
        return self.sit_down(SMALL)

    def start(
        self, *steps: Step, identifier: str = "test_routine", gentle: bool = False
    ) -> StagePage:
        """Start a routine, as its page would."""
        made = factories.routine(*steps, identifier=identifier)
        self.window.start(replace(made, access=("self-care", "book")) if gentle else made)
        self.application.processEvents()
        return self.stage

    def checked(self, number: int, **answers: Value) -> None:
        """A number, and a check in which nothing was found: the next session has had its own."""
        journal, now = self.prepare().journal, self.clock.now()
        note(journal, PainEntry(nrs=number, at=now, source="today"), now)
        began = (now - timedelta(hours=60)).isoformat()
        told = {"onset_time": began, "trend": "better", "movement_provoked": "yes", **answers}
        answer(journal, all_none(**told), now)
        self.application.processEvents()

    def crash(self) -> None:
        """The process is gone in mid-session, and with it what only it held."""
        lock = self.stage.practice._lock
        assert lock is not None
        assert lock._handle is not None
        os.close(lock._handle)  # as the system does it: the file stays behind
        lock._handle = None
        self.get_up()

    def get_up(self) -> None:
        """Close the window, whatever it was doing, and the app with it."""
        window, self._window = self._window, None
        if window is not None:
            close_window(window)
        if self._app is not None:
            self._app.close()
            self._app = None

    # -- what is there -----------------------------------------------------------------------

    @property
    def app(self) -> App:
        assert self._app is not None
        return self._app

    @property
    def window(self) -> MainWindow:
        assert self._window is not None
        return self._window

    @property
    def page(self) -> Any:
        return self.window.page

    @property
    def stage(self) -> StagePage:
        assert isinstance(self.window.stage, StagePage)
        return self.window.stage

    @property
    def journal(self) -> Journal:
        return self.app.journal

    def records(self, kind: type[R]) -> list[R]:
        """What the journal holds of a kind, the newest first."""
        entries: list[Entry[R]] = self.journal.latest(kind, 100)
        return [entry.record for entry in entries]

    # -- what is seen ------------------------------------------------------------------------

    @property
    def texts(self) -> list[str]:
        """Every word that is shown, page, sidebar and messages, as a person reads it."""
        shown = (text_of(widget) for widget in self.all(QWidget))
        return [text.replace("\N{NO-BREAK SPACE}", " ") for text in shown if text]

    def sees(self, words: str) -> bool:
        return any(words in text for text in self.texts)

    def all(self, kind: type[W]) -> Iterator[W]:
        """The visible widgets of a kind."""
        return (w for w in self.window.findChildren(kind) if w.isVisible())

    def buttons(self, text: str) -> list[QAbstractButton]:
        return [b for b in self.all(QAbstractButton) if b.text() == text]

    def can_start(self) -> bool:
        """Whether anything that is shown, by its words or its name, begins a session."""
        begins = ("Start", "Do this one now")
        shown = ((b.text(), b.accessibleName()) for b in self.all(QAbstractButton))
        return any(text.startswith(begins) for texts in shown for text in texts)

    def button(self, text: str) -> QAbstractButton:
        """The one visible button of this text."""
        found = self.buttons(text)
        assert len(found) == 1, f"{len(found)} buttons {text!r} among {self.texts}"
        return found[0]

    # -- what is done ------------------------------------------------------------------------

    def click(self, target: str | QWidget, at: QPoint | None = None) -> None:
        """Click with the mouse; a disabled widget takes none, so that is no test of anything."""
        widget = self.button(target) if isinstance(target, str) else target
        assert widget.isVisible()
        assert widget.isEnabled()
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or QPoint())
        self.application.processEvents()  # what is new is shown once its layout is

    def see_a_professional(self, fine: str = "Yes") -> None:
        """Say that somebody has looked at what stands, and what they said of exercise."""
        self.click("I have been seen by a professional")
        self.click(fine)
        self.click("Save")

    def press(
        self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press keys where the focus is."""
        for key in keys:
            self.qtbot.keyClick(self._focused(), key, modifier)
            self.application.processEvents()

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self._focused(), text)
        self.application.processEvents()

    def undo(self) -> None:
        self.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)

    def _focused(self) -> QWidget:
        return self.application.focusWidget() or self.window

    # -- time --------------------------------------------------------------------------------

    def pass_time(self, seconds: float, step: float = 0.25) -> None:
        """Let time pass for the session, its timer firing as often as it would."""
        while seconds > 1e-9:
            self.clock.advance(min(step, seconds))
            seconds -= step
            fire(self.stage)
        self.application.processEvents()


def fire(stage: StagePage) -> None:
    """Let the driver's timer time out now."""
    (timer,) = stage.driver.findChildren(QTimer)
    timer.timeout.emit()


def close_window(window: MainWindow) -> None:
    """Close it whatever it was doing, and let nothing of it stay behind."""
    if window.stage is not None:
        window.stage.driver.stop()
        window.stage.faces.leave_mini()
        window.stage = None  # a session under way would ask before it ends
    window.close()
    window.look.deleteLater()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def text_of(widget: QWidget) -> str:
    """What a widget says: its words, or its name where it paints them itself."""
    if isinstance(widget, QLabel):
        return widget.text()
    if isinstance(widget, QAbstractButton):
        return widget.text() or widget.accessibleName()
    if isinstance(widget, BigWords):
        return widget.text
    return ""


def steps(*exercises: str, **changes: Any) -> tuple[Step, ...]:
    return tuple(Step(exercise=name, **changes) for name in exercises)


def small_library(*routines: Routine) -> Library:
    return Library(factories.EXERCISES, {routine.id: routine for routine in routines})
