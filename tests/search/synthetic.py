"""Archives of any size for tests and measurements: documents made of the clauses of real ones, by a seeded program."""

import random
import re
from collections.abc import Iterator, Sequence

import msgspec

from generator.archive.record import text_length
from generator.model import (
    Archive,
    Article,
    Block,
    Document,
    DocumentRecord,
    Heading,
    Issue,
    IssueRecord,
    Paragraph,
    Part,
    Permalink,
    Publication,
    PublicationRecord,
)
from generator.model.block import block_texts
from generator.parse.text.numbering import number_block

CHARACTERS = 5_400
PER_ISSUE = 8
REGIONS = ("甲省乙市", "甲省丙市", "丁省戊市", "丁省己县", "庚省辛区")
KINDS = ("通知", "意见", "办法", "方案", "决定", "通报", "批复", "规定")
COLUMNS = ("政府文件", "办公室文件", "部门文件", "人事任免")
NUMERALS = "一二三四五六七八九"


def synthetic_archive(real: Archive, count: int, seed: int = 1) -> Archive:
    """An archive of ``count`` documents of some 5,400 characters each."""
    chance, clauses = random.Random(seed), find_clauses(real)
    gazettes = [
        PublicationRecord(id=f"g{n}", title=f"{name}人民政府公报", region=name)
        for n, name in enumerate(REGIONS)
    ]
    issues = []
    for first in range(0, count, PER_ISSUE):
        nth = first // PER_ISSUE
        gazette, year, number = (
            nth % len(gazettes),
            2023 - nth // len(gazettes) // 12,
            12 - nth // len(gazettes) % 12,
        )
        documents = tuple(
            make_document(chance, clauses, REGIONS[gazette], year, place + 1, first + place)
            for place in range(min(PER_ISSUE, count - first))
        )
        issues.append(record_issue(gazettes[gazette], year, number, documents))
    return Archive(publications=tuple(gazettes), issues=tuple(issues))


def find_clauses(real: Archive) -> tuple[str, ...]:
    """Every clause of the archive's running text, in order."""
    texts = (
        text
        for record in real.documents
        for part in record.document.parts
        for block in part.blocks
        for text in block_texts(block)
    )
    clauses = (clause for text in texts for clause in re.split(r"[，。；：、\s|]+", text))
    return tuple(clause for clause in clauses if 4 <= len(clause) <= 40)


def make_document(
    chance: random.Random,
    clauses: Sequence[str],
    region: str,
    year: int,
    sequence: int,
    serial: int,
) -> Document:
    """A document of clauses drawn at random; a sentence in ten has a name that is nowhere else."""
    kind, issuer = chance.choice(KINDS), f"{region}人民政府" + chance.choice(("", "办公室"))
    matter = "".join(
        character for character in "".join(chance.choices(clauses, k=2)) if character > "\u4dff"
    )[:24]
    date = f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return Document(
        sequence=sequence,
        lines=(1, 9),
        title=f"{issuer}关于{matter}的{kind}",
        issuer=issuer,
        issuers=(issuer,),
        number=f"{region[-2]}政发〔{year}〕{serial % 400 + 1}号",
        kind=kind,
        column=chance.choice(COLUMNS),
        date=date,
        signature=issuer,
        recipients="各县区人民政府，各有关部门，各有关单位",
        parts=(Part(kind="body", blocks=tuple(map(number_block, make_blocks(chance, clauses)))),),
    )


def make_blocks(chance: random.Random, clauses: Sequence[str]) -> Iterator[Block]:
    """Headings, paragraphs and articles up to the length of a document."""
    size = heading = 0
    while size < CHARACTERS - 120:
        text = make_paragraph(chance, clauses)
        if chance.random() < 0.15 and heading < 9:
            yield Heading(text=f"{NUMERALS[heading]}、{chance.choice(clauses)}", kind="1")
            heading += 1
        size += len(text)
        yield (
            Article(text=f"第{NUMERALS[heading]}条 {text}", number=heading + 1)
            if size < 900
            else Paragraph(text=text)
        )


def make_paragraph(chance: random.Random, clauses: Sequence[str]) -> str:
    """Some clauses that follow each other in print, from two places."""
    drawn: list[str] = []
    for _ in range(2):
        at = chance.randrange(len(clauses) - 6)
        drawn += clauses[at : at + chance.randint(2, 6)]
    if chance.random() < 0.1:
        drawn.append("".join(chr(0x4E00 + chance.randrange(5000)) for _ in range(3)))
    return "，".join(drawn) + "。"


def record_issue(
    gazette: PublicationRecord, year: int, number: int, documents: tuple[Document, ...]
) -> IssueRecord:
    """The issue with its place in the archive."""
    id_ = f"{gazette.id}/{year}/{number}"
    issue = Issue(
        source=f"{year}-{number:02}.txt",
        sha256="0" * 64,
        year=year,
        number=number,
        publication=Publication(title=gazette.title, region=gazette.region),
    )
    records = tuple(
        DocumentRecord(
            id=f"{id_}/{document.sequence}",
            issue=id_,
            document=document,
            characters=text_length(document),
        )
        for document in documents
    )
    return IssueRecord(id=id_, publication=gazette.id, issue=issue, documents=records)


def with_gaps(archive: Archive) -> Archive:
    """The archive with a ledger that counts its documents in no order, and others that are not there any more."""
    places = list(range(1, len(archive.permalinks) + 1))
    random.Random(4).shuffle(places)
    counted = (
        msgspec.structs.replace(entry, nth=nth)
        for entry, nth in zip(archive.permalinks, places, strict=True)
    )
    gone = (Permalink(f"anxi/2020/1/{nth}", withdrawn="撤下", nth=4 * nth) for nth in range(1, 8))
    return msgspec.structs.replace(archive, permalinks=(*gone, *counted))
