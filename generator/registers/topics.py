"""What documents are about: the classes of subjects (主题分类) that evidence decides for, and how many each has."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from generator.lexicon.subjects.classes import TopicClass, topic_classes
from generator.lexicon.subjects.deciding_words import class_of_subject, find_title_words
from generator.model import Archive, Document, Issue, PublicationRecord, Topic

MOST_CLASSES = 2
"""Most classes that the words of one title name; where there are more, none of them is what it is about."""


def classify_issue(issue: Issue, publication: PublicationRecord | None) -> Issue:
    """An issue whose documents have their classes of subjects; those that brought some keep them."""
    columns = publication.topics if publication else {}
    documents = (
        one if one.topics else replace(one, topics=find_topics(one, columns))
        for one in issue.documents
    )
    return replace(issue, documents=tuple(documents))


def find_topics(document: Document, columns: Mapping[str, str]) -> tuple[Topic, ...]:
    """The classes of a document; none where nothing decides.

    Its 主题词 come first, then what its publication says of its column, then the words of its title, then those of the
    titles of what it issues.

    :param columns: column → name of the class that the description of the publication gives to its documents
    """
    enclosed = (part.title for part in document.parts if part.kind == "enclosure" and part.title)
    return (
        _by_subjects(document.subjects)
        or _by_column(document.column, columns)
        or _by_titles([document.title])
        or _by_titles(enclosed)
    )


def _by_subjects(subjects: Iterable[str]) -> tuple[Topic, ...]:
    """The class of the first subject word that has one."""
    for word in subjects:
        if code := class_of_subject(word):
            return (Topic(code, topic_classes()[code].name, "subjects", (word,)),)
    return ()


def _by_column(column: str | None, columns: Mapping[str, str]) -> tuple[Topic, ...]:
    """The class that a publication gives to a column."""
    name = columns.get(column or "")
    return tuple(
        Topic(one.code, one.name, "publication", (column or "",))
        for one in topic_classes().values()
        if one.name == name
    )


def _by_titles(titles: Iterable[str]) -> tuple[Topic, ...]:
    """The class that the words of titles name; both where they name two, none where they name more."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for title in titles:
        for word, code in find_title_words(title):
            found[code][word] = None
    if len(found) > MOST_CLASSES:
        return ()
    return tuple(_in_order(found))


def _in_order(found: Mapping[str, Iterable[str]]) -> Iterator[Topic]:
    """Classes with their words, in the order of the catalogue."""
    for one in topic_classes().values():
        if one.code in found:
            yield Topic(one.code, one.name, "title", tuple(found[one.code]))


def count_topics(archive: Archive) -> tuple[tuple[TopicClass, int], ...]:
    """The classes that a document is in and how many are, in the order of the catalogue.

    A document that is in two counts in both.
    """
    counts = Counter(
        code
        for record in archive.documents
        for code in {topic.code for topic in record.document.topics}
    )
    return tuple((one, counts[one.code]) for one in topic_classes().values() if counts[one.code])
