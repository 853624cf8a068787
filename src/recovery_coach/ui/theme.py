"""Colours and sizes: the tokens of the look, and what follows the system's choice.

Every pair of text and ground in ``PAIRS`` has a contrast of 4.5:1 or more; a test computes them.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from recovery_coach.settings.model import Theme
from recovery_coach.ui.style import stylesheet

SMALLEST_BODY = 14
"""Pixels: below this the words cannot be read from a mat, whatever the system says."""


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
)

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


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def pain_colour(palette: Palette, number: float) -> QColor:
    """The colour of a pain number, 0 to 10: teal, amber, accent, red. It is never the only sign."""
    stops = (palette.teal, palette.amber, palette.accent, palette.red)
    place = min(10.0, max(0.0, number)) / 10 * (len(stops) - 1)
    index = min(int(place), len(stops) - 2)
    first, second, share = QColor(stops[index]), QColor(stops[index + 1]), place - index
    return QColor.fromRgbF(
        first.redF() + (second.redF() - first.redF()) * share,
        first.greenF() + (second.greenF() - first.greenF()) * share,
        first.blueF() + (second.blueF() - first.blueF()) * share,
    )


class Look(QObject):
    """The look in force: palette and sizes. Widgets that paint themselves follow ``changed``."""

    changed = Signal()

    def __init__(self, application: QApplication, theme: Theme = "system") -> None:
        super().__init__(application)
        self._application = application
        self._theme: Theme = theme
        self.palette = DARK
        system = QFontInfo(application.font()).pixelSize()
        self.px = max(SMALLEST_BODY, system)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        self._apply()

    @property
    def theme(self) -> Theme:
        """What was chosen; ``system`` follows the desktop."""
        return self._theme

    def choose(self, theme: Theme) -> None:
        """Change the theme."""
        self._theme = theme
        self._apply()

    def size(self, factor: float) -> int:
        """A size in pixels, as a multiple of the body text."""
        return max(1, round(self.px * factor))

    def _on_system_changed(self) -> None:
        if self._theme == "system":
            self._apply()

    def _apply(self) -> None:
        scheme = QGuiApplication.styleHints().colorScheme()
        light = self._theme == "light" or (
            self._theme == "system" and scheme == Qt.ColorScheme.Light
        )
        self.palette = LIGHT if light else DARK
        font = self._application.font()
        font.setPixelSize(self.px)
        self._application.setFont(font)
        self._application.setPalette(_qt_palette(self.palette))
        self._application.setStyleSheet(stylesheet(self.palette, self.px))
        self.changed.emit()


def _qt_palette(colours: Palette) -> QPalette:
    """For what a style sheet does not reach: native selections, placeholder text, links."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.ground,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.surface,
        QPalette.ColorRole.AlternateBase: colours.raised,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.Button: colours.raised,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.ToolTipBase: colours.raised,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.Link: colours.accent_text,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    return palette
