"""One English word for each term of GB/T 9704-2012, used for every name in the code and the data.

主题词 is a term of GB/T 9704-1999, which GB/T 9704-2012 no longer has; 索引号 is one of the pages of governments.
"""

TERMS: dict[str, str] = {
    "份号": "copy",
    "密级和保密期限": "security",
    "紧急程度": "urgency",
    "发文机关标志": "head",
    "发文机关": "issuer",
    "发文字号": "number",
    "签发人": "signer",
    "索引号": "index",
    "标题": "title",
    "主送机关": "recipients",
    "正文": "body",
    "附件说明": "attachment note",
    "发文机关署名": "signature",
    "成文日期": "date",
    "附注": "note",
    "附件": "attachment",
    "主题词": "subjects",
    "抄送": "copies",
    "印发机关和印发日期": "printed",
    "栏目": "column",
    "页码": "page",
    "目录": "contents",
    "文种": "kind",
    "条": "article",
    "款": "paragraph",
    "项": "item",
}

TERM_OF: dict[str, str] = {word: term for term, word in TERMS.items()}
"""The term for each word."""
