"""What PyInstaller is told of the programs on each system."""

from __future__ import annotations

import plistlib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tools.packages import programs as module
from tools.packages.places import PACKAGING, ROOT

from recovery_coach import __version__
from recovery_coach.base.paths import APP, APP_ID


@pytest.fixture(autouse=True)
def no_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written into the checkout."""
    monkeypatch.setattr(module, "write_ico", lambda: tmp_path / "app.ico")
    monkeypatch.setattr(module, "write_icns", lambda: tmp_path / "app.icns")
    monkeypatch.setattr(module, "write_version_info", lambda: tmp_path / "version.txt")
    monkeypatch.delenv("CODESIGN_IDENTITY", raising=False)


def test_linux_has_one_program() -> None:
    assert module.programs("linux") == [{"name": APP, "console": True}]


def test_windows_has_one_for_the_terminal_and_one_without() -> None:
    terminal, window = module.programs("win32")
    assert (terminal["name"], terminal["console"]) == (APP, True)
    assert (window["name"], window["console"]) == ("Recovery Coach", False)
    assert terminal["icon"] == window["icon"]
    assert terminal["name"].lower() != window["name"].lower(), "names differ by more than case"


def test_a_mac_has_one_without_a_console_signed_by_whom_one_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (program,) = module.programs("darwin")
    assert (program["console"], program["codesign_identity"]) == (False, None)
    monkeypatch.setenv("CODESIGN_IDENTITY", "Developer ID Application: Somebody")
    (program,) = module.programs("darwin")
    assert program["codesign_identity"] == "Developer ID Application: Somebody"
    assert Path(program["entitlements_file"]).is_file()


def test_the_app_of_a_mac() -> None:
    app = module.mac_app()
    assert (app["name"], app["version"]) == ("Recovery Coach.app", __version__)
    assert app["bundle_identifier"] == "io.github.recovery-coach.RecoveryCoach"
    assert app["bundle_identifier"].replace("-", "_") == APP_ID


def test_the_apps_languages_are_those_there_are() -> None:
    told = module.mac_app()["info_plist"]["CFBundleLocalizations"]
    there = {path.parent.name for path in (ROOT / "resources" / "locale").glob("*/LC_MESSAGES")}
    assert set(told) == there | {"en"}


def test_a_mac_is_asked_for_nothing() -> None:
    info = module.mac_app()["info_plist"]
    assert [key for key in info if key.endswith("UsageDescription")] == []
    rights = plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())
    assert rights == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


def test_the_versions_of_windows() -> None:
    def keep(**values: Any) -> SimpleNamespace:
        return SimpleNamespace(**values)

    names = {
        "VSVersionInfo": keep,
        "FixedFileInfo": keep,
        "StringFileInfo": list,
        "StringTable": lambda language, rows: dict(rows),
        "StringStruct": lambda key, value: (key, value),
        "VarFileInfo": list,
        "VarStruct": lambda key, values: (key, values),
    }
    read = eval(module.version_info("1.20.3"), names)
    assert read.ffi.filevers == read.ffi.prodvers == (1, 20, 3, 0)
    (strings,), translations = read.kids
    assert strings["ProductVersion"] == strings["FileVersion"] == "1.20.3"
    assert translations == [("Translation", [1033, 1200])]
