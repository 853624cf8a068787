"""An ear: a sound server without a loudspeaker, a recording of what it plays, and what is in it.

PulseAudio's null sink plays into nothing at the speed of sound; ``parecord`` hears it. All is in
one format, so that nothing is resampled and what was played is found sample by sample. The time of
each sample is taken from the computer's own monotonic clock, which every process shares.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

RATE = 22_050
CHUNK = RATE // 100
"""Samples read at once: a hundredth of a second."""
LONG = 60.0
"""Seconds of a recording from which the server's clock can be told from the computer's."""
PROGRAMS = ("pulseaudio", "parecord", "pactl")

Signal = NDArray[np.float64]


def missing_programs() -> list[str]:
    """What is needed to hear anything, and is not there."""
    return [name for name in PROGRAMS if shutil.which(name) is None]


@dataclass(slots=True)
class Heard:
    """A recording: samples from -1 to 1, the monotonic time of the first of them, and how many
    came in a second of that clock: a sound server's own clock is a little fast or slow.
    """

    samples: Signal
    began: float
    rate: float = RATE

    def place(self, moment: float) -> int:
        """The sample that was heard at ``moment``."""
        return round((moment - self.began) * self.rate)

    def moment(self, place: int) -> float:
        """When a sample was heard."""
        return self.began + place / self.rate


@dataclass(slots=True)
class Ear:
    """Records from when it is made until :meth:`stop`."""

    environment: dict[str, str]
    _chunks: list[tuple[float, bytes]] = field(default_factory=list)
    _process: subprocess.Popen[bytes] = field(init=False)
    _thread: threading.Thread = field(init=False)
    _hears: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        command = ["parecord", "--raw", "--format=s16le", f"--rate={RATE}", "--channels=1"]
        command += ["--device=ear.monitor", "--latency-msec=40"]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, env=self.environment)
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()
        if not self._hears.wait(20):
            raise RuntimeError("nothing is heard, not even silence")

    def _listen(self) -> None:
        assert self._process.stdout is not None
        while data := os.read(self._process.stdout.fileno(), 65536):
            self._chunks.append((time.monotonic(), data))
            self._hears.set()

    def stop(self) -> Heard:
        """What was heard."""
        self._process.terminate()
        self._thread.join(10)
        self._process.wait(10)
        if self._process.stdout is not None:
            self._process.stdout.close()
        data = b"".join(chunk for _, chunk in self._chunks)
        samples = np.frombuffer(data[: len(data) // 2 * 2], dtype="<i2") / 32768.0
        counts = np.cumsum([len(chunk) // 2 for _, chunk in self._chunks])
        moments = np.array([moment for moment, _ in self._chunks])
        rate = float(RATE)
        if moments[-1] - moments[0] > LONG:
            rate = 1 / float(np.polyfit(counts, moments, 1)[0])
        # A chunk can come late but never before it was heard: the earliest tell the clock.
        return Heard(samples, float(np.min(moments - counts / rate)), rate)


@contextlib.contextmanager
def sound_server(folder: Path) -> Iterator[dict[str, str]]:
    """A sound server of our own that plays into nothing; what a process needs to find it."""
    folder.mkdir(parents=True, exist_ok=True)
    socket = folder / "native"
    own = {"HOME": str(folder), "PULSE_RUNTIME_PATH": str(folder), "PULSE_STATE_PATH": str(folder)}
    environment = {**os.environ, **own}
    environment.pop("PULSE_SERVER", None)
    command = [
        "pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
        "--disable-shm=yes", "--log-target=stderr",
        f"-Lmodule-native-protocol-unix auth-anonymous=1 socket={socket}",
        f"-Lmodule-null-sink sink_name=ear rate={RATE} channels=1",
    ]  # fmt: skip
    log = (folder / "log").open("wb")
    server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    found = {"PULSE_SERVER": f"unix:{socket}"}
    try:
        _wait_for(server, {**environment, **found}, folder / "log")
        yield found
    finally:
        server.terminate()
        server.wait(10)
        log.close()


def _wait_for(server: subprocess.Popen[Any], environment: dict[str, str], log: Path) -> None:
    for _ in range(100):
        done = subprocess.run(["pactl", "info"], env=environment, capture_output=True, check=False)
        if done.returncode == 0:
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(0.1)
            break
    raise RuntimeError(f"no sound server: {log.read_text(errors='replace')}")


@dataclass(frozen=True, slots=True)
class Planned:
    """A sound that is to be heard: its name, its samples, and the monotonic time it is due."""

    name: str
    samples: Signal
    due: float


@dataclass(frozen=True, slots=True)
class Found:
    """Where a sound was found: seconds late, how loud, and how alike (1 is the very same)."""

    planned: Planned
    late: float
    gain: float
    alike: float


def listen_for(heard: Heard, planned: Sequence[Planned], within: float = 0.4) -> list[Found]:
    """Each sound where it is most alike, ``within`` seconds of when it is due."""
    return [_find(heard, one, within) for one in planned]


def rest_of(heard: Heard, found: Sequence[Found]) -> float:
    """The share of all energy heard that none of the found sounds explains: 0 is none."""
    left = heard.samples.copy()
    for one in found:
        at = heard.place(one.planned.due + one.late)
        if not 0 <= at < len(left):
            continue
        clip = one.planned.samples[: len(left) - at]
        left[at : at + len(clip)] -= one.gain * clip
    return float(np.sum(left**2) / max(1e-12, np.sum(heard.samples**2)))


def _find(heard: Heard, planned: Planned, within: float) -> Found:
    clip = planned.samples
    margin = round(within * RATE)
    first = heard.place(planned.due) - margin
    start = max(0, first)
    window = heard.samples[start : first + 2 * margin + len(clip)]
    if len(window) < len(clip):
        return Found(planned, 0.0, 0.0, 0.0)
    size = 1 << (len(window) + len(clip)).bit_length()
    spectrum = np.fft.rfft(window, size) * np.conj(np.fft.rfft(clip, size))
    products = np.fft.irfft(spectrum, size)[: len(window) - len(clip) + 1]
    energy = np.concatenate(([0.0], np.cumsum(window**2)))
    around = energy[len(clip) :] - energy[: len(energy) - len(clip)]
    own = float(np.sum(clip**2))
    alike = products / np.sqrt(np.maximum(around, 1e-9) * own)
    best = int(np.argmax(products))
    late = heard.moment(start + best) - planned.due
    return Found(planned, late, float(products[best] / own), float(alike[best]))
