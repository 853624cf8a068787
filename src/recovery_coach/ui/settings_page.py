"""Settings: every one as a row with its control; then the data, the keys, and what this is.

Drawn from ``settings.described``. A change is told by ``changed``; the window puts it in force,
writes it, and offers to take it back.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from recovery_coach.app import App
from recovery_coach.base.i18n import languages, tr
from recovery_coach.base.problems import Problem
from recovery_coach.coach.numbers import countries
from recovery_coach.settings.described import Described, in_words, sections
from recovery_coach.settings.store import ready_to_save
from recovery_coach.ui.about import about_card
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.line_field import LineField
from recovery_coach.ui.parts import ScrollPage, button, card, clear, column, words
from recovery_coach.ui.problems import problem_lines
from recovery_coach.ui.setting_rows import rule, section_card
from recovery_coach.ui.shortcuts import keys_table
from recovery_coach.ui.theme import Look

if TYPE_CHECKING:
    from recovery_coach.ui.around import Around
    from recovery_coach.ui.controls import Control
    from recovery_coach.ui.sound_check import SoundCheck, What

SETTLED_MS = 250
"""After this time the page is painted, and nobody has changed anything yet."""
NOTHING = " "
"""In a line that keeps its place while it is empty: nothing below it moves."""


class SettingsPage(ScrollPage):
    """Shows the settings; ``changed`` carries a name, its new value, and both in words."""

    changed = Signal(str, object, str)
    folder_opened = Signal(Path)
    background_wanted = Signal()
    keeping_wanted = Signal()
    """The page of the journal as a file."""
    said = Signal(str)

    def __init__(self, app: App, look: Look, around: Around) -> None:
        super().__init__(tr("Settings"))
        self._app = app
        self._around = around
        self._check: SoundCheck | None = None
        self._data = app.paths.data
        self.controls: dict[str, Control] = {}
        self.body.addWidget(words(tr("Settings"), "title"))
        self._problems = column()
        self.body.addLayout(self._problems)
        places = [(code, tr(country.name)) for code, country in countries().items()]
        spoken = languages(app.resources / "locale")
        for section in sections(spoken, sorted(places, key=lambda place: place[1])):
            frame, inner, controls = section_card(section, look)
            self.body.addWidget(frame)
            if "silent" in controls:
                inner.addWidget(rule())
                inner.addLayout(self._tests())
            self.controls |= controls
            for described in section.settings:
                self._listen(described)
        self.refresh()
        QTimer.singleShot(0, self, self._add_the_rest)

    def _add_the_rest(self) -> None:
        """What is below the first picture: half of the page, which that need not wait for."""
        self.body.addWidget(self._health_card())
        self.body.addWidget(self._data_card())
        self.body.addWidget(_keys_card())
        self.body.addWidget(about_card())
        self.body.addStretch(1)
        QTimer.singleShot(SETTLED_MS, self, ready_to_save)

    def refresh(self) -> None:
        """Show what holds now."""
        clear(self._problems)
        if self._app.settings_problems:
            self._problems.addWidget(_problems_card(self._app.settings_problems))
        for name, control in self.controls.items():
            control.show_value(getattr(self._app.settings, name))
        self._show_usual_numbers()

    def _show_usual_numbers(self) -> None:
        """What is called where the person has no number of their own."""
        place = countries().get(self._app.settings.country)
        usual = {"own_emergency": "", "own_advice": ""}
        if place is not None:
            usual = {"own_emergency": place.emergency, "own_advice": place.advice}
        for name, number in usual.items():
            field = self.controls[name]
            if isinstance(field, LineField):
                field.show_usual(number)

    def _listen(self, described: Described) -> None:
        def on_chosen(value: object) -> None:
            self.changed.emit(described.name, value, in_words(described, value))

        self.controls[described.name].chosen.connect(on_chosen)

    def _tests(self) -> QVBoxLayout:
        """Buttons to hear how loud it is, and in words what is heard."""
        lines = column(spacing=8)
        line = Flow(spacing=12)
        tests: tuple[tuple[What, str], ...] = (
            ("voice", tr("Test the voice")),
            ("tones", tr("Test the tones")),
            ("end", tr("Test the end")),
        )
        line.show_items([button(text, partial(self._test, what)) for what, text in tests])
        lines.addWidget(line)
        self.heard = words(NOTHING, "muted")
        lines.addWidget(self.heard)
        return lines

    def _test(self, what: What) -> None:
        from recovery_coach.ui.sound_check import SoundCheck

        if self._check is None:
            sounds = self._app.paths.sounds
            self._check = SoundCheck(lambda: self._around.sound, self._app.mix, sounds, self)
            self._check.told.connect(lambda text: self.heard.setText(text or NOTHING))
        self._check.play(what)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing sounds on another page."""
        super().hideEvent(event)
        if self._check is not None:
            self._check.stop()

    def _health_card(self) -> QFrame:
        frame, inner = card(margin=20)
        inner.addWidget(words(tr("Health background"), "heading"))
        text = tr("What to know of your health, and moves to leave out. All of it is optional.")
        inner.addWidget(words(text))
        opener = button(tr("Open"), self.background_wanted.emit)
        opener.setAccessibleName(tr("Open the health background"))
        inner.addWidget(opener, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _data_card(self) -> QFrame:
        frame, inner = card(margin=20)
        inner.addWidget(words(tr("Your data"), "heading"))
        text = tr(
            "The journal and your own routines are plain files in this folder. Backups, moving to"
            " another computer and who can read it are on a page of their own."
        )
        inner.addWidget(words(text))
        inner.addWidget(words(breakable(str(self._data)), "muted"))
        line = Flow(spacing=12)
        line.show_items(
            [
                button(tr("Your journal"), self.keeping_wanted.emit),
                button(tr("Open the folder"), lambda: self.folder_opened.emit(self._data)),
                button(tr("Copy the path"), self._copy),
            ]
        )
        inner.addWidget(line)
        return frame

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self._data))
        self.said.emit(tr("Copied."))


def _problems_card(problems: Sequence[Problem]) -> QFrame:
    frame, inner = card(margin=20)
    inner.addWidget(words(tr("Some settings could not be read"), "heading"))
    text = tr("The usual ones are used in their place. Whatever you choose here mends the file.")
    inner.addWidget(words(text))
    inner.addWidget(words(breakable(str(problems[0].file)), "small"))
    for problem in problems:
        inner.addLayout(problem_lines(problem))
    return frame


def _keys_card() -> QFrame:
    frame, inner = card(margin=20)
    inner.addWidget(words(tr("Keys"), "heading"))
    inner.addLayout(keys_table())
    return frame


def breakable(path: str) -> str:
    """A path that may go on in the next line after any of its folders."""
    return path.replace("/", "/\u200b").replace("\\", "\\\u200b")
