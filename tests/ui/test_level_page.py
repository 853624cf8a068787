"""What a level says: what to do first, why second, whom last; nothing to start, no praise."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from recovery_coach.redflags.model import Level
from recovery_coach.ui.level_card import LevelCard
from recovery_coach.ui.level_page import LevelPage
from recovery_coach.ui.level_parts import AlarmSign
from recovery_coach.ui.parts import ScrollPage
from recovery_coach.ui.seen_page import SeenPage
from recovery_coach.ui.sidebar import Sidebar
from tests.checks import SCREENS, WATCH
from tests.places import stands
from tests.ui.seat import Seat, text_of

Key = Qt.Key
ALARMS: tuple[Level, ...] = ("emergency", "urgent")
CARDS: tuple[Level, ...] = ("book", "not fully checked", "self-care")
BANNED = ("probably fine", "just", "don't worry", "normal")


def level_page(seat: Seat, level: Level, crisis: bool = False) -> LevelPage:
    window = seat.sit_down()
    page = LevelPage(window.look, SCREENS["crisis" if crisis else level], level, crisis)
    window.show_page(page, alone=True)
    seat.application.processEvents()
    return page


def level_card(seat: Seat, level: Level) -> LevelCard:
    window = seat.sit_down()
    page = ScrollPage("Today")
    card = LevelCard(window.look, SCREENS[level], level)
    page.body.addWidget(card)
    page.body.addStretch(1)
    window.show_page(page)
    seat.application.processEvents()
    return card


def buttons_of(widget: QWidget) -> list[str]:
    return [b.text() for b in widget.findChildren(QAbstractButton) if b.isVisible()]


def heights(page: LevelPage) -> list[int]:
    """Where the lines of the screen begin, in the order in which they are to be read."""
    screen = page.do.text(), *_lines(page), page.whom.text()
    labels = {label.text(): label for label in page.findChildren(QLabel)}
    return [labels[text].mapTo(page, labels[text].rect().topLeft()).y() for text in screen]


def _lines(page: LevelPage) -> tuple[str, ...]:
    shown = next(screen for screen in SCREENS.values() if screen.do == page.do.text())
    return (*shown.why, *shown.said)


# -- the screen --------------------------------------------------------------------------------


@pytest.mark.parametrize("level", ALARMS)
def test_what_to_do_why_and_whom_in_this_order(seat: Seat, level: Level):
    page = level_page(seat, level)
    assert heights(page) == sorted(heights(page))
    for text in (SCREENS[level].do, *SCREENS[level].why, *SCREENS[level].said, SCREENS[level].whom):
        assert seat.sees(text)
    for sign in WATCH:
        assert seat.sees(sign)
    assert seat.sees("What you entered stays on this computer.")


@pytest.mark.parametrize("level", ALARMS)
def test_there_is_nothing_to_start_and_no_way_round_it(seat: Seat, level: Level):
    level_page(seat, level)
    assert not list(seat.all(Sidebar))
    assert buttons_of(seat.window) == [
        "I have been seen by a professional",
        "Answer the check again",
        "See the journal",
        "A report",
    ]


@pytest.mark.parametrize("level", ALARMS)
def test_the_alarm_is_a_word_and_a_shape_too(seat: Seat, level: Level):
    page = level_page(seat, level)
    (sign,) = page.findChildren(AlarmSign)
    assert any(label.text() for label in sign.findChildren(QLabel))
    assert any(not label.pixmap().isNull() for label in sign.findChildren(QLabel))


@pytest.mark.parametrize("size", [(900, 600), (1280, 800)])
@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("level", ALARMS)
def test_the_first_and_the_last_line_are_in_sight_and_large(
    seat: Seat, level: Level, text_size: int, size: tuple[int, int]
):
    page = level_page(seat, level)
    seat.window.look.choose(text_size=text_size)
    seat.window.resize(*size)
    for _ in range(4):
        seat.application.processEvents()
    for label, least in ((page.do, 2.2), (page.whom, 1.6)):
        top = label.mapTo(seat.window, label.rect().topLeft()).y()
        assert top >= 0
        assert top + label.height() <= seat.window.height()
        assert label.font().pixelSize() >= seat.window.look.size(least)
    if level == "emergency":
        assert page.do.font().pixelSize() == seat.window.look.size(3.4)


def test_a_button_leads_on(seat: Seat):
    page = level_page(seat, "urgent")
    told: list[str] = []
    page.seen_wanted.connect(lambda: told.append("seen"))
    page.check_again.connect(lambda: told.append("again"))
    page.journal_opened.connect(lambda: told.append("journal"))
    seat.press(Key.Key_Tab, Key.Key_Return, Key.Key_Tab, Key.Key_Return, Key.Key_Tab, Key.Key_Space)
    assert told == ["seen", "again", "journal"]


def test_a_screen_reader_says_what_to_do_and_whom_to_call(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
):
    said: list[str] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: said.append(event.message())
    )
    page = level_page(seat, "emergency")
    assert said == [f"{page.do.text()} {page.whom.text()}"]
    assert page.accessibleName() == page.do.text()


@pytest.mark.parametrize(("width", "columns"), [(1280, 2), (900, 1)])
def test_the_signs_stand_in_columns_where_there_is_room(seat: Seat, width: int, columns: int):
    page = level_page(seat, "urgent")
    seat.window.resize(width, 800)
    for _ in range(3):
        seat.application.processEvents()
    signs = [label for label in page.findChildren(QLabel) if label.text() in WATCH]
    assert len({sign.mapTo(page, sign.rect().topLeft()).x() for sign in signs}) == columns


def test_all_of_an_urgent_screen_is_in_sight(seat: Seat):
    window = seat.sit_down()
    stands(window, 8)
    for _ in range(4):
        seat.application.processEvents()
    page = seat.page
    assert isinstance(page, LevelPage)
    assert page.scrolled.verticalScrollBar().maximum() == 0
    (note,) = (label for label in page.findChildren(QLabel) if label.text().startswith("What you"))
    assert note.visibleRegion().boundingRect().height() == note.height()


def test_escape_does_not_lead_away(seat: Seat):
    window = seat.sit_down()
    stands(window, 8)
    page = seat.page
    seat.press(Key.Key_Escape)
    assert seat.page is page
    assert isinstance(page, LevelPage)


def test_thoughts_of_self_harm_have_no_other_signs_beside_them(seat: Seat):
    stands(seat.sit_down(), 2, self_harm="yes")
    assert seat.sees("You deserve support now.")
    assert not seat.sees("Get help at once for")
    assert "See the journal" in buttons_of(seat.window)


def test_the_crisis_screen_is_calm(seat: Seat):
    page = level_page(seat, "emergency", crisis=True)
    assert seat.sees("Thank you for saying so.")
    assert seat.sees("116 123")
    assert not page.findChildren(AlarmSign)
    assert not seat.sees("Get help at once for")


# -- the card ----------------------------------------------------------------------------------


@pytest.mark.parametrize("level", CARDS)
def test_a_card_says_what_to_do_why_whom_and_what_to_watch_for(seat: Seat, level: Level):
    level_card(seat, level)
    screen = SCREENS[level]
    for text in (screen.do, *screen.why, screen.whom, *WATCH):
        assert seat.sees(text)
    assert not any(seat.sees(text) for text in screen.said)


@pytest.mark.parametrize("level", ["book", "self-care"])
def test_what_was_said_unfolds_and_folds_again(seat: Seat, level: Level):
    card = level_card(seat, level)
    seat.click("Why")
    assert card.is_open
    assert all(seat.sees(text) for text in SCREENS[level].said)
    seat.click("Hide the reasons")
    assert not card.is_open


def test_when_to_check_again_stands_there_without_being_asked(seat: Seat):
    level_card(seat, "self-care")
    assert seat.sees("Check again in 24 hours.")


@pytest.mark.parametrize("level", ALARMS)
def test_a_card_that_ends_training_stays_large(seat: Seat, level: Level):
    card = level_card(seat, level)
    assert card.findChildren(AlarmSign)
    assert not any(seat.sees(text) for text in SCREENS[level].why)
    seat.click("Why")
    assert all(seat.sees(text) for text in (*SCREENS[level].why, *SCREENS[level].said))


@pytest.mark.parametrize(
    ("level", "texts"),
    [
        ("book", ["Answer the check again", "I have been seen by a professional", "Why"]),
        ("not fully checked", ["Answer the questions"]),
        ("self-care", ["Answer the check again", "Why"]),
    ],
)
def test_what_can_be_done_about_a_card(seat: Seat, level: Level, texts: list[str]):
    card = level_card(seat, level)
    assert buttons_of(card) == texts
    told: list[str] = []
    card.check_again.connect(lambda: told.append("again"))
    card.seen_wanted.connect(lambda: told.append("seen"))
    for text in texts[:2]:
        seat.click(text)
    assert told == (["again", "seen"] if level == "book" else ["again"])


STANDS = {
    "not fully checked": {},
    "self-care": {"onset_time": "2026-03-03T22:00:00+01:00", "movement_provoked": "yes"},
}


@pytest.mark.parametrize("level", list(STANDS))
def test_start_stays_in_sight_below_it_on_today(seat: Seat, level: Level):
    window = seat.sit_down()
    stands(window, 4, **STANDS[level])
    window.resize(1280, 800)
    for _ in range(4):
        seat.application.processEvents()
    assert window.overview.standing().level == level
    (card,) = window.today.findChildren(LevelCard)
    assert card.height() <= 170
    start = window.today.start_button
    assert start.visibleRegion().boundingRect().size() == start.size()


# -- seen by a professional ----------------------------------------------------------------------


def seen_page(seat: Seat) -> tuple[SeenPage, list[tuple[date, str]]]:
    window = seat.sit_down()
    page = SeenPage(window.look, seat.clock.now().date())
    told: list[tuple[date, str]] = []
    page.seen.connect(lambda day, fine: told.append((day, fine)))
    window.show_page(page, alone=True)
    seat.application.processEvents()
    return page, told


@pytest.mark.parametrize(("label", "fine"), [("Yes", "yes"), ("No", "no"), ("Not sure", "unsure")])
def test_seen_today_and_what_was_said_of_exercise(seat: Seat, label: str, fine: str):
    _, told = seen_page(seat)
    seat.click(label)
    seat.click("Save")
    assert told == [(date(2026, 3, 4), fine)]


def test_not_answered_is_not_sure(seat: Seat):
    _, told = seen_page(seat)
    seat.click("Save")
    assert told == [(date(2026, 3, 4), "unsure")]


def test_it_may_have_been_on_another_day_but_not_in_the_future(seat: Seat):
    page, told = seen_page(seat)
    assert not page.day.plus.isEnabled()
    page.day.show_day(date(2030, 1, 1))
    assert page.day.day == date(2026, 3, 4)
    seat.click(page.day.minus)
    seat.click(page.day.minus)
    assert page.day.plus.isEnabled()
    seat.click("Save")
    assert told == [(date(2026, 3, 2), "unsure")]


def test_the_day_by_keyboard(seat: Seat):
    page, told = seen_page(seat)
    page.day.setFocus()
    seat.press(Key.Key_Down, Key.Key_Tab)
    seat.click("Save")
    assert told == [(date(2026, 3, 3), "unsure")]


def test_it_can_be_left_without_saying_so(seat: Seat):
    page, told = seen_page(seat)
    left: list[Any] = []
    page.left.connect(lambda: left.append(True))
    seat.click("Back")
    seat.press(Key.Key_Escape)
    assert (left, told) == ([True, True], [])


def test_taken_back_it_is_not_sure_again(seat: Seat):
    _, told = seen_page(seat)
    seat.click("Yes")
    seat.click("Yes")
    seat.click("Save")
    assert told == [(date(2026, 3, 4), "unsure")]


# -- wording -----------------------------------------------------------------------------------


def test_nothing_on_these_pages_plays_anything_down(seat: Seat):
    pages: list[QWidget] = [level_page(seat, "emergency")]
    look = seat.window.look
    pages += [LevelCard(look, SCREENS[level], level) for level in CARDS]
    pages.append(SeenPage(look, seat.clock.now().date()))
    for page in pages:
        for part in page.findChildren(QWidget):
            said = text_of(part).lower()
            assert not any(f" {word} " in f" {said} " for word in BANNED), said
