"""Words that head a line or a note: 附件, 注, 抄送, 目录.

Each has the blanks that a printer puts between its letters.

======================  ======================================  ===================================================
variant of 附件         example                                 who reads with it
======================  ======================================  ===================================================
``ATTACHMENT``          附件, 附 件                             notes with numbers, paragraphs
``ATTACHMENT_SHUT``     附件                                    pages that show a note, items that a text promises
``LOOSE_ATTACHMENT``    附件, 附 件, 附                         notes of several attachments
``NOTED_ATTACHMENT``    附件, 附表, 附                          notes that a text closes with
``LISTED_ATTACHMENT``   附件, 附表, 附 表                       labels with a title on their line
``ANY_ATTACHMENT``      附件, 附表, 附图, 附录, 附              labels on a line of their own
======================  ======================================  ===================================================
"""

ATTACHMENT_SHUT = "附件"
"""``附件1：``."""
ATTACHMENT = r"附\s*件"
"""``附 件：``."""
LOOSE_ATTACHMENT = r"附\s*件?"
"""``附：1.某某表``."""
NOTED_ATTACHMENT = r"附\s*(?:件|表)?"
"""``附表：某某表``, ``附：某某表``."""
LISTED_ATTACHMENT = r"附\s*(?:件|表)"
"""``附表1 某某表``."""
ANY_ATTACHMENT = r"附\s*(?:件|表|图|录)?"
"""``附图``, ``附 录``."""

REMARK = r"注\s*[:：]"
"""``注：…`` below a table."""
OWN_REMARKS = ("注", "备注", "说明", "附注")
"""``说明：…``, ``附注：…``: what a note may open with that says itself what it is."""
SENTENCE_OPENERS = "其中|此外|另外|同时[，,]|因此|但是|但[，,]|以上|上述|注[:：]"
"""``其中，…``: what opens a sentence, which a line in the middle of one rarely does."""
ANY_COPIES = "抄"
"""``抄送：…``, ``抄报：…``, ``抄发：…``: what copies open with that are printed with their label."""
COPIES = r"抄\s*送"
"""``抄 送：…``; 抄报 and 抄发 are read beside it where the closing lines are."""
REPORTED_COPIES = rf"{COPIES}|抄\s*报|抄\s*发"
"""``抄报：…``."""
TOPICS = r"主\s*题\s*词\s*[:：]"
"""``主题词：经济管理　决定``."""
CHARGE = "责任单位|牵头单位"
"""``责任单位：某某局``."""
UNIT = r"[（(]?单位\s*[:：]"
"""``单位：万元`` above a table, also with a blank before the colon; see :data:`TABLE_UNIT`."""
TABLE_UNIT = r"[（(]?单位[:：]"
"""The same without blanks: the line is squeezed first."""
CONTACT = (
    "联系人|联系电话|联系方式|联系地址|咨询电话|监督电话|举报电话|投诉电话|服务电话|值班电话|办公电话|电话|手机|传真"
    "|电子邮箱|电子信箱|电子邮件|邮箱|通信地址|通讯地址|地址|邮政编码|邮编|网址|开户行|开户银行|账号|户名"
)
"""``联系人：王某某 联系电话：5551234``: labels of which several are on one line."""
BOX = r"专栏\s*"
"""``专栏 3``, with its number behind it."""
CONTENTS = r"(?:本期)?(?:目录|目次|要目)"
"""``本期目录``, ``目 次``: the heading of the contents of an issue."""
OWN_CONTENTS = r"目\s?录"
"""``目　录``: that of one document."""
TRIAL = "试行|暂行"
"""``（试行）``."""
TRIAL_OR_DRAFT = f"{TRIAL}|修订|草案|征求意见稿"
"""``（征求意见稿）``: what two titles of one instrument may differ in."""
EDITION = rf"{TRIAL_OR_DRAFT}|暂行|修正|修订[版稿本]|\d{{4}}年?(?:修订|修正|修改)?[版稿本]?"
"""``（2020年修订）``, ``（暂行）``: what the title of an edition has in brackets behind its name."""
PROVISIONAL = r"暂行|试行|\d{4}年"
"""``暂行``, ``2020年``: what the titles of two editions may differ in, where the newer says that it is one."""
DAY_OF = "日期|时间"
"""``出版日期：``, ``成文时间：``."""
STATE = "中华人民共和国"
"""``中华人民共和国某某法``: what a name may open with and be cited without."""
ELSEWHERE = (
    "附件[^，。；：（()）《》]{0,24}(?:网站|官网|平台|公众号|下载)|附件[^，。；：（()）《》]{0,8}(?:从略|略去|不刊|未刊|不予刊|不再刊|略$)"
    "|(?:略去|不刊登|未刊登|从略)[^，。；：]{0,4}附件"
)
"""``附件详见某某市人民政府网站``, ``本刊略去附件``: what a note says of attachments that are not printed with it."""
LEFT_OUT = (
    "附件[从]?略|[（(][^（()）]{0,16}(?:网站|官网|平台|公众号)[^（()）]{0,8}[)）]"
    "|[（(](?:从?略|另发|另附|另行印发|不另?印发|(?:此件|本件|本附件)?不(?:予)?公开[^（()）]{0,8})[)）]"
)
"""``附件略``, ``（另发）``: what a note says behind the name of an attachment that is not printed with it."""
SPECIAL_WORDS = "增刊|专刊|专辑|特刊|号外"
"""What an issue outside the count of its year is called."""
