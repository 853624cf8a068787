"""The questions of a check in the terminal: a group at a time, one line answers most of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from recovery_coach.base.i18n import tr
from recovery_coach.cli.level import say_help
from recovery_coach.cli.terminal import Terminal
from recovery_coach.redflags.fields import answers_from_texts, onset
from recovery_coach.redflags.model import Answers, Group, Question, Value

OPEN = "?"
"""Leaves a question, or a group of them, open."""


def ask_groups(
    terminal: Terminal,
    groups: Sequence[Group],
    known: Answers,
    ends: Callable[[Answers], bool] = lambda _: False,
) -> dict[str, Value]:
    """The answers that were given; the end of the input leaves the rest open.

    Where ``ends`` says so of them, the rest is not asked: an emergency does not wait for it.
    """
    given: dict[str, str] = {}
    say_help(terminal)
    try:
        for group in groups:
            asked = [one for one in group.questions if one.field not in known]
            if not asked:
                continue
            terminal.say()
            terminal.say(tr(group.title), style="bold")
            if group.none:
                given |= _ask_together(terminal, group, asked)
            else:
                for question in asked:
                    given |= _ask_one(terminal, question)
            if given and ends({**known, **answers_from_texts(given)}):
                break
    except (EOFError, KeyboardInterrupt):
        terminal.say()
    return {**known, **answers_from_texts(given)} if given else {}


def _ask_together(terminal: Terminal, group: Group, asked: Sequence[Question]) -> dict[str, str]:
    """Which of them are so; Enter for none of them."""
    for number, question in enumerate(asked, start=1):
        terminal.say(f"{number:>3}  {tr(question.text)}")
        if question.hint:
            terminal.say(f"     {tr(question.hint)}")
    wanted = tr("The numbers of what is so, Enter for “{none}”, ? to leave it open:")
    while True:
        line = terminal.ask(wanted.format(none=tr(group.none)))
        if line == OPEN:
            return {}
        chosen = _numbers(line, len(asked))
        if chosen is not None:
            break
        terminal.say(tr("Numbers from 1 to {most}, with spaces between.").format(most=len(asked)))
    given = {one.field: one.none for one in asked}
    for place in chosen:
        question = asked[place]
        given.pop(question.field)
        given |= _ask_which(terminal, question)
    return given


def _ask_which(terminal: Terminal, question: Question) -> dict[str, str]:
    """What is so of a question that was pointed at."""
    rest = [choice for choice in question.choices if choice.value != question.none]
    if len(rest) == 1:
        return {question.field: rest[0].value}
    return _choose(terminal, question, [(one.value, one.label) for one in rest])


def _ask_one(terminal: Terminal, question: Question) -> dict[str, str]:
    if question.asks == "choice":
        pairs = [(choice.value, choice.label) for choice in question.choices]
        return _choose(terminal, question, pairs)
    asks = {
        "when": tr("Hours ago, such as 24h, or a date such as 2026-03-04; Enter leaves it open:"),
        "number": tr("A number; Enter leaves it open:"),
    }[question.asks]
    while True:
        terminal.say(tr(question.text))
        line = terminal.ask(asks)
        if line in ("", OPEN):
            return {}
        text = _moment(terminal, line) if question.asks == "when" else line
        if text and answers_from_texts({question.field: text}):
            return {question.field: text}
        terminal.say(tr("That was not understood."))


def _moment(terminal: Terminal, text: str) -> str:
    """A moment as it is kept: hours ago mean something else tomorrow."""
    found = onset(text, terminal.app.clock.now())
    return found.isoformat() if found is not None else ""


def _choose(
    terminal: Terminal, question: Question, pairs: Sequence[tuple[str, str]]
) -> dict[str, str]:
    terminal.say(tr(question.text))
    for number, (_, label) in enumerate(pairs, start=1):
        terminal.say(f"{number:>3}  {tr(label)}")
    while True:
        line = terminal.ask(tr("Its number; Enter leaves it open:"))
        if line in ("", OPEN):
            return {}
        chosen = _numbers(line, len(pairs))
        if chosen is not None and len(chosen) == 1:
            return {question.field: pairs[chosen[0]][0]}
        terminal.say(tr("A number from 1 to {most}.").format(most=len(pairs)))


def _numbers(line: str, most: int) -> list[int] | None:
    """Places from 0; None where something else stands there."""
    found = []
    for part in line.replace(",", " ").split():
        if not (part.isascii() and part.isdecimal() and 1 <= int(part[:6]) <= most):
            return None
        found.append(int(part) - 1)
    return list(dict.fromkeys(found))
