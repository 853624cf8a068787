"""What the packages for Linux state: what they need, where they lie, what they say at the end."""

from __future__ import annotations

import subprocess
from pathlib import Path

import dev
import pytest
from tools.packages import linux
from tools.packages.about import VERSION, about
from tools.packages.libraries import Needs
from tools.packages.places import PACKAGING, ROOT

NEEDS = Needs(frozenset({"libX11.so.6", "libc.so.6", "ld-linux-x86-64.so.2"}), (2, 35))


@pytest.fixture
def recipe(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    monkeypatch.setattr(linux, "needs_of", lambda _: NEEDS)
    return linux.recipe("deb", Path("/tree"), VERSION, "amd64")


def test_the_deb_asks_for_what_the_checkout_asks_for() -> None:
    depends = linux.deb_relations(NEEDS)["depends"]
    listed = dev.read_apt_list(ROOT, dev.APT_LISTS["app"])
    assert set(listed) < set(depends)
    assert "libc6 (>= 2.35)" in depends


def test_the_rpm_asks_for_each_library_by_its_name() -> None:
    depends = linux.rpm_relations(NEEDS)["depends"]
    assert "libX11.so.6()(64bit)" in depends
    assert "libc.so.6(GLIBC_2.35)(64bit)" in depends
    assert not any(name.startswith("ld-linux") for name in depends)


def test_the_recipe_states_the_facts_of_the_project(recipe: dict[str, object]) -> None:
    assert recipe["version"] == VERSION
    assert recipe["homepage"] == about().homepage
    assert recipe["license"] == "GPL-3.0-or-later"
    assert str(recipe["description"]).startswith(about().summary)


@pytest.mark.parametrize(
    ("kind", "place"),
    [("deb", "zsh/vendor-completions"), ("rpm", "zsh/site-functions")],
)
def test_zsh_finds_its_completions_where_it_looks(
    kind: str, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linux, "needs_of", lambda _: NEEDS)
    file = tmp_path / "usr/share/zsh/vendor-completions/_recovery-coach"
    file.parent.mkdir(parents=True)
    file.touch()
    contents = linux.recipe(kind, tmp_path, VERSION, "amd64")["contents"]
    assert f"/usr/share/{place}/_recovery-coach" in [one["dst"] for one in contents]


def test_nothing_is_run_but_a_last_word(recipe: dict[str, object]) -> None:
    assert recipe["scripts"] == {"postremove": str(PACKAGING / "linux" / "after-remove.sh")}


@pytest.mark.parametrize(
    ("argument", "speaks"),
    [("remove", True), ("upgrade", False), ("purge", False), ("0", True), ("1", False)],
)
def test_removal_says_where_the_journals_are(argument: str, speaks: bool) -> None:
    """Told by dpkg in words, by rpm as the number of versions that stay."""
    script = PACKAGING / "linux" / "after-remove.sh"
    done = subprocess.run(["sh", str(script), argument], capture_output=True, text=True, check=True)
    assert ("~/.local/share/recovery-coach" in done.stdout) == speaks


@pytest.mark.parametrize("argument", ["remove", "purge", "0"])
def test_removal_touches_nothing_that_people_wrote(argument: str, tmp_path: Path) -> None:
    journal = tmp_path / ".local" / "share" / "recovery-coach" / "journal.sqlite3"
    journal.parent.mkdir(parents=True)
    journal.write_bytes(b"years")
    script = PACKAGING / "linux" / "after-remove.sh"

    subprocess.run(["sh", str(script), argument], env={"HOME": str(tmp_path)}, check=True)

    assert journal.read_bytes() == b"years"
