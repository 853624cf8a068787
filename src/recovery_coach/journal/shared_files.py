"""The files of a shared folder: one of each machine, and what a carrier leaves beside them.

Syncthing, Nextcloud, Dropbox and the like bring files late, twice, in any order and sometimes under
another name: where two sides changed one file, the other side's becomes a *conflict copy*. All of
them keep the beginning of the name and its ending, so these two are what tells a file of ours from
what a carrier is still writing (``.syncthing.*.tmp``, ``~syncthing~*``, ``.*.part``, ``.~*``).
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from recovery_coach.base.files import make_private_file

PREFIX, ENDING = "recovery-coach-", ".json"


@dataclass(frozen=True, slots=True)
class Found:
    """A file as the folder tells of it, without reading it."""

    path: Path
    size: int
    mtime_ns: int


def own_name(device: str) -> str:
    """What a machine's file is called: all of them lie in one folder."""
    return f"{PREFIX}{device}.journal{ENDING}"


def files_of(folder: Path) -> list[Found]:
    """The whole files of all machines, by their names. Raises OSError where it cannot be read."""
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if not (entry.name.startswith(PREFIX) and entry.name.endswith(ENDING)):
                continue
            with contextlib.suppress(OSError):  # taken away since
                told = entry.stat()
                if stat.S_ISREG(told.st_mode):
                    found.append(Found(folder / entry.name, told.st_size, told.st_mtime_ns))
    return sorted(found, key=lambda one: one.path.name)


def found_at(path: Path) -> Found:
    """One file, as it is now. Raises OSError."""
    told = path.stat()
    return Found(path, told.st_size, told.st_mtime_ns)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def put(path: Path, content: bytes) -> None:
    """Replace ``path`` in one step; only its owner may read it. Raises OSError.

    The name on the way there is one that carriers leave alone, and always the same: a process that
    was killed leaves one such file behind, which is written over, and not one each time.
    """
    part = path.with_name(f".~{path.name.removesuffix(ENDING)}.tmp")
    try:
        part.unlink(missing_ok=True)
        make_private_file(part)
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
