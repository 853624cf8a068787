"""Python's garbage is collected by the window's thread alone, in a moment with nothing to do.

A widget dies in the thread that collects it. Python collects in whichever thread makes an object
too many, and to take a widget away in any but its own ends the process: so with a second thread in
the house, Python must not choose.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QAbstractEventDispatcher


def collect_when_idle() -> None:
    """From now on; call it in the window's thread."""
    gc.disable()
    dispatcher = QAbstractEventDispatcher.instance()
    if dispatcher is not None:
        dispatcher.aboutToBlock.connect(_collect)


def _collect() -> None:
    """As much as Python would have by now: it goes on counting."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return
