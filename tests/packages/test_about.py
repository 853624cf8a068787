"""What is told of the program comes from one place each: version, day, home page, releases."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tools.packages.about import Release, about, releases, source_moment
from tools.packages.places import BuildError

from recovery_coach import __version__


@pytest.fixture(autouse=True)
def moment(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")  # 2026-05-28


def test_a_version_that_is_in_the_changelog_has_its_day():
    told = "# Changelog\n\n## 1.1.0 - 2026-04-03\n\n### Added\n- This.\n\n## [1.0.0] – 2026-03-01\n"
    assert releases(told, "1.1.0") == (
        Release("1.1.0", date(2026, 4, 3)),
        Release("1.0.0", date(2026, 3, 1)),
    )


def test_one_that_is_not_is_still_being_worked_on_and_has_the_day_of_the_source():
    told = "## Unreleased\n- This.\n\n## 1.0.0 - 2026-03-01\n"
    assert releases(told, "1.1.0") == (
        Release("1.1.0", date(2026, 5, 28), final=False),
        Release("1.0.0", date(2026, 3, 1)),
    )


def test_without_being_told_it_is_the_day_of_the_commit(monkeypatch: pytest.MonkeyPatch):
    told = source_moment()
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert source_moment() != told


def test_a_folder_without_history_asks_to_be_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(BuildError, match="SOURCE_DATE_EPOCH"):
        source_moment(tmp_path)


def test_the_checkout_tells_its_own():
    facts = about()
    assert facts.version == __version__
    assert facts.homepage.startswith("https://")
    assert facts.homepage.endswith("/")
