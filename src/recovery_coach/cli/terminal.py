"""What every command shares: the app behind it, and how it speaks."""

from __future__ import annotations

import difflib
import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from recovery_coach.app import App
from recovery_coach.base.i18n import tr
from recovery_coach.base.problems import Problem
from recovery_coach.cli.guard import FAILED, WRONG_USE
from recovery_coach.library.loader import read_routine
from recovery_coach.library.models import Routine
from recovery_coach.timeline.model import Options

if TYPE_CHECKING:
    from recovery_coach.coach.overview import Overview

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
PIPE_WIDTH = 140
"""Columns of a table that is not shown on a terminal."""


class Terminal:
    """One run of one command. Close it when done."""

    def __init__(self, basedir: Path | None = None, app: App | None = None) -> None:
        self.app = app or App(basedir)
        self.out = _console(stderr=False)
        self.err = _console(stderr=True)
        self.overview: Overview | None = None
        """What stands in the journal, once that is there and was asked for."""

    def close(self) -> None:
        """Close what the command opened; what it wrote is backed up once a day, and shared."""
        said = self.app.back_up_if_due()
        if said:
            self.warn(said)
        if self.app.settings.sync_folder:
            from recovery_coach.cli.sharing import share_at_the_end  # most have one computer

            share_at_the_end(self.app, self.warn)
        self.app.close()

    @property
    def interactive(self) -> bool:
        """Whether a person sits there: both ends are a terminal."""
        return is_tty(sys.stdin) and is_tty(sys.stdout)

    # -- speaking --------------------------------------------------------------------------

    def say(self, text: str = "", style: str = "") -> None:
        """A line or more on standard output."""
        self.out.print(Text(clean(text), style=style), soft_wrap=not self.out.is_terminal)

    def warn(self, text: str) -> None:
        """A line or more on standard error."""
        self.err.print(Text(clean(text)), soft_wrap=not self.err.is_terminal)

    def fail(self, text: str, code: int = FAILED) -> NoReturn:
        """Say what is wrong and leave."""
        self.warn(text)
        raise typer.Exit(code)

    def fail_with(self, problems: Iterable[Problem]) -> NoReturn:
        """Say every problem, one a line, and leave."""
        self.fail("\n".join(map(str, problems)))

    def json(self, value: Any) -> None:
        """A value as JSON; only ASCII, so that it is the same in every locale."""
        typer.echo(json.dumps(value, indent=2))

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str]], right: str = "") -> None:
        """A table; ``right`` has the columns (as digits) that hold numbers."""
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
        for index, head in enumerate(heads):
            numbers = str(index) in right
            table.add_column(
                head, justify="right" if numbers else "left", no_wrap=numbers or index == 0
            )
        for row in rows:
            table.add_row(*(Text(clean(cell).replace("\n", " ")) for cell in row))
        self.out.print(table)

    # -- asking ----------------------------------------------------------------------------

    def ask(self, question: str) -> str:
        """What the person typed. EOFError at the end of the input."""
        self.out.file.write(clean(question) + " ")
        self.out.file.flush()
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        return line.strip()

    # -- finding ---------------------------------------------------------------------------

    def routine(self, name: str) -> Routine:
        """The routine of that id, or in that file; leaves with exit code 1 or 2 where none is."""
        found = self.app.library.routines.get(name)
        if found is not None:
            return found
        path = Path(name)
        if path.suffix == ".toml" or path.is_file():
            if not path.exists():
                self.fail(tr("there is no file {name}").format(name=name), WRONG_USE)
            routine, problems = read_routine(path, self.app.library.exercises)
            return routine if routine is not None else self.fail_with(problems)
        broken = [p for p in self.app.library.problems if p.file.stem == name]
        return self.fail("\n".join([self._unknown(name), *map(str, broken)]), WRONG_USE)

    def options(
        self,
        routine: Routine,
        get_ready: float | None,
        switch: float | None,
        transition: float | None,
    ) -> Options:
        """The timing asked for; what is left out comes from the settings."""
        usual = self.app.options_for(routine.id)
        for problem in self.app.settings_problems:
            self.warn(str(problem))
        return replace(
            usual,
            get_ready=usual.get_ready if get_ready is None else get_ready,
            switch=usual.switch if switch is None else switch,
            transition=usual.transition if transition is None else transition,
        )

    def _unknown(self, name: str) -> str:
        text = tr("there is no routine {name}").format(name=name)
        near = near_matches(name, self.app.library.routines.values())
        if near:
            return tr("{text}; did you mean {near}?").format(text=text, near=", ".join(near))
        return tr("{text}; `recovery-coach routines` lists them").format(text=text)


def terminal_of(ctx: typer.Context) -> Terminal:
    """The terminal that the program was started with."""
    terminal: Terminal = ctx.obj
    return terminal


def near_matches(name: str, routines: Iterable[Routine]) -> list[str]:
    """Ids of routines whose id or name is like ``name``, the likest first."""
    ids = {text.lower(): r.id for r in routines for text in (r.id, r.name, tr(r.name))}
    near = difflib.get_close_matches(name.lower(), ids, n=4, cutoff=0.5)
    parts = [text for text in ids if len(name) > 2 and name.lower() in text]
    return list(dict.fromkeys(ids[text] for text in (*near, *parts)))[:4]


def clean(text: str) -> str:
    """``text`` without what would steer the terminal: a data file may hold anything."""
    return _CONTROLS.sub("", text)


class _Console(Console):
    """A console that lets a closed pipe be noticed, where rich would end the program."""

    def on_broken_pipe(self) -> None:
        """Raise the BrokenPipeError again (called while it is handled)."""
        raise


def _console(stderr: bool) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    width = None if is_tty(stream) else PIPE_WIDTH
    return _Console(stderr=stderr, highlight=False, markup=False, emoji=False, width=width)


def is_tty(stream: Any) -> bool:
    """Whether a stream is there, open, and a terminal."""
    try:
        return stream is not None and bool(stream.isatty())
    except ValueError:
        return False
