"""The Windows installer's script, as far as it can be read here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tools.packages.places import PACKAGING
from tools.packages.programs import NAME

from recovery_coach import __version__
from recovery_coach.base.paths import APP

SCRIPT = PACKAGING / "windows" / "recovery-coach.iss"


def read_sections(text: str) -> dict[str, list[str]]:
    """The lines of each section, without comments and what the preprocessor does."""
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in text.splitlines():
        if heading := re.fullmatch(r"\[(\w+)\]", line):
            lines = sections.setdefault(heading.group(1), [])
        elif line.strip() and not line.lstrip().startswith((";", "#")):
            lines.append(line)
    return sections


@pytest.fixture(scope="module")
def sections() -> dict[str, list[str]]:
    return read_sections(SCRIPT.read_text(encoding="utf-8-sig"))


@pytest.fixture(scope="module")
def setup(sections: dict[str, list[str]]) -> dict[str, str]:
    return dict(line.split("=", 1) for line in sections["Setup"])


def test_the_version_comes_from_the_build(setup: dict[str, str]) -> None:
    assert setup["AppVersion"] == setup["VersionInfoVersion"] == "{#AppVersion}"
    assert setup["OutputBaseFilename"] == f"{APP}-{{#AppVersion}}-setup"
    lines = SCRIPT.read_text(encoding="utf-8-sig").splitlines()
    assert not [line for line in lines if __version__ in line and not line.startswith(";")]


def test_it_installs_both_programs_and_what_they_share(sections: dict[str, list[str]]) -> None:
    taken = {re.findall(r'Source: "([^"]+)"', line)[0] for line in sections["Files"]}
    bundle = "{#Bundle}\\"
    assert taken == {f"{bundle}{NAME}.exe", f"{bundle}{APP}.exe", f"{bundle}_internal\\*"}


def test_the_menu_opens_the_window(sections: dict[str, list[str]]) -> None:
    (entry,) = sections["Icons"]
    assert f"{{app}}\\{NAME}.exe" in entry


def test_nobody_is_asked_for_an_administrator(setup: dict[str, str]) -> None:
    assert setup["PrivilegesRequired"] == "lowest"


def test_a_newer_version_takes_the_place_of_an_older_one(
    setup: dict[str, str], sections: dict[str, list[str]]
) -> None:
    assert setup["AppId"] == "{{6C1B0A5E-6E0B-4C0B-9B57-2F1D3A9C7E42}", "this id is for ever"
    assert setup["CloseApplications"] == "yes"
    assert setup["DisableDirPage"] == "yes", "or a folder of somebody else could be cleared"
    assert sections["InstallDelete"] == ['Type: filesandordirs; Name: "{app}\\_internal"']


def test_nothing_removes_what_a_person_wrote(sections: dict[str, list[str]]) -> None:
    assert "UninstallDelete" not in sections
    code = "\n".join(sections["Code"])
    assert "DelTree" not in code
    assert "DeleteFile" not in code


def test_who_removes_it_is_told_where_the_journal_stays(sections: dict[str, list[str]]) -> None:
    assert f"{{localappdata}}\\{APP}" in "\n".join(sections["Code"])
    words = [line.partition("=") for line in sections["CustomMessages"]]
    assert [name for name, _, _ in words] == ["en.JournalStays", "de.JournalStays"]
    assert all("%1" in text for _, _, text in words)


def test_the_compiler_sees_that_it_is_utf_8() -> None:
    assert SCRIPT.read_bytes().startswith(b"\xef\xbb\xbf")


def test_the_script_that_builds_it_names_what_it_needs() -> None:
    text = (SCRIPT.parent / "build.ps1").read_text(encoding="utf-8")
    for name in ("dev.py package", "self-test", "/DAppVersion=", "/DHomePage=", SCRIPT.name):
        assert name in text


def test_its_folders_are_those_of_the_build() -> None:
    text = SCRIPT.read_text(encoding="utf-8-sig")
    for name in re.findall(r'#define (?:Bundle|Icon) "([^"]+)"', text):
        assert Path(name.replace("\\", "/")).parts[:3] == ("..", "..", "build")
