"""A file of answers: one JSON object with fields of facts 5.4. Never raises for a bad one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from recovery_coach.base.i18n import tr
from recovery_coach.base.problems import Problem, brief, shown
from recovery_coach.redflags.fields import FIELDS, UNKNOWN, Field, allowed_values, read_answers
from recovery_coach.redflags.model import Value
from recovery_coach.redflags.questions import groups

LARGEST = 1_000_000
"""Bytes. Every field at once takes about 4,000."""

Read = tuple[dict[str, Value], tuple[Problem, ...]]


def read_file(path: Path) -> Read:
    """The answers in a file, and everything that is wrong with it."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        found = getattr(error, "strerror", None) or str(error)
        return {}, (Problem(path, "", found, tr("cannot be read")),)
    return read_bytes(raw, path)


def read_bytes(raw: bytes, path: Path) -> Read:
    """The same, of bytes; ``path`` names them in the problems."""
    if len(raw) > LARGEST:
        wanted = tr("the file is too large to be answers; at most 1 MB")
        return {}, (Problem(path, "", "", wanted),)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        found = shown(raw[error.start : error.start + 1])
        return {}, (Problem(path, "", found, tr("must be text in UTF-8"), line),)
    return _read_text(text, path)


def _read_text(text: str, path: Path) -> Read:
    twice: list[str] = []
    try:
        data = json.loads(text, object_pairs_hook=_noting(twice))
    except json.JSONDecodeError as error:
        wanted = tr("this is not JSON: {message}").format(message=error.msg)
        lines = text.split("\n")
        found = brief(lines[error.lineno - 1].strip()) if error.lineno <= len(lines) else ""
        return {}, (Problem(path, "", found, wanted, error.lineno),)
    except RecursionError:
        return {}, (Problem(path, "", "", tr("lists and objects are nested too deeply")),)
    except ValueError:  # Python refuses to read whole numbers of more than 4300 digits
        return {}, (Problem(path, "", "", tr("a number has too many digits")),)
    line = _line_in(text)
    answers, problems = read_answers(data, path, line)
    once = tr("stands here twice; once is meant")
    again = (Problem(path, brief(name), "", once, line(name)) for name in dict.fromkeys(twice))
    return answers, (*again, *problems)


def _noting(twice: list[str]) -> Callable[[list[tuple[str, Any]]], dict[str, Any]]:
    """Makes an object of its pairs, and notes a name that stands there more than once.

    JSON would let the last of them win: a yes could be hidden by a no.
    """

    def make(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for name, value in pairs:
            if name in made:
                twice.append(name)
            made[name] = value
        return made

    return make


def _line_in(text: str) -> Callable[[str], int | None]:
    def line(name: str) -> int | None:
        found = re.search(re.escape(json.dumps(name)) + r"\s*:", text)
        return text.count("\n", 0, found.start()) + 1 if found else None

    return line


# -- schema ----------------------------------------------------------------------------------


def schema() -> dict[str, Any]:
    """The JSON Schema of such a file."""
    asked = {one.field: one.text for group in groups() for one in group.questions}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Answers to a check of warning signs",
        "description": "Every field may be left out, and is unknown then: never a no.",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            field.name: _described(field, asked.get(field.name, "")) for field in FIELDS.values()
        },
    }


def _described(field: Field, text: str) -> dict[str, Any]:
    unknown = {"enum": [UNKNOWN, None]}
    if field.kind == "choice":
        found: dict[str, Any] = {"enum": [*field.values, UNKNOWN, None]}
    elif field.kind == "words":
        found = {"anyOf": [{"type": "array", "items": {"enum": list(allowed_values(field))}}]}
        found["anyOf"].append(unknown)
    elif field.kind == "when":
        found = {"type": ["string", "null"]}
        text = f"{text} An ISO time, or hours before now such as 24h.".strip()
    else:
        number = {"type": "integer" if field.kind == "whole" else "number"}
        limits = {"minimum": 0, "maximum": field.most}
        words = {"enum": [*field.values, UNKNOWN, None]}
        found = {"anyOf": [{**number, **limits}, words]}
    return {**found, "description": text} if text else found
