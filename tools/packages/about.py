"""What every package tells of the program: its version, its date, its home page, its releases."""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from recovery_coach import __version__
from tools.packages.places import ROOT, BuildError, run

NAME = "Recovery Coach"
"""As people read it."""
VERSION = __version__
_HEADING = re.compile(r"^## \[?(\d[\w.]*)\]?\s+[-–]\s+(\d{4}-\d\d-\d\d)", re.MULTILINE)
"""``## 1.2.3 - 2026-03-04``, as Keep a Changelog has it."""


@dataclass(frozen=True, slots=True)
class Release:
    """A version and its day; one that is not in the changelog yet is still being worked on."""

    version: str
    day: date
    final: bool = True


@dataclass(frozen=True, slots=True)
class About:
    """All of it; ``releases`` with this version first, ``homepage`` with a slash at its end."""

    homepage: str
    releases: tuple[Release, ...]
    summary: str = ""

    @property
    def version(self) -> str:
        """That of the source."""
        return self.releases[0].version

    @property
    def day(self) -> date:
        """That of this version."""
        return self.releases[0].day


def about(root: Path = ROOT) -> About:
    """As it stands in a checkout."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    told = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    homepage = project["urls"]["Homepage"].rstrip("/") + "/"
    return About(homepage, releases(told, VERSION, root), project["description"])


def releases(changelog: str, version: str, root: Path = ROOT) -> tuple[Release, ...]:
    """Those of a changelog, before them ``version`` where it is not among them."""
    found = [Release(name, date.fromisoformat(day)) for name, day in _HEADING.findall(changelog)]
    if all(one.version != version for one in found):
        found.insert(0, Release(version, source_moment(root).date(), final=False))
    return tuple(found)


def source_moment(root: Path = ROOT) -> datetime:
    """When the source was last changed: the same for everybody who builds it.

    From ``SOURCE_DATE_EPOCH`` (reproducible-builds.org), else from the last commit. Raises
    BuildError where neither tells.
    """
    told = os.environ.get("SOURCE_DATE_EPOCH") or _commit_time(root)
    return datetime.fromtimestamp(int(told), UTC)


def same_bytes() -> dict[str, str]:
    """This process's environment, so told the time that two builds of one source are alike."""
    return {**os.environ, "SOURCE_DATE_EPOCH": str(int(source_moment().timestamp()))}


def _commit_time(root: Path) -> str:
    try:
        return run(["git", "-C", str(root), "log", "-1", "--format=%ct"]).strip()
    except BuildError as error:
        text = "this is no git checkout: set SOURCE_DATE_EPOCH to the source's time"
        raise BuildError(text) from error
