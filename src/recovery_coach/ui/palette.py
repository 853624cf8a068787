"""The colours of each theme, by what they are for.

Every pair of text and ground in ``PAIRS`` has a contrast of 4.5:1 or more; a test computes them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FigureTones:
    """The colours of the figure: near and far limbs, and what is about it."""

    near: str
    far: str
    cloth: str
    cloth_far: str
    hair: str
    hair_far: str
    mat: str
    shadow: str
    wall: str
    metal: str


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, by what they are for."""

    name: str
    ground: str
    surface: str
    raised: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_text: str
    teal: str
    on_teal: str
    teal_text: str
    amber: str
    amber_text: str
    red: str
    on_red: str
    red_text: str
    figure: FigureTones


DARK = Palette(
    name="dark",
    ground="#131B23",
    surface="#1B2630",
    raised="#233240",
    line="#2C3D4B",
    text="#EEF3F6",
    muted="#9DB0BE",
    accent="#FF8A5B",
    on_accent="#131B23",
    accent_text="#FF8A5B",
    teal="#4FC3B0",
    on_teal="#131B23",
    teal_text="#4FC3B0",
    amber="#F2C14E",
    amber_text="#F2C14E",
    red="#E84F54",
    on_red="#131B23",
    red_text="#FF8589",
    figure=FigureTones(
        near="#D9E2E8",
        far="#8A9EAD",
        cloth="#6F8798",
        cloth_far="#4B6071",
        hair="#566B7B",
        hair_far="#3F5262",
        mat="#22303B",
        shadow="#172129",
        wall="#2A3B48",
        metal="#5F7688",
    ),
)
LIGHT = Palette(
    name="light",
    ground="#F6F4EF",
    surface="#FFFFFF",
    raised="#EFEBE3",
    line="#DDD7CB",
    text="#1D2831",
    muted="#5A6771",
    accent="#B8420F",
    on_accent="#FFFFFF",
    accent_text="#B8420F",
    teal="#1B7F70",
    on_teal="#FFFFFF",
    teal_text="#176B5F",
    amber="#E0A21B",
    amber_text="#7E5600",
    red="#C92A2F",
    on_red="#FFFFFF",
    red_text="#B3211F",
    figure=FigureTones(
        near="#9FB0BC",
        far="#C3CDD4",
        cloth="#5B7182",
        cloth_far="#8799A6",
        hair="#4A5D6B",
        hair_far="#71838F",
        mat="#E4DED2",
        shadow="#CFC7B8",
        wall="#E3DDD2",
        metal="#8C9AA4",
    ),
)
CONTRAST = Palette(
    name="contrast",
    ground="#000000",
    surface="#000000",
    raised="#1F1F1F",
    line="#707070",
    text="#FFFFFF",
    muted="#E6E6E6",
    accent="#FFA32E",
    on_accent="#000000",
    accent_text="#FFA32E",
    teal="#3BF0D2",
    on_teal="#000000",
    teal_text="#3BF0D2",
    amber="#FFD400",
    amber_text="#FFD400",
    red="#FF6B6B",
    on_red="#000000",
    red_text="#FF9A9A",
    figure=FigureTones(
        near="#FFFFFF",
        far="#A8A8A8",
        cloth="#8C8C8C",
        cloth_far="#666666",
        hair="#7A7A7A",
        hair_far="#555555",
        mat="#262626",
        shadow="#0D0D0D",
        wall="#333333",
        metal="#8C8C8C",
    ),
)

PAPER = Palette(
    name="paper",
    ground="#FFFFFF",
    surface="#FFFFFF",
    raised="#F1F3F4",
    line="#C3CBD0",
    text="#12181D",
    muted="#4A565F",
    accent="#A33208",
    on_accent="#FFFFFF",
    accent_text="#A33208",
    teal="#0E6558",
    on_teal="#FFFFFF",
    teal_text="#0E6558",
    amber="#C98A12",
    amber_text="#744F00",
    red="#B3211F",
    on_red="#FFFFFF",
    red_text="#B3211F",
    figure=FigureTones(
        near="#C3CED6",
        far="#DDE3E7",
        cloth="#93A4B0",
        cloth_far="#BAC6CE",
        hair="#485660",
        hair_far="#85939E",
        mat="#ECEFF1",
        shadow="#DBE0E4",
        wall="#E6EAEC",
        metal="#8A97A1",
    ),
)
"""For print: without colours, too, what works is darker than cloth, and cloth darker than skin."""

_GROUNDS = ("ground", "surface", "raised")
PAIRS: tuple[tuple[str, str], ...] = (
    *((text, ground) for text in ("text", "muted") for ground in _GROUNDS),
    *((text, ground) for text in ("accent_text", "teal_text", "red_text") for ground in _GROUNDS),
    *(("amber_text", ground) for ground in _GROUNDS),
    ("on_accent", "accent"),
    ("on_teal", "teal"),
    ("on_red", "red"),
    ("text", "line"),
)
"""Every text colour with every ground it is used on."""


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours by WCAG 2.2, from 1 to 21."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ink_on(colour: str) -> str:
    """What is written on any colour: black or white, of which one always has 4.5:1 or more."""
    return max("#000000", "#FFFFFF", key=lambda ink: contrast(ink, colour))


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
