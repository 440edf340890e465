"""A corpus of any size: an ``issues/`` folder of texts, recombined from the lines of the five frozen samples.

``python -m tests.bench.corpus 500 FOLDER`` writes ``FOLDER/issues``. The text of an issue follows from the seed and
its place alone: it is the same in an archive of 50 documents and in one of 5,000, which is longer by what came later.
Documents cite earlier ones by number and title; some are held, some are not, and a title may fit several. The first
document of the first issue is cited by none: its page has no reason to change.
"""

import argparse
import random
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.bench.frames import frame_issue
from tests.bench.places import PLACES, Place
from tests.bench.titles import draw_title

SAMPLES = Path(__file__).parents[1] / "archive/issues"
PIECES = Path(__file__).parent / "pieces.tsv"
DOCUMENTS = 12
"""Of an issue."""
ISSUES = 4
"""Of a gazette in a year; a fifth is what an archive may lack at first."""
FIRST_YEAR = 1999
MISSING = ISSUES + 1
LENGTHS = (7.95, 0.85)
"""Mean and deviation of the logarithm of a document's length in characters."""
SHORTEST, LONGEST = 500, 24_000
CITATIONS = (0, 0, 1, 1, 2, 2, 3, 5)
"""How many other documents one cites; each is as likely as the others."""
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
SHARE = re.compile(r"(?<![\d.])\d{2}%")
NUMERALS = "一二三四五六七八九"
ORDINAL = re.compile(r"^([#*\s-]*)([一二三四五六七八九十]{1,3})(?=、)")
ARTICLE = re.compile(r"^([#*\s-]*第)([一二三四五六七八九十百]+)(?=条)")
CHAPTER = re.compile(r"^([#*\s-]*第)([一二三四五六七八九十]+)(?=章)")
MARKS = {"ordinal": (ORDINAL,), "chapter": (CHAPTER, ARTICLE), "article": (ARTICLE,)}
"""What is numbered anew where pieces of different documents follow each other."""


class Piece(NamedTuple):
    """Some lines of a sample."""

    place: str
    """The gazette's folder."""
    year: int
    kind: str
    """``ordinal``, ``chapter``, ``article`` or ``attachment``."""
    lines: tuple[str, ...]
    title: str
    """Of an attachment, otherwise empty."""

    @property
    def length(self) -> int:
        """In characters."""
        return sum(map(len, self.lines))


class Slot(NamedTuple):
    """Place of an issue in the archive."""

    place: Place
    year: int
    number: int

    @property
    def path(self) -> str:
        """Of its source, below ``issues/``."""
        return f"{self.place.folder}/{self.year}-{self.number:02}.txt"


class Head(NamedTuple):
    """What a document is called by others."""

    issuer: str
    number: str
    title: str
    """As the document has it, issuer included."""
    subject: str
    """What it issues; empty where it says it all itself."""
    of_office: bool


def slot_of(index: int) -> Slot:
    """Where the issue with this index stands; gazettes take turns, and time goes on."""
    turn, place = divmod(index, len(PLACES))
    year, number = divmod(turn, ISSUES)
    return Slot(PLACES[place], FIRST_YEAR + year, number + 1)


@cache
def read_pieces() -> dict[str, tuple[Piece, ...]]:
    """The pieces of the samples by their kinds."""
    pieces: dict[str, list[Piece]] = {}
    for row in PIECES.read_text(encoding="utf-8").splitlines()[1:]:
        name, first, last, kind, *title = row.split("\t")
        lines = (SAMPLES / name).read_text(encoding="utf-8").split("\n")[int(first) - 1 : int(last)]
        place, file = name.split("/")
        piece = Piece(place, int(file[:4]), kind, tuple(lines), "".join(title))
        pieces.setdefault(kind, []).append(piece)
    return {kind: tuple(found) for kind, found in pieces.items()}


def chance_of(seed: int, slot: Slot, *more: object) -> random.Random:
    """The chance of an issue, or of something in it."""
    return random.Random("/".join(map(str, (seed, slot.path, *more))))


@cache
def head_of(seed: int, slot: Slot, sequence: int) -> Head:
    """Number and title of a document, from its place alone."""
    chance = chance_of(seed, slot, sequence, "head")
    place = slot.place
    of_office = sequence > DOCUMENTS // 3
    issuer = place.office if of_office else place.government
    sign = chance.choice(("政办发", "政办字") if of_office else ("政发", "政字"))
    count = (slot.number - 1) * DOCUMENTS + sequence
    title, subject = draw_title(chance, place.name, slot.year)
    return Head(
        issuer, f"{place.sign}{sign}〔{slot.year}〕{count}号", issuer + title, subject, of_office
    )


def write_document(seed: int, slot: Slot, sequence: int) -> list[str]:
    """The lines of a document below its number: recipients, text, signature, what it issues and attaches."""
    chance = chance_of(seed, slot, sequence)
    head = head_of(seed, slot, sequence)
    cited = cite_others(chance, seed, slot)
    attached = chance.choice(read_pieces()["attachment"]) if chance.random() < 0.12 else None
    text = list(draw_text(chance, slot))
    if chance.random() < 0.08:
        text += ["", f"本文件自公布之日起施行，有效期至{slot.year + 5}年12月31日。"]
    text += repeal_one(chance, seed, slot)
    lead = "为进一步做好有关工作，" + ("根据" + "、".join(cited) + "精神，" if cited else "")
    signed = [
        head.issuer,
        "",
        f"{slot.year}年{slot.number * 3 - 2}月{sequence * 2 + chance.randint(0, 1)}日",
    ]
    note = ["", f"附件：{localize(attached.title, attached, slot)}"] if attached else []
    if head.subject:
        body = [
            f"《{head.subject}》已经{head.issuer[-5:]}同意，现印发给你们，请认真贯彻执行。",
            *note,
        ]
        after = [
            "",
            *slot.place.heading(head.subject),
            "",
            f"{lead}结合我{slot.place.name[-1]}实际，制定本方案。",
            "",
        ]
        after += text
    else:
        body, after = [f"{lead}现就有关事项通知如下：", "", *text, *note], []
    lines = [slot.place.recipients, "", *body, "", *signed, "", "（此件公开发布）", *after]
    return lines + (write_attachment(chance, attached, slot) if attached else [])


def write_attachment(chance: random.Random, piece: Piece, slot: Slot) -> list[str]:
    """An attachment with its label and title: a table or a roster, with the damage that it has."""
    title = localize(piece.title, piece, slot)
    return ["", "附件", "", *slot.place.heading(title), "", *transfer(chance, piece, slot)]


def draw_text(chance: random.Random, slot: Slot) -> Iterator[str]:
    """Pieces of one kind, one behind the other, until the length that was drawn is reached."""
    kind = chance.choices(("ordinal", "chapter", "article"), (6, 3, 1))[0]
    wanted = min(max(SHORTEST, chance.lognormvariate(*LENGTHS)), LONGEST)
    pieces = read_pieces()[kind]
    counts = dict.fromkeys(MARKS[kind], 0)
    written = 0
    while written < wanted:
        piece = chance.choice(pieces)
        if written + piece.length > wanted + SHORTEST * 4 and written:
            wanted -= SHORTEST / 4
            continue
        written += piece.length
        for line in transfer(chance, piece, slot):
            yield renumber(line, counts)
        yield ""


def renumber(line: str, counts: dict[re.Pattern[str], int]) -> str:
    """A line whose heading goes on with the count of its document."""
    for mark, count in counts.items():
        match = mark.match(line)
        if match:
            counts[mark] = count + 1
            return f"{match[1]}{numeral(count + 1)}{line[match.end() :]}"
    return line


def numeral(value: int) -> str:
    """A number below two hundred as Chinese numerals: ``二十三``."""
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    digit = NUMERALS[ones - 1] if ones else ""
    ten = ("" if tens == 1 and not hundreds else NUMERALS[tens - 1]) + "十" if tens else ""
    zero = "零" if hundreds and not tens and ones else ""
    return ("一百" if hundreds else "") + zero + ten + digit


def transfer(chance: random.Random, piece: Piece, slot: Slot) -> list[str]:
    """The lines of a piece as if they were of another place and year, with other shares in percent."""
    lines = [localize(line, piece, slot) for line in piece.lines]
    return [SHARE.sub(lambda _: f"{chance.randint(10, 99)}%", line) for line in lines]


def localize(line: str, piece: Piece, slot: Slot) -> str:
    """A line with the name of another place, and as many years earlier as its gazette is."""
    shift = slot.year - piece.year
    line = YEAR.sub(lambda match: str(int(match[0]) + shift), line)
    old = next(place for place in PLACES if place.folder == piece.place)
    return line.replace(old.name, slot.place.name).replace(old.short, slot.place.short)


def cite_others(chance: random.Random, seed: int, slot: Slot) -> list[str]:
    """Citations as they are printed: of earlier documents, of those that may be missing, and of higher organs."""
    return [cite_one(chance, seed, slot) for _ in range(chance.choice(CITATIONS))]


def cite_one(chance: random.Random, seed: int, slot: Slot) -> str:
    """One citation."""
    earlier = draw_earlier(chance, slot)
    title, _ = draw_title(chance, "", slot.year)
    if earlier is None or chance.random() < 0.4:
        sign, organ = chance.choice(
            (("国发", "国务院"), ("国办发", "国务院办公厅"), *slot.place.above)
        )
        return f"《{organ}{title}》（{sign}〔{slot.year - chance.randint(0, 3)}〕{chance.randint(1, 60)}号）"
    first = 2 if earlier == slot_of(0) else 1
    head = head_of(seed, earlier, chance.randint(first, DOCUMENTS))
    number = f"（{head.number}）"
    return chance.choice(
        (
            f"《{head.title}》{number}",
            f"《{head.title}》{number}",
            f"《{head.title}》",
            f"{head.number}文件",
        )
    )


def repeal_one(chance: random.Random, seed: int, slot: Slot) -> list[str]:
    """One document in twelve ends an earlier one of its gazette."""
    earlier = draw_earlier(chance, slot)
    if earlier is None or earlier.place != slot.place or chance.random() < 11 / 12:
        return []
    head = head_of(seed, earlier, chance.randint(2, DOCUMENTS))
    return ["", f"《{head.title}》（{head.number}）同时废止。"]


def draw_earlier(chance: random.Random, slot: Slot) -> Slot | None:
    """An issue of an earlier time, mostly of the same gazette; one in twenty is of those that may be missing."""
    turns = (slot.year - FIRST_YEAR) * ISSUES + min(slot.number, ISSUES) - 1
    if not turns:
        return None
    place = slot.place if chance.random() < 0.8 else chance.choice(PLACES)
    year, number = divmod(chance.randrange(turns), ISSUES)
    if year and chance.random() < 0.05:
        return Slot(place, FIRST_YEAR + year - 1, MISSING)
    return Slot(place, FIRST_YEAR + year, number + 1)


def write_issue(seed: int, slot: Slot, documents: int = DOCUMENTS) -> str:
    """The text of an issue."""
    sequences = range(1, documents + 1)
    heads = [head_of(seed, slot, sequence) for sequence in sequences]
    texts = [write_document(seed, slot, sequence) for sequence in sequences]
    return frame_issue(slot, heads, texts)


def save_issue(folder: Path, seed: int, slot: Slot, documents: int = DOCUMENTS) -> Path:
    """Write an issue into a folder of issues, with what describes its gazette; its path."""
    path = folder / slot.path
    path.parent.mkdir(parents=True, exist_ok=True)
    (path.parent / "publication.yml").write_text(slot.place.describe(), encoding="utf-8")
    path.write_text(write_issue(seed, slot, documents), encoding="utf-8")
    return path


def write_corpus(count: int, folder: Path, seed: int = 1) -> None:
    """Write this many documents as issues into a folder; the last issue has what is left of them."""
    for index in range(issues_of(count)):
        slot = slot_of(index)
        save_issue(folder, seed, slot, min(DOCUMENTS, count - index * DOCUMENTS))
        if index % 10 == 5:
            correct(folder, slot)


def issues_of(count: int) -> int:
    """How many issues hold this many documents."""
    return -(-count // DOCUMENTS)


def add_newest(count: int, folder: Path, seed: int = 1) -> Path:
    """Add an issue that is newer than all of a corpus of this many documents; its path."""
    return save_issue(folder, seed, slot_of(issues_of(count)))


def add_old(count: int, folder: Path, seed: int = 1) -> Path:
    """Add an issue of the middle of the years, which later documents may cite already; its path."""
    middle = slot_of(issues_of(count) // 2)
    return save_issue(folder, seed, middle._replace(number=MISSING))


def correct_one(count: int, folder: Path) -> Path:
    """Correct one character of an issue in the middle that has no corrections; the file that says so."""
    index = issues_of(count) // 2
    return correct(folder, slot_of(index + (index % 10 == 5)))


def correct(folder: Path, slot: Slot) -> Path:
    """Write a file that corrects one character in the middle of an issue: the last of words that are there once."""
    path = folder / slot.path
    text = path.read_text(encoding="utf-8")
    lines = text.split("\n")
    for line in lines[len(lines) // 2 :]:
        exact = line[8:20]
        if len(exact) == 12 and HAN.fullmatch(exact) and text.count(exact) == 1:
            break
    else:
        raise ValueError(f"{path}: no words are there once")
    target = path.with_suffix(".corrections.yml")
    target.write_text(CORRECTION.format(exact=exact, replace=exact[:-1] + "某"), encoding="utf-8")
    return target


HAN = re.compile(r"[\u4e00-\u9fff]+")
CORRECTION = """\
- exact: {exact}
  replace: {replace}
  why: 末字误读
  by: 本库整理者
  on: 2026-11-21
  authority: reading
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Write a corpus from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, help="of documents")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    write_corpus(given.count, given.folder / "issues", given.seed)


if __name__ == "__main__":
    main()
