"""The entry point: the window, or one command of the terminal.

The window's path imports neither typer nor rich nor pydantic: they would cost more time than the
window itself takes to open.
"""

from __future__ import annotations

import gc
import sys

from recovery_coach.cli.guard import guarded
from recovery_coach.cli.start import Start, parse_start, why_no_window


def main() -> int:
    """Run what the command line asks for; the exit code."""
    start = parse_start(sys.argv[1:])
    return guarded(lambda: _run(start), start.basedir)


def _run(start: Start) -> int:
    if start.files is None:
        from recovery_coach.cli.main import run

        return run(start.arguments)
    why = why_no_window()
    if not why:
        gc.disable()  # until the window is there: a start makes much and throws nothing away
        try:
            from recovery_coach.gui import run as run_window
        except ImportError as error:
            # A part of our own that is missing is a mistake of ours, and is reported as one.
            if (error.name or "").startswith("recovery_coach"):
                raise
            why = str(error)
        else:
            return run_window(start.basedir, start.files)
    from recovery_coach.cli.fallback import guide

    return guide(start, why)


if __name__ == "__main__":
    sys.exit(main())
