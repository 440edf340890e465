"""Names that watermarks print: apps that scan, and libraries of documents on the web."""

SCANNERS = "扫描全能王|全能扫描王|CamScanner|CS扫描全能王|夸克扫描王|扫描王|白描|福昕扫描王|WPS扫描"
"""``扫描全能王 创建``, ``由CamScanner扫描``."""
LIBRARIES = (
    "第一文库网|第一文库|百度文库|道客巴巴|豆丁网?|原创力文档|新浪爱问共享资料|爱问共享资料|人人文库|金锄头文库|淘豆网|文档之家|无忧文档"
    "|法律图书馆|法律家|北大法宝|北大法律信息网"
)
"""``本文档由第一文库网整理发布``, ``北大法宝 www.pkulaw.com``."""
