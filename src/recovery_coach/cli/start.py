"""What the command line asks for: the window, or a command. Read by hand, since typer is slow."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from recovery_coach.base.i18n import noted

COMMANDS = frozenset(
    {
        "demo-journal",
        "exercises",
        "figure",
        "journal",
        "mark",
        "pain",
        "paths",
        "play",
        "red-flags",
        "report",
        "routines",
        "schema",
        "self-test",
        "sessions",
        "sheet",
        "show",
        "validate",
    }
)
"""The terminal's commands: a file of such a name must be given with its folder, as ``./show``."""

BASEDIR = "--basedir"


@dataclass(frozen=True, slots=True)
class Start:
    """The command line: ``files`` for the window, or None where it is a command's."""

    basedir: Path | None
    files: list[Path] | None
    arguments: list[str]
    """All of it for typer, ``--basedir`` first."""


def parse_start(arguments: Sequence[str]) -> Start:
    """Take ``--basedir`` out from wherever it stands, and see whether the rest is files."""
    basedir, rest = _split_basedir(arguments)
    first = [] if basedir is None else [BASEDIR, basedir]
    # A --basedir without its folder is left in the rest, for typer to complain about.
    files = None if any(not _is_file(text) for text in rest) else [Path(text) for text in rest]
    return Start(Path(basedir) if basedir is not None else None, files, [*first, *rest])


def why_no_window(
    environ: Mapping[str, str] = os.environ, platform: str = sys.platform, name: str = os.name
) -> str:
    """Why no window can open here, in words; empty where nothing is known against it."""
    if name != "posix" or platform == "darwin":
        return ""
    shown = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return "" if any(environ.get(key) for key in shown) else noted("there is no display")


def _split_basedir(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    basedir: str | None = None
    rest: list[str] = []
    waiting = iter(enumerate(arguments))
    for index, text in waiting:
        if text == "--":
            rest.extend(arguments[index:])
            break
        if text == BASEDIR and index + 1 < len(arguments):
            basedir = next(waiting)[1]
        elif text.startswith(BASEDIR + "="):
            basedir = text.partition("=")[2]
        else:
            rest.append(text)
    return basedir, rest


def _is_file(text: str) -> bool:
    if text in COMMANDS or text.startswith("-"):
        return False
    return text.endswith(".toml") or Path(text).is_file()
