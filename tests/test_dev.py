"""dev.py: what it decides. That it sets a bare machine up is proved by CI's own first start."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


def load_dev() -> ModuleType:
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


dev = load_dev()


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for name in ["pyproject.toml", *dev.REQUIREMENTS.values(), *dev.APT_LISTS.values()]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {name}\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def venv(tmp_path: Path) -> Path:
    folder = tmp_path / ".venv"
    program = dev.find_program(folder, "python")
    program.parent.mkdir(parents=True)
    program.write_text("", encoding="utf-8")
    (folder / "pyvenv.cfg").write_text("version = 3.11.7\n", encoding="utf-8")
    return folder


class TestDigest:
    def test_the_same_checkout_gives_the_same_digest(self, checkout: Path) -> None:
        assert dev.make_digest(checkout, "app", "3.11") == dev.make_digest(checkout, "app", "3.11")

    @pytest.mark.parametrize(
        "name", ["pyproject.toml", "requirements/app.txt", "packaging/linux/apt-app.txt"]
    )
    @pytest.mark.parametrize("kind", ["app", "dev"])
    def test_each_file_of_the_app_changes_both(self, checkout: Path, name: str, kind: str) -> None:
        before = dev.make_digest(checkout, kind, "3.11")
        (checkout / name).write_text("changed\n", encoding="utf-8")
        assert dev.make_digest(checkout, kind, "3.11") != before

    @pytest.mark.parametrize("name", ["requirements/dev.txt", "packaging/linux/apt-dev.txt"])
    def test_a_developers_file_leaves_the_app_ready(self, checkout: Path, name: str) -> None:
        app, both = (dev.make_digest(checkout, kind, "3.11") for kind in ("app", "dev"))
        (checkout / name).write_text("changed\n", encoding="utf-8")
        assert dev.make_digest(checkout, "app", "3.11") == app
        assert dev.make_digest(checkout, "dev", "3.11") != both

    def test_text_moved_from_one_file_to_another_changes_it(self, checkout: Path) -> None:
        first, second = checkout / "requirements/app.txt", checkout / "packaging/linux/apt-app.txt"
        first.write_text("ab", encoding="utf-8")
        second.write_text("c", encoding="utf-8")
        before = dev.make_digest(checkout, "app", "3.11")
        first.write_text("a", encoding="utf-8")
        second.write_text("bc", encoding="utf-8")
        assert dev.make_digest(checkout, "app", "3.11") != before

    def test_another_python_changes_it(self, checkout: Path) -> None:
        assert dev.make_digest(checkout, "app", "3.11") != dev.make_digest(checkout, "app", "3.12")

    def test_another_recipe_changes_it(
        self, checkout: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = dev.make_digest(checkout, "app", "3.11")
        monkeypatch.setattr(dev, "RECIPE", "another")
        assert dev.make_digest(checkout, "app", "3.11") != before

    def test_a_moved_checkout_changes_it(self, checkout: Path) -> None:
        here = checkout / "here"
        there = checkout / "there"
        here.mkdir()
        for name in ("requirements", "packaging", "pyproject.toml"):
            (checkout / name).rename(here / name)
        before = dev.make_digest(here, "app", "3.11")
        here.rename(there)
        assert dev.make_digest(there, "app", "3.11") != before

    def test_the_python_of_a_venv_is_told_by_its_config_and_its_program(self, venv: Path) -> None:
        before = dev.describe_python(venv)
        assert before
        (venv / "pyvenv.cfg").write_text("version = 3.12.1\n", encoding="utf-8")
        assert dev.describe_python(venv) not in ("", before)

    @pytest.mark.parametrize("lost", ["config", "program", "folder"])
    def test_a_broken_venv_has_no_python(self, venv: Path, lost: str) -> None:
        if lost == "folder":
            venv = venv / "nowhere"
        elif lost == "config":
            (venv / "pyvenv.cfg").unlink()
        else:
            dev.find_program(venv, "python").unlink()
        assert dev.describe_python(venv) == ""


class TestStamp:
    def test_a_finished_set_up_is_known(self, venv: Path) -> None:
        dev.write_stamp(venv, "app", "d1", [])
        assert dev.read_stamp(venv, "app", "d1") == []

    def test_packages_still_missing_are_known(self, venv: Path) -> None:
        dev.write_stamp(venv, "app", "d1", ["libgl1", "libegl1"])
        assert dev.read_stamp(venv, "app", "d1") == ["libgl1", "libegl1"]

    def test_none_is_no_set_up(self, venv: Path) -> None:
        assert dev.read_stamp(venv, "app", "d1") is None
        assert dev.read_stamp(venv / "nowhere", "app", "d1") is None

    def test_another_digest_is_no_set_up(self, venv: Path) -> None:
        dev.write_stamp(venv, "app", "d1", [])
        assert dev.read_stamp(venv, "app", "d2") is None

    def test_each_kind_has_its_own(self, venv: Path) -> None:
        dev.write_stamp(venv, "app", "d1", [])
        assert dev.read_stamp(venv, "dev", "d1") is None

    @pytest.mark.parametrize("content", [b"", b"\n\n", b"\xff\xfe"])
    def test_a_damaged_one_is_no_set_up(self, venv: Path, content: bytes) -> None:
        dev.find_stamp(venv, "app").write_bytes(content)
        assert dev.read_stamp(venv, "app", "d1") is None

    def test_clearing_forgets_both(self, venv: Path) -> None:
        for kind in ("app", "dev"):
            dev.write_stamp(venv, kind, "d1", [])
        dev.clear_stamps(venv)
        dev.clear_stamps(venv)
        assert [dev.read_stamp(venv, kind, "d1") for kind in ("app", "dev")] == [None, None]


class Machine:
    """A checkout whose stages are noted instead of done."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = root
        self.done: list[str] = []
        self.missing: list[str] = []
        self.fail = False
        monkeypatch.setattr(dev, "ROOT", root)
        monkeypatch.setattr(dev, "VENV", root / ".venv")
        monkeypatch.setattr(dev, "find_venv_package", list)
        monkeypatch.setattr(dev, "make_venv", self.make_venv)
        monkeypatch.setattr(dev, "install_system_packages", self.install_system_packages)
        monkeypatch.setattr(dev, "install_requirements", self.install_requirements)
        monkeypatch.setattr(dev, "find_missing", lambda wanted: list(self.missing))

    def install_system_packages(self, wanted: list[str]) -> list[str]:
        self.done.append("system")
        return list(self.missing)

    def make_venv(self) -> None:
        self.done.append("venv")
        for name in ("python", "recovery-coach"):
            program = dev.find_program(dev.VENV, name)
            program.parent.mkdir(parents=True, exist_ok=True)
            program.touch()
        (dev.VENV / "pyvenv.cfg").touch()

    def install_requirements(self, kind: str) -> None:
        self.done.append(kind)
        if self.fail:
            raise KeyboardInterrupt

    def set_up(self, kind: str) -> list[str]:
        self.done.clear()
        dev.set_up(kind)
        return list(self.done)


@pytest.fixture
def machine(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(checkout, monkeypatch)


class TestSetUp:
    def test_the_first_start_does_all_and_the_second_nothing(self, machine: Machine) -> None:
        assert machine.set_up("app") == ["system", "venv", "app"]
        assert machine.set_up("app") == []

    def test_a_developers_set_up_is_enough_for_the_app(self, machine: Machine) -> None:
        assert machine.set_up("dev") == ["system", "venv", "dev"]
        assert machine.set_up("app") == []

    def test_the_apps_is_not_enough_for_a_developer(self, machine: Machine) -> None:
        machine.set_up("app")
        assert machine.set_up("dev") == ["system", "venv", "dev"]

    def test_a_changed_file_is_set_up(self, machine: Machine) -> None:
        machine.set_up("app")
        (machine.root / "pyproject.toml").write_text("changed\n", encoding="utf-8")
        assert machine.set_up("app") == ["system", "venv", "app"]

    @pytest.mark.parametrize("lost", ["python", "recovery-coach"])
    def test_a_lost_program_is_set_up(self, machine: Machine, lost: str) -> None:
        machine.set_up("app")
        dev.find_program(dev.VENV, lost).unlink()
        assert machine.set_up("app") == ["system", "venv", "app"]

    def test_an_interrupted_one_is_taken_up_again(self, machine: Machine) -> None:
        machine.fail = True
        with pytest.raises(KeyboardInterrupt):
            machine.set_up("app")
        machine.fail = False
        assert machine.set_up("app") == ["system", "venv", "app"]

    def test_an_interrupted_change_does_not_leave_the_former_state_for_valid(
        self, machine: Machine
    ) -> None:
        machine.set_up("dev")
        pyproject = machine.root / "pyproject.toml"
        before = pyproject.read_bytes()
        pyproject.write_text("changed\n", encoding="utf-8")
        machine.fail = True
        with pytest.raises(KeyboardInterrupt):
            machine.set_up("app")
        machine.fail = False
        pyproject.write_bytes(before)
        assert machine.set_up("dev") == ["system", "venv", "dev"]

    def test_missing_system_packages_are_told_at_each_start_until_they_are_there(
        self, machine: Machine, capsys: pytest.CaptureFixture[str]
    ) -> None:
        machine.missing = ["libgl1"]
        machine.set_up("app")
        capsys.readouterr()
        assert machine.set_up("app") == []
        assert "apt-get install --no-install-recommends libgl1\n" in capsys.readouterr().err
        machine.missing = []
        for _ in range(2):
            assert machine.set_up("app") == []
            assert capsys.readouterr().err == ""

    def test_without_debians_venv_package_it_stops_before_the_venv(
        self, machine: Machine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(dev, "find_venv_package", lambda: ["python3.11-venv"])
        machine.missing = ["python3.11-venv", "libgl1"]
        with pytest.raises(dev.SetUpError, match=r"python3\.11-venv"):
            machine.set_up("app")
        assert machine.done == ["system"]


class TestSystemPackages:
    @pytest.mark.parametrize(
        ("executable", "packages"),
        [
            ("/usr/bin/python3", [f"libpython3.{sys.version_info[1]}"]),
            ("/opt/python/bin/python3", []),
        ],
    )
    def test_a_bundle_needs_debians_python_as_a_library(
        self, executable: str, packages: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "executable", executable)
        assert dev.find_shared_python() == packages

    def test_a_list_is_names_without_comments(self) -> None:
        text = "# a heading\n\nlibgl1  # why\n  libegl1\nxvfb# why\r\n   # indented\n"
        assert dev.parse_apt_list(text) == ["libgl1", "libegl1", "xvfb"]

    @pytest.mark.parametrize("place", [*dev.APT_LISTS.values(), dev.PACKAGE_APT_LIST])
    def test_the_committed_lists_name_packages_and_say_why(self, place: str) -> None:
        names = dev.read_apt_list(ROOT, place)
        assert names
        assert len(set(names)) == len(names)
        assert all(re.fullmatch(r"[a-z0-9][a-z0-9+.-]+", name) for name in names)
        text = (ROOT / place).read_text(encoding="utf-8")
        lines = [line for line in text.splitlines() if not line.startswith("#")]
        assert all(re.search(r" # \S", line) for line in lines)

    def test_only_what_is_installed_counts_and_what_it_stands_in_for(self) -> None:
        told = (
            "installed\tlibgl1\t\n"
            "config-files\tlibegl1\t\n"
            "installed\tlibglib2.0-0t64\tlibglib2.0-0 (= 2.84.4-3), libgio-fam\n"
            "not-installed\txvfb\txserver\n"
            "\n"
        )
        assert dev.parse_installed(told) == {
            "libgl1",
            "libglib2.0-0t64",
            "libglib2.0-0",
            "libgio-fam",
        }

    def test_root_needs_no_sudo(self) -> None:
        assert dev.choose_prefix(is_root=True, has_sudo=True, has_terminal=True) == []
        assert dev.choose_prefix(is_root=True, has_sudo=False, has_terminal=False) == []

    def test_others_use_sudo_where_it_can_ask(self) -> None:
        assert dev.choose_prefix(is_root=False, has_sudo=True, has_terminal=True) == ["sudo"]

    @pytest.mark.parametrize(("sudo", "terminal"), [(True, False), (False, True), (False, False)])
    def test_else_nothing_can_be_called(self, sudo: bool, terminal: bool) -> None:
        chosen = dev.choose_prefix(is_root=False, has_sudo=sudo, has_terminal=terminal)
        assert chosen is None

    def test_apt_asks_nothing_and_adds_nothing(self) -> None:
        update, install = dev.apt_commands(["libgl1", "libegl1"])
        assert update[:4] == ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "update"]
        assert install[:4] == ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install"]
        assert install[-4:] == ["-y", "--no-install-recommends", "libgl1", "libegl1"]


class TestInstallSystemPackages:
    @pytest.fixture
    def called(self, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
        commands: list[list[str]] = []

        def note(command: list[str]) -> bool:
            commands.append(command)
            return True

        monkeypatch.setattr(dev, "succeeds_or_shows", note)
        return commands

    def answer(self, monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> None:
        left = list(answers)
        monkeypatch.setattr(dev, "find_missing", lambda wanted: left.pop(0))

    def test_nothing_missing_asks_for_nothing(
        self,
        called: list[list[str]],
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        self.answer(monkeypatch, [])
        assert dev.install_system_packages(["libgl1"]) == []
        assert called == []
        assert capsys.readouterr().err == ""

    @pytest.mark.parametrize("prefix", [[], ["sudo"]])
    def test_it_installs_what_is_missing(
        self, called: list[list[str]], monkeypatch: pytest.MonkeyPatch, prefix: list[str]
    ) -> None:
        self.answer(monkeypatch, ["libgl1"], [])
        monkeypatch.setattr(dev, "find_prefix", lambda: prefix)
        assert dev.install_system_packages(["libgl1", "libegl1"]) == []
        assert called == [[*prefix, *command] for command in dev.apt_commands(["libgl1"])]

    def test_without_rights_it_prints_the_command_and_goes_on(
        self,
        called: list[list[str]],
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        self.answer(monkeypatch, ["libgl1"])
        monkeypatch.setattr(dev, "find_prefix", lambda: None)
        assert dev.install_system_packages(["libgl1"]) == ["libgl1"]
        assert called == []
        told = capsys.readouterr().err
        assert "sudo apt-get install --no-install-recommends libgl1" in told

    def test_what_apt_could_not_install_is_told(
        self,
        called: list[list[str]],
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        self.answer(monkeypatch, ["libgl1", "libegl1"], ["libegl1"])
        monkeypatch.setattr(dev, "find_prefix", list)
        assert dev.install_system_packages(["libgl1", "libegl1"]) == ["libegl1"]
        assert "--no-install-recommends libegl1\n" in capsys.readouterr().err


class TestVenv:
    def test_half_installed_packages_are_swept(self, venv: Path) -> None:
        site = venv / "lib" / "python3.11" / "site-packages"
        for name in ("whole-1.0.dist-info", "half-1.0.dist-info", "~old-0.9.dist-info", "~old"):
            (site / name).mkdir(parents=True)
            (site / name / "METADATA").touch()
        (site / "whole-1.0.dist-info" / "RECORD").touch()
        (site / "half").mkdir()
        dev.sweep_unfinished(venv)
        assert sorted(path.name for path in site.iterdir()) == ["half", "whole-1.0.dist-info"]

    def test_a_link_to_elsewhere_is_never_removed(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        elsewhere = tmp_path / "elsewhere"
        elsewhere.mkdir()
        (elsewhere / "precious").touch()
        link = tmp_path / ".venv"
        link.symlink_to(elsewhere, target_is_directory=True)
        monkeypatch.setattr(dev, "VENV", link)
        with pytest.raises(dev.SetUpError, match="link"):
            dev.make_venv()
        assert (elsewhere / "precious").exists()

    def test_one_that_works_is_kept_and_a_broken_one_made_anew(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
        monkeypatch.setattr(dev, "add_pip", lambda python: None)
        mine = tmp_path / ".venv" / "mine"
        dev.make_venv()
        mine.touch()
        dev.make_venv()
        assert mine.exists()
        dev.find_program(dev.VENV, "python").unlink()
        dev.make_venv()
        assert not mine.exists()
        assert dev.succeeds([str(dev.find_program(dev.VENV, "python")), "-c", ""])


class TestCommands:
    @pytest.mark.parametrize("argv", [[], ["dance"], ["--run"], ["test", "-k", "dose"]])
    def test_what_is_not_understood_gets_the_usage(
        self, argv: list[str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert dev.main(argv) == 2
        assert capsys.readouterr().err == dev.USAGE

    @pytest.mark.parametrize("argv", [["pictures"], ["pictures", "a", "b"]])
    def test_pictures_wants_one_folder(self, argv: list[str]) -> None:
        assert dev.main(argv) == 2

    def test_help_is_no_error(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert dev.main(["--help"]) == 0
        assert capsys.readouterr().out == dev.USAGE

    def test_every_command_is_in_the_usage(self) -> None:
        assert re.findall(r"dev\.py (\w+)", dev.USAGE) == list(dev.COMMANDS)

    def test_a_set_up_error_is_told_without_a_traceback(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        def fail(kind: str) -> None:
            raise dev.SetUpError("no luck")

        monkeypatch.setattr(dev, "set_up", fail)
        assert dev.main(["run"]) == 1
        assert capsys.readouterr().err == "no luck\n"

    def test_an_interruption_is_told_without_a_traceback(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        def interrupt(kind: str) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(dev, "set_up", interrupt)
        assert dev.main(["run"]) == 130
        assert "Traceback" not in capsys.readouterr().err

    def test_run_hands_all_arguments_to_the_app(self, monkeypatch: pytest.MonkeyPatch) -> None:
        handed: list[list[str]] = []
        kinds: list[str] = []

        def note(program: Path, args: list[str]) -> int:
            handed.append([program.stem, *args])
            return 7

        monkeypatch.setattr(dev, "set_up", kinds.append)
        monkeypatch.setattr(dev, "hand_over", note)
        assert dev.main(["run", "--basedir", "x", "--help"]) == 7
        assert handed == [["recovery-coach", "--basedir", "x", "--help"]]
        assert kinds == ["app"]

    @pytest.mark.parametrize(
        ("args", "understood"),
        [
            ([], (False, [])),
            (["--all"], (True, [])),
            (["--", "-k", "dose"], (False, ["-k", "dose"])),
            (["--all", "--", "--all"], (True, ["--all"])),
            (["--", "a", "--", "b"], (False, ["a", "--", "b"])),
            (["--al"], None),
            (["-x", "--"], None),
        ],
    )
    def test_pytests_arguments_follow_two_dashes(self, args: list[str], understood: object) -> None:
        assert dev.split_test_args(args) == understood

    def test_only_all_runs_the_long_tests(self) -> None:
        quick = dict(dev.make_stages("python", False, ["-x"]))
        whole = dict(dev.make_stages("python", True, ["-x"]))
        assert quick["pytest"] == ["python", "-m", "pytest", "-m", "not long", "-x"]
        assert whole["pytest"] == ["python", "-m", "pytest", "-x"]
        assert [*quick] == ["ruff format --check", "ruff check", "mypy", "lint-imports", "pytest"]


class TestStages:
    def run_stages(self, monkeypatch: pytest.MonkeyPatch, *codes: int) -> int:
        stages = [
            (name, [sys.executable, "-c", f"import sys; sys.exit({code})"])
            for name, code in zip(("mypy", "pytest"), codes, strict=True)
        ]
        monkeypatch.setattr(dev, "set_up", lambda kind: None)
        monkeypatch.setattr(dev, "make_stages", lambda *args: stages)
        return int(dev.test([]))

    def test_the_first_failure_ends_it_with_its_exit_code(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert self.run_stages(monkeypatch, 3, 0) == 3
        told = capsys.readouterr().out
        assert "== mypy failed: exit code 3" in told
        assert "pytest" not in told

    def test_no_test_is_a_failure(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert self.run_stages(monkeypatch, 0, 5) == 5
        assert "== pytest ran no test: exit code 5" in capsys.readouterr().out

    def test_nothing_is_printed_after_pytests_closing_line(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert self.run_stages(monkeypatch, 0, 0) == 0
        assert capsys.readouterr().out.splitlines()[-1] == "== pytest"


class TestOldPython:
    @pytest.mark.parametrize("version", [(3, 8, 20), (3, 10, 99), (2, 7, 18)])
    def test_it_is_refused(self, version: tuple[int, ...]) -> None:
        assert dev.is_too_old(version)

    @pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 2), (4, 0, 0)])
    def test_newer_ones_are_not(self, version: tuple[int, ...]) -> None:
        assert not dev.is_too_old(version)

    def test_the_refusal_names_both_versions(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(dev, "is_too_old", lambda version: True)
        assert dev.main(["run"]) == 1
        told = capsys.readouterr().err
        assert "3.11 or newer" in told
        assert ".".join(map(str, sys.version_info[:3])) in told

    def test_it_can_read_the_file(self) -> None:
        ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 8))

    def test_it_agrees_with_the_project(self) -> None:
        text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
        assert 'requires-python = ">={}.{}"'.format(*dev.OLDEST_PYTHON) in text


def test_a_start_imports_nothing_it_does_not_need() -> None:
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import dev; print(*sys.modules)"
    told = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=True
    )
    heavy = {"argparse", "json", "shutil", "subprocess", "textwrap", "typing", "venv"}
    assert heavy.isdisjoint(told.stdout.split())


class TestRequirements:
    @pytest.fixture(params=["app", "dev"])
    def text(self, request: pytest.FixtureRequest) -> str:
        path: Path = ROOT / dev.REQUIREMENTS[request.param]
        return path.read_text(encoding="utf-8")

    def test_every_pin_has_hashes(self, text: str) -> None:
        entries = text.replace("\\\n", " ").splitlines()
        pins = [entry for entry in entries if not entry.startswith("#")]
        assert pins
        for pin in pins:
            assert re.match(r"[a-z0-9-]+==[0-9][^ ]* ", pin), pin
            assert re.findall(r"--hash=sha256:[0-9a-f]{64}(?= |$)", pin), pin

    def test_no_place_is_named(self, text: str) -> None:
        assert dev.find_leaks(text) == []

    @pytest.mark.parametrize(
        "line",
        [
            "--index-url something",
            "--extra-index-url something",
            "--find-links wheels",
            "a @ file:///wheels/a.whl",
            "    # from https://example.org/simple",
        ],
    )
    def test_a_place_would_be_found(self, line: str) -> None:
        assert dev.find_leaks(f"a==1\n{line}\nb==2\n") == [line]

    def test_a_developers_pins_are_the_apps_and_more(self) -> None:
        app, both = (
            set(dev.parse_pins((ROOT / name).read_text(encoding="utf-8")))
            for name in dev.REQUIREMENTS.values()
        )
        assert app < both

    def test_what_builds_and_locks_the_project_is_pinned(self) -> None:
        app, both = (
            {pin.partition("==")[0] for pin in dev.parse_pins((ROOT / name).read_text("utf-8"))}
            for name in dev.REQUIREMENTS.values()
        )
        assert set(dev.BUILD_TOOLS) <= app
        assert set(dev.LOCK_TOOLS) <= both

    def test_the_project_s_own_dependencies_are_pinned(self) -> None:
        import tomllib

        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        both = dev.parse_pins((ROOT / dev.REQUIREMENTS["dev"]).read_text(encoding="utf-8"))
        pinned = {pin.partition("==")[0] for pin in both}
        asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
        names = {re.split(r"[^A-Za-z0-9._-]", line)[0].lower().replace("_", "-") for line in asked}
        assert names <= pinned


def test_ci_runs_the_test_command() -> None:
    script = ROOT / ".ci" / "run"
    assert script.read_text(encoding="utf-8").splitlines()[-1] == "exec python3 dev.py test"
    assert os.name == "nt" or os.access(script, os.X_OK)
