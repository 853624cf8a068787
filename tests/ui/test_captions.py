"""Captions: what is said or sounded stands there in words, for as long as it takes to read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible

from recovery_coach.session.events import CueDue
from recovery_coach.timeline.model import Cue
from recovery_coach.ui.captions import CaptionLine, Captions, reading_time
from recovery_coach.ui.floor_face import FloorFace
from tests.fakes import ManualClock
from tests.ui.seat import Seat, steps

GET_READY = 5


@pytest.fixture
def captions(clock: ManualClock) -> Iterator[Captions]:
    around = QObject()
    yield Captions(clock, around)
    around.deleteLater()


def due(kind: str, text: str, stale: bool = False) -> CueDue:
    return CueDue(Cue(0.0, kind, "any", text), 0.0, stale)  # type: ignore[arg-type]


# -- what stands there, and how long -----------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "seconds"), [("3", 2.0), ("Halfway", 2.0), ("x" * 100, 7.0), ("x" * 40, 2.8)]
)
def test_it_stays_as_long_as_it_takes_to_read(
    captions: Captions, clock: ManualClock, text: str, seconds: float
):
    assert reading_time(text) == pytest.approx(seconds)
    captions.show(text)
    clock.advance(seconds - 0.1)
    captions.look_at_clock()
    assert captions.text == text
    clock.advance(0.2)
    captions.look_at_clock()
    assert captions.text == ""


def test_a_new_one_takes_the_place_of_the_one_before_and_has_its_own_time(
    captions: Captions, clock: ManualClock
):
    captions.show("Rest")
    clock.advance(1.5)
    captions.show("Set 2 of 3")
    clock.advance(1.0)
    captions.look_at_clock()
    assert captions.text == "Set 2 of 3"


def test_an_empty_one_clears_it_at_once(captions: Captions):
    captions.show("Rest")
    captions.show("")
    assert captions.text == ""


def test_what_is_said_what_is_breathed_and_what_a_tone_means(captions: Captions):
    told: list[tuple[str, bool]] = []
    captions.changed.connect(lambda text, sound: told.append((text, sound)))
    captions.tell(due("say", "Hold"))
    captions.tell(due("breathe", "Breathe in"))
    captions.tell(due("tone", "3"))
    assert told == [("Hold", False), ("Breathe in", False), ("3", True)]


def test_what_is_stale_or_has_no_words_is_not_shown(captions: Captions):
    captions.tell(due("say", "Hold", stale=True))
    captions.tell(due("tone", ""))
    assert captions.text == ""


# -- on the faces ------------------------------------------------------------------------------


def line(seat: Seat) -> CaptionLine:
    face = seat.stage.face
    assert isinstance(face.caption, CaptionLine)  # type: ignore[attr-defined]
    return face.caption  # type: ignore[attr-defined]


def test_every_cue_of_a_session_is_a_caption(seat: Seat):
    stage = seat.practise(*steps("plank"))
    assert line(seat).text == "Get ready", "the chime, before anybody speaks"
    seat.pass_time(1)
    assert line(seat).text == "Get ready. Plank. 20 seconds."
    seen: list[str] = []
    stage.captions.changed.connect(lambda text, _: seen.append(text))
    seat.pass_time(GET_READY + 18.5)
    begun = ["3", "2", "1", "Start", "Hold. 20 seconds."]
    assert [text for text in seen if text] == [*begun, "Halfway", "3", "2", "1"]


def test_a_sound_has_a_note_and_says_so(seat: Seat):
    seat.practise(*steps("plank"))
    seat.pass_time(2.25)
    caption = line(seat)
    assert (caption.text, caption.sound) == ("3", True)
    interface = QAccessible.queryAccessibleInterface(caption)
    assert interface.text(QAccessible.Text.Name) == "Sound: 3"
    with_note = caption.grab().toImage()
    seat.stage.show_caption("3")
    assert caption.grab().toImage() != with_note


def test_it_goes_by_itself_while_the_session_runs(seat: Seat):
    stage = seat.practise(*steps("plank"))
    seat.pass_time(GET_READY + 5)
    stage.show_caption("Shoulders away from the ears")
    assert line(seat).text == "Shoulders away from the ears"
    seat.pass_time(2.25)
    assert line(seat).text == ""


def test_a_pause_silences_it(seat: Seat):
    seat.practise(*steps("plank"))
    assert line(seat).text
    seat.press(Qt.Key.Key_Space)
    assert line(seat).text == ""


def test_nothing_moves_when_it_comes_and_goes(seat: Seat):
    stage = seat.practise(*steps("plank"))
    for full in (False, True):
        if full:
            seat.press(Qt.Key.Key_F)
        face = stage.face
        stage.show_caption("")
        for _ in range(4):  # until another size of the window has reached everything in it
            seat.application.processEvents()
        before = [part.geometry() for part in (face.ring, face.transport, face.figure)]
        stage.show_caption("Get ready. " * 6)
        seat.application.processEvents()
        assert [part.geometry() for part in (face.ring, face.transport, face.figure)] == before


def test_it_follows_from_the_desk_to_the_floor(seat: Seat):
    stage = seat.practise(*steps("plank"))
    stage.show_caption("Hold")
    seat.press(Qt.Key.Key_F)
    assert isinstance(stage.face, FloorFace)
    assert line(seat).text == "Hold"


# -- the state of the sound ----------------------------------------------------------------


def test_what_is_to_be_known_of_the_sound_stands_at_the_top(seat: Seat):
    stage = seat.practise(*steps("plank"))
    assert not stage.desk.sound_state.isVisible()
    stage.show_sound_state("No voice: captions only")
    assert seat.sees("No voice: captions only")
    assert stage.desk.sound_state.geometry().bottom() < stage.desk.title.geometry().top()
    seat.press(Qt.Key.Key_F)
    assert seat.sees("No voice: captions only")
    stage.show_sound_state("")
    assert not seat.sees("No voice: captions only")
    seat.press(Qt.Key.Key_F)
    assert not seat.sees("No voice: captions only")


def test_the_reason_of_a_pause_stands_where_captions_are(seat: Seat):
    stage = seat.practise(*steps("plank"))
    seat.press(Qt.Key.Key_F)
    seat.pass_time(8)
    seat.clock.suspend(8)
    stage.practice.tick()
    stage.wake()
    assert line(seat).text.startswith("Paused: nothing was seen for 8 s.")
    seat.press(Qt.Key.Key_Space)
    assert line(seat).text == ""
