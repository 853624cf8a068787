"""The look in force: which palette, which sizes, and what follows the system's choice."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from recovery_coach.settings.model import Theme
from recovery_coach.ui.palette import CONTRAST, DARK, LIGHT, Palette
from recovery_coach.ui.style import stylesheet

SMALLEST_BODY = 14
"""Pixels: below this the words cannot be read from a mat, whatever the system says."""
ROOM = (58, 36)
"""Width and height, in body sizes, in which every page is whole."""


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

    def __init__(
        self,
        application: QApplication,
        theme: Theme = "system",
        text_size: int = 100,
        reduced_motion: bool = False,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._theme: Theme = theme
        self._text_size = text_size
        self.reduced_motion = reduced_motion
        self.palette = DARK
        self._system_px = max(SMALLEST_BODY, QFontInfo(application.font()).pixelSize())
        self.px = self._system_px
        self._room_px = 10_000
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)
        self._apply()

    @property
    def theme(self) -> Theme:
        """What was chosen; ``system`` follows the desktop."""
        return self._theme

    def choose(
        self,
        theme: Theme | None = None,
        text_size: int | None = None,
        reduced_motion: bool | None = None,
    ) -> None:
        """Change the theme, the text size (percent of the system's) or the motion."""
        if reduced_motion is not None:
            self.reduced_motion = reduced_motion
        before = (self._theme, self._text_size)
        if theme is not None:
            self._theme = theme
        if text_size is not None:
            self._text_size = text_size
        if before != (self._theme, self._text_size):  # dressing every widget anew takes its time
            self._apply()

    def size(self, factor: float) -> int:
        """A size in pixels, as a multiple of the body text."""
        return max(1, round(self.px * factor))

    def fit(self, width: int, height: int) -> None:
        """Let the text be as large as is asked, as far as a window of this size has room for it."""
        self._room_px = max(SMALLEST_BODY, min(width // ROOM[0], height // ROOM[1]))
        if self.px != min(self._wanted_px, self._room_px):
            self._apply()

    @property
    def _wanted_px(self) -> int:
        return round(self._system_px * self._text_size / 100)

    def _on_system_changed(self) -> None:
        if self._theme == "system":
            self._apply()

    def _palette(self) -> Palette:
        chosen = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}
        return chosen.get(self._theme) or _following_system()

    def _apply(self) -> None:
        self.palette = self._palette()
        self.px = min(self._wanted_px, self._room_px)
        font = self._application.font()
        font.setPixelSize(self.px)
        self._application.setFont(font)
        self._application.setPalette(_qt_palette(self.palette))
        self._application.setStyleSheet(stylesheet(self.palette, self.px))
        self.changed.emit()


def _following_system() -> Palette:
    """What the desktop asks for; dark where it does not say."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return LIGHT if hints.colorScheme() == Qt.ColorScheme.Light else DARK


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
