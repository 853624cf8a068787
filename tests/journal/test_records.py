"""Records and their bodies: flat, checked, and read with tolerance."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.journal import (
    BackgroundRecord,
    CheckRecord,
    ImpactRecord,
    MarkRecord,
    PainEntry,
    Record,
    SeenRecord,
    answer_texts,
    read_answer_texts,
    region_scores,
    region_texts,
)
from recovery_coach.journal.records import KINDS, ChoiceRecord, read_body, write_body
from tests.journal.make import AT, hurt, one_set, pain, session

EXAMPLES: list[Record] = [
    pain(note="stiff – left side", session="s1"),
    session(ended_at=AT, pain_before=4, pain_after=3, effort=6, options='{"calm": true}'),
    one_set("s1", side="left", reps_done=8, reps_planned=10, outcome="partial"),
    hurt("s1", rep=3, phase="lift", score=6, words=("sharp", "left side"), action="gentle"),
    pain(
        regions=("lowback_L=6", "si_L"),
        runs_down="thigh",
        runs_side="left",
        woke=False,
        sleep_hours=6.5,
        training="trained",
        lifts=("deadlift",),
    ),
    PainEntry(at=AT, source="flare", regions=("lowback_mid",)),
    CheckRecord(at=AT, full=True, answers=("fever=no",), level="book", reasons=("X-01",), rules=1),
    SeenRecord(at=AT, seen_on="2026-05-03", exercise_fine="unsure", closed=("U-06: a=yes",)),
    BackgroundRecord(at=AT, answers=("age_band=26-49",), codes=("FLEX", "KNE")),
    ImpactRecord(at=AT, pain=3, enjoyment=0, activity=5),
    MarkRecord(at=AT, words="From today on: a walk 🚶 every day", compares=True),
    ChoiceRecord(at=AT, record="r1", chosen="v2", settled=("v1",)),
]


@pytest.mark.parametrize("record", EXAMPLES, ids=lambda record: record.kind)
def test_a_record_comes_back_as_it_was_with_its_offset(record: Record) -> None:
    back = read_body(record.kind, write_body(record))

    assert back == record
    assert back is not None
    assert back.moment.utcoffset() == record.moment.utcoffset()


@pytest.mark.parametrize("record", EXAMPLES, ids=lambda record: record.kind)
def test_a_body_is_flat(record: Record) -> None:
    for value in json.loads(write_body(record)).values():
        assert value is None or isinstance(value, str | int | float | bool | list)


def test_what_was_not_answered_is_missing_and_stays_so() -> None:
    body = json.loads(write_body(pain(0), write_body(pain(5, leg_nrs=2, qualities=("dull",)))))

    assert body["nrs"] == 0
    assert not {"leg_nrs", "qualities", "worst_nrs", "regions"} & body.keys()


def test_asked_for_all_of_it_what_was_not_answered_is_there_as_nothing() -> None:
    fields = pain(0).all_fields()

    assert fields["leg_nrs"] is None
    assert fields["regions"] == []
    assert {**fields, **pain(0).to_body()} == fields


@given(
    st.dictionaries(st.from_regex(r"[a-z_]{1,9}", fullmatch=True), st.none() | st.integers(0, 10))
)
def test_regions_keep_their_scores(scores: dict[str, int | None]) -> None:
    assert region_scores(pain(regions=region_texts(scores))) == scores


@pytest.mark.parametrize("score", ["", "x", "11", "-1", "3.5", "٣", "9" * 5000])
def test_a_damaged_score_leaves_the_region_without_one(score: str) -> None:
    assert region_scores(pain(regions=(f"si_L={score}",))) == {"si_L": None}


def test_answers_are_texts_in_the_order_of_their_names() -> None:
    texts = answer_texts({"regions": ("si_L", "saddle"), "current_nrs": 4, "fever": "no"})

    assert texts == ("current_nrs=4", "fever=no", "regions=si_L|saddle")
    assert read_answer_texts(texts)["regions"] == "si_L|saddle"


def test_the_impact_of_a_week_needs_all_three() -> None:
    assert ImpactRecord(at=AT, pain=3, enjoyment=0, activity=6).mean == 3
    assert ImpactRecord(at=AT, pain=3, activity=6).mean is None


def test_every_kind_has_an_example() -> None:
    assert {record.kind for record in EXAMPLES} == set(KINDS)


@pytest.mark.parametrize("score", [-1, 11])
def test_a_score_is_from_0_to_10(score: int) -> None:
    with pytest.raises(ValueError, match="between 0 and 10"):
        pain(score)
    with pytest.raises(ValueError, match="effort"):
        session(effort=score)
    with pytest.raises(ValueError, match="score"):
        hurt("s", score=score)


def test_a_time_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="UTC offset"):
        pain(at=datetime(2026, 5, 4, 18, 5))  # noqa: DTZ001 - that is the point


def test_a_number_that_is_not_finite_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        write_body(one_set("s", seconds=float("nan")))


def test_missing_optional_fields_take_their_defaults() -> None:
    body = {"nrs": 5, "at": "2026-05-04T18:05:00+02:00", "source": "today"}

    assert read_body("pain", json.dumps(body)) == pain(5)


def test_unknown_fields_are_ignored_and_survive_a_revision() -> None:
    newer = json.dumps({**pain(5).to_body(), "place": "left hip"})

    assert read_body("pain", newer) == pain(5)
    assert json.loads(write_body(pain(4), newer))["place"] == "left hip"
    assert json.loads(write_body(pain(4), newer))["nrs"] == 4


def test_a_word_only_a_newer_program_knows_does_not_hide_the_record() -> None:
    body = {**pain(5).to_body(), "source": "watch"}

    back = read_body("pain", json.dumps(body))

    assert back is not None
    assert back.to_body()["source"] == "watch"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "3",
        "{}",
        "[" * 100_000,
        '{"nrs": "five", "at": "2026-05-04T18:05:00+02:00", "source": "today"}',
        '{"nrs": 5.5, "at": "2026-05-04T18:05:00+02:00", "source": "today"}',
        '{"nrs": true, "at": "2026-05-04T18:05:00+02:00", "source": "today"}',
        '{"nrs": 47, "at": "2026-05-04T18:05:00+02:00", "source": "today"}',
        '{"nrs": 1e999, "at": "2026-05-04T18:05:00+02:00", "source": "today"}',
        '{"nrs": 5, "at": "yesterday", "source": "today"}',
        '{"nrs": 5, "at": "2026-05-04T18:05:00", "source": "today"}',
        '{"nrs": 5, "at": null, "source": "today"}',
        '{"nrs": 5, "at": "2026-05-04T18:05:00+02:00"}',
    ],
    ids=lambda text: text[:40] or "empty",
)
def test_a_damaged_body_reads_as_none(text: str) -> None:
    assert read_body("pain", text) is None


def test_an_unknown_kind_reads_as_none() -> None:
    assert read_body("weather", "{}") is None


@given(st.dictionaries(st.sampled_from(["nrs", "at", "source", "note"]), st.from_type(object)))
def test_no_body_makes_reading_raise(body: dict[str, object]) -> None:
    read_body("pain", json.dumps(body, default=str))


@given(
    st.integers(0, 10),
    st.text(st.characters(), max_size=40),
    st.datetimes(datetime(1950, 1, 1), datetime(2150, 1, 1), timezones=st.timezones()),  # noqa: DTZ001
)
def test_any_note_at_any_place_comes_back(nrs: int, note: str, at: datetime) -> None:
    record = pain(nrs, note=note, at=at)

    back = read_body("pain", write_body(record))

    assert isinstance(back, PainEntry)
    # A zone becomes its offset; in the repeated hour of autumn only UTC tells two times apart.
    assert back.moment.astimezone(UTC) == at.astimezone(UTC)
    assert replace(back, at=at) == record
