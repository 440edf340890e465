"""汉语拼音: words that are spelt by the sound of Chinese, as gazettes print them under their titles."""

import re

_SYLLABLE = (
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:iang|iong|uang|ang|eng|ian|iao|ing|ong|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|[aeiouvü])"
)
_LINE = re.compile(rf"(?:{_SYLLABLE})++(?: (?:{_SYLLABLE})++)++", re.IGNORECASE)


def is_pinyin(text: str) -> bool:
    """Whether a line is nothing but words in 拼音 without tones, e.g. ``RENMIN ZHENGFU``.

    One word is too few to be sure.
    """
    return _LINE.fullmatch(text.strip()) is not None
