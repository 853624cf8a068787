"""A place that cannot be written to is named; the person's own is never tried."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from recovery_coach.base.clock import SystemClock
from recovery_coach.base.files import PRIVATE_FOLDER
from recovery_coach.base.paths import find_paths
from recovery_coach.cli.proving.check import FaultError
from recovery_coach.cli.proving.trial import Trial
from recovery_coach.cli.proving.written import check_journal, check_own_folders, check_throwaway


def test_a_journal_comes_back_from_every_copy(trial: Trial):
    assert check_throwaway(trial).result == "ok"
    assert "22 entries" in check_journal(trial).found


def test_nothing_is_left_of_it(trial: Trial):
    check_journal(trial)
    folder = trial.folder
    if os.name == "posix":
        assert folder.stat().st_mode & 0o777 == PRIVATE_FOLDER
    trial.close()
    assert not folder.exists()
    assert not trial.own.data.exists()


def test_without_a_place_for_temporary_files_that_is_said(
    trial: Trial, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    with pytest.raises(FaultError, match="nowhere") as caught:
        check_throwaway(trial)
    assert "TMPDIR" in caught.value.mend


def test_a_file_where_the_persons_folder_should_be_is_named(shipped: Path, tmp_path: Path):
    file = tmp_path / "taken"
    file.write_text("a file")
    trial = Trial(shipped, find_paths(file), SystemClock())
    with pytest.raises(FaultError, match="taken") as caught:
        check_own_folders(trial)
    assert "--basedir" in caught.value.mend


def test_a_first_start_has_nothing_there_yet(trial: Trial):
    assert "not there yet" in check_own_folders(trial).found
    assert not trial.own.data.exists()
