"""A session that is heard: recorded before it begins, silent where it must be, never in the way."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from recovery_coach.journal import SessionRecord
from recovery_coach.library.models import Step
from recovery_coach.session.states import State
from recovery_coach.ui import sounding, stage
from recovery_coach.ui.stage import StagePage
from tests.ui.hearing import FakeSound
from tests.ui.seat import SMALL, Seat, steps

Key = Qt.Key


@pytest.fixture
def sound(seat: Seat) -> FakeSound:
    """The window of a computer that can be heard."""
    made = FakeSound()
    seat.window_of_today().around.sound = made  # type: ignore[misc]
    return made


def begun(seat: Seat) -> bool:
    return seat.stage.practice.player.state is not State.READY


def start(seat: Seat, *moves: Step) -> StagePage:
    """Start a session and wait until it has begun."""
    found = seat.start(*(moves or steps("plank")))
    seat.qtbot.waitUntil(lambda: begun(seat), timeout=10_000)
    return found


def heard(seat: Seat, sound: FakeSound) -> list[str]:
    """What was played so far: texts and names of tones."""
    performer = seat.stage.sound.performer
    names = {path: text for text, path in performer.recording.phrases.items()}
    names |= {path: f"♪{name}" for name, path in performer.recording.tones.items()}
    return [names[path] for path in sound.paper.played]


def test_it_begins_once_all_is_recorded_and_not_before(seat: Seat, sound: FakeSound):
    sound.go.clear()
    seat.start(*steps("plank"))
    seat.qtbot.wait(100)
    assert not begun(seat)
    sound.go.set()
    seat.qtbot.waitUntil(lambda: begun(seat), timeout=10_000)
    assert heard(seat, sound) == ["♪get_ready"]


def test_the_words_come_where_they_were_fitted_to_the_voice(seat: Seat, sound: FakeSound):
    start(seat)
    seat.pass_time(5.6)
    assert heard(seat, sound)[1:] == [
        *("Get ready. Plank. 20 seconds.", "♪count", "3", "Stand tall.", "♪count"),
        *("2", "♪count", "1", "♪start", "Hold. 20 seconds."),
    ]


def test_what_is_heard_is_read_as_well(seat: Seat, sound: FakeSound):
    start(seat)
    seat.pass_time(0.5)
    assert seat.stage.captions.text == "Get ready. Plank. 20 seconds."


def test_it_is_told_what_is_waited_for(seat: Seat, sound: FakeSound):
    sound.go.clear()
    seat.start(*steps("plank"))
    seat.stage.sound._on_progress(3, 40)
    seat.qtbot.waitUntil(lambda: seat.sees("Preparing the voice: 3 of 40"), timeout=5000)
    sound.go.set()
    seat.qtbot.waitUntil(lambda: begun(seat), timeout=10_000)
    assert not seat.sees("Preparing")


def test_whoever_waits_too_long_begins_without_a_voice_and_hears_it_once_it_is_there(
    seat: Seat, sound: FakeSound, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sounding, "PATIENCE_MS", 50)
    sound.go.clear()
    start(seat)
    assert not sound.papers
    seat.pass_time(6)
    sound.go.set()
    seat.qtbot.waitUntil(lambda: bool(sound.papers), timeout=10_000)
    seat.pass_time(10)
    assert "Halfway" in heard(seat, sound)


@pytest.mark.parametrize(
    ("made", "chosen", "words"),
    [
        (lambda: FakeSound(voice=False), {}, "No voice: tones only"),
        (lambda: FakeSound(voice=False), {"tones": False}, "No voice: captions only"),
        (lambda: FakeSound(device=False), {}, "No sound here: captions only"),
        (FakeSound, {"silent": True}, "Silence: captions only"),
        (FakeSound, {"voice": False, "tones": False}, "Sound off: captions only"),
    ],
)
def test_the_stage_names_what_cannot_be_heard_and_goes_on(
    seat: Seat,
    made: Callable[[], FakeSound],
    chosen: dict[str, bool],
    words: str,
):
    seat.prepare(SMALL, **chosen)
    seat.window_of_today().around.sound = made()  # type: ignore[misc]
    start(seat)
    assert seat.sees(words)
    seat.pass_time(26)
    assert seat.records(SessionRecord)[0].state == "finished"


def test_where_all_is_heard_nothing_is_said_about_it(seat: Seat, sound: FakeSound):
    start(seat)
    assert not seat.sees("only")


def test_an_unplugged_device_is_named_and_delays_nothing(seat: Seat, sound: FakeSound):
    start(seat)
    seat.pass_time(6)
    sound.paper.unplug()
    assert seat.sees("No sound here: captions only")
    seat.pass_time(20)
    assert seat.stage.practice.player.state is State.FINISHED


def test_m_silences_at_once_and_is_remembered_and_m_again_brings_it_back(
    seat: Seat, sound: FakeSound
):
    start(seat)
    seat.pass_time(0.6)
    seat.press(Key.Key_M)
    assert sound.paper.hushed
    assert seat.sees("Silence: captions only")
    assert seat.app.settings.silent
    before = len(sound.paper.played)
    seat.pass_time(6)
    assert len(sound.paper.played) == before
    seat.press(Key.Key_M)
    assert not seat.sees("Silence")
    seat.pass_time(10)
    assert len(sound.paper.played) > before


def test_what_the_voice_says_a_screen_reader_does_not_say_as_well(
    seat: Seat, sound: FakeSound, monkeypatch: pytest.MonkeyPatch
):
    said: list[str] = []
    monkeypatch.setattr(stage, "announce", lambda _widget, text: said.append(text))
    start(seat)
    seat.pass_time(6)
    assert said == []
    seat.press(Key.Key_M)
    seat.press(Key.Key_Space)
    assert said == ["Paused"]


def test_more_time_brings_no_word_that_was_not_recorded(seat: Seat, sound: FakeSound):
    start(seat)
    seat.pass_time(6)
    for _ in range(8):
        seat.press(Key.Key_E)
    performer = seat.stage.sound.performer
    seat.qtbot.waitUntil(
        lambda: "Done: 1 minute 45 seconds." in performer.recording.phrases, timeout=10_000
    )
    seat.pass_time(100)
    assert heard(seat, sound)[-2:] == ["♪finished", "Done: 1 minute 45 seconds."]
    assert seat.stage.practice.player.timeline.total == 105


def test_a_session_ended_before_it_began_never_begins(seat: Seat, sound: FakeSound):
    sound.go.clear()
    seat.start(*steps("plank"))
    seat.press(Key.Key_Escape)
    sound.go.set()
    seat.qtbot.wait(100)
    assert seat.window.stage is None
    assert seat.page is seat.window.today
    assert seat.journal.checkpoints() == []


def test_whoever_leaves_gives_the_loudspeaker_back(seat: Seat, sound: FakeSound):
    start(seat)
    seat.pass_time(26)
    assert not sound.paper.closed  # the end may ring on
    seat.click("Save")
    assert sound.paper.closed


# -- hearing it beforehand -----------------------------------------------------------------------


def test_a_preview_plays_the_first_twenty_seconds_and_records_nothing(seat: Seat):
    window = seat.sit_down()
    sound = window.around.sound = FakeSound()  # type: ignore[misc]
    window.open_routine("express_3")
    seat.click("Preview")
    page = seat.page
    seat.qtbot.waitUntil(lambda: seat.sees("Get ready"), timeout=10_000)
    for _ in range(45):
        seat.clock.advance(0.5)
        if page.preview is not None:
            page.preview.practice.tick()
            page.preview.driver.wake()
    seat.qtbot.waitUntil(lambda: page.preview_button.text() == "Preview", timeout=10_000)
    assert 5 < len(sound.paper.played) < 15
    assert sound.paper.closed
    assert not page.caption.isVisible()
    assert seat.journal.checkpoints() == []


def test_a_preview_that_was_waited_for_is_read_from_its_beginning(seat: Seat):
    window = seat.sit_down()
    sound = window.around.sound = FakeSound()  # type: ignore[misc]
    sound.go.clear()
    window.open_routine("express_3")
    seat.click("Preview")
    seat.page.preview.sound._on_progress(3, 40)
    seat.qtbot.waitUntil(lambda: seat.sees("Preparing the voice: 3 of 40"), timeout=5000)
    sound.go.set()
    seat.qtbot.waitUntil(lambda: seat.sees("Get ready"), timeout=10_000)


def test_nothing_moves_while_a_preview_speaks(seat: Seat):
    seat.sit_down().open_routine("core_stability")
    seat.application.processEvents()
    below = seat.page.timing.y()
    for caption in ("", "Get ready", "Lie on your back, hips and knees at right angles. " * 4):
        seat.page.show_preview(caption)
        seat.application.processEvents()
        assert seat.page.timing.y() == below
        assert seat.sees(caption)
    seat.page.end_preview()
    seat.application.processEvents()
    assert seat.page.timing.y() == below


def test_a_preview_is_stopped_by_its_button_and_by_leaving(seat: Seat):
    window = seat.sit_down()
    sound = window.around.sound = FakeSound()  # type: ignore[misc]
    window.open_routine("express_3")
    seat.click("Preview")
    seat.click("Stop")
    seat.button("Preview")
    seat.click("Preview")
    seat.qtbot.waitUntil(lambda: bool(sound.papers), timeout=10_000)
    seat.click("Back")
    assert sound.paper.closed


def test_the_settings_let_one_hear_the_voice_the_tones_and_the_end(seat: Seat):
    seat.prepare(voice=False, tones=False, silent=True)
    window = seat.sit_down()
    sound = window.around.sound = FakeSound()  # type: ignore[misc]
    window.go("settings")
    page = seat.page
    seat.click("Test the voice")
    seat.qtbot.waitUntil(lambda: bool(sound.papers) and bool(sound.paper.played), timeout=10_000)
    assert page.heard.text() == "Switch. Right side. Three, two, one."
    seat.click("Test the end")
    seat.qtbot.waitUntil(lambda: page.heard.text() == "Finished", timeout=10_000)
    seat.click("Test the tones")
    seat.qtbot.waitUntil(lambda: page.heard.text() == "Halfway", timeout=10_000)
    window.go("today")
    assert sound.paper.closed


def test_without_sound_the_settings_say_so(seat: Seat):
    window = seat.sit_down()
    window.go("settings")
    seat.click("Test the voice")
    assert seat.page.heard.text() == "No sound here: captions only"
    window.around.sound = FakeSound(voice=False)  # type: ignore[misc]
    seat.click("Test the voice")
    seat.qtbot.waitUntil(
        lambda: seat.page.heard.text() == "No voice: captions only", timeout=10_000
    )
