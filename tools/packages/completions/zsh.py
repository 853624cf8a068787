"""The completion of zsh: one function a command, each telling ``_arguments`` what it takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from recovery_coach.base.paths import APP
from tools.packages.commands import Command, Parameter
from tools.packages.completions.values import Kind, Shipped, Takes, takes

HEAD = f"""\
#compdef {APP}
# Completion of {APP} for zsh. Generated from the program's commands; it starts no program.
"""

BODY = r"""
# The person's own: names of files in a folder of the program's data; $1 a pattern, $2 how each is
# written.
_recovery-coach_own() {
  local folder=${XDG_DATA_HOME:-$HOME/.local/share}/recovery-coach
  [[ -n $RECOVERY_COACH_HOME ]] && folder=$RECOVERY_COACH_HOME/data
  reply=($folder/${~1}(N:t))
  [[ $2 == name ]] && reply=(${reply:r})
  return 0
}

# The ids that the program comes with, and those of the person's own; $1 routine or exercise.
_recovery-coach_ids() {
  local -a reply expl
  local ret=1
  _describe -t ${1}s $1 _recovery_coach_${1}s && ret=0
  _recovery-coach_own "library/${1}s/*.toml" name
  _wanted own expl "$1 of your own" compadd -a reply && ret=0
  return ret
}

_recovery-coach_a_routine() {
  local ret=1
  _recovery-coach_ids routine && ret=0
  _files -g '*.toml' && ret=0
  return ret
}

_recovery-coach_an_exercise() {
  _recovery-coach_ids exercise
}

_recovery-coach_a_backup() {
  local -a reply expl
  local ret=1
  _recovery-coach_own 'backups/*.sqlite3'
  _wanted backups expl backup compadd -a reply && ret=0
  _files && ret=0
  return ret
}
"""

ACTIONS = {
    Kind.FREE: " ",
    Kind.FOLDER: "_files -/",
    Kind.ROUTINE: "_recovery-coach_a_routine",
    Kind.EXERCISE: "_recovery-coach_an_exercise",
    Kind.BACKUP: "_recovery-coach_a_backup",
}


def script(program: Command, shipped: Shipped) -> str:
    """The whole file."""
    lines = [HEAD]
    lines += _described("routines", shipped.routines)
    lines += _described("exercises", shipped.exercises)
    lines += ["", "typeset -ga _recovery_coach_common=(", *_common(program), ")", BODY]
    for command in reversed(list(program.all())):
        lines += _function(command)
    return "\n".join((*lines, f'{_name(program)} "$@"')) + "\n"


def _described(name: str, told: Mapping[str, str]) -> Iterator[str]:
    yield f"typeset -ga _recovery_coach_{name}=("
    yield from (f"  {_quote(f'{one}:{words}')}" for one, words in told.items())
    yield ")"


def _common(program: Command) -> Iterator[str]:
    """What every command understands; ``--basedir`` may stand anywhere."""
    yield "  '(-h --help)'{-h,--help}'[Show what there is.]'"
    basedir = next(one for one in program.options if "--basedir" in one.names)
    yield f"  {_option(program, basedir)}"


def _function(command: Command) -> Iterator[str]:
    yield f"{_name(command)}() {{"
    if command.commands:
        yield from _group(command)
    else:
        yield from _arguments(command, "")
    yield "}"
    yield ""


def _group(command: Command) -> Iterator[str]:
    yield "  local curcontext=$curcontext state"
    yield "  local -a line commands=("
    for one in command.commands:
        yield f"    {_quote(f'{one.words[-1]}:{one.help}')}"
    yield "  )"
    yield from _arguments(command, "-C ", "'(-)1: :->command'", "'(-)*:: :->rest'")
    yield "  case $state in"
    yield "    command)"
    if command.words:
        yield "      _describe -t commands command commands ;;"
    else:
        yield "      _describe -t commands command commands"
        yield "      # The window opens with a file, but first of all there are commands."
        yield "      [[ -n $PREFIX ]] && _files -g '*.toml' ;;"
    yield "    rest)"
    yield "      case $words[1] in"
    for one in command.commands:
        yield f"        {one.words[-1]}) {_name(one)} ;;"
    yield "      esac ;;"
    yield "  esac"


def _arguments(command: Command, flags: str, *more: str) -> Iterator[str]:
    told = [_option(command, one) for one in command.options if "--basedir" not in one.names]
    told += [_argument(command, one, n) for n, one in enumerate(command.arguments, start=1)]
    specs = ['"${(@)_recovery_coach_common}"', *told, *more]
    yield f"  _arguments {flags}-S \\"
    yield from (f"    {spec} \\" for spec in specs[:-1])
    yield f"    {specs[-1]}"


def _option(command: Command, option: Parameter) -> str:
    (name,) = option.names
    text = f"{name}{'' if option.flag else '='}[{_plain(option.help, '[]:')}]"
    if not option.flag:
        text += f":{_message(option)}:{_action(takes(command, option))}"
    return _quote(f"*{text}" if option.many else text)


def _argument(command: Command, argument: Parameter, number: int) -> str:
    place = "*" if argument.many else f"{number}" if argument.required else f"{number}:"
    return _quote(f"{place}:{_message(argument)}:{_action(takes(command, argument))}")


def _message(parameter: Parameter) -> str:
    """What the value is called; one of several words goes by the parameter's own name."""
    return _plain(parameter.name if parameter.choices else parameter.value, ":")


def _action(taken: Takes) -> str:
    if taken.kind is Kind.WORDS:
        return f"({' '.join(taken.words)})"
    if taken.kind is Kind.LIST:
        return f"_values -s , word {' '.join(taken.words)}"
    if taken.kind is Kind.FILES:
        return f'_files -g "{" ".join(f"*.{one}" for one in taken.words)}"'.replace(' -g ""', "")
    return ACTIONS[taken.kind]


def _name(command: Command) -> str:
    return "_".join((f"_{APP}", *command.words)) + ("_" if not command.words else "")


def _plain(text: str, signs: str) -> str:
    """``text`` where ``signs`` would mean something."""
    return "".join(f"\\{sign}" if sign in signs else sign for sign in text)


def _quote(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
