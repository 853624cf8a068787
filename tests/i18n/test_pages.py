"""Every page in a language made at run time: what was missed has no brackets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from recovery_coach.coach.own_words import excerpt
from recovery_coach.coach.reporting import EXCERPT
from recovery_coach.ui.about import USED
from recovery_coach.ui.ring import Ring
from recovery_coach.ui.search_field import SearchField
from recovery_coach.ui.window import MainWindow
from tests import pictures, places, trends_places
from tests.i18n.brackets import outside
from tests.i18n.conftest import Opened, Speak
from tests.ui.test_every_moment import moments
from tests.ui.test_layout import faults

PROPER = {outside(text) for used in USED for text in used} | {
    "English",
    "Deutsch",
    "switch",
    "theme",
    "January",
    "March",
    "December",
}
"""The same in every language: programs, licences, languages, fields of a settings file; and the
names of months, which are Qt's in a date that is typed."""
NOTES = (
    places.LONG,
    excerpt(places.LONG, EXCERPT),
    "Slept badly.",
    "Left side tight.",
    "After a long drive.",
    places.SOUGHT,
    "PR attempt, slept badly after it.",
    "Deadlift PR, 140 kg",
    "Lifted the box from the car.",
    "Slept well.",
    "Laptop, 4 March.json",
    trends_places.MARKED,
    trends_places.BEGAN,
    "Deadlift PR, 140 kg",
    "Core work three times a week",
    "“PR”",
)
"""What the sample's person wrote, and called a file."""


@pytest.mark.parametrize("name", list(pictures.MAKERS))
def test_every_word_of_a_page_is_translated(opened: Opened, speak: Speak, name: str):
    speak("xx")
    window = opened(name)
    missed = {
        f"{type(widget).__name__} {what}: {text!r}"
        for widget in [window, *window.findChildren(QWidget)]
        if widget is window or widget.isVisible()
        for what, text in words_of(widget)
        if (missed_words := outside(without_notes(text))) and missed_words not in PROPER
    }
    assert not missed, "\n".join(sorted(missed))


def without_notes(text: str) -> str:
    for note in NOTES:
        text = text.replace(note, "")
    return text


def words_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Whatever a widget shows or tells."""
    yield "name", widget.accessibleName()
    yield "description", widget.accessibleDescription()
    yield "hint", widget.toolTip()
    if isinstance(widget, QPlainTextEdit | SearchField):  # what is typed there is the person's
        yield "placeholder", widget.placeholderText()
    elif isinstance(widget, Ring) and widget._view is not None:
        yield "unit", widget._view.unit
    elif isinstance(widget, MainWindow):
        yield "title", widget.windowTitle()
    elif callable(text := getattr(widget, "text", None)):
        yield "text", text()


@pytest.mark.parametrize("name", list(pictures.MAKERS))
def test_nothing_is_cut_off_in_german(opened: Opened, speak: Speak, name: str):
    speak("de")
    assert not list(faults(opened(name)))


@pytest.mark.parametrize("name", list(pictures.MAKERS))
def test_nothing_is_cut_off_though_it_is_longer(opened: Opened, speak: Speak, name: str):
    speak("xx")
    assert not list(faults(opened(name)))


def test_no_moment_of_a_session_is_cut_off_in_german(
    qapp: QApplication, opened: Opened, speak: Speak
):
    speak("de")
    window = opened("today")
    found = {
        f"{routine}, {moment}: {fault}"
        for routine in window.app.library.routines
        for moment in moments(qapp, window, routine)
        for fault in faults(window)
    }
    assert not found, "\n".join(sorted(found))
