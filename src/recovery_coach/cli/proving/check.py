"""What a check is, and what comes of it: one line, and for a failure what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from recovery_coach.base.clock import Clock
from recovery_coach.base.i18n import tr
from recovery_coach.cli.proving.packages import missing_library, package_words
from recovery_coach.cli.proving.trial import Trial
from recovery_coach.cli.signals import Interrupted
from recovery_coach.journal import JournalTrouble

Result = Literal["ok", "warning", "failed", "skipped"]
MOST_NAMES = 5
"""Things that are named where many are wrong; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found; ``mend`` says what to do where it is not ok."""

    found: str
    mend: str = ""
    result: Result = "ok"


class FaultError(Exception):
    """A part that does not work: what was found, and what to do."""

    def __init__(self, found: str, mend: str = "") -> None:
        super().__init__(found)
        self.found, self.mend = found, mend or whole_again()


@dataclass(frozen=True, slots=True)
class Check:
    """One part to try. ``needs``: ids of those that must not have failed before."""

    id: str
    label: str
    run: Callable[[Trial], Finding]
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """A check that was performed, and how long it took."""

    check: Check
    finding: Finding
    seconds: float


def perform(check: Check, trial: Trial, clock: Clock, before: Mapping[str, Outcome]) -> Outcome:
    """Try it; whatever goes wrong in it is its finding. Raises Interrupted."""
    begun = clock.monotonic()
    for need in check.needs:
        if before[need].finding.result in ("failed", "skipped"):
            text = tr("it needs: {name}").format(name=before[need].check.label)
            return Outcome(check, Finding(text, result="skipped"), 0.0)
    try:
        finding = check.run(trial)
    except Interrupted:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, it is the answer
        finding = explained(error)
    return Outcome(check, finding, clock.monotonic() - begun)


def explained(error: Exception) -> Finding:
    """An error as a person can use it."""
    if isinstance(error, FaultError):
        return Finding(error.found, error.mend, "failed")
    if isinstance(error, JournalTrouble):
        detail = f"{error.title} {error.detail}".strip()
        return Finding(detail, error.advice, "failed")
    lines = str(error).strip().splitlines()
    text = lines[0] if lines else ""
    if missing_library(text):
        return Finding(text, package_words(text), "failed")
    if isinstance(error, ModuleNotFoundError):
        return Finding(text, whole_again(), "failed")
    return Finding(f"{type(error).__name__}: {text}", whole_again(), "failed")


def whole_again() -> str:
    """What to do where a part of the program itself is missing or damaged."""
    return tr("Install the program again; if this stays, tell whoever packaged it.")


def some(names: Sequence[str], most: int = MOST_NAMES) -> str:
    """The first few of them, and how many more there are."""
    shown = ", ".join(names[:most])
    more = len(names) - most
    return tr("{names} and {n} more").format(names=shown, n=more) if more > 0 else shown
