"""The window: a sidebar, one page at a time, one place for messages. It decides who is shown when.

Pages say what the person wants by signals; the window carries it out with the rooms below and
shows the next page. While a session runs it owns the whole window.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from PySide6.QtCore import QFileSystemWatcher, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QStackedWidget,
    QWidget,
)

from recovery_coach.app import App
from recovery_coach.base.i18n import tr
from recovery_coach.base.problems import Problem
from recovery_coach.coach.overview import Overview
from recovery_coach.journal import Change, Journal, JournalTrouble
from recovery_coach.library.models import Routine
from recovery_coach.session.states import Action
from recovery_coach.settings.model import WELCOME
from recovery_coach.timeline.model import Options
from recovery_coach.ui.keeper import SettingsKeeper
from recovery_coach.ui.parts import row
from recovery_coach.ui.sidebar import Place, Sidebar
from recovery_coach.ui.theme import Look
from recovery_coach.ui.toast import Toast
from recovery_coach.ui.today import TodayPage

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent

    from recovery_coach.ui.later import (
        Amend,
        Ask,
        EntryPage,
        Fade,
        JournalPage,
        Practice,
        RoutinesPage,
        SettingsPage,
        ShortcutsOverlay,
        StagePage,
        Unfinished,
    )

    KeptPage = TodayPage | RoutinesPage | JournalPage | SettingsPage

ADVICE = "advice"
"""The name of every card with advice."""
GENTLE_ROUTINE = "sore_day_gentle"

P = ParamSpec("P")
Step = Callable[Concatenate["MainWindow", P], None]


def or_trouble(action: Step[P]) -> Step[P]:
    """Where the journal fails in ``action``, the window shows what is wrong and what is safe."""

    @wraps(action)
    def guarded(window: MainWindow, /, *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            action(window, *args, **kwargs)
        except JournalTrouble as trouble:
            window.show_trouble(trouble)

    return guarded


def places() -> tuple[Place, ...]:
    """The pages that are always there, in their order."""
    return (
        Place("today", tr("Today"), "house"),
        Place("routines", tr("Routines"), "list"),
        Place("journal", tr("Journal"), "notebook"),
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
        self._app = app
        self._look = look
        self._journal: Journal | None = None
        self._watcher: QFileSystemWatcher | None = None
        self._stage: StagePage | None = None
        self._ask: Ask | None = None
        self._keys: ShortcutsOverlay | None = None
        self._fade: Fade | None = None
        self._undo: Callable[[], object] | None = None
        self._unfinished: Unfinished | None = None
        self._overview = Overview(
            app.library, None, app.clock, app.options_for, app.settings.country
        )
        self.sidebar = Sidebar(look, places())
        self.pages = QStackedWidget()
        layout = row(self, spacing=0)
        layout.addWidget(self.sidebar)
        layout.addWidget(self.pages, 1)
        self.toast = Toast(self)
        self.keeper = SettingsKeeper(app, self.toast, self._wear_settings, self._offer_undo)
        self.today = TodayPage(self._overview, look)
        self.pages.addWidget(self.today)
        # The pages that are always there, by their place; but for Today, made when first shown.
        self._kept: dict[str, KeptPage] = {"today": self.today}
        self._home = "today"
        self._diary: JournalPage | None = None
        self._entry: EntryPage | None = None
        self._connect()
        self._begin()

    # -- beginning -------------------------------------------------------------------------

    def _connect(self) -> None:
        self.sidebar.went.connect(self._go)
        self.sidebar.file_wanted.connect(self._choose_file)
        self.today.number_given.connect(self._on_number)
        self.today.started.connect(self._start_by_id)
        self.today.opened.connect(self.open_routine)
        self.today.problems_opened.connect(self._show_library_problems)
        self.today.seen.connect(self._on_seen)
        self._shortcut(QKeySequence(Qt.Key.Key_Escape), self._on_escape)
        self._shortcut(QKeySequence(Qt.Key.Key_Return), self._on_enter)
        self._shortcut(QKeySequence(Qt.Key.Key_Enter), self._on_enter)
        self._shortcut(QKeySequence(Qt.Key.Key_F), self._on_full_screen)
        self._shortcut(QKeySequence(Qt.Key.Key_F11), self._on_full_screen)
        self._shortcut(QKeySequence(QKeySequence.StandardKey.Undo), self._on_undo)
        self._shortcut(QKeySequence(Qt.Key.Key_Question), self._show_keys)

    def _shortcut(self, keys: QKeySequence, action: Callable[[], object]) -> None:
        shortcut = QShortcut(keys, self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(action)

    def _begin(self) -> None:
        """Open the journal and show the first page that is due."""
        if self._open_journal():
            self._go_in()

    def _try_again(self) -> None:
        """From the start: the file in that place may be another one by now."""
        self._app.close()
        self._begin()

    def _go_in(self) -> None:
        if self._app.settings.welcome_seen < WELCOME:
            self._show_welcome()
            return
        self._after_welcome()

    def _open_journal(self) -> bool:
        try:
            journal = self._app.journal
            unfinished = self._find_unfinished(journal) if journal.checkpoints() else None
        except JournalTrouble as trouble:
            self.show_trouble(trouble)
            return False
        self._unfinished = unfinished
        self._journal = journal
        self._overview.journal = journal
        journal.on_change(self._on_change)
        self._watch(journal.path)
        return True

    def _find_unfinished(self, journal: Journal) -> Unfinished | None:
        from recovery_coach.ui.later import find_unfinished

        return find_unfinished(journal, self._app.library.exercises)

    def _watch(self, path: Path) -> None:
        """Notice what the terminal writes, without asking again and again."""
        if self._watcher is not None:
            self._watcher.deleteLater()
        self._watcher = QFileSystemWatcher(self)
        names = [path, path.with_name(path.name + "-wal")]
        self._watcher.addPaths([str(name) for name in names if name.exists()])
        self._watcher.fileChanged.connect(self._on_file_changed)

    def show_trouble(self, trouble: JournalTrouble) -> None:
        """The journal cannot be used: what is wrong, and what can be done without it."""
        from recovery_coach.ui.later import TroublePage

        page = TroublePage(trouble)
        page.again.connect(self._try_again)
        page.without.connect(self._without_record)
        page.folder.connect(lambda: self._open_folder(trouble.path.parent))
        self._show(page, alone=True)

    def _without_record(self) -> None:
        self._journal = self._overview.journal = self._unfinished = None
        self._go_in()
        self._say_without_record()

    def _say_without_record(self) -> None:
        text = tr(
            "Nothing is written down until the journal works again. Routines do; to try the journal"
            " again, close the window and open it."
        )
        self.toast.say(text, stays=True)

    def _show_welcome(self) -> None:
        from recovery_coach.ui.later import WelcomePage

        page = WelcomePage()
        page.accepted.connect(self._on_welcome_accepted)
        self._show(page, alone=True)

    def _on_welcome_accepted(self) -> None:
        self.keeper.change(welcome_seen=WELCOME)
        self._after_welcome()

    def _after_welcome(self) -> None:
        if self._unfinished is not None:
            self._show_resume(self._unfinished)
            return
        self.show_today()
        if self._app.settings_problems:
            text = tr("Some settings could not be read, so the usual ones are used. See Settings.")
            self.toast.say(text, stays=True)

    # -- pages -----------------------------------------------------------------------------

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self.pages.currentWidget()

    def _show(self, page: QWidget, alone: bool = False) -> None:
        """Show ``page``; ``alone`` without the sidebar. The page before it goes, unless kept."""
        old = self.pages.currentWidget()
        typed = page is not old and self._keep_typed()
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        # The page itself has the focus: Tab goes on from there, and no answer looks chosen.
        page.setFocus()
        self._lift_keys()
        self.sidebar.setVisible(not alone)
        place = next((name for name, kept in self._kept.items() if kept is page), "")
        self._home = place or self._home
        self.sidebar.mark("" if alone else self._home)
        if old is not None and old not in (page, self._stage, *self._kept.values()):
            self.pages.removeWidget(old)
            old.deleteLater()
        if typed:
            self._refresh()  # the page may have been made ready before that was written
        # Neither a session nor what is said about pain is to be waited for.
        calm = not alone and old not in (None, page) and page.findChild(QWidget, ADVICE) is None
        if calm and not self._look.reduced_motion:
            self.fade.begin()
        elif self._fade is not None:
            self._fade.clear()

    @property
    def fade(self) -> Fade:
        """What a page comes in with; made when the first one does."""
        from recovery_coach.ui.later import Fade

        if self._fade is None:
            self._fade = Fade(self.pages, self._look)
        return self._fade

    def _go(self, name: str) -> None:
        """To one of the :func:`places`."""
        {
            "today": self.show_today,
            "routines": self.show_routines,
            "journal": self.show_journal,
            "settings": self.show_settings,
        }[name]()

    def _go_back(self) -> None:
        """From a page that was opened to the place it was opened from."""
        self._go(self._home)

    @or_trouble
    def show_today(self) -> None:
        """Today, as it is now."""
        self.today.refresh()
        self._show(self.today)

    @or_trouble
    def show_routines(self) -> None:
        """All routines, as they are now."""
        page = self._kept.get("routines") or self._make_routines()
        page.refresh()
        self._show(page)

    def _make_routines(self) -> KeptPage:
        from recovery_coach.ui.later import RoutinesPage

        page = RoutinesPage(self._overview, self._look, self._own_routines)
        page.opened.connect(self.open_routine)
        page.problems_opened.connect(self._show_library_problems)
        page.seen.connect(self._on_seen)
        page.file_wanted.connect(self._choose_file)
        page.folder_wanted.connect(self._open_own_routines)
        page.folder_changed.connect(self._on_folder_changed)
        self._kept["routines"] = page
        return page

    @or_trouble
    def show_journal(self) -> None:
        """The journal, as it is now."""
        page = self._diary or self._make_journal()
        page.refresh()
        self._show(page)
        page.come_back()

    def _make_journal(self) -> JournalPage:
        from recovery_coach.ui.later import JournalPage

        page = JournalPage(self._overview, self._look)
        page.opened.connect(self._open_entry)
        page.older_wanted.connect(self._show_older)
        page.today_wanted.connect(self.show_today)
        self._kept["journal"] = self._diary = page
        return page

    @or_trouble
    def _show_older(self, page: JournalPage) -> None:
        page.show_older()

    @or_trouble
    def _open_entry(self, record_id: str) -> None:
        """A session or a number of the journal; the journal itself where it is gone by now."""
        from recovery_coach.ui.later import entry_page

        page = entry_page(self._overview, self._look, record_id)
        if page is None:
            self.show_journal()
            return
        page.left.connect(self._go_back)
        page.amended.connect(self._amend)
        page.deleted.connect(self._delete_entry)
        self._show(page)
        self._entry = page

    def _keep_typed(self) -> bool:
        """Write down what was changed on the page of an entry; whether there was anything."""
        entry = self._entry
        if entry is None or entry is not self.page or entry.amendment() is None:
            return False
        entry.keep()
        return True

    def _amend(self, amend: Amend) -> None:
        """Write a change to the journal; where that fails, what was typed is still there."""
        if self._journal is None:
            self._say_without_record()
            return
        try:
            versions = amend(self._journal)
        except JournalTrouble as trouble:
            self._say_trouble(trouble)
            return
        if versions:
            self._say_with_undo(tr("Saved."), *versions)

    @or_trouble
    def _delete_entry(self, record_id: str) -> None:
        if self._journal is None:
            return
        deleted = self._journal.delete(record_id)
        self._go_back()
        session = deleted.record.kind == "session"
        text = tr("Deleted, with its sets. Its numbers stay.") if session else tr("Deleted.")
        self._say_with_undo(text, deleted.version_id)

    def show_settings(self) -> None:
        """The settings, and what there is to know of the program."""
        page = self._kept.get("settings") or self._make_settings()
        page.refresh()
        self._show(page)

    def _make_settings(self) -> KeptPage:
        from recovery_coach.ui.later import SettingsPage

        page = SettingsPage(self._app, self._look)
        page.changed.connect(lambda name, to, text: self.keeper.choose(text, **{name: to}))
        page.folder_opened.connect(self._open_folder)
        page.said.connect(self.toast.say)
        self._kept["settings"] = page
        return page

    def _wear_settings(self) -> None:
        """What is there follows the settings."""
        chosen = self._app.settings
        self._look.choose(chosen.theme, chosen.text_size, chosen.reduced_motion)
        self._overview.country = chosen.country
        self._refresh()
        self.settings_changed.emit()

    @property
    def _own_routines(self) -> Path:
        return self._app.paths.library / "routines"

    def _open_own_routines(self) -> None:
        try:
            self._own_routines.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            text = tr(
                "The folder could not be made: {why}. Nothing was changed; try again once the disk"
                " can be written."
            )
            self.toast.say(text.format(why=error.strerror or error), stays=True)
            return
        self._refresh()  # from now on it is watched
        self._open_folder(self._own_routines)

    def _on_folder_changed(self) -> None:
        self._overview.library = self._app.reload_library()
        self._refresh()

    def open_routine(self, identifier: str) -> None:
        """The page of a routine of the library."""
        routine = self._app.library.routines.get(identifier)
        if routine is not None:
            self._open(routine, None)

    def open_files(self, files: list[Path]) -> None:
        """Show the routine in the first file, or what is wrong with it; and come forward."""
        from recovery_coach.ui.later import read_routine

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        if not files or self._stage is not None:
            return
        routine, problems = read_routine(files[0], self._app.library.exercises)
        if routine is None:
            self._show_problems(list(problems), lambda: self.open_files(files))
        else:
            self._open(routine, files[0])

    @or_trouble
    def _open(self, routine: Routine, file: Path | None) -> None:
        from recovery_coach.ui.later import RoutinePage

        if self._overview.warning() is not None:
            self.show_today()
            return
        exercises = dict(self._app.library.exercises)
        name = routine.id
        page = RoutinePage(routine, exercises, lambda: self._times_of(name), file is not None)
        page.started.connect(lambda: self.start(routine))
        page.timing.changed.connect(lambda *chosen: self.keeper.choose_time(name, *chosen))
        page.timing.reset.connect(lambda: self.keeper.as_usual(name))
        self.settings_changed.connect(page.refresh)
        page.left.connect(self._go_back)
        if file is not None:
            page.added.connect(lambda: self._add_routine(file))
        self._show(page)

    def _times_of(self, routine: str) -> tuple[Options, bool]:
        return self._app.options_for(routine), routine in self._app.settings.timing

    def _add_routine(self, file: Path) -> None:
        from recovery_coach.ui.later import add_routine

        added, problems = add_routine(file, self._app.library.exercises, self._app.paths.library)
        if added is None:
            self._show_problems(list(problems), lambda: self._add_routine(file))
            return
        self._overview.library = self._app.reload_library()
        self.show_today()
        self._undo = lambda: self._remove_added(added)
        text = tr("Added to your routines: {name}").format(name=added.stem)
        self.toast.say(text, self._undo)

    def _remove_added(self, file: Path) -> None:
        self._undo = None
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            text = tr(
                "{file} could not be removed: {why}. The routine stays among yours; delete the file"
                " once its folder can be written."
            )
            self.toast.say(text.format(file=file, why=error.strerror or error), stays=True)
            return
        self._overview.library = self._app.reload_library()
        self.show_today()

    def _show_library_problems(self) -> None:
        self._show_problems(list(self._app.library.problems), self._read_again)

    def _read_again(self) -> None:
        self._overview.library = self._app.reload_library()
        if self._app.library.problems:
            self._show_library_problems()
        else:
            self._go_back()

    def _show_problems(self, problems: list[Problem], again: Callable[[], object]) -> None:
        from recovery_coach.ui.later import ProblemsPage

        page = ProblemsPage(problems)
        page.left.connect(self._go_back)
        page.again.connect(again)
        page.file_opened.connect(self._open_folder)
        self._show(page)

    def _show_resume(self, unfinished: Unfinished) -> None:
        from recovery_coach.ui.later import ResumePage

        page = ResumePage(unfinished, self._app.clock.now())
        page.going_on.connect(lambda: self._go_on(unfinished))
        page.kept.connect(lambda: self._keep(unfinished))
        page.discarded.connect(lambda: self._discard(unfinished))
        self._show(page, alone=True)

    # -- a session -------------------------------------------------------------------------

    def _start_by_id(self, identifier: str) -> None:
        routine = self._app.library.routines.get(identifier)
        if routine is not None:
            self.start(routine)

    @or_trouble
    def start(self, routine: Routine) -> None:
        """Practise a routine, now; not while a warning sign stands that nobody has looked at."""
        from recovery_coach.ui.later import Practice

        if self._overview.warning() is not None:
            self.show_today()
            return
        practice = Practice(
            routine,
            self._app.library.exercises,
            self._app.clock,
            self._journal,
            self._app.options_for(routine.id),
        )
        self._play(practice, 0)

    @or_trouble
    def _go_on(self, unfinished: Unfinished) -> None:
        from recovery_coach.ui.later import go_on

        if self._journal is None:
            return
        if self._overview.warning() is not None:
            self.show_today()
            return
        exercises = self._app.library.exercises
        self._play(*go_on(unfinished, exercises, self._app.clock, self._journal))

    @or_trouble
    def _keep(self, unfinished: Unfinished) -> None:
        from recovery_coach.ui.later import keep

        if self._journal is not None:
            keep(unfinished, self._journal, self._app.clock)
        self.show_today()
        self.toast.say(tr("Kept what you did."))

    @or_trouble
    def _discard(self, unfinished: Unfinished) -> None:
        from recovery_coach.ui.later import discard

        if self._journal is None:
            return
        version = discard(unfinished, self._journal, self._app.clock)
        self.show_today()
        self._say_with_undo(tr("Discarded."), version)

    def _play(self, practice: Practice, at_segment: int) -> None:
        from recovery_coach.ui.later import StagePage

        stage = StagePage(practice, self._look, self._app.settings.count)
        stage.over.connect(self._on_over)
        stage.hurts.connect(self._on_hurts)
        stage.trouble.connect(lambda text: self.toast.say(text, stays=True))
        self._stage = stage
        self._undo = None
        self.toast.hide()
        self._show(stage, alone=True)
        stage.begin(at_segment)

    def _on_over(self) -> None:
        from recovery_coach.ui.later import FinishPage, HurtPage

        stage = self._stage
        if stage is None or isinstance(self.page, HurtPage):
            return
        page = FinishPage(stage.practice, self._look)
        page.saved.connect(lambda versions: self._leave_session(tr("Saved."), versions))
        page.skipped.connect(lambda: self._leave_session(tr("The session is saved.")))
        self._show(page, alone=True)

    def _leave_session(self, message: str, versions: Sequence[str] = ()) -> None:
        stage, self._stage = self._stage, None
        if self.isFullScreen():
            self.showNormal()
        self.show_today()
        if stage is not None:
            self.pages.removeWidget(stage)
            stage.deleteLater()
        if stage is not None and stage.practice.trouble is not None:
            self._say_trouble(stage.practice.trouble)
        elif message and self._journal is not None:
            self._say_with_undo(message, *versions)

    def _on_hurts(self) -> None:
        from recovery_coach.ui.later import HurtPage

        if self._stage is None:
            return
        page = HurtPage(self._stage.practice, self._look, self._app.settings.country)
        page.decided.connect(self._on_decided)
        self._show(page, alone=True)

    def _on_decided(self, action: str) -> None:
        stage = self._stage
        if stage is None:
            return
        practice = stage.practice
        if practice.player.ended:  # a warning sign has ended it already
            self._leave_session("")
            return
        if action in ("go_on", "skip"):
            self._show(stage, alone=True)
            practice.leave_hurt("go_on" if action == "go_on" else "skip")
            stage.wake()
            return
        gentle = action == "gentle"
        self._show(stage, alone=True)
        practice.leave_hurt("gentle" if gentle else "stop")
        if gentle:
            self._leave_session("")
            self.open_routine(GENTLE_ROUTINE)

    # -- messages --------------------------------------------------------------------------

    def _on_number(self, number: int) -> None:
        try:
            version = self._overview.log_pain(number)
        except JournalTrouble as trouble:
            self.show_today()
            self._say_trouble(trouble)
            return
        if version is None:
            self.show_today()
            self._say_without_record()
            return
        text = tr("Noted: {number} of 10.").format(number=number)
        self._say_with_undo(text, version)

    @or_trouble
    def _on_seen(self) -> None:
        warning = self._overview.warning()
        if warning is not None:
            version = self._overview.was_seen(warning[0])
            self._say_with_undo(tr("Good that you asked. The routines are back."), version)

    def _say_with_undo(self, text: str, *versions: str | None) -> None:
        written = [version for version in versions if version is not None]
        if not written or self._journal is None:
            self.toast.say(text)
            return
        journal = self._journal
        self._undo = lambda: self._take_back(journal, written)
        self.toast.say(text, self._undo)

    def _take_back(self, journal: Journal, versions: Sequence[str]) -> None:
        self._undo = None
        try:
            taken = all(journal.undo(version) for version in versions)
        except JournalTrouble as trouble:
            self._say_trouble(trouble)
            return
        text = tr("Taken back.") if taken else tr("It was changed since, so it was left as it is.")
        self.toast.say(text)

    def _say_trouble(self, trouble: JournalTrouble) -> None:
        self.toast.say(f"{trouble.title}. {trouble.safe} {trouble.advice}", stays=True)

    def _offer_undo(self, undo: Callable[[], object] | None) -> None:
        self._undo = undo

    def _on_undo(self) -> None:
        if self._undo is not None:
            self.toast.hide()
            self._undo()

    def _on_change(self, change: Change) -> None:
        self._refresh()

    @or_trouble
    def _refresh(self) -> None:
        """Show what is true now, if what is shown is a page that can change by itself."""
        page = self._live
        if page is not None:
            page.refresh()

    @property
    def _live(self) -> KeptPage | EntryPage | None:
        pages = (*self._kept.values(), self._entry)
        return next((page for page in pages if page is self.page), None)

    @or_trouble
    def _on_file_changed(self, name: str) -> None:
        if self._watcher is not None and name not in self._watcher.files():
            self._watcher.addPath(name)  # a replaced file is a new one to the watcher
        journal = self._journal
        if journal is not None and self._live is not None and journal.changed_elsewhere():
            self._refresh()

    # -- the window itself -----------------------------------------------------------------

    def _choose_file(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(
            self, tr("Open a routine"), "", tr("Routines (*.toml)")
        )
        if name:
            self.open_files([Path(name)])

    def _open_folder(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            text = tr("No program of this computer opens {path}. It is there, unchanged.")
            self.toast.say(text.format(path=path), stays=True)

    def _on_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _on_enter(self) -> None:
        """Done, where a step waits for it; else the focused button, as people expect."""
        stage = self._stage
        shown = stage is not None and self.page is stage and not self._asking
        if shown and stage is not None and stage.practice.player.allows(Action.DONE):
            stage.transport.done.click()
            return
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton) and focused.isEnabled():
            focused.click()

    def _on_escape(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        elif self._keys is not None:
            self._lift_keys()
        elif self._asking:
            self._answer_ask(0)
        elif self._session_runs:
            self._ask_to_end(closing=False)
        elif self.page not in self._kept.values() and self.sidebar.isVisible():
            self._go_back()
        elif self.page is not self.today and self.sidebar.isVisible():
            self.show_today()

    def _show_keys(self) -> None:
        """The list of keys; a session stands still meanwhile, and H still stops it."""
        from recovery_coach.ui.later import ShortcutsOverlay

        if self._keys is not None or self._asking:
            return
        stage = self._stage
        if stage is not None and self.page is stage and not stage.practice.player.ended:
            stage.pause()
        self._keys = ShortcutsOverlay(self, self._look)
        self._keys.lifted.connect(self._on_keys_lifted)
        if stage is not None:
            stage.driver.state_changed.connect(self._keys.lift)

    def _lift_keys(self) -> None:
        if self._keys is not None:
            self._keys.lift()

    def _on_keys_lifted(self) -> None:
        self._keys = None
        if self.page is not None:
            self.page.setFocus()

    @property
    def _session_runs(self) -> bool:
        return self._stage is not None and not self._stage.practice.player.ended

    @property
    def _asking(self) -> bool:
        return self._ask is not None and self._ask.isVisible()

    def _answer_ask(self, index: int) -> None:
        if self._ask is not None:
            self._ask.answer(index)

    def _ask_to_end(self, closing: bool) -> None:
        from recovery_coach.ui.later import Ask

        stage = self._stage
        if stage is None or self._asking:
            return
        stage.pause()
        # Else Space would start it again behind the question, and Tab would lead out of it.
        self.pages.setEnabled(False)

        def end() -> None:
            self._ask = None
            self.pages.setEnabled(True)
            self._show(stage, alone=True)
            stage.practice.stop("asked")
            if closing:
                self.close()

        def stay() -> None:
            self._ask = None
            self.pages.setEnabled(True)
            if self.page is not None:
                self.page.setFocus()
            if self.page is stage:
                stage.transport.toggle()

        self._ask = Ask(
            self,
            self._look,
            tr("End this session?"),
            tr("What you did so far is kept."),
            ((tr("Go on"), stay), (tr("End and keep it"), end)),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large text gives way in a small window, so that nothing is cut off."""
        super().resizeEvent(event)
        self._look.fit(self.width(), self.height())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing in mid-session asks first."""
        if self._session_runs:
            event.ignore()
            self._ask_to_end(closing=True)
            return
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        self._keep_typed()
        self._journal = self._overview.journal = None
        self.closing.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A routine file may be dropped anywhere, but not in mid-session."""
        if self._dropped(event) and self._stage is None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self.open_files(self._dropped(event))

    @staticmethod
    def _dropped(event: QDropEvent) -> list[Path]:
        urls = event.mimeData().urls()
        return [Path(u.toLocalFile()) for u in urls if u.toLocalFile().endswith(".toml")]
