"""What is seen: Qt, letters, icons, figures and every page, all of it without a screen."""

from __future__ import annotations

import os
import string
import sys

from recovery_coach.base.i18n import SOURCE, language, languages, tr
from recovery_coach.cli.proving.check import FaultError, Finding, Result, some
from recovery_coach.cli.proving.packages import (
    FONTS,
    install_words,
    missing_library,
    package_words,
)
from recovery_coach.cli.proving.shipped import names_in
from recovery_coach.cli.proving.translated import catalogue, shipped_languages, texts_of
from recovery_coach.cli.proving.trial import Trial

FIGURES = 10
FIGURE_PIXELS = 200
FIGURE_COLOURS, PAGE_COLOURS = 8, 40
"""What is blank, or has nothing but its frames, has fewer. A figure has some 20, a page 400."""
ROUTINE = "express_3"
SIGNS = string.ascii_letters + string.digits + string.punctuation + "–…−×“”‘’·°"
"""What texts and numbers are written with in any language."""


def check_toolkit(trial: Trial) -> Finding:
    """Qt can be loaded, and begun without a screen; its own words are there."""
    gui = trial.gui
    from recovery_coach.desktop.plugins import WITHOUT_SCREEN, trouble_with

    why = trouble_with(WITHOUT_SCREEN)
    if why:  # Qt would end the whole program, and say so to nobody
        raise FaultError(why, package_words(why) if missing_library(why) else "")
    gui.make_application()
    codes = shipped_languages(trial.resources)
    silent = [code for code in codes if gui.qt_words(code) is None]
    if silent:
        raise FaultError(tr("Qt has no words in: {names}").format(names=", ".join(silent)))
    text = tr("it begins without a screen, and has words in: {codes}")
    return Finding(text.format(codes=", ".join((SOURCE, *codes))))


def check_screen(_: Trial) -> Finding:
    """What shows windows on a screen can be loaded; whether there is one is another question."""
    from recovery_coach.desktop.plugins import trouble_with, wanted

    screens, beside = wanted()
    troubles = {pattern: trouble_with(pattern) for pattern in (*screens, *beside)}
    wrong = {pattern: why for pattern, why in troubles.items() if why}
    if not wrong:
        return Finding(", ".join(pattern.partition("/")[2].strip("*") for pattern in troubles))
    missing = next((why for why in wrong.values() if missing_library(why)), "")
    mend = package_words(missing) if missing else ""
    left_out = any(not missing_library(why) for why in wrong.values())
    nowhere = all(pattern in wrong for pattern in screens)
    if left_out or nowhere or any(map(_is_needed, wrong)):
        raise FaultError("; ".join(wrong.values()), mend)
    return _warning("; ".join(wrong.values()), mend)


def _is_needed(pattern: str) -> bool:
    """Whether windows here, now, could not be shown without it."""
    here = "WAYLAND_DISPLAY" if os.environ.get("WAYLAND_DISPLAY") else "DISPLAY"
    kinds = {"DISPLAY": "xcb", "WAYLAND_DISPLAY": "wayland"}
    return bool(os.environ.get(here)) and kinds[here] in pattern


def _warning(found: str, mend: str) -> Finding:
    result: Result = "warning"
    return Finding(found, mend, result)


def check_fonts(trial: Trial) -> Finding:
    """There are fonts, and they have every letter of our texts; else there would be boxes."""
    from recovery_coach.ui.proof import (
        font_families,
        font_in_use,
        letters_are_boxes,
        without_glyph,
    )

    mend = install_words(FONTS) if sys.platform == "linux" else tr("Install a font.")
    if letters_are_boxes():
        raise FaultError(tr("no font has letters: all texts would be boxes"), mend)
    lacking = without_glyph(_letters(trial, language()))
    if lacking:
        raise FaultError(tr("no font has: {letters}").format(letters=_named(lacking)), mend)
    others = {code: without_glyph(_letters(trial, code)) for code, _ in _spoken(trial)}
    for code, letters in others.items():
        if letters:
            text = tr("for {code} no font has: {letters}")
            return _warning(text.format(code=code, letters=_named(letters)), mend)
    text = tr("{name}, one of {n} families; every letter of our texts")
    return Finding(text.format(name=font_in_use(), n=font_families()))


def _spoken(trial: Trial) -> list[tuple[str, str]]:
    return languages(trial.resources / "locale")


def _letters(trial: Trial, code: str) -> list[str]:
    """The letters that texts of a language are written with."""
    found = set(SIGNS)
    if code != SOURCE and code in shipped_languages(trial.resources):
        for _, text in texts_of(trial.resources / catalogue(code)):
            found.update(text)
    return sorted(one for one in found if one.isprintable() and not one.isspace())


def _named(letters: str) -> str:
    """Letters as any terminal can show them."""
    return some([f"U+{ord(letter):04X}" for letter in letters])


def check_icons(trial: Trial) -> Finding:
    """Each icon on the list is painted."""
    from recovery_coach.ui.proof import icon_colours

    names = names_in(trial.resources, "icons")
    blank = [name for name in names if icon_colours(name) < 2]
    if blank:
        raise FaultError(tr("nothing is painted for: {names}").format(names=some(blank)))
    return Finding(tr("{n} icons").format(n=len(names)))


def check_figures(trial: Trial) -> Finding:
    """Ten figures, of all of the list, are painted, and no two alike."""
    from recovery_coach.figure.shots import Shot
    from recovery_coach.figure.showing import Showing
    from recovery_coach.ui.proof import colours_of_file

    listed = sorted(names_in(trial.resources, "figures"))
    chosen = listed[:: max(1, len(listed) // FIGURES)][:FIGURES]
    pictures: dict[bytes, str] = {}
    wrong = []
    for name in chosen:
        motion = trial.app.figures.motion(name)
        if motion is None:
            wrong.append(name)
            continue
        showing = Showing(motion)
        shot = Shot(showing, motion.figure.telling, *showing.camera, size=FIGURE_PIXELS)
        picture = trial.gui.figure_file(shot, name, False)
        if colours_of_file(picture) < FIGURE_COLOURS or picture in pictures:
            wrong.append(name)
        pictures[picture] = name
    if wrong:
        raise FaultError(tr("not painted as it should be: {names}").format(names=some(wrong)))
    return Finding(tr("{n} figures, all different").format(n=len(pictures)))


def check_pages(trial: Trial) -> Finding:
    """Every page of the window and a session are painted."""
    from recovery_coach.ui.proof import colours, walk

    window = trial.gui.make_window(trial.gui.make_application(), trial.app)
    images = dict(walk(window, ROUTINE))
    wrong = [
        name for name, image in images.items() if image is None or colours(image) < PAGE_COLOURS
    ]
    if wrong:
        raise FaultError(tr("not painted: {names}").format(names=", ".join(wrong)))
    return Finding(", ".join(images))


def check_papers(trial: Trial) -> Finding:
    """A routine and a report as PDFs with pages."""
    from recovery_coach.coach.report import SECTIONS, Wish
    from recovery_coach.coach.reporting import make_report
    from recovery_coach.coach.sheet import sheet_of
    from recovery_coach.insight.plain import last_days

    app = trial.app
    routine, exercises = app.library.routines[ROUTINE], app.library.exercises
    sheet = sheet_of(routine, exercises, app.figures, app.options_for(ROUTINE))
    now = app.clock.now()
    wish = Wish(span=last_days(now.date(), 42), sections=frozenset(SECTIONS), name="")
    report = make_report(app.journal, app.library, wish, now, app.settings.week_start)
    sheets = _pages_in(trial, "sheet.pdf", *trial.gui.sheet_file(app, sheet, None))
    reports = _pages_in(trial, "report.pdf", *trial.gui.report_file(app, report, None))
    text = tr("a routine on {sheets} pages, a report on {reports}")
    return Finding(text.format(sheets=sheets, reports=reports))


def _pages_in(trial: Trial, name: str, content: bytes, pages: int) -> int:
    """How many pages a PDF has that was written and read again. Raises FaultError."""
    file = trial.folder / name
    file.write_bytes(content)
    found = file.read_bytes()
    whole = found.startswith(b"%PDF-") and found.rstrip().endswith(b"%%EOF")
    if not whole or found.count(b"/Type /Page\n") != pages or not pages:
        raise FaultError(tr("{name} is no PDF with pages").format(name=name))
    return pages
