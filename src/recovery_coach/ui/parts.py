"""The small parts every page is made of: words in their roles, buttons in their kinds, cards."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, TypeVar

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

Layout = TypeVar("Layout", bound=QBoxLayout)

# At run time nothing: a class can have one parent only that is Qt's.
if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object

PAGE_MARGIN = 40
PAGE_TOP = 28
UNBOUNDED = 16_777_215
"""Pixels: the largest width Qt knows."""

TextRole = Literal[
    "hero", "title", "heading", "lead", "brand", "muted", "small", "kicker", "teal", "alarm",
    "advice", "advice-short", "asked", "chip", "key", "side-chip", "mini-side", "state-chip",
    "set-chip", "stage-title", "stage-cue", "stage-kicker", "level", "level-alarm",
    "alarm-kicker", "body",
]  # fmt: skip
ButtonKind = Literal[
    "plain", "primary", "outline", "hurts", "choice", "quiet", "nav", "filter", "chip", "top", "day"
]  # fmt: skip


def words(text: str, role: TextRole = "body", wrap: bool = True) -> QLabel:
    """A label; plain text always, so that nothing a person wrote is taken for markup."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setWordWrap(wrap)
    return label


def listed(text: str, role: TextRole = "body") -> QHBoxLayout:
    """One line of a list: where it goes on in the next one, that begins below the words."""
    line = row(spacing=8)
    line.addWidget(words("•", role, wrap=False), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(words(text, role), 1)
    return line


class Toggling(_Button):
    """A button that may stay pressed, for screen readers too.

    What they do to one is ``toggle()``, which Qt takes for no click: nobody would act upon it.
    ``clicked`` tells of it here; the program's own ``setChecked`` stays silent.
    """

    _silent = False

    def setCheckable(self, checkable: bool) -> None:
        """Called once, if at all."""
        super().setCheckable(checkable)
        self.toggled.connect(self._on_toggled)

    def setChecked(self, checked: bool) -> None:
        """Qt's own calls do not come by here."""
        before, self._silent = self._silent, True
        super().setChecked(checked)
        self._silent = before

    def nextCheckState(self) -> None:
        """A click, which tells of itself; or another of the group was chosen."""
        before, self._silent = self._silent, True
        super().nextCheckState()
        self._silent = before

    def _on_toggled(self, checked: bool) -> None:
        if not self._silent:
            self.clicked.emit()


ARROW_KEYS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})


class LeavesArrows(_Button):
    """One of several buttons whose arrows are the row's: Qt's own would choose what they pass."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand an arrow on."""
        if event.key() in ARROW_KEYS:
            event.ignore()
            return
        super().keyPressEvent(event)


class PushButton(Toggling, QPushButton):
    """Every push button of the program."""


def button(
    text: str, on_click: Callable[[], object], kind: ButtonKind = "plain", hint: str = ""
) -> QPushButton:
    """A push button; ``hint`` is its tooltip and its description for a screen reader."""
    made = PushButton(text)
    made.setProperty("kind", kind)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if hint:
        made.setToolTip(hint)
        made.setAccessibleDescription(hint)
    made.clicked.connect(lambda: on_click())
    return made


def card(role: str = "card", margin: int = 28) -> tuple[QFrame, QVBoxLayout]:
    """A card and the layout to fill it."""
    frame = QFrame()
    frame.setProperty("role", role)
    return frame, column(frame, margin=margin, spacing=12)


def column(parent: QWidget | None = None, margin: int = 0, spacing: int = 12) -> QVBoxLayout:
    """A column."""
    layout = QVBoxLayout(parent) if parent else QVBoxLayout()
    return _spaced(layout, margin, spacing)


def row(parent: QWidget | None = None, margin: int = 0, spacing: int = 12) -> QHBoxLayout:
    """A row."""
    layout = QHBoxLayout(parent) if parent else QHBoxLayout()
    return _spaced(layout, margin, spacing)


def _spaced(layout: Layout, margin: int, spacing: int) -> Layout:
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    return layout


def set_text(label: QLabel, text: str) -> None:
    """Change a label only where it really changes, and hide it where it has nothing to say."""
    if label.text() != text:
        label.setText(text)
    if label.isHidden() == bool(text):
        label.setVisible(bool(text))


def set_name(widget: QWidget, name: str) -> None:
    """Name a widget anew for a screen reader, only where the name really changes."""
    if widget.accessibleName() != name:
        widget.setAccessibleName(name)


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say ``text`` now, wherever the focus is."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def on_keys(
    widget: QWidget, action: Callable[[], object], *keys: Qt.Key | QKeyCombination | QKeySequence
) -> None:
    """In the window of ``widget``, as long as that is shown, any of ``keys`` does it.

    Once for each time one is pressed, however long it is held down.
    """
    for key in keys:
        shortcut = QShortcut(QKeySequence(key), widget)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(action)


def clear(layout: QBoxLayout) -> None:
    """Take everything out of a layout, and away."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            break
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()


class ScrollPage(QScrollArea):
    """A page as wide as the window that scrolls when it is too tall: the only scroll bar on it.

    ``widest`` is in pixels where the text has 15, and grows with it.
    """

    begins = False
    """Whether something can be begun here: not while a grave level stands."""
    _inner: QWidget | None = None

    def __init__(self, name: str, widest: int = 1160) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        outer = QWidget()
        outer.setProperty("role", "page")
        inner = QWidget()
        self._widest = widest
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        around = row(outer, spacing=0)
        around.addStretch(1)
        around.addWidget(inner, 1000)
        around.addStretch(1)
        self.body = column(inner, spacing=16)
        self.body.setContentsMargins(PAGE_MARGIN, PAGE_TOP, PAGE_MARGIN, PAGE_TOP)
        self.setWidget(outer)
        self._inner = inner
        self._widen()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text, a wider page."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._widen()

    def _widen(self) -> None:
        if self._inner is not None:
            self._inner.setMaximumWidth(self._widest * self.font().pixelSize() // 15)


class Live:
    """A page that is opened and left, and shows what may be written meanwhile."""

    def refresh(self) -> None:
        """Show what is true now."""
        raise NotImplementedError


class LivePage(ScrollPage, Live):
    """One that scrolls."""
