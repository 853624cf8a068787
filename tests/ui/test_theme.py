"""Colours that can be read, and a look that follows the choice and the system's font."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from recovery_coach.settings.model import THEMES, Theme
from recovery_coach.ui.palette import (
    CONTRAST,
    DARK,
    LIGHT,
    PAIRS,
    PAPER,
    Palette,
    contrast,
    ink_on,
)
from recovery_coach.ui.style import stylesheet
from recovery_coach.ui.theme import SMALLEST_BODY, Look, pain_colour
from tests.ui.seat import BODY

PALETTES = (DARK, LIGHT, CONTRAST)
ENOUGH = 4.5
OUTLINE = 3.0
"""What is no text: the edge of something to point at (WCAG 2.2, 1.4.11)."""


class Names(dict[str, str]):
    """A palette whose colours are their own names, to find them in the sheet again."""

    def __getattr__(self, name: str) -> str:
        return f"<{name}>"


def rules() -> list[tuple[str, dict[str, str]]]:
    """The sheet's rules: selector, and the token of each colour in it."""
    sheet = stylesheet(Names(), 15)  # type: ignore[arg-type]
    found = []
    for selector, body in re.findall(r"([^{}]+)\{([^}]*)\}", sheet):
        pairs = (line.split(":", 1) for line in body.split(";") if ":" in line)
        tokens = {key.strip(): value.strip() for key, value in pairs}
        for one in selector.split(","):
            found.append((one.strip(), {k: v.strip("<>") for k, v in tokens.items()}))
    return found


def used_pairs() -> set[tuple[str, str]]:
    """Text and ground as the sheet puts them together.

    Where a rule names no ground of its own, a widget lies on a page, a card or, for a button
    under the pointer, a raised tile.
    """
    by_selector: dict[str, dict[str, str]] = {}
    for selector, tokens in rules():
        by_selector.setdefault(selector, {}).update(tokens)
    pairs = set()
    for selector, tokens in by_selector.items():
        base = by_selector.get(selector.partition(":")[0], {})
        widget = by_selector.get(re.split(r"[\[:]", selector)[0], {})
        colour = tokens.get("color") or base.get("color") or widget.get("color")
        ground = tokens.get("background") or base.get("background") or widget.get("background")
        if colour is None:
            continue
        if ground in (None, "transparent"):
            pairs |= {(colour, place) for place in ("ground", "surface", "raised")}
        else:
            pairs.add((colour, ground))
        if "selection-color" in tokens:
            pairs.add((tokens["selection-color"], tokens["selection-background-color"]))
    return pairs


@pytest.mark.parametrize("palette", PALETTES, ids=lambda p: p.name)
@pytest.mark.parametrize("pair", PAIRS, ids="-on-".join)
def test_every_text_can_be_read_on_its_ground(palette: Palette, pair: tuple[str, str]):
    text, ground = (getattr(palette, name) for name in pair)
    assert contrast(text, ground) >= ENOUGH


@pytest.mark.parametrize("palette", PALETTES, ids=lambda p: p.name)
@pytest.mark.parametrize("number", range(11))
def test_a_score_can_be_read_on_its_colour(palette: Palette, number: int):
    colour = pain_colour(palette, number).name()
    assert contrast(ink_on(colour), colour) >= ENOUGH


@pytest.mark.parametrize("palette", PALETTES, ids=lambda p: p.name)
def test_a_mark_without_a_score_can_be_read_and_told_from_the_body(palette: Palette):
    assert contrast(ink_on(palette.muted), palette.muted) >= ENOUGH
    assert contrast(palette.muted, palette.raised) >= OUTLINE


@pytest.mark.parametrize("palette", PALETTES, ids=lambda p: p.name)
def test_the_regions_of_the_body_are_outlined(palette: Palette):
    for ground in (palette.raised, palette.surface):
        assert contrast(palette.figure.cloth, ground) >= OUTLINE
        assert contrast(palette.text, ground) >= ENOUGH


def test_ink_can_be_read_on_every_colour_there_is():
    for grey in range(256):
        colour = f"#{grey:02X}{grey:02X}{grey:02X}"
        assert contrast(ink_on(colour), colour) >= ENOUGH


def test_every_pair_in_the_style_sheet_is_among_those_that_are_checked():
    used = used_pairs()
    assert ("on_accent", "accent") in used, "the sheet is no longer understood by this test"
    missing = used - set(PAIRS)
    # A colour that is also drawn as text elsewhere must not slip in unchecked.
    weak = {
        pair: [round(contrast(getattr(p, pair[0]), getattr(p, pair[1])), 2) for p in PALETTES]
        for pair in missing
    }
    assert not weak


def test_black_on_white_is_21_and_a_colour_on_itself_1():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)


def test_every_palette_has_every_colour():
    for palette in (*PALETTES, PAPER):
        for part in (palette, palette.figure):
            for field in fields(part):
                if field.name not in ("name", "figure"):
                    assert re.fullmatch("#[0-9A-F]{6}", getattr(part, field.name))


def test_the_pain_scale_runs_from_teal_over_amber_to_red():
    for palette in PALETTES:
        colours = [pain_colour(palette, number).name().upper() for number in range(11)]
        assert colours[0] == palette.teal
        assert colours[10] == palette.red
        assert len(set(colours)) == 11
        assert pain_colour(palette, 99).name().upper() == palette.red


# -- the look ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("theme", "palette"), [("dark", DARK), ("light", LIGHT), ("contrast", CONTRAST)]
)
def test_the_choice_decides_the_palette(look: Look, theme: Theme, palette: Palette):
    look.choose(theme)
    assert look.theme == theme
    assert look.palette is palette


def test_all_that_paints_itself_hears_of_a_change(look: Look, qtbot: QtBot):
    for theme in THEMES:
        with qtbot.waitSignal(look.changed, timeout=1000):
            look.choose(theme)


def test_the_application_wears_the_colours(look: Look, qapp: QApplication):
    look.choose("light")
    assert qapp.palette().window().color().name().upper() == LIGHT.ground
    assert LIGHT.accent in qapp.styleSheet()
    assert DARK.ground not in qapp.styleSheet()


def test_a_change_of_the_system_counts_only_where_it_is_followed(look: Look, qtbot: QtBot):
    look.choose("light")
    with qtbot.assertNotEmitted(look.changed):
        look._on_system_changed()
    look.choose("system")
    with qtbot.waitSignal(look.changed, timeout=1000):
        look._on_system_changed()


@pytest.mark.parametrize("pixels", [15, 22, 30])
def test_sizes_grow_with_the_systems_font(qapp: QApplication, qtbot: QtBot, pixels: int):
    look = look_at(qapp, pixels)
    try:
        assert look.size(1) == pixels
        assert look.size(2.7) == round(2.7 * pixels)
        title = QLabel("Today")
        title.setProperty("role", "title")
        qtbot.addWidget(title)
        title.ensurePolished()
        assert title.font().pixelSize() == 2 * pixels
    finally:
        look.deleteLater()


def test_a_tiny_font_is_not_followed(qapp: QApplication):
    look = look_at(qapp, 7)
    assert look.size(1) == SMALLEST_BODY
    look.deleteLater()


def test_the_chosen_text_size_is_a_share_of_the_systems(look: Look):
    look.choose(text_size=150)
    assert look.size(1) == round(1.5 * BODY)
    look.choose(text_size=100)
    assert look.size(1) == BODY


@pytest.mark.parametrize(
    ("window", "pixels"), [((900, 600), 15), ((1280, 800), 22), ((1920, 1080), 30)]
)
def test_large_text_gives_way_in_a_small_window_and_grows_with_it(
    look: Look, window: tuple[int, int], pixels: int
):
    look.choose(text_size=200)
    look.fit(*window)
    assert look.size(1) == pixels


def test_usual_text_is_the_same_in_every_window(look: Look, qtbot: QtBot):
    with qtbot.assertNotEmitted(look.changed):
        for window in ((900, 600), (1280, 800), (3840, 2160)):
            look.fit(*window)
    assert look.size(1) == BODY


def look_at(application: QApplication, pixels: int) -> Look:
    font = QFont(application.font())
    font.setPixelSize(pixels)
    application.setFont(font)
    return Look(application, "dark")
