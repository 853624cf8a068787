"""Notices what the terminal writes to the journal, without asking again and again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal


class JournalWatch(QObject):
    """Watches the files of one journal at a time; :attr:`touched` also tells of our own writes."""

    touched = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watcher: QFileSystemWatcher | None = None

    def begin(self, path: Path) -> None:
        """Watch this journal, and no other any more."""
        self.end()
        self._watcher = QFileSystemWatcher(self)
        names = [path, path.with_name(path.name + "-wal")]
        self._watcher.addPaths([str(name) for name in names if name.exists()])
        self._watcher.fileChanged.connect(self._on_file_changed)

    def end(self) -> None:
        """Watch nothing."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None

    def _on_file_changed(self, name: str) -> None:
        if self._watcher is not None and name not in self._watcher.files():
            self._watcher.addPath(name)  # a replaced file is a new one to the watcher
        self.touched.emit()
