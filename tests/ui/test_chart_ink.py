"""The same charts on paper: lines, areas and letters that can be marked, and no picture."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from recovery_coach.coach.charts import Chart
from recovery_coach.ui.chart_ink import hatching, paper_ink
from recovery_coach.ui.chart_legend import legend_of
from recovery_coach.ui.chart_plot import height_of, paint_chart
from recovery_coach.ui.palette import CONTRAST, DARK, LIGHT, PAPER, Palette, contrast
from recovery_coach.ui.sheet_ink import FINE
from tests import charts
from tests.ui.pdf import Pdf

pytestmark = pytest.mark.usefixtures("look")

MADE: dict[str, tuple[Callable[[], Chart], str]] = {
    "points": (lambda: charts.time_chart(84), "DeadliftPR"),
    "days": (lambda: charts.time_chart(365), "lowesttohighest"),
    "weeks": (lambda: charts.time_chart(3650), "medianoftheweek"),
    "nothing": (lambda: charts.time_chart(14, missing=1.0), "Nonumbersfromthesedays"),
    "calendar": (lambda: charts.heat_map(84), "Jan2026"),
    "small calendar": (lambda: charts.heat_map(700), "Wed"),
    "pairs": (lambda: charts.pairs_chart(), "lowerafter"),
    "bars": (lambda: charts.bars_chart(), "aweekthatisnotover"),
}


def printed(chart: Chart) -> Pdf:
    """The chart and its legend on a page, as a report has them."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(72 * FINE)
    size, upright = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(size, upright, QMarginsF(0, 0, 0, 0)))
    painter = QPainter(writer)
    painter.scale(FINE, FINE)
    ink = paper_ink()
    place = QRectF(40, 40, 515, height_of(chart, 515, ink))
    paint_chart(painter, place, chart, ink)
    legend_of(chart, 515, ink).paint(painter, 40, place.bottom() + 6)
    painter.end()
    buffer.close()
    return Pdf(bytes(content.data()))


@pytest.mark.parametrize("name", list(MADE))
def test_on_paper_all_of_it_is_lines_and_letters(name: str):
    make, expected = MADE[name]
    pdf = printed(make())
    assert pdf.images == 0
    (page,) = pdf.pages
    assert expected in page.text


def test_days_and_numbers_are_letters_too():
    (page,) = printed(charts.time_chart(84)).pages
    assert "January2026" in page.text
    assert "10" in page.text


# -- what is hatched ---------------------------------------------------------------------------

SIDES = st.floats(1, 400)


@given(st.floats(-50, 500), st.floats(-50, 500), SIDES, SIDES)
def test_slanted_lines_stay_within_their_rectangle(x: float, y: float, wide: float, high: float):
    place = QRectF(x, y, wide, high)
    around = place.adjusted(-0.01, -0.01, 0.01, 0.01)
    lines = hatching([place], 5.0)
    assert all(around.contains(line.p1()) and around.contains(line.p2()) for line in lines)
    assert len(lines) >= int((wide + high) / 5.0) - 2


# -- colours -----------------------------------------------------------------------------------


@pytest.mark.parametrize("palette", [DARK, LIGHT, CONTRAST, PAPER], ids=lambda one: one.name)
def test_lines_dots_and_signs_stand_out_from_the_ground(palette: Palette):
    ink = paper_ink() if palette is PAPER else type(paper_ink())(palette, 15)
    assert contrast(palette.teal, palette.surface) >= 3
    assert contrast(palette.muted, palette.surface) >= 3
    for value in range(11):
        ring = ink.outline(ink.score(value, True)).name()
        assert contrast(ring, palette.surface) >= 3
