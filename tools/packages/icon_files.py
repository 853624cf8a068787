"""The app's icon as Windows and macOS want it: a file with a PNG for each size.

Both formats are a short table before the pictures, so neither system's own tool is needed.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from recovery_coach.base.paths import APP
from tools.packages.icons import draw
from tools.packages.places import BUILD

Draw = Callable[[int], bytes]
"""A picture of that many pixels, as a PNG."""
ICO = BUILD / "icons" / f"{APP}.ico"
ICNS = BUILD / "icons" / f"{APP}.icns"
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
"""The sizes that Windows shows at 100, 125, 150 and 200 %."""
ICNS_KINDS: Mapping[bytes, int] = {
    b"icp4": 16,
    b"icp5": 32,
    b"ic07": 128,
    b"ic08": 256,
    b"ic09": 512,
    b"ic10": 1024,
    b"ic11": 32,
    b"ic12": 64,
    b"ic13": 256,
    b"ic14": 512,
}
"""The pixels of each kind of entry; from ``ic10`` on for a screen with twice as many."""


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """A Windows icon of PNGs by their size."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    table, body = b"", b""
    for size, png in sorted(pictures.items()):
        side = size % 256  # 256 does not fit into the byte, and is written as 0
        table += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(png), offset + len(body))
        body += png
    return head + table + body


def icns(pictures: Sequence[tuple[bytes, bytes]]) -> bytes:
    """A macOS icon of PNGs, each with its kind."""
    body = b"".join(kind + struct.pack(">I", 8 + len(png)) + png for kind, png in pictures)
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def write_ico(path: Path = ICO, draw: Draw = draw) -> Path:
    """Write the icon for Windows; where it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(ico({size: draw(size) for size in ICO_SIZES}))
    return path


def write_icns(path: Path = ICNS, draw: Draw = draw) -> Path:
    """Write the icon for macOS; where it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(icns([(kind, draw(size)) for kind, size in ICNS_KINDS.items()]))
    return path
