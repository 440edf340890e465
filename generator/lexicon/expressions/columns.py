"""Headers of the columns of a table, blanks left out: 序号, 名称, 单位."""

import re

COUNT_HEADERS = frozenset({"序号", "编号"})
"""Those of columns that count the rows."""
NAME_HEADERS = frozenset(
    [
        *("名称", "项目", "项目名称", "指标", "指标名称", "类别", "类型", "年份", "年度", "姓名"),
        *("单位", "单位名称", "企业名称"),
        *("地区", "地市", "县区", "区县", "县（市、区）", "县(市、区)", "镇街", "镇办"),
        *("工作任务", "任务名称", "任务目标", "重点任务", "事项名称"),
    ]
)
"""Those of columns that name the rows."""
PERSON_HEADER = re.compile("姓名|[负责联系带头]{2}人|人员")
"""That of a column of persons: 姓名, 联系人."""
PARTICULAR_HEADER = re.compile("性别|民族")
"""That of a column whose cells are a letter each: 女, 汉."""
REMARK_HEADERS = frozenset({"备注", "备考", "说明", "附注"})
"""Those of a last column that has a word in few rows."""
NAMING_HEADER = re.compile("[^（()）]{0,6}(?:名称|姓名|任务|事项|指标|项目|目标|课题|标题|品名)")
"""That of the column which, beside a count, names the rows, however often one is named: 重点任务, 检查事项, 姓名."""
NAMING_BESIDE_COUNT = re.compile("[^（()）]{0,6}(?:内容|类别|类型)")
"""That of a column which does so directly behind the count where no other does: 试点内容."""
