"""The keys of a session: those of a keyboard, of a presenter's remote, of headphones.

A presenter's remote sends Page Up and Page Down, a full stop or B (to blank the screen), F5 or
Shift+F5 (to begin the presentation) and Esc. Media keys are heard where they arrive in the window;
none are taken from other programs.
"""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtWidgets import QWidget

from recovery_coach.ui.commands import Commands
from recovery_coach.ui.parts import on_keys

Key = Qt.Key
Keys = tuple[Key | QKeyCombination, ...]

PAUSE: Keys = (
    Key.Key_Space,
    Key.Key_B,
    Key.Key_Period,
    Key.Key_MediaTogglePlayPause,
    Key.Key_MediaPlay,
    Key.Key_MediaPause,
)
HURT: Keys = (Key.Key_H,)
WORRY: Keys = (Key.Key_W,)
BACK: Keys = (Key.Key_Left, Key.Key_PageUp, Key.Key_MediaPrevious)
SKIP: Keys = (Key.Key_Right, Key.Key_PageDown, Key.Key_MediaNext)
SEEK: Keys = (Key.Key_Minus, Key.Key_Underscore, Key.Key_Plus, Key.Key_Equal)
EXTEND: Keys = (Key.Key_E,)
FLOOR: Keys = (Key.Key_F5, QKeyCombination(Qt.Modifier.SHIFT, Key.Key_F5))
MINI: Keys = (Key.Key_N,)
SILENCE: Keys = (Key.Key_M,)
END: Keys = (Key.Key_MediaStop,)


def install_keys(widget: QWidget, commands: Commands) -> None:
    """Have them work in the window of ``widget``, as long as that is shown.

    Shortcuts come before a focused button's own keys, so Space always pauses; a text field keeps
    every letter to itself.
    """
    ways = commands.ways
    on_keys(widget, commands.toggle, *PAUSE)
    on_keys(widget, commands.hurt, *HURT)
    on_keys(widget, ways.worry, *WORRY)
    on_keys(widget, commands.back, *BACK)
    on_keys(widget, commands.skip, *SKIP)
    on_keys(widget, commands.rewind, *SEEK[:2])
    on_keys(widget, commands.forward, *SEEK[2:])
    on_keys(widget, commands.extend, *EXTEND)
    on_keys(widget, ways.floor, *FLOOR)
    on_keys(widget, ways.mini, *MINI)
    on_keys(widget, ways.silence, *SILENCE)
    on_keys(widget, ways.end, *END)
