"""The note of the week on Today: three quiet sentences, put away with one click."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from recovery_coach.base.i18n import tr
from recovery_coach.coach.week_note import WeekNote
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.parts import button, card, column, words


def week_card(
    note: WeekNote, open_trends: Callable[[], object], put_away: Callable[[], object]
) -> QFrame:
    """The card."""
    frame, inner = card(margin=20)
    inner.addWidget(words(note.title, "heading"))
    lines = column(spacing=4)
    for sentence in note.sentences:
        lines.addWidget(words(sentence))
    inner.addLayout(lines)
    ways = Flow()
    ways.show_items(
        [
            button(tr("Open trends"), open_trends),
            button(tr("Put away"), put_away, "chip", tr("Until the next Sunday")),
        ]
    )
    inner.addWidget(ways)
    return frame
