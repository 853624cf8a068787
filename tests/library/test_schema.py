"""The JSON Schema says what the models accept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import MISSING, fields
from typing import Any

import pytest

from recovery_coach.library.dose import Dose, Phase
from recovery_coach.library.models import Exercise, Routine, Step, Variant
from recovery_coach.library.reading import json_schema

MODELS = {
    Exercise: {"Exercise": Exercise, "Dose": Dose, "Phase": Phase, "Variant": Variant},
    Routine: {"Routine": Routine, "Step": Step, "Phase": Phase},
}
WHOLE = [Exercise, Routine]
Model = type[Exercise] | type[Routine]


def tables(model: Model) -> dict[str, dict[str, Any]]:
    """Every table of the schema, by the name of its model."""
    schema = json_schema(model)
    return {schema["title"]: schema, **schema["$defs"]}


def all_nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for child in node.values():
            yield from all_nodes(child)
    elif isinstance(node, list):
        for child in node:
            yield from all_nodes(child)


@pytest.mark.parametrize("model", WHOLE)
def test_it_is_json_and_names_its_dialect(model: Model):
    schema = json.loads(json.dumps(json_schema(model)))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("model", WHOLE)
def test_it_has_the_fields_of_the_models_and_no_others(model: Model):
    assert set(tables(model)) == set(MODELS[model])
    for name, table in tables(model).items():
        assert list(table["properties"]) == [f.name for f in fields(MODELS[model][name])]
        assert table["additionalProperties"] is False


@pytest.mark.parametrize("model", WHOLE)
def test_it_requires_what_has_no_default(model: Model):
    for name, table in tables(model).items():
        needed = [f.name for f in fields(MODELS[model][name]) if f.default is MISSING]
        assert table.get("required", []) == needed


@pytest.mark.parametrize("model", WHOLE)
def test_every_field_says_what_it_means(model: Model):
    for table in tables(model).values():
        for name, field in table["properties"].items():
            assert field.get("description", "").endswith((".", ")")), name


@pytest.mark.parametrize("model", WHOLE)
def test_every_reference_leads_somewhere(model: Model):
    schema = json_schema(model)
    references = [node["$ref"] for node in all_nodes(schema) if "$ref" in node]
    assert references
    assert {ref.removeprefix("#/$defs/") for ref in references} <= set(schema["$defs"])


def test_it_knows_the_ranges():
    hold = tables(Routine)["Step"]["properties"]["hold"]["anyOf"][0]
    assert (hold["minimum"], hold["maximum"]) == (1, 1800)
    assert tables(Routine)["Routine"]["properties"]["steps"]["minItems"] == 1
    assert tables(Exercise)["Exercise"]["properties"]["id"]["pattern"].startswith("^[a-z]")
    assert "prone" in tables(Exercise)["Exercise"]["properties"]["position"]["enum"]
