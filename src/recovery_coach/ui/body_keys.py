"""What keys mean on the body map; the widget is in ``body_map``."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

Key = Qt.Key
Reason = Qt.FocusReason

ARROWS = {Key.Key_Left: (-1, 0), Key.Key_Right: (1, 0), Key.Key_Up: (0, -1), Key.Key_Down: (0, 1)}
"""Right and down; the body is never mirrored."""
STEPS = {"+": 1, "=": 1, "-": -1, "−": -1}
"""``=`` is the plus of a keyboard without Shift."""
BY_KEYBOARD = (Reason.TabFocusReason, Reason.BacktabFocusReason, Reason.ShortcutFocusReason)
COMES_BACK = (Reason.ActiveWindowFocusReason, Reason.PopupFocusReason)
"""The window was left, and is there again."""
COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def digit_in(event: QKeyEvent) -> int | None:
    """The digit that was typed, in any script."""
    text = "" if event.modifiers() & COMMANDS else event.text()
    return int(text) if len(text) == 1 and text.isdecimal() else None


def step_in(event: QKeyEvent) -> int:
    """One up or one down; 0, where neither was typed."""
    return 0 if event.modifiers() & COMMANDS else STEPS.get(event.text(), 0)
