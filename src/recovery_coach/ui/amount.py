"""An amount that may be missing: minutes, hours, litres. Empty until somebody says one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QValidator

from recovery_coach.base.i18n import tr
from recovery_coach.ui.stepper import BetweenSteps, NumberBox

NOTHING = "–"
MISSING = -1.0
"""What the field holds while there is no answer; the least it can."""


class AmountBox(NumberBox):
    """The field: deleting what stands there takes the answer out."""

    def __init__(self, title: str, unit: str, most: float, step: float, start: float) -> None:
        """``unit`` has ``{n}`` where the number stands; ``start`` is where the first plus leads."""
        before, _, after = unit.partition("{n}")
        super().__init__(title, tr("Empty is no answer"), most, before, after)
        self._start = start
        self.setMinimum(MISSING)
        self.setSingleStep(step)
        self.setDecimals(0 if step >= 1 else 2)
        self.setSpecialValueText(NOTHING)
        self.setValue(MISSING)

    def stepBy(self, steps: int) -> None:
        """The first step up begins where it is likely; one down from 0 is no answer again."""
        if self.value() < 0:
            if steps > 0:
                self.setValue(self._start)
        elif self.value() + steps * self.singleStep() < 0:
            self.setValue(0.0 if self.value() > 0 else MISSING)
        else:
            super().stepBy(steps)

    def textFromValue(self, value: float) -> str:
        """With no more decimals than it needs."""
        decimals = next((d for d in (0, 1) if abs(value - round(value, d)) < 0.001), 2)
        return self.locale().toString(value, "f", decimals)

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """Nothing at all is a fine answer, and what is typed beside the dash is meant alone."""
        bare = self._bare(text)
        if not bare:
            return QValidator.State.Acceptable, text, at
        if NOTHING in text:
            text = text.replace(NOTHING, "")
            at = min(at, len(text))
        return super().validate(text, at)

    def valueFromText(self, text: str) -> float:
        """What was typed; nothing is no answer."""
        return super().valueFromText(text) if self._bare(text) else MISSING

    def _bare(self, text: str) -> str:
        for part in (self.prefix(), self.suffix(), NOTHING):
            text = text.replace(part, "") if part else text
        return text.strip()


class Amount(BetweenSteps):
    """The field between a minus and a plus; ``changed`` for what a person did."""

    changed = Signal()

    def __init__(self, title: str, unit: str, most: float, step: float, start: float) -> None:
        box = AmountBox(title, unit, most, step, start)
        super().__init__(title, box)
        self.box = box
        self.box.valueChanged.connect(self._on_value)
        self.show_value(None)

    @property
    def value(self) -> float | None:
        """The answer; None while there is none."""
        return self.box.value() if self.box.value() >= 0 else None

    def show_value(self, value: float | None) -> None:
        """Show an answer, or none, without one being given."""
        blocked = self.box.blockSignals(True)
        self.box.setValue(MISSING if value is None else value)
        self.box.blockSignals(blocked)
        self._enable()

    def _on_value(self) -> None:
        self._enable()
        self.changed.emit()

    def _enable(self) -> None:
        self.minus.setEnabled(self.box.value() >= 0)
        self.plus.setEnabled(self.box.value() < self.box.maximum())
