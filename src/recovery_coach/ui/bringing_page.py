"""What a file of another journal would bring, before anything is written; then what came of it.

One page through all of it: it reads the file, shows what would come in, change and go, is asked,
and says afterwards whether the counts are those it had foretold.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from recovery_coach.base.i18n import capital, tr, trn
from recovery_coach.coach.keeping_words import (
    change_words,
    entries_words,
    kinds_words,
    made_words,
    span_words,
)
from recovery_coach.ui.foretold_page import ForetoldPage
from recovery_coach.ui.keeping_parts import NowAndThen, Told, add_part, in_a_row, line_of
from recovery_coach.ui.parts import announce, button, card, words
from recovery_coach.ui.theme import Look

if TYPE_CHECKING:
    from recovery_coach.journal.counting import Counts
    from recovery_coach.journal.union import Preview
    from recovery_coach.journal.version_rows import Brought

FEW = 5
"""So many of what is refused are named; the rest are counted."""


class BringingPage(ForetoldPage):
    """``wanted``: what was shown is to be brought in. ``left``: leave it, or done with it."""

    journal_opened = Signal()
    forks_opened = Signal()
    """What was changed here and there is to be chosen between."""

    def __init__(self, look: Look) -> None:
        super().__init__(tr("Bring in a journal"), tr("Nothing was brought in"))
        self._look = look
        self.show_busy(tr("Reading the file…"))

    # -- before ----------------------------------------------------------------------------

    def show_preview(self, brought: Brought, preview: Preview, now: datetime) -> None:
        """What would come of it."""
        self.busy = False
        title = tr("All of it is here already")
        if preview.new:
            title = tr("This is what would come in")
        self._begin(title)
        self.body.addWidget(words(_of_file(brought, now), "muted"))
        frame, inner = card(margin=24)
        inner.setSpacing(20)
        then = trn("entries then, on {n} day", "entries then, on {n} days", preview.days_after)
        inner.addWidget(NowAndThen(self._look, preview.before, preview.after, then))
        _add_preview(inner, preview)
        _add_refused(inner, brought, preview)
        self.body.addWidget(frame)
        bring = button(tr("Bring it in"), self.wanted.emit, "primary")
        leave = button(tr("Leave it"), self.left.emit)
        if preview.new:
            self.body.addWidget(words(tr("A backup is made first."), "muted"))
            self.body.addWidget(line_of(bring, leave))
        else:
            bring.deleteLater()
            self.body.addWidget(line_of(leave))
        self.body.addStretch(1)
        announce(self, title)

    # -- afterwards ------------------------------------------------------------------------

    def show_done(self, brought: Brought, foretold: Preview, came: Preview, now: Counts) -> None:
        """What came of it, and whether it is what was foretold; ``now`` counts the journal."""
        self.busy = False
        self._begin(tr("It is in your journal"))
        frame, inner = card(margin=24)
        inner.setSpacing(20)
        then = trn("entries now, on {n} day", "entries now, on {n} days", now.days)
        before = tr("entries before")
        inner.addWidget(NowAndThen(self._look, came.before, now.shown, then, before))
        told = Told(self._look)
        told.tell(*_match(brought, foretold, came, now))
        inner.addWidget(told)
        buttons = [button(tr("Look at the journal"), self.journal_opened.emit, "primary")]
        if came.forks:
            text = trn(
                "{n} entry was changed here and there. Both ways are kept.",
                "{n} entries were changed here and there. Both ways are kept.",
                came.forks,
            )
            inner.addWidget(words(text, "muted"))
            buttons.append(button(tr("Choose between them"), self.forks_opened.emit))
        self.body.addWidget(frame)
        self.body.addWidget(line_of(*buttons, button(tr("Back"), self.left.emit)))
        self.body.addStretch(1)
        announce(self, told.text)


def _of_file(brought: Brought, now: datetime) -> str:
    """Which file it is, and of when."""
    parts = [brought.path.name]
    if brought.made_at is not None:
        parts.append(capital(made_words(brought.made_at, now)))
    return " · ".join(parts)


def _match(brought: Brought, foretold: Preview, came: Preview, now: Counts) -> tuple[str, str]:
    """A sign, and whether what there is now is what was foretold."""
    entries = entries_words(now.shown)
    if (foretold.after, foretold.added) != (now.shown, came.added):
        text = tr(
            "{entries} are there now, not {foretold}. Something was written meanwhile; nothing is"
            " lost."
        )
        return "info", text.format(entries=entries, foretold=entries_words(foretold.after))
    text = tr("The counts match: {entries}, as shown before.")
    if not came.refused and brought.whole:
        text = tr("The counts match: {entries}, as shown before. All of the file is in it.")
        if len(brought.versions) == now.versions:
            text = tr("The counts match: {entries}, as shown before. Both hold the same.")
    return "check", text.format(entries=entries)


def _add_preview(layout: QVBoxLayout, preview: Preview) -> None:
    kinds = in_a_row(kinds_words(preview.added))
    lead = entries_words(sum(preview.added.values()))
    if preview.first_day is not None and preview.last_day is not None:
        days = span_words(preview.first_day, preview.last_day)
        lead = tr("{entries} · {days}").format(entries=lead, days=days)
    if not kinds:
        lead = tr("No entry that is not here yet.")
    if not preview.new:
        lead = tr("Nothing: all of it is here already.")
    add_part(layout, tr("What comes in"), lead, muted=kinds)
    changes = change_words(preview)
    unchanged = "" if changes else tr("Nothing that is here changes.")
    add_part(layout, tr("What changes here"), unchanged, lines=changes)


def _add_refused(layout: QVBoxLayout, brought: Brought, preview: Preview) -> None:
    """What cannot be taken in, and why: the first of it, and how much more there is."""
    refused = preview.refused or brought.refused
    if not refused:
        return
    text = tr("{where}: {why}")
    lines = [text.format(where=one.where, why=one.why) for one in refused[:FEW]]
    more = len(refused) - len(lines)
    rest = trn("and {n} more", "and {n} more", more) if more else ""
    add_part(layout, tr("What cannot be taken in"), lines=lines, muted=rest)
