"""``journal``: the file behind the diary, as a person cares for it from the terminal."""

from __future__ import annotations

import typer

from recovery_coach.base.i18n import tr
from recovery_coach.cli import (
    journal_backup,
    journal_bring,
    journal_check,
    journal_entries,
    journal_erase,
    journal_export,
    journal_forks,
    journal_list,
    journal_restore,
    journal_sync,
)


def build() -> typer.Typer:
    """The command with those below it."""
    app = typer.Typer(
        rich_markup_mode=None,
        no_args_is_help=True,
        help=tr("Export, import, share, back up, check and erase the journal; look into it."),
    )
    for module in (
        journal_list,
        journal_entries,
        journal_forks,
        journal_export,
        journal_bring,
        journal_sync,
        journal_backup,
        journal_restore,
        journal_check,
        journal_erase,
    ):
        module.add_to(app)
    return app
