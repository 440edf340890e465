"""What readers see of a class of subjects (主题分类): its name, and what decided that a document is in it."""

from generator.lexicon.subjects.classes import topic_classes
from generator.model import Topic
from generator.pages.writing.escape import escape
from generator.words.say import say
from generator.words.wording import join_names


def name_topic(code: str) -> str:
    """The name of a class, as the catalogue of the State Council has it."""
    return topic_classes()[code].name


def say_basis(topic: Topic) -> str:
    """What decided for a class: 按标题归类：公路、客运."""
    words = join_names(map(escape, topic.words))
    if topic.by == "subjects":
        return say("topics.by.subjects", words=words)
    if topic.by == "publication":
        return say("topics.by.publication", words=words)
    return say("topics.by.title", words=words)
