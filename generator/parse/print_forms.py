"""Prints in traditional characters: they are read in simplified ones, and every value has its characters again.

青石縣人民政府辦公室關於… is read as 青石县人民政府办公室关于…; each character stays one, so that the value is found in its lines.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from generator.lexicon.above_text.traditional import (
    is_simplified,
    whole_in_simplified,
)
from generator.model import Issue
from generator.model.codec import dump_issue, load_issue
from generator.read import Line, Read

NOT_PRINTED = frozenset(
    ("kind", "severity", "message", "type", "source", "sha256", "region", "provenance", "account")
)
"""Keys of an issue whose values are the program's own words, or names of files."""


RARE = 1000
"""Simplified forms for each traditional one from which on these are letters of names: a guard against slowness."""


def read_in_simplified(read: Read, understand: Callable[[Read], Issue]) -> Issue:
    """The issue that ``understand`` makes of a print, whatever characters this is set in.

    :param understand: reads a print in simplified characters
    """
    text = "".join(line.text for line in read.lines)
    if is_simplified(text, RARE):
        return understand(read)
    lines = [line.with_text(whole_in_simplified(line.text)) for line in read.lines]
    plain = dump_issue(understand(read._replace(lines=lines)))
    return load_issue(_Printed(read.lines).restore(plain, ()))


class _Printed:
    """The characters of the lines of a print, from which values get theirs back."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._texts: defaultdict[int, str] = defaultdict(str)
        for line in lines:
            self._texts[line.number] += _bare(line.text)
        self._last = max(self._texts, default=0)
        printed = set().union(*self._texts.values())
        self._changed = frozenset(
            plain for form in printed if (plain := whole_in_simplified(form)) != form
        )
        """The simplified forms that stand for others of the print."""

    def restore(self, value: Any, span: Sequence[int]) -> Any:
        """A value of an issue with the characters of its lines.

        :param span: the lines that it was made of, as far as what it is in says so
        """
        if isinstance(value, str):
            return self._printed(value, span)
        if isinstance(value, Mapping):
            own = _span_of(value) or span
            return {
                key: one if key in NOT_PRINTED else self.restore(one, own)
                for key, one in value.items()
            }
        if isinstance(value, Sequence):
            return [self.restore(one, span) for one in value]
        return value

    def _printed(self, text: str, span: Sequence[int]) -> str:
        """A text as its lines print it; one that they do not have keeps its characters, but for those known."""
        if self._changed.isdisjoint(text):
            return text
        source = "".join(self._texts[line] for line in span or range(1, self._last + 1))
        plain, bare = whole_in_simplified(source), _bare(text)
        place = plain.find(bare)
        if place >= 0:
            printed = iter(source[place : place + len(bare)])
            return "".join(char if char.isspace() else next(printed) for char in text)
        forms = defaultdict(set)
        for one, other in zip(plain, source, strict=True):
            forms[one].add(other)
        return "".join(_only(forms.get(char, ()), char) for char in text)


def _only(forms: Iterable[str], char: str) -> str:
    """The one form in which a character is printed; the character itself where there are several or none."""
    first, *others = forms or (char,)
    return char if others else first


def _bare(text: str) -> str:
    """A text without blanks."""
    return "".join(text.split())


def _span_of(value: Mapping[str, Any]) -> list[int]:
    """The lines of which a mapping says that its values were made; first and last of a document."""
    lines = [*value.get("lines", ()), *filter(None, [value.get("line")])]
    if isinstance(value.get("at"), Sequence):
        lines += value["at"]
    if "sequence" in value:
        return list(range(lines[0], lines[-1] + 1))
    return sorted(set(lines))
