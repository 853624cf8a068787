"""What a session looks like in the terminal: lines of text for one instant, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from recovery_coach.base.i18n import clock_time, tr
from recovery_coach.cli.show import kind_name
from recovery_coach.coach.practise import Practice, place_in_words
from recovery_coach.session.player import Player
from recovery_coach.session.states import State
from recovery_coach.session.view import View, view_of
from recovery_coach.timeline.model import Segment


@dataclass(frozen=True, slots=True)
class Picture:
    """One instant, top to bottom; empty lines are kept so that nothing jumps."""

    title: str
    place: str
    count: str
    said: str
    cue: str
    coming: str
    trouble: str
    keys: str


def picture(practice: Practice, said: str) -> Picture:
    """The instant that the player last looked at; ``said`` is the voice's last word."""
    view = view_of(practice.player)
    steps = tr("step {step} of {steps}").format(step=view.step + 1, steps=view.steps)
    left = tr("{time} left").format(time=clock_time(view.left))
    title = [tr(practice.routine.name), steps, left]
    if practice.pain_before is not None:
        title.append(tr("pain at the start: {n}").format(n=practice.pain_before))
    following = " · ".join(filter(None, (view.next_name, view.next_words)))
    return Picture(
        title=" · ".join(title),
        place=_place(view),
        count=" · ".join(filter(None, (_count(view), view.phase))),
        said=said,
        cue=view.cue,
        coming=tr("Then: {what}").format(what=following),
        trouble=practice.trouble.title if practice.trouble is not None else "",
        keys=keys_line(practice),
    )


def _place(view: View) -> str:
    words = " · ".join(filter(None, (view.title, view.side, view.set)))
    if view.segment.performed:
        return words
    return tr("{what}: {place}").format(what=kind_name(view.segment.kind), place=words)


def _count(view: View) -> str:
    """``rep 3 of 8``, ``3 of 6 breaths``, ``12 seconds``."""
    words = f"{view.count} {view.unit}".strip()
    counts_reps = view.segment.reps and view.segment.counts != "breaths"
    if counts_reps and view.state is not State.RESUMING:
        return tr("rep {number}").format(number=words)
    return words


def place_of(player: Player, segment: Segment) -> str:
    """What is being done, or prepared: ``Rest: Side plank, right side, set 2 of 3``."""
    step = player.timeline.step_of(segment)
    words = place_in_words(segment, tr(step.exercise.name))
    if segment.performed:
        return words
    return tr("{what}: {place}").format(what=kind_name(segment.kind), place=words)


def asks_pain(practice: Practice) -> bool:
    """Whether a digit is now taken as the number at the start."""
    return practice.asks_before and practice.player.segment.kind == "get_ready"


def keys_line(practice: Practice) -> str:
    """The keys, those of the moment first."""
    if asks_pain(practice):
        return tr("Pain now? 0-9, x for 10  ·  Space pause  H it hurts  Q stop")
    state = practice.player.state
    if state is State.PAUSED:
        return tr("Space go on  ← → step  - + 10 s  H it hurts  Q stop")
    if state is State.WAITING:
        return tr("Enter done  Space pause  ← → step  H it hurts  Q stop")
    return tr("Space pause  ← → step  - + 10 s  E longer  H it hurts  Q stop")
