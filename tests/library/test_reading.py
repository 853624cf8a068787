"""A bad file is told about: where, what stands there, what may. It never raises."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from recovery_coach.library.models import Exercise, Routine
from recovery_coach.library.reading import LARGEST_FILE, MOST_PROBLEMS, dotted, read_file
from tests.library.writing import (
    EXERCISE,
    ROUTINE,
    only_problem,
    problems_of,
    routine_of,
    told,
    with_step,
)


def test_a_good_routine_is_read():
    routine = routine_of(ROUTINE)
    assert (routine.id, routine.name, routine.tags) == ("mine", "Mine", ("core",))
    assert [(s.exercise, s.reps, s.sets, s.rest) for s in routine.steps] == [
        ("squat", 8, 2, 30),
        ("squat", None, 1, 0),
    ]


def test_a_good_exercise_is_read(tmp_path: Path):
    (tmp_path / "squat.toml").write_text(EXERCISE)
    exercise, problems = read_file(tmp_path / "squat.toml", Exercise)
    assert problems == ()
    assert exercise is not None
    assert [(p.phase, p.seconds) for p in exercise.dose.tempo] == [("lower", 3), ("lift", 1.5)]
    assert exercise.easier is not None
    assert exercise.easier.text == "Hold on to something."


def test_a_windows_editor_may_put_a_mark_before_the_text(tmp_path: Path):
    (tmp_path / "mine.toml").write_bytes(b"\xef\xbb\xbf" + ROUTINE.replace("\n", "\r\n").encode())
    routine, problems = read_file(tmp_path / "mine.toml", Routine)
    assert problems == ()
    assert routine is not None


@pytest.mark.parametrize(
    ("step", "where", "words"),
    [
        ("hold = -5", "hold", "must be 1 or more (found: -5)"),
        ("hold = 1801", "hold", "must be 1800 or less (found: 1801)"),
        ("hold = '20'", "hold", "must be a number (found: '20')"),
        ("hold = true", "hold", "must be a number (found: True)"),
        ("hold = inf", "hold", "must be a finite number (found: inf)"),
        ("hold = -inf", "hold", "must be a finite number (found: -inf)"),
        ("hold = nan", "hold", "must be a finite number (found: nan)"),
        ("hold = 20\nrest = nan", "rest", "must be a finite number (found: nan)"),
        ("sets = nan", "sets", "must be a whole number (found: nan)"),
        ("hold = 2026-01-01", "hold", "must be a number (found: 'date 2026-01-01')"),
        ("hold = 07:30:00", "hold", "must be a number (found: 'time 07:30:00')"),
        ("hold = []", "hold", "must be a number (found: [])"),
        ("reps = 0", "reps", "must be 1 or more (found: 0)"),
        ("reps = 101", "reps", "must be 100 or less (found: 101)"),
        ("reps = 2.5", "reps", "must be a whole number, or must be a list in [ ] (found: 2.5)"),
        ("reps = 'x'", "reps", "must be a whole number, or must be a list in [ ] (found: 'x')"),
        ("reps = [5]", "reps", "must have at least 2 entries (found: [5])"),
        ("reps = [5, 101]", "reps[1]", "must be 100 or less (found: 101)"),
        ("reps = [5, '3']", "reps[1]", "must be a whole number (found: '3')"),
        ("until_done = 1", "until_done", "must be true or false (found: 1)"),
        (
            "sides = 'both'",
            "sides",
            "must be one of 'none', 'each' or 'alternate' (found: 'both')",
        ),
        ("note = ''", "note", "must not be empty (found: '')"),
        ("note = 5", "note", "must be text in quotes (found: 5)"),
        (
            'note = "\\u001b[2J"',
            "note",
            "must be one line, without control characters (found: '\\x1b[2J')",
        ),
        (
            'note = "a\\nb"',
            "note",
            "must be one line, without control characters (found: 'a\\nb')",
        ),
        ("tempo = 3", "tempo", "must be a list in [ ] (found: 3)"),
        ("tempo = [3]", "tempo[0]", "must be a table (found: 3)"),
        (
            "tempo = [{ phase = 'a', seconds = 2 }, { phase = 'b' }]",
            "tempo[1].seconds",
            "this must be given",
        ),
        (
            "tempo = [{ phase = 'a', seconds = inf }]",
            "tempo[0].seconds",
            "must be a finite number (found: inf)",
        ),
        (
            "tempo = [{ phase = 'a', second = 2 }]",
            "tempo[0].seconds",
            "this must be given",
        ),
        ("holds = 20", "holds", "there is no such field; check the spelling (found: 20)"),
        ("foo-bar = 2", "foo-bar", "there is no such field; check the spelling (found: 2)"),
        ("'a b' = 2", '"a b"', "there is no such field; check the spelling (found: 2)"),
        ("int = 2", "int", "there is no such field; check the spelling (found: 2)"),
        ("hold = 5\nreps = 5", "reps", "a dose counts one thing: hold or reps (found: 5)"),
        (
            "hold = 5\nuntil_done = true",
            "until_done",
            "a dose counts one thing: hold or until_done (found: True)",
        ),
        (
            "shapes = ['A', 'B']",
            "shapes",
            "shapes are held: give `hold` seconds with them (found: ['A', 'B'])",
        ),
        (
            "hold = 5\nshapes = ['A']",
            "shapes",
            "name at least two shapes, or none (found: ['A'])",
        ),
        (
            "reps = [5, 3]\nsets = 2",
            "sets",
            "a list of reps already says how many sets there are (found: 2)",
        ),
        (
            "hold = 5\nsets = 2\nset_cues = ['A']",
            "set_cues",
            "give one cue for each set: 2 (found: ['A'])",
        ),
        (
            "sets = 3",
            "exercise",
            "a step with sets, rest or cues must say what it counts (found: 'squat')",
        ),
        (
            "reps = 5\nsides = 'alternate'",
            "reps",
            "alternating sides need an even number, half for each side (found: 5)",
        ),
        (
            "hold = 5\nsides = 'alternate'",
            "sides",
            "only reps can alternate; use each or none (found: 'alternate')",
        ),
    ],
)
def test_a_mistake_in_a_step_is_told_where_it_stands(step: str, where: str, words: str):
    problem = next(p for p in problems_of(with_step(step)) if p.where == f"steps[0].{where}")
    lines = with_step(step).split("\n")
    assert str(problem) == f"mine.toml, line {problem.line}, steps[0].{where}: {words}"
    name = where.split("[")[0].strip('"').split(".")[0]
    assert lines[(problem.line or 0) - 1].strip("'\"").startswith(name)


def test_a_mistake_is_told_once():
    only_problem(with_step("hold = nan"))
    only_problem(with_step("reps = [5, 101]"))
    only_problem(with_step("reps = 'x'"))


def test_every_mistake_is_told():
    text = with_step("hold = -5\nsets = 0\nnote = ''")
    assert [problem.line for problem in problems_of(text)] == [6, 7, 8]


def test_of_very_many_mistakes_the_first_are_told_and_how_many_more_there_are():
    problems = problems_of(with_step("\n".join(f"wrong_{n} = 1" for n in range(500))))
    assert len(problems) == MOST_PROBLEMS + 1
    assert problems[-1].allowed == f"and {500 - MOST_PROBLEMS} more"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('id = "squat"', 'id = "Squat!"', ", line 1, id: must be an id of 2 to 60"),
        ('"standing"', '"sitting"', ", line 3, position: must be one of 'standing', "),
        ('["quadriceps"]', "[]", ", line 7, muscles: must have at least 1 entries (found: [])"),
        ('["quadriceps"]', '["legs"]', ", line 7, muscles[0]: must be one of "),
        ('["quadriceps"]', '"quadriceps"', ", line 7, muscles: must be a list in [ ]"),
        ("reps = 5", "", ", line 10, dose: say what is counted"),
        ("seconds = 3", "seconds = 0.1", ", line 13, dose.tempo[0].seconds: must be 0.2 or more"),
        ("text = ", "txt = ", ", line 17, easier.text: this must be given"),
        ('name = "Squat"', "", ", name: this must be given"),
        ("[dose]", "[doses]", ", dose: this must be given"),
        ('source = "made', 'source = "\\u0007made', ", line 8, source: must not have control"),
    ],
)
def test_a_mistake_in_an_exercise_is_told_where_it_stands(old: str, new: str, expected: str):
    assert old in EXERCISE
    assert told(EXERCISE.replace(old, new), Exercise)[0].startswith(expected)


def test_repetitions_without_a_tempo_are_told_at_the_tempo():
    text = EXERCISE[: EXERCISE.index("tempo")]
    assert told(text, Exercise) == [", line 10, dose.tempo: reps and breaths need a tempo"]


def test_longer_texts_may_have_lines():
    text = EXERCISE.replace('"Stand tall."', '"""\nStand\n\ttall.\n"""')
    assert problems_of(text.replace("reps = 5", "reps = 0"), Exercise)[0].where == "dose.reps"
    assert len(problems_of(text.replace("reps = 5", "reps = 0"), Exercise)) == 1


def test_an_empty_file_is_told_what_it_needs():
    assert told("") == [
        ", id: this must be given",
        ", name: this must be given",
        ", summary: this must be given",
        ", steps: this must be given",
    ]


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        ("id = 'a'\nname = \nsummary = 'c'", 2, "'name ='"),
        ("id = 'a'\nid = 'b'", 2, "\"id = 'b'\""),
        ("id = 'a", 1, '"id = \'a"'),
        ("id = '\u2028'\n\nname", 3, "'name'"),
        ("\n\n[[steps]\n", 3, "'[[steps]'"),
        ("a = '\x07'", 1, "\"a = '\\x07'\""),
        ("[a]\n['b (at line 7, column 8)']\n['b (at line 7, column 8)']", 3, None),
        ("[a]\n['b (at line x']\n['b (at line x']", 3, None),
    ],
)
def test_what_is_not_toml_is_told_with_its_line(text: str, line: int, found: str | None):
    problem = only_problem(text)
    assert problem.line == line
    assert problem.allowed.startswith("this is not TOML: ")
    assert "at line" not in problem.allowed.replace("b (at line", "")
    assert found is None or problem.found == found


def test_what_ends_too_early_is_told_with_the_last_line():
    problem = only_problem("id = 'a'\n[[steps]]\ntempo = [")
    assert problem.line == 3
    assert "end of document" not in problem.allowed


@pytest.mark.parametrize(
    ("value", "words", "where"),
    [
        ("1" + "0" * 5000, "a number has too many digits", ""),
        ("1" + "0" * 4000, "the number is too large", "steps[0].hold"),
        ("0x1" + "0" * 5000, "the number is too large", "steps[0].hold"),
        (str(2**63), "the number is too large", "steps[0].hold"),
        ("[" * 30 + "]" * 30, "lists and tables are nested too deeply", "steps[0].hold[0]"),
        ("[" * 300 + "]" * 300, "lists and tables are nested too deeply", "steps[0].hold[0]"),
    ],
)
def test_monstrous_values_are_told(value: str, words: str, where: str):
    problem = only_problem(with_step(f"hold = {value}"))
    assert (problem.allowed, problem.line) == (words, 6)
    assert problem.where.startswith(where)
    assert len(str(problem)) < 200


def test_brackets_beyond_what_the_parser_can_follow_are_told():
    problem = only_problem("a = " + "[" * 4000 + "]" * 4000)
    assert problem.allowed == "lists and tables are nested too deeply"


def test_a_key_of_very_many_parts_is_told():
    assert "nested too deeply" in only_problem("a" + ".a" * 3000 + " = 1").allowed
    problem = only_problem("id = 'a'\na" + ".a" * 100_000 + " = 1")
    assert (problem.line, problem.allowed[:20]) == (2, "the line is too long")


def test_a_field_of_control_characters_and_endless_length_is_quoted_and_cut():
    problem = only_problem(with_step('"\\u001b\\n' + "x" * 500 + '" = 1'))
    assert problem.where.startswith('steps[0]."\\u001b\\nxxx')
    assert len(problem.where) < 80


# -- files -----------------------------------------------------------------------------------


def test_a_file_that_is_no_utf_8_is_told_with_its_line(tmp_path: Path):
    (tmp_path / "a.toml").write_bytes("id = 'a'\nname = 'Dehnübung'\n".encode("latin-1"))
    _, (problem,) = read_file(tmp_path / "a.toml", Routine)
    assert (problem.line, problem.found) == (2, "b'\\xfc'")
    assert problem.allowed == "must be text in UTF-8"


def test_a_file_in_utf_16_is_told(tmp_path: Path):
    (tmp_path / "a.toml").write_text(ROUTINE, encoding="utf-16")
    _, (problem,) = read_file(tmp_path / "a.toml", Routine)
    assert problem.allowed == "must be text in UTF-8"


def test_a_huge_file_is_told_and_not_read_whole(tmp_path: Path):
    with (tmp_path / "a.toml").open("wb") as file:
        file.truncate(50 * LARGEST_FILE)
    _, (problem,) = read_file(tmp_path / "a.toml", Routine)
    assert "too large" in problem.allowed


def test_a_file_of_the_largest_size_is_read(tmp_path: Path):
    comment = ("# " + "x" * 97 + "\n") * ((LARGEST_FILE - len(ROUTINE)) // 100)
    (tmp_path / "a.toml").write_text(ROUTINE + comment)
    assert read_file(tmp_path / "a.toml", Routine)[1] == ()


def test_a_folder_is_told(tmp_path: Path):
    (tmp_path / "x.toml").mkdir()
    _, (problem,) = read_file(tmp_path / "x.toml", Routine)
    assert (problem.file, problem.allowed) == (tmp_path / "x.toml", "must be a file")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_pipe_is_told_and_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "x.toml")
    _, (problem,) = read_file(tmp_path / "x.toml", Routine)
    assert problem.allowed == "must be a file"


def test_a_missing_file_is_told(tmp_path: Path):
    _, (problem,) = read_file(tmp_path / "x.toml", Routine)
    assert problem.allowed == "cannot be read"
    assert problem.found


def test_a_path_reads_as_people_write_it():
    assert dotted(("steps", 3, "tempo", 0, "seconds")) == "steps[3].tempo[0].seconds"
    assert dotted(()) == ""
    assert dotted(("a b", "")) == '"a b".""'
