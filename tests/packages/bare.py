"""A bare Debian system in a folder: nothing but what a package or a README asks for.

Made by debootstrap once and kept packed in build/; each test unpacks one of its own. What this
machine is told about where packages come from, the bare system is told as well: no more of it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from tools.packages.places import BUILD

from tests.packages.programs import there

SUITE = "bookworm"
KEPT = BUILD / f"bare-{SUITE}.tar"
FROM_HERE = (
    "/etc/apt/sources.list", "/etc/apt/sources.list.d", "/etc/apt/apt.conf.d",
    "/etc/apt/trusted.gpg.d", "/usr/share/keyrings", "/etc/pip.conf", "/etc/resolv.conf",
    "/etc/hosts", "/etc/ssl/certs", "/usr/local/share/ca-certificates",
)  # fmt: skip
"""Where packages are found, and how the way there is trusted."""
PASSED_ON = ("PIP_", "SSL_", "HTTP", "NO_PROXY", "http", "no_proxy")
INSTALL = "apt-get install -qq -y --no-install-recommends"
"""What an administrator types, with nothing that a package only recommends."""
ENVIRONMENT = {
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "LANG": "C.UTF-8",
    "HOME": "/root",
    "DEBIAN_FRONTEND": "noninteractive",
}


def need_bare_system() -> None:
    """Skip where none can be made; in CI a program that is missing is a failure."""
    for program in ("debootstrap", "unshare", "chroot"):
        there(program)
    if os.geteuid() != 0:
        pytest.skip("only root can make a bare system")


@dataclass(frozen=True, slots=True)
class Done:
    """How a command went."""

    code: int
    out: str
    """Standard output and standard error, in the order they were written."""


class BareSystem:
    """One bare system. Commands run in it as root, in namespaces that end with them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        if not KEPT.is_file():
            _make()
        root.mkdir(parents=True, exist_ok=True)
        _here(["tar", "--extract", "--file", str(KEPT), "--directory", str(root)])
        (root / "etc/apt/sources.list").unlink(missing_ok=True)  # debootstrap's
        for place in map(Path, FROM_HERE):
            if place.exists():
                self._take(place)

    def _take(self, place: Path) -> None:
        target = self.root / place.relative_to("/")
        if target.is_dir() and not target.is_symlink():
            shutil.rmtree(target)
        elif target.is_symlink() or target.exists():
            target.unlink()
        target.parent.mkdir(parents=True, exist_ok=True)
        if place.is_dir():
            shutil.copytree(place, target)  # links are followed: a certificate is often one
        else:
            shutil.copy(place, target)

    def bring(self, path: Path, to: str = "/tmp") -> str:
        """Copy a file or a folder into the system; its place there."""
        target = self.root / to.lstrip("/") / path.name
        if path.is_dir():
            shutil.copytree(path, target, symlinks=True)
        else:
            shutil.copy(path, target)
        return f"{to}/{path.name}"

    def run(self, command: str, **environment: str) -> Done:
        """Run a line of sh, whatever comes of it."""
        inside = (
            "mount -t proc proc /proc; mkdir -p /dev/shm /dev/pts; mount -t tmpfs tmpfs /dev/shm; "
            "mount -t devpts -o newinstance,ptmxmode=0666 devpts /dev/pts; "
            "ln -sf pts/ptmx /dev/ptmx; "
        )
        passed = {name: text for name, text in os.environ.items() if name.startswith(PASSED_ON)}
        done = subprocess.run(
            ["unshare", "--mount", "--pid", "--fork", "--kill-child",
             "chroot", str(self.root), "/bin/sh", "-c", inside + command],
            env={**passed, **ENVIRONMENT, **environment},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            check=False,
        )  # fmt: skip
        return Done(done.returncode, done.stdout.decode(errors="replace"))

    def do(self, command: str, **environment: str) -> str:
        """Run a line of sh that must succeed; what it said."""
        done = self.run(command, **environment)
        assert done.code == 0, f"{command}\nexit code {done.code}\n{done.out}"
        return done.out

    def install(self, *packages: str) -> str:
        """Install Debian packages, or .deb files, with what they depend on and no more."""
        self.do("apt-get update -qq")
        return self.do(f"{INSTALL} {' '.join(packages)}")


def _make() -> None:
    """Make and pack the bare system. Packed under another name until it is whole."""
    folder = BUILD / f"bare-{SUITE}"
    shutil.rmtree(folder, ignore_errors=True)
    BUILD.mkdir(exist_ok=True)
    _here(["debootstrap", "--variant=minbase", SUITE, str(folder), *_mirror()])
    unfinished = KEPT.with_suffix(".new")
    _here(["tar", "--create", "--file", str(unfinished), "--directory", str(folder), "."])
    unfinished.replace(KEPT)
    shutil.rmtree(folder)


def _mirror() -> list[str]:
    """Where this machine has that suite from; nothing leaves it to debootstrap."""
    form = "$(CODENAME) $(REPO_URI)"
    lines = _here(["apt-get", "indextargets", "--format", form]).splitlines()
    found = [line.split()[1] for line in lines if line.split()[:1] == [SUITE]]
    return found[:1]


def _here(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout
