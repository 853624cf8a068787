"""Days with something beside days without it, in words: medians with their n, the lag, no cause."""

from __future__ import annotations

from recovery_coach.base.i18n import capital, tr, trn
from recovery_coach.coach.trend_words import score
from recovery_coach.insight.factors import NEEDED, Factor, Group


def factor_title(name: str) -> str:
    """What the days are told apart by, and when pain was looked at."""
    return {
        "short_night": tr("After a night under 6 hours, on the same day"),
        "rest": tr("The day after a rest day"),
        "heavy": tr("The day after very hard training"),
    }.get(name, name)


def factor_words(found: Factor) -> str:
    """Both groups of days; or how many there are, while they are too few."""
    with_it, without = _parts(found.name)
    if not found.enough:
        text = tr("Not enough days yet: {with_it}, {without}; {needed} of each are needed.")
        return text.format(
            with_it=_counted(with_it, found.with_it.n),
            without=_counted(without, found.without.n),
            needed=NEEDED,
        )
    text = tr("{with_it}: {one}. {without}: {other}.")
    return text.format(
        with_it=capital(with_it),
        one=_group(found.with_it),
        without=capital(without),
        other=_group(found.without),
    )


def caveat() -> str:
    """What stands below them all."""
    return tr("Such days differ in other things, too. This describes them; it explains nothing.")


def _parts(name: str) -> tuple[str, str]:
    return {
        "short_night": (tr("after short nights"), tr("after other nights")),
        "rest": (tr("after rest days"), tr("after training days")),
        "heavy": (tr("after very hard days"), tr("after other days")),
    }.get(name, (tr("with it"), tr("without it")))


def _counted(words: str, n: int) -> str:
    return tr("{n} {what}").format(what=words, n=n)


def _group(group: Group) -> str:
    """``median 4 (interval 3 to 5, 12 days)``."""
    days = trn("{n} day", "{n} days", group.n)
    if group.median is None:
        return days
    if group.interval is None:
        return tr("median {median} ({days})").format(median=score(group.median), days=days)
    text = tr("median {median} (interval {low} to {high}, {days})")
    low, high = score(group.interval.low), score(group.interval.high)
    return text.format(median=score(group.median), low=low, high=high, days=days)
