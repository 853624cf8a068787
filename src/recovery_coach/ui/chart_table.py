"""The numbers of a chart as a table: the same for everybody, and what a screen reader walks.

It is a view of a model: thousands of rows are as quick as ten.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from recovery_coach.base.i18n import tr
from recovery_coach.coach.charts import Chart, Table
from recovery_coach.ui.own_keys import ENTER, OwnKeys
from recovery_coach.ui.parts import set_name
from recovery_coach.ui.theme import Look

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROW = 2.1
"""Height of a row, in body sizes."""
MOST = 12
"""Rows that are shown at once; with more, it scrolls."""
FRAME = 2
"""Pixels, of the ring that shows the focus."""
MEASURED = 200
"""Rows whose words are measured for the width of a column."""
NOTHING = QModelIndex()


class TableModel(QAbstractTableModel):
    """Rows of words."""

    def __init__(self) -> None:
        super().__init__()
        self.table = Table((), ())

    def show_table(self, table: Table) -> None:
        """Show another."""
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def day(self, row: int) -> date | None:
        """The day that a row can be opened at."""
        return self.table.days[row] if 0 <= row < len(self.table.days) else None

    def rowCount(self, parent: Index = NOTHING) -> int:
        """As Qt asks."""
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = NOTHING) -> int:
        """As Qt asks."""
        return 0 if parent.isValid() else len(self.table.heads)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """The words of a cell."""
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return self.table.rows[index.row()][index.column()]
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """The head of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        return self.table.heads[section] if role == Role.DisplayRole else None


class ChartTable(OwnKeys, QTableView):
    """Shows the table of a chart; ``day_opened`` where a row with a day was opened."""

    day_opened = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.rows = TableModel()
        self.setModel(self.rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)
        heads.setStretchLastSection(True)
        self.clicked.connect(lambda index: self._open(index.row()))
        look.changed.connect(self._on_look)
        self._on_look()

    def show_chart(self, chart: Chart) -> None:
        """Show the numbers of a chart."""
        set_name(self, tr("{title}, as a table").format(title=chart.title))
        self.rows.show_table(chart.table)
        hand = Qt.CursorShape.PointingHandCursor if chart.table.days else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(hand)
        if chart.table.rows:
            self.setCurrentIndex(self.rows.index(0, 0))
        self._fit_columns()

    # -- size ----------------------------------------------------------------------------------

    def _on_look(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._look.size(ROW))
        self._fit_columns()

    def _fit_columns(self) -> None:
        """As wide as the words of the first rows; the height follows from how many there are."""
        metrics = QFontMetrics(self.font())
        table = self.rows.table
        for column, head in enumerate(table.heads):
            texts = (head, *(row[column] for row in table.rows[:MEASURED]))
            widest = max(metrics.horizontalAdvance(text) for text in texts)
            self.setColumnWidth(column, widest + self._look.size(2.0))
        self.setFixedHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """Its rows, up to as many as are seen at once."""
        shown = min(MOST, max(1, len(self.rows.table.rows)))
        heads = self.horizontalHeader().sizeHint().height()
        high = heads + shown * self._look.size(ROW) + 2 * FRAME
        return QSize(self._look.size(20), high)

    # -- opening a row -------------------------------------------------------------------------

    def takes(self, event: QKeyEvent) -> bool | None:
        """Enter opens a row."""
        return True if event.key() in ENTER and self.rows.table.days else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space, as with the chart."""
        if event.key() in (*ENTER, Qt.Key.Key_Space) and self.rows.table.days:
            self._open(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _open(self, row: int) -> None:
        day = self.rows.day(row)
        if day is not None:
            self.day_opened.emit(day)
