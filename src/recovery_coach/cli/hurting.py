"""H: it hurts. The session stands still; two questions, then only what the rule allows."""

from __future__ import annotations

from recovery_coach.base.i18n import tr
from recovery_coach.cli.keys import Keys
from recovery_coach.cli.picture import place_of
from recovery_coach.cli.terminal import Terminal
from recovery_coach.coach import advice
from recovery_coach.coach.advice import Advice
from recovery_coach.coach.hurts import WORDS, Verdict, Word
from recovery_coach.coach.practise import HurtAction, Practice

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
    action = _decide(verdict, word, keys, terminal)
    practice.leave_hurt(action)
    return action


def number_of(key: str) -> int | None:
    """The number a key stands for."""
    return None if key == "enter" else DIGITS.index(key)


def _ask_word(keys: Keys, terminal: Terminal) -> Word | None:
    terminal.say(tr("What is it like? Enter to leave it open"))
    numbers = [str(number) for number in range(1, len(WORDS) + 1)]
    for number, offered in zip(numbers, WORDS, strict=True):
        terminal.say(f"  {number}  {advice.word_label(offered)}")
    key = keys.choose(*numbers, "enter")
    word: Word | None = None if key == "enter" else WORDS[int(key) - 1]
    terminal.say(f"> {tr('left open') if word is None else advice.word_label(word)}")
    return word


def _decide(verdict: Verdict, word: Word | None, keys: Keys, terminal: Terminal) -> HurtAction:
    if not verdict.may_train:
        if word is not None:
            _say(terminal, advice.after_hurt(word, terminal.app.settings.country))
        terminal.say(advice.watch_line())
        terminal.say(tr("The session is over. What you did is kept."))
        return "stop"
    if verdict.level == "end_exercise":
        _say(terminal, advice.exercise_ended())
    else:
        terminal.say(advice.watch_line())
    offered: dict[str, tuple[HurtAction, str]] = {
        "s": ("skip", tr("S  leave this exercise out, on with the next")),
        "g": ("gentle", tr("G  end here, do a gentle routine")),
        "q": ("stop", tr("Q  end here")),
    }
    if verdict.may_go_on:
        offered = {"c": ("go_on", tr("C  carry on with this exercise")), **offered}
    for _, label in offered.values():
        terminal.say(f"  {label}")
    return offered[keys.choose(*offered)][0]


def _say(terminal: Terminal, words: Advice) -> None:
    terminal.say(words.do, style="bold")
    terminal.say(words.why)
    terminal.say(words.whom)
