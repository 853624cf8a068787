"""What is loaded later is found under its name, and only when it is asked for."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from recovery_coach.ui import later


@pytest.mark.parametrize("name", sorted(later.ROOMS))
def test_every_name_is_where_it_is_said_to_be(name: str):
    room = import_module(f"recovery_coach.{later.ROOMS[name]}")
    assert getattr(later, name) is vars(room)[name]


def test_the_type_checker_is_told_the_same():
    told = {
        alias.name: (node.module or "").removeprefix("recovery_coach.")
        for node in ast.walk(ast.parse(Path(later.__file__).read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("recovery_coach.")
        for alias in node.names
    }
    assert told == later.ROOMS
    assert sorted(later.__all__) == sorted(later.ROOMS)


def test_another_name_is_an_error_as_anywhere():
    with pytest.raises(AttributeError, match="nothing_of_this_name"):
        _ = later.nothing_of_this_name


def test_one_page_does_not_load_the_others():
    code = (
        "import sys; from recovery_coach.ui.later import WelcomePage;"
        "print([m for m in sys.modules if m.startswith('recovery_coach.ui.')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert "recovery_coach.ui.welcome" in done.stdout
    assert "settings_page" not in done.stdout
    assert "stage" not in done.stdout
