"""The kept catalogue: the same as a fresh one, or not used."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given

from recovery_coach.base.paths import find_resources
from recovery_coach.library import cache as cache_module
from recovery_coach.library.cache import _dump, _read, fingerprint_of, load_cached
from recovery_coach.library.loader import Library, load_library
from recovery_coach.library.models import Exercise, Routine
from recovery_coach.timeline.model import Options
from tests.library.test_loader import folder, put
from tests.library.writing import EXERCISE, ROUTINE
from tests.strategies import plans

Plan = tuple[Routine, dict[str, Exercise], Options]
Damage = Callable[[bytes], bytes]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return folder(tmp_path / "own", {"squat": EXERCISE}, {"mine": ROUTINE, "bad": "id = 5"})


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "catalogue.json"


def load(own: Path, kept: Path) -> Library:
    return load_cached(own / "nothing_shipped", own, kept)


@pytest.fixture
def no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on the catalogue can only come from the cache."""

    def fail(*_: object) -> Library:
        raise AssertionError("read the files again")

    monkeypatch.setattr(cache_module, "load_library", fail)


def test_the_second_start_reads_the_cache_and_finds_the_same(
    own: Path, kept: Path, request: pytest.FixtureRequest
):
    fresh = load(own, kept)
    assert fresh.problems
    request.getfixturevalue("no_reading")
    assert load(own, kept) == fresh == load_library(own / "nothing_shipped", own)


def test_the_shipped_catalogue_comes_back_as_it_was(tmp_path: Path, kept: Path):
    fresh = load_cached(find_resources(), tmp_path, kept)
    assert _read(kept, fingerprint_of(find_resources(), tmp_path)) == fresh


@given(plans())
def test_any_catalogue_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, plan: Plan):
    routine, exercises, _ = plan
    library = Library(exercises, {routine.id: routine}, (), frozenset({routine.id}))
    path = tmp_path_factory.getbasetemp() / "any.json"
    path.write_bytes(_dump(library, "f"))
    assert _read(path, "f") == library


def test_a_changed_file_is_read_again(own: Path, kept: Path):
    load(own, kept)
    put(own, "routines", "mine", ROUTINE.replace('"Mine"', '"Other"'))
    assert load(own, kept).routines["mine"].name == "Other"


def test_a_file_changed_to_the_same_length_is_read_again(own: Path, kept: Path):
    load(own, kept)
    path = put(own, "routines", "mine", ROUTINE.replace('"Mine"', '"Nime"'))
    os.utime(path, ns=(1, 1))
    assert load(own, kept).routines["mine"].name == "Nime"


def test_a_new_file_and_a_missing_file_are_noticed(own: Path, kept: Path):
    load(own, kept)
    put(own, "routines", "new", ROUTINE.replace('"mine"', '"new"'))
    assert set(load(own, kept).routines) == {"mine", "new"}
    (own / "routines" / "new.toml").unlink()
    assert set(load(own, kept).routines) == {"mine"}


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: b"",
        lambda text: text[: len(text) // 2],
        lambda text: text.replace(b"Squat", b"Squit"),
        lambda text: b"\xff" + text,
        lambda text: b"\n".join(text.split(b"\n")[:2]) + b"\n" + b"[" * 100_000,
    ],
    ids=["empty", "half", "altered", "no text", "brackets"],
)
def test_a_damaged_cache_is_not_used_and_is_mended(own: Path, kept: Path, damage: Damage):
    fresh = load(own, kept)
    sound = kept.read_bytes()
    kept.write_bytes(damage(sound))
    assert load(own, kept) == fresh
    assert kept.read_bytes() == sound


def test_a_cache_of_another_version_is_not_used(
    own: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
):
    before = fingerprint_of(own, own)
    monkeypatch.setattr(cache_module, "__version__", "99")
    assert fingerprint_of(own, own) != before


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(own: Path, tmp_path: Path):
    (tmp_path / "in_the_way").touch()
    library = load(own, tmp_path / "in_the_way" / "catalogue.json")
    assert set(library.routines) == {"mine"}


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_file_whose_name_is_no_text_is_read_and_told(own: Path, kept: Path):
    name = os.fsencode(own / "routines") + b"/\xff.toml"
    Path(os.fsdecode(name)).write_text("id = 5")
    first = load(own, kept)
    assert any(os.fsencode(problem.file) == name for problem in first.problems)
    assert load(own, kept) == first
