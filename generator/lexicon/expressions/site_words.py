"""What sites print around a gazette: words of their footers, and what heads their lists of links."""

FOOTER_SIGNS = "ICP备|ICP证|公网安备|网站标识码|网站备案"
"""``某ICP备00000000号``, ``网站标识码：0000000000``: nobody but a site has them."""
OWN_WORDS = f"{FOOTER_SIGNS}|网站|浏览器|分辨率|版权所有|转载|技术支持|Copyright|无障碍|扫一扫|二维码|邮箱|热线"
"""``未经许可不得转载。``: a sentence with one of them speaks of the site."""
LINKS_HEADING = (
    "(?:相关|友情|热点|推荐|延伸|关联|最新|热门)(?:的)?"
    "(?:链接|新闻|文章|信息|阅读|推荐|政策|文件|解读|内容|稿件|资讯|报道|专题|文档)"
)
"""``相关链接``, ``延伸阅读``: what heads a list of links to other pages."""
FILES = "docx?|xlsx?|pptx?|pdf|wps|et|ofd|rtf|txt|zip|rar|7z|ceb|jpe?g|png|tiff?"
"""Endings of files that a page attaches: the name of one is text of the gazette."""
INDEX_LABELS = "索引号|信息索引号"
"""``索引号：000014349/2021-00012``."""
ISSUER_LABELS = "发布机构|发文机关|发文机构|发文单位|制发机关|制定机关"
"""``发文机关：某某市人民政府``; 发布机构 may be the office that put it on the page."""
PUBLISHED_BY = "发布机构"
OWN_LABELS = (
    f"{INDEX_LABELS}|{PUBLISHED_BY}|"
    "公开机构|主题分类|信息分类|体裁分类|组配分类|服务对象|有效性|效力状态|时效性|文件状态|公开方式|公开范围"
    "|公开形式|公开程序|公开日期|公开时间|发布日期|发布时间|信息来源|浏览次数|阅读次数|点击次数|点击数|浏览量|所属主题|所属栏目"
)
"""Labels that only the table of a site has: ``索引号：``, ``有效性：``."""
NUMBER_LABELS = "发文字号|文件编号|发文文号|文件文号|文号"
"""``发文字号：某政发〔2021〕3号``."""
DATE_LABELS = "成文日期|成文时间|发文日期|发文时间|生成日期|制发日期"
"""``成文日期：2021年10月8日``; 发布日期 is that of the page."""
TITLE_LABELS = "信息名称|文件名称|文件标题|标题|名称"
"""``标　题：某某县人民政府关于…的通知``."""
OTHER_LABELS = (
    f"{ISSUER_LABELS}|"
    "来源|作者|分类|体裁|主题词|关键词|内容概述|责任部门|责任编辑|生效日期|失效日期|废止日期|实施日期"
    "|公布日期|施行日期|规范性文件统一编号|统一编号|登记号|编号|语种|字号|信息类别|类别|更新时间"
)
"""Labels that a table of a site has beside its own."""
BUTTONS = "大|中|小|字号|字体|打印|关闭|收藏|分享|纠错|返回|打印本页|关闭窗口|我要打印"
"""Words that can be clicked: ``[大 中 小]``, ``【打印】``."""

SCANNERS = "扫描全能王|全能扫描王|CamScanner|CS扫描全能王|夸克扫描王|扫描王|白描|福昕扫描王|WPS扫描"
"""``扫描全能王 创建``, ``由CamScanner扫描``."""
LIBRARIES = (
    "第一文库网|第一文库|百度文库|道客巴巴|豆丁网?|原创力文档|新浪爱问共享资料|爱问共享资料|人人文库|金锄头文库|淘豆网|文档之家|无忧文档"
    "|法律图书馆|法律家|北大法宝|北大法律信息网"
)
"""``本文档由第一文库网整理发布``, ``北大法宝 www.pkulaw.com``."""
