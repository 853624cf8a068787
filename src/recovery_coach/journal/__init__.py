"""The journal: one SQLite file that only ever grows, and the only room that speaks SQL.

Every write appends a *version* of a record, so undo, history and safety after a crash fall out of
one idea, and merging two journals is the union of two sets.
"""

from recovery_coach.journal.entries import Change, Checkpoint, Entry, Write
from recovery_coach.journal.records import (
    HurtRecord,
    Outcome,
    PainEntry,
    PainSource,
    Record,
    SessionRecord,
    SessionState,
    SetRecord,
)
from recovery_coach.journal.store import Journal
from recovery_coach.journal.trouble import JournalTrouble, Reason

__all__ = [
    "Change",
    "Checkpoint",
    "Entry",
    "HurtRecord",
    "Journal",
    "JournalTrouble",
    "Outcome",
    "PainEntry",
    "PainSource",
    "Reason",
    "Record",
    "SessionRecord",
    "SessionState",
    "SetRecord",
    "Write",
]
