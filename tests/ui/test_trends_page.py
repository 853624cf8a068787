"""Trends: the headline first, the rest as it comes; spans, days dragged across, a day opened."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from recovery_coach.insight.plain import Span
from recovery_coach.journal import Journal, JournalTrouble, MarkRecord
from recovery_coach.ui.chart_card import ChartCard
from recovery_coach.ui.journal_page import JournalPage
from recovery_coach.ui.level_page import LevelPage
from recovery_coach.ui.trends_balance import BalanceSection
from recovery_coach.ui.trends_beside import BesideSection
from recovery_coach.ui.trends_factors import FactorsSection
from recovery_coach.ui.trends_load import LoadSection
from recovery_coach.ui.trends_page import TrendsPage
from recovery_coach.ui.trends_parts import Section
from recovery_coach.ui.trends_phases import PhasesSection
from recovery_coach.ui.trends_response import ResponseSection
from tests.journal.make import one_set, pain, session
from tests.ui.seat import Seat

NOW = date(2026, 3, 4)


def give(seat: Seat, nrs: int | None, days: float = 0, **changes: Any) -> str:
    """A number some days ago; its record id."""
    at = seat.clock.now() - timedelta(days=days)
    return seat.prepare().journal.append(pain(nrs, at=at, **changes)).record_id


def practise(seat: Seat, days: int, before: int = 4, after: int = 3) -> str:
    """A session some days ago, with the sets of both sides."""
    began = seat.clock.now() - timedelta(days=days)
    made = session(
        "core_stability",
        routine_name="Core stability",
        started_at=began,
        state="finished",
        active_seconds=900.0,
        pain_before=before,
        pain_after=after,
        effort=6,
    )
    journal = seat.prepare().journal
    identifier = journal.append(made).record_id
    for segment, side in enumerate(("left", "right")):
        done = one_set(
            identifier, segment, side=side, exercise="side_plank", seconds=20.0, at=began
        )
        journal.append(done)
    return identifier


def open_trends(seat: Seat) -> TrendsPage:
    """Go there, and wait until all of it has come."""
    seat.window  # noqa: B018 - the window is made by being asked for
    seat.click("Trends")
    page = seat.page
    assert isinstance(page, TrendsPage)
    settle(seat, page)
    return page


def settle(seat: Seat, page: TrendsPage) -> None:
    seat.qtbot.waitUntil(lambda: not page.busy)


def headline(page: TrendsPage) -> str:
    return page._headline.text()


def section(page: TrendsPage, kind: type[Section]) -> Any:
    return next(one for one in page.sections if isinstance(one, kind))


def words_in(widget: Any) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


@pytest.fixture
def weeks(seat: Seat) -> Seat:
    """Twelve weeks, with days missing, a session a week, and a spike in February."""
    for ago in range(84):
        if ago % 9:
            spike = ago == 20
            note = "PR attempt, slept 5 h" if spike else ""
            give(seat, 8 if spike else 3 if ago < 40 else 5, ago, note=note)
    for ago in range(2, 80, 7):
        practise(seat, ago)
    seat.sit_down()
    return seat


# -- coming there ------------------------------------------------------------------------------


def test_an_empty_journal_invites_and_shows_no_empty_chart(seat: Seat):
    seat.sit_down()
    page = open_trends(seat)
    assert headline(page) == "A number on Today is where this begins"
    assert not page.pain.isVisible()
    assert not any(one.isVisible() for one in page.sections)
    seat.click("Go to Today")
    assert seat.page is seat.window.today


def test_the_headline_and_the_chart_are_there_before_the_rest(weeks: Seat):
    weeks.window.go("trends")
    page = weeks.page
    assert page.busy
    assert headline(page).endswith("days missing")
    assert page.pain.isVisible()
    assert not any(one.isVisible() for one in page.sections)
    settle(weeks, page)
    assert [type(one) for one in page.sections if one.isVisible()] == [
        BesideSection,
        ResponseSection,
        PhasesSection,
        LoadSection,
        BalanceSection,
    ]


def test_an_unchanged_journal_is_not_read_again(weeks: Seat, monkeypatch: pytest.MonkeyPatch):
    page = open_trends(weeks)
    weeks.click("Today")
    monkeypatch.setattr("recovery_coach.ui.trends_page.head_of", None)
    weeks.click("Trends")
    assert weeks.page is page
    assert not page.busy


def test_what_is_written_meanwhile_is_shown(weeks: Seat):
    page = open_trends(weeks)
    before = headline(page)
    for hours in range(1, 4):
        give(weeks, 9, days=hours / 24)
    for ago in range(1, 28):
        give(weeks, 9, days=ago, source="terminal")
    weeks.window.refresh()
    assert headline(page) != before


def test_a_journal_that_fails_is_told_and_nothing_breaks(
    weeks: Seat, monkeypatch: pytest.MonkeyPatch
):
    def fail(*_: object) -> None:
        raise JournalTrouble("damaged", weeks.home)

    monkeypatch.setattr("recovery_coach.ui.trends_response.responses", fail)
    weeks.click("Trends")
    weeks.qtbot.waitUntil(lambda: not isinstance(weeks.page, TrendsPage))


def test_without_a_journal_it_says_so(seat: Seat):
    seat.sit_down()
    seat.window.overview.journal = None
    seat.window.go("trends")
    assert seat.sees("The journal cannot be used right now, so there is nothing to show.")


# -- what is looked at -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "words"),
    [("A week", "Last 7 days"), ("A month", "Last 30 days"), ("All", "All of your journal")],
)
def test_another_span(weeks: Seat, name: str, words: str):
    page = open_trends(weeks)
    weeks.click(name)
    assert weeks.sees(f"The back now · {words}")
    settle(weeks, page)


def test_days_that_were_dragged_across_and_the_way_back(weeks: Seat):
    page = open_trends(weeks)
    page.pain.zoomed.emit(Span(date(2026, 2, 1), date(2026, 2, 20)))
    assert weeks.sees("The back now · 1 to 20 February")
    assert page.bar.zoomed.isVisible()
    assert not any(chip.isChecked() for chip in page.bar.spans.values())
    weeks.click(page.bar.zoomed)
    assert weeks.sees("The back now · Last 12 weeks")
    assert not page.bar.zoomed.isVisible()


def test_a_span_is_chosen_in_place_of_the_days(weeks: Seat):
    page = open_trends(weeks)
    page.pain.zoomed.emit(Span(date(2026, 2, 1), date(2026, 2, 20)))
    weeks.click("12 weeks")
    assert page.choice.zoom is None
    assert page.bar.spans["quarter"].isChecked()


def test_a_region_with_its_side(seat: Seat):
    for ago in range(1, 10):
        give(seat, 3, ago, regions=("lowback_L=6",))
    seat.sit_down()
    page = open_trends(seat)
    seat.click("Shown: The back now")
    seat.click("Low back beside the spine, left")
    assert headline(page).startswith("Median 6")
    assert page.pain.title.text() == "Low back beside the spine, left"


def test_everything_is_reached_by_keyboard(weeks: Seat):
    page = open_trends(weeks)
    seen = set()
    for _ in range(60):
        weeks.press(Qt.Key.Key_Tab)
        seen.add(weeks.application.focusWidget())
    wanted = [page.report_button, *page.bar.spans.values(), page.bar.openers["shown"]]
    wanted += [page.pain.view, page.mark_button]
    assert seen.issuperset(wanted)


# -- where it leads ----------------------------------------------------------------------------


def test_a_day_is_opened_in_the_diary_with_the_own_words(weeks: Seat):
    page = open_trends(weeks)
    page.pain.day_opened.emit(NOW - timedelta(days=20))
    page = weeks.page
    assert isinstance(page, JournalPage)
    assert page.calendar.day == NOW - timedelta(days=20)
    weeks.qtbot.waitUntil(
        lambda: any("PR attempt, slept 5 h" in line.accessibleName() for line in page.lines)
    )


def test_a_day_is_marked_and_stands_in_the_chart(weeks: Seat):
    page = open_trends(weeks)
    weeks.click("Mark a day")
    assert weeks.page is not page
    weeks.window.go_back()
    assert weeks.page is page


# -- sections ----------------------------------------------------------------------------------


def test_what_followed_says_its_pairs_and_asks_after_exercises_too(weeks: Seat):
    page = open_trends(weeks)
    found = section(page, ResponseSection)
    assert "12 sessions with both numbers" in found.after.lead.text()
    assert not found.morning.isVisible()
    weeks.click("Exercise")
    assert found.bar.openers["name"].text() == "Side plank (12)"


def test_a_comparison_that_was_begun_stands_there_with_its_verdict(weeks: Seat):
    at = weeks.clock.now() - timedelta(days=5)
    weeks.journal.append(MarkRecord(at=at, words="Walk every day", compares=True))
    page = open_trends(weeks)
    said = words_in(section(page, PhasesSection))
    assert "Walk every day, from 27 February" in said
    assert any(line.startswith("Not enough data") for line in said)
    assert any("Bad spells" in line for line in said)


def test_factors_say_their_n_or_how_many_days_there_are(seat: Seat):
    for ago in range(1, 30):
        give(seat, 5 if ago < 11 else 3, ago, sleep_hours=5 if ago < 11 else 8)
    seat.sit_down()
    page = open_trends(seat)
    said = words_in(section(page, FactorsSection))
    assert "After a night under 6 hours, on the same day" in said
    assert any("median 5" in line and "10 days" in line for line in said)


def test_load_and_aims_in_words(weeks: Seat):
    page = open_trends(weeks)
    assert section(page, LoadSection).card.lead.text().startswith("Last 7 full days")
    balance = section(page, BalanceSection)
    assert [card.title.text() for card in balance.habits] == ["Flexibility", "Core"]
    assert "aim 2" in balance.habits[1].lead.text()
    assert any("Left" in line for line in words_in(balance.planks))


def test_every_chart_has_words_for_a_screen_reader(weeks: Seat):
    page = open_trends(weeks)
    cards = [card for card in page.findChildren(ChartCard) if card.isVisible()]
    assert len(cards) >= 5
    for card in cards:
        assert card.view.accessibleName()
        assert card.view.accessibleDescription()


# -- beside a warning --------------------------------------------------------------------------


def test_while_a_level_stands_the_diary_is_there_without_a_word_on_training(weeks: Seat):
    weeks.checked(5, saddle_change="new_or_worse")
    page = open_trends(weeks)
    assert weeks.sees(
        "Your answers asked for a professional. Here is your diary, without a word on training."
    )
    load = section(page, LoadSection)
    assert load.card.isVisible()
    assert not load.card.lead.isVisible()
    assert not load.lines.isVisible()
    assert not section(page, PhasesSection).begin_button.isVisible()
    assert not any("aim" in card.lead.text() for card in section(page, BalanceSection).habits)
    weeks.click("What to do")
    assert isinstance(weeks.page, LevelPage)


def test_nothing_begins_here(weeks: Seat):
    open_trends(weeks)
    assert not weeks.can_start()


def test_the_journal_is_only_read(weeks: Seat):
    journal: Journal = weeks.journal
    state = journal.state
    open_trends(weeks)
    assert journal.state == state
