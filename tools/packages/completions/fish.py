"""The completion of fish: a line for each thing there is, with the place where it may stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from recovery_coach.base.paths import APP
from tools.packages.commands import HELP, Command, Parameter
from tools.packages.completions.values import Kind, Shipped, Takes, takes

HEAD = f"""\
# Completion of {APP} for fish. Generated from the program's commands; it starts no program.
"""

BODY = r"""
# Whether the cursor is in the command $argv[1], and at its argument $argv[2] where one is given;
# `1+` is the first or any after it.
function __recovery_coach_at
    set -l at
    set -l number 1
    set -l waits no
    set -l plain no
    for word in (commandline -opc)[2..-1]
        if test $waits = yes
            set waits no
        else if test $plain = no -a x$word = x--
            set plain yes
        else if test $plain = no; and string match -q -- '-*' $word
            contains -- $word $__recovery_coach_with_value; and set waits yes
        else if test $number = 1
            and contains -- (string join ' ' $at $word) $__recovery_coach_commands
            set -a at $word
        else
            set number (math $number + 1)
        end
    end
    test "$at" = "$argv[1]"; or return 1
    switch "$argv[2]"
        case '' $number
            return 0
        case '*+'
            return 0
    end
    return 1
end

# The person's own: names of files in a folder of the program's data.
function __recovery_coach_own
    set -l folder $HOME/.local/share/recovery-coach
    set -q XDG_DATA_HOME; and set folder $XDG_DATA_HOME/recovery-coach
    set -q RECOVERY_COACH_HOME; and set folder $RECOVERY_COACH_HOME/data
    for file in $folder/$argv[1]/*.$argv[2]
        set -l name (string replace -r '.*/' '' -- $file)
        test $argv[2] = toml; and set name (string replace -r '\.toml$' '' -- $name)
        printf '%s\t%s\n' $name $argv[3]
    end
end

# Files with one of these endings, and folders.
function __recovery_coach_files
    set -l every (complete -C "__fish_command_without_completions "(commandline -ct))
    string match -r -- '^[^\t]*(?:/|\.(?:'(string join '|' $argv)'))(?=\t|$)' $every
end

complete -c recovery-coach -f
"""


def script(program: Command, shipped: Shipped) -> str:
    """The whole file."""
    lines = [HEAD, "set -g __recovery_coach_commands \\"]
    lines += _list(one.path for one in program.all() if one.words)
    lines += ["set -g __recovery_coach_with_value \\", *_list(sorted(_with_value(program)))]
    lines += ["", *_ids("routines", shipped.routines), *_ids("exercises", shipped.exercises)]
    lines.append(BODY)
    for command in program.all():
        lines += _lines(command)
    lines += _anywhere(program)
    return "\n".join(lines) + "\n"


def _list(words: Iterator[str] | list[str]) -> list[str]:
    return ["    " + " ".join(map(_quote, words))]


def _ids(name: str, told: Mapping[str, str]) -> Iterator[str]:
    yield f"function __recovery_coach_{name}"
    for one, words in told.items():
        yield f"    printf '%s\\t%s\\n' {_quote(one)} {_quote(words)}"
    yield f"    __recovery_coach_own library/{name} toml 'Your own'"
    yield "end"


def _with_value(program: Command) -> set[str]:
    """Options that take a value. A name means the same in every command; a test looks."""
    every = (option for command in program.all() for option in command.options)
    return {name for option in every if not option.flag for name in option.names}


def _lines(command: Command) -> Iterator[str]:
    where = f"__recovery_coach_at {_quote(command.path)}"
    for one in command.commands:
        yield _line(f"{where} 1", "-a", _quote(one.words[-1]), "-d", _quote(one.help))
    if not command.words:
        condition = f"string length -q -- (commandline -ct); and {where} 1"
        yield _line(condition, "-a", _quote("(__recovery_coach_files toml)"))
    for option in command.options:
        if "--basedir" not in option.names:
            yield _option(where, command, option)
    for number, argument in enumerate(command.arguments, start=1):
        place = f"{where} {number}" if not argument.many else f"{where} {number}+"
        yield from (_line(place, *part) for part in _values(takes(command, argument)))


def _option(where: str, command: Command, option: Parameter) -> str:
    (name,) = option.names
    parts = ["-l", name.removeprefix("--"), "-d", _quote(option.help)]
    if not option.flag:
        values = [word for part in _values(takes(command, option)) for word in part]
        parts += ["-r" if "-F" in values else "-x", *values]
    return _line(where, *parts)


def _anywhere(program: Command) -> Iterator[str]:
    """``--basedir`` may stand anywhere, and every command has help."""
    basedir = next(one for one in program.options if "--basedir" in one.names)
    yield _option("", program, basedir)
    long, short = HELP
    yield _line("", "-s", short[1:], "-l", long[2:], "-d", "'Show what there is.'")


def _values(taken: Takes) -> Iterator[tuple[str, ...]]:
    """What to add to a line for each source of values; ``-F`` allows any file."""
    words = " ".join(taken.words)
    if taken.kind is Kind.WORDS:
        yield "-a", _quote(words)
    elif taken.kind is Kind.LIST:
        yield "-a", _quote(f"(__fish_append , {words})")
    elif taken.kind is Kind.FOLDER:
        yield "-a", "'(__fish_complete_directories)'"
    elif taken.kind is Kind.ROUTINE:
        yield "-a", "'(__recovery_coach_routines)'"
        yield "-a", _quote(f"(__recovery_coach_files {words})")
    elif taken.kind is Kind.EXERCISE:
        yield "-a", "'(__recovery_coach_exercises)'"
    elif taken.kind is Kind.BACKUP:
        yield "-a", "'(__recovery_coach_own backups sqlite3 Backup)'"
        yield ("-F",)
    elif taken.kind is Kind.FILES:
        yield ("-a", _quote(f"(__recovery_coach_files {words})")) if words else ("-F",)


def _line(condition: str, *parts: str) -> str:
    where = ["-n", _quote(condition)] if condition else []
    return " ".join(("complete -c", APP, *where, *parts))


def _quote(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
