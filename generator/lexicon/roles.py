"""Roles of a list of names (组长、成员…) and what distinguishes a post from a name."""

import re

from generator.lexicon.characters import IDEOGRAPHS

ROLES = (
    "总指挥长",
    "副总指挥",
    "总指挥",
    "指挥长",
    "副指挥长",
    "名誉组长",
    "第一组长",
    "常务副组长",
    "执行副组长",
    "副组长",
    "组长",
    "组员",
    "副召集人",
    "召集人",
    "总召集人",
    "副总召集人",
    "成员单位",
    "成员",
    "副主任委员",
    "主任委员",
    "副主任",
    "主任",
    "委员",
    "顾问",
    "秘书长",
    "副秘书长",
    "副会长",
    "会长",
    "联络员",
    "副主席",
    "主席",
    "副局长",
    "专家",
    "指挥长",
    "常务副指挥长",
    "常务副总指挥",
    "常务副主任",
    "常务理事",
    "局长",
    "第一副主任",
    "第一副组长",
    "政委",
    "副理事长",
    "理事长",
    "理事",
    "秘书",
    "组长单位",
    "出席",
    "列席",
    "缺席",
    "请假",
    "主持",
    "记录",
    "参加",
    "主持人",
    "记录人",
    "出席人员",
    "列席人员",
    "参加人员",
    "参会人员",
)
"""What a person is in a group."""
_SPACED = "|".join(r"\s*".join(role) for role in sorted(ROLES, key=len, reverse=True))
_SORTED = r"[（(](?:按|以)[^（()）]{2,16}[)）]"
"""How the names are sorted: 成员：（按姓氏笔画排序）."""
ROLE = re.compile(
    rf"(?:^|(?<=\s)|(?<=[{IDEOGRAPHS})）]))(?P<role>(?:{_SPACED})(?:\s*{_SORTED})?)\s*[:：]\s*(?P<sorted>{_SORTED})?",
)
"""A role with its colon, its letters perhaps set apart: ``组  长：``."""
ROLE_LETTERS = frozenset(role[0] for role in ROLES)
"""The first letters of roles; most texts have another one."""
BARE_ROLE = re.compile(rf"\s*(?P<role>{_SPACED})[ \u3000\t]+(?P<rest>[^\s:：（(][^:：，。；]*)")
"""A role without a colon, and what a blank sets apart from it: ``组　长　王某某　市长``."""
WHOLE_POST = "长|主任|书记|员|理|席|代表|人|师"
"""How a post ends that is complete at the end of its line;
those below are fewer, for more than posts ends so."""
STUCK_POST = "长|主任|书记|主席|专员|经理"
"""How it ends where a name follows right behind it: ``某某局局长王某某``."""
TABLE_POST = "长|主任|书记|经理|主席|员|局|委"
"""How a cell ends that names a post, or an organ for one."""
NAMED_POST = "长|书记|主任|主席|常委|委员|专员|顾问|调研员|巡视员|负责人"
"""How an office ends before a blank and a name: ``副县长　王某某``."""
_POST_END = re.compile(
    r"[长任员记理席授师官督表导政监察干部]$|代表\)?$|成员$|负责人$|干部$|[)）]$|[长任记理席]人?$"
)
_POST_WORD = re.compile(
    r"局|委|办|厅|政府|街道|公司|书记|主任|镇|区|县|市|院|部|中心|队|社|会|厂|行|代表|协|校|公安|科|处|所|站|长",
)
_POST_COMPLETE = re.compile(f"(?:{WHOLE_POST}|[)）])$")
_TITLE = re.compile(
    r"(?:院士|教授|讲师|研究员|[医律教]师|工程师|医生|护士|农民|工人|职工|[村居]民|学生|战士|民警|辅警|司机)$",
)
_TRADE = re.compile(
    r"(?:(?<![施开竣完动复停罢手加化用分招返务打])工|干事|[董监理]事|会计|出纳|编辑|记者|教练|秘书|支书|保安|个体户|[种养]植?殖?户|经营者)$"
)
_UNIT_END = re.compile(
    r"(?:局|委|办|厅|部|院|室|处|科|队|会|社|厂|所|站|馆|园|中心|公司|集团|学校|中学|小学|大学|学院|银行|基地"
    r"|镇|乡|县|区|市|省|州|旗|街道|办事处|村|居|政府|单位|组)(?:[（(][^（()）]{1,8}[)）])?$",
)
"""How a body or place ends that a row of names opens with, its number of persons perhaps behind it: 某某局（3名）."""
_OFFICE = re.compile(r"长|任|书记|理")


def match_role(text: str) -> re.Match[str] | None:
    """The role with its colon that opens a text."""
    return ROLE.match(text) if text[:1] in ROLE_LETTERS else None


def ends_post(text: str) -> bool:
    """Whether a text ends like a post: …局长, …书记, …（女）."""
    return _POST_END.search(text) is not None


def holds_post(text: str) -> bool:
    """Whether a text holds a word of organs or posts."""
    return _POST_WORD.search(text) is not None


def is_title(text: str) -> bool:
    """Whether a text ends in what a person is without an office: 教授, 院士, 农民."""
    return _TITLE.search(text) is not None


def is_trade(text: str) -> bool:
    """Whether a text ends in a trade: 挡车工, 会计, 种植户."""
    return _TRADE.search(text) is not None


def ends_unit(text: str) -> bool:
    """Whether a text ends like the name of a body or place: …局, …镇, …（3名）."""
    return _UNIT_END.search(text) is not None


DEPUTIES = frozenset("副总")
"""How a post of three letters opens: 副县长, 总经理."""
AWARD = "奖"
"""How the name of an award ends, below which persons are listed: 一等奖, 优秀组织奖."""
LONGEST_DOUBTED = 4
"""Longest word that ends like a post and may be a name, in characters: 王家长;
it is a post with an office in it only."""


def is_post(text: str) -> bool:
    """Whether a word is a post rather than a name: long, or with an office in it."""
    return (
        len(text) > 1
        and ends_post(text)
        and (len(text) > LONGEST_DOUBTED or _OFFICE.search(text) is not None)
    )


def is_whole_post(text: str) -> bool:
    """Whether a post is complete at the end of a line."""
    return _POST_COMPLETE.search(text) is not None and not text.endswith(("，", ",", "、"))
