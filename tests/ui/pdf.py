"""Reads a PDF that Qt wrote: its pages, their sizes, their words, and whether it holds pictures."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    width: float
    height: float
    drawn: str
    """What paints it."""
    text: str
    """Its letters, without any space."""


class Pdf:
    def __init__(self, content: bytes) -> None:
        assert content.startswith(b"%PDF-")
        assert content.rstrip().endswith(b"%%EOF")
        found = re.finditer(rb"(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj", content, re.DOTALL)
        self.objects = {int(one[1]): one[2] for one in found}
        (pages,) = (o for o in self.objects.values() if b"/Type /Pages" in o)
        kids = re.search(rb"/Kids\s*\[(.*?)\]", pages, re.DOTALL)
        assert kids is not None
        self.pages = [self._page(int(n)) for n in re.findall(rb"(\d+) 0 R", kids[1])]

    @property
    def images(self) -> int:
        """How many pictures there are, in objects or written into a page."""
        inline = sum(len(re.findall(r"^BI\b", page.drawn, re.MULTILINE)) for page in self.pages)
        return inline + sum(bool(re.search(rb"/Subtype\s*/Image", o)) for o in self._heads())

    @property
    def title(self) -> str:
        (info,) = (o for o in self.objects.values() if b"/Producer" in o)
        found = re.search(rb"/Title \((.*?)\)\n", info, re.DOTALL)
        assert found is not None
        return found[1].decode("utf-16")

    def _heads(self) -> list[bytes]:
        return [o.partition(b"stream")[0] for o in self.objects.values()]

    def _page(self, number: int) -> Page:
        page = self.objects[number]
        box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page)
        contents = re.search(rb"/Contents (\d+) 0 R", page)
        assert box is not None
        assert contents is not None
        drawn = self._stream(int(contents[1])).decode("latin-1")
        return Page(float(box[1]), float(box[2]), drawn, self._text(drawn))

    def _stream(self, number: int) -> bytes:
        head, _, rest = self.objects[number].partition(b"stream")
        data = rest.lstrip(b"\r\n").removesuffix(b"endstream")
        return zlib.decompress(data) if b"/FlateDecode" in head else data

    def _text(self, drawn: str) -> str:
        letters: dict[str, str] = {}
        found = []
        for font, glyph in re.findall(r"/F(\d+) [\d.]+ Tf|<([0-9a-fA-F]{4})> Tj", drawn):
            if font:
                letters = self._letters(int(font))
            else:
                found.append(letters.get(glyph.lower(), ""))
        return "".join("".join(found).split())

    def _letters(self, font: int) -> dict[str, str]:
        named = re.search(rb"/ToUnicode (\d+) 0 R", self.objects[font])
        assert named is not None
        cmap = self._stream(int(named[1])).decode("latin-1")
        letters = {}
        for first, run in re.findall(r"<(\w{4})> <\w{4}> \[(.*?)\]", cmap, re.DOTALL):
            for index, code in enumerate(re.findall(r"<(\w+)>", run)):
                text = bytes.fromhex(code).decode("utf-16-be")
                letters[f"{int(first, 16) + index:04x}"] = text
        return letters
