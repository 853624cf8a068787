"""How a field of a data file describes itself, without importing pydantic to start the app.

The models of this room are plain frozen dataclasses. pydantic validates them and writes their
JSON Schema, but it is imported only when a file has to be read: a start that finds its catalogue
unchanged (see ``cache``) never pays for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from recovery_coach.base.i18n import noted, tr
from recovery_coach.base.ids import SLUG_PATTERN

STRICT = {"extra": "forbid", "strict": True, "allow_inf_nan": False}
"""pydantic's configuration for every model here.

An unknown field, a wrong type, or a number that is none (TOML has ``inf`` and ``nan``) is an error.
"""

ONE_LINE = r"^[^\x00-\x1f\x7f-\x9f]*$"
"""No control characters: a name must not clear a terminal, nor end a line."""
LINES = r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f]*$"
"""The same, but for tabs and new lines."""
PATTERN_WORDS = {
    SLUG_PATTERN: noted(
        "must be an id of 2 to 60 lower-case letters, digits and underscores, letter first"
    ),
    ONE_LINE: noted("must be one line, without control characters"),
    LINES: noted("must not have control characters"),
}
"""What each pattern asks for, in words; passed through tr() where it is shown."""


@dataclass(frozen=True, slots=True)
class Says:
    """What a field means, in words for the person who writes the file; goes into the schema."""

    text: str

    def __get_pydantic_json_schema__(self, core_schema: Any, handler: Any) -> dict[str, Any]:
        """Put the words into the JSON Schema (called by pydantic)."""
        schema: dict[str, Any] = handler(core_schema)
        schema["description"] = self.text
        return schema


class Limits:
    """What pydantic's own schema of a number, a text or a list is given to keep to.

    Such as ``ge``, ``le``, ``min_length``, ``max_length``, ``pattern``. The package annotated_types
    has names for them, but the window would wait for its import.
    """

    def __init__(self, **limits: float | str) -> None:
        self.limits = limits

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        """Constrain the value (called by pydantic)."""
        return {**handler(source), **self.limits}


class FieldError(ValueError):
    """A rule between fields is broken; ``field`` is the one to mend."""

    def __init__(self, field: str, message: str, **values: object) -> None:
        super().__init__(message.format(**values))
        self.field = field
        self._message = message
        self._values = values

    @property
    def words(self) -> str:
        """What is wrong, in the user's language."""
        return tr(self._message).format(**self._values)
