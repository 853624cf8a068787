"""What fills ``/usr/share``: whole, the same every time, each icon in its size."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from tools.packages.icons import SIZES
from tools.packages.languages import translations
from tools.packages.share import write_share

from recovery_coach.base.i18n import language
from recovery_coach.base.paths import APP_ID

ICONS = Path("icons") / "hicolor"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, qapp) -> Path:
    made = tmp_path_factory.mktemp("share")
    write_share(made)
    return made


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_everything_is_where_a_system_looks(folder: Path):
    assert set(contents(folder)) == {
        f"applications/{APP_ID}.desktop",
        f"metainfo/{APP_ID}.metainfo.xml",
        *(f"icons/hicolor/{size}x{size}/apps/{APP_ID}.png" for size in SIZES),
        f"icons/hicolor/scalable/apps/{APP_ID}.svg",
        "man/man1/recovery-coach.1.gz",
        *(f"man/{code}/man1/recovery-coach.1.gz" for code in translations()),
        "bash-completion/completions/recovery-coach",
        "zsh/vendor-completions/_recovery-coach",
        "fish/vendor_completions.d/recovery-coach.fish",
        "doc/recovery-coach/copyright",
        "doc/recovery-coach/changelog.gz",
    }


def test_twice_the_same_source_gives_the_same_bytes(folder: Path, tmp_path: Path):
    write_share(tmp_path)
    assert contents(tmp_path) == contents(folder)


def test_nothing_tells_where_it_was_made(folder: Path):
    here = str(Path(__file__).resolve().parents[2]).encode()
    for name, content in contents(folder).items():
        plain = gzip.decompress(content) if name.endswith(".gz") else content
        assert here not in plain, name


def test_the_language_of_who_builds_it_changes_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("LANGUAGE", "de")
    before = language()
    write_share(tmp_path)
    assert language() == before
    assert contents(tmp_path) == contents(folder)


@pytest.mark.parametrize("size", SIZES)
def test_every_icon_has_its_size(folder: Path, size: int):
    image = QImage(str(folder / ICONS / f"{size}x{size}" / "apps" / f"{APP_ID}.png"))
    assert (image.width(), image.height()) == (size, size)
    assert image.hasAlphaChannel()
    assert image.pixelColor(0, 0).alpha() < 128, "its corners are round"
    assert image.pixelColor(size // 2, size // 8).alpha() == 255


def test_the_man_page_says_nothing_of_when_it_was_packed(folder: Path):
    packed = (folder / "man" / "man1" / "recovery-coach.1.gz").read_bytes()
    assert packed[4:8] == b"\0\0\0\0"
