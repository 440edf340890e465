"""Gives ``zh-Hant.po`` first drafts of what it lacks, by the tables of OpenCC: what ``make traditional`` runs.

Only messages without a translation, or with one that no longer fits the Chinese, are written; what a person has put
right stays. Code and addresses in a text stay as they are.
"""

import re
from importlib import import_module

from generator.words.catalogue import read_messages
from tests.words.make_words import LANGUAGES, name_of, write_catalogue

LANGUAGE = "zh-Hant"
TABLE = "s2tw"
"""Characters as they are standard in Taiwan; the words stay those of the mainland, whose gazettes they speak of."""
KEPT = re.compile(r"(`[^`]*`|\]\([^)]*\)|\{\w+\}|云政发|云政办发)")
"""What stays as it is: code, the target of a link, a place for a value, the numbers of the examples."""


def main() -> None:
    """Write the drafts."""
    convert = import_module("opencc").OpenCC(TABLE).convert

    def draft(text: str) -> str:
        return "".join(
            part if KEPT.fullmatch(part) else convert(part) for part in KEPT.split(text) if part
        )

    name = f"{LANGUAGE}.po"
    catalogue = read_messages(name)
    for message in catalogue:
        text = message.id if isinstance(message.id, str) else message.id[0]
        if text and (message.fuzzy or not message.string or not all(message.string)):
            message.string = draft(text) if isinstance(message.id, str) else (draft(text),)
            message.flags.discard("fuzzy")
    write_catalogue(catalogue, LANGUAGES / name, name_of(LANGUAGE))


if __name__ == "__main__":
    main()
