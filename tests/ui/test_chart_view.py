"""A chart in the window: pointed at, walked by keyboard, heard, opened, and looked into."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QImage,
    QInputDevice,
    QMouseEvent,
    QPainter,
    QPointingDevice,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from recovery_coach.coach.charts import Chart
from recovery_coach.insight.plain import Span
from recovery_coach.ui import chart_surface
from recovery_coach.ui.chart_bubble import paint_bubble
from recovery_coach.ui.chart_ink import screen_ink
from recovery_coach.ui.chart_view import ChartView
from recovery_coach.ui.parts import on_keys
from recovery_coach.ui.theme import Look
from tests import charts
from tests.charts import TODAY

Key = Qt.Key
Button = Qt.MouseButton
Kind = QEvent.Type
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Person:
    """Someone before a chart; what was opened, wanted and heard."""

    def __init__(self, qtbot: QtBot, view: ChartView, before: QLineEdit) -> None:
        self.qtbot = qtbot
        self.view = view
        self.before = before
        self.opened: list[date] = []
        self.wanted: list[Span | None] = []
        self.heard: list[str] = []
        view.day_opened.connect(self.opened.append)
        view.zoomed.connect(self.wanted.append)

    def show(self, chart: Chart, whole: Span | None = None) -> None:
        self.view.show_chart(chart, whole)
        QApplication.processEvents()

    def come_in(self) -> None:
        self.before.setFocus()
        self.qtbot.keyClick(self.before, Key.Key_Tab)
        assert self.view.hasFocus()

    def press(
        self, *keys: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        for key in keys:
            self.qtbot.keyClick(self.view, key, with_)

    def at(self, index: int) -> QPointF:
        assert self.view.plot is not None
        return self.view.plot.place(index).center()

    def move(self, at: QPointF, held: Qt.MouseButton = Button.NoButton) -> None:
        self._mouse(Kind.MouseMove, at, Button.NoButton, held)

    def click(self, index: int, device: QPointingDevice | None = None) -> None:
        self._mouse(
            Kind.MouseButtonPress, self.at(index), Button.LeftButton, Button.LeftButton, device
        )
        self._mouse(
            Kind.MouseButtonRelease, self.at(index), Button.LeftButton, Button.NoButton, device
        )

    def drag(self, first: int, last: int) -> None:
        self._mouse(Kind.MouseButtonPress, self.at(first), Button.LeftButton, Button.LeftButton)
        self.move((self.at(first) + self.at(last)) / 2, Button.LeftButton)
        self.move(self.at(last), Button.LeftButton)
        self._mouse(Kind.MouseButtonRelease, self.at(last), Button.LeftButton, Button.NoButton)

    def _mouse(
        self,
        kind: QEvent.Type,
        at: QPointF,
        button: Qt.MouseButton,
        held: Qt.MouseButton,
        device: QPointingDevice | None = None,
    ) -> None:
        where, none = self.view.mapToGlobal(at), Qt.KeyboardModifier.NoModifier
        device = device or QPointingDevice.primaryPointingDevice()
        event = QMouseEvent(kind, at, where, button, held, none, device)
        QApplication.sendEvent(self.view, event)


@pytest.fixture
def person(qtbot: QtBot, look: Look, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    frame = QWidget()
    layout = QVBoxLayout(frame)
    before = QLineEdit()
    view = ChartView(look)
    layout.addWidget(before)
    layout.addWidget(view)
    qtbot.addWidget(frame)
    frame.resize(900, 400)
    frame.show()
    with qtbot.waitActive(frame, timeout=5000):
        pass
    made = Person(qtbot, view, before)
    monkeypatch.setattr(chart_surface, "announce", lambda _, text: made.heard.append(text))
    made.show(charts.time_chart(28, missing=0.3))
    yield made
    frame.close()


def day(days_ago: int) -> date:
    return TODAY - timedelta(days=days_ago)


# -- by keyboard -------------------------------------------------------------------------------


def test_coming_in_by_tab_the_latest_day_is_read(person: Person):
    person.come_in()
    assert person.heard[-1].startswith("Wednesday 4 March 2026")


def test_arrows_go_a_day_and_are_heard(person: Person):
    person.come_in()
    person.press(Key.Key_Left, Key.Key_Left)
    assert person.heard[-1].startswith("Monday 2 March 2026")
    person.press(Key.Key_Right)
    assert person.heard[-1].startswith("Tuesday 3 March 2026")


def test_pages_go_a_week_and_home_and_end_all_the_way(person: Person):
    person.come_in()
    person.press(Key.Key_PageUp)
    assert person.heard[-1].startswith("Wednesday 25 February 2026")
    person.press(Key.Key_Home)
    assert person.heard[-1].startswith("Thursday 5 February 2026")
    person.press(Key.Key_Left, Key.Key_PageUp)
    assert person.heard[-1].startswith("Thursday 5 February 2026"), "there is nothing before"
    person.press(Key.Key_PageDown, Key.Key_End, Key.Key_Right)
    assert person.heard[-1].startswith("Wednesday 4 March 2026")


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_opens_the_day_and_is_not_the_windows(person: Person, key: Qt.Key):
    pressed: list[bool] = []
    on_keys(person.view.window(), lambda: pressed.append(True), key)
    person.come_in()
    person.press(Key.Key_Left, key)
    assert person.opened == [day(1)]
    assert pressed == []


def test_shift_marks_days_and_enter_looks_into_them(person: Person):
    person.come_in()
    person.press(Key.Key_Left)
    person.press(*[Key.Key_Left] * 9, with_=SHIFT)
    person.press(Key.Key_Return)
    assert person.wanted == [Span(day(10), day(1))]
    assert person.opened == []


def test_few_marked_days_are_looked_into_with_some_around_them(person: Person):
    person.come_in()
    person.press(*[Key.Key_Left] * 5)
    person.press(Key.Key_Left, with_=SHIFT)
    person.press(Key.Key_Return)
    (wanted,) = person.wanted
    assert wanted is not None
    assert wanted.days == 7
    assert day(5) in wanted
    assert day(6) in wanted


def test_escape_takes_a_mark_away_first_then_goes_back_to_the_whole_then_is_the_windows(
    person: Person,
):
    escaped: list[bool] = []
    on_keys(person.view.window(), lambda: escaped.append(True), Key.Key_Escape)
    person.show(charts.time_chart(28), charts.span_of(84))
    person.come_in()
    person.press(Key.Key_Left, with_=SHIFT)
    person.press(Key.Key_Escape)
    assert (person.wanted, escaped) == ([], [])
    person.press(Key.Key_Escape)
    assert (person.wanted, escaped) == ([None], [])
    person.show(charts.time_chart(84), charts.span_of(84))
    person.press(Key.Key_Escape)
    assert (person.wanted, escaped) == ([None], [True])


def test_plus_and_minus_look_closer_and_wider(person: Person):
    person.come_in()
    person.press(Key.Key_Plus)
    assert person.wanted[-1] == charts.span_of(14)
    person.show(charts.time_chart(14), charts.span_of(28))
    person.press(Key.Key_Minus)
    assert person.wanted[-1] is None
    person.show(charts.time_chart(7), charts.span_of(28))
    person.press(Key.Key_Plus)
    assert len(person.wanted) == 2, "seven days are the fewest"
    person.press(Key.Key_Minus)
    assert person.wanted[-1] == charts.span_of(14)


def test_the_chosen_day_stays_chosen_when_one_looks_into_it(person: Person):
    person.come_in()
    person.press(*[Key.Key_Left] * 3)
    person.show(charts.time_chart(7), charts.span_of(28))
    person.press(Key.Key_Return)
    assert person.opened == [day(3)]


def test_a_week_that_is_opened_is_looked_into(person: Person):
    person.show(charts.time_chart(3650))
    person.come_in()
    person.press(Key.Key_PageUp, Key.Key_Return)
    (wanted,) = person.wanted
    assert wanted is not None
    assert wanted.days == 84
    assert day(364) in wanted


def test_in_a_calendar_arrows_go_as_they_are_seen(person: Person):
    person.show(charts.heat_map(84))
    person.come_in()
    person.press(Key.Key_Left)
    assert person.heard[-1].startswith("Wednesday 25 February 2026")
    person.press(Key.Key_Up, Key.Key_Return)
    assert person.opened == [day(8)]


@pytest.mark.parametrize("made", [charts.bars_chart, charts.pairs_chart, charts.heat_map])
def test_others_are_opened_and_not_looked_into(person: Person, made: object):
    person.show(made())  # type: ignore[operator]
    person.come_in()
    person.press(Key.Key_Plus, Key.Key_Minus, Key.Key_Escape)
    person.press(Key.Key_Left, with_=SHIFT)
    person.press(Key.Key_Return)
    assert person.wanted == []
    assert len(person.opened) == 1


def test_the_focus_is_seen(person: Person):
    person.before.setFocus()
    without = person.view.grab().toImage()
    person.come_in()
    assert person.view.grab().toImage() != without


# -- by mouse and finger -----------------------------------------------------------------------


def test_what_the_mouse_is_over_is_shown_and_not_spoken(person: Person):
    plain = person.view.grab().toImage()
    person.move(person.at(5))
    assert person.view.pointed.index == 5
    assert person.view.grab().toImage() != plain
    assert person.heard == []
    QApplication.sendEvent(person.view, QEvent(Kind.Leave))
    assert person.view.pointed.index is None


def test_a_click_opens_the_day(person: Person):
    person.click(5)
    assert person.opened == [day(22)]


def test_dragging_looks_into_what_it_went_over_either_way(person: Person):
    person.drag(4, 15)
    person.drag(15, 4)
    assert person.wanted == [Span(day(23), day(12))] * 2
    assert person.opened == []


def test_a_chart_that_is_not_zoomable_is_not_marked(person: Person):
    person.show(replace(charts.time_chart(28), zoomable=False))
    person.drag(4, 15)
    assert person.wanted == []
    assert person.opened == []


def test_a_finger_reads_first_and_opens_with_its_second_touch(person: Person):
    finger = QPointingDevice(
        "finger",
        1,
        QInputDevice.DeviceType.TouchScreen,
        QPointingDevice.PointerType.Finger,
        QInputDevice.Capability.Position,
        1,
        0,
    )
    person.click(5, finger)
    assert person.opened == []
    assert person.view.pointed.index == 5
    person.click(6, finger)
    assert person.opened == []
    person.click(6, finger)
    assert person.opened == [day(21)]


# -- for a screen reader -----------------------------------------------------------------------


def test_it_has_its_title_and_its_description(person: Person):
    interface = QAccessible.queryAccessibleInterface(person.view)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == "Pain"
    description = "Median 4 in the first four weeks, 3 in the last four."
    assert interface.text(QAccessible.Text.Description) == description


# -- with little room, and nothing to show -----------------------------------------------------


@pytest.mark.parametrize("made", [charts.pairs_chart, charts.bars_chart])
def test_without_anything_keys_do_nothing(person: Person, made: object):
    chart = made(1)  # type: ignore[operator]
    empty = replace(chart, **{"pairs" if hasattr(chart, "pairs") else "weeks": ()})
    person.show(empty)
    person.come_in()
    person.press(Key.Key_Left, Key.Key_Return, Key.Key_Home)
    person.move(QPointF(100, 20))
    assert person.opened == []
    assert person.heard == []


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("wide", [300, 900])
def test_what_is_read_lies_wholly_within(person: Person, look: Look, percent: int, wide: int):
    look.choose(text_size=percent)
    person.view.window().resize(wide, 700)
    QApplication.processEvents()
    assert person.view.height() >= look.size(16)
    plot = person.view.plot
    assert plot is not None
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    ink = screen_ink(look)
    places = [
        paint_bubble(painter, ink, plot.reading(index), plot.place(index), plot.rect)
        for index in (0, plot.count // 2, plot.count - 1)
    ]
    painter.end()
    assert all(plot.rect.contains(place) for place in places)
