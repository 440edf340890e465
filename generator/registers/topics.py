"""What the documents of an archive are about: how many there are of each class of subjects."""

from collections import Counter

from generator.lexicon.subjects.classes import TopicClass, topic_classes
from generator.model import Archive


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
