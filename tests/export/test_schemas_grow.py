"""Published formats only grow: the schemas of today against those of the last release in ``tests/data/schemas``.

What a program reads of a file of the last release it reads of one of today: no key is gone, none that was always there
may be missing now, no value is of another type, none of a list of words is gone. After a release
``python -m tests.export.test_schemas_grow`` freezes the schemas anew; before it only new files are added.
"""

import copy
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.export.schemas import (
    catalog_schema,
    document_schema,
    index_schema,
    part_schema,
    text_schema,
)
from generator.feeds.json_feed import feed_schema
from generator.model.codec import corrections_schema, issue_schema

FROZEN = Path(__file__).parent.parent / "data/schemas"
SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = {
    "catalog": catalog_schema,
    "catalog-index": index_schema,
    "catalog-part": part_schema,
    "corrections": corrections_schema,
    "document": document_schema,
    "feed": feed_schema,
    "issue": issue_schema,
    "text-line": text_schema,
}
WRITTEN = {"corrections"}
"""What people write: the keys that they have to say may not become more."""


def breaks(old: Any, new: Any, path: str, *, written: bool = False) -> Iterator[str]:
    """What a reader of ``old`` does not find in ``new`` as it was."""
    for place, between in (("$defs", " "), ("properties", ".")):
        for name, value in old.get(place, {}).items():
            found = new.get(place, {}).get(name)
            if found is None:
                yield f"{path}{between}{name}: is gone"
            else:
                yield from breaks(value, found, f"{path}{between}{name}", written=written)
    first, second = (set(one.get("required", [])) for one in (old, new))
    for key in sorted(second - first if written else first - second):
        yield f"{path}.{key}: is {'required now' if written else 'not always there any more'}"
    for name in ("type", "enum", "const", "$ref", "anyOf", "items", "prefixItems"):
        if name in old and not is_within(name, old[name], new.get(name)):
            yield f"{path}: {name} is {json.dumps(new.get(name))}, was {json.dumps(old[name])}"


def is_within(name: str, old: Any, new: Any) -> bool:
    """Whether a rule of a value still allows all that it allowed."""
    if name == "enum":
        return new is not None and set(old) <= set(new)
    if name == "anyOf":
        return new is not None and all(one in new for one in old)
    return bool(old == new)


def frozen(name: str) -> dict[str, Any]:
    """The schema of the last release."""
    schema: dict[str, Any] = json.loads((FROZEN / f"{name}.json").read_text(encoding="utf-8"))
    return schema


def freeze() -> None:
    """Write the schemas of today."""
    FROZEN.mkdir(exist_ok=True)
    for name, make in SCHEMAS.items():
        text = json.dumps(make(), ensure_ascii=False, indent=1, sort_keys=True)
        (FROZEN / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")


@pytest.mark.parametrize("name", SCHEMAS)
def test_no_published_format_loses_anything(name: str) -> None:
    assert [*breaks(frozen(name), SCHEMAS[name](), name, written=name in WRITTEN)] == []


def test_every_format_is_frozen() -> None:
    assert {path.stem for path in FROZEN.iterdir()} == set(SCHEMAS)


def changed(change: Callable[[dict[str, Any]], object]) -> list[str]:
    """What is said of a schema of the catalogue that was changed."""
    schema = copy.deepcopy(catalog_schema())
    change(schema["$defs"]["CatalogDocument"])
    return [*breaks(catalog_schema(), schema, "catalog")]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda kind: kind["properties"].pop("title"), "catalog CatalogDocument.title: is gone"),
        (
            lambda kind: kind["properties"].update(name=kind["properties"].pop("title")),
            "catalog CatalogDocument.title: is gone",
        ),
        (
            lambda kind: kind["required"].remove("title"),
            "catalog CatalogDocument.title: is not always there any more",
        ),
        (
            lambda kind: kind["properties"]["title"].update(type="integer"),
            'catalog CatalogDocument.title: type is "integer", was "string"',
        ),
        (
            lambda kind: kind["properties"]["number"]["anyOf"].pop(),
            "catalog CatalogDocument.number: anyOf is ",
        ),
    ],
)
def test_a_key_that_is_dropped_renamed_or_narrowed_is_told(
    change: Callable[[dict[str, Any]], object], expected: str
) -> None:
    assert [line for line in changed(change) if line.startswith(expected)]


def test_a_key_that_is_added_is_no_loss() -> None:
    assert changed(lambda kind: kind["properties"].update(more={"type": "string"})) == []


def test_people_need_not_write_more() -> None:
    old = {"properties": {"by": {}}, "required": []}
    assert [*breaks(old, old | {"required": ["by"]}, "x", written=True)] == [
        "x.by: is required now"
    ]


if __name__ == "__main__":
    freeze()
