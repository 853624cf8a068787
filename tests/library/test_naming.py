"""Every code of the data files has words of its own, in every language."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest

from recovery_coach.base.i18n import use_language
from recovery_coach.base.paths import find_resources
from recovery_coach.library.models import Caution, Muscle, Position
from recovery_coach.library.naming import caution_words, muscle_name, position_name

CODES = {
    position_name: get_args(Position),
    muscle_name: get_args(Muscle),
    caution_words: get_args(Caution),
}


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("words", list(CODES))
def test_every_code_has_words_and_no_two_the_same(words: Callable[[str], str], language: str):
    use_language(find_resources() / "locale", [language])
    try:
        said = [words(code) for code in CODES[words]]
    finally:
        use_language(find_resources() / "locale", ["en"])
    assert all(said)
    assert len(set(said)) == len(said)
    assert not any("_" in text or text.isupper() for text in said)


def test_a_code_of_later_is_shown_as_it_is():
    assert position_name("hanging") == "hanging"
    assert muscle_name("big_toe") == "big toe"
    assert caution_words("NEW") == "NEW"
