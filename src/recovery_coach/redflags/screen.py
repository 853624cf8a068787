"""What is shown for a verdict: the same words in the window and in the terminal. Plain data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Screen:
    """In the order of facts 5.3: what to do and when, why, and last whom to turn to.

    ``why``: the reasons in plain words; ``said``: what was answered (*You said: ...*); ``watch``:
    the signs that would change the advice, always shown. ``alarm``: the screen stands alone and
    nothing can be started. ``again``: when to answer anew, where there is such a time.
    """

    do: str
    why: tuple[str, ...]
    said: tuple[str, ...]
    whom: str
    watch: tuple[str, ...]
    alarm: bool
    again: str = ""
