"""What each measured figure of accuracy is called on a page.

It is one table, in the order in which figures are shown.
"""

FIGURES: dict[str, str] = {
    "issue.publication": "公报名称",
    "issue.year": "年份",
    "issue.number": "期号",
    "issue.serial": "总期号",
    "issue.published": "出版日期",
    "issue.publisher": "编印单位",
    "contents": "目录条目",
    "documents": "文件（文号、标题均须正确）",
    "headings": "各级标题",
    "articles": "条",
    "enclosures": "印发的文件",
    "attachments": "附件",
    "citations": "引用的文件",
    "continuations": "接续上文的行",
    "repairs.font-encoding": "字库错位的还原",
    "document.number": "发文字号",
    "document.title": "标题",
    "document.issuer": "发文机关",
    "document.column": "栏目",
    "document.page": "页码",
    "document.date": "成文日期",
    "document.signature": "发文机关署名",
    "document.recipients": "主送机关",
    "document.note": "附注",
    "document.effective": "施行日期和有效期",
    "document.lines": "文件的起止行",
    "table.shape": "表格的行数和列数",
    "table.header": "表头",
    "roster.persons": "名单的人数",
    "citation.relation": "废止、转发关系",
    "anomalies": "原文疑误的发现",
}
"""Name of a figure in the data → name on the page."""


def name_figure(name: str) -> str:
    """What a figure is called; one that the table does not know is called what the data call it."""
    return FIGURES.get(name, name)
