"""What is remembered of a shared folder between two looks at it: a small file in the cache.

It only saves time, and tells a person how it went last: it may be lost or spoilt at any time.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from recovery_coach.base.files import write_atomically

FORM = 1
"""Of the notes; those of another form are not read."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A file that was taken in: how it looked, and what it held.

    ``versions`` says how many, ``mark`` stands for which: see :class:`~.counting.Counts`.
    """

    size: int
    mtime_ns: int
    sha256: str
    device: str
    made_at: str
    versions: int
    mark: str

    @property
    def made(self) -> datetime | None:
        """When its machine wrote it."""
        return read_moment(self.made_at)


@dataclass(slots=True)
class Notes:
    """About one folder and one journal; ``at`` is when they were last compared.

    ``versions``: how many the journal held then. It only grows, so with fewer it is another one.
    """

    folder: str = ""
    device: str = ""
    versions: int = 0
    at: str = ""
    trouble: str = ""
    seen: dict[str, Seen] = field(default_factory=dict)
    waiting: dict[str, str] = field(default_factory=dict)

    def holds_for(self, folder: Path, device: str, versions: int) -> bool:
        """Whether they are about this folder and this journal."""
        same = (self.folder, self.device) == (str(folder), device)
        return same and versions >= self.versions


def load(path: Path) -> Notes:
    """What was remembered; nothing where that cannot be read."""
    try:
        data = json.loads(path.read_bytes())
        return _read(data) if data.pop("form") == FORM else Notes()
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Notes()


def _read(data: dict[str, Any]) -> Notes:
    seen = {_text(name): _seen(one) for name, one in data.pop("seen").items()}
    waiting = {_text(name): _text(why) for name, why in data.pop("waiting").items()}
    versions = _whole(data.pop("versions"))
    texts = {name: _text(value) for name, value in data.items()}
    return Notes(seen=seen, waiting=waiting, versions=versions, **texts)


def _seen(data: Mapping[str, Any]) -> Seen:
    return Seen(
        size=_whole(data["size"]),
        mtime_ns=_whole(data["mtime_ns"]),
        sha256=_text(data["sha256"]),
        device=_text(data["device"]),
        made_at=_text(data["made_at"]),
        versions=_whole(data["versions"]),
        mark=_text(data["mark"]),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _whole(value: object) -> int:
    if type(value) is not int:
        raise TypeError(value)
    return value


def save(path: Path, notes: Notes) -> None:
    """Remember it, if that can be done."""
    with contextlib.suppress(OSError):
        write_atomically(path, json.dumps({"form": FORM, **asdict(notes)}).encode())


def read_moment(text: str) -> datetime | None:
    """A moment in ISO form with its offset; None where it is none."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.utcoffset() is not None else None
