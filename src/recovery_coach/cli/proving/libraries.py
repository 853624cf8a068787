"""What the program stands on: each library is loaded, and tells its version."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import PackageNotFoundError
from types import ModuleType

from recovery_coach.base.i18n import tr
from recovery_coach.cli.proving.check import FaultError, Finding, explained, some
from recovery_coach.cli.proving.packages import missing_library, package_words
from recovery_coach.cli.proving.trial import Trial
from recovery_coach.journal.opening import SQLITE

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # pygame greets whoever loads it


def _sdl(pygame: ModuleType) -> str:
    return ".".join(map(str, pygame.get_sdl_version()))


def _espeak(module: ModuleType) -> str:
    return str(module.version())


LIBRARIES: dict[str, tuple[str, Callable[[ModuleType], str]]] = {
    "SQLite": ("recovery_coach.journal.opening", lambda _: SQLITE),
    "PySide6": ("PySide6", lambda it: str(it.__version__)),
    "Qt": ("PySide6.QtCore", lambda it: str(it.qVersion())),
    "pydantic": ("pydantic", lambda it: str(it.VERSION)),
    "pygame-ce": ("pygame", lambda it: str(it.version.ver)),
    "SDL": ("pygame", _sdl),
    "espeak-ng": ("recovery_coach.sound.espeak", _espeak),
    "typer": ("typer", lambda it: str(it.__version__)),
    "rich": ("rich.console", lambda _: ""),
    "tomlkit": ("tomlkit", lambda it: str(it.__version__)),
    "wakepy": ("wakepy", lambda it: str(it.__version__)),
    "appdirs": ("appdirs", lambda it: str(it.__version__)),
}
"""By name: what to import, and where its version stands."""
if sys.platform == "linux":
    LIBRARIES["jeepney"] = ("jeepney", lambda it: str(it.__version__))


def versions() -> dict[str, str | Exception]:
    """The version of each; what went wrong where it cannot be loaded."""
    return {name: _version(*how) for name, how in LIBRARIES.items()}


def _version(module: str, read: Callable[[ModuleType], str]) -> str | Exception:
    try:
        return read(import_module(module))
    except (AttributeError, PackageNotFoundError):
        return ""  # it is there, and does not say
    except Exception as error:  # noqa: BLE001 - libraries fail in their own ways
        return error


def check_libraries(_: Trial) -> Finding:
    """Each can be loaded."""
    found = versions()
    wrong = {name: error for name, error in found.items() if isinstance(error, Exception)}
    if not wrong:
        return Finding(", ".join(f"{name} {version}".strip() for name, version in found.items()))
    said = [f"{name}: {explained(error).found}" for name, error in wrong.items()]
    missing = next((str(one) for one in wrong.values() if missing_library(str(one))), "")
    raise FaultError("; ".join(said), package_words(missing) if missing else "")


def check_parts(_: Trial) -> Finding:
    """Every module of the program is there and can be loaded."""
    from recovery_coach.cli.proving.parts import look_at_parts

    count, wrong = look_at_parts()
    if not wrong:
        return Finding(tr("{n} modules").format(n=count))
    said = [f"{some(names, 2)}: {why}" for why, names in wrong.items()]
    missing = next((why for why in wrong if missing_library(why)), "")
    raise FaultError("; ".join(said), package_words(missing) if missing else "")
