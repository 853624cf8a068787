"""The validated catalogue, kept as JSON, so that a usual start needs neither TOML nor pydantic.

Reading and validating 55 files costs about as long as opening a bare window. They seldom change,
so what was found is kept with a fingerprint of the files; any doubt (a changed file, a damaged
cache, another version of the program) means reading them again. The cache may be deleted freely.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from recovery_coach import __version__
from recovery_coach.base.files import write_atomically
from recovery_coach.base.problems import Problem
from recovery_coach.base.tuples import with_tuples
from recovery_coach.library.dose import Dose, Phase
from recovery_coach.library.loader import Library, files_in, load_library
from recovery_coach.library.models import Exercise, Routine, Step, Variant


def load_cached(shipped: Path, own: Path, cache: Path) -> Library:
    """As :func:`load_library`, from ``cache`` where nothing changed; writes it where it did."""
    fingerprint = fingerprint_of(shipped, own)
    library = _read(cache, fingerprint)
    if library is None:
        library = load_library(shipped, own)
        with suppress(OSError):  # a cache that cannot be written costs time, nothing else
            write_atomically(cache, _dump(library, fingerprint))
    return library


def fingerprint_of(shipped: Path, own: Path) -> str:
    """Which files there are, how large and how old, and which program reads them, in one line.

    No digest of it: importing hashlib takes longer than comparing a few thousand letters.
    """
    found: list[str | int] = [__version__]
    models = Path(__file__).parent
    for path in (*sorted(models.glob("*.py")), *_data_files(shipped), *_data_files(own)):
        with suppress(OSError):
            facts = path.stat()
            found += [str(path), facts.st_size, facts.st_mtime_ns]
    return json.dumps(found)  # only ASCII, though a name may be no UTF-8


def _data_files(base: Path) -> Iterator[Path]:
    yield from files_in(base / "exercises")
    yield from files_in(base / "routines")


def _dump(library: Library, fingerprint: str) -> bytes:
    content = json.dumps(
        {
            "exercises": [asdict(e) for e in library.exercises.values()],
            "routines": [asdict(r) for r in library.routines.values()],
            "problems": [{**asdict(p), "file": str(p.file)} for p in library.problems],
            "own": sorted(library.own),
        }
    )
    seal = zlib.crc32(content.encode())
    return f"{fingerprint}\n{seal}\n{content}".encode()


def _read(cache: Path, fingerprint: str) -> Library | None:
    try:
        text = cache.read_text(encoding="utf-8")
        found, seal, content = text.split("\n", 2)
        if found != fingerprint or str(zlib.crc32(content.encode())) != seal:
            return None
        data = json.loads(content)
        return Library(
            exercises={e["id"]: _exercise(e) for e in data["exercises"]},
            routines={r["id"]: revive_routine(r) for r in data["routines"]},
            problems=tuple(Problem(**{**p, "file": Path(p["file"])}) for p in data["problems"]),
            own=frozenset(data["own"]),
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def revive_routine(data: Mapping[str, Any]) -> Routine:
    """A routine from what ``asdict`` and JSON made of it; ValueError or TypeError else."""
    steps = tuple(Step(**_dose_fields(step)) for step in data["steps"])
    return Routine(**{**with_tuples(data), "steps": steps})


def _exercise(data: Mapping[str, Any]) -> Exercise:
    exercise = Exercise(**{**with_tuples(data), "dose": Dose(**_dose_fields(data["dose"]))})
    return replace(exercise, easier=_variant(data["easier"]), harder=_variant(data["harder"]))


def _variant(data: Mapping[str, Any] | None) -> Variant | None:
    return Variant(**with_tuples(data)) if data is not None else None


def _dose_fields(data: Mapping[str, Any]) -> dict[str, Any]:
    return {**with_tuples(data), "tempo": tuple(Phase(**phase) for phase in data["tempo"])}
