"""Settings as rows of a card: title and help on one side, the control on the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QStyle, QVBoxLayout, QWidget

from recovery_coach.settings.described import Described, Section
from recovery_coach.ui.controls import Control, control_for
from recovery_coach.ui.parts import card, column, row, words
from recovery_coach.ui.theme import Look

WORDS_FROM = 15
"""In body sizes: the words need so much beside the control, else it goes below them."""
SPACING = 12


class SettingRow(QWidget):
    """One setting, and those ``beside`` it; ``controls``, by name, are where they are changed.

    It lays itself out: a layout that turns when it is resized has told a wrong height before.
    """

    def __init__(self, described: Described, beside: Sequence[Described], look: Look) -> None:
        super().__init__()
        self._look = look
        # In the order in which they stand, which is Tab's: the row's own ends the line.
        self.controls = {one.name: control_for(one, look) for one in (*beside, described)}
        self._at_end = _in_line(tuple(self.controls.values()))
        self._texts = QWidget()
        texts = column(self._texts, spacing=2)
        # Where a list's name would be its value, a screen reader takes the label's words.
        for one in (described, *beside):
            title = words(one.title)
            title.setBuddy(self.controls[one.name])
            texts.addWidget(title)
            title.setVisible(one is described)
        if described.help:
            texts.addWidget(words(described.help, "small"))
        for part in (self._texts, self._at_end):
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Narrow, it is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As tall as words and control, side by side or one above the other."""
        words_at, control_at = self._places(width)
        return max(words_at.bottom(), control_at.bottom()) + 1

    def sizeHint(self) -> QSize:
        """Side by side."""
        width = self._look.size(WORDS_FROM) + SPACING + _wanted(self._at_end).width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the control."""
        width = max(_wanted(self._at_end).width(), self._texts.minimumSizeHint().width())
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Other words, or larger ones, ask for other places."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        for part, place in zip(
            (self._texts, self._at_end), self._places(self.width()), strict=True
        ):
            part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))

    def _places(self, width: int) -> tuple[QRect, QRect]:
        wanted = _wanted(self._at_end)
        room = width - wanted.width() - SPACING
        if room < self._look.size(WORDS_FROM):
            tall = self._texts.heightForWidth(width)
            return QRect(0, 0, width, tall), QRect(QPoint(0, tall + SPACING), wanted)
        tall = self._texts.heightForWidth(room)
        whole = max(tall, wanted.height())
        return (
            QRect(0, (whole - tall) // 2, room, tall),
            QRect(QPoint(room + SPACING, (whole - wanted.height()) // 2), wanted),
        )


def _wanted(control: QWidget) -> QSize:
    return control.sizeHint().expandedTo(control.minimumSizeHint())


def _in_line(controls: Sequence[Control]) -> QWidget:
    """The one, or all of them side by side."""
    if len(controls) == 1:
        return controls[0]
    line = QWidget()
    inner = row(line, spacing=SPACING)
    for control in controls:
        inner.addWidget(control)
    return line


def section_card(section: Section, look: Look) -> tuple[QFrame, QVBoxLayout, dict[str, Control]]:
    """A card with all settings of ``section``, its layout, and the controls by name."""
    frame, inner = card(margin=20)
    inner.addWidget(words(section.title, "heading"))
    controls: dict[str, Control] = {}
    for described, beside in _rows(section.settings):
        if controls:
            inner.addWidget(rule())
        made = SettingRow(described, beside, look)
        controls |= made.controls
        inner.addWidget(made)
    return frame, inner, controls


def _rows(settings: Sequence[Described]) -> Iterator[tuple[Described, list[Described]]]:
    """Each setting with those that stand in its row."""
    for index, described in enumerate(settings):
        if not described.beside:
            yield described, list(takewhile(lambda one: one.beside, settings[index + 1 :]))


def rule() -> QFrame:
    """A thin line between two rows."""
    line = QFrame()
    line.setProperty("role", "line")
    line.setFixedHeight(1)
    return line
