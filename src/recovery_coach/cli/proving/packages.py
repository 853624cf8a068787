"""Which Debian package brings a library that is missing: so that nobody has to search for it.

Qt comes in the wheel and the bundle, what it stands on does not (packaging/linux/apt-app.txt).
"""

from __future__ import annotations

import ctypes
import re

from recovery_coach.base.i18n import tr

_MISSING = re.compile(r"\b(lib[\w.+-]+?\.so[.\d]*): (?:cannot open|not found)")

_BROUGHT_ALONG = ("libQt6", "libSDL", "libespeak", "libpyside", "libshiboken")
"""No system has to have these: they are missing in the program itself."""

PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libpulse.so.0": "libpulse0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""The Debian (and Ubuntu) package of each library that the program stands on."""
_BEHIND = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libfreetype.so.6": "libfreetype6",
    "libstdc++.so.6": "libstdc++6",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libz.so.1": "zlib1g",
}
"""Those of the libraries that these bring with them."""
FONTS = "fonts-dejavu-core"
"""One that has every letter of the program's texts."""


def missing_library(text: str) -> str:
    """The system's library that an error says is not there: ``libGL.so.1``; empty if none."""
    found = _MISSING.search(text)
    return found[1] if found is not None and not found[1].startswith(_BROUGHT_ALONG) else ""


def package_words(text: str) -> str:
    """What to install, by an error message that names a missing library; all of it at once."""
    library = missing_library(text)
    package = PACKAGES.get(library) or _BEHIND.get(library)
    if package is None:
        return tr("Install the package of your system that has {library}.").format(library=library)
    others = (PACKAGES[one] for one in PACKAGES if not can_be_loaded(one))
    return install_words(*dict.fromkeys((package, *others)))


def can_be_loaded(library: str) -> bool:
    """Whether the system has a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_words(*packages: str) -> str:
    """How to install packages on Debian; elsewhere their names are near enough to search for."""
    command = f"apt install {' '.join(packages)}"
    return tr("As an administrator: {command} (Debian, Ubuntu).").format(command=command)
