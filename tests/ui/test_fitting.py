"""A label is written as large as its words have room, and no smaller than its smallest size."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from recovery_coach.ui.fitting import Fitted
from recovery_coach.ui.parts import words
from recovery_coach.ui.theme import Look

LONG = "Lie on your back, hips and knees at right angles, feet on a wall or calves on a chair."


def written(qtbot: QtBot, look: Look, text: str, width: int, height: float = 1000) -> int:
    """The pixels of the letters."""
    label = words(text, "stage-cue")
    qtbot.addWidget(label)
    Fitted(label, look, (2.0, 1.4, 1.0), bold=False).fit(width, height)
    label.ensurePolished()
    return label.font().pixelSize()


@pytest.mark.parametrize(
    ("text", "width", "height", "factor"),
    [
        ("Hold", 300, 100, 2.0),
        (LONG, 500, 1000, 2.0),
        (LONG, 500, 75, 1.4),
        (LONG, 500, 10, 1.0),
        ("Hüftbeugerdehnung", 250, 1000, 1.4),
        ("", 10, 10, 1.0),
    ],
)
def test_it_is_as_large_as_there_is_room(
    qtbot: QtBot, look: Look, text: str, width: int, height: int, factor: float
):
    assert written(qtbot, look, text, width, height) == look.size(factor)


def test_with_room_again_it_is_large_again(qtbot: QtBot, look: Look):
    label = words(LONG, "set-chip", wrap=False)
    qtbot.addWidget(label)
    fitted = Fitted(label, look, (1.6, 0.9), bold=True, chip=True)
    fitted.fit(300)
    assert "border-radius" in label.styleSheet()
    fitted.fit(3000)
    assert not label.styleSheet()
