"""Names of organs (发文机关) as gazettes print them."""

import re

_TAILS = (
    "人民政府", "人民政府办公室", "人民政府办公厅", "政府办公室", "办公室", "办公厅", "委员会", "管委会", "国务院", "常务委员会", "人大常委会",
    "指挥部", "领导小组", "局", "厅", "部", "委", "署", "院", "总局", "办事处", "总队", "支队", "中心", "分局", "银行", "法院", "检察院",
    "协会", "联合会", "总工会", "公司", "军区", "行", "党组", "党委", "编委", "工委", "府办", "政府", "海关", "税务局", "研究室", "科学院",
)
_TAIL = "|".join(sorted(set(_TAILS), key=len, reverse=True))
_ORGAN = re.compile(rf"(?:[\u4e00-\u9fff]|[（(][\u4e00-\u9fff]{{1,12}}[)）])+?(?:{_TAIL})(?:[（(][\u4e00-\u9fff、，]{{1,20}}[)）])?")
_NO_ORGAN = re.compile(r"关于|印发|转发|公布|成立|^[第各一二三四五六七八九十]|[，。：；]")
_HEAD = re.compile(r"(?P<organ>[\u4e00-\u9fff、]+?)(?P<sort>文件|令|公告|通告|命令|任免)?")
_OFFICE = r"(?:总理|省长|市长|区长|县长|州长|主席|主任|部长|局长|署长|行长|会长|厅长|旗长|盟长|专员|审计长|司长|书记|委员长)"
_SIGNED = re.compile(rf"(?:[\u4e00-\u9fff]{{0,20}}?[\u4e00-\u9fff])?(?:代)?{_OFFICE}[:：]?(?![\u4e00-\u9fff]{{0,3}}[的为职])[\u4e00-\u9fff·]{{2,4}}")
_SEPARATED = re.compile(r"[\s、]+")
_GOVERNMENT = re.compile(r"(?P<place>[\u4e00-\u9fff]+?)人民政府")


def is_organ(text: str) -> bool:
    """Whether a line is the name of an organ and nothing else (blanks inside allowed)."""
    bare = "".join(text.split())
    return 2 < len(bare) <= 40 and _NO_ORGAN.search(bare) is None and _ORGAN.fullmatch(bare) is not None


def read_head(text: str) -> str | None:
    """The organ of a red head line (某某市人民政府文件, 某某市人民政府令), or None."""
    bare = "".join(text.split())
    match = _HEAD.fullmatch(bare)
    if match and match["sort"] in ("文件", "令", "命令") and is_organ(match["organ"]):
        return match["organ"]
    return None


def is_order_head(text: str) -> bool:
    """Whether a line heads an order: 某某省人民政府令, 中华人民共和国国务院令, 某某部令."""
    bare = "".join(text.split())
    return bare.endswith(("令", "主席令")) and len(bare) <= 40 and read_head(bare) is not None


def is_signed_name(text: str) -> bool:
    """Whether a line is an office and a name: ``总理 李克强``, ``某某部部长：王某某``."""
    return _SIGNED.fullmatch("".join(text.split())) is not None


def split_organs(text: str) -> tuple[str, ...]:
    """The organs that a line names and nothing else: one, its letters perhaps set apart, or several set apart by blanks or ``、``."""
    parts = tuple(part for part in _SEPARATED.split(text) if part)
    if parts and all(is_organ(part) for part in parts):
        return parts
    return ("".join(parts),) if is_organ("".join(parts)) and "、" not in text else ()


def government_place(text: str) -> str | None:
    """The place of 某某市人民政府…, or None."""
    match = _GOVERNMENT.match("".join(text.split()))
    return match["place"] if match else None
