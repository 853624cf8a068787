"""The last line of defence: whatever goes wrong becomes an exit code and a few plain words.

Trouble with the journal or a file is told to the person; an error that nobody foresaw goes to a
log file, without anything the person wrote. Imports nothing that the window would have to wait for.
"""

from __future__ import annotations

import codecs
import contextlib
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from recovery_coach import __version__
from recovery_coach.base.clock import SystemClock
from recovery_coach.base.files import make_private_folder, open_private
from recovery_coach.base.i18n import tr
from recovery_coach.base.paths import find_paths

FAILED = 1
WRONG_USE = 2
UNFORESEEN = 70
"""``EX_SOFTWARE`` of sysexits.h."""
INTERRUPTED = 130
"""128 + SIGINT, as shells say it."""

_PLAIN = {
    "‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "−": "-", "×": "x",
    "→": "->", "←": "<-", "·": "-", "•": "*", "\u00a0": " ", "─": "-", "━": "-", "│": "|", "█": "#",
}  # fmt: skip
_PLAIN_WAY = "recovery_coach_plain"

_THE_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS)
"""What a full or failing disk says when output is written to it."""

# The messages of these are about code; those of others can quote what a person wrote.
_SAYS_NOTHING_PRIVATE = (AttributeError, ImportError, IndexError, NameError, TypeError)


def guarded(action: Callable[[], int], basedir: Path | None) -> int:
    """The exit code of ``action``, whatever it does."""
    _accept_any_text()
    try:
        code = action()
        if sys.stdout is not None:  # a Windows program without a console has none
            sys.stdout.flush()
        return code
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else FAILED if stop.code else 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return FAILED  # nobody reads us any more (``| head``): that is not worth words
    except Exception as error:  # noqa: BLE001 - nothing that happens may end in a traceback
        return _tell(error, basedir)
    finally:
        _let_go()


def _accept_any_text() -> None:
    """Let no letter crash the output, where it is not in UTF-8."""
    codecs.register_error(_PLAIN_WAY, _in_plain_letters)
    ways = {sys.stdin: "replace", sys.stdout: _PLAIN_WAY, sys.stderr: _PLAIN_WAY}
    for stream, errors in ways.items():
        with contextlib.suppress(AttributeError, ValueError, OSError):
            stream.reconfigure(errors=errors)  # type: ignore[union-attr]


def _in_plain_letters(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    found = error.object[error.start : error.end]
    return "".join(_PLAIN.get(letter, "?") for letter in found), error.end


def _let_go() -> None:
    """Python flushes at its end; where that fails, it complains, and takes its own exit code."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:  # a reader or a terminal that went away, a full disk
            _take_away(stream)
        except ValueError:
            continue  # closed: there is nothing to flush


def _take_away(stream: TextIO) -> None:
    """Give a stream that nobody reads something that takes it all."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _tell(error: Exception, basedir: Path | None) -> int:
    from recovery_coach.journal import JournalTrouble
    from recovery_coach.journal.version_rows import BroughtError

    if isinstance(error, BroughtError):
        _say(str(error))
        return FAILED
    if isinstance(error, JournalTrouble):
        _say(tr("{title}.").format(title=error.title), error.safe, error.advice)
        return FAILED
    if isinstance(error, OSError) and (error.filename is not None or error.errno in _THE_DISK):
        why = error.strerror or str(error)
        file = error.filename
        _say(why if file is None else tr("{file}: {why}").format(file=file, why=why))
        return FAILED
    return _log(error, basedir)


def _say(*lines: str) -> None:
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.write("\n".join(lines) + "\n")
        sys.stderr.flush()


def _log(error: Exception, basedir: Path | None) -> int:
    """Append what happened to the error log, and say where that is."""
    path = find_paths(basedir).error_log
    try:
        make_private_folder(path.parent)
        with open(path, "a", encoding="utf-8", opener=open_private) as file:
            file.write(describe(error))
    except OSError as trouble:
        _say(
            tr("Something went wrong that should not have: {kind}.").format(
                kind=type(error).__name__
            ),
            tr("It could not be written to {file}: {why}").format(
                file=path, why=trouble.strerror or trouble
            ),
        )
        return UNFORESEEN
    wanted = tr("Something went wrong that should not have. What is known of it is in {file}")
    _say(wanted.format(file=path))
    return UNFORESEEN


def describe(error: BaseException) -> str:
    """When, which version, and where in the code; no texts of the person and no folder names."""
    import platform
    import traceback

    now = SystemClock().now().isoformat(timespec="seconds")
    machine = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    lines = [f"{now} recovery-coach {__version__}, {machine}"]
    for frame in traceback.extract_tb(error.__traceback__):
        place = "/".join(Path(frame.filename).parts[-3:])
        lines.append(f"  {place}:{frame.lineno} in {frame.name}: {frame.line or ''}")
    says = f": {error}" if isinstance(error, _SAYS_NOTHING_PRIVATE) else ""
    lines.append(f"  {type(error).__name__}{says}")
    return "\n".join(lines) + "\n\n"
