"""The mini window on a real display: what the screen shows of it is what it should show.

Off the screen it never failed. In an X window it stayed empty: it was shown while it was not to be
painted, and nobody painted it later.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.display,
    pytest.mark.skipif(shutil.which("Xvfb") is None, reason="the program Xvfb is not installed"),
]

CHILD = """
import sys
from pathlib import Path

from PySide6.QtTest import QTest

from recovery_coach.app import App
from recovery_coach.gui import make_application, make_window

application = make_application()
app = App(Path(sys.argv[1]))
app.change_settings(welcome_seen=1, theme="dark")
window = make_window(application, app)
window.show()
QTest.qWait(300)
window.sessions.start_by_id("express_3")
QTest.qWait(300)
stage = window.stage
stage.faces.turn_mini()
QTest.qWait(500)
stage.pause()
QTest.qWait(300)
mini = stage.faces.mini
on_screen = mini.screen().grabWindow(mini.winId()).toImage()
wanted = mini.grab().toImage()
places = [(x, y) for x in range(0, mini.width(), 2) for y in range(0, mini.height(), 2)]
alike = sum(on_screen.pixel(*at) == wanted.pixel(*at) for at in places)
print(alike / len(places), window.isVisible(), flush=True)
stage.faces.leave_mini()
QTest.qWait(300)
print(window.isVisible(), flush=True)
window.stage.driver.stop()
window.stage = None
window.close()
app.close()
"""


def test_what_is_on_the_screen_is_what_was_painted(tmp_path: Path, display: str):
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LANGUAGE": "en"}
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(tmp_path)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    (alike, large_meanwhile), (large_after,) = (line.split() for line in done.stdout.splitlines())
    assert float(alike) > 0.98
    assert large_meanwhile == "False"
    assert large_after == "True"
