"""What PyInstaller collected and the bundle does not need: `packaging/left-out.toml`, applied."""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from recovery_coach.base.i18n import languages

Collected = tuple[str, str, str]
"""As PyInstaller has it: the place in the bundle, where the file lies now, what kind it is."""

SYSTEM_FOLDERS = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")
LIBRARIES = "Libraries of the system"
"""The name that the report has for what is left to the system."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the file: what is left out, and why."""

    name: str
    files: tuple[str, ...]
    but: tuple[str, ...]
    why: str
    systems: tuple[str, ...]

    def covers(self, place: str) -> bool:
        """Whether a file of the bundle is to be left out."""
        return _fits(place, self.files) and not _fits(place, self.but)


@dataclass(slots=True)
class Pruning:
    """What is left out of the bundle, and what that saved so far."""

    entries: tuple[Entry, ...]
    modules: list[str]
    """Modules of Python to leave out."""
    kept: tuple[str, ...]
    """Patterns of the libraries of the system that are taken along."""
    platform: str = sys.platform
    saved: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Files and bytes that each entry left out."""

    @classmethod
    def read(cls, path: Path, locale: Path, platform: str = sys.platform) -> Pruning:
        """``path`` is left-out.toml; ``locale`` has a folder for each language of the app."""
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        languages = languages_in(locale)
        entries = (
            Entry(
                name=row["name"],
                files=tuple(row["files"]),
                but=tuple(_for_each(row.get("but", ()), languages)),
                why=row["why"],
                systems=tuple(row.get("systems", ())),
            )
            for row in found["left_out"]
        )
        here = tuple(one for one in entries if not one.systems or platform in one.systems)
        kept = tuple(found["from_the_system"]["kept"])
        return cls(here, list(found["modules"]["names"]), kept, platform)

    def prune(self, collected: Iterable[Collected]) -> list[Collected]:
        """What stays. A link stays when what it leads to does."""
        rows = list(collected)
        files = [row for row in rows if row[2] != "SYMLINK" and not self._leave_out(row)]
        places = {place for place, _, _ in files}
        links = [row for row in rows if row[2] == "SYMLINK" and _target(row) in places]
        return files + links

    def _leave_out(self, row: Collected) -> bool:
        place, source, _ = row
        posix = PurePosixPath(place.replace("\\", "/")).as_posix()
        name = next((entry.name for entry in self.entries if entry.covers(posix)), None)
        if name is None and self._is_systems(posix, source):
            name = LIBRARIES
        if name is None:
            return False
        count, size = self.saved.get(name, (0, 0))
        self.saved[name] = count + 1, size + Path(source).stat().st_size
        return True

    def _is_systems(self, place: str, source: str) -> bool:
        """Whether Linux has this library, and another machine its own, newer one."""
        return (
            self.platform == "linux"
            and source.startswith(SYSTEM_FOLDERS)
            and ".so" in PurePosixPath(source).name
            and "lib-dynload" not in place
            and not _fits(PurePosixPath(place).name, self.kept)
        )

    def write_report(self, path: Path) -> None:
        """What each entry saved, as JSON: ``[{"name", "files", "bytes", "why"}]``."""
        reasons = {entry.name: entry.why for entry in self.entries}
        reasons[LIBRARIES] = "See [from_the_system]: the packages depend on them."
        rows = [
            {"name": name, "files": count, "bytes": size, "why": why}
            for name, why in reasons.items()
            for count, size in [self.saved.get(name, (0, 0))]
        ]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(rows, indent=1), encoding="utf-8")


def languages_in(locale: Path) -> tuple[str, ...]:
    """The languages of the app, English first."""
    return tuple(code for code, _ in languages(locale))


def _for_each(patterns: Iterable[str], languages: Iterable[str]) -> Iterable[str]:
    for pattern in patterns:
        if "{language}" in pattern:
            yield from (pattern.replace("{language}", language) for language in languages)
        else:
            yield pattern


def _fits(place: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(place, pattern) for pattern in patterns)


def _target(link: Collected) -> str:
    """The place that a link of the bundle leads to."""
    place, target, _ = link
    return (PurePosixPath(place).parent / target).as_posix()
