"""The command line: the window or a command, and what happens where no window can open."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recovery_coach.base.paths import find_resources
from recovery_coach.cli.main import build
from recovery_coach.cli.start import COMMANDS, parse_start, why_no_window
from tests.cli.conftest import Start

STUB = """
import json, sys, types
gui = types.ModuleType("recovery_coach.gui")
def run(basedir, files):
    heavy = ("typer", "rich", "pydantic", "PySide6")
    print(json.dumps({
        "basedir": str(basedir) if basedir else None,
        "files": [str(file) for file in files],
        "loaded": [name for name in heavy if name in sys.modules],
    }))
    return 5
gui.run = run
sys.modules["recovery_coach.gui"] = gui
from recovery_coach.__main__ import main
sys.exit(main())
"""
SHOWN = {"DISPLAY": ":99"}


@pytest.mark.parametrize(
    ("arguments", "basedir", "files"),
    [
        ([], None, []),
        (["--basedir", "x"], "x", []),
        (["--basedir=x"], "x", []),
        (["mine.toml"], None, ["mine.toml"]),
        (["--basedir", "x", "mine.toml"], "x", ["mine.toml"]),
        (["mine.toml", "--basedir", "x"], "x", ["mine.toml"]),
        (["routines"], None, None),
        (["--basedir", "x", "routines"], "x", None),
        (["show", "mine.toml"], None, None),
        (["--version"], None, None),
        (["--help"], None, None),
        (["--basedir"], None, None),
        (["nonsense"], None, None),
        (["pain", "3", "--", "--basedir", "x"], None, None),
    ],
)
def test_the_window_or_a_command(
    arguments: list[str], basedir: str | None, files: list[str] | None
):
    start = parse_start(arguments)
    assert start.basedir == (Path(basedir) if basedir else None)
    assert start.files == (None if files is None else [Path(file) for file in files])


def test_the_basedir_may_stand_anywhere():
    assert parse_start(["routines", "--basedir", "x", "--json"]).arguments == [
        "--basedir",
        "x",
        "routines",
        "--json",
    ]


def test_a_file_of_any_name_opens_the_window(tmp_path: Path):
    file = tmp_path / "routine"
    file.touch()
    assert parse_start([str(file)]).files == [file]


def test_a_command_wins_over_a_file_of_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    Path("show").touch()
    assert parse_start(["show"]).files is None
    assert parse_start(["./show"]).files == [Path("show")]


def test_every_command_is_known_without_typer():
    app = build()
    names = {command.name for command in app.registered_commands}
    names |= {group.name for group in app.registered_groups}
    assert names == COMMANDS


@pytest.mark.parametrize(
    ("environ", "platform", "opens"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "darwin", True),
        ({}, "freebsd14", False),
    ],
)
def test_where_a_window_can_open(environ: dict[str, str], platform: str, opens: bool):
    assert (why_no_window(environ, platform, "posix") == "") is opens


def test_on_windows_a_window_can_open():
    assert why_no_window({}, "win32", "nt") == ""


def test_the_window_is_opened_without_loading_what_it_does_not_need(start: Start, tmp_path: Path):
    done = start("--basedir", tmp_path, "mine.toml", code=STUB, env=SHOWN)
    assert done.returncode == 5, done.stderr
    assert json.loads(done.stdout) == {
        "basedir": str(tmp_path),
        "files": ["mine.toml"],
        "loaded": [],
    }


def test_without_a_display_the_terminal_shows_the_three_minute_routine(start: Start):
    done = start()
    assert done.returncode == 0
    assert "Three-minute express" in done.stdout
    assert "Bird dog" in done.stdout
    assert "No window can open here: there is no display." in done.stderr
    assert len(done.stderr.splitlines()) <= 2


def test_without_a_display_a_file_is_shown(start: Start, tmp_path: Path):
    file = tmp_path / "mine.toml"
    file.write_text(
        'id = "mine"\nname = "Mine"\nsummary = "Mine."\n[[steps]]\nexercise = "easy_march"\n'
    )
    done = start(file)
    assert done.returncode == 0
    assert done.stdout.startswith("Mine\n")


def test_without_pyside_the_terminal_guides_as_well(start: Start):
    code = (
        "import sys\nsys.modules['PySide6'] = None\n"
        "from recovery_coach.__main__ import main\nsys.exit(main())"
    )
    done = start(code=code, env=SHOWN)
    assert done.returncode == 0, done.stderr
    assert "No window can open here" in done.stderr
    assert "PySide6" in done.stderr
    assert "Three-minute express" in done.stdout


def test_a_part_of_ours_that_is_missing_is_not_taken_for_a_missing_toolkit(start: Start):
    code = (
        "import sys\nsys.modules['recovery_coach.gui'] = None\n"
        "from recovery_coach.__main__ import main\nsys.exit(main())"
    )
    done = start(code=code, env=SHOWN)
    assert done.returncode == 70


def test_no_command_loads_qt(start: Start):
    commands = [
        ["routines"],
        ["exercises"],
        ["show", "express_3"],
        ["play", "express_3", "--speed", "1000"],
        ["pain", "2"],
        ["sessions"],
        ["paths"],
        ["schema", "routine"],
        ["validate", str(find_resources() / "routines" / "express_3.toml")],
    ]
    code = (
        "import sys\nfrom recovery_coach.__main__ import main\n"
        f"for arguments in {commands!r}:\n"
        "    sys.argv[1:] = arguments\n"
        "    assert main() == 0, arguments\n"
        "assert not [name for name in sys.modules if 'PySide6' in name]\n"
        "assert 'rich' in sys.modules\n"
    )
    done = start(code=code)
    assert done.returncode == 0, done.stderr
