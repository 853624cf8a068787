"""Key poses by name: which phase leads into each, and which show an exercise best."""

from __future__ import annotations

from math import dist

from recovery_coach.figure.models import Figure, Move
from recovery_coach.figure.motion import Motion
from recovery_coach.figure.skeleton import points_of

SAME = 0.03
"""Body heights: poses of which no point is further from where it was are one to the eye."""


def names_of(figure: Figure) -> tuple[list[str], list[str]]:
    """The phases of the cycle, and the poses that are not called as one of them."""
    phases = list(dict.fromkeys(move.phase for move in figure.cycle))
    return phases, [name for name in figure.poses if name not in phases]


def pose_named(figure: Figure, name: str) -> str | None:
    """The pose meant by ``name``: the end of a phase, the first of that name, or a pose's own."""
    wanted = name.strip().casefold()
    found = pose_of_phase(figure.cycle, wanted)
    return found or next((pose for pose in figure.poses if pose.casefold() == wanted), None)


def phase_into(figure: Figure, pose: str) -> str:
    """The phase that leads into ``pose``, or on the way of which it is; empty where none is."""
    here = figure.start
    passing = ""
    for move in figure.cycle:
        if move.to == pose and move.to != here:
            return move.phase
        if pose in move.via and not passing:
            passing = move.phase
        here = move.to
    return passing


def farthest_from(motion: Motion, pose: str) -> str:
    """The key pose that differs most from ``pose``; ``pose`` itself where all look like it."""
    found, most = pose, SAME
    for name in motion.poses:
        far = apart(motion, pose, name)
        if far > most:
            found, most = name, far
    return found


def apart(motion: Motion, first: str, second: str) -> float:
    """How far the point of the body that moves most is from where it was in the other pose."""
    one, other = points_of(motion.pose(first)), points_of(motion.pose(second))
    return max(dist(one[name], other[name]) for name in one)


def ends_of(motion: Motion, held: bool) -> tuple[str, ...]:
    """The one or two poses that tell an exercise on paper: where it begins, and where it goes.

    What is repeated between two ends that are both not the pose before the first repetition (cat
    and cow) shows these ends. A hold (``held``) always shows the way from the beginning.
    """
    figure = motion.figure
    begin = figure.ready or figure.start
    telling = figure.telling
    if not held and begin != figure.start and apart(motion, figure.start, telling) > SAME:
        begin = figure.start
    if apart(motion, begin, telling) <= SAME:
        telling = farthest_from(motion, begin)
    return (begin,) if telling == begin else (begin, telling)


def pose_of_phase(moves: tuple[Move, ...], phase: str) -> str | None:
    """Where the first move of this phase ends, whatever its capitals."""
    return next((move.to for move in moves if move.phase.casefold() == phase.casefold()), None)
