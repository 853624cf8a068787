"""The two files a desktop reads of a program: its entry in the menu, and its page in a shop.

Both are templates in ``packaging/linux``, in English. What changes (version, date, home page) is
filled in here, and beside every text for people stand its translations.
"""

from __future__ import annotations

import copy
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from recovery_coach.base.i18n import tr
from recovery_coach.base.paths import APP_ID
from tools.extraction import DESKTOP_KEYS, METAINFO_ELEMENTS, in_one_line
from tools.packages.about import About
from tools.packages.languages import speaking, translations
from tools.packages.places import ROOT

TEMPLATES = ROOT / "packaging" / "linux"
DESKTOP = f"{APP_ID}.desktop"
METAINFO = f"{APP_ID}.metainfo.xml"
_HOMEPAGE = "@HOMEPAGE@"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def write_metainfo(folder: Path, facts: About) -> None:
    """Write both below ``folder``, where a desktop looks for them."""
    for place, content in (
        (f"applications/{DESKTOP}", desktop_entry()),
        (f"metainfo/{METAINFO}", metainfo(facts)),
    ):
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="\n")


def desktop_entry() -> str:
    """The menu's entry, each line for people followed by that line in every language."""
    lines = []
    for line in (TEMPLATES / DESKTOP).read_text(encoding="utf-8").splitlines():
        lines.append(line)
        key, _, text = line.partition("=")
        if key in DESKTOP_KEYS:
            lines += [f"{key}[{code}]={words}" for code, words in _translated(text)]
    return "\n".join(lines) + "\n"


def metainfo(facts: About) -> str:
    """The shop's page."""
    template = (TEMPLATES / METAINFO).read_text(encoding="utf-8")
    root = ET.fromstring(template.replace(_HOMEPAGE, facts.homepage))
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in METAINFO_ELEMENTS:
                _translate(parent, child)
    releases = root.find("releases")
    assert releases is not None
    for one in facts.releases:
        kind = "stable" if one.final else "development"
        told = {"version": one.version, "date": one.day.isoformat(), "type": kind}
        ET.SubElement(releases, "release", told)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, "unicode") + "\n"


def _translate(parent: ET.Element, child: ET.Element) -> None:
    child.text = in_one_line(child.text or "")
    place = list(parent).index(child) + 1
    for code, words in _translated(child.text):
        other = copy.copy(child)
        other.set(_LANGUAGE, code)
        other.text = words
        parent.insert(place, other)
        place += 1


def _translated(text: str) -> Iterator[tuple[str, str]]:
    """The text in every language that has it."""
    for code in translations():
        with speaking(code):
            words = tr(text)
        if words != text:
            yield code, words
