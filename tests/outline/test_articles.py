"""The items of articles in the outline: the article heads them, and they head nothing."""

from generator.model import Article, Item
from generator.outline.headings import place_parts
from tests.reading import read_lawfully

PRINT = """云溪市人民政府关于印发云溪市河道管理办法的通知
云政发〔2021〕7号
各乡镇人民政府：
现将《云溪市河道管理办法》印发给你们。
云溪市人民政府
2021年10月8日
云溪市河道管理办法
第一章　职责
第一条　各部门职责：
（一）市水利局：负责河道的日常监督管理工作；
（二）市公安局：负责下列工作：
1.查处。依法查处违法行为；
2.宣传。宣传法律法规。
第二章　程序
第二条　申请按照下列程序办理：
（一）申请。申请人提交下列材料：
1.申请书；
2.身份证明。
（1）原件；
（2）复印件。
（二）受理。受理机关五日内决定。
第三条　本办法自2021年11月1日起施行。
"""


def test_items_of_articles_have_no_level_and_no_anchor() -> None:
    (document,) = read_lawfully(PRINT.encode()).documents
    placed = place_parts(document)[1].blocks
    assert [(one.level, one.anchor) for one in placed if isinstance(one.block, Article)] == [
        (4, "art-1"),
        (4, "art-2"),
        (4, "art-3"),
    ]
    items = [one for one in placed if isinstance(one.block, Item)]
    kinds = [one.block.kind for one in items if isinstance(one.block, Item)]
    assert kinds == ["2", "2", "3", "3", "2", "3", "3", "4", "4", "2"]
    assert {(one.level, one.anchor) for one in items} == {(0, "")}
