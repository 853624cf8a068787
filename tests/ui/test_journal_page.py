"""The journal: days and gaps, a session to its last set, changes and their versions, Undo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt

from recovery_coach.coach.diary import STEP
from recovery_coach.journal import Journal, JournalTrouble, PainEntry, SessionRecord
from recovery_coach.ui.entry_line import EntryLine
from recovery_coach.ui.journal_page import JournalPage
from recovery_coach.ui.pain_page import PainPage
from recovery_coach.ui.session_page import SessionPage
from recovery_coach.ui.window import MainWindow
from tests import places
from tests.fakes import ManualClock
from tests.journal.make import hurt, one_set, pain, session
from tests.ui.seat import Seat


def journal_page(seat: Seat) -> JournalPage:
    """Go to the journal."""
    seat.click("Journal")
    page = seat.page
    assert isinstance(page, JournalPage)
    return page


def lines(seat: Seat) -> list[str]:
    """What stands in the lines, from the top."""
    return [line.accessibleName() for line in seat.page.lines]


def give(seat: Seat, nrs: int, days: float = 0, **changes: Any) -> str:
    """A number some days ago; its record id."""
    at = seat.clock.now() - timedelta(days=days)
    return seat.prepare().journal.append(pain(nrs, at=at, **changes)).record_id


def practise(seat: Seat, days: float = 0, **changes: Any) -> str:
    """A session some days ago, with two sets and a hurt; its record id."""
    began = seat.clock.now() - timedelta(days=days, minutes=20)
    ended = began + timedelta(minutes=9)
    values: dict[str, Any] = {
        "routine_name": "Core stability",
        "started_at": began,
        "ended_at": ended,
        "state": "finished",
        "active_seconds": 500.0,
        "pain_before": 4,
        "pain_after": 3,
        "effort": 6,
        "note": "Left side tight.",
    }
    journal = seat.prepare().journal
    identifier = journal.append(session("core_stability", **{**values, **changes})).record_id
    journal.append(pain(4, at=began, source="before", session=identifier))
    journal.append(pain(3, at=ended, source="after", session=identifier))
    done = one_set(identifier, 0, side="left", sets=1, reps_planned=6, reps_done=6)
    journal.append(done, record_id=f"{identifier}:0")
    part = one_set(identifier, 1, side="right", sets=1, outcome="hurt", seconds=12.0)
    journal.append(part, record_id=f"{identifier}:1")
    journal.append(
        hurt(identifier, 1, side="right", rep=2, score=4, words=("sharp",), action="skip")
    )
    return identifier


def open_first(seat: Seat) -> Any:
    """Open the newest entry."""
    page = journal_page(seat)
    seat.click(page.lines[0])
    return seat.page


def told(seat: Seat, identifier: str) -> Any:
    entry = seat.journal.get(identifier)
    assert entry is not None
    return entry.record


@pytest.fixture
def failing(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """From now on nothing can be written."""

    def write(self: Journal, *_: object, **__: object) -> None:
        raise JournalTrouble("full", self.path, "no space left")

    for name in ("write", "revise", "delete"):
        monkeypatch.setattr(Journal, name, write)
    yield
    monkeypatch.undo()


# -- the list ----------------------------------------------------------------------------------


def test_an_empty_journal_says_what_will_be_here_and_leads_to_today(seat: Seat):
    seat.sit_down()
    page = journal_page(seat)
    assert page.lines == []
    assert seat.sees("Your sessions and the numbers you give stand here")
    assert not seat.buttons("Show older")
    seat.click("Go to Today")
    assert seat.page is seat.window.today


def test_days_have_a_heading_and_entries_a_line(seat: Seat):
    practise(seat, days=1)
    give(seat, 5, note="after a long drive")
    seat.sit_down()
    page = journal_page(seat)
    assert lines(seat) == [
        "07:30, Pain 5 of 10, after a long drive",
        "07:10, Core stability, 8 min · pain 4 → 3 · effort 6",
    ]
    assert page.lines[1].accessibleDescription() == "Left side tight."
    assert seat.sees("Today, Wednesday 4 March")
    assert seat.sees("Yesterday, Tuesday 3 March")
    assert not seat.sees("Nothing here yet")


def test_a_gap_is_seen_as_one(seat: Seat):
    give(seat, 5)
    give(seat, 4, days=6)
    seat.sit_down()
    journal_page(seat)
    assert seat.sees("5 days without entries")


def test_the_year_stands_where_it_is_another(seat: Seat):
    give(seat, 5, days=70)
    seat.sit_down()
    journal_page(seat)
    assert seat.sees("Wednesday 24 December 2025")


def test_it_is_read_in_steps_and_goes_on_where_it_stopped(seat: Seat):
    for index in range(STEP + 5):
        give(seat, index % 11, days=index * 2)
    seat.sit_down()
    page = journal_page(seat)
    assert len(page.lines) == STEP
    newest = page.lines[0]
    seat.click("Show older")
    assert len(page.lines) == STEP + 5
    assert page.lines[0] is newest
    assert seat.application.focusWidget() is page.lines[STEP]
    assert not seat.buttons("Show older")


def test_what_was_shown_stays_shown_after_looking_elsewhere(seat: Seat):
    for index in range(STEP + 5):
        give(seat, index % 11, days=index)
    seat.sit_down()
    page = journal_page(seat)
    seat.click("Show older")
    seat.click("Today")
    journal_page(seat)
    assert len(page.lines) == STEP + 5


def test_years_of_entries_are_not_all_read(seat: Seat, monkeypatch: pytest.MonkeyPatch):
    for index in range(400):
        give(seat, index % 11, days=index)
    read: list[int] = []
    between = Journal.between

    def counted(self: Journal, kind: Any, first: Any, last: Any) -> Any:
        found = between(self, kind, first, last)
        read.append(len(found))
        return found

    seat.sit_down()
    monkeypatch.setattr(Journal, "between", counted)
    journal_page(seat)
    of_the_month = seat.clock.now().day
    assert sum(read) == STEP + of_the_month


def test_it_follows_what_is_written_while_it_is_shown(seat: Seat):
    seat.sit_down()
    page = journal_page(seat)
    give(seat, 2)
    assert lines(seat) == ["07:30, Pain 2 of 10"]
    assert not page._empty.isVisible()


def test_damaged_entries_are_named_in_one_quiet_line(seat: Seat):
    give(seat, 5)
    broken = give(seat, 4, days=1)
    connection = seat.journal._connection
    connection.execute("DROP TRIGGER version_is_not_changed")
    connection.execute("UPDATE version SET body = '{' WHERE record_id = ?", (broken,))
    seat.sit_down()
    page = journal_page(seat)
    assert len(page.lines) == 1
    assert seat.sees("1 damaged entry could not be read. It was left in the file as it is.")


def test_without_a_journal_it_says_so(seat: Seat):
    path = seat.prepare().paths.journal
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"this is not a journal" * 100)
    seat.app.close()
    window = seat.sit_down()
    window.beginning.without_record()
    journal_page(seat)
    assert seat.sees("The journal cannot be used right now")
    assert not seat.sees("Nothing here yet")


def test_a_journal_that_fails_while_it_is_read_shows_what_is_wrong(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
):
    seat.sit_down()

    def fail(self: Journal, *_: object) -> None:
        raise JournalTrouble("damaged", self.path, "malformed")

    monkeypatch.setattr(Journal, "days", fail)
    seat.click("Journal")
    assert type(seat.page).__name__ == "TroublePage"


def test_by_keyboard_down_the_lines_into_one_and_back_to_its_line(seat: Seat):
    give(seat, 3, days=1)
    give(seat, 5)
    seat.sit_down()
    page = journal_page(seat)
    page.field.setFocus()
    seat.press(Qt.Key.Key_Down, Qt.Key.Key_Tab)
    assert seat.application.focusWidget() is page.lines[1]
    seat.press(Qt.Key.Key_Return)
    assert isinstance(seat.page, PainPage)
    seat.press(Qt.Key.Key_Escape)
    assert seat.page is page
    assert seat.application.focusWidget() is page.lines[1]
    seat.press(Qt.Key.Key_Escape)
    assert seat.page is seat.window.today


def test_tab_goes_from_line_to_line_also_after_older_ones_were_shown(seat: Seat):
    for index in range(STEP + 3):
        give(seat, 1, days=index)
    seat.sit_down()
    page = journal_page(seat)
    seat.click("Show older")
    list(page.chips.values())[-1].setFocus()
    seen = []
    for _ in range(STEP + 3):
        seat.press(Qt.Key.Key_Tab)
        seen.append(seat.application.focusWidget())
    assert seen == page.lines


# -- a session ---------------------------------------------------------------------------------


def test_a_session_is_told_to_its_last_set(seat: Seat):
    practise(seat)
    seat.sit_down()
    page = open_first(seat)
    assert isinstance(page, SessionPage)
    for text in (
        "Core stability",
        "Today, Wednesday 4 March, 07:10",
        "8 min 20 s of work · finished",
        "Left side tight.",
        "Bird dog",
        "left side",
        "6 reps",
        "ended: it hurt",
        "12 s of 30 s",
        "Bird dog · right side · set 1 · rep 2",
        "4 of 10 · Sharp · you left the rest of it out",
    ):
        assert text in seat.texts
    place = seat.texts.index("Before")
    assert seat.texts[place : place + 6] == ["Before", "4", "After", "3", "Effort", "6"]
    assert not seat.buttons("Edited 1 time")


def test_a_real_session_can_be_opened(seat: Seat):
    seat.sit_down()
    places.practised(seat_window(seat))
    page = open_first(seat)
    assert isinstance(page, SessionPage)
    assert seat.sees("stopped early")
    assert seat.sees("set 1 of 3")
    assert seat.buttons("Older versions")


def seat_window(seat: Seat) -> MainWindow:
    seat.window.clock = seat.clock  # type: ignore[attr-defined]
    return seat.window


def test_changing_answers(seat: Seat):
    identifier = practise(seat)
    seat.sit_down()
    page = open_first(seat)
    seat.click("Change")
    seat.click(page.after.buttons[1])
    page.note.setPlainText("Better in the evening.")
    seat.click("Save")
    record = told(seat, identifier)
    assert (record.pain_after, record.note, record.effort) == (1, "Better in the evening.", 6)
    assert seat.page is page
    assert seat.sees("Better in the evening.")
    assert seat.window.toast.text == "Saved."
    assert seat.buttons("Edited 1 time")
    (number,) = [one.record.nrs for one in seat.journal.numbers_of(identifier)][1:]
    assert number == 1


def test_undo_takes_a_change_back_and_shows_it(seat: Seat):
    identifier = practise(seat)
    seat.sit_down()
    page = open_first(seat)
    seat.click("Change")
    seat.click(page.after.buttons[5])
    seat.click("Save")
    seat.undo()
    assert told(seat, identifier).pain_after == 3
    place = seat.texts.index("After")
    assert seat.texts[place + 1] == "3"
    assert [one.record.nrs for one in seat.journal.numbers_of(identifier)] == [4, 3]


def test_a_number_is_taken_out_again(seat: Seat):
    identifier = practise(seat)
    seat.sit_down()
    page = open_first(seat)
    seat.click("Change")
    without = seat.buttons("No number")
    assert [b.accessibleName() for b in without] == [
        "How was your back before? No number",
        "And after it? No number",
        "How hard was it? No number",
    ]
    seat.click(without[2])
    assert page.effort.value is None
    seat.click("Save")
    assert told(seat, identifier).effort is None


def test_cancel_writes_nothing(seat: Seat):
    identifier = practise(seat)
    seat.sit_down()
    page = open_first(seat)
    before = len(seat.journal.history(identifier))
    seat.click("Change")
    page.note.setPlainText("Never mind.")
    seat.click("Cancel")
    assert seat.sees("Left side tight.")
    seat.click("Back")
    assert len(seat.journal.history(identifier)) == before


def test_saving_what_is_the_same_writes_nothing(seat: Seat):
    identifier = practise(seat)
    seat.sit_down()
    open_first(seat)
    before = len(seat.journal.history(identifier))
    seat.click("Change")
    seat.click("Save")
    assert len(seat.journal.history(identifier)) == before
    assert not seat.window.toast.isVisible()


@pytest.mark.parametrize("leave", ["Back", "Today", "escape", "close"])
def test_what_was_typed_is_kept_when_the_page_is_left(seat: Seat, leave: str):
    identifier = practise(seat)
    seat.sit_down()
    page = open_first(seat)
    seat.click("Change")
    page.note.setFocus()
    page.note.selectAll()
    seat.type("Typed and left")
    if leave == "escape":
        seat.press(Qt.Key.Key_Escape)
    elif leave == "close":
        seat.window.close()
    else:
        seat.click(leave)
    assert told(seat, identifier).note == "Typed and left"
    if leave != "close":
        seat.undo()
        assert told(seat, identifier).note == "Left side tight."


def test_letters_and_lines_go_into_the_note_and_are_no_shortcuts(seat: Seat):
    practise(seat, note="")
    seat.sit_down()
    page = open_first(seat)
    seat.click("Change")
    page.note.setFocus()
    seat.type("fine? f")
    seat.press(Qt.Key.Key_Return)
    seat.type("x")
    assert page.note.toPlainText() == "fine? f\nx"
    assert not seat.window.isFullScreen()
    seat.press(Qt.Key.Key_Tab)
    assert seat.application.focusWidget() is seat.button("Save")


def test_what_is_typed_is_left_alone_by_what_is_written_meanwhile(seat: Seat):
    practise(seat)
    seat.sit_down()
    page = open_first(seat)
    seat.click("Change")
    page.note.setPlainText("half a sent")
    give(seat, 9)
    assert page.note.toPlainText() == "half a sent"


def test_a_change_that_cannot_be_written_is_said_and_stays_typed(
    seat: Seat, request: pytest.FixtureRequest
):
    practise(seat)
    seat.sit_down()
    page = open_first(seat)
    seat.click("Change")
    page.note.setPlainText("Do not lose me.")
    request.getfixturevalue("failing")
    seat.click("Save")
    assert page.note.toPlainText() == "Do not lose me."
    assert seat.page is page
    assert seat.window.toast.isVisible()
    assert seat.window.toast.text != "Saved."


def test_a_session_under_way_is_not_changed(seat: Seat):
    practise(seat, state="running", ended_at=None)
    seat.sit_down()
    open_first(seat)
    assert seat.sees("It is still under way")
    assert not seat.buttons("Change")
    assert not seat.buttons("Delete")


def test_deleting_a_session_takes_its_sets_and_leaves_its_numbers(seat: Seat):
    identifier = practise(seat)
    seat.sit_down()
    page = journal_page(seat)
    seat.click(page.lines[0])
    seat.click("Delete")
    assert seat.page is page
    assert seat.window.toast.text == "Deleted, with its sets. Its numbers stay."
    assert lines(seat) == [
        "07:19, Pain 3 of 10, after a session that was deleted",
        "07:10, Pain 4 of 10, before a session that was deleted",
    ]
    seat.click("Undo")
    assert lines(seat) == ["07:10, Core stability, 8 min · pain 4 → 3 · effort 6"]
    assert len(seat.journal.sets_of(identifier)) == 2


def test_control_z_brings_it_back_after_the_message_is_gone(seat: Seat):
    practise(seat)
    seat.sit_down()
    page = open_first(seat)
    assert isinstance(page, SessionPage)
    seat.click("Delete")
    seat.click("Close")
    seat.undo()
    assert len(seat.records(SessionRecord)) == 1
    assert len(seat.page.lines) == 1


def test_a_deletion_that_fails_shows_what_is_wrong(seat: Seat, request: pytest.FixtureRequest):
    practise(seat)
    seat.sit_down()
    open_first(seat)
    request.getfixturevalue("failing")
    seat.click("Delete")
    assert type(seat.page).__name__ == "TroublePage"


def test_an_entry_that_went_meanwhile_leads_back_to_the_list(seat: Seat):
    identifier = give(seat, 3)
    seat.sit_down()
    page = journal_page(seat)
    seat.click(page.lines[0])
    seat.journal.delete(identifier)
    assert seat.page is page
    assert page.lines == []
    seat.window.entries.open(identifier)
    assert seat.page is page


# -- versions ----------------------------------------------------------------------------------


def test_older_versions_say_when_and_what(seat: Seat, clock: ManualClock):
    practise(seat)
    seat.sit_down()
    page = open_first(seat)
    for note in ("Second.", "Third."):
        clock.advance(86_400)
        seat.click("Change")
        page.note.setPlainText(note)
        seat.click("Save")
    assert not seat.sees("Note: ")
    seat.click("Edited 2 times")
    place = seat.texts.index("today 07:30")
    assert seat.texts[place : place + 4] == [
        "today 07:30",
        "Note: “Second.” → “Third.”",
        "yesterday 07:30",
        "Note: “Left side tight.” → “Second.”",
    ]
    seat.click("Edited 2 times")
    assert not seat.sees("Note: ")


# -- a number ----------------------------------------------------------------------------------


def test_a_number_is_changed_where_it_is_shown(seat: Seat):
    identifier = give(seat, 3)
    seat.sit_down()
    page = open_first(seat)
    assert isinstance(page, PainPage)
    assert page.form.much.back.value == 3
    seat.click(page.form.much.back.strip.buttons[6])
    page.form.note.setPlainText("  stairs ")
    seat.click("Save")
    record = told(seat, identifier)
    assert (record.nrs, record.note) == (6, "stairs")
    assert lines(seat) == ["07:30, Pain 6 of 10, stairs"]
    seat.undo()
    assert lines(seat) == ["07:30, Pain 3 of 10"]
    assert len(seat.journal.history(identifier)) == 3


def test_a_number_is_deleted_and_brought_back(seat: Seat):
    give(seat, 3)
    seat.sit_down()
    page = open_first(seat)
    seat.click(page.form.much.back.strip.buttons[8])
    seat.click("Delete")
    assert seat.records(PainEntry) == []
    assert seat.sees("Nothing here yet")
    seat.undo()
    assert [record.nrs for record in seat.records(PainEntry)] == [3]
    assert lines(seat) == ["07:30, Pain 3 of 10"]


def test_a_number_changed_today_is_todays_number(seat: Seat):
    give(seat, 5)
    seat.sit_down()
    assert seat.sees("Answer the open questions first.")
    page = open_first(seat)
    seat.click(page.form.much.back.strip.buttons[2])
    seat.click("Today")
    assert seat.page.strip.value == 2
    assert not seat.sees("Answer the open questions first.")


# -- the rest ----------------------------------------------------------------------------------


def test_every_line_says_what_it_is_and_follows_the_text_size(seat: Seat):
    practise(seat)
    give(seat, 3)
    seat.sit_down()
    page = journal_page(seat)
    assert all(line.accessibleName() for line in seat.all(EntryLine))
    before = page.lines[0].sizeHint().height()
    seat.window.look.choose(text_size=150)
    assert page.lines[0].sizeHint().height() > before
