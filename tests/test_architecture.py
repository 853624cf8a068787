"""The house as pyproject.toml draws it: who may import whom, and where Qt may be."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(program: str) -> subprocess.CompletedProcess[str]:
    """A program in a Python of its own, where nothing is imported yet."""
    return subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_every_import_contract_is_kept():
    done = run(
        "import sys; sys.argv = ['lint-imports']\n"
        "from importlinter.cli import lint_imports_command; lint_imports_command()"
    )
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{len(contracts['contracts'])} kept, 0 broken" in done.stdout


@pytest.mark.parametrize("module", ["recovery_coach.app", "recovery_coach.cli"])
def test_without_a_window_no_qt_is_loaded(module: str):
    qt = "[m for m in sys.modules if m.startswith(('PySide6', 'shiboken6'))]"
    done = run(f"import sys, {module}; print({qt})")
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_a_usual_start_does_not_pay_for_pydantic():
    done = run("import sys, recovery_coach.app; print('pydantic' in sys.modules)")
    assert (done.stdout.strip(), done.stderr) == ("False", "")
