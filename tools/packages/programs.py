"""What PyInstaller is told of the programs of a bundle, where systems differ.

Windows has two of the same program: one for the terminal, and one that opens no terminal beside the
window. macOS has one in an app. ``packaging/bundle.spec`` hands all of it on.
"""

from __future__ import annotations

import os
import plistlib
import sys
from pathlib import Path
from typing import Any

from recovery_coach.base.paths import APP, APP_ID
from tools.packages.about import NAME, VERSION, about
from tools.packages.icon_files import write_icns, write_ico
from tools.packages.places import BUILD, PACKAGING

MAC_ID = APP_ID.replace("_", "-")
"""macOS allows no underscore in an app's id."""


def programs(platform: str = sys.platform) -> list[dict[str, Any]]:
    """The keywords of PyInstaller's EXE for each program of the bundle."""
    if platform == "win32":
        looks = {"icon": str(write_ico()), "version": str(write_version_info())}
        return [{"name": APP, "console": True, **looks}, {"name": NAME, "console": False, **looks}]
    if platform == "darwin":  # an app with a console would have no window
        signing = {
            "codesign_identity": os.environ.get("CODESIGN_IDENTITY") or None,
            "entitlements_file": str(PACKAGING / "macos" / "entitlements.plist"),
        }
        return [{"name": APP, "console": False, **signing}]
    return [{"name": APP, "console": True}]


def mac_app() -> dict[str, Any]:
    """The keywords of PyInstaller's BUNDLE, which makes the app of macOS."""
    told = plistlib.loads((PACKAGING / "macos" / "Info.plist").read_bytes())
    return {
        "name": f"{NAME}.app",
        "icon": str(write_icns()),
        "bundle_identifier": MAC_ID,
        "version": VERSION,
        "info_plist": told,
    }


def write_version_info(path: Path = BUILD / "version_info.txt") -> Path:
    """Write what Windows shows as a program's properties; where it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(version_info(VERSION), encoding="utf-8")
    return path


def version_info(version: str) -> str:
    """A version resource, in the words that PyInstaller reads."""
    numbers = (*(int(part) for part in version.split(".")), 0)
    strings = {
        "CompanyName": NAME,
        "FileDescription": NAME,
        "FileVersion": version,
        "Comments": about().summary,
        "InternalName": APP,
        "LegalCopyright": "GNU General Public License, version 3 or later",
        "ProductName": NAME,
        "ProductVersion": version,
    }
    table = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in strings.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, "
        "flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0, date=(0, 0)), "
        f"kids=[StringFileInfo([StringTable('040904B0', [{table}])]), "
        "VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n"
    )
