"""Everything a Linux desktop and its shells are told: a folder filled as ``/usr/share`` is filled.

python -m tools.packages.share DIR
"""

from __future__ import annotations

import gzip
import shutil
import sys
from pathlib import Path

from recovery_coach.base.paths import APP
from tools.packages.about import About, about
from tools.packages.completions import write_completions
from tools.packages.icons import write_icons
from tools.packages.languages import speaking, translations
from tools.packages.manual import manual
from tools.packages.metainfo import TEMPLATES, write_metainfo
from tools.packages.places import ROOT


def write_share(folder: Path) -> None:
    """Write all of it. Twice the same source gives twice the same bytes."""
    facts = about()
    with speaking():
        write_metainfo(folder, facts)
        write_icons(folder)
        write_completions(folder)
    write_manuals(folder, facts)
    documents = folder / "doc" / APP
    documents.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(TEMPLATES / "copyright", documents / "copyright")
    changes = (ROOT / "CHANGELOG.md").read_bytes()
    (documents / "changelog.gz").write_bytes(gzip.compress(changes, mtime=0))


def write_manuals(folder: Path, facts: About) -> None:
    """The man page in English, and in every language of the program."""
    with speaking():
        _write_manual(folder / "man" / "man1", facts)
    for code in translations():
        with speaking(code):
            _write_manual(folder / "man" / code / "man1", facts)


def _write_manual(folder: Path, facts: About) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    page = gzip.compress(manual(facts).encode("utf-8"), mtime=0)
    (folder / f"{APP}.1.gz").write_bytes(page)


if __name__ == "__main__":
    write_share(Path(sys.argv[1]))
