"""Where on the body something is felt: 46 regions and the areas they are asked in, as data.

The file, its source and its order are in ``resources/regions.toml``. It is read by hand, as what is
asked when it hurts must not wait for pydantic.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any, Literal, TypeVar

from recovery_coach.base.i18n import tr
from recovery_coach.base.paths import find_resources
from recovery_coach.base.problems import Problem, shown
from recovery_coach.base.toml_lines import line_of

RegionSide = Literal["left", "middle", "right"]
"""The person's own left and right; ``middle`` is on the spine, or both sides at once."""
View = Literal["back", "front", "both"]
Item = TypeVar("Item")

SIDES: tuple[RegionSide, ...] = ("left", "middle", "right")
VIEWS: tuple[View, ...] = ("back", "front", "both")


@dataclass(frozen=True, slots=True)
class Region:
    """A place on the body; ``group`` is what rules and areas take together."""

    id: str
    label: str
    side: RegionSide
    view: View
    group: str
    hint: str = ""
    """What belongs to it, where the label alone could leave that open."""

    @property
    def words(self) -> str:
        """As a person reads it: ``Low back beside the spine, left``."""
        if self.side == "left":
            # Translators: a place on the body, on the person's own left.
            return tr("{place}, left").format(place=tr(self.label))
        if self.side == "right":
            # Translators: a place on the body, on the person's own right.
            return tr("{place}, right").format(place=tr(self.label))
        return tr(self.label)


Row = tuple[Region | None, Region | None, Region | None]
"""What lies beside each other on the body: left, middle, right."""


@dataclass(frozen=True, slots=True)
class Area:
    """A larger part of the body, by which its regions are found."""

    id: str
    label: str
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Regions:
    """Everything that was read, in the order of the file, and what could not be."""

    areas: tuple[Area, ...]
    regions: tuple[Region, ...]
    problems: tuple[Problem, ...] = ()

    def of(self, area: Area) -> tuple[Region, ...]:
        """The regions of an area."""
        return tuple(region for region in self.regions if region.group in area.groups)

    def rows(self, area: Area) -> tuple[Row, ...]:
        """The same as they lie on the body, from the top down."""
        found = self.of(area)
        left, middle, right = ([one for one in found if one.side == side] for side in SIDES)
        return tuple(zip_longest(left, middle, right))

    def words(self, identifier: str) -> str:
        """A region by its id; one that only a newer program knows by its id alone."""
        for region in self.regions:
            if region.id == identifier:
                return region.words
        return identifier.replace("_", " ")


@cache
def body_regions() -> Regions:
    """The shipped regions. Where the file is damaged, those that can be read."""
    return read_regions(find_resources() / "regions.toml")


def read_regions(path: Path) -> Regions:
    """The regions in ``path``, and what is wrong with it. Never raises for a bad file."""
    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except OSError as error:
        problem = Problem(path, "", error.strerror or str(error), tr("cannot be read"))
        return Regions((), (), (problem,))
    except ValueError as error:
        wanted = tr("this is not TOML: {message}").format(message=error)
        return Regions((), (), (Problem(path, "", "", wanted),))
    reading = _Reading(path, text, data)
    areas = tuple(reading.each("areas", _area))
    regions = tuple(reading.each("regions", _region))
    return Regions(areas, regions, tuple(reading.problems))


class _WrongError(Exception):
    """A field that cannot be read: which, what stands there, and what may."""

    def __init__(self, field: str, found: object, wanted: str) -> None:
        super().__init__(wanted)
        self.field, self.found, self.wanted = field, found, wanted


class _Reading:
    """One file being read; an entry that is wrong is left out, and told."""

    def __init__(self, path: Path, text: str, data: Mapping[str, Any]) -> None:
        self._path, self._text, self._data = path, text, data
        self.problems: list[Problem] = []

    def each(self, name: str, read: Callable[[Mapping[str, Any]], Item]) -> Iterator[Item]:
        """Every entry of the list ``name`` that can be read; no id twice."""
        entries = self._data.get(name)
        if not isinstance(entries, list) or not entries:
            self.problems.append(Problem(self._path, name, "", tr("must be a list of tables")))
            return
        seen: set[str] = set()
        for index, entry in enumerate(entries):
            try:
                if not isinstance(entry, dict):
                    raise _WrongError("", entry, tr("must be a table"))
                item = read(entry)
                if entry["id"] in seen:
                    raise _WrongError("id", entry["id"], tr("this id is taken; choose another"))
            except _WrongError as wrong:
                self._tell(name, index, wrong)
                continue
            seen.add(entry["id"])
            yield item

    def _tell(self, name: str, index: int, wrong: _WrongError) -> None:
        place = f"{name}[{index}]" + (f".{wrong.field}" if wrong.field else "")
        line = line_of(self._text, (name, index, wrong.field))
        found = "" if wrong.found is None else shown(wrong.found)
        self.problems.append(Problem(self._path, place, found, wrong.wanted, line))


def _area(entry: Mapping[str, Any]) -> Area:
    _known(entry, Area)
    groups = entry.get("groups")
    if not isinstance(groups, list) or not all(isinstance(one, str) and one for one in groups):
        raise _WrongError("groups", groups, tr("must be a list of groups of regions"))
    return Area(_text(entry, "id"), _text(entry, "label"), tuple(groups))


def _region(entry: Mapping[str, Any]) -> Region:
    _known(entry, Region)
    region = Region(
        id=_text(entry, "id"),
        label=_text(entry, "label"),
        side=_one_of(entry, "side", SIDES),
        view=_one_of(entry, "view", VIEWS),
        group=_text(entry, "group"),
        hint=_text(entry, "hint") if "hint" in entry else "",
    )
    ending = {"left": "_L", "right": "_R"}.get(region.side, "")
    told = region.id[-2:] if region.id.endswith(("_L", "_R")) else ""
    if told != ending:
        wanted = tr("must end in _L on the left, in _R on the right, and else in neither")
        raise _WrongError("id", region.id, wanted)
    return region


def _known(entry: Mapping[str, Any], model: type[Area] | type[Region]) -> None:
    names = {field.name for field in fields(model)}
    for name in entry:
        if name not in names:
            raise _WrongError(name, None, tr("there is no such field; check the spelling"))


def _text(entry: Mapping[str, Any], name: str) -> str:
    value = entry.get(name)
    if not isinstance(value, str) or not value.strip():
        raise _WrongError(name, value, tr("must be text in quotes"))
    return value


def _one_of(entry: Mapping[str, Any], name: str, choices: Sequence[Item]) -> Item:
    value = entry.get(name)
    for choice in choices:
        if choice == value:
            return choice
    expected = ", ".join(map(str, choices))
    raise _WrongError(name, value, tr("must be one of {expected}").format(expected=expected))
