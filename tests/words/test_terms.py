"""One English word for each term of GB/T 9704: the fields, and the words for readers, keep to it."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest

from generator.model import Article, Document, Issue, Item, Paragraph
from generator.model.correction import ElementName
from generator.model.document import PartKind
from generator.words.terms import TERMS

ROOT = Path(__file__).parents[2] / "generator"
TERM = re.compile("|".join(sorted(TERMS, key=len, reverse=True)))


def described_fields() -> Iterator[tuple[str, str]]:
    """Each field of a public value with the term that its docstring opens with."""
    for path in [*sorted((ROOT / "model").glob("*.py")), ROOT / "export/catalog.py"]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                yield from described_in(node)


def described_in(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """The fields of one class whose docstring opens with a term."""
    for field, text in pairwise(node.body):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(text, ast.Expr)
            and isinstance(field.target, ast.Name)
        ):
            document = ast.literal_eval(text.value)
            if match := TERM.match(document):
                yield field.target.id, match[0]


def test_a_field_is_called_as_its_term() -> None:
    fields = list(described_fields())
    assert [(name, term) for name, term in fields if name != TERMS[term]] == []
    assert {"number", "kind", "column", "signature", "copies"} <= {name for name, _ in fields}


@pytest.mark.parametrize("term", TERMS)
def test_each_word_names_something(term: str) -> None:
    blocks = {block.__name__.lower() for block in (Article, Item, Paragraph)}
    names = {
        *Document.__struct_fields__,
        *Issue.__struct_fields__,
        *get_args(PartKind),
        *blocks,
        "attachment note",
    }
    assert TERMS[term] in names


def test_a_word_stands_for_one_term() -> None:
    assert len(set(TERMS.values())) == len(TERMS)


def test_corrections_name_the_elements_by_their_words() -> None:
    assert set(get_args(ElementName)) - set(TERMS.values()) == set()
