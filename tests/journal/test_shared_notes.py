"""What is remembered of a shared folder: worth nothing where it cannot be read, and never in the
way."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.journal.shared_notes import FORM, Notes, Seen, load, save

SEEN = Seen(12, 1_700_000_000_000_000_000, "ab", "d", "2026-03-04T07:30:00+01:00", 3, "0f")
KEPT = Notes("/carried", "d", 3, "2026-03-04T07:30:00+01:00", "", {"a.json": SEEN}, {"b": "why"})


def read(content: bytes) -> Notes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "notes.json"
        path.write_bytes(content)
        return load(path)


def test_what_was_kept_is_read(tmp_path: Path) -> None:
    save(tmp_path / "cache" / "notes.json", KEPT)
    assert load(tmp_path / "cache" / "notes.json") == KEPT


def test_where_it_cannot_be_kept_nothing_happens(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")
    save(tmp_path / "cache" / "notes.json", KEPT)
    assert load(tmp_path / "cache" / "notes.json") == Notes()


def test_they_hold_for_one_folder_and_one_journal_that_has_grown() -> None:
    assert KEPT.holds_for(Path("/carried"), "d", 3)
    assert KEPT.holds_for(Path("/carried"), "d", 9)
    assert not KEPT.holds_for(Path("/carried"), "d", 2)
    assert not KEPT.holds_for(Path("/carried"), "e", 3)
    assert not KEPT.holds_for(Path("/other"), "d", 3)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@given(st.binary(max_size=80) | JSON.map(lambda value: json.dumps(value).encode()))
def test_anything_else_is_nothing(content: bytes) -> None:
    assert isinstance(read(content), Notes)


@given(st.sampled_from(["seen", "waiting", "versions", "at", "folder", "form"]), JSON)
def test_one_field_that_is_spoilt(name: str, value: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "notes.json"
        save(path, KEPT)
        data = json.loads(path.read_bytes())
        assert data["form"] == FORM
        data[name] = value
        path.write_text(json.dumps(data))
        found = load(path)
    assert all(isinstance(one, Seen) for one in found.seen.values())
    assert isinstance(found.versions, int)
