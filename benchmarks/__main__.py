"""`python3 dev.py bench [--quick] [--only NAME ...] [--json FILE]`: measure, print, write JSON.

It only reports: on a shared machine a time is no reason to fail.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import (
    blocking,
    check_in,
    figure,
    full,
    hearing,
    idle,
    imports,
    journal,
    keeping,
    lateness,
    packages,
    pictures,
    start_up,
    terminal,
    trends,
    years,
)
from benchmarks.display import Display, display
from benchmarks.figures import Part, show
from benchmarks.processes import ROOT, ChildError
from benchmarks.sample import make_home

PARTS = (
    "start", "idle", "cues", "journal", "terminal", "imports", "blocking", "pictures", "figure",
    "sound", "years", "trends", "check-in", "keeping", "full", "packages",
)  # fmt: skip


def main(arguments: list[str]) -> int:
    """The exit code: 0, or 1 where a part could not be measured."""
    options = _parser().parse_args(arguments)
    if not sys.platform.startswith("linux"):
        print("The benchmarks read /proc: they run on Linux only.", file=sys.stderr)
        return 1
    quick: bool = options.quick
    rounds = options.rounds or (4 if quick else 12)
    seconds = options.seconds or (10.0 if quick else 60.0)
    failed = False
    done: list[Part] = []
    with tempfile.TemporaryDirectory() as folder, display() as shown_on:
        # Children find compiled modules, as on every start but the first, whatever our own
        # environment says about writing them; the first round of each part fills the folder.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "compiled")
        home = make_home(Path(folder) / "home")
        for name, measure in _measures(rounds, seconds, quick, shown_on, home).items():
            if options.only and name not in options.only:
                continue
            try:
                part = measure()
            except ChildError as error:
                print(f"{name}: {error}", file=sys.stderr)
                failed = True
                continue
            print(show(part), flush=True)
            done.append(part)
        _write(options.json, done, shown_on.words, quick)
    return 1 if failed else 0


def _measures(
    rounds: int, seconds: float, quick: bool, where: Display, home: Path
) -> dict[str, Callable[[], Part]]:
    entries = 200 if quick else 1000
    return {
        "start": lambda: start_up.measure(rounds, where, home),
        "idle": lambda: idle.measure(seconds, where, home),
        "cues": lambda: lateness.measure(seconds if not quick else 20.0, where, home),
        "journal": lambda: journal.measure(entries, home),
        "terminal": lambda: terminal.measure(rounds, home),
        "imports": lambda: imports.measure(where, home),
        "blocking": lambda: blocking.measure(1 if quick else 3, where, home),
        "pictures": lambda: pictures.measure(
            1 if quick else 3, seconds if quick else 20.0, where, home
        ),
        "figure": lambda: figure.measure(20 if quick else 100, home),
        "sound": lambda: hearing.measure(60.0 if quick else 600.0),
        "years": lambda: years.measure(5 if quick else 20, home),
        "trends": lambda: trends.measure(3 if quick else 11, quick, home / "trends"),
        "check-in": lambda: check_in.measure(1 if quick else 3, where, home),
        "keeping": lambda: keeping.measure(2 if quick else 5, home / "keeping", home),
        "full": lambda: full.measure(rounds, where, home / "full"),
        "packages": lambda: packages.measure(rounds, where, home),
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, shorter periods")
    parser.add_argument("--rounds", type=int, metavar="N", help="rounds of what is started anew")
    parser.add_argument("--seconds", type=float, metavar="S", help="length of idle and session")
    parser.add_argument("--only", nargs="+", choices=PARTS, metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--json", type=Path, metavar="FILE", help="where to write the figures")
    return parser


def _write(file: Path | None, parts: list[Part], where: str, quick: bool) -> None:
    path = file or ROOT / "benchmarks" / "results" / f"{datetime.now(UTC).date()}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    content = {
        "display": where,
        "quick": quick,
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "parts": [part.as_json() for part in parts],
    }
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    print(f"written to {path}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
