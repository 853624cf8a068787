"""The traffic light of one session in words, for its entry's page: a borrowed rule (facts 4.4).

It was made for knees and Achilles tendons, and that is said each time. Where what stands sends to a
professional it is not shown at all: no borrowed rule stands beside a warning sign. A zone is a
word, never a colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from recovery_coach.base.i18n import tr
from recovery_coach.coach.entry_words import level_words
from recovery_coach.coach.trend_words import score
from recovery_coach.insight.plain import Occasion
from recovery_coach.insight.traffic import A_POINT, Light, Zone, light
from recovery_coach.redflags.model import Level, rank


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read: a title, a line for each column, the next step, and always the note.

    ``zone`` is None where nothing was said that could be read, or where it is not shown: then
    ``columns`` and ``step`` are empty, and ``note`` says why.
    """

    title: str
    zone: Zone | None
    columns: tuple[str, ...]
    step: str
    note: str


def reading(
    occasion: Occasion,
    *,
    alarming: bool,
    usual: float | None,
    rises: bool | None,
    level: Level,
) -> Reading:
    """The light of a session; the other values are those of ``insight.traffic``.

    ``level`` is what stands now, not what stood on the day of the session.
    """
    title = tr("Traffic light")
    if rank(level) >= rank("book"):
        text = tr("Not shown while this stands: {level}. That goes before any rule for training.")
        return Reading(title, None, (), "", text.format(level=level_words(level)))
    said = [number for number in (occasion.worst, occasion.after) if number is not None]
    during = max(said, default=None)
    found = light(during, alarming, occasion.morning, usual, rises)
    if found.zone is None:
        nothing = tr("No number was given that could be read.")
        return Reading(title, None, (nothing,), "", note())
    return Reading(
        title=tr("Traffic light: {zone}").format(zone=zone_words(found.zone)),
        zone=found.zone,
        columns=(
            _during(found, during, alarming),
            _morning(found, occasion.morning),
            _week(found),
        ),
        step=_open() if level == "not fully checked" else step_words(found.zone),
        note=note(),
    )


def zone_words(zone: Zone) -> str:
    """A zone by its name."""
    return {"green": tr("green"), "amber": tr("amber"), "red": tr("red")}[zone]


def step_words(zone: Zone) -> str:
    """What the rule has as the next step; it is for the person to decide."""
    return {
        "green": tr("By this rule: go on as it is; a little more may be tried."),
        "amber": tr(
            "By this rule: keep the load or lower it, take easier variants, and begin no new lifts."
        ),
        "red": tr(
            "By this rule: leave out the lift that hurt, lower the load, and answer the questions"
            " about warning signs."
        ),
    }[zone]


def _open() -> str:
    """Nothing is advised while a question has no answer (facts 5.3, 2)."""
    return tr("Some questions about warning signs are open. They go before any next step.")


def note() -> str:
    """What stands beside it, always."""
    return tr(
        "A borrowed rule, made for knees and Achilles tendons and not validated for backs. It never"
        " goes before a warning sign."
    )


# -- the columns -------------------------------------------------------------------------------


def _during(found: Light, highest: int | None, alarming: bool) -> str:
    if alarming:
        said = tr("sharp, in the leg, or with numbness")
    elif highest is None:
        said = tr("no number")
    else:
        said = tr("up to {score} of 10").format(score=highest)
    return _column(tr("In the session and after it: {said}"), said, found.during)


def _morning(found: Light, number: int | None) -> str:
    text = tr("The next morning: {said}")
    if number is None:
        return _column(text, tr("no number"), None)
    if found.baseline is None:
        said = tr("{score} of 10, and nothing to compare it with")
        return _column(text, said.format(score=number), None)
    up = number - found.baseline
    said = tr("{score} of 10, {up} above the baseline of {baseline}")
    if up < A_POINT:
        said = tr("{score} of 10, at the baseline of {baseline} or below")
    if 0 < up < A_POINT:
        said = tr("{score} of 10, under a point above the baseline of {baseline}")
    told = said.format(score=number, up=score(up), baseline=score(found.baseline))
    return _column(text, told, found.morning)


def _week(found: Light) -> str:
    said = {
        "red": tr("the median of the week rose"),
        "green": tr("the median of the week did not rise"),
    }.get(found.week or "", tr("too few days to compare"))
    return _column(tr("From week to week: {said}"), said, found.week)


def _column(text: str, said: str, zone: Zone | None) -> str:
    """``The next morning: 5 of 10, 2 above the baseline of 3 (red).``"""
    if zone is None:
        return tr("{text}.").format(text=text.format(said=said))
    return tr("{text} ({zone}).").format(text=text.format(said=said), zone=zone_words(zone))
