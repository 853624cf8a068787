"""What this program is, whose work is in it, and under which licences. Plain text, no links."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout

from recovery_coach import __version__
from recovery_coach.base.i18n import tr
from recovery_coach.ui.parts import card, words

LICENCE = "GPL-3.0-or-later"
USED = (
    ("PySide6, Qt", "LGPL-3.0-only"),
    ("pydantic", "MIT"),
    ("annotated-types", "MIT"),
    ("appdirs", "MIT"),
    ("tomlkit", "MIT"),
    ("typer", "MIT"),
    ("rich", "MIT"),
    ("Lucide", "ISC; MIT (Feather)"),
)
"""Names and licences of what the program is made with: proper names, the same in every language."""


def about_card() -> QFrame:
    """Version, licence, and what is used."""
    frame, inner = card(margin=20)
    inner.addWidget(words(tr("About"), "heading"))
    inner.addWidget(words(tr("Recovery Coach {version}").format(version=__version__)))
    text = tr(
        "Free software under the licence {licence}: use it, share it, change it. It comes without"
        " any warranty."
    )
    inner.addWidget(words(text.format(licence=LICENCE), "muted"))
    inner.addSpacing(4)
    inner.addWidget(words(tr("Made with"), "kicker"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for line, (name, licence) in enumerate(USED):
        grid.addWidget(words(name, wrap=False), line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words(licence, "muted"), line, 1)
    inner.addLayout(grid)
    return frame
