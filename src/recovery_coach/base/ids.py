"""Identifiers: of records and devices (random), of exercises and routines (written by hand)."""

from __future__ import annotations

import re
from collections.abc import Callable

Ids = Callable[[], str]
"""Gives a fresh id each time; :func:`new_id`, or a seeded one for what must come out the same."""

SLUG_PATTERN = r"^[a-z][a-z0-9_]{1,59}$"
"""Ids of exercises and routines: lower-case letters, digits and underscores, 2 to 60 of them."""


def is_slug(text: str) -> bool:
    """Whether ``text`` may be the id of an exercise or routine."""
    return re.fullmatch(SLUG_PATTERN, text) is not None


def new_id() -> str:
    """A fresh random id, 32 hexadecimal digits."""
    import uuid  # here, since a start makes no id

    return uuid.uuid4().hex
