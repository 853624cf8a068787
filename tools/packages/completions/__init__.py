"""Completions for bash, zsh and fish, made when a package is built: a Tab starts no Python."""

from __future__ import annotations

from pathlib import Path

from recovery_coach.base.paths import APP, find_resources
from recovery_coach.library.loader import load_library
from tools.packages.commands import tree
from tools.packages.completions import bash, fish, zsh
from tools.packages.completions.values import Shipped

PLACES = {
    f"bash-completion/completions/{APP}": bash.script,
    f"zsh/vendor-completions/_{APP}": zsh.script,
    f"fish/vendor_completions.d/{APP}.fish": fish.script,
}
"""Where each shell looks below ``/usr/share``."""


def write_completions(folder: Path) -> None:
    """Write all of them below ``folder``; their words are English, as one file serves everybody."""
    program, shipped = tree(), shipped_ids()
    for place, script in PLACES.items():
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(script(program, shipped), encoding="utf-8", newline="\n")


def shipped_ids() -> Shipped:
    """The ids of routines and exercises that the program comes with, and their names."""
    library = load_library(find_resources(), None)
    return Shipped(
        routines={one.id: one.name for one in library.routines.values()},
        exercises={one.id: one.name for one in library.exercises.values()},
    )
