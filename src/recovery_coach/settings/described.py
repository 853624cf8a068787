"""The settings page as data: sections, titles, help and what each control offers.

Built when asked for, not at import, so that every word is in the language of that moment.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recovery_coach.base.i18n import duration, tr
from recovery_coach.settings.model import LONGEST, MOST_A_WEEK, TEXT_SIZES, VOLUMES


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several values, each with its words; ``folded`` into a list, though they are few."""

    options: tuple[tuple[object, str], ...]
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Seconds:
    """A number of seconds from 0 to ``most``."""

    most: int = LONGEST


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text of the person's own; ``empty``: what it means to leave it so."""

    empty: str


@dataclass(frozen=True, slots=True)
class Switch:
    """On or off."""


@dataclass(frozen=True, slots=True)
class Described:
    """One setting: the field's ``name``, its words, and the control it takes.

    ``beside``: that stands in the row of the setting before it, which says what both are about.
    """

    name: str
    title: str
    help: str
    control: Choice | Line | Seconds | Switch
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Settings that belong together."""

    title: str
    settings: tuple[Described, ...]


def sections(
    languages: Sequence[tuple[str, str]], countries: Sequence[tuple[str, str]]
) -> tuple[Section, ...]:
    """All sections. ``languages`` and ``countries``: code and name of each there is."""
    return (
        _look(languages),
        _session(),
        sound_section(),
        timing_section(),
        _aims(),
        _place(countries),
    )


def timing_section() -> Section:
    """The three timings; a routine's own page shows them, too."""
    return Section(
        tr("Time in between"),
        (
            Described(
                "get_ready",
                tr("To get ready"),
                tr("Seconds before the first exercise."),
                Seconds(),
            ),
            Described(
                "switch",
                tr("To switch sides"),
                tr("Seconds to turn over; people ask for 5 to 10."),
                Seconds(),
            ),
            Described(
                "transition",
                tr("Between exercises"),
                tr("Seconds to get to the next place and fetch what it needs."),
                Seconds(),
            ),
            Described(
                "sore_extra",
                tr("More on a sore day"),
                tr("Seconds added to the two above when today's number is 3 or more."),
                Seconds(),
            ),
        ),
    )


def count_aloud() -> Described:
    """What is counted aloud; a routine's own page shows it, too."""
    return Described(
        "count_aloud",
        tr("Counted aloud"),
        tr("Repetitions, and the last seconds of a hold."),
        Choice(
            (
                ("all", tr("All")),
                ("last_three", tr("Last three")),
                ("none", tr("None")),
            )
        ),
    )


def sound_section() -> Section:
    """Voice, tones and silence: each by itself, in the order in which one thinks of them."""
    options = tuple((level, tr("{n} %").format(n=level)) for level in VOLUMES)
    levels = Choice(options, folded=True)
    return Section(
        tr("Sound"),
        (
            Described("voice", tr("Voice"), tr("Says moves, sides and counts."), Switch()),
            Described("voice_volume", tr("Voice, how loud"), "", levels, beside=True),
            count_aloud(),
            Described(
                "tones", tr("Tones"), tr("Chimes at every change, ticks at 3-2-1."), Switch()
            ),
            Described("tone_volume", tr("Tones, how loud"), "", levels, beside=True),
            Described(
                "finish_volume",
                tr("The end, how loud"),
                tr("The tone that a session ends with."),
                levels,
            ),
            Described(
                "silent",
                tr("Silence"),
                tr("No sound at all; captions stay. M does the same in a session."),
                Switch(),
            ),
        ),
    )


def _look(languages: Sequence[tuple[str, str]]) -> Section:
    sizes = tuple((size, tr("{n} %").format(n=size)) for size in TEXT_SIZES)
    return Section(
        tr("Look"),
        (
            Described(
                "theme",
                tr("Theme"),
                tr("System follows your desktop, as far as it tells."),
                Choice(
                    (
                        ("system", tr("System")),
                        ("dark", tr("Dark")),
                        ("light", tr("Light")),
                        ("contrast", tr("High contrast")),
                    )
                ),
            ),
            Described(
                "text_size",
                tr("Text size"),
                tr("On top of the size your system uses."),
                Choice(sizes),
            ),
            Described(
                "reduced_motion",
                tr("Reduced motion"),
                tr("Pages change at once, and nothing slides."),
                Switch(),
            ),
            Described(
                "language",
                tr("Language"),
                tr("Takes effect at the next start."),
                Choice((("", tr("As the system")), *languages)),
            ),
        ),
    )


def _session() -> Section:
    return Section(
        tr("Session"),
        (
            Described(
                "count",
                tr("Seconds count"),
                tr("Repetitions always count up."),
                Choice((("down", tr("Down: what is left")), ("up", tr("Up: what is done")))),
            ),
            Described(
                "flash",
                tr("Flash at changes"),
                tr(
                    "The whole screen lights up softly once when a set begins, ends or sides"
                    " switch; with reduced motion it has a border for a second."
                ),
                Switch(),
            ),
        ),
    )


def _aims() -> Section:
    """How often the person wants to: weeks are looked at beside it, and no row of days."""
    often = Choice(
        (
            (0, tr("No aim")),
            *((n, tr("{n} a week").format(n=n)) for n in range(1, MOST_A_WEEK + 1)),
        ),
        folded=True,
    )
    return Section(
        tr("What you aim for"),
        (
            Described(
                "aim_flexibility",
                tr("Flexibility"),
                tr(
                    "Sessions of stretching and mobility. Three a week is a start many people use;"
                    " change it as you like."
                ),
                often,
            ),
            Described(
                "aim_core",
                tr("Core"),
                tr("Sessions of core work. Two or three a week is a start many people use."),
                often,
            ),
        ),
    )


def _place(countries: Sequence[tuple[str, str]]) -> Section:
    return Section(
        tr("Where you are"),
        (
            Described(
                "country",
                tr("Country"),
                tr("Decides which numbers to call are shown in an emergency."),
                Choice((("", tr("Not said")), *countries)),
            ),
            *_own_numbers(),
            Described(
                "week_start",
                tr("The week begins on"),
                tr("For calendars and weekly figures."),
                Choice(
                    (
                        ("monday", tr("Monday")),
                        ("sunday", tr("Sunday")),
                        ("saturday", tr("Saturday")),
                    )
                ),
            ),
            Described(
                "units",
                tr("Units"),
                tr("For weights and water, where they are entered."),
                Choice((("metric", tr("Kilograms, litres")), ("imperial", tr("Pounds, ounces")))),
            ),
        ),
    )


def _own_numbers() -> tuple[Described, ...]:
    """Numbers to call, in the place of the country's."""
    usual = tr("As in your country")
    return (
        Described(
            "own_emergency",
            tr("Emergency number"),
            tr("Yours in the place of your country's; empty, that one holds."),
            Line(usual),
        ),
        Described(
            "own_advice",
            tr("Advice line"),
            tr("A number that answers health questions by day and night, if you have one."),
            Line(usual),
        ),
        Described(
            "own_crisis",
            tr("Crisis line"),
            tr("A number for the hours when everything is too much."),
            Line(tr("None")),
        ),
    )


def in_words(described: Described, value: object) -> str:
    """A setting and its value: ``Theme: Dark``."""
    kind = described.control
    if isinstance(kind, Choice):
        shown = dict(kind.options).get(value, str(value))
    elif isinstance(kind, Line):
        shown = str(value) or kind.empty
    elif isinstance(kind, Seconds):
        shown = duration(float(str(value)))
    else:
        shown = tr("On") if value else tr("Off")
    text = tr("{setting}: {choice}").format(setting=described.title, choice=shown)
    if described.name == "language":
        return tr("{text}. It takes effect at the next start.").format(text=text)
    return text
