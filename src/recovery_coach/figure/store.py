"""The figures of all exercises, each read when it is first shown, and kept so that it is quick.

Validating 45 files at once would make the window wait. Each is read and validated when it is
first asked for; what was found is kept as JSON beside the catalogue, with the size and age of
its file. The cache may be deleted freely.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar

from recovery_coach import __version__
from recovery_coach.base.files import write_atomically
from recovery_coach.base.i18n import tr
from recovery_coach.base.ids import is_slug
from recovery_coach.base.problems import Problem
from recovery_coach.base.tuples import with_tuples
from recovery_coach.figure.models import (
    ArmSpec,
    Camera,
    Figure,
    LegSpec,
    Move,
    Muscles,
    PoseSpec,
    Prop,
)
from recovery_coach.figure.motion import Motion
from recovery_coach.figure.poses import IncompleteError

Spec = TypeVar("Spec")


class Figures:
    """Figures by the id of their exercise; the user's own before the shipped ones."""

    def __init__(self, folders: Sequence[Path], cache: Path) -> None:
        """``folders``: where files ``ID.toml`` are looked for, in this order."""
        self._folders = tuple(folders)
        self._cache = cache
        self._kept: dict[str, Any] | None = None
        self._motions: dict[str, Motion | None] = {}
        self._changed = False
        self.problems: list[Problem] = []
        """What was wrong with files that were asked for."""

    def get(self, exercise: str) -> Figure | None:
        """The figure of an exercise; None where there is none, or its file is not sound."""
        motion = self.motion(exercise)
        return motion.figure if motion is not None else None

    def motion(self, exercise: str) -> Motion | None:
        """The same, ready to be shown."""
        if exercise not in self._motions:
            self._motions[exercise] = self._find(exercise)
        return self._motions[exercise]

    def keep(self) -> None:
        """Write down what was read, for the next start."""
        if not self._changed:
            return
        content = {"version": __version__, "figures": self._kept}
        with suppress(OSError):  # a cache that cannot be written costs time, nothing else
            write_atomically(self._cache, json.dumps(content).encode())
        self._changed = False

    def _find(self, exercise: str) -> Motion | None:
        if not is_slug(exercise):
            return None
        for folder in self._folders:
            path = folder / f"{exercise}.toml"
            try:
                facts = path.stat()
            except OSError:
                continue
            motion = self._read(path, [str(path), facts.st_size, facts.st_mtime_ns])
            if motion is not None:
                return motion
        return None

    def _read(self, path: Path, stamp: list[str | int]) -> Motion | None:
        kept = self._load()
        known = kept.get(path.stem)
        if isinstance(known, dict) and known.get("stamp") == stamp:
            with suppress(TypeError, ValueError, KeyError, AttributeError):
                return Motion(revive(known["figure"]))
        motion, problems = read_motion(path)
        self.problems.extend(problems)
        if motion is not None:
            kept[path.stem] = {"stamp": stamp, "figure": asdict(motion.figure)}
            self._changed = True
        return motion

    def _load(self) -> dict[str, Any]:
        if self._kept is None:
            self._kept = {}
            with suppress(OSError, ValueError):
                found = json.loads(self._cache.read_text(encoding="utf-8"))
                if isinstance(found, dict) and found.get("version") == __version__:
                    figures = found.get("figures")
                    self._kept = figures if isinstance(figures, dict) else {}
        return self._kept


def read_motion(path: Path) -> tuple[Motion | None, tuple[Problem, ...]]:
    """One figure from anywhere, whole; or what is wrong with its file."""
    from recovery_coach.library.reading import read_file

    figure, problems = read_file(path, Figure)
    if figure is None:
        return None, problems
    if figure.exercise != path.stem:
        wanted = tr("the file of this figure must be called {name}.toml")
        wanted = wanted.format(name=figure.exercise)
        return None, (Problem(path, "exercise", figure.exercise, wanted),)
    try:
        return Motion(figure), ()
    except IncompleteError as error:
        wanted = tr("this must be given, here or in a pose this one is like")
        return None, (Problem(path, f'poses."{error.pose}".{error.part}', "", wanted),)


def revive(data: Mapping[str, Any]) -> Figure:
    """A figure from what ``asdict`` and JSON made of it; TypeError, ValueError or KeyError else."""
    return Figure(
        **{
            **with_tuples(data),
            "camera": Camera(**data["camera"]),
            "muscles": Muscles(**with_tuples(data["muscles"])),
            "poses": {name: _pose(pose) for name, pose in data["poses"].items()},
            "cycle": tuple(Move(**with_tuples(move)) for move in data["cycle"]),
            "props": tuple(Prop(**with_tuples(prop)) for prop in data["props"]),
        }
    )


def _pose(data: Mapping[str, Any]) -> PoseSpec:
    limbs: dict[str, Callable[..., Any]] = {
        "arms": ArmSpec, "arm_l": ArmSpec, "arm_r": ArmSpec,
        "legs": LegSpec, "leg_l": LegSpec, "leg_r": LegSpec,
    }  # fmt: skip
    fields = with_tuples(data)
    for name, spec in limbs.items():
        if data[name] is not None:
            fields[name] = spec(**with_tuples(data[name]))
    if data["muscles"] is not None:
        fields["muscles"] = Muscles(**with_tuples(data["muscles"]))
    return PoseSpec(**fields)
