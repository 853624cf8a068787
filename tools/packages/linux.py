"""The packages for Linux: one tree of files, made into .deb and .rpm by nfpm."""

from __future__ import annotations

import json
import platform
import shutil
from pathlib import Path
from typing import Any

import dev

from recovery_coach.base.paths import APP
from tools.packages.about import VERSION, about, same_bytes
from tools.packages.libraries import Needs, needs_of
from tools.packages.places import BUILD, BUNDLE, DIST, PACKAGING, ROOT, TREE, run
from tools.packages.share import write_share
from tools.packages.workshop import WORKSHOP

NEWEST_COMPILER = "11"
"""The C++ library is that of the GCC that made Qt's wheels (manylinux_2_34)."""
DESCRIPTION = """\
Warm-ups, cool-downs and core work, guided by picture, voice and tone; a
journal of pain and recovery that stays on this computer.
A coach and a diary, never a diagnosis.
"""
MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}
"""As Linux calls a processor, and as Debian and nfpm do."""


def make_tree() -> Path:
    """All files of the packages, as they will lie in the system."""
    shutil.rmtree(TREE, ignore_errors=True)
    library = TREE / "usr" / "lib" / APP
    shutil.copytree(BUNDLE, library, symlinks=True)
    write_share(TREE / "usr" / "share")
    for path in (TREE, *TREE.rglob("*")):
        if not path.is_symlink():
            runs = path.is_dir() or path == library / APP
            path.chmod(0o755 if runs else 0o644)
    return TREE


def build_package(kind: str, tree: Path = TREE, version: str = VERSION, to: Path = DIST) -> Path:
    """A ``deb`` or an ``rpm`` of the tree; ``version`` is another one only for a test."""
    machine = platform.machine()
    arch = MACHINES.get(machine, machine)
    name = {"deb": f"{APP}_{version}_{arch}.deb", "rpm": f"{APP}-{version}.{machine}.rpm"}[kind]
    to.mkdir(parents=True, exist_ok=True)
    config = BUILD / f"nfpm-{kind}.json"
    config.write_text(json.dumps(recipe(kind, tree, version, arch), indent=1), encoding="utf-8")
    command = [
        str(dev.find_program(WORKSHOP, "nfpm")),
        "package",
        "--config",
        str(config),
        "--packager",
        kind,
    ]
    run([*command, "--target", str(to / name)], cwd=ROOT, env=same_bytes())
    return to / name


def recipe(kind: str, tree: Path, version: str, arch: str) -> dict[str, Any]:
    """What nfpm is told; JSON is YAML as well."""
    library = tree / "usr" / "lib" / APP
    # Only the folder that is ours is a tree: /usr/share and what is in it belongs to the system.
    share = tree / "usr" / "share"
    shared = sorted(path.relative_to(tree) for path in share.rglob("*") if path.is_file())
    contents: list[dict[str, Any]] = [
        {"src": str(library), "dst": f"/usr/lib/{APP}", "type": "tree"},
        {"src": f"../lib/{APP}/{APP}", "dst": f"/usr/bin/{APP}", "type": "symlink"},
        *({"src": str(tree / path), "dst": _place(kind, path)} for path in shared),
    ]
    needs, facts = needs_of(library), about()
    return {
        "name": APP,
        "arch": arch,
        "platform": "linux",
        "version": version,
        "release": "1" if kind == "rpm" else "",
        "section": "misc",
        "priority": "optional",
        "maintainer": f"Recovery Coach <hello@{facts.homepage.split('/')[2]}>",
        "vendor": "Recovery Coach",
        "homepage": facts.homepage,
        "license": "GPL-3.0-or-later",
        "description": f"{facts.summary}\n{DESCRIPTION}",
        "contents": contents,
        "scripts": {"postremove": str(PACKAGING / "linux" / "after-remove.sh")},
        "deb": {"compression": "xz"},
        "rpm": {"compression": "zstd", "summary": facts.summary},
        **(deb_relations(needs) if kind == "deb" else rpm_relations(needs)),
    }


def _place(kind: str, path: Path) -> str:
    """Where a file of the tree lies in the system: zsh looks elsewhere on Debian than on Fedora."""
    debians = "usr/share/zsh/vendor-completions/"
    text = f"/{path}"
    return text.replace(debians, "usr/share/zsh/site-functions/") if kind == "rpm" else text


def deb_relations(needs: Needs) -> dict[str, list[str]]:
    """Debian's packages: what a checkout asks for, and the libraries of C and C++."""
    glibc = ".".join(map(str, needs.glibc))
    return {
        "depends": [
            f"libc6 (>= {glibc})",
            f"libstdc++6 (>= {NEWEST_COMPILER})",
            *dev.read_apt_list(ROOT, dev.APT_LISTS["app"]),
        ]
    }


def rpm_relations(needs: Needs) -> dict[str, list[str]]:
    """By the names of the libraries, which are the same on Fedora, openSUSE and their kin."""
    glibc = ".".join(map(str, needs.glibc))
    libraries = sorted(name for name in needs.libraries if not name.startswith("ld-linux"))
    return {
        "depends": [
            *(f"{name}()(64bit)" for name in libraries),
            f"libc.so.6(GLIBC_{glibc})(64bit)",
            "fontconfig",
        ],
        "recommends": ["libpulse.so.0()(64bit)"],  # opened when there is something to hear
    }
