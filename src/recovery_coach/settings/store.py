"""Reading and writing the settings file. A broken one is set aside and said, never fatal."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

from recovery_coach.base.files import write_atomically
from recovery_coach.base.i18n import tr
from recovery_coach.base.problems import Problem, shown
from recovery_coach.base.toml_lines import line_of
from recovery_coach.settings.model import THEMES, Settings

SECONDS = ("get_ready", "switch", "transition")
LONGEST = 600


def load_settings(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings in ``path``, with what was wrong. A field that cannot be meant is left out."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, UnicodeDecodeError) as error:
        return Settings(), (_unreadable(path, str(error)),)
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Settings(), (_unreadable(path, str(error)),)
    problems: list[Problem] = []
    known: dict[str, Any] = {}
    for name in (field.name for field in fields(Settings)):
        if name not in data:
            continue
        wanted = _wanted(name, data[name])
        if wanted:
            problems.append(Problem(path, name, shown(data[name]), wanted, line_of(text, (name,))))
        else:
            known[name] = data[name]
    return Settings(**known), tuple(problems)


def save_settings(path: Path, settings: Settings) -> None:
    """Write ``settings``, keeping comments and fields that are not known. Raises OSError.

    A file that is not TOML is kept beside it as ``settings.toml.broken`` first.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    document = tomlkit.document()
    try:
        document = tomlkit.parse(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        pass
    except (UnicodeDecodeError, TOMLKitError):
        path.replace(path.with_name(path.name + ".broken"))
    for field in fields(Settings):
        value = getattr(settings, field.name)
        if field.name in document or value != field.default:
            document[field.name] = value
    write_atomically(path, tomlkit.dumps(document).encode("utf-8"))


def _unreadable(path: Path, why: str) -> Problem:
    wanted = tr("the settings could not be read, so the usual ones are used ({why})")
    return Problem(path, "", "", wanted.format(why=why))


def _wanted(name: str, value: object) -> str:
    """What the field should be, where ``value`` cannot be meant; empty where it can."""
    if name == "theme":
        return "" if value in THEMES else tr("must be one of {all}").format(all=", ".join(THEMES))
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if name in SECONDS:
        ok = number and 0 <= float(value) <= LONGEST  # type: ignore[arg-type]
        return "" if ok else tr("must be seconds from 0 to {most}").format(most=LONGEST)
    return "" if isinstance(value, int) and number else tr("must be a whole number")
