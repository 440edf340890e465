"""Titles of documents: the subjects of the samples with the kinds of document that they have."""

import random

SUBJECTS = (
    "土壤污染防治", "综合行政执法协作配合", "残疾人事业发展", "健康城市健康村镇建设", "综合行政执法责任追究",
    "基层政务公开标准化规范化试点", "农村土地承包仲裁", "养老服务业转型升级", "行政应诉", "民生一卡一码通",
    "行政审批与监管协调联动", "农村公路管理养护", "利用外资", "不动产登记历史遗留问题处置", "政务信息化项目建设应用",
    "被征地农民基本养老保险补贴", "行政审批中介服务", "既有住宅加装电梯", "城乡居民意外伤害补充保险",
    "城市市容环境集中整治", "互联网租赁自行车发展", "食品安全", "婴幼儿照护服务发展", "服务业恢复稳定增长",
    "预防道路交通事故", "重大行政决策程序", "安全生产目标责任", "营商环境创新突破", "农村公路管理养护体制改革",
    "政务服务跨省通办", "证照分离改革", "水库除险加固和运行管护", "低速电动车综合整治", "大气污染防治",
    "森林防火", "防汛抗旱", "义务教育均衡发展", "农村饮水安全", "棚户区改造", "公共资源交易管理",
)  # fmt: skip
"""What documents are about."""
KINDS = (
    "工作方案",
    "实施方案",
    "实施办法",
    "管理办法",
    "暂行规定",
    "工作规则",
    "专项规划",
    "任务分工方案",
)
"""What one document issues with another."""
ALONE = ("工作的通知", "工作的实施意见", "有关事项的通知", "工作情况的通报")
"""What a document is that issues none."""


def draw_title(chance: random.Random, place: str, year: int) -> tuple[str, str]:
    """A title that begins with 关于, and the title of what the document issues, which may be empty.

    Four in ten name their year; the others come again in later years, so that a citation by title
    may fit several documents.
    """
    dated = f"{year}年" if chance.random() < 0.4 else ""
    subject = f"{dated}{chance.choice(SUBJECTS)}"
    if chance.random() < 0.65:
        issued = f"{place}{subject}{chance.choice(KINDS)}"
        return f"关于印发{issued}的通知", issued
    verb = chance.choice(("进一步做好", "切实加强", "扎实推进"))
    return f"关于{verb}{subject}{chance.choice(ALONE)}", ""
