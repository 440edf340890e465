"""What the scripts work out, in Node's own runner, and that they read texts and numbers as Python does."""

import json
import os
import random
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import playwright
import pytest

from generator.export import SERVED
from generator.export.table_files import safe_cell
from generator.federation.foreign_catalog import read_catalog
from generator.federation.joining import Joined, join_archives
from generator.federation.joint_site import search_files
from generator.federation.members import find_members
from generator.federation.ways_out import document_address
from generator.lexicon.numerals import read_number
from generator.lexicon.punctuation.chinese_marks import show_marks
from generator.model import Archive
from generator.pages.tools.reference_box import forms_of
from generator.publish.site_folder import write_files
from generator.reference import Item
from generator.search import build_search
from generator.search.brief_index import line_of
from generator.search.coding import MASKS, encode_column, encode_postings
from generator.search.facets import FACETS, date_number, differences, number_parts, term_of
from generator.search.normalise import VARIANTS, bare, fold
from generator.search.ranges import CUT, Cut
from tests.fixtures.joint_archives import publish
from tests.forms.form_cases import form_cases
from tests.reference.items import TODAY, hostile_items, items_of
from tests.scripts.make_shared import SHARED, write_script
from tests.search.oracle import Oracle, known_items
from tests.search.synthetic import with_gaps

HERE = Path(__file__).parent
NODE = Path(playwright.__file__).parent / (
    "driver/node.exe" if sys.platform == "win32" else "driver/node"
)
"""The one that Playwright brings."""
WHOLE = Cut(first=256)
"""All documents in one range."""

TEXTS = (
    "朔政办发〔2020〕32号", "朔政办发［２０２０］３２号", "决 策\u3000事\u200b项", "COVID－19", "完成。……\n《办法》",
    "營商環境", "二零二○年", "㎡①½", "乾隆著作", "张𬭎，𠮷", "葛\U000e0100先生", "", "·", "。甲。", "\ufeffＡｂ\u00ad",
    "ﬁ", "İ", "——", "㈠㈩", "\U0001f600", "é", "①②", "甲\u2028乙",
)  # fmt: skip
NUMERALS = (
    "12", "１２", "007", "0", "一", "十", "十二", "二十", "一百", "一百零三", "一百二十", "三百〇五", "两百", "一千二百",
    "一二", "二〇一九", "二○一九", "二零", "〇", "百", "", "甲", "十二a", "1二", "第一", "-1", "1.5", "十 二", "壹",
)  # fmt: skip
NUMBERS = (
    "云政办发〔2020〕32号", "云政办函〔2020〕7号", "国办发〔1999〕12345号", "第707号", "2020年第8号",
)  # fmt: skip
CELLS = (
    "=1+1", "＝甲", " =甲", "\t=甲", "\u200b@甲", "+甲", "-甲", "－甲", "@", "-", "+", "－", "-5", "+3.5%", "－５", "－５．５％",
    "-1,234", "-1,", "- 5", "-5 ", "-5元", "--5", "甲=乙", "", " ", "5", "'=", "-5‰", "-.5",
)  # fmt: skip

MARKED = '中文𬭎〇,,;:?!(()) ""\'（）“”‘’，。《》aB12号第　'
"""What decides how a mark of punctuation is shown."""


def assigned() -> list[str]:
    """Every character that Python's Unicode knows, but halves of one: a newer one of Node knows all of them."""
    codes = (
        *range(0xD800),
        *range(0xE000, 0x20000),
        *range(0x2F800, 0x2FA20),
        *range(0xE0000, 0xE01F0),
    )
    return [chr(code) for code in codes if unicodedata.category(chr(code)) != "Cn"]


def postings_of(masks: Sequence[int]) -> str:
    """The zones of each document as a shard has them."""
    keys = [document << 8 | MASKS.index(mask) for document, mask in enumerate(masks) if mask]
    return encode_postings(keys)


def make_cases() -> dict[str, Any]:
    """Inputs, and what Python gives for each."""
    chance = random.Random(12)
    large = [
        chance.choice((0, 77, 78, 1379, 1380, 9_999_999)) + chance.randrange(3) for _ in range(60)
    ]
    dates = [chance.randrange(700_000, 800_000) for _ in range(60)]
    masks = [[chance.choice((0, 0, 4, 8, 1, 37, 255, 200)) for _ in range(400)] for _ in range(5)]
    return {
        "folded": [(text, fold(text)) for text in TEXTS],
        "characters": [(character, fold(character)) for character in assigned()],
        "variants": "".join(old + new for old, new in VARIANTS.items()),
        "numerals": [(text, read_number(text)) for text in NUMERALS],
        "numbers": [(text, *number_parts(text)) for text in NUMBERS],
        "cells": [(text, safe_cell(text)) for text in CELLS],
        "punctuation": [
            (text, show_marks(text))
            for text in ("".join(chance.choices(MARKED, k=14)) for _ in range(3000))
        ],
        "column": {"text": encode_column(large), "numbers": large},
        "sums": {"text": encode_column(differences(dates)), "numbers": dates},
        "postings": [(postings_of(row), row) for row in masks],
    }


def archive_cases(archive: Archive) -> dict[str, Any]:
    """What is known of an archive, and what a scan of its texts finds."""
    oracle = Oracle(archive)
    fragments = list(oracle.fragments(seed=12, count=150, longest=8))
    queries = [*fragments, *map(bare, fragments), *(f'"{text}"' for text in fragments)]
    known = known_items(archive, seed=12, each=10)
    return {
        "documents": list(describe_all(archive)),
        "titles": [record.document.title for record in archive.documents],
        "queries": [(query, *map(sorted, oracle.find_both(query))) for query in queries],
        "known": [query for of in known.values() for query in of],
    }


def describe_all(archive: Archive) -> Iterator[dict[str, Any]]:
    """The documents as the columns of the index have them."""
    titles = {record.id: (record.title, record.region or "") for record in archive.publications}
    for issue in archive.issues:
        gazette, region = titles[issue.publication]
        for record in issue.documents:
            year = record.day[:4] if record.day else str(issue.issue.year)
            place = {"gazette": gazette, "region": region, "year": year}
            yield {
                "id": record.id,
                "day": date_number(record.day),
                "terms": term_of(record),
                "number": number_parts(record.document.number),
                "facets": {name: read(record) for name, read in FACETS.items()} | place,
            }


def join_twice(archive: Archive, folder: Path) -> Joined:
    """An archive, and beside it the older half of it as another one has it."""
    older = Archive(archive.publications, archive.issues[len(archive.issues) // 2 :])
    given = [
        f"{publish(archive, folder / 'a')}=https://a.example/x/",
        f"{publish(older, folder / 'b')}=../b/",
    ]
    members = find_members(given, folder / "index")
    return join_archives((member, read_catalog(member)) for member in members)


def joint_cases(joined: Joined) -> dict[str, Any]:
    """What is known of the documents of several archives, and what a scan of what is indexed of them finds."""
    oracle = Oracle(joined.archive)
    titles = {
        record.id: (record.title, record.region or "") for record in joined.archive.publications
    }
    documents = []
    for record in joined.archive.documents:
        title, number, lines = line_of(record.document)
        gazette, region = titles[record.gazette]
        place = {"gazette": gazette, "region": region, "lines": lines}
        address = document_address(joined.origins[record.gazette], record.id)
        documents.append(
            {"id": record.id, "title": title, "number": number, "address": address} | place
        )
    queries = oracle.fragments(seed=12, count=80, longest=8)
    return {
        "documents": documents,
        "queries": [(query, sorted(oracle.find(query))) for query in queries],
    }


def references(archive: Archive) -> list[tuple[Item, dict[str, str]]]:
    """Items, also of documents that were read, and the forms of each."""
    items = [*items_of(archive), *hostile_items()]
    several = {"author": [{"literal": f"{name}局"} for name in "甲乙丙丁"], "page": "3-5"}
    items += [{**item, **several, "accessed": TODAY} for item in items]
    items += [{key: item[key] for key in item if key != "issued"} for item in items]
    return [(item, {form: text for _, form, text in forms_of(item)}) for item in items]


def as_read(archive: Archive) -> Archive:
    """The archive itself."""
    return archive


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "cut"),
    [(as_read, CUT), (with_gaps, Cut(first=9, base=3, shard=900, page=4, most=9))],
)
def test_what_the_scripts_work_out(
    tmp_path: Path, real_archive: Archive, change: Callable[[Archive], Archive], cut: Cut
) -> None:
    cases = tmp_path / "cases.json"
    joined = join_twice(real_archive, tmp_path)
    made = make_cases() | {
        "references": references(real_archive),
        "forms": list(form_cases(real_archive)),
        "archive": archive_cases(real_archive),
        "joint": joint_cases(joined),
    }
    cases.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    write_files(build_search(real_archive, SERVED, cut=WHOLE), tmp_path / "whole")
    write_files(build_search(change(real_archive), SERVED, cut=cut), tmp_path / "index")
    write_files(search_files(joined), tmp_path / "joint")
    names = sorted(str(path) for path in HERE.glob("*.test.mjs"))
    answer = subprocess.run(
        [NODE, "--test", "--test-reporter=tap", *names],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={
            **os.environ,
            "GONGBAO_CASES": str(cases),
            "GONGBAO_WHOLE": str(tmp_path / "whole"),
            "GONGBAO_INDEX": str(tmp_path / "index"),
            "GONGBAO_JOINT": str(tmp_path / "joint"),
        },
        check=False,
    )
    assert answer.returncode == 0, answer.stdout.partition("not ok")[2] + answer.stderr
    assert "# skipped 0" in answer.stdout


def test_what_python_and_the_scripts_share_is_up_to_date() -> None:
    assert SHARED.read_text(encoding="utf-8") == write_script()
