"""Writing files so that a reader sees the old content or the new, never half of it.

And so that nobody else reads it: a diary is nobody else's business. The process's umask is not
relied on, as it can be set to anything: every mode is given by hand.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

PRIVATE = 0o600
"""A file readable and writable by its owner alone."""
PRIVATE_FOLDER = 0o700
"""A folder that its owner alone may enter."""


def make_private_folder(folder: Path) -> None:
    """Create ``folder`` and any parents it needs, all closed to other users. Raises OSError.

    What is there already keeps its mode: it may be a folder that other programs share.
    """
    missing = []
    for place in (folder, *folder.parents):
        if place.exists():
            break
        missing.append(place)
    for place in reversed(missing):
        with contextlib.suppress(FileExistsError):  # another process was quicker
            place.mkdir(PRIVATE_FOLDER)
            _give_mode(place, PRIVATE_FOLDER)
    if not folder.is_dir():
        folder.mkdir()  # raises what stands against it: a file of that name, a link to nowhere


def close_folders(folders: Iterable[Path]) -> None:
    """Close folders of our own that others could look into; one that is not there is left out.

    Never fails: a disk without modes has nothing to close.
    """
    if os.name == "nt":
        return
    for folder in folders:
        with contextlib.suppress(OSError):
            mode = folder.stat().st_mode & 0o777
            if mode & 0o077:
                folder.chmod(mode & PRIVATE_FOLDER)


def open_private(path: str | Path, flags: int) -> int:
    """An ``opener``: what it makes is its owner's alone, what is there stays as it is."""
    if not flags & os.O_CREAT:
        return os.open(path, flags)
    try:
        handle = os.open(path, flags | os.O_EXCL, PRIVATE)
    except FileExistsError:
        if flags & os.O_EXCL:
            raise
        return os.open(path, flags, PRIVATE)
    _give_mode(Path(path), PRIVATE)
    return handle


def make_private_file(path: Path) -> None:
    """Create ``path``, empty. Raises FileExistsError, OSError."""
    os.close(open_private(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))


def _give_mode(path: Path, mode: int) -> None:
    """What the umask took away. A memory stick has no modes: that is no reason to write nothing."""
    with contextlib.suppress(OSError):
        path.chmod(mode)


def write_atomically(path: Path, content: bytes) -> None:
    """Replace ``path`` by ``content`` in one step, with mode 0600. Raises OSError."""
    import tempfile  # here, since most starts write no file

    make_private_folder(path.parent)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _give_mode(Path(name), PRIVATE)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def sync_folder_of(path: Path) -> None:
    """Have the names in the folder of ``path`` on the disk as well, where the system can."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
