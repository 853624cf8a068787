"""The bundle: one folder with the program, its Python and its libraries, by PyInstaller."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from tools.packages.about import same_bytes
from tools.packages.libraries import forget_build_folders, strip_python
from tools.packages.licences import LICENCES, write_licences
from tools.packages.places import BUILD, BUNDLE, PACKAGING, ROOT, BuildError, run

WORK = BUILD / "pyinstaller"
REPORT = WORK / "bundle" / "left-out.json"


@dataclass(frozen=True, slots=True)
class Saved:
    """What one entry of left-out.toml left out."""

    name: str
    files: int
    bytes: int
    why: str


def build_bundle(python: Path) -> Path:
    """The bundle, made with the workshop's Python. Raises BuildError."""
    shutil.rmtree(BUNDLE, ignore_errors=True)
    write_licences(python, LICENCES)  # before: an app that is signed may not be added to
    command = [str(python), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(BUNDLE.parent), "--workpath", str(WORK)]
    # The order of a set's members would change from build to build.
    environment = {**same_bytes(), "PYTHONHASHSEED": "0"}
    run([*command, str(PACKAGING / "bundle.spec")], cwd=ROOT, env=environment)
    if sys.platform == "linux":
        strip_python(BUNDLE)
        forget_build_folders(BUNDLE)
        _refuse_idle_entries()  # on other systems much lies elsewhere, and some is not there
    return BUNDLE


def what_was_left_out() -> list[Saved]:
    """What the pruning of the last build saved."""
    return [Saved(**row) for row in json.loads(REPORT.read_text(encoding="utf-8"))]


def _refuse_idle_entries() -> None:
    """An entry that leaves nothing out was overtaken by a new version of what it is about."""
    idle = [saved.name for saved in what_was_left_out() if not saved.files]
    if idle:
        raise BuildError(f"packaging/left-out.toml leaves nothing out any more by: {idle}")
