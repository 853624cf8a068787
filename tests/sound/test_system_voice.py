"""The voices of macOS and Windows, with programs of their names that stand in for them here."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from recovery_coach.sound.espeak import NoVoiceError
from recovery_coach.sound.loudness import loudness
from recovery_coach.sound.pcm import seconds
from recovery_coach.sound.system_voice import Levelled, MacVoice, WindowsVoice, usual_voice
from recovery_coach.sound.tones import LOUDNESS

SAY = """
import sys
sys.path.insert(0, {sources!r})
from array import array
from recovery_coach.sound.pcm import RATE, to_wav
arguments = sys.argv[1:]
if arguments == ["-v", "?"]:
    print("Daniel              en_GB    # Hello! My name is Daniel.")
    print("Bad News            it_IT    # Ciao!")
    print("Anna (Enhanced)     de_DE    # Hallo! Ich heisse Anna.")
    sys.exit()
text = sys.stdin.read()
assert arguments[:3] == ["-v", "Anna (Enhanced)", "-o"] and "-f" in arguments, arguments
if text == "broken":
    sys.exit(1)
samples = array("h", [4000, -4000] * (len(text) * RATE // 20))
with open(arguments[3], "wb") as file:
    file.write(to_wav(samples))
"""
POWERSHELL = """
import base64, sys
sys.path.insert(0, {sources!r})
from array import array
from recovery_coach.sound.pcm import RATE, to_wav
script = sys.argv[-1]
if "-eq 'de'" not in script:
    print("none")
    sys.exit(3)
print("Microsoft Hedda Desktop", flush=True)
for line in sys.stdin:
    file, coded = line.rstrip().split("\\t")
    text = base64.b64decode(coded).decode()
    if text == "broken":
        sys.exit(1)
    with open(file, "wb") as out:
        out.write(to_wav(array("h", [4000, -4000] * (len(text) * RATE // 20))))
    print("done", flush=True)
"""


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs that is looked into first."""
    sources = str(Path(__file__).resolve().parents[2] / "src")
    for name, text in (("say", SAY), ("powershell", POWERSHELL)):
        program = tmp_path / name
        program.write_text(f"#!{sys.executable}\n" + text.format(sources=sources))
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return tmp_path


@pytest.mark.parametrize("kind", [MacVoice, WindowsVoice])
def test_a_phrase_is_spoken_in_the_language_into_samples(programs: Path, kind: type):
    voice = kind("de")
    assert seconds(voice.speak("Übung")) == pytest.approx(0.5, abs=0.01)
    assert seconds(voice.speak("Halbzeit, links")) == pytest.approx(1.5, abs=0.01)


@pytest.mark.parametrize(("kind", "name"), [(MacVoice, "Anna"), (WindowsVoice, "Hedda")])
def test_its_name_tells_it_from_every_other(programs: Path, kind: type, name: str):
    assert name in kind("de").name


@pytest.mark.parametrize("kind", [MacVoice, WindowsVoice])
def test_what_goes_wrong_is_told_as_no_voice(programs: Path, kind: type):
    with pytest.raises(NoVoiceError):
        kind("fr")
    voice = kind("de")
    with pytest.raises(NoVoiceError):
        voice.speak("broken")


@pytest.mark.parametrize("kind", [MacVoice, WindowsVoice])
def test_where_the_program_is_missing_there_is_no_voice(
    kind: type, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoVoiceError):
        kind("de")


def test_a_voice_is_made_as_loud_as_the_tones(programs: Path):
    voice = Levelled(MacVoice("de"))
    assert loudness(voice.speak("So laut wie die Töne")) == pytest.approx(LOUDNESS, abs=0.5)


@pytest.mark.parametrize(
    ("platform", "name"),
    [("darwin", "say Anna (Enhanced)"), ("win32", "windows Microsoft Hedda Desktop")],
)
def test_the_systems_own_voice_is_the_usual_one(programs: Path, platform: str, name: str):
    assert usual_voice("de", platform).name == name


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_elsewhere_and_where_it_fails_espeak_speaks(
    platform: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert usual_voice("de", platform).name.startswith("espeak-ng de")
