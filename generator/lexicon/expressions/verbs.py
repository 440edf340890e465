"""What one document does with another: 印发, 转发, 公布, 根据 …, as alternatives of a larger pattern.

Ten lists of verbs of issuing are in use;
none may take the place of another, for each decides something else.

==================  ==========================================================================  ====================
variant             印发 转发 批转 公布 发布 颁布 颁发 下发 下达 发给 制定, and what else       who reads with it
==================  ==========================================================================  ====================
``FORWARDED``       转发 批转                                                                   relations, organs cited
``SENT``            印发 转发 批转                                                              titles with 关于, entries
``SENT_ON``         印发 转发                                                                   titles behind scraps
``PROMULGATED``     公布 发布                                                                   notes of an order
``QUOTED``          印发 转发 公布                                                              titles with 《…》, organs
``ANNOUNCED``       印发 转发 批转 公布 发布                                                    titles without 关于
``OPENS_TITLE``     印发 转发 批转 公布 发布 颁发                                               titles, their organs
``ENCLOSED``        印发 转发 批转 公布 发布 颁布                                               enclosures, signs cited
``NAMED_ENCLOSED``  印发 转发 批转 公布 发布 下发                                               titles of enclosures
``BROUGHT``         印发 转发 批转 公布 发布 颁布 下发 发给 制定                                bodies of enclosures
``ISSUED``          印发 公布 发布 颁布 下发 下达 发给                                          citations
``ISSUE_DAY``       印发 公布 发布 颁布 下发, 发文                                              自…之日起
``PASSED``          公布 发布, 通过 修订 修正 批准                                              notes below titles
``PASSED_TEXT``     公布, 通过 修订 会议                                                        dates below titles
``PRINTED``         印发, 印制 发                                                               the imprint below a text
==================  ==========================================================================  ====================
"""

FORWARDED = "转发|批转"
"""``转发市林业局关于…的通知``."""
SENT = f"印发|{FORWARDED}"
"""``关于印发某某办法的通知``."""
SENT_ON = "印发|转发"
"""``某某局印发关于…``."""
PROMULGATED = "公布|发布"
"""``（2009年1月7日国务院令第546号公布）``."""
QUOTED = f"{SENT_ON}|公布"
"""``关于公布《某某办法》的通知``."""
ANNOUNCED = f"{SENT}|{PROMULGATED}"
"""``发布某某标准的通告``."""
OPENS_TITLE = f"{ANNOUNCED}|颁发"
"""``颁发某某证书的决定``."""
ENCLOSED = f"{ANNOUNCED}|颁布"
"""``颁布某某条例``."""
NAMED_ENCLOSED = f"{ANNOUNCED}|下发"
"""``下发某某方案的通知``."""
BROUGHT = f"{ENCLOSED}|下发|发给|制定"
"""``现将《某某方案》发给你们``."""
ISSUED = f"印发|{PROMULGATED}|颁布|下发|下达|发给"
"""``下达某某计划``."""
ISSUE_DAY = f"印发|{PROMULGATED}|下发|发文|颁布"
"""``自发文之日起施行``."""
PASSED = f"通过|{PROMULGATED}|修订|修正|批准"
"""``（2009年1月7日某某会议通过）``."""
PASSED_TEXT = "通过|公布|修订|会议"
"""``（2009年1月7日市政府第3次会议）``."""
PRINTED = "印发|印制|发"
"""``2021年10月8日印发``."""

CHARGED_WITH = "负责|承担|牵头|协助|配合|组织|指导|督促|监督|做好|落实|统筹|参与|实施|协调|保障|提供|办理|审核|维护|查处|整治|开展|加强"
"""``水利站：负责巡查；``: what opens the duty of somebody who is named before a colon."""
RESOLVED = "决定[：:，,]|任命|免去|聘任|解聘|同意|批准|通过"
"""``县人民政府决定：``, ``任命王某某为…``: how a text goes on that says at once what is decided."""

BASED_ON = "根据|依据|按照|依照"
"""``根据《某某条例》``: a document rests on another."""
CARRIED_OUT = "贯彻|落实|执行|遵照"
"""``贯彻《某某意见》``."""
FALLEN_SHORT = r"[》）][^，。；《》]{0,8}(?:不到位|不力|不严|不够)"
"""``执行《某某办法》不到位``: what is found wrong, not what is done."""
ENDED = "废止|失效"
"""``2021年10月8日自行废止``."""
SHORT_FORM = r"以下(?:简称|统称|称)(?:为)?[：:]?[“\"]?"
"""``（以下简称《公告》）``, up to the short form."""
REVISED = (
    "修改",
    "修订",
    "废止",
    "贯彻",
    "落实",
    "执行",
    "实施",
    "贯彻落实",
    "贯彻执行",
    "调整",
    "做好",
    "印发实施",
)
"""``关于修改``, ``关于贯彻实施``: how else a title goes on with the 《 of what it is about."""
