"""Writes ``generator/lexicon/variants.py`` from the table of OpenCC: what ``make variants`` runs.

It runs in an environment of its own, which has the package and not this project; so it imports nothing of it.
"""

import sys
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

PACKAGE = "opencc-python-reimplemented 0.1.7"
"""The package on PyPI whose table is taken; the Makefile pins it."""
WIDTH = 55
"""Characters of a line of the table."""
HEADER = f'''\
"""Traditional characters and the simplified ones that stand for them; written by ``make variants``.

Made from ``TSCharacters`` of OpenCC (https://github.com/BYVoid/OpenCC, Apache License 2.0), as it is in
{PACKAGE}: the first choice of each character, as far as the simplified one is in GB/T 2312 and
the traditional one is not. So a text in simplified characters is never altered: 乾, 著 and 於 stay what they are. Only
characters of the basic plane are taken, each of which a script counts as one.
"""
'''


def read_choices(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Traditional character and first simplified one of each line that this archive's search can use."""
    for line in lines:
        traditional, _, choices = line.strip().partition("\t")
        simplified = choices.split(" ")[0]
        if (
            is_one(traditional)
            and is_one(simplified)
            and in_gb2312(simplified)
            and not in_gb2312(traditional)
        ):
            yield traditional, simplified


def is_one(text: str) -> bool:
    """Whether a text is one character of the basic plane."""
    return len(text) == 1 and text <= "\uffff"


def in_gb2312(character: str) -> bool:
    """Whether GB/T 2312 has a character."""
    return bool(character.encode("gb2312", "ignore"))


def write_module(pairs: Iterable[tuple[str, str]]) -> str:
    """The text of the module, the pairs in the order of their code points."""
    ordered = sorted(pairs)
    traditional, simplified = ("".join(column) for column in zip(*ordered, strict=True))
    return (
        f"{HEADER}\nTRADITIONAL = (\n{write_rows(traditional)})\n"
        '"""Characters that GB/T 2312 lacks."""\n\n'
        f"SIMPLIFIED = (\n{write_rows(simplified)})\n"
        '"""What stands for each of them, in the same order."""\n'
    )


def write_rows(characters: str) -> str:
    """Characters as string literals, one a line."""
    return "".join(
        f'    "{characters[at : at + WIDTH]}"\n' for at in range(0, len(characters), WIDTH)
    )


def main() -> None:
    """Write the module to the path that is the only argument."""
    spec = find_spec("opencc")
    assert spec is not None
    assert spec.origin is not None
    table = Path(spec.origin).parent / "dictionary/TSCharacters.txt"
    pairs = read_choices(table.read_text(encoding="utf-8").splitlines())
    Path(sys.argv[1]).write_text(write_module(pairs), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
