"""Windows on a screen: what a system lacks is one thing, what a package left out another."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QApplication

from recovery_coach.cli.proving.check import FaultError
from recovery_coach.cli.proving.shown import check_fonts, check_icons, check_screen, check_toolkit
from recovery_coach.cli.proving.trial import Trial
from recovery_coach.desktop import plugins
from recovery_coach.ui import proof

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have one each")

LACKS = "Cannot load library: ({}: cannot open shared object file: No such file or directory)"
CURSOR, CLIENT = LACKS.format("libxcb-cursor.so.0"), LACKS.format("libwayland-client.so.0")


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


def lacking(monkeypatch: pytest.MonkeyPatch, **troubles: str) -> None:
    def trouble_with(pattern: str) -> str:
        return next((why for name, why in troubles.items() if name in pattern), "")

    monkeypatch.setattr(plugins, "trouble_with", trouble_with)


def test_all_of_it_is_there(trial: Trial, qapp: QApplication):
    assert check_toolkit(trial).result == "ok"
    assert check_screen(trial).result == "ok"
    drawn = len(list((trial.resources / "icons").glob("*.svg")))
    assert check_icons(trial).found == f"{drawn} icons"


def test_one_of_two_kinds_of_screen_is_enough(trial: Trial, monkeypatch: pytest.MonkeyPatch):
    lacking(monkeypatch, xcb=CURSOR)
    finding = check_screen(trial)
    assert finding.result == "warning"
    assert "apt install libxcb-cursor0" in finding.mend


@pytest.mark.parametrize(
    ("name", "why"), [("DISPLAY", {"xcb": CURSOR}), ("WAYLAND_DISPLAY", {"wayland": CLIENT})]
)
def test_but_not_without_that_of_this_session(
    trial: Trial, monkeypatch: pytest.MonkeyPatch, name: str, why: dict[str, str]
):
    monkeypatch.setenv(name, "here")
    lacking(monkeypatch, **why)
    with pytest.raises(FaultError):
        check_screen(trial)


def test_nor_without_any(trial: Trial, monkeypatch: pytest.MonkeyPatch):
    lacking(monkeypatch, xcb=CURSOR, qwayland=CLIENT)
    with pytest.raises(FaultError, match="libxcb-cursor"):
        check_screen(trial)


def test_one_that_was_left_out_is_a_fault_anywhere(trial: Trial, monkeypatch: pytest.MonkeyPatch):
    lacking(monkeypatch, compose="platforminputcontexts/*compose: not found")
    with pytest.raises(FaultError, match="compose") as caught:
        check_screen(trial)
    assert caught.value.mend


def test_letters_of_another_language_are_missed_with_a_warning(
    trial: Trial, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(proof, "without_glyph", lambda letters: "ß" if "ß" in letters else "")
    finding = check_fonts(trial)
    assert finding.result == "warning"
    assert "U+00DF" in finding.found
    monkeypatch.setattr(proof, "without_glyph", lambda letters: "…")
    with pytest.raises(FaultError, match=r"U\+2026"):
        check_fonts(trial)
