"""What may stand where in a command line, for every shell alike."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tools.packages.commands import Command, Parameter


class Kind(StrEnum):
    """The kinds of values."""

    FREE = "free"
    """A number, a day, words: nothing to offer."""
    WORDS = "words"
    LIST = "list"
    """Some of the words, with commas between."""
    FILES = "files"
    FOLDER = "folder"
    ROUTINE = "routine"
    """An id, or a file."""
    EXERCISE = "exercise"
    BACKUP = "backup"
    """A name of one, or a file."""


@dataclass(frozen=True, slots=True)
class Takes:
    """What is offered for one value."""

    kind: Kind
    words: tuple[str, ...] = ()
    """The words, or the endings of files; no endings: any file."""


@dataclass(frozen=True, slots=True)
class Shipped:
    """What the program comes with: names by id."""

    routines: Mapping[str, str]
    exercises: Mapping[str, str]


ROUTINE_FILES = ("toml",)
BY_VALUE = {
    "ROUTINE|FILE": Takes(Kind.ROUTINE, ROUTINE_FILES),
    "EXERCISE": Takes(Kind.EXERCISE),
    "DIR": Takes(Kind.FOLDER),
}
BY_COMMAND = {
    ("validate", "FILE"): Takes(Kind.FILES, ("toml",)),
    ("routines add", "FILE"): Takes(Kind.FILES, ROUTINE_FILES),
    ("journal export", "OUT"): Takes(Kind.FILES, ("json", "csv")),
    ("journal import", "FILE"): Takes(Kind.FILES, ("json",)),
    ("journal restore", "FILE"): Takes(Kind.BACKUP),
}
"""Where the name of a value does not say it all."""


def takes(command: Command, parameter: Parameter) -> Takes:
    """What is offered for the value of an option or argument."""
    value = parameter.value
    if parameter.choices:
        return Takes(Kind.WORDS, parameter.choices)
    if parameter.listed:
        return Takes(Kind.LIST, parameter.listed)
    known = BY_COMMAND.get((command.path, value)) or BY_VALUE.get(value)
    if known is not None:
        return known
    endings = tuple(re.findall(r"\.(\w+)", value))
    if endings or parameter.kind is Path:
        return Takes(Kind.FILES, endings)
    return Takes(Kind.FREE)
