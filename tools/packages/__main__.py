"""Builds everything that is installed: ``python3 dev.py package [WHAT...]``."""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tools.packages.places import BUNDLE, DIST, BuildError
from tools.packages.wheel import build_wheel

SUMS = DIST / "SHA256SUMS"
KINDS = ("wheel", "bundle", "deb", "rpm")


def main(arguments: Sequence[str]) -> int:
    """Build what was asked for, and all that it is made of; the exit code."""
    parser = argparse.ArgumentParser(prog="python3 dev.py package", description=__doc__)
    parser.add_argument("what", nargs="*", metavar="WHAT", help=", ".join(KINDS) + "; else all")
    wanted = parser.parse_args(arguments).what or default_kinds()
    unknown = [name for name in wanted if name not in KINDS]
    if unknown:
        parser.error(f"{unknown[0]} is none of {', '.join(KINDS)}")
    try:
        build(wanted)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def default_kinds() -> tuple[str, ...]:
    """All that can be made on this system."""
    return KINDS if sys.platform == "linux" else ("wheel", "bundle")


def build(wanted: Sequence[str]) -> None:
    """In this order, as each is made of the ones before."""
    wheel = step("wheel", build_wheel)
    if set(wanted) <= {"wheel"}:
        return
    from tools.packages.bundle import build_bundle
    from tools.packages.workshop import make_workshop

    python = step("workshop", lambda: make_workshop(wheel))
    step("bundle", lambda: build_bundle(python))
    kinds = [kind for kind in ("deb", "rpm") if kind in wanted]
    if kinds:
        from tools.packages.linux import build_package, make_tree

        step("files of the packages", make_tree)
        for kind in kinds:
            step(kind, lambda kind=kind: build_package(kind))  # type: ignore[misc]
    write_sums()
    print_sizes()


def step(name: str, do: Callable[[], Path]) -> Path:
    """Do one step, and tell how long it took."""
    print(f"== {name}", flush=True)
    start = time.monotonic()
    made = do()
    print(f"   {made}  {time.monotonic() - start:.1f} s", flush=True)
    return made


def write_sums() -> None:
    """The SHA-256 of everything to be downloaded, as ``sha256sum --check`` reads it."""
    files = sorted(path for path in DIST.iterdir() if path.is_file() and path != SUMS)
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    SUMS.write_text("".join(lines), encoding="utf-8")


def print_sizes() -> None:
    """How large everything is, and what the pruning saved."""
    from tools.packages.bundle import what_was_left_out

    print("== sizes")
    for path in sorted(DIST.iterdir()):
        print(f"   {size_of(path) / 1e6:8.1f} MB  {path.name}")
    print(f"   {size_of(BUNDLE) / 1e6:8.1f} MB  the bundle, installed. Left out of it:")
    for saved in what_was_left_out():
        print(f"   {saved.bytes / 1e6:8.1f} MB  {saved.name} ({saved.files} files)")


def size_of(place: Path) -> int:
    """Bytes of a file, or of all files in a folder."""
    if place.is_file():
        return place.stat().st_size
    return sum(p.stat().st_size for p in place.rglob("*") if p.is_file() and not p.is_symlink())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
