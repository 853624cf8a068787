"""Small exercises, routines and timelines, arranged in one line each."""

from __future__ import annotations

from typing import Any

from recovery_coach.library.dose import Dose, Phase
from recovery_coach.library.models import Exercise, Routine, Step, Variant
from recovery_coach.timeline.compiler import compile as compile_timeline
from recovery_coach.timeline.model import Options, Timeline

TEMPO = (
    Phase(phase="lower", seconds=2),
    Phase(phase="hold", seconds=1),
    Phase(phase="lift", seconds=1),
)


def exercise(identifier: str = "squat", **changes: Any) -> Exercise:
    values: dict[str, Any] = {
        "id": identifier,
        "name": identifier.replace("_", " ").capitalize(),
        "position": "standing",
        "start": "Stand tall.",
        "steps": ("Sit down.", "Stand up."),
        "dose": Dose(reps=5, tempo=TEMPO),
        "breathing": "out on the way up",
        "muscles": ("quadriceps",),
        "source": "made for a test",
    }
    return Exercise(**{**values, **changes})


EXERCISES = {
    e.id: e
    for e in (
        exercise("squat"),
        exercise("plank", dose=Dose(hold=20, sides="none")),
        exercise(
            "side_plank",
            dose=Dose(hold=12, sides="each"),
            easier=Variant(text="Bend the knees.", exercise="side_plank_knees"),
        ),
        exercise("side_plank_knees", dose=Dose(hold=6, sides="each")),
        exercise("march", dose=Dose(timed=30)),
        exercise("dead_bug", dose=Dose(reps=4, sides="alternate", tempo=TEMPO)),
        exercise(
            "breathing",
            dose=Dose(
                breaths=3,
                tempo=(Phase(phase="inhale", seconds=4), Phase(phase="exhale", seconds=6)),
            ),
        ),
        exercise("pack_up", dose=Dose(until_done=True)),
    )
}


def routine(*steps: Step, identifier: str = "test_routine") -> Routine:
    return Routine(id=identifier, name="Test routine", summary="For a test.", steps=steps)


def timeline(*steps: Step, options: Options | None = None) -> Timeline:
    return compile_timeline(routine(*steps), EXERCISES, options)
