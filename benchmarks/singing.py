"""The real window playing a routine aloud: `python -m benchmarks.singing HOME ROUTINE [SECONDS]`.

Prints, as JSON lines, what is to be heard: when the session began on the monotonic clock, and every
sound that it plans with its file. Ends with the session, or after SECONDS of it.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from recovery_coach.app import App
from recovery_coach.gui import Desktop, make_application, make_window
from recovery_coach.session.events import CueDue, Event
from recovery_coach.session.states import State
from recovery_coach.settings.model import WELCOME
from recovery_coach.timeline.fitting import TONE_SECONDS
from recovery_coach.ui.stage import StagePage
from recovery_coach.ui.window import MainWindow


def say(**facts: object) -> None:
    """One line of what is to be heard."""
    print(json.dumps(facts), flush=True)


def main(home: str, routine: str, seconds: str = "inf", shown: str = "shown") -> int:
    """Play it; ``unseen`` paints nothing."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = make_application()
    app = App(Path(home))
    app.change_settings(welcome_seen=WELCOME)
    window = make_window(application, app)
    window.around = Desktop(window)
    window.setVisible(shown == "shown")
    QTimer.singleShot(200, window, lambda: _begin(window, routine, float(seconds)))
    code = application.exec()
    app.close()
    return code


def _begin(window: MainWindow, routine: str, seconds: float) -> None:
    window.sessions.start_by_id(routine)
    stage = window.stage
    assert stage is not None
    stage.practice.perform(lambda events: _on_events(stage, events))
    stage.practice.follow(lambda _: _stop_after(window, stage, seconds))


def _on_events(stage: StagePage, events: Sequence[Event]) -> None:
    player = stage.practice.player
    performer = stage.sound.performer if stage.sound is not None else None
    for event in events:
        if isinstance(event, CueDue) and performer is not None:
            recording, cue = performer.recording, event.cue
            files = recording.tones if cue.kind == "tone" else recording.phrases
            file = files.get(cue.name if cue.kind == "tone" else cue.text)
            began = player.looked_at - player.position
            closing = cue.name == "finished" and cue.kind == "say"  # after its tone
            say(
                due=began + cue.at + (TONE_SECONDS["finished"] if closing else 0.0),
                at=cue.at,
                kind=cue.kind,
                name=cue.name,
                text=cue.text,
                file=None if file is None else str(file),
                given_late=event.late,
            )


def _stop_after(window: MainWindow, stage: StagePage, seconds: float) -> None:
    player = stage.practice.player

    def leave() -> None:
        window.close()
        QApplication.quit()  # a window that was never shown is not the last one closed

    if player.state is State.FINISHED:
        QTimer.singleShot(4000, window, leave)  # let the last words be heard
    elif player.position >= seconds and not player.ended:
        stage.practice.stop()
        QTimer.singleShot(1000, window, leave)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
