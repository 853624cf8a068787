"""Bars of weeks: one colour, unknown is a gap, and a week that is not over is told apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from recovery_coach.base.i18n import tr
from recovery_coach.coach.charts import BarsChart, Table
from recovery_coach.insight.load import Loaded
from recovery_coach.insight.plain import Span
from recovery_coach.ui.chart_bars import BarsPlot
from recovery_coach.ui.chart_ink import ChartInk
from recovery_coach.ui.chart_legend import meanings
from recovery_coach.ui.palette import LIGHT
from tests import charts

pytestmark = pytest.mark.usefixtures("look")
INK = ChartInk(LIGHT, 15)
MONDAY = date(2026, 1, 5)


def week(index: int, load: float | None, days: int = 7, uncounted: int = 0) -> Loaded:
    first = MONDAY + timedelta(days=7 * index)
    return Loaded(Span(first, first + timedelta(days=days - 1)), load, 2, uncounted)


def chart(*weeks: Loaded, usual: float | None = None, goal: float | None = None) -> BarsChart:
    return BarsChart(
        title="Load", description="", table=Table((), ()), weeks=weeks, usual=usual, goal=goal
    )


def plot(shown: BarsChart, wide: float = 800) -> BarsPlot:
    return BarsPlot(shown, QRectF(0, 0, wide, 210), INK)


def said(shown: BarsChart, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []
    monkeypatch.setattr(ChartInk, "words", lambda self, p, text, *rest, **more: found.append(text))
    image = QImage(800, 210, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    plot(shown).paint(painter)
    painter.end()
    return found


@given(st.integers(1, 600), st.floats(200, 2000), st.data())
def test_every_week_is_found_where_it_lies(count: int, wide: float, data: st.DataObject):
    made = plot(charts.bars_chart(count), wide)
    index = data.draw(st.integers(0, made.count - 1))
    assert made.index_at(made.place(index).center()) == index
    assert made.index_of(made.span(index).last) == index


def test_a_bar_is_as_high_as_its_load():
    made = plot(chart(week(0, 500), week(1, 1000), week(2, 0)))
    heights = [made.bar(index).height() for index in range(3)]
    assert heights[1] == pytest.approx(2 * heights[0])
    assert 0 < heights[2] < 3, "nothing was trained, and that is known"


def test_what_is_not_known_is_a_gap_and_never_a_zero():
    made = plot(chart(week(0, 500), week(1, None), week(2, 300)))
    assert made.bar(1).isEmpty()
    (gap,) = made.gaps()
    assert gap.center().x() == pytest.approx(made.place(1).center().x())
    assert made.reading(1).lines == ("Not known",)


def test_a_week_that_is_cut_off_takes_as_much_room_as_any_other():
    first = replace(week(0, 500), span=Span(MONDAY + timedelta(days=4), MONDAY + timedelta(days=6)))
    made = plot(chart(first, week(1, 100), week(2, 200, days=2)))
    widths = {round(made.place(index).width(), 6) for index in range(3)}
    assert len(widths) == 1
    assert made.index_of(MONDAY + timedelta(days=14)) == 2


def test_numbers_are_written_above_and_a_plus_where_more_cannot_be_counted(
    monkeypatch: pytest.MonkeyPatch,
):
    found = said(chart(week(0, 500), week(1, 820, uncounted=1)), monkeypatch)
    assert {"500", "820+"} <= set(found)


def test_usual_and_the_aim_are_lines_with_a_word(monkeypatch: pytest.MonkeyPatch):
    found = said(chart(week(0, 500), usual=400, goal=410), monkeypatch)
    assert {"usual", "your aim"} <= set(found)


def test_a_week_that_is_not_over_is_told_and_drawn_otherwise():
    over, not_over = chart(week(0, 9), week(1, 5)), chart(week(0, 9), week(1, 5, days=3))
    assert plot(not_over).reading(1).lines[-1] == "The week is not over"
    assert "a week that is not over" in [one.text for one in meanings(not_over)]
    assert meanings(over) == ()


def test_without_a_week_that_is_said(monkeypatch: pytest.MonkeyPatch):
    assert said(chart(), monkeypatch) == ["No numbers from these days"]


def test_a_week_that_was_cut_off_in_the_past_is_over():
    cut = replace(chart(week(0, 600.0), week(1, 200.0, days=3)), cut=True)
    shown = plot(cut)
    assert shown.reading(1).lines[0].startswith("200")
    assert tr("The week is not over") not in shown.reading(1).lines
    assert tr("The week is not over") in plot(replace(cut, cut=False)).reading(1).lines
