"""Every shipped routine in the real voice of every language: nothing overlaps or is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from recovery_coach.base.i18n import use_language
from recovery_coach.base.paths import find_resources
from recovery_coach.sound.espeak import Espeak
from recovery_coach.sound.pcm import seconds
from recovery_coach.timeline.compiler import compile as compile_timeline
from recovery_coach.timeline.fitting import texts_of
from recovery_coach.timeline.model import CountAloud, Options
from tests.timeline.test_fitting import check_nothing_overlaps
from tests.timeline.test_snapshots import shipped

VITAL = {"next", "switch", "shape", "set", "hold", "rest", "start", "finished"}
"""Cues that are said in every routine, in however few words."""
SORE = Options(switch=9.0, transition=12.0, count_aloud="last_three")

_lengths: dict[tuple[str, str], float] = {}


@pytest.fixture(params=["en", "de"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    use_language(find_resources() / "locale", [request.param])
    yield request.param
    use_language(find_resources() / "locale", ["en"])


def spoken_lengths(texts: tuple[str, ...], language: str) -> dict[str, float]:
    """How long the real voice takes for each; every text is rendered once."""
    voice = Espeak(language)
    for text in texts:
        if (language, text) not in _lengths:
            _lengths[language, text] = seconds(voice.speak(text))
    return {text: _lengths[language, text] for text in texts}


@pytest.mark.parametrize("options", [Options(), SORE], ids=["usual", "sore"])
@pytest.mark.parametrize("identifier", sorted(shipped().routines))
def test_a_routine_as_it_is_really_spoken(identifier: str, language: str, options: Options):
    routine, exercises = shipped().routines[identifier], shipped().exercises
    wished = compile_timeline(routine, exercises, options)
    cues = [cue for segment in wished.segments for cue in segment.cues]
    lengths = spoken_lengths(texts_of(cues), language)
    fitted = compile_timeline(routine, exercises, options, lengths)
    check_nothing_overlaps(fitted)
    for before, after in zip(wished.segments, fitted.segments, strict=True):
        wanted = [cue.name for cue in before.cues if cue.kind == "say" and cue.name in VITAL]
        said = [cue.name for cue in after.cues if cue.kind == "say" and cue.name in VITAL]
        assert said == wanted, (identifier, before.index)
        breathed = [cue.name for cue in before.cues if cue.kind == "breathe"]
        assert [cue.name for cue in after.cues if cue.kind == "breathe"] == breathed


@pytest.mark.parametrize("aloud", ["all", "last_three"])
@pytest.mark.parametrize("identifier", sorted(shipped().routines))
def test_every_repetition_that_is_to_be_counted_is(
    identifier: str, language: str, aloud: CountAloud
):
    routine, exercises = shipped().routines[identifier], shipped().exercises
    options = Options(count_aloud=aloud)
    wished = compile_timeline(routine, exercises, options)
    cues = [cue for segment in wished.segments for cue in segment.cues]
    lengths = spoken_lengths(texts_of(cues), language)
    fitted = compile_timeline(routine, exercises, options, lengths)
    for before, after in zip(wished.segments, fitted.segments, strict=True):
        wanted = sum(cue.name == "rep" for cue in before.cues)
        counted = sum(cue.name == "rep" for cue in after.cues)
        # The name of a set that begins without a rest may take the place of its first number.
        assert counted >= wanted - any(cue.name == "set" for cue in after.cues)
