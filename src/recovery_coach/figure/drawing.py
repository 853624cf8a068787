"""A whole picture as outlines in the order they are to be painted; no colours, no toolkit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from recovery_coach.figure.flesh import Link, Part, ball, parts_of
from recovery_coach.figure.muscles import Mark, Surface
from recovery_coach.figure.order import Item, in_order
from recovery_coach.figure.projection import (
    RAYS,
    Rays,
    Rod,
    Shape,
    Support,
    View,
    rod,
    support,
    wrapped,
)
from recovery_coach.figure.props import Solid
from recovery_coach.figure.skeleton import Body
from recovery_coach.figure.vectors import Vec, lerp

HOSTS = {
    "head": "torso",
    "upper_arm_l": "torso",
    "upper_arm_r": "torso",
    "thigh_l": "torso",
    "thigh_r": "torso",
    "forearm_l": "upper_arm_l",
    "forearm_r": "upper_arm_r",
    "shin_l": "thigh_l",
    "shin_r": "thigh_r",
}
"""What each part hangs on."""
FAR = 0.24
"""This far behind the middle of the body a part has the darkest tone."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One thing, painted after all that lies behind it.

    ``skin`` is one silhouette, ``rimmed`` where it lies over another. ``joints`` are painted over
    its edge where it hangs together with another part, then ``cloth``, what of the skin lies in
    front of it (``cover``), ``hair`` and ``face``, then the muscles. ``tone`` is 0 far, 1 near.
    """

    name: str
    tone: float
    rimmed: bool = False
    skin: tuple[Shape, ...] = ()
    joints: tuple[tuple[float, Rod, bool], ...] = ()
    cloth: tuple[Shape, ...] = ()
    cover: tuple[Shape, ...] = ()
    hair: tuple[Rod, ...] = ()
    face: tuple[Rod, ...] = ()
    working: tuple[Mark, ...] = ()
    stretching: tuple[Mark, ...] = ()
    solid: Solid | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """The muscles that are marked, and how brightly, 0 to 1."""

    working: tuple[str, ...] = ()
    stretching: tuple[str, ...] = ()
    glow: float = 1.0


UNMARKED = Marked()


@dataclass(frozen=True, slots=True)
class Drawing:
    """All layers, from the ground up; ``shadows`` are seen from above, in x and z of the floor."""

    ground: tuple[Solid, ...] = ()
    shadows: tuple[Rod, ...] = ()
    layers: tuple[Layer, ...] = ()
    glow: float = 1.0


def draw(
    body: Body,
    view: View,
    solids: Sequence[Solid] = (),
    marked: Marked = UNMARKED,
    breath: float = 0.0,
    rays: Rays = RAYS,
) -> Drawing:
    """The picture of ``body`` with ``solids`` about it, seen by ``view``."""
    parts = {part.name: part for part in parts_of(body, breath)}
    upright = [solid for solid in solids if not solid.flat]
    items = [_item(part, view) for part in parts.values()]
    items += [solid.item(view) for solid in upright]
    tones = _tones(parts, view)
    surface = Surface(body, view)
    marks = (
        _by_part(surface, marked.working, False),
        _by_part(surface, marked.stretching, True),
    )
    names = list(parts)
    layers: list[Layer] = []
    painted: set[str] = set()
    order, over = in_order(items)
    for index in order:
        if index >= len(names):
            solid = upright[index - len(names)]
            layers.append(Layer(f"prop:{solid.kind}", 0.5, solid=solid))
            continue
        part = parts[names[index]]
        before = painted if over[index] else frozenset[str]()
        layers.append(_layer(part, parts, view, rays, tones, marks, before))
        painted.add(part.name)
    ground = tuple(solid for solid in solids if solid.flat)
    return Drawing(ground, tuple(_shadows(parts.values())), tuple(layers), marked.glow)


def _item(part: Part, view: View) -> Item:
    line = tuple([(*view.flat(place), view.nearness(place), r) for place, r in part.line])
    return Item(part.name, line, HOSTS.get(part.name, ""))


def _tones(parts: Mapping[str, Part], view: View) -> dict[str, float]:
    """How near each limb is, 0 to 1: one tone for a whole limb, so that it hangs together."""
    middle = view.nearness(parts["torso"].line[2][0])
    found: dict[str, list[float]] = {}
    for part in parts.values():
        found.setdefault(part.tone, []).extend(view.nearness(place) for place, _ in part.line)
    return {
        name: min(1.0, max(0.0, 0.62 + (sum(near) / len(near) - middle) / FAR * 0.62))
        for name, near in found.items()
    }


def _by_part(surface: Surface, names: Iterable[str], lines: bool) -> dict[str, list[Mark]]:
    found: dict[str, list[Mark]] = {}
    for name in names:
        for mark in surface.marks(name, lines):
            found.setdefault(mark.part, []).append(mark)
    return found


def _layer(
    part: Part,
    parts: Mapping[str, Part],
    view: View,
    rays: Rays,
    tones: Mapping[str, float],
    marked: Sequence[Mapping[str, list[Mark]]],
    painted: Set[str],
) -> Layer:
    """``painted``: what lies behind it already, where it lies over anything at all."""
    known: dict[int, Support] = {}
    skin = tuple(_shapes(part, part.links, view, rays, known))
    cloth = tuple(_shapes(part, part.cloth, view, rays, known))
    hair: tuple[Rod, ...] = ()
    face: tuple[Rod, ...] = ()
    if part.name == "head":
        blobs = part.blobs
        hair = (rod(blobs[6], blobs[7], view),)
        if view.nearness(blobs[5][0]) - view.nearness(blobs[6][0]) > -0.02:
            # The face is turned this way: it lies over the hair.
            face = (rod(blobs[3], blobs[4], view), rod(blobs[4], blobs[5], view))
    joints = [
        (tones[parts[other].tone], outline, dressed)
        for other, outline, dressed in _joints(part, parts, view, painted)
    ]
    cover: tuple[Shape, ...] = ()
    if part.name == "torso" and _is_hidden(part, view):
        cover = skin[2:]
    return Layer(
        name=part.name,
        tone=tones[part.tone],
        rimmed=bool(painted),
        skin=skin,
        joints=tuple(joints),
        cloth=cloth,
        cover=cover,
        hair=hair,
        face=face,
        working=tuple(marked[0].get(part.name, ())),
        stretching=tuple(marked[1].get(part.name, ())),
    )


def _is_hidden(torso: Part, view: View) -> bool:
    """Whether the pelvis is behind the chest, as seen from the head's end."""
    (pelvis, _), (chest, radius) = torso.line[0], torso.line[3]
    (x0, y0), (x1, y1) = view.flat(pelvis), view.flat(chest)
    behind = view.nearness(chest) - view.nearness(pelvis)
    return behind > 0 and hypot(x1 - x0, y1 - y0) < 2 * radius


def _shapes(
    part: Part, links: Iterable[Link], view: View, rays: Rays, known: dict[int, Support]
) -> Iterator[Shape]:
    """What wraps each pair of blobs: a rod between balls, else an outline.

    ``known``: how far the blobs reach that were asked for before.
    """
    blobs = part.blobs
    for pair in links:
        a, b = blobs[pair[0]], blobs[pair[1]]
        if a[1] is None and b[1] is None:
            yield rod(a, b, view)
            continue
        for index in pair:
            if index not in known:
                known[index] = support(blobs[index], view, rays)
        yield wrapped(known[pair[0]], known[pair[1]])


def _joints(
    part: Part, parts: Mapping[str, Part], view: View, painted: Set[str]
) -> Iterator[tuple[str, Rod, bool]]:
    """What of each neighbour is painted once more over this part's edge, so that they are one."""
    host = HOSTS.get(part.name)
    if host is not None and host in painted:
        yield host, _bridge(part, parts[host], view), part.name.startswith("thigh")
    for name, its_host in HOSTS.items():
        if its_host == part.name and part.name != "torso" and name in painted:
            yield name, _bridge(parts[name], part, view, out=True), False


def _bridge(limb: Part, host: Part, view: View, out: bool = False) -> Rod:
    """The piece of the one that was painted first next to the joint: of host, or of ``limb``."""
    joint = limb.line[0][0]
    if out:
        (a, _), (b, _) = limb.line[0], limb.line[1]
        inner, outer = limb.blobs[0][2][0], limb.blobs[1][2][0]
        reach = 0.22
        end = lerp(a, b, reach)
        radius = inner + (outer - inner) * min(1.0, reach / 0.4)
        return _piece(joint, inner * 0.98, end, radius * 0.98, view)
    if host.name == "torso":
        if limb.name == "head":
            below = host.blobs[8][0]
            collar = lerp(below, host.blobs[7][0], 0.6)
            return _piece(joint, 0.020, collar, 0.042, view)
        if limb.name.startswith("thigh"):
            return _piece(joint, 0.050, lerp(joint, host.blobs[0][0], 0.75), 0.052, view)
        return _piece(joint, 0.0315, lerp(joint, host.blobs[7][0], 0.55), 0.040, view)
    (a, _), (b, _) = host.line[0], host.line[1]
    last = host.blobs[2][2][0]
    return _piece(joint, last * 0.98, lerp(b, a, 0.2), last * 1.1, view)


def _piece(a: Vec, ra: float, b: Vec, rb: float, view: View) -> Rod:
    return rod(ball(a, ra), ball(b, rb), view)


REACH_OF_SHADOW = 0.16


def _shadows(parts: Iterable[Part]) -> Iterator[Rod]:
    """Where the body is near the floor: the lower, the larger."""
    for part in parts:
        for (a, ra), (b, rb) in pairwise((*part.line, *part.rests)):
            low, high = a[1] - ra, b[1] - rb
            if min(low, high) >= REACH_OF_SHADOW:
                continue
            first, last = (a, ra), (b, rb)
            if high > REACH_OF_SHADOW:  # what rises leaves its shadow where it leaves the floor
                last = _up_to(first, last, (REACH_OF_SHADOW - low) / (high - low))
            elif low > REACH_OF_SHADOW:
                first = _up_to(last, first, (REACH_OF_SHADOW - high) / (low - high))
            (p, rp), (q, rq) = first, last
            yield (p[0], p[2], _spot(p, rp), q[0], q[2], _spot(q, rq))


def _up_to(first: tuple[Vec, float], last: tuple[Vec, float], share: float) -> tuple[Vec, float]:
    (a, ra), (b, rb) = first, last
    return lerp(a, b, share), ra + (rb - ra) * share


def _spot(place: Vec, radius: float) -> float:
    above = max(0.0, place[1] - radius)
    share = 1 - above / REACH_OF_SHADOW
    return max(0.0, radius * share) * 1.1 + 0.012 * share * share * share
