"""The window: a sidebar, one page at a time, one place for messages. It decides who is shown when.

Pages say what the person wants by signals. It is carried out by plain objects that see the window
as a :class:`~recovery_coach.ui.host.Host`: ``beginning`` comes before Today, ``sessions`` has all
of a session, ``entries`` the journal's pages, ``routines`` and ``exercises`` theirs. While a
session runs it owns the whole window.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QStackedWidget, QWidget

from recovery_coach.app import App
from recovery_coach.base.i18n import tr
from recovery_coach.coach.overview import Overview
from recovery_coach.journal import Journal, JournalTrouble
from recovery_coach.library.models import Routine
from recovery_coach.session.states import State
from recovery_coach.ui.around import Around, NothingAround
from recovery_coach.ui.beginning import Beginning
from recovery_coach.ui.host import or_trouble
from recovery_coach.ui.journal_watch import JournalWatch
from recovery_coach.ui.keeper import SettingsKeeper
from recovery_coach.ui.keys import Keys
from recovery_coach.ui.messages import Messages
from recovery_coach.ui.overlays import Overlays
from recovery_coach.ui.parts import Live, row
from recovery_coach.ui.sidebar import Place, Sidebar
from recovery_coach.ui.stills import Stills
from recovery_coach.ui.theme import Look
from recovery_coach.ui.toast import Toast
from recovery_coach.ui.today import TodayPage

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent

    from recovery_coach.ui.checks import Checks
    from recovery_coach.ui.entries import Entries
    from recovery_coach.ui.exercises import Exercises
    from recovery_coach.ui.keeping import Keeping
    from recovery_coach.ui.later import (
        EntryPage,
        ExercisesPage,
        Fade,
        JournalPage,
        RoutinesPage,
        SettingsPage,
        StagePage,
        TrendsPage,
        TroublePage,
        Unfinished,
    )
    from recovery_coach.ui.reporting import Reporting
    from recovery_coach.ui.routines import Routines
    from recovery_coach.ui.sessions import Sessions
    from recovery_coach.ui.sharing import Sharing
    from recovery_coach.ui.trends import Trends
    from recovery_coach.ui.upkeep import Upkeeper

    KeptPage = TodayPage | RoutinesPage | ExercisesPage | JournalPage | TrendsPage | SettingsPage

ADVICE, BAR = "advice", "bar"
"""The name of every card with advice, and of every bar below a page."""


def places() -> tuple[Place, ...]:
    """The pages that are always there, in their order; ``MainWindow._make`` makes them."""
    return (
        Place("today", tr("Today"), "house"),
        Place("routines", tr("Routines"), "list"),
        Place("exercises", tr("Exercises"), "person-standing"),
        Place("journal", tr("Journal"), "notebook"),
        Place("trends", tr("Trends"), "chart-line"),
        Place("settings", tr("Settings"), "settings"),
    )


class MainWindow(QWidget):
    """The one window."""

    settings_changed = Signal()
    closing = Signal()
    """It was asked whether a session should end, and it closes now."""

    def __init__(self, app: App, look: Look) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(tr("Recovery Coach"))
        self.setMinimumSize(900, 600)
        self.resize(1280, 800)
        self.setAcceptDrops(True)
        self.app = app
        self.look = look
        self.around: Around = NothingAround()
        self.stage: StagePage | None = None
        self.entry: EntryPage | None = None
        self._fade: Fade | None = None
        self.overview = Overview(app.library, None, app.clock, app.options_for, app.numbers)
        self.overview.put_off = lambda: app.settings.impact_put_off
        self.sidebar = Sidebar(look, places())
        self.pages = QStackedWidget()
        layout = row(self, spacing=0)
        layout.addWidget(self.sidebar)
        layout.addWidget(self.pages, 1)
        self.overlays = Overlays(self, self.pages, look)
        self.toast = Toast(self, self._foot)
        self.messages = Messages(self.toast, self.overview)
        self.keeper = SettingsKeeper(app, self.toast, self._wear_settings, self.messages.offer)
        self.stills = Stills(lambda: app.figures, look, self)
        self.today = TodayPage(self.overview, look, self.stills)
        self.pages.addWidget(self.today)
        # The pages that are always there, by their place; but for Today, made when first shown.
        self._kept: dict[str, KeptPage] = {"today": self.today}
        self._kept_too: list[QWidget] = []
        self._home = "today"
        self._watch = JournalWatch(self)
        self.beginning = Beginning(self, self._watch)
        self._keys = Keys(self, self)
        self._connect()
        self.beginning.begin()

    def _connect(self) -> None:
        self.sidebar.went.connect(self.go)
        self.sidebar.file_wanted.connect(lambda: self.routines.choose_file())
        self.today.number_given.connect(lambda number: self.entries.log_number(number))
        self.today.started.connect(lambda identifier: self.sessions.start_by_id(identifier))
        self.today.opened.connect(self.open_routine)
        self.today.problems_opened.connect(lambda: self.routines.show_library_problems())
        self.today.seen.connect(self.ask_seen)
        self.today.check_wanted.connect(self.check_due)
        self.today.worry.connect(lambda: self.check_full())
        self.today.check_in_wanted.connect(lambda: self.check_in())
        self.today.flare_wanted.connect(lambda: self.check_in(flare=True))
        self.today.impact_wanted.connect(lambda: self.entries.ask_impact())
        self.today.impact_put_off.connect(lambda: self.entries.put_off_impact())
        self._watch.touched.connect(self._on_journal_touched)

    # -- who carries out what: each is loaded when it is needed first -----------------------

    @cached_property
    def sessions(self) -> Sessions:
        """All of a session."""
        from recovery_coach.ui.sessions import Sessions

        return Sessions(self)

    @cached_property
    def entries(self) -> Entries:
        """What is written into the journal, and its pages."""
        from recovery_coach.ui.entries import Entries

        return Entries(self)

    @cached_property
    def checks(self) -> Checks:
        """The check of warning signs."""
        from recovery_coach.ui.checks import Checks

        return Checks(self)

    @cached_property
    def routines(self) -> Routines:
        """The pages of routines, and the person's own files."""
        from recovery_coach.ui.routines import Routines

        return Routines(self)

    @cached_property
    def exercises(self) -> Exercises:
        """The pages of exercises."""
        from recovery_coach.ui.exercises import Exercises

        return Exercises(self)

    @cached_property
    def keeping(self) -> Keeping:
        """The journal as a file."""
        from recovery_coach.ui.keeping import Keeping

        return Keeping(self)

    @cached_property
    def reporting(self) -> Reporting:
        """The report for a clinician."""
        from recovery_coach.ui.reporting import Reporting

        return Reporting(self)

    @cached_property
    def trends(self) -> Trends:
        """The page of trends, and the note of the week."""
        from recovery_coach.ui.trends import Trends

        return Trends(self)

    @cached_property
    def upkeep(self) -> Upkeeper:
        """What is done for the journal once a day."""
        from recovery_coach.ui.upkeep import Upkeeper

        made = Upkeeper(self.app, self)
        made.damaged.connect(self._on_damaged)
        made.said.connect(lambda text: self.messages.say(text, stays=True))
        return made

    @cached_property
    def sharing(self) -> Sharing:
        """The exchange with the person's other computers."""
        from recovery_coach.ui.sharing import Sharing

        made = Sharing(self)
        self._watch.touched.connect(made.on_written)
        return made

    def sharing_card(self) -> QWidget:
        """Two computers, on the page of the journal."""
        return self.sharing.make_card()

    def share(self) -> None:
        """Exchange with the person's other computers, now and later, where a folder is shared."""
        if self.app.settings.sync_folder:
            self.sharing.begin()

    def look_after(self) -> None:
        """Check the journal and back it up, once a day, when nobody waits."""
        if self.journal is not None:
            self.upkeep.look_after()

    def offer_note(self) -> None:
        """The note of the week on Today, if it is due: the first picture does not wait for it."""
        if self.journal is not None:
            self.trends.offer_note(self.today)

    def _offer_note_again(self) -> None:
        """Once it was looked for, it is, or is not, as it is now."""
        if self.page is self.today and "trends" in self.__dict__:
            QTimer.singleShot(0, self, self.offer_note)

    def start(self, routine: Routine) -> None:
        """Practise a routine, now."""
        self.sessions.start(routine)

    def resume(self, unfinished: Unfinished) -> None:
        """Offer to go on with a session that was interrupted."""
        self.sessions.resume(unfinished)

    @or_trouble
    def gate(
        self,
        routine: Routine,
        begin: Callable[[], object],
        leave: Callable[[], object] | None = None,
    ) -> None:
        """Begin a routine if what stands allows it, after its questions if some are due."""
        if self.overview.standing().may_begin(routine.gentle) == "begin":
            begin()
        else:
            self.checks.gate(routine, begin, leave)

    def show_level(self) -> None:
        """The screen of the level that stands, alone; a session that is under way ends."""
        self.checks.show_level()

    def check_due(self) -> None:
        """The questions that are still to be answered; all of them, where none is."""
        self.checks.open_due()

    def check_full(
        self, then: Callable[[], object] | None = None, leave: Callable[[], object] | None = None
    ) -> None:
        """The full check: something is new or worrying. Both ways lead to Today by default."""
        self.checks.open_full(then, leave)

    def ask_seen(self) -> None:
        """A professional has looked at what stands: when, and what they said."""
        self.checks.ask_seen()

    def open_forks(self) -> None:
        """What was changed on two computers, to be chosen between."""
        self.sharing.open_forks()

    def end_session(self) -> None:
        """What is under way ends, and is kept."""
        self.sessions.end()

    def check_in(self, day: date | None = None, flare: bool = False) -> None:
        """The check-in's page; for a ``day`` that is past, or short, on a bad one."""
        self.entries.check_in(day, flare)

    def ask_mark(self, compares: bool = False) -> None:
        """A day is marked, to be seen beside the numbers, or to be compared from it on."""
        self.entries.ask_mark(compares=compares)

    def open_routine(self, identifier: str) -> None:
        """The page of a routine of the library."""
        self.routines.open(identifier)

    def open_exercise(self, identifier: str, back: Callable[[], None]) -> None:
        """The page of an exercise of the library; ``back`` leads to where it was opened from."""
        self.exercises.open(identifier, back)

    def open_background(self, back: Callable[[], None]) -> None:
        """What is known of the person's health; ``back`` leads to where it was opened from."""
        from recovery_coach.ui.health import open_background

        open_background(self, back)

    def open_report(self, back: Callable[[], None]) -> None:
        """The page of a report for a clinician; ``back`` leads to where it was opened from."""
        self.reporting.open(back)

    def open_keeping(self) -> None:
        """The page of the journal as a file: where it is, its backups, moving it."""
        self.keeping.open()

    def show_trouble(self, trouble: JournalTrouble) -> None:
        """The journal cannot be used: what is wrong, and what can be done without it."""
        self.beginning.show_trouble(trouble)

    def rescue(self, page: TroublePage) -> None:
        """Offer the newest sound backup on the page of a damaged journal."""
        self.keeping.replacing.rescue(page)

    def let_go(self) -> None:
        """Close the journal: its file is to be replaced, until :meth:`begin_again`."""
        if "upkeep" in self.__dict__:
            self.upkeep.finish()
        if "sharing" in self.__dict__:
            self.sharing.rest()
        self.overview.journal = None
        self.app.close()

    def begin_again(self) -> None:
        """Open the journal from the start: the file in its place may be another one by now."""
        self.beginning.begin_again()

    def begin_anew(self) -> None:
        """As on the first evening: nothing that was chosen, shown or typed is left."""
        self.app.forget_settings()
        for page in (*self._kept.values(), *self._kept_too):
            if page is not self.today:
                self.remove_page(page)
        self._kept, self._home, self.entry = {"today": self.today}, "today", None
        self._kept_too.clear()
        for name in ("checks", "entries", "exercises", "routines", "trends"):
            self.__dict__.pop(name, None)
        self._wear_settings()
        self.beginning.begin_again()

    @property
    def journal(self) -> Journal | None:
        """None where nothing can be written down."""
        return self.overview.journal

    # -- pages -----------------------------------------------------------------------------

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self.pages.currentWidget()

    def show_page(self, page: QWidget, alone: bool = False) -> None:
        """Show ``page``; ``alone`` without the sidebar. The page before it goes, unless kept."""
        old = self.page
        typed = page is not old and self._keep_typed()
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        # The page itself has the focus: Tab goes on from there, and no answer looks chosen.
        page.setFocus()
        self.overlays.lift_keys()
        self.sidebar.setVisible(not alone)
        # What stops a session stands at the bottom of such a page; what to do begins the others.
        self.toast.keep_to_top(alone, aside=page is not self.stage)
        place = next((name for name, kept in self._kept.items() if kept is page), "")
        self._home = place or self._home
        self.sidebar.mark("" if alone else self._home)
        kept = (page, self.stage, *self._kept.values(), *self._kept_too)
        if old is not None and old not in kept:
            self.remove_page(old)
        if typed:
            self.refresh()  # the page may have been made ready before that was written
        # Neither a session nor what is said about pain is to be waited for.
        calm = not alone and old not in (None, page) and page.findChild(QWidget, ADVICE) is None
        if calm and not self.look.reduced_motion:
            self.fade.begin()
        elif self._fade is not None:
            self._fade.clear()

    def _foot(self) -> int:
        """How tall the bar is that stands below the page, if there is one."""
        bars = self.page.findChildren(QWidget, BAR) if self.page is not None else []
        return max((bar.height() for bar in bars if bar.isVisible()), default=0)

    def keep_page(self, page: QWidget) -> None:
        """``page`` is kept when another one is shown."""
        self._kept_too.append(page)

    def remove_page(self, page: QWidget) -> None:
        """``page`` is needed no more."""
        self.pages.removeWidget(page)
        page.deleteLater()

    @property
    def fade(self) -> Fade:
        """What a page comes in with; made when the first one does."""
        from recovery_coach.ui.later import Fade

        if self._fade is None:
            self._fade = Fade(self.pages, self.look)
        return self._fade

    @or_trouble
    def go(self, name: str) -> None:
        """To one of the :func:`places`, as it is now."""
        page = self._kept.get(name) or self._make(name)
        page.refresh()
        self.show_page(page)
        come_back = getattr(page, "come_back", None)
        if come_back is not None:  # the focus goes to what was opened from there
            come_back()
        self._offer_note_again()

    def _make(self, name: str) -> KeptPage:
        """The page of a place, the first time it is shown."""
        makers: dict[str, Callable[[], KeptPage]] = {
            "routines": lambda: self.routines.make_page(),
            "exercises": lambda: self.exercises.make_page(),
            "journal": lambda: self.entries.make_page(),
            "trends": lambda: self.trends.make_page(),
            "settings": self._make_settings,
        }
        page = self._kept[name] = makers[name]()
        return page

    def show_today(self) -> None:
        """Today, as it is now."""
        self.go("today")

    def go_back(self) -> None:
        """From a page that was opened to the place it was opened from."""
        self.go(self._home)

    def _make_settings(self) -> SettingsPage:
        from recovery_coach.ui.later import SettingsPage

        page = SettingsPage(self.app, self.look, self.around)
        page.changed.connect(lambda name, to, text: self.keeper.choose(text, **{name: to}))
        page.folder_opened.connect(self.open_folder)
        page.background_wanted.connect(lambda: self.open_background(self.go_back))
        page.keeping_wanted.connect(self.open_keeping)
        page.said.connect(self.messages.say)
        return page

    def _wear_settings(self) -> None:
        """What is there follows the settings."""
        chosen = self.app.settings
        self.look.choose(chosen.theme, chosen.text_size, chosen.reduced_motion)
        self.refresh()
        self._offer_note_again()
        self.settings_changed.emit()

    def _keep_typed(self) -> bool:
        """Write down what was changed on the page of an entry; whether there was anything."""
        entry = self.entry
        if entry is None or entry is not self.page or entry.amendment() is None:
            return False
        entry.keep()
        return True

    @property
    def _live(self) -> KeptPage | EntryPage | Live | None:
        """What is shown, if it can change by itself."""
        page: object = self.page
        if isinstance(page, Live):
            return page
        pages = (*self._kept.values(), self.entry)
        return next((page for page in pages if page is self.page), None)

    @or_trouble
    def refresh(self) -> None:
        """Show what is true now, if what is shown is a page that can change by itself."""
        page = self._live
        if page is not None:
            page.refresh()
        if self.stage is None and self.page not in self._kept.values():
            self.checks.keep_up()

    def _on_damaged(self, trouble: JournalTrouble) -> None:
        """A session goes on: what it did is written, or told when it cannot be."""
        if self.journal is None:
            return  # it is being replaced, or was given up
        if self.stage is None:
            self.show_trouble(trouble)
        else:
            self.messages.say_trouble(trouble)

    @or_trouble
    def _on_journal_touched(self) -> None:
        journal = self.journal
        if journal is None or self.stage is not None:
            return
        if journal.changed_elsewhere():
            self.refresh()
        if "upkeep" in self.__dict__:  # the first entry of a later day
            self.look_after()

    # -- files -----------------------------------------------------------------------------

    def open_files(self, files: list[Path]) -> None:
        """Come forward, with the routine in the first file or what is wrong with it."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        if files and self.stage is None:
            self.routines.open_file(files[0])

    def open_folder(self, path: Path) -> None:
        """Let the computer open a folder or a file."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            text = tr("No program of this computer opens {path}. It is there, unchanged.")
            self.messages.say(text.format(path=path), stays=True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A routine file may be dropped anywhere, but not in mid-session."""
        if self._dropped(event) and self.stage is None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self.open_files(self._dropped(event))

    @staticmethod
    def _dropped(event: QDropEvent) -> list[Path]:
        urls = event.mimeData().urls()
        return [Path(u.toLocalFile()) for u in urls if u.toLocalFile().endswith(".toml")]

    # -- leaving ---------------------------------------------------------------------------

    def leave_full_screen(self) -> bool:
        """Back to a window; False if it is one."""
        if not self.isFullScreen():
            return False
        self.showNormal()
        return True

    def ask_to_end(self, closing: bool = False) -> bool:
        """Ask whether the session under way should end; False if there is none."""
        if self.stage is None or self.stage.practice.player.ended:
            return False
        if self.stage.practice.player.state is State.READY:  # nothing was done, nothing is lost
            self.sessions.leave("")
            return not closing
        self.sessions.ask_to_end(closing)
        return True

    def step_back(self) -> bool:
        """To the place a page was opened from, from there to Today; False where that is not due."""
        if self.page is self.today or not self.sidebar.isVisible():
            return False
        self.go("today" if self.page in self._kept.values() else self._home)
        return True

    def changeEvent(self, event: QEvent) -> None:
        """A session that fills the screen is looked at from the floor."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and self.stage is not None:
            self.stage.faces.show_floor(self.isFullScreen())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large text gives way in a small window, so that nothing is cut off."""
        super().resizeEvent(event)
        self.look.fit(self.width(), self.height())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing in mid-session asks first."""
        if self.ask_to_end(closing=True):
            event.ignore()
            return
        if "keeping" in self.__dict__ and self.keeping.errands.writes:
            self.keeping.errands.afterwards = self.close  # another file is being put in place
            event.ignore()
            return
        self._watch.end()
        self._keep_typed()
        if "upkeep" in self.__dict__:
            self.upkeep.finish()
        if "sharing" in self.__dict__:
            self.sharing.finish()
        self.overview.journal = None
        self.closing.emit()
        super().closeEvent(event)
