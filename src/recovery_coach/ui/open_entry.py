"""Which page shows which kind of record."""

from __future__ import annotations

from recovery_coach.coach.overview import Overview
from recovery_coach.journal import MarkRecord, PainEntry, SessionRecord
from recovery_coach.settings.model import Settings
from recovery_coach.ui.entry_page import EntryPage
from recovery_coach.ui.marked_page import MarkedPage
from recovery_coach.ui.pain_page import PainPage
from recovery_coach.ui.record_page import RecordPage, is_shown
from recovery_coach.ui.session_page import SessionPage
from recovery_coach.ui.theme import Look


def entry_page(
    overview: Overview, look: Look, settings: Settings, record_id: str
) -> EntryPage | None:
    """The page of a record; None where it is gone, or of a kind that has none."""
    entry = overview.journal.get(record_id) if overview.journal else None
    if entry is None:
        return None
    if isinstance(entry.record, SessionRecord):
        return SessionPage(overview, look, entry)
    if isinstance(entry.record, PainEntry):
        return PainPage(overview, look, settings, entry)
    if isinstance(entry.record, MarkRecord):
        return MarkedPage(overview, look, entry)
    return RecordPage(overview, look, entry) if is_shown(entry.record) else None
