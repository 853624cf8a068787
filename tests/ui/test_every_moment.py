"""Whatever a routine of the catalogue has to say: in the smallest window the stage is whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from recovery_coach.ui.window import MainWindow
from tests import pictures
from tests.ui.seat import BODY, close_window
from tests.ui.test_layout import faults

TWO_HOURS = 7200
"""After that the number of before is an old one, and asked for again."""


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    font = qapp.font()
    font.setPixelSize(BODY)
    qapp.setFont(font)
    made, app = pictures.open_page(qapp, "dark", tmp_path, "today")
    made.resize(900, 600)
    made.show()
    yield made
    close_window(made)
    app.close()


@pytest.mark.parametrize("floor", [False, True], ids=["desk", "floor"])
def test_every_moment_of_every_routine_is_whole(
    qapp: QApplication, window: MainWindow, floor: bool
):
    found = {
        f"{routine}, {moment}: {fault}"
        for routine in window.app.library.routines
        for moment in moments(qapp, window, routine, floor)
        for fault in faults(window)
    }
    assert not found, "\n".join(sorted(found))


def moments(
    application: QApplication, window: MainWindow, routine: str, floor: bool = False
) -> Iterator[str]:
    """The stage of ``routine`` in each of its moments that has other words than the others."""
    window.clock.advance(TWO_HOURS)  # type: ignore[attr-defined]
    window.sessions.start_by_id(routine)
    stage = window.stage
    assert stage is not None
    stage.driver.stop()
    stage.faces.show_floor(floor)
    player, met = stage.practice.player, set()
    for segment in player.timeline.segments:
        if (shape := (segment.step, segment.kind, segment.side)) not in met:
            met.add(shape)
            stage.driver.stop()
            stage._show()
            for _ in range(3):
                application.processEvents()
            yield f"{segment.index} {segment.kind}"
        if segment is not player.timeline.segments[-1]:
            stage.practice.handle(player.skip())
    window.stage = None
    window.show_today()
    window.remove_page(stage)
