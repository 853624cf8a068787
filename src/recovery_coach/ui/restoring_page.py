"""What going back to a backup would change: in days first, for a day is what is missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from recovery_coach.base.i18n import tr, trn
from recovery_coach.coach.keeping_words import counts_words, days_words, entries_words, kinds_words
from recovery_coach.ui.foretold_page import ForetoldPage
from recovery_coach.ui.keeping_parts import add_part, in_a_row, line_of
from recovery_coach.ui.parts import announce, button, card, words

if TYPE_CHECKING:
    from recovery_coach.journal.restoring import Difference


class RestoringPage(ForetoldPage):
    """``wanted``: this one is to be restored. ``left``: leave everything as it is."""

    def __init__(self, made: str, shared: bool = False) -> None:
        """``made``: which backup it is, in words; ``shared``: other computers hold entries too."""
        super().__init__(tr("Restore a backup"), tr("Nothing was restored"))
        self._made = made
        self._shared = shared
        self.show_busy(tr("Comparing it with your journal…"))

    def show_difference(self, difference: Difference) -> None:
        """What would be otherwise."""
        self.busy = False
        title = _title(difference)
        self._begin(title)
        text = tr("{when} · {counts}")
        counts = counts_words(difference.counts)
        self.body.addWidget(words(text.format(when=self._made, counts=counts), "muted"))
        frame, inner = card(margin=24)
        inner.setSpacing(20)
        _add_difference(inner, difference)
        self.body.addWidget(frame)
        if _differs(difference):
            note = tr("What is there now is kept first, so you can come back to it.")
            self.body.addWidget(words(note, "muted"))
            if self._shared:
                text = tr("What your other computers hold comes back with the shared folder.")
                self.body.addWidget(words(text, "muted"))
            restore = button(tr("Restore this one"), self.wanted.emit, "primary")
            self.body.addWidget(line_of(restore, button(tr("Leave it"), self.left.emit)))
        else:
            self.body.addWidget(line_of(button(tr("Back"), self.left.emit, "primary")))
        self.body.addStretch(1)
        announce(self, title)


def _differs(difference: Difference) -> bool:
    known = difference.lost or difference.back or difference.changed
    return bool(known) or not difference.readable


def _title(difference: Difference) -> str:
    """What is to be known first."""
    if not difference.readable:
        return tr("Restore this backup?")
    missing = len(difference.lost_days)
    if missing:
        return trn("{n} day would be missing", "{n} days would be missing", missing)
    if sum(difference.lost.values()):
        return tr("Some entries would be missing")
    return tr("Nothing would be missing")


def _add_difference(layout: QVBoxLayout, difference: Difference) -> None:
    if not difference.readable:
        text = tr("The journal cannot be read, so nobody can say what of it would be missing.")
        add_part(layout, tr("What would be missing"), text)
        return
    lost, back = in_a_row(kinds_words(difference.lost)), in_a_row(kinds_words(difference.back))
    if lost:
        days = days_words(difference.lost_days) if difference.lost_days else ""
        add_part(layout, tr("What would be missing"), days, muted=lost)
    if back:
        add_part(layout, tr("What would come back"), muted=back)
    if difference.changed:
        text = trn(
            "{n} entry would be as it was then.",
            "{n} entries would be as they were then.",
            difference.changed,
        )
        add_part(layout, tr("What would change"), text)
    same = tr("{entries}, unchanged.").format(entries=entries_words(difference.same))
    if not _differs(difference):
        same = tr("It holds exactly what your journal holds.")
    add_part(layout, tr("What would stay"), same)
