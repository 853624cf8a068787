"""``paths`` and ``self-test``: where everything lies, and whether it works on this machine."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from recovery_coach.app import App
from recovery_coach.base.i18n import tr
from recovery_coach.cli.guard import FAILED
from recovery_coach.cli.terminal import Terminal, terminal_of
from recovery_coach.journal import Journal, PainEntry
from recovery_coach.library.loader import load_library


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("paths", help=tr("Show where everything is kept."))(paths)
    app.command("self-test", help=tr("See whether everything works on this computer."))(self_test)


def paths(
    ctx: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help=tr("Print JSON."))] = False,
) -> None:
    """Show where everything is kept."""
    terminal = terminal_of(ctx)
    found = terminal.app.paths
    places = {
        "journal": (tr("Journal"), found.journal),
        "library": (tr("Your own routines"), found.library),
        "settings": (tr("Settings"), found.settings),
        "cache": (tr("Cache"), found.cache),
        "error_log": (tr("Error log"), found.error_log),
        "resources": (tr("Shipped data"), terminal.app.resources),
    }
    if as_json:
        terminal.json({name: str(path) for name, (_, path) in places.items()})
        return
    width = max(len(label) for label, _ in places.values())
    for label, path in places.values():
        terminal.say(f"{label:{width}}  {path}")


def self_test(ctx: typer.Context) -> None:
    """Try each part, say how it went, and exit 1 where one failed."""
    terminal = terminal_of(ctx)
    checks: tuple[tuple[str, Callable[[Terminal], str]], ...] = (
        (tr("Shipped exercises and routines"), _check_resources),
        (tr("Journal"), _check_journal),
        (tr("Window toolkit"), _check_toolkit),
        (tr("A window without a screen"), _check_window),
    )
    failed = False
    for label, check in checks:
        try:
            trouble = check(terminal)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is the answer
            trouble = f"{type(error).__name__}: {error}"
        failed = failed or bool(trouble)
        result = tr("failed: {why}").format(why=trouble) if trouble else tr("ok")
        terminal.say(tr("{label}: {result}").format(label=label, result=result))
    if failed:
        raise typer.Exit(FAILED)


def _check_resources(terminal: Terminal) -> str:
    library = load_library(terminal.app.resources, None)
    if library.problems:
        return "; ".join(map(str, library.problems))
    return "" if library.routines else tr("there are none")


def _check_journal(terminal: Terminal) -> str:
    clock = terminal.app.clock
    with tempfile.TemporaryDirectory(prefix="recovery-coach-") as folder:
        path = Path(folder) / "journal.sqlite3"
        entry = PainEntry(nrs=3, at=clock.now(), source="terminal", note="–")
        with Journal.open(path, clock) as journal:
            journal.append(entry)
        with Journal.open(path, clock) as journal:
            found = journal.latest_pain()
    return "" if found is not None and found.record == entry else tr("it read something else")


def _check_toolkit(_: Terminal) -> str:
    from PySide6 import QtWidgets

    return "" if hasattr(QtWidgets, "QApplication") else tr("it is incomplete")


def _check_window(terminal: Terminal) -> str:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from recovery_coach.gui import make_application, make_window

    application = make_application()
    with tempfile.TemporaryDirectory(prefix="recovery-coach-") as folder:
        app = App(Path(folder), terminal.app.clock)
        try:
            window = make_window(application, app)
            window.show()
            application.processEvents()
            window.close()
        finally:
            app.close()
    return ""
