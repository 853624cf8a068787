"""The programs and libraries of the bundle on Linux: what they ask of the system, and their traces.

What they need is what the packages depend on. What they were built with is taken out: symbols for a
debugger, and folders of the machine that they were built on, where their loader would look for
libraries on a machine where anybody may have made that folder.
"""

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
    files = binaries(folder)
    here = {path.name for path in files}
    needed: set[str] = set()
    versions: set[tuple[int, ...]] = {(0,)}
    for path in files:
        header = run(["objdump", "-p", str(path)])
        needed.update(re.findall(r"^\s+NEEDED\s+(\S+)$", header, re.MULTILINE))
        for found in re.findall(r"\bGLIBC_(\d+(?:\.\d+)+)\b", header):
            versions.add(tuple(map(int, found.split("."))))
    return Needs(frozenset(needed - here), max(versions))


def strip_python(folder: Path) -> None:
    """Take the symbols out of Python itself: compiled by hand, it has 22 MB. Wheels have few."""
    for path in binaries(folder):
        if path.name.startswith("libpython") or path.parent.name == "lib-dynload":
            run(["strip", "--strip-unneeded", str(path)])


def forget_build_folders(folder: Path) -> None:
    """Take out of every library the folders of the machine that it was built on."""
    for path in binaries(folder):
        if foreign_folders(path):
            run(["chrpath", "--delete", str(path)])


def foreign_folders(path: Path) -> list[str]:
    """Where a library looks for others, but for places beside itself."""
    header = run(["objdump", "-p", str(path)])
    found = re.findall(r"^\s+(?:RUNPATH|RPATH)\s+(\S+)$", header, re.MULTILINE)
    return [one for text in found for one in text.split(":") if not one.startswith("$ORIGIN")]


def binaries(folder: Path) -> list[Path]:
    """Every program and library below a folder."""
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink() and _is_elf(path)
    ]


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_ELF)) == _ELF
