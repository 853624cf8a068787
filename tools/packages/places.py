"""Where a build takes from and puts to, and how it runs the programs of others."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

from recovery_coach.base.paths import APP

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
BUILD = ROOT / "build"
"""What a build needs in between; may be deleted at any time."""
DIST = ROOT / "dist"
"""What a build makes."""
BUNDLE = BUILD / "bundle" / APP
"""The program as one folder."""
TREE = BUILD / "linux"
"""What the packages for Linux are made of: its ``usr`` is the system's ``/usr``."""


class BuildError(Exception):
    """A build cannot go on; the text says why and how to mend it."""


def run(command: list[str], **options: Any) -> str:
    """What a program prints. Raises BuildError with all it said where it fails or is missing."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            **options,
        )
    except OSError as error:
        raise BuildError(f"{command[0]} cannot be run: {error}") from error
    if done.returncode != 0:
        said = (done.stdout + done.stderr).strip()
        raise BuildError(f"{' '.join(command)} failed with exit code {done.returncode}:\n{said}")
    return str(done.stdout)
