"""What the style sheets of the site keep to beyond what a browser reads: one function a rule, all in ``RULES``."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

import tinycss2
import tinycss2.color4
from pygments.lexers import CssLexer
from pygments.token import Keyword

NESTED = {"media", "supports", "layer", "container", "starting-style", "scope"}
"""At-rules that hold rules."""

MARGINS = {f"{edge}-{at}" for edge in ("top", "bottom") for at in ("left", "center", "right")}
AT_RULES = {"charset", "import", "font-face", "keyframes", "page", "property", *MARGINS, *NESTED}

NEWER = {"size", "text-autospace", "text-size-adjust", "text-spacing-trim"}
"""Properties that Pygments does not know; ``size`` is one of pages only."""

PREFIXED_ONLY = {"font-smoothing"}
"""Properties for which there is no standard one."""

LENGTHS = {"px", "pt", "mm", "cm", "in", "em", "rem", "ch", "ex", "lh", "vw", "vh", "vi", "vb"}


@dataclass(frozen=True)
class Block:
    """A sheet, or what is between two braces in it; the nodes are those of tinycss2."""

    kind: str
    """``sheet``, ``at-rule`` or ``qualified-rule``."""
    where: str
    """Its selector or at-rule, behind those around it."""
    line: int
    nodes: list[Any]

    @property
    def declarations(self) -> list[Any]:
        """The declarations, in their order."""
        return [node for node in self.nodes if node.type == "declaration"]


Found = Iterator[tuple[int, str]]
"""Lines, from 1, with what is wrong there."""

Rule = Callable[[Block], Found]


def blocks_of(data: bytes) -> list[Block]:
    """All blocks of a style sheet, the sheet itself first."""
    nodes, _ = tinycss2.parse_stylesheet_bytes(data, skip_comments=True, skip_whitespace=True)
    return list(_walk(Block("sheet", "", 1, nodes)))


def _walk(block: Block) -> Iterator[Block]:
    yield block
    for node in block.nodes:
        if getattr(node, "content", None) is not None:
            name = f"@{node.lower_at_keyword}" if node.type == "at-rule" else ""
            where = f"{block.where} {name} {tinycss2.serialize(node.prelude)}"
            yield from _walk(
                Block(node.type, " ".join(where.split()), node.source_line, _inside(node))
            )


def _inside(node: Any) -> list[Any]:
    holds_rules = node.type == "at-rule" and node.lower_at_keyword in NESTED
    parse = tinycss2.parse_rule_list if holds_rules else tinycss2.parse_blocks_contents
    return list(parse(node.content, skip_comments=True, skip_whitespace=True))


def tokens(nodes: Iterable[Any]) -> Iterator[Any]:
    """The tokens of a value, those in brackets too."""
    for node in nodes:
        yield node
        yield from tokens(getattr(node, "arguments", None) or getattr(node, "content", None) or ())


def broken(block: Block) -> Found:
    """What is not CSS."""
    for node in block.nodes:
        if node.type == "error":
            yield node.source_line, node.message


def unknown(block: Block) -> Found:
    """At-rules and properties that do not exist."""
    for node in block.nodes:
        if node.type == "at-rule" and node.lower_at_keyword not in AT_RULES:
            yield node.source_line, f"there is no @{node.at_keyword}"
    for node in block.declarations:
        if not node.name.startswith("--") and not _is_known(_standard(node.lower_name)):
            yield node.source_line, f"there is no property {node.name}"


@cache
def _is_known(name: str) -> bool:
    known = name in NEWER or name in PREFIXED_ONLY
    return known or (Keyword, name) in CssLexer().get_tokens(f"a{{{name}:0}}")


def _standard(name: str) -> str:
    """The name of a property without its vendor."""
    is_prefixed = name.startswith("-") and not name.startswith("--")
    return name[1:].partition("-")[2] if is_prefixed else name


def repeated(block: Block) -> Found:
    """A property that is given twice; a value directly behind another is for browsers that know it."""
    names = [node.name for node in block.declarations]
    for at, (before, name) in enumerate(pairwise(names), 1):
        if name != before and name in names[:at]:
            yield block.declarations[at].source_line, f"{name} is given above"


def prefixed(block: Block) -> Found:
    """A vendor's property without the standard one behind it."""
    names = [node.lower_name for node in block.declarations]
    for at, name in enumerate(names):
        if _standard(name) not in {*names[at:], *PREFIXED_ONLY}:
            line = block.declarations[at].source_line
            yield line, f"{name} has no {_standard(name)} behind it"


def nameless_colour(block: Block) -> Found:
    """A colour that is not the value of a custom property, so that no palette reaches it."""
    for node in block.declarations:
        for token in () if node.name.startswith("--") else tokens(node.value):
            colour = tinycss2.color4.parse_color(token)
            if colour not in {None, "currentcolor"} and colour.alpha:
                yield token.source_line, f"{token.serialize()} has no name"


def overruling(block: Block) -> Found:
    """``!important`` on what does not hide."""
    for node in block.declarations:
        hides = node.lower_name == "display" and tinycss2.serialize(node.value).strip() == "none"
        if node.important and not hides:
            yield node.source_line, f"{node.name} is !important"


def zero_unit(block: Block) -> Found:
    """A length of nothing with a unit, which only sums and custom properties need."""
    for node in block.declarations:
        for token in () if node.name.startswith("--") else node.value:
            if token.type == "dimension" and token.value == 0 and token.lower_unit in LENGTHS:
                yield token.source_line, f"{token.serialize()} is 0"


RULES: tuple[Rule, ...] = (
    broken, unknown, repeated, prefixed, nameless_colour, overruling, zero_unit,
)  # fmt: skip


def repeated_selector(blocks: list[Block]) -> Found:
    """A selector that has two blocks in one sheet, under the same conditions."""
    seen = Counter[str]()
    for block in blocks:
        seen[block.where] += block.kind == "qualified-rule"
        if seen[block.where] > 1:
            yield block.line, f"{block.where} has a block above"
