"""Private: nobody else reads what the program wrote, whatever the umask of who starts it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from recovery_coach.base.paths import find_paths
from tests.faults import commands
from tests.faults.program import run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")


def open_to_others(folder: Path) -> dict[str, str]:
    """A folder and all below it whose mode is not that of a diary."""
    found = {}
    for path in (folder, *folder.rglob("*")):
        kept = path.lstat().st_mode
        wanted = 0o700 if stat.S_ISDIR(kept) else 0o600
        if stat.S_IMODE(kept) != wanted:
            found[path.name] = oct(stat.S_IMODE(kept))
    return found


@pytest.mark.parametrize("umask", [0, 0o277, pytest.param(0o077, marks=pytest.mark.long)], ids=oct)
def test_every_file_is_its_owners_alone_whatever_the_umask(tmp_path: Path, umask: int):
    home, chosen = tmp_path / "deep" / "home", tmp_path / "chosen"
    given = {"chosen", "short.toml", "answers.json"}
    for line in commands.lines(home, chosen):
        done = run(home, *line, umask=umask, said=tmp_path)
        assert done.code == 0, (line, done)
    assert open_to_others(home.parent) == {}
    assert open_to_others(chosen).keys() == given, "what was there before"


def test_folders_that_others_could_look_into_are_closed(tmp_path: Path):
    paths = find_paths(tmp_path)
    for folder in paths.folders:
        folder.mkdir()
        folder.chmod(0o755)
    tmp_path.chmod(0o755)
    assert run(tmp_path, "paths").code == 0
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in paths.folders} == {0o700}
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755, "not ours"
