"""What readers type around the words that they look for: questions, measures, how an issue is named."""

QUESTIONS = (
    "怎么办理", "如何办理", "怎样办理", "怎么申请", "如何申请", "怎样申请", "怎么领取", "如何领取", "怎么办", "办理",
    "什么时候", "什么地方", "什么样", "是什么", "为什么", "有什么", "什么是", "什么", "哪些", "哪里", "哪儿", "哪个",
    "有哪些", "在哪里", "在哪", "怎么样", "怎么", "怎样", "如何", "多少钱", "要多少", "多少", "多久", "几时", "是否", "能否",
    "可否", "能不能", "可不可以", "是不是", "有没有", "可以", "需要", "我想", "我要", "想要", "我家", "我们",
    "关于", "有关", "相关", "最新", "请问", "吗", "呢", "吧", "啊", "的",
)  # fmt: skip
"""Words of a question, which say little of what is asked for."""
MEASURES = "岁条款项年月日号个批次期届轮类级章节编名人件元万亿天周户家口所座处大度"
"""What follows a number that is written in figures as well as in words: 三岁, 3岁."""
ISSUE_NAMES = ("政府公报", "公报", "政报")
"""What a reader may leave out of the name of a gazette."""
LAWS = ("法", "法典", "宪法")
"""What the titles of laws end in, beside the kinds of document."""
