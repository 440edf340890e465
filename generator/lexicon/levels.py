"""The level of government (国家, 省, 市, 县) that a title or a number shows, or none.

Nothing is guessed.
"""

import re

from generator.lexicon.characters import HAN, IDEOGRAPHS
from generator.lexicon.numbers import NUMBER_END, split_number
from generator.lexicon.regions import division_levels

LEVELS = ("国家", "省", "市", "县")
"""Levels from the highest down."""
LEVEL_CODES = {"国家": "state", "省": "province", "市": "city", "县": "county"}
"""What each is called in the keys of words."""

_PLACE = re.compile(
    rf"(?:[0-9]{{4}}年)?(?P<place>{HAN}{{1,9}}?(?:省|自治区|自治州|自治县|地区|市|州|盟|区|县|旗))"
)
_SHORT = re.compile(
    rf"(?P<place>[省市县区])(?:人民)?(?:政府|委员会|委|{HAN}{{1,10}}(?:厅|局)|{HAN}{{1,8}}部委)"
)
_STATE = re.compile(
    rf"中华人民共和国|中共中央|中央|国务院|国家(?!税务总局{HAN}+税务局)|全国|最高人民"
    r"|(?:财政|教育|民政|公安|司法|交通运输|商务|水利|农业农村|农业|生态环境|住房和城乡建设|自然资源|人力资源和社会保障|工业和信息化|科学技术|文化和旅游|应急管理)部"
    rf"|(?:海关|审计|市场监管|市场监督管理|体育|税务)总[署局]|审计署|中国人民银行(?!{HAN}+支行)"
)
_STATE_LAW = re.compile(rf"(?<![办方做用疗立执司])法(?:实施细则)?$|^[{IDEOGRAPHS}、]{{2,30}}条例$")
_STATE_SIGN = re.compile(
    r"国(?!资)|中发|中办|财税|财政部|发改|工信部|人社部|民发|交运|残联|旅发|银发|税总|住建部|教育部|环发"
)
_STATE_ORDER = re.compile(r"(?:国务院|部|总局|总署|委员会|银行)(?:令|公告)")
_FORMS = re.compile(
    r"表$|平台$|系统$|许可证$|证书$|任务书$|决定书$|意见书$|通知书$|纪要$|合同$|协议$|标准$"
)

PROVINCE_SIGNS = {
    "11": "京", "12": "津", "13": "冀", "14": "晋", "15": "内蒙", "21": "辽", "22": "吉", "23": "黑",
    "31": "沪", "32": "苏", "33": "浙", "34": "皖", "35": "闽", "36": "赣", "37": "鲁",
    "41": "豫", "42": "鄂", "43": "湘", "44": "粤", "45": "桂", "46": "琼",
    "50": "渝", "51": "川", "52": "黔", "53": "云", "54": "藏",
    "61": "陕", "62": "甘", "63": "青", "64": "宁", "65": "新",
}  # fmt: skip
"""The sign that opens the numbers of a province, by the first two digits of its code."""


def level_of_title(title: str) -> str | None:
    """The level that the organ or place at the head of a title shows."""
    bare = title.lstrip('“"（(')
    if _STATE.match(bare):
        return "国家"
    if level := _level_of_place(bare):
        return level
    if match := _SHORT.match(bare):
        return "县" if match["place"] in "县区" else match["place"]
    return "国家" if _STATE_LAW.search(bare) and not _FORMS.search(bare) else None


def level_of_number(number: str | None, province: str | None = None) -> str | None:
    """The level that a number shows.

    :param province: first two digits of the code of the province whose documents cite it: its sign
        is that of the province only there, elsewhere the same character may open the numbers of a
        county
    """
    if not number:
        return None
    if _STATE_ORDER.search(number) and level_of_title(number) in (None, "国家"):
        return "国家"
    parts = split_number(number if number.endswith(NUMBER_END) else f"{number}{NUMBER_END}")
    if not parts:
        return level_of_title(number)
    if _STATE_SIGN.match(parts.prefix):
        return "国家"
    sign = PROVINCE_SIGNS.get(province or "")
    return "省" if sign and parts.prefix.startswith(sign) else None


def _level_of_place(title: str) -> str | None:
    """The level of the division that a title names first.

    Where several follow each other, that of the lowest.
    """
    found, rest = None, title
    while match := _PLACE.match(rest):
        levels = division_levels(match["place"]) or division_levels(_longer(rest, match["place"]))
        if len(levels) != 1:
            break
        (found,) = levels
        rest = rest[match.end("place") :]
    return found


def _longer(text: str, place: str) -> str:
    """The name of a place whose own name holds 市, 区 or 县 before its end."""
    match = re.match(rf"{re.escape(place)}{HAN}{{0,3}}?[市区县旗]", text)
    return match[0] if match else ""
