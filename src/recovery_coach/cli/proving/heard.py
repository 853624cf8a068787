"""Sound: where it would come out here, and a cue that is spoken."""

from __future__ import annotations

import sys

from recovery_coach.base.i18n import SOURCE, language, number, tr
from recovery_coach.cli.proving.check import FaultError, Finding, Result
from recovery_coach.cli.proving.packages import PACKAGES, can_be_loaded, install_words
from recovery_coach.cli.proving.place import sound_outputs
from recovery_coach.cli.proving.translated import shipped_languages
from recovery_coach.cli.proving.trial import Trial

HEARD = 0.02
"""A phrase that is never louder than this share of the loudest there is, is silence."""
CLIENT = "libpulse.so.0"
"""What reaches a sound server on Linux; SDL loads it when it is there."""


def check_output(_: Trial) -> Finding:
    """What would be heard here. No output is no fault: every cue is a caption, too."""
    outputs = sound_outputs()
    if sys.platform == "linux" and not can_be_loaded(CLIENT):
        is_server = any("asound" not in one for one in outputs)
        result: Result = "failed" if is_server else "warning"
        text = tr("without {library} nothing is heard through a sound server")
        return Finding(text.format(library=CLIENT), install_words(PACKAGES[CLIENT]), result)
    return Finding(", ".join(outputs) or tr("none here: sessions have captions only"))


def check_voice(trial: Trial) -> Finding:
    """A cue in the language in use, and numbers in the others, as samples."""
    from recovery_coach.sound.espeak import NoVoiceError

    words = tr("Paused")
    texts = dict.fromkeys((SOURCE, *shipped_languages(trial.resources)), "3, 2, 1")
    try:
        spoken = {code: _spoken(code, text) for code, text in (texts | {language(): words}).items()}
    except NoVoiceError as error:
        raise FaultError(str(error)) from error
    name, seconds = spoken[language()]
    text = tr("{voice}: “{words}” in {seconds} s; languages: {codes}")
    return Finding(
        text.format(
            voice=name, words=words, seconds=number(seconds, decimals=1), codes=", ".join(spoken)
        )
    )


def _spoken(code: str, words: str) -> tuple[str, float]:
    """The voice of a language, and the seconds that it takes. Raises NoVoiceError, FaultError."""
    from recovery_coach.sound.pcm import peak, seconds
    from recovery_coach.sound.system_voice import usual_voice

    voice = usual_voice(code)
    samples = voice.speak(words)
    if peak(samples) < HEARD:
        raise FaultError(tr("{voice} is silent").format(voice=voice.name))
    return voice.name, seconds(samples)
