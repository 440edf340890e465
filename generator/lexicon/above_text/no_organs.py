"""Who signs notices and is no organ of state: companies and schools."""

NO_ORGANS = (
    "公司",
    "集团",
    "中学",
    "小学",
    "大学",
    "学院",
    "学校",
    "幼儿园",
    "医院",
    "协会",
    "商会",
    "业主委员会",
)
"""How the names of those end who have recipients and sign as an organ does."""

ABOUT = "关于"
"""What is behind the organ in a title."""


def is_no_organ(name: str) -> bool:
    """Whether a name is that of a company, a school or a society: 青石科技有限公司."""
    return name.endswith(NO_ORGANS)
