"""The man page, from the commands themselves: what it lists is what the program understands."""

from __future__ import annotations

from collections.abc import Iterator

from recovery_coach.base.i18n import tr
from recovery_coach.base.paths import APP
from tools.packages import manual_words
from tools.packages.about import NAME, About
from tools.packages.commands import Command, Parameter, tree
from tools.packages.roff import bold, italic, prose, quoted, typed


def manual(facts: About) -> str:
    """The page in the language in use."""
    program = tree()
    version, volume = quoted(f"{NAME} {facts.version}"), quoted(tr("User commands"))
    lines = [
        r".\" Generated from the program's commands.",
        f".TH {APP.upper()} 1 {facts.day} {version} {volume}",
        *_section(tr("NAME"), [rf"{typed(APP)} \- {prose(manual_words.name())}"]),
        *_section(tr("SYNOPSIS"), _synopsis()),
        *_section(tr("DESCRIPTION"), _paragraphs(*manual_words.description())),
        *_section(tr("OPTIONS"), _options(program)),
        *_section(tr("COMMANDS"), _commands(program)),
        *_section(tr("EXIT STATUS"), _listed(manual_words.exit_status())),
        *_section(tr("ENVIRONMENT"), _listed(manual_words.environment())),
        *_section(tr("FILES"), _files()),
        *_section(tr("EXAMPLES"), _examples()),
        *_section(tr("WHAT IT CANNOT TELL YOU"), _paragraphs(*manual_words.limits())),
        *_section(tr("SEE ALSO"), [prose(facts.homepage)]),
    ]
    return "\n".join(lines) + "\n"


def _section(title: str, lines: Iterator[str] | list[str]) -> Iterator[str]:
    yield f".SH {quoted(title)}"
    yield from lines


def _paragraphs(*texts: str) -> Iterator[str]:
    for at, text in enumerate(texts):
        if at:
            yield ".PP"
        yield prose(text)


def _synopsis() -> Iterator[str]:
    name, basedir = bold(APP), rf"[{bold('--basedir')} {italic('DIR')}]"
    yield rf"{name} {basedir} [{italic('FILE.toml')} .\|.\|.]"
    yield ".br"
    yield rf"{name} {basedir} {italic(tr('COMMAND'))} .\|.\|."
    yield ".br"
    yield rf"{name} {bold('--help')} | {bold('--version')}"


def _options(command: Command) -> Iterator[str]:
    for option in command.options:
        yield from _parameter(option)
    names = f"{bold('-h')}, {bold('--help')}"
    yield from _told([names], tr("Show what there is; after a command, what it takes."))
    yield ".PP"
    yield prose(manual_words.before_options())


def _commands(program: Command) -> Iterator[str]:
    more = manual_words.more()
    for command in program.all():
        if command.words:
            yield f".SS {quoted(_usage(command))}"
            yield from _paragraphs(command.help, *more.get(command.path, ()))
            for parameter in (*command.arguments, *command.options):
                yield from _parameter(parameter)


def _usage(command: Command) -> str:
    """The line one types; a command is named without the program, which is the same for all."""
    parts = [bold(command.path)]
    if command.commands:
        name = italic(tr("COMMAND"))
        parts.append(f"[{name}]" if command.alone else name)
    if command.options:
        parts.append(f"[{italic(tr('OPTION'))} .\\|.\\|.]")
    parts += [_shown(argument) for argument in command.arguments]
    return " ".join(parts)


def _shown(argument: Parameter) -> str:
    shown = italic(argument.value) + (r" .\|.\|." if argument.many else "")
    return shown if argument.required else f"[{shown}]"


def _parameter(one: Parameter) -> Iterator[str]:
    names = ", ".join(map(bold, one.names))
    head = " ".join(part for part in (names, italic(one.value)) if part)
    return _told([head], " ".join(_sentences(one)))


def _sentences(one: Parameter) -> Iterator[str]:
    yield one.help
    if one.listed:
        yield tr("Any of {words}.").format(words=", ".join(f"`{word}`" for word in one.listed))
    if one.low is not None and one.high is not None:
        yield tr("From {low} to {high}.").format(low=f"`{one.low}`", high=f"`{one.high}`")
    if one.default:
        yield tr("If left out, {usual}.").format(usual=f"`{one.default}`")


def _told(heads: list[str], text: str) -> Iterator[str]:
    yield ".TP"
    yield from heads
    yield prose(text)


def _listed(entries: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for name, text in entries:
        yield from _told([", ".join(map(bold, name.split(", ")))], text)


def _files() -> Iterator[str]:
    for place, text in manual_words.files():
        yield from _told([italic(place)], text)
    yield ".PP"
    yield prose(manual_words.after_files())


def _examples() -> Iterator[str]:
    for at, (line, text) in enumerate(manual_words.examples()):
        if at:
            yield ".PP"
        yield prose(text)
        yield from (".PP", ".in +4n", ".nf", typed(line), ".fi", ".in")
