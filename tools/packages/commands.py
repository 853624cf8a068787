"""The commands of the terminal as plain data, for all that is generated from them.

The man page and the completions of three shells are made from one description, so that they can
differ neither from the program nor from each other. The one module that knows how typer keeps what
it was told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any

from typer.main import get_command

from recovery_coach.cli.main import build
from recovery_coach.coach.report import SECTIONS

HELP = ("--help", "-h")
LISTS = {("report", "--sections"): tuple(SECTIONS)}
"""Values that are lists with commas between: which words they are made of."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """An option with its names as they are typed, or an argument, which has none of those."""

    name: str
    names: tuple[str, ...]
    metavar: str
    help: str
    kind: type
    choices: tuple[str, ...]
    listed: tuple[str, ...]
    """The words of which it is a list with commas between."""
    low: float | None
    high: float | None
    default: str
    flag: bool
    required: bool
    many: bool

    @property
    def value(self) -> str:
        """What stands for its value: ``FILE``, ``a4|letter``; empty for a flag."""
        if self.flag:
            return ""
        # Brackets (may be left out) and dots (may be repeated) are set where it is shown.
        unnamed = "N" if self.kind in (int, float) else "TEXT"
        return self.metavar.strip("[].") or "|".join(self.choices) or unnamed


@dataclass(frozen=True)
class Command:
    """A command, or a group of them; the program itself has no words."""

    words: tuple[str, ...]
    help: str
    parameters: tuple[Parameter, ...]
    commands: tuple[Command, ...]
    alone: bool
    """Whether it does something without one of its commands."""

    @property
    def path(self) -> str:
        """What is typed for it after the program's name."""
        return " ".join(self.words)

    @cached_property
    def options(self) -> tuple[Parameter, ...]:
        """Those with a name; ``--help``, which every command has, is not among them."""
        return tuple(one for one in self.parameters if one.names)

    @cached_property
    def arguments(self) -> tuple[Parameter, ...]:
        """Those known by their place."""
        return tuple(one for one in self.parameters if not one.names)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of every option."""
        return (*(name for option in self.options for name in option.names), *HELP)

    def all(self) -> Iterator[Command]:
        """This command and those below it."""
        yield self
        for command in self.commands:
            yield from command.all()


def tree() -> Command:
    """The program as it is, in the language in use."""
    return _command(get_command(build()), ())


def _command(told: Any, words: tuple[str, ...]) -> Command:
    parameters = (_parameter(one, words) for one in told.params)
    below = getattr(told, "commands", {}).items()
    return Command(
        words,
        told.help or "",
        tuple(one for one in parameters if "--help" not in one.names),
        tuple(_command(one, (*words, name)) for name, one in below),
        # Without a command the program opens its window, which typer is not told.
        not below or told.invoke_without_command or not words,
    )


def _parameter(told: Any, words: tuple[str, ...]) -> Parameter:
    typed = told.type_descriptor
    names = tuple(name for name in told.opts if name.startswith("-"))
    kind = typed.annotation if isinstance(typed.annotation, type) else str
    return Parameter(
        name=told.name.rstrip("_"),
        names=names,
        metavar=told.metavar or "",
        help=told.help or "",
        kind=kind,
        choices=tuple(str(choice) for choice in typed.choices or ()),
        listed=next(
            (LISTS[key] for name in names if (key := (" ".join(words), name)) in LISTS), ()
        ),
        low=told.min,
        high=told.max,
        default=_default(told.default),
        flag=bool(getattr(told, "is_flag", False)),
        required=told.required,
        many=told.nargs == -1 or bool(getattr(told, "multiple", False)),
    )


def _default(value: object) -> str:
    """As it is typed; empty where there is none, or where it is that nothing is said."""
    if value is None or value is False or value == ():
        return ""
    if isinstance(value, Enum):
        return str(value.value)
    return f"{value:g}" if isinstance(value, float) else str(value)
