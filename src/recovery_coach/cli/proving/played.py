"""Three seconds of a routine, played where nobody hears them.

It is the real session: the clock, the player, the performer, the voice and the mixer. Only the
loudspeaker is SDL's dummy, which takes the time that a real one takes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from recovery_coach.base.i18n import language, tr
from recovery_coach.cli.keys import Keys
from recovery_coach.cli.proving.check import FaultError, Finding
from recovery_coach.cli.proving.trial import Trial
from recovery_coach.coach.practise import Practice
from recovery_coach.session.events import CueDue, Event
from recovery_coach.sound.performer import Loudspeaker, Performer
from recovery_coach.sound.studio import Recording, Studio
from recovery_coach.sound.system_voice import usual_voice
from recovery_coach.timeline.model import Options

SECONDS = 3.0
ROUTINE = "express_3"
GET_READY = 2.0
"""So short that the first move begins within the time."""


def check_playing(trial: Trial) -> Finding:
    """The first three seconds of a routine, in three seconds."""
    from recovery_coach.desktop.loudspeaker import Loudspeaker as Mixer

    app = trial.app
    options = replace(Options(), get_ready=GET_READY)
    routine = app.library.routines.get(ROUTINE)
    if routine is None:
        raise FaultError(tr("there is no routine {name}").format(name=ROUTINE))
    practice = Practice(routine, app.library.exercises, app.clock, None, options)
    heard = _Heard(Mixer())
    try:
        if not heard.works:
            raise FaultError(tr("the mixer does not open"))
        performer = Performer(heard, app.mix)
        performer.learn(_record(trial, practice))
        given = _play(practice, performer)
    finally:
        heard.close()
    if not given or not heard.played:
        raise FaultError(tr("no cue was given"))
    text = tr("{cues} cues, at most {late} ms late; {played} sounds played")
    late = round(1000 * max(cue.late for cue in given))
    return Finding(text.format(cues=len(given), late=late, played=heard.played))


def _record(trial: Trial, practice: Practice) -> Recording:
    """The cues of the first seconds; what they are fitted to is how long they really are."""
    segments = practice.player.timeline.segments
    texts = [cue.text for segment in segments for cue in segment.cues if cue.at < 2 * SECONDS]
    spoken = list(dict.fromkeys(filter(None, texts)))
    made = Studio(trial.app.paths.sounds).record(spoken, lambda: usual_voice(language()))
    practice.player.fit(made.lengths)
    return made


def _play(practice: Practice, performer: Performer) -> list[CueDue]:
    """Wait for what is due, as ``play`` does, until the time is over. Raises Interrupted."""
    given: list[CueDue] = []

    def note(events: Sequence[Event]) -> None:
        given.extend(event for event in events if isinstance(event, CueDue))

    practice.perform(performer.perform)
    practice.perform(note)
    keys, clock = Keys(None), practice.clock
    with keys.open():
        end = clock.monotonic() + SECONDS
        practice.start()
        while (left := end - clock.monotonic()) > 0:
            player = practice.player
            due = player.next_due()
            passed = clock.monotonic() - player.looked_at
            keys.wait(left if due is None else min(left, max(0.0, due - passed)))
            practice.tick()
    practice.stop()
    return given


@dataclass
class _Heard:
    """A loudspeaker that counts what it plays."""

    real: Loudspeaker
    played: int = 0
    _loaded: set[Path] = field(default_factory=set)

    @property
    def works(self) -> bool:
        return self.real.works

    def load(self, files: Iterable[Path]) -> None:
        self._loaded = set(files)
        self.real.load(self._loaded)

    def play(
        self, file: Path, volume: float, speech: bool = False, after: Path | None = None
    ) -> None:
        self.played += file in self._loaded
        self.real.play(file, volume, speech, after)

    def hush(self) -> None:
        self.real.hush()

    def close(self) -> None:
        self.real.close()
