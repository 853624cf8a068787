"""Work aside: told in the window's own thread, once; what is foreseen in words, the rest raised."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from recovery_coach.ui.errand import Errand, Errands


@pytest.fixture
def parent(qtbot: QtBot) -> QObject:
    return QObject()


def idle(parent: QObject) -> bool:
    return not parent.findChildren(Errand)


def nobody(result: object) -> None:
    raise AssertionError(result)


def test_what_comes_of_it_is_told_once_in_the_windows_own_thread(qtbot: QtBot, parent: QObject):
    told: list[tuple[int, int]] = []
    Errand(parent, threading.get_ident, lambda at: told.append((at, threading.get_ident())), nobody)
    qtbot.waitUntil(lambda: idle(parent))
    ((worked, heard),) = told
    assert worked != heard == threading.get_ident()


def test_what_disks_do_is_told_as_that(qtbot: QtBot, parent: QObject):
    told: list[Exception] = []

    def work() -> None:
        raise OSError(28, "No space left on device")

    Errand(parent, work, nobody, told.append)
    qtbot.waitUntil(lambda: idle(parent))
    assert [type(error) for error in told] == [OSError]


def test_a_mistake_of_ours_is_raised_and_not_taken_for_a_disk(qtbot: QtBot, parent: QObject):
    def work() -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as raised:
        Errand(parent, work, nobody, nobody)
        qtbot.waitUntil(lambda: idle(parent))
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]


def test_a_page_that_is_gone_hears_nothing(qtbot: QtBot, parent: QObject):
    page, go_on = QObject(parent), threading.Event()
    errand = Errand(page, go_on.wait, nobody, nobody)
    worker = errand.worker
    page.deleteLater()
    qtbot.waitUntil(lambda: not parent.children())
    go_on.set()
    worker.join(5)
    qtbot.wait(50)


def test_what_writes_waits_for_who_reads_and_is_never_two(qtbot: QtBot, parent: QObject):
    errands, go_on, done = Errands(parent), threading.Event(), list[str]()

    def read() -> None:
        go_on.wait()
        done.append("read")

    errands.read(parent, read, lambda _: None, nobody)
    assert errands.write(lambda: done.append("written"), lambda _: None, nobody)
    assert not errands.write(lambda: done.append("again"), nobody, nobody)
    assert errands.writes
    go_on.set()
    qtbot.waitUntil(lambda: idle(parent))
    assert done == ["read", "written"]
    assert not errands.writes
