"""The pages of exercises: all of them, one of them, and one practised alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from recovery_coach.ui.host import Host, or_trouble

if TYPE_CHECKING:
    from recovery_coach.ui.later import ExercisesPage


class Exercises:
    """Opens them, and remembers which one led to which."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self.show_trouble = host.show_trouble

    def make_page(self) -> ExercisesPage:
        """The page of all exercises."""
        from recovery_coach.ui.later import ExercisesPage

        host = self._host
        page = ExercisesPage(host.overview, host.app.figures, host.look)
        page.opened.connect(lambda identifier: self.open(identifier))
        page.seen.connect(host.ask_seen)
        page.check_wanted.connect(host.check_due)
        return page

    def open(self, identifier: str, back: Callable[[], None] | None = None) -> None:
        """The page of an exercise of the library; ``back`` to where it was opened from."""
        self._open(identifier, (), back or self._host.go_back)

    @or_trouble
    def _open(self, identifier: str, trail: tuple[str, ...], back: Callable[[], None]) -> None:
        """``trail``: the exercises that led to it, each by a link of the one before."""
        from recovery_coach.ui.later import ExercisePage, routine_of

        host = self._host
        exercise = host.app.library.exercises.get(identifier)
        if exercise is None:
            return
        if host.overview.standing().alarmed:
            host.show_level()
            return
        page = ExercisePage(exercise, host.overview, host.app.figures, host.look)
        page.started.connect(lambda: host.start(routine_of(exercise)))
        page.background_wanted.connect(
            lambda: host.open_background(partial(self._open, identifier, trail, back))
        )
        page.routine_opened.connect(host.open_routine)
        page.exercise_opened.connect(lambda other: self._open(other, (*trail, identifier), back))
        page.left.connect(partial(self._open, trail[-1], trail[:-1], back) if trail else back)
        host.show_page(page)
