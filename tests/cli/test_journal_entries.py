"""``journal list``, ``delete`` and ``undo``: one record at a time, and nothing lost by it."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from recovery_coach.base.paths import find_paths
from recovery_coach.journal import Journal
from tests.cli.conftest import Run
from tests.journal.make import AT, hurt, one_set, pain, session


@pytest.fixture
def filled(journal: Journal) -> Journal:
    """Three days of May: 4th a number and a session with its sets, 5th and 6th a number."""
    journal.append(pain(4, note="after the drive"))
    trained = journal.append(session(state="finished"))
    journal.append(one_set(trained.record_id), record_id=f"{trained.record_id}:0")
    journal.append(hurt(trained.record_id))
    for days, number in ((1, 5), (2, 6)):
        journal.append(pain(number, at=AT + timedelta(days=days)))
    return journal


def listed(run: Run, *options: object) -> Any:
    done = run("journal", "list", "--json", *options)
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def days(run: Run, *options: object) -> list[str]:
    return [one["day"][-2:] for one in listed(run, *options)]


# -- list ------------------------------------------------------------------------------------


def test_the_newest_comes_first(run: Run, filled: Journal):
    assert days(run) == ["06", "05", "04", "04"]
    (first, *_) = listed(run)
    assert list(first) == [
        *("id", "kind", "day", "at", "written_at", "version", "deleted", "fields"),
    ]
    assert (first["kind"], first["fields"]["nrs"], first["deleted"]) == ("pain", 6, False)
    shown = run("journal", "list").stdout
    assert first["id"][:8] in shown
    assert "Pain 6 of 10" in shown
    assert "after the drive" in shown
    assert "Warmup" in shown


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--limit", 2), ["06", "05"]),
        (("--since", "2026-05-05"), ["06", "05"]),
        (("--until", "2026-05-05"), ["05", "04", "04"]),
        (("--until", "2026-05-05", "--limit", 1), ["05"]),
        (("--since", "2026-05-05", "--until", "2026-05-05"), ["05"]),
        (("--since", "2026-06-01"), []),
        (("--kind", "session"), ["04"]),
        (("--kind", "session", "--kind", "set"), ["04", "04"]),
        (("--kind", "hurt"), ["04"]),
        (("--kind", "check"), []),
        (("--deleted",), []),
    ],
)
def test_a_part_of_it(run: Run, filled: Journal, options: tuple[object, ...], expected: list[str]):
    assert days(run, *options) == expected


def test_sets_and_what_hurt_are_told_in_words(run: Run, filled: Journal):
    shown = run("journal", "list", "--kind", "set", "--kind", "hurt").stdout
    assert "Set: Bird dog" in shown
    assert "It hurt in a session" in shown


def test_what_was_deleted(run: Run, filled: Journal):
    (newest, *_) = listed(run)
    filled.delete(newest["id"])
    assert days(run) == ["05", "04", "04"]
    (gone,) = listed(run, "--deleted")
    assert (gone["id"], gone["deleted"]) == (newest["id"], True)


def test_a_number_of_a_session_that_is_there_says_so(run: Run, journal: Journal):
    trained = journal.append(session(state="finished"))
    for source in ("before", "after"):
        journal.append(pain(2, source=source, session=trained.record_id))
    shown = run("journal", "list").stdout
    assert "before a session" in shown
    assert "after a session" in shown
    assert "deleted" not in shown


@pytest.mark.parametrize("option", ["--since", "--until"])
@pytest.mark.parametrize("day", ["yesterday", "2026-02-30", ""])
def test_what_is_no_day_is_refused(run: Run, option: str, day: str):
    done = run("journal", "list", option, day)
    assert done.exit_code == 2
    assert "is not a day" in done.stderr


def test_what_is_not_there_is_said(run: Run, filled: Journal):
    assert "nothing of that kind" in run("journal", "list", "--kind", "seen").stdout


def test_before_the_first_entry_nothing_is_made(run: Run, home: Path):
    assert "no journal yet" in run("journal", "list").stdout
    assert listed(run) == []
    assert listed(run, "--deleted") == []
    assert not find_paths(home).data.exists()


# -- delete and undo -------------------------------------------------------------------------


def test_deleted_and_put_back(run: Run, filled: Journal):
    before = listed(run)
    identifier = before[0]["id"][:8]
    done = run("journal", "delete", identifier)
    assert done.exit_code == 0, done.output
    assert "Pain 6 of 10" in done.stdout
    assert f"journal undo {identifier}" in done.stdout
    assert len(listed(run)) == 3
    assert run("journal", "undo", identifier).exit_code == 0
    after = listed(run)
    assert [one["fields"] for one in after] == [one["fields"] for one in before]


def test_a_session_goes_with_its_sets(run: Run, filled: Journal):
    (trained,) = listed(run, "--kind", "session")
    assert "with its sets" in run("journal", "delete", trained["id"][:8]).stdout
    assert json.loads(run("sessions", "--json").stdout) == []


def test_an_edit_is_taken_back_and_done_again(run: Run, filled: Journal):
    (newest, *_) = listed(run)
    filled.revise(newest["id"], pain(2, at=AT + timedelta(days=2)))
    for number in (6, 2, 6):
        told = json.loads(run("journal", "undo", newest["id"], "--json").stdout)
        assert (told["done"], told["entry"]["fields"]["nrs"]) == (True, number)
    assert len(filled.history(newest["id"])) == 5


def test_what_was_only_just_written_is_deleted(run: Run, filled: Journal):
    (newest, *_) = listed(run)
    assert "it is deleted now" in run("journal", "undo", newest["id"]).stdout
    assert len(listed(run)) == 3


def test_as_json(run: Run, filled: Journal):
    (newest, *_) = listed(run)
    told = json.loads(run("journal", "delete", newest["id"], "--json").stdout)
    assert list(told) == ["done", "entry"]
    assert told["entry"]["deleted"] is True


def test_what_is_deleted_already_is_not_deleted_again(run: Run, filled: Journal):
    (newest, *_) = listed(run)
    run("journal", "delete", newest["id"])
    done = run("journal", "delete", newest["id"])
    assert done.exit_code == 1
    assert "deleted already" in done.stderr


@pytest.mark.parametrize("command", ["delete", "undo"])
@pytest.mark.parametrize("identifier", ["zzzz", ""])
def test_an_id_that_is_not_there(run: Run, filled: Journal, command: str, identifier: str):
    done = run("journal", command, identifier)
    assert done.exit_code == 2
    assert "there is no entry" in done.stderr


@pytest.mark.parametrize("command", ["delete", "undo"])
def test_an_id_that_fits_several_names_them(run: Run, journal: Journal, command: str):
    for name in ("abc1", "abc2"):
        journal.append(pain(3), record_id=name)
    done = run("journal", command, "abc")
    assert done.exit_code == 2
    assert "abc1, abc2" in done.stderr
    assert run("journal", command, "abc1").exit_code == 0


def test_a_whole_id_is_meant_though_others_begin_with_it(run: Run, journal: Journal):
    for name in ("abc", "abc2"):
        journal.append(pain(3), record_id=name)
    assert run("journal", "delete", "abc").exit_code == 0


def test_a_set_is_named_by_the_whole_of_its_id(run: Run, filled: Journal):
    (done_set,) = listed(run, "--kind", "set")
    assert run("journal", "delete", done_set["id"]).exit_code == 0
    assert listed(run, "--kind", "set") == []


def test_without_a_journal_nothing_is_made(run: Run, home: Path):
    for command in ("delete", "undo"):
        assert run("journal", command, "abc").exit_code == 2
    assert not find_paths(home).data.exists()
