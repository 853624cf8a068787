"""Map and list are one answer: what is done in one is seen in the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from recovery_coach.ui.parts import ScrollPage, card
from recovery_coach.ui.places_picker import PlacesPicker
from recovery_coach.ui.theme import Look

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def picker(qtbot: QtBot, look: Look) -> Iterator[PlacesPicker]:
    frame = QWidget()
    made = PlacesPicker(look)
    QVBoxLayout(frame).addWidget(made)
    qtbot.addWidget(frame)
    frame.resize(560, 760)
    frame.show()
    with qtbot.waitActive(frame, timeout=5000):
        pass
    yield made
    frame.close()


def told(picker: PlacesPicker) -> list[Any]:
    found: list[Any] = []
    picker.changed.connect(found.append)
    return found


def click(qtbot: QtBot, target: QWidget) -> None:
    """Click it; what is new is shown once its layout is."""
    QApplication.processEvents()
    assert target.isVisible()
    qtbot.mouseClick(target, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def click_on_map(qtbot: QtBot, picker: PlacesPicker, region: str) -> None:
    placed = picker.map._places.find(region)
    assert placed is not None
    qtbot.mouseClick(picker.map, Left, pos=placed.number.toPoint())
    QApplication.processEvents()


def test_it_begins_with_the_map_and_nothing_marked(picker: PlacesPicker):
    assert picker.way == "map"
    assert picker.scores == {}
    assert not picker.list.none.isVisible()
    assert not picker.list.adding.isVisible()


def test_a_click_and_a_number_are_all_it_takes(picker: PlacesPicker, qtbot: QtBot):
    changes = told(picker)
    click_on_map(qtbot, picker, "lowback_L")
    line = picker.list.lines["lowback_L"]
    assert line.strip.isVisible()
    click(qtbot, line.strip.buttons[6])
    assert changes == [{"lowback_L": None}, {"lowback_L": 6}]
    assert picker.map.scores == picker.list.scores == {"lowback_L": 6}


def test_the_place_chosen_on_the_map_is_the_one_that_is_open(picker: PlacesPicker, qtbot: QtBot):
    for region in ("lowback_L", "calf_R"):
        click_on_map(qtbot, picker, region)
        opened = [name for name, line in picker.list.lines.items() if line.strip.isVisible()]
        assert opened == [region]
    click(qtbot, picker.list.lines["lowback_L"].opener)
    assert picker.map.selected == "lowback_L"
    click(qtbot, picker.list.lines["lowback_L"].opener)
    assert picker.map.selected == ""


def test_what_is_taken_away_in_the_list_is_gone_from_the_map(picker: PlacesPicker, qtbot: QtBot):
    picker.show_scores({"si_L": 3})
    changes = told(picker)
    click(qtbot, picker.list.lines["si_L"].remove)
    assert changes == [{}]
    assert picker.map.scores == {}
    assert picker.map.hasFocus()


def test_the_keyboard_scores_on_the_map_and_the_line_follows(picker: PlacesPicker, qtbot: QtBot):
    picker.map.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(picker.map, "10")
    assert picker.list.lines["lowback_mid"].strip.value == 10
    qtbot.keyClick(picker.map, Qt.Key.Key_Delete)
    assert picker.list.lines == {}


def test_the_list_does_without_the_map(picker: PlacesPicker, qtbot: QtBot):
    picker.show_scores({"si_L": 3})
    click(qtbot, picker.ways.buttons[1])
    assert picker.way == "list"
    assert not picker.map.isVisible()
    click(qtbot, picker.list.adding.button)
    tiles = [b for b in picker.findChildren(QAbstractButton) if b.isVisible()]
    click(qtbot, next(b for b in tiles if b.text() == "Neck"))
    assert picker.scores == {"si_L": 3, "neck_back": None}
    click(qtbot, picker.ways.buttons[0])
    assert picker.way == "map"
    assert picker.map.scores == {"si_L": 3, "neck_back": None}
    assert picker.list.lines["neck_back"].isVisible()


def test_tab_goes_through_it_as_it_is_read_and_then_on(picker: PlacesPicker, qtbot: QtBot):
    after = QPushButton("Save")
    picker.parentWidget().layout().addWidget(after)
    picker.show_scores({"si_L": 3, "chest": 2})
    picker.show_scores({"calf_R": None, "si_L": 3, "chest": 2})
    picker.list.select("si_L")
    QApplication.processEvents()
    picker.map.setFocus(Qt.FocusReason.TabFocusReason)
    lines = picker.list.lines
    wanted = [
        *lines["calf_R"].stops[:2],
        *lines["si_L"].stops[:2],
        lines["si_L"].strip.buttons[0],
        *lines["chest"].stops[:2],
        after,
    ]
    found = []
    for _ in wanted:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        found.append(QApplication.focusWidget())
    assert found == wanted


def test_tab_goes_through_the_question_too(picker: PlacesPicker, qtbot: QtBot):
    after = QPushButton("Save")
    picker.parentWidget().layout().addWidget(after)
    picker.show_way("list")
    picker.show_scores({"chest": 2})
    picker.list.adding.button.setFocus()
    qtbot.keyClick(picker.list.adding.button, Qt.Key.Key_Space)
    QApplication.processEvents()
    tiles = picker.list.adding.where.grid.tiles
    assert QApplication.focusWidget() is tiles[0]
    found = []
    for _ in tiles:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        found.append(QApplication.focusWidget())
    assert found == [*tiles[1:], after]


def test_showing_an_answer_tells_nothing(picker: PlacesPicker):
    changes = told(picker)
    picker.show_scores({"si_L": 3, "groin_R": None})
    assert picker.scores == {"si_L": 3, "groin_R": None}
    picker.show_scores({})
    assert picker.scores == {}
    assert changes == []


@pytest.mark.parametrize(("body", "width"), [(15, 460), (15, 560), (22, 560)])
@pytest.mark.parametrize("way", ["map", "list"])
def test_it_fits_into_a_card_of_a_page(qtbot: QtBot, look: Look, body: int, width: int, way: Any):
    """At 1280 x 800 and twice the size of text a body has 22 pixels; 460 is half a small page."""
    look.choose(text_size=round(body / 15 * 100))
    page = ScrollPage("Check-in")
    frame, inner = card(margin=20)
    picker = PlacesPicker(look)
    inner.addWidget(picker)
    page.body.addWidget(frame)
    qtbot.addWidget(page)
    picker.show_scores({"lowback_L": 6, "flank_R": None, "thoracic_mid": 10})
    picker.list.select("lowback_L")
    picker.show_way(way)
    page.resize(width + 80, 700)
    page.show()
    qtbot.waitExposed(page)
    assert look.px == body
    assert width - 4 <= frame.width() <= width
    for widget in (picker, picker.map, *picker.list.lines.values(), picker.list.adding):
        if widget.isVisible():
            assert widget.width() >= widget.minimumSizeHint().width()
            assert widget.height() >= widget.minimumSizeHint().height()
    for button in picker.list.lines["lowback_L"].strip.buttons:
        assert button.width() >= button.minimumSizeHint().width()


def test_before_anything_is_marked_it_leaves_room_for_the_page(qtbot: QtBot, look: Look):
    picker = PlacesPicker(look)
    qtbot.addWidget(picker)
    assert 440 <= picker.heightForWidth(520) <= 560
