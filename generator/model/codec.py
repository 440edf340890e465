"""Dump and load an issue as plain data, JSON and YAML.

The JSON Schema (draft 2020-12) of the format is here too.
"""

from collections.abc import Callable
from typing import Any

import msgspec
import yaml

from generator.errors import GazetteError
from generator.model.correction import COMPANIONS, OPERATIONS, Correction
from generator.model.issue import Issue


class _PlainLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Safe YAML whose dates stay the strings that were written.

    An impossible date must not fail to load. As in YAML 1.2 only ``true`` and ``false`` are truth
    values; ``on``, ``off``, ``yes`` and ``no`` are words.
    """


_PlainLoader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag != "tag:yaml.org,2002:timestamp"
        and not (tag == "tag:yaml.org,2002:bool" and first in "yYnNoO")
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


LONGEST_SCALAR = 100
"""Characters of a number, truth value or date in a YAML file."""


def _guard(
    construct: Callable[[Any, yaml.ScalarNode], Any],
) -> Callable[[Any, yaml.ScalarNode], Any]:
    """The constructor of a scalar, with one error and its line for whatever it does not manage.

    It does not manage ``0x_`` and ``!!bool 1``. A number of thousands of digits takes a constructor
    longer than a file is worth, or fails.
    """

    def construct_guarded(loader: Any, node: yaml.ScalarNode) -> Any:
        if len(node.value) > LONGEST_SCALAR:
            reason = f"a number of {len(node.value):,} characters"
            raise yaml.constructor.ConstructorError(None, None, reason, node.start_mark)
        try:
            return construct(loader, node)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            reason = f"{node.value!r} is not what its tag says"
            raise yaml.constructor.ConstructorError(None, None, reason, node.start_mark) from error

    return construct_guarded


for _name in ("bool", "float", "int", "timestamp"):
    _tag = f"tag:yaml.org,2002:{_name}"
    _PlainLoader.add_constructor(_tag, _guard(yaml.SafeLoader.yaml_constructors[_tag]))


def dump_issue(issue: Issue) -> dict[str, Any]:
    """The issue as plain dicts and lists, in the shape of the published format."""
    plain: dict[str, Any] = msgspec.to_builtins(issue)
    return plain


def load_issue(plain: object) -> Issue:
    """The issue of plain data; a :class:`GazetteError` names the key that does not fit."""
    try:
        return msgspec.convert(plain, Issue)
    except msgspec.ValidationError as error:
        raise GazetteError(str(error)) from error


def issue_to_json(issue: Issue) -> str:
    """One issue as JSON text, Chinese left readable."""
    return msgspec.json.format(msgspec.json.encode(issue)).decode()


def issue_to_yaml(issue: Issue) -> str:
    """One issue as YAML text that :func:`plain_from_yaml` reads back."""
    return dump_yaml(dump_issue(issue))


def dump_yaml(plain: Any) -> str:
    r"""Plain data as YAML text, Chinese left readable.

    The fast dumper writes characters beyond U+FFFF as escapes (``\U0002CB4E`` for 𬭎); where one
    occurs, the slow one writes the text.
    """
    text = _dump(plain, getattr(yaml, "CSafeDumper", yaml.SafeDumper))
    return _dump(plain, yaml.SafeDumper) if "\\U000" in text else text


def _dump(plain: Any, dumper: type) -> str:
    text: str = yaml.dump(plain, Dumper=dumper, allow_unicode=True, sort_keys=False, width=4096)
    return text


def plain_from_yaml(text: str) -> Any:
    r"""Plain data of YAML text; raises ``yaml.YAMLError`` where it is no YAML.

    JSON is YAML but for one thing: it may write 𬭎 as ``\ud872\udf4e``, which YAML refuses.
    """
    plain = plain_from_json(text)
    return yaml.load(text, Loader=_PlainLoader) if plain is None else plain  # noqa: S506 - a SafeLoader subclass


def plain_from_json(text: str) -> Any:
    """Plain data of a text that is a JSON object, None where it is none or too deep."""
    if not text.startswith("{"):
        return None
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError):
        return None


def issue_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a parsed issue, made from the model itself."""
    schema: dict[str, Any] = msgspec.json.schema(Issue)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A parsed gazette issue",
        **schema,
    }


def corrections_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a file of corrections.

    An entry says exactly one of the operations.
    """
    (_,), components = msgspec.json.schema_components([Correction], ref_template="#/$defs/{name}")
    entry = components["Correction"]
    del entry["properties"]["line"]
    valued = COMPANIONS["value"]
    said = [{"required": [name, "value"] if name in valued else [name]} for name in OPERATIONS]
    beside = {
        companion: {"anyOf": [{"required": [name]} for name in operations]}
        for companion, operations in COMPANIONS.items()
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Corrections of a gazette issue",
        "type": "array",
        "items": {**entry, "oneOf": said, "dependentSchemas": beside},
        "$defs": {name: schema for name, schema in components.items() if name != "Correction"},
    }
