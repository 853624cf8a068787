"""What is left out of the bundle: exactly what left-out.toml says, and it says why."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tools.packages.places import PACKAGING, ROOT
from tools.packages.pruning import LIBRARIES, Collected, Pruning, languages_in

FILE = PACKAGING / "left-out.toml"
LOCALE = ROOT / "resources" / "locale"


@pytest.fixture
def pruning() -> Pruning:
    return Pruning.read(FILE, LOCALE, platform="linux")


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    """A folder where wheels are installed, outside of the system's."""
    folder = tmp_path / "site-packages"
    folder.mkdir()
    return folder


def collected(wheels: Path, *places: str) -> list[Collected]:
    rows = []
    for place in places:
        path = wheels / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"12345")
        rows.append((place, str(path), "BINARY"))
    return rows


def places(rows: list[Collected]) -> list[str]:
    return [place for place, _, _ in rows]


def test_every_entry_says_why(pruning: Pruning) -> None:
    assert pruning.entries
    assert all(len(entry.why) > 40 for entry in pruning.entries)
    assert len({entry.name for entry in pruning.entries}) == len(pruning.entries)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/QtCore.abi3.so",
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "PySide6/Qt/plugins/platformthemes/libqxdgdesktopportal.so",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "espeakng_loader/libespeak-ng.so",
        "espeakng_loader/espeak-ng-data/phondata",
        "espeakng_loader/espeak-ng-data/intonations",
        "espeakng_loader/espeak-ng-data/en_dict",
        "espeakng_loader/espeak-ng-data/de_dict",
        "espeakng_loader/espeak-ng-data/lang/gmw/en-US",
        "espeakng_loader/espeak-ng-data/lang/gmw/de",
        "recovery_coach/_resources/locale/de/LC_MESSAGES/recovery_coach.mo",
        "pygame/mixer.cpython-311-x86_64-linux-gnu.so",
    ],
)
def test_what_the_app_uses_stays(pruning: Pruning, wheels: Path, place: str) -> None:
    assert places(pruning.prune(collected(wheels, place))) == [place]


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "PySide6/Qt/translations/designer_de.qm",
        "espeakng_loader/libespeak-ng.so.1.52.0",
        "espeakng_loader/espeak-ng-data/ru_dict",
        "espeakng_loader/espeak-ng-data/lang/zle/ru",
        "recovery_coach/_resources/locale/de/LC_MESSAGES/recovery_coach.po",
    ],
)
def test_what_it_does_not_use_goes(pruning: Pruning, wheels: Path, place: str) -> None:
    assert pruning.prune(collected(wheels, place)) == []


def test_a_language_is_kept_as_soon_as_the_app_speaks_it(wheels: Path, tmp_path: Path) -> None:
    messages = tmp_path / "locale" / "fr" / "LC_MESSAGES"
    messages.mkdir(parents=True)
    shutil.copy(LOCALE / "de" / "LC_MESSAGES" / "recovery_coach.mo", messages)
    french = ["PySide6/Qt/translations/qtbase_fr.qm", "espeakng_loader/espeak-ng-data/fr_dict"]

    assert languages_in(tmp_path / "locale") == ("en", "fr")
    found = Pruning.read(FILE, tmp_path / "locale", platform="linux")
    assert places(found.prune(collected(wheels, *french))) == french


def test_on_linux_the_libraries_of_the_system_stay_with_it(
    pruning: Pruning, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = tmp_path / "usr" / "lib"
    monkeypatch.setattr("tools.packages.pruning.SYSTEM_FOLDERS", (f"{system}/",))
    rows = collected(system, "libX11.so.6", "libxcb.so.1", "libsqlite3.so.0", "libxcb-cursor.so.0")

    assert places(pruning.prune(rows)) == ["libsqlite3.so.0", "libxcb-cursor.so.0"]
    assert pruning.saved[LIBRARIES] == (2, 10)


def test_elsewhere_the_system_brings_nothing(wheels: Path) -> None:
    windows = Pruning.read(FILE, LOCALE, platform="win32")
    place = "PySide6/plugins/platforms/qwindows.dll"
    assert places(windows.prune(collected(wheels, place))) == [place]


def test_a_link_stays_with_what_it_leads_to(pruning: Pruning, wheels: Path) -> None:
    kept = "PySide6/Qt/lib/libQt6Core.so.6"
    rows = collected(wheels, kept, "PySide6/Qt/lib/libQt6EglFsKmsSupport.so.6")
    links = [(Path(place).name, place, "SYMLINK") for place, _, _ in rows]
    assert places(pruning.prune([*rows, *links])) == [kept, "libQt6Core.so.6"]


def test_the_report_tells_what_each_entry_saved(
    pruning: Pruning, wheels: Path, tmp_path: Path
) -> None:
    pruning.prune(collected(wheels, "PySide6/Qt/plugins/tls/a.so", "PySide6/Qt/plugins/tls/b.so"))
    pruning.write_report(tmp_path / "work" / "report.json")

    rows = {row["name"]: row for row in json.loads((tmp_path / "work/report.json").read_text())}
    assert (rows["Network"]["files"], rows["Network"]["bytes"]) == (2, 10)
    assert rows["The theme of GTK"]["files"] == 0
    assert all(row["why"] for row in rows.values())
