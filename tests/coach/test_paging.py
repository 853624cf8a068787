"""Rows onto pages, for any rows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.coach.paging import paged

ROOM, FIRST, GAP = 100.0, 70.0, 5.0
heights = st.lists(st.floats(1, 130), min_size=1, max_size=40)


def needed(rows: list[float]) -> float:
    return sum(rows) + GAP * (len(rows) - 1)


@given(heights)
def test_every_row_stands_on_one_page_in_its_order(rows: list[float]):
    pages = paged(rows, FIRST, ROOM, GAP)
    assert [number for page in pages for number in page] == list(range(len(rows)))
    assert all(pages[1:]), "only the heading may have a page for itself"


@given(heights)
def test_no_page_is_fuller_than_it_is_high_unless_one_row_alone_is(rows: list[float]):
    for index, page in enumerate(paged(rows, FIRST, ROOM, GAP)):
        room = ROOM if index else FIRST
        assert len(page) <= 1 or needed([rows[n] for n in page]) <= room + 1e-6
        if index == 0 and len(page) == 1:
            assert rows[0] <= FIRST or rows[0] > ROOM


@given(heights)
def test_no_page_leaves_room_for_the_row_that_follows(rows: list[float]):
    pages = paged(rows, FIRST, ROOM, GAP)
    for index, page in enumerate(pages[:-1]):
        room = ROOM if index else FIRST
        assert needed([rows[n] for n in (*page, pages[index + 1][0])]) > room - 1e-6


def test_a_row_too_high_for_what_is_left_of_the_first_page_leaves_it_to_the_heading():
    assert paged([80.0, 10.0], FIRST, ROOM, GAP) == [[], [0, 1]]
    assert paged([120.0], FIRST, ROOM, GAP) == [[0]]
