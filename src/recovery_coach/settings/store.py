"""Reading and writing the settings file.

A field that cannot be meant is left out and said; a file that is no TOML at all is set aside as
``settings.toml.broken`` before anything is written in its place. Neither is ever fatal.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

from recovery_coach.base.files import write_atomically
from recovery_coach.base.i18n import tr
from recovery_coach.base.problems import Problem, shown
from recovery_coach.settings.model import (
    AIMS,
    COUNT_ALOUD,
    COUNT_STYLES,
    FOLDERS,
    LONGEST,
    MOST_A_WEEK,
    OWN_NUMBERS,
    THEMES,
    TIMING,
    UNITS,
    WEEK_STARTS,
    Settings,
)

Check = Callable[[object], str]
"""What a value should be, in words, where it cannot be meant; empty where it can."""

SMALLEST_TEXT, LARGEST_TEXT = 50, 300


def load_settings(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings in ``path``, with what was wrong."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, UnicodeDecodeError) as error:
        return Settings(), (_unreadable(path, str(error)),)
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return Settings(), (_unreadable(path, str(error)),)
    problems: list[Problem] = []
    known: dict[str, Any] = {}
    for name, check in _checks().items():
        if name not in data:
            continue
        wanted = check(data[name])
        if wanted:
            line = _line_of(text, name)
            problems.append(Problem(path, name, shown(data[name]), wanted, line))
        else:
            known[name] = _as_field(data[name])
    return Settings(**known), tuple(problems)


def _line_of(text: str, name: str) -> int | None:
    from recovery_coach.base.toml_lines import line_of  # here, since it is seldom needed

    return line_of(text, (name,))


def ready_to_save() -> None:
    """Load what saving needs, so that the first choice does not wait for it."""
    import tomlkit  # noqa: F401


def save_settings(path: Path, settings: Settings) -> None:
    """Write ``settings``, keeping comments and fields that are not known. Raises OSError."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    document = tomlkit.document()
    try:
        document = tomlkit.parse(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        pass
    except (ValueError, RecursionError, TOMLKitError):
        path.replace(path.with_name(path.name + ".broken"))
    defaults = Settings()
    for field in fields(Settings):
        value = getattr(settings, field.name)
        if value != getattr(defaults, field.name):
            document[field.name] = _as_toml(value)
        elif field.name in document:
            del document[field.name]
    write_atomically(path, tomlkit.dumps(document).encode("utf-8"))


def _as_field(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _as_toml(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _as_toml(inner) for key, inner in value.items()}
    return list(value) if isinstance(value, tuple) else value


def _unreadable(path: Path, why: str) -> Problem:
    wanted = tr("the settings could not be read, so the usual ones are used ({why})")
    return Problem(path, "", "", wanted.format(why=why))


def _checks() -> dict[str, Check]:
    """A check for each field of the settings."""
    seconds = _number_between(0, LONGEST)
    return {
        "welcome_seen": _whole_between(0, 1000),
        "theme": _one_of(THEMES),
        "text_size": _whole_between(SMALLEST_TEXT, LARGEST_TEXT),
        "reduced_motion": _truth,
        **dict.fromkeys(TIMING, seconds),
        "count": _one_of(COUNT_STYLES),
        "count_aloud": _one_of(COUNT_ALOUD),
        "voice": _truth,
        "voice_volume": _whole_between(0, 100),
        "tones": _truth,
        "tone_volume": _whole_between(0, 100),
        "finish_volume": _whole_between(0, 100),
        "silent": _truth,
        "flash": _truth,
        "language": _short_text,
        "impact_put_off": _day,
        "week_note_put_off": _day,
        **dict.fromkeys(AIMS, _whole_between(0, MOST_A_WEEK)),
        "week_start": _one_of(WEEK_STARTS),
        "units": _one_of(UNITS),
        "country": _short_text,
        **dict.fromkeys(OWN_NUMBERS, _any_text),
        **dict.fromkeys(FOLDERS, _folder),
        "window": _window,
        "timing": _timing,
    }


def _one_of(words: Sequence[str]) -> Check:
    def check(value: object) -> str:
        return "" if value in words else tr("must be one of {all}").format(all=", ".join(words))

    return check


def _number_between(low: float, high: float) -> Check:
    def check(value: object) -> str:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if isinstance(value, int | float) and number and low <= value <= high:
            return ""  # nan and the infinities compare false
        return tr("must be a number from {low} to {high}").format(low=low, high=high)

    return check


def _whole_between(low: int, high: int) -> Check:
    def check(value: object) -> str:
        if type(value) is int and low <= value <= high:
            return ""
        return tr("must be a whole number from {low} to {high}").format(low=low, high=high)

    return check


def _truth(value: object) -> str:
    return "" if isinstance(value, bool) else tr("must be true or false")


def _any_text(value: object) -> str:
    """A number to call is never left out for how it looks: who shows it tidies it."""
    return "" if isinstance(value, str) else tr("must be a text")


def _folder(value: object) -> str:
    """What begins somewhere else each time would put a backup where nobody looks for it."""
    if isinstance(value, str) and "\0" not in value and (not value or Path(value).is_absolute()):
        return ""
    return tr("must be the whole path of a folder, from its root")


def _short_text(value: object) -> str:
    if isinstance(value, str) and re.fullmatch(r"[A-Za-z_]{0,20}", value):
        return ""
    return tr("must be a short code such as de or GB")


def _day(value: object) -> str:
    if isinstance(value, str) and (not value or _is_day(value)):
        return ""
    return tr("must be a day such as 2026-03-04, in quotation marks")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _window(value: object) -> str:
    whole = isinstance(value, list) and all(type(part) is int for part in value)
    if isinstance(value, list) and whole and len(value) == 5:
        return ""
    return tr("must be five whole numbers: left, top, width, height, maximised")


def _timing(value: object) -> str:
    """A table of routines, each with some of the seconds, or how much is counted aloud."""
    checks = dict.fromkeys(TIMING, _number_between(0, LONGEST))
    checks["count_aloud"] = _one_of(COUNT_ALOUD)
    if isinstance(value, dict) and all(isinstance(own, dict) for own in value.values()):
        wrong = [
            name
            for own in value.values()
            for name, chosen in own.items()
            if name not in checks or checks[name](chosen)
        ]
        if not wrong:
            return ""
    names = ", ".join(TIMING)
    text = tr("must give, for a routine, seconds for some of {names}, or count_aloud")
    return text.format(names=names)
