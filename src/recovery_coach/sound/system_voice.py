"""The voices that macOS and Windows come with, spoken into files by the systems' own programs.

They sound better than espeak-ng, and a person may have chosen and bought one. Every phrase is asked
of the program that the system has for it (``say``; PowerShell with System.Speech), so nothing has
to be installed. Where that fails in any way, espeak-ng speaks instead.
"""

from __future__ import annotations

import base64
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from recovery_coach.sound.espeak import Espeak, NoVoiceError
from recovery_coach.sound.loudness import SILENCE, loudness
from recovery_coach.sound.pcm import RATE, Samples, from_wav, scaled
from recovery_coach.sound.studio import Voice
from recovery_coach.sound.tones import LOUDNESS

PATIENCE = 20.0
"""Seconds for one phrase, or for the program to start."""
LOUDEST = 4.0
"""The most that a soft voice is made louder, as a factor."""

POWERSHELL = """
$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.Speech
$s = New-Object System.Speech.Synthesis.SpeechSynthesizer
$v = $s.GetInstalledVoices() | Where-Object { $_.Enabled -and
    $_.VoiceInfo.Culture.TwoLetterISOLanguageName -eq '{language}' } | Select-Object -First 1
if ($null -eq $v) { 'none'; exit 3 }
$s.SelectVoice($v.VoiceInfo.Name)
$v.VoiceInfo.Name
$f = New-Object System.Speech.AudioFormat.SpeechAudioFormatInfo({rate},
    [System.Speech.AudioFormat.AudioBitsPerSample]::Sixteen,
    [System.Speech.AudioFormat.AudioChannel]::Mono)
while ($null -ne ($line = [Console]::In.ReadLine())) {
    $file, $text = $line.Split("`t")
    $s.SetOutputToWaveFile($file, $f)
    $s.Speak([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($text)))
    $s.SetOutputToNull()
    'done'
}
"""


def usual_voice(language: str, platform: str = sys.platform) -> Voice:
    """The system's own voice for a language, or espeak-ng's. Raises NoVoiceError."""
    with suppress(NoVoiceError):
        if platform == "darwin":
            return Levelled(MacVoice(language))
        if platform == "win32":
            return Levelled(WindowsVoice(language))
    return Espeak(language)


class Levelled:
    """A voice made as loud as the tones, by the first phrase that it says."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._factor: float | None = None
        self.name = voice.name

    def speak(self, text: str) -> Samples:
        """See :class:`~recovery_coach.sound.studio.Voice`."""
        samples = self._voice.speak(text)
        if self._factor is None:
            found = loudness(samples)
            self._factor = 1.0 if found <= SILENCE else 10 ** ((LOUDNESS - found) / 20)
        return scaled(samples, min(LOUDEST, self._factor))


class MacVoice:
    """``say``, with the first voice that speaks the language. Raises NoVoiceError."""

    def __init__(self, language: str) -> None:
        self._voice = next((name for name, code in _mac_voices() if code == language), "")
        if not self._voice:
            raise NoVoiceError(f"say has no voice for {language}")
        self.name = f"say {self._voice}"

    def speak(self, text: str) -> Samples:
        """See :class:`~recovery_coach.sound.studio.Voice`."""
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "spoken.wav"
            command = ["say", "-v", self._voice, "-o", str(file), "--file-format=WAVE"]
            command += [f"--data-format=LEI16@{RATE}", "-f", "-"]
            _run(command, text)
            return _read(file)


def _mac_voices() -> list[tuple[str, str]]:
    """Name and language of every voice: lines such as ``Anna   de_DE   # Hallo!``."""
    found = []
    for line in _run(["say", "-v", "?"]).splitlines():
        words = line.partition("#")[0].split()
        if len(words) >= 2:
            found.append((" ".join(words[:-1]), words[-1].partition("_")[0]))
    return found


class WindowsVoice:
    """System.Speech, in one PowerShell that stays open. Raises NoVoiceError."""

    def __init__(self, language: str) -> None:
        program = shutil.which("powershell") or shutil.which("pwsh")
        if program is None:
            raise NoVoiceError("there is no PowerShell")
        script = POWERSHELL.replace("{language}", language).replace("{rate}", str(RATE))
        try:
            self._shell = subprocess.Popen(
                [program, "-NoProfile", "-NonInteractive", "-Command", script],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise NoVoiceError(f"PowerShell does not start: {error}") from error
        name = self._answer()
        if name in ("", "none"):
            self._shell.kill()
            raise NoVoiceError(f"Windows has no voice for {language}")
        self.name = f"windows {name}"

    def speak(self, text: str) -> Samples:
        """See :class:`~recovery_coach.sound.studio.Voice`."""
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "spoken.wav"
            coded = base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")
            try:
                assert self._shell.stdin is not None
                self._shell.stdin.write(f"{file}\t{coded}\n")
                self._shell.stdin.flush()
            except OSError as error:
                raise NoVoiceError(f"PowerShell ended: {error}") from error
            if self._answer() != "done":
                raise NoVoiceError(f"Windows cannot speak: {text}")
            return _read(file)

    def _answer(self) -> str:
        assert self._shell.stdout is not None
        return self._shell.stdout.readline().strip()

    def __del__(self) -> None:
        shell = getattr(self, "_shell", None)
        if shell is not None:
            for pipe in (shell.stdin, shell.stdout):
                with suppress(OSError):
                    pipe.close()
            shell.kill()
            shell.wait()


def _run(command: list[str], text: str = "") -> str:
    """Run a program with ``text`` as its input; what it prints. Raises NoVoiceError."""
    try:
        done = subprocess.run(
            command, input=text, capture_output=True, encoding="utf-8", errors="replace",
            timeout=PATIENCE, check=True,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError) as error:
        raise NoVoiceError(f"{command[0]} failed: {error}") from error
    return done.stdout


def _read(file: Path) -> Samples:
    try:
        return from_wav(file.read_bytes())
    except (OSError, ValueError) as error:
        raise NoVoiceError(f"what was spoken cannot be read: {error}") from error
