"""The check-in in words: what can be chosen, and what an entry says. Pure.

Nothing is said of what is missing: an entry that is a number alone has no facts beside its title.
The words for pain are those of facts 4.9, a free list without a score; the anchors and the kinds of
training are our own (facts 4.3, 4.5; S3-02 for the lifts that tend to set it off).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, time

from recovery_coach.base.i18n import capital, number, tr, trn, within
from recovery_coach.journal import PainEntry, region_scores
from recovery_coach.library.regions import body_regions
from recovery_coach.settings.model import Units

MOST_QUALITIES = 3
"""Words for one pain (facts 4.3)."""
FLUID_OUNCE = 0.0295735
"""Litres in a fluid ounce of the United States."""

Choices = Sequence[tuple[str, str]]
"""Ids as the journal holds them, with their words."""


# -- what can be chosen ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Family:
    """Words for pain that belong together."""

    title: str
    words: Choices


def families() -> tuple[Family, ...]:
    """The 16 words of facts 4.9. The titles say how it feels, and not what it comes from."""
    return (
        Family(
            tr("Dull or tight"),
            (
                ("dull", tr("Dull")),
                ("achy", tr("Achy")),
                ("tight", tr("Tight")),
                ("stiff", tr("Stiff")),
                ("tender", tr("Tender")),
                ("cramping", tr("Cramping")),
                ("heavy", tr("Heavy")),
            ),
        ),
        Family(
            tr("Sharp or catching"),
            (
                ("sharp", tr("Sharp")),
                ("stabbing", tr("Stabbing")),
                ("catching", tr("Catching")),
                ("tearing", tr("Tearing")),
            ),
        ),
        Family(
            tr("Shooting or tingling"),
            (
                ("shooting", tr("Shooting")),
                ("burning", tr("Burning")),
                ("electric", tr("Electric")),
                ("tingling", tr("Tingling")),
                ("numb", tr("Numb")),
            ),
        ),
    )


def runs_down() -> Choices:
    """How far it runs down from the back or buttock."""
    return (
        ("no", tr("No")),
        ("buttock", tr("To the buttock")),
        ("thigh", tr("To the thigh")),
        ("below_knee", tr("To below the knee")),
    )


def runs_sides() -> Choices:
    """On which of the person's own sides."""
    return (("left", tr("Your left")), ("right", tr("Your right")), ("both", tr("Both sides")))


def trainings() -> Choices:
    """What kind of a day it was."""
    return (("trained", tr("Trained")), ("rest", tr("Rest day")))


def lifts() -> Choices:
    """What was trained."""
    return (
        ("deadlift", tr("Deadlift")),
        ("rdl", tr("Romanian deadlift")),
        ("squat", tr("Squat")),
        ("row", tr("Row")),
        ("bench_press", tr("Bench press")),
        ("overhead_press", tr("Overhead press")),
        ("swing", tr("Swing")),
        ("other", tr("Machines, other")),
    )


def tags() -> Choices:
    """What was taken or done for it: never a dose."""
    return (
        ("heat", tr("Heat")),
        ("cold", tr("Cold")),
        ("massage", tr("Massage")),
        ("medicine", tr("Medicine")),
    )


# -- what an entry says ----------------------------------------------------------------------


def title_of(entry: PainEntry) -> str:
    """An entry in a line: its number, or else that it is one."""
    if entry.nrs is not None:
        return tr("Pain {number} of 10").format(number=entry.nrs)
    if entry.leg_nrs is not None:
        return tr("Leg pain {number} of 10").format(number=entry.leg_nrs)
    return tr("Check-in")


def facts_of(entry: PainEntry, units: Units = "metric") -> tuple[str, ...]:
    """What else is in it, a line for each thing asked; the note is not among them."""
    said = (" · ".join(part for part in line if part) for line in _lines(entry, units))
    return tuple(capital(line) for line in said if line)


def told_of(entry: PainEntry, units: Units = "metric") -> tuple[str, ...]:
    """The same in parts, to go on the line of an entry."""
    words = {*chosen_words("qualities", entry.qualities), *chosen_words("taken", entry.taken)}
    parts = (part for line in _lines(entry, units) for part in line if part)
    return tuple(within(part) if part in words else part for part in parts)


def _lines(entry: PainEntry, units: Units) -> tuple[tuple[str, ...], ...]:
    leg = entry.leg_nrs if entry.nrs is not None else None
    return (
        (_scored(tr("leg {number}"), leg), _scored(tr("worst {number}"), entry.worst_nrs)),
        tuple(_places(entry)),
        chosen_words("qualities", entry.qualities),
        (_stiff(entry), _woke(entry), _running(entry)),
        (_sleep(entry), *_mind(entry)),
        (_water(entry, units), _training(entry)),
        chosen_words("taken", entry.taken),
    )


def says_something(entry: PainEntry) -> bool:
    """Whether anything was answered in it at all."""
    return any(
        getattr(entry, field.name) not in (None, (), "")
        for field in fields(entry)
        if field.name not in ("at", "source", "session")
    )


def litres_words(litres: float, units: Units = "metric") -> str:
    """Water in the person's units."""
    if units == "imperial":
        return tr("{n} fl oz").format(n=number(litres / FLUID_OUNCE))
    return tr("{n} l").format(n=_short(litres))


def hours_words(hours: float) -> str:
    """How long a night was."""
    return tr("{n} h").format(n=_short(hours))


def _scored(text: str, value: int | None) -> str:
    return "" if value is None else text.format(number=value)


def _places(entry: PainEntry) -> Iterator[str]:
    known = body_regions()
    for region, score in region_scores(entry).items():
        yield known.words(region) if score is None else f"{known.words(region)} {score}"


def choices_of(field: str) -> Choices:
    """What can be chosen for a field of an entry; nothing where it is no choice."""
    return {
        "qualities": lambda: tuple(word for family in families() for word in family.words),
        "runs_down": runs_down,
        "runs_side": runs_sides,
        "training": trainings,
        "lifts": lifts,
        "taken": tags,
    }.get(field, tuple)()


def chosen_words(field: str, values: Iterable[str]) -> tuple[str, ...]:
    """The words of what was chosen; an id that only a newer program knows stands for itself."""
    known = dict(choices_of(field))
    return tuple(known.get(value, value.replace("_", " ")) for value in values)


def _stiff(entry: PainEntry) -> str:
    if entry.stiff_minutes is None:
        return ""
    if entry.stiff_minutes == 0:
        return tr("not stiff in the morning")
    return tr("stiff for {m} min in the morning").format(m=entry.stiff_minutes)


def _woke(entry: PainEntry) -> str:
    if entry.woke is None:
        return ""
    return tr("woke at night") if entry.woke else tr("did not wake at night")


def _running(entry: PainEntry) -> str:
    told = {
        "no": tr("does not run down"),
        "buttock": tr("runs down to the buttock"),
        "thigh": tr("runs down to the thigh"),
        "below_knee": tr("runs down below the knee"),
    }
    how_far = told.get(entry.runs_down or "", entry.runs_down or "")
    if entry.runs_side is None or entry.runs_down == "no":
        return how_far
    (side,) = chosen_words("runs_side", (entry.runs_side,))
    return tr(", ").join(part for part in (how_far, within(side)) if part)


def _sleep(entry: PainEntry) -> str:
    hours, quality = entry.sleep_hours, entry.sleep_quality
    if hours is None:
        return _scored(tr("sleep quality {number}"), quality)
    slept = tr("{n} h of sleep").format(n=_short(hours))
    parts = (slept, _scored(tr("quality {number}"), quality))
    return tr(", ").join(part for part in parts if part)


def _mind(entry: PainEntry) -> tuple[str, ...]:
    return (
        _scored(tr("stress {number}"), entry.stress),
        _scored(tr("mood {number}"), entry.mood),
    )


def _water(entry: PainEntry, units: Units) -> str:
    if entry.water is None:
        return ""
    return tr("water {amount}").format(amount=litres_words(entry.water, units))


def _training(entry: PainEntry) -> str:
    minutes = entry.training_minutes
    parts = [
        *chosen_words("training", (entry.training,) if entry.training else ()),
        *map(within, chosen_words("lifts", entry.lifts)),
        trn("{n} minute", "{n} minutes", minutes) if minutes is not None else "",
        _scored(tr("effort {number}"), entry.effort),
    ]
    return within(tr(", ").join(part for part in parts if part))


def _short(value: float) -> str:
    """With as many decimals as it needs, up to two."""
    decimals = next(d for d in (0, 1, 2) if d == 2 or abs(value - round(value, d)) < 0.001)
    return number(value, decimals)


# -- when ------------------------------------------------------------------------------------


def on_day(day: date, clock: time, now: datetime) -> datetime:
    """A time of a day where ``now`` is: with that day's own summer or winter time.

    A clock that stands in another zone than this computer's is taken as it is.
    """
    naive = datetime.combine(day, clock)
    at_home = now.astimezone().utcoffset() == now.utcoffset()
    return naive.astimezone() if at_home else naive.replace(tzinfo=now.tzinfo)
