"""The screen of a level in the terminal: the words of the window, in their order."""

from __future__ import annotations

from pathlib import Path

import pytest

from recovery_coach.app import App
from recovery_coach.cli.level import say_level
from recovery_coach.cli.terminal import Terminal
from tests.checks import SCREENS, WATCH


@pytest.mark.parametrize("name", list(SCREENS))
def test_all_of_it_is_said_in_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    screen = SCREENS[name]
    terminal = Terminal(app=App(tmp_path))
    say_level(terminal, screen)
    terminal.close()
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == screen.do
    assert lines[-1] == screen.whom
    wanted = [*screen.why, *screen.said, *(f"  - {sign}" for sign in screen.watch)]
    assert [line for line in lines if line in wanted] == wanted
    assert "What you entered stays on this computer." in lines
    assert (screen.again in lines) == bool(screen.again)


def test_without_a_watch_list_there_is_no_heading_for_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = Terminal(app=App(tmp_path))
    say_level(terminal, SCREENS["crisis"])
    terminal.close()
    said = capsys.readouterr().out
    assert "Get help at once" not in said
    assert not any(sign in said for sign in WATCH)
