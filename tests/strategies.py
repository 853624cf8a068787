"""Doses, routines and timelines of every kind, for property tests."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from recovery_coach.library.dose import Dose, Kind, Phase, Sides
from recovery_coach.library.models import Exercise, Routine, Step
from recovery_coach.timeline.compiler import compile as compile_timeline
from recovery_coach.timeline.easing import eased
from recovery_coach.timeline.extending import can_extend, extended
from recovery_coach.timeline.model import Options, Timeline
from tests import factories

KINDS: tuple[Kind, ...] = ("hold", "reps", "descending", "timed", "breaths", "until_done")
SIDES: tuple[Sides, ...] = ("none", "each", "alternate")


def seconds(least: float, most: float) -> st.SearchStrategy[float]:
    """Seconds as people write them, with at most two places."""
    return st.integers(round(least * 100), round(most * 100)).map(lambda n: n / 100)


def rests() -> st.SearchStrategy[float]:
    return st.just(0.0) | st.sampled_from((3.0, 10.0, 30.0)) | seconds(0.1, 30)


def options() -> st.SearchStrategy[Options]:
    pause = st.sampled_from((0.0, 5.0, 8.0)) | seconds(0.1, 30)
    return st.builds(Options, get_ready=pause, switch=pause, transition=pause)


@st.composite
def tempos(draw: st.DrawFn, alternating: bool = False) -> tuple[Phase, ...]:
    names = draw(st.lists(st.sampled_from(("lower", "hold", "lift")), min_size=1, max_size=3))
    phases = [Phase(phase=name, seconds=draw(seconds(0.2, 12))) for name in names]
    if alternating and draw(st.booleans()):
        own = draw(seconds(0.2, 5))
        phases.append(Phase(phase="turn left", seconds=own, side="left"))
        phases.append(Phase(phase="turn right", seconds=own, side="right"))
    return tuple(phases)


@st.composite
def counts(draw: st.DrawFn, kind: Kind, even: bool) -> dict[str, Any]:
    """The fields that say how much of it, without sides and tempo."""
    reps = st.integers(1, 3).map(lambda n: 2 * n) if even else st.integers(1, 5)
    fields: dict[str, Any] = {"rest": draw(rests())}
    if kind == "descending":
        return {**fields, "reps": tuple(draw(st.lists(reps, min_size=2, max_size=3)))}
    fields["sets"] = draw(st.integers(1, 3))
    if kind == "hold":
        shapes = st.sampled_from(((), (), ("Round", "Arch"), ("One", "Two", "Three")))
        return {**fields, "hold": draw(seconds(1, 25)), "shapes": draw(shapes)}
    amount = {
        "reps": reps,
        "timed": seconds(1, 40),
        "breaths": st.integers(1, 4),
        "until_done": st.just(True),
    }
    return {**fields, kind: draw(amount[kind])}


@st.composite
def doses(draw: st.DrawFn, kinds: tuple[Kind, ...] = KINDS) -> Dose:
    kind = draw(st.sampled_from(kinds))
    may_alternate = kind in ("reps", "descending")
    sides = draw(st.sampled_from(SIDES if may_alternate else SIDES[:2]))
    tempo: tuple[Phase, ...] = ()
    if kind in ("reps", "descending", "breaths"):
        tempo = draw(tempos(alternating=sides == "alternate"))
    even = sides == "alternate"
    return Dose(**draw(counts(kind, even)), sides=sides, tempo=tempo)


@st.composite
def steps(draw: st.DrawFn, exercise: Exercise, kinds: tuple[Kind, ...] = KINDS) -> Step:
    """A step that takes the exercise's dose, or one that has its own."""
    if draw(st.booleans()):
        return Step(exercise=exercise.id)
    kind = draw(st.sampled_from(kinds))
    counted = kind in ("reps", "descending", "breaths")
    needs_tempo = counted and not exercise.dose.tempo
    tempo = draw(tempos()) if needs_tempo else ()
    fields = draw(counts(kind, even=exercise.dose.sides == "alternate"))
    return Step(exercise=exercise.id, tempo=tempo, **fields)


@st.composite
def plans(
    draw: st.DrawFn, kinds: tuple[Kind, ...] = KINDS
) -> tuple[Routine, dict[str, Exercise], Options]:
    """What :func:`compile` takes."""
    exercises = {}
    chosen = []
    for number in range(draw(st.integers(1, 3))):
        exercise = factories.exercise(f"move_{number}", dose=draw(doses(kinds)))
        exercises[exercise.id] = exercise
        chosen.append(draw(steps(exercise, kinds)))
    return factories.routine(*chosen), exercises, draw(options())


def timelines(kinds: tuple[Kind, ...] = KINDS) -> st.SearchStrategy[Timeline]:
    return plans(kinds).map(lambda plan: compile_timeline(*plan))


@st.composite
def extensions(draw: st.DrawFn, timeline: Timeline) -> tuple[int, float, float] | None:
    """A segment that can last longer, an instant inside it, and how much longer."""
    able = [segment for segment in timeline.segments if can_extend(segment)]
    if not able:
        return None
    segment = draw(st.sampled_from(able))
    instants = [segment.start, *(cue.at for cue in segment.cues if cue.at < segment.end)]
    inside = st.floats(0, 1, exclude_max=True).map(lambda f: segment.start + f * segment.seconds)
    now = draw(st.sampled_from(instants) | inside)
    return segment.index, min(now, segment.end), draw(st.just(10.0) | seconds(1, 30))


@st.composite
def easings(draw: st.DrawFn, timeline: Timeline) -> tuple[int, Exercise]:
    """A segment under way, and an exercise that no step has been done with so far."""
    index = draw(st.integers(0, len(timeline.segments) - 1))
    there = {way.exercise.id for step in timeline.steps for way in step.ways()}
    return index, factories.exercise(f"easier_{len(there)}", dose=draw(doses()))


@st.composite
def any_timelines(draw: st.DrawFn) -> Timeline:
    """A timeline as compiled, or after a person asked for more time, or for something easier."""
    timeline = draw(timelines())
    for _ in range(draw(st.integers(0, 3))):
        if draw(st.booleans()):
            timeline = eased(timeline, *draw(easings(timeline)))
            continue
        extension = draw(extensions(timeline))
        if extension is not None:
            timeline = extended(timeline, *extension)
    return timeline
