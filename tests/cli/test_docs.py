"""The documents say what the program does: every command and option, and the file format."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from recovery_coach.cli.format_doc import document
from recovery_coach.cli.main import build
from recovery_coach.cli.safety_doc import with_table
from recovery_coach.redflags.rules import shipped_rules

DOCS = Path(__file__).parents[2] / "docs"


def sections() -> dict[str, str]:
    """The text of docs/cli.md by heading."""
    text = (DOCS / "cli.md").read_text(encoding="utf-8")
    parts = re.split(r"^#+ (.*)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def commands(command: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Every command below ``command``, with its whole name."""
    for name, one in getattr(command, "commands", {}).items():
        yield f"{path} {name}", one
        yield from commands(one, f"{path} {name}")


ROOT = get_command(build())
COMMANDS = dict(commands(ROOT, "recovery-coach"))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str):
    text = sections()[f"`{name}`"]
    for option in options_of(COMMANDS[name]):
        assert re.search(rf"`[^`]*{option}\b", text), f"{option} of {name}"


def test_the_global_options_are_documented():
    text = sections()["Global options"]
    for option in options_of(ROOT):
        assert f"`{option}" in text


def options_of(command: Any) -> list[str]:
    names = [name for parameter in command.params for name in parameter.opts]
    return [name for name in names if name.startswith("--") and name != "--help"]


def test_no_command_is_documented_that_is_not_there():
    documented = {h.strip("`") for h in sections() if h.startswith("`recovery-coach")}
    assert documented == set(COMMANDS)


@pytest.mark.parametrize("name", ["recovery-coach", *COMMANDS])
def test_everything_has_help(name: str):
    command = COMMANDS.get(name, ROOT)
    assert command.help
    for parameter in command.params:
        assert getattr(parameter, "help", None), parameter.name


def test_the_page_on_the_format_is_the_generated_one():
    written = (DOCS / "routine-format.md").read_text(encoding="utf-8")
    assert written == document(), (
        "run: python -m recovery_coach.cli.format_doc > docs/routine-format.md"
    )


def test_the_page_on_safety_has_the_rules_that_are_evaluated():
    written = (DOCS / "safety.md").read_text(encoding="utf-8")
    assert written == with_table(written), (
        "run: python -m recovery_coach.cli.safety_doc docs/safety.md"
    )
    for row in shipped_rules().rows:
        assert f"| {row.id} | {row.cases[0].level} | " in written
        assert row.source in written
    assert "reviewed by a clinician before a release" in written
