"""The folder of the AppImage: it runs as it is, and has at its top what desktops look for."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from tools.packages.appdir import make_appdir
from tools.packages.places import BuildError

from recovery_coach.base.paths import APP, APP_ID
from tests.packages.building import Built

ICON = f"icons/hicolor/256x256/apps/{APP_ID}.png"
DESKTOP = f"applications/{APP_ID}.desktop"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """What the packages are made of, with a program that says where it lies and what it is told."""
    library = tmp_path / "linux" / "usr" / "lib" / APP
    library.mkdir(parents=True)
    program = library / APP
    program.write_text('#!/bin/sh\nreadlink -f "$0"\necho "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    for name, text in ((ICON, "a picture"), (DESKTOP, "[Desktop Entry]\n")):
        path = tmp_path / "linux" / "usr" / "share" / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "linux"


def test_it_starts_the_program_wherever_it_was_mounted(tree: Path, tmp_path: Path) -> None:
    made = make_appdir(tree, tmp_path / "first.AppDir")
    moved = tmp_path / "else where"
    shutil.copytree(made, moved, symlinks=True)
    shutil.rmtree(made)
    said = subprocess.run(
        [moved / "AppRun", "pain", "--json"], capture_output=True, text=True, check=True
    )
    assert said.stdout.splitlines() == [str(moved / "usr" / "lib" / APP / APP), "pain --json"]


def test_the_entry_and_the_icon_are_at_its_top(tree: Path, tmp_path: Path) -> None:
    made = make_appdir(tree, tmp_path / "AppDir")
    assert (made / f"{APP_ID}.desktop").read_text(encoding="utf-8") == "[Desktop Entry]\n"
    assert (made / f"{APP_ID}.png").read_text(encoding="utf-8") == "a picture"
    assert (made / ".DirIcon").read_text(encoding="utf-8") == "a picture"


def test_no_link_leads_out_of_it(tree: Path, tmp_path: Path) -> None:
    made = make_appdir(tree, tmp_path / "AppDir")
    links = [path for path in made.rglob("*") if path.is_symlink()]
    assert len(links) == 5
    assert all(made in link.resolve().parents and link.exists() for link in links)


def test_it_is_made_anew_each_time(tree: Path, tmp_path: Path) -> None:
    made = make_appdir(tree, tmp_path / "AppDir")
    (made / "of-an-older-version").touch()
    assert not (make_appdir(tree, made) / "of-an-older-version").exists()


def test_without_a_bundle_it_says_what_to_run_first(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"dev\.py package"):
        make_appdir(tmp_path / "nothing", tmp_path / "AppDir")


@pytest.mark.parametrize("name", [ICON, DESKTOP])
def test_what_a_desktop_needs_is_never_missing_in_silence(
    tree: Path, tmp_path: Path, name: str
) -> None:
    (tree / "usr" / "share" / name).unlink()
    with pytest.raises(BuildError, match=name):
        make_appdir(tree, tmp_path / "AppDir")


@pytest.mark.long
def test_the_real_one_passes_its_self_test_wherever_it_lies(built: Built, tmp_path: Path) -> None:
    made = make_appdir(built.tree, tmp_path / "with a space.AppDir")
    environment = {"HOME": str(tmp_path), "LC_ALL": "C.UTF-8", "PATH": os.defpath}
    said = subprocess.run(
        [made / "AppRun", "self-test"], env=environment, capture_output=True, text=True, check=False
    )
    assert said.returncode == 0, said.stdout + said.stderr
