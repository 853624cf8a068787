"""Which language is spoken, and what happens where its catalogue is missing or damaged."""

from __future__ import annotations

import locale
import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.app import App
from recovery_coach.base import i18n
from recovery_coach.base.i18n import system_languages, tr, use_language
from tests.i18n.conftest import LOCALE, Speak

MO = LOCALE / "de" / "LC_MESSAGES" / "recovery_coach.mo"


@pytest.mark.parametrize(
    ("environ", "wanted"),
    [
        ({}, []),
        ({"LANG": "de_DE.UTF-8"}, ["de_DE.UTF-8"]),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "fr_FR"}, ["fr_FR"]),
        ({"LC_MESSAGES": "fr_FR", "LC_ALL": "it_IT"}, ["it_IT"]),
        ({"LC_ALL": "it_IT", "LANGUAGE": "de:en"}, ["de", "en"]),
        ({"LANGUAGE": "", "LANG": "de"}, ["de"]),
    ],
)
def test_the_system_tells_its_languages_in_variables(environ: dict[str, str], wanted: list[str]):
    assert system_languages(environ, "linux") == wanted


@pytest.mark.parametrize(
    ("told", "code"),
    [("de_DE", "de"), ("German_Germany", "de"), ("English_United States", "en"), (None, "en")],
)
def test_or_in_a_locale(monkeypatch: pytest.MonkeyPatch, speak: Speak, told: str | None, code: str):
    monkeypatch.setattr(locale, "getlocale", lambda: (told, "cp1252"))
    use_language(LOCALE, system_languages({}, "win32"))
    assert i18n.language() == code
    assert system_languages({"LANG": "fr"}, "win32") == ["fr"]


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (["de"], "de"),
        (["de_AT.UTF-8@euro"], "de"),
        (["de-CH"], "de"),
        (["fr", "de"], "de"),
        (["en_GB", "de"], "en"),
        (["C.UTF-8"], "en"),
        (["POSIX"], "en"),
        (["fr"], "en"),
        (["../de", "/", "", "."], "en"),
        (["xx"], "xx"),
    ],
)
def test_the_first_language_there_is_is_spoken(speak: Speak, wanted: list[str], code: str):
    use_language(LOCALE, wanted)
    assert i18n.language() == code


def test_german(speak: Speak):
    speak("de")
    day = date(2026, 11, 22)
    now = datetime(2026, 11, 22, 9, 5, tzinfo=UTC)
    assert i18n.long_date(day) == "Sonntag, 22. November"
    assert i18n.when(now - timedelta(days=1), now) == "gestern 09:05"
    assert i18n.duration(380) == "6 min 20 s"
    assert i18n.trn("{n} rep", "{n} reps", 1) == "eine Wiederholung"
    assert i18n.trn("{n} rep", "{n} reps", 0) == "0 Wiederholungen"
    assert i18n.number(-3.25, 1) == "−3,2"
    assert i18n.within("Rechte Seite") == "Rechte Seite"


def test_english(speak: Speak):
    speak("en")
    assert i18n.number(3.25, 2) == "3.25"
    assert i18n.number(2) == "2"
    assert i18n.within("Out as you lift.") == "out as you lift."


def test_languages_tell_their_own_names(tmp_path: Path):
    assert i18n.languages(LOCALE) == [("en", "English"), ("de", "Deutsch")]
    assert i18n.languages(tmp_path / "none") == [("en", "English")]


@pytest.mark.parametrize(
    ("code", "direction"), [("en", "ltr"), ("de", "ltr"), ("xx", "ltr"), ("xy", "rtl")]
)
def test_the_direction_of_a_language(speak: Speak, code: str, direction: str):
    speak(code)
    assert i18n.text_direction() == direction


def test_arabic_would_be_written_from_the_right(speak: Speak, tmp_path: Path):
    copied = tmp_path / "ar_EG" / "LC_MESSAGES"
    shutil.copytree(MO.parent, copied)
    use_language(tmp_path, ["ar_EG"])
    assert i18n.text_direction() == "rtl"


def test_the_setting_comes_before_the_system(speak: Speak, tmp_path: Path):
    speak("en")
    app = App(tmp_path)
    assert i18n.language() == "en"
    app.change_settings(language="de")
    App(tmp_path).close()
    assert i18n.language() == "de"
    speak("xx")
    App(tmp_path).close()
    assert i18n.language() == "de"


def test_what_is_wrong_with_the_settings_is_told_in_the_language_they_set(
    speak: Speak, tmp_path: Path
):
    speak("en")
    path = App(tmp_path).paths.settings
    path.parent.mkdir(parents=True)
    path.write_text('language = "de"\nreduced_motion = 3\n', encoding="utf-8")
    app = App(tmp_path)
    assert app.settings.language == "de"
    assert "Zeile 2" in str(app.settings_problems[0])


@given(st.data())
def test_a_damaged_catalogue_never_stops_the_start(data: st.DataObject):
    whole = MO.read_bytes()
    kind = data.draw(st.sampled_from(["cut", "flipped", "other"]))
    if kind == "cut":
        content = whole[: data.draw(st.integers(0, len(whole) - 1))]
    elif kind == "flipped":
        at = data.draw(st.one_of(st.integers(0, 60), st.integers(0, len(whole) - 1)))
        content = whole[:at] + bytes([whole[at] ^ data.draw(st.integers(1, 255))]) + whole[at + 1 :]
    else:
        content = data.draw(st.binary(max_size=200))
    speaks_whatever_the_file_holds(content)


def speaks_whatever_the_file_holds(content: bytes) -> None:
    import tempfile

    try:
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / "de" / "LC_MESSAGES" / MO.name
            path.parent.mkdir(parents=True)
            path.write_bytes(content)
            use_language(Path(name), ["de"])
            assert isinstance(tr("Rest"), str)
    finally:
        use_language(LOCALE, ["en"])


def test_a_catalogue_that_is_a_folder_is_none(speak: Speak, tmp_path: Path):
    (tmp_path / "de" / "LC_MESSAGES" / MO.name).mkdir(parents=True)
    use_language(tmp_path, ["de"])
    assert i18n.language() == "en"
