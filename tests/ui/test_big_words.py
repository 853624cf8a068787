"""Words as large as there is room for: never cut off where they could be smaller."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from recovery_coach.ui.big_words import SMALLEST, BigWords, pixels_for_cap
from recovery_coach.ui.theme import Look

Make = Callable[..., BigWords]


@pytest.fixture
def make(look: Look, qtbot) -> Make:
    def words(text: str, width: int, pixels: int = 60, lines: int = 1) -> BigWords:
        made = BigWords(look, lines)
        qtbot.addWidget(made)
        made.show_size(pixels)
        made.resize(width, made.height())
        made.show_text(text)
        return made

    return words


@pytest.mark.parametrize("cap", [20, 48, 130])
@pytest.mark.parametrize("bold", [True, False])
def test_a_size_is_given_by_its_capitals(qapp, cap: int, bold: bool):
    font = QFont(qapp.font())
    font.setBold(bold)
    font.setPixelSize(pixels_for_cap(font, cap))
    assert QFontMetricsF(font).capHeight() == pytest.approx(cap, abs=1.5)


def test_where_there_is_room_they_are_as_large_as_wanted(make: Make):
    assert make("Bird dog", 900).fitting_pixels() == 60


def test_where_there_is_none_they_are_smaller(make: Make):
    words = make("World's greatest stretch", 400)
    assert SMALLEST < words.fitting_pixels() < 60
    assert words.word_width <= 400


def test_on_two_lines_they_stay_large(make: Make):
    words = make("World's greatest stretch", 600, lines=2)
    assert words.fitting_pixels() == 60
    assert make("World's greatest stretch", 600).lines_needed() == 2
    assert make("Plank", 600).lines_needed() == 1


def test_a_single_long_word_is_smaller_too(make: Make):
    words = make("Hüftbeugerdehnung", 300, lines=2)
    assert SMALLEST < words.fitting_pixels() < 60


def test_what_fits_nowhere_ends_in_an_ellipsis_and_inside(make: Make):
    words = make("word " * 60, 120)
    assert words.fitting_pixels() == SMALLEST
    assert not words.grab().isNull()


def test_nothing_that_hangs_below_a_line_is_cut_off(make: Make):
    words = make("gypsy jog", 900)
    picture = words.grab().toImage()
    ground = picture.pixel(0, 0)
    edges = (0, picture.height() - 1)
    assert all(picture.pixel(x, y) == ground for y in edges for x in range(picture.width()))
    ink = QColor(words._look.palette.text).rgb()
    assert any(picture.pixel(x, picture.height() // 2) == ink for x in range(picture.width()))


def test_another_text_has_its_own_size(make: Make):
    words = make("World's greatest stretch", 400)
    small = words.fitting_pixels()
    words.show_text("Plank")
    assert words.fitting_pixels() == 60 > small
