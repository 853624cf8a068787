"""Where on the body something is felt: 46 regions and the areas they are asked in, as data.

The file, its source and its order are in ``resources/regions.toml``. It is read by hand, as what is
asked when it hurts must not wait for pydantic.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Literal, TypeVar

from recovery_coach.base.i18n import tr
from recovery_coach.base.paths import find_resources
from recovery_coach.base.problems import Problem
from recovery_coach.base.tables import Table, TableFile, WrongError, known, one_of, text_in

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
    reading = TableFile(path)
    areas = tuple(reading.each("areas", _area))
    regions = tuple(reading.each("regions", _region))
    return Regions(areas, regions, tuple(reading.problems))


def _area(entry: Table) -> Area:
    known(entry, _names(Area))
    groups = entry.get("groups")
    if not isinstance(groups, list) or not all(isinstance(one, str) and one for one in groups):
        raise WrongError("groups", groups, tr("must be a list of groups of regions"))
    return Area(text_in(entry, "id"), text_in(entry, "label"), tuple(groups))


def _region(entry: Table) -> Region:
    known(entry, _names(Region))
    region = Region(
        id=text_in(entry, "id"),
        label=text_in(entry, "label"),
        side=one_of(entry, "side", SIDES),
        view=one_of(entry, "view", VIEWS),
        group=text_in(entry, "group"),
        hint=text_in(entry, "hint") if "hint" in entry else "",
    )
    ending = {"left": "_L", "right": "_R"}.get(region.side, "")
    told = region.id[-2:] if region.id.endswith(("_L", "_R")) else ""
    if told != ending:
        wanted = tr("must end in _L on the left, in _R on the right, and else in neither")
        raise WrongError("id", region.id, wanted)
    return region


def _names(model: type[Area] | type[Region]) -> set[str]:
    return {field.name for field in fields(model)}
