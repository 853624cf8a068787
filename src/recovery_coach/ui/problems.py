"""Files that could not be read: for each, what is wrong on which line, and what is allowed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from recovery_coach.base.i18n import tr
from recovery_coach.base.problems import Problem
from recovery_coach.ui.parts import ScrollPage, button, card, column, row, words


class ProblemsPage(ScrollPage):
    """Lists problems by file; the files themselves are never changed."""

    left = Signal()
    again = Signal()
    file_opened = Signal(Path)

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(tr("Files to mend"), widest=1000)
        self.body.addWidget(words(tr("Files to mend"), "title"))
        text = tr("Everything else was loaded. These files were left as they are.")
        self.body.addWidget(words(text, "muted"))
        for file, found in groupby(problems, key=lambda problem: problem.file):
            self._file(file, list(found))
        line = row()
        line.addWidget(button(tr("Read them again"), self.again.emit, "primary"))
        line.addWidget(button(tr("Back"), self.left.emit))
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addStretch(1)

    def _file(self, file: Path, problems: Sequence[Problem]) -> None:
        frame, inner = card(margin=20)
        top = row()
        top.addWidget(words(file.name, "heading"), 1)
        top.addWidget(button(tr("Open the file"), lambda: self.file_opened.emit(file)))
        inner.addLayout(top)
        inner.addWidget(words(str(file), "small"))
        for problem in problems:
            inner.addLayout(problem_lines(problem))
        self.body.addWidget(frame)


def problem_lines(problem: Problem) -> QVBoxLayout:
    """One problem: where in the file, what is allowed there, what was found."""
    lines = column(spacing=2)
    place = []
    if problem.line is not None:
        place.append(tr("Line {line}").format(line=problem.line))
    if problem.where:
        place.append(problem.where)
    if place:
        lines.addWidget(words(" · ".join(place), "kicker"))
    lines.addWidget(words(problem.allowed))
    if problem.found:
        lines.addWidget(words(tr("Found: {found}").format(found=problem.found), "muted"))
    return lines
