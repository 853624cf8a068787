"""H: it hurts. The session stands still; three questions, then only what the rule allows."""

from __future__ import annotations

from collections.abc import Sequence

from recovery_coach.base.i18n import tr
from recovery_coach.cli.keys import Keys
from recovery_coach.cli.picture import place_of
from recovery_coach.cli.terminal import Terminal
from recovery_coach.coach import advice
from recovery_coach.coach.advice import Advice
from recovery_coach.coach.hurts import WORDS, Verdict, Word
from recovery_coach.coach.practise import HurtAction, Practice
from recovery_coach.library.models import Exercise
from recovery_coach.library.regions import Region, body_regions
from recovery_coach.redflags.wording import watch_line

DIGITS = tuple("0123456789x")
"""Keys for the numbers 0 to 10."""


def ask(practice: Practice, keys: Keys, terminal: Terminal) -> HurtAction:
    """Stop, ask, and do what the person decides; the decision is on record and the answer."""
    practice.hurt()
    terminal.say(place_of(practice.player, practice.player.segment), style="bold")
    terminal.say(tr("Stop the move. How much does it hurt? 0-9, x for 10, Enter for no number"))
    score = number_of(keys.choose(*DIGITS, "enter"))
    terminal.say(f"> {tr('no number') if score is None else score}")
    practice.answer_hurt(score, None)
    word = _ask_word(keys, terminal)
    verdict = practice.answer_hurt(score, word)
    if verdict.may_train:  # after a warning sign nothing more is asked
        region = _ask_region(keys, terminal)
        practice.answer_hurt(score, word, (region.id,) if region else ())
    easier = practice.easier if verdict.may_ease else None
    action = _decide(verdict, word, easier, keys, terminal)
    practice.leave_hurt(action)
    return action


def number_of(key: str) -> int | None:
    """The number a key stands for."""
    return None if key == "enter" else DIGITS.index(key)


def _ask_word(keys: Keys, terminal: Terminal) -> Word | None:
    terminal.say(tr("What is it like? Enter to leave it open"))
    place = _choose([advice.word_label(word) for word in WORDS], keys, terminal)
    return None if place is None else WORDS[place]


def _ask_region(keys: Keys, terminal: Terminal) -> Region | None:
    """The area and the region in it: two keys, or one where an area is one region."""
    known = body_regions()
    if not known.areas:
        return None
    terminal.say(tr("Where is it? Enter to leave it open"))
    place = _choose([tr(area.label) for area in known.areas], keys, terminal)
    if place is None:
        return None
    found = known.of(known.areas[place])
    if len(found) > 1:
        terminal.say(tr("Where exactly? Your own left and right. Enter to leave it open"))
        place = _choose([region.words for region in found], keys, terminal)
        return None if place is None else found[place]
    return found[0] if found else None


def _choose(offered: Sequence[str], keys: Keys, terminal: Terminal) -> int | None:
    """The place of the one that is chosen, out of nine at most; None where it is left open."""
    numbers = [str(number) for number in range(1, len(offered) + 1)]
    for number, label in zip(numbers, offered, strict=True):
        terminal.say(f"  {number}  {label}")
    key = keys.choose(*numbers, "enter")
    place = None if key == "enter" else int(key) - 1
    terminal.say(f"> {tr('left open') if place is None else offered[place]}")
    return place


def _decide(
    verdict: Verdict, word: Word | None, easier: Exercise | None, keys: Keys, terminal: Terminal
) -> HurtAction:
    if not verdict.may_train:
        if word is not None:
            _say(terminal, advice.after_hurt(word, terminal.app.numbers()))
        terminal.say(watch_line())
        terminal.say(tr("The session is over. What you did is kept."))
        return "stop"
    if verdict.level == "end_exercise":
        _say(terminal, advice.exercise_ended())
    else:
        terminal.say(watch_line())
    offered: dict[str, tuple[HurtAction, str]] = {
        "s": ("skip", tr("S  leave this exercise out, on with the next")),
        "g": ("gentle", tr("G  end here, do a gentle routine")),
        "q": ("stop", tr("Q  end here")),
    }
    if verdict.may_go_on:
        offered = {"c": ("go_on", tr("C  carry on with this exercise")), **offered}
    if easier is not None:
        label = tr("E  easier: {name}").format(name=tr(easier.name))
        offered = {"e": ("easier", label), **offered}
    for _, label in offered.values():
        terminal.say(f"  {label}")
    return offered[keys.choose(*offered)][0]


def _say(terminal: Terminal, words: Advice) -> None:
    terminal.say(words.do, style="bold")
    terminal.say(words.why)
    terminal.say(words.whom)
