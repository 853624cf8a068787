"""Translation, through gettext, for the Qt-free rooms and the window alike.

English stands in the source; ``resources/locale`` has the catalogues of the other languages, made
by ``python3 dev.py strings``. Words that stand in data files (names, cues) are passed through
:func:`tr` where they are shown. Nothing is translated while a module is imported: the language is
not known then.
"""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Literal, Protocol

DOMAIN = "recovery_coach"
SOURCE = "en"
"""The language of the source: it has no catalogue."""
PSEUDO = "xx"
"""Not a language: the English made longer, accented and bracketed, to see what was missed."""
PSEUDO_RTL = "xy"
"""The same, written from right to left."""

_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})


class Catalogue(Protocol):
    """What gettext's translations can do, as far as it is used here."""

    def gettext(self, message: str, /) -> str:
        """``message`` translated."""

    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str:
        """The form of ``msgid1`` and ``msgid2`` for ``n``, translated."""


class _English:
    def gettext(self, message: str, /) -> str:
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str:
        return msgid1 if n == 1 else msgid2


_translations: Catalogue = _English()
_language = SOURCE
_in_use: tuple[Path, str] | None = None


# -- choosing ------------------------------------------------------------------------------


def use_language(locale_folder: Path, languages: Sequence[str] | None = None) -> None:
    """Speak the first of ``languages`` (default: the system's) that there is, else English."""
    global _translations, _language, _in_use
    for code in _candidates(languages or system_languages()):
        if (locale_folder, code) == _in_use:
            return
        found = _find(locale_folder, code)
        if found is not None:
            _translations, _language, _in_use = found, code, (locale_folder, code)
            return
    _translations, _language, _in_use = _English(), SOURCE, None


def language() -> str:
    """The code of the language in use: ``en``, ``de``."""
    return _language


def text_direction() -> Literal["ltr", "rtl"]:
    """Which way the language in use is written."""
    rtl = _language == PSEUDO_RTL or _language.partition("_")[0] in _RIGHT_TO_LEFT
    return "rtl" if rtl else "ltr"


def languages(locale_folder: Path) -> list[tuple[str, str]]:
    """Code and own name of every language there is, English first."""
    found = [(SOURCE, "English")]
    for path in sorted(locale_folder.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")):
        catalogue = _load(path)
        if catalogue is not None:
            # Translators: the name of the language that you translate into, in itself.
            found.append((path.parent.parent.name, catalogue.gettext("English")))
    return found


def system_languages(
    environ: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> list[str]:
    """The languages the person's system is set to, the most wanted first."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return environ[name].split(":")
    return [_named_by_the_system()] if platform in ("win32", "darwin") else []


def _named_by_the_system() -> str:
    """The language of a system that tells it in no variable; Windows says ``German_Germany``."""
    import locale

    name = locale.getlocale()[0] or ""
    first = name.partition("_")[0]
    return locale.normalize(first) if len(first) > 3 else name


def _candidates(wanted: Sequence[str]) -> list[str]:
    """The codes to look for: ``de_AT.UTF-8`` means ``de_AT``, or else ``de``."""
    codes = []
    for text in wanted:
        code = text.partition(".")[0].partition("@")[0].replace("-", "_")
        if code in ("C", "POSIX"):
            codes.append(SOURCE)
        elif code.replace("_", "").isalnum():
            codes += [code, code.partition("_")[0]]
    return codes


def _find(locale_folder: Path, code: str) -> Catalogue | None:
    if code == SOURCE:
        return _English()
    if code in (PSEUDO, PSEUDO_RTL):
        from recovery_coach.base.pseudo import RIGHT_TO_LEFT, Pseudo

        return Pseudo(RIGHT_TO_LEFT if code == PSEUDO_RTL else "")
    return _load(locale_folder / code / "LC_MESSAGES" / f"{DOMAIN}.mo")


def _load(path: Path) -> Catalogue | None:
    """The catalogue in a file; None where there is none, or where it is damaged."""
    try:
        with path.open("rb") as file:
            from gettext import GNUTranslations  # here, since English does without

            return GNUTranslations(file)
    except Exception:  # noqa: BLE001 - a damaged file fails in many ways, and English is left
        return None


# -- words ---------------------------------------------------------------------------------


def tr(text: str) -> str:
    """``text`` in the user's language."""
    return _translations.gettext(text) if text else ""


def trn(one: str, many: str, count: int) -> str:
    """The singular or plural form for ``count``, with ``{n}`` filled in."""
    return _translations.ngettext(one, many, count).format(n=count)


def noted(text: str) -> str:
    """``text`` as it is: marks it for the catalogue where it is passed through :func:`tr` later."""
    return text


def within(text: str) -> str:
    """A translated ``text`` that goes on a sentence: English then has a small first letter.

    Other languages are left as they are: German nouns stay large wherever they stand.
    """
    return text[:1].lower() + text[1:] if _language == SOURCE else text


def capital(text: str) -> str:
    """``text`` with a large first letter, as a line that stands by itself begins."""
    return text[:1].upper() + text[1:]


def number(value: float, decimals: int = 0) -> str:
    """A number as it is written in the user's language: ``3.5``, ``3,5``, ``−2``."""
    text = f"{value:.{decimals}f}".replace("-", "−")
    # Translators: the sign between a number's whole and its decimals.
    return text.replace(".", tr("."))


def duration(seconds: float) -> str:
    """A length in words, to the second: ``8 min``, ``6 min 20 s``, ``45 s``."""
    whole = round(seconds)
    minutes, rest = divmod(whole, 60)
    if minutes == 0:
        return tr("{s} s").format(s=rest)
    if rest == 0:
        return tr("{m} min").format(m=minutes)
    return tr("{m} min {s} s").format(m=minutes, s=rest)


def spoken_duration(seconds: float) -> str:
    """A length as it is said: ``45 seconds``, ``1 minute 30 seconds``, ``8 minutes``."""
    minutes, rest = divmod(round(seconds), 60)
    parts = [trn("{n} minute", "{n} minutes", minutes)] if minutes else []
    if rest or not minutes:
        parts.append(trn("{n} second", "{n} seconds", rest))
    return " ".join(parts)


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


def short_weekday(index: int) -> str:
    """The head of a column of days, 0 being Monday."""
    names = (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))
    return names[index]


def month_name(day: date) -> str:
    """The name of the month in which a day is."""
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
    return months[day.month - 1]


def short_month(month: int) -> str:
    """The name of a month, 1 to 12, where there is little room: ``Nov``."""
    names = (
        tr("Jan"), tr("Feb"), tr("Mar"), tr("Apr"), tr("May"), tr("Jun"),
        tr("Jul"), tr("Aug"), tr("Sep"), tr("Oct"), tr("Nov"), tr("Dec"),
    )  # fmt: skip
    return names[month - 1]


def long_date(day: date) -> str:
    """A date as a heading: ``Sunday 22 November``."""
    return tr("{weekday} {day} {month}").format(
        weekday=weekday(day), day=day.day, month=month_name(day)
    )


def month_and_year(day: date) -> str:
    """The month in which a day is: ``November 2026``."""
    return tr("{month} {year}").format(month=month_name(day), year=day.year)


def when(moment: datetime, now: datetime) -> str:
    """A past moment in the words of a diary: ``today 07:40``, ``yesterday 18:05``."""
    days = (now.date() - moment.date()).days
    clock = f"{moment:%H:%M}"
    if days == 0:
        return tr("today {clock}").format(clock=clock)
    if days == 1:
        return tr("yesterday {clock}").format(clock=clock)
    return tr("{date}, {clock}").format(date=long_date(moment.date()), clock=clock)
