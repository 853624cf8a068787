"""``journal sync``, and what every command that writes does at its end: exchange."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from recovery_coach.app import App
from recovery_coach.cli.main import build
from recovery_coach.journal import PainEntry
from tests.journal.make import pain

On = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "carried"
    made.mkdir()
    return made


@pytest.fixture
def on(tmp_path: Path) -> On:
    """Runs a command on one of the two computers."""

    def run(home: str, *arguments: object) -> Result:
        texts = ["--basedir", str(tmp_path / home), *map(str, arguments)]
        return CliRunner().invoke(build(), texts, prog_name="recovery-coach")

    return run


def numbers(home: Path) -> list[int | None]:
    app = App(home)
    found = [entry.record.nrs for entry in app.journal.latest(PainEntry, 100)]
    app.close()
    return sorted(found, key=str)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


class TestTwoComputers:
    def test_the_counts_match_in_the_end_and_it_says_so(
        self, on: On, folder: Path, tmp_path: Path
    ) -> None:
        assert on("old", "journal", "sync", "--folder", folder).exit_code == 0
        assert on("new", "journal", "sync", "--folder", folder).exit_code == 0
        on("old", "pain", 4)
        on("new", "pain", 7)
        on("old", "pain", 2)

        for _ in range(2):
            for home in ("old", "new"):
                done = on(home, "journal", "sync")
                assert done.exit_code == 0

        assert numbers(tmp_path / "old") == numbers(tmp_path / "new") == [2, 4, 7]
        for home in ("old", "new"):
            said = on(home, "journal", "sync").stdout
            assert "The journal holds: 3 versions, 3 pain entries" in said
            assert "the counts match, both hold the same" in said
        assert len(files(folder)) == 2

    def test_what_comes_in_is_told_by_file(self, on: On, folder: Path) -> None:
        on("old", "journal", "sync", "--folder", folder)
        on("old", "pain", 4)
        said = on("new", "journal", "sync", "--folder", folder).stdout
        assert any(f"{name}: 1 new version" in said for name in files(folder))
        assert "that computer has not heard of everything here yet" not in said

    def test_another_that_has_not_heard_of_everything(self, on: On, folder: Path) -> None:
        on("new", "journal", "sync", "--folder", folder)
        on("old", "journal", "sync", "--folder", folder)
        on("old", "pain", 4)
        assert "has not heard of everything here yet" in on("old", "journal", "sync").stdout

    def test_as_json(self, on: On, folder: Path) -> None:
        on("old", "journal", "sync", "--folder", folder)
        on("old", "pain", 4)
        done = json.loads(on("new", "journal", "sync", "--folder", folder, "--json").stdout)
        assert done["folder"] == str(folder)
        assert done["written"] is True
        assert [taken["new"] for taken in done["taken"]] == [1]
        assert done["counts"]["records"] == {"pain": 1}
        assert [other["match"] for other in done["others"]] == [True]

    def test_what_waits_is_told_with_why(self, on: On, folder: Path) -> None:
        (folder / "recovery-coach-1.journal.json").write_bytes(b"{")
        said = on("old", "journal", "sync", "--folder", folder).stdout
        assert "recovery-coach-1.journal.json: not complete yet, or damaged" in said

    def test_a_fork_is_told(self, on: On, folder: Path, tmp_path: Path) -> None:
        on("old", "journal", "sync", "--folder", folder)
        on("old", "pain", 4)
        on("new", "journal", "sync", "--folder", folder)
        for home, number in (("old", 5), ("new", 6)):
            app = App(tmp_path / home)
            (entry,) = app.journal.latest(PainEntry, 1)
            app.journal.revise(entry.record_id, pain(number))
            app.close()
        on("old", "journal", "sync")
        assert "1 entry was changed on two computers" in on("new", "journal", "sync").stdout


class TestErasing:
    def test_it_takes_our_own_file_there_and_shares_no_more(
        self, on: On, folder: Path, tmp_path: Path
    ) -> None:
        on("new", "journal", "sync", "--folder", folder)
        on("old", "journal", "sync", "--folder", folder)
        on("old", "pain", 4)
        theirs = {path: path.read_bytes() for path in folder.iterdir()}

        assert on("old", "journal", "erase", "--yes").exit_code == 0

        (left,) = folder.iterdir()
        assert left.read_bytes() == theirs[left]
        on("old", "pain", 3)
        assert numbers(tmp_path / "old") == [3]
        assert len(files(folder)) == 1


class TestTheFolder:
    def test_it_is_remembered_and_forgotten(self, on: On, folder: Path) -> None:
        on("old", "journal", "sync", "--folder", folder)
        assert on("old", "journal", "sync").exit_code == 0
        said = on("old", "journal", "sync", "--stop")
        assert "The files that are in it stay" in said.stdout
        assert len(files(folder)) == 1
        assert on("old", "journal", "sync").exit_code == 2

    def test_without_one_it_says_how(self, on: On) -> None:
        done = on("old", "journal", "sync")
        assert done.exit_code == 2
        assert "sync --folder DIR" in done.stderr

    def test_one_that_is_not_there_is_refused(self, on: On, tmp_path: Path) -> None:
        done = on("old", "journal", "sync", "--folder", tmp_path / "nowhere")
        assert done.exit_code == 2
        assert not (tmp_path / "nowhere").exists()

    def test_the_folder_of_the_journal_itself_is_refused(self, on: On, tmp_path: Path) -> None:
        on("old", "pain", 3)
        done = on("old", "journal", "sync", "--folder", tmp_path / "old" / "data")
        assert done.exit_code == 2
        assert "holds the journal itself" in done.stderr

    def test_one_that_went_away_is_told_and_fails_this_command(self, on: On, folder: Path) -> None:
        on("old", "journal", "sync", "--folder", folder)
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()
        done = on("old", "journal", "sync")
        assert done.exit_code == 1
        assert "there is no such folder" in done.stderr


class TestEveryCommandThatWrites:
    def test_it_exchanges_without_a_word(self, on: On, folder: Path, tmp_path: Path) -> None:
        on("old", "journal", "sync", "--folder", folder)
        on("new", "journal", "sync", "--folder", folder)
        plain = on("nobody", "pain", 4)

        said = on("old", "pain", 4)
        on("new", "pain", 7)

        assert (said.stdout, said.stderr) == (plain.stdout, "")
        assert numbers(tmp_path / "new") == [4, 7]

    def test_it_does_its_work_though_the_folder_went_away(
        self, on: On, folder: Path, tmp_path: Path
    ) -> None:
        on("old", "journal", "sync", "--folder", folder)
        folder.rename(tmp_path / "elsewhere")

        done = on("old", "pain", 4)

        assert done.exit_code == 0
        assert "Your other computers do not hear of this one right now" in done.stderr
        assert "there is no such folder" in done.stderr
        assert numbers(tmp_path / "old") == [4]

    def test_one_that_only_looks_leaves_the_folder_alone(self, on: On, folder: Path) -> None:
        on("old", "journal", "sync", "--folder", folder)
        on("old", "pain", 4)
        (own,) = folder.iterdir()
        own.unlink()
        on("old", "sessions")
        assert files(folder) == []
