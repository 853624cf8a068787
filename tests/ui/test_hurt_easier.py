"""It pinches: the easier exercise is offered, takes over, and all of it is on record."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from recovery_coach.journal import HurtRecord, SessionRecord, SetRecord
from recovery_coach.library.models import Step
from recovery_coach.session.states import State
from recovery_coach.ui.finish import FinishPage
from recovery_coach.ui.hurt import HurtPage
from recovery_coach.ui.resume import ResumePage
from recovery_coach.ui.tiles import Tile
from tests.ui.seat import Seat

GET_READY, TRANSITION, PREPARE = 5, 8, 3
PLANK = Step(exercise="side_plank", hold=12, sets=2, rest=9)
EASIER = "Easier: Side plank knees"
"""Held for 6 s a side."""


def hurting(seat: Seat, score: int = 2, word: str = "none") -> HurtPage:
    """On the right in the first set; 2 was given at the beginning."""
    stage = seat.practise(PLANK, Step(exercise="squat"))
    seat.click(stage.desk.before.buttons[2])
    seat.pass_time(GET_READY + 12 + 5 + 4)
    seat.press(Qt.Key.Key_H)
    page = seat.page
    assert isinstance(page, HurtPage)
    seat.click(page.strip.buttons[score])
    seat.click(page.word_buttons[word])  # type: ignore[index]
    return page


def figures(seat: Seat) -> list[str]:
    return [one.accessibleName() for one in seat.all(QLabel) if not one.pixmap().isNull()]


# -- offered -----------------------------------------------------------------------------------


def test_it_is_offered_first_with_its_figure(seat: Seat):
    page = hurting(seat)
    assert list(page.offers) == ["easier", "go_on", "skip", "stop"]
    assert page.offers["easier"].text() == EASIER
    assert page.offers["easier"].property("kind") == "primary"
    assert page.offers["go_on"].property("kind") == "plain"
    assert figures(seat) == ["Figure: Side plank knees"]


@pytest.mark.parametrize(("score", "word"), [(5, "none"), (2, "sharp")])
def test_it_is_no_way_round_the_rules(seat: Seat, score: int, word: str):
    page = hurting(seat, score, word)
    assert list(page.offers) == ["stop", "gentle"]
    assert figures(seat) == []


def test_it_is_not_offered_before_score_and_word_are_given(seat: Seat):
    seat.practise(PLANK)
    seat.pass_time(GET_READY + 4)
    seat.press(Qt.Key.Key_H)
    assert list(seat.page.offers) == ["skip", "stop"]
    seat.click(seat.page.strip.buttons[1])
    assert list(seat.page.offers) == ["skip", "stop"]


def test_in_another_theme_the_figure_is_painted_anew_and_the_offers_stay(seat: Seat):
    page = hurting(seat)
    seat.window.look.choose(theme="light")
    seat.application.processEvents()
    assert list(page.offers) == ["easier", "go_on", "skip", "stop"]
    assert figures(seat) == ["Figure: Side plank knees"]


# -- taken -------------------------------------------------------------------------------------


def test_the_stage_gets_one_ready_for_the_easier_one(seat: Seat):
    hurting(seat)
    seat.click(EASIER)
    stage = seat.stage
    assert seat.page is stage
    assert stage.practice.player.state is State.RESUMING
    seat.pass_time(PREPARE + 1)
    assert stage.desk.title.text() == "Side plank knees"
    assert seat.sees("Next · 1 of 2")
    assert seat.sees("Right side")
    seat.pass_time(TRANSITION)
    assert seat.sees("Set 1 of 2")
    assert stage.practice.player.segment.kind == "hold"
    assert stage.desk.progress.accessibleName() == "Step 1 of 2"


def test_going_back_leads_to_what_was_done_under_its_own_name(seat: Seat):
    hurting(seat)
    seat.click(EASIER)
    seat.pass_time(PREPARE + 1)
    seat.press(Qt.Key.Key_Left)
    assert seat.stage.desk.title.text() == "Side plank"
    seat.press(Qt.Key.Key_Right)
    assert seat.stage.desk.title.text() == "Side plank knees"


# -- journey 3 ---------------------------------------------------------------------------------


def test_it_pinches_and_it_listened(seat: Seat):
    """H; how strong, where in two taps; the easier one; it goes on; finish and journal know."""
    hurting(seat)
    for name in ("Low back", "Low back beside the spine, right"):
        (found,) = [one for one in seat.all(Tile) if one.accessibleName() == name]
        seat.click(found)
    seat.click(EASIER)
    seat.pass_time(PREPARE + TRANSITION + 6 + 9 + 6 + 5 + 6 + TRANSITION + 20)
    assert isinstance(seat.page, FinishPage)
    assert seat.sees("5 of 5 sets")
    where = "Side plank · right side · set 1"
    assert seat.sees(f"It hurt: {where} · 2 of 10 · Low back beside the spine, right")
    seat.click("Save")
    (hurt,) = seat.records(HurtRecord)
    assert (hurt.exercise, hurt.side, hurt.set, hurt.score) == ("side_plank", "right", 1, 2)
    assert (hurt.regions, hurt.action) == (("lowback_R",), "easier")
    assert seat.records(SessionRecord)[0].state == "finished"
    seat.window.go("journal")
    entry = seat.journal.latest(SessionRecord, 1)[0]
    seat.window.entries.open(entry.record_id)
    assert seat.sees(where)
    assert seat.sees("Low back beside the spine, right · you went on with an easier one")
    assert [text for text in seat.texts if text.startswith(("Side plank", "Squat"))][1:] == [
        "Side plank",
        "Side plank knees",
        "Squat",
    ]


def test_after_a_power_cut_it_goes_on_with_the_easier_one(seat: Seat):
    hurting(seat)
    seat.click(EASIER)
    seat.pass_time(PREPARE + TRANSITION + 2)
    seat.crash()
    seat.window_of_today()
    page = seat.page
    assert isinstance(page, ResumePage)
    assert seat.sees("Side plank knees, right side, set 1 of 2")
    seat.click("Go on")
    assert seat.stage.desk.title.text() == "Side plank knees"
    seat.pass_time(TRANSITION + 6)
    done = {one.segment: (one.exercise, one.outcome) for one in seat.records(SetRecord)}
    assert done == {
        1: ("side_plank", "done"),
        3: ("side_plank", "hurt"),
        11: ("side_plank_knees", "done"),
    }
