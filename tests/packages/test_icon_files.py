"""The icon's files for Windows and macOS, read back by Qt, which knows both."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QImageReader
from tools.packages.icon_files import ICNS_KINDS, ICO_SIZES, draw, write_icns, write_ico


def green(size: int) -> bytes:
    """A green square with a white dot in its middle."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(QColor("#2a7f62"))
    image.setPixelColor(size // 2, size // 2, QColor("white"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def pictures_in(path: Path) -> list[QImage]:
    """All pictures of a file."""
    reader = QImageReader(str(path))
    read = []
    for index in range(reader.imageCount()):
        assert reader.jumpToImage(index)
        read.append(reader.read())
    return read


@pytest.mark.parametrize(
    ("write", "name", "sizes"),
    [(write_ico, "app.ico", ICO_SIZES), (write_icns, "app.icns", tuple(ICNS_KINDS.values()))],
)
def test_every_size_is_in_it(tmp_path: Path, write, name: str, sizes) -> None:
    pictures = pictures_in(write(tmp_path / "icons" / name, green))
    assert [picture.width() for picture in pictures] == list(sizes)
    for picture in pictures:
        middle = picture.width() // 2
        assert picture.pixelColor(middle, middle).name() == "#ffffff"
        assert picture.pixelColor(middle // 8, middle // 8).name() == "#2a7f62"


def test_256_pixels_are_written_as_windows_wants_them(tmp_path: Path) -> None:
    content = write_ico(tmp_path / "app.ico", green).read_bytes()
    side, other, _, _, planes, bits, length, offset = struct.unpack_from(
        "<BBBBHHII", content, 6 + 16 * (len(ICO_SIZES) - 1)
    )
    assert (side, other, planes, bits) == (0, 0, 1, 32)
    assert offset + length == len(content)


def test_the_file_of_macos_says_its_own_length(tmp_path: Path) -> None:
    content = write_icns(tmp_path / "app.icns", green).read_bytes()
    assert content[:4] == b"icns"
    assert struct.unpack_from(">I", content, 4) == (len(content),)


@pytest.mark.usefixtures("qapp")
def test_the_apps_icon_is_seen_at_every_size() -> None:
    for size in (16, 1024):
        image = QImage.fromData(draw(size))
        seen = {image.pixelColor(x, size // 2).name() for x in range(size)}
        assert len(seen) > 1
