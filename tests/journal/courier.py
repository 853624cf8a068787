"""A carrier between the folders of some machines, with every vice that real ones have.

It brings files late, out of order, twice, an old one after a newer one, in pieces, as zeros, with
a digit changed, or as a conflict copy under another name, of a machine's own file as well. In the
end it keeps its word.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random

CONFLICTS = (
    "{stem}.sync-conflict-20261122-1010{n:02}-ABCDEFG.json",  # Syncthing
    "{stem} (conflicted copy 2026-11-22 1010{n:02}).json",  # Nextcloud
    "{stem} (Ann's conflicted copy 2026-11-22) {n}.json",  # Dropbox
    "{stem}-LAPTOP-{n}.json",  # OneDrive
    "{stem} ({n}).json",  # Google Drive
)
UNFINISHED = (
    ".syncthing.{name}.tmp",
    "~syncthing~{name}.tmp",
    ".{name}.~5c2e1",
    ".{name}.part",
    ".~{name}",
    "{name}.part",
)
WAYS = (
    "whole",
    "whole",
    "twice",
    "cut",
    "zeros",
    "flipped",
    "conflict",
    "conflict",
    "unfinished",
    "late",
)


@dataclass(frozen=True, slots=True)
class Parcel:
    """A file as it was at one moment, on its way to a folder."""

    to: Path
    name: str
    content: bytes


class Courier:
    """``folders`` are those of the machines; each has its own copy of all files."""

    def __init__(self, folders: Sequence[Path], chance: Random) -> None:
        self.folders = list(folders)
        self.carried: list[Parcel] = []
        self._chance = chance
        self._bag: list[Parcel] = []
        self._known: dict[Path, dict[str, bytes]] = {folder: {} for folder in folders}
        self._tick = count(1)
        for folder in folders:
            folder.mkdir(parents=True, exist_ok=True)

    def collect(self, folder: Path) -> None:
        """See what is new in a folder, and take copies of it for all the others."""
        there = {path.name: path.read_bytes() for path in _visible(folder)}
        for name, content in there.items():
            if self._known[folder].get(name) != content:
                others = (other for other in self.folders if other != folder)
                self._bag += [Parcel(other, name, content) for other in others]
        self._known[folder] = there

    def bring_one(self) -> None:
        """One parcel, any of them, in one of the ways; or an old one again, to whomever."""
        chance = self._chance
        if self.carried and chance.random() < 0.2:
            old = chance.choice(self.carried)
            self._put(chance.choice(self.folders), old.name, old.content)
            return
        if not self._bag:
            return
        parcel = self._bag.pop(chance.randrange(len(self._bag)))
        self.carried.append(parcel)
        self._bring(parcel, chance.choice(WAYS))

    def _bring(self, parcel: Parcel, way: str) -> None:
        chance, name, content = self._chance, parcel.name, parcel.content
        if way == "late":
            self._bag.append(parcel)
        elif way == "cut":  # the rest comes another time
            self._bag.append(parcel)
            self._put(parcel.to, name, content[: chance.randrange(len(content) + 1)])
        elif way == "zeros":
            self._bag.append(parcel)
            self._put(parcel.to, name, bytes(len(content)))
        elif way == "flipped":  # a digit is another one: it can be read, and is not what was sent
            self._bag.append(parcel)
            places = [n for n, byte in enumerate(content) if chr(byte).isdigit()]
            place = chance.choice(places)
            other = b"%d" % ((content[place] - ord("0") + 1 + chance.randrange(9)) % 10)
            self._put(parcel.to, name, content[:place] + other + content[place + 1 :])
        elif way == "conflict":
            stem = name.removesuffix(".json")
            pattern = chance.choice(CONFLICTS)
            self._put(parcel.to, pattern.format(stem=stem, n=chance.randrange(60)), content)
        elif way == "unfinished":
            self._bag.append(parcel)
            half = content[: len(content) // 2]
            self._put(parcel.to, chance.choice(UNFINISHED).format(name=name), half)
        else:
            if way == "twice":
                self._bag.append(parcel)
            self._put(parcel.to, name, content)

    def bring_all(self, own: Mapping[Path, str]) -> bool:
        """Every machine's own file, by its folder, to all the others; whether any was new."""
        self._bag.clear()
        new = False
        for folder, name in own.items():
            content = (folder / name).read_bytes()
            for other in self.folders:
                there = other / name
                if not there.exists() or there.read_bytes() != content:
                    self._put(other, name, content)
                    new = True
        return new

    def _put(self, folder: Path, name: str, content: bytes) -> None:
        path = folder / name
        path.write_bytes(content)
        # In a test two writes can be within one tick of the file system's clock.
        moment = 1_700_000_000_000_000_000 + next(self._tick) * 1_000_000
        os.utime(path, ns=(moment, moment))
        if not name.startswith((".", "~")):
            self._known[folder][name] = content


def _visible(folder: Path) -> list[Path]:
    """What a carrier carries: not what is hidden, nor what others are still writing."""
    return [path for path in folder.iterdir() if not path.name.startswith((".", "~"))]
