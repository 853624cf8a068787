"""From bytes to keys; and the wait for a key, a signal or a time."""

from __future__ import annotations

import contextlib
import os
import pty
import signal
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.cli.key_codes import is_unfinished, names_of
from recovery_coach.cli.keys import Keys
from recovery_coach.cli.signals import Interrupted


@pytest.mark.parametrize(
    ("data", "keys"),
    [
        (b" ", ["space"]),
        (b"\r", ["enter"]),
        (b"\n", ["enter"]),
        (b"\x1b", ["escape"]),
        (b"\x1b[D\x1b[C", ["left", "right"]),
        (b"\x1bOD\x1bOC", ["left", "right"]),
        (b"\x1b[5~\x1b[6~", ["page_up", "page_down"]),
        (b"eEhHqQ", ["e", "e", "h", "h", "q", "q"]),
        (b"-+=", ["-", "+", "+"]),
        (b"0123456789x", list("0123456789x")),
        # No keys of ours: arrows up and down, functions, Alt, a paste mark, letters beyond ASCII.
        (b"\x1b[A\x1b[B\x1b[15~\x1b[1;5C\x1bq\x1b[200~", []),
        ("ü€".encode(), []),
        (b"\x00\x01\x7f", []),
        (b"\x1b\x1b[D", ["escape", "left"]),
    ],
)
def test_what_a_terminal_sends(data: bytes, keys: list[str]):
    assert names_of(data) == keys


@pytest.mark.parametrize(
    ("data", "unfinished"),
    [(b"\x1b", True), (b"\x1b[", True), (b"\x1b[5", True), (b"\x1bO", True), (b"q\x1b[1;", True),
     (b"\x1b[D", False), (b"q", False), (b"", False), (b"\x1bOD", False)],
)  # fmt: skip
def test_a_sequence_that_may_go_on(data: bytes, unfinished: bool):
    assert is_unfinished(data) is unfinished


@given(st.binary(max_size=60))
def test_no_bytes_are_too_strange(data: bytes):
    known = {"left", "right", "page_up", "page_down", "enter", "space", "escape"}
    for name in names_of(data):
        assert name in known or (len(name) == 1 and name.isprintable())


# -- waiting ---------------------------------------------------------------------------------


@pytest.fixture
def terminal() -> Iterator[tuple[int, int]]:
    """Both ends: what a person types goes into the first, the program reads the second."""
    person, program = pty.openpty()
    yield person, program
    for end in (person, program):
        with contextlib.suppress(OSError):
            os.close(end)


def test_keys_come_one_by_one(terminal: tuple[int, int]):
    person, program = terminal
    keys = Keys(program)
    with keys.open():
        os.write(person, b"e\x1b[C ")
        assert [keys.wait(60) for _ in range(3)] == ["e", "right", "space"]
        assert keys.wait(0) is None


def test_a_key_pressed_before_counts(terminal: tuple[int, int]):
    person, program = terminal
    os.write(person, b"e\n")
    keys = Keys(program)
    with keys.open():
        assert keys.wait(60) == "e"


def test_choosing_passes_over_other_keys(terminal: tuple[int, int]):
    person, program = terminal
    keys = Keys(program)
    with keys.open():
        os.write(person, b"abcy")
        assert keys.choose("y", "n") == "y"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_wait(number: signal.Signals):
    keys = Keys(None)
    with keys.open():
        os.kill(os.getpid(), number)
        with pytest.raises(Interrupted) as caught:
            keys.wait(60)
    assert caught.value.exit_code == 128 + number


def test_signals_are_put_back():
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGTSTP, signal.SIGCONT)
    before = [signal.getsignal(number) for number in numbers]
    with Keys(None).open():
        assert [signal.getsignal(number) for number in numbers] != before
    assert [signal.getsignal(number) for number in numbers] == before
    assert signal.set_wakeup_fd(-1) == -1


def test_an_ignored_hang_up_stays_ignored():
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        keys = Keys(None)
        with keys.open():
            os.kill(os.getpid(), signal.SIGHUP)
            assert keys.wait(0) is None
    finally:
        signal.signal(signal.SIGHUP, before)


def test_whoever_insists_is_heard():
    keys = Keys(None)
    with keys.open():
        os.kill(os.getpid(), signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)


def test_a_terminal_that_is_gone_is_a_hang_up(terminal: tuple[int, int]):
    person, program = terminal
    keys = Keys(program)
    with keys.open():
        os.close(person)
        with pytest.raises(Interrupted):
            keys.wait(60)
