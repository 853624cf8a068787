"""One practised session: the player and its record, joined.

Every event of the player goes three ways, in this order: cues are performed at once (they must be
in time), what was done is written to the journal, and only then is it shown. So whatever was shown
as done is on disk, even if the machine dies in that moment. What one tick or command brought is one
write: between a set and the place after it there is no moment to die in.

A journal that cannot be written never stops a session: what could not be written is kept and
tried again with the next event, and ``trouble`` says so.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from recovery_coach.base.clock import Clock
from recovery_coach.base.i18n import tr
from recovery_coach.base.ids import new_id
from recovery_coach.base.lock import ProcessLock
from recovery_coach.coach.hurts import Verdict, Word, easier_of, judge
from recovery_coach.journal import (
    Checkpoint,
    HurtRecord,
    Journal,
    JournalTrouble,
    PainEntry,
    PainSource,
    Record,
    SessionRecord,
    SetRecord,
    Write,
)
from recovery_coach.library.models import Exercise, Routine
from recovery_coach.library.words import side_words
from recovery_coach.session.events import (
    CueDue,
    Event,
    RepDone,
    SegmentEntered,
    SegmentLeft,
    StateChanged,
)
from recovery_coach.session.player import Player
from recovery_coach.session.states import State
from recovery_coach.timeline.compiler import compile as compile_timeline
from recovery_coach.timeline.easing import eased
from recovery_coach.timeline.model import Options, Segment, Timeline

ASK_AGAIN_AFTER = timedelta(hours=1)
"""A number younger than this counts as the number before the session."""


def session_lock(journal: Journal, session_id: str) -> ProcessLock:
    """What a process holds as long as it practises that session."""
    return ProcessLock(journal.path.parent / "sessions" / f"{session_id}.lock")


def is_practised(journal: Path) -> bool:
    """Whether another process practises a session of the journal at that place right now."""
    locks = sorted((journal.parent / "sessions").glob("*.lock"))
    return any(ProcessLock(path).held_elsewhere() for path in locks)


Listener = Callable[[Sequence[Event]], None]
HurtAction = Literal["easier", "go_on", "skip", "gentle", "stop"]
Easing = tuple[int, str]
"""What was made easier: the key of the segment that was under way, and the exercise after it."""


def timeline_of(
    routine: Routine,
    exercises: Mapping[str, Exercise],
    options: Options | None = None,
    easings: Sequence[Easing] = (),
) -> Timeline:
    """The session as it was planned, and then made easier.

    KeyError for an exercise that is gone, ValueError for an easing that does not fit.
    """
    timeline = compile_timeline(routine, exercises, options)
    for key, exercise in easings:
        timeline = eased(timeline, timeline.index_of(key), exercises[exercise])
    return timeline


class Practice:
    """A session of one routine, from get-ready to the finish page.

    ``journal`` None records nothing.
    """

    def __init__(
        self,
        routine: Routine,
        exercises: Mapping[str, Exercise],
        clock: Clock,
        journal: Journal | None,
        options: Options | None = None,
        speed: float = 1.0,
        easings: Sequence[Easing] = (),
    ) -> None:
        self.routine = routine
        self.clock = clock
        timeline = timeline_of(routine, exercises, options, easings)
        self.player = Player(timeline, clock, speed)
        self.trouble: JournalTrouble | None = None
        self.session_id = new_id()
        self._exercises = exercises
        self._easings = list(easings)
        self._journal = journal
        self._pending: list[Write] = []
        self._checkpoint: Checkpoint | None = None
        self._record: SessionRecord | None = None
        self._done: dict[int, str] = {}
        self._active = 0.0
        self._cue_listeners: list[Listener] = []
        self._listeners: list[Listener] = []
        self._hurt: tuple[str, HurtRecord] | None = None
        self._hurts: dict[str, HurtRecord] = {}
        self._lock: ProcessLock | None = None
        self.pain_before = self._recent_number()

    # -- listening -------------------------------------------------------------------------

    def perform(self, listener: Listener) -> None:
        """Give ``listener`` the cues and segments the moment they are due, before the record."""
        self._cue_listeners.append(listener)

    def follow(self, listener: Listener) -> None:
        """Give ``listener`` all events, once they are on record."""
        self._listeners.append(listener)

    # -- commands --------------------------------------------------------------------------

    def start(self, at_segment: int = 0) -> None:
        """Begin; or, for a session taken up again, go on from ``at_segment``."""
        if self._journal is not None:
            self._lock = session_lock(self._journal, self.session_id)
            with suppress(OSError):  # then a second window may offer to take it up, nothing worse
                self._lock.acquire()
        if self._record is None:
            self._record = self._first_record()
            # Written with the first place: a session without one could never be offered again.
            self._put(self._record, self.session_id)
        self.handle(self.player.start(at_segment))

    def tick(self) -> None:
        """Let the player look at its clock."""
        events = self.player.tick()
        if events:
            self.handle(events)

    def toggle_pause(self) -> None:
        """Space: pause, or get ready to go on. After an unseen gap it only shows the pause."""
        if self.player.state is State.PAUSED:
            self.handle(self.player.resume())
        else:
            self.handle(self.player.pause())

    def begin_again(self) -> None:
        """Get ready for what was under way, from its start; a wait simply goes on."""
        if self.player.segment.kind != "until_done":
            self.handle(self.player.restart())
        self.handle(self.player.resume())

    def leave_out(self) -> None:
        """Get ready for what comes after what was under way."""
        self.handle(self.player.skip())
        self.handle(self.player.resume())

    def stop(self, reason: str = "") -> None:
        """End here and keep what was done; ``reason`` goes into the record."""
        if self._record is not None:
            self._record = replace(self._record, stop_reason=reason)
        self.handle(self.player.stop("hurt" if self._hurt else "partial"))

    # -- pain ------------------------------------------------------------------------------

    @property
    def asks_before(self) -> bool:
        """Whether the number at the start is still wanted."""
        return self.pain_before is None

    def give_before(self, nrs: int) -> None:
        """The number at the start, 0-10; stored as an entry of its own as well."""
        self._put_number(nrs, "before", self.clock.now())
        self.pain_before = nrs
        self._change(pain_before=nrs)
        self._flush()

    def _put_number(self, nrs: int, source: PainSource, at: datetime) -> None:
        self._put(PainEntry(nrs=nrs, at=at, source=source, session=self.session_id))

    def hurt(self) -> None:
        """It hurts: stand still at once, and put down where that was.

        Between two exercises, it is the one just done that hurts, not the one to come.
        """
        self.handle(self.player.pause())
        segment = self._felt_in()
        rep = segment.rep_at(self.player.position)
        shape = segment.shape_at(self.player.position)
        record = HurtRecord(
            session=self.session_id,
            segment=segment.key,
            exercise=segment.exercise,
            side=rep.side if rep and rep.side else segment.side,
            set=segment.set,
            rep=rep.number if rep else None,
            phase=shape.name if shape else None,
            action="",
            at=self.clock.now(),
        )
        self._hurt = (new_id(), record)
        self._save_hurt(record)

    def _felt_in(self) -> Segment:
        """The segment under way or, where it only prepares, the last one that was performed."""
        segments = self.player.timeline.segments[: self.player.segment.index + 1]
        done = [segment for segment in segments if segment.performed]
        return done[-1] if done else self.player.segment

    @property
    def hurts(self) -> tuple[HurtRecord, ...]:
        """Everything that hurt in this session, in the order it was said."""
        return tuple(self._hurts.values())

    @property
    def names(self) -> dict[str, str]:
        """What each exercise of this session is called, by its id."""
        steps = self.player.timeline.steps
        return {way.exercise.id: way.exercise.name for step in steps for way in step.ways()}

    @property
    def easier(self) -> Exercise | None:
        """The easier exercise for what is left of the one that hurts; None where there is none."""
        step = self.player.timeline.steps[self.player.segment.step]
        if self._hurt is None or self._step_that_hurts != self.player.segment.step:
            return None
        return easier_of(step, self._exercises)

    @property
    def _step_that_hurts(self) -> int | None:
        if self._hurt is None:
            return None
        timeline = self.player.timeline
        return timeline.segments[timeline.index_of(self._hurt[1].segment)].step

    def answer_hurt(
        self, score: int | None, word: Word | None, regions: Sequence[str] = ()
    ) -> Verdict:
        """What is known of it so far goes on record at once; what may follow is the answer.

        ``regions`` are ids of ``library.regions``.
        """
        if self._hurt is not None:
            words = (word,) if word else ()
            known = replace(self._hurt[1], score=score, words=words, regions=tuple(regions))
            self._save_hurt(known)
        return judge(score, word, self.pain_before)

    def leave_hurt(self, action: HurtAction) -> None:
        """What was decided: the easier exercise, go on, skip this one, or end here.

        Gentle moves end the session too. Without an easier exercise that choice means to go on.
        """
        if self._hurt is None:
            return
        self._save_hurt(replace(self._hurt[1], action=action))
        if action in ("gentle", "stop"):
            self.stop("hurt")
            return
        if action == "easier" and self.easier is not None:
            self._ease(self.easier)
        elif action == "skip" and self._step_that_hurts == self.player.segment.step:
            self.handle(self.player.skip_exercise())
        self._hurt = None
        self.handle(self.player.resume())

    def _ease(self, exercise: Exercise) -> None:
        key = self.player.segment.key
        events = self.player.ease(exercise)
        self._easings.append((key, exercise.id))  # on disk with the set that was broken off
        self.handle(events)

    # -- the end ---------------------------------------------------------------------------

    @property
    def sets_done(self) -> int:
        """Sets of one side that were done to the end."""
        return sum(outcome == "done" for outcome in self._done.values())

    @property
    def sets_planned(self) -> int:
        """Sets of one side that the routine has; one that was broken off and begun anew is one."""
        begun_anew = {key for key, _ in self._easings if self._done.get(key) != "done"}
        segments = self.player.timeline.segments
        return sum(one.performed and one.key not in begun_anew for one in segments)

    @property
    def active_seconds(self) -> float:
        """Seconds of work, holds and waits so far."""
        return self._active

    def save_finish(
        self, after: int | None, effort: int | None, note: str, before: int | None = None
    ) -> tuple[str, ...]:
        """What the finish page knows; nothing is filled in that was not given.

        A number ``before`` that is given only now still belongs to the session's beginning. The
        answer is the versions that were written: what to undo to take it back.
        """
        if before is not None:
            self.pain_before = before
            began = self._record.started_at if self._record else self.clock.now()
            self._put_number(before, "before", began)
        if after is not None:
            self._put_number(after, "after", self.clock.now())
        self._change(pain_before=self.pain_before, pain_after=after, effort=effort, note=note)
        return self._flush()

    # -- the record ------------------------------------------------------------------------

    def handle(self, events: Sequence[Event]) -> None:
        """Perform, record and show events; see the module."""
        if not events:
            return
        for listener in self._cue_listeners:
            listener(events)
        moved = [self._note(event) for event in events]
        self._flush(checkpoint=any(moved))
        for listener in self._listeners:
            listener(events)

    def _note(self, event: Event) -> bool:
        """Put what is to be recorded of an event; whether the place is to be written as well."""
        match event:
            case SegmentLeft(segment=segment) if segment.performed:
                self._active += event.played
                self._put_set(event)
            case SegmentEntered() | RepDone() | StateChanged(new=State.PAUSED):
                return True
            case CueDue():
                return event.cue.name == "halfway"
            case StateChanged(new=State.FINISHED):
                self._close("finished")
            case StateChanged(new=State.STOPPED):
                self._close("stopped")
            case _:
                pass
        return False

    def _put_set(self, event: SegmentLeft) -> None:
        segment = event.segment
        if self._done.get(segment.key) == "done" and event.outcome != "done":
            return  # done once stays done, though somebody went back to it
        if event.outcome == "skipped" and self._hurt:
            event = replace(event, outcome="hurt")
        self._done[segment.key] = event.outcome
        name = self.player.timeline.step_of(segment).exercise.name
        record = set_record(self.session_id, event, name, self.clock.now())
        self._put(record, f"{self.session_id}:{segment.key}")

    def _first_record(self) -> SessionRecord:
        timeline = self.player.timeline
        return SessionRecord(
            routine=self.routine.id,
            routine_name=self.routine.name,
            started_at=self.clock.now(),
            state="running",
            planned_seconds=timeline.total,
            steps_total=len(timeline.steps),
            segments_total=len(timeline.segments),
            pain_before=self.pain_before,
            options=json.dumps(asdict(timeline.options)),
            routine_text=json.dumps(asdict(self.routine)),
        )

    def _close(self, state: str) -> None:
        self._checkpoint = Checkpoint(self.session_id, None)
        self._change(state=state, ended_at=self.clock.now(), active_seconds=round(self._active, 3))

    def _change(self, **changes: object) -> None:
        if self._record is not None:
            # The routine's text stands in the first version; repeating it would fill the journal.
            self._record = replace(self._record, routine_text="", **changes)  # type: ignore[arg-type]
            self._put(self._record, self.session_id)

    def _save_hurt(self, record: HurtRecord) -> None:
        if self._hurt is not None:
            self._hurt = (self._hurt[0], record)
            self._hurts[self._hurt[0]] = record
            self._put(record, self._hurt[0])
            self._flush()

    def _put(self, record: Record, record_id: str | None = None) -> None:
        """Have ``record`` written with the next :meth:`_flush`."""
        if self._journal is not None:
            self._pending.append(Write(record=record, record_id=record_id))

    def _flush(self, checkpoint: bool = False) -> tuple[str, ...]:
        """Write what is waiting, all of it or nothing, and the place if ``checkpoint``.

        The answer is the versions that were written.
        """
        point = self._checkpoint
        if checkpoint and point is None:
            point = Checkpoint(self.session_id, self._where())
        if self._journal is None or not (self._pending or checkpoint):
            return ()
        try:
            written = self._journal.write(self._pending, checkpoint=point)
        except JournalTrouble as trouble:
            self.trouble = trouble
            return ()
        self._pending.clear()
        self.trouble = None
        if self._checkpoint is not None and self._lock is not None:  # closed, and on disk
            self._lock.release()
        return tuple(entry.version_id for entry in written)

    def _where(self) -> dict[str, object]:
        """Where the session stands, for the start after a crash."""
        player = self.player
        return {
            "segment": player.segment.index,
            "position": player.position,
            "reps": player.reps_done,
            "played": player.played,
            "active": self._active,
            "done": {str(key): outcome for key, outcome in self._done.items()},
            "eased": [list(easing) for easing in self._easings],
        }

    def _recent_number(self) -> int | None:
        """A number given less than an hour ago is not asked for again."""
        if self._journal is None:
            return None
        try:
            entry = self._journal.latest_pain()
        except JournalTrouble:
            return None
        if entry is None:
            return None
        age = self.clock.now() - entry.record.at
        return entry.record.nrs if timedelta(0) <= age < ASK_AGAIN_AFTER else None

    # -- taking up again -------------------------------------------------------------------

    def take_up(
        self, session_id: str, record: SessionRecord, done: Mapping[int, str], active: float
    ) -> None:
        """Become a session that was interrupted; :meth:`start` at a segment then goes on."""
        self.session_id = session_id
        self.pain_before = record.pain_before
        self._record = record
        self._done = dict(done)
        self._active = active
        if self._journal is not None:
            with suppress(JournalTrouble):  # it is on record all the same, only not shown
                found = self._journal.hurts_of(session_id)
                self._hurts = {entry.record_id: entry.record for entry in found}


def set_record(session: str, left: SegmentLeft, exercise_name: str, at: datetime) -> SetRecord:
    """A set as the journal keeps it, from how its segment was left."""
    segment = left.segment
    return SetRecord(
        session=session,
        segment=segment.key,
        step=segment.step,
        exercise=segment.exercise,
        exercise_name=exercise_name,
        side=segment.side,
        set=segment.set,
        sets=segment.sets,
        seg_kind=segment.kind,
        outcome=left.outcome,
        reps_done=left.reps if segment.reps else None,
        reps_planned=len(segment.reps) if segment.reps else None,
        seconds=round(left.played, 3),
        planned_seconds=segment.seconds - left.extended,
        extended_seconds=left.extended,
        at=at,
    )


def place_in_words(segment: Segment, exercise_name: str) -> str:
    """Where somebody was: ``Side plank, right side, set 2 of 3``."""
    parts = [exercise_name]
    if segment.side:
        parts.append(side_words(segment.side))
    if segment.sets > 1:
        parts.append(tr("set {set} of {sets}").format(set=segment.set, sets=segment.sets))
    return ", ".join(parts)
