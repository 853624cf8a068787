"""Where the window was: kept when it closes, and restored where there still is a screen for it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from recovery_coach.app import App

FARTHEST = 1_000_000
"""Pixels: a number beyond this was never a place on a screen."""

Place = tuple[int, ...]
"""Left and top of the frame, width and height of the inside, and 1 where it was maximised."""


def fitted(size: QSize, screens: Sequence[QRect]) -> QSize:
    """``size``, but no larger than the first of ``screens``."""
    return size.boundedTo(screens[0].size()) if screens else size


def restored(place: Place, screens: Sequence[QRect]) -> QRect | None:
    """``place`` on the screen that it lies on most, moved and cut to be whole there.

    None where it lies on no screen: one was unplugged, or the numbers are nobody's.
    """
    if len(place) != 5 or any(abs(number) > FARTHEST for number in place):
        return None
    wanted = QRect(*place[:4])
    common = [(_area(screen.intersected(wanted)), screen) for screen in screens]
    area, screen = max(common, key=lambda pair: pair[0], default=(0, QRect()))
    if area <= 0:
        return None
    size = wanted.size().boundedTo(screen.size())
    left = min(max(wanted.left(), screen.left()), screen.right() + 1 - size.width())
    top = min(max(wanted.top(), screen.top()), screen.bottom() + 1 - size.height())
    return QRect(QPoint(left, top), size)


def _area(common: QRect) -> int:
    return common.width() * common.height() if common.isValid() else 0


def place_of(window: QWidget) -> Place:
    """Where ``window`` is; maximised, where it would be else."""
    large = window.isMaximized() or window.isFullScreen()
    inside = window.normalGeometry() if large else window.geometry()
    corner = inside.topLeft() + window.frameGeometry().topLeft() - window.geometry().topLeft()
    size = inside.size()
    return (corner.x(), corner.y(), size.width(), size.height(), int(window.isMaximized()))


def put_back(window: QWidget, place: Place) -> None:
    """Before it is shown: to where it was, or as it is, but never larger than the screen."""
    screens = [screen.availableGeometry() for screen in window.screen().virtualSiblings()]
    found = restored(place, screens)
    if found is None:
        window.resize(fitted(window.size(), screens))
        return
    window.resize(found.size())
    window.move(found.topLeft())
    if place[4]:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def keep(window: QWidget, app: App) -> None:
    """When it closes: remember where, if that is new.

    Not over a file in which something could not be read: nobody has chosen anything yet, and the
    mistake is still to be seen there. There is nobody left to tell that it could not be written.
    """
    place = place_of(window)
    if place != app.settings.window and not app.settings_problems:
        with suppress(OSError):
            app.change_settings(window=place)
