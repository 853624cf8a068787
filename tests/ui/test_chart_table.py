"""The numbers as a table: all of them, each row opened, thousands of them at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from recovery_coach.ui.chart_card import ChartCard
from recovery_coach.ui.chart_table import MOST, ChartTable
from recovery_coach.ui.parts import on_keys
from recovery_coach.ui.theme import Look
from tests import charts

Key = Qt.Key


@pytest.fixture
def table(qtbot: QtBot, look: Look) -> Iterator[ChartTable]:
    made = ChartTable(look)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show_chart(charts.time_chart(84))
    made.show()
    with qtbot.waitActive(made, timeout=5000):
        pass
    yield made
    made.close()


def test_it_has_the_heads_and_the_rows_of_the_chart(table: ChartTable):
    shown = charts.time_chart(84).table
    model = table.rows
    assert model.rowCount() == len(shown.rows)
    heads = [model.headerData(i, Qt.Orientation.Horizontal) for i in range(model.columnCount())]
    assert tuple(heads) == shown.heads
    cells = [model.data(model.index(3, column)) for column in range(3)]
    assert tuple(cells) == shown.rows[3]


def test_enter_and_space_open_the_row_and_are_not_the_windows(table: ChartTable, qtbot: QtBot):
    opened: list[date] = []
    pressed: list[bool] = []
    table.day_opened.connect(opened.append)
    on_keys(table, lambda: pressed.append(True), Key.Key_Return)
    days = table.rows.table.days
    for key in (Key.Key_Return, Key.Key_Down, Key.Key_Enter, Key.Key_Down, Key.Key_Space):
        qtbot.keyClick(table, key)
    assert opened == list(days[:3])
    assert pressed == []


def test_a_click_opens_the_row(table: ChartTable, qtbot: QtBot):
    opened: list[date] = []
    table.day_opened.connect(opened.append)
    at = table.visualRect(table.rows.index(2, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened == [table.rows.table.days[2]]


def test_rows_without_a_day_are_not_opened(table: ChartTable, qtbot: QtBot):
    from dataclasses import replace

    opened: list[date] = []
    table.day_opened.connect(opened.append)
    chart = charts.time_chart(84)
    table.show_chart(replace(chart, table=replace(chart.table, days=())))
    qtbot.keyClick(table, Key.Key_Space)
    assert opened == []


def test_tab_leaves_it(table: ChartTable):
    assert not table.tabKeyNavigation()


def test_it_is_as_tall_as_its_rows_up_to_some(table: ChartTable, look: Look):
    many = table.height()
    table.show_chart(charts.pairs_chart(3))
    assert table.height() < many
    assert many <= look.size(2.1) * (MOST + 2)


def test_it_has_a_name(table: ChartTable):
    interface = QAccessible.queryAccessibleInterface(table)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == "Pain, as a table"


def test_ten_years_of_days_are_shown_as_fast_as_ten_days(table: ChartTable):
    from time import process_time

    chart = charts.time_chart(3650, missing=0)
    began = process_time()
    table.show_chart(chart)
    table.grab()
    assert process_time() - began < 0.5
    assert table.rows.rowCount() > 3000


# -- the card ----------------------------------------------------------------------------------


@pytest.fixture
def card(qtbot: QtBot, look: Look) -> Iterator[ChartCard]:
    made = ChartCard(look)
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show_chart(charts.time_chart(84), "Median 4.")
    made.show()
    with qtbot.waitActive(made, timeout=5000):
        pass
    yield made
    made.close()


def test_the_table_takes_the_place_of_the_chart_and_gives_it_back(card: ChartCard):
    assert card.view.isVisible()
    assert card.legend.isVisible()
    assert not card.table.isVisible()
    card.table_button.click()
    assert card.table.isVisible()
    assert not card.view.isVisible()
    assert not card.legend.isVisible()
    card.table_button.click()
    assert card.view.isVisible()


def test_it_stays_a_table_when_other_numbers_are_shown(card: ChartCard):
    card.table_button.click()
    card.show_chart(charts.time_chart(28), "Median 3.")
    assert card.table.isVisible()
    assert card.table.rows.rowCount() == len(charts.time_chart(28).table.rows)


def test_the_way_back_to_the_whole_is_there_only_where_one_looked_into_a_part(card: ChartCard):
    wanted: list[object] = []
    card.zoomed.connect(wanted.append)
    assert not card.whole_button.isVisible()
    card.show_chart(charts.time_chart(28), "", charts.span_of(84))
    assert card.whole_button.isVisible()
    card.whole_button.click()
    assert wanted == [None]


def test_a_day_is_opened_from_the_chart_and_from_the_table(card: ChartCard, qtbot: QtBot):
    opened: list[date] = []
    card.day_opened.connect(opened.append)
    card.view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(card.view, Key.Key_Return)
    card.table_button.click()
    qtbot.keyClick(card.table, Key.Key_Return)
    assert opened == [charts.TODAY, card.table.rows.table.days[0]]


def test_title_sentence_and_legend_are_words(card: ChartCard):
    assert (card.title.text(), card.lead.text()) == ("Pain", "Median 4.")
    assert "no number" in card.legend.accessibleName()
    assert "from this day on" in card.legend.accessibleName()
    assert card.table_button.accessibleName() == "Pain: show as a table"


def test_the_legend_names_only_what_is_in_the_chart(card: ChartCard):
    from dataclasses import replace

    chart = charts.time_chart(84)
    card.show_chart(replace(chart, gaps=(), events=(), sessions=()))
    assert card.legend.accessibleName() == "each number, median of the day"
    card.show_chart(replace(charts.heat_map(1), values=((charts.TODAY - timedelta(0), 3.0),)))
    assert not card.legend.isVisible()
