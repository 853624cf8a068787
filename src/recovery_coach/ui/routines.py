"""The pages of routines, and the person's own routine files: opened, added, mended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from recovery_coach.base.files import make_private_folder
from recovery_coach.base.i18n import tr
from recovery_coach.base.problems import Problem
from recovery_coach.library.models import Routine
from recovery_coach.settings.model import TIMING
from recovery_coach.ui.host import Host, or_trouble

if TYPE_CHECKING:
    from recovery_coach.ui.later import RoutinePage, RoutinesPage
    from recovery_coach.ui.timing_row import Pace


class Routines:
    """Opens them, of the library or from a file, or shows what is wrong with a file."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self.show_trouble = host.show_trouble

    def make_page(self) -> RoutinesPage:
        """The page of all routines."""
        from recovery_coach.ui.later import RoutinesPage

        host = self._host
        page = RoutinesPage(host.overview, host.look, host.stills, self._folder)
        page.opened.connect(host.open_routine)
        page.problems_opened.connect(self.show_library_problems)
        page.seen.connect(host.ask_seen)
        page.check_wanted.connect(host.check_due)
        page.file_wanted.connect(self.choose_file)
        page.folder_wanted.connect(self._open_folder)
        page.folder_changed.connect(self.on_folder_changed)
        return page

    # -- a routine -------------------------------------------------------------------------

    def open(self, identifier: str) -> None:
        """The page of a routine of the library."""
        routine = self._host.app.library.routines.get(identifier)
        if routine is not None:
            self._open(routine, None)

    def choose_file(self) -> None:
        """Let a routine's file be chosen, and open it."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(
            self._host.window(), tr("Open a routine"), "", tr("Routines (*.toml)")
        )
        if name:
            self._host.open_files([Path(name)])

    def open_file(self, file: Path) -> None:
        """Show the routine in a file, or what is wrong with it."""
        from recovery_coach.ui.later import read_routine

        routine, problems = read_routine(file, self._host.app.library.exercises)
        if routine is None:
            self._show_problems(problems, lambda: self.open_file(file))
        else:
            self._open(routine, file)

    @or_trouble
    def _open(self, routine: Routine, file: Path | None) -> None:
        from recovery_coach.ui.later import RoutinePage

        host = self._host
        if host.overview.standing().alarmed:
            host.show_level()
            return
        name = routine.id
        exercises = dict(host.app.library.exercises)
        page = RoutinePage(
            lambda: host.overview.adapted(routine),
            exercises,
            lambda: self._pace_of(name),
            host.stills,
            file is not None,
        )
        page.started.connect(lambda: host.start(routine))
        page.timing.changed.connect(lambda *chosen: host.keeper.choose_pace(name, *chosen))
        page.timing.reset.connect(lambda: host.keeper.as_usual(name))
        host.settings_changed.connect(page.refresh)
        page.left.connect(host.go_back)
        page.exercise_opened.connect(
            lambda exercise: host.open_exercise(exercise, lambda: self._open(routine, file))
        )
        page.sheet_wanted.connect(lambda: self._save_sheet(routine))
        page.preview_wanted.connect(lambda: self._turn_preview(page))
        page.background_wanted.connect(
            lambda: host.open_background(lambda: self._open(routine, file))
        )
        if file is not None:
            page.added.connect(lambda: self._add(file))
        host.show_page(page)

    def _turn_preview(self, page: RoutinePage) -> None:
        """Play its beginning; or stop that."""
        from recovery_coach.ui.later import Practice, Preview

        if page.preview is not None:
            page.preview.stop()
            return
        app, routine = self._host.app, page.routine
        options = self._host.overview.options_for(routine.id)
        practice = Practice(routine, app.library.exercises, app.clock, None, options)
        preview = page.preview = Preview(app, practice, self._host.around.sound, page)
        page.show_preview("")
        preview.caption.connect(page.show_preview)
        preview.over.connect(page.end_preview)
        preview.over.connect(preview.deleteLater)
        page.started.connect(preview.stop)
        page.left.connect(preview.stop)

    def _save_sheet(self, routine: Routine) -> None:
        from recovery_coach.ui.sheet_saving import save_sheet

        save_sheet(self._host, routine)

    def _pace_of(self, routine: str) -> Pace:
        from recovery_coach.ui.timing_row import Pace

        settings, overview = self._host.app.settings, self._host.overview
        names = (*TIMING, "count_aloud")
        chosen = {name: settings.of_routine(routine, name) for name in names}
        own = routine in settings.timing
        return Pace(overview.options_for(routine), chosen, own, overview.takes_longer)

    # -- their own files -------------------------------------------------------------------

    @property
    def _folder(self) -> Path:
        return self._host.app.paths.library / "routines"

    def _open_folder(self) -> None:
        try:
            make_private_folder(self._folder)
        except OSError as error:
            text = tr(
                "The folder could not be made: {why}. Nothing was changed; try again once the disk"
                " can be written."
            )
            self._host.messages.say(text.format(why=error.strerror or error), stays=True)
            return
        self._host.refresh()  # from now on it is watched
        self._host.open_folder(self._folder)

    def on_folder_changed(self) -> None:
        """A file of theirs came, went, or was changed."""
        self._reload()
        self._host.refresh()

    def _add(self, file: Path) -> None:
        from recovery_coach.ui.later import add_routine

        app = self._host.app
        added, problems = add_routine(file, app.library.exercises, app.paths.library)
        if added is None:
            self._show_problems(problems, lambda: self._add(file))
            return
        self._reload()
        self._host.show_today()
        text = tr("Added to your routines: {name}").format(name=added.stem)
        self._host.messages.say_with_undo(text, lambda: self._remove(added))

    def _remove(self, file: Path) -> None:
        self._host.messages.offer(None)
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            text = tr(
                "{file} could not be removed: {why}. The routine stays among yours; delete the file"
                " once its folder can be written."
            )
            self._host.messages.say(text.format(file=file, why=error.strerror or error), stays=True)
            return
        self._reload()
        self._host.show_today()

    def _reload(self) -> None:
        self._host.overview.library = self._host.app.reload_library()

    # -- files that could not be read --------------------------------------------------------

    def show_library_problems(self) -> None:
        """What is wrong with the files of the library."""
        self._show_problems(self._host.app.library.problems, self._read_again)

    def _read_again(self) -> None:
        self._reload()
        if self._host.app.library.problems:
            self.show_library_problems()
        else:
            self._host.go_back()

    def _show_problems(self, problems: Sequence[Problem], again: Callable[[], object]) -> None:
        from recovery_coach.ui.later import ProblemsPage

        page = ProblemsPage(list(problems))
        page.left.connect(self._host.go_back)
        page.again.connect(again)
        page.file_opened.connect(self._host.open_folder)
        self._host.show_page(page)
