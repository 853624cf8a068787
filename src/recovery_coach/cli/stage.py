"""Showing a session: a live area on a terminal, or one line for each thing that happens.

Neither ever raises: a closed terminal must not cost the record. ``gone`` says that nobody reads.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console, Group
from rich.live import Live
from rich.text import Text

from recovery_coach.base.clock import Clock
from recovery_coach.base.i18n import clock_time, duration, tr
from recovery_coach.cli.picture import Picture, picture, place_of
from recovery_coach.cli.terminal import Terminal, clean
from recovery_coach.coach.practise import Practice
from recovery_coach.session.events import CueDue, Event, SegmentEntered, StateChanged
from recovery_coach.session.states import State
from recovery_coach.timeline.model import Cue

REDRAW = 0.1
"""Seconds between two frames at least."""
_STYLES = {
    "title": "dim", "place": "bold", "count": "bold reverse", "said": "", "cue": "italic",
    "coming": "", "trouble": "bold red", "keys": "dim",
}  # fmt: skip


class Stage(Protocol):
    """What the loop shows a session on."""

    gone: bool

    def follow(self, events: Sequence[Event]) -> None:
        """Something happened, and is on record."""

    def draw(self) -> None:
        """Show this instant, unless it was shown just now."""

    def clear(self) -> None:
        """Make room for questions; the next ``draw`` shows the session again."""


class LineStage:
    """One line for each segment and cue, with no control characters."""

    def __init__(self, practice: Practice, terminal: Terminal) -> None:
        self.gone = False
        self._practice = practice
        self._file = terminal.out.file

    def follow(self, events: Sequence[Event]) -> None:
        """See :class:`Stage`."""
        for event in events:
            line = self._line(event)
            if line and not self.gone:
                try:
                    self._file.write(clean(line) + "\n")
                    self._file.flush()
                except (OSError, ValueError):
                    self.gone = True

    def draw(self) -> None:
        """Nothing: lines stay."""

    def clear(self) -> None:
        """Nothing: lines stay."""

    def _line(self, event: Event) -> str:
        if isinstance(event, SegmentEntered):
            segment = event.segment
            words = f"{clock_time(segment.start)}  {place_of(self._practice.player, segment)}"
            return f"{words} ({duration(segment.seconds)})" if segment.seconds else words
        if isinstance(event, CueDue) and not _is_doubled(event.cue):
            return f"{clock_time(event.cue.at)}    {event.cue.text}"
        if isinstance(event, StateChanged) and event.new is State.PAUSED:
            return tr("Paused")
        return ""


def _is_doubled(cue: Cue) -> bool:
    """A tick or a chime beside the words that say the same."""
    return cue.kind == "tone" and cue.name in ("count", "halfway")


class LiveStage:
    """A few lines that are redrawn in place, ten times a second at most."""

    def __init__(self, practice: Practice, console: Console, clock: Clock) -> None:
        self.gone = False
        self._practice = practice
        self._console = console
        self._clock = clock
        self._live: Live | None = None
        self._said = ""
        self._shown: Picture | None = None
        self._shown_at = float("-inf")

    def follow(self, events: Sequence[Event]) -> None:
        """See :class:`Stage`."""
        for event in events:
            if isinstance(event, SegmentEntered):
                self._said = ""
            elif isinstance(event, CueDue) and event.cue.kind != "tone":
                self._said = event.cue.text

    def draw(self) -> None:
        """See :class:`Stage`."""
        now = self._clock.monotonic()
        if self.gone or now - self._shown_at < REDRAW:
            return
        frame = picture(self._practice, self._said)
        if frame == self._shown:
            return
        with self._noticing():
            if self._live is None:
                self._live = self._make()
                self._live.start()
            self._live.update(_lines(frame), refresh=True)
        self._shown, self._shown_at = frame, now

    def clear(self) -> None:
        """See :class:`Stage`."""
        live, self._live, self._shown = self._live, None, None
        self._shown_at = float("-inf")
        if live is not None:
            with self._noticing():
                live.stop()

    def _make(self) -> Live:
        return Live(
            console=self._console,
            auto_refresh=False,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )

    @contextmanager
    def _noticing(self) -> Iterator[None]:
        try:
            yield
        except (OSError, ValueError):
            self.gone = True


def _lines(frame: Picture) -> Group:
    lines = [
        Text(clean(getattr(frame, name)), style=style, overflow="ellipsis", no_wrap=name != "cue")
        for name, style in _STYLES.items()
        if name != "trouble" or frame.trouble
    ]
    return Group(*lines)
