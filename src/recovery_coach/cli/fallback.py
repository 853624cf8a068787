"""What happens where no window can open: the same guided routine, in the terminal."""

from __future__ import annotations

import sys

from recovery_coach.base.i18n import tr
from recovery_coach.cli.main import run
from recovery_coach.cli.start import Start

FIRST_CHOICE = "express_3"


def guide(start: Start, why: str) -> int:
    """Say why there is no window, and show the three-minute routine."""
    lines = (
        tr("No window can be opened here ({why}).").format(why=why),
        tr("`recovery-coach play` guides you in the terminal; this is the shortest routine."),
    )
    sys.stderr.write("\n".join(lines) + "\n")
    basedir = [] if start.basedir is None else ["--basedir", str(start.basedir)]
    name = str(start.files[0]) if start.files else FIRST_CHOICE
    run([*basedir, "show", name])
