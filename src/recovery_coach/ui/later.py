"""What the first picture does without: pages and rooms that are loaded when one of them is opened.

The window imports this module inside its methods; loading it all takes a good part of the time
that the window itself needs to open.
"""

from __future__ import annotations

from recovery_coach.coach.practise import Practice
from recovery_coach.coach.unfinished import Unfinished, discard, find_unfinished, go_on, keep
from recovery_coach.library.adding import add_routine
from recovery_coach.library.loader import read_routine
from recovery_coach.ui.ask import Ask
from recovery_coach.ui.entry_page import Amend, EntryPage
from recovery_coach.ui.finish import FinishPage
from recovery_coach.ui.hurt import HurtPage
from recovery_coach.ui.journal_page import JournalPage
from recovery_coach.ui.open_entry import entry_page
from recovery_coach.ui.problems import ProblemsPage
from recovery_coach.ui.resume import ResumePage
from recovery_coach.ui.routine_page import RoutinePage
from recovery_coach.ui.routines_page import RoutinesPage
from recovery_coach.ui.settings_page import SettingsPage
from recovery_coach.ui.shortcuts import ShortcutsOverlay
from recovery_coach.ui.stage import StagePage
from recovery_coach.ui.trouble import TroublePage
from recovery_coach.ui.welcome import WelcomePage

__all__ = [
    "Amend",
    "Ask",
    "EntryPage",
    "FinishPage",
    "HurtPage",
    "JournalPage",
    "Practice",
    "ProblemsPage",
    "ResumePage",
    "RoutinePage",
    "RoutinesPage",
    "SettingsPage",
    "ShortcutsOverlay",
    "StagePage",
    "TroublePage",
    "Unfinished",
    "WelcomePage",
    "add_routine",
    "discard",
    "entry_page",
    "find_unfinished",
    "go_on",
    "keep",
    "read_routine",
]
