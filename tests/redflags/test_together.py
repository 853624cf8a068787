"""Rows together: all that match are reasons and the gravest wins, whatever the order of answers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery_coach.redflags.fields import AGGRAVATING, FIELDS, QUALITIES, Field
from recovery_coach.redflags.model import Value, rank
from tests.redflags.answering import HARMLESS, having, hours, verdict
from tests.redflags.test_rows import EXAMPLES, Example

WARNINGS = [e for e in EXAMPLES if not e.id.startswith(("N", "X"))]
PAIRS = [
    pytest.param(one, other, id=f"{one.id}-{one.level}+{other.id}-{other.level}")
    for one, other in combinations(WARNINGS, 2)
    if one.id != other.id
]
APART = {
    "B-07": {"U-07"},
    "B-12": {"E-01", "E-02", "E-03", "E-04", "U-17"},
}
"""Rows that say of themselves that nothing graver of the same kind is there."""


def merged(one: Example, other: Example) -> Iterator[dict[str, Any]]:
    """Answers of both, wherever no field is answered in two ways."""
    for a in one.at:
        for b in other.at:
            if all(a[name] == b[name] for name in a.keys() & b.keys()):
                yield {**a, **b}


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_of_every_pair_both_are_reasons_and_the_graver_wins(one: Example, other: Example):
    together = 0
    for answers in merged(one, other):
        found = verdict(having(**answers))
        ranks = [rank(reason.level) for reason in found.reasons]
        assert ranks == sorted(ranks, reverse=True)
        assert rank(found.level) == ranks[0]
        levels = {reason.id: rank(reason.level) for reason in found.reasons}
        together += levels.get(one.id, -1) >= rank(one.level) and (
            levels.get(other.id, -1) >= rank(other.level)
        )
    possible = other.id not in APART.get(one.id, ()) and one.id not in APART.get(other.id, ())
    possible = possible and any(True for _ in merged(one, other))
    assert bool(together) is possible


def test_hardly_a_pair_cannot_be_answered_at_once():
    """The test above is silent on rows whose every example says something else of one field."""
    never = [pair.id for pair in PAIRS if not any(True for _ in merged(*pair.values))]
    assert len(never) < len(PAIRS) / 50, never


# -- properties --------------------------------------------------------------------------------


def values_of(field: Field) -> st.SearchStrategy[Value]:
    match field.kind:
        case "number" | "whole":
            near = (0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 30, 31)
            return st.sampled_from([n for n in near if n <= field.most])
        case "impact":
            return st.sampled_from(("no", "yes", 0, 4, 5, 10))
        case "when":
            return st.sampled_from([hours(h) for h in (1, 47, 48, 71, 72, 335, 336, 505, 2160)])
        case "words" if field.name == "qualities":
            return st.lists(st.sampled_from(QUALITIES), max_size=3, unique=True).map(tuple)
        case "words":
            places = (
                *("saddle", "calf_L", "calf_R", "buttock_L", "buttock_R", "thoracic_mid"),
                *("lowback_mid", "arm_L", "chest", "flank_L", "groin_L", "neck_back"),
            )
            return st.lists(st.sampled_from(places), max_size=3, unique=True).map(tuple)
        case _:
            return st.sampled_from(field.values)


@st.composite
def answering(draw: st.DrawFn) -> dict[str, Value]:
    """Any answers; many of them harmless, so that the lower levels are found as well."""
    base = dict(HARMLESS) if draw(st.booleans()) else {}
    for name in draw(st.sets(st.sampled_from(sorted(base)), max_size=4)) if base else ():
        del base[name]
    for name in draw(st.sets(st.sampled_from(sorted(FIELDS)), max_size=8)):
        base[name] = draw(values_of(FIELDS[name]))
    return base


def worse(field: Field, value: Value) -> list[Value]:
    """What is worse than ``value`` in an aggravating field."""
    if field.kind == "choice":
        return list(field.values[field.values.index(str(value)) + 1 :])
    more: list[Value] = [n for n in range(11) if isinstance(value, int) and n > value]
    more = [n for n in more if isinstance(n, int) and n <= field.most]
    return ["yes"] if value == "no" else more


SIDES = {"left", "right"}


@settings(max_examples=400)
@given(answers=answering(), data=st.data())
def test_a_worse_answer_never_lowers_the_level(answers: dict[str, Value], data: st.DataObject):
    given_ = [
        name for name in AGGRAVATING if name in answers and worse(FIELDS[name], answers[name])
    ]
    if not given_:
        return
    name = data.draw(st.sampled_from(given_))
    value = data.draw(st.sampled_from(worse(FIELDS[name], answers[name])))
    before, after = verdict(answers), verdict({**answers, name: value})
    assert rank(after.level) >= rank(before.level), (name, answers[name], value)


@settings(max_examples=100)
@given(answers=answering(), data=st.data())
def test_a_yes_never_lowers_the_level_of_what_was_left_open(
    answers: dict[str, Value], data: st.DataObject
):
    """From unknown to the worst; except what was waiting for that answer alone."""
    name = data.draw(st.sampled_from([n for n in AGGRAVATING if FIELDS[n].values[-1:] == ("yes",)]))
    before = verdict({**answers, name: "no"})
    after = verdict({**answers, name: "yes"})
    assert rank(after.level) >= rank(before.level)


@settings(max_examples=100)
@given(answers=answering(), data=st.data())
def test_the_order_of_answers_never_matters(answers: dict[str, Value], data: st.DataObject):
    shuffled = data.draw(st.permutations(list(answers.items())))
    turned = {
        name: tuple(reversed(value)) if isinstance(value, tuple) else value
        for name, value in shuffled
    }
    one, other = verdict(answers), verdict(turned)
    assert (one.level, [r.id for r in one.reasons]) == (other.level, [r.id for r in other.reasons])
    assert (one.open, one.access, one.codes) == (other.open, other.access, other.codes)


@settings(max_examples=200)
@given(answers=answering())
def test_no_level_below_not_fully_checked_while_a_question_is_open(answers: dict[str, Value]):
    found = verdict(answers)
    if found.open:
        assert rank(found.level) >= rank("not fully checked")
        assert "X-02" in {reason.id for reason in found.reasons}


@settings(max_examples=200)
@given(answers=answering())
def test_routines_are_open_by_the_level(answers: dict[str, Value]):
    found = verdict(answers)
    assert (
        found.access
        in {
            "emergency": {"none"},
            "urgent": {"none"},
            "book": {"gentle", "amber"},
            "not fully checked": {"gentle"},
            "self-care": {"gentle", "amber"},
            "none": {"all"},
        }[found.level]
    )


def test_a_new_change_without_pain_is_never_less_than_an_old_one():
    """E-04 needs pain in the back or a leg; without it, the row of old changes takes a new one."""
    for change in ("old_unchanged", "new_or_worse"):
        found = verdict({"current_nrs": 0, "sexual_change": change})
        assert (found.level, found.reasons[0].id) == ("urgent", "U-17")
    assert verdict({"current_nrs": 1, "sexual_change": "new_or_worse"}).level == "emergency"
