"""What is loaded later is found under its name, and only when it is asked for."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from recovery_coach.app import App
from recovery_coach.ui import later
from tests.fakes import ManualClock


@pytest.mark.parametrize("name", sorted(later.ROOMS))
def test_every_name_is_where_it_is_said_to_be(name: str):
    room = import_module(f"recovery_coach.{later.ROOMS[name]}")
    assert getattr(later, name) is vars(room)[name]


def test_the_type_checker_is_told_the_same():
    told = {
        alias.name: (node.module or "").removeprefix("recovery_coach.")
        for node in ast.walk(ast.parse(Path(later.__file__).read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("recovery_coach.")
        for alias in node.names
    }
    assert told == later.ROOMS
    assert sorted(later.__all__) == sorted(later.ROOMS)


def test_another_name_is_an_error_as_anywhere():
    with pytest.raises(AttributeError, match="nothing_of_this_name"):
        _ = later.nothing_of_this_name


def test_one_page_does_not_load_the_others():
    code = (
        "import sys; from recovery_coach.ui.later import WelcomePage;"
        "print([m for m in sys.modules if m.startswith('recovery_coach.ui.')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert "recovery_coach.ui.welcome" in done.stdout
    assert "settings_page" not in done.stdout
    assert "stage" not in done.stdout


@pytest.mark.parametrize("number", [None, 2])
def test_the_first_picture_of_an_ordinary_day_does_without_the_rest(
    tmp_path: Path, number: int | None
):
    """Today, with what it must know of warnings: a low number asks for no rules."""
    code = f"""if True:
        import sys
        from pathlib import Path
        from recovery_coach.app import App
        from recovery_coach.gui import make_application, make_window
        from recovery_coach.journal import PainEntry
        from tests.fakes import ManualClock
        clock = ManualClock()
        app = App(Path({str(tmp_path)!r}), clock)
        if {number} is not None:
            app.journal.append(PainEntry(nrs={number}, at=clock.now(), source="today"))
        window = make_window(make_application(), app)
        window.show()
        assert window.page is window.today
        assert window.today.strip.value == {number}
        print(*sys.modules)
    """
    App(tmp_path, ManualClock()).change_settings(welcome_seen=1)
    assert App(tmp_path, ManualClock()).library.routines  # the next start finds it kept
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    loaded = set(done.stdout.split())
    pages = {f"recovery_coach.{room}" for room in later.ROOMS.values() if room.startswith("ui.")}
    rules = {"evaluate", "questions", "rules", "deriving", "fields", "wording", "screen"}
    cards = {"level_card", "level_parts", "check_group", "checks", "entries", "sessions"}
    assert "recovery_coach.ui.today" in loaded
    assert loaded.isdisjoint(pages)
    assert loaded.isdisjoint(f"recovery_coach.redflags.{name}" for name in rules)
    assert loaded.isdisjoint(f"recovery_coach.ui.{name}" for name in cards)
    assert loaded.isdisjoint({"pydantic", "recovery_coach.coach.checks"})
    assert "recovery_coach.coach.standing" not in loaded
    trends = {"ui.trends", "ui.week_card", "coach.insights", "coach.week", "coach.trends"}
    assert loaded.isdisjoint(f"recovery_coach.{name}" for name in trends)
    assert not [name for name in loaded if name.startswith("recovery_coach.insight")]
