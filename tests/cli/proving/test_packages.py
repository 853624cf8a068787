"""A library that is missing leads to the package that has it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from recovery_coach.cli.proving import packages
from recovery_coach.cli.proving.check import explained
from recovery_coach.cli.proving.packages import PACKAGES, missing_library, package_words

NEEDED = Path(__file__).parents[3] / "packaging" / "linux" / "apt-app.txt"
GONE = "{}: cannot open shared object file: No such file or directory"


def needed() -> list[str]:
    lines = NEEDED.read_text(encoding="utf-8").splitlines()
    return [words[0] for line in lines if (words := line.partition("#")[0].split())]


def test_every_package_the_app_needs_can_be_named():
    assert set(needed()) <= set(PACKAGES.values())


@pytest.mark.parametrize("library", PACKAGES)
def test_an_import_that_fails_names_the_package(library: str):
    finding = explained(ImportError(GONE.format(library)))
    assert finding.result == "failed"
    assert library in finding.found
    assert re.search(rf"apt install {re.escape(PACKAGES[library])}\b", finding.mend)


def test_all_that_is_missing_is_told_at_once(monkeypatch: pytest.MonkeyPatch):
    missing = ("libGL.so.1", "libEGL.so.1")
    monkeypatch.setattr(packages, "can_be_loaded", lambda library: library not in missing)
    told = package_words(GONE.format("libxcb.so.1"))
    assert re.search(r"apt install libxcb1 libegl1 libgl1\b", told)


def test_a_plugin_that_cannot_be_loaded_names_the_library():
    text = f"Cannot load library /x/libqxcb.so: ({GONE.format('libxcb-cursor.so.0')})"
    assert missing_library(text) == "libxcb-cursor.so.0"


def test_a_library_of_another_system_is_named_itself():
    assert "libother.so.7" in package_words(GONE.format("libother.so.7"))


def test_a_library_that_the_program_brings_is_no_package_of_the_system():
    finding = explained(ImportError(GONE.format("libQt6Svg.so.6")))
    assert "libQt6Svg.so.6" in finding.found
    assert "Install the program again" in finding.mend


def test_another_error_names_no_library():
    assert missing_library("libGL.so.1: wrong version") == ""
    assert missing_library("No module named 'PySide6'") == ""
