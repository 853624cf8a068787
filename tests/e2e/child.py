"""The real program with somebody sitting before it: `python -m tests.e2e.child FOLDER [FILE...]`.

It runs ``gui.run`` unchanged. A timer beside it reports to stdout whenever another page or another
number is shown, and clicks the button whose words the test puts into FOLDER/click.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from recovery_coach.gui import make_application, run
from recovery_coach.ui.window import MainWindow


class Sitter:
    """Looks at the window a few times a second."""

    def __init__(self, folder: Path) -> None:
        self._order = folder / "click"
        self._said = ""
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(50)

    def _look(self) -> None:
        windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
        if not windows or not windows[0].isVisible():
            return
        window = windows[0]
        said = f"{type(window.page).__name__} number={window.today.strip.value}"
        if said != self._said:
            self._said = said
            print(said, flush=True)
        if self._order.exists():
            wanted = self._order.read_text(encoding="utf-8")
            for button in window.findChildren(QPushButton):
                if button.isVisible() and button.isEnabled() and button.text() == wanted:
                    self._order.unlink()
                    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                    return


if __name__ == "__main__":
    application = make_application()
    sitter = Sitter(Path(sys.argv[1]))
    sys.exit(run(None, [Path(name) for name in sys.argv[2:]]))
