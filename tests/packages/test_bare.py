"""On a system that has nothing but what it is told to install: does it run, upgrade and go?"""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import dev
import pytest
from tools.packages.about import VERSION
from tools.packages.linux import build_package
from tools.packages.places import ROOT

from recovery_coach.base.paths import APP
from tests.packages.bare import INSTALL, BareSystem, Done, need_bare_system
from tests.packages.building import Built
from tests.packages.programs import there

pytestmark = [pytest.mark.long, pytest.mark.timeout(1800)]

DATA = "root/.local/share/recovery-coach"
SCHEMA_1 = ROOT / "tests" / "data" / "journal-v1.sqlite3"
OLDER = "0.0.1"
NOTE = "before the upgrade"
LACKING = f"""
cd /usr/lib/{APP}; export LD_LIBRARY_PATH=$PWD/_internal
for file in {APP} $(find . -name '*.so*' -type f); do
    ldd "$file" | grep 'not found' | sed "s|^|$file|"
done; true"""


@pytest.fixture(scope="class")
def bare(tmp_path_factory: pytest.TempPathFactory) -> BareSystem:
    need_bare_system()
    return BareSystem(tmp_path_factory.mktemp("bare") / "root")


def versions(journal: Path) -> int:
    # As it lies there: nothing is left beside it, and nobody else has it open.
    with closing(sqlite3.connect(f"file:{journal}?immutable=1", uri=True)) as connection:
        return int(connection.execute("SELECT count(*) FROM version").fetchone()[0])


@dataclass
class Life:
    """How each step went, by its name, and how many versions the journal had after it."""

    steps: dict[str, Done] = field(default_factory=dict)
    versions: dict[str, int] = field(default_factory=dict)
    untouched: bool = False
    """Whether a journal of a newer schema was left as it was."""
    backups: int = 0
    """How many there were after a journal of the first schema was brought up to date."""

    def said(self, step: str) -> str:
        """What a step said, which must have gone well."""
        done = self.steps[step]
        assert done.code == 0, f"{step}: exit code {done.code}\n{done.out}"
        return done.out


Step = Callable[[str, str], None]


@pytest.fixture(scope="class")
def life(bare: BareSystem, built: Built, tmp_path_factory: pytest.TempPathFactory) -> Life:
    there("dpkg-deb")
    life = Life()
    journal = bare.root / DATA / "journal.sqlite3"

    def step(name: str, command: str) -> None:
        life.steps[name] = bare.run(command)
        if journal.exists():
            life.versions[name] = versions(journal)

    older = build_package("deb", built.tree, OLDER, tmp_path_factory.mktemp("older"))
    bare.do("apt-get update -qq")
    step("install the older", f"{INSTALL} {bare.bring(older)}")
    step("python", "command -v python3")
    step("write", f"{APP} pain 3 --note '{NOTE}'")
    step("upgrade", f"{INSTALL} {bare.bring(built.deb)}")
    step("version", f"dpkg-query --show {APP}")
    step("list", f"{APP} journal list")
    step("self-test", f"{APP} self-test --json")
    step("lacking", LACKING)
    open_a_journal_of_the_first_schema(bare, life, step)
    open_a_journal_of_a_newer_schema(journal, life, step)
    step("remove", f"apt-get remove -qq -y {APP}")
    step("purge", f"apt-get purge -qq -y {APP}")
    step("left", f"ls -d /usr/lib/{APP} /usr/bin/{APP} /usr/share/*/{APP}* 2>/dev/null; true")
    step("install again", f"{INSTALL} {bare.bring(built.deb)}")
    step("list again", f"{APP} journal list")
    step("display", f"{INSTALL} xvfb xauth")
    step("window", f"xvfb-run timeout 10 {APP} --basedir /tmp/window")
    return life


def open_a_journal_of_the_first_schema(bare: BareSystem, life: Life, step: Step) -> None:
    home = bare.root / "tmp" / "years" / "data"
    home.mkdir(parents=True)
    (home / "journal.sqlite3").write_bytes(SCHEMA_1.read_bytes())
    step("first schema", f"{APP} --basedir /tmp/years journal list")
    life.versions["first schema"] = versions(home / "journal.sqlite3")
    life.backups = len(list((home / "backups").glob("*")))


def open_a_journal_of_a_newer_schema(journal: Path, life: Life, step: Step) -> None:
    with closing(sqlite3.connect(journal)) as newer, newer:
        (schema,) = newer.execute("PRAGMA user_version").fetchone()
        newer.execute(f"PRAGMA user_version = {schema + 1}")
    before = journal.read_bytes()
    step("newer schema", f"{APP} pain 5")
    life.untouched = journal.read_bytes() == before
    with closing(sqlite3.connect(journal)) as newer, newer:
        newer.execute(f"PRAGMA user_version = {schema}")


class TestDeb:
    """From the first installation of an older version to the day it is installed again."""

    def test_it_installs_with_what_it_depends_on_and_brings_its_own_python(
        self, life: Life
    ) -> None:
        life.said("install the older")
        assert life.steps["python"].code != 0

    def test_an_upgrade_keeps_the_journal(self, life: Life) -> None:
        life.said("write")
        assert "is removed" not in life.said("upgrade")
        assert VERSION in life.said("version")
        assert NOTE in life.said("list")
        assert life.versions["upgrade"] == life.versions["write"] == 1

    def test_it_passes_its_own_test(self, life: Life) -> None:
        told = json.loads(life.said("self-test"))
        assert told["where"]["installed"] == "bundle"
        assert told["warnings"] == []

    def test_no_library_is_missing(self, life: Life) -> None:
        assert life.said("lacking") == ""

    def test_it_opens_its_window_on_a_real_display(self, life: Life, bare: BareSystem) -> None:
        life.said("display")
        done = life.steps["window"]
        assert done.code == 124, f"it should have been open until it was ended\n{done.out}"
        assert (bare.root / "tmp/window/data/journal.sqlite3").is_file()

    def test_a_journal_of_the_first_schema_is_brought_up_to_date_after_a_backup(
        self, life: Life
    ) -> None:
        life.said("first schema")
        assert life.versions["first schema"] == versions(SCHEMA_1)
        assert life.backups

    def test_one_that_does_not_know_the_file_refuses_it_untouched(self, life: Life) -> None:
        done = life.steps["newer schema"]
        assert done.code == 1
        assert "This journal was written by a newer Recovery Coach" in done.out
        assert life.untouched

    def test_removal_leaves_the_journal_and_says_where_it_is(self, life: Life) -> None:
        assert "~/.local/share/recovery-coach" in life.said("remove")
        life.said("purge")
        assert life.versions["purge"] == life.versions["write"]

    def test_removal_leaves_nothing_of_the_program(self, life: Life) -> None:
        assert life.said("left") == ""

    def test_installed_again_it_goes_on(self, life: Life) -> None:
        life.said("install again")
        assert NOTE in life.said("list again")


class TestWheel:
    """The wheel, in an environment of its own, on the Python of the system."""

    def test_it_installs_and_passes_its_own_test(self, bare: BareSystem, built: Built) -> None:
        needed = dev.read_apt_list(ROOT, dev.APT_LISTS["app"])
        bare.install("python3", "python3-venv", *needed)
        wheel = bare.bring(built.wheel)
        bare.do(f"python3 -m venv /opt/coach && /opt/coach/bin/pip install -q {wheel}")
        told = json.loads(bare.do("cd /tmp && /opt/coach/bin/recovery-coach self-test --json"))
        assert told["where"]["installed"] == "wheel"
        assert told["warnings"] == []


@pytest.fixture(scope="class")
def checkout(bare: BareSystem, tmp_path_factory: pytest.TempPathFactory) -> str:
    there("git")
    clone = tmp_path_factory.mktemp("clone") / "recovery-coach"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
    bare.install("python3")
    return bare.bring(clone, "/root")


class TestReadme:
    """The commands of a developer, from nothing but Python and a clean checkout."""

    def test_run_sets_everything_up_and_starts_the_app(
        self, bare: BareSystem, checkout: str
    ) -> None:
        said = bare.do(f"cd {checkout} && python3 dev.py run self-test")
        assert re.search(r"Installed as +checkout", said)
        assert "Everything works (" in said

    def test_package_builds_everything(self, bare: BareSystem, checkout: str) -> None:
        bare.do(f"cd {checkout} && python3 dev.py package")
        made = {path.suffix for path in (bare.root / checkout.lstrip("/") / "dist").iterdir()}
        assert made == {".whl", ".deb", ".rpm", ""}
        bare.do(f"cd / && {checkout}/build/bundle/{APP}/{APP} self-test")

    def test_test_passes(self, bare: BareSystem, checkout: str) -> None:
        """All its stages; of the tests a part, as all of them take more than half an hour."""
        part = os.environ.get(
            "RECOVERY_COACH_BARE_TESTS", "tests/base tests/timeline tests/ui/test_today.py"
        )
        said = bare.do(f"cd {checkout} && python3 dev.py test -- {part}", CI="true")
        assert " passed" in said.splitlines()[-1]
