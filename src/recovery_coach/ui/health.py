"""Opens the page of the health background, and writes what is said there: at once, with Undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from recovery_coach.journal import Journal, JournalTrouble

if TYPE_CHECKING:
    from recovery_coach.ui.host import Host
    from recovery_coach.ui.later import BackgroundPage

Write = Callable[[Journal], str]


def open_background(host: Host, back: Callable[[], None]) -> None:
    """Show the page; or where the journal failed, what is wrong with it."""
    from recovery_coach.coach.background import answer, set_code
    from recovery_coach.ui.later import BackgroundPage

    try:
        page = BackgroundPage(host.overview, host.look)
    except JournalTrouble as trouble:
        host.show_trouble(trouble)
        return
    clock = host.app.clock
    page.left.connect(back)
    page.answered.connect(
        lambda name, value, text: _write(
            host, page, lambda journal: answer(journal, name, value, clock.now()), text
        )
    )
    page.code_set.connect(
        lambda code, on, text: _write(
            host, page, lambda journal: set_code(journal, code, on, clock.now()), text
        )
    )
    host.show_page(page)


def _write(host: Host, page: BackgroundPage, write: Write, text: str) -> None:
    """Write it down; where that fails, the page shows what holds."""
    try:
        if host.journal is None:
            host.messages.say_without_record()
        else:
            host.messages.say_written(text, write(host.journal))
        page.refresh()
    except JournalTrouble as trouble:
        host.messages.say_trouble(trouble)
