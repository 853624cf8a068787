"""The folder that an AppImage is made of: the tree of the packages, and what is read at its top.

It runs as it is: ``build/recovery-coach.AppDir/AppRun``. What turns it into one file is
``packaging/appimage/build.sh``.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from recovery_coach.base.paths import APP, APP_ID
from tools.packages.places import BUILD, TREE, BuildError

APPDIR = BUILD / f"{APP}.AppDir"


def make_appdir(tree: Path = TREE, folder: Path = APPDIR) -> Path:
    """Make ``folder`` anew from the tree of the packages. Raises BuildError."""
    if not (tree / "usr" / "lib" / APP / APP).is_file():
        raise BuildError(f"{tree} is not there yet: run `python3 dev.py package` first")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(tree, folder, symlinks=True)
    program = folder / "usr" / "bin" / APP
    program.parent.mkdir(exist_ok=True)
    program.unlink(missing_ok=True)
    program.symlink_to(f"../lib/{APP}/{APP}")
    # The program finds its own folder through links, so that nothing has to be worked out here.
    (folder / "AppRun").symlink_to(f"usr/bin/{APP}")
    share = Path("usr", "share")
    icon = share / "icons" / "hicolor" / "256x256" / "apps" / f"{APP_ID}.png"
    tops = {
        f"{APP_ID}.desktop": share / "applications" / f"{APP_ID}.desktop",
        f"{APP_ID}.png": icon,
        ".DirIcon": icon,
    }
    for name, inside in tops.items():
        if not (folder / inside).is_file():
            raise BuildError(f"{tree} has no {inside}")
        (folder / name).symlink_to(inside)
    return folder


if __name__ == "__main__":
    print(make_appdir())
