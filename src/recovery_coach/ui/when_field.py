"""When it was: now, unless somebody says that it was another day. Never the future."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QTimeEdit, QWidget

from recovery_coach.base.i18n import long_date, tr
from recovery_coach.coach.checkin import on_day
from recovery_coach.settings.model import WeekStart
from recovery_coach.ui.day_picker import DayPicker
from recovery_coach.ui.own_keys import ENTER, LeavesWheel, OwnKeys
from recovery_coach.ui.parts import announce, button, card, column, row, set_text, words
from recovery_coach.ui.stepper import StepButton
from recovery_coach.ui.theme import Look

QUARTER = 15 * 60
"""Seconds that a plus or a minus moves the time by."""

Now = Callable[[], datetime]


class TimeBox(OwnKeys, LeavesWheel, QTimeEdit):
    """A time of day by keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.setDisplayFormat("HH:mm")
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # hours first, everywhere
        self.setAccessibleName(tr("Time"))
        self.lineEdit().setAccessibleName(tr("Time"))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def takes(self, event: QKeyEvent) -> bool | None:
        """Enter is for what was typed, and not for the page's button."""
        return True if event.key() in ENTER else None


class When(QWidget):
    """A calendar and a time, open on demand.

    ``said`` says when it was, ``button`` opens the choice: they stand where the page puts them.
    """

    changed = Signal()

    def __init__(
        self,
        look: Look,
        now: Now,
        week_start: WeekStart,
        opener: str,
        may_be_now: bool = True,
    ) -> None:
        """``opener`` is what the button says that opens the choice."""
        super().__init__()
        self._now = now
        self._may_be_now = may_be_now
        self._shown: datetime | None = None
        self._given: datetime | None = None
        self.said = words("", "muted", wrap=False)
        self.button = button(opener, self._toggle, "filter")
        self.button.setCheckable(True)
        self.days = DayPicker(look, week_start)
        self.time = TimeBox()
        self._future = words("", "muted")
        self.panel = self._panel()
        column(self).addWidget(self.panel, 0, Qt.AlignmentFlag.AlignLeft)
        self.open(False)
        self.days.chosen.connect(lambda _: self._on_change())
        self.time.timeChanged.connect(lambda _: self._on_change())
        self._show()

    def _panel(self) -> QFrame:
        frame, outer = card(margin=16)
        across = row(spacing=24)
        outer.addLayout(across)
        across.addWidget(self.days)
        side = column(spacing=8)
        side.addWidget(words(tr("At what time?")))
        line = row(spacing=6)
        name = tr("Time")
        less = StepButton("−", tr("{setting}: earlier").format(setting=name))
        more = StepButton("+", tr("{setting}: later").format(setting=name))
        less.clicked.connect(lambda: self.time.setTime(self.time.time().addSecs(-QUARTER)))
        more.clicked.connect(lambda: self.time.setTime(self.time.time().addSecs(QUARTER)))
        for part in (less, self.time, more):
            line.addWidget(part)
        side.addLayout(line)
        side.addStretch(1)
        across.addLayout(side, 1)
        outer.addWidget(self._future)
        self.now_button = button(tr("It is now after all"), self._back_to_now, "chip")
        outer.addWidget(self.now_button, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    # -- what is shown ---------------------------------------------------------------------

    @property
    def moment(self) -> datetime | None:
        """When it was; None where what was chosen is still to come."""
        now = self._now()
        moment = self._shown or now
        return moment if moment <= now or moment == self._given else None

    @property
    def is_now(self) -> bool:
        """Whether nothing else was said."""
        return self._shown is None

    def show_moment(self, moment: datetime | None) -> None:
        """Show another moment than now; or now. What is shown so is never taken for future."""
        self._shown = self._given = moment
        self._show()

    def _show(self) -> None:
        now = self._now()
        moment = self._shown or now
        known = self._shown is not None
        day = long_date(moment.date())
        text = tr("{date}, {clock}").format(date=day, clock=f"{moment:%H:%M}")
        self.said.setText(text if known else tr("Now"))
        self.now_button.setVisible(known and self._may_be_now)
        for part in (self.days, self.time):
            part.blockSignals(True)
        self.days.show_value(moment.date(), now.date())
        self.time.setTime(QTime(moment.hour, moment.minute))
        for part in (self.days, self.time):
            part.blockSignals(False)
        to_come = tr("That is still to come. Choose a moment up to now.")
        set_text(self._future, to_come if self.moment is None else "")

    # -- choosing --------------------------------------------------------------------------

    def _toggle(self) -> None:
        self.open(self.button.isChecked())

    def open(self, opened: bool = True) -> None:
        """Lay the choice open, or fold it."""
        self.button.setChecked(opened)
        self.setVisible(opened)

    def _back_to_now(self) -> None:
        self._shown = None
        self._show()
        self.open(False)
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _on_change(self) -> None:
        clock = time(self.time.time().hour(), self.time.time().minute())
        day: date = self.days.value
        was_future = bool(self._future.text())
        self._shown = on_day(day, clock, self._now())
        self._show()
        if self._future.text() and not was_future:
            announce(self, self._future.text())
        self.changed.emit()
