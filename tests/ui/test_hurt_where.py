"""Where it hurts, in two taps: asked last, never needed, and on record at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from recovery_coach.journal import HurtRecord
from recovery_coach.library.regions import body_regions
from recovery_coach.session.states import State
from recovery_coach.ui.hurt import HurtPage
from recovery_coach.ui.tiles import Tile
from tests.ui.seat import Seat, steps

GET_READY = 5
Key = Qt.Key


@pytest.fixture
def page(seat: Seat) -> HurtPage:
    """In the third squat, after 3 at the beginning; 4, and none of the words."""
    seat.window_of_today()
    seat.checked(3)
    seat.start(*steps("squat", "plank"))
    seat.pass_time(GET_READY + 9)
    seat.press(Key.Key_H)
    seat.click(seat.page.strip.buttons[4])
    seat.click(seat.page.word_buttons["none"])
    made = seat.page
    assert isinstance(made, HurtPage)
    return made


def tile(seat: Seat, name: str) -> Tile:
    (found,) = [one for one in seat.all(Tile) if one.accessibleName() == name]
    return found


def tap(seat: Seat, *names: str) -> None:
    for name in names:
        seat.click(tile(seat, name))


def regions(seat: Seat) -> tuple[str, ...]:
    (one,) = seat.records(HurtRecord)
    return one.regions


def focused(seat: Seat) -> str:
    widget = seat.application.focusWidget()
    return widget.accessibleName() if widget is not None else ""


# -- asked last --------------------------------------------------------------------------------


def test_it_is_asked_once_the_first_two_are_answered(seat: Seat):
    seat.practise(*steps("squat"))
    seat.pass_time(GET_READY + 9)
    seat.press(Key.Key_H)
    assert list(seat.all(Tile)) == []
    seat.click(seat.page.strip.buttons[2])
    assert list(seat.all(Tile)) == []
    seat.click(seat.page.word_buttons["none"])
    assert seat.sees("Where is it?")
    assert not seat.page.strip.isVisible()


def test_the_areas_are_large_and_nothing_is_chosen(seat: Seat, page: HurtPage):
    tiles = list(seat.all(Tile))
    assert [one.text() for one in tiles] == [area.label for area in body_regions().areas]
    assert not any(one.isChecked() for one in tiles)
    assert all(one.height() >= 45 for one in tiles)


def test_what_hurts_stands_above_it(seat: Seat, page: HurtPage):
    assert seat.sees("Squat · set 1 · rep 3")


def test_a_warning_sign_ends_the_session_before_any_place_is_asked(seat: Seat):
    seat.practise(*steps("squat"))
    seat.pass_time(GET_READY + 9)
    seat.press(Key.Key_H)
    seat.click(seat.page.strip.buttons[2])
    seat.click(seat.page.word_buttons["limb"])
    assert seat.stage.practice.player.state is State.STOPPED
    assert list(seat.all(Tile)) == []
    assert not seat.sees("Where is it?")


def test_after_sharp_pain_it_is_asked_below_the_advice(seat: Seat, page: HurtPage):
    seat.click("None of these")
    seat.click(page.word_buttons["sharp"])
    assert seat.sees("That exercise is over for today.")
    tap(seat, "Low back", "Low back, centre")
    assert regions(seat) == ("lowback_mid",)
    assert list(page.offers) == ["stop", "gentle"]


def test_nobody_has_to_answer_it(seat: Seat, page: HurtPage):
    assert list(page.offers) == ["go_on", "skip", "stop"]
    seat.click("Go on")
    assert seat.page is seat.stage
    assert regions(seat) == ()


# -- two taps ----------------------------------------------------------------------------------


def test_an_area_and_a_place_in_it_and_it_is_on_record(seat: Seat, page: HurtPage):
    tap(seat, "Low back", "Low back beside the spine, left")
    assert regions(seat) == ("lowback_L",)
    assert list(seat.all(Tile)) == []
    assert seat.button("Low back beside the spine, left").isVisible()


def test_the_places_lie_as_on_the_body_with_whose_left_it_is(seat: Seat, page: HurtPage):
    tap(seat, "Low back")
    assert seat.sees("Your left")
    assert seat.sees("Your right")
    rows = [
        ["Low back beside the spine, left", "Low back, centre", "Low back beside the spine, right"],
        [
            "Dimple above the buttock, left",
            "Sacrum and tailbone",
            "Dimple above the buttock, right",
        ],
    ]
    for row in rows:
        places = [tile(seat, name).mapTo(seat.window, QPoint(0, 0)) for name in row]
        assert len({place.y() for place in places}) == 1
        assert [place.x() for place in places] == sorted(place.x() for place in places)


def test_your_left_is_on_the_left_also_where_one_reads_from_the_right(seat: Seat, page: HurtPage):
    seat.application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        tap(seat, "Low back")
        left = tile(seat, "Low back beside the spine, left").mapTo(seat.window, QPoint(0, 0))
        right = tile(seat, "Low back beside the spine, right").mapTo(seat.window, QPoint(0, 0))
        assert left.x() < right.x()
    finally:
        seat.application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_an_area_that_is_one_place_is_one_tap(seat: Seat, page: HurtPage):
    tap(seat, "Neck")
    assert regions(seat) == ("neck_back",)


@pytest.mark.parametrize("area", [one.label for one in body_regions().areas])
def test_every_place_can_be_reached(seat: Seat, page: HurtPage, area: str):
    known = body_regions()
    (found,) = [known.of(one) for one in known.areas if one.label == area]
    tap(seat, area)
    if len(found) > 1:
        shown = {one.accessibleName() for one in seat.all(Tile)}
        assert shown == {region.words for region in found}


def test_what_belongs_to_the_saddle_is_said(seat: Seat, page: HurtPage):
    tap(seat, "Hip, buttock, groin")
    assert "inner thighs" in tile(seat, "Between the legs").accessibleDescription()


def test_the_first_tap_can_be_taken_back(seat: Seat, page: HurtPage):
    tap(seat, "Below the knee")
    seat.click("Somewhere else")
    tap(seat, "Low back", "Sacrum and tailbone")
    assert regions(seat) == ("sacrum_mid",)


# -- answers asked again -----------------------------------------------------------------------


def test_a_place_can_be_changed(seat: Seat, page: HurtPage):
    tap(seat, "Low back", "Low back, centre")
    seat.click("Low back, centre")
    assert regions(seat) == ()
    tap(seat, "Neck")
    assert regions(seat) == ("neck_back",)


def test_a_second_place_may_be_added_and_no_third(seat: Seat, page: HurtPage):
    tap(seat, "Low back", "Low back, centre")
    seat.click("Another place")
    assert tile(seat, "Low back").isChecked()
    tap(seat, "Low back")
    assert tile(seat, "Low back, centre").isChecked()
    tap(seat, "Dimple above the buttock, right")
    assert regions(seat) == ("lowback_mid", "si_R")
    assert seat.buttons("Another place") == []


def test_the_same_place_is_one_place(seat: Seat, page: HurtPage):
    tap(seat, "Neck")
    seat.click("Another place")
    tap(seat, "Neck")
    assert regions(seat) == ("neck_back",)


def test_the_score_asked_again_keeps_the_place(seat: Seat, page: HurtPage):
    tap(seat, "Neck")
    seat.click("4 of 10")
    assert page.strip.isVisible()
    assert list(page.offers) == ["go_on", "skip", "stop"]
    seat.click(page.strip.buttons[2])
    (one,) = seat.records(HurtRecord)
    assert (one.score, one.words, one.regions) == (2, ("none",), ("neck_back",))
    assert not page.strip.isVisible()


# -- by keyboard alone -------------------------------------------------------------------------


def test_digits_answer_and_arrows_lead_to_each_question(seat: Seat):
    seat.window_of_today()
    seat.checked(3)
    seat.start(*steps("squat", "plank"))
    seat.pass_time(GET_READY + 9)
    seat.press(Key.Key_H, Key.Key_4)
    assert seat.page.strip.value == 4
    while seat.application.focusWidget() is not seat.page.word_buttons["none"]:
        seat.press(Key.Key_Tab)
    seat.press(Key.Key_Space)
    assert seat.page.hasFocus()
    seat.press(Key.Key_Down)
    assert focused(seat) == "Low back"
    seat.press(Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Down)
    assert focused(seat) == "Thigh and knee"
    seat.press(Key.Key_Left, Key.Key_Left, Key.Key_Up, Key.Key_Up)
    assert focused(seat) == "Low back"
    assert regions(seat) == ()
    seat.press(Key.Key_Return)
    seat.press(Key.Key_Down, Key.Key_Down, Key.Key_Right)
    assert focused(seat) == "Sacrum and tailbone"
    seat.press(Key.Key_Space)
    assert regions(seat) == ("sacrum_mid",)
    assert focused(seat) == "This hurts"


def test_an_arrow_goes_over_a_free_place(seat: Seat, page: HurtPage):
    tap(seat, "Hip, buttock, groin")
    tile(seat, "Outer hip, left").setFocus()
    seat.press(Key.Key_Right)
    assert focused(seat) == "Outer hip, right"
    seat.press(Key.Key_Up, Key.Key_Left)
    assert focused(seat) == "Between the legs"
    seat.press(Key.Key_Down)
    assert focused(seat) == "Outer hip, left"
