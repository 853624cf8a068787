"""Pairs: every one is drawn, and which way it goes is a shape."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from recovery_coach.ui.chart_ink import ChartInk
from recovery_coach.ui.chart_legend import meanings
from recovery_coach.ui.chart_pairs import PairsPlot, add_head, way_of
from recovery_coach.ui.palette import LIGHT
from tests import charts

pytestmark = pytest.mark.usefixtures("look")
INK = ChartInk(LIGHT, 15)


@given(st.integers(1, 400), st.floats(200, 2000), st.data())
def test_every_pair_is_found_where_it_lies(count: int, wide: float, data: st.DataObject):
    made = PairsPlot(charts.pairs_chart(count), QRectF(3, 0, wide, 200), INK)
    index = data.draw(st.integers(0, count - 1))
    assert made.index_at(made.place(index).center()) == index
    assert made.place(index).right() <= 3 + wide


def test_beside_them_there_is_none():
    made = PairsPlot(charts.pairs_chart(2), QRectF(0, 0, 800, 200), INK)
    assert made.index_at(QPointF(0, 50)) is None
    assert made.index_at(QPointF(700, 50)) is None


def test_the_way_is_a_shape():
    heads = {}
    for change in (-2, 0, 1):
        path = QPainterPath()
        add_head(path, way_of(change), QPointF(50, 50), 5)
        heads[change] = path.boundingRect()
    assert heads[-2].bottom() == 50, "an arrow whose tip is at the second number, from above"
    assert heads[1].top() == 50, "from below"
    assert heads[0].center() == QPointF(50, 50), "a ring around it"


def test_both_numbers_are_read():
    made = PairsPlot(charts.pairs_chart(3), QRectF(0, 0, 800, 200), INK)
    pair = made.chart.pairs[1]
    assert made.reading(1).lines == (f"before: {pair.first}", f"after: {pair.second}")
    assert made.span(1).first == pair.occasion.day


def test_the_legend_names_the_ways_that_there_are():
    chart = charts.pairs_chart(31)
    assert [one.text for one in meanings(chart)] == [
        "lower after",
        "the same after",
        "higher after",
    ]
    assert meanings(charts.pairs_chart(0)) == ()
