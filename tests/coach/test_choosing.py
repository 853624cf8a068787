"""Which routines stand on their page: every filter only takes away."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.coach.choosing import (
    UP_TO,
    Filters,
    Offered,
    Traits,
    choose,
    gather,
    offered,
    split_by_gentleness,
    still_there,
)
from recovery_coach.library.loader import Library
from recovery_coach.library.models import Position, Routine, Step
from tests import factories

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=timezone(timedelta(hours=1)))
TAGS = ("warm-up", "core", "calm")
ITEMS = ("mat", "band", "wall")
POSITIONS: tuple[str, ...] = get_args(Position)


def traits(identifier: str = "one", minutes: float = 8, **changes: object) -> Traits:
    tags = changes.pop("tags", ())
    gentle = changes.pop("gentle", False)
    access = ("none", "book") if gentle else ("none",)
    routine = Routine(
        id=identifier,
        name=identifier,
        summary="For a test.",
        tags=tags,  # type: ignore[arg-type]
        access=access,  # type: ignore[arg-type]
        steps=(Step(exercise="squat"),),
    )
    made = Traits(routine=routine, seconds=minutes * 60, needs=frozenset(), positions=frozenset())
    return replace(made, **{name: frozenset(value) for name, value in changes.items()})  # type: ignore


def ids(found: list[Traits]) -> list[str]:
    return [one.routine.id for one in found]


@st.composite
def libraries(draw: st.DrawFn) -> list[Traits]:
    count = draw(st.integers(0, 6))
    return [
        traits(
            f"r{index}",
            draw(st.floats(0.1, 40)),
            tags=tuple(draw(st.sets(st.sampled_from(TAGS)))),
            needs=draw(st.sets(st.sampled_from(ITEMS))),
            positions=draw(st.sets(st.sampled_from(POSITIONS), min_size=1)),
        )
        for index in range(count)
    ]


def filters() -> st.SearchStrategy[Filters]:
    return st.builds(
        Filters,
        tag=st.sampled_from(("", *TAGS)),
        up_to=st.sampled_from((None, *UP_TO)),
        without=st.frozensets(st.sampled_from(ITEMS)),
        avoided=st.frozensets(st.sampled_from(POSITIONS)),
    )


NARROWER = {
    "tag": "core",
    "up_to": 5,
    "without": frozenset(ITEMS),
    "avoided": frozenset(POSITIONS),
}


@given(libraries())
def test_without_filters_all_are_there(library: list[Traits]):
    assert ids(choose(library, Filters(), {})) == ids(library)


@given(libraries(), filters(), st.sampled_from(sorted(NARROWER)), st.data())
def test_every_filter_only_takes_away(
    library: list[Traits], chosen: Filters, field: str, data: st.DataObject
):
    looser = replace(chosen, **{field: getattr(Filters(), field)})  # type: ignore[arg-type]
    assert set(ids(choose(library, chosen, {}))) <= set(ids(choose(library, looser, {})))


@given(libraries(), filters(), filters())
def test_filters_are_combined_by_and(library: list[Traits], first: Filters, second: Filters):
    both = Filters(without=first.without | second.without, avoided=first.avoided | second.avoided)
    one = Filters(without=first.without, avoided=first.avoided)
    other = Filters(without=second.without, avoided=second.avoided)
    common = set(ids(choose(library, one, {}))) & set(ids(choose(library, other, {})))
    assert set(ids(choose(library, both, {}))) == common


@given(libraries(), filters())
def test_the_order_does_not_depend_on_the_filter(library: list[Traits], chosen: Filters):
    used = {f"r{index}": NOON - timedelta(days=index * 7 % 5) for index in range(4)}
    everything = ids(choose(library, Filters(), used))
    some = ids(choose(library, chosen, used))
    assert some == [one for one in everything if one in some]


def test_what_was_used_last_comes_first_and_the_unused_keep_their_order():
    library = [traits(name) for name in "abcd"]
    used = {"d": NOON - timedelta(days=3), "c": NOON}
    assert ids(choose(library, Filters(), used)) == ["c", "d", "a", "b"]


def test_moments_of_other_time_zones_are_compared_as_moments():
    later = datetime(2026, 3, 4, 11, 30, tzinfo=timezone(timedelta(hours=0)))
    used = {"a": NOON, "b": later}
    assert ids(choose([traits("a"), traits("b")], Filters(), used)) == ["b", "a"]


@pytest.mark.parametrize(
    ("chosen", "fits"),
    [
        (Filters(tag="core"), True),
        (Filters(tag="calm"), False),
        (Filters(up_to=10), True),
        (Filters(up_to=5), False),
        (Filters(without=frozenset({"wall"})), True),
        (Filters(without=frozenset({"wall", "band"})), False),
        (Filters(avoided=frozenset({"prone"})), True),
        (Filters(avoided=frozenset({"supine"})), False),
        (Filters(tag="core", up_to=10, without=frozenset({"wall"})), True),
        (Filters(tag="core", up_to=5, without=frozenset({"wall"})), False),
    ],
)
def test_what_each_filter_asks(chosen: Filters, fits: bool):
    one = traits(minutes=8, tags=("core",), needs={"mat", "band"}, positions={"supine"})
    assert chosen.fits(one) is fits


@pytest.mark.parametrize(("minutes", "fits"), [(0.2, True), (5.4, True), (5.6, False)])
def test_minutes_are_those_on_the_card(minutes: float, fits: bool):
    assert Filters(up_to=5).fits(traits(minutes=minutes)) is fits


def test_only_something_asked_for_is_a_filter():
    assert not Filters()
    assert all(replace(Filters(), **{name: value}) for name, value in NARROWER.items())  # type: ignore


def test_what_there_is_to_choose_from_the_commonest_first():
    library = [
        traits("a", tags=("core", "calm"), needs={"band"}, positions={"supine"}),
        traits("b", tags=("calm",), needs={"band", "mat"}, positions={"standing"}),
    ]
    assert offered(library) == Offered(
        tags=("calm", "core"), equipment=("band", "mat"), positions=("standing", "supine")
    )


def test_what_is_gone_is_no_longer_asked_for():
    there = Offered(tags=("core",), equipment=("mat",), positions=("supine",))
    asked = Filters(
        tag="calm",
        up_to=10,
        without=frozenset({"mat", "band"}),
        avoided=frozenset({"prone", "supine"}),
    )
    assert still_there(asked, there) == Filters(
        up_to=10, without=frozenset({"mat"}), avoided=frozenset({"supine"})
    )
    assert still_there(Filters(tag="core"), there) == Filters(tag="core")


def test_gentle_ones_apart_from_the_others():
    library = [traits("a"), traits("b", gentle=True), traits("c")]
    gentle, others = split_by_gentleness(library)
    assert (ids(gentle), ids(others)) == (["b"], ["a", "c"])


def test_traits_come_from_the_exercises_too():
    exercises = {
        "squat": factories.exercise("squat", equipment=("band",)),
        "plank": factories.exercise("plank", position="prone", optional_equipment=("mat",)),
    }
    routine = replace(
        factories.routine(Step(exercise="squat"), Step(exercise="plank")), equipment=("wall",)
    )
    (found,) = gather(Library(exercises, {routine.id: routine}), lambda _: 120.0)
    assert found.needs == {"band", "wall"}
    assert found.positions == {"standing", "prone"}
    assert found.minutes == 2
