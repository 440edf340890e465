"""时效名录: what is repealed, what is not yet in force, and what expires when."""

from collections.abc import Iterator, Sequence

from generator.lexicon.dates import is_real_date
from generator.link.status import day_of, find_day
from generator.model import DocumentRecord
from generator.pages.body.validity_note import state_markdown, time_html
from generator.pages.index.document_rows import number_column, title_column
from generator.pages.index.indexes import Registers
from generator.pages.index.listing import Column, Group, Listing, group_by, listing_pages
from generator.pages.writing.addresses import home_crumb, registers_crumb
from generator.pages.writing.page import Page
from generator.words.wording import count, date_words

VALIDITY_REGISTER = "archive/force/index.md"
_OTHER = "other"
"""Represents the month of a term that is no date: 长期."""


def validity_pages(registers: Registers) -> Iterator[Page]:
    """The register: repealed, pending, then by the month in which a term ends, the latest first."""
    dated = [record for record in registers.documents if record.evidence]
    ending = [record for record in dated if record.evidence and record.evidence.until]
    groups = (*_first(dated), *_by_month(ending))
    yield from listing_pages(
        Listing(
            uri=VALIDITY_REGISTER,
            title="时效",
            description="本库文件的有效期和废止情况。",
            kind="listing",
            above=(home_crumb(), registers_crumb()),
            columns=_columns(registers),
            groups=groups,
            intro=tuple(_intro(dated, "其余" if groups else "所收")),
            empty="" if dated else None,
        )
    )


def _intro(dated: Sequence[DocumentRecord], others: str) -> Iterator[str]:
    """What the register says, for which day, and about how many documents it is silent.

    :param others: 其余 or 所收, what the silent ones are called
    """
    as_of, silent = day_of(dated), sum(record.status == "none" for record in dated)
    day = f"有效期是否届满，按{time_html(as_of, 'force-day')}判断。" if as_of else ""
    known = f"截至{date_words(as_of)}，" if as_of else ""
    yield f"只列文件自载有效期的、尚未施行的，以及被本库所收文件明文废止的。{day}"
    if dated:
        yield f"{known}{others}{count(silent)}未见失效记载；未见失效记载不等于现行有效。"


def _first(records: Sequence[DocumentRecord]) -> Iterator[Group[DocumentRecord]]:
    """Documents that are repealed, and those that are not yet in force."""
    for key, label, status in (
        ("repealed", "已被废止", "repealed"),
        ("pending", "尚未施行", "pending"),
    ):
        rows = [record for record in records if record.status == status]
        if rows:
            yield Group(key, label, rows)


def _by_month(records: Sequence[DocumentRecord]) -> tuple[Group[DocumentRecord], ...]:
    """Documents by the month in which their term ends, the latest first."""
    ordered = sorted(records, key=lambda record: find_day(_until(record)) or "", reverse=True)
    return group_by(ordered, lambda record: (find_day(_until(record)) or _OTHER)[:7], _month)


def _month(key: str) -> str:
    """2023年12月到期, or that the last day is given in other words than a date."""
    if key == _OTHER:
        return "期限另有所载"
    return f"{key[:4]}年{int(key[5:])}月到期"


def _until(record: DocumentRecord) -> str:
    """The last day of force as the document says it; empty when it says none."""
    return (record.evidence.until if record.evidence else None) or ""


def _last_day(until: str) -> str:
    """The last day as printed; one that no calendar has says so."""
    if not until:
        return ""
    return (
        time_html(until) if is_real_date(until) else f"{time_html(until)}（历法中没有此日，照录）"
    )


def _columns(registers: Registers) -> tuple[Column[DocumentRecord], ...]:
    """Title, number, last day as printed, state."""
    return (
        title_column(),
        number_column(),
        Column("有效期至", lambda record, _: _last_day(_until(record))),
        Column(
            "时效", lambda record, uri: state_markdown(registers.citations, record, uri, short=True)
        ),
    )
