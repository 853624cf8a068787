"""Forks: records that two computers changed without knowing of each other.

A version that no other follows is a *head*. One head is a history; several that differ are a
question, and only the person can answer it. The answer is a record of its own (``ChoiceRecord``),
so it travels with the journal and is asked once.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from recovery_coach.journal.entries import Entry
from recovery_coach.journal.reading import entry_of
from recovery_coach.journal.records import ChoiceRecord, Record, read_body
from recovery_coach.journal.versions import Version, by_id

# Only a record with several versions can have several heads. No body is read before that is known.
_HEADS = """
SELECT record_id, version_id FROM version
WHERE record_id IN (SELECT record_id FROM version GROUP BY record_id HAVING count(*) > 1)
AND NOT EXISTS (
    SELECT 1 FROM version AS next
    WHERE next.record_id = version.record_id AND next.parent = version.version_id
)
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
    """The heads of each record in which they differ, and are still a question; greatest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for record_id, version_id in connection.execute(_HEADS):
        found[record_id].append(version_id)
    several = {record_id: heads for record_id, heads in found.items() if len(heads) > 1}
    if not several:
        return {}
    settled = _settled(connection)
    asked = {
        record_id: _found(connection, (head for head in heads if head not in settled))
        for record_id, heads in several.items()
    }
    return {record_id: heads for record_id, heads in asked.items() if len(differing(heads)) > 1}


def differing(heads: Sequence[Version]) -> list[Version]:
    """Those that say something else than each one before: computers may do the same."""
    found: dict[str, Version] = {}
    for head in heads:
        found.setdefault(_content(head), head)
    return list(found.values())


def _found(connection: sqlite3.Connection, heads: Iterable[str]) -> list[Version]:
    """Their versions; one that a damaged index alone knows of is none."""
    versions = (by_id(connection, head) for head in heads)
    return [version for version in versions if version is not None]


def read_forks(connection: sqlite3.Connection) -> list[Fork]:
    """The forks whose versions can be read, the one that was written last first."""
    found = []
    for record_id, heads in heads_of(connection).items():
        entries = [entry for head in differing(heads) if (entry := _entry(head)) is not None]
        if len(entries) > 1:
            found.append(Fork(record_id, entries[0], tuple(entries[1:])))
    return sorted(found, key=lambda fork: fork.shown.written_at, reverse=True)


def _settled(connection: sqlite3.Connection) -> set[str]:
    choices = (
        read_body(ChoiceRecord.kind, body)
        for (body,) in connection.execute(_CHOICES, (ChoiceRecord.kind,))
    )
    return {one for choice in choices if isinstance(choice, ChoiceRecord) for one in choice.settled}


def _content(version: Version) -> str:
    """What it says: two deletions are one, whatever was deleted last."""
    if version.deleted:
        return "deleted"
    try:
        body: Any = json.loads(version.body)
        return f"{version.day} {json.dumps(body, sort_keys=True)}"
    except (ValueError, RecursionError):
        return f"{version.day} {version.body}"


def _entry(version: Version) -> Entry[Record] | None:
    record = read_body(version.kind, version.body)
    return entry_of(version, record) if record is not None else None
