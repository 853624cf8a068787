"""PySide6 must not lose references to None.

PySide6 6.12.0 drops one in almost every call of a Qt method that returns nothing, on Python 3.10
and 3.11: after some thousands of calls the interpreter aborts with "deallocating None". 6.11.3 is
sound. Since Python 3.12 None is immortal and cannot be lost: there the pinned version is checked.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 1000
SLACK = 100
ROOT = Path(__file__).resolve().parents[2]


def test_a_version_is_pinned_that_was_found_sound():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (pin,) = (need for need in project["dependencies"] if need.startswith("PySide6"))
    assert pin == f"PySide6-Essentials=={PySide6.__version__}"
    assert PySide6.__version_info__[:3] != (6, 12, 0)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_thousands_of_calls_that_return_nothing_keep_every_reference_to_none(qtbot: QtBot):
    label = QLabel()
    qtbot.addWidget(label)
    timer = QTimer(label)
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
        label.update()
        label.setEnabled(True)
        label.setAccessibleName("a number")
        label.resize(40, 40)
        timer.start(60_000)
        timer.stop()
        label.hide()
    assert abs(sys.getrefcount(None) - before) < SLACK
