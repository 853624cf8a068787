"""Renders every page with sample data: `python3 dev.py pictures DIR`.

In every theme, at 1280x800 and 900x600, and 1280x800 once more at 200 %; the floor's also on a
larger screen, and the mini window as it is. The clock stands still,
so the same code gives the same pictures. ``--language`` after DIR draws another language: ``de``;
``xx`` longer than English and in brackets; ``xy`` the same from right to left.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from tests import places, years_places
from tests.places import play, pretend_done

SIZES = ((1280, 800), (900, 600))
SCREEN = (1920, 1080)
THEMES = ("dark", "light", "contrast")
ABOVE = 16
"""Pixels left above a part of a page that is to be looked at."""
QUICKLY = 80
"""For a PNG, the quality says how little time to spend on making it small."""
CATALOGUE: list[bytes] = []
"""The validated catalogue, kept so that it is read once and not once a picture."""
NOW = datetime(2026, 3, 4, 17, 30, tzinfo=timezone(timedelta(hours=1)))


def main(arguments: list[str]) -> int:
    language = "en"
    if len(arguments) == 3 and arguments[1] == "--language":
        language = arguments.pop()
        arguments.pop()
    if len(arguments) != 1:
        print("usage: python -m tests.pictures DIR [--language CODE]", file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    if os.environ.get("PICTURES_CHILD"):
        render_all(folder)
        return 0
    children = []
    for scale in ("1", "2"):
        environment = {
            **os.environ,
            "PICTURES_CHILD": "1",
            "LANGUAGE": language,
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": scale,
        }
        command = [sys.executable, "-m", "tests.pictures", str(folder)]
        children.append(subprocess.Popen(command, env=environment))
    codes = [child.wait() for child in children]
    if any(codes):
        return next(code for code in codes if code)
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    return 0


def render_all(folder: Path) -> None:
    from PySide6.QtCore import QEvent

    from recovery_coach.gui import make_application

    double = os.environ.get("QT_SCALE_FACTOR") == "2"
    suffix = "@2x" if double else ""
    application = make_application()
    font = application.font()
    font.setPixelSize(15)  # the size the design is drawn at
    application.setFont(font)
    for theme in THEMES:
        for name, window in pages(application, theme):
            for size in SIZES[:1] if double else sizes_of(name):
                window.resize(*size)
                window.show()
                for _ in range(3):
                    application.processEvents()
                while getattr(window.page, "busy", False):
                    application.processEvents()
                if getattr(window.page, "at_end", False):
                    bar = window.page.verticalScrollBar()
                    bar.setValue(bar.maximum())
                if (part := getattr(window.page, "look_at", None)) is not None:
                    window.page.verticalScrollBar().setValue(part.y() - ABOVE)
                path = folder / f"{name}-{theme}-{size[0]}x{size[1]}{suffix}.png"
                window.grab().save(str(path), quality=QUICKLY)
            window.stage = None  # a session under way would ask before it ends
            window.close()
            window.deleteLater()
            # Without an event loop nobody else deletes it, and every theme change pays for it.
            application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for name in places.MINI_MAKERS:
            with tempfile.TemporaryDirectory() as home:
                picture = mini_picture(application, theme, Path(home), name)
            picture.save(str(folder / f"{name}-{theme}{suffix}.png"), quality=QUICKLY)


def sizes_of(name: str) -> tuple[tuple[int, int], ...]:
    """How large a page is drawn; the floor's fills a screen, which may be a large one."""
    return (*SIZES, SCREEN) if name.startswith("floor") else SIZES


def mini_picture(application: Any, theme: str, home: Path, name: str) -> Any:
    """The mini window ``name`` of ``places.MINI_MAKERS``."""
    window, clock, app = make(application, theme, home, name)
    window.clock = clock
    mini = places.MINI_MAKERS[name](window)
    for _ in range(3):
        application.processEvents()
    picture = mini.grab()
    window.stage.faces.leave_mini()
    window.stage = None
    window.close()
    window.deleteLater()
    app.close()
    return picture


def pages(application: Any, theme: str) -> Iterator[tuple[str, Any]]:
    for name in DRAWN:
        with tempfile.TemporaryDirectory() as home:
            window, app = open_page(application, theme, Path(home), name)
            yield name, window
            app.close()


def open_page(application: Any, theme: str, home: Path, name: str) -> tuple[Any, Any]:
    """A window with the page ``name`` of ``DRAWN``, and its app."""
    window, clock, app = make(application, theme, home, name)
    window.clock = clock
    DRAWN[name](window)
    return window, app


def make(application: Any, theme: str, home: Path, name: str) -> tuple[Any, Any, Any]:
    from recovery_coach.app import App
    from recovery_coach.base.files import write_atomically
    from recovery_coach.gui import make_window
    from tests.fakes import ManualClock

    clock = ManualClock(NOW)
    app = App(home, clock)
    if CATALOGUE:
        write_atomically(app.paths.catalogue_cache, CATALOGUE[0])
    elif app.library:
        CATALOGUE.append(app.paths.catalogue_cache.read_bytes())
    seen = 0 if name == "welcome" else 1
    app.change_settings(theme=theme, welcome_seen=seen, reduced_motion=True)
    if name == "trouble":
        app.paths.journal.parent.mkdir(parents=True)
        app.paths.journal.write_bytes(b"this is not a journal" * 100)
    elif name not in (
        "welcome",
        "today-empty",
        "journal-empty",
        "trends-empty",
        *years_places.MAKERS,
    ):
        _sample(app, clock, unfinished=name == "resume")
        app.close()
    if name == "settings-broken":
        app.paths.settings.write_text('welcome_seen = 1\ntheme = "drak"\nswitch = -5\n')
        app = App(home, clock)
    if name == "problems":
        _bad_files(app)
        app.reload_library()
    return make_window(application, app), clock, app


def _sample(app: Any, clock: Any, unfinished: bool) -> None:
    """Two weeks of sessions and numbers."""
    from recovery_coach.journal import PainEntry, SessionRecord

    journal = app.journal
    used = ["pre_deadlift", "cool_down_seed", "core_stability", "pre_squat", "sore_day_gentle"]
    for days, routine in zip((1, 1, 3, 6, 9), used, strict=True):
        began = NOW - timedelta(days=days, hours=3)
        journal.append(
            SessionRecord(
                routine=routine,
                routine_name=app.library.routines[routine].name,
                started_at=began,
                ended_at=began + timedelta(minutes=9),
                state="stopped" if days == 6 else "finished",
                planned_seconds=480,
                active_seconds=430 + days * 20,
                steps_total=8,
                segments_total=30,
                pain_before=4,
                pain_after=3 if days != 6 else None,
                effort=5,
            )
        )
    journal.append(PainEntry(nrs=2, at=NOW - timedelta(hours=2), source="today"))
    if unfinished:
        from recovery_coach.coach.practise import Practice

        practice = Practice(
            app.library.routines["core_stability"], app.library.exercises, clock, journal
        )
        practice.start()
        for _ in range(15):
            practice.handle(practice.player.skip())


def _paused(window: Any) -> None:
    play(window, "pre_deadlift", 3, 8.0)
    window.clock.suspend(6)
    window.stage.practice.tick()
    window.stage.wake()


def _asked(window: Any) -> None:
    play(window, "pre_deadlift", 3, 8.0)
    window.ask_to_end(closing=False)


def _hurt(
    window: Any, word: str | None = None, score: int | None = None, *places: tuple[str, int]
) -> None:
    """In the dead bug; ``places`` are an area and which of its tiles, or none of them."""
    play(window, "core_stability", 33, 20.2)
    window.stage.stop_it_hurts()
    page = window.page
    if score is not None:
        page.strip.buttons[score].click()
    if word is not None:
        page.word_buttons[word].click()
    for number, (area, tile) in enumerate(places):
        if number:
            page._ask_place()
        next(one for one in page.where.grid.tiles if one.value == area).click()
        if tile >= 0:
            page.where.grid.tiles[tile].click()


def _finished_hurt(window: Any) -> None:
    """Made easier in mid-session, and finished so."""
    _hurt(window, "none", 2, ("low_back", 0))
    stage = window.stage
    window.page.offers["easier"].click()
    while not stage.practice.player.ended:
        stage.practice.handle(stage.practice.player.skip())


def _eased(window: Any) -> None:
    """From the single-leg bridge, in the second side, to the easier exercise."""
    play(window, "hip_strength", 15, 6.0)
    window.stage.stop_it_hurts()
    window.page.strip.buttons[2].click()
    window.page.word_buttons["none"].click()
    window.page.offers["easier"].click()
    for _ in range(50):
        window.clock.advance(0.1)
        window.stage.practice.tick()
    window.stage._show()


def _finished(window: Any) -> None:
    play(window, "express_3", 1, 3.0)
    stage = window.stage
    pretend_done(stage.practice, len(stage.practice.player.timeline.segments))
    while not stage.practice.player.ended:
        stage.practice.handle(stage.practice.player.skip())


def _sore(window: Any) -> None:
    window.today.strip.buttons[7].click()


def _warned(window: Any) -> None:
    from recovery_coach.journal import HurtRecord

    window.journal.append(
        HurtRecord(
            session="s",
            segment=3,
            exercise="bird_dog",
            set=1,
            score=4,
            words=("limb",),
            action="stop",
            at=NOW - timedelta(hours=5),
        )
    )
    window.show_today()


def _bad_files(app: Any) -> None:
    folder = app.paths.library / "routines"
    folder.mkdir(parents=True)
    (folder / "evening.toml").write_text(
        'id = "evening"\nname = "Evening"\nsummary = "Slow."\n\n[[steps]]\nexercise = "cat_cow"\n'
        'hold = -20\n\n[[steps]]\nexercise = "bird_dig"\nreps = 5\n',
        encoding="utf-8",
    )
    (folder / "broken.toml").write_text('id = "broken\n', encoding="utf-8")


def _problems(window: Any) -> None:
    window.routines.show_library_problems()


def _routine_timing(window: Any) -> None:
    window.open_routine("core_stability")
    window.page.timing.steppers["transition"].plus.click()
    window.toast.hide()
    window.page.at_end = True


def _settings_changed(window: Any) -> None:
    window.go("settings")
    window.page.controls["switch"].plus.click()


def _settings_end(window: Any) -> None:
    """The page from its end: shown first, since until then it has no height."""
    window.go("settings")
    window.page.at_end = True


def _stage_keys(window: Any) -> None:
    play(window, "pre_deadlift", 3, 8.0)
    window.overlays.show_keys(window.stage)


MAKERS: dict[str, Callable[[Any], None]] = {
    "today": lambda w: None,
    "today-sore": _sore,
    "today-warning": _warned,
    "today-empty": lambda w: None,
    "welcome": lambda w: None,
    "routine": lambda w: w.open_routine("pre_deadlift"),
    "stage-get-ready": lambda w: play(w, "pre_deadlift", 0, 1.5),
    "stage-timed": lambda w: play(w, "pre_deadlift", 1, 21.4),
    "stage-reps": lambda w: play(w, "pre_deadlift", 5, 17.0),
    "stage-switch": lambda w: play(w, "pre_deadlift", 6, 1.2),
    "stage-transition": lambda w: play(w, "pre_deadlift", 12, 2.2),
    "stage-hold": lambda w: play(w, "cool_down_seed", 7, 25.0),
    "stage-breaths": lambda w: play(w, "core_stability", 1, 14.2),
    "stage-alternate": lambda w: play(w, "core_stability", 25, 20.2),
    "stage-paused": _paused,
    "stage-ask": _asked,
    "hurt": _hurt,
    "hurt-where": lambda w: _hurt(w, "none", 2),
    "hurt-place": lambda w: _hurt(w, "none", 2, ("low_back", -1)),
    "hurt-place-limbs": lambda w: _hurt(w, "none", 2, ("lower_leg", -1)),
    "hurt-easier": lambda w: _hurt(w, "none", 2, ("low_back", 0)),
    "hurt-easier-two": lambda w: _hurt(w, "none", 2, ("low_back", 0), ("upper_back", 1)),
    "hurt-sharp": lambda w: _hurt(w, "sharp", 6),
    "hurt-sharp-known": lambda w: _hurt(w, "sharp", 6, ("low_back", 0)),
    "hurt-chest": lambda w: _hurt(w, "chest", None),
    "stage-eased": _eased,
    "finish": _finished,
    "finish-hurt": _finished_hurt,
    "resume": lambda w: None,
    "trouble": lambda w: None,
    "problems": _problems,
    "routine-timing": _routine_timing,
    "settings": lambda w: w.go("settings"),
    "settings-broken": lambda w: w.go("settings"),
    "settings-changed": _settings_changed,
    "settings-end": _settings_end,
    "keys": lambda w: w.overlays.show_keys(None),
    "stage-keys": _stage_keys,
    **places.MAKERS,
}
"""Every page by name: what is done in a fresh window to come to it."""
DRAWN = {**MAKERS, **years_places.MAKERS}
"""With those that are looked at as pictures alone."""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
