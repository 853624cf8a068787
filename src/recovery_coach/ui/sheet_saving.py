"""A routine's sheet, saved where the person says; what came of it is told in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery_coach.base.disk import write_there
from recovery_coach.base.i18n import tr, trn
from recovery_coach.coach.sheet import file_name, sheet_of
from recovery_coach.library.models import Routine
from recovery_coach.ui.file_dialogs import choose_new
from recovery_coach.ui.sheet_file import make_pdf

if TYPE_CHECKING:
    from recovery_coach.ui.host import Host


def save_sheet(host: Host, routine: Routine) -> None:
    """Ask where to, and write it there."""
    path = choose_new(
        host.window(), tr("Save the sheet"), file_name(routine), tr("PDF files (*.pdf)")
    )
    if path is None:
        return
    app = host.app
    adapted, options = host.overview.adapted(routine), app.options_for(routine.id)
    sheet = sheet_of(
        adapted.routine, app.library.exercises, app.figures, options, len(adapted.changes)
    )
    content, pages = make_pdf(sheet, app.figures, app.settings)
    try:
        write_there(path, content)
    except OSError as error:
        host.messages.say_unwritten(path, error)
        return
    count = trn("{n} page", "{n} pages", pages)
    host.messages.say(tr("Written: {file} ({pages})").format(file=path, pages=count))
