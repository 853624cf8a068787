"""Where everything lies."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from recovery_coach.base.paths import HOME_VARIABLE, Paths, find_paths, find_resources


@pytest.fixture(autouse=True)
def no_home_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(HOME_VARIABLE, raising=False)


def below(home: Path) -> Paths:
    return Paths(home / "data", home / "config", home / "cache", home / "log")


def test_a_basedir_holds_everything(tmp_path: Path):
    assert find_paths(tmp_path) == below(tmp_path)


def test_so_does_the_folder_of_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    assert find_paths() == below(tmp_path)


def test_a_basedir_goes_before_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(HOME_VARIABLE, "/somewhere/else")
    assert find_paths(tmp_path) == below(tmp_path)


def test_a_relative_folder_is_the_one_of_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    assert find_paths(Path("mine")) == below(tmp_path / "mine")


def test_a_tilde_is_the_persons_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv(HOME_VARIABLE, "~/coach")
    assert find_paths() == below(tmp_path / "coach")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the XDG folders")
def test_else_the_system_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("DATA", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv(HOME_VARIABLE, "")
    paths = find_paths()
    assert paths.data == tmp_path / "data" / "recovery-coach"
    assert paths.config == tmp_path / "config" / "recovery-coach"
    assert paths.cache == tmp_path / "cache" / "recovery-coach"
    assert paths.log.is_relative_to(paths.cache)


def test_asking_makes_no_folder(tmp_path: Path):
    find_paths(tmp_path / "mine")
    assert list(tmp_path.iterdir()) == []


def test_every_file_has_its_place(tmp_path: Path):
    paths = find_paths(tmp_path)
    assert paths.journal == tmp_path / "data" / "journal.sqlite3"
    assert paths.library == tmp_path / "data" / "library"
    assert paths.settings == tmp_path / "config" / "settings.toml"
    assert paths.catalogue_cache.parent == tmp_path / "cache"
    assert paths.error_log.parent == tmp_path / "log"


def test_the_shipped_resources_are_found():
    assert (find_resources() / "exercises").is_dir()
    assert (find_resources() / "routines").is_dir()
