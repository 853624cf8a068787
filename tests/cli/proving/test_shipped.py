"""A file that was left out of a package, or is damaged, is named; so is what it leaves alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from recovery_coach.base.paths import find_resources
from recovery_coach.cli.proving.check import FaultError
from recovery_coach.cli.proving.shipped import (
    MANIFEST,
    check_catalogue,
    check_files,
    check_rules,
    manifest,
)
from recovery_coach.cli.proving.trial import Trial

NOT_READ = (".po",)
"""What translators write is not what the program reads."""


def test_the_list_has_every_shipped_file():
    folder = find_resources()
    there = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix not in NOT_READ
    }
    listed = [str(one) for one in manifest(folder)]
    assert listed == sorted(there - {MANIFEST}), "bring resources/manifest.txt up to date"


def test_what_is_shipped_is_whole(trial: Trial):
    assert check_files(trial).result == "ok"
    assert "45 figures" in check_catalogue(trial).found
    assert "51 rules" in check_rules(trial).found


@pytest.mark.parametrize("name", [str(one) for one in manifest(find_resources())][::12])
def test_a_file_that_was_left_out_is_named(trial: Trial, shipped: Path, name: str):
    (shipped / name).unlink()
    with pytest.raises(FaultError, match=re.escape(name)) as caught:
        check_files(trial)
    assert caught.value.mend


def test_a_file_that_is_empty_is_named(trial: Trial, shipped: Path):
    (shipped / "icons" / "play.svg").write_bytes(b"")
    with pytest.raises(FaultError, match=r"icons/play\.svg"):
        check_files(trial)


def test_without_its_list_nothing_is_known(trial: Trial, shipped: Path):
    (shipped / MANIFEST).unlink()
    with pytest.raises(FaultError, match=MANIFEST):
        check_files(trial)


def test_a_figure_that_is_missing_or_damaged_is_named(trial: Trial, shipped: Path):
    (shipped / "figures" / "bird_dog.toml").unlink()
    damaged = shipped / "figures" / "dead_bug.toml"
    damaged.write_bytes(damaged.read_bytes()[:300])
    with pytest.raises(FaultError, match=r"bird_dog\.toml.*dead_bug\.toml"):
        check_catalogue(trial)


def test_a_routine_whose_exercise_is_missing_is_named(trial: Trial, shipped: Path):
    (shipped / "exercises" / "dead_bug.toml").unlink()
    with pytest.raises(FaultError, match=r"routines/\w+\.toml, line \d+"):
        check_catalogue(trial)


@pytest.mark.parametrize("name", ["red_flags", "questions", "numbers", "words", "fillers"])
def test_each_table_of_rules_is_read(trial: Trial, shipped: Path, name: str):
    file = shipped / "rules" / f"{name}.toml"
    file.write_text("", encoding="utf-8")
    with pytest.raises(FaultError, match=name):
        check_rules(trial)


def test_a_region_that_is_drawn_nowhere_is_named(trial: Trial, shipped: Path):
    file = shipped / "body_map.toml"
    text = file.read_text(encoding="utf-8")
    assert "\nlowback_L" in text or "\nlowback" in text
    file.write_text(re.sub(r"(?m)^lowback\w* = .*$", "", text), encoding="utf-8")
    with pytest.raises(FaultError, match="lowback"):
        check_rules(trial)
