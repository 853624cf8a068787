"""A routine on paper: the PDF that is written, read back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from recovery_coach.app import App
from recovery_coach.base.i18n import use_language
from recovery_coach.base.paths import find_resources
from recovery_coach.coach.paper import PAPERS
from recovery_coach.coach.sheet import Sheet, sheet_of
from recovery_coach.figure.store import Figures
from recovery_coach.library.dose import Dose
from recovery_coach.library.models import Exercise, Routine, Step
from recovery_coach.timeline.model import Options
from recovery_coach.ui import sheet_ink
from recovery_coach.ui.palette import PAIRS, PAPER, contrast
from recovery_coach.ui.sheet_file import pdf_of
from recovery_coach.ui.sheet_pages import Pages, lay_out
from tests import factories
from tests.ui.pdf import Pdf

A4 = PAPERS["a4"]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    made = App(tmp_path_factory.mktemp("home"))
    yield made
    made.close()


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    yield
    use_language(find_resources() / "locale", ["en"])


def sheet(app: App, routine: Routine, exercises: dict[str, Exercise] | None = None) -> Sheet:
    known = exercises or app.library.exercises
    return sheet_of(routine, known, app.figures, Options())


def shipped(app: App, name: str) -> Sheet:
    return sheet(app, app.library.routines[name])


def tight(text: str) -> str:
    return "".join(text.split())


def many(count: int, **changes: object) -> tuple[Routine, dict[str, Exercise]]:
    """A routine of exercises without figures."""
    found = {f"e{n}": factories.exercise(f"e{n}", **changes) for n in range(count)}
    return factories.routine(*(Step(exercise=name) for name in found)), found


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_it_has_the_size_of_its_paper(app: App, paper: str, size: tuple[int, int]):
    content, count = pdf_of(shipped(app, "express_3"), app.figures, PAPERS[paper])
    pdf = Pdf(content)
    assert [(page.width, page.height) for page in pdf.pages] == [size] * count
    assert pdf.title == "Three-minute express"


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_routine_is_vector_and_has_every_word_on_it(app: App, language: str):
    for name in app.library.routines:
        use_language(app.resources / "locale", [language])
        made = shipped(app, name)
        content, count = pdf_of(made, app.figures, A4)
        pdf = Pdf(content)
        assert pdf.images == 0
        assert len(pdf.pages) == count
        text = "".join(page.text for page in pdf.pages)
        assert tight(made.title) in text
        for step in made.steps:
            for words in (step.name, step.dose, step.note, step.caution, *step.facts, *step.cues):
                assert tight(words) in text, (name, words)
        for page in pdf.pages:
            for words in (made.stop, made.signs, made.limits):
                assert tight(words) in page.text


@pytest.fixture
def dejavu(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The letters of a bare system, which join "fi" and "fl" to one sign where they may."""
    monkeypatch.setattr(sheet_ink, "FAMILIES", ("DejaVu Sans",))
    sheet_ink.font_of.cache_clear()
    yield
    sheet_ink.font_of.cache_clear()


def test_letters_stay_apart_so_that_words_are_found(app: App, dejavu: None):
    content, _ = pdf_of(shipped(app, "cool_down_seed"), app.figures, A4)
    words = "".join(page.text for page in Pdf(content).pages)
    assert "floor" in words
    assert not set(words) & set("ﬀﬁﬂﬃﬄ")


def test_the_pages_are_numbered(app: App):
    content, count = pdf_of(shipped(app, "pre_deadlift"), app.figures, A4)
    for number, page in enumerate(Pdf(content).pages, start=1):
        assert f"Page{number}of{count}" in page.text


def test_a_move_stands_on_one_page(app: App):
    made = shipped(app, "warmup_general")
    content, _ = pdf_of(made, app.figures, A4)
    texts = [page.text for page in Pdf(content).pages]
    for step in made.steps:
        words = [tight(text) for text in (step.name, step.dose, *step.cues, step.caution)]
        assert any(all(one in text for one in words) for text in texts), step.name


def test_a_long_routine_goes_over_many_pages(app: App):
    routine, exercises = many(60)
    content, count = pdf_of(sheet(app, routine, exercises), app.figures, A4)
    pdf = Pdf(content)
    assert len(pdf.pages) == count > 3
    for number, page in enumerate(pdf.pages, start=1):
        assert f"Page{number}of{count}" in page.text
    text = "".join(page.text for page in pdf.pages)
    assert all(f"E{n}" in text for n in range(60))


def test_an_exercise_without_a_figure_says_how_it_begins(app: App):
    routine, exercises = many(1, start="Stand on one leg.")
    content, count = pdf_of(sheet(app, routine, exercises), app.figures, A4)
    assert count == 1
    assert "Standononeleg." in Pdf(content).pages[0].text


def test_words_without_end_are_set_smaller_and_not_cut(app: App, qapp: QApplication):
    words = ("many words " * 18).strip()
    routine, exercises = many(
        2,
        name=words,
        start=("and more " * 66).strip(),
        steps=(words,) * 6,
        side_means=words,
        dose=Dose(reps=3, sets=20, sides="each", tempo=factories.TEMPO, set_cues=(words,) * 20),
    )
    made = sheet(app, routine, exercises)
    pages = lay_out(made, app.figures, A4)
    for number in range(pages.count):
        image = painted(pages, number)
        below = [image.pixelColor(x, image.height() - 20).lightness() for x in range(0, 590, 3)]
        assert min(below) == 255, "nothing runs over the lower edge"
    text = "".join(page.text for page in Pdf(pdf_of(made, app.figures, A4)[0]).pages)
    assert text.count(tight(words)) >= 2 * 7


def painted(pages: Pages, number: int) -> QImage:
    image = QImage(round(A4.width), round(A4.height), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    pages.paint(painter, number)
    painter.end()
    return image


def test_the_margins_stay_free(app: App, qapp: QApplication):
    for name in app.library.routines:
        pages = lay_out(shipped(app, name), app.figures, A4)
        for number in range(pages.count):
            image = painted(pages, number)
            for x in (*range(0, 30, 5), *range(round(A4.width) - 30, round(A4.width), 5)):
                column = {image.pixel(x, y) & 0xFFFFFF for y in range(0, image.height(), 2)}
                assert column == {0xFFFFFF}, (name, number, x)


def test_it_is_mirrored_where_one_reads_from_the_right(app: App, qapp: QApplication):
    pages = lay_out(shipped(app, "express_3"), app.figures, A4)
    assert dark_at_the_title(painted(pages, 0)) < A4.width / 2
    use_language(app.resources / "locale", ["xy"])
    pages = lay_out(shipped(app, "express_3"), app.figures, A4)
    assert dark_at_the_title(painted(pages, 0)) > A4.width / 2


def dark_at_the_title(image: QImage) -> float:
    """Where, across, the darkest of the title is on average."""
    rows = range(58, 78)
    found = [
        x for y in rows for x in range(image.width()) if image.pixelColor(x, y).lightness() < 60
    ]
    return sum(found) / len(found)


def test_one_without_pictures_at_all_can_be_printed(tmp_path: Path, qapp: QApplication):
    routine, exercises = many(3)
    figures = Figures((), tmp_path / "cache.json")
    made = sheet_of(routine, exercises, figures, Options())
    assert Pdf(pdf_of(made, figures, A4)[0]).pages[0].text


# -- the colours of paper ------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_words_can_be_read_on_paper(text: str, ground: str):
    assert contrast(getattr(PAPER, text), getattr(PAPER, ground)) >= 4.5


def test_the_figure_can_be_read_without_colours():
    tones = PAPER.figure
    for muscle in (PAPER.accent, PAPER.teal):
        for below in (tones.near, tones.far, tones.cloth, tones.cloth_far):
            assert contrast(muscle, below) >= 2.2
    assert contrast(tones.cloth, tones.near) >= 1.5
    assert contrast(tones.near, PAPER.ground) >= 1.5
    assert contrast(tones.hair, tones.cloth) >= 2
