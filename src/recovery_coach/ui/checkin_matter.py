"""The check-in about what may matter: sleep, stress, mood, water, training, what was taken."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.coach.checkin import FLUID_OUNCE, lifts, tags, trainings
from recovery_coach.journal import PainEntry
from recovery_coach.settings.model import Units
from recovery_coach.ui.amount import Amount
from recovery_coach.ui.checkin_pain import Section, Sides, beside
from recovery_coach.ui.chips import Chips
from recovery_coach.ui.pain_strip import NumberStrip, effort_strip
from recovery_coach.ui.parts import card, column, words
from recovery_coach.ui.scale import Scale
from recovery_coach.ui.theme import Look


class WhatMayMatter(Section):
    """Two cards: how the day was, and what was done in it."""

    def __init__(self, look: Look, units: Units) -> None:
        super().__init__()
        self.day = Day(look, units)
        self.doing = Doing(look)
        frames = []
        for part in (self.day, self.doing):
            part.changed.connect(self.changed)
            frame, inner = card(margin=16)
            inner.addWidget(part)
            inner.addStretch(1)
            frames.append(frame)
        self.sides = Sides(look, *frames)
        self.setLayout(self.sides)

    def show_entry(self, entry: PainEntry) -> None:
        """All of it."""
        self.day.show_entry(entry)
        self.doing.show_entry(entry)

    def fields(self) -> dict[str, Any]:
        """All of it."""
        return self.day.fields() | self.doing.fields()


class Day(Section):
    """Sleep, stress, mood, water."""

    def __init__(self, look: Look, units: Units) -> None:
        super().__init__()
        slept = tr("Sleep")
        self.hours = Amount(slept, tr("{n} h"), 24, 0.5, 7)
        self.quality = _plain(
            look,
            tr("Sleep quality"),
            tr("How well did you sleep?"),
            tr("0 · badly"),
            tr("10 · well"),
        )
        self.stress = _plain(look, tr("Stress"), tr("Stress"), tr("0 · none"), tr("10 · very high"))
        self.mood = _plain(look, tr("Mood"), tr("Mood"), tr("0 · low"), tr("10 · good"))
        drunk = tr("Water")
        self._in_ounces = units == "imperial"
        self._given: float | None = None
        if self._in_ounces:
            self.water = Amount(drunk, tr("{n} fl oz"), 400, 8, 16)
        else:
            self.water = Amount(drunk, tr("{n} l"), 12, 0.25, 0.5)
        layout = column(self, spacing=14)
        layout.addLayout(beside(slept, self.hours))
        for scale in (self.quality, self.stress, self.mood):
            layout.addWidget(scale)
        layout.addLayout(beside(drunk, self.water))
        for part in (self.hours, self.quality, self.stress, self.mood, self.water):
            part.changed.connect(self.changed)

    def show_entry(self, entry: PainEntry) -> None:
        """What an entry says of it."""
        self.hours.show_value(entry.sleep_hours)
        self.quality.show_value(entry.sleep_quality)
        self.stress.show_value(entry.stress)
        self.mood.show_value(entry.mood)
        self._given = entry.water
        self.water.show_value(None if entry.water is None else self._shown(entry.water))

    def fields(self) -> dict[str, Any]:
        """What is answered."""
        return {
            "sleep_hours": self.hours.value,
            "sleep_quality": self.quality.value,
            "stress": self.stress.value,
            "mood": self.mood.value,
            "water": self._litres(),
        }

    def _shown(self, litres: float) -> float:
        return round(litres / FLUID_OUNCE) if self._in_ounces else round(litres, 2)

    def _litres(self) -> float | None:
        """What is not touched stays as it was given, whatever it was rounded to."""
        value = self.water.value
        if value is None:
            return None
        if self._given is not None and value == self._shown(self._given):
            return self._given
        return round(value * FLUID_OUNCE, 3) if self._in_ounces else round(value, 2)


class Doing(Section):
    """Trained or a rest day, and what was taken or done for it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        training = tr("Training")
        self.training = Chips(training, trainings(), one=True)
        self.lifts = Chips(tr("What did you train?"), lifts())
        length = tr("How long?")
        self.minutes = Amount(length, tr("{n} min"), 600, 5, 45)
        self.effort = Scale(tr("How hard was it?"), effort_strip(look), "body")
        done = tr("Taken or done for it")
        self.taken = Chips(done, tags())
        self._more = QWidget()
        more = column(self._more, spacing=14)
        more.addWidget(self.lifts)
        more.addLayout(beside(length, self.minutes))
        more.addWidget(self.effort)
        layout = column(self, spacing=14)
        layout.addLayout(beside(training, self.training))
        layout.addWidget(self._more)
        layout.addWidget(words(done))
        layout.addWidget(self.taken)
        self.training.changed.connect(self._on_training)
        for part in (self.training, self.lifts, self.minutes, self.effort, self.taken):
            part.changed.connect(self.changed)
        self._on_training()

    def show_entry(self, entry: PainEntry) -> None:
        """What an entry says of it."""
        self.training.show_values([entry.training])
        self.lifts.show_values(entry.lifts)
        self.minutes.show_value(entry.training_minutes)
        self.effort.show_value(entry.effort)
        self.taken.show_values(entry.taken)
        self._on_training()

    def fields(self) -> dict[str, Any]:
        """What is answered; of training only where there was any."""
        trained = self._trained
        minutes = self.minutes.value if trained else None
        return {
            "training": self.training.value,
            "lifts": self.lifts.values if trained else (),
            "training_minutes": None if minutes is None else round(minutes),
            "effort": self.effort.value if trained else None,
            "taken": self.taken.values,
        }

    @property
    def _trained(self) -> bool:
        return self.training.value == "trained"

    def _on_training(self) -> None:
        self._more.setVisible(self._trained)


def _plain(look: Look, name: str, question: str, low: str, high: str) -> Scale:
    """A scale that is not of pain, so without its colours."""
    return Scale(question, NumberStrip(look, name, low, high, coloured=False), "body")
