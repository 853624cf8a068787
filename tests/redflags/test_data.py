"""The tables of the check: all 51 rows with a source, and a damaged file that says where."""

from __future__ import annotations

from pathlib import Path

import pytest

from recovery_coach.base.paths import find_resources
from recovery_coach.redflags import conditions, evaluate, questions
from recovery_coach.redflags.model import LEVELS, rank
from recovery_coach.redflags.questions import read_questions, shipped_questions
from recovery_coach.redflags.rules import Rules, read_rules, shipped_rules
from tests.redflags.answering import NOW, having

EXPECTED = [
    *(f"E-{n:02}" for n in range(1, 14)),
    *(f"U-{n:02}" for n in range(1, 18)),
    *(f"B-{n:02}" for n in range(1, 15)),
    *(f"N-{n:02}" for n in range(1, 5)),
    *(f"X-{n:02}" for n in range(1, 4)),
]
LEVEL_OF = {"E": "emergency", "U": "urgent", "B": "book", "N": "self-care"}
SOUND = """\
rules = 1

[[rows]]
id = "E-01"
level = "emergency"
text = "You said: fever."
source = "made for a test"
any = [["fever is yes"]]

[[codes]]
code = "LEG"
any = [["rows has E-01"]]
"""
ASKING = """\
[choices]
yes_no = [["yes", "Yes"], ["no", "No"]]

[[groups]]
id = "ill"
title = "Ill"
none = "None"

[[groups.questions]]
field = "fever"
text = "Fever?"

[[triggers]]
any = [["pain >= 3"]]
asks = ["ill"]
"""


def told(path: Path, text: str, old: str, new: str, of_questions: bool = False) -> str:
    """What is said of a file in which ``new`` stands for ``old``."""
    assert old in text
    file = path / "a.toml"
    file.write_text(text.replace(old, new), encoding="utf-8")
    read = read_questions(file) if of_questions else read_rules(file)
    return "\n".join(map(str, read.problems)).replace(str(file), "a.toml")


def test_the_rows_are_those_of_the_fact_sheet():
    rules = shipped_rules()
    assert [row.id for row in rules.rows] == EXPECTED
    assert len(EXPECTED) == 51
    assert rules.problems == ()
    assert rules.version >= 1


def test_levels_follow_the_ids():
    own = {row.id: row.cases[0].level for row in shipped_rules().rows}
    later = {"X-01": "book", "X-02": "not fully checked", "X-03": "none"}
    assert own == {row: later.get(row) or LEVEL_OF[row[0]] for row in EXPECTED}
    further = {
        row.id: {case.level for case in row.cases} - {own[row.id]}
        for row in shipped_rules().rows
        if {case.level for case in row.cases} != {own[row.id]}
    }
    assert further == {"U-09": {"emergency"}, "U-15": {"emergency", "book"}}


def test_every_row_says_what_was_said_and_where_it_comes_from():
    for row in shipped_rules().rows:
        assert row.source
        for case in row.cases:
            assert case.text.endswith(".")
            if rank(case.level) >= rank("book") and row.id[0] != "X":
                assert case.text.startswith("You said: ")


def test_the_questions_are_sound():
    assert shipped_questions().problems == ()


def test_a_sound_file_has_no_problems(tmp_path: Path):
    assert told(tmp_path, SOUND, "made", "made") == ""
    assert told(tmp_path, ASKING, "Fever?", "Fever?", True) == ""


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"emergency"', '"grave"', "a.toml, line 5, rows[0].level: must be one of none, self-care"),
        (
            "fever is yes",
            "fevr is yes",
            "a.toml, line 8, rows[0].any[0][0]: there is no such field",
        ),
        ("fever is yes", "fever is maybe", "line 8, rows[0].any[0][0]: must be one of no, yes"),
        ("fever is yes", "fever = yes", "line 8, rows[0].any[0][0]: must be a test such as"),
        ('[["fever is yes"]]', "[]", "line 8, rows[0].any: must be a list of lists of tests"),
        ('[["fever is yes"]]', "[[]]", "line 8, rows[0].any[0]: must be a list of tests"),
        ("fever is yes", "warned is yes", "line 8, rows[0].any[0][0]: there is no such field"),
        ('text = "You said: fever."', "text = 3", "line 6, rows[0].text: must be text in quotes"),
        ('source = "made for a test"', "", "a.toml, line 3, rows[0].source: must be text"),
        ("source =", "sauce =", "rows[0].sauce: there is no such field; check the spelling"),
        ("rules = 1", 'rules = "one"', "a.toml, rules: must be a whole number"),
        ("[[rows]]", "[[rose]]", "a.toml, rows: must be a list of tables"),
        ("rows has", "rose has", "codes[0].any[0][0]: there is no such field"),
        ("any = [[", "any = [[[", "this is not TOML"),
    ],
)
def test_what_is_wrong_with_a_row_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, says: str
):
    assert says in told(tmp_path, SOUND, old, new)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"fever"', '"fevr"', "groups[0].questions[0].field: must be one of saddle_change"),
        ('"Fever?"', "1", "line 11, groups[0].questions[0].text: must be text in quotes"),
        ('["ill"]', '["il"]', "line 15, triggers[0].asks[0]: must be a group or a field"),
        ('["yes", "Yes"], ', "", "groups[0].questions[0].choices: must be one of no, yes"),
        ('["yes", "Yes"]', '["yes"]', "choices.yes_no: must be a list of pairs"),
        ("pain >= 3", "pain > three", "triggers[0].any[0][0]: must be a test such as"),
    ],
)
def test_what_is_wrong_with_a_question_is_told(tmp_path: Path, old: str, new: str, says: str):
    assert says in told(tmp_path, ASKING, old, new, True)


def test_an_id_stands_once(tmp_path: Path):
    again = SOUND[SOUND.index("[[rows]]") : SOUND.index("[[codes]]")]
    says = told(tmp_path, SOUND, "[[codes]]", again + "[[codes]]")
    assert "line 11, rows[1].id: this id is taken" in says


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    assert "cannot be read" in str(read_rules(tmp_path / "none.toml").problems[0])
    assert "cannot be read" in str(read_questions(tmp_path / "none.toml").problems[0])


def test_with_damaged_rules_nothing_is_reassuring(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    broken: Rules = read_rules(tmp_path / "none.toml")
    monkeypatch.setattr(evaluate, "shipped_rules", lambda: broken)
    found = evaluate.evaluate(having(current_nrs=0, worst_nrs=0), NOW)
    assert (found.level, found.access) == ("not fully checked", "gentle")


# -- the language of conditions ------------------------------------------------------------------

FACTS = {"fever": "yes", "current_nrs": 4, "qualities": ("dull", "numb"), "interference": "yes"}


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("fever is yes", True),
        ("fever is no", False),
        ("not fever is yes", False),
        ("trauma in minor, serious", False),
        ("not trauma in minor, serious", True),
        ("fever in no, yes", True),
        ("qualities has numb, tingling", True),
        ("qualities has sharp", False),
        ("current_nrs >= 4", True),
        ("current_nrs > 4", False),
        ("current_nrs <= 4", True),
        ("current_nrs < 4.5", True),
        ("not current_nrs > 4", True),
        ("worst_nrs < 3", False),
        ("not worst_nrs < 3", True),
        ("interference >= 5", False),
    ],
)
def test_a_test_holds_or_not(text: str, holds: bool):
    test = conditions.parse(text)
    assert test is not None
    assert test.holds(FACTS) is holds


@pytest.mark.parametrize("text", ["", "fever", "fever yes", "fever >= yes", "is yes", "fever is "])
def test_what_is_no_test_is_none(text: str):
    assert conditions.parse(text) is None


def test_levels_are_in_their_order():
    assert LEVELS == ("none", "self-care", "not fully checked", "book", "urgent", "emergency")


def test_the_tables_are_found_where_they_are_shipped():
    folder = find_resources() / "rules"
    names = {"red_flags.toml", "questions.toml", "words.toml"}
    assert names <= {path.name for path in folder.iterdir()}
    assert questions.groups()
