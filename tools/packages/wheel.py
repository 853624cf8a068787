"""The wheel: pure Python with the resources inside, for any system."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.packages.about import VERSION, same_bytes
from tools.packages.places import DIST, ROOT, run

NAME = f"recovery_coach-{VERSION}-py3-none-any.whl"


def build_wheel(folder: Path = DIST) -> Path:
    """The wheel, made from the checkout as it is. Two of them are the same to the byte."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    run(command, cwd=ROOT, env=same_bytes())
    return folder / NAME
