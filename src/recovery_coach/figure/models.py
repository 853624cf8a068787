"""What stands in a file of ``resources/figures``: poses, the cycle that joins them, props, camera.

One authored side serves both: the other is its mirror (left and right swapped, z negated).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Literal

from recovery_coach.base.i18n import noted
from recovery_coach.base.ids import SLUG_PATTERN
from recovery_coach.library.dose import Side
from recovery_coach.library.fields import ONE_LINE, STRICT, FieldError, Limits, Says

Metre = Annotated[float, Limits(ge=-3, le=3)]
Degrees = Annotated[float, Limits(ge=-360, le=360)]
Point = tuple[Metre, Metre, Metre]
"""x forward, y up, z to the right, in body heights; for a direction, of any length."""
Angles = tuple[Degrees, Degrees, Degrees]
Name = Annotated[str, Limits(min_length=1, max_length=60, pattern=ONE_LINE)]
PropKind = Literal[
    "band", "bench", "box", "chair", "dowel", "mat", "pillow", "post", "rail", "roller", "towel",
    "trail", "wall",
]  # fmt: skip
Joint = Literal[
    "wrist_l", "wrist_r", "elbow_l", "elbow_r", "knee_l", "knee_r",
    "ankle_l", "ankle_r", "toe_l", "toe_r", "ball_l", "ball_r", "head", "pelvis",
]  # fmt: skip
Swinging = Literal["wrist_l", "wrist_r", "ankle_l", "ankle_r"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArmSpec:
    """Where a hand is, and which way its arm lies."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    wrist: Annotated[Point | None, Says("Where the wrist is.")] = None
    elbow: Annotated[Point | None, Says("The direction the elbow points to.")] = None
    finger: Annotated[Point | None, Says("The direction of the fingers.")] = None
    palm: Annotated[
        Point | None,
        Says("The direction the palm faces; left out: down on the floor, else thumb forward."),
    ] = None
    grip: Annotated[
        float | None,
        Limits(ge=0, le=1),
        Says("How far the hand is closed: 0 flat, 1 a fist, or round what it holds."),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LegSpec:
    """Where a foot is, and which way its leg lies."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    ankle: Annotated[Point | None, Says("Where the ankle is.")] = None
    knee: Annotated[Point | None, Says("The direction the knee points to.")] = None
    toe: Annotated[Point | None, Says("The direction of the foot, heel to toes.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Muscles:
    """What glows. An id may end in ``:l`` or ``:r`` where only that side does."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    working: Annotated[tuple[Name, ...], Limits(max_length=12), Says("Those that work.")] = ()
    stretching: Annotated[
        tuple[Name, ...], Limits(max_length=12), Says("Those that lengthen.")
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PoseSpec:
    """One key pose; what is left out is as in the pose it is ``like``."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    like: Annotated[Name | None, Says("The pose this one differs from.")] = None
    pelvis: Annotated[Point | None, Says("Where the pelvis is; standing straight, y is .544.")] = (
        None
    )
    turn: Annotated[
        Angles | None,
        Says(
            "The pelvis' rotation: pitch forward, roll to the right, yaw to the left. Lying on"
            " the back is [-90, 0, 0], on the right side [-90, 0, -90]."
        ),
    ] = None
    lumbar: Annotated[Angles | None, Says("Flexion, bend to the right, twist to the left.")] = None
    thoracic: Annotated[Angles | None, Says("The same of the ribcage's spine.")] = None
    neck: Annotated[Angles | None, Says("The same of neck and head.")] = None
    arms: Annotated[
        ArmSpec | None, Says("Both arms: the right one's numbers, the left its mirror.")
    ] = None
    arm_l: Annotated[ArmSpec | None, Says("The left arm.")] = None
    arm_r: Annotated[ArmSpec | None, Says("The right arm.")] = None
    legs: Annotated[
        LegSpec | None, Says("Both legs: the right one's numbers, the left its mirror.")
    ] = None
    leg_l: Annotated[LegSpec | None, Says("The left leg.")] = None
    leg_r: Annotated[LegSpec | None, Says("The right leg.")] = None
    glow: Annotated[
        float | None,
        Limits(ge=0, le=1),
        Says("How brightly muscles are marked; left out: 1, but faintly where it begins."),
    ] = None
    muscles: Annotated[
        Muscles | None, Says("What is marked in this pose, where it is not what the figure says.")
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """From the pose before to pose ``to``: a phase of the tempo, or one that leads into a hold."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    phase: Annotated[Name, Says("The phase of the exercise's tempo that this move is.")]
    to: Annotated[Name, Says("The pose it ends in; the pose before it: a hold.")]
    seconds: Annotated[
        float, Limits(ge=0.2, le=120), Says("How long, where no dose says otherwise.")
    ]
    via: Annotated[
        tuple[Name, ...], Limits(max_length=6), Says("Poses passed on the way, evenly in time.")
    ] = ()
    through: Annotated[bool, Says("It flows into the next move without a stop.")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Prop:
    """Something beside the body. Points are given as numbers, or by the name of a body point."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    kind: Annotated[PropKind, Says("What it is.")]
    points: Annotated[
        tuple[Point | Name, ...],
        Limits(min_length=1, max_length=12),
        Says(
            "Where it runs: two ends or more of a band, towel, dowel, post, rail or roller; two"
            " opposite corners of a mat, box, bench, chair, pillow or wall; the body point whose"
            " way a trail shows."
        ),
    ]
    radius: Annotated[float | None, Limits(ge=0.002, le=0.2), Says("How thick.")] = None
    beyond: Annotated[
        float, Limits(ge=0, le=1), Says("How far it goes on, straight, beyond both ends.")
    ] = 0.0
    rolls: Annotated[
        Name | None, Says("The body point that rolls over it: it follows at half the pace.")
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """From where the exercise is seen best: degrees round the body, and from above."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    yaw: Annotated[float, Limits(ge=-180, le=180), Says("0 sees it from its right side.")]
    pitch: Annotated[float, Limits(ge=-80, le=80), Says("How far from above.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One exercise, as the figure shows it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    exercise: Annotated[str, Limits(pattern=SLUG_PATTERN), Says("Id of the exercise.")]
    side: Annotated[
        Side | None, Says("The side the poses show, by the exercise's `side_means`.")
    ] = None
    alternates: Annotated[
        bool, Says("Every second repetition is the mirror of the one before.")
    ] = False
    start: Annotated[Name, Says("The pose a repetition begins and ends in.")]
    ready: Annotated[Name | None, Says("The pose before the first one; left out, `start`.")] = None
    telling: Annotated[Name, Says("The pose that tells the exercise best.")]
    camera: Annotated[Camera, Says("From where it is seen best.")]
    poses: Annotated[dict[str, PoseSpec], Limits(min_length=1, max_length=24), Says("Key poses.")]
    cycle: Annotated[tuple[Move, ...], Limits(max_length=12), Says("One repetition.")] = ()
    backwards: Annotated[
        tuple[Annotated[int, Limits(ge=1, le=20)], ...],
        Limits(max_length=10),
        Says("The sets in which the cycle runs backwards."),
    ] = ()
    contacts: Annotated[
        tuple[Joint, ...], Limits(max_length=12), Says("Joints that stay where they are.")
    ] = ()
    arcs: Annotated[
        tuple[Swinging, ...],
        Limits(max_length=4),
        Says("Hands and feet that swing about shoulder or hip, instead of going straight."),
    ] = ()
    touching: Annotated[
        tuple[tuple[Name, Name], ...],
        Limits(max_length=40),
        Says("Pairs of parts that lie against each other, such as hand_l and shin_l."),
    ] = ()
    props: Annotated[tuple[Prop, ...], Limits(max_length=16), Says("What is beside the body.")] = ()
    muscles: Annotated[Muscles, Says("Working and stretching (editorial).")] = field(
        default_factory=Muscles
    )
    note: Annotated[Name | None, Says("For whoever edits the file.")] = None

    @property
    def working(self) -> tuple[str, ...]:
        """Ids of the muscles that work, on whichever side."""
        return _ids(self.muscles.working)

    @property
    def stretching(self) -> tuple[str, ...]:
        """Ids of the muscles that lengthen."""
        return _ids(self.muscles.stretching)

    def __post_init__(self) -> None:
        for place, name in self._named():
            if name not in self.poses:
                raise FieldError(place, noted("there is no pose of this name in `poses`"))
        self._check_likes()
        if self.cycle and self.cycle[-1].to != self.start:
            raise FieldError("cycle", noted("the last move must end in the pose of `start`"))

    def _named(self) -> list[tuple[str, str]]:
        found = [("start", self.start), ("telling", self.telling)]
        if self.ready is not None:
            found.append(("ready", self.ready))
        for index, move in enumerate(self.cycle):
            found.append((f"cycle.{index}.to", move.to))
            found.extend((f"cycle.{index}.via", name) for name in move.via)
        found.extend((f"poses.{n}.like", p.like) for n, p in self.poses.items() if p.like)
        return found

    def _check_likes(self) -> None:
        for name, pose in self.poses.items():
            seen = {name}
            while pose.like is not None:
                if pose.like in seen:
                    raise FieldError(f"poses.{name}.like", noted("the poses go round in a circle"))
                seen.add(pose.like)
                pose = self.poses[pose.like]


def _ids(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.partition(":")[0] for name in names))
