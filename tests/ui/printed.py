"""A PDF as another program reads it: poppler's pdftotext, with every word and where it stands."""

from __future__ import annotations

import re
import subprocess
import tempfile
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

HTML = "{http://www.w3.org/1999/xhtml}"
UNKNOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True)
class Word:
    """A word of a page, in points from its left upper corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class PrintedPage:
    width: float
    height: float
    words: tuple[Word, ...]


def text_of(content: bytes, first: int = 1, last: int = 0) -> str:
    """The text in the order of reading, of some pages or of all."""
    pages = ["-f", str(first), *(["-l", str(last)] if last else [])]
    return _read(content, "-enc", "UTF-8", *pages)


def pages_of(content: bytes) -> list[PrintedPage]:
    """Every page with its words."""
    tree = ET.fromstring(UNKNOWN.sub("", _read(content, "-bbox")))
    return [_page(page) for page in tree.iter(f"{HTML}page")]


def _page(page: ET.Element) -> PrintedPage:
    words = tuple(
        Word(word.text or "", *(float(word.attrib[n]) for n in ("xMin", "yMin", "xMax", "yMax")))
        for word in page.iter(f"{HTML}word")
    )
    return PrintedPage(float(page.attrib["width"]), float(page.attrib["height"]), words)


def _read(content: bytes, *options: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "read.pdf"
        file.write_bytes(content)
        done = subprocess.run(
            ["pdftotext", *options, str(file), "-"], capture_output=True, check=True, timeout=60
        )
    return done.stdout.decode("utf-8", "replace")
