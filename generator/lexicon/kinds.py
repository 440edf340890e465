"""Kinds of document (文种): those of 党政机关公文处理工作条例 art. 8 and of instruments, longest match first."""

import re

from generator.lexicon.characters import IDEOGRAPHS, squeeze

OFFICIAL = (
    "决议",
    "决定",
    "命令",
    "令",
    "公报",
    "公告",
    "布告",
    "通告",
    "意见",
    "通知",
    "通报",
    "报告",
    "请示",
    "批复",
    "议案",
    "函",
    "纪要",
)
"""The fifteen kinds of official document, 令, and 布告, which was one until 1993."""
INSTRUMENTS = (
    "条例",
    "规定",
    "办法",
    "细则",
    "规则",
    "规程",
    "章程",
    "制度",
    "准则",
    "守则",
    "方案",
    "规划",
    "计划",
    "预案",
    "措施",
    "要点",
    "目录",
    "清单",
    "指南",
    "标准",
    "规范",
    "纲要",
    "分工",
    "名单",
    "安排",
    "职责",
    "协议",
    "公约",
    "说明",
    "倡议书",
    "通则",
    "规约",
)
"""Kinds of instrument that a document issues."""
REISSUED = frozenset(INSTRUMENTS) - {
    "计划",
    "要点",
    "分工",
    "名单",
    "安排",
    "协议",
    "说明",
    "倡议书",
}
"""Kinds of instrument of which one that is issued again under its title is a new version of the old one."""
OTHER = (
    "国家工作人员",
    "会议纪要",
    "更正启事",
    "启事",
    "更正",
    "人事任免",
    "大事记",
    "讲话",
    "解读",
    "任免",
    "简介",
    "总结",
    "致辞",
    "建议书",
    "名录",
    "统计表",
    "决定书",
    "意见书",
    "通知书",
    "告知书",
    "指示",
)
"""Kinds of text that gazettes print beside documents; 指示 was an official one until 1993."""

ANSWERS = ("答复",)
"""Kinds of text that answer a proposal (提案) or a suggestion (建议): ``对…第46号提案的答复``."""

SPOKEN_KINDS = ("讲话", "致辞", "报告", "发言")
"""Kinds of what was spoken on a day, which the contents may print behind the title."""
ENCLOSING = "通知|公告|通告|决定|函|令"
"""Kinds whose titles name an enclosure by 印发…的: ``关于印发《某某办法》的通知``."""
FOUNDING = "成立|设立|调整"
"""What a document does with the group that its title names: ``关于成立某某领导小组的通知``."""
ISSUING = "通知|决定|命令|公告|通告|函"
"""Kinds whose titles need no 关于: ``公布某某名录的通知``; 命令 in full, for 令 ends names of organs."""
NESTING = "通知|批复|意见|决定|公告|函"
"""Kinds behind a title within a title, whose brackets a font of 方正 prints as 掖 and 业."""

_STANDING_KINDS = (
    "大事记",
    "任免国家工作人员",
    "人事任免",
    "会议纪要",
    "解读",
    "更正启事",
    "更正",
    "任免名单",
)
"""Kinds whose titles name no matter with 关于."""

BARE_LISTS = ("任免名单", "人事任免", "任免国家工作人员")
"""Titles of lists that have their organ on the line above."""

_TAIL = r"(?:[（(][^（）()]{1,14}[)）])?"
"""A trailing （试行）."""


def _any_of(kinds: tuple[str, ...]) -> str:
    """An expression that takes the longest of some kinds."""
    return "|".join(sorted(kinds, key=len, reverse=True))


_KIND = re.compile(rf"(?P<kind>{_any_of(OFFICIAL + INSTRUMENTS + OTHER + ANSWERS)}){_TAIL}$")
_FORMER = "的(?:紧急)?指示"
"""How the title of a 指示 ends: 关于…的指示; 关于…的重要指示 is what somebody said."""
_OFFICIAL = re.compile(rf"(?:{_any_of(OFFICIAL + ANSWERS)}|{_FORMER}){_TAIL}$")
_OFFICIAL_WITHIN = re.compile(rf"(?:{_any_of(OFFICIAL + ANSWERS)}){_TAIL}")
_RULING = re.compile(rf"(?:{_any_of(OFFICIAL + INSTRUMENTS)}|(?<![办方做用疗立执司])法){_TAIL}$")
"""How the title of a document or an instrument ends; 司法, 执法 and the like are none."""
_STANDING = re.compile(
    rf"[《》{IDEOGRAPHS}\d（）()“”年月—-]{{0,40}}(?:{'|'.join(_STANDING_KINDS)})"
)


_SPOKEN = re.compile(
    rf"[{IDEOGRAPHS}\d（）()“”年月—-]{{0,40}}(?:政府工作报告|统计公报|的讲话|致辞|计划草案的报告|预算草案的报告)"
    r"(?:[\[［〔]\d{1,2}[\]］〕]|[①-⑨])?",
)


_ANSWER = re.compile(
    rf"(?P<organ>[{IDEOGRAPHS}]{{2,40}}?)?对[^。；，]{{2,80}}(?:提案|建议|议案|意见)(?:[（(][^（()）]{{2,40}}[)）])?"
    "的?(?:答复|复函|函复)(?:意见|的函)?"
)


def is_answer(title: str) -> bool:
    """Whether a text is the title of an answer, which has 对 in the place of 关于.

    E.g. ``某某县民政局对县十届人大四次会议第72号建议的答复``; the number is that of what it answers.
    """
    return "对" in title and "复" in title[-5:] and _ANSWER.fullmatch(title) is not None


def read_kind(title: str) -> str | None:
    """The kind that a title ends in (a trailing （试行） is passed over), or None."""
    match = _KIND.search(squeeze(title).rstrip("》”"))
    return match["kind"] if match else None


def is_standing_title(title: str) -> bool:
    """Whether a line is a title that names no matter with 关于.

    It is that of a chronicle, of minutes, of appointments or of an interpretation.
    """
    return _STANDING.fullmatch(squeeze(title)) is not None


def is_standing_kind(text: str) -> bool:
    """Whether a line is the name of such a kind and nothing else, which may name a column: 人事任免."""
    return squeeze(text) in _STANDING_KINDS


def is_spoken_title(title: str) -> bool:
    """Whether a line is the title of a speech, a report or statistics.

    A speaker or a date below it completes such a title.
    The mark of a footnote may follow it: ``某某市2018年国民经济和社会发展统计公报[1]``.
    """
    return _SPOKEN.fullmatch(squeeze(title)) is not None


def ends_in_official_kind(title: str) -> bool:
    """Whether a title ends like that of an official document (…的通知, …的意见)."""
    return bool(_OFFICIAL.search(squeeze(title)))


def is_ruling_title(title: str) -> bool:
    """Whether a title ends like that of a law, an instrument or an official document; that of a form does not."""
    return bool(_RULING.search(squeeze(title).rstrip("》〉”")))


def find_official_kinds(text: str, first: int, end: int) -> list[int]:
    """Where the names of official kinds end in a stretch of a text; a title may end there."""
    return [match.end() for match in _OFFICIAL_WITHIN.finditer(text, first, end)]
