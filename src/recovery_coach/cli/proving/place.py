"""Where the program runs, and how it came there: what a report of trouble is asked for first."""

from __future__ import annotations

import os
import platform
import sys
from contextlib import suppress
from pathlib import Path

from recovery_coach import __version__
from recovery_coach.base.i18n import language, system_languages, tr
from recovery_coach.cli.proving.trial import Trial

Facts = dict[str, tuple[str, str]]
"""By key: what it is called, and what was found."""


def facts(trial: Trial) -> Facts:
    """What is known before anything is tried; empty where there is none."""
    now = trial.clock.now()
    return {
        "version": (tr("Recovery Coach"), __version__),
        "installed": (tr("Installed as"), installed(trial.resources)),
        "program": (tr("Program"), sys.executable),
        "resources": (tr("Shipped data"), str(trial.resources)),
        "python": (tr("Python"), platform.python_version()),
        "system": (tr("System"), system()),
        "language": (tr("Language"), language()),
        "wanted_languages": (tr("Languages wanted"), ", ".join(system_languages())),
        "time_zone": (tr("Time zone"), f"{now.tzname()} ({now:%z})"),
        "display": (tr("Display"), display()),
        "sound": (tr("Sound"), ", ".join(sound_outputs())),
    }


def installed(resources: Path) -> str:
    """How it came here: a ``bundle`` brings its Python, a ``wheel`` was installed into one."""
    if getattr(sys, "frozen", False):
        return "bundle"
    return "checkout" if resources.name == "resources" else "wheel"


def system() -> str:
    """The operating system, as it calls itself, and the machine."""
    name = f"{platform.system()} {platform.release()}"
    with suppress(OSError):
        name = f"{platform.freedesktop_os_release()['PRETTY_NAME']}, {name}"
    return f"{name}, {platform.machine()}"


def display() -> str:
    """What windows would be shown on; empty where there is nothing."""
    if sys.platform in ("win32", "darwin"):
        return sys.platform
    names = [name for name in ("WAYLAND_DISPLAY", "DISPLAY") if os.environ.get(name)]
    return ", ".join(f"{name}={os.environ[name]}" for name in names)


def sound_outputs() -> list[str]:
    """The sound servers and cards there are; none of them is opened."""
    if sys.platform in ("win32", "darwin"):
        return [sys.platform]
    run = Path(os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}")
    sockets = (run / "pulse" / "native", Path("/run/pulse/native"), run / "pipewire-0")
    servers = [os.environ["PULSE_SERVER"]] if os.environ.get("PULSE_SERVER") else []
    servers += [str(path) for path in sockets if _is_there(path)]
    cards = sorted(Path("/proc/asound").glob("card[0-9]*"))
    return [*servers, *map(str, cards)]


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False
