"""Records out of JSON, which knows lists where ours have tuples."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def with_tuples(data: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a record as JSON gives them, with tuples for lists, also in each other."""
    return {name: _tupled(value) for name, value in data.items()}


def _tupled(value: Any) -> Any:
    return tuple(_tupled(one) for one in value) if isinstance(value, list) else value
