"""``show``: a routine laid out in time, as a table or as JSON."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from recovery_coach.base.i18n import clock_time, duration, tr, trn
from recovery_coach.cli.adapting import adapted, changes_data, say_changes
from recovery_coach.cli.terminal import Terminal, terminal_of
from recovery_coach.coach.adapted import Adapted
from recovery_coach.library.resolve import equipment_of
from recovery_coach.library.words import side_name
from recovery_coach.timeline.compiler import compile as compile_timeline
from recovery_coach.timeline.model import Cue, Options, Segment, SegmentKind, Timeline


def routine_argument() -> Any:
    """The routine, of ``show`` and ``play``; made when asked, in the language of that moment."""
    return typer.Argument(metavar="ROUTINE|FILE", help=tr("A routine's id, or a TOML file."))


def get_ready_option() -> Any:
    """``--get-ready``."""
    return typer.Option("--get-ready", min=0, max=600, help=tr("Seconds before the first move."))


def switch_option() -> Any:
    """``--switch``."""
    return typer.Option("--switch", min=0, max=600, help=tr("Seconds to change to the other side."))


def transition_option() -> Any:
    """``--transition``."""
    return typer.Option("--transition", min=0, max=600, help=tr("Seconds between exercises."))


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("show", help=tr("Show a routine laid out in time."))(show)


def show(
    ctx: typer.Context,
    routine: Annotated[str, routine_argument()],
    as_json: Annotated[bool, typer.Option("--json", help=tr("Print JSON."))] = False,
    get_ready: Annotated[float | None, get_ready_option()] = None,
    switch: Annotated[float | None, switch_option()] = None,
    transition: Annotated[float | None, transition_option()] = None,
) -> None:
    """Show a routine laid out in time."""
    terminal = terminal_of(ctx)
    found = terminal.routine(routine)
    options = terminal.options(found, get_ready, switch, transition)
    changed = adapted(terminal, found, options)
    found = changed.routine
    if as_json:
        terminal.json(_shown(terminal, changed, options))
        return
    terminal.say(tr(found.name), style="bold")
    terminal.say(tr(found.summary))
    say_changes(terminal, changed)
    if changed.nothing_left:
        return
    timeline = compile_timeline(found, terminal.app.library.exercises, options)
    needed, helps = equipment_of(found, terminal.app.library.exercises)
    steps = trn("{n} step", "{n} steps", len(timeline.steps))
    terminal.say(tr("{time}, {steps}").format(time=duration(timeline.total), steps=steps))
    if needed:
        terminal.say(tr("You need: {things}").format(things=", ".join(map(tr, needed))))
    if helps:
        terminal.say(tr("It helps to have: {things}").format(things=", ".join(map(tr, helps))))
    terminal.say()
    _print_table(terminal, timeline)


def _shown(terminal: Terminal, changed: Adapted, options: Options) -> dict[str, Any]:
    """The routine as it would be done now, and what of it was changed, as plain JSON."""
    routine = changed.routine
    empty: dict[str, Any] = {
        "routine": routine.id,
        "name": routine.name,
        "total_seconds": 0.0,
        "segments": [],
    }
    exercises = terminal.app.library.exercises
    laid = as_data(compile_timeline(routine, exercises, options)) if routine.steps else empty
    return {**laid, "changes": changes_data(changed)}


def as_data(timeline: Timeline) -> dict[str, Any]:
    """The timeline as plain JSON; documented in docs/cli.md."""
    return {
        "routine": timeline.routine_id,
        "name": timeline.routine_name,
        "total_seconds": _tidy(timeline.total),
        "segments": [_segment_data(segment) for segment in timeline.segments],
    }


def _segment_data(segment: Segment) -> dict[str, Any]:
    return {
        "start": _tidy(segment.start),
        "end": _tidy(segment.end),
        "kind": segment.kind,
        "exercise": segment.exercise,
        "side": segment.side,
        "step": segment.step,
        "set": segment.set,
        "sets": segment.sets,
        "reps": len(segment.reps),
        "cues": [_cue_data(cue) for cue in segment.cues],
    }


def _cue_data(cue: Cue) -> dict[str, Any]:
    return {"at": _tidy(cue.at), "kind": cue.kind, "name": cue.name, "text": cue.text}


def _tidy(seconds: float) -> float:
    """Seconds without the noise of binary fractions."""
    return round(seconds, 6)


def kind_name(kind: SegmentKind) -> str:
    """What a stretch of the session is, in a word or two."""
    return {
        "get_ready": tr("Get ready"),
        "work": tr("Work"),
        "hold": tr("Hold"),
        "rest": tr("Rest"),
        "switch": tr("Switch sides"),
        "transition": tr("Next exercise"),
        "until_done": tr("Until you are done"),
    }[kind]


def _print_table(terminal: Terminal, timeline: Timeline) -> None:
    terminal.table(
        (tr("From"), tr("Time"), tr("What"), tr("Exercise"), tr("Side"), tr("Set"), tr("Reps")),
        (_row(timeline, segment) for segment in timeline.segments),
        right="0156",
    )


def _row(timeline: Timeline, segment: Segment) -> tuple[str, ...]:
    name = tr(timeline.step_of(segment).exercise.name)
    sets = f"{segment.set}/{segment.sets}" if segment.sets > 1 and segment.performed else ""
    side = side_name(segment.side) if segment.performed or segment.kind == "switch" else ""
    return (
        clock_time(segment.start),
        duration(segment.seconds) if segment.kind != "until_done" else "",
        kind_name(segment.kind),
        name if segment.performed or segment.kind in ("get_ready", "transition") else "",
        side,
        sets,
        str(len(segment.reps)) if segment.reps else "",
    )
