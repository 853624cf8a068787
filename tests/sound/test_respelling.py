"""What is read otherwise than it is written."""

from __future__ import annotations

import ctypes

import espeakng_loader
import pytest

from recovery_coach.sound.respelling import RESPELT, edition, respelt


def phonemes(text: str, language: str) -> str:
    """What espeak-ng would say, as it writes sounds down."""
    library = ctypes.CDLL(str(espeakng_loader.get_library_path()))
    library.espeak_Initialize(2, 0, str(espeakng_loader.get_data_path()).encode(), 0x8000)
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    library.espeak_SetVoiceByName(language.encode())
    pointer = ctypes.pointer(ctypes.c_char_p(text.encode()))
    said: bytes = library.espeak_TextToPhonemes(pointer, 1, 2)
    return said.decode()


@pytest.mark.parametrize(
    ("language", "written", "wrong"),
    [
        ("en", "90/90 breathing", "slaʃ"),
        ("de", "Dead Bug", "deːɑːt"),
        ("de", "Bird Dog", "doːk"),
        ("de", "Curl-up", "uːp"),
    ],
)
def test_a_word_that_would_sound_wrong_is_said_right(language: str, written: str, wrong: str):
    said = phonemes(respelt(written, language), language).replace("ˈ", "").replace("ˌ", "")
    assert wrong in phonemes(written, language).replace("ˈ", "").replace("ˌ", "")
    assert wrong not in said


def test_only_whole_words_are_read_otherwise():
    assert respelt("90/90, then 190/90", "en") == "90 90, then 190/90"
    assert respelt("90/90", "fr") == "90/90"


def test_another_table_is_another_edition():
    assert edition("en") != edition("de")
    assert len({edition(language) for language in (*RESPELT, "fr", "nl")}) == len(RESPELT) + 1
