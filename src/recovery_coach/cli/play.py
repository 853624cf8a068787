"""``play``: a guided session in the terminal."""

from __future__ import annotations

import contextlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from recovery_coach.base.i18n import duration, tr
from recovery_coach.cli import asking
from recovery_coach.cli.adapting import adapted, codes_of, say_changes
from recovery_coach.cli.events_file import EventsFile
from recovery_coach.cli.gate import NOT_NOW, overview_of, pass_gate, say_standing
from recovery_coach.cli.guard import FAILED
from recovery_coach.cli.keys import Keys
from recovery_coach.cli.playing import Playing
from recovery_coach.cli.show import (
    get_ready_option,
    routine_argument,
    switch_option,
    transition_option,
)
from recovery_coach.cli.signals import Interrupted
from recovery_coach.cli.stage import LineStage, LiveStage, Stage
from recovery_coach.cli.terminal import Terminal, is_tty, terminal_of
from recovery_coach.coach.leaving_out import suiting
from recovery_coach.coach.practise import Practice
from recovery_coach.journal import Journal, JournalTrouble
from recovery_coach.library.models import Routine
from recovery_coach.session.states import State
from recovery_coach.timeline.model import Options

GENTLE = "sore_day_gentle"
"""The routine for a day on which it hurts."""


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("play", help=tr("Be guided through a routine, here in the terminal."))(play)


def play(
    ctx: typer.Context,
    routine: Annotated[str, routine_argument()],
    speed: Annotated[
        float,
        typer.Option("--speed", min=0.1, max=1000, help=tr("Play this many times as fast.")),
    ] = 1.0,
    no_record: Annotated[
        bool, typer.Option("--no-record", help=tr("Leave the journal alone."))
    ] = False,
    events: Annotated[
        Path | None,
        typer.Option(
            "--events", metavar="FILE", help=tr("Write what happens to a file, as it happens.")
        ),
    ] = None,
    get_ready: Annotated[float | None, get_ready_option()] = None,
    switch: Annotated[float | None, switch_option()] = None,
    transition: Annotated[float | None, transition_option()] = None,
) -> None:
    """Be guided through a routine."""
    terminal = terminal_of(ctx)
    found = terminal.routine(routine)
    pass_gate(terminal, found)
    options = terminal.options(found, get_ready, switch, transition)
    journal = None if no_record else _open(terminal)
    with contextlib.ExitStack() as closing:
        written = None if events is None else EventsFile(events, terminal.app.clock)
        if written is not None:
            closing.callback(written.close)
        code = _Run(terminal, journal, options, speed, written).play(found)
    if code:
        raise typer.Exit(code)


def _open(terminal: Terminal) -> Journal:
    try:
        return terminal.app.journal
    except JournalTrouble:
        terminal.warn(tr("With --no-record the routine plays without the journal."))
        raise


@dataclass(frozen=True, slots=True)
class _Run:
    """One call of ``play``: a session, and perhaps a gentle one after it."""

    terminal: Terminal
    journal: Journal | None
    options: Options
    speed: float
    events: EventsFile | None

    def play(self, routine: Routine) -> int:
        """Play; the exit code."""
        keys = Keys(sys.stdin.fileno() if self.terminal.interactive else None)
        try:
            with keys.open():
                playing = self._one(routine, keys)
        except Interrupted as interrupted:
            with contextlib.suppress(OSError):  # after a hang-up there is nobody to tell
                self.terminal.warn(tr("Stopped. What you did is kept."))
            return interrupted.exit_code
        practice = playing.practice
        if playing.closed:
            return self._say_closed(routine)
        self._say_end(practice)
        gentle = self._gentle() if playing.after_hurt == "gentle" else None
        if gentle is not None:
            return max(self._say_trouble(practice), self.play(gentle))
        if keys.there and self.journal is not None and playing.after_hurt != "stop":
            asking.ask_after(self.terminal, practice)
        return self._say_trouble(practice)

    def _one(self, routine: Routine, keys: Keys) -> Playing:
        practice, at = self._practice(routine, keys)
        stage = self._stage(practice)
        if self.events is not None:
            self._tell(practice, self.events)
        practice.follow(stage.follow)
        playing = Playing(
            practice, keys, stage, self.terminal, self.terminal.app.clock, self._closes
        )
        if self.events is not None:
            self.events.begin()
        playing.run(at)
        return playing

    def _tell(self, practice: Practice, written: EventsFile) -> None:
        practice.perform(written.perform)
        practice.follow(lambda events: written.recorded(events, practice.trouble is None))

    def _closes(self, practice: Practice) -> bool:
        """Whether the number at the start closes what was open until it was given (facts 4.4)."""
        overview = overview_of(self.terminal)
        overview.hold()
        return overview.standing().may_begin(practice.routine.gentle) != "begin"

    def _say_closed(self, routine: Routine) -> int:
        """Its questions come first, and then it begins anew; or it does not."""
        overview = overview_of(self.terminal)
        standing = overview.standing()
        if standing.may_begin(routine.gentle) == "ask" and self.terminal.interactive:
            pass_gate(self.terminal, routine)
            return self.play(routine)
        say_standing(self.terminal, overview, standing)
        return NOT_NOW

    def _practice(self, routine: Routine, keys: Keys) -> tuple[Practice, int]:
        """A session taken up again, where there is one and it is wanted; else a new one."""
        app = self.terminal.app
        if self.journal is not None:
            standing = overview_of(self.terminal).standing()
            taken = asking.take_up(self.terminal, self.journal, keys, standing.allows, self.speed)
            if taken is not None:
                return taken
        found = adapted(self.terminal, routine, self.options)
        say_changes(self.terminal, found)
        if found.nothing_left:
            raise typer.Exit(FAILED)
        exercises = suiting(found.routine, app.library.exercises, codes_of(self.terminal))
        return (
            Practice(found.routine, exercises, app.clock, self.journal, self.options, self.speed),
            0,
        )

    def _stage(self, practice: Practice) -> Stage:
        console = self.terminal.out
        if is_tty(sys.stdout) and not console.is_dumb_terminal:
            return LiveStage(practice, console, self.terminal.app.clock)
        return LineStage(practice, self.terminal)

    def _gentle(self) -> Routine | None:
        routines = self.terminal.app.library.routines
        first = [routines[GENTLE]] if GENTLE in routines else []
        return next((r for r in (*first, *routines.values()) if r.gentle), None)

    def _say_end(self, practice: Practice) -> None:
        finished = practice.player.state is State.FINISHED
        words = tr("Finished: {done} of {all} sets, {time} active.")
        if not finished:
            words = tr("Stopped: {done} of {all} sets, {time} active.")
        self.terminal.say(
            words.format(
                done=practice.sets_done,
                all=practice.sets_planned,
                time=duration(practice.active_seconds),
            )
        )

    def _say_trouble(self, practice: Practice) -> int:
        """What could not be written, at the end, where it can be read."""
        code = 0
        if self.events is not None and self.events.trouble is not None:
            self.terminal.warn(
                tr("The events could not be written: {why}").format(why=self.events.trouble)
            )
            code = FAILED
        if practice.trouble is None:
            return code
        trouble = practice.trouble
        self.terminal.warn("\n".join((trouble.title + ".", trouble.safe, trouble.advice)))
        return FAILED
