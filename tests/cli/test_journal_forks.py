"""``journal forks``: what two computers changed at once, listed and chosen from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recovery_coach.base.clock import SystemClock
from recovery_coach.base.paths import find_paths
from recovery_coach.journal import Journal, PainEntry
from recovery_coach.journal.brought import Brought
from tests.cli.conftest import Run
from tests.journal.make import pain


@pytest.fixture
def other(journal: Journal, tmp_path: Path) -> Journal:
    """Another computer with the same two entries."""
    for name in ("abc1", "abc2"):
        journal.append(pain(3), record_id=name)
    opened = Journal.open(tmp_path / "other.sqlite3", SystemClock())
    opened.unite(Brought(journal.path, tuple(journal.versions())))
    return opened


def meet(journal: Journal, other: Journal) -> None:
    journal.unite(Brought(other.path, tuple(other.versions())))
    other.close()


@pytest.fixture
def forked(journal: Journal, other: Journal) -> Journal:
    """Each was changed in both places; the second was deleted in one of them."""
    journal.revise("abc1", pain(5, note="here"))
    other.revise("abc1", pain(6, note="there"))
    journal.revise("abc2", pain(7))
    other.delete("abc2")
    meet(journal, other)
    return journal


def test_each_is_listed_with_its_ways(run: Run, forked: Journal):
    found = json.loads(run("journal", "forks", "--json").stdout)
    assert {one["id"] for one in found} == {"abc1", "abc2"}
    assert list(found[0]) == ["id", "shown", "others"]
    shown = run("journal", "forks").stdout
    for words in (
        "Shown now",
        "“here”",
        "Number: 5",
        "“there”",
        "Number: 6",
        "Deleted",
        "from this computer",
        "from another",
        "forks ID VERSION",
    ):
        assert words.casefold() in shown.casefold()
    for fork in found:
        for one in (fork["shown"], *fork["others"]):
            assert one["version"][:8] in shown


def test_one_is_chosen(run: Run, forked: Journal):
    (fork,) = json.loads(run("journal", "forks", "abc1", "--json").stdout)
    other = fork["others"][0]
    done = run("journal", "forks", "abc1", other["version"][:8])
    assert done.exit_code == 0, done.output
    assert other["fields"]["note"] in done.stdout
    entry = forked.get("abc1")
    assert entry is not None
    assert isinstance(entry.record, PainEntry)
    assert entry.record.note == other["fields"]["note"]
    (left,) = json.loads(run("journal", "forks", "--json").stdout)
    assert left["id"] == "abc2"


def test_what_is_shown_may_be_chosen_as_well(run: Run, forked: Journal):
    (fork,) = json.loads(run("journal", "forks", "abc1", "--json").stdout)
    chosen = fork["shown"]["version"]
    told = json.loads(run("journal", "forks", "abc1", chosen, "--json").stdout)
    assert (told["done"], told["chosen"], told["fork"]) == (True, chosen, fork)
    assert len(json.loads(run("journal", "forks", "--json").stdout)) == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("zzz",), "nothing to choose of zzz"),
        (("abc",), "abc1"),
        (("abc1", "zzz"), "none of the versions"),
        (("abc1", ""), "none of the versions"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    run: Run, forked: Journal, arguments: tuple[str, ...], words: str
):
    done = run("journal", "forks", *arguments)
    assert done.exit_code == 2
    assert words in done.stderr


def test_where_nothing_was_changed_twice(run: Run, journal: Journal):
    journal.append(pain(3))
    assert "nothing to choose" in run("journal", "forks").stdout


def test_before_the_first_entry_nothing_is_made(run: Run, home: Path):
    assert "no journal yet" in run("journal", "forks").stdout
    assert json.loads(run("journal", "forks", "--json").stdout) == []
    assert not find_paths(home).data.exists()
