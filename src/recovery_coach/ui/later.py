"""What the first picture does without: pages and rooms, loaded when one of them is opened.

The window, and what carries something out in it, import their names from here, inside their
methods; each room is loaded with the first name of it that is asked for, so that opening one page
does not wait for all the others.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from recovery_coach.coach.practise import Practice
    from recovery_coach.coach.single import routine_of
    from recovery_coach.coach.unfinished import Unfinished, discard, find_unfinished, go_on, keep
    from recovery_coach.library.adding import add_routine
    from recovery_coach.library.loader import read_routine
    from recovery_coach.ui.ask import Answer, Ask
    from recovery_coach.ui.background_page import BackgroundPage
    from recovery_coach.ui.bringing_page import BringingPage
    from recovery_coach.ui.check_page import CheckPage
    from recovery_coach.ui.checkin_page import CheckinPage
    from recovery_coach.ui.entry_page import Amend, EntryPage
    from recovery_coach.ui.erasing_page import ErasingPage
    from recovery_coach.ui.exercise_page import ExercisePage
    from recovery_coach.ui.exercises_page import ExercisesPage
    from recovery_coach.ui.fade import Fade
    from recovery_coach.ui.finish import FinishPage
    from recovery_coach.ui.forks_page import ForksPage
    from recovery_coach.ui.hurt import HurtPage
    from recovery_coach.ui.impact_page import ImpactPage
    from recovery_coach.ui.journal_page import JournalPage
    from recovery_coach.ui.keeping_page import KeepingPage
    from recovery_coach.ui.level_page import LevelPage
    from recovery_coach.ui.mark_page import MarkPage
    from recovery_coach.ui.open_entry import entry_page
    from recovery_coach.ui.preview import Preview
    from recovery_coach.ui.problems import ProblemsPage
    from recovery_coach.ui.report_page import ReportPage
    from recovery_coach.ui.restoring_page import RestoringPage
    from recovery_coach.ui.resume import ResumePage
    from recovery_coach.ui.routine_page import RoutinePage
    from recovery_coach.ui.routines_page import RoutinesPage
    from recovery_coach.ui.seen_page import SeenPage
    from recovery_coach.ui.settings_page import SettingsPage
    from recovery_coach.ui.sharing_card import SharingCard
    from recovery_coach.ui.shortcuts import ShortcutsOverlay
    from recovery_coach.ui.sounding import SessionSound
    from recovery_coach.ui.stage import StagePage
    from recovery_coach.ui.trends_page import TrendsPage
    from recovery_coach.ui.trouble import TroublePage
    from recovery_coach.ui.welcome import WelcomePage
    from recovery_coach.ui.welcome_back import WelcomeBack

ROOMS = {
    "Amend": "ui.entry_page",
    "Answer": "ui.ask",
    "Ask": "ui.ask",
    "BackgroundPage": "ui.background_page",
    "BringingPage": "ui.bringing_page",
    "CheckPage": "ui.check_page",
    "CheckinPage": "ui.checkin_page",
    "EntryPage": "ui.entry_page",
    "ErasingPage": "ui.erasing_page",
    "ExercisePage": "ui.exercise_page",
    "ExercisesPage": "ui.exercises_page",
    "Fade": "ui.fade",
    "FinishPage": "ui.finish",
    "ForksPage": "ui.forks_page",
    "HurtPage": "ui.hurt",
    "ImpactPage": "ui.impact_page",
    "JournalPage": "ui.journal_page",
    "KeepingPage": "ui.keeping_page",
    "LevelPage": "ui.level_page",
    "MarkPage": "ui.mark_page",
    "Practice": "coach.practise",
    "Preview": "ui.preview",
    "ProblemsPage": "ui.problems",
    "ReportPage": "ui.report_page",
    "RestoringPage": "ui.restoring_page",
    "ResumePage": "ui.resume",
    "RoutinePage": "ui.routine_page",
    "RoutinesPage": "ui.routines_page",
    "SeenPage": "ui.seen_page",
    "SessionSound": "ui.sounding",
    "SettingsPage": "ui.settings_page",
    "SharingCard": "ui.sharing_card",
    "ShortcutsOverlay": "ui.shortcuts",
    "StagePage": "ui.stage",
    "TrendsPage": "ui.trends_page",
    "TroublePage": "ui.trouble",
    "Unfinished": "coach.unfinished",
    "WelcomeBack": "ui.welcome_back",
    "WelcomePage": "ui.welcome",
    "add_routine": "library.adding",
    "discard": "coach.unfinished",
    "entry_page": "ui.open_entry",
    "find_unfinished": "coach.unfinished",
    "go_on": "coach.unfinished",
    "keep": "coach.unfinished",
    "read_routine": "library.loader",
    "routine_of": "coach.single",
}
"""Where each name is from; the imports above are the same for the type checker."""

__all__ = [
    "Amend",
    "Answer",
    "Ask",
    "BackgroundPage",
    "BringingPage",
    "CheckPage",
    "CheckinPage",
    "EntryPage",
    "ErasingPage",
    "ExercisePage",
    "ExercisesPage",
    "Fade",
    "FinishPage",
    "ForksPage",
    "HurtPage",
    "ImpactPage",
    "JournalPage",
    "KeepingPage",
    "LevelPage",
    "MarkPage",
    "Practice",
    "Preview",
    "ProblemsPage",
    "ReportPage",
    "RestoringPage",
    "ResumePage",
    "RoutinePage",
    "RoutinesPage",
    "SeenPage",
    "SessionSound",
    "SettingsPage",
    "SharingCard",
    "ShortcutsOverlay",
    "StagePage",
    "TrendsPage",
    "TroublePage",
    "Unfinished",
    "WelcomeBack",
    "WelcomePage",
    "add_routine",
    "discard",
    "entry_page",
    "find_unfinished",
    "go_on",
    "keep",
    "read_routine",
    "routine_of",
]


def __getattr__(name: str) -> Any:
    """Load the room of ``name``."""
    if name not in ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"recovery_coach.{ROOMS[name]}"), name)
    globals()[name] = value
    return value
