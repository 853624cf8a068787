"""Whatever happens in a check is its finding: one line, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from recovery_coach.cli.proving.check import Check, FaultError, Finding, Outcome, perform, some
from recovery_coach.cli.proving.trial import Trial
from recovery_coach.cli.signals import Interrupted
from recovery_coach.journal import JournalTrouble
from tests.fakes import ManualClock


def performed(trial: Trial, raised: Exception | None) -> Finding:
    def run(_: Trial) -> Finding:
        if raised is not None:
            raise raised
        return Finding("fine")

    return perform(Check("it", "It", run), trial, ManualClock(), {}).finding


def test_a_part_that_works(trial: Trial):
    assert performed(trial, None) == Finding("fine", "", "ok")


@pytest.mark.parametrize(
    "raised",
    [
        FaultError("it is broken"),
        ValueError("it is broken\nin many ways"),
        OSError(28, "it is broken"),
        ModuleNotFoundError("it is broken"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_a_part_that_does_not(trial: Trial, raised: Exception):
    finding = performed(trial, raised)
    assert finding.result == "failed"
    assert "it is broken" in finding.found
    assert "\n" not in finding.found
    assert finding.mend


def test_trouble_with_the_journal_is_told_in_its_own_words(trial: Trial):
    trouble = JournalTrouble("full", Path("journal.sqlite3"))
    assert performed(trial, trouble) == Finding(trouble.title, trouble.advice, "failed")


def test_an_interruption_is_no_fault(trial: Trial):
    with pytest.raises(Interrupted):
        performed(trial, Interrupted(2))


def test_what_needs_a_part_that_failed_is_not_tried(trial: Trial):
    def run(_: Trial) -> Finding:
        raise AssertionError("it was tried")

    clock = ManualClock()
    first = Check("first", "The first", run)
    second = Check("second", "The second", run, ("first",))
    third = Check("third", "The third", run, ("second",))
    done: dict[str, Outcome] = {}
    for check in (first, second, third):
        done[check.id] = perform(check, trial, clock, done)
    assert [one.finding.result for one in done.values()] == ["failed", "skipped", "skipped"]
    assert "The first" in done["second"].finding.found


def test_it_tells_how_long_it_took(trial: Trial):
    clock = ManualClock()

    def run(_: Trial) -> Finding:
        clock.advance(1.5)
        return Finding("")

    assert perform(Check("it", "It", run), trial, clock, {}).seconds == 1.5


def test_of_many_names_the_first_are_told():
    assert some(["a", "b"]) == "a, b"
    assert some(list("abcdefg")) == "a, b, c, d, e and 2 more"
