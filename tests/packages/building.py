"""What the one command built, for the tests that look at it."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from pathlib import Path

from tools.packages.about import VERSION
from tools.packages.places import BUILD, BUNDLE, DIST, TREE

from recovery_coach.base.paths import APP


@dataclass(frozen=True, slots=True)
class Built:
    """Where everything lies after ``python3 dev.py package``."""

    dist: Path = DIST
    bundle: Path = BUNDLE
    tree: Path = TREE
    left_out: Path = BUILD / "pyinstaller" / "bundle" / "left-out.json"

    @property
    def wheel(self) -> Path:
        """The wheel."""
        return self.dist / f"recovery_coach-{VERSION}-py3-none-any.whl"

    @property
    def deb(self) -> Path:
        """The package for Debian and its kin."""
        arch = {"x86_64": "amd64", "aarch64": "arm64"}[platform.machine()]
        return self.dist / f"{APP}_{VERSION}_{arch}.deb"

    @property
    def rpm(self) -> Path:
        """The package for Fedora, openSUSE and their kin."""
        return self.dist / f"{APP}-{VERSION}.{platform.machine()}.rpm"
