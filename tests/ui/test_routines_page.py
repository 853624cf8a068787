"""Routines: all of them, what the filters leave, one's own, and what a bad day changes."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QPushButton

from recovery_coach.journal import HurtRecord, SeenRecord, SessionRecord
from recovery_coach.ui.problems import ProblemsPage
from recovery_coach.ui.routine_card import RoutineCard
from recovery_coach.ui.routine_page import RoutinePage
from recovery_coach.ui.routines_page import RoutinesPage
from tests import places
from tests.fakes import ManualClock
from tests.journal.make import hurt, session
from tests.ui.seat import SMALL, Seat

OWN = """\
id = "my_evening"
name = "My evening"
summary = "Slow."
tags = ["calm"]

[[steps]]
exercise = "cat_cow"
reps = 6
"""


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What was given to the desktop to open."""
    found: list[Path] = []

    def open_url(url: QUrl) -> bool:
        found.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return found


def routines(seat: Seat) -> RoutinesPage:
    """Go to the routines."""
    seat.click("Routines")
    page = seat.page
    assert isinstance(page, RoutinesPage)
    return page


def names(seat: Seat) -> list[str]:
    """The cards in the order a person reads them."""
    page = seat.page
    cards = [card for grid in (page.grid, page.lower_grid) for card in grid.cards]
    return [card.accessibleName().split(",")[0] for card in cards if card.isVisible()]


def chip(seat: Seat, text: str) -> QAbstractButton:
    return seat.button(text)


def used(seat: Seat, routine: str, hours: float) -> None:
    at = seat.clock.now() - timedelta(hours=hours)
    seat.journal.append(session(routine, started_at=at, state="finished"))


def write_own(seat: Seat, text: str = OWN, name: str = "mine.toml") -> Path:
    folder = seat.prepare().paths.library / "routines"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    seat.app.reload_library()
    return folder


# -- the cards ---------------------------------------------------------------------------------


def test_all_routines_stand_there_and_it_says_how_many(seat: Seat):
    seat.sit_down()
    routines(seat)
    assert len(names(seat)) == len(seat.app.library.routines)
    assert seat.sees("10 routines")
    assert not seat.buttons("Clear filters")


def test_the_sidebar_says_where_one_is(seat: Seat):
    seat.sit_down()
    routines(seat)
    assert [name for name, b in seat.window.sidebar.buttons.items() if b.isChecked()] == [
        "routines"
    ]


def test_what_was_used_last_comes_first(seat: Seat):
    seat.sit_down()
    used(seat, "hip_strength", 60)
    used(seat, "pre_squat", 5)
    routines(seat)
    assert names(seat)[:2] == ["Pre-squat warm-up", "Hip strength"]


def test_a_card_opens_its_routine_and_back_comes_here_again(seat: Seat):
    seat.sit_down()
    page = routines(seat)
    card = next(c for c in seat.all(RoutineCard) if "Hip strength" in c.accessibleName())
    seat.click(card)
    assert isinstance(seat.page, RoutinePage)
    seat.click("Back")
    assert seat.page is page
    seat.click(next(c for c in seat.all(RoutineCard)))
    seat.press(Qt.Key.Key_Escape)
    assert seat.page is page
    seat.press(Qt.Key.Key_Escape)
    assert seat.page is seat.window.today


def test_a_card_is_opened_by_keyboard(seat: Seat):
    seat.sit_down()
    page = routines(seat)
    page.grid.cards[0].setFocus()
    seat.press(Qt.Key.Key_Return)
    assert isinstance(seat.page, RoutinePage)


def test_without_any_routine_there_is_nothing_to_filter(seat: Seat):
    seat.sit_down(SMALL)
    page = routines(seat)
    assert names(seat) == []
    assert not page.bar.isVisible()
    assert not seat.sees("No routine fits")
    assert seat.sees("Your own routines")


# -- the filters -------------------------------------------------------------------------------


def test_a_filter_unfolds_its_choices_and_folds_them_again(seat: Seat):
    seat.sit_down()
    page = routines(seat)
    assert not seat.buttons("warm-up")
    seat.click("Kind")
    assert seat.buttons("warm-up")
    seat.click("Time")
    assert not seat.buttons("warm-up")
    assert seat.buttons("up to 5 min")
    assert [name for name, b in page.bar.openers.items() if b.isChecked()] == ["up_to"]
    seat.click("Time")
    assert not seat.buttons("up to 5 min")


def test_by_kind(seat: Seat):
    seat.sit_down()
    routines(seat)
    seat.click("Kind")
    seat.click("warm-up")
    assert seat.sees("4 of 10")
    assert seat.buttons("Kind: warm-up")
    assert len(names(seat)) == 4
    seat.click("core")
    assert names(seat) == ["Core stability"]
    assert not chip(seat, "warm-up").isChecked()
    seat.click("Any kind")
    assert len(names(seat)) == 10


def test_by_minutes(seat: Seat):
    seat.sit_down()
    routines(seat)
    seat.click("Time")
    seat.click("up to 5 min")
    assert names(seat) == ["Three-minute express"]
    seat.click("Any")
    assert len(names(seat)) == 10


def test_without_what_one_does_not_have(seat: Seat):
    seat.sit_down()
    routines(seat)
    seat.click("Equipment")
    for item in ("mat", "band", "foam roller"):
        seat.click(item)
    assert names(seat) == ["General warm-up"]
    assert seat.buttons("Equipment: without band, foam roller and 1 more")
    seat.click("mat")
    assert len(names(seat)) > 1
    assert seat.buttons("Equipment: without band, foam roller")


def test_without_a_position(seat: Seat):
    seat.sit_down()
    routines(seat)
    seat.click("Positions")
    seat.click("on the back")
    seat.click("hands and knees")
    assert seat.buttons("Positions: without hands and knees, on the back")
    assert names(seat) == ["General warm-up"]


def test_filters_are_combined_and_cleared_together(seat: Seat):
    seat.sit_down()
    page = routines(seat)
    seat.click("Kind")
    seat.click("warm-up")
    seat.click("Equipment")
    seat.click("band")
    assert seat.sees("3 of 10")
    seat.click("Clear filters")
    assert len(names(seat)) == 10
    assert seat.buttons("Kind")
    assert not seat.buttons("band")
    assert not page.bar.filters


def test_where_nothing_fits_it_says_so_and_offers_to_show_all(seat: Seat):
    seat.sit_down()
    routines(seat)
    seat.click("Kind")
    seat.click("core")
    seat.click("Time")
    seat.click("up to 5 min")
    assert names(seat) == []
    assert seat.sees("No routine fits all of that.")
    assert seat.sees("0 of 10")
    seat.click("Show all routines")
    assert len(names(seat)) == 10
    assert not seat.sees("No routine fits")


def test_filters_stay_while_one_looks_elsewhere(seat: Seat):
    seat.sit_down()
    routines(seat)
    seat.click("Kind")
    seat.click("core")
    seat.click("Today")
    routines(seat)
    assert names(seat) == ["Core stability"]
    assert chip(seat, "core").isChecked()


def test_chips_are_chosen_by_keyboard_one_after_the_other(seat: Seat):
    seat.sit_down()
    page = routines(seat)
    page.bar.openers["without"].setFocus()
    seat.press(Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Tab)
    seat.press(Qt.Key.Key_Space)
    assert page.bar.filters.without == {"mat", "band"}


def test_the_keyboard_goes_down_the_page(seat: Seat):
    """Folder, filters, cards, and what stands below them, in the order they are read."""
    seat.sit_down()
    page = routines(seat)
    seen = []
    for _ in range(30):
        seat.press(Qt.Key.Key_Tab)
        focused = seat.application.focusWidget()
        if not page.isAncestorOf(focused):
            break
        assert focused.accessibleName() or focused.text()
        seen.append(focused.mapTo(page, focused.rect().center()))
        seen[-1].setY(seen[-1].y() + page.verticalScrollBar().value())
    assert len(seen) == 1 + 4 + 10 + 1
    assert [point.y() for point in seen] == sorted(point.y() for point in seen)


# -- a bad day ---------------------------------------------------------------------------------


def test_above_five_the_gentle_ones_come_first_and_it_says_why_the_others_stand_lower(seat: Seat):
    seat.sit_down()
    used(seat, "pre_squat", 30)
    seat.click(seat.page.strip.buttons[7])
    page = routines(seat)
    assert {card.accessibleName().split(",")[0] for card in page.grid.cards} == {
        "Sore-day gentle session",
        "Morning and desk reset",
    }
    assert seat.sees("For a better day")
    assert seat.sees("Your number is 7. Above 5, gentle moves are open.")
    lower = page.lower_grid.cards
    assert len(lower) == 8
    assert lower[0].accessibleName().startswith("Pre-squat")
    assert all("only gentle moves are open" in card.accessibleDescription() for card in lower)


def test_at_five_nothing_is_set_apart(seat: Seat):
    seat.sit_down()
    seat.click(seat.page.strip.buttons[5])
    page = routines(seat)
    assert not page.lower_grid.cards
    assert not seat.sees("For a better day")


def test_filters_hold_on_a_bad_day_too(seat: Seat):
    seat.sit_down()
    seat.click(seat.page.strip.buttons[7])
    routines(seat)
    seat.click("Kind")
    seat.click("warm-up")
    assert len(names(seat)) == 4
    assert seat.sees("For a better day")


@pytest.fixture
def warned(seat: Seat, clock: ManualClock) -> HurtRecord:
    record = hurt("s", words=("limb",), action="stop", at=clock.now())
    seat.prepare().journal.append(record)
    return record


def test_while_a_warning_stands_there_is_only_the_advice(seat: Seat, warned: HurtRecord):
    seat.sit_down()
    seat.click("See the journal")
    page = routines(seat)
    assert seat.sees("Talk to a health service today.")
    assert list(seat.all(RoutineCard)) == []
    assert not seat.can_start()
    assert not page.bar.isVisible()
    assert not seat.sees("10 routines")
    assert not seat.sees("Your own routines")


def test_once_somebody_has_looked_the_routines_are_back(seat: Seat, warned: HurtRecord):
    seat.sit_down()
    seat.click("See the journal")
    routines(seat)
    seat.see_a_professional()
    routines(seat)
    assert len(names(seat)) == 10
    (record,) = seat.records(SeenRecord)
    assert record.closed == ("U-07: stopped=limb",)
    seat.undo()
    assert names(seat) == []


# -- one's own ---------------------------------------------------------------------------------


def test_ones_own_are_marked(seat: Seat):
    write_own(seat)
    seat.sit_down()
    routines(seat)
    (card,) = [c for c in seat.all(RoutineCard) if "My evening" in c.accessibleName()]
    assert card.accessibleName().endswith("yours")
    assert not seat.sees("Your own routines")


def test_without_one_it_says_how_to_get_one(seat: Seat, monkeypatch: pytest.MonkeyPatch):
    seat.sit_down()
    routines(seat)
    assert seat.sees("Your own routines")
    file = write_own(seat) / "mine.toml"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    seat.click("Choose a file…")
    assert isinstance(seat.page, RoutinePage)
    assert seat.page.routine.id == "my_evening"


def test_the_folder_is_made_and_opened_with_one_click(seat: Seat, opened: list[Path]):
    seat.sit_down()
    folder = seat.app.paths.library / "routines"
    routines(seat)
    assert not folder.exists()
    seat.click("Open my folder")
    assert folder.is_dir()
    assert opened == [folder]


def test_a_folder_that_cannot_be_made_is_said(seat: Seat, opened: list[Path]):
    seat.sit_down()
    routines(seat)
    seat.app.paths.library.write_text("in the way", encoding="utf-8")
    seat.click("Open my folder")
    assert "The folder could not be made" in seat.window.toast.text
    assert opened == []


def test_a_file_put_into_the_folder_is_there_without_being_asked(seat: Seat, opened: list[Path]):
    seat.sit_down()
    page = routines(seat)
    seat.click("Open my folder")
    folder = opened[0]
    with seat.qtbot.waitSignal(page.folder_changed, timeout=5000):
        (folder / "mine.toml").write_text(OWN, encoding="utf-8")
    seat.qtbot.waitUntil(lambda: "My evening" in names(seat), timeout=5000)


def test_a_file_mended_in_its_place_is_read_again(seat: Seat):
    folder = write_own(seat, 'id = "my_evening\n')
    seat.sit_down()
    routines(seat)
    assert seat.sees("1 file could not be read")
    (folder / "mine.toml").write_text(OWN, encoding="utf-8")
    seat.qtbot.waitUntil(lambda: "My evening" in names(seat), timeout=5000)
    assert not seat.sees("could not be read")


def test_minutes_follow_a_file_that_was_changed(seat: Seat):
    folder = write_own(seat)
    seat.sit_down()
    page = routines(seat)
    before = next(c.accessibleName() for c in page.grid.cards if "evening" in c.accessibleName())
    (folder / "mine.toml").write_text(OWN.replace("= 6", "= 60"), encoding="utf-8")
    seat.window.routines.on_folder_changed()
    after = next(c.accessibleName() for c in page.grid.cards if "evening" in c.accessibleName())
    assert before != after


def test_a_kind_that_went_with_its_file_is_no_filter_any_more(seat: Seat):
    folder = write_own(seat)
    seat.sit_down()
    page = routines(seat)
    seat.click("Kind")
    seat.click("calm")
    assert names(seat) == ["My evening"]
    (folder / "mine.toml").unlink()
    seat.window.routines.on_folder_changed()
    seat.qtbot.waitUntil(lambda: len(names(seat)) == 10, timeout=5000)
    assert not page.bar.filters


# -- files that could not be read --------------------------------------------------------------


def test_broken_files_stand_there_with_what_is_wrong(seat: Seat):
    write_own(seat, places.BAD, "late.toml")
    write_own(seat, 'id = "broken\n', "broken.toml")
    seat.sit_down()
    routines(seat)
    assert seat.sees("2 files could not be read")
    assert "late.toml" in seat.texts
    assert "line 7, steps[0].hold: must be 1 or more" in seat.texts
    seat.click("See what to mend")
    assert isinstance(seat.page, ProblemsPage)
    seat.click("Back")
    assert isinstance(seat.page, RoutinesPage)


def test_mended_files_lead_back_here(seat: Seat):
    folder = write_own(seat, places.BAD, "late.toml")
    seat.sit_down()
    routines(seat)
    seat.click("See what to mend")
    (folder / "late.toml").unlink()
    seat.click("Read them again")
    assert isinstance(seat.page, RoutinesPage)
    assert not seat.sees("could not be read")


# -- the rest ----------------------------------------------------------------------------------


def test_a_session_begun_from_here_is_one_like_any_other(seat: Seat):
    seat.sit_down()
    page = routines(seat)
    seat.click(page.grid.cards[0])
    seat.click("Start")
    assert seat.page is seat.stage
    assert len(seat.records(SessionRecord)) == 1


def test_every_chip_follows_the_theme(seat: Seat):
    seat.sit_down()
    page = routines(seat)
    seat.click("Kind")
    before = page.bar.openers["tag"].icon().cacheKey()
    seat.window.look.choose("light")
    assert page.bar.openers["tag"].icon().cacheKey() != before
    assert all(made.text() for made in page.bar.findChildren(QPushButton))
