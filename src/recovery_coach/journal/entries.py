"""What goes into the journal and comes out of it: the small types of its interface."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from recovery_coach.journal.records import Record

R_co = TypeVar("R_co", bound=Record, covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Generic[R_co]):
    """One version of a record. ``written_at`` has the offset of the place it was written at.

    ``device`` is the id of the journal it was written in, which another computer has of its own.
    A deleted entry still holds what the record was, so that it can be shown and put back.
    """

    record_id: str
    version_id: str
    day: date
    record: R_co
    written_at: datetime
    deleted: bool = False
    device: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """A record to be written: a new one, or the next version of ``record_id`` if that exists.

    ``day`` is the local date it belongs to; by default the date of the record's own moment where
    it happened, or the day it had before if that moment is unchanged.
    """

    record: Record
    record_id: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Where a session under way stands, as plain JSON; ``body`` None throws it away."""

    session: str
    body: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Change:
    """What one write changed: pages refresh from this."""

    kinds: frozenset[str]
    record_ids: tuple[str, ...]
