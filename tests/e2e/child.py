"""The real program with somebody sitting before it: `python -m tests.e2e.child FOLDER [FILE...]`.

It runs ``gui.run`` unchanged. A timer beside it reports to stdout whenever another page or another
number is shown, a session changes its state or its segment, or something else has the focus; and it
clicks the button whose words the test puts into FOLDER/click, closes the window if there is
FOLDER/close, and tells in FOLDER/there where on the screen the day in FOLDER/where is in a chart.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from recovery_coach.gui import make_application, run
from recovery_coach.ui.chart_view import ChartView
from recovery_coach.ui.stage import StagePage
from recovery_coach.ui.window import MainWindow


class Sitter:
    """Looks at the window a few times a second."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self._order = folder / "click"
        self._closing = folder / "close"
        self._where, self._there = folder / "where", folder / "there"
        self._said = ""
        self._moves = 0
        application.focusChanged.connect(self._count)
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(50)

    def _count(self) -> None:
        self._moves += 1

    def _look(self) -> None:
        windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
        if not windows or not windows[0].isVisible():
            return
        window = windows[0]
        said = f"{type(window.page).__name__} number={window.today.strip.value}"
        if isinstance(window.page, StagePage):
            player = window.page.practice.player
            before = window.page.desk.before.value
            said += f" {player.state} segment={player.segment.index} before={before}"
        keyed = "active" if window.isActiveWindow() else "inactive"
        said += f" focus={focused_name()} #{self._moves} {keyed}"
        if said != self._said:
            self._said = said
            print(said, flush=True)
        if self._closing.exists():
            self._closing.unlink()
            window.close()
        if self._where.exists():
            self._tell_where(window)
        if self._order.exists():
            wanted = self._order.read_text(encoding="utf-8")
            for button in window.findChildren(QPushButton):
                if button.isVisible() and button.isEnabled() and button.text() == wanted:
                    self._order.unlink()
                    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                    return

    def _tell_where(self, window: MainWindow) -> None:
        """The middle of a day in the first chart that is shown and has it."""
        day = date.fromisoformat(self._where.read_text(encoding="utf-8"))
        for view in window.findChildren(ChartView):
            plot = view.plot if view.isVisible() else None
            index = plot.index_of(day) if plot is not None else None
            if plot is not None and index is not None:
                at = view.mapToGlobal(plot.place(index).center())
                self._there.write_text(f"{at.x():.0f} {at.y():.0f}", encoding="utf-8")
                self._where.unlink()
                return


def focused_name() -> str:
    """What has the focus, by the words a screen reader says."""
    focused = QApplication.focusWidget()
    interface = focused and QAccessible.queryAccessibleInterface(focused)
    if not interface:
        return ""
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description)
    return ", ".join(text for kind in kinds if (text := interface.text(kind)))


if __name__ == "__main__":
    application = make_application()
    sitter = Sitter(application, Path(sys.argv[1]))
    sys.exit(run(None, [Path(name) for name in sys.argv[2:]]))
