"""The states of a session and the one table of what may follow what.

```mermaid
stateDiagram-v2
    [*] --> ready
    ready --> running: start
    running --> running: skip, back, seek, extend
    running --> paused: pause
    running --> paused: interrupt (a gap: suspend, a frozen process)
    running --> waiting: wait (an until-done step is reached)
    running --> finished: finish
    paused --> paused: skip, back, seek, extend, ease
    paused --> resuming: resume
    paused --> waiting: wait (resumed on an until-done step)
    paused --> finished: finish (the last segment was skipped)
    resuming --> running: prepared (3 s later)
    resuming --> resuming: skip, back, seek, extend
    resuming --> paused: pause, interrupt
    resuming --> finished: finish (the last segment was skipped)
    waiting --> running: done, skip, back, seek
    waiting --> paused: pause
    waiting --> finished: finish
    ready --> stopped: stop
    running --> stopped: stop
    paused --> stopped: stop
    resuming --> stopped: stop
    waiting --> stopped: stop
    finished --> [*]
    stopped --> [*]
```
"""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """Where a session stands."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    RESUMING = "resuming"
    WAITING = "waiting"
    FINISHED = "finished"
    STOPPED = "stopped"


class Action(StrEnum):
    """What moves a session: the person's commands, and what time brings."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    SKIP = "skip"
    BACK = "back"
    SEEK = "seek"
    EXTEND = "extend"
    EASE = "ease"
    DONE = "done"
    STOP = "stop"
    WAIT = "wait"
    PREPARED = "prepared"
    INTERRUPT = "interrupt"
    FINISH = "finish"


_MOVES = (Action.SKIP, Action.BACK, Action.SEEK)

TRANSITIONS: dict[tuple[State, Action], State] = {
    (State.READY, Action.START): State.RUNNING,
    (State.RUNNING, Action.PAUSE): State.PAUSED,
    (State.RUNNING, Action.INTERRUPT): State.PAUSED,
    (State.RUNNING, Action.WAIT): State.WAITING,
    (State.RUNNING, Action.FINISH): State.FINISHED,
    (State.PAUSED, Action.RESUME): State.RESUMING,
    (State.PAUSED, Action.WAIT): State.WAITING,
    (State.PAUSED, Action.EASE): State.PAUSED,
    (State.RESUMING, Action.PREPARED): State.RUNNING,
    (State.RESUMING, Action.PAUSE): State.PAUSED,
    (State.RESUMING, Action.INTERRUPT): State.PAUSED,
    (State.WAITING, Action.DONE): State.RUNNING,
    (State.WAITING, Action.PAUSE): State.PAUSED,
    (State.WAITING, Action.FINISH): State.FINISHED,
    **{
        (state, action): state
        for state in (State.RUNNING, State.PAUSED, State.RESUMING)
        for action in (*_MOVES, Action.EXTEND)
    },
    **{(State.WAITING, action): State.RUNNING for action in _MOVES},
    **{
        (state, Action.STOP): State.STOPPED
        for state in (State.READY, State.RUNNING, State.PAUSED, State.RESUMING, State.WAITING)
    },
    # The last segment may be skipped, from a pause as well.
    (State.PAUSED, Action.FINISH): State.FINISHED,
    (State.RESUMING, Action.FINISH): State.FINISHED,
}

ENDED = frozenset({State.FINISHED, State.STOPPED})
