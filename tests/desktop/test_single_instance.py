"""One window a journal: a second start hands over its files and goes; a dead one is no obstacle."""

from __future__ import annotations

import json
import os
import signal
import socket as sockets
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from recovery_coach.desktop.single_instance import (
    LONGEST_MESSAGE,
    WAIT_MS,
    SingleInstance,
    raise_other,
    server_name,
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads the socket as a file")

SECOND_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from recovery_coach.desktop.single_instance import raise_other
application = QCoreApplication([])
print(raise_other(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]))
"""
LISTENER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from recovery_coach.desktop.single_instance import SingleInstance
application = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[1]))
print(instance.listen(), flush=True)
application.exec()
"""


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal.sqlite3"


@pytest.fixture
def window(journal: Path, qtbot: QtBot) -> Iterator[SingleInstance]:
    instance = SingleInstance(journal)
    assert instance.listen()
    yield instance
    instance.deleteLater()


def path_of(journal: Path) -> Path:
    return Path(tempfile.gettempdir(), server_name(journal))


def second_start(qtbot: QtBot, journal: Path, *files: str, cwd: Path | None = None) -> str:
    """What another process is told, while this one answers."""
    command = [sys.executable, "-c", SECOND_START, str(journal), *files]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=cwd) as process:
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=15_000)
        assert process.stdout is not None
        return process.stdout.read().strip()


def talk(qtbot: QtBot, journal: Path, message: bytes, until: Callable[[], bool]) -> bytes:
    """Say ``message`` to the window as any program could; what it answers."""
    with sockets.socket(sockets.AF_UNIX) as client:
        client.connect(str(path_of(journal)))
        client.setblocking(False)
        rest, answer = message, b""

        def exchange() -> bool:
            nonlocal rest, answer
            try:
                rest = rest[client.send(rest) :] if rest else rest
                answer += client.recv(100)
            except BlockingIOError:
                pass
            except (BrokenPipeError, ConnectionResetError):
                return True
            return until() or bool(answer)

        qtbot.waitUntil(exchange, timeout=5000)
        return answer


# -- two starts --------------------------------------------------------------------------------


def test_alone_there_is_nobody_to_raise(journal: Path):
    assert not raise_other(journal, [])


def test_a_second_start_raises_the_first(window: SingleInstance, journal: Path, qtbot: QtBot):
    with qtbot.waitSignal(window.raised, timeout=15_000) as raised:
        assert second_start(qtbot, journal) == "True"
    assert raised.args == [[]]


def test_it_hands_over_its_files_with_their_whole_path(
    window: SingleInstance, journal: Path, qtbot: QtBot, tmp_path: Path
):
    with qtbot.waitSignal(window.raised, timeout=15_000) as raised:
        second_start(qtbot, journal, "süß & 1.toml", "/b.toml", cwd=tmp_path)
    assert raised.args == [[tmp_path / "süß & 1.toml", Path("/b.toml")]]


def test_another_journal_is_another_window(
    window: SingleInstance, journal: Path, qtbot: QtBot, tmp_path: Path
):
    with qtbot.assertNotEmitted(window.raised):
        assert second_start(qtbot, tmp_path / "other" / "journal.sqlite3") == "False"


def test_a_name_is_not_taken_from_a_living_window(
    window: SingleInstance, journal: Path, qtbot: QtBot
):
    command = [sys.executable, "-c", LISTENER, str(journal)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            with qtbot.waitSignal(window.raised, timeout=15_000):
                pass
            assert process.stdout is not None
            assert process.stdout.readline() == "False\n"
        finally:
            process.kill()


@pytest.mark.parametrize("_", range(5))
def test_of_two_at_one_moment_one_listens(journal: Path, _: int):
    command = [sys.executable, "-c", LISTENER, str(journal)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    try:
        told = sorted(process.stdout.readline() for process in both if process.stdout is not None)
        assert told == ["False\n", "True\n"]
    finally:
        for process in both:
            process.kill()
            process.communicate()


# -- two versions ------------------------------------------------------------------------------


def test_a_start_of_another_version_says_so(window: SingleInstance, journal: Path, qtbot: QtBot):
    said: list[object] = []
    window.raised.connect(said.append)
    window.other_version.connect(said.append)
    message = json.dumps({"files": [], "version": "9.9.9"}).encode() + b"\n"
    talk(qtbot, journal, message, until=lambda: False)
    assert said == [[], "9.9.9"]


def test_one_of_the_same_version_does_not(window: SingleInstance, journal: Path, qtbot: QtBot):
    with qtbot.assertNotEmitted(window.other_version):
        assert second_start(qtbot, journal) == "True"


# -- what is left behind -----------------------------------------------------------------------


def test_a_name_left_by_a_killed_process_is_taken_over(journal: Path, qtbot: QtBot):
    command = [sys.executable, "-c", LISTENER, str(journal)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "True\n"
        os.kill(process.pid, signal.SIGKILL)
    assert path_of(journal).exists()
    assert not raise_other(journal, [])
    ours = SingleInstance(journal)
    assert ours.listen()
    with qtbot.waitSignal(ours.raised, timeout=15_000):
        assert second_start(qtbot, journal) == "True"
    ours.deleteLater()


def test_a_file_of_that_name_is_no_window(journal: Path, qtbot: QtBot):
    path_of(journal).write_text("not a socket", encoding="utf-8")
    try:
        assert not raise_other(journal, [])
        ours = SingleInstance(journal)
        assert ours.listen()
        ours.deleteLater()
    finally:
        path_of(journal).unlink(missing_ok=True)


def test_a_frozen_window_does_not_swallow_a_start(journal: Path):
    """It takes the connection but never answers: the second start opens a window of its own."""
    with sockets.socket(sockets.AF_UNIX) as frozen:
        frozen.bind(str(path_of(journal)))
        frozen.listen()
        try:
            assert not raise_other(journal, [])
        finally:
            path_of(journal).unlink()
    assert WAIT_MS <= 1000, "nobody waits longer for a window"


# -- what anybody may say ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "message",
    [
        b"\n",
        b"hello\n",
        b"\xff\xfe\x00\n",
        b"{}\n",
        b"3\n",
        b"[[[[\n",
        b"[" * 50_000 + b"\n",
        b'[1, null, {"a": 2}, ["x"]]\n',
        b'{"files": "/a.toml", "version": ["1"]}\n',
        b'{"files": ["nul\\u0000byte.toml"]}\n',
    ],
    ids=lambda message: repr(message[:12]),
)
def test_garbage_only_raises_the_window(
    window: SingleInstance, journal: Path, qtbot: QtBot, message: bytes
):
    seen: list[list[Path]] = []
    window.raised.connect(seen.append)
    assert talk(qtbot, journal, message, until=lambda: False) == b"ok\n"
    assert seen == [[]]


def test_names_among_garbage_are_taken(window: SingleInstance, journal: Path, qtbot: QtBot):
    seen: list[list[Path]] = []
    window.raised.connect(seen.append)
    message = json.dumps({"files": [1, "/a.toml", None], "version": 3})
    talk(qtbot, journal, message.encode() + b"\n", until=lambda: False)
    assert seen == [[Path("/a.toml")]]


def test_a_message_in_pieces_is_one_message(window: SingleInstance, journal: Path, qtbot: QtBot):
    seen: list[list[Path]] = []
    window.raised.connect(seen.append)
    with sockets.socket(sockets.AF_UNIX) as client:
        client.connect(str(path_of(journal)))
        client.sendall(b'{"files": ["/a')
        qtbot.wait(50)
        assert seen == []
        client.sendall(b'.toml"]}\n')
        qtbot.waitUntil(lambda: bool(seen), timeout=5000)
    assert seen == [[Path("/a.toml")]]


def test_an_endless_message_is_cut_off(window: SingleInstance, journal: Path, qtbot: QtBot):
    with qtbot.assertNotEmitted(window.raised):
        answer = talk(qtbot, journal, b"x" * (LONGEST_MESSAGE * 8), until=lambda: False)
    assert answer == b""


def test_who_goes_without_a_word_does_no_harm(window: SingleInstance, journal: Path, qtbot: QtBot):
    for _ in range(3):
        with sockets.socket(sockets.AF_UNIX) as client:
            client.connect(str(path_of(journal)))
    with qtbot.waitSignal(window.raised, timeout=15_000):
        assert second_start(qtbot, journal) == "True"


def test_it_costs_nothing_while_nobody_comes(window: SingleInstance):
    assert not [timer for timer in window.findChildren(QTimer) if timer.isActive()]
