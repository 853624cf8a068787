"""The completion of bash: two tables made from the commands, and one function that reads them.

Needs nothing but bash itself, 3.2 or newer.
"""

from __future__ import annotations

from collections.abc import Iterator
from shlex import quote

from recovery_coach.base.paths import APP
from tools.packages.commands import Command
from tools.packages.completions.values import Kind, Shipped, Takes, takes

HEAD = f"""\
# Completion of {APP} for bash. Generated from the program's commands; it starts no program.
"""

BODY = r"""
# The person's own files in a folder of the program's data: what was typed, a pattern, the ending
# that is no part of the name.
_recovery_coach_own() {
    local folder=${XDG_DATA_HOME:-$HOME/.local/share}/recovery-coach file
    [[ -n $RECOVERY_COACH_HOME ]] && folder=$RECOVERY_COACH_HOME/data
    for file in "$folder"/$2; do
        file=${file##*/}
        file=${file%"$3"}
        [[ $file == "$1"* && $file != *'*'* ]] && printf '%s\n' "$file"
    done
}

# Files with one of the endings, or all files; and folders, to go on into.
_recovery_coach_files() {
    local ending typed=${1//\\/}
    typed=${typed#[\"\']}
    if (($# == 1)); then
        compgen -f -- "$typed"
        return
    fi
    for ending in "${@:2}"; do
        compgen -f -X "!*.$ending" -- "$typed"
    done
    compgen -d -- "$typed"
}

# What there is: what was typed, the kind of value, its words or endings.
_recovery_coach_offer() {
    local typed=$1 kind=$2 before=
    shift 2
    case $kind in
        words) compgen -W "$*" -- "$typed" ;;
        list)
            [[ $typed == *,* ]] && before=${typed%,*},
            compgen -P "$before" -W "$*" -- "${typed##*,}"
            ;;
        folder) compgen -d -- "$typed" ;;
        files) _recovery_coach_files "$typed" "$@" ;;
        routine)
            compgen -W "$_recovery_coach_routines" -- "$typed"
            _recovery_coach_own "$typed" 'library/routines/*.toml' .toml
            _recovery_coach_files "$typed" "$@"
            ;;
        exercise)
            compgen -W "$_recovery_coach_exercises" -- "$typed"
            _recovery_coach_own "$typed" 'library/exercises/*.toml' .toml
            ;;
        backup)
            _recovery_coach_own "$typed" 'backups/*.sqlite3'
            _recovery_coach_files "$typed"
            ;;
    esac
}

# Answers the shell with what there is for a kind of value and its words, told in one text.
_recovery_coach_answer() {
    local one
    case $2 in
        files* | folder | routine* | backup) compopt -o filenames 2>/dev/null ;;
        list*) compopt -o nospace 2>/dev/null ;;
    esac
    # shellcheck disable=SC2086 # its words are to be split
    while IFS= read -r one; do
        COMPREPLY+=("$one")
    done < <(_recovery_coach_offer "$1" $2)
}

_recovery_coach() {
    local IFS=$' \t\n' REPLY word at= waits= plain= i number=0 typed=${COMP_WORDS[COMP_CWORD]}
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ -n $waits ]]; then  # `--option=value` is three words to bash
            [[ $word == = ]] || waits=
        elif [[ -z $plain && $word == -- ]]; then
            plain=yes
        elif [[ -z $plain && $word == -* ]]; then
            _recovery_coach_takes "$at" "$word"
            waits=$REPLY
        else
            _recovery_coach_commands "$at"
            if ((number == 0)) && [[ " $REPLY " == *" $word "* ]]; then
                at=${at:+$at }$word
            else
                ((++number))
            fi
        fi
    done
    [[ $typed == = ]] && typed=
    COMPREPLY=()
    if [[ -n $waits ]]; then
        _recovery_coach_answer "$typed" "$waits"
    elif [[ -z $plain && $typed == -* ]]; then
        _recovery_coach_options "$at"
        _recovery_coach_answer "$typed" "words $REPLY"
    else
        _recovery_coach_commands "$at"
        ((number == 0)) && _recovery_coach_answer "$typed" "words $REPLY"
        _recovery_coach_takes "$at" $((number + 1))
        # The window opens with a file, but first of all there are commands.
        [[ -n $REPLY && -n $at$typed ]] && _recovery_coach_answer "$typed" "$REPLY"
    fi
    return 0
}

complete -F _recovery_coach recovery-coach
"""


def script(program: Command, shipped: Shipped) -> str:
    """The whole file."""
    return "\n".join((HEAD, *_tables(program, shipped))) + "\n" + BODY


def _tables(program: Command, shipped: Shipped) -> Iterator[str]:
    yield f"_recovery_coach_routines={quote(' '.join(shipped.routines))}"
    yield f"_recovery_coach_exercises={quote(' '.join(shipped.exercises))}"
    commands: dict[str, str] = {}
    options: dict[str, str] = {}
    values: dict[str, str] = {}
    for command in program.all():
        if command.commands:
            commands[quote(command.path)] = " ".join(one.words[-1] for one in command.commands)
        # --basedir may stand anywhere, though only the program itself lists it.
        options[quote(command.path)] = " ".join(dict.fromkeys((*command.names, "--basedir")))
        values |= {pattern: _told(taken) for pattern, taken in _values(command)}
    yield from _case("_recovery_coach_commands", "$1", commands)
    yield from _case("_recovery_coach_options", "$1", options)
    yield from _case("_recovery_coach_takes", '"$1 $2"', values)


def _values(command: Command) -> Iterator[tuple[str, Takes]]:
    """What is offered by a pattern of a command and an option, or the number of an argument."""
    for option in command.options:
        if not option.flag:
            for name in option.names:
                pattern = (
                    f"*{quote(f' {name}')}"
                    if not command.words
                    else quote(f"{command.path} {name}")
                )
                yield pattern, takes(command, option)
    for number, argument in enumerate(command.arguments, start=1):
        if argument.many:
            yield f"{quote(f'{command.path} ')}[1-9]*", takes(command, argument)
        else:
            yield quote(f"{command.path} {number}"), takes(command, argument)
    if not command.words:
        yield quote(" 1"), Takes(Kind.FILES, ("toml",))


def _told(taken: Takes) -> str:
    return " ".join((taken.kind, *taken.words))


def _case(name: str, of: str, answers: dict[str, str]) -> Iterator[str]:
    """A function that looks something up; patterns with the same answer share a line."""
    yield ""
    yield f"{name}() {{"
    yield f"    case {of} in"
    for answer in dict.fromkeys(answers.values()):
        patterns = " | ".join(pattern for pattern, one in answers.items() if one == answer)
        yield f"        {patterns}) REPLY={quote(answer)} ;;"
    yield "        *) REPLY= ;;"
    yield "    esac"
    yield "}"
