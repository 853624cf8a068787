"""Which imports the first picture pays for, as ``-X importtime`` tells it."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.display import Display
from benchmarks.figures import Part
from benchmarks.processes import running

MOST = 15


def measure(display: Display, home: Path) -> Part:
    """The dearest imports up to the first picture. The measuring itself about doubles them."""
    code = "from benchmarks import windows; windows.coach()"
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as errors:
        env = {**display.env, "RECOVERY_COACH_HOME": str(home), "TMPDIR": folder}
        with running([sys.executable, "-X", "importtime", "-c", code], env, errors) as child:
            while not child.line().startswith("painted"):
                pass
        errors.seek(0)
        found = parse(errors.read().decode())
    part = Part("6. Imports up to the first picture (-X importtime, which slows them down)")
    total = sum(own for own, _, _ in found)
    part.notes.append(f"{len(found)} modules, {total / 1000:.0f} ms; with what they import:")
    for own, whole, name in sorted(found, key=lambda line: -line[1])[:MOST]:
        part.notes.append(f"{whole / 1000:7.1f} ms  {name} (itself {own / 1000:.1f})")
    part.notes.append("by themselves:")
    for own, _, name in sorted(found, reverse=True)[:MOST]:
        part.notes.append(f"{own / 1000:7.1f} ms  {name}")
    return part


def parse(text: str) -> list[tuple[int, int, str]]:
    """Microseconds alone, microseconds with what it imports, and the module's name."""
    found = []
    for line in text.splitlines():
        if not line.startswith("import time:") or "self [us]" in line:
            continue
        own, whole, name = line.removeprefix("import time:").split("|")
        found.append((int(own), int(whole), name.strip()))
    return found
