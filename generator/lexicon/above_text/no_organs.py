"""Who signs notices and is no organ of state: companies and schools; and whom only an organ of state addresses."""

import re

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


_ADDRESSED = re.compile(
    "政府|街道|[乡镇县区市州旗]{2}|各[乡镇县区市州旗村]|[省市县区州]直|机关|委|办|局|厅"
)
"""Words of recipients whom only an organ of state addresses: ``各镇人民政府，区直各部门``."""


def is_addressed_by_state(recipients: str) -> bool:
    """Whether only an organ of state addresses these: ``各乡镇人民政府``, not ``各位家长`` or ``公司各部门``."""
    return _ADDRESSED.search(recipients) is not None
