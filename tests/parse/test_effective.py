"""Days of force at the ends of months: the sentence and the document's date → first and last day."""

import pytest

from generator.model import Paragraph, Part
from generator.parse.document.effective import read_effective


@pytest.mark.parametrize(
    ("text", "date", "start", "until"),
    [
        ("本办法自印发之日起施行。", "2021-01-31", "2021-01-31", None),
        ("本办法自公布起施行。", "2021-01-31", "2021-01-31", None),
        ("本办法自公布起30日后施行。", "2021-01-30", "2021-03-01", None),
        ("本办法自公布30日后施行。", "2021-01-30", "2021-03-01", None),
        ("本办法自即日起施行。", "2021-01-31", "2021-01-31", None),
        ("本办法自印发之日起1个月后施行。", "2021-01-31", "2021-03-01", None),
        ("本办法自印发之日起1个月后施行。", "2021-01-28", "2021-02-28", None),
        ("本办法自公布之日起满30日施行。", "2021-01-30", "2021-03-01", None),
        ("本办法自公布之日起满30日施行。", "2020-01-30", "2020-02-29", None),
        ("本办法自发布之日起施行，有效期1个月。", "2021-01-31", "2021-01-31", "2021-02-28"),
        ("本办法自发布之日起施行，有效期一年。", "2020-02-29", "2020-02-29", "2021-02-28"),
        ("本办法自发布之日起施行，有效期两年半。", "2021-08-31", "2021-08-31", "2024-02-29"),
        ("本办法自2021年12月31日起施行，有效期2个月。", None, "2021-12-31", "2022-02-28"),
        ("本办法自3月1日起施行，有效期5年。", "2021-02-08", "2021-03-01", "2026-02-28"),
        ("本办法自发布之日起施行，有效期1年。", "9998-12-31", "9998-12-31", None),
        ("本办法自印发之日起施行。", None, None, None),
        ("本办法自印发之日起施行。", "2021-02-31", None, None),
        ("本办法自印发之日起10个工作日内报送。", "2021-01-31", None, None),
    ],
)
def test_read_effective(text: str, date: str | None, start: str | None, until: str | None) -> None:
    effective, findings = read_effective(
        [Part(kind="body", blocks=(Paragraph(text=text, lines=(1,)),))], date
    )
    assert (effective.start, effective.until) == (start, until)
    assert findings == []
