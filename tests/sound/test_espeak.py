"""The voice in the wheel: real speech, as loud as the tones, without a sound server."""

from __future__ import annotations

import contextlib

import pytest

from recovery_coach.sound.espeak import Espeak, NoVoiceError
from recovery_coach.sound.loudness import loudness
from recovery_coach.sound.pcm import peak, seconds

PHRASES = {
    "en": ("Next: Dead bug. 2 sets of 6 a side.", "Switch. Right side.", "Done: 8 minutes."),
    "de": ("Als Nächstes: Käfer. 2 Sätze, je 6 pro Seite.", "Wechseln. Rechte Seite.", "Fertig."),
}


@pytest.mark.parametrize("language", sorted(PHRASES))
def test_a_phrase_is_about_as_loud_as_a_tone_and_does_not_clip(language: str):
    voice = Espeak(language)
    for phrase in PHRASES[language]:
        spoken = voice.speak(phrase)
        assert -26 < loudness(spoken) < -20
        assert peak(spoken) < 0.9


def test_more_words_take_longer():
    voice = Espeak("en")
    assert 0.2 < seconds(voice.speak("3")) < 0.5
    assert seconds(voice.speak("Switch. Right side.")) > seconds(voice.speak("Switch."))


def test_two_voices_do_not_get_in_each_others_way():
    english, german = Espeak("en"), Espeak("de")
    before = seconds(english.speak("Switch sides now"))
    assert abs(seconds(german.speak("Switch sides now")) - before) > 0.03
    assert abs(seconds(english.speak("Switch sides now")) - before) < 0.01
    assert english.name != german.name


@pytest.mark.parametrize("text", ["", " ", "\ud800", "<speak>", "a\0b", "¡", "🙂"])
def test_whatever_text_is_given_it_speaks_or_says_that_it_cannot(text: str):
    with contextlib.suppress(NoVoiceError):
        assert len(Espeak("en").speak(text)) > 0


def test_a_language_that_nobody_speaks_is_told():
    with pytest.raises(NoVoiceError, match="tlhx"):
        Espeak("tlhx")
