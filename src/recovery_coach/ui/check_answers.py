"""What was answered in a check so far. What was not is missing: unknown, and never a no."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recovery_coach.base.i18n import tr
from recovery_coach.redflags.model import Answers, Group, Question


class CheckAnswers:
    """The answers to the questions of ``groups``, each as the text that is kept of it."""

    def __init__(self, groups: Sequence[Group], known: Answers) -> None:
        self.groups = groups
        asked = {question.field for question in self._questions()}
        self.given = {name: _text(value) for name, value in known.items() if name in asked}

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

    def says_something(self, group: Group) -> bool:
        """Whether an answer of the group is more than a no."""
        return any(self._is_more(question) for question in group.questions)

    def is_done(self, group: Group) -> bool:
        """Whether every question of it has an answer."""
        return all(question.field in self.given for question in group.questions)

    def is_begun(self, group: Group) -> bool:
        """Whether any question of it has one."""
        return any(question.field in self.given for question in group.questions)

    @property
    def open(self) -> int:
        """How many questions have no answer."""
        return sum(question.field not in self.given for question in self._questions())

    def progress(self, by_group: bool) -> str:
        """How far it is: *2 of 4 answered*, of questions or of groups."""
        if by_group:
            states = [self.is_done(group) for group in self.groups]
        else:
            states = [question.field in self.given for question in self._questions()]
        return tr("{done} of {all} answered").format(done=sum(states), all=len(states))

    def none_words(self, group: Group) -> str:
        """What the button says that answers all that is left with no."""
        return tr("None of the others") if self.says_something(group) else group.none

    def state_words(self, group: Group) -> str:
        """What was answered in a group, on one line."""
        if not self.is_begun(group):
            return tr("Not answered yet")
        said = [f"{q.text} {self.label_of(q)}" for q in group.questions if self._is_more(q)]
        if not said and self.is_done(group):
            return group.none or tr("Answered")
        left = sum(question.field not in self.given for question in group.questions)
        if left:
            said.append(tr("{n} still open").format(n=left))
        return " · ".join(said)

    def label_of(self, question: Question) -> str:
        """An answer as it reads on its button."""
        value = self.given.get(question.field, "")
        return next((one.label for one in question.choices if one.value == value), value)

    def _is_more(self, question: Question) -> bool:
        return self.given.get(question.field, question.none) != question.none

    def _questions(self) -> Iterator[Question]:
        for group in self.groups:
            yield from group.questions


def _text(value: object) -> str:
    return "|".join(map(str, value)) if isinstance(value, tuple | list) else str(value)
