"""A journal: written, read back, backed up, exported, and brought back from its backup."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

from recovery_coach.base.i18n import tr
from recovery_coach.cli.proving.check import FaultError, Finding, some
from recovery_coach.cli.proving.trial import Trial
from recovery_coach.journal import Journal, PainEntry

DAYS = 21
"""As many days have a number: enough for a trend to be drawn and a report to have a course."""


def check_throwaway(trial: Trial) -> Finding:
    """There is a place for what is needed for a moment; all that follows is written there."""
    try:
        (trial.folder / "written").write_bytes(b"x")
    except OSError as error:
        why = error.strerror or str(error)
        mend = tr("Set TMPDIR to a folder that can be written to, and try again.")
        raise FaultError(f"{error.filename or ''} {why}".strip(), mend) from error
    return Finding(str(trial.folder))


def check_own_folders(trial: Trial) -> Finding:
    """The person's own folders could be written to. Nothing is."""
    closed = [str(place) for folder in trial.own.folders for place in [_nearest(folder)]
              if not (place.is_dir() and os.access(place, os.W_OK | os.X_OK))]  # fmt: skip
    if closed:
        names = some(list(dict.fromkeys(closed)))
        mend = tr("Make it a folder that you can write to, or choose another with --basedir.")
        raise FaultError(tr("cannot be written to: {names}").format(names=names), mend)
    there = trial.own.journal.exists()
    words = tr("{file}, which is there") if there else tr("{file}, which is not there yet")
    return Finding(words.format(file=trial.own.journal))


def _nearest(folder: Path) -> Path:
    """The folder, or what of its path is there."""
    return next(place for place in (folder, *folder.parents) if place.exists())


def check_journal(trial: Trial) -> Finding:
    """What is written is what is read, in the journal and in every copy of it."""
    app, now = trial.app, trial.clock.now()
    diary = _diary(now)
    for entry in diary:
        app.journal.append(entry)
    app.close_journal()
    _holds(app.journal, diary)
    app.journal.verify()
    versions = app.journal.count().versions
    made = app.backups.make("hand")
    looked = app.backups.look(made)
    if not looked.sound or looked.counts is None or looked.counts.versions != versions:
        raise FaultError(tr("the backup is not what was written: {why}").format(why=looked.detail))
    _export(trial, versions)
    app.journal.append(PainEntry(nrs=9, at=now, source="terminal"))
    _restore(trial, made.path)
    _holds(app.journal, diary)
    text = tr("{n} entries written, read, backed up, exported, and restored")
    return Finding(text.format(n=versions))


def _diary(now: datetime) -> list[PainEntry]:
    """Three weeks of low numbers, today's without a note: nothing in them asks for a check."""
    return [
        PainEntry(
            nrs=days % 3,
            at=now - timedelta(days=days, minutes=1),
            source="terminal",
            note="Rücken – müde" if days % 7 == 6 else "",
        )
        for days in range(DAYS, -1, -1)
    ]


def _holds(journal: Journal, wanted: list[PainEntry]) -> None:
    found = [entry.record for entry in journal.latest(PainEntry, 2 * len(wanted))]
    if sorted(found, key=lambda one: one.at) != wanted:
        raise FaultError(tr("it read something else than was written"))


def _export(trial: Trial, versions: int) -> None:
    from recovery_coach.journal.brought import read_brought
    from recovery_coach.journal.exchange import export_bytes

    file = trial.folder / "journal.json"
    file.write_bytes(export_bytes(trial.app.journal))
    brought = read_brought(file)
    if not brought.whole or brought.refused or len(brought.versions) != versions:
        raise FaultError(tr("the export is not what was written"))


def _restore(trial: Trial, backup: Path) -> None:
    from recovery_coach.journal.restoring import restore

    app = trial.app
    app.close_journal()
    restore(app.paths.journal, backup, app.clock, app.backups)
