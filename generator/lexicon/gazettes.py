"""What gazettes print of themselves.

Their names, the imprint, the columns (栏目) of their contents.
"""

import re

from generator.lexicon.characters import HAN, IDEOGRAPHS, squeeze
from generator.lexicon.expressions.labels import CONTENTS, DAY_OF, TOPICS
from generator.lexicon.numerals import TENS, read_number


def _spaced(label: str) -> str:
    """An expression of a label whose letters may be set apart: ``地　址``."""
    return (
        label if "-" in label else r"\s*".join(label.replace("?", "")) + "?" * label.endswith("?")
    )


GAZETTE = r"(?:公报|政报)"
"""How the name of a gazette ends."""

PUBLISHER_LABELS = "编辑出版|编辑、出版|编辑发行|编辑单位|编印|出版发行|出版单位|出版者|出版|编辑"
"""Labels of the publisher: ``编辑出版：某某市人民政府办公室``."""
SPONSOR_LABELS = "主办单位|主办|主管主办|主管、主办"
"""Labels of who is named where no publisher is: ``主办：某某市人民政府``."""
PUBLISHED = "编辑出版|编辑|主办|编印|编"
"""The same behind the organ: ``某某市人民政府办公室编``; 出版 is left out, for it follows dates: ``8日出版``."""
EDITED = "编辑|编印|编|出版|主办"
"""What is cut off a publisher; 编辑出版 in two steps."""
LONE_LABELS = "主办单位|主办|编辑出版|编印|出版"
"""Labels that are on a line of their own, the organ on the next."""
LABELS_BEHIND = (
    "主办单位|主办|主管|编辑|出版日期|出版时间|地址|电话|邮编|邮政编码|承印|印刷|刊号|电子邮箱|网址|发行|校对|总编|责任编辑"
    "|国内|国外"
)
"""Labels behind which a publisher ends that is on their line."""
IMPRINT = re.compile(
    r"年第?\d+(?:[、—–~～至和/-]\d+)*合?期|年(?:增刊|专刊|特刊)|\d日出版|总第|主办|编辑出版|编辑[:：]|地址|电话|邮编|邮箱|承印|标准文本|刊号|公报$",
)
"""Words of the imprint that is beside or above the contents."""
_CLOSING_IMPRINT = re.compile(
    rf"(?:主办|主管|编辑|编印|出版|发行|印刷|地址|邮编|邮政编码|印数|定价|电话|传真|网址|电子邮箱|(?:出版|印刷)(?:{DAY_OF})|(?:赠阅|发行|发放)(?:范围|对象)"
    r"|(?:责任编辑|总编辑|主编|校对))[:：]|承印|内部资料|准印证|刊号|^编者按[:：]|标准文本",
)
_PUBLISHING = re.compile(r"主办|编辑|编印|承印|印刷|准印证|刊号")
_ABOVE_IMPRINT = re.compile(
    rf"《?{HAN}{{2,24}}{GAZETTE}》?|[（(].{{4,24}}[)）]|{HAN}{{4,24}}(?:编辑部|编辑室)",
)

_PRINT_RUN = re.compile(r"[（(]?(?:共印|印|印数)[:：]?\d{1,6}份[)）]?")
_TOPICS = re.compile(TOPICS)

_COLUMN_KINDS = "文件|公文|规章|命令|任免|大事记|公告|要闻|讲话|解读|法规|决定|选登|文选|动态|专栏|政策|文稿|信息|通报|报告|事项|资料|更正|其他|其它|摘要"
_MARKED_COLUMN = re.compile(r"[【\[［〖「『](?P<name>[^】\]］〗」』]{2,20})[】\]］〗」』]")
_FRAMED_COLUMN = re.compile(
    rf"(?P<mark>[★☆◆◇■□●○▲△▼※◎＊*·•～~—–-]+)(?P<name>[{IDEOGRAPHS}、]{{2,20}})(?P=mark)"
)
_PLAIN_COLUMN = re.compile(
    rf"[★☆◆◇■□●○▲△▼※◎*]?(?P<name>[{IDEOGRAPHS}·、]{{2,16}}(?:{_COLUMN_KINDS})|[{IDEOGRAPHS}]{{4,28}}(?:会议|大会)文件)[:：]?"
)
_NO_COLUMN = re.compile("关于|^在.+上的|的讲话$")
"""What titles have and no column: 在某某会议上的讲话."""
_WORDS = re.compile(rf"[{IDEOGRAPHS}·、]+")
_SITE = re.compile(
    r"(?:您|你)?(?:当前|现在)?(?:所在|的)*位置[:：].*[>＞»›/→-].*|首页(?:[>＞»›/]+.{1,30})+"
    r"|(?:上|下)一[篇条页][:：].{0,80}|分享(?:到|至)?[:：]?.{0,20}"
    r"|[\[【（(]?(?:我要)?(?:打印|关闭|收藏|纠错|返回顶部|返回|下载)(?:本页|本文|此页|页面|窗口|文字版|图片版)?[)）】\]]?"
    r"(?:[\[【（(|]?(?:打印|关闭|收藏|纠错|返回顶部)(?:本页|本文|此页|页面|窗口)?[)）】\]]?)*"
    r"|(?:信息)?来源[:：].{0,40}(?:发布时间|发布日期|日期|时间|浏览|阅读|点击|字体|字号|作者).{0,80}"
    r"|(?:发布|更新)(?:时间|日期)[:：]\d{4}.{0,60}|.{0,12}(?:浏览|阅读|点击)(?:次数|量|数)?[:：]\d*次?.{0,40}"
    r"|[\[【（(]?字[体号][:：].{0,20}|.{0,60}(?:ICP备|公网安备|网站标识码).{0,80}|扫一扫.{0,20}",
    re.IGNORECASE,
)
_SITE_WORD = re.compile(
    "位置|首页|上一|下一|分享|打印|关闭|收藏|纠错|返回|下载|来源|发布|更新|浏[览读击]|阅[览读击]|点[览读击]|字[体号]"
    "|备|标识码|扫一扫"
)
"""What a line of a site holds; most lines have none of it and need no further look.

Each alternative opens with one letter, so that the search of an expression skips all others.
"""
_COVERED = re.compile(
    rf"[等知定函令文][（(]?(?:共|计)?(?P<count>[2-9]|[两{TENS}]{{1,2}})[件份则篇个](?:文件)?[)）]?$"
)
_CONTENTS = re.compile(rf"(?:{HAN}{{0,12}}公报)?{CONTENTS}(?:CONTENTS)?|CONTENTS", re.IGNORECASE)
_CONTENTS_ENDS = frozenset("录次目SsſＳｓ")
"""The last letters of such a heading."""


_FACTS = (
    ("sponsor", "主管主办|主管、主办|主办单位|主办", r".{2,60}"),
    (
        "editor",
        "执行总编辑|执行主编|责任编辑|本期编辑|副总编辑|总编辑|副主编|主编|总编|编辑",
        r"[^:：]{2,40}",
    ),
    ("post", "编辑部地址|通讯地址|通信地址|联系地址|地址", r".{4,60}"),
    ("postcode", "邮政编码|邮编", r"\d{6}"),
    ("phone", "联系电话|咨询电话|电话", r"[\d（()）\-—－+、，,；;/ 转]{5,50}"),
    ("email", "电子邮箱|电子邮件|邮箱|E-?mail", r"[\w.+-]+@[\w.-]+"),
    ("permit", "内部资料性出版物准印证号?|准印证编号|准印证号?|准印号", r".{2,50}"),
)
"""Facts of a gazette with their labels, longest first, and the form of their values."""
FACT_FORMS = {name: re.compile(form) for name, _, form in _FACTS}
"""What the value of each fact is like."""
_FACT_NAMES = {name: re.compile(labels, re.IGNORECASE) for name, labels, _ in _FACTS}
_OTHER_LABELS = (
    "承\\s*印|印\\s*刷|网\\s*址|传\\s*真|出\\s*版|编\\s*印|发\\s*行|定\\s*价|刊\\s*号|印\\s*数"
)
FACT_LABEL = re.compile(
    "(?:^|(?<=[\\s△▲■●（(；;，,]))(?P<label>"
    + "|".join(_spaced(label) for _, labels, _ in _FACTS for label in labels.split("|"))
    + f"|{_OTHER_LABELS})\\s*[:：]\\s*",
    re.IGNORECASE,
)
"""A label with its colon, whose letters may be set apart, at the head of a line or behind a blank: ``地　址：``."""
EDITOR_LINE = re.compile(
    rf"(?P<label>{_FACTS[1][1]})[ 　\t]+(?P<names>{HAN}{{2,4}}(?:[ 　\t]+{HAN}{{2,4}})*)"
)
"""A line with the names of editors behind a blank: ``总编辑　高某某``."""
LONE_SPONSOR = re.compile("主办单位|主办|主管主办")
"""A line that is nothing but a label, the organ below it."""


def name_fact(label: str) -> str:
    """The name of the fact that a label is of; empty for one of something else."""
    bare = squeeze(label)
    return next((name for name, of in _FACT_NAMES.items() if of.fullmatch(bare)), "")


def is_contents_heading(text: str) -> bool:
    """Whether a line heads the contents of an issue: ``目　录``, ``某某市人民政府公报本期要目``, ``CONTENTS``."""
    can_be = text.rstrip()[-1:] in _CONTENTS_ENDS  # most lines end otherwise
    return can_be and _CONTENTS.fullmatch(squeeze(text)) is not None


def is_site_line(text: str) -> bool:
    """Whether a line belongs to the page of a site around a text: ``当前位置：首页 > 政务公开``, ``上一篇：…``."""
    return _SITE_WORD.search(text) is not None and _SITE.fullmatch(squeeze(text)) is not None


def is_print_run(text: str) -> bool:
    """Whether a line says how many copies were printed: ``共印150份``, ``（共印200份）``."""
    return "份" in text and _PRINT_RUN.fullmatch(squeeze(text)) is not None


def is_topics(text: str) -> bool:
    """Whether a line holds the topic words of a document: ``主题词：经济管理　表彰　决定``."""
    return _TOPICS.match(text.strip()) is not None


def is_closing_imprint(text: str) -> bool:
    """Whether a line belongs to the imprint that closes an issue: ``主办：某某市人民政府``, ``承印：某某印刷厂``."""
    return _CLOSING_IMPRINT.search(squeeze(text)) is not None


def heads_imprint(text: str) -> bool:
    """Whether a line can be above the closing imprint: ``某某市人民政府公报``, ``某某公报编辑部``."""
    return _ABOVE_IMPRINT.fullmatch(squeeze(text)) is not None


def names_publisher(text: str) -> bool:
    """Whether a line says who publishes or prints."""
    return _PUBLISHING.search(squeeze(text)) is not None


def read_marked_column(text: str) -> str | None:
    """The column that a line names in brackets or between marks, or None.

    E.g. ``【区政府文件】``, ``★市政府文件★``.
    """
    match = _MARKED_COLUMN.fullmatch(squeeze(text)) or _FRAMED_COLUMN.fullmatch(squeeze(text))
    return match["name"] if match else None


def read_plain_column(text: str) -> str | None:
    """The column that a line names by a usual word: ``★市政府文件``, ``人事任免``, or None."""
    match = _PLAIN_COLUMN.fullmatch(squeeze(text))
    return match["name"] if match and not _NO_COLUMN.search(match["name"]) else None


def read_column(text: str) -> str | None:
    """The column that a line names in either way, or None."""
    return read_marked_column(text) or read_plain_column(text)


def read_covered(title: str) -> int:
    """How many documents an entry of the contents names at once: 任免通知三件, 关于…的通知等两件; one where it says nothing."""
    match = _COVERED.search(title)
    return (read_number(match["count"]) or 1) if match else 1


def is_body_column(text: str) -> bool:
    """Whether a line names a column in brackets as the body prints it: words only (``【人事任免】``)."""
    name = read_marked_column(text)
    return name is not None and _WORDS.fullmatch(name) is not None
