r"""Where the parts of a long title begin: 关于 | 进一步 | 优化某某环境 | 的通知.

``PART`` is the whole expression; each of its alternatives matches where a part begins.
"""

from generator.lexicon.expressions.verbs import ANNOUNCED

OPENS_PART = (
    "关于|办公室|进一步|切实|全面|积极|加快|推进|促进|加强|深化|优化|规范|完善|开展|解决|做好|有效|推动"
    "|百日攻坚|集中整治|专项|监督管理|若干|重点|领导小组|职责分工"
)
"""``进一步``: words that open a part of a title."""
BEFORE_NAMED = f"{ANNOUNCED}|下达|成立|调整"
"""``印发``: what a document issues is named behind it; all have two characters."""
ENDS_TITLE = (
    "通知|意见|决定|通报|通告|公告|批复|报告|函|办法|方案|规定|规划|计划|细则|措施|规则|预案"
)
"""``通知``: kinds of document that end a title, alone, behind 的, or behind what they are for."""
QUALIFIES = "实施|工作|落实|管理|行动|分工|暂行|试行"
"""``实施方案``: what a kind of document is for."""
BEHIND_YEAR = "(?<=[0-9]年)(?!度)|(?<=[0-9]年度)"
"""``2021年``, ``2021年度``."""
AND = "(?<![共饱总调缓])和(?![国谐平睦])|(?<![参赠授给])与"
"""``某某和某某``, but not ``共和国``, ``参与``."""
OPENING_MARK = "[《“（(]"
"""``《``: a line does not end behind it."""

PART = (
    f"(?:{OPENS_PART})|(?<={BEFORE_NAMED})|{BEHIND_YEAR}"
    f"|(?:的|(?:{QUALIFIES}){{0,2}})(?:{ENDS_TITLE})(?=[（(》]|的|$)"
    f"|(?<=.)(?:{AND})(?=..)|{OPENING_MARK}"
)
"""``关于``, ``的通知``: the beginning of a part."""
