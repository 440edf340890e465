"""Documents by class of subjects (主题分类), with the words that decided for it."""

from collections.abc import Iterator

from generator.lexicon.subjects.classes import topic_classes
from generator.model import DocumentRecord
from generator.pages.index.document_rows import (
    DocumentColumn,
    date_column,
    issuer_column,
    number_column,
    title_column,
)
from generator.pages.index.indexes import Register, Registers
from generator.pages.index.listing import Column, listing_pages
from generator.pages.index.named import Named, by_year, list_names, list_rows
from generator.pages.index.topic_basis import name_topic, say_basis
from generator.pages.writing.page import Page
from generator.words.say import say


def topic_pages(registers: Registers) -> Iterator[Page]:
    """The index of the classes, in the order of the catalogue, and a page of each that has documents."""
    register = in_order_of_catalogue(registers.topics)
    without = sum(not record.document.topics for record in registers.documents)
    named = Named(
        register=register,
        intro=say("register.intro.topics") + say("register.kept_back.topics", n=without),
        columns=(),
        empty=registers.where_empty(say("register.empty.topics")),
        label=name_topic,
    )
    columns = (title_column(), number_column(), issuer_column(registers), date_column())
    yield from listing_pages(list_names(named))
    for code, documents in register.documents.items():
        yield from listing_pages(
            list_rows(named, code, (*columns, _basis_column(code)), by_year(documents))
        )


def in_order_of_catalogue(register: Register) -> Register:
    """The register of classes in the order of the catalogue, not of counts."""
    codes = [code for code in topic_classes() if code in register.documents]
    documents = {code: register.documents[code] for code in codes}
    return Register(register.folder, documents, register.files)


def _basis_column(code: str) -> DocumentColumn:
    """What decided that a document is in a class."""

    def cell(record: DocumentRecord, _: str) -> str:
        return "".join(say_basis(one) for one in record.document.topics if one.code == code)

    return Column(say("topics.basis"), cell)
