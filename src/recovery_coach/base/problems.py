"""What is wrong with a file a person wrote: which file, where in it, what stands there, what may.

A problem is data, not an exception: a bad file never stops the rest from loading.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from recovery_coach.base.i18n import tr


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. ``where`` is a path in the file such as ``steps[3].hold``, or empty."""

    file: Path
    where: str
    found: str
    allowed: str
    line: int | None = None

    def __str__(self) -> str:
        """One line, in the order a person mends it: file, place, what is there, what may be."""
        place = [str(self.file)]
        if self.line is not None:
            place.append(tr("line {line}").format(line=self.line))
        if self.where:
            place.append(self.where)
        text = tr("{place}: {allowed}").format(place=", ".join(place), allowed=self.allowed)
        return (
            tr("{text} (found: {found})").format(text=text, found=self.found)
            if self.found
            else text
        )


def shown(value: object, limit: int = 60) -> str:
    """A value as it may be quoted in a message: on one line, and not endless."""
    try:
        return brief(" ".join(repr(value).split()), limit)
    except (ValueError, RecursionError):  # thousands of digits, thousands of brackets
        return type(value).__name__


def brief(text: str, limit: int = 60) -> str:
    """``text``, cut off where it gets too long for a message.

    What cannot be printed is spelt out: a file must not give orders to the terminal it is shown in.
    """
    if not text.isprintable():
        text = "".join(one if one.isprintable() else repr(one)[1:-1] for one in text)
    return text if len(text) <= limit else text[: limit - 1] + "…"
