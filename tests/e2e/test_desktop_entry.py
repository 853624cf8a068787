"""A desktop on X finds the entry of the menu by the class of the window: its icon, its name."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from tools.packages.metainfo import desktop_entry

from tests.e2e.home import Home, wait_until
from tests.e2e.keyboard import NEEDED

pytestmark = [
    pytest.mark.display,
    *(pytest.mark.skipif(not shutil.which(name), reason=f"no {name} here") for name in NEEDED),
]


def test_the_window_has_the_class_that_the_entry_tells(home: Home):
    lines = desktop_entry().splitlines()
    (told,) = (line.partition("=")[2] for line in lines if line.startswith("StartupWMClass="))
    home.start()
    search = ["xdotool", "search", "--onlyvisible", "--class", f"^{told}$"]

    def found() -> bool:
        return subprocess.run(search, env=home.environment, capture_output=True).stdout != b""

    wait_until(found, f"a window of the class {told}")
