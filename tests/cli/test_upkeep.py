"""A command that opened the journal leaves a backup behind, once a day."""

from __future__ import annotations

from pathlib import Path

from recovery_coach.app import App
from tests.cli.conftest import Run


def test_one_backup_a_day(run: Run, home: Path) -> None:
    assert run("pain", 3).exit_code == 0
    assert run("pain", 4).exit_code == 0
    (backup,) = App(home).backups.all()
    assert backup.why == "day"


def test_a_second_folder_that_is_away_is_told_and_nothing_fails(
    run: Run, home: Path, tmp_path: Path
) -> None:
    App(home).change_settings(backup_folder=str(tmp_path / "stick"))
    done = run("pain", 3)
    assert done.exit_code == 0
    assert "second folder" in done.stderr


def test_looking_at_an_empty_home_makes_nothing(run: Run, home: Path) -> None:
    run("sessions")
    assert not (home / "data").exists()
