"""A module that was left out is named, though nobody has asked for it yet."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from recovery_coach.cli.proving.parts import look_at_parts
from tests.cli.conftest import clean_environment

LOOK = """
import sys
class Without:
    def find_spec(self, name, path=None, target=None):
        if name in sys.argv[1:]:
            raise ModuleNotFoundError(f"No module named {name!r}")
sys.meta_path.insert(0, Without())
import pkgutil
there = pkgutil.walk_packages
pkgutil.walk_packages = lambda *a: (m for m in there(*a) if m.name not in sys.argv[1:])
from recovery_coach.cli.proving.parts import look_at_parts
for why, names in look_at_parts()[1].items():
    print(why, "|", *names)
"""


def without(*names: str) -> str:
    """What is said where a bundle has none of these modules, and does not list them either."""
    done = subprocess.run(
        [sys.executable, "-c", LOOK, *names],
        capture_output=True, text=True, check=True, env=clean_environment(), timeout=60,
    )  # fmt: skip
    return done.stdout


def test_all_parts_are_there():
    count, wrong = look_at_parts()
    assert wrong == {}
    package = Path(__file__).parents[3] / "src" / "recovery_coach"
    mains = list(package.rglob("__main__.py"))
    assert count == len(list(package.rglob("*.py"))) - len(mains) - 1  # and not the package itself


def test_what_is_imported_late_is_missed():
    late = (
        "recovery_coach.ui.hurt",
        "recovery_coach.coach.spreadsheet",
        "tomlkit",
        "PySide6.QtSvg",
    )
    told = without(*late)
    for name in late:
        assert name in told
