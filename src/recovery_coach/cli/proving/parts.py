"""Every module of the program, and of the libraries that it names: is it there, can it be loaded?

Most are loaded when they are needed, so that one left out of a bundle would be noticed by nobody
until then. A bundle lists only what it has: what ought to be there is read out of the code of those
that are, since each stands as a name in the code of whoever imports it.
"""

from __future__ import annotations

import pkgutil
import sys
from collections.abc import Iterator
from importlib import import_module
from types import CodeType

import recovery_coach

_OURS = "recovery_coach"
_THEIRS = (
    "PySide6",
    "appdirs",
    "espeakng_loader",
    "pydantic",
    "pygame",
    "rich",
    "tomlkit",
    "typer",
    "wakepy",
    *(("jeepney",) if sys.platform == "linux" else ()),
)


def look_at_parts() -> tuple[int, dict[str, list[str]]]:
    """How many modules of ours were loaded; and by what went wrong, which could not be."""
    wrong: dict[str, list[str]] = {}
    loaded = {name for name in _there() if _loads(name, wrong)}
    for name in sorted({*_named_in(loaded), *_rooms()} - loaded):
        if name.partition(".")[0] in _THEIRS or name.startswith(f"{_OURS}."):
            _loads(name, wrong)
    return len(loaded), wrong


def _there() -> Iterator[str]:
    """Our modules, as the installation lists them; a bundle's, too."""
    for found in pkgutil.walk_packages(recovery_coach.__path__, f"{_OURS}."):
        if not found.name.endswith(".__main__"):
            yield found.name


def _loads(name: str, wrong: dict[str, list[str]]) -> bool:
    try:
        import_module(name)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told
        names = wrong.setdefault(str(error) or type(error).__name__, [])
        if name not in names:
            names.append(name)
        return False
    return True


def _rooms() -> Iterator[str]:
    """What is found by a name in a table, and not by an import."""
    later = sys.modules.get(f"{_OURS}.ui.later")
    for room in getattr(later, "ROOMS", {}).values():
        yield f"{_OURS}.{room}"


def _named_in(modules: set[str]) -> Iterator[str]:
    """What these modules import, now or later."""
    for name in modules:
        get_code = getattr(sys.modules[name].__loader__, "get_code", None)
        code = get_code(name) if get_code is not None else None
        if code is not None:
            yield from _names(code)


def _names(code: CodeType) -> Iterator[str]:
    for name in code.co_names:
        if "." in name or name in _THEIRS:  # a dotted name stands there for an import alone
            yield name
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names(constant)
