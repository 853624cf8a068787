"""Searching the whole journal: every entry by the words it is shown with, and by its note.

What can be found is exactly what can be read in its line, in the language of this moment. To look
as quickly as one types, the words of all entries are kept, and only what was written since is read
anew. The first reading, which opens every entry of ten years, is done in small parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from recovery_coach.coach.diary import (
    KINDS,
    Kinds,
    Part,
    days_of,
    facts,
    note_of,
    stands_alone,
    title,
    without_gaps,
)
from recovery_coach.coach.finding import folded, respelled
from recovery_coach.journal import Entry, Journal, Record

PART = 100
"""How many entries are read at a time: some 4 ms."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry as far as a search has to know it."""

    order: tuple[date, datetime, str]
    record: type[Record]
    session: str | None
    """The session it is told with, as long as that is there."""
    text: str


class Search:
    """All entries of a journal, to be searched again and again."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._kept: dict[str, Kept] = {}
        self._mark = 0

    def read_on(self, limit: int = PART) -> bool:
        """Read some of what was written since; whether there may be more."""
        entries, mark = self._journal.written_after(self._mark, KINDS, limit)
        more, self._mark = mark != self._mark, mark
        for entry in entries:
            if entry.deleted:
                self._kept.pop(entry.record_id, None)
            else:
                self._kept[entry.record_id] = _kept(entry)
        return more

    def find(self, typed: str, kinds: Kinds = KINDS) -> list[str]:
        """The record ids of what has every word that was typed, the newest first."""
        wanted = words_of(typed)
        found = [
            (one.order, record_id)
            for record_id, one in self._kept.items()
            if all(word in one.text for word in wanted)
            and one.record in kinds
            and (one.session is None or one.session not in self._kept)
        ]
        return [record_id for _, record_id in sorted(found, reverse=True)]


def _kept(entry: Entry[Record]) -> Kept:
    record = entry.record
    told = not stands_alone(record, lambda _: True)
    return Kept(
        order=(entry.day, record.moment, entry.record_id),
        record=type(record),
        session=getattr(record, "session", None) if told else None,
        text=_searchable("\n".join((title(record), facts(record), note_of(record)))),
    )


def _searchable(text: str) -> str:
    if text.isascii():
        return text.casefold()
    return f"{folded(text)}\n{folded(respelled(text))}"


def words_of(typed: str) -> Sequence[str]:
    """The words that were typed, as they are looked for."""
    return folded(typed).split()


def read_found(journal: Journal, found: Sequence[str], count: int) -> Part:
    """The first entries of what was found, by their days."""
    entries = [entry for entry in map(journal.get, found[:count]) if entry is not None]
    return Part(tuple(without_gaps(days_of(entries))), len(found) > count)


# -- where it stands -----------------------------------------------------------------------


def places_of(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """From where to where a text has any of the words, from its start; none of them overlap."""
    taken = [False] * len(text)
    for spelling in (folded, _spelled):
        for start, end in _places([spelling(letter) for letter in text], words):
            taken[start:end] = [True] * (end - start)
    return list(_runs(taken))


def cut_to(text: str, words: Sequence[str], before: int) -> str:
    """A long text from a little before the first of the words, so that this is seen."""
    places = places_of(text, words)
    if not places or places[0][0] <= before:
        return text
    start = text.find(" ", places[0][0] - before) + 1
    return f"…{text[min(start, places[0][0]) or places[0][0] :]}"


def _spelled(letter: str) -> str:
    return folded(respelled(letter))


def _places(letters: Sequence[str], words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """``letters`` are those of a text, each as it is looked for: none, one or several."""
    plain = "".join(letters)
    origin = [index for index, letter in enumerate(letters) for _ in letter]
    for word in words:
        at = plain.find(word)
        while at >= 0:
            yield origin[at], origin[at + len(word) - 1] + 1
            at = plain.find(word, at + 1)


def _runs(taken: Sequence[bool]) -> Iterator[tuple[int, int]]:
    start: int | None = None
    for index, one in enumerate((*taken, False)):
        if one and start is None:
            start = index
        elif not one and start is not None:
            yield start, index
            start = None
