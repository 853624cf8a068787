"""What a process must have loaded to run any command at once; see program.py."""

import tomllib  # noqa: F401

import pydantic  # noqa: F401
import tomlkit  # noqa: F401
import typer.testing  # noqa: F401

import recovery_coach.__main__
import recovery_coach.cli.main
import recovery_coach.coach.overview
import recovery_coach.library.reading
import tests.cli.conftest  # noqa: F401

recovery_coach.cli.main.build()
