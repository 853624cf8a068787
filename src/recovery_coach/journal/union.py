"""Merging: the union of two sets of versions, and what that changes for the person.

A union is the same in whatever order the parts arrive, and however often; which version of a record
is shown is decided by ``versions.py`` alone. Nothing is ever dropped: what is not shown any more is
in the older versions, and where two computers changed one record the person chooses (``forks.py``).
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date

from recovery_coach.base.i18n import tr
from recovery_coach.journal import versions
from recovery_coach.journal.counting import Counts, count
from recovery_coach.journal.forks import heads_of
from recovery_coach.journal.records import KINDS, read_body
from recovery_coach.journal.version_rows import Brought, Refusal
from recovery_coach.journal.versions import COLUMNS, Version, from_row

_USUAL_ROOM = -2000
_ROOM = -64000
"""Kilobytes of pages in memory: ids are random, so every index is written all over."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What bringing in a file would change, or did.

    ``new`` and ``known`` are versions that the journal has not and has; ``added`` are records that
    would be seen and were not there, by kind; ``changed`` and ``removed`` those that would show
    something newer, or be hidden; ``unreadable`` the versions that are kept for a program that can
    read them; ``forks`` the records that are then to be chosen about. The days are those of what
    comes in; ``before`` and ``after`` count the journal's records that are shown.
    """

    new: int
    known: int
    added: Mapping[str, int]
    changed: int
    removed: int
    unreadable: int
    forks: int
    refused: tuple[Refusal, ...]
    first_day: date | None
    last_day: date | None
    before: int
    after: int
    counts: Counts

    @property
    def days_after(self) -> int:
        """Days with an entry or a session, in all."""
        return self.counts.days


def unite(connection: sqlite3.Connection, brought: Brought) -> Preview:
    """Add every version that is not there. Inside a transaction of the caller's."""
    connection.execute(f"PRAGMA cache_size = {_ROOM}")
    try:
        return _unite(connection, brought)
    finally:
        connection.execute(f"PRAGMA cache_size = {_USUAL_ROOM}")


def _unite(connection: sqlite3.Connection, brought: Brought) -> Preview:
    fresh, refused = _sorted_out(connection, brought)
    touched = {version.record_id for version in fresh}
    seen_before = _seen(connection, touched)
    forks_before = _forked(connection, touched)
    (before,) = connection.execute("SELECT count(*) FROM current WHERE deleted = 0").fetchone()
    versions.add_all(connection, fresh, known=seen_before.keys())
    counts = count(connection)
    added, changed, removed = _compared(seen_before, _seen(connection, touched))
    forks = len(_forked(connection, touched) - forks_before)
    days = sorted(version.day for version in fresh)
    return Preview(
        new=len(fresh),
        known=len(brought.versions) - len(fresh) - (len(refused) - len(brought.refused)),
        added=added,
        changed=changed,
        removed=removed,
        unreadable=sum(_is_unreadable(version) for version in fresh),
        forks=forks,
        refused=refused,
        first_day=date.fromisoformat(days[0]) if days else None,
        last_day=date.fromisoformat(days[-1]) if days else None,
        before=before,
        after=counts.shown,
        counts=counts,
    )


def _sorted_out(
    connection: sqlite3.Connection, brought: Brought
) -> tuple[list[Version], tuple[Refusal, ...]]:
    """What is new to us, and what contradicts what we have."""
    rows = connection.execute("SELECT version_id, record_id, kind FROM version").fetchall()
    kinds = {record: kind for _, record, kind in rows}
    ours = _those(connection, {row[0] for row in rows}, brought)
    fresh: list[Version] = []
    refused = list(brought.refused)
    for version in brought.versions:
        known = ours.get(version.version_id)
        if known is not None and known != version:
            why = tr("the journal has a version of this id that says something else")
            refused.append(Refusal(version.version_id, why))
        elif known is None and kinds.get(version.record_id, version.kind) != version.kind:
            why = tr("the journal has a record of this id and of another kind")
            refused.append(Refusal(version.version_id, why))
        elif known is None:
            fresh.append(version)
    return fresh, tuple(refused)


def _those(
    connection: sqlite3.Connection, ids: Set[str], brought: Brought
) -> Mapping[str, Version]:
    """Our versions that are brought as well."""
    both = ids & {version.version_id for version in brought.versions}
    if not both:
        return {}
    rows = connection.execute(f"SELECT {COLUMNS} FROM version")
    return {row[0]: from_row(row) for row in rows if row[0] in both}


Seen = Mapping[str, tuple[str, str, bool]]
"""For a record: its shown version, its kind, and whether it is hidden."""


def _seen(connection: sqlite3.Connection, records: Iterable[str]) -> Seen:
    wanted = set(records)
    rows = connection.execute("SELECT record_id, version_id, kind, deleted FROM current")
    return {row[0]: (row[1], row[2], bool(row[3])) for row in rows if row[0] in wanted}


def _compared(before: Seen, after: Seen) -> tuple[dict[str, int], int, int]:
    added: Counter[str] = Counter()
    changed = removed = 0
    for record, (version, kind, hidden) in after.items():
        was = before.get(record)
        if was is None or was[2]:
            added[kind] += not hidden
        elif hidden:
            removed += 1
        else:
            changed += was[0] != version
    return {kind: n for kind, n in sorted(added.items()) if n}, changed, removed


def _forked(connection: sqlite3.Connection, records: Iterable[str]) -> set[str]:
    wanted = set(records)
    return {record for record in heads_of(connection) if record in wanted}


def _is_unreadable(version: Version) -> bool:
    return version.kind in KINDS and read_body(version.kind, version.body) is None
