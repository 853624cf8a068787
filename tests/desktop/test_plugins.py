"""What Qt loads by itself: it is there, and one that is not is named."""

from __future__ import annotations

import pytest

from recovery_coach.desktop.plugins import WITHOUT_SCREEN, find_plugin, trouble_with, wanted


@pytest.mark.parametrize("pattern", [WITHOUT_SCREEN, *wanted()[0], *wanted()[1]])
def test_each_can_be_loaded(pattern: str):
    assert trouble_with(pattern) == ""


def test_one_that_was_left_out_is_named():
    assert find_plugin("platforms/*qnothing*") is None
    assert "qnothing" in trouble_with("platforms/*qnothing*")


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin", "freebsd14"])
def test_every_system_has_something_that_shows_windows(platform: str):
    assert wanted(platform)[0]
