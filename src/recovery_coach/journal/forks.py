"""Forks: records that two computers changed without knowing of each other.

A version that no other follows is a *head*. One head is a history; several that differ are a
question, and only the person can answer it. The answer is a record of its own (``ChoiceRecord``),
so it travels with the journal and is asked once.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from recovery_coach.journal.entries import Entry
from recovery_coach.journal.reading import entry_of
from recovery_coach.journal.records import ChoiceRecord, Record, read_body
from recovery_coach.journal.versions import COLUMNS, Version, from_row

# Only a record with several versions can have several heads.
_HEADS = f"""
SELECT {COLUMNS} FROM version
WHERE record_id IN (SELECT record_id FROM version GROUP BY record_id HAVING count(*) > 1)
AND version_id NOT IN (SELECT parent FROM version WHERE parent IS NOT NULL)
ORDER BY counter DESC, device DESC, version_id DESC
"""

_CHOICES = """
SELECT body FROM current JOIN version USING (version_id)
WHERE current.kind = ? AND current.deleted = 0
"""


@dataclass(frozen=True, slots=True)
class Fork:
    """A record with the version that is shown and the others that nothing follows.

    Each entry may be ``deleted``: one computer changed what the other one threw away.
    """

    record_id: str
    shown: Entry[Record]
    others: tuple[Entry[Record], ...]


def heads_of(connection: sqlite3.Connection) -> Mapping[str, Sequence[Version]]:
    """The heads that differ, of each record that has several; the greatest first."""
    settled = _settled(connection)
    found: dict[str, list[Version]] = defaultdict(list)
    for row in connection.execute(_HEADS):
        head = from_row(row)
        same = (one for one in found[head.record_id] if _content(one) == _content(head))
        if head.version_id not in settled and next(same, None) is None:
            found[head.record_id].append(head)
    return {record: heads for record, heads in found.items() if len(heads) > 1}


def read_forks(connection: sqlite3.Connection) -> list[Fork]:
    """The forks whose versions can be read, the one that was written last first."""
    found = []
    for record_id, heads in heads_of(connection).items():
        entries = [entry for head in heads if (entry := _entry(head)) is not None]
        if len(entries) > 1:
            found.append(Fork(record_id, entries[0], tuple(entries[1:])))
    return sorted(found, key=lambda fork: fork.shown.written_at, reverse=True)


def _settled(connection: sqlite3.Connection) -> set[str]:
    choices = (
        read_body(ChoiceRecord.kind, body)
        for (body,) in connection.execute(_CHOICES, (ChoiceRecord.kind,))
    )
    return {one for choice in choices if isinstance(choice, ChoiceRecord) for one in choice.settled}


def _content(version: Version) -> tuple[Any, ...]:
    """What it says: two deletions are one, whatever was deleted last."""
    if version.deleted:
        return ("deleted",)
    try:
        body: Any = json.loads(version.body)
    except (ValueError, RecursionError):
        body = version.body
    return version.day, body


def _entry(version: Version) -> Entry[Record] | None:
    record = read_body(version.kind, version.body)
    return entry_of(version, record) if record is not None else None
