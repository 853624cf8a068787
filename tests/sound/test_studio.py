"""Recording before a session: once, kept, and never a reason to fail."""

from __future__ import annotations

import os
from array import array
from pathlib import Path

import pytest

from recovery_coach.sound import studio as studio_module
from recovery_coach.sound.espeak import NoVoiceError
from recovery_coach.sound.pcm import RATE, Samples, from_wav
from recovery_coach.sound.studio import Studio
from recovery_coach.sound.tones import TONES


class Clerk:
    """A voice that reads at ten letters a second, and writes down what it was asked to read."""

    def __init__(self, name: str = "clerk", dumb: str = "") -> None:
        self.name = name
        self.dumb = dumb
        self.read: list[str] = []

    def speak(self, text: str) -> Samples:
        if text == self.dumb:
            raise NoVoiceError("no idea how to say that")
        self.read.append(text)
        return array("h", [100] * (len(text) * RATE // 10))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "sounds"


def test_all_tones_and_phrases_are_files_of_a_known_length(folder: Path):
    recording = Studio(folder).record(["Hold.", "Halfway"], Clerk)
    assert recording.lengths == {"Hold.": 0.5, "Halfway": 0.7}
    assert recording.tones.keys() == TONES.keys()
    assert recording.has_voice
    assert recording.trouble == ""
    assert len(from_wav(recording.phrases["Hold."].read_bytes())) == RATE // 2


def test_nothing_is_recorded_twice(folder: Path):
    clerk = Clerk()
    first = Studio(folder).record(["Hold."], lambda: clerk)
    again = Studio(folder).record(["Hold.", "Rest."], lambda: clerk)
    assert clerk.read == ["Hold.", "Rest."]
    assert again.phrases["Hold."] == first.phrases["Hold."]
    assert again.lengths == {"Hold.": 0.5, "Rest.": 0.5}


def test_another_voice_is_another_file(folder: Path):
    one = Studio(folder).record(["Hold."], Clerk)
    other = Studio(folder).record(["Hold."], lambda: Clerk("another"))
    assert one.phrases["Hold."] != other.phrases["Hold."]


@pytest.mark.parametrize("content", [b"", b"RIFF", b"\0" * 5000])
def test_a_damaged_file_is_recorded_anew(folder: Path, content: bytes):
    path = Studio(folder).record(["Hold."], Clerk).phrases["Hold."]
    path.write_bytes(content)
    clerk = Clerk()
    again = Studio(folder).record(["Hold."], lambda: clerk)
    assert clerk.read == ["Hold."]
    assert again.lengths == {"Hold.": 0.5}


def test_a_phrase_that_cannot_be_spoken_leaves_the_others(folder: Path):
    recording = Studio(folder).record(["Hold.", "?", "Rest."], lambda: Clerk(dumb="?"))
    assert recording.lengths.keys() == {"Hold.", "Rest."}
    assert "no idea" in recording.trouble


def test_without_a_voice_there_are_tones(folder: Path):
    def no_voice() -> Clerk:
        raise NoVoiceError("nobody is here")

    for voice in (no_voice, None):
        recording = Studio(folder).record(["Hold."], voice)
        assert recording.tones.keys() == TONES.keys()
        assert not recording.has_voice


def test_a_folder_that_cannot_be_written_is_told_and_raises_nothing(tmp_path: Path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    recording = Studio(in_the_way / "sounds").record(["Hold."], Clerk)
    assert not recording.phrases
    assert not recording.tones
    assert recording.trouble


def test_progress_is_told_before_each_phrase(folder: Path):
    told: list[tuple[int, int]] = []
    Studio(folder).record(["a", "b"], Clerk, lambda done, of: told.append((done, of)))
    assert told == [(0, 2), (1, 2)]


def test_what_was_not_used_for_longest_goes_first_and_what_is_needed_stays(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(studio_module, "KEPT_BYTES", 400_000)
    old = Studio(folder).record(["o" * 40], Clerk).phrases["o" * 40]
    os.utime(old, (1, 1))
    used = Studio(folder).record(["u" * 40], Clerk)
    assert not old.exists()
    assert sum(path.stat().st_size for path in folder.glob("*.wav")) <= 400_000
    assert all(path.exists() for path in (*used.phrases.values(), *used.tones.values()))


def test_two_recordings_make_one(folder: Path):
    one = Studio(folder).record(["Hold."], Clerk)
    both = one.with_more(Studio(folder).record(["Rest."], Clerk))
    assert both.phrases.keys() == both.lengths.keys() == {"Hold.", "Rest."}
