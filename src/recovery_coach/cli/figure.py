"""``figure``: one picture of an exercise, from any side, as a file."""

from __future__ import annotations

import difflib
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from recovery_coach.base.i18n import tr
from recovery_coach.cli.drawing import check_ending, put, toolkit
from recovery_coach.cli.guard import WRONG_USE
from recovery_coach.cli.terminal import Terminal, terminal_of
from recovery_coach.figure.keyposes import names_of, pose_named
from recovery_coach.figure.models import Figure
from recovery_coach.figure.motion import Motion
from recovery_coach.figure.shots import Shot
from recovery_coach.figure.showing import Showing


class FigureSide(StrEnum):
    """The sides of a body."""

    LEFT = "left"
    RIGHT = "right"


class FigureTheme(StrEnum):
    """The grounds a picture can be drawn for."""

    DARK = "dark"
    LIGHT = "light"
    CONTRAST = "contrast"
    PAPER = "paper"


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("figure", help=tr("Draw one picture of an exercise."))(figure)


def figure(
    ctx: typer.Context,
    exercise: Annotated[str, typer.Argument(metavar="EXERCISE", help=tr("An exercise's id."))],
    out: Annotated[
        Path,
        typer.Argument(metavar="OUT.png|OUT.svg", help=tr("The picture to write; it is replaced.")),
    ],
    phase: Annotated[
        str | None,
        typer.Option(
            "--phase",
            metavar="NAME",
            help=tr("The end of this phase, or this pose; if left out, the most telling pose."),
        ),
    ] = None,
    yaw: Annotated[
        float | None,
        typer.Option(
            "--yaw",
            min=-360,
            max=360,
            help=tr("Degrees round the body: 0 its right side, -90 its front, 90 its back."),
        ),
    ] = None,
    pitch: Annotated[
        float | None,
        typer.Option("--pitch", min=-90, max=90, help=tr("Degrees from above.")),
    ] = None,
    side: Annotated[
        FigureSide | None,
        typer.Option("--side", help=tr("The side that is done, where there are sides.")),
    ] = None,
    theme: Annotated[
        FigureTheme, typer.Option("--theme", help=tr("The ground it is drawn for."))
    ] = FigureTheme.LIGHT,
    size: Annotated[
        int,
        typer.Option("--size", min=16, max=8192, help=tr("The longer edge in pixels.")),
    ] = 640,
    no_muscles: Annotated[
        bool, typer.Option("--no-muscles", help=tr("Leave out the muscles."))
    ] = False,
) -> None:
    """Write one picture of an exercise."""
    terminal = terminal_of(ctx)
    vector = check_ending(terminal, out, ".png", ".svg") == ".svg"
    motion = _motion(terminal, exercise)
    pose = _pose(terminal, motion.figure, phase)
    showing = Showing(motion, side.value if side else None)
    usual_yaw, usual_pitch = showing.camera
    shot = Shot(
        showing=showing,
        pose=pose,
        yaw=usual_yaw if yaw is None else yaw,
        pitch=usual_pitch if pitch is None else pitch,
        ground=theme.value,
        size=size,
        muscles=not no_muscles,
    )
    name = terminal.app.library.exercises[exercise].name
    title = tr("{name}: {pose}").format(name=tr(name), pose=tr(pose))
    put(terminal, out, toolkit(terminal).figure_file(shot, title, vector))
    terminal.say(tr("Written: {file}").format(file=out))


def _motion(terminal: Terminal, exercise: str) -> Motion:
    """The figure of that exercise; leaves where there is none."""
    known = terminal.app.library.exercises
    if exercise not in known:
        text = tr("there is no exercise {name}").format(name=exercise)
        near = difflib.get_close_matches(exercise.lower(), known, n=4, cutoff=0.5)
        if near:
            text = tr("{text}; did you mean {near}?").format(text=text, near=", ".join(near))
        else:
            text = tr("{text}; `recovery-coach exercises` lists them").format(text=text)
        terminal.fail(text, WRONG_USE)
    motion = terminal.app.figures.motion(exercise)
    if motion is not None:
        return motion
    text = tr("there is no figure of {name}").format(name=exercise)
    return terminal.fail("\n".join([text, *map(str, terminal.app.figures.problems)]))


def _pose(terminal: Terminal, figure: Figure, name: str | None) -> str:
    """The pose that is meant; leaves where there is none of the name."""
    found = figure.telling if name is None else pose_named(figure, name)
    if found is not None:
        return found
    phases, poses = names_of(figure)
    lines = [tr("there is no phase or pose {name}").format(name=name)]
    if phases:
        lines.append(tr("phases: {names}").format(names=", ".join(phases)))
    if poses:
        lines.append(tr("poses: {names}").format(names="; ".join(poses)))
    return terminal.fail("\n".join(lines), WRONG_USE)
