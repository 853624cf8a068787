"""The controls of a setting: a row of choices, a list, seconds, a switch.

Each emits ``chosen`` only for what a person did, carries the setting's name and help for a screen
reader, and leaves the mouse wheel to the page: nothing changes by being scrolled past.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QStyledItemDelegate,
    QWidget,
)

from recovery_coach.base.i18n import tr
from recovery_coach.settings.described import Choice, Described, Line, Seconds
from recovery_coach.ui.line_field import LineField
from recovery_coach.ui.own_keys import ENTER, LeavesWheel, OwnKeys, is_typed
from recovery_coach.ui.parts import LeavesArrows, PushButton, Toggling, row
from recovery_coach.ui.stepper import Stepper
from recovery_coach.ui.theme import Look

WIDEST = 32.0
"""In body sizes: choices that need more room side by side are a list to open instead."""

ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
Options = Sequence[tuple[object, str]]


class Segment(LeavesArrows, PushButton):
    """One of a few choices."""

    def __init__(self, label: str, name: str) -> None:
        super().__init__(label)
        self.setProperty("kind", "segment")
        self.setCheckable(True)
        self.setAutoExclusive(True)  # a screen reader tells one of several by it
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)


class Segments(QWidget):
    """A few choices side by side: one tab stop; arrows move, Space or Enter chooses."""

    chosen = Signal(object)

    def __init__(self, described: Described, options: Options) -> None:
        super().__init__()
        self.setProperty("role", "segments")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        _name(self, described)
        self._values = [value for value, _ in options]
        self._group = QButtonGroup(self)
        self.buttons: list[Segment] = []
        layout = row(self, margin=4, spacing=2)
        for index, (_, label) in enumerate(options):
            words = tr("{setting}: {choice}").format(setting=described.title, choice=label)
            made = Segment(label, words)
            made.setAccessibleDescription(described.help)
            self._group.addButton(made, index)
            self.buttons.append(made)
            made.clicked.connect(lambda _, index=index: self.chosen.emit(self._values[index]))
            layout.addWidget(made, 1)

    def show_value(self, value: object) -> None:
        """Show ``value`` as chosen; none, where it is not among the choices."""
        self._group.setExclusive(False)
        for made, own in zip(self.buttons, self._values, strict=True):
            made.setChecked(own == value)
        self._group.setExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow moves to the neighbour, as it is seen."""
        if not pass_focus(self, self.buttons, event):
            super().keyPressEvent(event)


def pass_focus(row_: QWidget, buttons: Sequence[QWidget], event: QKeyEvent) -> bool:
    """Have an arrow move the focus among ``buttons``, as they are seen; whether it was one."""
    step = ARROWS.get(Qt.Key(event.key()))
    if step is None:
        return False
    mirrored = row_.layoutDirection() == Qt.LayoutDirection.RightToLeft
    if mirrored and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        step = -step
    here = next((i for i, made in enumerate(buttons) if made.hasFocus()), 0)
    there = min(max(0, here + step), len(buttons) - 1)
    buttons[there].setFocus(Qt.FocusReason.TabFocusReason)
    return True


class ChoiceBox(OwnKeys, LeavesWheel, QComboBox):
    """Many choices: a list to open, or to find in by typing."""

    chosen = Signal(object)

    def __init__(self, described: Described, options: Options, look: Look) -> None:
        super().__init__()
        _name(self, described)
        self._look = look
        self._values = [value for value, _ in options]
        self.addItems([label for _, label in options])
        self.setItemDelegate(QStyledItemDelegate(self))  # else the sheet cannot space the items
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.activated.connect(lambda index: self.chosen.emit(self._values[index]))

    def show_value(self, value: object) -> None:
        """Show ``value`` as chosen; nothing, where it is not among the choices."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def takes(self, event: QKeyEvent) -> bool | None:
        """A letter finds an entry, Enter opens the list; the window's own keys wait."""
        return True if is_typed(event) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the list, too."""
        if event.key() in ENTER:
            self.showPopup()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, and an arrow in the colour of the theme."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._look.palette.muted), max(2, self._look.size(0.12))))
        size = self._look.size(0.32)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self._look.size(1.1) if mirrored else self.width() - self._look.size(1.1)
        tip = QPointF(x, self.height() / 2 + size / 2)
        sides = (QPointF(-size, -size), QPointF(0, 0), QPointF(size, -size))
        painter.drawPolyline(QPolygonF([tip + side for side in sides]))
        painter.end()


class Switch(Toggling, QAbstractButton):
    """On or off: a pill whose knob stands left or right, with the word beside it."""

    chosen = Signal(object)

    def __init__(self, described: Described, look: Look) -> None:
        super().__init__()
        _name(self, described)
        self._look = look
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(lambda: self.chosen.emit(self.isChecked()))
        look.changed.connect(self.updateGeometry)

    def show_value(self, value: object) -> None:
        """Show it on or off."""
        self.setChecked(bool(value))

    def sizeHint(self) -> QSize:
        """The longer word, and the pill."""
        metrics = self.fontMetrics()
        wide = max(metrics.horizontalAdvance(word) for word in (tr("On"), tr("Off")))
        return QSize(wide + self._look.size(4.4), self._look.size(2.4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Knob, pill and word; a ring where the keyboard is."""
        colours, size = self._look.palette, self._look.size
        on = self.isChecked()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        pill = QRectF(0, 0, size(3.0), size(1.6))
        pill.moveCenter(QPointF(0, self.height() / 2))
        pill.moveLeft(4 if mirrored else self.width() - pill.width() - 4)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = colours.text if self.hasFocus() else colours.teal if on else colours.muted
        painter.setPen(QPen(QColor(edge), 2))
        painter.setBrush(QColor(colours.teal if on else colours.raised))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        knob = QRectF(0, 0, size(1.0), size(1.0))
        knob.moveCenter(pill.center())
        off = pill.width() / 2 - pill.height() / 2
        knob.translate(off if on != mirrored else -off, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.on_teal if on else colours.muted))
        painter.drawEllipse(knob)
        place = QRectF(self.rect())
        if mirrored:
            place.setLeft(pill.right() + size(0.7))
        else:
            place.setRight(pill.left() - size(0.7))
        side = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        painter.setPen(QColor(colours.text))
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, tr("On") if on else tr("Off"))
        painter.end()


Control = Segments | ChoiceBox | LineField | Stepper | Switch


def control_for(described: Described, look: Look) -> Control:
    """The control that suits what a setting takes."""
    kind = described.control
    if isinstance(kind, Seconds):
        return Stepper(described.title, described.help, kind.most)
    if isinstance(kind, Line):
        return LineField(described.title, described.help, kind.empty, look)
    if isinstance(kind, Choice):
        wide = sum(1.6 + 0.6 * len(label) for _, label in kind.options)
        if wide <= WIDEST and not kind.folded:
            return Segments(described, kind.options)
        return ChoiceBox(described, kind.options, look)
    return Switch(described, look)


def _name(widget: QWidget, described: Described) -> None:
    widget.setAccessibleName(described.title)
    widget.setAccessibleDescription(described.help)
