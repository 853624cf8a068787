"""The body map: marked and scored by mouse and by keyboard, and told in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from recovery_coach.library.regions import body_regions
from recovery_coach.ui import body_map
from recovery_coach.ui.body_map import A_STEP, LEAST_PIXELS, BodyMap
from recovery_coach.ui.body_painter import mark_colour
from recovery_coach.ui.body_places import Placed
from recovery_coach.ui.parts import on_keys
from recovery_coach.ui.place_words import raised
from recovery_coach.ui.theme import Look

Key = Qt.Key
Button = Qt.MouseButton


class Person:
    """Someone with a mouse and a keyboard before the map; what they were told, and by whom."""

    def __init__(self, qtbot: QtBot, shown: BodyMap) -> None:
        self.qtbot = qtbot
        self.map = shown
        self.told: list[dict[str, int | None]] = []
        self.selected: list[str] = []
        self.heard: list[str] = []
        shown.changed.connect(self.told.append)
        shown.selected_changed.connect(self.selected.append)

    def at(self, region: str, facing: Any = None) -> QPoint:
        placed = self.map._places.find(region, facing)
        assert placed is not None
        return placed.number.toPoint()

    def click(self, region: str, button: Qt.MouseButton = Button.LeftButton) -> None:
        self.qtbot.mouseClick(self.map, button, pos=self.at(region))

    def drag(self, region: str, *steps: int) -> None:
        """Press, go so many steps up one after the other, and let go."""
        begin = QPointF(self.at(region))
        self._mouse(QEvent.Type.MouseButtonPress, begin)
        end = begin
        for step in steps:
            end = begin - QPointF(0, step * self.map._look.size(A_STEP))
            self._mouse(QEvent.Type.MouseMove, end)
        self._mouse(QEvent.Type.MouseButtonRelease, end)

    def hover(self, region: str) -> None:
        self._mouse(QEvent.Type.MouseMove, QPointF(self.at(region)), Button.NoButton)

    def _mouse(
        self, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton = Button.LeftButton
    ) -> None:
        held = Button.NoButton if kind == QEvent.Type.MouseButtonRelease else button
        cause = Button.NoButton if kind == QEvent.Type.MouseMove else button
        where = self.map.mapToGlobal(at)
        none = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(self.map, QMouseEvent(kind, at, where, cause, held, none))

    def come_in(self) -> None:
        """With Tab, from what stands before it."""
        before = self.map.window().findChild(QLineEdit)
        before.setFocus()
        self.qtbot.keyClick(before, Key.Key_Tab)
        assert self.map.hasFocus()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.qtbot.keyClick(self.map, key)

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.map, text)


@pytest.fixture
def person(qtbot: QtBot, look: Look, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    frame = QWidget()
    layout = QVBoxLayout(frame)
    shown = BodyMap(look, body_regions())
    layout.addWidget(QLineEdit())
    layout.addWidget(shown)
    qtbot.addWidget(frame)
    frame.resize(480, 560)
    frame.show()
    with qtbot.waitActive(frame, timeout=5000):
        pass
    made = Person(qtbot, shown)
    monkeypatch.setattr(body_map, "announce", lambda _, text: made.heard.append(text))
    yield made
    frame.close()


# -- by mouse ----------------------------------------------------------------------------------


def test_nothing_is_marked_to_begin_with(person: Person):
    assert person.map.scores == {}
    assert person.map.selected == ""


def test_a_click_marks_a_place_without_a_score_and_chooses_it(person: Person):
    person.click("lowback_L")
    assert person.map.scores == {"lowback_L": None}
    assert person.told == [{"lowback_L": None}]
    assert person.selected == ["lowback_L"]


def test_another_click_only_chooses_it_again(person: Person):
    person.click("lowback_L")
    person.click("calf_R")
    person.click("lowback_L")
    assert person.map.selected == "lowback_L"
    assert list(person.map.scores) == ["lowback_L", "calf_R"]
    assert len(person.told) == 2


def test_left_and_right_are_the_persons_own(person: Person):
    middle = person.map.width() / 2
    front, back = (person.at("knee_L", facing) for facing in ("front", "back"))
    assert front.x() < middle < back.x()
    assert front.x() > person.at("knee_R", "front").x()
    assert back.x() < person.at("knee_R", "back").x()


def test_dragging_up_raises_the_score_and_tells_of_it_once(person: Person):
    person.drag("si_R", 1, 3, 5)
    assert person.map.scores == {"si_R": 4}
    assert person.told == [{"si_R": 4}]


def test_it_goes_on_from_the_score_it_had(person: Person):
    person.map.show_scores({"si_R": 4})
    person.drag("si_R", 2)
    assert person.map.scores == {"si_R": 6}
    person.drag("si_R", -1)
    assert person.map.scores == {"si_R": 5}


@pytest.mark.parametrize(("way", "end"), [(40, 10), (-40, None)])
def test_it_ends_at_10_and_at_no_score(person: Person, way: int, end: int | None):
    person.map.show_scores({"si_R": 4})
    person.drag("si_R", way)
    assert person.map.scores == {"si_R": end}


def test_no_score_is_below_0_and_never_0():
    assert [raised(None, steps) for steps in (-1, 0, 1, 2)] == [None, None, 0, 1]
    assert [raised(0, -1), raised(1, -1), raised(10, 1)] == [None, 0, 10]


def test_a_hand_that_trembles_gives_no_score(person: Person):
    person.map.show_scores({"si_R": 4})
    at = QPointF(person.at("si_R"))
    person._mouse(QEvent.Type.MouseButtonPress, at)
    person._mouse(QEvent.Type.MouseMove, at + QPointF(2, 5))
    person._mouse(QEvent.Type.MouseButtonRelease, at + QPointF(2, 5))
    assert person.map.scores == {"si_R": 4}
    assert person.told == []


def test_while_it_is_dragged_the_number_is_seen_beside_the_pointer(person: Person):
    at = QPointF(person.at("trap_L"))
    person._mouse(QEvent.Type.MouseButtonPress, at)
    assert person.map._bubble() is None
    person._mouse(QEvent.Type.MouseMove, at - QPointF(0, 60))
    bubble = person.map._bubble()
    assert bubble is not None
    assert person.map.rect().contains(bubble.toPoint())
    assert person.map.words == "Between neck and shoulder, left: 4 of 10"
    person._mouse(QEvent.Type.MouseButtonRelease, at - QPointF(0, 60))
    assert person.map._bubble() is None


def test_the_right_button_takes_a_mark_away(person: Person):
    person.map.show_scores({"lowback_L": 6, "si_R": 4})
    person.click("lowback_L", Button.RightButton)
    assert person.told == [{"si_R": 4}]
    person.click("lowback_L", Button.RightButton)
    assert person.told == [{"si_R": 4}]
    assert person.map.scores == {"si_R": 4}


def test_another_button_in_the_middle_of_a_drag_means_nothing(person: Person):
    at = QPointF(person.at("si_R"))
    person._mouse(QEvent.Type.MouseButtonPress, at)
    person._mouse(QEvent.Type.MouseButtonPress, at, Button.RightButton)
    person._mouse(QEvent.Type.MouseButtonRelease, at, Button.RightButton)
    person._mouse(QEvent.Type.MouseMove, at - QPointF(0, 48))
    person._mouse(QEvent.Type.MouseButtonRelease, at - QPointF(0, 48))
    assert person.told == [{"si_R": 3}]


def test_a_pointer_that_only_passes_changes_nothing(person: Person):
    """The button went up elsewhere: the window was left in the middle of a drag."""
    at = QPointF(person.at("si_R"))
    person._mouse(QEvent.Type.MouseButtonPress, at)
    person._mouse(QEvent.Type.MouseMove, at - QPointF(0, 48), Button.NoButton)
    assert person.map.scores == {"si_R": None}


def test_no_menu_of_the_page_opens_over_it(person: Person):
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5))
    menu.ignore()
    QApplication.sendEvent(person.map, menu)
    assert menu.isAccepted()


def test_beside_the_body_a_click_means_nothing(person: Person):
    person.qtbot.mouseClick(person.map, Button.LeftButton, pos=QPoint(4, 4))
    assert person.told == []


def test_what_is_pointed_at_is_named_beneath(person: Person):
    assert person.map.words == ""
    person.hover("lowback_R")
    assert person.map.words == "Low back beside the spine, right"
    person.map.show_scores({"lowback_R": 3})
    assert person.map.words == "Low back beside the spine, right: 3 of 10"
    person.map.show_scores({"lowback_R": None})
    assert person.map.words == "Low back beside the spine, right: marked, no score yet"
    QApplication.sendEvent(person.map, QEvent(QEvent.Type.Leave))
    assert person.map.words == ""


# -- by keyboard -------------------------------------------------------------------------------


def test_tab_comes_in_once_at_the_low_back_and_goes_on(person: Person):
    person.come_in()
    assert person.heard == ["Low back, centre: not marked"]
    person.qtbot.keyClick(person.map, Key.Key_Tab)
    assert not person.map.hasFocus()


def test_arrows_move_as_it_is_seen_and_mark_nothing(person: Person):
    person.come_in()
    person.press(Key.Key_Left, Key.Key_Down, Key.Key_Right, Key.Key_Up)
    assert person.heard[1:] == [
        "Low back beside the spine, left: not marked",
        "Dimple above the buttock, left: not marked",
        "Sacrum and tailbone: not marked",
        "Low back, centre: not marked",
    ]
    assert person.map.scores == {}


def test_arrows_reach_every_place_in_both_figures(person: Person):
    places = person.map._places
    reached: set[tuple[str, str]] = set()
    ahead: list[Placed] = [places.placed[0]]
    while ahead:
        here = ahead.pop()
        key = (here.shape.region, here.shape.facing)
        if key not in reached:
            reached.add(key)
            for way in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                ahead.append(places.next(here, *way))
    assert reached == {(one.shape.region, one.shape.facing) for one in places.placed}


def test_an_arrow_at_the_edge_stays(person: Person):
    person.come_in()
    person.press(*[Key.Key_Up] * 12)
    assert person.heard[-1] == person.heard[-2]


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Enter])
def test_space_and_enter_mark(person: Person, key: Qt.Key):
    person.come_in()
    person.press(key)
    assert person.told == [{"lowback_mid": None}]
    assert person.map.selected == "lowback_mid"
    assert person.heard[-1] == "Low back, centre: marked, no score yet"
    person.press(key)
    assert len(person.told) == 1


def test_a_digit_is_the_score_at_once(person: Person):
    person.come_in()
    person.type("6")
    assert person.told == [{"lowback_mid": 6}]
    assert person.heard[-1] == "Low back, centre: 6 of 10"


def test_1_and_0_are_10_but_not_once_something_else_was_done(person: Person):
    person.come_in()
    person.type("10")
    assert person.map.scores == {"lowback_mid": 10}
    person.type("100")
    assert person.map.scores == {"lowback_mid": 0}
    person.type("1")
    person.press(Key.Key_Left)
    person.type("0")
    assert person.map.scores == {"lowback_mid": 1, "lowback_L": 0}


def test_plus_and_minus_change_a_marked_one(person: Person):
    person.come_in()
    person.type("+")
    assert person.map.scores == {}
    person.type("6++-")
    assert person.map.scores == {"lowback_mid": 7}
    person.type("-" * 9)
    assert person.map.scores == {"lowback_mid": None}


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_delete_takes_a_mark_away(person: Person, key: Qt.Key):
    person.come_in()
    person.type("6")
    person.press(key)
    assert person.map.scores == {}
    assert person.map.selected == ""
    assert person.heard[-1] == "Low back, centre: not marked"


def test_escape_leaves_the_selection_and_only_then_the_page(person: Person):
    left: list[bool] = []
    on_keys(person.map.window(), lambda: left.append(True), Key.Key_Escape)
    person.come_in()
    person.type("6")
    person.press(Key.Key_Escape)
    assert (person.map.selected, left) == ("", [])
    assert person.map.scores == {"lowback_mid": 6}
    person.press(Key.Key_Escape)
    assert left == [True]


def test_enter_is_not_the_pages_here(person: Person):
    pressed: list[bool] = []
    on_keys(person.map.window(), lambda: pressed.append(True), Key.Key_Return)
    person.come_in()
    person.press(Key.Key_Return)
    assert pressed == []
    assert person.map.scores == {"lowback_mid": None}


def test_moving_onto_a_mark_chooses_it(person: Person):
    person.map.show_scores({"lowback_L": 6})
    person.come_in()
    person.press(Key.Key_Left)
    assert person.map.selected == "lowback_L"
    person.press(Key.Key_Left)
    assert person.map.selected == ""


def test_the_keyboard_goes_on_where_the_mouse_was(person: Person):
    person.click("calf_R")
    person.type("3")
    assert person.map.scores == {"calf_R": 3}


def test_other_keys_are_left_to_others(person: Person):
    person.come_in()
    person.type("xh?")
    person.qtbot.keyClick(person.map, Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert person.map.scores == {}


# -- what is shown -----------------------------------------------------------------------------


def test_showing_marks_tells_nothing(person: Person):
    person.map.show_scores({"groin_L": 2, "arm_R": None})
    assert person.map.scores == {"groin_L": 2, "arm_R": None}
    assert person.told == []


def test_the_marks_of_a_newer_program_are_kept(person: Person):
    person.map.show_scores({"left_ear": 2})
    person.click("chest")
    person.map.grab()
    assert person.told == [{"left_ear": 2, "chest": None}]


def test_a_screen_reader_is_told_what_it_holds(person: Person):
    person.map.show_scores({"groin_L": 2, "arm_R": None})
    interface = QAccessible.queryAccessibleInterface(person.map)
    assert interface.text(QAccessible.Text.Name) == "Body map"
    told = interface.text(QAccessible.Text.Description)
    assert told.startswith("Groin, left: 2 of 10. Arm or hand, right: marked, no score yet. ")


@pytest.mark.parametrize("theme", ["dark", "light", "contrast"])
def test_a_mark_wears_the_colour_of_its_score(person: Person, look: Look, theme: Any):
    look.choose(theme)
    person.map.show_scores({"thigh_back_L": 8, "thigh_back_R": None})
    image = person.map.grab().toImage()
    aside = QPoint(0, 14)  # below the number
    for region, score in person.map.scores.items():
        seen = image.pixelColor(person.at(region) + aside)
        assert seen.name() == mark_colour(look, score).name()
    assert image.pixelColor(person.at("thigh_front_L")) == QColor(look.palette.raised)


def test_the_focus_can_be_seen(person: Person):
    person.map.setFocus(Qt.FocusReason.MouseFocusReason)
    plain = person.map.grab().toImage()
    person.come_in()
    assert person.map.grab().toImage() != plain


def test_the_body_is_not_mirrored_where_one_reads_from_the_right(person: Person):
    before = person.map.grab().toImage()
    person.map.window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert person.map.grab().toImage() == before


def test_every_region_is_found_at_its_number_even_in_the_smallest(person: Person):
    person.map.resize(*LEAST_PIXELS)
    for one in person.map._places.placed:
        assert person.map._places.at(one.number) is one


def test_both_figures_are_whole_at_every_size(person: Person):
    for size in (LEAST_PIXELS, (460, 520), (900, 500), (520, 900)):
        person.map.resize(*size)
        for one in person.map._places.placed:
            assert person.map.rect().contains(one.path.boundingRect().toAlignedRect())


def test_it_grows_with_the_text_and_asks_for_no_more_than_it_needs(person: Person, look: Look):
    small = person.map.sizeHint()
    assert person.map.heightForWidth(400) == 400 + look.size(2)
    look.choose(text_size=200)
    assert person.map.sizeHint().height() > 1.5 * small.height()
