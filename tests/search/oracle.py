"""What a search has to find, by a plain scan of the texts; and queries drawn from them by a seeded program."""

import random
import re
from collections.abc import Callable, Iterator

from generator.lexicon.numbers import split_number
from generator.model import Archive, Document, DocumentRecord
from generator.search.normalise import MARK, bare, fold
from generator.search.passages import search_text

HAN = re.compile(r"[\u4e00-\u9fff]{2,}")


def folded_lines(document: Document) -> list[str]:
    """Every line of a document, folded: title, number, body."""
    text = search_text(document)
    return [line for zone in (text.folded[0], *text.folded[2:]) for line in zone.split("\n")]


def typed(word: str) -> str:
    """A word as it is asked for: in quotation marks with all its marks, otherwise without those at its ends."""
    return fold(word[1:-1]) if is_exact(word) else fold(word).strip(MARK)


def is_exact(word: str) -> bool:
    """Whether a word is in quotation marks."""
    return len(word) > 2 and word[0] == word[-1] == '"'


class Oracle:
    """An archive by its folded lines."""

    def __init__(self, archive: Archive) -> None:
        self.lines = {record.id: folded_lines(record.document) for record in archive.documents}
        self.bare = {id_: list(map(bare, lines)) for id_, lines in self.lines.items()}

    def find(self, *words: str) -> set[str]:
        """Ids of the documents in which every word is in some line as it is typed."""
        plain = [typed(word) for word in words]
        return {
            id_
            for id_, lines in self.lines.items()
            if all(any(word in line for line in lines) for word in plain)
        }

    def find_blindly(self, *words: str) -> set[str]:
        """Ids of the documents in which every word is in some line, but for punctuation unless it is exact."""
        found = [
            self.find(word)
            if is_exact(word)
            else {
                id_
                for id_, lines in self.bare.items()
                if any(bare(typed(word)) in line for line in lines)
            }
            for word in words
        ]
        return set.intersection(*found)

    def find_both(self, *words: str) -> tuple[set[str], set[str]]:
        """Ids of the documents that have the words as typed, and of those that have them only but for punctuation."""
        strict = self.find(*words)
        return strict, self.find_blindly(*words) - strict

    def fragments(self, seed: int, count: int, longest: int = 12) -> Iterator[str]:
        """Substrings of the lines, in which words may be cut and punctuation may be."""
        chance = random.Random(seed)
        lines = [line for of in self.lines.values() for line in of if len(line) > 1]
        while count:
            line = chance.choice(lines)
            at = chance.randrange(len(line))
            fragment = line[at : at + chance.randint(1, longest)]
            if fragment.strip(MARK):
                count -= 1
                yield fragment


Query = tuple[str, str]
"""What is typed, and the id of the document that is meant."""


def numbers(record: DocumentRecord, _: random.Random) -> Iterator[str]:
    """A document number in five notations."""
    if parts := split_number(record.document.number):
        prefix, year, serial = parts
        yield from (
            f"{prefix}〔{year}〕{serial}号",
            f"{prefix}[{year}]{serial}号",
            f"{prefix}{year} {serial}",
            f"{prefix}（{year}）{serial}",
            f"{prefix} {year}年第{serial}号",
        )


def title_fragments(record: DocumentRecord, chance: random.Random) -> Iterator[str]:
    """The title, and a long part of it that begins in the middle of a word as likely as not."""
    title = record.document.title
    yield title
    at = chance.randrange(max(1, len(title) // 3))
    yield title[at : at + 14]


def body_fragments(record: DocumentRecord, chance: random.Random) -> Iterator[str]:
    """Three parts of the body of 8 to 14 Chinese characters."""
    runs = [
        run
        for zone in search_text(record.document).zones
        for line in zone
        for run in HAN.findall(line.text)
    ]
    long = [run for run in runs if len(run) >= 8]
    for run in chance.sample(long, min(3, len(long))):
        at = chance.randrange(len(run) - 7)
        yield run[at : at + chance.randint(8, 14)]


def two_words(record: DocumentRecord, chance: random.Random) -> Iterator[str]:
    """A part of the title and a part of the body."""
    for body in body_fragments(record, chance):
        title = record.document.title
        at = chance.randrange(max(1, len(title) - 6))
        yield f"{title[at : at + 6]} {body[:6]}"
        break


CATEGORIES: dict[str, Callable[[DocumentRecord, random.Random], Iterator[str]]] = {
    "number": numbers,
    "title": title_fragments,
    "body": body_fragments,
    "two words": two_words,
}
"""The categories of known-item queries."""


def known_items(archive: Archive, seed: int, each: int) -> dict[str, list[Query]]:
    """Some queries of each category that mean one document: no other title, or no other text, holds what is typed."""
    chance, oracle = random.Random(seed), Oracle(archive)
    titles = [record.document.title for record in archive.documents]
    drawn: dict[str, list[Query]] = {}
    for name, draw in CATEGORIES.items():
        queries = [
            (query, record.id) for record in archive.documents for query in draw(record, chance)
        ]
        if name == "title":
            queries = [
                (text, id_) for text, id_ in queries if sum(text in title for title in titles) == 1
            ]
        elif name != "number":
            queries = [query for query in queries if oracle.find(*query[0].split()) == {query[1]}]
        drawn[name] = chance.sample(queries, min(each, len(queries)))
    return drawn
