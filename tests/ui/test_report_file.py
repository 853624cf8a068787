"""The report's PDF, read back by another program and held against the journal it was made from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from statistics import median

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from recovery_coach.app import App
from recovery_coach.base.i18n import use_language
from recovery_coach.base.paths import find_resources
from recovery_coach.coach.demo import Wish as Sample
from recovery_coach.coach.demo import write_demo
from recovery_coach.coach.own_words import excerpt, tidy
from recovery_coach.coach.paper import PAPERS
from recovery_coach.coach.report import (
    LONGEST_NAME,
    Line,
    Note,
    Part,
    Report,
    SectionId,
    Wish,
    usual_wish,
)
from recovery_coach.coach.reporting import make_report
from recovery_coach.insight.plain import Span, last_days
from recovery_coach.journal import Journal, MarkRecord, PainEntry, region_scores
from recovery_coach.library.regions import body_regions
from recovery_coach.ui.report_file import report_pdf
from recovery_coach.ui.report_front import BOTTOM, SCALES, SIDE
from recovery_coach.ui.report_pages import ReportPages
from tests.fakes import ManualClock
from tests.ui.pdf import Pdf
from tests.ui.printed import pages_of, text_of

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=timezone(timedelta(hours=1)))
TODAY = NOW.date()
A4, LETTER = PAPERS["a4"], PAPERS["letter"]
TEN_YEARS = Span(date(2016, 11, 24), TODAY)
FREE = SIDE * SCALES[-1] - 0.5
"""Points beside the words that stay white, whatever the page is set in."""
LONG = 2000


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """Ten years of a sample, until yesterday."""
    made = App(tmp_path_factory.mktemp("home"), ManualClock(NOW))
    assert NOW.tzinfo is not None
    sample = Sample(last=date(2026, 11, 22), zone=NOW.tzinfo, years=10, per_day=2)
    write_demo(made.paths.journal, made.library, sample)
    yield made
    made.close()


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    yield
    use_language(find_resources() / "locale", ["en"])


def report(app: App, span: Span | None = None, **wish) -> Report:
    chosen = Wish(span=span or usual_wish(TODAY).span, **wish)
    return make_report(app.journal, app.library, chosen, NOW)


def of_records(app: App, tmp_path: Path, *records, **wish) -> Report:
    """A report of a journal with nothing but these."""
    with Journal.open(tmp_path / "journal.sqlite3", ManualClock(NOW)) as journal:
        for record in records:
            journal.append(record)
        chosen = Wish(**{"span": usual_wish(TODAY).span, **wish})
        return make_report(journal, app.library, chosen, NOW)


def noted(*notes: str) -> list[PainEntry]:
    """Entries with these notes, a day each."""
    return [
        PainEntry(nrs=index % 10, at=NOW - timedelta(days=1 + index), source="checkin", note=note)
        for index, note in enumerate(notes)
    ]


def flat(text: str) -> str:
    """Without spaces, and without what marks the way a text is written."""
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) != "Cf")


def without_edges(text: str) -> str:
    """The same without what stands between two pages of notes."""
    return re.sub(r"Page\d+of\d+Paindiary,13Octoberto23November2026", "", flat(text))


def assert_inside(content: bytes) -> None:
    """Every word of every page stands between the margins."""
    for page in pages_of(content):
        for word in page.words:
            assert word.left >= FREE, word
            assert word.right <= page.width - FREE, word
            assert word.top >= FREE / 2, word
            assert word.bottom <= page.height - BOTTOM * SCALES[-1] + 4, word


# -- the journal's numbers -------------------------------------------------------------------------


def test_the_numbers_on_the_page_are_those_of_the_journal(app: App):
    made = report(app)
    text = " ".join(text_of(report_pdf(made, A4)[0]).split())
    entries = app.journal.between(PainEntry, made.span.first, made.span.last)
    days: dict[date, list[int]] = {}
    for entry in entries:
        if entry.record.nrs is not None:
            days.setdefault(entry.day, []).append(entry.record.nrs)
    medians = sorted(median(values) for values in days.values())
    highest = max(
        score for e in entries for score in (e.record.nrs, e.record.worst_nrs) if score is not None
    )
    assert f"{len(days)} of 42 days have a number." in text
    last = max((e for e in entries if e.record.nrs is not None), key=lambda e: e.record.at)
    assert made.numbers[0].value == str(last.record.nrs)
    assert made.numbers[1].value == f"{median(medians):g}"
    assert made.numbers[2].value == str(highest)
    for number in made.numbers:
        assert number.note in text
    # The table of Nair: of 41 and 42 days the interval goes from the 14th and the 15th.
    k = {41: 14, 42: 15}[len(medians)]
    assert f"interval {medians[k - 1]:g} to {medians[-k]:g}, {len(medians)} days" in text


def test_places_and_words_are_counted_by_days(app: App):
    made = report(app)
    text = " ".join(text_of(report_pdf(made, A4)[0]).split())
    entries = app.journal.between(PainEntry, made.span.first, made.span.last)
    places = {(entry.day, region) for entry in entries for region in region_scores(entry.record)}
    assert places
    for region in {region for _, region in places}:
        days = sum(place == region for _, place in places)
        assert f"{body_regions().words(region)} {days}" in text
    words = {(entry.day, word) for entry in entries for word in entry.record.qualities}
    for word in {word for _, word in words}:
        days = sum(one == word for _, one in words)
        assert f"{word.capitalize()} {days}" in text


# -- one page, whatever there is -------------------------------------------------------------------


@pytest.mark.parametrize("paper", [A4, LETTER], ids=["a4", "letter"])
@pytest.mark.parametrize("language", ["en", "de", "xx", "xy"])
def test_the_first_page_holds_ten_years(app: App, paper, language: str):
    use_language(app.resources / "locale", [language])
    content, count = report_pdf(report(app, TEN_YEARS, name="Ada Lovelace"), paper)
    assert count == 1
    pdf = Pdf(content)
    assert pdf.images == 0
    assert (pdf.pages[0].width, pdf.pages[0].height) == (round(paper.width), round(paper.height))
    assert_inside(content)


def test_six_weeks_are_set_in_letters_that_are_read_with_ease(app: App):
    assert ReportPages(report(app), A4).scale >= 0.88


def test_an_empty_journal_says_what_is_missing(app: App, tmp_path: Path):
    content, count = report_pdf(of_records(app, tmp_path), A4)
    assert count == 1
    text = " ".join(text_of(content).split())
    assert "None of 42 days has a number." in text
    assert "No check of warning signs was answered in these days." in text
    assert "Marked days" in text
    assert Pdf(content).images == 0


def test_every_line_of_the_first_page_is_there(app: App):
    made = report(app, last_days(TODAY, 91))
    text = flat(text_of(report_pdf(made, A4)[0]))
    for part in made.parts:
        assert flat(part.title) in text
        for line in part.lines:
            # Columns may stand between the lines of one; their words are all there.
            assert all(flat(word) in text for word in str(line).split())
    for line in made.foot:
        assert flat(line) in text


def test_where_there_is_too_much_the_last_lines_are_counted(empty: Report):
    def part(name: SectionId, count: int) -> Part:
        return Part(
            name, f"Title of {name}", tuple(Line("Z" * 150, f"{name} {n}") for n in range(count))
        )

    made = replace(empty, parts=(part("flags", 40), part("response", 90), part("week", 3)))
    content, count = report_pdf(made, LETTER)
    assert count == 1
    text = " ".join(text_of(content).split())
    found = [int(n) for n in re.findall(r"and (\d+) more lines", text)]
    shown = sum(f"{one.id} {n}" in text for one in made.parts for n in range(len(one.lines)))
    assert found
    assert sum(found) + shown == 40 + 90 + 3
    assert_inside(content)


def test_long_marks_and_long_notes_leave_it_a_page(app: App, tmp_path: Path):
    many = [
        MarkRecord(at=NOW - timedelta(days=days, hours=hour), words="W" * 200)
        for days in range(1, 30)
        for hour in (1, 2)
    ]
    use_language(app.resources / "locale", ["xx"])
    made = of_records(app, tmp_path, *many, *noted(*["x" * LONG] * 20))
    content, count = report_pdf(made, LETTER)
    assert count == 1
    assert_inside(content)


def test_a_name_as_long_as_a_page_is_cut(app: App):
    made = report(app, name="Maximiliane " * 200)
    assert len(made.name) <= LONGEST_NAME
    content, count = report_pdf(made, A4)
    assert count == 1
    assert_inside(content)


# -- what was written in full ----------------------------------------------------------------------

WRITTEN = {
    "long": "Deadlifts moved, slept five hours, " * 60,
    "without a space": "Lendenwirbelsäulenverspannung" * 70,
    "commas": ",".join(["here", "there"] * 100) + ",,,",
    "lines": "\n".join(f"Line {n}" for n in range(150)),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_a_note_is_whole_in_the_appendix(app: App, tmp_path: Path, name: str):
    note = WRITTEN[name]
    made = of_records(app, tmp_path, *noted("Before.", note, "After."), notes=True)
    content, count = report_pdf(made, A4)
    assert count >= 2
    assert flat(note) in without_edges(text_of(content, first=2))
    assert_inside(content)


def test_ten_years_of_notes_are_all_there(app: App):
    made = report(app, TEN_YEARS, notes=True)
    content, count = report_pdf(made, A4)
    assert made.notes is not None
    assert len(made.notes) > 1000
    assert count > 20
    text = flat(text_of(content, first=2))
    assert all(flat(word) in text for note in made.notes[::50] for word in note.text.split())
    assert f"Page{count}of{count}" in text
    assert Pdf(content).images == 0


def test_from_right_to_left_every_word_is_there(app: App, tmp_path: Path):
    """Readers put such words in an order of their own: each is looked for by itself."""
    note = "הגב התחתון כואב אחרי deadlift כבד, 5 שעות שינה. الظهر يؤلمني قليلا"
    made = of_records(app, tmp_path, *noted(note), notes=True)
    content, _ = report_pdf(made, A4)
    for page in (1, 2):
        # Arabic letters are read back as they are drawn, each in its form: NFKC makes them one.
        read = unicodedata.normalize("NFKC", text_of(content, page, page))
        for word in re.findall(r"\w+", note):
            assert word in read
    assert_inside(content)


def test_a_sign_without_an_outline_stands_as_its_name(app: App, tmp_path: Path):
    """On a computer with other letters the sign itself may be there."""
    made = of_records(app, tmp_path, *noted("Better \N{BONE} today \N{THUMBS UP SIGN}"), notes=True)
    content, _ = report_pdf(made, A4)
    text = flat(text_of(content, first=2))
    for sign in "\N{BONE}\N{THUMBS UP SIGN}":
        assert sign in text or flat(f"[{unicodedata.name(sign).lower()}]") in text
    assert Pdf(content).images == 0


# Letters that are drawn one by one and in their order: others are compared above.
LETTERS = st.text(st.characters(codec="latin-1", categories=("L", "N", "P")), max_size=30)
NOTES = st.lists(st.one_of(LETTERS, st.just("\n"), st.just("x" * 300)), max_size=30).map(" ".join)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(notes=st.lists(NOTES, min_size=1, max_size=4))
def test_whatever_is_written_is_whole_and_inside(empty: Report, notes: list[str]):
    told = tuple(Note(TODAY, f"Note {n}", tidy(note)) for n, note in enumerate(notes))
    quotes = tuple(Note(one.day, one.about, excerpt(one.text, 180)) for one in told)
    made = replace(empty, notes=told, quotes=quotes, written=len(told))
    content, _ = report_pdf(made, A4)
    read = without_edges(text_of(content, first=2))
    for note in notes:
        assert flat(tidy(note)) in read
    assert_inside(content)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(note=st.text(max_size=400))
def test_no_text_at_all_brings_it_down(empty: Report, note: str):
    told = Note(TODAY, excerpt(note, 60), tidy(note))
    made = replace(
        empty, name=excerpt(note, LONGEST_NAME), notes=(told,), quotes=(told,), written=1
    )
    content, _ = report_pdf(made, LETTER)
    assert_inside(content)
    assert Pdf(content).images == 0


@pytest.fixture(scope="module")
def empty(app: App, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """A report with nothing in it."""
    return of_records(app, tmp_path_factory.mktemp("empty"))


def test_a_note_begins_where_its_own_language_begins(app: App, tmp_path: Path):
    made = of_records(app, tmp_path, *noted("plain words", "הגב כואב"), notes=True)
    page = pages_of(report_pdf(made, A4)[0])[1]
    (plain,) = (word for word in page.words if word.text == "plain")
    hebrew = [word for word in page.words if any("א" <= letter <= "ת" for letter in word.text)]
    assert hebrew
    assert plain.left < page.width / 2 < min(word.left for word in hebrew)
