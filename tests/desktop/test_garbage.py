"""Garbage goes in the window's thread, whoever makes it."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import gc, sys, threading
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from recovery_coach.desktop.garbage import collect_when_idle

class Widget(QWidget):
    pass

def throw_away():
    for _ in range(50):
        widget = Widget()
        widget.itself = widget  # only a collection finds it
        widget.destroyed.connect(
            lambda: died.append(threading.current_thread().name), Qt.DirectConnection
        )

def make_many():
    kept = [[] for _ in range(200_000)]

application = QApplication([])
died = []
if sys.argv[1] == "idle":
    collect_when_idle()
gc.collect()
throw_away()
other = threading.Thread(target=make_many, name="other")
other.start()
other.join()
rest = [[] for _ in range(1000)]
QTimer.singleShot(50, application.quit)
application.exec()
print(sorted(set(died)), len(died))
"""


def died_in(how: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", CODE, how], capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout.strip()


def test_a_widget_dies_in_the_windows_thread():
    assert died_in("idle") == "['MainThread'] 50"


def test_or_else_it_would_die_in_any():
    """If this fails, Python or PySide has learned to do better, and garbage.py may go."""
    assert "other" in died_in("as it is")
