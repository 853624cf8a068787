"""The man page: everything the program understands, in words that are true."""

from __future__ import annotations

import os
import re
import shlex
from datetime import date
from pathlib import Path

import pytest
from tools.packages import manual_words
from tools.packages.about import About, Release
from tools.packages.commands import HELP, tree
from tools.packages.languages import speaking, translations
from tools.packages.manual import manual
from tools.packages.places import ROOT
from tools.packages.roff import bold, prose, typed

from recovery_coach.base.paths import APP, find_paths
from tests.packages.programs import ask

FACTS = About("https://recovery-coach.example/", (Release("1.2.3", date(2026, 3, 4)),))
COMMANDS = [command for command in tree().all() if command.words]


@pytest.fixture(scope="module")
def page() -> str:
    with speaking():
        return manual(FACTS)


def sections(page: str) -> dict[str, str]:
    """Its text by the heading of a command or a part."""
    parts = re.split(r'^\.S[HS] "(.*)"$', page, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.path)
def test_every_command_is_there_with_everything_it_takes(page: str, command):
    (text,) = (
        text for title, text in sections(page).items() if title.partition(r"\fR")[0] + r"\fR"
        == bold(command.path)
    )  # fmt: skip
    for option in command.options:
        for name in option.names:
            assert f"\n{bold(name)}" in text
    for argument in command.arguments:
        assert typed(argument.value) in text
    assert prose(command.help) in text


def test_the_options_of_the_program_are_there(page: str):
    for option in (*HELP, "--basedir", "--version"):
        assert bold(option) in sections(page)["OPTIONS"]


def test_no_more_is_said_of_commands_than_there_are():
    assert set(manual_words.more()) <= {command.path for command in COMMANDS}


def test_the_codes_are_those_of_the_documentation():
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    table = text.partition("## Exit codes")[2].partition("\n## ")[0]
    documented = re.findall(r"^\| (\d[\d, ]*) \|", table, re.MULTILINE)
    assert [code for code, _ in manual_words.exit_status()] == documented


def test_the_files_are_where_the_program_keeps_them(monkeypatch: pytest.MonkeyPatch):
    for name in list(os.environ):
        if name.startswith("XDG_") or name == "RECOVERY_COACH_HOME":
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", "/home/you")
    paths = find_paths()
    told = [Path(place.replace("~", "/home/you")) for place, _ in manual_words.files()]
    assert told == [paths.journal, paths.backups, paths.library, paths.settings, paths.cache]
    assert paths.error_log == paths.cache / "log" / "errors.log"


@pytest.mark.parametrize("line", [line for line, _ in manual_words.examples()])
def test_an_example_is_a_command_that_there_is(line: str):
    program, *words = shlex.split(line)
    assert program == APP
    known = {command.words for command in COMMANDS}
    path = max((words[:n] for n in range(3) if tuple(words[:n]) in {(), *known}), key=len)
    (command,) = (one for one in tree().all() if list(one.words) == path)
    assert {word for word in words if word.startswith("--")} <= set(command.names)


def test_the_first_line_tells_program_version_and_day(page: str):
    assert '.TH RECOVERY-COACH 1 2026-03-04 "Recovery Coach 1.2.3" "User commands"' in page


@pytest.mark.parametrize("language", ["en", *translations()])
def test_the_page_is_sound_in_every_language(tmp_path: Path, language: str):
    with speaking(language):
        page = manual(FACTS)
    path = tmp_path / "recovery-coach.1"
    path.write_text(page, encoding="utf-8")
    assert ask("mandoc", "-Tlint", "-W", "warning", str(path)) == (0, "")


def test_what_is_read_is_what_is_typed(tmp_path: Path, page: str):
    path = tmp_path / "recovery-coach.1"
    path.write_text(page, encoding="utf-8")
    _, text = ask("mandoc", "-Tutf8", str(path))
    text = re.sub(".\b", "", text)
    assert "--get-ready N" in text
    assert "From -360 to 360." in text
    assert "recovery-coach pain 3 --note 'stiff after the drive'" in text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("warm-up", "warm-up"),
        ("use `--yes` here", r"use \fB\-\-yes\fR here"),
        ("-90 its front", r"\-90 its front"),
        ("a \\ sign", r"a \e sign"),
        (".toml files", r"\&.toml files"),
        ("'tis", r"\&'tis"),
    ],
)
def test_words_stay_words(text: str, written: str):
    assert prose(text) == written
