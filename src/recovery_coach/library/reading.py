"""Reading one data file: TOML in, a validated model or located problems out.

This is the only module of the room that imports pydantic, and only when a file is read.
"""

from __future__ import annotations

import json
import re
import stat
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from recovery_coach.base.i18n import tr
from recovery_coach.base.problems import Problem, brief, shown
from recovery_coach.base.toml_lines import Key, lines_in, nearest
from recovery_coach.library.fields import PATTERN_WORDS, FieldError

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

Model = TypeVar("Model")

LARGEST_FILE = 1_000_000
"""Bytes. A routine of sixty steps takes about 10,000."""
LARGEST_BITS = 63
"""Of a whole number, besides its sign: what TOML promises."""
LONGEST_LINE = 10_000
"""Characters. A key of ten thousand parts on one line would keep the parser busy for minutes."""
MOST_PROBLEMS = 20
"""Of one file: whoever has more mends these first."""
DEEPEST = 12
"""Levels of lists and tables. A routine has five."""

_PLACED = re.compile(r"(.*) \(at line (\d+), column \d+\)", re.DOTALL)
_AT_END = " (at end of document)"
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")

_adapters: dict[type[Any], TypeAdapter[Any]] = {}


def adapter(model: type[Any]) -> TypeAdapter[Any]:
    """pydantic's validator of ``model``; building one costs milliseconds, so it is kept."""
    if model not in _adapters:
        from pydantic import TypeAdapter

        _adapters[model] = TypeAdapter(model)
    return _adapters[model]


def json_schema(model: type[Any]) -> dict[str, Any]:
    """The JSON Schema of one kind of file."""
    schema: dict[str, Any] = adapter(model).json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def read_file(path: Path, model: type[Model]) -> tuple[Model | None, tuple[Problem, ...]]:
    """The model in ``path``, or what is wrong with the file. Never raises for a bad file."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a folder; a pipe would even block
            return None, (Problem(path, "", "", tr("must be a file")),)
        with path.open("rb") as file:
            raw = file.read(LARGEST_FILE + 1)
    except OSError as error:
        return None, (Problem(path, "", error.strerror or str(error), tr("cannot be read")),)
    if len(raw) > LARGEST_FILE:
        too_large = tr("the file is too large to be a routine; at most 1 MB")
        return None, (Problem(path, "", "", too_large),)
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
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            too_long = tr("the line is too long; at most {n} characters").format(n=LONGEST_LINE)
            return None, (Problem(path, "", "", too_long, number),)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return None, (_syntax_problem(path, text, error),)
    except RecursionError:
        return None, (Problem(path, "", "", tr("lists and tables are nested too deeply")),)
    except ValueError:  # Python refuses to read whole numbers of more than 4300 digits
        digits = re.search(r"[0-9_]{4000}", text)
        where = text.count("\n", 0, digits.start()) + 1 if digits else None
        return None, (Problem(path, "", "", tr("a number has too many digits"), where),)
    return validate(data, text, path, model)


def validate(
    data: dict[str, Any], text: str, path: Path, model: type[Model]
) -> tuple[Model | None, tuple[Problem, ...]]:
    """Validate parsed TOML; ``text`` serves to name lines."""
    from pydantic import ValidationError

    beyond = [(place, "", wanted) for place, wanted in _beyond_json(data)]
    if beyond:
        return None, _located(beyond, text, path)
    # Through JSON, because pydantic's strict mode takes a JSON array for a tuple, but no list.
    as_json = json.dumps(data, default=_not_json)
    try:
        valid: Model = adapter(model).validate_json(as_json)
    except ValidationError as error:
        causes = _only_the_cause(error.errors(include_url=False))
        wrong = [(place, _found(cause), _wanted(cause)) for place, cause in causes.items()]
        return None, _located(wrong, text, path)
    return valid, ()


def _located(
    wrong: Sequence[tuple[tuple[Key, ...], str, str]], text: str, path: Path
) -> tuple[Problem, ...]:
    """Problems from (place, found, allowed), each with its line; only the first of very many."""
    lines = lines_in(text)
    problems = tuple(
        Problem(path, dotted(place), found, wanted, nearest(lines, place))
        for place, found, wanted in wrong[:MOST_PROBLEMS]
    )
    more = len(wrong) - len(problems)
    if not more:
        return problems
    return (*problems, Problem(path, "", "", tr("and {n} more").format(n=more)))


def _beyond_json(data: dict[str, Any]) -> Iterator[tuple[tuple[Key, ...], str]]:
    """What TOML lets through and no model can mean, but which would choke the way through JSON."""
    waiting: list[tuple[tuple[Key, ...], object]] = [((), data)]
    while waiting:
        place, value = waiting.pop()
        if isinstance(value, int) and value.bit_length() > LARGEST_BITS:
            yield place, tr("the number is too large")
        elif isinstance(value, (dict, list)):
            if len(place) == DEEPEST:
                yield place, tr("lists and tables are nested too deeply")
                continue
            items = value.items() if isinstance(value, dict) else enumerate(value)
            waiting.extend(((*place, key), item) for key, item in items)


def _not_json(value: object) -> str:
    """Dates and times are TOML but fit no field: they become a text that says what they are."""
    return f"{type(value).__name__} {value}"


def _syntax_problem(path: Path, text: str, error: Exception) -> Problem:
    message = str(error)
    line = None
    placed = _PLACED.fullmatch(message)
    if placed:
        message, line = placed[1], int(placed[2])
    elif message.endswith(_AT_END):
        message, line = message.removesuffix(_AT_END), text.count("\n") + 1
    lines = text.split("\n")  # as TOML counts them: splitlines() knows more ends than \n
    found = lines[line - 1].strip() if line and line <= len(lines) else ""
    reason = " ".join((message[:1].lower() + message[1:]).split())
    wanted = tr("this is not TOML: {message}").format(message=brief(reason))
    return Problem(path, "", shown(found) if found else "", wanted, line)


def _only_the_cause(
    errors: Sequence[ErrorDetails],
) -> dict[tuple[Key, ...], list[ErrorDetails]]:
    """What is wrong at each place, and nothing for what is around it.

    A union reports each alternative, with its name in the path; and a list that holds something
    wrong is reported as too short as well.
    """
    kept: dict[tuple[Key, ...], list[ErrorDetails]] = {}
    for error in errors:
        kept.setdefault(_place(error), []).append(error)
    around = {place[:length] for place in kept for length in range(len(place))}
    # Of a union the alternative that got furthest says most: a range error beats a type error.
    return {
        place: [e for e in found if not _is_type(e)][:1] or found
        for place, found in kept.items()
        if place not in around
    }


def _is_type(error: ErrorDetails) -> bool:
    return error["type"].endswith("_type")


def _place(error: ErrorDetails) -> tuple[Key, ...]:
    """The path in the file: pydantic's, without the names of union alternatives."""
    place = list(error["loc"])
    unknown = [place.pop()] if error["type"] == "unexpected_keyword_argument" else []
    place = [part for part in place if not _is_alternative(part)]
    broken = error.get("ctx", {}).get("error")
    if isinstance(broken, FieldError):
        place.extend(broken.field.split("."))
    return (*place, *unknown)


def _is_alternative(part: Key) -> bool:
    """Whether a part of pydantic's path names a type of a union (``constrained-int``), no field."""
    return isinstance(part, str) and (part in ("int", "float", "str") or not part.isidentifier())


def dotted(place: Sequence[Key]) -> str:
    """A path as people write it: ``steps[3].hold``; counted from 0, as in JSON."""
    text = ""
    for part in place:
        if isinstance(part, int):
            text += f"[{part}]"
            continue
        name = part if _BARE_KEY.fullmatch(part) else json.dumps(part)
        text += f".{brief(name)}" if text else brief(name)
    return text


def _found(causes: Sequence[ErrorDetails]) -> str:
    value = None if causes[0]["type"] == "missing" else _field_value(causes[0])
    return "" if value is None else shown(value)


def _wanted(causes: Sequence[ErrorDetails]) -> str:
    return tr(", or ").join(allowed(cause) for cause in causes)


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
        return broken.words
    words = {
        "missing": tr("this must be given"),
        "unexpected_keyword_argument": tr("there is no such field; check the spelling"),
        "int_type": tr("must be a whole number"),
        "int_from_float": tr("must be a whole number"),
        "float_type": tr("must be a number"),
        "finite_number": tr("must be a finite number"),
        "string_type": tr("must be text in quotes"),
        "bool_type": tr("must be true or false"),
        "tuple_type": tr("must be a list in [ ]"),
        "dataclass_type": tr("must be a table"),
        "greater_than_equal": tr("must be {ge:g} or more"),
        "less_than_equal": tr("must be {le:g} or less"),
        "string_too_short": tr("must not be empty"),
        "string_too_long": tr("must have at most {max_length} characters"),
        "too_short": tr("must have at least {min_length} entries"),
        "too_long": tr("must have at most {max_length} entries"),
        "literal_error": tr("must be one of {expected}"),
    }
    if kind in words:
        return words[kind].format(**context)
    if kind == "string_pattern_mismatch":
        return tr(PATTERN_WORDS[context["pattern"]])
    return error["msg"]
