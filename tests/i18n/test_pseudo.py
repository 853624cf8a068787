"""The language made at run time, and the terminal in it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools.strings import make_template
from typer.main import get_command
from typer.testing import CliRunner

from recovery_coach.base.pseudo import PLACEHOLDER, pseudo
from recovery_coach.cli import terminal
from recovery_coach.cli.main import build
from recovery_coach.cli.start import COMMANDS
from tests.i18n.brackets import outside
from tests.i18n.conftest import Speak

SAID_BY_TYPER = re.compile(
    r"Usage: .*|Show this message and exit\.|^(Options|Commands|Arguments):$"
    r"|<[^>]+>|\[(default|required|0)[^]]*\]|--[a-z-]+|\b[A-Z|]+\.*(?=\s)",
    re.MULTILINE,
)
"""Its own words, and what stands for a value."""
AN_ID = r"^ ?[a-z0-9]+(_[a-z0-9]+)+ "
"""At the beginning of a line of a list."""


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("Rest", "[Ŕéšţ ~]"),
        ("This is a test", "[Ţĥîš îš å ţéšţ ~~~]"),
        ("{n} set of {{amount}}", "[{n} šéţ öƒ {{amount}} ~]"),
        ("{le:g} or {x!r}", "[{le:g} öŕ {x!r} ~]"),
        ("{a}: {b}", "{a}: {b}"),
        (".", "."),
        ("", ""),
    ],
)
def test_a_text(text: str, changed: str):
    assert pseudo(text) == changed


def test_every_text_keeps_its_placeholders_and_gets_longer():
    for message in make_template():
        for text in [message.id] if isinstance(message.id, str) else message.id:
            changed = pseudo(text)
            assert PLACEHOLDER.findall(changed) == PLACEHOLDER.findall(text)
            if changed != text and len(text) > 20:
                assert len(text) * 1.15 <= len(changed) <= len(text) * 1.6


@given(st.text(alphabet="abc {}[]", max_size=40))
def test_any_text_can_be_changed(text: str):
    assert pseudo(text) == text or (pseudo(text)[0], pseudo(text)[-1]) == ("[", "]")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("[Ŕéšţ ~]", ""),
        ("[Ŕéšţ ~] · 4", ""),
        ("[Þåîñ {scale} [ñöŵ ~] ~] Rest", "Rest"),
        ("Rest [Ŕéšţ ~]", "Rest"),
        ("12:30 → 4", ""),
        ("Recovery Coach [öþéñ ~] /home/a/b.toml", ""),
    ],
)
def test_what_is_outside_the_brackets(text: str, left: str):
    assert outside(text) == left


def below(command: str) -> list[str]:
    """The commands below a command."""
    return sorted(getattr(get_command(build()).commands[command], "commands", {}))  # type: ignore[attr-defined]


def helps() -> list[list[str]]:
    both = [[command, name] for command in sorted(COMMANDS) for name in below(command)]
    return [[], *([command] for command in sorted(COMMANDS)), *both]


@pytest.mark.parametrize("command", helps(), ids=" ".join)
def test_every_word_of_a_help_is_translated(speak: Speak, tmp_path: Path, command: list[str]):
    speak("xx")
    # Wide, so that no bracket is in another line; the list of commands shows first sentences.
    shown = CliRunner().invoke(
        build(), [*command, "--help"], prog_name="recovery-coach", terminal_width=300
    )
    assert shown.exit_code == 0
    names = "|".join(sorted({*COMMANDS, *below("routines"), *below("journal"), "kind"}))
    text = SAID_BY_TYPER.sub("", shown.stdout).replace("\n", "\n ")
    for line in text.splitlines():
        whole = line if line.count("[") == line.count("]") else f"{line}]"
        assert not re.sub(rf"\b({names})\b", "", outside(whole)).strip(" -h"), line


@pytest.mark.parametrize(
    "arguments",
    [
        *(["routines"], ["exercises"], ["sessions"], ["paths"], ["show", "express_3"]),
        *(["pain", "3"], ["journal", "list"], ["journal", "check"], ["journal", "erase", "--yes"]),
    ],
    ids=" ".join,
)
def test_every_word_of_a_list_is_translated(
    speak: Speak, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
):
    monkeypatch.setattr(terminal, "PIPE_WIDTH", 1000)  # no cell goes on in the next line
    speak("xx")
    shown = CliRunner().invoke(build(), ["--basedir", str(tmp_path), *arguments])
    assert shown.exit_code == 0, shown.output
    lines = [re.sub(AN_ID, "", line) for line in shown.stdout.splitlines()]
    assert [line for line in lines if outside(line)] == []


def test_a_command_speaks_german_as_typer_does(tmp_path: Path):
    done = subprocess.run(
        [sys.executable, "-m", "recovery_coach", "--basedir", str(tmp_path), "show", "--help"],
        env={**os.environ, "LANGUAGE": "de"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert "Zeigt den zeitlichen Ablauf einer Routine." in done.stdout
    assert "Optionen:" in done.stdout
