"""What the signs of a chart mean: only those that are in it, painted as they are painted there."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from recovery_coach.base.i18n import text_direction, tr
from recovery_coach.coach.charts import BarsChart, Chart, HeatMap, PairsChart, TimeChart
from recovery_coach.ui.chart_bars import paint_open_bar
from recovery_coach.ui.chart_events import paint_sign
from recovery_coach.ui.chart_frame import paint_hatched
from recovery_coach.ui.chart_ink import ChartInk, screen_ink
from recovery_coach.ui.chart_pairs import Way, add_head, paint_pairs, way_of
from recovery_coach.ui.chart_time import grain_of
from recovery_coach.ui.parts import set_name
from recovery_coach.ui.theme import Look

Paint = Callable[[QPainter, ChartInk, QRectF], None]
SIGN, AWAY, BETWEEN = 1.3, 0.45, 1.3
"""Width of a sign, from there to its words, and to the next one: in body sizes."""
LINE = 1.5
"""Height of a line."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A sign, and what it means."""

    text: str
    paint: Paint


def meanings(chart: Chart) -> tuple[Meaning, ...]:
    """The signs that are in a chart."""
    if isinstance(chart, TimeChart):
        return tuple(_of_time(chart))
    if isinstance(chart, HeatMap):
        return (Meaning(tr("no number"), _empty),) if len(chart.values) < chart.span.days else ()
    if isinstance(chart, PairsChart):
        return _of_pairs(chart)
    if isinstance(chart, BarsChart):
        return tuple(_of_bars(chart))
    return ()


def _of_time(chart: TimeChart) -> list[Meaning]:
    grain, scored = grain_of(chart), chart.scored
    made = []
    if grain == "points":
        made.append(Meaning(tr("each number"), partial(_point, scored=scored)))
        made.append(Meaning(tr("median of the day"), _line))
    elif grain == "days" and chart.days:
        several = any(one.highest > one.lowest for one in chart.days)
        made.append(Meaning(tr("median of the day"), _line))
        made += [Meaning(tr("lowest to highest"), _range)] if several else []
    elif grain == "weeks":
        made.append(Meaning(tr("median of the week"), _line))
        made.append(Meaning(tr("lowest to highest"), _range))
    if chart.gaps:
        made.append(Meaning(tr("no number"), _gap))
    if chart.sessions:
        made.append(Meaning(tr("session"), _session))
    if any(not one.compares for one in chart.events):
        made.append(Meaning(tr("marked day"), partial(_sign, compares=False)))
    if any(one.compares for one in chart.events):
        made.append(Meaning(tr("from this day on"), partial(_sign, compares=True)))
    return made


def _of_pairs(chart: PairsChart) -> tuple[Meaning, ...]:
    there = {way_of(pair.change) for pair in chart.pairs}
    texts: tuple[tuple[Way, str], ...] = (
        ("down", tr("lower {name}")), ("same", tr("the same {name}")), ("up", tr("higher {name}")),
    )  # fmt: skip
    return tuple(
        Meaning(text.format(name=chart.second_name), partial(_pair, way=way))
        for way, text in texts
        if way in there
    )


def _of_bars(chart: BarsChart) -> list[Meaning]:
    made = []
    if chart.is_open and chart.weeks[-1].load is not None:
        made.append(Meaning(tr("a week that is not over"), _open_bar))
    if any(week.load is None for week in chart.weeks):
        made.append(Meaning(tr("not known"), _gap))
    if any(week.uncounted and week.load is not None for week in chart.weeks):
        made.append(Meaning(tr("and more that cannot be counted"), _plus))
    return made


# -- the signs -----------------------------------------------------------------------------------


def _middle(place: QRectF, wide: float, high: float) -> QRectF:
    made = QRectF(0.0, 0.0, wide, high)
    made.moveCenter(place.center())
    return made


def _dot(painter: QPainter, at: QPointF, colour: QColor, radius: float) -> None:
    pen = QPen(colour, 2 * radius)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPoint(at)


def _point(painter: QPainter, ink: ChartInk, place: QRectF, scored: bool) -> None:
    colour = ink.score(4, scored)
    _dot(painter, place.center(), ink.outline(colour), ink.size(0.27))
    _dot(painter, place.center(), colour, ink.size(0.2))


def _line(painter: QPainter, ink: ChartInk, place: QRectF) -> None:
    y = place.center().y()
    painter.setPen(ink.pen(ink.palette.teal, 0.12))
    painter.drawLine(QLineF(place.left(), y, place.right(), y))


def _range(painter: QPainter, ink: ChartInk, place: QRectF) -> None:
    painter.fillRect(_middle(place, ink.size(0.4), ink.size(0.95)), ink.range)


def _gap(painter: QPainter, ink: ChartInk, place: QRectF) -> None:
    wide = _middle(place, place.width(), ink.size(0.9))
    painter.fillRect(wide, ink.missing)
    wide.setTop(wide.center().y())
    paint_hatched(painter, ink, [wide])


def _session(painter: QPainter, ink: ChartInk, place: QRectF) -> None:
    x, y = place.center().x(), place.center().y()
    painter.setPen(ink.pen(ink.palette.teal, 0.14))
    painter.drawLine(QLineF(x, y - ink.size(0.25), x, y + ink.size(0.25)))


def _sign(painter: QPainter, ink: ChartInk, place: QRectF, compares: bool) -> None:
    paint_sign(painter, ink, _middle(place, ink.size(0.62), ink.size(0.62)), compares)


def _empty(painter: QPainter, ink: ChartInk, place: QRectF) -> None:
    path = QPainterPath()
    path.addRoundedRect(
        _middle(place, ink.size(0.9), ink.size(0.9)), ink.size(0.15), ink.size(0.15)
    )
    painter.strokePath(path, ink.pen(ink.edge, 0.07))


def _pair(painter: QPainter, ink: ChartInk, place: QRectF, way: Way) -> None:
    x, y, size = place.center().x(), place.center().y(), ink.size(0.28)
    heads, half = QPainterPath(), ink.size(0.5)
    tip = {"down": y + half, "up": y - half}.get(way, y)
    add_head(heads, way, QPointF(x, tip), size)
    strokes = [] if way == "same" else [QLineF(x, 2 * y - tip, x, tip + (y - tip) * 0.5)]
    paint_pairs(painter, ink, way, strokes, heads, 0.16)


def _open_bar(painter: QPainter, ink: ChartInk, place: QRectF) -> None:
    paint_open_bar(painter, ink, _middle(place, ink.size(0.7), ink.size(0.9)))


def _plus(painter: QPainter, ink: ChartInk, place: QRectF) -> None:
    ink.words(painter, "+", place, "centre", colour=ink.palette.text)


# -- laid out ------------------------------------------------------------------------------------


class LegendLines:
    """Meanings in a line that goes on in the next one; from the right where one reads so."""

    def __init__(self, shown: tuple[Meaning, ...], width: float, ink: ChartInk) -> None:
        self._ink = ink
        self._width = width
        self._places: list[tuple[Meaning, float, float, float]] = []
        x = y = 0.0
        for one in shown:
            wide = ink.size(SIGN + AWAY) + ink.width(one.text)
            if x > 0 and x + wide > width:
                x, y = 0.0, y + ink.size(LINE)
            self._places.append((one, x, y, wide))
            x += wide + ink.size(BETWEEN)
        self.height = y + ink.size(LINE) if shown else 0.0

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint them with their upper left corner there."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, mirrored = self._ink, text_direction() == "rtl"
        for one, x, y, wide in self._places:
            begin = left + (self._width - x - wide if mirrored else x)
            sign = ink.size(SIGN)
            at = begin + wide - sign if mirrored else begin
            one.paint(painter, ink, QRectF(at, top + y, sign, ink.size(LINE)))
            letters = begin if mirrored else begin + sign + ink.size(AWAY)
            place = QRectF(letters, top + y, ink.width(one.text), ink.size(LINE))
            ink.words(painter, one.text, place)
        painter.restore()


def legend_of(chart: Chart, width: float, ink: ChartInk) -> LegendLines:
    """The legend of a chart, laid out: its ``height``, and ``paint``."""
    return LegendLines(meanings(chart), width, ink)


class Legend(QWidget):
    """The legend in the window."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[Meaning, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.updateGeometry)

    def show_chart(self, chart: Chart) -> None:
        """Show what is in a chart."""
        self._shown = meanings(chart)
        set_name(self, ", ".join(one.text for one in self._shown))
        self.updateGeometry()
        self.update()

    @property
    def has_signs(self) -> bool:
        """Whether there is anything to say."""
        return bool(self._shown)

    def hasHeightForWidth(self) -> bool:
        """Fewer lines where it is wide."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As tall as its lines."""
        return math.ceil(self._lines(width).height)

    def sizeHint(self) -> QSize:
        """In the width that it has."""
        return QSize(self._look.size(12), self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        """No less."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Its lines."""
        painter = QPainter(self)
        self._lines(self.width()).paint(painter, 0.0, 0.0)
        painter.end()

    def _lines(self, width: float) -> LegendLines:
        return LegendLines(self._shown, width, screen_ink(self._look))
