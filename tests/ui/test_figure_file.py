"""One picture of a figure as a file, and every figure in every theme."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from tools import contact_sheet

from recovery_coach.figure.shots import Ground, Shot
from recovery_coach.figure.showing import Showing
from recovery_coach.library.dose import Side
from recovery_coach.ui.figure_file import PALETTES, png_of, svg_of
from tests.figure.bodies import IDS, shipped

SVG = "{http://www.w3.org/2000/svg}"


def shot(
    identifier: str,
    side: Side | None = None,
    ground: Ground = "light",
    size: int = 200,
    pose: str = "",
    muscles: bool = True,
) -> Shot:
    showing = Showing(shipped(identifier), side)
    yaw, pitch = showing.camera
    named = pose or showing.figure.telling
    return Shot(showing, named, yaw, pitch, ground, size, muscles)


def image(content: bytes) -> QImage:
    return QImage.fromData(content)


@pytest.mark.parametrize("identifier", IDS)
def test_every_exercise_can_be_drawn_on_both_sides_in_every_theme(
    qapp: QApplication, identifier: str
):
    for ground, palette in PALETTES.items():
        for side in ("left", "right"):
            drawn = image(png_of(shot(identifier, side, ground, size=60)))
            assert max(drawn.width(), drawn.height()) == 60
            assert drawn.pixelColor(0, 0).name() == palette.ground.lower()
            colours = {
                drawn.pixel(x, y) for x in range(drawn.width()) for y in range(drawn.height())
            }
            assert len(colours) > 20


@pytest.mark.parametrize("identifier", IDS)
def test_a_drawing_is_shapes_with_a_title_and_no_picture(qapp: QApplication, identifier: str):
    root = ET.fromstring(svg_of(shot(identifier), "A <title> & more"))
    assert root.findtext(f"{SVG}title") == "A <title> & more"
    assert not list(root.iter(f"{SVG}image"))
    assert len(list(root.iter(f"{SVG}path"))) > 20


def test_the_size_is_that_of_the_longer_edge(qapp: QApplication):
    root = ET.fromstring(svg_of(shot("bird_dog", size=300), "x"))
    box = [float(part) for part in root.attrib["viewBox"].split()]
    assert box[:2] == [0, 0]
    assert max(box) == 300
    assert box[2] > box[3], "a bird dog is wider than high"
    millimetres = float(root.attrib["width"].removesuffix("mm"))
    assert millimetres / 25.4 * 96 == pytest.approx(300, abs=0.5)


def test_the_sides_are_each_other_s_mirror_and_not_the_same(qapp: QApplication):
    left, right = (svg_of(shot("bird_dog", side), "x") for side in ("left", "right"))
    assert left != right
    one, other = (image(png_of(shot("bird_dog", side, size=240))) for side in ("left", "right"))
    assert one.size() == other.size()
    assert differing(one, other) > 0.02
    # A mirrored body seen by a mirrored camera is the picture of the other side, turned over.
    turned = other.flipped(Qt.Orientation.Horizontal)
    assert differing(one, turned, by=24) < 0.005


def differing(one: QImage, other: QImage, by: int = 0) -> float:
    """The share of places where two pictures differ by more than that in brightness."""
    places = [(x, y) for x in range(0, one.width(), 2) for y in range(0, one.height(), 2)]
    tones = [(one.pixelColor(*p).lightness(), other.pixelColor(*p).lightness()) for p in places]
    return sum(abs(a - b) > by for a, b in tones) / len(places)


def test_without_muscles_nothing_glows(qapp: QApplication):
    accent = QColor(PALETTES["light"].accent).rgb()

    def glows(muscles: bool) -> bool:
        drawn = image(png_of(shot("glute_bridge", muscles=muscles)))
        return any(
            drawn.pixel(x, y) == accent for x in range(drawn.width()) for y in range(drawn.height())
        )

    assert glows(muscles=True)
    assert not glows(muscles=False)


# -- the sheet of all figures ----------------------------------------------------------------


def test_the_contact_sheet_has_every_figure_and_takes_old_pages_away(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "figures-9.png").write_bytes(b"old")
    (tmp_path / "other.png").write_bytes(b"not ours")
    only = ["--only", "bird_dog,cat_cow,side_plank"]
    assert contact_sheet.main([str(tmp_path), *only]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["figures-1.png", "other.png"]
    named = QImage(str(tmp_path / "figures-1.png"))
    assert contact_sheet.main([str(tmp_path), "--no-names", *only]) == 0
    blind = QImage(str(tmp_path / "figures-1.png"))
    assert named.width() == blind.width() == contact_sheet.WIDTH
    assert named != blind
    printed = capsys.readouterr().out.split()
    assert sorted(printed[::2]) == ["1:", "2:", "3:"]
    assert sorted(printed[1::2]) == ["bird_dog", "cat_cow", "side_plank"]


@pytest.mark.parametrize("identifier", IDS)
def test_both_cameras_of_the_contact_sheet_see_something_else(identifier: str):
    yaw, pitch = Showing(shipped(identifier)).camera
    for low in (False, True):
        second = contact_sheet.second_camera(yaw, pitch, low)
        assert abs(second[0] - yaw) >= 55
        assert second[1] >= pitch
    figure = shipped(identifier).figure
    poses = contact_sheet.key_poses(figure)
    assert {figure.start, figure.telling, *(move.to for move in figure.cycle)} <= set(poses)
    assert len(set(poses)) == len(poses)
