"""The wheel: pure Python with the resources inside, for any system."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tools.packages.places import DIST, ROOT, VERSION, run, source_date

NAME = f"recovery_coach-{VERSION}-py3-none-any.whl"


def build_wheel(folder: Path = DIST) -> Path:
    """The wheel, made from the checkout as it is. Two of them are the same to the byte."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(source_date())}
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    run(command, cwd=ROOT, env=environment)
    return folder / NAME
