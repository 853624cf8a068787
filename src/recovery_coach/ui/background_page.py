"""Health background: what to know of somebody's health, and the moves that do not suit them.

Everything is optional. What is chosen is told by a signal and written at once; what the journal
then holds is what the page shows.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from recovery_coach.base.i18n import tr
from recovery_coach.coach.background import VALUES, Background, read_background
from recovery_coach.coach.overview import Overview
from recovery_coach.library.naming import caution_short
from recovery_coach.settings.described import Described
from recovery_coach.ui.background_words import dated, questions, switches, value_words
from recovery_coach.ui.controls import ChoiceBox, Control
from recovery_coach.ui.parts import LivePage, button, card, column, set_text, words
from recovery_coach.ui.setting_rows import SettingRow, rule
from recovery_coach.ui.theme import Look

NOT_SAID = object()
"""What stands for an answer that is not known: none of the choices."""


class BackgroundPage(LivePage):
    """Shows the background of an :class:`Overview`; call :meth:`refresh` when it changed."""

    left = Signal()
    answered = Signal(str, object, str)
    """A field, its value or None, and what to say of it."""
    code_set = Signal(str, bool, str)
    """A caution code, whether it is on, and what to say of it."""

    def __init__(self, overview: Overview, look: Look) -> None:
        super().__init__(tr("Health background"))
        self.overview = overview
        self._look = look
        self.controls: dict[str, Control] = {}
        self.lines: dict[str, QLabel] = {}
        self._helps: dict[str, str] = {}
        self._declined: set[str] = set()
        back = button(tr("Back"), self.left.emit)
        self.body.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(words(tr("Health background"), "title"))
        text = tr("Everything here is optional, and it stays on this computer.")
        self.body.addWidget(words(text, "lead"))
        self.body.addWidget(self._questions_card())
        self.body.addWidget(self._codes_card())
        self.body.addStretch(1)
        self.refresh()

    def _questions_card(self) -> QFrame:
        frame, inner = card(margin=20)
        inner.addWidget(words(tr("About your health"), "heading"))
        text = tr(
            "A check of warning signs takes it into account, so that it need not ask each time."
        )
        inner.addWidget(words(text, "muted"))
        self._add_rows(inner, questions())
        return frame

    def _codes_card(self) -> QFrame:
        frame, inner = card(margin=20)
        inner.addWidget(words(tr("Leave out what does not suit me"), "heading"))
        text = tr(
            "A move that one of these speaks against is left out of every routine, or done another"
            " way. You see what was changed before you start."
        )
        inner.addWidget(words(text, "muted"))
        exercises = self.overview.library.exercises.values()
        self._add_rows(inner, switches([exercise.cautions for exercise in exercises]))
        return frame

    def _add_rows(self, inner: QVBoxLayout, rows: Iterable[Described]) -> None:
        for described in rows:
            inner.addWidget(rule())
            made = SettingRow(described, (), self._look)
            if isinstance(box := made.controls[described.name], ChoiceBox):
                box.setPlaceholderText(tr("Choose"))
            self.controls |= made.controls
            self._helps[described.name] = described.help
            line = column(spacing=4)
            line.addWidget(made)
            self.lines[described.name] = words("", "small")
            line.addWidget(self.lines[described.name])
            inner.addLayout(line)
            self._listen(described)

    def _listen(self, described: Described) -> None:
        on_chosen = self._on_answer if described.name in VALUES else self._on_code
        self.controls[described.name].chosen.connect(partial(on_chosen, described))

    def _on_answer(self, described: Described, value: object) -> None:
        self._declined.discard(described.name)
        text = tr("Left open.")
        if value is None:
            self._declined.add(described.name)
        else:
            text = tr("Kept: {answer}").format(answer=value_words(str(value)))
        self.answered.emit(described.name, value, text)

    def _on_code(self, described: Described, on: object) -> None:
        text = tr("Left out from now on: {what}") if on else tr("No longer left out: {what}")
        what = caution_short(described.name)
        self.code_set.emit(described.name, bool(on), text.format(what=what))

    # -- what holds ------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what holds now."""
        background = read_background(self.overview.journal, self.overview.now)
        checked = self.overview.standing().verdict.codes
        for name, control in self.controls.items():
            if name in VALUES:
                unknown = None if name in self._declined else NOT_SAID
                control.show_value(background.answers.get(name, unknown))
                self._say(name, dated(background, name))
            else:
                self._show_code(name, control, background, name in checked)

    def _show_code(self, code: str, control: Control, background: Background, check: bool) -> None:
        """A code that is on by an answer is not to be switched off here."""
        chosen = code in background.chosen
        follows = code in background.following and not chosen
        control.show_value(chosen or follows)
        control.setEnabled(not follows)
        why = tr("On, because of your answer above.") if follows else ""
        if check and not chosen:
            why = tr("On for now, because of your last check.")
        self._say(code, why)

    def _say(self, name: str, text: str) -> None:
        """Below a row, and to a screen reader with the row's help."""
        set_text(self.lines[name], text)
        help_and_text = " ".join(part for part in (self._helps[name], text) if part)
        self.controls[name].setAccessibleDescription(help_and_text)
