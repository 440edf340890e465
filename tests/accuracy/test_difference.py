"""What was gained and lost between two versions of the program."""

from generator.accuracy.difference import find_changes
from generator.model import Accuracy, Figure, Measure, Share

TITLE, WORSE = Share("document.title", 4, 4), Share("document.title", 4, 3)
HEADINGS, BETTER = Measure("headings", 10, 8, 8), Measure("headings", 10, 10, 10)


def accuracy(*figures: Figure) -> Accuracy:
    return Accuracy(figures, figures)


def test_nothing_changed() -> None:
    assert find_changes({"a/1": accuracy(TITLE)}, {"a/1": accuracy(TITLE)}) == ()


def test_what_was_lost_comes_first() -> None:
    changes = find_changes(
        {"a/1": accuracy(HEADINGS), "b/1": accuracy(TITLE)},
        {"a/1": accuracy(BETTER), "b/1": accuracy(WORSE)},
    )
    assert [(change.issue, change.reading, change.gain > 0) for change in changes] == [
        ("b/1", "read", False),
        ("b/1", "published", False),
        ("a/1", "read", True),
        ("a/1", "published", True),
    ]


def test_what_is_new_and_what_is_gone() -> None:
    (change, _) = find_changes({}, {"a/1": accuracy(TITLE)})
    assert (change.before, change.after, change.gain) == (None, TITLE, 1)
    (change, _) = find_changes({"a/1": accuracy(TITLE)}, {})
    assert (change.before, change.after, change.gain) == (TITLE, None, -1)
