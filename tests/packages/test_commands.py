"""The description of the commands: all that typer was told, and nothing else."""

from __future__ import annotations

from collections import defaultdict

from tools.packages.commands import Command, tree
from typer.main import get_command

from recovery_coach.cli.main import build
from recovery_coach.cli.start import COMMANDS

PROGRAM = tree()
BY_PATH = {command.path: command for command in PROGRAM.all()}


def test_every_command_is_there():
    assert {command.words[0] for command in PROGRAM.commands} == COMMANDS
    for name, group in get_command(build()).commands.items():
        for below in getattr(group, "commands", {}):
            assert f"{name} {below}" in BY_PATH


def test_an_option_is_described_as_it_is_typed():
    (theme,) = (one for one in BY_PATH["figure"].options if "--theme" in one.names)
    assert theme.value == "dark|light|contrast|paper"
    assert theme.default == "light"
    (size,) = (one for one in BY_PATH["figure"].options if "--size" in one.names)
    assert (size.value, size.low, size.high, size.default) == ("N", 16, 8192, "640")


def test_an_argument_tells_whether_it_may_be_left_out_or_repeated():
    (out,) = BY_PATH["journal backup"].arguments
    assert (out.value, out.required, out.many) == ("OUT", False, False)
    (files,) = BY_PATH["validate"].arguments
    assert (files.value, files.required, files.many) == ("FILE", True, True)


def test_a_list_with_commas_tells_its_words():
    (sections,) = (one for one in BY_PATH["report"].options if "--sections" in one.names)
    assert "pain" in sections.listed


def test_a_name_means_the_same_in_every_command():
    """The completion of fish knows by the name alone whether a value follows."""
    flags: dict[str, set[bool]] = defaultdict(set)
    for command in PROGRAM.all():
        for option in command.options:
            for name in option.names:
                flags[name].add(option.flag)
    assert [name for name, kinds in flags.items() if len(kinds) > 1] == []


def test_options_have_one_name_each():
    """The completions write each option once; another name would need another line."""
    assert all(len(option.names) == 1 for command in PROGRAM.all() for option in command.options)


def test_only_a_group_that_shows_nothing_by_itself_needs_a_command():
    def needs_one(command: Command) -> bool:
        return not command.alone

    assert [command.path for command in PROGRAM.all() if needs_one(command)] == ["journal"]
