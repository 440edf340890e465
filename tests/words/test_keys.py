"""Each message that is said has a key in the master, and each key of the master is said somewhere."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from generator.lexicon.levels import LEVEL_CODES
from generator.model.correction import Authority, ElementName
from generator.model.finding import Severity
from generator.pages.body.collation import GROUPS
from generator.words.catalogue import CHINESE, list_languages, read_catalogue
from generator.words.element_texts import ELEMENTS
from generator.words.figure_names import FIGURES
from generator.words.finding_kinds import DAMAGES, KINDS, OTHER_DAMAGE
from generator.words.navigation import PREFIX
from generator.words.unnamed import UNNAMED_CODES
from tests.words.make_words import IN_SCRIPT, IN_TEMPLATE, SCRIPT_WORDS, SCRIPTS, THEME, find_keys

ROOT = Path(__file__).parents[2]
KEYS = frozenset(read_catalogue(CHINESE).messages)
PLACE = re.compile(r"\{(\w+)\}")
CODE = {
    path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"), str(path))
    for path in sorted((ROOT / "generator").rglob("*.py"))
}


def imports_say(tree: ast.AST) -> bool:
    """Whether ``say`` is that of ``generator.words`` in a module."""
    return any(
        isinstance(node, ast.ImportFrom)
        and node.module == "generator.words.say"
        and any(alias.name == "say" for alias in node.names)
        for node in ast.walk(tree)
    )


def calls_in(tree: ast.AST) -> Iterator[ast.Call]:
    """Each call of ``say`` in a module."""
    for node in ast.walk(tree) if imports_say(tree) else ():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
            yield node


def said_in(tree: ast.AST) -> Iterator[ast.expr]:
    """The key of each call of ``say`` in a module."""
    for call in calls_in(tree):
        yield call.args[0]


def pattern_of(key: ast.expr) -> re.Pattern[str] | None:
    """The keys that an expression can mean; None for a name, whose keys are in a table."""
    if isinstance(key, ast.Constant):
        return re.compile(re.escape(str(key.value)))
    if not isinstance(key, ast.JoinedStr):
        return None
    parts = [
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w.-]+"
        for part in key.values
    ]
    return re.compile("".join(parts))


def patterns_in_code() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Each place at which something is said, with the keys that can be meant there."""
    for address, tree in CODE.items():
        for key in said_in(tree):
            if pattern := pattern_of(key):
                yield f"{address}:{key.lineno}", pattern


def named_in_theme() -> list[str]:
    """The keys, and the beginnings of keys, that templates and scripts name."""
    templates = [path for path in sorted(THEME.rglob("*")) if path.is_file()]
    scripts = [path for path in sorted(SCRIPTS.rglob("*.js")) if SCRIPT_WORDS not in path.parents]
    return [*find_keys(templates, IN_TEMPLATE), *find_keys(scripts, IN_SCRIPT)]


@cache
def in_tables() -> set[str]:
    """The keys that the code spells, in a call or in a table."""
    return {
        node.value
        for tree in CODE.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in KEYS
    }


def in_navigation() -> set[str]:
    """The keys whose Chinese is a title in the navigation of ``mkdocs.yml``."""
    (nav,) = re.findall(
        r"^nav:\n(?:[ -].*\n)+", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE
    )
    titles = re.findall(r"- ([^:\n]+):", nav)
    messages = read_catalogue(CHINESE).messages
    return {key for key in KEYS if key.startswith(PREFIX) and messages[key][0] in titles}


def test_a_key_is_a_literal_or_begins_with_one() -> None:
    """So that each can be found; a name is one whose keys are in a table."""
    odd = [
        f"{address}:{key.lineno}"
        for address, tree in CODE.items()
        for key in said_in(tree)
        if not is_findable(key)
    ]
    assert odd == []


def is_findable(key: ast.expr) -> bool:
    """Whether a key is a literal, a name, or begins with a literal that ends in a dot."""
    if isinstance(key, ast.JoinedStr):
        first = key.values[0]
        return isinstance(first, ast.Constant) and str(first.value).endswith(".")
    return isinstance(key, ast.Constant | ast.Name | ast.Attribute)


def test_what_is_said_has_a_message() -> None:
    missing = [
        f"{place}: {pattern.pattern}"
        for place, pattern in patterns_in_code()
        if not any(map(pattern.fullmatch, KEYS))
    ]
    missing += [
        key
        for key in named_in_theme()
        if key not in KEYS
        and not (key.endswith(".") and any(other.startswith(key) for other in KEYS))
    ]
    assert missing == []


@pytest.mark.parametrize("language", list_languages())
def test_each_message_is_given_its_values(language: str) -> None:
    """In all its forms; a value that a message may leave out is given all the same."""
    messages = read_catalogue(language).messages
    lacking = [
        f"{address}:{call.lineno}: {key}"
        for address, tree in CODE.items()
        for call in calls_in(tree)
        for key in keys_of(call)
        if values_in(messages[key]) - given_in(call)
    ]
    assert lacking == []


def keys_of(call: ast.Call) -> list[str]:
    """The keys that a call means, where it names all its values.

    Where it composes them, those that are spelled nowhere.
    """
    pattern = pattern_of(call.args[0])
    if pattern is None or not all(keyword.arg for keyword in call.keywords):
        return []
    if isinstance(call.args[0], ast.Constant):
        return [str(call.args[0].value)]
    return [key for key in KEYS - in_tables() if pattern.fullmatch(key)]


def values_in(forms: tuple[str, ...]) -> set[str]:
    """The values that a message has places for."""
    return {name for form in forms for name in PLACE.findall(form)}


def given_in(call: ast.Call) -> set[str]:
    """The values that a call gives."""
    return {str(keyword.arg) for keyword in call.keywords}


COMPOSED = {
    "finding.{}.name": KINDS,
    "finding.{}.text": KINDS,
    "figure.{}": FIGURES,
    "severity.{}": get_args(Severity),
    "damage.{}": [*DAMAGES.values(), OTHER_DAMAGE],
    "notes.group.{}": GROUPS,
    "notes.count.{}": GROUPS,
    "level.{}": [*LEVEL_CODES.values(), "unknown"],
    "unknown.{}": [*UNNAMED_CODES.values()],
    "term.{}": [*get_args(ElementName), *(element.name for element in ELEMENTS)],
    "message.authority.{}": [name.replace(" ", "-") for name in get_args(Authority)],
    "date.month.{}": [str(month) for month in range(1, 13)],
}
"""Keys that are composed, and the names that they are composed of."""


@pytest.mark.parametrize("key", COMPOSED)
def test_a_composed_key_has_a_message_for_each_name(key: str) -> None:
    keys = {key.format(name) for name in COMPOSED[key]}
    assert keys - KEYS == set()
    like = re.compile(re.escape(key).replace(r"\{\}", r"[\w.-]+"))
    assert set(filter(like.fullmatch, KEYS)) - keys - in_tables() - set(named_in_theme()) == set()


def test_each_message_is_said() -> None:
    said = {key for _, pattern in patterns_in_code() for key in KEYS if pattern.fullmatch(key)}
    begun = tuple(key for key in named_in_theme() if key.endswith("."))
    said |= {key for key in KEYS if key.startswith(begun)} if begun else set()
    assert KEYS - said - set(named_in_theme()) - in_tables() - in_navigation() == set()


def test_the_rule_reads_keys_as_they_are_written() -> None:
    tree = ast.parse(
        "from generator.words.say import say\n"
        'say("home.title")\nsay(f"validity.{state}")\nsay(f"finding.{kind}.name")\nsay(key)\n'
    )
    patterns = [pattern_of(key) for key in said_in(tree)]
    assert [pattern and pattern.pattern for pattern in patterns] == [
        r"home\.title",
        r"validity\.[\w.-]+",
        r"finding\.[\w.-]+\.name",
        None,
    ]
    assert list(said_in(ast.parse('def say(*lines): ...\nsay("home.title")'))) == []
