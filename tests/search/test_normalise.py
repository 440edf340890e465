"""The form in which texts and queries are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.lexicon.variants import SIMPLIFIED, TRADITIONAL
from generator.search.normalise import VARIANTS, fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("朔政办发〔2020〕32号", "朔政办发·2020·32号"),
        ("朔政办发［２０２０］３２号", "朔政办发·2020·32号"),
        ("决 策事\u200b项", "决策事项"),
        ("王某某\u3000市委宣传部副部长", "王某某·市委宣传部副部长"),
        ("COVID－19", "covid·19"),
        ("完成。……\n《办法》", "完成·办法·"),
        ("營商環境", "营商环境"),
        ("二零二○年", "二〇二〇年"),
        ("㎡①½", "m211·2"),
        ("乾隆著作", "乾隆著作"),
        ("张𬭎，𠮷", "张𬭎·𠮷"),
        ("葛\U000e0100先生", "葛先生"),
    ],
)
def test_what_is_alike(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_no_variant_leads_to_another() -> None:
    assert not set(VARIANTS) & set(VARIANTS.values())
    assert len(TRADITIONAL) == len(SIMPLIFIED) == len(set(TRADITIONAL))
