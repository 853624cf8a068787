"""``--events FILE``: what happened and when, one JSON object a line, for tests and for tools.

A segment and a cue are written the moment they happen, before the journal's write, so that the
file tells how late they were; that a set is over (``left``) only once it is in the journal. The
shapes are documented in docs/cli.md.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from recovery_coach.base.clock import Clock
from recovery_coach.base.files import open_private
from recovery_coach.session.events import (
    CueDue,
    Event,
    SegmentEntered,
    SegmentLeft,
    StateChanged,
)
from recovery_coach.timeline.model import Segment


class EventsFile:
    """Writes to ``path``, made anew; a disk that is full ends the writing, never the session.

    Raises OSError where the file cannot be made.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        handle = open_private(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        self._file = os.fdopen(handle, "w", encoding="utf-8")
        self._clock = clock
        self._zero = clock.monotonic()
        self._segment: Segment | None = None
        self._waiting: list[Event] = []
        self.trouble: OSError | None = None

    def close(self) -> None:
        """Close the file. Never fails: every line was flushed, or is given up."""
        with contextlib.suppress(OSError):
            self._file.close()

    def begin(self) -> None:
        """Count ``measured`` from now on."""
        self._zero = self._clock.monotonic()

    def perform(self, events: Sequence[Event]) -> None:
        """Segments and cues, as they happen."""
        for event in events:
            if isinstance(event, SegmentEntered):
                self._segment = event.segment
                self._write("segment", event.segment.start, event.segment.kind, text="")
            elif isinstance(event, CueDue):
                cue = event.cue
                self._write("cue", cue.at, cue.kind, text=cue.text, name=cue.name)

    def recorded(self, events: Sequence[Event], on_disk: bool) -> None:
        """What the journal has by now: segments that are over, and states.

        What could not be written yet waits with it; what never gets to the disk is never told.
        """
        self._waiting.extend(events)
        if not on_disk:
            return
        waiting, self._waiting = self._waiting, []
        for event in waiting:
            if isinstance(event, SegmentLeft):
                segment = event.segment
                self._write(
                    "left", segment.end, segment.kind, _place(segment), outcome=event.outcome
                )
            elif isinstance(event, StateChanged):
                self._write("state", None, event.new.value)

    def _write(
        self,
        event: str,
        at: float | None,
        kind: str,
        place: Mapping[str, Any] | None = None,
        **more: Any,
    ) -> None:
        if self.trouble is not None:
            return
        line = {
            "event": event,
            "at": None if at is None else round(at, 6),
            "measured": round(self._clock.monotonic() - self._zero, 6),
            "kind": kind,
            **(place or _place(self._segment)),
            **more,
        }
        try:
            self._file.write(json.dumps(line) + "\n")
            self._file.flush()
        except OSError as error:
            self.trouble = error


def _place(segment: Segment | None) -> dict[str, Any]:
    if segment is None:
        return {}
    return {
        "segment": segment.index,
        "exercise": segment.exercise,
        "side": segment.side,
        "set": segment.set,
    }
