"""Mutants of values that are derived: dates, numbers, pages, and what only the catalogue says."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import msgspec
from msgspec.structs import replace

from generator.model import Issue
from tests.prove.mutants import EXPORT, PARSE, Change, Mutant, gives, of_elements, of_issue

CATALOG = f"{EXPORT}.catalog"


def next_day(iso: str | None) -> str | None:
    """A date that is one day off."""
    return iso and (dt.date.fromisoformat(iso) + dt.timedelta(days=1)).isoformat()


def cut(text: str | None) -> str | None:
    """A text without its last character."""
    return text and text[:-1]


def none(_: object) -> msgspec.UnsetType:
    """No value, of an element whose key is left out then."""
    return msgspec.UNSET


def one_more(number: int | None) -> int | None:
    """A number that is one too high."""
    return number and number + 1


def of_masthead(**values: Callable[[Any], Any]) -> Change:
    """A mutant of values of the masthead, whose lines are as they were."""
    return of_issue(
        lambda issue: replace(
            issue, **{name: mutate(getattr(issue, name)) for name, mutate in values.items()}
        )
    )


def of_entry(name: str, field: str, mutate: Callable[[Any], Any]) -> Mutant:
    """A mutant of a field of an entry of the catalogue."""
    return Mutant(
        f"{field} of the catalogue: {name}",
        CATALOG,
        name,
        gives(lambda entry: replace(entry, **{field: mutate(getattr(entry, field))})),
    )


def in_columns(issue: Issue) -> Issue:
    """The entries of the contents in columns whose names are cut."""
    return replace(
        issue, contents=tuple(replace(one, column=cut(one.column)) for one in issue.contents)
    )


OF_VALUES = (
    Mutant("dates are one day off", PARSE, "_issue", of_elements(date=next_day)),
    Mutant("days of printing are one day off", PARSE, "_issue",
           of_elements(printed=lambda value: value and replace(value, date=next_day(value.date)))),
    Mutant("documents come into force one day later", PARSE, "_issue",
           of_elements(effective=lambda value: replace(value, start=next_day(value.start)))),
    Mutant("documents end one day later", PARSE, "_issue",
           of_elements(effective=lambda value: replace(value, until=next_day(value.until)))),
    Mutant("documents are on the next page", PARSE, "_issue", of_elements(page=one_more)),
    Mutant("the columns of documents are cut", PARSE, "_issue", of_elements(column=cut)),
    Mutant("the columns of entries are cut", PARSE, "_issue", of_issue(in_columns)),
    Mutant("issuers are cut", PARSE, "_issue", of_elements(issuer=cut)),
    Mutant("kinds are others", PARSE, "_issue", of_elements(kind=lambda _: "办法")),
    Mutant("subjects are one word", PARSE, "_issue",
           of_elements(subjects=lambda words: ("".join(words),) if words else ())),
    Mutant("copy numbers are others", PARSE, "_issue", of_elements(copy=lambda text: text and "000018")),
    Mutant("documents are of a higher security", PARSE, "_issue",
           of_elements(security=lambda text: text and text.replace("秘密", "机密"))),
    Mutant("terms of security are cut", PARSE, "_issue", of_elements(security=cut)),
    Mutant("documents are less urgent", PARSE, "_issue", of_elements(urgency=lambda text: text and "加急")),
    Mutant("signatories are cut", PARSE, "_issue", of_elements(signer=cut)),
    Mutant("index numbers are cut", PARSE, "_issue", of_elements(index=cut)),
    Mutant("the marks of heads are lost, but for their print", PARSE, "_issue",
           of_elements(copy=none, security=none, urgency=none, signer=none, index=none)),
    Mutant("the year is the next", PARSE, "_issue", of_masthead(year=one_more)),
    Mutant("the number is the next", PARSE, "_issue", of_masthead(number=one_more)),
    Mutant("the serial number is the next", PARSE, "_issue", of_masthead(serial=one_more)),
    Mutant("the day of publication is invented", PARSE, "_issue", of_masthead(published=lambda _: "2021-03-31")),
    Mutant("the publisher is cut", PARSE, "_issue", of_masthead(publisher=cut)),
)  # fmt: skip

OF_CATALOGUE = (
    of_entry("list_document", "date", next_day),
    of_entry("list_document", "effective", lambda value: replace(value, start=next_day(value.start))),
    of_entry("list_document", "status", lambda _: None),
    of_entry("list_document", "evidence", lambda _: None),
    of_entry("list_document", "words", one_more),
    of_entry("list_document", "url", cut),
    of_entry("list_document", "citations", lambda value: value[1:]),
    of_entry("list_issue", "url", cut),
    of_entry("list_issue", "gazette", cut),
    of_entry("list_issue", "published", lambda _: "2021-03-31"),
    of_entry("list_issue", "characters", one_more),
    Mutant("a citation is not listed", CATALOG, "find_citations", gives(lambda found: list(found)[1:])),
    Mutant("a cited document is not listed", f"{CATALOG}_files", "make_catalog",
           gives(lambda catalog: replace(catalog, cited=catalog.cited[1:]))),
    Mutant("documents are listed backwards", f"{CATALOG}_files", "make_catalog",
           gives(lambda catalog: replace(catalog, documents=catalog.documents[::-1]))),
    Mutant("gazettes are not listed", f"{CATALOG}_files", "make_catalog",
           gives(lambda catalog: replace(catalog, publications=()))),
)  # fmt: skip
