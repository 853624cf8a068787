"""The journal as one JSON file: all of it, with its history, to be read here or by anybody.

One version a line, in an order that is the same on every computer; ``sha256`` is that of these
lines, so that a file which was cut short or changed on its way is told from a whole one. What is
not in it: where a session under way stands, the settings, routines of the person's own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from recovery_coach import __version__
from recovery_coach.base.clock import Clock
from recovery_coach.base.i18n import tr
from recovery_coach.journal.bodies import plain_body
from recovery_coach.journal.version_rows import Brought, BroughtError, Raw, gather, read_json
from recovery_coach.journal.versions import COLUMNS, Version

FORMAT = "recovery-coach-journal"
FORMAT_VERSION = 1

FIELDS = tuple(COLUMNS.split(", "))[:-1]
"""Of a version, in the order of the file; its body follows."""


class Exported(Protocol):
    """What is asked of a journal."""

    @property
    def device(self) -> str:
        """The id it writes under."""

    @property
    def clock(self) -> Clock:
        """What says when it is exported."""

    def versions(self) -> Iterable[Version]:
        """All of them, in any order."""


def export_bytes(journal: Exported) -> bytes:
    """All of ``journal`` as the content of a file. Raises JournalTrouble."""
    lines = [_line(_raw(one)) for one in sorted(journal.versions(), key=_place)]
    head = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "exported_at": journal.clock.now().isoformat(timespec="seconds"),
        "program": f"recovery-coach {__version__}",
        "device": journal.device,
        "count": len(lines),
        "sha256": _digest(lines),
    }
    top = json.dumps(head, indent=0).removesuffix("\n}")
    rows = ",\n".join(lines)
    return f'{top},\n"versions": [\n{rows}\n]}}\n'.encode("ascii")


def read_export(path: Path, data: bytes) -> Brought:
    """What is in a file. Raises BroughtError where nothing of it can be meant."""
    try:
        found = read_json(data)
    except ValueError as error:
        raise BroughtError(
            path,
            tr("This is no whole export: {why}.").format(why=_why_no_json(error)),
            tr("It may have been cut short on its way: copy it again, or export it again."),
        ) from error
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise BroughtError(
            path,
            tr("This is JSON, but no journal of Recovery Coach."),
            tr("Choose a file that was exported or backed up by Recovery Coach."),
        )
    if type(found.get("version")) is not int or found["version"] != FORMAT_VERSION:
        raise BroughtError(
            path,
            tr("This file was written by a newer Recovery Coach."),
            tr("Install the newest Recovery Coach on this computer and try again."),
            newer=True,
        )
    listed = found.get("versions")
    if not isinstance(listed, list):
        raise BroughtError(
            path,
            tr("There is no list of versions in it."),
            tr("It may have been cut short on its way: copy it again, or export it again."),
        )
    versions, refused = gather(_rows(listed))
    return Brought(
        path=path,
        versions=tuple(versions),
        refused=tuple(refused),
        device=_text(found.get("device")),
        made_at=_moment(found.get("exported_at")),
        whole=_is_whole(found, listed),
    )


def _why_no_json(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        text = tr("it is no JSON from line {line}, column {column} on")
        return text.format(line=error.lineno, column=error.colno)
    if isinstance(error, UnicodeDecodeError):
        return tr("it is no text")
    return tr("it is nested too deeply, or has a number that is too long")


def schema() -> dict[str, Any]:
    """The JSON Schema of the file."""
    text = {"type": "string", "minLength": 1, "maxLength": 200}
    version = {
        "version_id": {**text, "description": "Of this version, unlike any other anywhere."},
        "record_id": {**text, "description": "What it is a version of."},
        "parent": {
            "type": ["string", "null"],
            "description": "The version it follows; null for the first of its record.",
        },
        "kind": {**text, "description": "pain, session, set, hurt, check, seen, background …"},
        "device": {**text, "description": "The journal it was written in."},
        "counter": {
            "type": "integer",
            "minimum": 0,
            "maximum": 2**53,
            "description": "Grows with every version. Of a record, the version with the greatest "
            "(counter, device, version_id) is the one that is shown.",
        },
        "written_at": {"type": "string", "format": "date-time", "description": "In UTC."},
        "offset_minutes": {
            "type": "integer",
            "minimum": -1439,
            "maximum": 1439,
            "description": "Local time minus UTC where it was written.",
        },
        "day": {"type": "string", "format": "date", "description": "The local day it is of."},
        "deleted": {"type": "boolean", "description": "Whether this version hides the record."},
        "body": {"type": "object", "description": "The record; scores are 0 to 10."},
        "body_text": {
            "type": "string",
            "description": "In the place of body, where the stored text is no plain JSON.",
        },
    }
    required = [*FIELDS]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A journal of Recovery Coach",
        "type": "object",
        "required": ["format", "version", "versions"],
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": FORMAT_VERSION},
            "exported_at": {"type": "string", "format": "date-time"},
            "program": {"type": "string"},
            "device": {"type": "string"},
            "count": {"type": "integer", "minimum": 0},
            "sha256": {
                "type": "string",
                "description": "Of the versions, each as compact ASCII JSON in the order of these "
                "fields, joined by line feeds. May be left out.",
            },
            "versions": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": required,
                    "oneOf": [{"required": ["body"]}, {"required": ["body_text"]}],
                    "properties": version,
                },
            },
        },
    }


def _raw(version: Version) -> dict[str, Any]:
    raw: dict[str, Any] = {name: getattr(version, name) for name in FIELDS}
    raw["deleted"] = bool(version.deleted)
    try:
        body = json.loads(version.body)
        plain = isinstance(body, dict) and plain_body(body) == version.body
    except (ValueError, RecursionError):
        plain = False
    return {**raw, "body": body} if plain else {**raw, "body_text": version.body}


def _line(raw: Mapping[str, Any]) -> str:
    return json.dumps(raw, separators=(",", ":"))


def _place(version: Version) -> tuple[int, str, str]:
    return version.counter, version.device, version.version_id


def _digest(lines: Iterable[str]) -> str:
    from hashlib import sha256  # here, since most of the program exports nothing

    return sha256("\n".join(lines).encode("ascii")).hexdigest()


def _is_whole(found: Raw, listed: list[Any]) -> bool:
    """Whether it is what was written; a file without the two, made by hand, may be that as well."""
    if found.get("count", len(listed)) != len(listed):
        return False
    if "sha256" not in found:
        return True
    try:
        lines = [_line({name: raw[name] for name in _names(raw)}) for raw in listed]
    except (KeyError, TypeError, ValueError, RecursionError):
        return False
    return bool(_digest(lines) == found["sha256"])


def _names(raw: Raw) -> tuple[str, ...]:
    return (*FIELDS, "body" if "body" in raw else "body_text")


def _rows(listed: list[Any]) -> Iterator[tuple[str, Raw | str]]:
    for number, raw in enumerate(listed, start=1):
        where = tr("version {number}").format(number=number)
        yield where, raw if isinstance(raw, dict) else tr("must be a table of fields")


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _moment(value: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value)  # type: ignore[arg-type]
    except (ValueError, TypeError):
        return None
    return moment if moment.utcoffset() is not None else None
