"""Two computers: the window exchanges with the shared folder by itself, and nobody waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton

from recovery_coach.base.lock import ProcessLock
from recovery_coach.journal import PainEntry
from recovery_coach.ui.forks_page import ForksPage
from recovery_coach.ui.sharing import Sharing
from recovery_coach.ui.sharing_card import SharingCard
from tests.journal.make import pain
from tests.other_computer import OtherComputer
from tests.ui.seat import Seat, steps


@pytest.fixture
def other(seat: Seat, tmp_path: Path) -> Iterator[OtherComputer]:
    """Another computer; the folder between the two is set here."""
    made = OtherComputer(tmp_path / "other", tmp_path / "carried", seat.clock)
    seat.prepare(sync_folder=str(made.folder))
    yield made
    made.close()


def sit(seat: Seat) -> Sharing:
    """Open the window, and let it settle."""
    window = seat.window_of_today()
    window.share()
    return settle(seat)


def settle(seat: Seat) -> Sharing:
    """Wait until nothing is under way."""
    sharing = seat.window.sharing
    seat.qtbot.waitUntil(lambda: not sharing.is_busy, timeout=10_000)
    return sharing


def due(seat: Seat) -> None:
    """Let the time pass after which an exchange is due, and wait for it."""
    sharing = seat.window.sharing
    seat.qtbot.waitUntil(sharing.soon.isActive, timeout=5000)
    sharing.soon.stop()
    sharing.soon.timeout.emit()
    settle(seat)


class TestByItself:
    def test_at_the_start(self, seat: Seat, other: OtherComputer) -> None:
        other.journal.append(pain(7))
        other.exchange()

        sit(seat)

        assert [entry.nrs for entry in seat.records(PainEntry)] == [7]
        other.exchange()
        assert other.journal.count().mark == seat.journal.count().mark

    def test_without_a_folder_nothing_is_even_loaded(self, seat: Seat) -> None:
        window = seat.window_of_today()
        window.share()
        assert "sharing" not in window.__dict__

    def test_when_something_in_the_folder_changes(self, seat: Seat, other: OtherComputer) -> None:
        sit(seat)
        due(seat)  # what the window itself has written there
        other.journal.append(pain(7, at=seat.clock.now()))
        other.exchange()

        due(seat)

        assert [entry.nrs for entry in seat.records(PainEntry)] == [7]
        assert seat.window.today.strip.value == 7

    def test_when_a_file_that_was_not_whole_has_grown(
        self, seat: Seat, other: OtherComputer
    ) -> None:
        other.journal.append(pain(7))
        other.exchange()
        whole = other.file.read_bytes()
        other.file.write_bytes(whole[:200])
        sharing = sit(seat)
        assert sharing.found is not None
        assert len(sharing.found.done.waiting) == 1
        due(seat)
        with other.file.open("r+b") as file:  # in its place: the folder itself does not change
            file.write(whole)

        due(seat)

        assert len(seat.records(PainEntry)) == 1

    def test_some_seconds_after_something_was_written(
        self, seat: Seat, other: OtherComputer
    ) -> None:
        sit(seat)
        seat.window.entries.log_number(4)
        due(seat)
        other.exchange()
        assert other.journal.latest_pain() is not None

    def test_on_closing(self, seat: Seat, other: OtherComputer) -> None:
        sit(seat)
        seat.window.entries.log_number(4)
        seat.window.close()
        other.exchange()
        assert other.journal.latest_pain() is not None

    def test_closing_takes_nothing_in(self, seat: Seat, other: OtherComputer) -> None:
        sit(seat)
        other.journal.append(pain(7))
        other.exchange()
        seat.window.close()
        assert seat.records(PainEntry) == []

    def test_not_while_a_session_runs(self, seat: Seat, other: OtherComputer) -> None:
        sit(seat)
        sharing = seat.window.sharing
        seat.start(*steps("bird_dog"))
        other.journal.append(pain(7))
        other.exchange()

        sharing.exchange()

        assert not sharing.is_busy
        assert sharing.soon.isActive()
        assert seat.records(PainEntry) == []

    def test_what_is_due_during_one_comes_after_it(self, seat: Seat, other: OtherComputer) -> None:
        sharing = sit(seat)
        sharing.exchange()
        other.journal.append(pain(7))
        other.exchange()
        sharing.exchange()
        settle(seat)
        seat.qtbot.waitUntil(lambda: bool(seat.records(PainEntry)), timeout=10_000)
        settle(seat)

    def test_where_the_terminal_is_at_it_later(self, seat: Seat, other: OtherComputer) -> None:
        lock = ProcessLock(seat.app.paths.shared_notes.with_suffix(".lock"))
        assert lock.acquire()
        sharing = sit(seat)
        assert sharing.found is None
        assert sharing.soon.isActive()
        lock.release()
        due(seat)
        assert sharing.found is not None

    def test_without_a_journal_nothing(self, seat: Seat, other: OtherComputer) -> None:
        window = seat.window_of_today()
        window.beginning.without_record()
        window.share()
        assert not window.sharing.is_busy


class TestWhatIsTold:
    def test_nothing_where_all_is_well(self, seat: Seat, other: OtherComputer) -> None:
        other.journal.append(pain(2))
        other.exchange()
        sit(seat)
        assert seat.window.toast.isHidden()

    def test_a_folder_that_is_gone_once(self, seat: Seat, other: OtherComputer) -> None:
        sit(seat)
        away = other.folder.with_name("away")
        other.folder.rename(away)
        seat.window.sharing.exchange()
        settle(seat)
        assert seat.sees("Your other computers do not hear of this one right now.")
        assert seat.sees("there is no such folder")

        seat.window.toast.hide()
        seat.window.sharing.exchange()
        settle(seat)
        assert seat.window.toast.isHidden()

        away.rename(other.folder)
        seat.window.sharing.exchange()
        settle(seat)
        other.folder.rename(away)
        seat.window.sharing.exchange()
        settle(seat)
        assert not seat.window.toast.isHidden()

    def test_a_fork_once_with_the_way_to_it(self, seat: Seat, other: OtherComputer) -> None:
        fork(seat, other)
        assert seat.sees("1 entry was changed on two computers")

        seat.click("Choose")

        assert isinstance(seat.page, ForksPage)
        assert seat.window.toast.isHidden()
        seat.window.sharing.exchange()
        settle(seat)
        assert seat.window.toast.isHidden()

    def test_what_comes_in_and_is_grave_is_held(self, seat: Seat, other: OtherComputer) -> None:
        at = seat.clock.now()
        other.journal.append(pain(9, at=at, qualities=("numb",), regions=("saddle",)))
        other.exchange()
        sit(seat)
        assert seat.window.overview.standing().alarmed
        assert not seat.can_start()


class TestTheCard:
    def test_no_folder_yet(self, seat: Seat) -> None:
        window = seat.window_of_today()
        card = show_card(seat)
        assert seat.sees("Syncthing, Nextcloud or the like")
        assert seat.sees("not encrypted")
        assert [b.text() for b in shown(card)] == ["Share a folder…"]
        assert not window.sharing.is_busy

    def test_choosing_one_begins_and_undo_ends_it(
        self, seat: Seat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        seat.window_of_today()
        card = show_card(seat)
        (tmp_path / "carried").mkdir()
        answer(monkeypatch, tmp_path / "carried")

        seat.click("Share a folder…")
        settle(seat)

        assert seat.app.settings.sync_folder == str(tmp_path / "carried")
        assert seat.sees(str(tmp_path / "carried").replace("/", "/\u200b"))
        assert "no file of another computer yet" in card.texts[-1]
        assert len(list((tmp_path / "carried").iterdir())) == 1

        assert seat.window.isActiveWindow()  # no part of the card was a window for a moment
        seat.undo()
        assert seat.app.settings.sync_folder == ""
        assert [b.text() for b in shown(card)] == ["Share a folder…"]

    def test_the_folder_of_the_journal_is_refused(
        self, seat: Seat, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        seat.window_of_today()
        show_card(seat)
        answer(monkeypatch, seat.app.paths.data)
        seat.click("Share a folder…")
        assert seat.app.settings.sync_folder == ""
        assert seat.sees("holds the journal itself")

    def test_choosing_none_changes_nothing(
        self, seat: Seat, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        seat.window_of_today()
        show_card(seat)
        answer(monkeypatch, None)
        seat.click("Share a folder…")
        assert seat.app.settings.sync_folder == ""

    def test_how_it_stands(self, seat: Seat, other: OtherComputer) -> None:
        seat.prepare().journal.append(pain(4))
        other.exchange()
        sit(seat)
        (other.folder / "recovery-coach-1.json").write_bytes(b"{")
        card = show_card(seat)
        seat.click("Exchange now")
        settle(seat)
        exchanged, another, waiting = card.texts
        assert exchanged == "Last exchanged: today 07:30."
        assert "It has not heard of everything here yet" in another
        plain = waiting.replace("\u200b", "")  # where the name may go on in the next line
        assert plain.startswith("recovery-coach-1.json: not complete yet, or damaged")

        other.exchange()
        seat.click("Exchange now")
        settle(seat)
        assert "the counts match, both hold the same" in card.texts[1]

    def test_stopping_leaves_the_files(self, seat: Seat, other: OtherComputer) -> None:
        sit(seat)
        card = show_card(seat)
        seat.click("Stop sharing")
        assert seat.app.settings.sync_folder == ""
        assert len(list(other.folder.iterdir())) == 1
        assert [b.text() for b in shown(card)] == ["Share a folder…"]
        assert card.texts == []

    def test_trouble_is_told(self, seat: Seat, other: OtherComputer) -> None:
        sit(seat)
        other.folder.rename(other.folder.with_name("away"))
        card = show_card(seat)
        seat.click("Exchange now")
        settle(seat)
        assert "there is no such folder" in card.texts[0]
        assert "Last exchanged" in card.texts[1]

    def test_forks_have_their_way(self, seat: Seat, other: OtherComputer) -> None:
        fork(seat, other)
        seat.window.toast.hide()
        card = show_card(seat)
        assert card.texts[-1] == "1 entry was changed on two computers: choose which way is right."
        seat.click("Choose which to keep")
        assert isinstance(seat.page, ForksPage)

    def test_every_button_has_its_key_and_a_name(self, seat: Seat, other: OtherComputer) -> None:
        sit(seat)
        for control in shown(show_card(seat)):
            assert control.focusPolicy()
            assert control.text() or control.accessibleName()


class TestThePageOfForks:
    def test_both_ways_stand_side_by_side(self, seat: Seat, other: OtherComputer) -> None:
        fork(seat, other)
        seat.click("Choose")
        assert seat.sees("Shown now · from another")
        assert seat.sees("From this computer")
        assert seat.sees("Pain 5 of 10")
        assert seat.sees("Pain 6 of 10")
        assert seat.sees("“There.”")
        ((shown_now, mine),) = seat.page.keepers
        assert mine.accessibleName().startswith("Keep this one: Pain 5 of 10, From this computer")
        assert shown_now.accessibleName().startswith("Keep this one: Pain 6 of 10, Shown now")

    def test_keeping_one_settles_it_here_and_there(self, seat: Seat, other: OtherComputer) -> None:
        record_id = fork(seat, other)
        seat.click("Choose")
        seat.click(seat.page.keepers[0][1])

        entry = seat.journal.get(record_id)
        assert entry is not None
        assert entry.record == pain(5)
        assert seat.sees("There is nothing to choose")
        assert seat.sees("The other way stays in the older versions")
        assert pain(6, note="There.") in [one.record for one in seat.journal.history(record_id)]

        seat.window.sharing.exchange()
        settle(seat)
        other.exchange()
        assert other.journal.forks() == []
        there = other.journal.get(record_id)
        assert there is not None
        assert there.record == pain(5)

    def test_undo_asks_again(self, seat: Seat, other: OtherComputer) -> None:
        record_id = fork(seat, other)
        seat.click("Choose")
        for side in (0, 1):
            seat.click(seat.page.keepers[0][side])
            assert seat.page.keepers == []
            seat.undo()
            entry = seat.journal.get(record_id)
            assert entry is not None
            assert entry.record == pain(6, note="There.")
            assert len(seat.page.keepers) == 1

    def test_one_that_was_deleted_says_so_and_may_stay_so(
        self, seat: Seat, other: OtherComputer
    ) -> None:
        record_id = fork(seat, other, delete=True)
        seat.click("Choose")
        assert seat.sees("Deleted")
        assert seat.sees("It was: Pain 4 of 10")
        seat.click("Leave it deleted")
        assert seat.journal.get(record_id) is None
        assert seat.page.keepers == []

    def test_or_comes_back(self, seat: Seat, other: OtherComputer) -> None:
        record_id = fork(seat, other, delete=True)
        seat.click("Choose")
        seat.click("Keep this one")
        entry = seat.journal.get(record_id)
        assert entry is not None
        assert entry.record == pain(5)

    def test_the_keyboard_goes_on_with_the_next(self, seat: Seat, other: OtherComputer) -> None:
        fork(seat, other, entries=2)
        seat.click("Choose")
        seat.click(seat.page.keepers[0][0])
        assert seat.page.keepers[0][0].hasFocus()
        seat.click(seat.page.keepers[0][0])
        assert seat.page.hasFocus()

    def test_the_journal_leads_there_while_there_is_something_to_choose(
        self, seat: Seat, other: OtherComputer
    ) -> None:
        fork(seat, other)
        seat.window.go("journal")
        journal = seat.page
        seat.qtbot.waitUntil(journal.forks.isVisible, timeout=5000)
        assert seat.sees("1 entry was changed on two computers. Both ways are kept")
        seat.click("Choose which to keep")
        assert isinstance(seat.page, ForksPage)
        seat.click(seat.page.keepers[0][0])
        seat.click("Back")
        assert seat.page is journal
        seat.qtbot.waitUntil(lambda: not journal.forks.isVisible(), timeout=5000)

    def test_back_leads_to_where_it_was_opened_from(self, seat: Seat, other: OtherComputer) -> None:
        fork(seat, other)
        seat.window.go("journal")
        seat.window.sharing.open_forks()
        seat.click("Back")
        assert seat.page.accessibleName() == "Journal"

    def test_it_shows_what_is_settled_elsewhere(self, seat: Seat, other: OtherComputer) -> None:
        fork(seat, other)
        seat.click("Choose")
        other.exchange()
        (asked,) = other.journal.forks()
        other.journal.settle(asked, asked.shown.version_id)
        other.exchange()
        seat.window.sharing.exchange()
        settle(seat)
        assert seat.sees("There is nothing to choose")


def fork(seat: Seat, other: OtherComputer, delete: bool = False, entries: int = 1) -> str:
    """The same entries are changed on both computers; sit down to that. The first one's id."""
    journal = seat.prepare().journal
    made = [journal.append(pain(4)) for _ in range(entries)]
    sit(seat)
    other.exchange()
    for entry in made:
        journal.revise(entry.record_id, pain(5))
    seat.clock.advance(60)
    for entry in made:
        if delete:
            other.journal.delete(entry.record_id)
        else:
            other.journal.revise(entry.record_id, pain(5))
            other.journal.revise(entry.record_id, pain(6, note="There."))
    other.exchange()
    seat.window.sharing.exchange()
    settle(seat)
    return made[0].record_id


def show_card(seat: Seat) -> SharingCard:
    """The card on a page of its own."""
    from recovery_coach.ui.parts import ScrollPage

    card = seat.window.sharing.make_card()
    page = ScrollPage("Your journal")
    page.body.addWidget(card)
    seat.window.show_page(page)
    settle(seat)
    seat.application.processEvents()
    return card


def shown(card: SharingCard) -> list[QAbstractButton]:
    return [one for one in card.findChildren(QAbstractButton) if one.isVisible()]


def answer(monkeypatch: pytest.MonkeyPatch, folder: Path | None) -> None:
    """What is chosen in the system's dialog."""
    monkeypatch.setattr("recovery_coach.ui.file_dialogs.choose_folder", lambda *_: folder)


def test_timers_go_with_the_window(seat: Seat, other: OtherComputer) -> None:
    sharing = sit(seat)
    seat.window.close()
    assert not any(timer.isActive() for timer in sharing.findChildren(QTimer))
