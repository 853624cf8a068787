"""Asking for files and folders: the system's own dialogs, each with what it is to begin with."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


def documents() -> str:
    """Where a person's own files are."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def choose_new(parent: QWidget, title: str, name: str, kind: str) -> Path | None:
    """Where a new file is to be; None where nothing is chosen. ``kind`` is as Qt filters names."""
    dialog = QFileDialog(parent, title, documents(), kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return Path(chosen[0]) if chosen else None


def choose_file(parent: QWidget, title: str, kind: str) -> Path | None:
    """A file that is there; None where nothing is chosen."""
    name, _ = QFileDialog.getOpenFileName(parent, title, documents(), kind)
    return Path(name) if name else None


def choose_folder(parent: QWidget, title: str, begin: Path | None = None) -> Path | None:
    """A folder; None where nothing is chosen."""
    name = QFileDialog.getExistingDirectory(parent, title, str(begin or documents()))
    return Path(name) if name else None
