"""The journal: one SQLite file that only ever grows, and the only room that speaks SQL.

Every write appends a *version* of a record, so undo, history and safety after a crash fall out of
one idea, and merging two journals is the union of two sets.
"""

from recovery_coach.journal.entries import Change, Checkpoint, Entry, Write
from recovery_coach.journal.records import (
    BackgroundRecord,
    CheckRecord,
    ExerciseFine,
    HurtRecord,
    ImpactRecord,
    MarkRecord,
    Outcome,
    PainEntry,
    PainSource,
    Record,
    RunsDown,
    RunsSide,
    SeenRecord,
    SessionRecord,
    SessionState,
    SetRecord,
    Training,
    answer_texts,
    read_answer_texts,
    region_scores,
    region_texts,
)
from recovery_coach.journal.store import Journal
from recovery_coach.journal.trouble import JournalTrouble, Reason

__all__ = [
    "BackgroundRecord",
    "Change",
    "CheckRecord",
    "Checkpoint",
    "Entry",
    "ExerciseFine",
    "HurtRecord",
    "ImpactRecord",
    "Journal",
    "JournalTrouble",
    "MarkRecord",
    "Outcome",
    "PainEntry",
    "PainSource",
    "Reason",
    "Record",
    "RunsDown",
    "RunsSide",
    "SeenRecord",
    "SessionRecord",
    "SessionState",
    "SetRecord",
    "Training",
    "Write",
    "answer_texts",
    "read_answer_texts",
    "region_scores",
    "region_texts",
]
