"""The note of the week on Today: once a week, quiet, put away with one click, never at once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from recovery_coach.ui.trends_page import TrendsPage
from tests.journal.make import pain
from tests.ui.seat import Seat


@pytest.fixture
def fortnight(seat: Seat) -> Seat:
    """Two weeks of numbers, and the window over them."""
    app = seat.prepare()
    for ago in range(15):
        at = seat.clock.now() - timedelta(days=ago)
        app.journal.append(pain(3 if ago < 8 else 5, at=at))
    seat.sit_down()
    return seat


def settled(seat: Seat) -> None:
    """What the start did not wait for was done."""
    seat.window.offer_note()
    pass_a_moment(seat)


def pass_a_moment(seat: Seat) -> None:
    """What is done in later turns of the event loop was done, and is shown."""
    for _ in range(3):
        seat.application.processEvents()


def test_it_is_not_there_in_the_first_picture_and_comes_after_it(fortnight: Seat):
    assert not fortnight.sees("This week")
    settled(fortnight)
    assert fortnight.sees("This week")
    assert fortnight.sees("The last 7 days: median 3 (7 of 7 days); the 7 before: median 5")


def test_it_leads_to_trends(fortnight: Seat):
    settled(fortnight)
    fortnight.click("Open trends")
    assert isinstance(fortnight.page, TrendsPage)


def test_put_away_it_is_gone_until_sunday_and_undo_brings_it_back(fortnight: Seat):
    settled(fortnight)
    fortnight.click("Put away")
    pass_a_moment(fortnight)
    assert not fortnight.sees("This week")
    fortnight.undo()
    pass_a_moment(fortnight)
    assert fortnight.sees("This week")
    fortnight.click("Put away")
    fortnight.clock.advance(4 * 86400)  # a Wednesday, so a Sunday
    fortnight.window.go("today")
    pass_a_moment(fortnight)
    assert fortnight.sees("This week")


def test_in_the_first_week_there_is_nothing_to_say(seat: Seat):
    seat.prepare().journal.append(pain(3, at=seat.clock.now() - timedelta(days=2)))
    seat.sit_down()
    settled(seat)
    assert not seat.sees("This week")


def test_it_does_not_stand_beside_a_warning(fortnight: Seat):
    settled(fortnight)
    fortnight.checked(5, saddle_change="new_or_worse")
    fortnight.window.go("today")
    pass_a_moment(fortnight)
    assert not fortnight.sees("This week")
    settled(fortnight)
    assert not fortnight.sees("This week")


def test_a_number_that_is_given_is_in_it(fortnight: Seat):
    settled(fortnight)
    fortnight.clock.advance(86400)
    fortnight.window.go("today")
    pass_a_moment(fortnight)
    assert fortnight.sees("This week")
