"""What was answered in a check so far. What was not is missing: unknown, and never a no."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from recovery_coach.base.i18n import long_date, tr
from recovery_coach.redflags.model import Answers, Group, Question


class CheckAnswers:
    """The answers to the questions of ``groups``, each as the text that is kept of it.

    ``counting``: the fields that count when they are left open; all of them, where none is named.
    """

    def __init__(
        self, groups: Sequence[Group], known: Answers, counting: Collection[str] = ()
    ) -> None:
        self.groups = groups
        asked = {question.field for question in self._questions()}
        self.given = {name: _text(value) for name, value in known.items() if name in asked}
        self._counting = asked & set(counting) or asked

    def give(self, field: str, value: str) -> None:
        """An answer; an empty one takes it back."""
        if value:
            self.given[field] = value
        else:
            self.given.pop(field, None)

    def none_of(self, group: Group) -> None:
        """None of these: a no to all of a group; none of the others, where something was said."""
        for question in group.questions:
            if self.says_something(group):
                self.given.setdefault(question.field, question.none)
            else:
                self.given[question.field] = question.none

    # -- how far it is ---------------------------------------------------------------------

    def counts(self, group: Group) -> bool:
        """Whether the group may not be left open; else it is optional."""
        return any(question.field in self._counting for question in group.questions)

    def is_done(self, group: Group) -> bool:
        """Whether every question of it that counts has an answer; of an optional one, every one."""
        fields = {question.field for question in group.questions}
        return (fields & self._counting or fields) <= self.given.keys()

    def is_full(self, group: Group) -> bool:
        """Whether every question of it has an answer."""
        return all(question.field in self.given for question in group.questions)

    @property
    def open(self) -> int:
        """How many groups that count are not done."""
        return sum(self.counts(group) and not self.is_done(group) for group in self.groups)

    def progress(self) -> str:
        """How far it is: *2 of 9 answered*, of the groups that count."""
        states = [self.is_done(group) for group in self.groups if self.counts(group)]
        return tr("{done} of {all} answered").format(done=sum(states), all=len(states))

    # -- in words --------------------------------------------------------------------------

    def says_something(self, group: Group) -> bool:
        """Whether an answer of the group is more than a no."""
        return any(self._is_more(question) for question in group.questions)

    def none_words(self, group: Group) -> str:
        """What the button says that answers all that is left with no."""
        if self.says_something(group):
            return tr("None of the others")
        if len(group.questions) == 1:
            (question,) = group.questions
            return self.label_of(question, question.none)
        return group.none

    def state_words(self, group: Group) -> str:
        """What was answered in a group, on one line."""
        if len(group.questions) == 1 and self.is_full(group):
            return self.label_of(group.questions[0])
        said = [f"{q.text} {self.label_of(q)}" for q in group.questions if self._is_more(q)]
        if not said and self.is_full(group):
            return group.none or tr("Answered")
        left = sum(question.field not in self.given for question in group.questions)
        if left:
            said.append(tr("{n} still open").format(n=left))
        return " · ".join(said)

    def label_of(self, question: Question, value: str | None = None) -> str:
        """An answer as it reads on its button; empty where there is none."""
        value = self.given.get(question.field, "") if value is None else value
        if question.asks == "when":
            return _day(value)
        return next((one.label for one in question.choices if one.value == value), value)

    def _is_more(self, question: Question) -> bool:
        return self.given.get(question.field, question.none) != question.none

    def _questions(self) -> Iterator[Question]:
        for group in self.groups:
            yield from group.questions


def _day(value: str) -> str:
    """A moment as the day it is; hours before now as they are."""
    try:
        return long_date(datetime.fromisoformat(value).date())
    except ValueError:
        return value


def _text(value: object) -> str:
    return "|".join(map(str, value)) if isinstance(value, tuple | list) else str(value)
