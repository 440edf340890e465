"""Queries as readers type them who do not know the words of a document: each means one that a plain look can name."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from generator.lexicon.numerals import ONES
from generator.model import Archive, DocumentRecord
from generator.search.normalise import MARK, fold
from generator.search.passages import search_text
from generator.search.ways.readings import readings_of
from tests.search.oracle import HAN, Oracle, Query, known_items

ASKED = ("怎么{}", "{}怎么办理？", "请问{}是什么", "{}有哪些", "如何申请{}", "{}吗")
COUNTED = re.compile(f"(?<![{ONES}十百千万〇零\\d])([{ONES}十]|\\d{{1,2}})(?=[岁条项个天类级])")


def runs_of(record: DocumentRecord, least: int) -> list[str]:
    """Runs of Chinese characters in the body."""
    zones = search_text(record.document).zones
    lines = (line.text for zone in zones for line in zone)
    return [run for line in lines for run in HAN.findall(line) if len(run) >= least]


def cut(text: str, chance: random.Random, least: int, most: int) -> str:
    """A part of a text."""
    length = min(len(text), chance.randint(least, most))
    at = chance.randrange(len(text) - length + 1)
    return text[at : at + length]


def title_less_one(record: DocumentRecord, chance: random.Random) -> Iterator[str]:
    """The title less one 的."""
    title = record.document.title
    places = [place for place, character in enumerate(title) if character == "的"]
    if places:
        at = chance.choice(places)
        yield title[:at] + title[at + 1 :]


def without_marks(record: DocumentRecord, _: random.Random) -> Iterator[str]:
    """The title without its punctuation."""
    if MARK in fold(record.document.title):
        yield fold(record.document.title).replace(MARK, "")


def matter_of(record: DocumentRecord) -> str:
    """What a title is about, as far as it is Chinese characters in a row."""
    matter = re.sub(r"^.*?关于(?:印发|公布|对)?", "", record.document.title)
    runs = HAN.findall(re.sub("的?(?:通知|意见|办法|方案|决定)$", "", matter))
    return max(runs, key=len, default="")


def questions(record: DocumentRecord, chance: random.Random) -> Iterator[str]:
    """A question about what is in the title."""
    matter = matter_of(record)
    if len(matter) >= 6:
        yield chance.choice(ASKED).format(cut(matter, chance, 6, 12))


def misspelt(record: DocumentRecord, chance: random.Random) -> Iterator[str]:
    """A part of the title in which one character is another, is not there, or is there twice."""
    matter = matter_of(record)
    if len(matter) < 6:
        return
    word = cut(matter, chance, 6, 10)
    at = chance.randrange(1, len(word) - 1)
    other = chr(0x4E00 + chance.randrange(5000))
    yield word[:at] + chance.choice((other, other, "", word[at] * 2)) + word[at + 1 :]


def spelt_out(record: DocumentRecord, chance: random.Random) -> Iterator[str]:
    """A part of the title in 拼音."""
    word = matter_of(record)
    if len(word) >= 4:
        yield "".join(readings_of(one)[0] for one in cut(word, chance, 4, 6))


def initials(record: DocumentRecord, chance: random.Random) -> Iterator[str]:
    """The initials of a part of the title."""
    word = matter_of(record)
    if len(word) >= 6:
        yield "".join(readings_of(one)[0][0] for one in cut(word, chance, 6, 8))


def numerals(record: DocumentRecord, chance: random.Random) -> Iterator[str]:
    """A part of the body with a number in the other writing."""
    lines = [line.text for zone in search_text(record.document).zones for line in zone]
    found = [(line, match) for line in lines for match in COUNTED.finditer(fold(line))]
    for line, match in chance.sample(found, min(4, len(found))):
        plain = fold(line)
        before, after = plain[max(0, match.start() - 4) : match.start()], plain[match.end() :][:6]
        yield before.split(MARK)[-1] + other_writing(match[1]) + after.split(MARK)[0]


def other_writing(number: str) -> str:
    """A number below a hundred in words for one in figures, and the other way round."""
    if not number.isdecimal():
        return "10" if number == "十" else str(ONES.index(number) + 1)
    tens, ones = divmod(int(number), 10)
    words = f"{'' if tens < 2 else ONES[tens - 1]}{'十' if tens else ''}"
    return words + (ONES[ones - 1] if ones else "") or "〇"


def dates(record: DocumentRecord, chance: random.Random) -> Iterator[str]:
    """The date in some notation."""
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", record.day or "")
    if match:
        year, month, day = match[1], int(match[2]), int(match[3])
        words = f"{''.join(f'〇{ONES}'[int(one)] for one in year)}"
        yield chance.choice(
            (
                f"{year}-{month:02}-{day:02}", f"{year}.{month}.{day}", f"{year}/{month}/{day}",
                f"{year}年{month}月{day}日", f"{year}年{month:02}月{day:02}日",
                f"{words}年{in_words(month)}月{in_words(day)}日",
            )
        )  # fmt: skip


def in_words(number: int) -> str:
    """A number below a hundred in words."""
    return other_writing(str(number))


DRAWN: dict[str, Callable[[DocumentRecord, random.Random], Iterator[str]]] = {
    "title less one": title_less_one,
    "without marks": without_marks,
    "question": questions,
    "misspelt": misspelt,
    "pinyin": spelt_out,
    "initials": initials,
    "numerals": numerals,
    "date": dates,
}
"""The categories of queries beside those of :mod:`tests.search.oracle`."""


def asked_items(archive: Archive, seed: int, each: int) -> dict[str, list[Query]]:
    """Some queries of each category, those of the oracle among them, that mean one document."""
    chance, oracle = random.Random(seed), Oracle(archive)
    titles = [fold(record.document.title) for record in archive.documents]
    drawn = known_items(archive, seed, each)
    for name, draw in DRAWN.items():
        queries = [
            (query, record)
            for record in archive.documents
            for query in draw(record, chance)
            if means_one(name, query, record, archive, titles, oracle)
        ]
        chosen = chance.sample(queries, min(each, len(queries)))
        drawn[name] = [(query, record.id) for query, record in chosen]
    return drawn


def means_one(
    name: str,
    query: str,
    record: DocumentRecord,
    archive: Archive,
    titles: Sequence[str],
    oracle: Oracle,
) -> bool:
    """Whether a query means this document and no other."""
    if name == "date":
        return sum(one.day == record.day for one in archive.documents) == 1
    if name in {"title less one", "without marks"}:
        return titles.count(fold(record.document.title)) == 1
    if name == "numerals":
        written = COUNTED.sub(lambda match: other_writing(match[1]), query)
        return not oracle.find(query) and oracle.find(written) == {record.id}
    if name in {"pinyin", "initials"}:
        return sum(is_spelt(query, title, name == "pinyin") for title in titles) == 1
    words = max(HAN.findall(query), key=len)
    matter = matter_of(record)
    if name == "question":
        words = next(
            word
            for form in ASKED
            if (word := query.removeprefix(form.split("{}")[0]).removesuffix(form.split("{}")[1]))
            in matter
        )
        return "的" not in words and sum(words in title for title in titles) == 1
    near = [title for title in titles if is_near(query, title)]
    return not oracle.find(query) and near == [fold(record.document.title)]


def is_near(word: str, title: str) -> bool:
    """Whether a title has all pairs of a word but three."""
    pairs = {word[at : at + 2] for at in range(len(word) - 1)}
    return sum(pair not in title for pair in pairs) <= max(2, len(pairs) // 2)


def is_spelt(letters: str, title: str, wholly: bool) -> bool:  # noqa: FBT001 - of a pure test
    """Whether some characters of a title in a row are read so."""
    return any(_ends(letters, title, at, wholly) for at in range(len(title)))


@cache
def _ends(letters: str, title: str, at: int, wholly: bool) -> bool:  # noqa: FBT001
    """Whether the characters from here on are read so."""
    if not letters:
        return True
    if at == len(title):
        return False
    taken = {reading if wholly else reading[0] for reading in readings_of(title[at])}
    return any(
        letters.startswith(one) and _ends(letters[len(one) :], title, at + 1, wholly)
        for one in taken
    )
