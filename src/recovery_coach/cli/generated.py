"""The part of a page of the documentation that is made from the program itself."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path


def with_part(page: str, begin: str, end: str, part: str) -> str:
    """``page`` with ``part`` between its two marks. ValueError where it has none."""
    before, found, rest = page.partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"the page has no {begin} … {end}")
    return f"{before}{begin}\n\n{part}\n\n{end}{after}"


def rewrite(change: Callable[[str], str]) -> None:
    """Change the page that the first argument of the command names."""
    path = Path(sys.argv[1])
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
