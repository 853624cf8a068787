"""Where a build takes from and puts to, and the few facts that every package states."""

from __future__ import annotations

import os
import subprocess
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from recovery_coach import __version__ as VERSION  # noqa: N812 - a constant here
from recovery_coach.base.paths import APP, APP_ID

__all__ = [
    "APP", "APP_ID", "BUILD", "BUNDLE", "DIST", "PACKAGING", "ROOT", "SUMMARY", "VERSION",
    "BuildError", "home_page", "run", "source_date",
]  # fmt: skip

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
BUILD = ROOT / "build"
"""What a build needs in between; may be deleted at any time."""
DIST = ROOT / "dist"
"""What a build makes."""
BUNDLE = BUILD / "bundle" / APP
"""The program as one folder."""


class BuildError(Exception):
    """A build cannot go on; the text says why and how to mend it."""


@cache
def project() -> dict[str, Any]:
    """The table ``[project]`` of pyproject.toml."""
    table: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return table


SUMMARY: str = project()["description"]


def home_page() -> str:
    """The address that packages name, with a slash at its end."""
    return str(project()["urls"]["Homepage"]).rstrip("/") + "/"


@cache
def source_date() -> int:
    """Seconds since 1970: the time that files in packages bear, so that two builds are alike.

    $SOURCE_DATE_EPOCH where it is set, else the time of the last commit, else 1980.
    """
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    if told.isdecimal():
        return int(told)
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        found = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        found = ""
    return int(found) if found.isdecimal() else 315532800


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
