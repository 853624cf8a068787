"""How a body is written: one form, for the file and for every export."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def plain_body(body: Mapping[str, Any]) -> str:
    """A body as the file holds it. ValueError for a number that is not finite."""
    # Only ASCII, so that half a surrogate pair in a note cannot make the text unwritable.
    return json.dumps(body, allow_nan=False, separators=(",", ":"))
