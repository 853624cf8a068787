"""Why a file could not be written, in plain words; and writing one where the person said."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from recovery_coach.base.files import write_atomically
from recovery_coach.base.i18n import tr

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS)


def write_there(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path``, whole or not at all. Raises OSError.

    A folder that is not there is not made: it was most likely meant to be another.
    """
    if not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path.parent))
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    write_atomically(path, content)


def why_not(error: OSError) -> str:
    """What went wrong, as it goes on a sentence after a colon."""
    if error.errno in FULL:
        return tr("the disk is full")
    if error.errno in CLOSED:
        return tr("this folder cannot be written to")
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return tr("there is no such folder")
    if error.errno == errno.EISDIR:
        return tr("this is a folder")
    if error.errno == errno.ENAMETOOLONG:
        return tr("the name is too long")
    return error.strerror or str(error)


def why_not_read(error: OSError) -> str:
    """The same for a file that was to be read."""
    if error.errno == errno.ENOENT:
        return tr("there is no such file")
    if error.errno in CLOSED:
        return tr("you may not read it")
    return why_not(error)
