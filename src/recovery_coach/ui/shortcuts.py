"""Every key of the program, in one table: the settings page shows it, and "?" anywhere.

A test compares it with the shortcuts that are really installed.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.ui import session_keys
from recovery_coach.ui.parts import button, card, column, row, words
from recovery_coach.ui.theme import Look
from recovery_coach.ui.veil import Veil

Key = Qt.Key


@dataclass(frozen=True, slots=True)
class Line:
    """Keys that do the same: as they are shown, what they do, and the shortcuts they are."""

    shown: tuple[str, ...]
    does: str
    installed: tuple[Qt.Key | QKeyCombination | QKeySequence.StandardKey, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Keys that work in the same place."""

    title: str
    lines: tuple[Line, ...]


def groups() -> tuple[Group, ...]:
    """The table, in the language of this moment."""
    return (
        _everywhere(),
        _where_one_searches(),
        _in_the_calendar(),
        _in_a_session(),
        _in_a_choice(),
        _on_the_body_map(),
        _in_a_chart(),
    )


def _everywhere() -> Group:
    undo = QKeySequence(QKeySequence.StandardKey.Undo)
    return Group(
        tr("Everywhere"),
        (
            Line(("?",), tr("Show this list"), (Key.Key_Question,)),
            Line(
                (undo.toString(QKeySequence.SequenceFormat.NativeText),),
                tr("Take back what you did last"),
                (QKeySequence.StandardKey.Undo,),
            ),
            Line(
                (tr("Esc"),),
                tr("Back to Today; not now, in a check; in a session it asks whether to end"),
                (Key.Key_Escape,),
            ),
            Line(
                (tr("Enter"),),
                tr("Press the button that is marked; Done, where a session waits"),
                (Key.Key_Return, Key.Key_Enter),
            ),
            Line(("F", "F11"), tr("Full screen, and back"), (Key.Key_F, Key.Key_F11)),
        ),
    )


def _where_one_searches() -> Group:
    find = QKeySequence(QKeySequence.StandardKey.Find)
    return Group(
        tr("On the exercises and in the journal"),
        (
            Line(
                ("/", find.toString(QKeySequence.SequenceFormat.NativeText)),
                tr("Search"),
                (Key.Key_Slash, QKeySequence.StandardKey.Find),
            ),
            Line(("↓",), tr("From the search to what was found")),
            Line(("←", "→", "↑", "↓"), tr("Turn the figure that is marked")),
        ),
    )


def _in_the_calendar() -> Group:
    return Group(
        tr("In the calendar of the journal"),
        (
            Line(("←", "→", "↑", "↓"), tr("A day or a week back or on")),
            Line((tr("Page Up"), tr("Page Down")), tr("A month back or on")),
            Line((tr("Space"), tr("Enter")), tr("Open the day")),
        ),
    )


def _in_a_session() -> Group:
    return Group(
        tr("In a session"),
        (
            Line((tr("Space"), "B", "."), tr("Pause, and go on"), session_keys.PAUSE),
            Line(("H",), tr("This hurts: stops at once"), session_keys.HURT),
            Line(
                ("W",),
                tr("Something new or worrying: stops at once, and asks"),
                session_keys.WORRY,
            ),
            Line(("←", tr("Page Up")), tr("Back"), session_keys.BACK),
            Line(("→", tr("Page Down")), tr("Skip"), session_keys.SKIP),
            Line(("−", "+"), tr("Ten seconds back, ten seconds on"), session_keys.SEEK),
            Line(("E",), tr("Ten more seconds of this"), session_keys.EXTEND),
            Line(
                ("F", "F5"),
                tr("Floor view: full screen, to be read from the mat"),
                session_keys.FLOOR,
            ),
            Line(("N",), tr("Mini window that stays on top, and back"), session_keys.MINI),
            Line(("M",), tr("Silence, and sound again"), session_keys.SILENCE),
            Line(
                (tr("Media keys"),),
                tr("Play and pause, previous, next; stop asks whether to end"),
                session_keys.END,
            ),
        ),
    )


def _in_a_choice() -> Group:
    return Group(
        tr("In a row of numbers or choices"),
        (
            Line(("←", "→"), tr("Move; nothing is chosen yet")),
            Line((tr("Space"), tr("Enter")), tr("Choose")),
            Line(("0–9",), tr("Answer with this number at once")),
        ),
    )


def _on_the_body_map() -> Group:
    return Group(
        tr("On the body map"),
        (
            Line(("←", "→", "↑", "↓"), tr("Move over the body")),
            Line((tr("Space"), tr("Enter")), tr("Mark this place")),
            Line(("0–9",), tr("Its score; 1 and 0 one after the other are 10")),
            Line(("−", "+"), tr("One less, one more")),
            Line((tr("Del"),), tr("Take the mark away")),
            Line((tr("Esc"),), tr("Choose no place")),
        ),
    )


def _in_a_chart() -> Group:
    return Group(
        tr("In a chart"),
        (
            Line(("←", "→", "↑", "↓"), tr("Read another day, or another week")),
            Line((tr("Page Up"), tr("Page Down")), tr("A week or more back or on")),
            Line((tr("Home"), tr("End")), tr("The first, the last")),
            Line((tr("Enter"),), tr("Open the day, or look into what is marked")),
            Line((tr("Shift") + " ←", tr("Shift") + " →"), tr("Mark days to look into")),
            Line(("−", "+"), tr("Look at more days, or closer")),
            Line((tr("Esc"),), tr("Back to the whole time")),
        ),
    )


def keys_table() -> QGridLayout:
    """All groups as rows of one table: the keys as caps, and what they do."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    for group in groups():
        if grid.count():
            grid.setRowMinimumHeight(grid.rowCount(), 12)
        grid.addWidget(words(group.title, "kicker"), grid.rowCount(), 0, 1, 2)
        for line in group.lines:
            place = grid.rowCount()
            grid.addWidget(_caps(line), place, 0)
            grid.addWidget(words(line.does), place, 1)
    return grid


def _caps(line: Line) -> QWidget:
    made = QWidget()
    caps = row(made, spacing=6)
    for shown in line.shown:
        caps.addWidget(words(shown, "key", wrap=False))
    caps.addStretch(1)
    return made


class ShortcutsOverlay(Veil):
    """The table over the window; Esc or Close take it away."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, look, tr("Keys"))
        frame, inner = card(margin=24)
        frame.setMaximumWidth(look.size(50))
        head = row()
        head.addWidget(words(tr("Keys"), "title"), 1)
        self.close_button = button(tr("Close"), self.lift, hint=tr("Esc"))
        head.addWidget(self.close_button)
        inner.addLayout(head)
        inner.addWidget(self._scrolled(), 1)
        outer = row(self, margin=24)
        outer.addStretch(1)
        outer.addWidget(frame, 100)
        outer.addStretch(1)
        self.show()
        self.raise_()
        self._scroll.setFocus()

    def _scrolled(self) -> QScrollArea:
        inside = QWidget()
        layout = column(inside)
        layout.addLayout(keys_table())
        layout.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(tr("Keys"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        return self._scroll

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays with the list and its button: what lies behind is not there for now."""
        target = self._scroll if self.close_button.hasFocus() else self.close_button
        target.setFocus(Qt.FocusReason.TabFocusReason)
        return True
