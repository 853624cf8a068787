"""The places as a list: marked, scored and taken away without a map, by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from recovery_coach.library.regions import body_regions
from recovery_coach.ui.region_list import RegionList
from recovery_coach.ui.theme import Look

Key = Qt.Key
Told = list[dict[str, int | None]]


@pytest.fixture
def places(qtbot: QtBot, look: Look) -> Iterator[RegionList]:
    frame = QWidget()
    layout = QVBoxLayout(frame)
    shown = RegionList(look, body_regions())
    layout.addWidget(shown)
    layout.addStretch(1)
    qtbot.addWidget(frame)
    frame.resize(520, 700)
    frame.show()
    with qtbot.waitActive(frame, timeout=5000):
        pass
    yield shown
    frame.close()


def told(places: RegionList) -> Told:
    found: Told = []
    places.changed.connect(found.append)
    return found


def click(qtbot: QtBot, target: QWidget) -> None:
    """Click it; what is new is shown once its layout is."""
    QApplication.processEvents()
    assert target.isVisible()
    qtbot.mouseClick(target, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)
        QApplication.processEvents()


def focused() -> str:
    widget = QApplication.focusWidget()
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def seen(places: RegionList) -> list[str]:
    labels = (label.text() for label in places.findChildren(QLabel) if label.isVisible())
    return [text for text in labels if text]


def tile(places: RegionList, name: str) -> QAbstractButton:
    found = (b for b in places.findChildren(QAbstractButton) if b.isVisible())
    return next(b for b in found if b.accessibleName() == name)


# -- adding ------------------------------------------------------------------------------------


def test_it_begins_empty_and_says_so(places: RegionList):
    assert places.scores == {}
    assert seen(places) == ["No place is marked."]


def test_a_place_is_added_by_its_area_and_asks_for_its_number(places: RegionList, qtbot: QtBot):
    changes = told(places)
    places.adding.button.setFocus()
    press(qtbot, Key.Key_Space)
    assert "Where is it?" in seen(places)
    assert focused() == "Low back"
    press(qtbot, Key.Key_Space)
    assert "Low back" in seen(places)
    assert focused() == "Low back beside the spine, left"
    press(qtbot, Key.Key_Space)
    assert changes == [{"lowback_L": None}]
    assert focused() == "Low back beside the spine, left: 0 of 10"
    press(qtbot, Key.Key_6)
    assert changes[1:] == [{"lowback_L": 6}]
    assert "Where is it?" not in seen(places)


def test_an_area_that_is_one_place_is_added_at_once(places: RegionList, qtbot: QtBot):
    changes = told(places)
    click(qtbot, places.adding.button)
    click(qtbot, tile(places, "Neck"))
    assert changes == [{"neck_back": None}]


def test_the_way_back_from_the_wrong_area(places: RegionList, qtbot: QtBot):
    click(qtbot, places.adding.button)
    assert not places.adding.back.isVisible()
    click(qtbot, tile(places, "Thigh and knee"))
    click(qtbot, places.adding.back)
    assert "Where is it?" in seen(places)
    click(qtbot, places.adding.button)
    assert "Where is it?" not in seen(places)


def test_adding_a_marked_place_again_keeps_its_score(places: RegionList, qtbot: QtBot):
    places.show_scores({"neck_back": 4})
    click(qtbot, places.adding.button)
    assert tile(places, "Neck").isChecked()
    click(qtbot, tile(places, "Neck"))
    assert places.scores == {"neck_back": 4}
    assert places.selected == "neck_back"


def test_as_many_places_as_there_are(places: RegionList):
    every = {region.id: None for region in body_regions().regions}
    places.show_scores(every)
    assert list(places.lines) == list(every)


# -- scores ------------------------------------------------------------------------------------


def test_the_lines_stand_in_the_order_of_the_marks(places: RegionList):
    places.show_scores({"si_L": 4, "calf_R": None})
    places.show_scores({"calf_R": None, "si_L": 4})
    layout = places._rows
    assert [layout.itemAt(i).widget() for i in range(2)] == list(places.lines.values())
    assert list(places.lines) == ["calf_R", "si_L"]


def test_one_place_at_a_time_shows_its_numbers(places: RegionList, qtbot: QtBot):
    places.show_scores({"si_L": 4, "calf_R": None})
    QApplication.processEvents()
    assert not any(line.strip.isVisible() for line in places.lines.values())
    for region in ("si_L", "calf_R"):
        click(qtbot, places.lines[region].opener)
        shown = [name for name, line in places.lines.items() if line.strip.isVisible()]
        assert shown == [region]
        assert places.selected == region
    click(qtbot, places.lines["calf_R"].opener)
    assert places.selected == ""


def test_a_click_on_a_number_is_the_score(places: RegionList, qtbot: QtBot):
    places.show_scores({"si_L": 4})
    changes = told(places)
    click(qtbot, places.lines["si_L"].opener)
    assert places.lines["si_L"].strip.value == 4
    click(qtbot, places.lines["si_L"].strip.buttons[10])
    assert changes == [{"si_L": 10}]


def test_a_digit_on_the_line_is_the_score_at_once(places: RegionList, qtbot: QtBot):
    places.show_scores({"si_L": None})
    changes = told(places)
    places.lines["si_L"].opener.setFocus()
    press(qtbot, Key.Key_7)
    assert changes == [{"si_L": 7}]
    assert focused() == "Dimple above the buttock, left: 7 of 10"


def test_a_screen_reader_hears_place_and_score_and_what_is_taken_away(places: RegionList):
    places.show_scores({"si_L": None})
    line = places.lines["si_L"]
    assert line.opener.accessibleName() == "Dimple above the buttock, left: marked, no score yet"
    assert line.remove.accessibleName() == "Take away: Dimple above the buttock, left"


def test_taking_one_away_leads_the_keyboard_to_the_next(places: RegionList, qtbot: QtBot):
    places.show_scores({"si_L": 4, "calf_R": None, "chest": 2})
    changes = told(places)
    for follows in ("Calf, right: marked, no score yet", "Chest: 2 of 10", "Add a place"):
        next(iter(places.lines.values())).remove.setFocus()
        press(qtbot, Key.Key_Space)
        assert focused() == follows
    assert changes == [{"calf_R": None, "chest": 2}, {"chest": 2}, {}]
    assert seen(places) == ["No place is marked."]


def test_showing_marks_tells_nothing(places: RegionList):
    changes = told(places)
    places.show_scores({"si_L": 4})
    places.show_scores({})
    assert changes == []
