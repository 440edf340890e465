"""Clean gazette documents built from the lexicon, and what is read of them."""

from dataclasses import dataclass

from hypothesis import strategies as st

from generator.lexicon.characters import squeeze
from generator.model import Issue, Text
from tests.reading import read_bytes

PLACES = ("梧桐县", "海州市", "云溪市", "青江区")
MATTERS = (
    "加强安全生产",
    "推进粮食收购",
    "做好防汛抗旱",
    "规范市场秩序",
    "促进旅游发展",
    "改善营商环境",
)
KINDS = ("通知", "意见", "通报")
CAPTIONS = ("总体要求", "主要任务", "保障措施", "组织领导", "工作目标", "资金管理")
SENTENCES = (
    "各级各部门要高度重视，明确任务分工，确保各项措施落到实处。",
    "建立部门联席会议制度，定期研究解决工作推进中的重大问题，重要情况及时向县政府报告。",
    "要坚持预防为主，全面排查各类隐患，对发现的问题建立台账，逐项整改到位。",
    "对工作成效明显的单位予以通报表扬；对推诿扯皮、落实不力的，依法依规追究责任。",
    "鼓励社会资本参与基础设施建设，完善政府和社会资本合作机制，提高公共服务供给的质量和效率。",
    "加大财政投入力度，统筹整合现有资金渠道，资金管理办法由财政部门会同有关部门另行制定并报批。",
    "充分利用广播、电视、报刊和互联网等媒体，广泛宣传相关政策，营造良好的社会氛围。",
    "严格执行国家标准，企业应当如实记录原料来源、生产过程和产品去向，记录保存期限不少于两年。",
)
GIVEN = ("国强", "建军", "丽", "晓明")


@dataclass(frozen=True)
class Clean:
    """A document as it should be read."""

    place: str
    title: str
    number: str
    paragraphs: tuple[str, ...]
    date: str

    @property
    def organ(self) -> str:
        """The organ that issues it."""
        return f"{self.place}人民政府"

    @property
    def lines(self) -> list[str]:
        """Its lines as printed, one a paragraph."""
        body = [f"　　{text}" for text in self.paragraphs]
        return [
            self.title,
            self.number,
            "各乡镇人民政府，县政府各部门：",
            *body,
            self.organ,
            self.date,
        ]


def numeral(number: int) -> str:
    """一 to 十."""
    return "一二三四五六七八九十"[number - 1]


@st.composite
def outlines(draw: st.DrawFn) -> tuple[str, ...]:
    """Paragraphs: 一、 headings with run-in headings, items and prose below them."""
    paragraphs = [draw(st.sampled_from(SENTENCES))]
    for first in range(1, draw(st.integers(1, 3)) + 1):
        paragraphs += [
            f"{numeral(first)}、{draw(st.sampled_from(CAPTIONS))}",
            draw(st.sampled_from(SENTENCES)),
        ]
        for second in range(1, draw(st.integers(0, 3)) + 1):
            caption, sentence = draw(st.sampled_from(CAPTIONS)), draw(st.sampled_from(SENTENCES))
            paragraphs.append(f"（{numeral(second)}）{caption}。{sentence}")
            items = range(1, draw(st.integers(0, 2)) + 1)
            paragraphs += [f"{third}.{draw(st.sampled_from(SENTENCES))}" for third in items]
    return tuple(paragraphs)


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, ...]:
    """Paragraphs of an instrument: 第一条 to 第N条."""
    numbers = range(1, draw(st.integers(3, 8)) + 1)
    return tuple(f"第{numeral(number)}条　{draw(st.sampled_from(SENTENCES))}" for number in numbers)


@st.composite
def documents(draw: st.DrawFn) -> Clean:
    """One document."""
    place = draw(st.sampled_from(PLACES))
    title = f"{place}人民政府关于{draw(st.sampled_from(MATTERS))}的{draw(st.sampled_from(KINDS))}"
    year, serial = draw(st.integers(2005, 2024)), draw(st.integers(1, 99))
    month, day = draw(st.integers(1, 12)), draw(st.integers(1, 28))
    number = f"{place[0]}政发〔{year}〕{serial}号"
    return Clean(place, title, number, draw(outlines() | articles()), f"{year}年{month}月{day}日")


def issue_of(clean: list[Clean]) -> list[str]:
    """The lines of an issue that holds some documents."""
    lines = [f"{clean[0].place}人民政府公报", "2021年第3期", ""]
    for document in clean:
        lines += [*document.lines, ""]
    return lines


def read(lines: list[str]) -> Issue:
    """What is read of some lines."""
    return read_bytes("\n".join(lines).encode())


def shape(issue: Issue) -> list[tuple[object, ...]]:
    """What must be the same however the lines are damaged: elements, and kind and text of every block."""
    return [
        (
            document.title,
            document.number,
            document.recipients,
            document.signature,
            document.date,
            [
                (
                    type(block).__name__,
                    getattr(block, "kind", None),
                    getattr(block, "lead", None),
                    squeeze(block.text),
                )
                for part in document.parts
                for block in part.blocks
                if isinstance(block, Text)
            ],
        )
        for document in issue.documents
    ]
