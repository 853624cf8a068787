"""``sheet`` and ``figure``: the files they write, and what they say where they cannot."""

from __future__ import annotations

import errno
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from recovery_coach.base import disk
from recovery_coach.base.paths import find_paths, find_resources
from tests.cli.conftest import Run, Start

MINE = """\
id = "mine"
name = "Mine"
summary = "Mine."
[[steps]]
exercise = "bird_dog"
"""


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def test_neither_needs_a_display(start: Start, out: Path):
    done = start("sheet", "express_3", out / "a.pdf", "--paper", "letter")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"Written: {out / 'a.pdf'} (2 pages)\n"
    content = (out / "a.pdf").read_bytes()
    assert content.startswith(b"%PDF-")
    assert b"/MediaBox [0 0 612" in content
    done = start("figure", "bird_dog", out / "a.svg")
    assert (done.returncode, done.stderr) == (0, "")
    assert ET.parse(out / "a.svg").getroot().tag.endswith("svg")


def test_a_file_of_ones_own_is_printed_too(run: Run, out: Path, tmp_path: Path):
    (tmp_path / "mine.toml").write_text(MINE)
    done = run("sheet", tmp_path / "mine.toml", out / "a.pdf", "--paper", "a4")
    assert done.exit_code == 0, done.output
    assert b"/MediaBox [0 0 595" in (out / "a.pdf").read_bytes()


def test_a_picture_has_the_ground_of_its_theme(run: Run, out: Path):
    files = {}
    for theme in ("dark", "light", "contrast", "paper"):
        done = run("figure", "cat_cow", out / f"{theme}.png", "--theme", theme, "--size", "64")
        assert done.exit_code == 0, done.output
        files[theme] = (out / f"{theme}.png").read_bytes()
        assert files[theme].startswith(b"\x89PNG")
    assert len(set(files.values())) == 4


def test_each_option_changes_the_picture(run: Run, out: Path):
    def drawn(*options: object) -> bytes:
        done = run("figure", "bird_dog", out / "a.png", "--size", "120", *options)
        assert done.exit_code == 0, done.output
        return (out / "a.png").read_bytes()

    usual = drawn()
    assert usual == drawn()
    assert usual == drawn("--phase", "reach")
    assert usual == drawn("--phase", "Reach")
    assert drawn("--phase", "return") == drawn("--phase", "all fours")
    seen = [
        drawn("--phase", "return"),
        drawn("--yaw", -90),
        drawn("--pitch", 50),
        drawn("--no-muscles"),
    ]
    assert len({usual, *seen}) == 5
    sides = {drawn("--side", "left"), drawn("--side", "right")}
    assert len(sides) == 2
    assert usual in sides


def test_a_name_that_is_not_there_lists_those_that_are(run: Run, out: Path):
    done = run("figure", "bird_dog", out / "a.png", "--phase", "fly")
    assert done.exit_code == 2
    assert "there is no phase or pose fly" in done.stderr
    assert "phases: reach, hold, return" in done.stderr
    assert "poses: all fours" in done.stderr
    done = run("figure", "bird_dig", out / "a.png")
    assert done.exit_code == 2
    assert "did you mean bird_dog?" in done.stderr
    done = run("figure", "xyz", out / "a.png")
    assert done.exit_code == 2
    assert "`recovery-coach exercises` lists them" in done.stderr
    assert not list(out.iterdir())


def test_an_exercise_without_a_figure_says_so_and_why(run: Run, out: Path, home: Path):
    exercise = find_paths(home).library / "exercises" / "mine.toml"
    shipped = find_resources() / "exercises" / "bird_dog.toml"
    source = shipped.read_text(encoding="utf-8")
    exercise.parent.mkdir(parents=True)
    exercise.write_text(source.replace('id = "bird_dog"', 'id = "mine"'), encoding="utf-8")
    done = run("figure", "mine", out / "a.png")
    assert done.exit_code == 1, done.output
    assert "there is no figure of mine" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [("sheet", "express_3", "a.txt"), ("figure", "cat_cow", "a.jpg"), ("figure", "cat_cow", "a")],
)
def test_only_the_kinds_there_are_can_be_written(run: Run, out: Path, arguments: tuple[str, ...]):
    *rest, name = arguments
    done = run(*rest, out / name)
    assert done.exit_code == 2
    assert "give a file whose name ends in" in done.stderr


@pytest.mark.parametrize("options", [("--size", 3), ("--pitch", 91), ("--theme", "pink")])
def test_numbers_that_cannot_be_meant_are_refused(run: Run, out: Path, options: tuple[object, ...]):
    assert run("figure", "cat_cow", out / "a.png", *options).exit_code == 2


def test_a_folder_that_is_not_there_is_said_and_not_made(run: Run, out: Path):
    for arguments in (("sheet", "express_3", "a.pdf"), ("figure", "cat_cow", "a.svg")):
        file = out / "no" / arguments[-1]
        done = run(*arguments[:-1], file)
        assert done.exit_code == 1
        assert done.stderr == f"{file} could not be written: there is no such folder\n"
    assert not list(out.iterdir())


def test_a_full_disk_leaves_the_old_file(run: Run, out: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(path: Path, content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    (out / "a.pdf").write_bytes(b"old")
    monkeypatch.setattr(disk, "write_atomically", refuse)
    done = run("sheet", "express_3", out / "a.pdf")
    assert done.exit_code == 1
    assert "the disk is full" in done.stderr
    assert (out / "a.pdf").read_bytes() == b"old"


def test_without_pyside_it_says_what_is_missing(start: Start, out: Path):
    code = (
        "import sys\nsys.modules['PySide6'] = None\n"
        f"sys.argv = ['recovery-coach', 'figure', 'cat_cow', {str(out / 'a.png')!r}]\n"
        "from recovery_coach.__main__ import main\nsys.exit(main())"
    )
    done = start(code=code)
    assert done.returncode == 1
    assert "This cannot be drawn here" in done.stderr
    assert "PySide6" in done.stderr
