"""The check of warning signs in the window: what opens it, what is written, what is shown then.

It stands at every entrance: whatever is to be begun is asked for here first (:meth:`Checks.gate`).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, cast

from recovery_coach.base.i18n import tr
from recovery_coach.coach.advice import why_gentle
from recovery_coach.library.models import Routine
from recovery_coach.ui.host import Host, or_trouble
from recovery_coach.ui.parts import ScrollPage

if TYPE_CHECKING:
    from recovery_coach.coach.gate import Standing
    from recovery_coach.journal import ExerciseFine
    from recovery_coach.redflags.model import Answers, Group
    from recovery_coach.redflags.screen import Screen
    from recovery_coach.ui.check_page import CheckPage
    from recovery_coach.ui.level_page import LevelPage

Then = Callable[[], object]
GENTLE = "sore_day_gentle"


class Checks:
    """Opens the check, in full or what is due of it, and the screens that follow from it."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._screen: tuple[LevelPage, Screen] | None = None
        """The screen of a level that was shown last, and what it says."""
        self.show_trouble = host.show_trouble

    # -- the gate --------------------------------------------------------------------------

    @or_trouble
    def gate(self, routine: Routine, begin: Then, leave: Then | None = None) -> None:
        """Begin a routine, now if it is open; after its questions; or ``leave`` it."""
        standing = self._host.overview.standing()
        may = standing.may_begin(routine.gentle)
        leave = leave or self._host.show_today
        if may == "ask":
            self._ask_before(standing, routine, begin, leave)
        else:
            self._let(may, begin, leave)

    def _let(self, may: str, begin: Then, leave: Then) -> None:
        if may == "begin":
            begin()
        elif may == "no":
            self.show_level()
        else:
            leave()
            self._offer_gentle()

    def _ask_before(self, standing: Standing, routine: Routine, begin: Then, leave: Then) -> None:
        """What is due, on one screen. Left unanswered, the gentle routines stay open."""

        def go_on() -> None:
            now = self._host.overview.standing()
            may = now.may_begin(routine.gentle)
            if may == "ask":  # questions were left open, and are not put twice
                may = "begin" if now.allows(routine.gentle) else "gentle_only"
            self._let(may, begin, leave)

        left = begin if standing.allows(routine.gentle) else leave
        self._open(standing.groups, standing.prefill, go_on, left, starting=tr(routine.name))

    def _offer_gentle(self) -> None:
        host = self._host
        host.overlays.ask(
            tr("Only the gentle routines for now"),
            why_gentle(host.overview.standing()),
            (
                (tr("Close"), lambda: None),
                (tr("A gentle routine"), lambda: host.open_routine(GENTLE)),
            ),
            {},
        )

    # -- the check -------------------------------------------------------------------------

    @or_trouble
    def open_due(self) -> None:
        """What is still to be asked; everything, where nothing is."""
        standing = self._host.overview.standing()
        if not standing.asks:
            self.open_full()
            return
        self._open(standing.groups, standing.prefill, self.show_what_follows, self._host.show_today)

    @or_trouble
    def open_full(self, then: Then | None = None, leave: Then | None = None) -> None:
        """Every question there is: something is new or worrying, or a level is to drop."""
        from recovery_coach.redflags.questions import full_check

        overview = self._host.overview
        standing = overview.standing()
        known = {name: value for name, value in standing.answers.items() if standing.is_kept(name)}
        self._open(
            full_check(known, overview.now),
            known,
            then or self.show_what_follows,
            leave or self.show_what_follows,
            full=True,
        )

    def _open(
        self,
        groups: tuple[Group, ...],
        known: Answers,
        then: Then,
        leave: Then,
        full: bool = False,
        starting: str = "",
    ) -> None:
        from recovery_coach.redflags.questions import counting
        from recovery_coach.ui.later import CheckPage

        host = self._host
        if host.journal is None:
            host.messages.say_without_record()
            return
        page = CheckPage(
            host.look,
            groups,
            known,
            full,
            starting,
            counting=counting(host.overview.standing().answers, host.overview.now, full),
            numbers=host.overview.numbers(),
            now=host.overview.now,
        )
        page.changed.connect(lambda given: self._on_changed(page, given, full))
        page.answered.connect(lambda given: self._on_answered(given, full, then))
        page.left.connect(lambda: leave())
        host.show_page(page, alone=True)

    @or_trouble
    def _on_changed(self, page: CheckPage, given: dict[str, str], full: bool) -> None:
        """An answer that is an emergency is not left waiting for the rest."""
        from recovery_coach.coach.checks import judge, read_past
        from recovery_coach.redflags.fields import answers_from_texts

        overview = self._host.overview
        if overview.journal is None or overview.standing().level == "emergency":
            return
        past = read_past(overview.journal, overview.now)
        judged = judge(past, answers_from_texts(given), overview.now, full)
        if judged.verdict.level == "emergency" and self._host.page is page:
            self._on_answered(given, full, self.show_level)

    @or_trouble
    def _on_answered(self, given: dict[str, str], full: bool, then: Then) -> None:
        from recovery_coach.coach.checks import answer
        from recovery_coach.redflags.fields import answers_from_texts

        host = self._host
        if host.journal is None:
            return
        stage = host.stage
        session = stage.practice.session_id if stage is not None else None
        answers = answers_from_texts(given)
        versions = answer(host.journal, answers, host.overview.now, full, session)
        if host.overview.standing().alarmed:
            self.show_level()
            host.messages.say_written(tr("Noted."), *versions)
            return
        then()

    # -- what follows ----------------------------------------------------------------------

    def show_what_follows(self) -> None:
        """The screen of a grave level; else Today, with what it says."""
        if self._host.overview.standing().alarmed:
            self.show_level()
        else:
            self._host.show_today()

    @or_trouble
    def show_level(self) -> None:
        """The screen of the level that stands; a session that is under way ends."""
        from recovery_coach.ui.later import LevelPage

        host = self._host
        if host.stage is not None:
            host.end_session()
        standing = host.overview.standing()
        screen = host.overview.screen(standing)
        page = LevelPage(host.look, screen, standing.level, standing.verdict.crisis)
        page.seen_wanted.connect(self.ask_seen)
        page.check_again.connect(lambda: self.open_full())
        page.journal_opened.connect(lambda: host.go("journal"))
        page.report_wanted.connect(lambda: host.open_report(self.show_what_follows))
        self._screen = (page, screen)
        host.show_page(page, alone=True)

    @or_trouble
    def keep_up(self) -> None:
        """What stands may be another now: its screen says so, or goes, or comes first."""
        host = self._host
        standing, page = host.overview.standing(), host.page
        if self._screen is not None and page is self._screen[0]:
            if not standing.alarmed:
                host.go_back()
            elif self._screen[1] != host.overview.screen(standing):
                self.show_level()
        elif standing.alarmed and isinstance(page, ScrollPage) and page.begins:
            self.show_level()

    def ask_seen(self) -> None:
        """A professional has looked at it: when, and what they said."""
        from recovery_coach.ui.later import SeenPage

        host = self._host
        page = SeenPage(host.look, host.overview.now.date())
        page.seen.connect(self._on_seen)
        page.left.connect(self.show_what_follows)
        host.show_page(page, alone=True)

    @or_trouble
    def _on_seen(self, on: date, fine: str) -> None:
        from recovery_coach.coach.checks import close

        host = self._host
        if host.journal is None:
            return
        version = close(host.journal, on, cast("ExerciseFine", fine), host.overview.now)
        self.show_what_follows()
        host.messages.say_written(tr("Written down."), version)
