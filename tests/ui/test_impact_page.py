"""The weekly impact check."""

from __future__ import annotations

import pytest

from recovery_coach.journal import ImpactRecord
from recovery_coach.ui.impact_page import ImpactPage
from tests.ui.seat import Seat


@pytest.fixture
def page(seat: Seat) -> ImpactPage:
    """The page in the window, and what is saved goes into the journal."""
    window = seat.sit_down()
    page = ImpactPage(window.look, seat.clock.now)
    page.saved.connect(seat.journal.append)
    window.show_page(page)
    seat.application.processEvents()
    return page


def test_nothing_is_filled_in_and_there_is_no_mean_yet(seat: Seat, page: ImpactPage):
    assert page.record == ImpactRecord(at=seat.clock.now())
    seat.click(page.pain.strip.buttons[4])
    seat.click(page.enjoyment.strip.buttons[6])
    assert seat.sees("Together: after all three")


def test_the_mean_after_all_three(seat: Seat, page: ImpactPage):
    for scale, number in ((page.pain, 4), (page.enjoyment, 6), (page.activity, 3)):
        seat.click(scale.strip.buttons[number])
    assert seat.sees("Together: 4.3 of 10")
    seat.click(page.activity.clear_button)
    assert seat.sees("Together: after all three")
    seat.click(page.activity.strip.buttons[3])
    seat.click("Save")
    (record,) = seat.records(ImpactRecord)
    assert (record.pain, record.enjoyment, record.activity) == (4, 6, 3)


def test_one_may_be_left_out(seat: Seat, page: ImpactPage):
    seat.click(page.pain.strip.buttons[4])
    seat.click("Save")
    (record,) = seat.records(ImpactRecord)
    assert (record.pain, record.enjoyment, record.mean) == (4, None, None)


def test_nothing_given_is_no_error(seat: Seat, page: ImpactPage):
    seat.click("Save")
    assert seat.records(ImpactRecord) == []
    assert seat.sees("Nothing is given yet.")
    seat.click(page.pain.strip.buttons[4])
    assert not seat.sees("Nothing is given yet.")


def test_it_says_whose_questions_these_are(seat: Seat, page: ImpactPage):
    assert seat.sees("inspired by the PEG scale and not scored against it")


def test_not_now(seat: Seat, page: ImpactPage):
    left: list[bool] = []
    page.left.connect(lambda: left.append(True))
    seat.click("Not now")
    assert left == [True]
