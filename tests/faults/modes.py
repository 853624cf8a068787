"""Who may read what was written."""

from __future__ import annotations

import stat
from pathlib import Path


def open_to_others(folder: Path) -> dict[str, str]:
    """A folder and all below it whose mode is not that of a diary."""
    found = {}
    for path in (folder, *folder.rglob("*")):
        kept = path.lstat().st_mode
        wanted = 0o700 if stat.S_ISDIR(kept) else 0o600
        if stat.S_IMODE(kept) != wanted:
            found[path.name] = oct(stat.S_IMODE(kept))
    return found
