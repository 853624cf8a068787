"""The real program in a process of its own, forked from one in which all of it is loaded.

What a test starts a hundred times must not cost a hundred starts of Python. Everything after those
is real: the arguments, the files, the exit code, and the signals that end it.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from tests.cli.conftest import clean_environment
from tests.faults.offline import deny_network

PATIENCE = 60.0
"""Seconds for a process to end, on a busy machine; it takes a hundredth of that."""


@dataclass(frozen=True, slots=True)
class Done:
    """How a program ended, and what it said."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Around:
    """What it is started in; ``said`` is a folder for what it prints."""

    said: Path
    umask: int = 0o022
    offline: bool = False


def run(
    home: Path,
    *arguments: object,
    said: Path | None = None,
    umask: int = 0o022,
    offline: bool = False,
) -> Done:
    """Run ``recovery-coach ARGUMENTS`` on the files in ``home``."""
    said = said or home.parent
    return ended(begin(home, *arguments, said=said, umask=umask, offline=offline), said)


def begin(
    home: Path, *arguments: object, said: Path, umask: int = 0o022, offline: bool = False
) -> BaseProcess:
    """The same, not waited for."""
    around = Around(said, umask, offline)
    return fork(_main, ["--basedir", str(home), *map(str, arguments)], around)


def ended(process: BaseProcess, said: Path) -> Done:
    """How that ends."""
    process.join(PATIENCE)
    code = process.exitcode
    assert code is not None, "it hangs"
    return Done(code, *((said / name).read_text("utf-8") for name in ("said.out", "said.err")))


_methods = ["forkserver" if os.name == "posix" else "spawn"]


def fork(target: Callable[..., None], *arguments: Any) -> BaseProcess:
    """A process that calls ``target``, which must be found by its name in its module."""
    context = multiprocessing.get_context(_methods[-1])
    if hasattr(context, "set_forkserver_preload"):
        context.set_forkserver_preload(["tests.faults.everything"])
    process = context.Process(target=target, args=arguments)
    process.start()
    return process


def become_the_parent() -> None:
    """Have what is forked from now on be a child of this very process: it sees the same disks."""
    _methods.append("fork")


def _main(arguments: list[str], around: Around) -> None:
    from recovery_coach.__main__ import main

    os.environ.clear()
    os.environ.update(clean_environment())
    for number, name in ((1, "said.out"), (2, "said.err")):
        handle = os.open(around.said / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(handle, number)
        os.close(handle)
    os.umask(around.umask)
    if around.offline:
        deny_network()
    sys.argv = ["recovery-coach", *arguments]
    sys.exit(main())
