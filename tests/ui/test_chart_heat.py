"""The calendar of numbers: every day in its weekday's row, its number written, or as high as it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from recovery_coach.ui.chart_heat import HeatPlot
from recovery_coach.ui.chart_ink import ChartInk
from recovery_coach.ui.palette import CONTRAST, DARK, LIGHT, PAPER, contrast, ink_on
from recovery_coach.ui.theme import pain_colour
from tests import charts

pytestmark = pytest.mark.usefixtures("look")
INK = ChartInk(LIGHT, 15)


def plot(days: int, wide: float = 800, ink: ChartInk = INK) -> HeatPlot:
    chart = charts.heat_map(days)
    return HeatPlot(chart, QRectF(0, 0, wide, HeatPlot.height_of(chart, wide, ink)), ink)


def written(made: HeatPlot, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(ChartInk, "words", lambda self, p, text, *rest, **more: said.append(text))
    image = QImage(900, 600, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    made.paint(painter)
    painter.end()
    return said


@given(st.integers(1, 4000), st.floats(200, 2500), st.integers(0, 6), st.data())
def test_every_day_is_found_where_it_lies(
    days: int, wide: float, first_weekday: int, data: st.DataObject
):
    chart = replace(charts.heat_map(1), span=charts.span_of(days), first_weekday=first_weekday)
    made = HeatPlot(chart, QRectF(5, 7, wide, 300), INK)
    index = data.draw(st.integers(0, days - 1))
    assert made.index_at(made.place(index).center()) == index
    assert made.place(index).right() <= 5 + wide + 0.01
    assert made.index_of(chart.span.first + timedelta(days=index)) == index


@given(st.integers(1, 1000), st.integers(0, 6))
def test_a_weekday_has_a_row_of_its_own(days: int, first_weekday: int):
    chart = replace(charts.heat_map(1), span=charts.span_of(days), first_weekday=first_weekday)
    fields = HeatPlot(chart, QRectF(0, 0, 800, 300), INK).fields
    assert fields.first.weekday() == first_weekday
    assert fields.first <= chart.span.first < fields.first + timedelta(days=7)


def test_beside_and_between_the_fields_there_is_no_day():
    made = plot(28)
    assert made.index_at(QPointF(1, 50)) is None
    assert made.index_at(QPointF(790, 50)) is None
    assert made.index_at(QPointF(60, 2)) is None


def test_with_room_the_numbers_are_written(monkeypatch: pytest.MonkeyPatch):
    made = plot(84)
    said = written(made, monkeypatch)
    assert made.is_written
    assert sum(text.isdecimal() for text in said) == len(made.chart.values)
    assert {"Mon", "Sun", "Jan 2026", "Feb"} <= set(said)


def test_without_room_a_field_is_as_full_as_its_number(monkeypatch: pytest.MonkeyPatch):
    made = plot(365, 1000)
    assert not made.is_written
    assert not any(text.isdecimal() for text in written(made, monkeypatch))


def test_what_is_too_wide_goes_on_below_with_its_own_weekdays():
    assert plot(900).fields.rows > 1
    assert plot(900, 400).rect.height() > plot(900).rect.height()


@pytest.mark.parametrize("palette", [DARK, LIGHT, CONTRAST, PAPER], ids=lambda one: one.name)
@pytest.mark.parametrize("value", range(11))
def test_a_number_can_be_read_on_its_colour(palette: object, value: int):
    colour = pain_colour(palette, value).name()  # type: ignore[arg-type]
    assert contrast(ink_on(colour), colour) >= 4.5


def test_it_is_read():
    made = plot(84)
    there = {day for day, _ in made.chart.values}
    for index in range(made.count):
        (line,) = made.reading(index).lines
        assert (line == "No number") == (made.span(index).first not in there)
