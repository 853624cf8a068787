"""How to come to the pages of the sidebar in each of their states, for pictures and measuring."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

OWN = """\
id = "evening_wind_down_after_a_long_day_at_the_desk"
name = "Evening wind-down after a long day at the desk, slow and easy"
summary = "Six slow breaths in every position, on the floor, with the lights down low and no hurry."
tags = ["calm", "evenings when everything has been too much"]

[[steps]]
exercise = "cat_cow"
reps = 6

[[steps]]
exercise = "childs_pose"
"""
BAD = """\
id = "evening"
name = "Evening"
summary = "Slow."

[[steps]]
exercise = "cat_cow"
hold = -20

[[steps]]
exercise = "bird_dig"
reps = 5
"""


def routines(window: Any, opened: str = "", **chosen: Any) -> Any:
    """The routines, with a filter opened and others chosen."""
    from dataclasses import replace

    window.show_routines()
    page = window.page
    page.bar.filters = replace(page.bar.filters, **chosen)
    page.refresh()
    if opened:
        page.bar.openers[opened].click()
    return page


def _filtered(window: Any) -> None:
    routines(window, "without", without=frozenset({"band", "dowel", "foam roller"}), up_to=10)


def _nothing(window: Any) -> None:
    routines(window, "tag", tag="core", up_to=5)


def _sore(window: Any) -> None:
    window.today.strip.buttons[7].click()
    window.toast.hide()
    routines(window)


def _own(window: Any) -> None:
    folder = window._app.paths.library / "routines"
    folder.mkdir(parents=True)
    (folder / "evening.toml").write_text(OWN, encoding="utf-8")
    (folder / "late.toml").write_text(BAD, encoding="utf-8")
    (folder / "broken.toml").write_text('id = "broken\n', encoding="utf-8")
    window._overview.library = window._app.reload_library()
    routines(window, "avoided")


MAKERS: dict[str, Callable[[Any], None]] = {
    "routines": routines,
    "routines-filtered": _filtered,
    "routines-nothing": _nothing,
    "routines-sore": _sore,
    "routines-own": _own,
}
