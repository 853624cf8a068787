"""Questions about years: answered by the indexes, so that hardly a body is opened.

The names of numbers are those of ``numbers.py``. Days are local ones, both ends included.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from recovery_coach.journal.fields import read_day
from recovery_coach.journal.opening import in_use
from recovery_coach.journal.records import PainEntry, SessionRecord, SetRecord

Values = tuple[float, ...]

_BY_DAY = """
SELECT day, group_concat(value) FROM number
WHERE name = ? AND day BETWEEN ? AND ? AND value IS NOT NULL GROUP BY day ORDER BY day
"""
_BY_RECORD = """
SELECT record_id, day, value FROM number WHERE name = ? AND day BETWEEN ? AND ? ORDER BY day
"""
_DAYS_OF_NAMES = """
SELECT name, count(DISTINCT day) FROM number
WHERE name >= ? AND name < ? AND day BETWEEN ? AND ? GROUP BY name
"""
_HIGHEST = """
SELECT day, name, max(value) FROM number
WHERE name >= ? AND name < ? AND day BETWEEN ? AND ? AND value IS NOT NULL GROUP BY name, day
"""
_ABOUT = """
SELECT about, max(value) FROM number
WHERE name = ? AND day BETWEEN ? AND ? AND about IS NOT NULL GROUP BY about
"""
_SESSIONS = """
SELECT day, record_id, about, value FROM number
WHERE name = 'session.minutes' AND day BETWEEN ? AND ? AND about IS NOT NULL ORDER BY day, record_id
"""
_SESSION_DAYS = """
SELECT DISTINCT day FROM number WHERE name = 'session.minutes' AND day BETWEEN ? AND ? ORDER BY day
"""
_DONE = """
SELECT DISTINCT current.session, current.about FROM current JOIN version USING (version_id)
WHERE current.kind = ? AND current.deleted = 0 AND current.day BETWEEN ? AND ?
AND current.session IS NOT NULL AND current.about IS NOT NULL AND CASE WHEN json_valid(body)
THEN json_extract(body, '$.outcome') IN ('done', 'partial', 'hurt') END
"""
_WRITTEN = """
SELECT DISTINCT day FROM current
WHERE kind IN (?, ?) AND deleted = 0 AND day BETWEEN ? AND ? ORDER BY day
"""


_LAST_TRAINED = """
SELECT max(day) FROM (
    SELECT max(day) AS day FROM number WHERE name = 'session.minutes' AND day <= ?1
    UNION ALL SELECT max(day) FROM number WHERE name = 'pain.effort' AND day <= ?1
    UNION ALL SELECT max(day) FROM number WHERE name = 'pain.training_minutes' AND day <= ?1
    UNION ALL SELECT max(day) FROM number WHERE name >= 'lift.' AND name < 'lift/' AND day <= ?1
    UNION ALL SELECT max(day) FROM number WHERE name = 'pain.rest' AND value = 0 AND day <= ?1
)
"""


class Sums:
    """Reads an open journal. Every question may raise JournalTrouble."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def by_day(self, name: str, first: date, last: date) -> list[tuple[date, Values]]:
        """The numbers of a name, day by day, each day's from the lowest to the highest."""
        rows = self._rows(_BY_DAY, name, first, last)
        return [(_day(number), _values(text)) for number, text in rows]

    def by_record(self, name: str, first: date, last: date) -> dict[str, tuple[date, float | None]]:
        """The numbers of a name by the record they stand in, with its day, in order of days."""
        rows = self._rows(_BY_RECORD, name, first, last)
        return {record: (_day(number), value) for record, number, value in rows}

    def days_of_names(self, prefix: str, first: date, last: date) -> dict[str, int]:
        """What follows ``prefix`` in the names there are, each with on how many days."""
        rows = self._rows(_DAYS_OF_NAMES, *_between(prefix), first, last)
        return {name.removeprefix(prefix): days for name, days in rows}

    def highest(self, prefix: str, first: date, last: date) -> dict[tuple[date, str], float]:
        """The highest number by day and by what follows ``prefix`` in its name."""
        rows = self._rows(_HIGHEST, *_between(prefix), first, last)
        return {(_day(number), name.removeprefix(prefix)): most for number, name, most in rows}

    def with_sessions(self, name: str, first: date, last: date) -> dict[str, float]:
        """The highest number of a name by the session it was given with."""
        return dict(self._rows(_ABOUT, name, first, last))

    def sessions(self, first: date, last: date) -> list[tuple[date, str, str, float]]:
        """The sessions in which anything was done: day, id, routine, minutes; day by day."""
        rows = self._rows(_SESSIONS, first, last)
        return [(_day(number), *others) for number, *others in rows]

    def session_days(self, first: date, last: date) -> list[date]:
        """The days of these sessions, in order."""
        return [_day(number) for (number,) in self._rows(_SESSION_DAYS, first, last)]

    def exercises(self, first: date, last: date) -> dict[str, tuple[str, ...]]:
        """The exercises of each session in which at least a part of a set was done."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for session, exercise in self._plain_rows(_DONE, SetRecord.kind, *_texts(first, last)):
            found[session].append(exercise)
        return {session: tuple(sorted(exercises)) for session, exercises in found.items()}

    def last_trained(self, last: date) -> date | None:
        """The last day, up to one, on which anything was trained or practised."""
        ((day,),) = self._rows(_LAST_TRAINED, last)
        return None if day is None else _day(day)

    def written(self, first: date, last: date) -> list[date]:
        """The days that have an entry or a session, in order."""
        kinds = (PainEntry.kind, SessionRecord.kind)
        found = self._plain_rows(_WRITTEN, *kinds, *_texts(first, last))
        return [day for (text,) in found if (day := read_day(text)) is not None]

    def _rows(self, sql: str, *values: str | date) -> Sequence[tuple[Any, ...]]:
        """What the index of numbers says; it counts days."""
        plain = [one.toordinal() if isinstance(one, date) else one for one in values]
        return self._plain_rows(sql, *plain)

    def _plain_rows(self, sql: str, *values: str | int) -> Sequence[tuple[Any, ...]]:
        with in_use(self._connection, self._path):
            return self._connection.execute(sql, values).fetchall()


_day = date.fromordinal


def _texts(first: date, last: date) -> tuple[str, str]:
    return first.isoformat(), last.isoformat()


@lru_cache(maxsize=4096)
def _values(text: str) -> Values:
    """A day's numbers; most days say what another day has said."""
    return tuple(sorted(map(float, text.split(","))))


def _between(prefix: str) -> tuple[str, str]:
    """The names that begin with a prefix, as the index has them in order."""
    return prefix, prefix[:-1] + chr(ord(prefix[-1]) + 1)
