"""A figure as it is shown: one side of it, at one instant, with what is about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from math import cos, hypot, radians, sin

from recovery_coach.figure.drawing import UNMARKED, Drawing, Marked, draw
from recovery_coach.figure.models import Figure
from recovery_coach.figure.motion import Motion
from recovery_coach.figure.projection import RAYS, Rays, View, view_from
from recovery_coach.figure.props import Solid, other_side, solids_of
from recovery_coach.figure.skeleton import Body, mirror_body, points_of
from recovery_coach.figure.vectors import Vec, along
from recovery_coach.library.dose import Side

Spot = tuple[Vec, float]
"""A place, and the body heights about it that are filled."""

TRAIL_STEPS = 24
FLESH = 0.055
"""Body heights about a joint that its flesh fills."""
PASSING = 0.03
"""The same half way between two poses."""
GROUND = ("wall", "mat", "trail")
"""What may run out of the picture."""
AT_FIRST = 0.3
"""How brightly muscles are marked before they do anything."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a picture must have room for, in body heights: as in the plane, y down."""

    left: float
    top: float
    right: float
    bottom: float


class Showing:
    """One figure on one side."""

    def __init__(self, motion: Motion, side: Side | None = None, backwards: bool = False) -> None:
        """``side``: the authored one, where none or no other is asked for.

        ``backwards``: in a set in which it runs the other way, so do the arrows of its trails.
        """
        self.motion = motion
        self._backwards = backwards
        own = motion.figure.side
        self._marked: dict[str, Marked] = {}
        self.mirrored = own is not None and side is not None and side != own
        self.side = side if own is not None and side is not None else own

    @property
    def figure(self) -> Figure:
        """What stands in the file."""
        return self.motion.figure

    @property
    def camera(self) -> tuple[float, float]:
        """Yaw and pitch from where this side is seen best."""
        yaw = self.figure.camera.yaw
        if self.mirrored:  # seen in a mirror, front stays front: what was left of it is right
            yaw = -180 - yaw if yaw < 0 else 180 - yaw
        return yaw, self.figure.camera.pitch

    def at(self, move: int, part: float) -> Body:
        """The body ``part`` of the way through a move."""
        return self._side(self.motion.at(move, part))

    def pose(self, name: str) -> Body:
        """The body in a key pose."""
        return self._side(self.motion.pose(name))

    def between(self, first: str, last: str, part: float) -> Body:
        """The body on the way from one key pose to another."""
        return self._side(self.motion.between(first, last, part))

    def _side(self, body: Body) -> Body:
        return mirror_body(body) if self.mirrored else body

    @cached_property
    def _begun(self) -> dict[str, Vec]:
        """Where the body is at first, for what rolls along with it."""
        if not any(prop.rolls for prop in self.figure.props):
            return {}
        return points_of(self.pose(self.figure.start))

    @cached_property
    def _trails(self) -> dict[str, tuple[Vec, ...]]:
        """The way some body points go, of the authored side."""
        names = {
            point
            for prop in self.figure.props
            if prop.kind == "trail"
            for point in prop.points
            if isinstance(point, str)
        }
        if not names:
            return {}
        instants = [
            points_of(self.motion.at(index, step / TRAIL_STEPS))
            for index in range(len(self.motion.leaps))
            for step in range(TRAIL_STEPS)
        ]
        if self._backwards:
            instants.reverse()
        return {name: tuple(places[name] for places in instants) for name in names}

    def marked(self, pose: str) -> Marked:
        """What is marked in a key pose, and how brightly."""
        if pose not in self._marked:
            self._marked[pose] = self._marked_anew(pose)
        return self._marked[pose]

    def _marked_anew(self, pose: str) -> Marked:
        figure = self.figure
        spec = figure.poses[pose]
        glow = spec.glow
        if glow is None:
            begins = pose in (figure.start, figure.ready) and pose != figure.telling
            glow = AT_FIRST if begins else 1.0
        muscles = spec.muscles or figure.muscles
        return Marked(
            tuple(self._named(name) for name in muscles.working),
            tuple(self._named(name) for name in muscles.stretching),
            glow,
        )

    def marked_at(self, move: int, part: float) -> Marked:
        """The same ``part`` of the way through a move: what works comes up as it works."""
        moves = self.figure.cycle
        before = moves[move - 1].to if move else self.figure.start
        poses = (before, *moves[move].via, moves[move].to)
        index = min(len(poses) - 2, int(part * (len(poses) - 1)))
        between = part * (len(poses) - 1) - index
        return self.marked_between(poses[index], poses[index + 1], between)

    def marked_between(self, before: str, after: str, part: float) -> Marked:
        """The same on the way from one key pose to another."""
        one, other = self.marked(before), self.marked(after)
        if (one.working, one.stretching) == (other.working, other.stretching):
            return replace(other, glow=one.glow + (other.glow - one.glow) * part)
        if part < 0.5:  # the one goes out, then the other comes up
            return replace(one, glow=one.glow * (1 - 2 * part))
        return replace(other, glow=other.glow * (2 * part - 1))

    def draw(
        self,
        body: Body,
        view: View,
        breath: float = 0.0,
        marked: Marked | None = None,
        rays: Rays = RAYS,
    ) -> Drawing:
        """The picture of ``body``, one of this showing's; without ``marked`` no muscles."""
        solids = self._solids(body, view)
        return draw(body, view, solids, marked or UNMARKED, breath, rays)

    def _solids(self, body: Body, view: View) -> list[Solid]:
        places = points_of(body) if self._held else {"pelvis": body.pelvis}
        props = self.figure.props
        return solids_of(props, places, view, self.mirrored, self._trails, self._begun)

    @cached_property
    def _held(self) -> bool:
        """Whether some prop is where the body is; most figures have a mat alone."""
        return any(
            prop.rolls or any(isinstance(point, str) for point in prop.points)
            for prop in self.figure.props
            if prop.kind != "trail"
        )

    def room(self, body: Body, view: View, places: Iterable[Vec], flesh: float) -> Iterator[Spot]:
        """What must be seen of one body: ``places`` with ``flesh`` about them, and its props."""
        yield from ((place, flesh) for place in places)
        for solid in self._solids(body, view):
            if solid.kind not in GROUND:
                yield from ((place, solid.radius) for place in solid.points)

    def _named(self, muscle: str) -> str:
        name, _, side = muscle.partition(":")
        return f"{name}:{other_side(f'_{side}')[-1]}" if side and self.mirrored else muscle

    def round_bounds(self, yaw: float, pitch: float) -> Bounds:
        """Room for all key poses however far they are turned round: as large from every yaw."""
        places = [place for name in self.figure.poses for place in ends(self.pose(name))]
        xs, ys, zs = zip(*places, strict=True)
        middle = ((min(xs) + max(xs)) / 2, 0.0, (min(zs) + max(zs)) / 2)
        reach = max(hypot(x - middle[0], z - middle[2]) for x, _, z in places) + FLESH
        x, y = view_from(yaw, pitch).flat(middle)
        deep = reach * abs(sin(radians(pitch)))
        tall = cos(radians(pitch))
        top, bottom = max(ys) + FLESH, min(ys) - FLESH
        return Bounds(x - reach, y - top * tall - deep, x + reach, y - bottom * tall + deep)

    def bounds(self, yaw: float, pitch: float) -> Bounds:
        """Room for all key poses as seen from there, for the way between, and for the props."""
        view = view_from(yaw, pitch)
        spots: list[Spot] = []
        for index, leap in enumerate(self.motion.leaps):
            if not leap.still:
                spots += [(place, PASSING) for place in ends(self.at(index, 0.5))]
        for name in self.figure.poses:
            body = self.pose(name)
            spots += self.room(body, view, ends(body), FLESH)
        return bounds_about(spots, view)


def bounds_about(spots: Iterable[Spot], view: View) -> Bounds:
    """Room for all of ``spots``, of which there is at least one."""
    xs: list[float] = []
    ys: list[float] = []
    for place, radius in spots:
        x, y = view.flat(place)
        xs += (x - radius, x + radius)
        ys += (y - radius, y + radius)
    return Bounds(min(xs), min(ys), max(xs), max(ys))


def ends(body: Body) -> list[Vec]:
    """How far a body reaches: its hands, feet, joints and head."""
    found = [along(body.head, body.head_frame[1], 0.1), body.head, body.pelvis, body.top]
    for limb in (body.arm_l, body.arm_r, body.leg_l, body.leg_r):
        found += (limb.root, limb.middle, limb.end, limb.tip)
    return found
