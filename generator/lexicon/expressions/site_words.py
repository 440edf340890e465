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
