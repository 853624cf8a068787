"""The examples that stand in the docstrings are worked through."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

from recovery_coach import insight

ROOMS = [module.name for module in pkgutil.iter_modules(insight.__path__)]


@pytest.mark.parametrize("name", ROOMS)
def test_every_example_comes_out_as_it_is_written(name):
    module = importlib.import_module(f"recovery_coach.insight.{name}")
    result = doctest.testmod(module)
    assert result.failed == 0
    assert result.attempted > 0
