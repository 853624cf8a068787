"""Whatever goes wrong: exit codes, plain words, and no traceback."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from recovery_coach import __version__
from recovery_coach.base.paths import find_paths
from recovery_coach.cli.guard import describe, guarded
from recovery_coach.journal import JournalTrouble
from tests.cli.conftest import Run, Start, clean_environment


def test_the_exit_code_is_that_of_the_action(home: Path):
    assert guarded(lambda: 3, home) == 3


@pytest.mark.parametrize(("raised", "code"), [(0, 0), (2, 2), (None, 0), ("text", 1)])
def test_leaving_is_an_exit_code(home: Path, raised: object, code: int):
    def leave() -> int:
        raise SystemExit(raised)

    assert guarded(leave, home) == code


def test_trouble_with_the_journal_is_told_in_three_sentences(
    home: Path, capsys: pytest.CaptureFixture[str]
):
    trouble = JournalTrouble("full", home / "journal.sqlite3")

    def fail() -> int:
        raise trouble

    assert guarded(fail, home) == 1
    said = capsys.readouterr().err
    for words in (trouble.title, trouble.safe, trouble.advice):
        assert words in said


def test_an_unforeseen_error_is_logged_without_what_the_person_wrote(
    home: Path, capsys: pytest.CaptureFixture[str]
):
    def fail() -> int:
        secret = "my back hurts"
        raise ValueError(secret)

    assert guarded(fail, home) == 70
    log = find_paths(home).error_log
    text = log.read_text(encoding="utf-8")
    assert "my back hurts" not in text.replace('secret = "my back hurts"', "")
    assert "ValueError" in text
    assert "in fail" in text
    assert __version__ in text
    assert str(home) not in text
    said = capsys.readouterr().err
    assert str(log) in said
    assert len(said.splitlines()) == 1
    if os.name == "posix":
        assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_a_terminal_that_went_away_does_not_change_the_exit_code(
    home: Path, monkeypatch: pytest.MonkeyPatch
):
    """Python flushes at its end; a stream that fails then would make it 120."""
    nobody, written_to = os.pipe()
    os.close(nobody)
    with os.fdopen(written_to, "w") as stream:
        stream.write("Stopped.")
        monkeypatch.setattr(sys, "stderr", stream)
        assert guarded(lambda: 129, home) == 129
        stream.flush()  # as Python does


def test_the_log_is_added_to(home: Path):
    def fail() -> int:
        raise KeyError

    guarded(fail, home)
    guarded(fail, home)
    assert find_paths(home).error_log.read_text(encoding="utf-8").count("in fail") == 2


def test_messages_about_code_are_kept():
    with pytest.raises(AttributeError) as caught:
        None.nothing  # type: ignore[attr-defined]  # noqa: B018
    assert "'NoneType' object has no attribute 'nothing'" in describe(caught.value)


def test_a_log_that_cannot_be_written_is_said(home: Path, capsys: pytest.CaptureFixture[str]):
    home.mkdir()
    (home / "log").write_text("a file where a folder should be")

    def fail() -> int:
        raise ZeroDivisionError

    assert guarded(fail, home) == 70
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_a_file_that_cannot_be_used_is_named(home: Path, capsys: pytest.CaptureFixture[str]):
    def fail() -> int:
        raise PermissionError(13, "Permission denied", "/somewhere/else")

    assert guarded(fail, home) == 1
    assert capsys.readouterr().err == "/somewhere/else: Permission denied\n"


def test_ctrl_c_is_quiet(home: Path, capsys: pytest.CaptureFixture[str]):
    def interrupt() -> int:
        raise KeyboardInterrupt

    assert guarded(interrupt, home) == 130
    assert capsys.readouterr().err == ""


# -- as a person meets it --------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["routines", "--nonsense"],
        ["show"],
        ["show", "nonsense"],
        ["show", "missing.toml"],
        ["play", "nonsense"],
        ["show", "express_3", "--switch", "601"],
        ["show", "express_3", "--switch", "nan"],
        ["play", "express_3", "--speed", "0"],
        ["pain"],
        ["pain", "eleven"],
        ["schema", "nonsense"],
        ["validate"],
        ["routines", "add", "missing.toml"],
        ["sessions", "nonsense"],
    ],
    ids=" ".join,
)
def test_wrong_use_exits_with_2_and_says_why(run: Run, arguments: list[str]):
    done = run(*arguments)
    assert done.exit_code == 2, done.output
    assert done.stderr
    assert isinstance(done.exception, SystemExit)


def test_a_global_option_without_its_value_is_wrong_use(start: Start):
    done = start("--basedir")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_routine_that_is_not_there_names_what_is_near(run: Run):
    assert "did you mean express_3" in run("show", "express").stderr
    assert "warmup_general" in run("show", "General warm up").stderr
    assert "recovery-coach routines" in run("show", "xyzzy").stderr


@pytest.mark.parametrize("arguments", [["pain", "3"], ["sessions"], ["play", "express_3"]])
def test_a_journal_that_cannot_be_read_is_told_and_not_touched(
    start: Start, home: Path, arguments: list[str]
):
    path = find_paths(home).journal
    path.parent.mkdir(parents=True)
    path.write_bytes(b"this is no database " * 100)
    before = path.read_bytes()
    done = start(*arguments)
    assert done.returncode == 1
    assert "damaged" in done.stderr
    assert "Traceback" not in done.stderr
    assert path.read_bytes() == before


def test_without_the_journal_a_routine_still_plays(start: Start, home: Path):
    path = find_paths(home).journal
    path.parent.mkdir(parents=True)
    path.write_bytes(b"this is no database " * 100)
    done = start("play", "express_3", "--speed", "1000", "--no-record")
    assert done.returncode == 0, done.stderr
    assert "Finished: 7 of 7 sets" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["exercises"],
        ["show", "nowhere"],
        ["pain", "3", "--note", "müde – sehr"],
        ["play", "express_3", "--speed", "1000"],
    ],
    ids=" ".join,
)
def test_any_text_can_be_printed_where_output_is_not_utf_8(start: Start, arguments: list[str]):
    ascii_only = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = start(*arguments, env=ascii_only)
    assert done.returncode == (2 if arguments == ["show", "nowhere"] else 0)
    assert "Traceback" not in done.stderr
    assert (done.stdout + done.stderr).isascii()


def test_a_reader_that_goes_away_is_no_noise(home: Path):
    command = [sys.executable, "-m", "recovery_coach", "--basedir", str(home), "exercises"]
    with subprocess.Popen(
        [*command, "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=clean_environment(),
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_output_to_a_full_disk_is_told(home: Path):
    command = [sys.executable, "-m", "recovery_coach", "--basedir", str(home), "exercises"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, env=clean_environment(), check=False
        )
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


def test_a_damaged_settings_file_is_said_and_not_fatal(start: Start, home: Path):
    settings = find_paths(home).settings
    settings.parent.mkdir(parents=True)
    settings.write_text('switch = "long"\n')
    done = start("show", "express_3")
    assert done.returncode == 0
    assert "settings.toml" in done.stderr
    assert "Bird dog" in done.stdout
