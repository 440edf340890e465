"""Names of organs (发文机关) as gazettes print them."""

import re

from generator.lexicon.characters import HAN, IDEOGRAPHS, squeeze
from generator.lexicon.expressions.verbs import QUOTED
from generator.lexicon.numerals import TENS

_TAILS = (
    "人民政府",
    "人民政府办公室",
    "人民政府办公厅",
    "政府办公室",
    "办公室",
    "办公厅",
    "委员会",
    "管委会",
    "国务院",
    "常务委员会",
    "人大常委会",
    "指挥部",
    "领导小组",
    "局",
    "厅",
    "部",
    "委",
    "署",
    "院",
    "总局",
    "办事处",
    "总队",
    "支队",
    "调查队",
    "中心",
    "分局",
    "银行",
    "法院",
    "检察院",
    "协会",
    "联合会",
    "总工会",
    "公司",
    "军区",
    "行",
    "党组",
    "党委",
    "编委",
    "工委",
    "府办",
    "政府",
    "海关",
    "税务局",
    "研究室",
    "科学院",
    "监会",
    "总社",
    "供销社",
    "人民代表大会",
    "主席团",
    "共和国主席",
    "共中央",
    "军分区",
    "警备区",
    "武装部",
)
"""How names of organs end."""
ADDRESSEE = (
    "(?:政府|部门|单位|委|办|局|厅|院|公司|机构|企业|学校|村|团|高校|街道|办事处|中心|委员会|集团|银行|组织|团体|"
    "镇|乡|县|区|市|会|部|署|社|行|站|所|队|馆)"
)
"""How the names of recipients (主送机关) end."""
REPRESENTATIVES = (
    rf"(?!各位|全体)[{IDEOGRAPHS}○〇×、]{{1,60}}(?:等[\d{TENS}]{{0,3}}[名位]?)?(?:代表|委员)"
)
"""Whom an answer to a suggestion or proposal is for: 李某某代表, 王某某、赵某等3位委员."""
ADDRESSEE_OF_START = "政府|部门|单位|局|委|办|厅|院|公司|机构|企业|学校|街道|办事处|中心"
"""Those by which a document without a number is known to begin;
the others end too many lines: 部, 会, 县, 市, 区 …."""
LISTED_ENDS = "政府|办公室|办公厅|委员会|局"
"""How an organ ends that opens an entry of the contents: 某某局等三部门."""
EDITOR_ENDS = "办公室|办公厅|人民政府"
"""How the publisher of a gazette ends where no label says that it is one: 某某市人民政府办公室."""
TURNED_ENDS = "院部委局署府会行厅办军"
"""The last character of an organ before a number that is before its kind: 国务院第707号令."""
SHORT_ENDS = "局委办"
"""The last character, or any, of the organs that a list of tasks names: 市发改委."""
_OFFICES = (
    "总理",
    "省长",
    "市长",
    "区长",
    "县长",
    "州长",
    "主席",
    "主任",
    "部长",
    "局长",
    "署长",
    "行长",
    "会长",
    "厅长",
    "旗长",
    "盟长",
    "专员",
    "审计长",
    "司长",
    "书记",
    "委员长",
    "司令员",
    "政治委员",
    "政委",
)
"""Offices whose holders sign orders."""

_STATE_ORGANS = {
    "发展改革委": "国家发展和改革委员会",
    "国家发展改革委": "国家发展和改革委员会",
    "国家民委": "国家民族事务委员会",
    "人力资源社会保障部": "人力资源和社会保障部",
    "住房城乡建设部": "住房和城乡建设部",
    "卫生健康委": "国家卫生健康委员会",
    "国家卫生健康委": "国家卫生健康委员会",
    "人民银行": "中国人民银行",
    "国资委": "国务院国有资产监督管理委员会",
    "市场监管总局": "国家市场监督管理总局",
    "税务总局": "国家税务总局",
    "广电总局": "国家广播电视总局",
    "体育总局": "国家体育总局",
    "国际发展合作署": "国家国际发展合作署",
    "医保局": "国家医疗保障局",
    "国家医保局": "国家医疗保障局",
    "银保监会": "中国银行保险监督管理委员会",
    "证监会": "中国证券监督管理委员会",
    "国家林草局": "国家林业和草原局",
    "国家药监局": "国家药品监督管理局",
}
"""Full names of organs of the State that print themselves by a short one."""

_TAIL = "|".join(sorted(set(_TAILS), key=len, reverse=True))
_ORGAN = re.compile(
    rf"(?:{HAN}|[（(]{HAN}{{1,12}}[)）])+?(?:{_TAIL})(?:[（(][{IDEOGRAPHS}、，]{{1,20}}[)）])?"
)
_NO_ORGAN = re.compile(rf"关于|{QUOTED}|成立|^[第各在{TENS}]|[，。：；]")
SHORTEST_ORGAN, LONGEST_ORGAN = 3, 40
"""Shortest and longest name of an organ, in characters without blanks:
省政府; a longer one is a sentence."""
_HEAD = re.compile(rf"(?P<organ>[{IDEOGRAPHS}、]+?)(?P<sort>文件|令|公告|通告|布告|命令|任免)?")
_RED = ("文件", "令", "命令")
"""What a red head names besides the organ."""
_OFFICE = rf"(?:代)?(?:{'|'.join(_OFFICES)})"
_SIGNED = re.compile(
    rf"(?:{HAN}{{0,20}}?{HAN})?{_OFFICE}[:：]?(?!{HAN}{{0,3}}[的为职])[{IDEOGRAPHS}·]{{2,4}}"
)
_NO_NAME = tuple("。；：，）")
"""Marks of which no name has one at its end, and most lines do."""
LONGEST_SIGNED = 40
"""Longest line of an office and a name, in characters without blanks: a guard against slowness."""
_SEPARATED = re.compile(r"[\s、]+")
_GOVERNMENT = re.compile(rf"(?P<place>{HAN}+?)人民政府")


def is_organ(text: str) -> bool:
    """Whether a line is the name of an organ and nothing else (blanks inside allowed)."""
    bare = squeeze(text)
    if not SHORTEST_ORGAN <= len(bare) <= LONGEST_ORGAN or _NO_ORGAN.search(bare):
        return False
    return _ORGAN.fullmatch(bare) is not None


def read_head(text: str) -> str | None:
    """The organ of a red head line (``某某市人民政府文件``, ``某某市人民政府令``), or None."""
    match = _HEAD.fullmatch(squeeze(text))
    return match["organ"] if match and match["sort"] in _RED and is_organ(match["organ"]) else None


def is_order_head(text: str) -> bool:
    """Whether a line heads an order: ``某某省人民政府令``, ``中华人民共和国国务院令``, ``某某部令``."""
    bare = squeeze(text)
    return bare.endswith("令") and len(bare) <= LONGEST_ORGAN and read_head(bare) is not None


def is_signed_name(text: str) -> bool:
    """Whether a line is an office and a name: ``总理 李克强``, ``某某部部长：王某某``."""
    if text.endswith(_NO_NAME):
        return False
    bare = squeeze(text)
    return len(bare) <= LONGEST_SIGNED and _SIGNED.fullmatch(bare) is not None


def split_organs(text: str) -> tuple[str, ...]:
    """The organs that a line names and nothing else.

    One, its letters perhaps set apart (``某 某 市 人 民 政 府``), or several set apart by blanks or 、.
    """
    parts = tuple(part for part in _SEPARATED.split(text) if part)
    if parts and all(is_organ(part) for part in parts):
        return parts
    return ("".join(parts),) if is_organ("".join(parts)) and "、" not in text else ()


def full_state_name(name: str) -> str:
    """The full name of an organ of the State that is known by a short one: 市场监管总局.

    Any other name as it is.
    """
    return _STATE_ORGANS.get(name, name)


def government_place(text: str) -> str | None:
    """The place of ``某某市人民政府…``, or None."""
    match = _GOVERNMENT.match(squeeze(text))
    return match["place"] if match else None
