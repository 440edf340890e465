"""How a document says when it is in force: 施行, 自印发之日起, 有效期 …, as alternatives of a larger pattern."""

from generator.lexicon.expressions.labels import TRIAL
from generator.lexicon.expressions.verbs import ISSUE_DAY, ISSUED
from generator.lexicon.numerals import NUMERAL

CARRIED = "施行|实施|执行|实行"
"""``自2021年5月1日起施行``."""
IN_FORCE = f"{CARRIED}|生效|{TRIAL}"
"""``自发布之日起生效``, ``自2021年5月1日起试行``."""
BEGINS = rf"(?:正式|开始|追溯)*(?:{IN_FORCE})(?!之?[前后]|以[前来后]|期间|的|之|[《“])"
"""``起正式施行``; not ``起施行的《某某办法》``, ``起施行后``, which speak of something in force already."""
HOUR = r"(?:零时|\d{1,2}时|0?\d[:：]00)?(?:[（(]含[)）])?"
"""``2021年6月1日零时起``, ``2021年7月1日（含）起``."""
BACK_TO = "追溯力?|溯及力?"
"""``追溯至2021年1月1日``, ``溯及2021年1月1日``: a first day before that of the document."""
TO = "(?:至|到|[—–~～-]{1,2})"
"""``2021年6月1日至2023年5月31日``."""
DAY_OF_ISSUE = f"{ISSUE_DAY}|签署|签发"
"""``自签署之日起生效``: the days that are the date of the document."""
NEXT_DAY = "次日|翌日|第二日|第二天"
"""``自印发次日起施行``."""
SPAN = rf"(?:有效期?|(?:{CARRIED}|{TRIAL})期)"
"""``有效期``, ``执行期``, ``试行期``; ``限`` may be behind it."""
OPENS_CLAUSE = rf"^(?:第{NUMERAL}条|{NUMERAL}、)?"
"""``第三条 执行期限：``, ``三、执行期限：``; （三） and 3. may count what belongs to one measure of several."""
OWN_KIND = (
    "办法|规定|意见|方案|通知|细则|条例|通告|决定|规划|实施|措施|制度|规则|公告|标准|预案|规程|政策|暂行|试行|文件|计划|章程|令|指南|导则|公约"
    "|准则|守则|纲要|要点|清单|目录|工作方案"
)
"""``本办法``, ``本令``: what a document calls itself."""
OWN_QUALIFIED = "补贴|补助|扶持|奖励|奖补|优惠|收费|价格|管理|若干"
"""``本补贴政策``: what may be before that."""
ISSUED_NOW = (
    rf"现(?:予以?|将[^，。；]{{0,60}})?(?:{ISSUED}|颁发|公告)|予以(?:{ISSUED})|负责解释[，,并]自"
)
"""``现印发给你们，自2021年6月1日起施行``, ``现予公布``, ``由某某局负责解释，自印发之日起施行``."""
PROLONGED = r"继续(?:有效|执行|施行|实施)|延长|延期|顺延|延续"
"""``《某某办法》继续有效``, ``有效期延长至2023年12月31日``."""
QUARTER_OR_SEASON = (
    r"(?:第?[1-4一二三四]季度|[春夏秋冬]季|[上下]半年|年[初内底末]|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月"
    r"(?:[上中下]旬|[初底末]))"
)
"""``2021年第四季度``, ``7月上旬``: a time that names no day."""
