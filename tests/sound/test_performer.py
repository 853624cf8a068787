"""What is played when, on a loudspeaker that only writes it down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from recovery_coach.library.models import Step
from recovery_coach.session.player import Player
from recovery_coach.sound.performer import Mix, Performer, own_phrases
from recovery_coach.sound.studio import Recording
from recovery_coach.sound.tones import TONES
from recovery_coach.timeline.fitting import texts_of
from tests import factories
from tests.fakes import ManualClock


class Paper:
    """Writes down what it is asked to play."""

    def __init__(self) -> None:
        self.works = True
        self.loaded: list[Path] = []
        self.played: list[tuple[str, float]] = []

    def load(self, files: Iterable[Path]) -> None:
        self.loaded = list(files)

    def play(
        self, file: Path, volume: float, speech: bool = False, after: Path | None = None
    ) -> None:
        assert file in self.loaded
        if after is not None:
            assert self.played[-1][0] == str(after)
        self.played.append((f"“{file}”" if speech else str(file), volume))

    def hush(self) -> None:
        self.played.append(("hush", 0))

    def close(self) -> None:
        self.loaded = []


class Heard:
    """A session of a plank, played at the test's clock and performed on paper."""

    def __init__(self, mix: Mix | None = None, *steps: Step) -> None:
        self.mix = mix or Mix()
        self.paper = Paper()
        self.clock = ManualClock()
        self.player = Player(factories.timeline(*(steps or (Step(exercise="plank"),))), self.clock)
        self.player.fit({})
        cues = [cue for segment in self.player.timeline.segments for cue in segment.cues]
        texts = (*texts_of(cues), *own_phrases())
        self.performer = Performer(self.paper, lambda: self.mix)
        self.performer.learn(
            Recording({text: Path(text) for text in texts}, {name: Path(name) for name in TONES})
        )
        self.performer.perform(self.player.start())

    def run(self, seconds: float) -> list[str]:
        """What is played meanwhile."""
        before = len(self.paper.played)
        for _ in range(round(seconds * 20)):
            self.clock.advance(0.05)
            self.performer.perform(self.player.tick())
        return [name for name, _ in self.paper.played[before:]]

    def do(self, command: str, *arguments: float) -> list[str]:
        before = len(self.paper.played)
        self.performer.perform(getattr(self.player, command)(*arguments))
        return [name for name, _ in self.paper.played[before:]]


def test_a_hold_from_its_start_to_its_end():
    heard = Heard()
    heard.run(4.8)
    assert heard.run(20.5) == [
        *("start", "“Hold. 20 seconds.”", "halfway", "“Halfway”"),
        *("count", "“3”", "count", "“2”", "count", "“1”"),
        *("finished", "“Done: 25 seconds.”"),
    ]
    assert heard.run(2) == []


def test_voice_and_tones_are_switched_and_turned_down_by_themselves():
    assert Heard(Mix(voice=False)).run(4.5) == ["count", "count", "count"]
    only_voice = Heard(Mix(tones=False, voice_volume=40))
    only_voice.run(4.5)
    assert all(name.startswith("“") and volume == 0.4 for name, volume in only_voice.paper.played)
    loud_end = Heard(Mix(tone_volume=20, finish_volume=100))
    loud_end.run(25.2)
    volumes = dict(loud_end.paper.played)
    assert (volumes["count"], volumes["finished"]) == (0.2, 1.0)


def test_in_silence_nothing_is_played_and_it_can_end_at_any_time():
    heard = Heard(Mix(silent=True))
    assert heard.run(20) == []
    heard.mix = replace(heard.mix, silent=False)
    assert "count" in heard.run(5)


def test_a_pause_cuts_the_word_short_and_is_said():
    heard = Heard()
    heard.run(6)
    assert heard.do("pause") == ["hush", "“Paused”"]
    assert heard.run(60) == []


def test_going_on_is_counted_in():
    heard = Heard()
    heard.run(10)
    heard.do("pause")
    assert heard.do("resume") == ["hush", "count", "“3”"]
    assert heard.run(3.1) == ["count", "“2”", "count", "“1”"]


@pytest.mark.parametrize("command", ["skip", "back"])
def test_what_was_being_said_does_not_run_into_the_next_place(command: str):
    heard = Heard(None, Step(exercise="plank"), Step(exercise="squat"))
    heard.run(8)
    assert heard.do(command)[0] == "hush"


def test_what_comes_too_late_is_not_played():
    heard = Heard()
    heard.run(9)
    heard.clock.advance(1.9)
    assert heard.do("tick") == []
    heard.run(3)
    heard.clock.advance(1.9)
    late = heard.do("tick")
    assert "halfway" not in late


def test_stopping_is_silent_and_the_end_rings_on():
    heard = Heard()
    heard.run(6)
    assert heard.do("stop") == ["hush"]
    finished = Heard()
    finished.run(24.9)
    assert finished.run(0.2) == ["finished", "“Done: 25 seconds.”"]


def test_what_was_not_recorded_is_not_played():
    heard = Heard()
    heard.performer.learn(Recording(tones={"start": Path("start")}))
    assert heard.run(26) == ["start"]
    assert not heard.performer.speaks


def test_it_speaks_only_where_a_voice_can_be_heard():
    heard = Heard()
    assert heard.performer.speaks
    for mix in (Mix(silent=True), Mix(voice=False), Mix(voice_volume=0)):
        heard.mix = mix
        assert not heard.performer.speaks
    heard.mix = Mix()
    heard.paper.works = False
    assert not heard.performer.speaks
