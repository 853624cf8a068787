"""The loudspeaker on a real sound server, in its own process: devices go, come, or never were."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.ear import missing_programs, sound_server

from recovery_coach.sound.pcm import to_wav
from recovery_coach.sound.tones import tone

ROOT = Path(__file__).resolve().parents[2]
CHILD = """
import subprocess, sys, time
from pathlib import Path
from recovery_coach.desktop.loudspeaker import Loudspeaker, gain

changes = []
speaker = Loudspeaker(lambda: changes.append(speaker.works))
file, damaged = Path(sys.argv[1]), Path(sys.argv[2])
speaker.load([file, damaged, Path("nowhere.wav")])


def play():
    began = time.monotonic()
    speaker.play(file, 0.8)
    speaker.play(file, 0.8, speech=True)
    speaker.play(damaged, 0.8)
    speaker.play(file, 0.8, speech=True, after=file)
    speaker.hush()
    assert time.monotonic() - began < 0.5, "a call waited"


def pactl(*arguments):
    return subprocess.run(["pactl", *arguments], capture_output=True, text=True).stdout


def until(works):
    for _ in range(100):
        play()
        if speaker.works == works:
            return
        time.sleep(0.05)
    raise AssertionError(f"works is not {works}: {changes}")


play()
print("at first", speaker.works)
if speaker.works:
    module = next(line.split()[0] for line in pactl("list", "short", "modules").splitlines()
                  if "null-sink" in line)
    pactl("unload-module", module)
    until(False)
    pactl("load-module", "module-null-sink", "sink_name=another")
    until(True)
print("told", changes)
speaker.close()
speaker.play(file, 0.8)
speaker.hush()
speaker.close()
assert gain(0) == 0 and gain(1) == 1 and 0 < gain(0.2) < gain(0.8) < 1
print("over")
"""


def run(folder: Path, server: dict[str, str]) -> list[str]:
    good, damaged = folder / "good.wav", folder / "damaged.wav"
    good.write_bytes(to_wav(tone("count")))
    damaged.write_bytes(b"RIFF and no more")
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(good), str(damaged)],
        env={**os.environ, **server, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.skipif(bool(missing_programs()), reason="no sound server to play on")
def test_an_unplugged_device_is_noticed_and_so_is_the_next_one(tmp_path: Path):
    with sound_server(tmp_path / "server") as server:
        assert run(tmp_path, server) == ["at first True", "told [False, True]", "over"]


def test_without_any_device_it_is_silent_and_nothing_fails(tmp_path: Path):
    nobody = {"PULSE_SERVER": f"unix:{tmp_path}/nobody", "SDL_AUDIODRIVER": "pulseaudio"}
    assert run(tmp_path, nobody) == ["at first False", "told []", "over"]
