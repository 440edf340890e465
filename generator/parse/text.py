"""Reading text: what remains of printed lines when the blanks that only the layout made are gone."""

import re
from dataclasses import dataclass

from generator.read import Line

_WIDE = r"[\u2014-\u2027\u2460-\u24ff\u3001-\u30ff\u4e00-\u9fff\uff00-\uffef〇]"
_BLANK = re.compile(rf"(?<={_WIDE})\s+|\s+(?={_WIDE})|(?<=[0-9.%)\]])\s+(?=[,.:;)\]%])|(?<=[,.:;(\[])\s+(?=[0-9(])|^\s+|\s+$")
_DIVISION = re.compile(r"(第[〇零一二三四五六七八九十百千0-9]+[编章节条](?:之[一二三四五六七八九十]+)?)\s+")
_DECIMAL = re.compile(r"^([0-9]{1,2}(?:\.[0-9]{1,2}){1,3}|[0-9]{1,2}(?=\s+[\u4e00-\u9fff]{2,16}$))\s+(?=[\u4e00-\u9fff])")
_KEPT = "\ue000"
_END = re.compile(r"[。！？；…!?;][”’）)》」』\"]*$|[。！？]?[：:]$")


def squeeze(text: str) -> str:
    """The text without any blanks."""
    return "".join(text.split())


def fold(text: str) -> str:
    """The text reduced to what two prints of one title share: no blanks, brackets, quotation marks or punctuation."""
    return re.sub(r"[\s《》〈〉“”‘’\"'（）()〔〕\[\]，,、。.：:；;·—-]+", "", text)


def tidy(text: str) -> str:
    """The text without the blanks of the layout; the one after 第一条 or 第一章 and those between Latin words stay."""
    text = _DECIMAL.sub(rf"\1{_KEPT}", text.strip())
    marked = _DIVISION.sub(rf"\1{_KEPT}", text.strip(), count=1) if text.lstrip().startswith("第") else text
    return _BLANK.sub("", re.sub(r"\s+", " ", marked)).replace(_KEPT, " ")


def ends_sentence(text: str) -> bool:
    """Whether a text ends with a mark that closes a sentence, a list item or opens a list."""
    return bool(_END.search(text.rstrip()))


def open_brackets(text: str) -> bool:
    """Whether 《, （ or “ opened in the text is still open at its end."""
    return any(text.count(a) > text.count(b) for a, b in (("《", "》"), ("〔", "〕"), ("“", "”"))) or (
        text.count("（") + text.count("(") > text.count("）") + text.count(")"))


@dataclass(slots=True)
class Run:
    """Text joined from printed lines, with the places where each line begins."""

    text: str
    lines: list[int]
    breaks: list[int]
    """Offset in ``text`` at which each line but the first begins."""
    mark: str = ""
    indent: bool = False

    @classmethod
    def of(cls, line: Line) -> "Run":
        """The run of a single line."""
        return cls(tidy(line.text), [line.number], [], line.mark, line.indent)

    def add(self, line: Line) -> None:
        """Append a line; two Latin words that the line break set apart keep a blank."""
        text = tidy(line.text)
        if self.text[-1:].isascii() and self.text[-1:].isalnum() and text[:1].isascii() and text[:1].isalpha():
            self.text += " "
        self.breaks.append(len(self.text))
        self.lines.append(line.number)
        self.text += text
