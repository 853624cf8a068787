"""Programs of others that the tests ask: validators and shells."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest


def ask(*command: str, folder: Path | None = None, **environ: str) -> tuple[int, str]:
    """The exit code of a program and all it said. Skips where it is missing, but not in CI."""
    there(command[0])
    done = subprocess.run(
        command,
        cwd=folder,
        env=dict(os.environ) | environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout


def there(program: str, environ: Mapping[str, str] = os.environ) -> None:
    """Skip where a program is missing; in CI that is a failure."""
    if shutil.which(program) is None:
        (pytest.fail if environ.get("CI") else pytest.skip)(f"{program} is not installed")
