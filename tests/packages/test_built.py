"""What the one command builds: the bundle and the packages, looked into and run on this machine."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from tools.packages.about import VERSION
from tools.packages.libraries import binaries, foreign_folders, needs_of
from tools.packages.linux import build_package

from recovery_coach.base.paths import APP, APP_ID
from tests.packages.building import Built
from tests.packages.programs import there

pytestmark = [pytest.mark.long, pytest.mark.timeout(900)]


def listed(deb: Path) -> dict[str, str]:
    """The files of a .deb, with their modes and owners."""
    told = subprocess.run(
        ["dpkg-deb", "--contents", deb], capture_output=True, text=True, check=True
    )
    rows = (line.split(maxsplit=5) for line in told.stdout.splitlines())
    return {row[5].removeprefix("."): f"{row[0]} {row[1]}" for row in rows}


class TestBundle:
    def test_it_passes_its_own_test_with_nothing_of_this_machine_in_reach(
        self, built: Built, tmp_path: Path
    ) -> None:
        away = tmp_path / "elsewhere"
        shutil.copytree(built.bundle, away, symlinks=True)
        done = subprocess.run(
            [away / APP, "self-test"], cwd=tmp_path, stdin=subprocess.DEVNULL,
            env={"HOME": str(tmp_path), "PATH": "/nonexistent"},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr

    @pytest.mark.parametrize("how", ["replaced", "removed"])
    def test_an_upgrade_or_a_removal_while_it_runs_takes_nothing_away(
        self, built: Built, tmp_path: Path, how: str
    ) -> None:
        away = tmp_path / "elsewhere"
        shutil.copytree(built.bundle, away, symlinks=True)
        with subprocess.Popen(
            [away / APP, "self-test"], cwd=tmp_path, stdin=subprocess.DEVNULL,
            env={"HOME": str(tmp_path), "PATH": "/nonexistent"},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        ) as running:  # fmt: skip
            assert running.stdout is not None
            first = running.stdout.readline()  # it has begun: most of it is not loaded yet
            (away / APP).unlink()
            if how == "replaced":
                (away / APP).write_bytes(b"another version, in which nothing lies where it lay")
            rest = running.stdout.read()
        assert running.returncode == 0, first + rest

    def test_it_says_its_version(self, built: Built) -> None:
        told = subprocess.run([built.bundle / APP, "--version"], capture_output=True, text=True)
        assert told.stdout == f"{APP} {VERSION}\n"

    def test_no_library_of_it_lacks_another(self, built: Built) -> None:
        """On a machine that has what apt-app.txt names; the bare systems prove that it suffices."""
        lacking = [
            f"{path.name}: {line.strip()}"
            for path in built.bundle.rglob("*.so*")
            if path.is_file()
            for line in subprocess.run(
                ["ldd", path], capture_output=True, text=True,
                env={**os.environ, "LD_LIBRARY_PATH": str(built.bundle / "_internal")},
            ).stdout.splitlines()
            if "not found" in line
        ]  # fmt: skip
        assert lacking == []

    def test_no_library_of_it_looks_into_folders_of_the_machine_it_was_built_on(
        self, built: Built
    ) -> None:
        assert {path.name for path in binaries(built.bundle) if foreign_folders(path)} == set()

    def test_nothing_that_was_installed_for_development_is_in_it(self, built: Built) -> None:
        found = {path.name for path in (built.bundle / "_internal").iterdir()}
        assert not found & {"numpy", "scipy", "babel", "pytest", "hypothesis", "PIL", "tkinter"}

    def test_the_licences_of_what_it_brings_are_with_it(self, built: Built) -> None:
        licences = built.bundle / "_internal" / "licences"
        told = (licences / "packages.txt").read_text(encoding="utf-8")
        for name in ("pyside6-essentials", "pygame-ce", "espeakng-loader", "pydantic", "typer"):
            assert f"\n{name} " in told
        assert (licences / "pydantic").is_dir()

    def test_every_entry_of_the_pruning_left_something_out(self, built: Built) -> None:
        assert all(row["files"] for row in json.loads(built.left_out.read_text("utf-8")))


class TestDeb:
    def test_the_program_is_on_the_path_and_everything_belongs_to_root(self, built: Built) -> None:
        there("dpkg-deb")
        files = listed(built.deb)
        assert f"/usr/bin/{APP} -> ../lib/{APP}/{APP}" in files
        assert files[f"/usr/lib/{APP}/{APP}"] == "-rwxr-xr-x root/root"
        assert files[f"/usr/share/applications/{APP_ID}.desktop"] == "-rw-r--r-- root/root"
        assert {text.split()[1] for text in files.values()} == {"root/root"}
        assert not [name for name, mode in files.items() if mode[8] == "w" and mode[0] != "l"]

    def test_it_tells_what_it_is(self, built: Built) -> None:
        there("dpkg-deb")
        told = subprocess.run(["dpkg-deb", "--field", built.deb], capture_output=True, text=True)
        assert f"Version: {VERSION}\n" in told.stdout
        assert "Depends: libc6 (>= 2." in told.stdout

    def test_two_of_them_are_the_same_to_the_byte(self, built: Built, tmp_path: Path) -> None:
        again = build_package("deb", built.tree, to=tmp_path)
        assert again.read_bytes() == built.deb.read_bytes()


class TestRpm:
    def ask(self, built: Built, *what: str) -> list[str]:
        there("rpm")
        command = ["rpm", "--query", "--nosignature", *what, "--package", str(built.rpm)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split(
            "\n"
        )

    def test_it_holds_what_the_deb_holds_and_no_folder_of_the_system(self, built: Built) -> None:
        there("dpkg-deb")
        deb = {name.partition(" -> ")[0].rstrip("/") for name in listed(built.deb)}
        listed_by_rpm = (name for name in self.ask(built, "--list") if name)
        # The one place that differs: where zsh looks.
        rpm = {name.replace("/site-functions/", "/vendor-completions/") for name in listed_by_rpm}
        assert rpm <= deb
        folders = {name for name in deb - rpm if (built.tree / name.lstrip("/")).is_dir()}
        assert deb - rpm == folders | {"/usr/bin"}
        assert not any(name.startswith(f"/usr/lib/{APP}") for name in folders)

    def test_it_asks_for_every_library_that_is_not_in_it(self, built: Built) -> None:
        asked = set(self.ask(built, "--requires"))
        for name in needs_of(built.bundle).libraries:
            if not name.startswith("ld-linux"):
                assert f"{name}()(64bit)" in asked

    def test_removing_it_says_where_the_journals_are(self, built: Built) -> None:
        assert any("~/.local/share/recovery-coach" in row for row in self.ask(built, "--scripts"))


def test_the_sums_are_those_of_the_files(built: Built) -> None:
    command = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    done = subprocess.run(command, cwd=built.dist, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    for path in (built.wheel, built.deb, built.rpm):
        assert f"{path.name}: OK" in done.stdout
