"""The wheel: everything is in it, and it runs with nothing of the checkout beside it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from email.message import Message
from email.parser import Parser
from pathlib import Path

import pytest
from tools.packages import wheel
from tools.packages.about import VERSION
from tools.packages.places import ROOT


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return wheel.build_wheel(tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def names(built: Path) -> set[str]:
    with zipfile.ZipFile(built) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def about(built: Path) -> Message:
    with zipfile.ZipFile(built) as archive:
        return Parser().parsestr(
            archive.read(f"recovery_coach-{VERSION}.dist-info/METADATA").decode("utf-8")
        )


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*command, "--target", str(folder), str(built)], check=True)
    return folder


def tracked(folder: str) -> set[str]:
    """The files of the checkout that are under version control."""
    done = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", folder],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return {name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()}


def start(installed: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(installed), "RECOVERY_COACH_HOME": str(home)}
    return subprocess.run(
        [sys.executable, "-m", "recovery_coach", *arguments],
        cwd=home, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        check=False,
    )  # fmt: skip


def test_every_resource_is_inside_to_the_byte(built: Path, names: set[str]) -> None:
    expected = tracked("resources")
    with zipfile.ZipFile(built) as archive:
        for name in expected:
            inside = "recovery_coach/_resources/" + name.removeprefix("resources/")
            assert archive.read(inside) == (ROOT / name).read_bytes(), name
    assert sum("/_resources/" in name for name in names) == len(expected)


def test_every_module_is_inside_and_nothing_else(names: set[str]) -> None:
    expected = {name.removeprefix("src/") for name in tracked("src")}
    assert {
        name for name in names if "_resources" not in name and "dist-info" not in name
    } == expected


def test_the_version_is_that_of_the_source(built: Path, about: Message) -> None:
    assert about["Version"] == VERSION
    assert built.name == f"recovery_coach-{VERSION}-py3-none-any.whl"


def test_it_says_what_it_needs_and_under_which_licence_it_is(about: Message) -> None:
    assert about["Requires-Python"] == ">=3.11"
    assert about["License-Expression"] == "GPL-3.0-or-later"
    assert "PySide6-Essentials==6.11.3".lower() in [
        text.lower() for text in about.get_all("Requires-Dist", [])
    ]


def test_two_of_them_are_the_same_to_the_byte(built: Path, tmp_path: Path) -> None:
    assert wheel.build_wheel(tmp_path).read_bytes() == built.read_bytes()


def test_installed_it_uses_its_own_files(installed: Path, tmp_path: Path) -> None:
    done = start(installed, tmp_path, "paths", "--json")
    assert json.loads(done.stdout)["resources"] == str(installed / "recovery_coach" / "_resources")


def test_installed_it_passes_its_own_test(installed: Path, tmp_path: Path) -> None:
    done = start(installed, tmp_path, "self-test")
    assert done.returncode == 0, done.stdout + done.stderr
    assert list(tmp_path.iterdir()) == [], "it leaves nothing behind"
