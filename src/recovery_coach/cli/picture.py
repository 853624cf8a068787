"""What a session looks like in the terminal: lines of text for one instant, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from recovery_coach.base.i18n import clock_time, tr, trn
from recovery_coach.cli.show import kind_name
from recovery_coach.coach.practise import Practice, place_in_words
from recovery_coach.library.words import dose_words, side_name
from recovery_coach.session.player import Player
from recovery_coach.session.states import State
from recovery_coach.timeline.model import Segment, span_at


@dataclass(frozen=True, slots=True)
class Picture:
    """One instant, top to bottom; empty lines are kept so that nothing jumps."""

    title: str
    place: str
    count: str
    cue: str
    coming: str
    trouble: str
    keys: str


def picture(practice: Practice, cue: str) -> Picture:
    """The instant that the player last looked at; ``cue`` is what was said last."""
    player = practice.player
    segment = player.segment
    steps = tr("step {step} of {steps}").format(
        step=segment.step + 1, steps=len(player.timeline.steps)
    )
    left = tr("{time} left").format(time=clock_time(player.timeline.total - player.position))
    title = [tr(practice.routine.name), steps, left]
    if practice.pain_before is not None:
        title.append(tr("pain at the start: {n}").format(n=practice.pain_before))
    return Picture(
        title=" · ".join(title),
        place=place_of(player, segment),
        count=count_of(player),
        cue=cue,
        coming=coming_after(player),
        trouble=practice.trouble.title if practice.trouble is not None else "",
        keys=keys_line(practice),
    )


def place_of(player: Player, segment: Segment) -> str:
    """What is being done, or prepared: ``Rest: Side plank, right side, set 2 of 3``."""
    step = player.timeline.steps[segment.step]
    words = place_in_words(segment, tr(step.exercise.name))
    if segment.performed:
        return words
    return tr("{what}: {place}").format(what=kind_name(segment.kind), place=words)


def count_of(player: Player) -> str:
    """The number to look at: seconds left, or the repetition and its phase."""
    if player.state is State.PAUSED:
        return tr("Paused")
    if player.state is State.RESUMING:
        return tr("On in {n}").format(n=clock_time(player.preparing))
    segment, position = player.segment, player.position
    if segment.kind == "until_done":
        return tr("Press Enter when you are done")
    rep = segment.rep_at(position)
    if rep is None:
        shape = segment.shape_at(position)
        end = shape.end if shape else segment.end
        seconds = trn("{n} second", "{n} seconds", max(0, -int(-(end - position) // 1)))
        return f"{seconds} · {tr(shape.name)}" if shape else seconds
    number = tr("breath {n} of {all}") if segment.counts == "breaths" else tr("rep {n} of {all}")
    parts = [number.format(n=rep.number, all=len(segment.reps))]
    if segment.side == "alternate":
        parts.append(side_name(rep.side).lower())
    phase = span_at(rep.phases, position)
    if phase is not None:
        parts.append(tr(phase.name))
    return " · ".join(parts)


def coming_after(player: Player) -> str:
    """What follows what is being done; while preparing, what is prepared, with its dose."""
    segment = player.segment
    if not segment.performed:
        return dose_words(player.timeline.steps[segment.step].dose)
    later = player.timeline.segments[segment.index + 1 :]
    for following in later:
        if following.performed:
            name = tr(player.timeline.steps[following.step].exercise.name)
            return tr("Next: {move}").format(move=place_in_words(following, name))
    return tr("Next: the end")


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
