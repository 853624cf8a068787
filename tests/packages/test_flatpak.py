"""The Flatpak's manifest: what it may do, and that it packs what the other packages pack."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from recovery_coach.base.paths import APP, APP_ID
from tests.packages.programs import there

FOLDER = Path(__file__).resolve().parents[2] / "packaging" / "flatpak"
MANIFEST = FOLDER / f"{APP_ID}.yml"
ALLOWED = {
    "--socket=wayland",
    "--socket=fallback-x11",
    "--socket=pulseaudio",
    "--share=ipc",
    "--talk-name=org.freedesktop.ScreenSaver",
    "--require-version=1.12.0",
}


def finish_args(manifest: str) -> list[str]:
    """What the sandbox is opened for, read from the text alone."""
    block = re.search(r"^finish-args:\n((?:  - .*\n)+)", manifest, re.MULTILINE)
    assert block is not None
    lines = block.group(1).splitlines()
    return [line.partition(" #")[0].removeprefix("  - ").strip() for line in lines]


def opened_too_far(arguments: list[str]) -> list[str]:
    """Whatever is not known to be needed: above all a network, files, and whole buses."""
    return [argument for argument in arguments if argument not in ALLOWED]


@pytest.fixture(scope="module")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The manifest as flatpak-builder understands it."""
    there("flatpak-builder")
    command = ["flatpak-builder", "--show-manifest", str(MANIFEST)]
    folder = tmp_path_factory.mktemp("flatpak")  # it leaves a folder of its own where it runs
    shown = subprocess.run(command, capture_output=True, text=True, check=True, cwd=folder)
    read: dict[str, Any] = json.loads(shown.stdout)
    return read


def test_it_opens_nothing_but_the_screen_the_sound_and_the_wish_to_stay_on() -> None:
    assert opened_too_far(finish_args(MANIFEST.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "argument",
    [
        "--share=network",
        "--filesystem=home",
        "--socket=session-bus",
        "--device=all",
        "--allow=bluetooth",
    ],
)
def test_a_right_too_many_would_be_found(argument: str) -> None:
    text = MANIFEST.read_text(encoding="utf-8")
    wider = text.replace("finish-args:\n", f"finish-args:\n  - {argument}  # for a test\n")
    assert opened_too_far(finish_args(wider)) == [argument]


@pytest.mark.long
def test_flatpak_builder_reads_the_same_rights(manifest: dict[str, Any]) -> None:
    assert manifest["finish-args"] == finish_args(MANIFEST.read_text(encoding="utf-8"))


@pytest.mark.long
def test_it_bears_the_apps_id_and_starts_its_program(manifest: dict[str, Any]) -> None:
    assert (manifest["id"], manifest["command"]) == (APP_ID, APP)


@pytest.mark.long
def test_it_is_made_of_the_tree_of_the_other_packages(manifest: dict[str, Any]) -> None:
    (module,) = manifest["modules"]
    (source,) = module["sources"]
    root = FOLDER.parents[1]
    assert source["type"] == "dir"
    assert (FOLDER / source["path"]).resolve() == root / "build" / "linux" / "usr"
    assert f"ln -s ../lib/{APP}/{APP} /app/bin/{APP}" in module["build-commands"]


@pytest.mark.long
def test_the_pieces_of_the_bundle_are_not_cut(manifest: dict[str, Any]) -> None:
    assert manifest["modules"][0]["build-options"]["no-debuginfo"] is True


def test_nothing_is_fetched() -> None:
    assert "://" not in MANIFEST.read_text(encoding="utf-8")
