"""Writes ``docs_src/assets/scripts/shared.js``: what Python and the scripts must read alike.

``python -m tests.scripts.make_shared``; the test beside it fails while the file is not up to date.
"""

import json
import re
from pathlib import Path
from typing import Any, get_args

from generator.export.table_files import FORMULA, SIGNED
from generator.lexicon.asked.questions import ISSUE_NAMES, LAWS, MEASURES, QUESTIONS
from generator.lexicon.characters import BETWEEN
from generator.lexicon.kinds import INSTRUMENTS, OFFICIAL
from generator.lexicon.numerals import DIGITS, ONES, UNITS
from generator.model.validity import Status
from generator.pages.writing.escape import GAZETTES_TAG
from generator.reference import GB_2015, GB_2025, Edition
from generator.reference.bibtex import COMMANDS
from generator.reference.reference_text import KIND, MOST_NAMED, ONLINE, OTHERS
from generator.search.normalise import BLANK, END, MARK, PUNCTUATION, ZEROS
from generator.words.catalogue import CHINESE, read_catalogue

SHARED = Path(__file__).parents[2] / "docs_src/assets/scripts/shared.js"
HEADER = "// Written by tests/scripts/make_shared.py from the program's own tables; not to be changed by hand.\n"


def make_tables() -> dict[str, Any]:
    """The tables as ``Shared`` in ``globals.d.ts`` has them."""
    return {
        "blank": in_javascript(BLANK),
        "punctuation": in_javascript(PUNCTUATION),
        "mark": MARK,
        "between": BETWEEN,
        "end": END,
        "variants": "".join(f"{zero}〇" for zero in ZEROS),
        "figures": f"〇{ONES}",
        "digits": DIGITS,
        "units": UNITS,
        "year": "年",
        "language": GAZETTES_TAG,
        "serial": {"before": "第", "after": "号"},
        "article": {"before": "第", "after": "条", "traditional": "條", "sub": "之"},
        "asked": {
            "questions": sorted(QUESTIONS, key=len, reverse=True),
            "measures": MEASURES,
            "gazettes": list(ISSUE_NAMES),
            "laws": [*LAWS, *OFFICIAL, *INSTRUMENTS],
            "day": ["年", "月", "日"],
            "issue": {"before": "第", "all": "总", "after": "期"},
        },
        "states": {
            read_catalogue(CHINESE).form(f"validity.{state}", None): state
            for state in get_args(Status)
        },
        "reference": {
            "most": MOST_NAMED,
            "others": OTHERS,
            "kind": KIND,
            "online": ONLINE,
            "editions": {edition.year: editions_words(edition) for edition in (GB_2015, GB_2025)},
            "tex": COMMANDS,
        },
        "cells": {"formula": in_javascript(FORMULA), "number": in_javascript(SIGNED)},
    }


def editions_words(edition: Edition) -> dict[str, Any]:
    """An edition of GB/T 7714 as ``Edition`` in ``globals.d.ts`` has it."""
    return {
        "comma": edition.comma,
        "colon": edition.colon,
        "brackets": edition.brackets,
        "showsAccess": edition.shows_access,
        "guessesYear": edition.guesses_year,
    }


def in_javascript(expression: re.Pattern[str]) -> str:
    """An expression as JavaScript writes it with its flag ``u``: there a digit of Python is any of Unicode."""
    wide = re.sub(r"\\U0*([0-9a-f]+)", r"\\u{\1}", expression.pattern)
    return wide.replace(r"\d", r"\p{Nd}")


def write_script() -> str:
    """The text of the script, a table a line."""
    lines = [
        f"  {name}: {json.dumps(value, ensure_ascii=False)}"
        for name, value in make_tables().items()
    ]
    table = ",\n".join(lines)
    return f"{HEADER}window.gongbaoShared = {{\n{table}\n}};\n"


def main() -> None:
    """Write the script."""
    SHARED.write_text(write_script(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
