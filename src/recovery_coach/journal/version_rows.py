"""One version out of a file that anybody may have made: taken as it is meant, or refused.

Nothing in such a file is trusted: each version is looked at by itself, and what cannot be meant is
refused with its place. A body that only this program cannot read is no reason to refuse it: it is
kept, and shown by a program that can.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from recovery_coach.base.i18n import tr
from recovery_coach.base.problems import shown
from recovery_coach.journal.bodies import plain_body
from recovery_coach.journal.versions import Version, utc_text

LONGEST_ID = 200
HIGHEST = 2**53
"""Counters stay below it, so that there is always a next one, in any program that reads JSON."""
LAST_OFFSET = 24 * 60 - 1

Raw = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Refusal:
    """What is left where it is: its place in the file, and why, both to be read by a person."""

    where: str
    why: str


@dataclass(frozen=True, slots=True)
class Brought:
    """All of a file that can be meant. ``whole``: nothing says that it was changed or damaged."""

    path: Path
    versions: tuple[Version, ...]
    refused: tuple[Refusal, ...] = ()
    device: str = ""
    made_at: datetime | None = None
    whole: bool = True


class BroughtError(Exception):
    """Nothing can be taken from the file at ``path``: what is wrong, and what can be done."""

    def __init__(self, path: Path, title: str, advice: str, newer: bool = False) -> None:
        """``newer``: it is whole, and of a program that knows more than this one."""
        super().__init__(tr("{file}: {why} {advice}").format(file=path, why=title, advice=advice))
        self.path = path
        self.title = title
        self.newer = newer
        self.advice = advice


def gather(rows: Iterator[tuple[str, Raw | str]]) -> tuple[list[Version], list[Refusal]]:
    """The versions in ``rows``, each a place with what stands there, or why nothing does."""
    found: dict[str, Version] = {}
    kinds: dict[str, str] = {}
    refused: list[Refusal] = []
    for where, raw in rows:
        version = _version(raw) if isinstance(raw, Mapping) else raw
        if isinstance(version, Version):
            before = found.setdefault(version.version_id, version)
            kind = kinds.setdefault(version.record_id, version.kind)
            if before != version:
                version = tr("another version has the same id and says something else")
            elif kind != version.kind:
                version = tr("its record is of another kind: {kind}").format(kind=shown(kind))
                del found[before.version_id]
        if isinstance(version, str):
            refused.append(Refusal(where, version))
    return list(found.values()), refused


def _version(raw: Raw) -> Version | str:
    """The version, or why there is none."""
    try:
        return Version(
            version_id=_identifier(raw, "version_id"),
            record_id=_identifier(raw, "record_id"),
            parent=None if raw.get("parent") is None else _identifier(raw, "parent"),
            kind=_identifier(raw, "kind"),
            device=_identifier(raw, "device"),
            counter=_whole(raw, "counter", 0, HIGHEST),
            written_at=utc_text(_moment(raw)),
            offset_minutes=_whole(raw, "offset_minutes", -LAST_OFFSET, LAST_OFFSET),
            day=_day(raw),
            deleted=_deleted(raw),
            body=_body(raw),
        )
    except _WrongError as wrong:
        return str(wrong)


class _WrongError(Exception):
    def __init__(self, name: str, value: object, wanted: str) -> None:
        text = tr("{field} {wanted} (found: {found})")
        super().__init__(text.format(field=name, wanted=wanted, found=shown(value)))


def _identifier(raw: Raw, name: str) -> str:
    value = raw.get(name)
    if isinstance(value, str) and 0 < len(value) <= LONGEST_ID and _storable(value):
        return value
    raise _WrongError(name, value, tr("must be a short text"))


def _storable(text: str) -> bool:
    """Half a surrogate pair cannot be written, and a zero byte ends a text for some readers."""
    return "\x00" not in text and text.isprintable()


def _whole(raw: Raw, name: str, low: int, high: int) -> int:
    value = raw.get(name)
    if type(value) is int and low <= value <= high:
        return value
    wanted = tr("must be a whole number from {low} to {high}").format(low=low, high=high)
    raise _WrongError(name, value, wanted)


def _moment(raw: Raw) -> datetime:
    value = raw.get("written_at")
    with contextlib.suppress(ValueError, OverflowError, TypeError):
        moment = datetime.fromisoformat(value)  # type: ignore[arg-type]
        if moment.utcoffset() is not None:
            utc_text(moment)
            return moment
    raise _WrongError("written_at", value, tr("must be a time with its UTC offset"))


def _day(raw: Raw) -> str:
    value = raw.get("day")
    with contextlib.suppress(ValueError, TypeError):
        return date.fromisoformat(value).isoformat()  # type: ignore[arg-type]
    raise _WrongError("day", value, tr("must be a date such as 2026-03-04"))


def _deleted(raw: Raw) -> int:
    value = raw.get("deleted", False)
    if value in (True, False):  # SQLite has 0 and 1
        return int(value)
    raise _WrongError("deleted", value, tr("must be true or false"))


def _body(raw: Raw) -> str:
    text = raw.get("body_text")
    if isinstance(text, str):
        with contextlib.suppress(UnicodeEncodeError):
            text.encode()
            return text
        raise _WrongError("body_text", text, tr("must be a text"))
    body = raw.get("body")
    if isinstance(body, dict):
        with contextlib.suppress(ValueError, RecursionError, TypeError):
            return plain_body(body)
    raise _WrongError("body", body, tr("must be a table of fields"))


def read_json(data: bytes) -> Any:
    """What stands in ``data``. ValueError where it is no JSON, or nested too deeply."""
    try:
        return json.loads(data.decode("utf-8-sig"))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
