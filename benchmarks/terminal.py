"""How long the terminal's commands take, beside a Python that does nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import dev

from benchmarks.figures import Part, Row
from benchmarks.processes import ROOT, time_of


def measure(rounds: int, home: Path) -> Part:
    """Each command ``rounds`` times, interleaved."""
    python = Path(sys.executable)
    program = str(python.with_name("recovery-coach"))
    commands = {
        "python -c pass": [str(python), "-c", "pass"],
        "recovery-coach --version": [program, "--version"],
        "recovery-coach routines": [program, "routines"],
    }
    part = Part(f"5. The terminal's commands, start to end; {rounds} rounds, A B A B")
    if _is_set_up():
        commands["dev.py run --version"] = ["python3", str(ROOT / "dev.py"), "run", "--version"]
    else:
        part.notes.append("dev.py run: left out, since it would set the project up anew")
    took: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            value = time_of(command, {"RECOVERY_COACH_HOME": str(home)})
            if number:
                took[name].append(value)
    bare = tuple(took.pop("python -c pass"))
    for name, values in took.items():
        part.rows.append(Row(name, "ms", tuple(values), bare, "python -c pass"))
    return part


def _is_set_up() -> bool:
    """Whether ``dev.py run`` would only start the app."""
    if not dev.find_stamp(dev.VENV, "app").exists():
        return False
    digest = dev.make_digest(dev.ROOT, "app", dev.describe_python(dev.VENV))
    return dev.read_stamp(dev.VENV, "app", digest) is not None
