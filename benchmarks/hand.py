"""In the child: a hand at the real window. It fills in check-ins by mouse, then by keyboard alone.

Mouse and keys go to the window as the display sends them. What the person did is counted; what the
program took to answer is measured: the time its event loop was busy after each press.
"""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from recovery_coach.journal import PainEntry
from recovery_coach.ui.checkin_page import CheckinPage
from recovery_coach.ui.scale import Scale
from recovery_coach.ui.window import MainWindow

SETTLES = 0.12
"""Seconds after a press in which the answer to it is looked for."""
LEFT_BUTTON = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier
PLACES = ("lowback_L", "buttock_L")
MOST_TABS = 120
MOST_SCROLLS = 5
Key = Qt.Key


@dataclass
class Done:
    """What a person did for one entry, and what the program took for it."""

    clicks: int = 0
    """The first ones in a group: these are aimed at."""
    more: int = 0
    """Clicks beside the one before."""
    drags: int = 0
    scrolls: int = 0
    keys: int = 0
    """Keys that were chosen: a digit, Space, the first of some arrows."""
    runs: int = 0
    """Keys held or pressed again on the way: Tab after Tab."""
    sections: int = 0
    """Parts of the page that are read first."""
    busy: float = 0.0
    longest: float = 0.0


class Hand:
    """Presses, and counts."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.done = Done()

    def answer(self, act: Callable[[], object]) -> None:
        """Do something, and see how long the program is busy with it."""
        begun = time.monotonic()
        act()
        busy = time.monotonic() - begun
        while time.monotonic() - begun < SETTLES:
            turn = time.monotonic()
            QApplication.processEvents()
            took = time.monotonic() - turn
            if took > 0.001:
                busy += took
            threading.Event().wait(0.002)
        self.done.busy += busy
        self.done.longest = max(self.done.longest, busy)

    def read(self) -> None:
        """Something new is to be read first."""
        self.done.sections += 1

    # -- by mouse --------------------------------------------------------------------------

    def click(self, target: QWidget, at: QPoint | None = None, more: bool = False) -> None:
        """Click something, after scrolling to it where it is not in sight."""
        self._scroll_to(target, at)
        place = target.mapTo(self.window, at or target.rect().center())
        handle = self.window.windowHandle()
        self.answer(lambda: QTest.mouseClick(handle, LEFT_BUTTON, NO_KEYS, place))
        if more:
            self.done.more += 1
        else:
            self.done.clicks += 1

    def drag_up(self, target: QWidget, at: QPoint, pixels: int) -> None:
        """Press, pull up, let go."""
        self._scroll_to(target, at)
        begins = target.mapTo(self.window, at)
        ends, handle = begins - QPoint(0, pixels), self.window.windowHandle()
        self.answer(lambda: QTest.mousePress(handle, LEFT_BUTTON, NO_KEYS, begins))
        for part in (0.3, 0.6, 1.0):
            way = begins - QPoint(0, round(pixels * part))
            self.answer(partial(QTest.mouseMove, handle, way))
        self.answer(lambda: QTest.mouseRelease(handle, LEFT_BUTTON, NO_KEYS, ends))
        self.done.drags += 1

    def _scroll_to(self, target: QWidget, at: QPoint | None) -> None:
        page = self.window.page
        assert isinstance(page, QScrollArea)
        port = page.viewport()
        if not port.isAncestorOf(target):
            return
        bar = page.verticalScrollBar()
        for _ in range(MOST_SCROLLS):  # what keeps in view moves along meanwhile
            place = target.mapTo(port, at or target.rect().center())
            if port.rect().contains(place):
                return
            wanted = bar.value() + place.y() - port.height() // 3
            self.answer(partial(bar.setValue, wanted))
            self.done.scrolls += 1
        raise AssertionError(f"not to be scrolled to: {target.accessibleName()}")

    # -- by keyboard -----------------------------------------------------------------------

    def press(self, key: Qt.Key, run: bool = False) -> None:
        """Press a key where the focus is."""
        handle = self.window.windowHandle()
        self.answer(lambda: QTest.keyClick(handle, key))
        if run:
            self.done.runs += 1
        else:
            self.done.keys += 1

    def digit(self, number: int) -> None:
        """Answer with a number."""
        self.press(Key(Key.Key_0.value + number))

    def tab_to(self, *targets: QWidget) -> None:
        """Tab on until one of ``targets`` has the focus."""
        for _ in range(MOST_TABS):
            if QApplication.focusWidget() in targets:
                return
            self.press(Key.Key_Tab, run=True)
        raise AssertionError(f"no way to {[one.accessibleName() for one in targets]} by Tab")

    def tab_in(self, scale: Scale, number: int) -> None:
        """Answer a scale."""
        self.tab_to(*scale.strip.buttons)
        self.digit(number)


# -- three entries, by mouse -----------------------------------------------------------------


def number_alone(hand: Hand) -> None:
    """One click on Today."""
    hand.read()
    hand.click(hand.window.today.strip.buttons[3])


def flare(hand: Hand) -> None:
    """A bad day: a number and two places."""
    hand.read()
    hand.click(hand.window.today.flare_button)
    page = page_of(hand)
    hand.read()
    hand.click(page.form.much.back.strip.buttons[5])
    hand.read()
    for place in PLACES:
        hand.click(page.form.places.map, point_of(page, place))
    hand.click(page.save_button)


def full(hand: Hand) -> None:
    """Everything there is, filled in."""
    hand.read()
    hand.click(hand.window.today.check_in_button)
    page = page_of(hand)
    form, does = page.form, page.form.does
    hand.read()
    hand.click(form.much.back.strip.buttons[4])
    hand.click(form.much.leg.strip.buttons[1])
    hand.read()
    for place in PLACES:
        hand.drag_up(form.places.map, point_of(page, place), 60)
    hand.read()
    hand.click(form.kind.families[0].chips["achy"])
    hand.click(form.kind.families[0].chips["stiff"], more=True)
    hand.click(form.kind.families[1].chips["catching"])
    hand.read()
    hand.click(does.worst.strip.buttons[5])
    hand.click(does.stiff.plus)
    hand.click(does.stiff.plus, more=True)
    hand.click(does.woke.chips["no"])
    hand.click(does.runs.chips["buttock"])
    hand.click(does.side.chips["left"])
    hand.click(form.matter_button)
    day, doing = form.matter.day, form.matter.doing
    hand.read()
    hand.click(day.hours.plus)
    for scale, number in ((day.quality, 6), (day.stress, 3), (day.mood, 6)):
        hand.click(scale.strip.buttons[number])
    hand.click(day.water.plus)
    hand.read()
    hand.click(doing.training.chips["trained"])
    hand.click(doing.lifts.chips["deadlift"])
    hand.click(doing.lifts.chips["row"], more=True)
    hand.click(doing.minutes.plus)
    hand.click(doing.effort.strip.buttons[7])
    hand.click(doing.taken.chips["heat"])
    hand.click(page.save_button)


# -- the same by keyboard ----------------------------------------------------------------------


def number_by_keys(hand: Hand) -> None:
    """Tab to the strip, and a digit."""
    hand.read()
    hand.tab_to(*hand.window.today.strip.buttons)
    hand.digit(3)


def mark_by_keys(hand: Hand, page: CheckinPage, scores: tuple[int, int]) -> None:
    """The two places, from where the map begins; both are at the back of the body."""
    body = page.form.places.map
    hand.tab_to(body)
    for place, score in zip(PLACES, scores, strict=True):
        steer(hand, page, place)
        hand.digit(score)


def steer(hand: Hand, page: CheckinPage, place: str) -> None:
    """Arrow by arrow to a place, as one sees it."""
    body = page.form.places.map
    for _ in range(30):
        here, there = body._cursor, body._places.find(place)
        assert here is not None
        assert there is not None
        if here.shape.region == place:
            return
        way = there.number - here.number
        across, along = (
            Key.Key_Right if way.x() > 0 else Key.Key_Left,
            Key.Key_Down if way.y() > 0 else Key.Key_Up,
        )
        first, second = (across, along) if abs(way.x()) > abs(way.y()) else (along, across)
        hand.press(first, run=True)
        if body._cursor is here:
            hand.press(second, run=True)
    raise AssertionError(f"no way to {place} by arrows")


def flare_by_keys(hand: Hand) -> None:
    """A bad day: a number and two places."""
    hand.read()
    hand.tab_to(hand.window.today.flare_button)
    hand.press(Key.Key_Space)
    page = page_of(hand)
    hand.read()
    hand.digit(5)  # the page takes it before anything has the focus
    hand.read()
    mark_by_keys(hand, page, (5, 3))
    hand.tab_to(page.save_button)
    hand.press(Key.Key_Space)


def full_by_keys(hand: Hand) -> None:
    """Everything there is, filled in."""
    hand.read()
    hand.tab_to(hand.window.today.check_in_button)
    hand.press(Key.Key_Space)
    page = page_of(hand)
    form, does = page.form, page.form.does
    hand.read()
    hand.digit(4)
    hand.tab_in(form.much.leg, 1)
    hand.read()
    mark_by_keys(hand, page, (4, 2))
    hand.read()
    for family, word in ((0, "achy"), (0, "stiff"), (1, "catching")):
        hand.tab_to(form.kind.families[family].chips[word])
        hand.press(Key.Key_Space)
    hand.read()
    hand.tab_in(does.worst, 5)
    hand.tab_to(does.stiff.box)
    hand.press(Key.Key_Up)
    hand.press(Key.Key_Up, run=True)
    for chip in (does.woke.chips["no"], does.runs.chips["buttock"], does.side.chips["left"]):
        hand.tab_to(chip)
        hand.press(Key.Key_Space)
    hand.tab_to(form.matter_button)
    hand.press(Key.Key_Space)
    day, doing = form.matter.day, form.matter.doing
    hand.read()
    hand.tab_to(day.hours.box)
    hand.press(Key.Key_Up)
    for scale, number in ((day.quality, 6), (day.stress, 3), (day.mood, 6)):
        hand.tab_in(scale, number)
    hand.tab_to(day.water.box)
    hand.press(Key.Key_Up)
    hand.read()
    for chip in (doing.training.chips["trained"], *(doing.lifts.chips[x] for x in LIFTS)):
        hand.tab_to(chip)
        hand.press(Key.Key_Space)
    hand.tab_to(doing.minutes.box)
    hand.press(Key.Key_Up)
    hand.tab_in(doing.effort, 7)
    hand.tab_to(doing.taken.chips["heat"])
    hand.press(Key.Key_Space)
    hand.tab_to(page.save_button)
    hand.press(Key.Key_Space)


LIFTS = ("deadlift", "row")
WANTED = {
    "a number alone": {"nrs"},
    "a bad day": {"nrs", "regions"},
    "everything": {one.name for one in fields(PainEntry)} - {"session", "note"},
}
"""What an entry has to say; a note takes as long as it is."""
WAYS = {
    "a number alone": (number_alone, number_by_keys),
    "a bad day": (flare, flare_by_keys),
    "everything": (full, full_by_keys),
}


def page_of(hand: Hand) -> CheckinPage:
    """The check-in that was opened."""
    page = hand.window.page
    assert isinstance(page, CheckinPage)
    return page


def point_of(page: CheckinPage, place: str) -> QPoint:
    """Where a place is on the map."""
    found = page.form.places.map._places.find(place)
    assert found is not None
    return found.number.toPoint()


def fill_in(window: MainWindow) -> None:
    """Each entry by each hand, on Today; then tell what was counted, as JSON."""
    told: dict[str, list[dict[str, float]]] = {}
    window.windowHandle().requestActivate()
    for name, ways in WAYS.items():
        for way in ways:
            window.show_today()
            hand = Hand(window)
            hand.answer(lambda: None)
            hand.done = Done()
            before = entries(window)
            way(hand)
            (written,) = [one for one in entries(window) if one not in before]
            missing = WANTED[name] - written.to_body().keys()
            assert not missing, f"{name}: {missing} not given"
            assert len(written.regions) == (0 if name == "a number alone" else 2)
            told.setdefault(name, []).append(asdict(hand.done))
    os.write(1, (json.dumps(told) + "\n").encode())


def entries(window: MainWindow) -> list[PainEntry]:
    """What is in the journal of today."""
    assert window.journal is not None
    day = window.overview.now.date()
    return [entry.record for entry in window.journal.on_day(PainEntry, day)]
