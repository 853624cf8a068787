"""Reading one data file: TOML in, a validated model or located problems out.

This is the only module of the room that imports pydantic, and only when a file is read.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from recovery_coach.base.i18n import tr
from recovery_coach.base.problems import Problem, shown
from recovery_coach.base.toml_lines import Key, line_of
from recovery_coach.library.fields import FieldError
from recovery_coach.library.models import Exercise, Routine

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

Model = TypeVar("Model", Exercise, Routine)
AnyModel = type[Exercise] | type[Routine]

LARGEST_FILE = 1_000_000
"""Bytes. A routine of sixty steps takes about 10,000."""


_adapters: dict[AnyModel, TypeAdapter[Any]] = {}


def adapter(model: AnyModel) -> TypeAdapter[Any]:
    """pydantic's validator of ``model``; building one costs milliseconds, so it is kept."""
    if model not in _adapters:
        from pydantic import TypeAdapter

        _adapters[model] = TypeAdapter(model)
    return _adapters[model]


def json_schema(model: AnyModel) -> dict[str, Any]:
    """The JSON Schema of one kind of file."""
    schema: dict[str, Any] = adapter(model).json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def read_file(path: Path, model: type[Model]) -> tuple[Model | None, tuple[Problem, ...]]:
    """The model in ``path``, or what is wrong with the file. Never raises for a bad file."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            too_large = tr("the file is too large to be a routine; at most 1 MB")
            return None, (Problem(path, "", "", too_large),)
        raw = path.read_bytes()
    except OSError as error:
        return None, (Problem(path, "", error.strerror or str(error), tr("cannot be read")),)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        found = shown(raw[error.start : error.start + 1])
        return None, (Problem(path, "", found, tr("must be text in UTF-8"), line),)
    return read_text(text, path, model)


def read_text(
    text: str, path: Path, model: type[Model]
) -> tuple[Model | None, tuple[Problem, ...]]:
    """As :func:`read_file`, from text already read; ``path`` names it in the problems."""
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return None, (_syntax_problem(path, text, error),)
    return validate(data, text, path, model)


def validate(
    data: dict[str, Any], text: str, path: Path, model: type[Model]
) -> tuple[Model | None, tuple[Problem, ...]]:
    """Validate parsed TOML; ``text`` serves to name lines."""
    from pydantic import ValidationError

    # Through JSON, because pydantic's strict mode takes a JSON array for a tuple, but no list.
    as_json = json.dumps(data, default=_not_json)
    try:
        valid: Model = adapter(model).validate_json(as_json)
    except ValidationError as error:
        details = _merge_unions(error.errors(include_url=False))
        return None, tuple(_problem(path, text, detail) for detail in details)
    return valid, ()


def _not_json(value: object) -> str:
    """Dates and times are TOML but fit no field: they become a text that says what they are."""
    return f"{type(value).__name__} {value}"


def _syntax_problem(path: Path, text: str, error: Exception) -> Problem:
    message = str(error)
    line = None
    if "(at line " in message:
        line = int(message.split("(at line ")[1].split(",")[0])
        message = message.split(" (at line ")[0]
    elif "(at end of document)" in message:
        line = text.count("\n") + 1
        message = message.replace(" (at end of document)", "")
    found = text.splitlines()[line - 1].strip() if line and line <= len(text.splitlines()) else ""
    wanted = tr("this is not TOML: {message}").format(message=message[:1].lower() + message[1:])
    return Problem(path, "", shown(found) if found else "", wanted, line)


def _merge_unions(errors: Sequence[ErrorDetails]) -> list[ErrorDetails]:
    """One error a place: a union reports each alternative, with its name at the end of the path."""
    kept: dict[tuple[Key, ...], ErrorDetails] = {}
    for error in errors:
        place = _place(error)
        previous = kept.get(place)
        # The alternative that got furthest says most: a range error beats a type error.
        if previous is None or (_is_type(previous) and not _is_type(error)):
            kept[place] = error
    return list(kept.values())


def _is_type(error: ErrorDetails) -> bool:
    return error["type"].endswith("_type")


def _place(error: ErrorDetails) -> tuple[Key, ...]:
    """The path in the file: pydantic's, without the names of union alternatives."""
    place = list(error["loc"])
    unknown = error["type"] == "unexpected_keyword_argument"
    while place and not unknown and _is_alternative(place[-1]):
        place.pop()
    broken = error.get("ctx", {}).get("error")
    if isinstance(broken, FieldError):
        place.extend(broken.field.split("."))
    return tuple(place)


def _is_alternative(part: Key) -> bool:
    """Whether a part of pydantic's path names a type of a union (``constrained-int``), no field."""
    return isinstance(part, str) and (part in ("int", "float", "str") or not part.isidentifier())


def dotted(place: Sequence[Key]) -> str:
    """A path as people write it: ``steps[3].hold``; counted from 0, as in JSON."""
    text = ""
    for part in place:
        text += f"[{part}]" if isinstance(part, int) else (f".{part}" if text else part)
    return text


def _problem(path: Path, text: str, error: ErrorDetails) -> Problem:
    place = _place(error)
    found = "" if error["type"] == "missing" else shown(_field_value(error))
    return Problem(path, dotted(place), found, allowed(error), line_of(text, place))


def _field_value(error: ErrorDetails) -> object:
    """What stands at the field; for a rule between fields, the field that is to be mended."""
    broken = error.get("ctx", {}).get("error")
    value = error["input"]
    if isinstance(broken, FieldError):
        for name in broken.field.split("."):
            value = value.get(name) if isinstance(value, dict) else value
    return value


def allowed(error: ErrorDetails) -> str:
    """What may stand at a place, in plain words."""
    context = error.get("ctx", {})
    kind = error["type"]
    broken = context.get("error")
    if isinstance(broken, FieldError):
        return tr(str(broken))
    words = {
        "missing": tr("this must be given"),
        "unexpected_keyword_argument": tr("there is no such field; check the spelling"),
        "extra_forbidden": tr("there is no such field; check the spelling"),
        "int_type": tr("must be a whole number"),
        "int_from_float": tr("must be a whole number"),
        "float_type": tr("must be a number"),
        "string_type": tr("must be text in quotes"),
        "bool_type": tr("must be true or false"),
        "tuple_type": tr("must be a list in [ ]"),
        "dataclass_type": tr("must be a table"),
        "dataclass_exact_type": tr("must be a table"),
        "greater_than_equal": tr("must be {ge} or more"),
        "less_than_equal": tr("must be {le} or less"),
        "string_too_short": tr("must not be empty"),
        "string_too_long": tr("must have at most {max_length} characters"),
        "too_short": tr("must have at least {min_length} entries"),
        "too_long": tr("must have at most {max_length} entries"),
        "literal_error": tr("must be one of {expected}"),
        "string_pattern_mismatch": tr(
            "must be an id: lower-case letters, digits and underscores, letter first"
        ),
    }
    if kind in words:
        return words[kind].format(**context)
    return error["msg"]
