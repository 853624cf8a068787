"""A session in real time through a real sound server, and what is in the recording of it.

The window is the real one, without a screen; the server plays into nothing, and an ear records what
it plays. All sounds are known sample by sample, so each can be looked for where it is due.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from benchmarks.ear import missing_programs, sound_server
from benchmarks.performances import Performance, perform

from recovery_coach.sound.tones import TONES

MINUTE = """
id = "minute"
name = "A minute"
summary = "Every tone there is, in about a minute."
[[steps]]
exercise = "side_plank"
hold = 11
[[steps]]
exercise = "cat_cow"
hold = 5
shapes = ["Round", "Arch"]
sets = 2
rest = 5
"""

pytestmark = [
    pytest.mark.timeout(180),
    pytest.mark.skipif(
        bool(missing_programs()),
        reason=f"no sound server to listen to: {', '.join(missing_programs())} missing",
    ),
]


@pytest.fixture(scope="module")
def performance(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Performance]:
    folder = tmp_path_factory.mktemp("sound")
    routines = folder / "home" / "data" / "library" / "routines"
    routines.mkdir(parents=True)
    (routines / "minute.toml").write_text(MINUTE)
    with sound_server(folder / "server") as server:
        yield perform(server, folder / "home", "minute", float("inf"), longest=150)


def test_every_planned_tone_is_there_once_and_in_order(performance: Performance):
    pairs = zip(performance.cues, performance.found, strict=True)
    tones = [(cue, found) for cue, found in pairs if cue["kind"] == "tone"]
    assert {cue["name"] for cue, _ in tones} == set(TONES)
    usual = np.median([found.late for _, found in tones])
    loudness = np.median([found.gain for _, found in tones])
    for cue, found in tones:
        assert abs(found.late - usual) < 0.1, cue
        final = cue["name"] == "finished"  # it has a volume of its own
        assert found.gain == pytest.approx(1.0 if final else loudness, rel=0.25), cue
    heard_at = [cue["at"] + found.late for cue, found in tones]
    assert heard_at == sorted(heard_at)
    # Nothing else was heard: not one of them twice, and no other sound.
    assert performance.unexplained < 0.05


def test_every_phrase_is_there_in_its_place(performance: Performance):
    pairs = zip(performance.cues, performance.found, strict=True)
    spoken = [(cue, found) for cue, found in pairs if cue["kind"] != "tone"]
    assert [cue["text"] for cue, _ in spoken][-1].startswith("Done: ")
    assert len(spoken) > 20
    usual = np.median(performance.late)
    # On a machine that is too busy the server itself may break one off; more would be our fault.
    broken = [
        cue["text"] for cue, found in spoken if abs(found.late - usual) > 0.1 or found.alike < 0.6
    ]
    assert len(broken) <= 1, broken
