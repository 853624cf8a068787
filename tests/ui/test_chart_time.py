"""Numbers over days: every gap stays a gap, every day lies where it is found, nothing overlaps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from recovery_coach.coach.charts import Table, TimeChart
from recovery_coach.insight.plain import Event, Point, Rated, Span
from recovery_coach.insight.trends import Week
from recovery_coach.ui.chart_base import Pointed
from recovery_coach.ui.chart_events import EventMarks
from recovery_coach.ui.chart_ink import ChartInk
from recovery_coach.ui.chart_time import TimePlot
from recovery_coach.ui.palette import LIGHT
from recovery_coach.ui.theme import Look
from tests import charts

pytestmark = pytest.mark.usefixtures("look")
INK = ChartInk(LIGHT, 15)
PLACE = QRectF(10, 10, 800, 260)
FIRST = date(2026, 1, 1)


def day(index: int) -> date:
    return FIRST + timedelta(days=index)


def rated(*indices: int) -> tuple[Rated, ...]:
    return tuple(Rated(day(index), 4.0, 3.0, 6.0, 2) for index in indices)


def chart(days: int, *indices: int, points: bool = True) -> TimeChart:
    at = [datetime.combine(day(index), time(8), charts.ZONE) for index in indices]
    span = Span(FIRST, day(days - 1))
    given_days = rated(*indices)
    return TimeChart(
        title="Pain",
        description="",
        table=Table((), ()),
        span=span,
        bottom=0,
        top=10,
        unit="",
        points=tuple(Point(one, one.date(), 4.0, "r") for one in at) if points else (),
        days=given_days,
        gaps=charts.gaps_of(given_days, span),
        scored=True,
    )


def plot(shown: TimeChart, place: QRectF = PLACE, ink: ChartInk = INK) -> TimePlot:
    return TimePlot(shown, place, ink)


def picture(made: TimePlot, pointed: Pointed | None = None) -> QImage:
    image = QImage(840, 290, QImage.Format.Format_RGB32)
    image.fill(LIGHT.surface)
    painter = QPainter(image)
    made.paint(painter, pointed or Pointed())
    painter.end()
    return image


# -- how fine it is ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "grain"),
    [(7, "points"), (84, "points"), (85, "days"), (366, "days"), (367, "weeks"), (3650, "weeks")],
)
def test_points_to_twelve_weeks_days_to_a_year_then_weeks(days: int, grain: str):
    assert plot(charts.time_chart(days)).grain == grain


def test_without_single_numbers_the_days_are_drawn():
    assert plot(charts.sleep_chart(28)).grain == "days"


def test_several_numbers_of_a_day_lie_side_by_side_by_their_time():
    shown = chart(10, 3)
    at = [datetime.combine(day(3), time(hour), charts.ZONE) for hour in (6, 12, 23)]
    made = plot(replace(shown, points=tuple(Point(a, day(3), 4.0, "r") for a in at)))
    places = [where.x() for _, where in made.marks.days[day(3)]]
    assert places == sorted(places)
    assert len(set(places)) == 3
    assert all(made.days.day_at(x) == day(3) for x in places)


# -- gaps stay gaps ----------------------------------------------------------------------------


@given(st.sets(st.integers(0, 79)), st.booleans())
def test_the_line_leads_only_through_days_that_follow_each_other(there: set[int], points: bool):
    made = plot(chart(80, *sorted(there), points=points))
    through = [
        (made.days.day_at(before.x()), made.days.day_at(after.x()))
        for line in made.marks.lines
        for before, after in pairwise(line)
    ]
    assert all(after - before == timedelta(days=1) for before, after in through)
    assert len(through) == sum(index + 1 in there for index in there)


@given(st.sets(st.integers(0, 60)))
def test_the_steps_of_weeks_never_lead_over_one_without_a_number(there: set[int]):
    weeks = tuple(
        Week(
            Span(day(7 * i), day(7 * i + 6)),
            *((4.0, 3.0, 5.0, 5) if i in there else (None,) * 3 + (0,)),
        )
        for i in range(61)
    )
    shown = replace(chart(427, points=False), weeks=weeks)
    made = plot(shown)
    assert made.grain == "weeks"
    for line in made.marks.lines:
        covered = {made.index_of(made.days.day_at(x)) for x in _inside(line)}
        assert covered <= there
    assert len(made.gaps) == 61 - len(there)


def _inside(line: object) -> list[float]:
    return [
        (before.x() + after.x()) / 2
        for before, after in pairwise(line)  # type: ignore[call-overload]
        if after.x() > before.x() + 1e-6
    ]


def test_between_two_days_with_a_gap_nothing_is_painted():
    made = plot(replace(chart(20, 4, 9), gaps=()))
    image = picture(made)
    y = round(made.values.y(4.0))
    empty = {image.pixelColor(round(made.days.x(day(i))), y + 3).name() for i in range(6, 8)}
    assert empty == {LIGHT.surface.lower()}
    lone = {image.pixelColor(round(made.days.x(day(4), 0.36)), y).name()}
    assert lone != empty


def test_missing_days_are_hatched_below_the_chart():
    made = plot(chart(20, *range(5), *range(9, 20)))
    (gap,) = made.gaps
    assert (gap.left(), gap.right()) == pytest.approx(
        (made.days.x(day(5), 0), made.days.x(day(8), 1))
    )
    image = picture(made)
    row = round(gap.center().y())
    within = {image.pixelColor(x, row).name() for x in range(round(gap.left()), round(gap.right()))}
    beside = {image.pixelColor(x, row).name() for x in range(round(gap.right()) + 8, 790)}
    assert len(within) > 2
    assert len(beside) == 1


def test_with_no_number_at_all_that_is_said(monkeypatch: pytest.MonkeyPatch):
    said: list[str] = []
    monkeypatch.setattr(ChartInk, "words", lambda self, p, text, *rest, **more: said.append(text))
    picture(plot(chart(14)))
    assert "No numbers from these days" in said


# -- where what lies ---------------------------------------------------------------------------


@given(st.integers(1, 4000), st.floats(200, 2500), st.data())
def test_every_place_is_found_where_it_lies(days: int, wide: float, data: st.DataObject):
    shown = charts.time_chart(1)
    span = charts.span_of(days)
    shown = replace(shown, span=span, weeks=charts.weekly((), span) if days > 366 else ())
    made = plot(shown, QRectF(0, 0, wide, 260))
    index = data.draw(st.integers(0, made.count - 1))
    place = made.place(index)
    assert made.index_at(place.center()) == index
    assert made.index_of(made.span(index).first) == index
    assert made.index_of(made.span(index).last) == index


def test_a_day_outside_has_no_place():
    made = plot(chart(20, 4))
    assert made.index_of(day(20)) is None
    assert made.index_of(day(-1)) is None


@pytest.mark.parametrize("body", [15, 30])
@pytest.mark.parametrize("wide", [380, 800, 1600])
def test_all_of_it_lies_within(body: int, wide: int):
    made = plot(charts.time_chart(84), QRectF(0, 0, wide, body * 17), ChartInk(LIGHT, body))
    assert 0 < made.values.head < made.values.base < body * 17
    assert 0 < made.days.left < made.days.right <= wide
    assert made.values.base - made.values.head > body * 7
    for line in made.marks.lines:
        assert all(made.values.head <= at.y() <= made.values.base for at in line)


def test_scores_have_an_axis_from_0_to_10_whatever_is_in_it():
    made = plot(chart(20, 4))
    assert (made.values.y(0), made.values.y(10)) == (made.values.base, made.values.head)


# -- what was marked ---------------------------------------------------------------------------


@given(
    st.lists(
        st.tuples(st.integers(0, 83), st.text("abc def", min_size=1, max_size=40)), max_size=14
    ),
    st.sampled_from((380.0, 800.0, 1600.0)),
)
def test_words_never_lie_on_each_other_and_no_line_crosses_them(
    given_events: list[tuple[int, str]], wide: float
):
    events = tuple(Event("e", day(i), text, False, day(i)) for i, text in given_events)
    made = plot(replace(chart(84, 4), events=events), QRectF(0, 0, wide, 260))
    marks: EventMarks = made._events
    written = [label for label in marks.labels if label.text]
    for label in written:
        assert label.right <= made.days.right + 1
        assert label.left >= made.days.left
        for other in written:
            apart = other.right <= label.left or label.right <= other.left
            assert other is label or other.row != label.row or apart
        for other in marks.labels:
            crosses = label.left < other.x < label.right
            begins_above = bool(other.text) and other.row < label.row
            assert not (crosses and begins_above), "its line goes down through the words"


def test_a_comparison_has_another_sign():
    one = replace(chart(20, 4), events=(Event("e", day(9), "I row", True, day(9)),))
    other = replace(one, events=(Event("e", day(9), "I row", False, day(9)),))
    assert picture(plot(one)) != picture(plot(other))


# -- in words ----------------------------------------------------------------------------------


def test_a_day_is_read_with_its_numbers_sessions_and_marks():
    shown = replace(
        chart(20, 4),
        sessions=(day(4),),
        events=(Event("e", day(4), "Deadlift PR", False, day(4)),),
    )
    reading = plot(shown).reading(4)
    assert reading.title == "Monday 5 January 2026"
    assert reading.lines == ("Median 4 · 3 to 6", "2 numbers", "1 session", "Deadlift PR")
    assert (
        reading.spoken
        == "Monday 5 January 2026. Median 4 · 3 to 6. 2 numbers. 1 session. Deadlift PR"
    )


def test_a_missing_day_is_read_as_one():
    assert plot(chart(20, 4)).reading(5).lines == ("No number",)


def test_a_unit_is_read_with_the_number():
    made = plot(charts.sleep_chart(28))
    read = [made.reading(index).lines[0] for index in range(made.count)]
    assert all(line.endswith(" h") or line == "No number" for line in read)


def test_a_comparison_is_read_as_one():
    shown = replace(chart(20, 4), events=(Event("e", day(4), "I row daily", True, day(4)),))
    assert plot(shown).reading(4).lines[-1] == "From this day: I row daily"


def test_a_week_is_read_with_how_many_of_its_days_have_a_number():
    made = plot(charts.time_chart(3650))
    read = [made.reading(index) for index in range(made.count)]
    assert any(" of 7 days" in line for one in read for line in one.lines)
    assert read[1].title == "9 Mar to 15 Mar 2016" or " to " in read[1].title


# -- pointing ----------------------------------------------------------------------------------


def test_what_is_pointed_at_is_seen():
    made = plot(chart(20, 4))
    plain = picture(made)
    assert picture(made, Pointed(4)) != plain
    assert picture(made, Pointed(None, (3, 8))) != plain


def test_a_place_is_found_by_x_alone():
    made = plot(chart(20, 4))
    x = made.days.x(day(4))
    assert made.index_at(QPointF(x, -50)) == made.index_at(QPointF(x, 500)) == 4


@pytest.mark.parametrize("theme", ["dark", "light", "contrast"])
def test_it_is_painted_in_every_theme(look: Look, theme: str):
    look.choose(theme=theme)  # type: ignore[arg-type]
    ink = ChartInk(look.palette, look.px)
    image = picture(plot(charts.time_chart(84), ink=ink))
    assert image.pixelColor(400, 150).isValid()
