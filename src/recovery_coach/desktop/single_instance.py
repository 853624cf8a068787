"""One window a journal: a second start raises the first and hands it the files it was given.

It says of which version it is: after an upgrade an old window may still be open.

QtNetwork takes a tenth of the time in which the window opens, so it is loaded only when there may
be another window, or when ours is painted and begins to listen.
"""

from __future__ import annotations

import json
import os
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QLockFile, QObject, Signal

from recovery_coach import __version__

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

WAIT_MS = 500
TURN_MS = 4 * WAIT_MS
"""So long one waits at most for another that is about to listen."""
LONGEST_MESSAGE = 64_000


def server_name(journal: Path) -> str:
    """The name under which the window of this journal listens."""
    path = os.fsencode(journal)
    return f"recovery-coach-{zlib.crc32(path):08x}{zlib.adler32(path):08x}"


def may_be_there(journal: Path) -> bool:
    """Whether a window may have this journal open; on Linux its name would be a file."""
    folder = os.environ.get("TMPDIR") or "/tmp"  # as QDir.tempPath() has it
    return sys.platform != "linux" or Path(folder, server_name(journal)).exists()


def raise_other(journal: Path, files: list[Path]) -> bool:
    """Ask a window that has this journal open to come forward; False where there is none."""
    if not may_be_there(journal):
        return False
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(server_name(journal))
    if not socket.waitForConnected(WAIT_MS):
        return False
    names = [str(path.absolute()) for path in files]
    message = {"version": __version__, "files": names}
    socket.write(json.dumps(message).encode() + b"\n")
    socket.waitForBytesWritten(WAIT_MS)
    # The answer shows that a living window took it: a frozen one must not swallow the start.
    answered = socket.waitForReadyRead(WAIT_MS)
    socket.disconnectFromServer()
    return answered


class SingleInstance(QObject):
    """Listens for second starts; ``raised`` carries the files they were given.

    ``other_version`` comes after it, with the version of a start that is not ours.
    """

    raised = Signal(list)
    other_version = Signal(str)

    def __init__(self, journal: Path, parent: QObject | None = None) -> None:
        from PySide6.QtNetwork import QLocalServer

        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._journal = journal

    def listen(self) -> bool:
        """Begin to listen; False where another window was quicker.

        A name left behind by a process that was killed is taken over. Whether it lives is asked
        first, because Qt takes the name even from a living window, without a word. One at a time:
        of two that start at one moment each would find nobody.
        """
        turn = QLockFile(f"{QDir.tempPath()}/{server_name(self._journal)}.lock")
        turn.tryLock(TURN_MS)  # where it cannot be had, it is as good as without
        try:
            return self._take_the_name()
        finally:
            turn.unlock()

    def _take_the_name(self) -> bool:
        if raise_other(self._journal, []):
            return False
        name = server_name(self._journal)
        if self._server.listen(name):
            return True
        self._server.removeServer(name)
        return self._server.listen(name)

    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._on_message(socket))
        socket.disconnected.connect(socket.deleteLater)

    def _on_message(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > LONGEST_MESSAGE:
                socket.abort()
            return
        line = bytes(socket.readLine().data())
        try:
            message = json.loads(line)
        except (ValueError, RecursionError):
            message = None
        socket.write(b"ok\n")
        socket.flush()
        told = message if isinstance(message, dict) else {}
        files, version = told.get("files"), told.get("version")
        names = files if isinstance(files, list) else []
        paths = [Path(name) for name in names if isinstance(name, str) and "\0" not in name]
        self.raised.emit(paths)
        if isinstance(version, str) and version != __version__:
            self.other_version.emit(version)
