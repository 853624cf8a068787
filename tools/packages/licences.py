"""The licences of what the bundle brings along, each with the name of its package."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tools.packages.places import BUILD, run

LICENCES = BUILD / "licences"
"""The spec puts them into the bundle, as its ``licences``."""

# Runs in the workshop's Python: which packages the app needs there, and where they lie.
_ASK = """
import importlib.metadata as m, json, re
from packaging.requirements import Requirement
seen, todo = {}, ["recovery-coach"]
while todo:
    name = re.sub(r"[-_.]+", "-", todo.pop()).lower()
    if name in seen:
        continue
    found = m.distribution(name)
    wanted = [Requirement(text) for text in found.requires or ()]
    todo += [w.name for w in wanted if w.marker is None or w.marker.evaluate({"extra": ""})]
    meta = found.metadata
    files = [str(found.locate_file(f)) for f in found.files or ()
             if ".dist-info" in str(f) and re.search("licen|copying|notice", str(f), re.I)]
    seen[name] = {
        "version": found.version,
        "licence": meta.get("License-Expression") or meta.get("License") or "",
        "home": meta.get("Home-page") or next(iter(meta.get_all("Project-URL") or [""])),
        "files": sorted(files),
    }
print(json.dumps(seen))
"""


def write_licences(python: Path, folder: Path) -> None:
    """Fill ``folder``: a list of all packages, and below it the texts that came with them."""
    found = json.loads(run([str(python), "-c", _ASK]))
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    lines = ["What this program brings along, under which licence, and where its source is.", ""]
    for name, about in sorted(found.items()):
        licence = about["licence"].strip().splitlines()[:1]
        home = about["home"].rpartition(" ")[2]
        lines.append(f"{name} {about['version']}: {' '.join(licence) or 'see its text'} ({home})")
        for path in map(Path, about["files"]):
            if path.is_file():
                target = folder / name / path.name
                target.parent.mkdir(exist_ok=True)
                target.write_bytes(path.read_bytes())
    (folder / "packages.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
