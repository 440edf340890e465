"""What the report on quality says of classes of subjects (主题分类): what decided, and how often that is right."""

from collections import Counter
from collections.abc import Iterator

from generator.lexicon.subjects.measured import KNOWN, UNSEEN
from generator.model import Archive
from generator.pages.writing.markdown import heading
from generator.words.say import say
from generator.words.wording import percent


def topics_markdown(archive: Archive, level: int) -> Iterator[str]:
    """How many documents are classed, by what, and how the words of titles were measured.

    :param level: of the heading
    """
    documents = [record.document for record in archive.documents]
    by = Counter(one.topics[0].by if one.topics else "" for one in documents)
    yield heading(level, say("quality.topics"), "topics")
    yield say(
        "quality.topics_by",
        subjects=f"{by['subjects']:,}",
        publication=f"{by['publication']:,}",
        title=f"{by['title']:,}",
        none=f"{by['']:,}",
    )
    yield say(
        "quality.topics_measured",
        titles=str(UNSEEN.titles),
        given=str(UNSEEN.given),
        right=str(UNSEEN.right),
        share=percent(UNSEEN.right, UNSEEN.given, 1),
        known=str(KNOWN.titles),
        known_given=str(KNOWN.given),
        known_right=str(KNOWN.right),
    )
