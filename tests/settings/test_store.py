"""The settings file: what is read, what is said of a mistake, what is kept when writing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from recovery_coach.settings.described import Choice, Seconds, in_words, sections
from recovery_coach.settings.model import AIMS, LONGEST, MOST_A_WEEK, Settings
from recovery_coach.settings.store import load_settings, save_settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_no_file_means_the_usual(path: Path) -> None:
    assert load_settings(path) == (Settings(), ())


def test_what_is_written_is_read_again(path: Path) -> None:
    chosen = Settings(
        theme="contrast",
        text_size=150,
        reduced_motion=True,
        switch=9.5,
        count="up",
        language="de",
        country="GB",
        impact_put_off="2026-03-04",
        week_note_put_off="2026-03-08",
        aim_flexibility=0,
        aim_core=7,
        backup_folder=str(path.parent),
        sync_folder=str(path.parent / "cloud"),
        window=(10, 20, 1280, 800, 0),
        timing={"pre_squat": {"transition": 20.0}},
    )
    save_settings(path, chosen)
    assert load_settings(path) == (chosen, ())
    assert path.stat().st_mode & 0o777 == 0o600


def test_only_what_differs_is_written(path: Path) -> None:
    save_settings(path, Settings(theme="dark"))
    assert path.read_text() == 'theme = "dark"\n'
    save_settings(path, Settings())
    assert path.read_text() == ""


def test_comments_and_what_a_newer_program_wrote_are_kept(path: Path) -> None:
    write(path, '# mine\ntheme = "dark" # at night\nnickname = "Anna"\n')
    save_settings(path, Settings(theme="light"))
    text = path.read_text()
    assert "# mine" in text
    assert "# at night" in text
    assert 'nickname = "Anna"' in text
    assert load_settings(path)[0].theme == "light"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('theme = "pink"', "theme"),
        ("theme = 3", "theme"),
        ("text_size = 1000", "text_size"),
        ("text_size = 1.5", "text_size"),
        ("text_size = true", "text_size"),
        ("reduced_motion = 1", "reduced_motion"),
        ("switch = -1", "switch"),
        ("switch = nan", "switch"),
        ("switch = inf", "switch"),
        ('switch = "5"', "switch"),
        ('language = "../../etc"', "language"),
        ('impact_put_off = "de"', "impact_put_off"),
        ("impact_put_off = 2026-03-04", "impact_put_off"),
        ('week_note_put_off = "2026-13-04"', "week_note_put_off"),
        ("aim_core = 8", "aim_core"),
        ("aim_core = -1", "aim_core"),
        ("aim_flexibility = 2.5", "aim_flexibility"),
        ("window = [1, 2]", "window"),
        ("window = 5", "window"),
        ("timing = 5", "timing"),
        ("timing = { a = { hold = 3 } }", "timing"),
        ("timing = { a = { switch = -3 } }", "timing"),
    ],
)
def test_a_field_that_cannot_be_meant_is_said_and_the_rest_is_read(
    path: Path, line: str, name: str
) -> None:
    write(path, f"# first\n{line}\ncountry = 'GB'\n")
    settings, problems = load_settings(path)
    assert [(p.where, p.line) for p in problems] == [(name, 2)]
    assert getattr(settings, name) == getattr(Settings(), name)
    assert settings.country == "GB"


@pytest.mark.parametrize("content", [b"theme = ", b"\xff\xfe", b"a = 1\na = 2", b"[" * 5000])
def test_a_broken_file_is_said_and_set_aside_when_written_over(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    settings, problems = load_settings(path)
    assert settings == Settings()
    assert len(problems) == 1
    save_settings(path, Settings(theme="dark"))
    assert path.with_name("settings.toml.broken").read_bytes() == content
    assert load_settings(path) == (Settings(theme="dark"), ())


@given(text=st.text(max_size=80))
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_can_crash_the_reading(path: Path, text: str) -> None:
    write(path, text.encode("utf-8", "replace").decode())
    settings, _ = load_settings(path)
    assert isinstance(settings, Settings)


def test_a_routine_has_its_own_timing_where_it_was_given() -> None:
    own = {"transition": 20.0, "count_aloud": "none"}
    settings = Settings(switch=6.0, timing={"pre_squat": own})
    names = ("get_ready", "switch", "transition", "count_aloud")
    pace = [settings.of_routine("pre_squat", name) for name in names]
    assert pace == [5.0, 6.0, 20.0, "none"]
    usual = [settings.of_routine("pre_deadlift", name) for name in names]
    assert usual == [5.0, 6.0, 8.0, "all"]


def described() -> list[Any]:
    return [d for s in sections([("de", "Deutsch")], [("GB", "UK")]) for d in s.settings]


def test_every_described_setting_is_a_field_and_offers_its_default() -> None:
    for each in described():
        default = getattr(Settings(), each.name)
        if isinstance(each.control, Choice):
            assert default in [value for value, _ in each.control.options]
        if isinstance(each.control, Seconds):
            assert 0 <= default <= each.control.most == LONGEST


def test_every_choice_can_be_written_and_read_again(path: Path) -> None:
    for each in described():
        if isinstance(each.control, Choice):
            for value, _ in each.control.options:
                chosen = Settings(**{each.name: value})
                save_settings(path, chosen)
                assert load_settings(path) == (chosen, ())


def test_an_aim_is_where_to_start_until_the_person_says_otherwise() -> None:
    assert (Settings().aim_flexibility, Settings().aim_core) == (3, 2)
    found = {d.name: d for d in described()}
    for name in AIMS:
        offered = [value for value, _ in found[name].control.options]
        assert offered == [*range(MOST_A_WEEK + 1)]
    core = found["aim_core"]
    assert in_words(core, 3) == "Core: 3 a week"
    assert in_words(core, 0) == "Core: No aim"
