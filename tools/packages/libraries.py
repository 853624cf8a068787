"""What the bundle asks of a Linux system: its shared libraries, and how new its C library is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tools.packages.places import run

_ELF = b"\x7fELF"


@dataclass(frozen=True, slots=True)
class Needs:
    """What a folder of programs and libraries needs and does not hold."""

    libraries: frozenset[str]
    """Names as the loader knows them, such as ``libX11.so.6``."""
    glibc: tuple[int, ...]
    """The oldest GNU C library that has every function that is asked for."""


def needs_of(folder: Path) -> Needs:
    """Read it from the headers of every program and library below ``folder``."""
    files = [path for path in folder.rglob("*") if path.is_file() and _is_elf(path)]
    here = {path.name for path in files}
    needed: set[str] = set()
    versions: set[tuple[int, ...]] = {(0,)}
    for path in files:
        header = run(["objdump", "-p", str(path)])
        needed.update(re.findall(r"^\s+NEEDED\s+(\S+)$", header, re.MULTILINE))
        for found in re.findall(r"\bGLIBC_(\d+(?:\.\d+)+)\b", header):
            versions.add(tuple(map(int, found.split("."))))
    return Needs(frozenset(needed - here), max(versions))


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_ELF)) == _ELF
