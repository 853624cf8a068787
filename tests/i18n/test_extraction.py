"""What the tool finds: in code by its calls, in data by its fields."""

from __future__ import annotations

import tomllib
from dataclasses import fields

import pytest
from tools.extraction import (
    DOSE,
    EXERCISE,
    ROUTINE,
    find_all,
    in_desktop_entry,
    in_exercise,
    in_metainfo,
    in_python,
    in_routine,
)
from tools.strings import ROOT

from recovery_coach.base.paths import find_resources
from recovery_coach.library.dose import Dose
from recovery_coach.library.models import Exercise, Routine, Step
from recovery_coach.library.regions import body_regions
from recovery_coach.redflags.questions import groups
from recovery_coach.redflags.rules import shipped_rules

NEVER = {"id", "source", "cautions", "muscles", "access", "dose", "steps", "exercise", "sides"}
"""Fields with ids, codes and sources, and those that hold other fields."""


def texts(source: str) -> list[tuple[str, str, str]]:
    return [(found.text, found.plural, found.comment) for found in in_python(source, "a.py")]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('tr("Rest")', [("Rest", "", "")]),
        ('tr("Get" " ready")', [("Get ready", "", "")]),
        ('trn("{n} rep", "{n} reps", 3)', [("{n} rep", "{n} reps", "")]),
        ('noted("Rest"); catalogue.gettext("English")', [("Rest", "", ""), ("English", "", "")]),
        ('FieldError("sets", "too {n}", n=3)', [("too {n}", "", "")]),
        ("tr(routine.name)", []),
        ('tr(fact["name"])', []),
        ('tr("")', []),
        ('strand("Rest"); words.tr("Rest")', []),
        ('# Translators: a verb\ntr("Rest")', [("Rest", "", "a verb")]),
        ('# a verb\ntr("Rest")', [("Rest", "", "")]),
    ],
)
def test_in_code(source: str, found: list[tuple[str, str, str]]):
    assert texts(source) == found


def test_in_an_exercise():
    data = tomllib.loads("""
        id = "an_id"
        name = "A name"
        position = "standing"
        steps = ["One.", "Two."]
        muscles = ["calves"]
        cautions = ["BAL"]
        source = "A source"
        note = ""
        easier = { text = "Easier.", exercise = "other_id" }
        [dose]
        reps = 3
        set_cues = ["Forwards"]
        tempo = [{ phase = "swing in", seconds = 1 }, { phase = "Up", seconds = 1 }]
        """)
    found = [one.text for one in in_exercise(data, "a.toml")]
    assert found == [
        "A name", "standing", "One.", "Two.", "Easier.", "Forwards", "swing in", "Swing in", "Up",
    ]  # fmt: skip


def test_in_a_routine():
    data = tomllib.loads("""
        id = "an_id"
        name = "A name"
        summary = "A summary."
        source = "A source"
        [[steps]]
        exercise = "other_id"
        note = "A note."
        shapes = ["Round", "Arch"]
        """)
    found = [one.text for one in in_routine(data, "a.toml")]
    assert found == ["A name", "A summary.", "Round", "Arch", "A note."]


def test_in_the_entry_of_a_menu():
    template = """\
[Desktop Entry]
Name=Recovery Coach
GenericName=Coach
Comment=A comment, with = a sign
Keywords=back;pain;
Exec=recovery-coach
"""
    found = [one.text for one in in_desktop_entry(template, "a.desktop")]
    assert found == ["Coach", "A comment, with = a sign", "back;pain;"]


def test_in_the_page_of_a_shop():
    template = """\
<component>
  <id>an.id</id>
  <summary>A summary</summary>
  <description>
    <p>
      A text of
      two lines.
    </p>
    <ul><li>A point</li></ul>
  </description>
  <screenshots><screenshot><caption>A caption</caption></screenshot></screenshots>
</component>
"""
    found = [one.text for one in in_metainfo(template, "a.metainfo.xml")]
    assert found == ["A summary", "A text of two lines.", "A point", "A caption"]


def test_what_packages_tell_is_found():
    searched = {found.file for found in find_all(ROOT)}
    assert "tools/packages/manual_words.py" in searched
    assert {path.rpartition(".")[2] for path in searched if path.startswith("packaging/")} == {
        "desktop",
        "xml",
    }


@pytest.mark.parametrize(
    ("model", "names"), [(Exercise, EXERCISE), (Routine, ROUTINE), (Step, DOSE), (Dose, DOSE)]
)
def test_every_field_of_words_is_looked_at(model: type, names: tuple[str, ...]):
    """A new field with words in it must be translated, or named above as one that is not."""
    known = {name.partition(".")[0] for name in names} | NEVER
    known |= {"tempo"}  # its phases are found
    of_words = [f.name for f in fields(model) if "Words" in str(f.type) or "Text" in str(f.type)]
    assert set(of_words) <= known
    assert "tempo" in {f.name for f in fields(Dose)}


def test_every_shipped_file_is_searched():
    searched = {found.file for found in find_all(ROOT)}
    for folder in ("exercises", "routines"):
        for path in (find_resources() / folder).glob("*.toml"):
            assert f"resources/{folder}/{path.name}" in searched
    for name in ("numbers", "red_flags", "questions"):
        assert f"resources/rules/{name}.toml" in searched


def test_every_place_on_the_body_is_found_and_its_hint():
    found = {one.text for one in find_all(ROOT) if one.file == "resources/regions.toml"}
    known = body_regions()
    assert {one.label for one in (*known.areas, *known.regions)} <= found
    assert {region.hint for region in known.regions if region.hint} <= found


def test_every_reason_and_every_question_of_the_check_is_found():
    found = {one.text for one in find_all(ROOT) if one.file.startswith("resources/rules/")}
    assert {case.text for row in shipped_rules().rows for case in row.cases} <= found
    for group in groups():
        assert {group.title, group.none} - {""} <= found
        for question in group.questions:
            labels = {choice.label for choice in question.choices}
            assert {question.text, question.hint, *labels} - {""} <= found
