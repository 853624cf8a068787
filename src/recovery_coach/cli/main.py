"""The commands, joined to one program."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from recovery_coach import __version__
from recovery_coach.app import App
from recovery_coach.base.i18n import DOMAIN, language, tr
from recovery_coach.cli.start import parse_start


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"recovery-coach {__version__}")
        raise typer.Exit


def _global_options(
    ctx: typer.Context,
    basedir: Annotated[
        Path | None,
        typer.Option(
            "--basedir",
            metavar="DIR",
            help=tr("Keep everything in this folder: journal, settings, routines of your own."),
        ),
    ] = None,
    version: Annotated[  # noqa: ARG001 - its callback does the work
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help=tr("Show the version.")),
    ] = False,
) -> None:
    from recovery_coach.cli.terminal import Terminal

    ctx.obj = Terminal(basedir)
    ctx.call_on_close(ctx.obj.close)


def build() -> typer.Typer:
    """The program. Its words are those of the language in use when it is built."""
    from recovery_coach.cli import (
        about,
        check,
        demo,
        exercises,
        figure,
        journal,
        mark,
        pain,
        play,
        red_flags,
        report,
        routines,
        self_test,
        sessions,
        sheet,
        show,
    )

    app = typer.Typer(
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
        help=tr("Guided routines for a lifter's back. Without a command it opens the window."),
    )
    app.callback()(_global_options)
    app.add_typer(routines.build(), name="routines")
    for module in (
        exercises,
        show,
        sheet,
        figure,
        play,
        sessions,
        pain,
        mark,
        report,
        red_flags,
        check,
        demo,
        about,
        self_test,
    ):
        module.add_to(app)
    app.add_typer(journal.build(), name="journal")
    return app


def _speak(basedir: Path | None) -> None:
    """Have our words and those of typer in the language that is set, or the system's."""
    import gettext

    resources = App(basedir).resources
    gettext.bindtextdomain(DOMAIN, str(resources / "locale"))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language()  # where gettext, and so typer, looks for it


def run(arguments: Sequence[str]) -> NoReturn:
    """Run one command; leaves by SystemExit, JournalTrouble or OSError."""
    _speak(parse_start(arguments).basedir)
    build()(args=list(arguments), prog_name="recovery-coach")
    raise SystemExit(0)
