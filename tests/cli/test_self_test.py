"""``self-test`` as a person runs it: on what is whole, and on what somebody packaged badly.

Each start has as many things broken as can be told apart: all of them are to be named.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from recovery_coach import __version__
from recovery_coach.base.paths import find_paths, find_resources
from recovery_coach.cli.proving.proof import checks
from tests.cli.conftest import Start, clean_environment

SOURCE = Path(find_resources()).parent / "src" / "recovery_coach"
DOCS = Path(__file__).parents[2] / "docs" / "cli.md"
WITHOUT = """
import sys
class Without:
    def find_spec(self, name, path=None, target=None):
        if name.startswith("PySide6.Qt") and name != "PySide6.QtCore":
            raise ImportError(
                "libGL.so.1: cannot open shared object file: No such file or directory")
sys.meta_path.insert(0, Without())
sys.modules["espeakng_loader"] = None
import tempfile
tempfile.tempdir = "/nowhere/at/all"
from recovery_coach.__main__ import main
sys.exit(main())
"""
NO_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><cachedir>{cache}</cachedir></fontconfig>"""


def results(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    """The JSON that was printed, and by its id what each check came to."""
    made = json.loads(done.stdout)
    return made | {"by_id": {one["id"]: one for one in made["checks"]}}


def everything_in(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """What is in a folder: of each thing its mode, when it was changed, and what is in it."""
    return {
        str(path.relative_to(folder)): (
            path.stat().st_mode,
            path.stat().st_mtime_ns,
            path.read_bytes() if path.is_file() else b"",
        )
        for path in (folder, *folder.rglob("*"))
    }


def test_what_is_whole_works_and_a_first_start_is_still_the_first(
    start: Start, home: Path, tmp_path: Path
):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    done = start("self-test", env={"TMPDIR": str(temporary), "LANGUAGE": "en"})
    assert done.returncode == 0, done.stdout + done.stderr
    where, lines, end = done.stdout.split("\n\n")
    assert __version__ in where
    assert "checkout" in where
    said = lines.splitlines()
    assert [line.partition(":")[0] for line in said] == [check.label for check in checks()]
    assert all(re.fullmatch(r"[^:]+: ok \(.+\)", line) for line in said), lines
    assert re.search(r"[1-9]\d* cues, .*; [1-9]\d* sounds played", lines)
    assert end.startswith("Everything works")
    assert not home.exists()
    assert list(temporary.iterdir()) == []


def test_what_the_person_has_is_not_touched(start: Start, home: Path):
    for line in (["pain", "3"], ["routines"]):
        assert start(*line).returncode == 0
    paths = find_paths(home)
    paths.settings.parent.mkdir(parents=True, exist_ok=True)
    paths.settings.write_text('theme = "light"\nlanguage = "de"\n', encoding="utf-8")
    start("paths")  # closes the folders to others
    before = everything_in(home)
    done = start("self-test", "--json")
    assert done.returncode == 0, done.stdout
    assert everything_in(home) == before
    assert done.stdout.isascii()
    told = results(done)
    assert (told["ok"], told["failed"], told["warnings"]) == (True, [], [])
    assert told["where"]["language"] == "de"
    assert str(paths.journal) in told["by_id"]["own_folders"]["found"]
    assert 3 < told["by_id"]["playing"]["seconds"] < told["seconds"]


def documented(names: str) -> list[str]:
    text = DOCS.read_text(encoding="utf-8").partition("### `recovery-coach self-test`")[2]
    table = text.partition(f"| {names} | ")[2].partition("\n\n")[0]
    firsts = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    return re.findall(r"`(\w+)`", " ".join(firsts))


def test_the_document_names_every_check():
    assert documented("check") == [check.id for check in checks()]


def test_what_was_left_out_of_an_installation_is_named(tmp_path: Path, home: Path):
    """As a wheel lies there, or a bundle: the program with its data inside."""
    package = tmp_path / "site" / "recovery_coach"
    shutil.copytree(SOURCE, package, ignore=shutil.ignore_patterns("__pycache__"))
    data = Path(shutil.copytree(find_resources(), package / "_resources"))
    (package / "ui" / "hurt.py").unlink()
    (data / "icons" / "play.svg").unlink()
    (data / "figures" / "dead_bug.toml").write_text("[camera", encoding="utf-8")
    (data / "locale" / "de" / "LC_MESSAGES" / "recovery_coach.mo").write_bytes(b"damaged")
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(NO_FONTS.format(cache=tmp_path / "cache"))
    done = subprocess.run(
        [sys.executable, "-m", "recovery_coach", "--basedir", str(home), "self-test", "--json"],
        cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60,
        env={**clean_environment(), "PYTHONPATH": str(package.parent),
             "FONTCONFIG_FILE": str(fonts)},
    )  # fmt: skip
    assert done.returncode == 1
    told = results(done)
    assert told["where"]["installed"] == "wheel"
    named = {
        "parts": "recovery_coach.ui.hurt",
        "files": "icons/play.svg",
        "icons": "play",
        "catalogue": "dead_bug.toml",
        "translations": "recovery_coach.mo",
    }
    for name, words in named.items():
        assert words in told["by_id"][name]["found"]
        assert told["by_id"][name]["mend"]
    for name in ("libraries", "rules", "journal", "toolkit", "papers", "voice", "playing"):
        assert told["by_id"][name]["result"] == "ok"
    assert set(named) <= set(told["failed"])
    if sys.platform == "linux":
        assert "boxes" in told["by_id"]["fonts"]["found"]
        assert "fonts-dejavu-core" in told["by_id"]["fonts"]["mend"]


@pytest.mark.skipif(sys.platform == "win32", reason="libraries have other names there")
def test_what_the_system_lacks_is_named_with_its_package(start: Start, home: Path):
    home.mkdir()
    (home / "data").write_text("a file where a folder should be")
    done = start("self-test", "--json", code=WITHOUT)
    assert done.returncode == 1, done.stderr
    by_id = results(done)["by_id"]
    for name in ("toolkit", "parts"):
        assert "libGL.so.1" in by_id[name]["found"]
        assert "apt install libgl1" in by_id[name]["mend"]
    for name in ("screen", "fonts", "icons", "figures", "pages", "papers", "journal", "playing"):
        assert by_id[name]["result"] == "skipped"
    assert "espeak" in by_id["voice"]["found"]
    assert "espeak" in by_id["libraries"]["found"]
    assert "TMPDIR" in by_id["throwaway"]["mend"]
    assert str(home / "data") in by_id["own_folders"]["found"]
    for name in ("files", "catalogue", "rules", "translations"):
        assert by_id[name]["result"] == "ok"


def test_no_other_command_waits_for_it(start: Start):
    code = (
        "import sys\nfrom recovery_coach.cli.main import build\nbuild()\n"
        "print([m for m in sys.modules if '.proving' in m])"
    )
    assert start(code=code).stdout.strip() == "[]"
