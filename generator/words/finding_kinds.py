"""What each kind of finding is called, and what it means to a reader: one table for all pages."""

FindingName = tuple[str, str]
"""Name (名称) and explanation (说明)."""

KINDS: dict[str, FindingName] = {
    "font-encoding": (
        "字库错位",
        "方正字库的编码错位，使标点变成了别的字，如“〔”成了“也”。依上下文可以断定的，已经还原。",
    ),
    "ocr-char": ("识读错字", "识读软件认错的字，依上下文可以断定的，已经改正。"),
    "compatibility-form": (
        "异形字符",
        "识读软件使用了部首或者兼容区的字符，外形相同而编码不同，已换成通用字符。",
    ),
    "control-character": ("控制字符", "文本中看不见的控制字符，已经删去。"),
    "markup": ("排版标记", "识读软件添加的记号，如星号、列表短线，不属于公报文字，已经删去。"),
    "number-brackets": ("文号括号", "发文字号的年份括号统一写作六角括号。"),
    "page-furniture": ("页码和页眉", "印在页边的页码和书眉，不属于文件正文，未收入正文。"),
    "table-joined": ("跨页表格", "表头在续页重印，或者单元格跨页，已并为一张表。"),
    "contents-author": ("目录作者", "目录在题名之后印有作者，不属于题名。"),
    "signatory": ("签发人", "发文字号旁印有签发人，已经记录，不作正文。"),
    "file-name": ("期号取自文件名", "报头没有印全年份和期号，或者与文件名不一致。"),
    "correction": ("人工勘误", "由整理者核对后改正，注明了依据、日期和经手人。"),
    "impossible-date": ("历法无此日", "原文的日期在历法中不存在，照录原文。"),
    "implausible-date": (
        "日期可疑",
        "日期与本期的年份和其他文件的日期相差太远，照录原文，不作排序和推算的依据。",
    ),
    "implausible-year": (
        "年份可疑",
        "报头的年份与本期文件的日期相差太远，照录原文，不作排序和推算的依据。",
    ),
    "sequence": ("序号重复", "他处整理的文件序号重复，已按先后另编。"),
    "table-shape": ("表格不齐", "他处整理的表格各行不齐，或者合并单元格与各行不合。"),
    "numbering-gap": ("编号不连续", "原文的序号跳过了一个或者几个，照录原文。"),
    "numbering-duplicate": ("编号重复", "原文的序号重复出现，照录原文。"),
    "missing-attachment": ("附件未刊", "文中提到附件，本期没有刊印。"),
    "no-number": ("未印文号", "原文没有印发文字号。"),
    "number-incomplete": ("文号不全", "文中引用的发文字号不完整，照录原文。"),
    "title-differs": ("目录题名不同", "目录所印的题名与正文的标题不同，各照原样。"),
    "citation-completed": (
        "引文补全",
        "文中引用的标题在换页处缺字，依本期别处所印的全称识别；正文照录，未补字。",
    ),
    "ambiguous-citation": ("引文所指不明", "文中引用的文件在本库中有不止一份相符，没有建立链接。"),
    "contents-date": ("目录日期", "目录在文号之旁印有公布日期，不属于题名。"),
    "contents-damage": ("目录残损", "目录识读混乱，有文字无法辨认。"),
    "ocr-loop": ("重复输出", "识读软件反复输出同一词句，原文可能有缺失，照录。"),
    "cell-scrambled": (
        "单元格混乱",
        "表格中的单元格识读混乱，如词语循环、只有标点或者序号残缺，照录。",
    ),
    "lost": ("文字缺失", "经核对，此处的文字在识读时丢失，未能补出。"),
    "unplaced": ("未能归入", "有文字未能归入任何一份文件。"),
    "stale-correction": ("勘误落空", "人工勘误所引的文字不见于原文，没有采用。"),
    "ambiguous-correction": ("勘误所指不明", "人工勘误所引的文字在原文中不止一处，没有采用。"),
    "unusable-correction": ("勘误无法采用", "人工勘误与所引的文字不合，没有采用。"),
}
"""Kind → name and explanation, those that were put right first,
then those that were doubted, then losses."""


def name_kind(kind: str) -> FindingName:
    """Name and explanation of a kind.

    A kind that the table does not know is called what the data call it.
    """
    return KINDS.get(kind, (kind, ""))
