"""Rows onto pages: none is cut, and each page takes as many as it has room for."""

from __future__ import annotations

from collections.abc import Sequence


def paged(heights: Sequence[float], first: float, room: float, gap: float) -> list[list[int]]:
    """The rows of each page, in order, by their number.

    ``first``: the room of the first page, ``room`` of each that follows. Between two rows of a
    page there is a ``gap``. A row higher than a page has one for itself; one that is only too high
    for what is left below the heading leaves the first page to the heading.
    """
    pages: list[list[int]] = [[]]
    left = first
    for number, height in enumerate(heights):
        needed = height + (gap if pages[-1] else 0.0)
        begun = bool(pages[-1]) or (len(pages) == 1 and height <= room)
        if needed > left and begun:
            pages.append([])
            left, needed = room, height
        left -= needed
        pages[-1].append(number)
    return pages
