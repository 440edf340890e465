"""Check that every script and style sheet is one for a parser of the language; part of ``make lint``.

A registry of Python packages has no linter for either language that runs without Node, so this is a check of syntax:
scripts by tree-sitter's grammar, style sheets by the parser of tinycss2.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import tinycss2
import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

NESTED = {"media", "supports", "layer", "container", "starting-style"}
"""Rules of style sheets that hold rules."""


def script_errors(data: bytes) -> Iterator[str]:
    """Lines of a script, from 1, that are not JavaScript."""
    parser = Parser(Language(tree_sitter_javascript.language()))
    yield from _broken(parser.parse(data).root_node)


def _broken(node: Node) -> Iterator[str]:
    if node.is_error or node.is_missing:
        yield f"{node.start_point.row + 1}: no JavaScript is here: {(node.text or b'').decode()[:40]!r}"
    elif node.has_error:
        for child in node.children:
            yield from _broken(child)


def style_errors(data: bytes) -> Iterator[str]:
    """Lines of a style sheet, from 1, that are not CSS."""
    rules, _ = tinycss2.parse_stylesheet_bytes(data, skip_comments=True, skip_whitespace=True)
    yield from _wrong(rules)


def _wrong(nodes: list[tinycss2.ast.Node]) -> Iterator[str]:
    for node in nodes:
        if node.type == "error":
            yield f"{node.source_line}: {node.message}"
        elif (
            node.type == "at-rule" and node.lower_at_keyword in NESTED and node.content is not None
        ):
            yield from _wrong(
                tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            )
        elif getattr(node, "content", None) is not None:
            yield from _wrong(
                tinycss2.parse_blocks_contents(
                    node.content, skip_comments=True, skip_whitespace=True
                )
            )


CHECKS = {".js": script_errors, ".css": style_errors}


def main(names: list[str]) -> int:
    """Check the files that are named, else all that the project keeps; 1 where one is wrong."""
    if not names:
        command = ["git", "ls-files", "*.js", "*.css"]
        listed = subprocess.run(command, capture_output=True, text=True, check=True)
        names = listed.stdout.split()
    wrong = [
        f"{name}:{error}"
        for name in names
        for error in CHECKS[Path(name).suffix](Path(name).read_bytes())
    ]
    sys.stdout.writelines(f"{line}\n" for line in wrong)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
