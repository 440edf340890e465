"""The largest and the smallest value of each kind that a parsed issue may hold."""

import msgspec
import pytest

from generator.errors import GazetteError
from generator.model import Issue
from generator.model.codec import load_issue

DOCUMENT: dict[str, object] = {"sequence": 1, "lines": [1], "title": "通知"}


def load(**fields: object) -> Issue:
    """An issue with these values, those of a document among them."""
    issue: dict[str, object] = {"source": "a.txt", "sha256": "", "publication": {"title": "公报"}}
    for name in ("year", "number", "serial"):
        if name in fields:
            issue[name] = fields.pop(name)
    issue["documents"] = [{**DOCUMENT, **fields}]
    return load_issue(issue)


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("year", 1000, 999),
        ("year", 9999, 10_000),
        ("number", 1, 0),
        ("number", 9999, 10_000),
        ("serial", 9_999_999, 10_000_000),
        ("page", 0, -1),
        ("page", 9_999_999, 10_000_000),
        ("sequence", 1, 0),
        ("sequence", 100_000, 100_001),
        ("lines", [10_000_000], [10_000_001]),
        ("lines", [0], [-1]),
        ("title", "字" * 2000, "字" * 2001),
        ("title", "字", ""),
        ("title", "字", "　"),
    ],
)
def test_a_value_is_taken_up_to_its_limit(name: str, good: object, bad: object) -> None:
    load(**{name: good})
    with pytest.raises((GazetteError, msgspec.ValidationError)):
        load(**{name: bad})


@pytest.mark.parametrize(("size", "taken"), [(1, True), (100, True), (101, False), (0, False)])
def test_a_printed_number_has_a_hundred_figures(size: int, *, taken: bool) -> None:
    block = {"type": "heading", "kind": "1", "text": "甲", "number": "1" * size}
    parts = [{"kind": "body", "blocks": [block]}]
    if taken:
        load(parts=parts)
        return
    with pytest.raises((GazetteError, msgspec.ValidationError)):
        load(parts=parts)
