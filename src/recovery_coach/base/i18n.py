"""Translation, through gettext, for the Qt-free rooms and the window alike.

Words that stand in data files (names, cues) are passed through :func:`tr` where they are shown.
"""

from __future__ import annotations

import gettext
import math
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

_translations: gettext.NullTranslations = gettext.NullTranslations()


def use_language(locale_folder: Path, languages: Sequence[str] | None = None) -> None:
    """Load the catalogue for ``languages`` (default: the environment's); English where none is."""
    global _translations
    if locale_folder.is_dir():  # else looking for a catalogue takes longer than is worth it
        _translations = gettext.translation(
            "recovery_coach", str(locale_folder), languages, fallback=True
        )
    else:
        _translations = gettext.NullTranslations()


def tr(text: str) -> str:
    """``text`` in the user's language."""
    return _translations.gettext(text) if text else ""


def trn(one: str, many: str, count: int) -> str:
    """The singular or plural form for ``count``, with ``{n}`` filled in."""
    return _translations.ngettext(one, many, count).format(n=count)


def duration(seconds: float) -> str:
    """A length in words, to the second: ``8 min``, ``6 min 20 s``, ``45 s``."""
    whole = round(seconds)
    minutes, rest = divmod(whole, 60)
    if minutes == 0:
        return tr("{s} s").format(s=rest)
    if rest == 0:
        return tr("{m} min").format(m=minutes)
    return tr("{m} min {s} s").format(m=minutes, s=rest)


def minutes(seconds: float) -> str:
    """A length to the nearest minute, never below one: ``8 min``."""
    return tr("{m} min").format(m=max(1, round(seconds / 60)))


def clock_time(seconds: float) -> str:
    """A time left: ``4:35``, ``1:04:05``; part seconds round up, so that 0:00 means none left.

    Less than a millisecond is no part second: a difference of two times of a timeline is seldom
    a round number, and 20.000000000000004 s must not show as 0:21.
    """
    whole = max(0, math.ceil(seconds - 0.001))
    hours, rest = divmod(whole, 3600)
    minutes_, secs = divmod(rest, 60)
    return f"{hours}:{minutes_:02}:{secs:02}" if hours else f"{minutes_}:{secs:02}"


def weekday(day: date) -> str:
    """The name of the day of the week."""
    names = (
        tr("Monday"),
        tr("Tuesday"),
        tr("Wednesday"),
        tr("Thursday"),
        tr("Friday"),
        tr("Saturday"),
        tr("Sunday"),
    )
    return names[day.weekday()]


def long_date(day: date) -> str:
    """A date as a heading: ``Sunday 22 November``."""
    months = (
        tr("January"),
        tr("February"),
        tr("March"),
        tr("April"),
        tr("May"),
        tr("June"),
        tr("July"),
        tr("August"),
        tr("September"),
        tr("October"),
        tr("November"),
        tr("December"),
    )
    return tr("{weekday} {day} {month}").format(
        weekday=weekday(day), day=day.day, month=months[day.month - 1]
    )


def when(moment: datetime, now: datetime) -> str:
    """A past moment in the words of a diary: ``today 07:40``, ``yesterday 18:05``."""
    days = (now.date() - moment.date()).days
    clock = f"{moment:%H:%M}"
    if days == 0:
        return tr("today {clock}").format(clock=clock)
    if days == 1:
        return tr("yesterday {clock}").format(clock=clock)
    return tr("{date}, {clock}").format(date=long_date(moment.date()), clock=clock)
