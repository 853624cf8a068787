"""The program's own icon: there in the sizes a window needs, seen on any ground."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from recovery_coach.ui.icons import WINDOW_SIZES, app_icon, app_pixmap
from recovery_coach.ui.palette import contrast

PANELS = ("#000000", "#131B23", "#F6F4EF", "#FFFFFF")


def test_the_window_has_it_in_each_size(qapp):
    sizes = [size.width() for size in app_icon().availableSizes()]
    assert sorted(sizes) == sorted(WINDOW_SIZES)


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("size", [16, 48])
def test_its_ground_stands_out_from_any_panel(qapp, size: int, panel: str):
    ground = app_pixmap(size).toImage().pixelColor(size // 2, size // 5)
    assert contrast(ground.name(), panel) >= 3


@pytest.mark.parametrize("size", [16, 22, 32, 64])
def test_the_figure_stands_out_from_its_ground(qapp, size: int):
    image = app_pixmap(size).toImage()
    colours = [image.pixelColor(x, y) for x in range(size) for y in range(size)]
    brightest = max((one for one in colours if one.alpha() == 255), key=QColor.lightness)
    ground = image.pixelColor(size // 2, size // 5)
    assert contrast(brightest.name(), ground.name()) >= 3
