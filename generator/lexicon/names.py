"""Personal names as gazettes print them."""

import re
from functools import lru_cache

from generator.lexicon.characters import HAN, IDEOGRAPHS, squeeze
from generator.lexicon.roles import NAMED_POST

_SINGLE = (
    "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董袁潘于余叶蒋杜苏魏程吕丁沈任姚卢傅付钟姜崔谭廖范汪陆金石戴贾韦夏邱丘方侯邹熊孟秦白江阎闫薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚"
    "莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦"
    "褚娄窦岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖"
    "练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由"
)
"""Family names of one character, the frequent ones first."""
COMMON_FAMILIES = _SINGLE[:60]
"""The most frequent of them."""
_OFFICES = frozenset(
    ["区长", "师长", "班长", "司长", "关长", "段长", "连长", "路长", "林长", "田长", "楼长"]
)
"""Offices that open like a name and are none."""
_DOUBLE = (
    "欧阳",
    "上官",
    "司马",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "令狐",
    "宇文",
    "长孙",
    "司徒",
    "夏侯",
    "端木",
    "申屠",
    "呼延",
)
_NAME = re.compile(rf"(?:{'|'.join(_DOUBLE)}|[{_SINGLE}]){HAN}{{1,2}}")
_DOUBLE_NAME = re.compile(rf"(?:{'|'.join(_DOUBLE)}){HAN}{{1,2}}")
_BEFORE_OFFICE = re.compile(
    rf"(?P<name>{HAN}{{1,3}}(?![省市区县州部委局厅办院署会]){HAN}|{HAN}[ \u3000]{{1,2}}{HAN})"
    rf"[ \u3000]{{1,6}}(?!的)(?=[{IDEOGRAPHS}“]{{3}})",
)
_OFFICER = re.compile(
    rf"[{IDEOGRAPHS}、]{{0,36}}(?:{NAMED_POST})[ \u3000]+"
    rf"(?P<name>{HAN}[{IDEOGRAPHS} \u3000]{{0,3}}{HAN}(?:[（(][^（()）]{{1,10}}[)）])?)",
)
_IN_TEXT = re.compile(
    rf"(?:(?<!{HAN})|(?<=任命|免去|聘任|解聘|授予|给予|同意)|(?<=[由和与及]))"
    rf"(?P<family>{HAN})(?P<blank>[ \u3000\u00a0\u2002\u2003]+)(?P<given>{HAN})(?=为|的|[担兼]?任|兼|同志|等)"
)
"""A name of two letters with a blank inside, in a sentence: 免去赵　军的…职务, 李　红为县民政局局长."""
_NOTE = re.compile(r"[（(][^（()）]{1,10}[)）]$")


@lru_cache(maxsize=4096)
def is_name(text: str) -> bool:
    """Whether a text is a personal name of a known family.

    Blanks inside and a note such as （女） behind it are allowed.
    """
    bare = _NOTE.sub("", squeeze(text))
    return _NAME.fullmatch(bare) is not None and bare not in _OFFICES


def is_double_name(text: str) -> bool:
    """Whether a text is a name of three or four characters whose family name has two: 司马长青."""
    return _DOUBLE_NAME.fullmatch(text) is not None


def is_double_family(text: str) -> bool:
    """Whether a text is a family name of two characters and no more: 司马."""
    return text in _DOUBLE


def opens_with_name(text: str) -> bool:
    """Whether a line is a name, a blank and an office or place: ``王大河　某某大学``, ``肖　颖　　某某街道居民``."""
    match = _BEFORE_OFFICE.match(text.strip())
    return match is not None and is_name(match["name"])


def is_officer(text: str) -> bool:
    """Whether a line is an office, a blank and a name: ``县委常委、副县长　王大河``, ``副县长　李　敏（女）``."""
    bare = text.strip()
    match = _OFFICER.fullmatch(bare) if " " in bare or "\u3000" in bare else None
    return match is not None and is_name(match["name"])


def split_names(text: str) -> list[str]:
    """The names of a line that holds nothing but names, set apart by two blanks or more.

    Empty otherwise.
    """
    parts = [part for part in re.split(r"[\s\u3000]{2,}|\t", text.strip()) if part]
    return parts if len(parts) > 1 and all(is_name(part) for part in parts) else []


def find_blanks_in_names(text: str) -> list[tuple[int, int]]:
    """Where the blanks are inside names of two letters of a sentence: ``免去赵　军的…职务``."""
    names = (
        match for match in _IN_TEXT.finditer(text) if is_name(match["family"] + match["given"])
    )
    return [match.span("blank") for match in names]
