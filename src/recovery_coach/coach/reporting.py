"""Makes a report of some days: reads the journal, and hands each part to its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import chain, zip_longest

from recovery_coach.base.clock import EARLIEST
from recovery_coach.base.i18n import tr
from recovery_coach.coach.checks import standing
from recovery_coach.coach.insights import PAIN, Insights
from recovery_coach.coach.overview import SORE_FROM
from recovery_coach.coach.own_words import excerpt, tidy
from recovery_coach.coach.report import (
    LONGEST_NAME,
    SECTIONS,
    Line,
    Note,
    Part,
    Report,
    SectionId,
    Wish,
    section_names,
)
from recovery_coach.coach.report_doing import (
    event_lines,
    load_lines,
    response_lines,
    session_lines,
    taken_lines,
    week_lines,
)
from recovery_coach.coach.report_flags import flag_lines
from recovery_coach.coach.report_words import (
    body_lines,
    coverage_words,
    day_words,
    foot_lines,
    pain_lines,
    pain_numbers,
    title_words,
)
from recovery_coach.coach.trends import Frame, pain_chart
from recovery_coach.coach.trends_below import compared, lately
from recovery_coach.insight.load import trained_while_sore
from recovery_coach.insight.plain import Point, Span
from recovery_coach.insight.response import by_routine
from recovery_coach.journal import (
    CheckRecord,
    Entry,
    HurtRecord,
    ImpactRecord,
    Journal,
    PainEntry,
    SeenRecord,
    SessionRecord,
)
from recovery_coach.library.loader import Library
from recovery_coach.settings.model import FIRST_DAYS, WeekStart

Written = PainEntry | SessionRecord | SeenRecord
"""What a person may write a note to."""

EXCERPT = 180
"""Letters of a note on the first page."""
MOST_QUOTES = 12


def make_report(
    journal: Journal, library: Library, wish: Wish, now: datetime, week_start: WeekStart = "monday"
) -> Report:
    """The report of what the journal holds ``now``. Raises JournalTrouble."""
    return _Making(journal, library, wish, now, FIRST_DAYS[week_start]).report()


class _Making:
    """One report being made; what is read is read once, and only if something needs it."""

    def __init__(
        self, journal: Journal, library: Library, wish: Wish, now: datetime, first_weekday: int
    ) -> None:
        self._journal = journal
        self._library = library
        self._wish = wish
        self._now = now
        # What lies ahead does not count yet, and nothing lies before the earliest of days.
        today = now.date()
        first, last = (max(EARLIEST, min(day, today)) for day in (wish.span.first, wish.span.last))
        self._span = Span(first, last)
        self._insights = Insights(journal, library.routines)
        self._rated = self._insights.rated(PAIN, self._span)
        began = self._insights.first_day() or today
        self._frame = Frame(self._span, min(began, today), today, first_weekday)

    def report(self) -> Report:
        """All of it."""
        wish, span = self._wish, self._span
        parts = tuple(self._part(name) for name in SECTIONS if name in wish.sections)
        there = tuple(part for part in parts if part.lines)
        notes = tuple(self._notes())
        pain = "pain" in wish.sections
        worst = self._insights.rated("pain.worst_nrs", span) if pain else ()
        return Report(
            title=title_words(span),
            name=excerpt(wish.name, LONGEST_NAME),
            span=span,
            coverage=coverage_words(self._rated, self._frame),
            made_on=self._now.date(),
            numbers=pain_numbers(self._rated, worst, self._last_point(), span) if pain else (),
            chart=pain_chart(self._insights, self._frame) if pain and self._rated else None,
            body=self._places if "body" in wish.sections else None,
            parts=there,
            nothing=_nothing(parts),
            quotes=self._quotes(notes) if "words" in wish.sections else (),
            written=len(notes),
            notes=notes if wish.notes else None,
            foot=foot_lines(self._now.date()),
        )

    # -- what is read ----------------------------------------------------------------------

    @cached_property
    def _entries(self) -> Sequence[Entry[PainEntry]]:
        return self._journal.between(PainEntry, self._span.first, self._span.last)

    @cached_property
    def _sessions(self) -> Sequence[Entry[SessionRecord]]:
        found = self._journal.between(SessionRecord, self._span.first, self._span.last)
        return [entry for entry in found if entry.record.state != "running"]

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return self._insights.places(self._span)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """What each routine is called: now, or when it was practised last."""
        then = {entry.record.routine: entry.record.routine_name for entry in self._sessions}
        return {**then, **{one.id: one.name for one in self._library.routines.values()}}

    def _last_point(self) -> Point | None:
        if not self._rated:
            return None
        day = self._rated[-1].day
        return self._insights.points(PAIN, Span(day, day))[-1]

    # -- the parts -------------------------------------------------------------------------

    def _part(self, name: SectionId) -> Part:
        made: dict[SectionId, Callable[[], Iterable[Line]]] = {
            "pain": self._pain,
            "body": self._body,
            "flags": self._flags,
            "response": self._response,
            "sessions": self._load,
            "taken": lambda: taken_lines(self._entries, self._span),
            "events": self._events,
            "week": self._week,
            "words": tuple,
        }
        return Part(name, section_names()[name], tuple(made[name]()))

    def _pain(self) -> Sequence[Line]:
        names = ("leg_nrs", "stiff_minutes", "woke", "sleep_hours")
        leg, stiff, woke, sleep = (
            self._insights.rated(f"pain.{name}", self._span) for name in names
        )
        return pain_lines(leg, stiff, woke, sleep, self._entries)

    def _body(self) -> Sequence[Line]:
        return body_lines(self._places, self._entries)

    def _flags(self) -> Sequence[Line]:
        ends = (self._span.first, self._span.last)
        checks = [entry.record for entry in self._journal.between(CheckRecord, *ends)]
        seen = [entry.record for entry in self._journal.between(SeenRecord, *ends)]
        return flag_lines(standing(self._journal, self._now), checks, seen, self._span)

    def _response(self) -> Sequence[Line]:
        found = by_routine(self._insights.occasions(self._span))
        hurts = self._journal.between(HurtRecord, self._span.first, self._span.last)
        records = [entry.record for entry in hurts]
        return response_lines(found, self._names, records, self._library.exercises)

    def _load(self) -> Iterator[Line]:
        span, insights = self._span, self._insights
        # Today is not over; a day that lies behind is.
        end = span.last if span.last == self._now.date() else span.last + timedelta(days=1)
        found, works = lately(insights, end), insights.works(span)
        yield from session_lines(self._sessions, works, self._names)
        yield from load_lines(
            found.jump if found.works else None,
            found.returned,
            trained_while_sore(works, insights.sore_parts(span), SORE_FROM),
            span,
        )

    def _events(self) -> Iterator[Line]:
        events = self._insights.events(self._span)
        today = self._now.date()
        found = {
            event.record: compared(self._insights, event, today)
            for event in events
            if event.compares
        }
        return event_lines(events, found, self._span, today)

    def _week(self) -> Iterator[Line]:
        found = self._journal.between(ImpactRecord, self._span.first, self._span.last)
        return week_lines([entry.record for entry in found], self._span)

    # -- own words -------------------------------------------------------------------------

    def _notes(self) -> Iterator[Note]:
        """Everything that was written, in the order of its days."""
        seen = self._journal.between(SeenRecord, self._span.first, self._span.last)
        found: list[tuple[date, Written]] = [
            *((entry.day, entry.record) for entry in self._entries),
            *((entry.day, entry.record) for entry in self._sessions),
            *((entry.day, entry.record) for entry in seen),
        ]
        for day, record in sorted(found, key=lambda one: (one[0], one[1].moment)):
            text = tidy(record.note)
            if text:
                yield Note(day, _about(day_words(day, self._span), record), text)

    def _quotes(self, notes: Sequence[Note]) -> tuple[Note, ...]:
        """By turns the latest, and those of the days with the highest numbers."""
        highest = {day.day: day.highest for day in self._rated}
        latest = notes[::-1]
        hardest = sorted(latest, key=lambda note: -highest.get(note.day, -1.0))
        turns = chain.from_iterable(zip_longest(latest, hardest))
        chosen = dict.fromkeys(id(note) for note in turns if note is not None)
        known = {id(note): note for note in notes}
        wanted = [known[one] for one in chosen][:MOST_QUOTES]
        return tuple(Note(one.day, one.about, excerpt(one.text, EXCERPT)) for one in wanted)


def _about(day: str, record: Written) -> str:
    if isinstance(record, SessionRecord):
        text = tr("{date}, {routine}")
        return text.format(date=day, routine=excerpt(tr(record.routine_name), LONGEST_NAME))
    if isinstance(record, SeenRecord):
        return tr("{date}, seen by a professional").format(date=day)
    if record.nrs is None:
        return day
    return tr("{date}, pain {number}").format(date=day, number=record.nrs)


def _nothing(parts: Sequence[Part]) -> str:
    """Parts that were wanted and are empty, in one line."""
    names = [part.title for part in parts if not part.lines and part.id != "words"]
    return tr("; ").join(names)
